"""What both homes wrote on one day: whose it is, what stands twice, and that all of it counts."""

from dataclasses import replace

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.records.people import Device
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.domain.today.day_page import today_state
from homejournal.domain.today.strategy_cards import CardOfDay
from homejournal.services.days.days import PracticeTold
from tests.family_builder import Builder
from tests.sharing.computers import Computer


class Homes:
    """Two homes with one plan, and Mom has written today."""

    def __init__(self, computers):
        self.mom, self.dad = computers.new("mom"), computers.new("dad")
        self.today = self.mom.journal.today()
        self.builder = Builder("Leo", self.today.replace(year=self.today.year - 2))
        self.strategy = self.builder.strategy("Last step first", "Sam", "occupational")
        self.builder.step(self.strategy, rating=RatingKind.HELP)
        self.mom.safe.homes.name_ours("With Mom")
        self.dad.safe.homes.name_ours("With Dad")
        self.mom.journal.records.save(*self.builder.records)
        self.dad.take(self.mom.pack())
        self.mom.journal.days.did_it(self.strategy.id, self.today, PracticeTold(rating=2))

    def card(self, computer: Computer) -> CardOfDay:
        journal, child = computer.journal, self.builder.child.id
        records = journal.days.between(child, self.today, self.today)
        start = journal.settings.week_start
        days = (self.today, self.today)
        (only,) = today_state(journal.family(), records, child, days, start).cards
        return only


@pytest.fixture
def homes(computers):
    return Homes(computers)


def test_what_another_home_wrote_is_known_as_theirs(homes):
    homes.dad.take(homes.mom.pack())
    (time,) = homes.card(homes.dad).times
    assert time.home.name == "With Mom"
    assert homes.card(homes.mom).times[0].home is None


def test_what_another_computer_of_ours_wrote_is_ours(homes, computers):
    second = computers.new("second")
    second.take(homes.mom.pack(Audience.OWN))
    second.safe.homes.name_computer("Laptop")
    (time,) = homes.card(second).times
    assert time.home is None


def test_a_computer_that_tells_no_home_is_nobody_elses(homes):
    homes.dad.take(homes.mom.pack())
    (device,) = (
        one for one in homes.dad.journal.records.all_of(Kind.DEVICE) if one.name == "With Mom"
    )
    homes.dad.journal.records.save(Device(id=device.id, name="With Mom"))
    assert homes.card(homes.dad).times[0].home is None


def test_both_count_where_each_home_did_it(homes):
    homes.dad.take(homes.mom.pack())
    homes.dad.journal.days.did_it(homes.strategy.id, homes.today, PracticeTold(rating=3))
    assert [time.home and time.home.name for time in homes.card(homes.dad).times] == [
        "With Mom",
        None,
    ]
    homes.mom.take(homes.dad.pack())
    for computer in (homes.mom, homes.dad):
        period = Period(homes.today, homes.today)
        numbers = computer.journal.numbers.of_child(homes.builder.child.id, period, homes.today)
        total = numbers.strategies[0].total
        assert (total.planned, total.did_it, total.times, total.extra) == (1, 1, 2, 1)
    assert not homes.card(homes.mom).two_versions


def test_a_card_knows_what_stands_in_two_versions(homes):
    homes.dad.take(homes.mom.pack())
    for computer, rating in ((homes.dad, 3), (homes.mom, 1)):
        (written,) = computer.journal.records.all_of(Kind.PRACTICE)
        computer.journal.days.edit(replace(written, rating=rating))
    assert not homes.card(homes.dad).two_versions
    homes.dad.take(homes.mom.pack())
    assert homes.card(homes.dad).two_versions
    assert len(homes.card(homes.dad).times) == 1
