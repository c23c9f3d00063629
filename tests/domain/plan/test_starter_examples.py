"""Starter examples: a dozen in each language, marked as examples, and what taking some takes."""

import json
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.plan.plan_files import (
    beginning_on,
    ids_taken,
    preview_plan,
    starter_offers,
)
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import PlanStep, Routine, Strategy
from homejournal.exchange.plan_file import read_plan_file
from homejournal.resources import resource
from tests.texts.banned_words import banned_of_numbers
from tests.texts.readable import long_parts

TODAY = date(2026, 3, 22)
CHILD = Child(id=uuid4(), name="Maya")
LANGUAGES = ("en", "es", "ar")


def data(language):
    return resource("starters", f"{language}.hjplan").read_bytes()


def offers(language="en", **said):
    family = Family(children={CHILD.id: CHILD}, **said)
    file = beginning_on(read_plan_file(data(language), CHILD.id), TODAY)
    return starter_offers(preview_plan(file, family, CHILD.id), family.strategies_of(CHILD.id))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dozen_examples_are_marked_as_such_and_begin_on_the_day(language):
    found = offers(language)

    assert len(found) == 12
    assert all(one.strategy.example for one in found)
    assert {one.strategy.child for one in found} == {CHILD.id}
    assert {one.step.from_day for one in found} == {TODAY}
    assert all(one.step.how and one.routines for one in found)
    assert not any(one.here for one in found)


def test_all_languages_have_the_same_examples():
    def shape(language):
        told = json.loads(data(language))
        steps = [(one["strategy"], one["routines"], one["rating"]) for one in told["plan_steps"]]
        return [one["id"] for one in told["strategies"]], steps

    for language in LANGUAGES:
        assert shape(language) == shape("en")
        ids = [offer.strategy.id for offer in offers(language)]
        assert ids == [offer.strategy.id for offer in offers("en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_are_short_and_advise_nothing(language):
    said = [words for offer in offers(language) for words in (offer.strategy.name, offer.step.how)]

    assert [part for words in said for part in long_parts(words)] == []
    assert max(len(offer.strategy.name) for offer in offers(language)) <= 48
    assert banned_of_numbers(" ".join(said), language) == []


def test_what_the_plan_has_already_is_not_taken_again():
    first, second, *_ = offers()
    own = Strategy(id=uuid4(), child=CHILD.id, name=f"  {second.strategy.name.upper()} ")
    renamed = replace(first.strategy, name="Ours by now")
    standing = {renamed.id: renamed, own.id: own}

    again = offers(strategies=standing)

    assert [one.here for one in again[:3]] == [True, True, False]
    chosen = [one.strategy.id for one in again[:3]]
    third = again[2]
    assert ids_taken(again, chosen) == {third.strategy.id, third.step.id, *third.step.routines}


def test_a_routine_of_the_same_name_is_the_familys_own():
    meals = Routine(id=uuid4(), name="meals", child=CHILD.id)

    first = offers(routines={meals.id: meals})[0]

    assert first.routines == (meals,)
    assert isinstance(first.step, PlanStep)
    assert first.step.routines == (meals.id,)
