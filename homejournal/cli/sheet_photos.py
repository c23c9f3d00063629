"""The commands on photos of filled-in weeks: what they say, and their boxes alone."""

import warnings
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal import __version__
from homejournal.cli.arguments import Command, UsageError, argument, complain, name
from homejournal.cli.command_io import (
    STANDARD_STREAM,
    json_bytes,
    opened_journal,
    read_file,
    tell,
    write_file,
)
from homejournal.cli.name_lookup import named
from homejournal.domain.names import all_names
from homejournal.domain.papers.sheet_reading import PhotoRead
from homejournal.domain.today.sheet_photo import PhotosShown, proposed
from homejournal.domain.today.week_cells import SheetAuthors
from homejournal.texts import sheet_photos as said
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal


def _read(asked: Namespace, wording: Wording) -> int:
    """Tell what photos say, and save with --yes what is sure and new; 1 if one was refused."""
    _look_for(asked.photos, wording)
    with opened_journal(asked, write=asked.yes) as journal:
        authors = _authors(asked, journal)
        reads = _reads(asked.photos, journal, wording)
        shown = journal.sheet_photos.shown(reads)
        answers = [proposed(page) for page in shown.pages]
        if asked.yes and any(page.cells or page.days for page in answers):
            journal.sheet_photos.save(answers, authors)
        names = all_names(journal.family())
    if asked.format == "json":
        from homejournal.exchange.sheet_photo.photos_json import sheet_photos_json

        files = [*zip(map(str, asked.photos), reads, strict=True)]
        told = sheet_photos_json(files, shown, names, saved=asked.yes)
        write_file(STANDARD_STREAM, json_bytes(told))
    else:
        _tell_pages(shown, names, wording)
        for line in said.summary(wording, shown, saved=asked.yes):
            tell(line)
    return _complain_of_faults(asked.photos, reads, wording)


def _crops(asked: Namespace, wording: Wording) -> int:
    """Write the boxes of photos, without a word, into an empty folder; 1 if a photo was refused."""
    from homejournal.exchange.sheet_photo.crops import crops_of

    _look_for(asked.photos, wording)
    folder: Path = asked.out
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        named = wording.own(str(folder))
        raise UsageError(wording.text("{folder} is not an empty folder.", folder=named))
    with opened_journal(asked) as journal:
        reads = _reads(asked.photos, journal, wording)
    pages = [page for read in reads for page in read.pages]
    for number, page in enumerate(pages, start=1):
        folder.mkdir(parents=True, exist_ok=True)
        crops = crops_of(page)
        told = {"homejournal": __version__, "choices": crops.choices}
        write_file(folder / f"boxes-{number}.png", crops.picture)
        write_file(folder / f"boxes-{number}.json", json_bytes(told))
    if pages:
        tell(said.crops_written(wording, str(folder), len(pages)))
    return _complain_of_faults(asked.photos, reads, wording)


def _look_for(photos: Sequence[Path], wording: Wording) -> None:
    """Raise UsageError for a slip in the last name before all others are read."""
    for photo in photos:
        read_file(photo, wording, 1)


def _authors(asked: Namespace, journal: "FamilyJournal") -> SheetAuthors:
    if asked.helper is None:
        return SheetAuthors()
    family = journal.family()
    return SheetAuthors(helper=named(asked.helper, family.helpers, all_names(family)).id)


def _reads(photos: Sequence[Path], journal: "FamilyJournal", wording: Wording) -> list[PhotoRead]:
    from homejournal.exchange.sheet_photo.reading import MOST_PHOTO_BYTES, read_photo

    kept = journal.sheet_photos.kept()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, for programmers: a family gets the sentence
        return [read_photo(read_file(one, wording, MOST_PHOTO_BYTES + 1), kept) for one in photos]


def _tell_pages(shown: PhotosShown, names: Mapping[UUID, str], wording: Wording) -> None:
    for page in shown.pages:
        tell(said.page_title(wording, page, names))
        for remark in said.page_remarks(wording, page):
            tell(f"  {remark}")
        for day, lines in said.page_lines(wording, page, names):
            tell(f"  {day}")
            for line in lines:
                tell(f"    {line}")


def _complain_of_faults(
    photos: Sequence[Path], reads: Sequence[PhotoRead], wording: Wording
) -> int:
    """Tell of each photo what it needs, where not all of it was read; return the exit code."""
    for photo, read in zip(photos, reads, strict=True):
        for fault in read.faults:
            file, why = wording.own(str(photo)), said.fault_said(wording, fault)
            complain(wording.text("{file}: {why}", file=file, why=why))
    return 1 if any(chain.from_iterable(read.faults for read in reads)) else 0


def _preview_or_yes(parser: ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--preview", action="store_true", help="only tell what is read")
    either.add_argument(
        "--yes",
        action="store_true",
        help="save what is clear and not written yet, in one step; nothing that is written changes,"
        " and what is not clear is only told",
    )


_PHOTOS = argument(
    "photos",
    type=Path,
    nargs="+",
    metavar="PHOTO",
    help="photos of filled-in week sheets: JPEG, PNG, HEIC and others; they are not kept",
)
_READ = (
    _PHOTOS,
    _preview_or_yes,
    argument("--helper", type=name, metavar="NAME", help="who did what stands on the sheets"),
    argument(
        "--format", choices=["text", "json"], default="text", help="how it is told (default: text)"
    ),
)
_CROPS = (
    _PHOTOS,
    argument(
        "--out",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="an empty folder, or a new one; look at what is in it before you give it to anybody",
    ),
)
COMMANDS = {"read": Command(_read, _READ), "crops": Command(_crops, _CROPS)}
