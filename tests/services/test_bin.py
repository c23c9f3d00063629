"""What was deleted: in its sections, page by page, one child's alone, and brought back whole."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from homejournal.domain.errors import RecordMissingError
from homejournal.domain.journal.bin import STANDS_ON, BinSection, Deleted, kinds_on
from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.kinds import KINDS, REFERENCES
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating
from homejournal.domain.records.media_and_papers import Media, kept_with
from homejournal.domain.records.notes import with_other_privacy
from homejournal.domain.records.people import Channel, Contact, Helper, TeamMember
from homejournal.domain.records.plan import Outcome, Routine
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Asked, Visit
from tests.journals import (
    ELSEWHERE,
    NOW,
    TODAY,
    child,
    mark,
    note,
    planned,
    practice,
    private_note,
    revisions,
    step,
    take_in,
)


def in_bin(journal, of, section):
    return [one.record for one in journal.bin.page(of.id, section).deleted]


def test_every_kind_has_one_section_but_homes_and_what_a_visit_prepares():
    kinds = [kind for section in BinSection for kind in section.value]
    assert sorted(kinds) == sorted(set(Kind) - {Kind.HOME, Kind.DEVICE, Kind.PREPARATION})


def test_what_a_record_stands_on_is_a_reference_of_it():
    for kind, fields in STANDS_ON.items():
        assert set(fields) <= {one.field for one in REFERENCES[kind]}
    assert kinds_on(Kind.VISIT) == (Kind.ASKED,)
    assert set(kinds_on(Kind.NOTE)) == {Kind.MEDIA}
    assert set(KINDS) >= set(STANDS_ON)


def test_entries_stand_last_deleted_first_and_page_by_page(journals):
    journal = journals.new()
    of, what = planned(journal)
    all_ = [practice(what), note(of), mark(of), private_note(of), practice(what)]
    journal.records.save(*all_)
    for one in all_:
        journal.records.delete(one.id)
    first = journal.bin.page(of.id, BinSection.ENTRIES, limit=2)
    rest = journal.bin.page(of.id, BinSection.ENTRIES, before=first.more, limit=9)
    assert [one.record for one in (*first.deleted, *rest.deleted)] == all_[::-1]
    assert (first.section, rest.more) == (BinSection.ENTRIES, None)
    assert journal.bin.moment(first.deleted[0]) == NOW
    assert journal.bin.moment(first.deleted[0]).tzinfo == NOW.tzinfo


def test_what_a_file_deleted_without_saying_when_has_no_moment(journal):
    of, _ = planned(journal)
    assert journal.bin.moment(Deleted(record=of, stamp=("file", None), place=1)) is None


def test_a_strategy_comes_back_with_its_plan_and_a_visit_with_its_questions(journals):
    journal = journals.new()
    of, what = planned(journal)
    steps = journal.family().steps[what.id]
    visit = Visit(id=uuid4(), child=of.id, day=TODAY)
    asked = Asked(id=uuid4(), visit=visit.id, text="Does she point?")
    journal.records.save(visit, asked)
    journal.visits.remove(visit)
    journal.records.delete(what.id, *(one.id for one in steps))
    assert in_bin(journal, of, BinSection.PLAN) == [what]
    assert in_bin(journal, of, BinSection.VISITS) == [visit]
    change = journal.bin.bring_back(what.id)
    assert journal.family().steps[what.id] == steps
    journal.undo(change)
    assert what.id not in journal.family().strategies
    journal.bin.bring_back(visit.id)
    assert journal.records.all_of(Kind.ASKED) == [asked]
    assert in_bin(journal, of, BinSection.VISITS) == []


def test_what_was_deleted_before_is_no_part_and_brings_what_it_stands_on(journals):
    journal = journals.new()
    of, what = planned(journal)
    done = practice(what)
    before, on_it = note(of, "Before", practice=done.id), note(of, "On it", practice=done.id)
    journal.records.save(done, before, on_it)
    journal.records.delete(before.id)
    journals.clock.forward(minutes=1)
    journal.records.delete(done.id)
    assert in_bin(journal, of, BinSection.ENTRIES) == [done, before]
    journal.bin.bring_back(before.id)
    assert journal.records.get(done.id) == done, "a note on nothing could not be seen"
    assert journal.records.get(on_it.id) is None
    assert in_bin(journal, of, BinSection.ENTRIES) == [on_it]


def test_a_photo_of_a_note_on_a_practice_comes_back_with_the_practice(journals):
    journal = journals.new()
    of, what = planned(journal)
    done = practice(what)
    on_it = note(of, practice=done.id)
    photo = kept_with(Media(id=uuid4(), sha256="0" * 64, name="a.jpg", type="image/jpeg"), on_it)
    journal.records.save(done, on_it, photo)
    journal.records.delete(done.id)
    assert in_bin(journal, of, BinSection.FILES) == []
    journal.bin.bring_back(done.id)
    assert journal.records.get(photo.id) == photo


def test_a_rating_of_a_ladder_brings_ladder_and_outcome(journal):
    of, _ = planned(journal)
    outcome = Outcome(id=uuid4(), child=of.id, text="Eats with us")
    levels = {str(level): f"level {level}" for level in range(-2, 3)}
    ladder = Ladder(id=uuid4(), outcome=outcome.id, levels=levels)
    rated = LadderRating(id=uuid4(), ladder=ladder.id, day=TODAY, level=1)
    journal.records.save(outcome, ladder, rated)
    for one in (rated, ladder, outcome):
        journal.records.delete(one.id)
        journal._session.clock.forward(minutes=1)
    journal.bin.bring_back(rated.id)
    for one in (rated, ladder, outcome):
        assert journal.records.get(one.id) == one


def test_another_child_s_things_are_never_in_it_however_they_hang_on_it(journal):
    of, what = planned(journal)
    other = child(name="Ana")
    theirs = replace(what, id=uuid4(), child=other.id)
    done = practice(theirs)
    visit = Visit(id=uuid4(), child=other.id, day=TODAY)
    asked = Asked(id=uuid4(), visit=visit.id, text="Does she point?")
    photo = kept_with(Media(id=uuid4(), sha256="0" * 64, name="a.jpg", type="image/jpeg"), done)
    event = LifeEvent(id=uuid4(), child=other.id, day=TODAY, words="We moved")
    about = About(id=uuid4(), child=other.id, day=TODAY)
    journal.records.save(other, theirs, step(theirs, id=uuid4()), done, visit, asked, photo)
    journal.records.save(event, about)
    for one in (asked, visit, photo, done, event, about):
        journal.records.delete(one.id)
        journal._session.clock.forward(minutes=1)
    for section in BinSection:
        assert in_bin(journal, of, section) == []
    found = {one.id for section in BinSection for one in in_bin(journal, other, section)}
    assert found == {one.id for one in (asked, visit, photo, done, event, about)}


def test_an_entry_is_in_the_bin_of_the_child_whose_strategy_it_is_now(journals):
    """A file may say that a strategy is another child's, and elsewhere it may be deleted."""
    here, there = journals.new("here"), journals.new("there")
    of, what = planned(here)
    other, done = child(name="Ada"), practice(what)
    here.records.save(other, done)
    here.records.delete(done.id)
    take_in(there, revisions(here))
    there.records.delete(what.id)
    here.records.save(replace(what, child=other.id))
    take_in(here, revisions(there))
    assert in_bin(here, other, BinSection.ENTRIES) == [done]
    assert in_bin(here, of, BinSection.ENTRIES) == []


