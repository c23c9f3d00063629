"""Leo, in two homes: both parents write, both files are merged, and the numbers are right."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from uuid import uuid4

import pytest

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from tests.family import days
from tests.family_builder import Builder
from tests.journals import projection

MOMS = "2 n o o 2 3 3 | 2 3 o o o o o"
DADS = "o o 1 . o o 3 | o o 2 2 n 3 ."
FORTNIGHT = days(2, 15)


class Leo:
    """Two parents' journals that began with the same plan, each with its own days."""

    def __init__(self, computers):
        self.mom, self.dad = computers.new("mom"), computers.new("dad")
        self.builder = Builder("Leo", date(2023, 8, 25))
        self.strategy = self.builder.strategy("Last step first", "Sam", "occupational")
        self.builder.step(self.strategy, rating=RatingKind.HELP)
        self.mom.safe.homes.name_ours("With Mom")
        self.dad.safe.homes.name_ours("With Dad")
        self.mom.journal.records.save(*self.builder.records)
        self.dad.take(self.mom.pack())
        for computer, written in ((self.mom, MOMS), (self.dad, DADS)):
            self.builder.records = []
            helper = Helper(id=uuid4(), name=computer.name)
            self.builder.write(self.strategy, written, helper=helper.id)
            computer.journal.records.save(helper, *self.builder.records)

    def total(self, computer):
        numbers = computer.journal.numbers.of_child(
            self.builder.child.id, FORTNIGHT, date(2026, 3, 16)
        )
        return numbers.strategies[0].total


@pytest.fixture
def leo(computers):
    return Leo(computers)


def check_numbers(block):
    assert (block.planned, block.did_it, block.not_today, block.not_written) == (14, 10, 2, 2)
    assert (block.times, block.extra, block.left_out) == (11, 1, 0)
    assert block.levels == {1: 1, 2: 5, 3: 5}
    assert (block.n, block.median) == (11, 2)


def test_the_merged_fortnight_counts_exactly_what_both_wrote(leo):
    coming = leo.mom.safe.pack_files.preview(leo.dad.pack())
    assert (coming.new[Kind.PRACTICE], coming.new[Kind.DAY_MARK]) == (5, 7)
    assert (coming.children, coming.differing, coming.deleted) == (("Leo",), 0, {})
    leo.mom.take(leo.dad.pack())
    check_numbers(leo.total(leo.mom))


def test_a_file_that_is_taken_in_twice_adds_nothing_the_second_time(leo):
    pack = leo.dad.pack()
    first = leo.mom.take(pack)
    assert len([move for move in first.moves if move.kind is Kind.PRACTICE]) == 5
    marks = [move.record for move in first.moves if move.kind is Kind.DAY_MARK]
    reasons = [leo.mom.journal.records.get(mark).reason for mark in marks]
    assert sorted(map(str, reasons)) == ["None", *["other_home"] * 6]
    assert leo.mom.safe.pack_files.preview(pack).is_nothing
    again = leo.mom.take(pack)
    assert (again.moves, len(again.came), again.settings) == ((), 0, ())
    check_numbers(leo.total(leo.mom))


def test_the_order_does_not_matter_and_both_homes_come_to_the_same(leo):
    packs = [leo.dad.pack(), leo.mom.pack()]
    for order in permutations(packs):
        for computer in (leo.mom, leo.dad):
            for pack in (*order, *order):
                computer.take(pack)
            check_numbers(leo.total(computer))

    here, there = projection(leo.mom.place), projection(leo.dad.place)
    assert here["day_mark m"] == there["day_mark m"]
    assert here["practice p"] == there["practice p"]


def test_until_the_other_file_is_here_the_other_homes_days_stay_left_out(leo):
    block = leo.total(leo.mom)
    assert block.left_out_by == {LeftOutReason.OTHER_HOME: 7}
    leo.mom.take(leo.dad.pack())
    assert [(one.name, one.through) for one in leo.mom.safe.homes.covered()] == [
        ("With Dad", date(2026, 3, 15))
    ]


def test_undo_takes_the_file_out_again_and_deletes_nothing(leo):
    before = (projection(leo.mom.place), leo.total(leo.mom))
    change = leo.mom.take(leo.dad.pack())
    back = leo.mom.journal.undo(change)
    assert (projection(leo.mom.place), leo.total(leo.mom)) == before
    assert leo.mom.safe.homes.covered() == ()
    assert leo.mom.safe.pack_files.preview(leo.dad.pack()).new[Kind.PRACTICE] == 5
    leo.mom.journal.undo(back)
    check_numbers(leo.total(leo.mom))
    assert leo.mom.journal.files.check().is_sound
    # A deletion would have traveled on; dad's days stand where they stood.
    leo.dad.take(leo.mom.pack())
    check_numbers(leo.total(leo.dad))


def test_a_pack_for_another_home_needs_the_name_of_ours(computers):
    here = computers.new("nameless")
    with pytest.raises(InvalidValueError, match="home"):
        here.safe.pack_files.wish(Audience.OTHER_HOME)
    assert here.safe.pack_files.wish(Audience.OWN).sender.home is None


def test_the_homes_own_settings_stay_as_they_are(leo):
    leo.mom.take(leo.dad.pack())
    assert leo.mom.safe.homes.ours.name == "With Mom"
    assert [one.name for one in leo.mom.safe.homes.others()] == ["With Dad"]


def test_a_file_that_only_says_it_is_of_our_home_deletes_nothing_that_stands(computers):
    leo = Leo(computers)
    ours = leo.mom.pack()
    standing = [
        revision for revision in ours.incoming.revisions if revision.told().kind is Kind.PRACTICE
    ]
    forged = replace(
        leo.dad.pack(Audience.OWN),
        sender=ours.sender,
        purged=frozenset(one.id for one in standing),
    )
    before = set(leo.mom.journal.records.all_of(Kind.PRACTICE))
    leo.mom.take(forged)
    assert set(leo.mom.journal.records.all_of(Kind.PRACTICE)) > before
    (asked,) = leo.mom.safe.purging.requests()
    assert asked.counts == {Kind.PRACTICE: len(standing)}
