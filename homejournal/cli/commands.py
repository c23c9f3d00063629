"""What each command of the command line does with an open journal."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from homejournal.cli.arguments import STANDARD_STREAM, UsageError
from homejournal.cli.command_io import (
    complain,
    json_bytes,
    now,
    opened_journal,
    tell,
    today_of,
    write_file,
)
from homejournal.cli.journal_key import look_for_password_file
from homejournal.cli.name_lookup import filter_asked
from homejournal.device_id import device_id
from homejournal.domain.errors import (
    JournalDamagedError,
    JournalError,
    JournalMissingError,
    KeysDamagedError,
    NotAJournalError,
    OtherFileError,
    OtherKeyError,
)
from homejournal.domain.looking_back.look_back_values import StrategyWritten
from homejournal.domain.looking_back.progress_filter import ProgressFilter
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal
from homejournal.services.safe.copies.copy_listing import has_copies
from homejournal.texts.errors.error_texts import explain
from homejournal.texts.safe.repair import words_sound_said
from homejournal.texts.wording import Wording, wording_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from homejournal.domain.records.attachments import MediaFault


def carry_out(asked: Namespace) -> int:
    """Carry out one command and return the exit code; raises JournalError and UsageError."""
    wording = wording_of(asked.lang)
    look_for_password_file(asked, wording)
    return _COMMANDS[asked.command](asked, wording)


def _new(asked: Namespace, wording: Wording) -> int:
    folder: Path = asked.journal
    if (folder / "journal.hj").exists():
        raise UsageError(
            wording.text("There is a journal in {folder} already.", folder=str(folder))
        )
    create_journal(folder, clock=now, device=device_id()).close()
    tell(wording.text("Made a new journal in {folder}.", folder=str(folder)))
    return 0


def _exchange(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli import import_export

    does = {
        "import": import_export.take_in,
        "export": import_export.take_out,
        "hand-over": import_export.hand_over,
    }
    return does[asked.command](asked, wording)


def _numbers(asked: Namespace, _wording: Wording) -> int:
    from homejournal.domain.days.honest_numbers import ChildNumbers
    from homejournal.domain.limits import check_stretch
    from homejournal.domain.looking_back.make_look_back import look_back
    from homejournal.exchange.json.numbers_json import LookedBack, numbers_json

    check_stretch(asked.start, asked.end)
    with opened_journal(asked) as journal:
        today, wanted = today_of(asked, journal), filter_asked(asked, journal.family())
        backs = [look_back(one) for one in _written(journal, wanted, today)]
        celebrations = journal.looking_back.celebrations(wanted, today)
        numbers = ChildNumbers(
            child=wanted.child,
            period=wanted.period,
            today=today,
            week_start=journal.settings.week_start,
            strategies=tuple(back.numbers for back in backs),
        )
    looked = LookedBack(asked=wanted, backs=backs, celebrations=celebrations)
    write_file(STANDARD_STREAM, json_bytes(numbers_json(numbers, looked)))
    return 0


def _written(
    journal: FamilyJournal, wanted: ProgressFilter, today: date
) -> Iterator[StrategyWritten]:
    """Yield what was written of each strategy that is asked for, also of one that says nothing."""
    for strategy in journal.family().strategies_of(wanted.child):
        if wanted.strategy in {None, strategy.id}:
            yield from journal.looking_back.written(replace(wanted, strategy=strategy.id), today)


def _chart(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.charts import make_chart

    return make_chart(asked, wording)


def _page(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.visit_pages import make_page

    return make_page(asked, wording)


def _pack(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.packs import make_pack

    return make_pack(asked, wording)


def _about(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.about_child import make_about

    return make_about(asked, wording)


def _calendar(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.calendar_file import make_calendar

    return make_calendar(asked, wording)


def _plan(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.plan_files import check_plan, export_plan

    return (export_plan if asked.does == "export" else check_plan)(asked, wording)


def _sheet(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.week_sheets_and_book import make_sheet

    return make_sheet(asked, wording)


def _book(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.week_sheets_and_book import make_book

    return make_book(asked, wording)


_PERHAPS_DAMAGED = (KeysDamagedError, OtherFileError, OtherKeyError)
"""Nobody knows then whether the file or what was typed is at fault."""


def _check(asked: Namespace, wording: Wording) -> int:
    try:
        with opened_journal(asked, damaged=True) as journal:
            report = journal.files.check()
    except JournalDamagedError:
        return _tell_damage(wording)
    except (NotAJournalError, JournalMissingError, *_PERHAPS_DAMAGED) as failure:
        return _tell_no_journal(asked.journal, failure, wording)
    if report.is_sound and report.media_faults:
        tell(words_sound_said(wording, report.records))
        return _check_media(wording, report.media, report.media_faults)
    if report.is_sound:
        tell(
            wording.count(
                "The journal is sound: {n} record was read and checked.",
                "The journal is sound: {n} records were read and checked.",
                report.records,
            )
        )
        return _check_media(wording, report.media, report.media_faults)
    _check_media(wording, report.media, report.media_faults)
    return _tell_damage(wording)


def _tell_damage(wording: Wording) -> int:
    """Tell of damage and of the way to its repair; return the exit code."""
    complain(
        wording.text(
            "The journal is damaged. Nothing was changed. The command “repair” puts it together"
            " again."
        )
    )
    return 1


def _tell_no_journal(folder: "Path", failure: JournalError, wording: Wording) -> int:
    """Tell that no journal reads there, and of the way to one that did; return the exit code."""
    complain(explain(wording, failure, in_window=False))
    if not isinstance(failure, JournalMissingError) or has_copies(folder):
        complain(
            wording.text(
                "Did your journal lie there? “repair --preview” tells what can be put together"
                " again, and changes nothing."
            )
        )
    return 1


def _check_media(wording: Wording, kept: int, faults: "Sequence[MediaFault]") -> int:
    """Tell of pictures and hand-outs; return the exit code."""
    from homejournal.texts.safe.attachment_check import media_faults, media_sound

    for line in media_faults(wording, faults):
        complain(line)
    if kept and not faults:
        tell(media_sound(wording, kept))
    return 1 if faults else 0


def _safe(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli import copies_and_repair

    does = {
        "backup": copies_and_repair.make_backup,
        "backups": copies_and_repair.list_backups,
        "restore": copies_and_repair.restore,
        "repair": copies_and_repair.repair,
    }
    return does[asked.command](asked, wording)


def _delete(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.delete import delete

    return delete(asked, wording)


def _share(asked: Namespace, wording: Wording) -> int:
    from homejournal.cli.sharing import share

    return share(asked, wording)


_COMMANDS: Mapping[str, Callable[[Namespace, Wording], int]] = {
    "new": _new,
    "import": _exchange,
    "export": _exchange,
    "hand-over": _exchange,
    "numbers": _numbers,
    "chart": _chart,
    "page": _page,
    "sheet": _sheet,
    "book": _book,
    "pack": _pack,
    "about": _about,
    "calendar": _calendar,
    "plan": _plan,
    "delete": _delete,
    "share": _share,
    "check": _check,
    **dict.fromkeys(("backup", "backups", "restore", "repair"), _safe),
}
