"""The example family: a copy of the bundled one whose last day is today."""

import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from homejournal.resources import resource
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import Clock, create_journal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T.+")
_WEEK = 7


def create_example(folder: Path, *, clock: Clock, device: UUID) -> FamilyJournal:
    """Make a journal of the example family in an empty folder; it is marked as an example.

    All its days move by whole weeks, so that its last week is this one and weekdays stay.
    """
    told = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))
    through = date.fromisoformat(told["through"])
    journal = create_journal(folder, clock=clock, device=device, example=True)
    weeks = (journal.today() - through).days // _WEEK
    moved = _moved(told, timedelta(weeks=weeks))
    journal.files.import_json(json.dumps(moved, ensure_ascii=False).encode())
    return journal


def _moved(value: object, by: timedelta) -> object:
    if isinstance(value, dict):
        return {name: _moved(part, by) for name, part in value.items()}
    if isinstance(value, list):
        return [_moved(part, by) for part in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        return (date.fromisoformat(value) + by).isoformat()
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return (datetime.fromisoformat(value) + by).isoformat()
    return value
