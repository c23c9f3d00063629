"""The commands that take all that is written out and in, and hand one child's part over."""

from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from homejournal.cli.arguments import (
    FILTER,
    OUT,
    PREVIEW,
    WORDS_FILE,
    Command,
    UsageError,
    argument,
    complain,
    first_day,
    last_day,
    name,
)
from homejournal.cli.command_io import (
    STANDARD_STREAM,
    opened_journal,
    read_file,
    read_words,
    tell,
    tell_written,
    write_file,
)
from homejournal.cli.name_lookup import PRIVATE, child_asked, entries_asked
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import MissingParts
from homejournal.services.import_export import WholeFile
from homejournal.texts.safe.import_export import (
    lacking_lines,
    mending_said_outside,
    photos_stay_said,
)
from homejournal.texts.safe.sharing import coming_lines
from homejournal.texts.wording import Wording


def _import(asked: Namespace, wording: Wording) -> int:
    """Take a journal's own file in: JSON, tables in a zip file, or a folder of tables."""
    from homejournal.exchange.journal_json import read_journal

    data = _data(asked.file, wording)
    with opened_journal(asked, write=not asked.preview) as journal:
        file = read_journal(data, journal.files.known().get)
        if asked.preview:
            for line in coming_lines(wording, journal.files.preview(file)):
                tell(line)
            return 0
        added = sum(journal.files.take(file).added.values())
    if added:
        tell(
            wording.count("{n} record is new or changed.", "{n} records are new or changed.", added)
        )
    else:
        tell(wording.text("Everything in the file was in the journal already."))
    return 0


def _export(asked: Namespace, wording: Wording) -> int:
    """Write all or what is asked for to a file; answer 1 where something could not be read."""
    file, form = str(asked.out), WholeFile(asked.format)
    with opened_journal(asked, damaged=True) as journal:
        made = journal.files.whole(form, wording, entries_asked(asked, journal.family()))
        photos = len(journal.records.all_of(Kind.MEDIA))
    write_file(asked.out, made.data)
    if form is WholeFile.CSV:
        told = wording.text("The file {file} is written. It is a zip file of tables.", file=file)
    else:
        told = wording.text("The file {file} is written.", file=file)
    tell_written(asked.out, told)
    if photos:
        complain(photos_stay_said(wording, photos))
    return complain_of(MissingParts(entries=made.changed), wording)


def _hand_over(asked: Namespace, wording: Wording) -> int:
    """Write one child's part of the journal to a sealed file for somebody who cares for it."""
    from homejournal.domain.sharing.outgoing import HandOver, Part
    from homejournal.services.safe.transfer.sealed_files import hand_over_pack, sealed

    words = read_words(asked.words_file, wording)
    with opened_journal(asked, damaged=True) as journal:
        child = child_asked(asked, journal.family()).id
        parts = frozenset(Part) - frozenset(map(Part, asked.without))
        wanted = HandOver(child=child, start=asked.start, end=asked.end, parts=parts)
        wish, wanted = journal.safe.hand_overs.wish(wanted)
        made = sealed(hand_over_pack(wish, wanted), words)
    write_file(asked.out, made.data)
    told = wording.text("The sealed file {file} is written.", file=str(asked.out))
    tell_written(asked.out, told)
    return complain_of(made.lacking, wording)


def complain_of(lacking: MissingParts, wording: Wording) -> int:
    """Report what is missing in a file that was written; return the exit code."""
    for line in lacking_lines(wording, lacking):
        complain(line)
    if lacking.is_unread:
        complain(mending_said_outside(wording))
    return 1 if any(lacking) else 0


def _data(file: Path, wording: Wording) -> bytes:
    """Return what a file holds; of a folder, its tables as one file."""
    if file == STANDARD_STREAM or not file.is_dir():
        return read_file(file, wording)
    from homejournal.exchange.journal_csv import FILES, packed

    found = {}
    for table in sorted(FILES):
        with suppress(UsageError):  # a kind of which nothing is written has no file
            found[table] = read_file(file / table, wording)
    return packed(found)


_IMPORT = (
    argument(
        "file",
        type=Path,
        metavar="FILE",
        help="JSON or tables that were exported (a zip file or a folder), or - for the input",
    ),
    PREVIEW,
)
_EXPORT = (
    argument(
        "--format",
        choices=["json", "csv", "xlsx"],
        required=True,
        help="json and csv (tables in a zip file) can be taken in again; xlsx is to be read",
    ),
    argument("--child", type=name, metavar="NAME", help="only this child's, by name or id"),
    first_day("only from this day on"),
    last_day("only until this day"),
    argument("--strategy", type=name, metavar="NAME", help="only this strategy, by name or id"),
    *FILTER,
    argument(
        "--flag", choices=[*map(str, Flag), PRIVATE], help="only notes that are marked like this"
    ),
    argument("--photos", action="store_true", help="only what has a photo"),
    OUT,
)
_HAND_OVER = (
    argument("--child", required=True, metavar="NAME", help="the child's name, or its id"),
    first_day("the first day"),
    last_day("the last day"),
    argument(
        "--without",
        action="append",
        default=[],
        choices=["days", "notes", "visits", "team", "about", "life_events", "pictures", "helpers"],
        help="a part that stays; can be said several times. Private notes always stay",
    ),
    WORDS_FILE,
    OUT,
)
COMMANDS = {
    "import": Command(_import, _IMPORT),
    "export": Command(_export, _EXPORT),
    "hand-over": Command(_hand_over, _HAND_OVER),
}
