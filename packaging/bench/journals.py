"""The measured journals: made once through the services, then kept for the next run."""

import hashlib
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

import homejournal.domain.records.codec
import homejournal.domain.records.revisions
from bench import family as made
from bench.family import LOG_FROM, PRACTICES, BenchFamily
from console import tell
from homejournal.domain.records.record import Record
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from homejournal.storage.file import connection
from homejournal.storage.records import kind_numbers, projection, tables

DEVICE = UUID(int=7 << 64 | 0x4 << 76 | 0x8 << 60)
SMALL = 1_000
IN_ONE_STEP = 5_000


def bench_clock() -> datetime:
    """Return the evening of the family's last day."""
    return LOG_FROM.astimezone()


def journals(folder: Path) -> tuple[Path, Path]:
    """Return the folders of the journal with 100,000 practices and of that with 1,000."""
    return _kept(folder, PRACTICES), small_journal(folder)


def small_journal(folder: Path) -> Path:
    """Return the folder of the journal with 1,000 practices."""
    return _kept(folder, SMALL)


def opened(folder: Path) -> FamilyJournal:
    """Open a journal to write in it."""
    return open_journal(folder, clock=bench_clock, device=DEVICE)


def copy_of(journal: Path, name: str) -> Path:
    """Return a fresh copy of a journal beside it, so that what is measured changes no original."""
    copy = journal.with_name(f"{journal.name}-{name}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(journal, copy)
    return copy


def _kept(folder: Path, practices: int) -> Path:
    journal = folder / f"{practices}-{_maker_print()}"
    if not journal.exists():
        for old in folder.glob(f"{practices}-*"):
            shutil.rmtree(old)
        tell(f"Making a journal of {practices:,} practices, once: up to a minute ...")
        unfinished = folder / f"unfinished-{practices}"
        shutil.rmtree(unfinished, ignore_errors=True)
        _make(unfinished, BenchFamily(practices))
        unfinished.rename(journal)
    return journal


def _make(folder: Path, family: BenchFamily) -> None:
    journal = create_journal(folder, clock=bench_clock, device=DEVICE)
    try:
        journal.records.save(*family.small())
        for part in _parts(family.entries()):
            journal.records.save(*part)
    finally:
        journal.close()


def _parts(records: Iterable[Record]) -> Iterator[list[Record]]:
    left = iter(records)
    while part := list(islice(left, IN_ONE_STEP)):
        yield part


def _maker_print() -> str:
    """Return a short text that changes with whatever decides how these journals look on disk."""
    sources = (
        made,
        sys.modules[__name__],
        kind_numbers,
        connection,
        projection,
        tables,
        homejournal.domain.records.revisions,
        homejournal.domain.records.codec,
    )
    whole = b"".join(Path(str(source.__file__)).read_bytes() for source in sources)
    return hashlib.sha256(whole).hexdigest()[:12]
