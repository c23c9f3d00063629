"""Records of any kind: saved, found, deleted, restored; notes; the family at hand; settings."""

from dataclasses import replace
from datetime import time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings

from homejournal.domain.days.periods import JournalSettings, WeekStart
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.journal.bin import BinSection
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper, Home, TeamMember
from homejournal.domain.records.plan import Routine
from homejournal.domain.records.record import Kind
from homejournal.services.family_journal import FamilyJournal
from tests import records
from tests.journals import (
    NOW,
    TODAY,
    Opened,
    child,
    mark,
    note,
    planned,
    practice,
    practices_on,
    private_note,
    step,
)


@settings(deadline=None, max_examples=15)
@given(family=records.families())
def test_records_of_every_kind_come_back_as_they_were_saved(tmp_path_factory, family):
    opened = Opened(tmp_path_factory.mktemp("family"))
    journal = opened.new()
    journal.records.save(*family)
    for record in family:
        assert journal.records.get(record.id) == record
    for kind in Kind:
        mine = [record for record in family if kind_of(record) is kind]
        assert journal.records.all_of(kind) == mine
    assert journal.files.check().is_sound
    opened.close()


def test_records_are_listed_for_one_child_or_for_all(journal):
    of, what = planned(journal)
    other = child(name="Ana")
    journal.records.save(other, mark(of), mark(other), practice(what))
    assert len(journal.records.all_of(Kind.DAY_MARK)) == 2
    assert [one.child for one in journal.records.all_of(Kind.DAY_MARK, child=of.id)] == [of.id]
    assert journal.records.all_of(Kind.CHILD) == [of, other]
    assert journal.records.get(uuid4()) is None


def test_the_family_at_hand_follows_every_change(journal):
    of, what = planned(journal)
    assert journal.family().strategies_of(of.id) == (what,)
    first = journal.family()
    assert journal.family() is first
    change = journal.records.save(replace(of, name="Matty"))
    assert journal.family().children[of.id].name == "Matty"
    journal.undo(change)
    assert journal.family().children[of.id] == of
    journal.records.save(practice(what))
    again = step(what, from_day=TODAY)
    journal.records.save(again)
    assert journal.family().steps[what.id][-1] == again
    journal.records.save(replace(what, name="Wait"))
    assert journal.family().strategies[what.id].name == "Wait"
    journal.records.save(other := replace(what, id=uuid4()), step(other, id=uuid4()))
    assert len(journal.family().strategies) == 2


def in_bin(journal, of):
    return [one.record for one in journal.bin.page(of.id, BinSection.ENTRIES).deleted]


def test_a_deleted_practice_takes_its_notes_along_and_brings_them_back(journal):
    of, what = planned(journal)
    done = practice(what)
    own = private_note(of, practice=done.id)
    said, earlier = note(of, practice=done.id), note(of, "Deleted before", practice=done.id)
    journal.records.save(done, said, own, earlier)
    journal.records.delete(earlier.id)
    clock = journal._session.clock
    clock.forward(minutes=5)
    journal.records.delete(done.id)
    assert journal.timeline.page(EntryFilter(child=of.id)) == []
    assert in_bin(journal, of) == [done, earlier]
    journal.records.restore(done.id)
    (entry,) = journal.timeline.page(EntryFilter(child=of.id))
    assert entry.record == done
    assert set(entry.notes) == {said, own}
    assert in_bin(journal, of) == [earlier]


def test_what_stands_needs_no_restoring_and_what_never_was_cannot_be(journal):
    of, _ = planned(journal)
    assert journal.records.restore(of.id).moves == ()
    with pytest.raises(RecordMissingError):
        journal.records.restore(uuid4())


class TestNotes:
    def test_a_new_note_is_dated_and_its_draft_goes_in_the_same_step(self, journal):
        of, _ = planned(journal)
        journal.drafts.keep("note", "He poin")
        journal.drafts.keep("other", "stays")
        said = note(of, written=None)
        journal.notes.write(said, draft="note")
        assert journal.records.get(said.id).written == journal._session.clock()
        assert journal.drafts.kept() == {"other": "stays"}

    def test_a_draft_stays_when_the_note_cannot_be_saved(self, journal):
        of, _ = planned(journal)
        journal.drafts.keep("note", "He poin")
        with pytest.raises(ValueError, match="text"):
            journal.notes.write(note(of, " "), draft="note")
        assert journal.drafts.kept() == {"note": "He poin"}

    def test_an_edit_keeps_when_it_was_written(self, journals):
        journal = journals.new()
        of, _ = planned(journal)
        said = note(of)
        journal.notes.write(said)
        journals.clock.forward(days=1)
        journal.notes.edit(said, replace(said, text="More", written=None), draft="x")
        assert journal.records.get(said.id) == replace(said, text="More")

    def test_making_a_note_private_deletes_it_and_adds_a_private_one(self, journal):
        of, _ = planned(journal)
        said = note(of, flags=(Flag.QUESTION,))
        journal.notes.write(said)
        own = private_note(of, said.text, written=None)
        change = journal.notes.edit(said, own)
        assert change.kinds == {Kind.NOTE, Kind.PRIVATE_NOTE}
        found = journal.days.between(of.id, TODAY, TODAY)
        assert (found.notes, [one.id for one in found.private_notes]) == ((), [own.id])
        assert found.private_notes[0].written == said.written
        journal.undo(change)
        assert journal.days.between(of.id, TODAY, TODAY).notes == (said,)

    def test_drafts_are_kept_over_a_restart_and_blank_ones_are_not(self, journals):
        journal = journals.new()
        journal.drafts.keep("a", "one")
        journal.drafts.keep("a", "two")
        journal.drafts.keep("b", "gone")
        journal.drafts.keep("b", "  ")
        journal.close()
        again = journals.again()
        assert again.drafts.kept() == {"a": "two"}
        again.drafts.drop("a")
        assert again.drafts.kept() == {}


