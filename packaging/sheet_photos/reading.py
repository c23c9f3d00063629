"""Letting the program read photos, on all cores, and comparing with what was meant."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from homejournal.domain.papers.sheet_places import kept_sheets_by_code
from homejournal.exchange.sheet_photo.reading import read_photo
from sheet_photos.outcomes import Judged, Outcome
from sheet_photos.photos import Photo, make
from sheet_photos.sheets import SHEETS, Answer, kept_pages
from sheet_photos.truth import Said, Told, verdict

_AT_ONCE = 12
"""So many photos of one sheet are one task: the sheet is drawn once for them."""


def read_all(seeds: Iterable[int], show: Path | None, jobs: int = 0) -> Iterator[Outcome]:
    """Make and read these photos on all cores; with `show` each is kept in that folder."""
    tasks = [(task, show) for task in _tasks(seeds)]
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        for outcomes in pool.map(_read_some, tasks):
            yield from outcomes


def _tasks(seeds: Iterable[int]) -> list[list[int]]:
    by_sheet: dict[int, list[int]] = {}
    for seed in seeds:
        by_sheet.setdefault(seed % SHEETS, []).append(seed)
    return [
        same[begin : begin + _AT_ONCE]
        for same in by_sheet.values()
        for begin in range(0, len(same), _AT_ONCE)
    ]


def _read_some(task: tuple[Sequence[int], Path | None]) -> list[Outcome]:
    seeds, show = task
    outcomes = []
    for seed in seeds:
        photo = make(seed)
        if show:
            (show / f"{seed:05}.jpg").write_bytes(photo.data)
        outcomes.append(read(photo))
    return outcomes


def read(photo: Photo, sheets: Iterable[int] = range(SHEETS)) -> Outcome:
    """Let the program read one photo among what was printed of these sheets, and compare."""
    kept = _kept(tuple(sheets))
    begin = time.process_time()
    found = read_photo(photo.data, kept)
    seconds = time.process_time() - begin
    pages = [page for page in found.pages if page.sheet.id == photo.sheet.kept.id]
    faults = ", ".join(map(str, found.faults)) or ("" if pages else "another sheet")
    if not pages:
        return _outcome(photo, seconds, faults, ())
    said = _said(pages[0])
    if pages[0].empty:  # the family is asked whether it is the right photo
        said = {key: Said(asks=True) if one.answer else one for key, one in said.items()}
    judged = [_judged(told, said.get((told.row, told.day), Said())) for told in photo.told]
    return _outcome(photo, seconds, "", tuple(judged))


def _outcome(photo: Photo, seconds: float, refused: str, judged: tuple[Judged, ...]) -> Outcome:
    return Outcome(photo.seed, photo.kinds, seconds, refused, judged)


def _judged(told: Told, said: Said) -> Judged:
    return Judged(told.kind, told.plain, told.meant, told.pen, verdict(told, said))


def _said(page: Any) -> dict[tuple[int | None, int], Said]:  # noqa: ANN401 (of one shape only)
    """Return what was read of each choice; where something is written, its number is asked."""
    found = {(one.row, one.day): _one(one) for one in page.choices}
    return found | {(None, day.day): _one(day) for day in page.days}


def _one(read: Any) -> Said:  # noqa: ANN401 (a choice or a day, of which both have the same)
    if read.doubt is not None:
        return Said(asks=True)
    place = read.ticked
    if place is None:
        return Said()
    answer: Answer = (str(place.what), place.level)
    return Said(answer, asks=str(place.by) != "box")


@cache
def _kept(sheets: Sequence[int]) -> Any:  # noqa: ANN401 (the reader's own)
    """Return what the journal of these families keeps: the right sheet is to be found in it."""
    return kept_sheets_by_code(page for number in sheets for page in kept_pages(number))
