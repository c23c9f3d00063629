"""Spoils every kind of file that comes in, in a hundred thousand ways."""

import json
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from homejournal.domain.errors import Fault
from homejournal.domain.records.children import Child
from homejournal.exchange import batch_file, journal_json, pack_file, plan_file
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.import_export import Files, Imported
from torture.doors import Door, doors, fill
from torture.frame import Result, Scale
from torture.story import begin, opened
from torture.walking import mebibytes, there, walked

PROMISE = "A file that comes in breaks nothing: all of it, or nothing"
TRIED = "spoiled files at every door"
_SHARES = {
    "a journal's file": 20,
    "tables of a journal": 10,
    "a table kept before": 5,
    "a plan file": 15,
    "what a pack holds": 15,
    "a batch of a sharing folder": 10,
    "a journal of SQLite": 5,
    "a picture": 4,
    "a photo of a week": 1,
    "a photo of a sharing folder": 5,
    "locked keys": 10,
}
"""In per cent."""
_MOST_MIB = 300
_ENOUGH = 10


def run(scale: Scale) -> Result:
    files = scale.times(full=100_000, quick=2_500, usual=400)
    begin(scale.folder / "journal")
    with closing(opened(scale.folder / "journal")) as journal:
        fill(journal)
        return _all_doors(scale, journal, files)


def _all_doors(scale: Scale, journal: FamilyJournal, files: int) -> Result:
    result, before = Result(0, 0, 0), mebibytes()
    for door in doors(journal, scale.folder):
        result += _spoil(scale, journal, door, files * _SHARES[door.name] // 100)
        if result.lost and scale.mutant:
            return result
    more = mebibytes() - before
    if more > _MOST_MIB:
        result += Result(1, 0, 1, (f"it took {more} MiB of memory",))
    if not journal.files.check().is_sound:
        result += Result(1, 0, 1, ("the check finds damage",))
    return result


def _spoil(scale: Scale, journal: FamilyJournal, door: Door, files: int) -> Result:
    chance = scale.random(door.name)
    taken, wrong, slowest = Counter[str](), list[str](), 0.0
    for number in range(files):
        data = chance.choice(door.spoil)(chance.choice(door.sound), chance)
        before, begins = there(journal), time.perf_counter()
        verdict = walked(door.walk, data)
        slowest = max(slowest, time.perf_counter() - begins)
        taken[verdict if verdict in {"taken", "refused"} else "other"] += 1
        if verdict not in {"taken", "refused"}:
            wrong.append(_told(scale, door, number, data, verdict))
        elif verdict == "refused" and there(journal) != before:
            wrong.append(_told(scale, door, number, data, "refused, and yet something was written"))
        if len(wrong) >= _ENOUGH or (wrong and scale.mutant):
            break
    counted = f"taken {taken['taken']:,}, refused {taken['refused']:,}, slowest {slowest:.2f} s"
    tried = sum(taken.values())
    return Result(tried, tried - len(wrong), len(wrong), (f"{door.name}: {counted}", *wrong))


def _told(scale: Scale, door: Door, number: int, data: bytes, verdict: str) -> str:
    """Return what went wrong; the file is kept where somebody can look at it."""
    kept = Path("/tmp") / f"torture-{scale.module}-{door.name.replace(' ', '-')}-{number}"
    if not scale.mutant:
        kept.write_bytes(data)
    return f"{door.name}, file {number}: {verdict}"


def _read_too_trustingly() -> None:
    """Read JSON as Python does by itself."""

    def trusting(data: bytes) -> tuple[Any, list[Fault]]:
        return json.loads(data), []

    for module in (batch_file, journal_json, pack_file, plan_file):
        setattr(module, "parse_json", trusting)  # noqa: B010 (imported there, not made there)


def _write_before_looking() -> None:
    """Write a part of what comes in before all of it was looked at."""
    whole = Files.import_json

    def hasty(self: Files, data: bytes) -> Imported:
        fresh = Child(id=uuid4(), name="Taken in before the rest was read")
        with self._session.step() as step:
            step.did(step.writer.put([fresh]))
        return whole(self, data)

    Files.import_json = hasty  # type: ignore[method-assign]


MUTANTS = {
    "json_as_python_reads_it": _read_too_trustingly,
    "written_before_it_was_read": _write_before_looking,
}
