"""One filter: the list, the file and the numbers hold the same entries, whoever asks."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.journal.fitting_entries import fitting_ids
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.services.import_export import WholeFile
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, mark, note, planned, practice, private_note

EN = wording_of("en")
ENTRIES = (Kind.PRACTICE, Kind.DAY_MARK, Kind.NOTE, Kind.PRIVATE_NOTE, Kind.LIFE_EVENT)
BEFORE = TODAY - timedelta(days=40)


class Lived:
    """Two children, two people who write for each other, and one of everything in between."""

    def __init__(self, journal):
        self.journal = journal
        self.child, self.wait = planned(journal)
        self.other, self.theirs = planned(journal, name="Leo")
        self.mom, self.pa = (Helper(id=uuid4(), name=name) for name in ("Mom", "Pa"))
        self.dana, self.bath = TeamMember(id=uuid4(), name="Dana"), Routine(id=uuid4(), name="Bath")
        _, self.reach = self._second()
        mom, pa = self.mom.id, self.pa.id
        self.done = practice(self.wait, helper=pa, written_by=mom, routine=self.bath.id)
        self.plain = practice(self.reach, helper=mom, day=BEFORE)
        self.said = self._note(self.done, "The cup again", helper=pa, flags=(Flag.CELEBRATION,))
        self.typed = self._note(self.plain, "A spoon", helper=mom, written_by=pa)
        self.alone = note(self.child, "First word, cup", helper=mom, flags=(Flag.QUESTION,))
        self.quoting = note(self.child, f'"written_by":"{pa}" said nobody', helper=mom)
        self.secret = private_note(self.child, strategy=self.wait.id, practice=self.done.id)
        self.not_today = mark(self.child, strategy=self.wait.id, helper=pa, day=BEFORE)
        self.moved = LifeEvent(id=uuid4(), child=self.child.id, day=BEFORE, words="Moved a cup")
        journal.records.save(self.mom, self.pa, self.dana, self.bath)
        journal.records.save(
            replace(self.wait, suggested_by=self.dana.id),
            *(self.done, self.plain, self.said, self.typed, self.alone, self.quoting),
            *(self.secret, self.not_today, self.moved, practice(self.theirs, helper=mom)),
        )
        for entry in (self.typed, self.alone):
            media = journal.media.put_photo(KeptFile(entry.id.bytes, JPEG), "a.jpg", entry)
            journal.media.add(media)

    def _second(self):
        from tests.journals import step, strategy

        reach = strategy(self.child, name="Reach")
        self.journal.records.save(reach, step(reach))
        return self.child, reach

    def _note(self, on: Practice, text: str, **more) -> Note:
        told = {"practice": on.id, "strategy": on.strategy, "day": on.day}
        return note(self.child, text, **told, **more)

    def everything(self):
        return [record for kind in Kind for record in self.journal.records.all_of(kind)]

    def filters(self):
        """Yield the filter of each choice, and of each pair of choices."""
        plain = EntryFilter(child=self.child.id)
        choices = [
            (FilterPart.DATES, (TODAY, None)),
            (FilterPart.DATES, (None, BEFORE)),
            (FilterPart.STRATEGY, (self.wait.id,)),
            (FilterPart.SUGGESTED_BY, (self.dana.id,)),
            (FilterPart.ROUTINE, (self.bath.id,)),
            *((part, (one.id,)) for part in (FilterPart.HELPER, FilterPart.WRITTEN_BY)
              for one in (self.mom, self.pa)),
            *((FilterPart.NOTE, (flag, False)) for flag in Flag),
            (FilterPart.NOTE, (None, True)),
            (FilterPart.PHOTOS, (True,)),
            (FilterPart.WORDS, ("cup",)),
        ]  # fmt: skip
        yield plain
        for part, values in choices:
            yield plain.choosing(part, *values)
        for (one, values), (other, more) in combinations(choices, 2):
            if one is not other:
                yield plain.choosing(one, *values).choosing(other, *more)


@pytest.fixture
def lived(journal):
    return Lived(journal)


def listed(lived, asked):
    """Return what the list shows: a note on an entry is with it, unless notes are asked for."""
    entries = lived.journal.timeline.page_with_life(asked)
    assert len(entries) == sum(month.entries for month in lived.journal.timeline.months(asked))
    return {entry.record.id for entry in entries}


def test_the_list_and_the_file_hold_the_same_entries(lived):
    everything = lived.everything()
    entries = {one.id: one for kind in ENTRIES for one in lived.journal.records.all_of(kind)}
    for asked in lived.filters():
        kept = {id_ for id_ in fitting_ids(everything, asked) if id_ in entries}
        shown = listed(lived, asked)
        assert shown <= kept, asked
        more = [entries[one] for one in kept - shown]
        named = {entries[one].practice for one in kept if is_note(entries[one])}
        assert {one.id for one in more if not is_note(one)} <= named, asked
        assert all(one.practice for one in more if is_note(one)), asked


def is_note(record) -> bool:
    return isinstance(record, Note | PrivateNote)


def test_who_wrote_it_down_is_told_apart_from_who_did_it(lived):
    asked = EntryFilter(child=lived.child.id)
    assert listed(lived, replace(asked, helper=lived.pa.id)) == {lived.done.id, lived.not_today.id}
    by_pa = listed(lived, replace(asked, written_by=lived.pa.id))
    assert by_pa == {lived.plain.id, lived.not_today.id, lived.done.id}, "a note on it counts, too"
    by_mom = listed(lived, replace(asked, written_by=lived.mom.id))
    assert by_mom == {lived.done.id, lived.plain.id, lived.alone.id, lived.quoting.id}


def test_photos_are_found_on_an_entry_and_on_its_notes(lived):
    asked = EntryFilter(child=lived.child.id, photos=True)
    assert listed(lived, asked) == {lived.plain.id, lived.alone.id}


def test_private_notes_are_found_and_no_others(lived):
    assert listed(lived, EntryFilter(child=lived.child.id, private=True)) == {lived.secret.id}


def test_numbers_of_who_wrote_it_say_nothing_of_planned_days(lived):
    asked = EntryFilter(
        child=lived.child.id, strategy=lived.wait.id, **Period(BEFORE, TODAY)._asdict()
    )
    by = {
        who: lived.journal.looking_back.written(replace(asked, written_by=who.id), TODAY)
        for who in (lived.mom, lived.pa)
    }
    assert [len(by[who][0].practices) for who in (lived.mom, lived.pa)] == [1, 0]
    assert all(written[0].narrowed for written in by.values())
    celebrated = [
        lived.journal.looking_back.celebrations(replace(asked, written_by=who.id), TODAY)
        for who in (lived.mom, lived.pa)
    ]
    assert celebrated == [(), (lived.said,)]


def test_numbers_of_who_wrote_it_hold_nothing_that_somebody_else_wrote_after(lived):
    lived.journal.records.save(practice(lived.wait, helper=lived.pa.id))
    lived.journal.records.save(practice(lived.wait, helper=lived.mom.id))
    asked = EntryFilter(
        child=lived.child.id, strategy=lived.wait.id, **Period(BEFORE, TODAY)._asdict()
    )
    ours = [
        lived.journal.looking_back.written(replace(asked, written_by=who.id), TODAY)[0].practices
        for who in (lived.mom, lived.pa)
    ]
    assert [len(practices) for practices in ours] == [2, 1]


def test_the_list_goes_on_towards_what_is_newer(lived):
    timeline, asked = lived.journal.timeline, EntryFilter(child=lived.child.id)
    whole = [entry.record.id for entry in timeline.page_with_life(asked)]
    since = timeline.end_of(BEFORE)
    older = [entry.record.id for entry in timeline.page_with_life(asked, before=since)]
    newer = [entry.record.id for entry in timeline.newer_with_life(asked, since=since)]
    assert newer + older == whole
    (next_one,) = timeline.newer_with_life(asked, since=since, limit=1)
    assert next_one.record.id == newer[-1]
    nobody = EntryFilter(child=uuid4())
    assert timeline.newer_with_life(nobody, since=0) == []
    assert timeline.months(nobody) == ()


def told(journal, asked):
    data = journal.files.whole(WholeFile.JSON, EN, asked).data
    return json.loads(data)


def test_a_file_of_some_entries_comes_in_elsewhere_and_covers_no_days(lived, journals):
    asked = EntryFilter(child=lived.child.id, flag=Flag.CELEBRATION)
    file = told(lived.journal, asked)
    assert [one["id"] for one in file["practices"]] == [str(lived.done.id)]
    assert [one["name"] for one in file["children"]] == [lived.child.name]
    assert "through" not in file or file["through"] is None
    there = journals.new("there")
    there.files.import_json(json.dumps(file).encode())
    assert there.files.check().is_sound
    assert listed(Elsewhere(there), asked) == {lived.said.id}


class Elsewhere:
    def __init__(self, journal):
        self.journal = journal


def test_a_file_of_everything_a_child_has_leaves_the_other_child_out(lived):
    file = told(lived.journal, EntryFilter(child=lived.child.id))
    assert len(file["children"]) == 1
    assert {one["id"] for one in file["strategies"]} == {str(lived.wait.id), str(lived.reach.id)}
    assert len(file["plan_steps"]) >= 2


def sheets(journal, asked):
    data = journal.files.whole(WholeFile.XLSX, EN, asked).data
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read("xl/workbook.xml").decode()


def test_no_day_is_told_in_a_workbook_of_some_entries(lived):
    asked = EntryFilter(child=lived.child.id)
    assert "Days" in sheets(lived.journal, asked)
    assert "Days" in sheets(lived.journal, replace(asked, start=TODAY, strategy=lived.wait.id))
    assert "Days" not in sheets(lived.journal, replace(asked, helper=lived.pa.id))
    assert "Days" not in sheets(lived.journal, replace(asked, start=date(2030, 1, 1)))
