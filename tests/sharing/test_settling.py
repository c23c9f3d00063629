"""Two versions: both kept, one shown, counted once, and settled in one step."""

from dataclasses import replace
from datetime import time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.versions import (
    differing,
    joined,
    joined_text,
    possible_duplicates,
)
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from tests.journals import TODAY, note, planned, practice


@pytest.fixture
def parents(computers):
    mom, dad = computers.new("mom"), computers.new("dad")
    for one, home in ((mom, "With Mom"), (dad, "With Dad")):
        one.safe.homes.name_ours(home)
        one.safe.homes.name_computer(f"{one.name}'s laptop")
    mom.of, mom.what = planned(mom.journal)
    mom.said = note(mom.of, "He slept. He ate well.")
    mom.journal.records.save(mom.said)
    dad.take(mom.pack())
    return mom, dad


def both_edit(mom, dad, one: str, other: str):
    mom.journal.records.save(replace(mom.said, text=one))
    dad.journal.records.save(replace(mom.said, text=other))
    mom.take(dad.pack())
    dad.take(mom.pack())


def test_two_parents_versions_are_both_kept_and_one_is_shown_everywhere(parents):
    mom, dad = parents
    both_edit(mom, dad, "He slept long. He ate well.", "He slept. He ate well and laughed.")
    told = [parent.safe.settling.waiting() for parent in parents]
    assert told[0] == told[1]
    ((two,), _) = told
    assert (two.kind, len(two.versions), mom.safe.settling.how_many()) == (Kind.NOTE, 2, 1)
    assert two.base == mom.said
    assert two.proposal.text == "He slept long. He ate well and laughed."
    names = {mom.safe.homes.naming()(version.device) for version in two.versions}
    assert names == {"mom's laptop", "With Dad"}
    shown = [
        parent.journal.days.between(mom.of.id, TODAY, TODAY).notes[0].text for parent in parents
    ]
    assert shown[0] == shown[1] == two.records[0].text
    ours = [two.ours_first(parent.journal.history.is_here) for parent in parents]
    assert [two.records[first].text for first, _ in ours] == [
        "He slept long. He ate well.", "He slept. He ate well and laughed.",
    ]  # fmt: skip


def test_a_version_is_known_by_its_home_also_from_a_computer_without_a_name(computers):
    mom, dad = computers.new("mom"), computers.new("dad")
    mom.of, mom.what = planned(mom.journal)
    mom.said = note(mom.of, "He slept.")
    mom.journal.records.save(mom.said)
    mom.safe.homes.name_ours("With Mom")
    dad.take(mom.pack())
    naming = mom.safe.homes.naming()
    assert naming(dad.device) is None  # nothing came from there yet
    dad.safe.homes.name_ours("With Dad")
    both_edit(mom, dad, "Mom's words", "Dad's words")
    (two,) = mom.safe.settling.waiting()
    names = {mom.safe.homes.naming()(version.device) for version in two.versions}
    assert names == {"With Mom", "With Dad"}
    dad.safe.homes.name_computer("The blue one")
    dad.safe.homes.name_ours("At Dad's")
    assert dad.safe.homes.computer.name == "The blue one"


def test_settling_is_one_step_that_reaches_the_other_and_undo_brings_both_back(parents):
    mom, dad = parents
    both_edit(mom, dad, "Mom's words", "Dad's words")
    (two,) = mom.safe.settling.waiting()
    change = mom.safe.settling.settle(two.proposal)
    assert mom.safe.settling.waiting() == ()
    dad.take(mom.pack())
    assert dad.safe.settling.how_many() == 0
    (kept,) = dad.journal.days.between(mom.of.id, TODAY, TODAY).notes
    assert kept.text == two.proposal.text
    back = mom.journal.undo(change)
    (again,) = mom.safe.settling.waiting()
    assert {record.text for record in again.records} == {"Mom's words", "Dad's words"}
    mom.journal.undo(back)
    assert mom.safe.settling.waiting() == ()


def test_one_or_the_other_can_be_taken(parents):
    mom, dad = parents
    both_edit(mom, dad, "Mom's words", "Dad's words")
    for which in (0, 1):
        (two,) = mom.safe.settling.waiting()
        change = mom.safe.settling.settle(two.records[which])
        assert mom.journal.records.get(mom.said.id) == two.records[which]
        mom.journal.undo(change)


def test_a_rating_in_two_versions_counts_once_and_is_left_out(parents):
    mom, dad = parents
    done = practice(mom.what, rating=1)
    mom.journal.records.save(done)
    dad.take(mom.pack())
    mom.journal.records.save(replace(done, rating=2))
    dad.journal.records.save(replace(done, rating=3))
    mom.take(dad.pack())
    period = Period(TODAY, TODAY)
    block = mom.journal.numbers.of_child(mom.of.id, period, TODAY).strategies[0].total
    assert (block.times, block.n, block.unsettled) == (1, 0, 1)
    (two,) = mom.safe.settling.waiting()
    mom.safe.settling.settle(two.records[0])
    block = mom.journal.numbers.of_child(mom.of.id, period, TODAY).strategies[0].total
    assert (block.times, block.n, block.unsettled) == (1, 1, 0)


