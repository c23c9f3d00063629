"""Which days a step of zoom or pan leads to, for any days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.ui.widgets.charts.view import LEAST_DAYS, days_in, panned, step_of, zoomed

FIRST = date(2016, 1, 1)


@st.composite
def windows(draw):
    """Return days that are shown, all days there are, and one of those that are shown."""
    length = draw(st.integers(1, 4000))
    shown = draw(st.integers(1, length))
    start = draw(st.integers(0, length - shown))
    about = draw(st.integers(start, start + shown - 1))
    whole = Period(FIRST, FIRST + timedelta(length - 1))
    return (
        Period(FIRST + timedelta(start), FIRST + timedelta(start + shown - 1)),
        whole,
        FIRST + timedelta(about),
    )


def lies_in(inner, outer):
    return outer.start <= inner.start <= inner.end <= outer.end


@given(windows(), st.booleans())
def test_zoom_stays_inside_all_days_and_keeps_its_day_in_sight(given_days, closer):
    shown, whole, about = given_days
    after = zoomed(shown, whole, about, closer=closer)
    assert lies_in(after, whole)
    assert after.start <= about <= after.end
    if closer:
        assert days_in(after) <= days_in(shown)
        assert days_in(after) >= min(LEAST_DAYS, days_in(shown))
    else:
        assert days_in(after) == min(2 * days_in(shown), days_in(whole))


@given(windows())
def test_the_day_that_is_zoomed_about_stays_at_its_place(given_days):
    shown, whole, about = given_days
    after = zoomed(shown, whole, about, closer=True)
    if whole.start < after.start and after.end < whole.end:
        before = (about - shown.start).days / days_in(shown)
        now = (about - after.start).days / days_in(after)
        assert abs(before - now) <= 1 / days_in(after)


@given(windows(), st.integers(-5000, 5000))
def test_pan_keeps_the_number_of_days_and_stops_at_the_ends(given_days, days):
    shown, whole, _ = given_days
    after = panned(shown, whole, days)
    assert lies_in(after, whole)
    assert days_in(after) == days_in(shown)
    wanted = shown.start + timedelta(days)
    if lies_in(Period(wanted, wanted + timedelta(days_in(shown) - 1)), whole):
        assert after.start == wanted


@given(windows())
def test_a_step_is_a_quarter_and_full_weeks_where_there_are_some(given_days):
    shown, _, _ = given_days
    step = step_of(shown)
    assert 1 <= step <= max(1, days_in(shown) // 4)
    if days_in(shown) >= 28:
        assert step % 7 == 0


def test_a_week_is_the_closest_and_fewer_days_stay_as_they_are():
    whole = Period(FIRST, FIRST + timedelta(99))
    ten = Period(FIRST, FIRST + timedelta(9))
    assert days_in(zoomed(ten, whole, FIRST, closer=True)) == 7
    three = Period(FIRST, FIRST + timedelta(2))
    assert zoomed(three, whole, FIRST, closer=True) == three
