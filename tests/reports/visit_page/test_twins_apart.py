"""Twins of one name and birthday, with strategies of one name: each one's pages stay apart.

A random family is made into one with such twins, whose days were partly written down together. Its
pages and files are searched for every word that was ever typed: what is the other child's is in
none of them.
"""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import PackKind
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.practices import LeftOutReason
from homejournal.exchange.kept_papers_json import page_to_dict
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.services.days.days import MarkTold, PracticeTold
from tests.reports.leaks import Leaving, at_home, check
from tests.reports.leaks_files import (
    calendar_leaving,
    charts_leaving,
    messages_leaving,
    numbers_leaving,
    plan_leaving,
)
from tests.reports.leaks_packs import pack_leaving
from tests.reports.leaks_pages import page_made
from tests.reports.leaks_sheets import about_leaving, book_leaving, fridge_leaving, grid_leaving
from tests.reports.private_words import DAY, TODAY

SEEDS = st.integers(0, 10**9)
FEW = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def page_leaving(home):
    made = page_made(home)
    kept = json.dumps(page_to_dict(made.page), ensure_ascii=False).encode()
    yield Leaving("text", visit_page_text(made.page).encode(), made.must, made.may)
    yield Leaving("html", visit_page_html(made.page), made.must, made.may)
    yield Leaving("json", kept, made.must, made.may)


def packs_leaving(home):
    for kind in PackKind:
        yield pack_leaving(home, kind)


def one_or_all(made):
    return [made] if isinstance(made, Leaving) else made


def make_twins(home):
    """Give the other child the first one's names, and write a few days down for both at once."""
    family, journal = home.family, home.journal
    (other,) = (child for child in family.all(Child) if child.id != home.child.id)
    alike = {"name": home.child.name, "surname": home.child.surname, "born": home.child.born}
    twin = replace(other, **alike)
    ours, theirs = family.mine(Strategy), family.mine(Strategy, twin)
    pairs = list(zip(ours, theirs, strict=False))
    named = {their.id: replace(their, name=our.name) for our, their in pairs}
    changed = {twin.id: twin, **named}
    family.records[:] = [changed.get(record.id, record) for record in family.records]
    journal.records.save(*changed.values())
    for our, their in pairs[:1]:
        told = {home.child.id: MarkTold(strategy=our.id), twin.id: MarkTold(strategy=their.id)}
        journal.days.not_today_together(told, TODAY - 3 * DAY)
        done = {our.id: PracticeTold(), their.id: PracticeTold()}
        journal.days.did_it_together(done, TODAY - 2 * DAY)
    sick = MarkTold(reason=LeftOutReason.SICK)
    days = Period(TODAY - DAY, TODAY)
    journal.days.left_out_together([home.child.id, twin.id], days, sick)
    return twin


@pytest.mark.parametrize(
    "make",
    [
        page_leaving,
        packs_leaving,
        about_leaving,
        book_leaving,
        fridge_leaving,
        grid_leaving,
        charts_leaving,
        numbers_leaving,
        calendar_leaving,
        plan_leaving,
        messages_leaving,
    ],
)
@FEW
@given(seed=SEEDS)
def test_nothing_of_a_twin_of_the_same_name_is_on_a_page_or_in_a_file(make, seed):
    with at_home(seed) as home:
        make_twins(home)
        for one in one_or_all(make(home)):
            check(home.family, one)


def test_a_page_of_the_other_twin_would_be_found_out():
    with at_home(1) as home:
        ours, theirs = home.child, make_twins(home)
        home.family.child = theirs
        other = next(page_leaving(home))
        home.family.child = ours
        own = next(page_leaving(home))
        check(home.family, own)
        with pytest.raises(AssertionError, match="leaked"):
            check(home.family, replace(own, data=other.data))