def test_the_same_words_on_both_sides_are_one_version(parents):
    mom, dad = parents
    both_edit(mom, dad, "Same words", "Same words")
    assert (mom.safe.settling.waiting(), dad.safe.settling.how_many()) == ((), 0)


def test_an_edit_beats_a_deletion_whatever_the_order(parents):
    mom, dad = parents
    mom.journal.records.delete(mom.said.id)
    dad.journal.records.save(replace(mom.said, text="Dad still wrote"))
    mom.take(dad.pack())
    dad.take(mom.pack())
    for parent in parents:
        assert parent.journal.records.get(mom.said.id).text == "Dad still wrote"
        assert parent.safe.settling.waiting() == ()


def test_without_what_both_replaced_the_texts_stand_one_below_the_other(parents, computers):
    mom, dad = parents
    both_edit(mom, dad, "Mom's words", "Dad's words")
    third = computers.new("third")
    third.take(mom.pack(Audience.OWN))
    (two,) = third.safe.settling.waiting()
    assert two.base is None
    assert set(two.proposal.text.split("\n\n")) == {"Mom's words", "Dad's words"}


def test_a_field_that_one_side_changed_comes_from_that_side(parents):
    mom, dad = parents
    later = TODAY + timedelta(days=-1)
    mom.journal.records.save(replace(mom.said, day=later))
    dad.journal.records.save(replace(mom.said, text="He slept. He ate very well."))
    mom.take(dad.pack())
    (two,) = mom.safe.settling.waiting()
    assert (two.proposal.day, two.proposal.text) == (later, "He slept. He ate very well.")
    assert set(differing(*two.records)) == {"day", "text"}


def test_of_fields_that_cannot_be_joined_the_shown_ones_stand():
    of = uuid4()
    base = practice(of, rating=1)
    one, other = replace(base, rating=2), replace(base, rating=3)
    assert joined(base, one, other) == one
    assert joined(None, one, other) == one
    assert joined(base, replace(base, slot="noon"), replace(base, slot="dinner")).slot


@pytest.mark.parametrize(
    ("base", "one", "other", "joined_"),
    [
        ("a b c", "a b c", "a x c", "a x c"),
        ("a b c", "a x c", "a b c", "a x c"),
        ("a b c", "z a b c", "a b c y", "z a b c y"),
        ("a b c", "a x c", "a y c", "a x y c"),
        ("a b c", "a x c", "a x c", "a x c"),
        ("a b c", "a c", "a b x c", "a b x c"),
        ("one\ntwo\n", "one\nmore\ntwo\n", "one\ntwo\nthree\n", "one\nmore\ntwo\nthree\n"),
        (None, "one", "two", "one\n\ntwo"),
        (None, "one", "one two", "one two"),
        (None, "one two", "one", "one two"),
    ],
)
def test_texts_are_joined_from_what_both_were_made_of(base, one, other, joined_):
    assert joined_text(base, one, other) == joined_


words = st.lists(st.sampled_from("abcdefg"), max_size=7).map(" ".join)


@given(words, words, words)
def test_no_word_that_somebody_added_is_lost_in_a_joined_text(base, one, other):
    made = joined_text(base, one, other).split()
    for side in (one, other):
        for word in set(side.split()) - set(base.split()):
            assert word in made


AT_EIGHT = time(8, 0)


def twice(what, mom: UUID, dad: UUID, **said):
    one = practice(what, helper=mom, time=AT_EIGHT)
    return one, practice(what, **{"helper": dad, "time": time(8, 20)} | said)


def test_one_event_that_two_people_noted_is_a_hint_and_nothing_more(parents):
    mom, _ = parents
    people = [Helper(id=uuid4(), name=name) for name in ("Mom", "Dad")]
    one, other = twice(mom.what, *(each.id for each in people))
    mom.journal.records.save(*people, one, other)
    (pair,) = mom.safe.settling.possible_duplicates()
    assert (pair.one, pair.other) == (one, other)
    assert len(mom.journal.days.between(mom.of.id, TODAY, TODAY).practices) == 2
    change = mom.safe.settling.both_happened(pair)
    assert mom.safe.settling.possible_duplicates() == ()
    mom.journal.undo(change)
    (pair,) = mom.safe.settling.possible_duplicates()
    change = mom.safe.settling.one_happened(pair, other.id)
    assert mom.journal.days.between(mom.of.id, TODAY, TODAY).practices == (other,)
    mom.journal.undo(change)
    mom.safe.settling.one_happened(pair, one.id)
    assert mom.journal.days.between(mom.of.id, TODAY, TODAY).practices == (one,)


@pytest.mark.parametrize(
    "said",
    [
        {"time": time(8, 31)},
        {"time": None},
        {"helper": None},
        {"slot": "breakfast"},
        {"strategy": uuid4()},
        {"day": TODAY - timedelta(days=1)},
    ],
)
def test_what_is_surely_not_one_event_is_no_hint(said):
    what, mom, dad = uuid4(), uuid4(), uuid4()
    assert len(possible_duplicates(twice(what, mom, dad))) == 1
    assert possible_duplicates(twice(what, mom, dad, **said)) == ()
    assert possible_duplicates(twice(what, mom, mom)) == ()
    assert possible_duplicates(twice(what, None, dad)) == ()
