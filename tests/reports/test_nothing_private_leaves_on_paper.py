"""What must never happen: on no other sheet is a word that was not meant to be there.

Packs, the page about a child, weeks for the fridge, the grid of routines and the book are made of
random families with random choices. Their bytes are searched for every word that was ever written.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.records.notes import PackKind
from tests.reports.leaks import at_home, check
from tests.reports.leaks_packs import pack_leaving
from tests.reports.leaks_sheets import about_leaving, book_leaving, fridge_leaving, grid_leaving

SEEDS = st.integers(0, 10**9)
SOME = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def search(seed, make, *told):
    with at_home(seed) as home:
        for one in make(home, *told):
            check(home.family, one)


@pytest.mark.parametrize("kind", list(PackKind))
def test_a_pack_has_what_is_ticked_and_nothing_else(kind):
    @SOME
    @given(SEEDS)
    def each(seed):
        search(seed, lambda home: [pack_leaving(home, kind)])

    each()


@SOME
@given(SEEDS)
def test_the_page_about_a_child_has_the_parts_that_are_wanted_and_nothing_else(seed):
    search(seed, about_leaving)


@SOME
@given(SEEDS)
def test_a_week_for_the_fridge_has_the_plan_alone(seed):
    search(seed, fridge_leaving)


@SOME
@given(SEEDS)
def test_the_grid_of_routines_has_names_alone(seed):
    search(seed, grid_leaving)


@SOME
@given(SEEDS)
def test_a_book_has_these_days_and_private_notes_only_where_they_are_wished(seed):
    search(seed, book_leaving)
