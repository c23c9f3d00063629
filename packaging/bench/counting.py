"""Counting ten years of one strategy, beside the bare driver reading the same narrow rows."""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.family import FIRST_DAY, TODAY, number, strategy_id
from bench.journals import opened
from bench.table import Figure
from homejournal.domain.days.periods import Period
from homejournal.storage.file.connection import connect
from homejournal.storage.file.journal_folder import JournalFolder

_NARROW = (
    "SELECT day, slot, routine, kind, level, number, took, of, written, versions FROM practice "
    "WHERE strategy = ? AND day BETWEEN ? AND ? ORDER BY day"
)


def counting(journal: Path, *, repeats: int) -> Figure:
    """Measure both by turns in the large journal."""
    family = opened(journal)
    driver = connect(JournalFolder(journal).journal, write=False)
    key = driver.execute("SELECT id FROM key WHERE uuid = ?", (strategy_id(0).bytes,)).fetchone()[0]
    ten_years = Period(FIRST_DAY, TODAY)
    asked = (key, *map(str, ten_years))

    def ours() -> int:
        told = family.numbers.of_child(number("child"), ten_years, TODAY, [strategy_id(0)])
        return len(told.strategies)

    def bare() -> int:
        return len(driver.execute(_NARROW, asked).fetchall())

    times = [(timed(ours), timed(bare)) for _ in range(repeats + 1)][1:]
    rows = bare()
    driver.close()
    family.close()
    ratio = median(mine for mine, _ in times) / median(read for _, read in times)
    return Figure(f"numbers of {rows:,} practices / reading their narrow rows", ratio, 6, 3)


def timed(call: Callable[[], object]) -> float:
    """Return how many seconds a call takes, starting from a tidy memory.

    Python's own search for garbage is off meanwhile, as in the program, which does it between the
    work; else the figure would tell how much is loaded beside.
    """
    gc.collect()
    gc.disable()
    begin = time.perf_counter()
    try:
        call()
        return time.perf_counter() - begin
    finally:
        gc.enable()
