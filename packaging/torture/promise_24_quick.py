"""Measures a journal of 100,000 practices beside bare tools, as `dev.py bench` does.

Only in full: a figure measured while other tests run says nothing.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from homejournal.domain.changes import Change
from homejournal.domain.record import Record
from homejournal.services.records import Records
from torture.frame import Result, Scale, nothing_tried

PROMISE = "A journal of many years stays quick"
TRIED = "figures of the bench within their limits"
_BENCH = Path(__file__).resolve().parents[1] / "bench"


def run(scale: Scale) -> Result:
    if scale.quick:
        return nothing_tried("measured by `dev.py bench` and in full alone, never beside tests")
    told = scale.folder / "figures.json"
    command = [sys.executable, str(_BENCH), "--quick", "--json", str(told)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if not told.exists():
        last = (done.stdout + done.stderr).strip().splitlines()[-1:]
        return nothing_tried(f"the bench did not run: {' '.join(last)}")
    figures = json.loads(told.read_text())
    over = [one for one in figures if one["ratio"] > one["limit"]]
    notes = tuple(f"{one['name']}: {one['ratio']:.2f}, limit {one['limit']:g}" for one in over)
    return Result(len(figures), len(figures) - len(over), len(over), notes)


def _save_slowly() -> None:
    """Wait a twentieth of a second in each save."""
    save = Records.save

    def slow(self: Records, *records: Record) -> Change:
        time.sleep(0.05)
        return save(self, *records)

    Records.save = slow  # type: ignore[method-assign]


MUTANTS = {"each_save_waits": _save_slowly}
