"""What photos of sheets say as JSON, for other programs: what `homejournal-cli sheet read` prints.

What is written in the journal already is told by a state alone; an export has all of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from uuid import UUID

from homejournal.domain.papers.sheet_reading import PhotoRead
from homejournal.domain.today.sheet_photo import (
    CellState,
    PhotoCell,
    PhotoDay,
    PhotoPage,
    PhotosShown,
)
from homejournal.domain.today.week_cells import CellInput


def sheet_photos_json(
    photos: Sequence[tuple[str, PhotoRead]],
    shown: PhotosShown,
    names: Mapping[UUID, str],
    *,
    saved: bool,
) -> dict[str, object]:
    """Return what each file and each page of photos says, without what was left blank.

    With `saved` all that has the state "read" was saved.
    """
    return {
        "photos": [
            {"file": file, "pages": len(read.pages), "faults": [*map(str, read.faults)]}
            for file, read in photos
        ],
        "pages": [_page(page, names) for page in shown.pages],
        "saved": saved,
    }


def _page(page: PhotoPage, names: Mapping[UUID, str]) -> dict[str, object]:
    sheet = page.sheet
    return {
        "sheet": str(sheet.id),
        "child": {"id": str(sheet.child), "name": names[sheet.child]},
        "week": sheet.week.isoformat(),
        "page": sheet.page,
        "empty": page.empty,
        "plan_changed": page.plan_changed,
        "cells": [*_cells(page, names)],
        "days": [_day(one) for one in page.days if one.state is not CellState.BLANK],
    }


def _cells(page: PhotoPage, names: Mapping[UUID, str]) -> Iterator[dict[str, object]]:
    for row in page.rows:
        strategy = {"id": str(row.strategy.id), "name": names[row.strategy.id]}
        for cell in row.cells:
            if cell.state is not CellState.BLANK:
                yield {"strategy": strategy, **_cell(cell)}


def _cell(cell: PhotoCell) -> dict[str, object]:
    key, day = cell.cell.place
    return {
        "slot": key.slot,
        "place": key.place,
        "day": day.isoformat(),
        "rating": str(cell.cell.rating.kind),
        "state": str(cell.state),
        "read": _input(cell.read) if cell.read else None,
        "doubt": _text(cell.doubt),
        "likely": [_input(one) for one in cell.likely],
    }


def _input(read: CellInput) -> dict[str, object]:
    """Return what boxes say: levels, null where there are none, and what is said in their place."""
    return {"times": [*read.times], "mark": _text(read.mark)}


def _day(day: PhotoDay) -> dict[str, object]:
    return {
        "day": day.day.isoformat(),
        "state": str(day.state),
        "read": _text(day.read),
        "doubt": _text(day.doubt),
        "likely": [*map(str, day.likely)],
    }


def _text(word: StrEnum | None) -> str | None:
    return None if word is None else str(word)