def test_what_belongs_to_the_whole_home_stands_in_every_bin(journal):
    of, _ = planned(journal)
    other = Child(id=uuid4(), name="Ana")
    dana = TeamMember(id=uuid4(), name="Dana")
    talk = Contact(id=uuid4(), team=dana.id, day=TODAY, way=Channel.PHONE, words="Called")
    grandma, meals = Helper(id=uuid4(), name="Grandma"), Routine(id=uuid4(), name="Meals")
    journal.records.save(other, dana, talk, grandma, meals)
    journal.records.delete(dana.id, talk.id)
    journal.records.delete(grandma.id)
    journal.records.delete(meals.id)
    for one in (of, other):
        assert in_bin(journal, one, BinSection.PEOPLE) == [grandma, dana]
        assert in_bin(journal, one, BinSection.PLAN) == [meals]
    journal.bin.bring_back(talk.id)
    assert journal.family().team == {dana.id: dana}


def test_what_stands_stays_and_what_never_was_cannot_come_back(journal):
    of, _ = planned(journal)
    assert journal.bin.bring_back(of.id).moves == ()
    with pytest.raises(RecordMissingError):
        journal.bin.bring_back(uuid4())


def test_a_note_that_was_made_private_lives_on_and_is_not_deleted(journal):
    of, _ = planned(journal)
    said, other = note(of, written=NOW), note(of, written=NOW + timedelta(minutes=1))
    journal.records.save(said, other)
    private = with_other_privacy(said)
    journal.notes.edit(said, private)
    assert in_bin(journal, of, BinSection.ENTRIES) == []
    journal.records.delete(other.id)
    assert in_bin(journal, of, BinSection.ENTRIES) == [other]
    open_again = with_other_privacy(private)
    journal.notes.edit(private, open_again)
    assert in_bin(journal, of, BinSection.ENTRIES) == [other]
    journal.records.delete(open_again.id)
    assert open_again in in_bin(journal, of, BinSection.ENTRIES)


