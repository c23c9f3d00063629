"""What is in a plan file, line by line, and what each line was before."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, assert_never
from uuid import UUID

from homejournal.domain.plan.plan_files import Fate, PlanItem, PlanPreview
from homejournal.domain.records.people import TeamMember, Way
from homejournal.domain.records.plan import Ending, Outcome, PlanStep, StepKind, Strategy
from homejournal.domain.records.record import Record
from homejournal.texts import labels
from homejournal.texts.plan import plan_page
from homejournal.texts.today.day_page import capitalized
from homejournal.texts.wording import Wording


class LineTold(NamedTuple):
    """One thing that a record says; `before` is what stands there now, where that differs."""

    label: str
    now: str
    before: str = ""


def preview_summary(wording: Wording, preview: PlanPreview) -> str:
    """Return in a sentence what taking the file would do."""
    if not preview.items:
        return wording.text("There is nothing in this file.")
    if preview.changes_nothing:
        return wording.text("Everything in this file is in your plan already.")
    new = sum(item.fate is Fate.NEW for item in preview.items)
    changed = sum(item.fate is Fate.CHANGED for item in preview.items)
    parts = [
        wording.count("{n} thing is new", "{n} things are new", new) if new else "",
        wording.count("{n} would change", "{n} would change", changed) if changed else "",
    ]
    told = wording.line_of(parts)
    return wording.text("{what}. Nothing is taken until you say so.", what=told)


def fate_said(wording: Wording, fate: Fate) -> str:
    """Return what taking a record would do, in a word or two."""
    match fate:
        case Fate.NEW:
            return wording.text("new")
        case Fate.CHANGED:
            return wording.text("would change")
        case Fate.SAME:
            return wording.text("in your plan already")
        case _:
            assert_never(fate)


def item_title(wording: Wording, record: Record) -> str:
    """Return what a record is: "Strategy: Pause and wait", "Begun on March 2, 2026"."""
    if isinstance(record, PlanStep):
        return plan_page.step_title(wording, record, None)
    name = record.text if isinstance(record, Outcome) else str(getattr(record, "name", ""))
    kind = _KINDS.get(type(record), _routine)(wording)
    return wording.text("{kind}: {name}", kind=kind, name=wording.own(name))


def item_lines(wording: Wording, item: PlanItem, names: Mapping[UUID, str]) -> tuple[LineTold, ...]:
    """Return what a new record says, or what a changed one says anew beside what stands."""
    now = _lines(wording, item.record, names)
    if item.before is None:
        # The first line is the title of the record, which stands above it.
        return tuple(LineTold(label, said) for label, said in list(now.items())[1:] if said)
    before = _lines(wording, item.before, names)
    return tuple(
        LineTold(label, said, before[label]) for label, said in now.items() if said != before[label]
    )


def _lines(wording: Wording, record: Record, names: Mapping[UUID, str]) -> dict[str, str]:
    text = wording.text
    if isinstance(record, TeamMember):
        ways = [_way(wording, way) for way in record.ways]
        return {
            text("Person"): wording.own(record.name),
            text("Discipline"): wording.own(record.discipline or ""),
            text("Role"): wording.own(record.role or ""),
            text("Service coordinator"): _yes(wording, record.coordinator),
            text("Language"): wording.own(record.language or ""),
            text("Interpreter"): _yes(wording, record.interpreter),
            text("How to reach"): "; ".join(ways),
            text("Left on"): wording.day(record.left) if record.left else "",
        }
    if isinstance(record, Outcome):
        return {
            text("Outcome"): wording.own(record.text),
            text("Areas"): plan_page.outcome_line(wording, record),
        }
    if isinstance(record, Strategy):
        return {
            text("Strategy"): wording.own(record.name),
            text("Suggested by"): _named(wording, record.suggested_by, names),
            text("Outcome"): _named(wording, record.outcome, names),
            text("Example"): _yes(wording, record.example),
        }
    return _step_lines(wording, record, names) if isinstance(record, PlanStep) else {}


def _step_lines(wording: Wording, step: PlanStep, names: Mapping[UUID, str]) -> dict[str, str]:
    text = wording.text
    routines = wording.text(", ").join(_named(wording, routine, names) for routine in step.routines)
    often = capitalized(labels.how_often(wording, step.often)) if step.often else ""
    return {
        text("From"): plan_page.step_title(wording, step, None),
        text("What"): wording.own(step.what or ""),
        text("How"): wording.own(step.how or ""),
        text("When, where and with whom"): wording.own(step.when_where_who or ""),
        text("Why"): wording.own(step.why or ""),
        text("How we will know"): wording.own(step.how_we_know or ""),
        text("Routines"): routines,
        text("How often"): often,
        text("What is noted"): plan_page.rating(wording, step.rating) if step.rating else "",
        text("Paused until"): _until(wording, step),
        text("How it ended"): labels.ending(wording, step.ending) if _is_end(step) else "",
    }


def _is_end(step: PlanStep) -> bool:
    return step.step is StepKind.FINISH or step.ending is not Ending.STOPPED


def _until(wording: Wording, step: PlanStep) -> str:
    """Return until when the family pauses, as far as that is said."""
    if step.until_visit:
        return wording.text("the next visit")
    return wording.day(step.until) if step.until else ""


def _way(wording: Wording, way: Way) -> str:
    preferred = wording.text("preferred") if way.preferred else ""
    return wording.line_of(
        (labels.channel(wording, way.way), wording.own(way.value or ""), preferred)
    )


def _yes(wording: Wording, said: bool) -> str:  # noqa: FBT001 (what a record says)
    return wording.text("yes") if said else ""


def _named(wording: Wording, id_: UUID | None, names: Mapping[UUID, str]) -> str:
    return wording.own(names.get(id_, "")) if id_ is not None else ""


def _routine(wording: Wording) -> str:
    return wording.text("Routine")


_KINDS: Mapping[type, Callable[[Wording], str]] = {
    TeamMember: lambda w: w.text("Person"),
    Outcome: lambda w: w.text("Outcome"),
    Strategy: lambda w: w.text("Strategy"),
}
