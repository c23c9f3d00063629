"""The marks of a picture are those of its table, and both are those of a naive look at each day.

The families are random: every kind of plan, pauses, what was used anyway, half weeks, a today on
which nothing stands yet.
"""

import re
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.lines import Line2D
from matplotlib.path import Path

from homejournal.domain.days.day_states import MarkRow
from homejournal.domain.days.periods import Span, week_of
from homejournal.domain.looking_back.make_look_back import bars_in, look_back
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.reports.chart_words.tables import chart_table
from tests.domain.looking_back.test_looking_back_twice import brute
from tests.domain.random_families import Counted, families, windows
from tests.reports.drawn import EN, LARGE, SMALL, draw, of_kind

drawn = settings(max_examples=60, deadline=None)
NOT_WRITTEN, LEFT_OUT = "nothing written", "left out"
_LEFT_OUT = re.compile(r"(\w+ \d+)(?: to (\w+ \d+))?: left out: ")


def signs_in(figure, bars):
    """The sign that stands in the place of each bar, by the name it has in the table."""
    found = [None] * bars
    for line in of_kind(figure, Line2D):
        marker = line.get_marker()
        sign = NOT_WRITTEN if isinstance(marker, Path) else LEFT_OUT if marker == "D" else None
        if sign and line.get_linestyle() == "None":
            for place in line.get_xdata():
                found[round(place)] = sign
    return found


def sign_of(counter, start, end):
    """What a look at each day says: nothing is missing where nothing was planned."""
    days = list(counter.days(start, end))
    planned = [day for day in days if counter.often(day)]
    if any(counter.done(day) or counter.state(day) == "not_today" for day in days):
        return None
    if not planned:
        return None
    return LEFT_OUT if all(counter.state(day) == "left_out" for day in planned) else NOT_WRITTEN


def remarks_of(table, bars):
    """The remarks of each bar, apart."""
    if table.columns[-1] != "Remarks":
        return [[] for _ in range(bars)]
    return [(row[-1] or "").split("; ") for row in table.rows[:bars]]


def at_its_beginning(family, week):
    """The same family on the first day of a week, of which nothing is written yet."""
    first = week_of(family.frame.period.start, family.frame.week_start)
    today = first + timedelta(days=7 * week)
    told = {
        name: tuple(one for one in getattr(family, name) if one.day != today.isoformat())
        for name in ("practices", "marks")
    }
    return replace(family, frame=family.frame._replace(today=today), **told)


@drawn
@given(
    families() | st.builds(at_its_beginning, families(), st.integers(1, 5)),
    st.none() | windows,
    st.none() | st.sampled_from(Span),
    st.sampled_from([LARGE, SMALL]),
)
def test_the_signs_of_empty_bars_are_those_of_the_table_and_of_each_day(
    family: Counted, cut, span, look
):
    series = bars_in(look_back(family.written()), cut and family.window(*cut), span)
    table, counter = chart_table(series, EN), brute(family)
    rows = remarks_of(table, len(series.bars))
    asked = [sign_of(counter, bar.start, bar.end) for bar in series.bars]

    assert signs_in(draw(series, look), len(series.bars)) == asked
    told = [next((sign for sign in (NOT_WRITTEN, LEFT_OUT) if sign in row), None) for row in rows]
    assert told == asked
    if "Planned days" in table.columns:
        planned = [row[table.columns.index("Planned days")] for row in table.rows]
        assert not [
            1 for sign, n in zip(asked, planned, strict=False) if sign == NOT_WRITTEN and n == 0
        ]


def away(family, start, length):
    """The same family, which went away for some days and wrote nothing of them."""
    first = family.frame.period.start + timedelta(days=start)
    gone = {(first + timedelta(days=at)).isoformat() for at in range(length)}
    marks = [MarkRow(day, None, MarkKind.LEFT_OUT, LeftOutReason.AWAY) for day in sorted(gone)]
    practices = tuple(practice for practice in family.practices if practice.day not in gone)
    return replace(family, practices=practices, marks=(*family.marks, *marks))


@drawn
@given(families(), st.integers(-3, 30), st.integers(0, 16))
def test_a_row_tells_of_the_days_left_out_in_its_week_and_of_no_others(
    family: Counted, start, length
):
    family = away(family, start, length)
    series = bars_in(look_back(family.written()), span=Span.WEEK)
    counter, table = brute(family), chart_table(series, EN)
    for bar, row in zip(series.bars, remarks_of(table, len(series.bars)), strict=True):
        names = [EN.short_day(day) for day in counter.walk(bar.start, bar.end)]
        told = set()
        for first, last in [found.groups() for said in row if (found := _LEFT_OUT.match(said))]:
            told.update(names[names.index(first) : names.index(last or first) + 1])
        out = [day for day in counter.days(bar.start, bar.end) if counter.state(day) == "left_out"]
        assert {EN.short_day(day) for day in out} <= told
