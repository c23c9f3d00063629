"""The example family is a good file, shows everything, and stays what its script makes."""

import json
import random
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from homejournal.domain.errors import ImportFaultsError
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.plan import PlanStep, Routine
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.exchange.journal_json import read_journal_json, write_journal_json
from homejournal.resources import resource

pytestmark = pytest.mark.unmeasured

ROOT = Path(__file__).resolve().parents[2]
LAST_DAY = date(2026, 6, 28)


@pytest.fixture(scope="module")
def data():
    return resource("example", "family.json").read_bytes()


@pytest.fixture(scope="module")
def records(data):
    return [entry.record for entry in read_journal_json(data).entries]


def test_the_script_writes_the_same_file_again(data, tmp_path):
    script, file = ROOT / "packaging" / "example_family", tmp_path / "family.json"

    subprocess.run([sys.executable, script, file], check=True, capture_output=True)

    assert file.read_bytes() == data


def test_it_is_marked_as_an_example_and_ends_on_its_last_day(data):
    file = read_journal_json(data)

    assert file.settings.example
    assert file.through == LAST_DAY


def test_it_shows_every_kind_but_those_that_need_files(records):
    kinds = Counter(map(kind_of, records))

    assert set(Kind) - set(kinds) == {
        *(Kind.MEDIA, Kind.PAGE, Kind.PACK),
        *(Kind.SHEET, Kind.BOOK),
    }


def test_it_shows_every_rating_flag_mark_and_empty_value(records):
    practices = [record for record in records if isinstance(record, Practice)]
    marks = [record for record in records if isinstance(record, DayMark)]
    notes = [record for record in records if isinstance(record, Note)]

    assert {practice.rating_kind for practice in practices} == set(RatingKind) - {RatingKind.NONE}
    assert {mark.mark for mark in marks} == set(MarkKind)
    assert {flag for note in notes for flag in note.flags} == set(Flag)
    assert any(note.flags == () and note.strategy is None for note in notes)
    assert any(note.answered for note in notes)
    assert any(practice.rating is None for practice in practices)
    assert any(getattr(practice.rating, "took", None) == 0 for practice in practices)
    assert any((practice.written.date() - practice.day).days > 1 for practice in practices)
    assert any("¡" in note.text for note in notes)


def test_what_was_done_at_a_time_of_the_plan_was_done_in_its_routine(records):
    routines = {one.id: one.name.casefold() for one in records if isinstance(one, Routine)}
    practices = [one for one in records if isinstance(one, Practice)]
    assert all(routines[one.routine] == one.slot for one in practices if one.slot)
    # What names no time shows at the first one of its day that is still open.
    times = {
        step.strategy: step.often.slots
        for step in records
        if isinstance(step, PlanStep) and step.often and step.often.slots
    }
    marked = [one for one in records if isinstance(one, DayMark)]
    taken = {(one.strategy, one.day, one.slot) for one in (*practices, *marked)}
    shown = []
    for one in practices:
        at = [
            time
            for time in times.get(one.strategy, ())
            if (one.strategy, one.day, time) not in taken
        ]
        shown += [(routines[one.routine], at[0])] if at and not one.slot else []
    assert shown == [("dinner", "dinner"), ("breakfast", "breakfast")]


def test_whoever_did_what_a_note_tells_of_wrote_the_note(records):
    did_it = {one.id: one.helper for one in records if isinstance(one, Practice)}
    told = [one for one in records if isinstance(one, Note) and one.practice]
    assert len(told) == 8
    assert [one.helper for one in told] == [did_it[one.practice] for one in told]


def test_nothing_is_written_after_the_last_day(records):
    days = {record.day for record in records if isinstance(record, Practice | DayMark | Note)}

    assert max(days) == LAST_DAY


MUTATIONS = 3_000


def test_thousands_of_random_changes_are_taken_or_refused_but_never_crash(data, records, every):
    chance = random.Random(20260628)
    known = {record.id: kind_of(record) for record in records}.get
    told = json.loads(data)
    few = {name: part[:3] if isinstance(part, list) else part for name, part in told.items()}
    small = json.dumps(few).encode()
    taken = refused = 0
    changes = MUTATIONS // every
    for _ in range(changes):
        try:
            file = read_journal_json(_changed(small, chance), known)
        except ImportFaultsError as error:
            refused += len(error.faults) > 0
        else:
            taken += len(write_journal_json(file)) > 0

    assert taken + refused == changes
    assert min(taken, refused) > changes * 0.05


def _changed(data: bytes, chance: random.Random) -> bytes:
    way = chance.randrange(6)
    at = chance.randrange(len(data))
    if way == 0:
        return data[:at]
    if way == 1:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if way == 2:
        return data[:at] + data[at + chance.randrange(1, 40) :]
    if way == 3:
        end = at + chance.randrange(1, 200)
        return data[:end] + data[at:end] + data[end:]
    told = json.loads(data)
    _change_a_value(told, chance)
    return json.dumps(told).encode()


ODD = (
    *(None, True, 0, -1, 2**62, 1.5, float("nan"), "", "x", "\x00", "\ud800", "n" * 300_000),
    *([], {}, [[]], {"id": 1}, [None], "2026-02-30", "24:00", "2026-01-01T00:00:00"),
    *("00000000-0000-4000-8000-000000000000", {"took": 1}, {"kind": "help"}, "1e99"),
)


def _change_a_value(told: object, chance: random.Random) -> None:
    places = []
    waiting = [told]
    while waiting:
        holder = waiting.pop()
        for key in holder if isinstance(holder, dict) else range(len(holder)):
            places.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    holder, key = chance.choice(places)
    way = chance.randrange(3)
    if way == 0:
        holder[key] = chance.choice(ODD)
    elif way == 1 and isinstance(holder, dict):
        holder[chance.choice(["rev", "page", "kind", "from_day", "x", "rating", "home"])] = (
            chance.choice(ODD)
        )
    else:
        other, its_key = chance.choice(places)
        if not isinstance(other[its_key], dict | list):
            holder[key] = other[its_key]
        else:
            holder[key] = {}
