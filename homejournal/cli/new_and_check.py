"""The commands `new` and `check`: a journal's beginning, and whether it is sound."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from homejournal.cli.arguments import Command, UsageError, complain
from homejournal.cli.command_io import now, opened_journal, tell
from homejournal.domain.errors import (
    JournalDamagedError,
    JournalError,
    JournalMissingError,
    KeysDamagedError,
    NotAJournalError,
    OtherFileError,
    OtherKeyError,
)
from homejournal.domain.records.media_and_papers import MediaFault
from homejournal.services.before_opening import has_copies
from homejournal.services.opening import create_journal
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.backups import media_faults, media_sound
from homejournal.texts.safe.repair import words_sound_said
from homejournal.texts.wording import Wording
from homejournal.this_computer import device_id


def _new(asked: Namespace, wording: Wording) -> int:
    folder: Path = asked.journal
    if (folder / "journal.hj").exists():
        raise UsageError(
            wording.text("There is a journal in {folder} already.", folder=str(folder))
        )
    create_journal(folder, clock=now, device=device_id()).close()
    tell(wording.text("Made a new journal in {folder}.", folder=str(folder)))
    return 0


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
    elif report.is_sound:
        tell(
            wording.count(
                "The journal is sound: {n} record was read and checked.",
                "The journal is sound: {n} records were read and checked.",
                report.records,
            )
        )
    code = _check_media(wording, report.media, report.media_faults)
    return code if report.is_sound else _tell_damage(wording)


def _tell_damage(wording: Wording) -> int:
    """Tell of damage and of the way to its repair; return the exit code."""
    complain(
        wording.text(
            "The journal is damaged. Nothing was changed. The command “repair” puts it together"
            " again."
        )
    )
    return 1


def _tell_no_journal(folder: Path, failure: JournalError, wording: Wording) -> int:
    """Tell that no journal reads there, and of the way to one that did; return the exit code."""
    complain(explain(wording, failure, in_window=False))
    if not isinstance(failure, JournalMissingError) or has_copies(folder):
        complain(
            wording.text(
                "Was your journal there? “repair --preview” tells what can be put together"
                " again, and changes nothing."
            )
        )
    return 1


def _check_media(wording: Wording, kept: int, faults: Sequence[MediaFault]) -> int:
    """Tell of pictures and hand-outs; return the exit code."""
    for line in media_faults(wording, faults):
        complain(line)
    if kept and not faults:
        tell(media_sound(wording, kept))
    return 1 if faults else 0


COMMANDS = {"new": Command(_new), "check": Command(_check)}
