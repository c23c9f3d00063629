"""A page that was handed over can be kept and read again, and nothing odd is read as a page."""

import json
from dataclasses import replace

import pytest

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.page_choices import build_page, default_ticks, offers
from homejournal.domain.page_material import Ticks
from homejournal.exchange.page_json import page_from_dict, page_to_dict
from tests.reports.page_families import mateo, three_months


def whole_page(material):
    keys = frozenset(offer.key for offer in offers(material))
    which = material.strategies[0].strategy.id
    return build_page(material, Ticks(keys=keys, our_words="Hola 😀", helped={which: "two spoons"}))


@pytest.mark.parametrize("family", [mateo, three_months])
@pytest.mark.parametrize("make", [whole_page, lambda m: build_page(m, default_ticks(m))])
def test_a_page_comes_back_as_it_was(family, make):
    page = make(family(second_language="es", example=True))
    assert page_from_dict(json.loads(json.dumps(page_to_dict(page)))) == page


def test_the_smallest_page_comes_back():
    page = build_page(mateo(), Ticks())
    assert page_from_dict(page_to_dict(page)) == page


def test_sentences_say_which_they_are():
    told = page_to_dict(whole_page(mateo()))
    line = told["strategies"][0]["stretches"][0]["sentences"][0]
    assert line["is"] == "joined"
    assert line["parts"][0] == {"is": "did_it_on", "days": 15, "planned": 18}


def broken(change):
    told = page_to_dict(whole_page(mateo()))
    change(told)
    return told


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("child"),
        lambda told: told.update(child=7),
        lambda told: told.update(private_notes=[]),
        lambda told: told.update(printed="2026-13-40"),
        lambda told: told.update(printed=20260322),
        lambda told: told.update(paper="legal"),
        lambda told: told.update(period={"from": "2026-03-02"}),
        lambda told: told.update(strategies={}),
        lambda told: told.update(age={"is": "not_today", "days": 1}),
        lambda told: told.update(age={"is": "no_such_sentence"}),
        lambda told: told.update(boxes="yes"),
        lambda told: told["strategies"][0].update(id="no id"),
        lambda told: told["celebrations"].append("text"),
    ],
)
def test_what_is_no_page_is_refused(change):
    with pytest.raises(InvalidValueError):
        page_from_dict(broken(change))


def test_a_page_from_before_a_field_was_added_is_read():
    page = whole_page(mateo())
    told = page_to_dict(page)
    del told["thanks"], told["agreed"]
    assert page_from_dict(told) == replace(page, agreed="")


def test_a_plan_that_no_family_could_make_is_refused_with_what_is_wrong_in_it():
    told = page_to_dict(whole_page(mateo()))
    told["strategies"][0]["planned"]["often"]["times"] = 0
    with pytest.raises(InvalidValueError) as refused:
        page_from_dict(told)
    assert (refused.value.field, refused.value.reason) == ("times", Reason.OUT_OF_RANGE)
