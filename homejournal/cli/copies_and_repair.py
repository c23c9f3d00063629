"""The commands on copies of a journal and on its repair."""

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.cli.arguments import PREVIEW, Argument, Command, UsageError, argument, complain
from homejournal.cli.command_io import first_line, now, opened_journal, read_words, tell
from homejournal.domain.errors import JournalFileError, OtherKeyError, PasswordNeededError
from homejournal.domain.safe.copy_comparison import RestoredMedia
from homejournal.texts.error_texts import explain
from homejournal.texts.safe import backups as said
from homejournal.texts.safe.backups import media_gone, plain_there_said
from homejournal.texts.safe.import_export import not_in_a_copy
from homejournal.texts.safe.repair import (
    counted_said,
    media_came_said,
    name_more_said,
    name_without_password_said,
    nothing_found_said,
    nothing_to_repair_said,
    report_said,
)
from homejournal.texts.safe.restoring import copy_lines, explain_copy
from homejournal.texts.wording import Wording
from homejournal.this_computer import device_id, settings_folder

if TYPE_CHECKING:
    from homejournal.domain.safe.copy_comparison import RepairReport
    from homejournal.services.safe.repair.outside_sources import OutsideSources
    from homejournal.services.safe.repair.repair import Repair


def _backup(asked: Namespace, wording: Wording) -> int:
    """Make a copy, and bring it to another folder where one is named."""
    with opened_journal(asked, write=True) as journal:
        journal.safe.settings = settings_folder()
        backups = journal.safe.backups
        place = None if asked.to is None else backups.second_place(asked.to)
        media = backups.media.make_whole([] if place is None else [place.folder.path], _always)
        made = backups.make()
        tell(wording.text("The copy is made and was read whole: {file}", file=str(made.path)))
        if media.back:
            tell(media_came_said(wording, RestoredMedia(media.back)))
        if place is not None:
            place.begin()
            there = place.take(made)
            tell(wording.text("A copy is there, too: {file}", file=str(there.path)))
            if plain := place.plain():
                complain(plain_there_said(wording, len(plain)))
                complain("\n".join(map(str, plain)))
        for sentence in media_gone(wording, RestoredMedia(gone=backups.media.lost)):
            complain(sentence)
    return 0


def _backups(asked: Namespace, wording: Wording) -> int:
    """Print a line for each copy: its file, when it was made, and what opens it."""
    from homejournal.services.before_opening import copies_in
    from homejournal.services.safe.copies.copy_encryption import open_otherwise

    copies = copies_in(asked.journal)
    lines = copy_lines(wording, copies, open_otherwise(asked.journal, copies))
    for copy, line in zip(copies, lines, strict=True):
        tell(f"{copy.path}  {line}")
    if not copies:
        complain(wording.text("There is no copy in {folder}.", folder=str(asked.journal)))
    return 0 if copies else 1


def _restore(asked: Namespace, wording: Wording) -> int:
    """Tell what is in a copy, and bring back what the journal has not."""
    with opened_journal(asked, write=not asked.preview) as journal:
        restoring = journal.safe.backups.restoring
        typed = _typed(asked.opener_file, wording)
        try:
            key = restoring.key_for(asked.file, typed) if typed else None
            look = restoring.look(asked.file, key)
        except JournalFileError as failure:
            number = restoring.sheet_number(asked.file)
            complain(_why_no_copy(wording, asked, failure, number))
            return 1
        tell(said.holds_said(wording, look))
        if not look.whole:
            complain(said.not_whole_said(wording))
        if not restoring.is_of_this_journal(look):
            complain(said.other_journal_said(wording, look))
        unlocked = key is not None and not journal.safe.password.is_set
        folders = journal.safe.sharing.unknown_sharings(look.settings)
        for sentence in not_in_a_copy(wording, unlocked=unlocked, folders=folders):
            tell(sentence)
        if asked.preview:
            tell(said.brings_said(wording, look))
            if look.deleted:
                tell(said.deleted_said(wording, look.deleted) + " (--deleted)")
            return 0
        told = restoring.restore(asked.file, look, deleted=asked.deleted, key=key)
        tell(said.restored_said(wording, told.counts, told.media, look.refused))
        if look.deleted and not asked.deleted:
            tell(said.deleted_said(wording, look.deleted) + " (--deleted)")
    return 0


def _why_no_copy(wording: Wording, asked: Namespace, failure: JournalFileError, number: str) -> str:
    """Return why a copy does not open; where nothing was given that could, how to give it."""
    if asked.opener_file is None and isinstance(failure, PasswordNeededError | OtherKeyError):
        return wording.text(
            "The copy {file} is locked. Its password opens it, or its recovery sheet. Write either"
            " into the first line of a file of yours, and name the file with --opener-file.",
            file=str(asked.file),
        )
    return explain_copy(wording, asked.file, failure, number)


