"""What the plan said before and after a change, so that both sides can be read alone."""

from dataclasses import replace
from datetime import date

import pytest

from homejournal.domain.records.plan import Often, StepKind
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import Line, strategy_key
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import visit_page_text
from tests.reports.page_families import mateo, with_steps
from tests.reports.pdf_checks import words_of

DAY = date(2026, 3, 13)
BEFORE, AFTER = "Hold the cup", "Show and wait"


def changed(*later, **said):
    steps = later or ((DAY, StepKind.CHANGE, said),)
    return mateo(strategies=(with_steps(*steps),), notes=())


def key_of(material, line):
    return strategy_key(material.strategies[0], line)


def strategy(material, without):
    ticks = default_ticks(material)
    for line in without:
        ticks = ticks.with_key(key_of(material, line), ticked=False)
    (one,) = build_page(material, ticks).strategies
    return one


def plans(material, *without):
    return [stretch.plan for stretch in strategy(material, without).stretches]


def what(material, *without):
    return strategy(material, without).what


def test_each_side_of_a_change_says_what_was_done_then_and_the_strategy_says_it_not_again():
    material = changed(what=AFTER)
    assert plans(material) == [BEFORE, AFTER]
    assert what(material) is None
    assert plans(material, Line.CHANGED) == ["", ""]
    assert plans(material, Line.EARLIER) == [""]
    again = (date(2026, 3, 18), StepKind.CHANGE, {"what": BEFORE})
    assert plans(changed((DAY, StepKind.CHANGE, {"what": AFTER}), again)) == [BEFORE, AFTER, BEFORE]


def test_where_the_sides_do_not_say_it_what_is_done_now_stands_with_the_strategy():
    material = changed(what=AFTER)
    assert [what(material, line) for line in (Line.CHANGED, Line.EARLIER)] == [AFTER, AFTER]
    assert (plans(material, Line.WHAT), what(material, Line.WHAT)) == ([BEFORE, ""], None)
    assert what(changed(how="Count to five")) == BEFORE
    named = replace(material.strategies[0], strategy=replace(with_steps().strategy, name=AFTER))
    assert plans(replace(material, strategies=(named,)), Line.WHAT) == [BEFORE, AFTER]


def test_where_only_the_how_changed_each_side_says_it():
    assert plans(changed(how="Count to five")) == ["", "Count to five"]
    again = (date(2026, 3, 18), StepKind.CHANGE, {"how": "Count to ten"})
    told = plans(changed((DAY, StepKind.CHANGE, {"how": "Count to five"}), again))
    assert told == ["", "Count to five", "Count to ten"]


def test_where_the_words_stayed_the_same_nothing_is_offered():
    material = changed(often=Often(times=2))
    assert key_of(material, Line.CHANGED) not in {offer.key for offer in offers(material)}
    assert plans(material) == ["", ""]


@pytest.mark.parametrize("ticked", [True, False])
def test_every_form_of_the_page_has_it_only_where_it_is_ticked(ticked):
    material = changed(what=AFTER)
    ticks = default_ticks(material).with_key(key_of(material, Line.CHANGED), ticked=ticked)
    page = build_page(material, ticks)
    forms = [
        visit_page_text(page),
        visit_page_html(page).decode(),
        words_of(Printer().pdf(page).pdf),
    ]
    assert [BEFORE in form for form in forms] == [ticked] * 3
    assert all(AFTER in form for form in forms)
