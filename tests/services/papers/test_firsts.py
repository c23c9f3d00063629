"""First times on own, asked of a real journal and told on its visit page."""

import json
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.looking_back.look_back_values import First, FirstTime
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.plan import PlanStep
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind, RatingPlan
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.services.days.days import PracticeTold
from tests import families
from tests.family import day, days
from tests.journals import note, practice

HELP, WENT = RatingKind.HELP, RatingKind.WENT
SAID = "First time without help: Sunday, March 22, dinner · Pause and wait before giving"


@pytest.fixture
def mateo(journal):
    """Mateo's journal: a virus, and at the end a first."""
    family = families.mateo()
    journal.records.save(*family.records)
    return family


def first_on_own(journal, strategy):
    return journal.numbers.first_time(strategy, HELP, ON_OWN)


def page_of(journal, family, period=None):
    period = period or family.period
    material = journal.pages.material(family.child.id, period, family.today)
    return build_page(material, default_ticks(material)), material


def test_mateos_first_time_on_his_own_is_sunday_at_dinner(journal, mateo):
    assert first_on_own(journal, mateo.strategy.id) == First(date(2026, 3, 22), "dinner")


def test_it_stands_with_the_celebrations_of_the_page(journal, mateo):
    page, _ = page_of(journal, mateo)

    first = First(date(2026, 3, 22), "dinner")
    assert page.firsts == (FirstTime(HELP, ON_OWN, first, mateo.strategy.name),)
    assert f"CELEBRATIONS\n- {SAID}\n" in visit_page_text(page)


def test_unticked_it_is_not_on_the_page(journal, mateo):
    _, material = page_of(journal, mateo)
    key = f"first:{mateo.strategy.id}"
    ticks = default_ticks(material)

    assert ticks.has(key)
    page = build_page(material, ticks.with_key(key, ticked=False))
    assert page.firsts == ()
    assert "First time" not in visit_page_text(page)


def test_a_page_that_was_kept_keeps_it(journal, mateo):
    page, _ = page_of(journal, mateo)

    assert page_from_dict(json.loads(json.dumps(page_to_dict(page)))) == page


@pytest.mark.parametrize("period", [days(2, 21), days(23, 23)])
def test_outside_the_days_of_the_page_it_is_not_told(journal, mateo, period):
    page, material = page_of(journal, mateo, period)

    assert page.firsts == ()
    assert not any(offer.key.startswith("first:") for offer in offers(material))


def test_three_celebrations_of_the_familys_own_go_first(journal, mateo):
    for text in ("one", "two", "three"):
        made = note(mateo.child, day=day(20), text=text, flags=(Flag.CELEBRATION,))
        journal.records.save(made)
    page, material = page_of(journal, mateo)

    assert len(page.celebrations) == 3
    assert page.firsts == ()
    (offer,) = [one for one in offers(material) if one.key.startswith("first:")]
    ticked = default_ticks(material).with_key(offer.key, ticked=True)
    assert len(build_page(material, ticked).firsts) == 1


def test_on_the_first_day_of_all_nothing_is_a_first(journal, mateo):
    early = practice(mateo.strategy, day=day(1), rating=4, rating_kind=HELP)
    journal.records.save(early)

    assert first_on_own(journal, mateo.strategy.id) is None
    assert page_of(journal, mateo)[0].firsts == ()


def test_what_was_deleted_is_no_first(journal, mateo):
    last = next(one for one in journal.days.between(mateo.child.id, day(22), day(22)).practices
                if one.rating == ON_OWN)  # fmt: skip
    change = journal.records.delete(last.id)
    assert first_on_own(journal, mateo.strategy.id) is None
    journal.undo(change)
    journal.records.save(replace(last, day=day(21), slot=None))
    assert first_on_own(journal, mateo.strategy.id) == First(day(21))


def test_other_ratings_than_help_have_no_first(journal, mateo):
    went = replace(mateo.strategy, id=uuid4(), name="Walk")
    step = PlanStep(id=uuid4(), strategy=went.id, from_day=day(2), rating=RatingPlan(kind=WENT))
    journal.records.save(went, step)
    for on in (2, 3):
        journal.days.did_it(went.id, day(on), PracticeTold(rating=3))

    assert first_on_own(journal, went.id) is None
