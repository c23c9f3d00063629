"""Which names stand ready, and which are meant by what is typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homejournal.domain.names import (
    MOST_READY,
    matches_typed,
    quick_choices,
    search_form,
    words_met,
)

NUMBERS = st.lists(st.integers(0, 30), unique=True)


@given(NUMBERS, st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=5))
def test_those_that_are_wanted_stand_ready_in_the_order_of_all(values, wanted):
    shown = quick_choices(values, wanted)
    assert list(shown) == [one for one in values if one in shown]
    assert len(shown) == min(len(values), MOST_READY if len(values) <= MOST_READY else 3)
    meant = list(dict.fromkeys(one for one in wanted if one in values))
    if len(meant) <= 3:
        assert set(meant) <= set(shown)


def test_the_first_three_of_many_stand_ready():
    assert quick_choices(tuple("abcdefg")) == ("a", "b", "c")
    assert quick_choices(tuple("abcdefg"), ("f", None)) == ("a", "b", "f")
    assert quick_choices(tuple("abcdefg"), ("c", "f")) == ("a", "c", "f")
    assert quick_choices(tuple("abcd"), ("d",)) == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("typed", "name", "meant"),
    [
        ("", "Ana", True),
        ("jose", "José María", True),
        ("JOSÉ", "jose", True),
        ("mar jo", "José María", True),
        ("ana", "Mariana", False),
        ("ana b", "Ana", False),
        ("ﬁ", "Fiona", True),
        ("زيارة", "صفحة الزيارة", True),
        ("زيارة", "الدفتر", False),
    ],
)
def test_accents_case_and_order_need_no_care(typed, name, meant):
    assert matches_typed(typed, name) is meant


def test_an_apostrophe_is_found_as_a_keyboard_has_it():
    assert matches_typed("what's", "What’s new")
    assert search_form("O’Neil") == search_form("o'neil")


@given(st.text(max_size=20))
@example("𝐴𝔸Å")
def test_what_is_plain_stays_as_it_is(text):
    assert search_form(search_form(text)) == search_form(text)


@pytest.mark.parametrize(
    ("typed", "name", "met"),
    [
        ("", "Plan", 0),
        ("zzz", "Plan", 0),
        ("change a strategy", "strategy change pause", 2),
        ("change change", "change", 1),
        ("how is it", "a bit of help is in it", 0),
        ("goals", "goal", 1),
        ("reviewed", "review", 1),
        ("reviewing", "review", 0),
        ("cats", "cat", 0),
        ("الأهداف", "أهداف", 1),
    ],
)
def test_words_of_three_letters_or_more_are_met_also_with_another_ending(typed, name, met):
    assert words_met(typed, name) == met