class TestSettings:
    def test_settings_are_kept_and_the_journal_stays_the_same_one(self, journals):
        journal = journals.new()
        home = Home(id=uuid4(), name="Ours")
        journal.records.save(home)
        mine = journal.settings.id
        told = JournalSettings(
            id=uuid4(), day_end=time(5, 30), week_start=WeekStart.SUNDAY, home=home.id
        )
        journal.change_settings(told)
        assert journal.settings == replace(told, id=mine)
        journal.close()
        assert journals.again().settings == replace(told, id=mine)

    def test_warming_up_can_be_done_in_a_thread(self):
        from threading import Thread

        worker = Thread(target=FamilyJournal.warm_up)
        worker.start()
        worker.join()


def test_the_timeline_shows_days_newest_first_in_pages_with_notes_on_their_practice(journal):
    of, what = planned(journal)
    for back in range(5):
        day = TODAY - timedelta(days=back)
        done = practice(what, day=day)
        journal.records.save(done, note(of, f"day {back}", day=day, practice=done.id))
    asked = EntryFilter(child=of.id)
    first = journal.timeline.page(asked, limit=3)
    rest = journal.timeline.page(asked, before=first[-1].place, limit=3)
    days = [entry.record.day for entry in (*first, *rest)]
    assert days == [TODAY - timedelta(days=back) for back in range(5)]
    assert [entry.notes[0].text for entry in (*first, *rest)] == [f"day {n}" for n in range(5)]
    assert journal.timeline.count(asked) == 5
    assert len(practices_on(journal, of)) == 1


def test_the_timeline_can_be_narrowed(journal):

    of, what = planned(journal)
    helper, dana = Helper(id=uuid4(), name="Grandpa"), TeamMember(id=uuid4(), name="Dana")
    bath = Routine(id=uuid4(), name="bath")
    done = practice(what, helper=helper.id, routine=bath.id)
    asked = note(of, text="What now?", flags=(Flag.QUESTION,), practice=done.id)
    journal.records.save(helper, bath, dana, replace(what, suggested_by=dana.id))
    journal.records.save(done, asked, mark(of), practice(what, day=TODAY.replace(day=1)))

    def found(**said) -> list:
        return [e.record for e in journal.timeline.page(EntryFilter(child=of.id, **said))]

    assert len(found()) == 3
    assert len(found(strategy=what.id)) == 2
    assert found(helper=helper.id) == [done]
    assert found(flag=Flag.QUESTION) == [asked]
    assert found(routine=bath.id) == [done]
    assert found(routine=bath.id, flag=Flag.QUESTION) == found(routine=bath.id, words="wh")
    assert found(routine=bath.id, flag=Flag.QUESTION) == [asked]
    assert len(found(suggested_by=dana.id)) == 2
    assert found(suggested_by=dana.id, routine=bath.id) == [done]
    counted = journal.timeline.count(EntryFilter(child=of.id, suggested_by=dana.id))
    assert counted == 2
    for nobody in ({"routine": uuid4()}, {"suggested_by": uuid4()}):
        assert found(**nobody) == []
    assert found(flag=Flag.CONCERN) == []
    assert len(found(start=TODAY)) == 2
    assert len(found(end=TODAY.replace(day=2))) == 1
    for nobody in ({"strategy": uuid4()}, {"helper": uuid4()}, {"words": "x", "helper": uuid4()}):
        assert found(**nobody) == []
    assert journal.timeline.page(EntryFilter(child=uuid4())) == []
    assert journal.timeline.count(EntryFilter(child=uuid4())) == 0


def test_notes_for_several_children_come_and_go_in_one_step_with_what_was_unfinished(journal):
    ana, luis = child(name="Ana"), child(name="Luis")
    journal.records.save(ana, luis)
    journal.drafts.keep("together:1", "They laugh")
    told = [note(of, "They laughed", written=None) for of in (ana, luis)]
    change = journal.notes.write_together(told, drafts=["together:1"])
    for of in (ana, luis):
        (one,) = journal.days.between(of.id, TODAY, TODAY).notes
        assert (one.text, one.written) == ("They laughed", NOW)
    assert journal.drafts.kept() == {}
    journal.undo(change)
    assert journal.days.between(ana.id, TODAY, TODAY).notes == ()
    assert journal.drafts.kept() == {"together:1": "They laugh"}


def test_a_name_is_put_to_all_that_has_none_and_taken_back_in_one_step(journal):
    noah, strategy = planned(journal)
    mom, dad = Helper(id=uuid4(), name="Mom"), Helper(id=uuid4(), name="Dad")
    nameless = (practice(strategy), mark(noah), note(noah), private_note(noah))
    his = replace(practice(strategy), id=uuid4(), helper=dad.id)
    typed = replace(note(noah), id=uuid4(), written_by=dad.id)
    journal.records.save(mom, dad, *nameless, his, typed)
    change = journal.records.sign(mom.id)
    assert [journal.records.get(one.id) for one in nameless] == [
        replace(one, helper=mom.id) for one in nameless
    ]
    assert [journal.records.get(one.id) for one in (his, typed)] == [his, typed]
    journal.undo(change)
    assert [journal.records.get(one.id) for one in nameless] == [*nameless]
