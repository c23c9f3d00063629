"""The doors of a photographed week: spoiled photos of it, and odd words on where its boxes are."""

import io
import json
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from homejournal.domain.papers.sheet_places import KeptSheets, kept_sheets_by_code, places_of
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.record import Kind
from homejournal.exchange.journal_json import read_journal_json
from homejournal.exchange.sheet_photo.reading import read_photo
from homejournal.services.opening import example_photo
from torture.grammar import as_bytes, json_text, odd

_SIDE = 1_300
"""Pixels: enough to read the page, and soon read."""


@cache
def photo() -> bytes:
    """Return a small photo of the example's filled week."""
    from PIL import Image

    made = io.BytesIO()
    with Image.open(example_photo()) as whole:
        whole.thumbnail((_SIDE, _SIDE))
        whole.save(made, "JPEG", quality=80)
    return made.getvalue()


def odd_week(chance: Random) -> bytes:
    """Return a journal's file whose printed week says odd things."""
    return as_bytes(json_text({**_FILE, "sheets": odd(_weeks(), chance)}))


def read_spoiled(data: bytes) -> bool:
    """Read a photo as one of the example's week; return whether a page of it was read."""
    return _read(data, _kept(as_bytes(json.dumps({**_FILE, "sheets": _weeks()}))))


def read_by(data: bytes) -> bool:
    """Read a sound photo by what a file says of its week; raises what a family is told of it."""
    kept = _kept(data)
    for sheet in kept.values():
        places_of(sheet)
    return _read(photo(), kept)


_FILE = {"format": "homejournal", "schema": 2}


@cache
def _weeks() -> Any:  # noqa: ANN401 (any JSON)
    return json.loads(example_photo().with_suffix(".json").read_text(encoding="utf-8"))


@cache
def _known() -> dict[UUID, Kind]:
    """Return what the journal of the week has, so that the week alone can be read."""
    told = {UUID(one["child"]): Kind.CHILD for one in _weeks()}
    for row in (row for one in _weeks() for row in one["rows"]):
        told |= {UUID(row["strategy"]): Kind.STRATEGY, UUID(row["step"]): Kind.PLAN_STEP}
    return told


def _kept(data: bytes) -> KeptSheets:
    records = (entry.record for entry in read_journal_json(data, _known().get).entries)
    return kept_sheets_by_code(one for one in records if isinstance(one, Sheet))


def _read(data: bytes, kept: KeptSheets) -> bool:
    read = read_photo(data, kept)
    assert read.pages or read.faults, "nothing was read, and nothing is told"  # noqa: S101
    return bool(read.pages)
