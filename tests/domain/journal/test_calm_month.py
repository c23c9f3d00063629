"""In the first month nothing shows itself before there is something for it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.journal.calm_month import Later, shown_by_now
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Device, Home
from homejournal.domain.records.plan import Outcome
from tests.journals import step, strategy

MAYA, LEO = (Child(id=UUID(int=number), name=name) for number, name in ((1, "Maya"), (2, "Leo")))
BEGUN = date(2026, 3, 20)
SETTINGS = JournalSettings(id=UUID(int=9))
WALK = strategy(MAYA)
FAMILY = Family(
    children={MAYA.id: MAYA, LEO.id: LEO},
    strategies={WALK.id: WALK},
    steps={WALK.id: (step(WALK, from_day=BEGUN),)},
)


def shown(today=date(2026, 4, 1), child=MAYA.id, settings=SETTINGS, **records):
    return shown_by_now(replace(FAMILY, **records), child, settings, today)


@pytest.mark.parametrize(
    ("today", "all_shown"),
    [(BEGUN, False), (date(2026, 4, 19), False), (date(2026, 4, 20), True)],
)
def test_all_is_shown_once_a_month_is_over(today, all_shown):
    assert shown(today) == (frozenset(Later) if all_shown else frozenset())


def test_a_plan_that_begins_later_ends_no_month():
    assert shown(date(2026, 1, 1)) == frozenset()


def test_a_family_without_a_plan_is_in_its_first_month():
    assert shown(date(2030, 1, 1), steps={WALK.id: ()}) == frozenset()
    assert shown(steps={}, strategies={}, children={}, child=None) == frozenset()


def test_who_wants_no_calm_sees_all():
    assert shown(BEGUN, settings=replace(SETTINGS, calm=False)) == frozenset(Later)


def test_an_outcome_brings_its_page_and_packs_for_its_child():
    hope = Outcome(id=UUID(int=3), child=MAYA.id, text="Maya walks to the park")
    assert shown(outcomes={hope.id: hope}) == {Later.OUTCOMES}
    assert shown(outcomes={hope.id: hope}, child=LEO.id) == frozenset()


def test_another_home_or_computer_brings_two_homes():
    homes = {UUID(int=number): Home(id=UUID(int=number), name="Home") for number in (4, 5)}
    devices = {UUID(int=n): Device(id=UUID(int=n), name="Laptop", home=None) for n in (6, 7)}
    assert shown(homes=homes) == {Later.TWO_HOMES}
    assert shown(devices=devices) == {Later.TWO_HOMES}
    assert shown(homes=dict(list(homes.items())[:1])) == frozenset()


@pytest.mark.parametrize(("born", "near"), [(date(2023, 10, 1), True), (date(2023, 10, 2), False)])
def test_half_a_year_before_the_third_birthday_there_are_outcomes_and_packs(born, near):
    children = {MAYA.id: replace(MAYA, born=born)}
    assert shown(children=children) == ({Later.OUTCOMES} if near else frozenset())
