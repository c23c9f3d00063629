"""The command `plan`: strategies handed over as a file, and the check of such a file."""

from argparse import Namespace
from pathlib import Path

from homejournal.cli.arguments import (
    CHILD,
    JOURNAL_PASSWORD,
    LANGUAGE,
    OUT,
    TODAY,
    Command,
    FileCommand,
    UsageError,
    argument,
    name,
)
from homejournal.cli.command_io import opened_journal, read_file, tell, today_of, write_told
from homejournal.cli.name_lookup import child_asked, strategies_asked
from homejournal.domain.plan.plan_files import NOBODY, PlanPreview, preview_plan
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import PlanStatus
from homejournal.exchange.plan_file import read_plan_file
from homejournal.texts.plan import fate_said, item_lines, item_title, preview_summary
from homejournal.texts.wording import Wording


def _export(asked: Namespace, wording: Wording) -> int:
    """Write a child's strategies, or those that are named, without what is finished."""
    with opened_journal(asked) as journal:
        family, today = journal.family(), today_of(asked, journal)
        child = child_asked(asked, family)
        chosen = strategies_asked(asked, family, child.id)
        if not chosen:
            state = plan_state(family, child.id, today)
            chosen = frozenset(
                row.strategy.id
                for row in state.strategies
                if row.standing is not PlanStatus.FINISHED
            )
        title = wording.text("Plan, {day}", day=wording.day(today))
        file = journal.plan_files.export(chosen, title)
    write_told(asked.out, file, wording)
    return 0


def _check(asked: Namespace, wording: Wording) -> int:
    """Print the contents of a plan file; with a journal, also what it would change there."""
    data = read_file(asked.file, wording)
    if asked.journal is None:
        preview = preview_plan(read_plan_file(data), Family(), NOBODY)
        tell(wording.text("The plan file is sound: {name}", name=wording.own(preview.name)))
        if not preview.items:
            tell(preview_summary(wording, preview))
    else:
        with opened_journal(asked) as journal:
            child = child_asked(asked, journal.family())
            preview = journal.plan_files.preview(data, child.id)
        tell(preview_summary(wording, preview))
    _tell_items(preview, wording, fates=asked.journal is not None)
    return 0


def _tell_items(preview: PlanPreview, wording: Wording, *, fates: bool) -> None:
    for item in preview.items:
        title = item_title(wording, item.record)
        fate = fate_said(wording, item.fate) if fates else ""
        tell(wording.line_of((title, fate)))
        for line in item_lines(wording, item, preview.names):
            said = wording.text("{label}: {words}", label=line.label, words=line.now)
            tell(f"  {said}")
            if line.before:
                before = wording.text("now: {words}", words=line.before)
                tell(f"    {before}")


def _child_needed_in_a_journal(asked: Namespace) -> None:
    if asked.journal is not None and asked.child is None:
        raise UsageError("Say whose plan it is to be: --child NAME.")


_EXPORT = (
    CHILD,
    argument(
        "--strategy",
        type=name,
        action="append",
        metavar="NAME",
        help="a strategy, by its name or id; may be said again (default: all but finished ones)",
    ),
    TODAY,
    OUT,
)
_CHECK = (
    argument("file", type=Path, metavar="FILE", help="a plan file, or - for the input"),
    argument("--journal", type=Path, metavar="JOURNAL", help="tell what it would change"),
    JOURNAL_PASSWORD,
    argument("--child", type=name, metavar="NAME", help="in the plan of this child"),
    LANGUAGE,
)
COMMANDS = {
    "export": Command(_export, _EXPORT),
    "check": FileCommand(
        _check,
        _CHECK,
        _child_needed_in_a_journal,
    ),
}
