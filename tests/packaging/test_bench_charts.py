"""The charts that the bench draws: as the program cuts periods, and as large as the bare ones."""

import mmap
import sys

import pytest

from bench.bare_charts import bare_bars, bare_dots, bare_row
from bench.charting import (
    LOOK,
    TEN_YEARS,
    THREE_MONTHS,
    bars_of,
    dots_of,
    own_memory_mb,
)
from bench.rowing import KINDS, backs_of, show
from bench.rowing import LOOK as ROW_LOOK
from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.strategy_rows import StripSpan, strategy_rows
from homejournal.reports.charts.screen_picture import chart_picture
from homejournal.texts.wording import wording_of


def test_three_months_are_weeks_and_ten_years_are_months_and_every_day_has_a_dot():
    weeks, months = bars_of(THREE_MONTHS, seed=1), bars_of(TEN_YEARS, seed=1)
    assert (weeks.span, len(weeks.bars)) == (Span.WEEK, 13)
    assert (months.span, len(months.bars)) == (Span.MONTH, 121)
    assert len(dots_of(TEN_YEARS, seed=1).dots) == TEN_YEARS
    assert bars_of(91, seed=1) == weeks != bars_of(91, seed=2)


@pytest.mark.parametrize("days", [THREE_MONTHS, TEN_YEARS])
def test_ours_and_the_bare_pictures_have_as_many_pixels_and_are_not_empty(days):
    for chart, bare in (
        (bars_of(days, seed=1), bare_bars),
        (dots_of(days, seed=1), bare_dots),
    ):
        ours = chart_picture(chart, wording_of("en"), LOOK)
        alone = bare(chart, LOOK)
        assert len(ours.rgba) == len(alone)
        assert len(set(alone)) > 20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells it this way")
def test_memory_grows_with_what_is_kept():
    before = own_memory_mb()
    # A map of its own: what Python asks for may come out of memory that it had already.
    with mmap.mmap(-1, 50 << 20, flags=mmap.MAP_PRIVATE) as kept:
        kept.write(b"x" * len(kept))
        assert own_memory_mb() > before + 40


def test_rows_have_every_kind_of_rating_with_a_change_and_a_sick_week():
    rows = strategy_rows(backs_of(THREE_MONTHS))

    assert [row.chart.kind for row in rows.rows] == list(KINDS)
    assert all(row.changes and row.bands for row in rows.rows)
    for row in rows.rows:
        assert len(set(bare_row(rows.axis, row, ROW_LOOK))) > 20
    assert strategy_rows(backs_of(TEN_YEARS)).axis.strip is StripSpan.MONTH
    show(backs_of(THREE_MONTHS))
