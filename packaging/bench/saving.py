"""Saving one practice with its note, beside the bare driver writing the very same rows."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from uuid import uuid4

from bench.family import TODAY, number, strategy_id
from bench.journals import bench_clock, copy_of, opened
from bench.table import Figure
from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.family_journal import FamilyJournal
from homejournal.storage.file.connection import Connection, connect
from homejournal.storage.file.journal_folder import JournalFolder

SAVED_BEFORE = 20
"""Saves that are not counted: the first ones compile statements and fill the cache."""
WORDS = (
    "Mia looked up from the cup, reached for my hand and waited until I looked. Then she smiled."
)
Written = list[tuple[str, list[tuple[object, ...]]]]
"""Statements of the driver and their rows."""
_TABLES = {"key": "id", "revision": "seq", "head": "record", "practice": "record"}


def saving(journal: Path, *, repeats: int) -> Figure:
    """Measure both by turns, each in its own copy of the journal."""
    ours, theirs = copy_of(journal, "saving"), copy_of(journal, "driver")
    family = opened(ours)
    driver = connect(JournalFolder(theirs).journal, write=True)
    watching = connect(JournalFolder(ours).journal, write=False)
    times: list[tuple[float, float]] = []
    try:
        for _ in range(SAVED_BEFORE + repeats):
            last = _last(watching)
            mine = _timed_save(family)
            times.append((mine, _timed_rows(driver, _rows_after(watching, last))))
    finally:
        watching.close()
        driver.close()
        family.close()
    for copy in (ours, theirs):
        shutil.rmtree(copy)
    counted = times[SAVED_BEFORE:]
    ratio = median(mine for mine, _ in counted) / median(bare for _, bare in counted)
    return Figure("saving a practice with its note / bare driver, same rows", ratio, 2.0, 1.5)


def syncs_of_a_save(journal: Path) -> str:
    """Return how often a save waits for the disk, counted by strace; "" where there is none."""
    if not shutil.which("strace"):
        return ""
    ours = copy_of(journal, "syncs")
    counts = [_syncs(ours, saves) for saves in (1, 11)]
    shutil.rmtree(ours)
    return f"Syncs of a save: {(counts[1] - counts[0]) / 10:g}."


def save_some(journal: Path, saves: int) -> None:
    """Save so many practices; what strace looks at."""
    family = opened(journal)
    for _ in range(saves):
        family.records.save(*told_save())
    family.close()


def told_save() -> tuple[Practice, Note]:
    """Return a practice with its note, both new."""
    practice = Practice(
        id=uuid4(),
        strategy=strategy_id(0),
        day=TODAY,
        routine=number("routine", 1),
        helper=number("helper", 0),
        rating=3,
        rating_kind=RatingKind.HELP,
        written=bench_clock(),
    )
    note = Note(
        id=uuid4(),
        child=number("child"),
        day=TODAY,
        text=WORDS,
        practice=practice.id,
        strategy=practice.strategy,
        helper=practice.helper,
        written=bench_clock(),
    )
    return practice, note


def _timed_save(family: FamilyJournal) -> float:
    told = told_save()
    begin = time.perf_counter()
    family.records.save(*told)
    return time.perf_counter() - begin


def _last(watching: Connection) -> dict[str, int]:
    """Return the greatest number of each table."""
    return {
        table: watching.execute(f"SELECT max({column}) FROM {table}").fetchone()[0]  # noqa: S608
        for table, column in _TABLES.items()
    }


def _rows_after(
    watching: Connection, last: dict[str, int]
) -> list[tuple[str, list[tuple[object, ...]]]]:
    """Return what a save wrote, as statements of the driver and their rows."""
    written = []
    for table, column in _TABLES.items():
        rows = watching.execute(
            f"SELECT * FROM {table} WHERE {column} > ? ORDER BY {column}",  # noqa: S608
            (last[table],),
        ).fetchall()
        signs = ", ".join("?" * len(rows[0]))
        written.append((f"INSERT INTO {table} VALUES({signs})", rows))
    place = next(head[8] for head in written[2][1] if head[6] is not None)
    written.append(("INSERT INTO note_fts(rowid, text) VALUES(?, ?)", [(place, WORDS)]))
    return written


def _timed_rows(driver: Connection, written: Written) -> float:
    begin = time.perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    for statement, rows in written:
        for row in rows:
            driver.execute(statement, row)
    driver.execute("COMMIT")
    return time.perf_counter() - begin


def _syncs(journal: Path, saves: int) -> int:
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r}); "
        f"from pathlib import Path; from bench.saving import save_some; "
        f"save_some(Path({str(journal)!r}), {saves})"
    )
    watched = ["strace", "-f", "-e", "trace=fsync,fdatasync,sync_file_range,syncfs"]
    done = subprocess.run(
        [*watched, sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stderr.count("sync(")
