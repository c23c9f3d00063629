"""Asks a journal for all that the program shows of it, and makes a small one with some of each.

It knows nothing of how anything is stored, proved or found: only what the services answer.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.bin import BinSection
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import StrategyWritten
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind, Record
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_example, create_journal
from torture.story import DEVICE, clock

_WORD = re.compile(r"\w+")
_MANY = {Kind.PRACTICE: 24, Kind.DAY_MARK: 5, Kind.NOTE: 7, Kind.PRIVATE_NOTE: 1}
"""So many of these are in the small journal, and of all other kinds at most `_FEW`."""
_FEW = 3
_BACK = timedelta(days=40)
_DAY = timedelta(days=1)


def small_family(folder: Path, chance: Random) -> frozenset[str]:
    """Make a journal with some of each kind, edited, deleted and unfinished; return its words."""
    example = create_example(folder.with_name("example"), clock=clock, device=DEVICE)
    records = {kind: example.records.all_of(kind) for kind in Kind}
    example.close()
    journal = create_journal(folder, clock=clock, device=DEVICE)
    small = (Kind.STRATEGY, Kind.PLAN_STEP, Kind.VISIT, Kind.OUTCOME, Kind.ROUTINE)
    journal.records.save(*(record for kind in small for record in records[kind]))
    for kind in (one for one in Kind if one not in small):
        many = _MANY.get(kind, _FEW)
        journal.records.save(*chance.sample(records[kind], min(many, len(records[kind]))))
    _change_some(journal, chance)
    words = frozenset(
        word for note in journal.records.all_of(Kind.NOTE) for word in _WORD.findall(_text(note))
    )
    journal.close()
    return words


def _change_some(journal: FamilyJournal, chance: Random) -> None:
    notes = [one for one in journal.records.all_of(Kind.NOTE) if isinstance(one, Note)]
    did = [
        practice
        for practice in journal.records.all_of(Kind.PRACTICE)
        if isinstance(practice, Practice)
    ]
    for note in chance.sample(notes, 3):
        journal.records.save(replace(note, text=f"{note.text} Then once-more, with a song."))
    journal.records.delete(notes[0].id, *(practice.id for practice in chance.sample(did, 3)))
    gone = chance.choice(notes[1:])
    journal.records.delete(gone.id)
    purging = journal.safe.purging
    purging.carry_out(purging.of_deleted(gone.id))
    for place in ("note:one", "note:two"):
        journal.drafts.keep(place, f"not finished at {place}")


def _text(note: Record) -> str:
    return note.text if isinstance(note, Note) else ""


def all_told(journal: FamilyJournal, words: frozenset[str]) -> dict[str, Any]:
    """Return all figures, lists, searches and texts of a journal by what they are."""
    return dict(_all_told(journal, words))


def _all_told(journal: FamilyJournal, words: frozenset[str]) -> Iterator[tuple[str, Any]]:
    family = journal.family()
    yield "family", family
    yield "settings", journal.settings
    yield "drafts", journal.drafts.kept()
    yield "records", {kind: journal.records.all_of(kind) for kind in Kind}
    for child in family.children:
        for name, told in _of_child(journal, child, words):
            yield f"{name} of {child}", told


def _of_child(
    journal: FamilyJournal, child: UUID, words: frozenset[str]
) -> Iterator[tuple[str, Any]]:
    today = journal.today()
    begin = journal.numbers.beginning(child) or today
    whole = Period(begin, today)
    yield "begin", (begin, journal.numbers.first_day(child), journal.last_time.newest_day(child))
    yield "numbers", journal.numbers.of_child(child, whole, today)
    yield "days", journal.days.between(child, begin, today)
    yield "looking back", list(_looked_back(journal, child, whole))
    yield (
        "lists",
        [
            (journal.timeline.page(timeline_filter), journal.timeline.count(timeline_filter))
            for timeline_filter in _filters(journal, child, today)
        ],
    )
    yield "searches", {word: _found(journal, child, word) for word in _searched(words)}
    yield "visits", journal.visits.listed(child, today)
    yield "questions", (journal.visits.questions(child), journal.visits.asked(child))
    yield "page", journal.pages.material(child, whole, today)
    yield "bin", [journal.bin.page(child, section) for section in BinSection]
    yield "outcomes", journal.outcomes.of(child)
    yield "feelings", journal.feelings.of(child)
    entries = [
        timeline_entry.record for timeline_entry in journal.timeline.page(EntryFilter(child=child))
    ]
    yield "changed", journal.history.changed(entry.id for entry in entries)
    yield "history", [journal.records.history(entry.id) for entry in entries]


def _looked_back(
    journal: FamilyJournal, child: UUID, whole: Period
) -> Iterator[tuple[StrategyWritten, object]]:
    family = journal.family()
    asked = EntryFilter(child=child, **whole._asdict())
    narrowed = [
        *(replace(asked, helper=one) for one in islice(family.helpers, 2)),
        *(replace(asked, routine=one) for one in islice(family.routines, 2)),
    ]
    for progress_filter in (asked, *narrowed):
        for written in journal.looking_back.written(progress_filter, journal.today()):
            yield written, look_back(written)


def _filters(journal: FamilyJournal, child: UUID, today: date) -> Iterator[EntryFilter]:
    every, family = EntryFilter(child=child), journal.family()
    yield every
    yield replace(every, start=today - _BACK, end=today - _DAY)
    yield from (replace(every, flag=flag) for flag in Flag)
    yield from (replace(every, strategy=strategy) for strategy in family.strategies)
    yield from (replace(every, helper=helper) for helper in family.helpers)


def _searched(words: frozenset[str]) -> list[str]:
    """Return each word and its beginnings, and words that are found as two beside each other."""
    beginnings = {word[:length] for word in words for length in (1, 2, 3)}
    return sorted({*words, *beginnings, "once-more", "once-m"})


def _found(journal: FamilyJournal, child: UUID, words: str) -> list[tuple[int, UUID]]:
    asked = EntryFilter(child=child, words=words)
    return [
        (timeline_entry.place, timeline_entry.record.id)
        for timeline_entry in journal.timeline.page(asked)
    ]