def test_a_note_is_not_left_behind_where_its_words_changed_as_it_was_made_private(journals):
    journal = journals.new()
    of, _ = planned(journal)
    said = note(of, "What nobody else needs to know")
    journal.records.save(said)
    private = replace(with_other_privacy(said), text="Only for us")
    change = journal.notes.edit(said, private)
    assert in_bin(journal, of, BinSection.ENTRIES) == []
    elsewhere = replace(private, text="Other words", day=TODAY - timedelta(days=9))
    journal.notes.edit(private, elsewhere)
    assert in_bin(journal, of, BinSection.ENTRIES) == []
    journals.clock.forward(minutes=1)
    journal.records.delete(private.id)
    (deleted,) = in_bin(journal, of, BinSection.ENTRIES)
    assert deleted.text == "Other words"
    assert said.id in journal.safe.purging.of_deleted(private.id).records
    journal.bin.bring_back(private.id)
    journal.notes.edit(deleted, private)
    journal.undo(change)
    journals.clock.forward(minutes=1)
    journal.records.delete(said.id)
    assert said in in_bin(journal, of, BinSection.ENTRIES), "it was not turned this time"


def test_what_was_deleted_for_good_is_not_in_it(journal):
    from homejournal.storage.journal.deleting import forget

    of, what = planned(journal)
    done, said = practice(what), note(of)
    journal.records.save(done, said)
    journal.records.delete(done.id, said.id)
    store = journal._store
    with store.transaction() as connection:
        forget(store, connection, [said.id])
    assert in_bin(journal, of, BinSection.ENTRIES) == [done]


def test_a_photo_of_an_entry_that_is_not_known_here_stays_to_be_brought_back(journal):
    of, _ = planned(journal)
    lost = practice(uuid4(), day=TODAY - timedelta(days=1))
    photo = kept_with(Media(id=uuid4(), sha256="0" * 64, name="a.jpg", type="image/jpeg"), lost)
    journal.records.save(photo)
    journal.records.delete(photo.id)
    assert in_bin(journal, of, BinSection.FILES) == [photo]


def test_of_two_who_deleted_the_same_the_bin_tells_the_one_whose_word_stands(journals):
    here, there = journals.new("here"), journals.new("there", ELSEWHERE)
    of, _ = planned(here)
    said = note(of)
    here.records.save(said)
    take_in(there, revisions(here))
    before = {one.id for one in revisions(here)}
    for one in (here, there):
        one.records.delete(said.id)
    take_in(here, revisions(there))
    deleted = [one for one in revisions(here) if one.id not in before]
    shown = max(deleted, key=lambda one: one.id).told()
    (found,) = here.bin.page(of.id, BinSection.ENTRIES).deleted
    assert (len(deleted), found.stamp) == (2, (shown.device, shown.at))
