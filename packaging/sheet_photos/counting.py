"""The figures of several runs added up, as the torture does for its parts.

`results.json` keeps the figures of a run for the number of its first photo. Delete it after a
change of the reader or of the simulation: figures of two readers do not add up.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from console import StopError
from sheet_photos.figures import Figures, OfPhotos, Share

RESULTS = Path(__file__).with_name("results.json")


class Run(NamedTuple):
    """A run of so many photos from a number on, the day that it was made on, and its figures."""

    first: int
    many: int
    made: str
    figures: Figures


def run_of(figures: Figures, first: int, many: int) -> Run:
    return Run(first, many, datetime.now(UTC).date().isoformat(), figures)


def as_json(run: Run) -> str:
    return json.dumps(run, ensure_ascii=False, separators=(",", ":"))


def added_up(files: Iterable[Path], results: Path = RESULTS) -> list[Run]:
    """Take the runs of these files into the results, and return all runs in their order."""
    known = json.loads(results.read_text(encoding="utf-8")) if results.exists() else []
    told = [*known, *(json.loads(file.read_text(encoding="utf-8")) for file in files)]
    runs = {run.first: run for run in map(_run, told)}  # the same photos count once
    every = [runs[first] for first in sorted(runs)]
    for before, after in pairwise(every):
        if before.first + before.many > after.first:
            raise StopError(f"The photos from {after.first} on would count twice.")
    lines = ",\n".join(map(as_json, every))
    results.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return every


def _run(told: list[Any]) -> Run:
    first, many, made, (photos, usual, refused, times, plain, odd, pens, ways, whys) = told
    plain, odd, pens = (
        {name: Share(*one) for name, one in each.items()} for each in (plain, odd, pens)
    )
    ways = {
        way: {name: OfPhotos(many, off, Share(*one)) for name, (many, off, one) in groups.items()}
        for way, groups in ways.items()
    }
    return Run(
        first, many, made, Figures(photos, usual, refused, times, plain, odd, pens, ways, whys)
    )
