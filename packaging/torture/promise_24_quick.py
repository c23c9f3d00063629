"""Measures a journal of 100,000 practices beside bare tools, as `dev.py bench` does.

Only in full: a figure measured while other tests run says nothing. A planted fault is looked for in
saving alone, which is measured by turns.
"""

import json
import subprocess
import time
from pathlib import Path

from homejournal.domain.records.changes import Change
from homejournal.domain.records.record import Record
from homejournal.services.records.records import Records
from torture import children
from torture.frame import Result, Scale, nothing_tried

PROMISE = "A journal of many years stays quick"
TRIED = "figures of the bench within their limits"


def run(scale: Scale) -> Result:
    if scale.quick and not scale.mutant:
        return nothing_tried("measured by `dev.py bench` and in full alone, never beside tests")
    told = scale.folder / "figures.json"
    what = "measure_saving" if scale.quick else "measure"
    with children.start(scale, what, told, stderr=subprocess.STDOUT) as program:
        said, _ = program.communicate()
    if not told.exists():
        last = said.decode(errors="replace").strip().splitlines()[-1:]
        return nothing_tried(f"the bench did not run: {' '.join(last)}")
    figures = json.loads(told.read_text())
    over = [figure for figure in figures if figure["ratio"] > figure["limit"]]
    notes = tuple(f"{one['name']}: {one['ratio']:.2f}, limit {one['limit']:g}" for one in over)
    return Result(len(figures), len(figures) - len(over), len(over), notes)


def measure(told: str) -> None:
    """Measure as the bench does, and write the figures down."""
    from bench.run import measure_all
    from bench.table import as_json

    Path(told).write_text(as_json(measure_all(None, quick=True).figures), encoding="utf-8")


def measure_saving(told: str) -> None:
    """Measure how a save in a small journal compares with the bare driver, and write it down."""
    from bench.disk import bench_folder
    from bench.journals import small_journal
    from bench.saving import saving
    from bench.table import as_json

    figure = saving(small_journal(bench_folder(None)), repeats=20)
    Path(told).write_text(as_json([figure]), encoding="utf-8")


def _save_slowly() -> None:
    """Wait a fifth of a second in each save."""
    save = Records.save

    def slow(self: Records, *records: Record) -> Change:
        time.sleep(0.2)
        return save(self, *records)

    Records.save = slow  # type: ignore[method-assign]


MUTANTS = {"each_save_waits": _save_slowly}