def _repair(asked: Namespace, wording: Wording) -> int:
    """Tell what can be saved of a damaged journal, and put the repaired one in its place."""
    mending = _mending(asked, wording)
    if mending.is_needless():
        tell(nothing_to_repair_said(wording))
        return 0
    report = _prepared(mending, wording)
    if report is None:
        return 1
    _tell_report(wording, report)
    if asked.preview:
        mending.leave(report)
        return 0
    mending.finish(report)
    if report.quarantine is not None:
        where = str(report.quarantine)
        tell(wording.text("The damaged file is in {folder}, as it was.", folder=where))
    if report.built is None and report.media.back:
        tell(media_came_said(wording, RestoredMedia(report.media.back)))
        return 0
    tell(wording.text("The repaired journal is in place."))
    return 0


def _mending(asked: Namespace, wording: Wording) -> "Repair":
    """Return the repair that is asked for, with all that opens the journal or copies of it."""
    from homejournal.services.safe.repair.repair import Repair

    mending = Repair(asked.journal, device=device_id(), clock=now)
    mending.elsewhere = _elsewhere(asked, wording)
    mending.without_password = asked.without_password
    for opener in (asked.journal_password_file, asked.opener_file):
        if opener is not None:
            mending.unlock(_typed(opener, wording))
    return mending


def _prepared(mending: "Repair", wording: Wording) -> "RepairReport | None":
    """Return what can be put in place; None if nothing can, which is told with what helps."""
    from homejournal.domain.errors import JournalDamagedError, PasswordNeededError

    try:
        return mending.prepare(_go_on)
    except PasswordNeededError as failure:
        complain(explain(wording, failure, in_window=False))
        if mending.can_be_plain:
            complain(name_without_password_said(wording))
    except JournalDamagedError:
        complain(nothing_found_said(wording))
        complain(name_more_said(wording))
    return None


def _elsewhere(asked: Namespace, wording: Wording) -> "OutsideSources":
    """Return what this computer remembers, and what the command names, for a repair."""
    from homejournal.services.file_kinds import FileKind, kind_of_file
    from homejournal.services.safe.repair.outside_sources import OutsideSources
    from homejournal.this_computer import folders, remembered_places

    places = folders(None)
    found = OutsideSources(places.settings, remembered_places(places.preferences))
    words = [read_words(words_file, wording) for words_file in asked.words_files]
    for source in asked.sources:
        if kind_of_file(source) is FileKind.PACK:
            _open_with_any(found, source, words)
        elif not found.show(source):
            raise UsageError(wording.text("There is no copy in {folder}.", folder=str(source)))
    return found


def _open_with_any(elsewhere: "OutsideSources", pack: Path, words: Sequence[str]) -> None:
    """Open a sealed file with any of these; raises PackLockedError if none opens it."""
    from homejournal.domain.errors import PackLockedError

    for each in words:
        with suppress(PackLockedError):
            elsewhere.show_pack(pack, each)
            return
    raise PackLockedError


def _tell_report(wording: Wording, report: "RepairReport") -> None:
    for sentence in report_said(wording, report):
        tell(sentence)
    tell(counted_said(wording))
    holds = wording.list_of(said.counts_said(wording, report.holds))
    if holds:
        tell(wording.text("It holds {things}.", things=holds))


def _typed(file: Path | None, wording: Wording) -> str:
    """Return the first line of the file that opens a lock, or nothing if none is named."""
    if file is None:
        return ""
    line = first_line(file, wording)
    if not line:
        raise UsageError(
            wording.text(
                "The first line of {file} is empty. It must open the lock.", file=str(file)
            )
        )
    return line


def _always() -> bool:
    return True


def _go_on(_done: int, _of: int) -> bool:
    return True


def _opener(words: str) -> Argument:
    return argument("--opener-file", type=Path, metavar="FILE", help=words)


_BACKUP = (
    argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        help="bring the copy to this folder as well, which needs a journal with a password",
    ),
)
_RESTORE = (
    argument("file", type=Path, metavar="FILE", help="a copy of the journal"),
    PREVIEW,
    argument("--deleted", action="store_true", help="also bring back what was deleted since"),
    _opener(
        "a file whose first line opens the copy where it is locked: its password, or the letters"
        " of its recovery sheet"
    ),
)
_REPAIR = (
    PREVIEW,
    _opener(
        "a file whose first line opens more: the letters of the recovery sheet of the journal, or"
        " what opens older copies, a password of before or its sheet; it is used beside"
        " --journal-password-file, which opens the journal as it was last"
    ),
    argument(
        "--without-password",
        action="store_true",
        help="where nobody has what opens the journal any more: put it together from what reads"
        " without it; it has no password then",
    ),
    argument(
        "--from",
        dest="sources",
        type=Path,
        action="append",
        default=[],
        metavar="PLACE",
        help="also draw on this: a copy, a folder with copies, or a sealed file of your other"
        " computer; can be said several times",
    ),
    argument(
        "--words-file",
        dest="words_files",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a file whose first line are the words that open a sealed file named with --from; can"
        " be said several times, and is tried with each of them",
    ),
)
COMMANDS = {
    "backup": Command(_backup, _BACKUP),
    "backups": Command(_backups),
    "restore": Command(_restore, _RESTORE),
    "repair": Command(
        _repair,
        _REPAIR,
    ),
}
