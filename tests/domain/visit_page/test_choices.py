"""From what a family chose for a visit page: ticks, groups, paper, file name."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.choices import (
    PageTyped,
    groups_of,
    is_empty,
    left_off_page,
    page_file_name,
    paper_of,
    ticks_of,
)
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    PagePart,
    dated_key,
    flag_key,
    strategy_key,
)
from tests.reports.page_families import PERIOD, a_note, a_strategy, mateo

DAY = date(2026, 3, 22)


def test_what_was_ticked_by_hand_changes_the_first_choice():
    material = mateo()
    first = min(default_ticks(material).keys)
    ticks = ticks_of(
        offers(material), {first: False, "quote:x": True}, PageTyped(our_words="He said ma!")
    )
    assert not ticks.has(first)
    assert ticks.has("quote:x")
    assert build_page(material, ticks).our_words == "He said ma!"


def test_every_offer_is_in_one_group_and_a_strategy_leads_its_own():
    offered = offers(mateo())
    groups = groups_of(offered)
    *heads, second = [group.head.key for group in groups if group.head]
    keys = [offer.key for group in groups for offer in group.offers]
    assert second == SECOND_PAGE_KEY
    assert sorted([*heads, second, *keys]) == sorted(offer.key for offer in offered)
    assert all(
        head == f"strategy:{group.strategy}"
        for head, group in zip(
            heads, [group for group in groups if group.part is PagePart.STRATEGY], strict=True
        )
    )


def test_what_is_not_ticked_because_the_page_would_be_long_is_counted():
    plans = tuple(a_strategy(f"strategy {n}", "1 1", period=PERIOD) for n in range(6))
    days = (PERIOD.start + timedelta(days=n) for n in range(5))
    notes = tuple(a_note(f"She laughed {day.day}", day, Flag.CELEBRATION) for day in days)
    asked = replace(a_note("Is it?", PERIOD.start, Flag.QUESTION), answered=PERIOD.end)
    material = mateo(strategies=plans, notes=(*notes, asked))
    offered, ticks = offers(material), default_ticks(material)
    assert left_off_page(offered, ticks) == (2, 2)
    keys = strategy_key(plans[4]), flag_key(notes[0], Flag.CELEBRATION)
    assert left_off_page(offered, ticks, keys) == (1, 1)
    second = ticks.with_key(SECOND_PAGE_KEY, ticked=True)
    assert left_off_page(offered, second) == (2, 0)
    ticked = second.with_key(keys[0], ticked=True).with_key(dated_key(notes[0]), ticked=False)
    assert left_off_page(offered, ticked) == (1, 1)
    assert left_off_page(offers(mateo()), default_ticks(mateo())) == (0, 0)


def test_a_page_of_nothing_is_known_as_empty():
    assert not is_empty(mateo())
    assert is_empty(mateo(strategies=(), notes=(), life_events=()))


@pytest.mark.parametrize(
    ("territory", "paper"),
    [("US", Paper.LETTER), ("MX", Paper.LETTER), ("ES", Paper.A4), ("", Paper.LETTER)],
)
def test_paper_follows_the_country(territory, paper):
    assert paper_of(territory) is paper


@pytest.mark.parametrize(
    ("child", "name"),
    [
        ("Noa", "Visit page Noa 2026-03-22"),
        ("../../etc/passwd", "Visit page etc passwd 2026-03-22"),
        ('a/b\\c:d*e?"<>|\x00\n', "Visit page a b c d e 2026-03-22"),
        ("\u202eevil", "Visit page evil 2026-03-22"),
        ("😀 محمد", "Visit page 😀 محمد 2026-03-22"),
        ("...", "Visit page 2026-03-22"),
    ],
)
def test_a_file_name_is_one_that_every_system_takes(child, name):
    assert page_file_name("Visit page", child, DAY) == name


def test_a_very_long_name_makes_a_short_file_name():
    assert len(page_file_name("Visit page", "a" * 10_000, DAY)) < 100


def test_a_part_that_has_nothing_to_offer_has_no_heading():
    empty = offers(mateo(notes=(), life_events=(), strategies=()))
    assert PagePart.CONCERNS not in {group.part for group in groups_of(empty)}
