"""What must never happen: no file for another program holds a word that was not meant to leave.

Charts, numbers, calendar files, plan files and mails are made of random families. Their bytes are
searched for every word that was ever written.
"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reports.leaks import at_home, check
from tests.reports.leaks_files import (
    calendar_leaving,
    charts_leaving,
    messages_leaving,
    numbers_leaving,
    plan_leaving,
)

SEEDS = st.integers(0, 10**9)
SLOW = [HealthCheck.too_slow]
FEW = settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
SOME = settings(max_examples=15, deadline=None, suppress_health_check=SLOW)


def search(seed, make):
    with at_home(seed) as home:
        for one in make(home):
            check(home.family, one)


@FEW
@given(SEEDS)
def test_a_chart_names_its_strategy_and_tells_of_life_only_where_it_is_wished(seed):
    search(seed, charts_leaving)


@SOME
@given(SEEDS)
def test_numbers_have_strategies_and_celebrations_alone(seed):
    search(seed, numbers_leaving)


@SOME
@given(SEEDS)
def test_a_calendar_file_has_the_chosen_visits_and_reminders_alone(seed):
    search(seed, calendar_leaving)


@SOME
@given(SEEDS)
def test_a_plan_file_has_the_chosen_strategies_alone(seed):
    search(seed, plan_leaving)


@SOME
@given(SEEDS)
def test_a_message_names_one_person_and_the_child_alone(seed):
    search(seed, messages_leaving)
