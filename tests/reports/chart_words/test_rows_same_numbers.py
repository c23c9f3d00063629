"""Strip, bars, marks, words, table, CSV and JSON of a row tell the same, of any family."""

import csv
import io
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.day_states import DayState
from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries, Shape
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.looking_back.strategy_rows import Sign, StripSpan, strategy_rows
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.look_back_json import rows_json
from homejournal.exchange.tables import table_csv
from homejournal.reports.chart_words.row_tables import row_tables
from homejournal.reports.chart_words.row_words import row_alt, sign_word, stretch_told
from homejournal.reports.charts.style import INK
from homejournal.reports.strategy_rows.pictures import row_picture
from homejournal.reports.strategy_rows.row_sheet import Outline, RowLook, RowSheet
from homejournal.reports.strategy_rows.strip import STACK, draw_strip
from homejournal.texts.labels import did_it_on
from homejournal.texts.wording import wording_of
from tests.domain.random_families import Counted
from tests.domain.random_families import families as random_families

EN = wording_of("en")
LOOK = RowLook(dpi=50, hatched=False)
EARLIER = {StripSpan.DAY: 0, StripSpan.WEEK: 120, StripSpan.MONTH: 800}
SPANS = st.sampled_from(StripSpan)


def row_of(family: Counted, span: StripSpan):
    """The row of a family whose period begins so early that its cells are of a span."""
    start, end = family.frame.period
    earlier = family.over(start - timedelta(days=EARLIER[span]), end)
    rows = strategy_rows([look_back(earlier.written())])
    return rows, rows.rows[0], look_back(earlier.written())


def drawn(rows, row):
    """The strip as it is drawn: the boxes that are filled, and all strokes and discs."""
    sheet = RowSheet(rows.axis, EN, LOOK, 100.0)
    draw_strip(sheet, row, 0.0)
    return sheet


def dark_boxes(sheet):
    return list(sheet.areas.get((Outline(INK), 4), ()))


def height(corners):
    ys = [y for _, y in corners]
    return max(ys) - min(ys)


@settings(max_examples=120, deadline=None)
@given(random_families())
def test_every_sign_of_a_day_is_drawn_and_told(family: Counted):
    rows, row, _ = row_of(family, StripSpan.DAY)
    sheet = drawn(rows, row)
    signs = Counter(sign for cell in row.days for sign in cell.signs)

    assert len(dark_boxes(sheet)) == signs[Sign.DID_IT]
    open_boxes = [key for key in sheet.areas if key[0].edge == INK and key[1] == 4]
    assert sum(len(sheet.areas[key]) for key in open_boxes) == (
        signs[Sign.NOT_TODAY] + signs[Sign.OUTSIDE]
    )
    discs = sum(len(shapes) for (_, corners), shapes in sheet.areas.items() if corners > 4)
    assert discs == signs[Sign.NOT_WRITTEN] + signs[Sign.OUTSIDE]
    strokes = sum(map(len, sheet.lines.values()))
    assert strokes == signs[Sign.NOT_TODAY] + signs[Sign.LEFT_OUT]
    assert len(sheet.marks) == sum(bool(cell.signs) for cell in row.days)


@settings(max_examples=120, deadline=None)
@given(random_families(), st.sampled_from([StripSpan.WEEK, StripSpan.MONTH]))
def test_a_box_is_filled_as_far_as_its_days_or_weeks_were_done(family: Counted, span):
    rows, row, _ = row_of(family, span)
    sheet = drawn(rows, row)

    wanted = []
    for cell in row.stretches:
        if cell.planned:
            wanted.append(STACK * cell.did_it / cell.planned)
        elif cell.judged:
            wanted.append(STACK * cell.met / cell.judged)
        elif cell.did_it and not cell.is_left_out:
            wanted.append(2.4)
    found = [height(corners) for corners in dark_boxes(sheet)]
    assert sorted(found) == pytest.approx(sorted(one for one in wanted if one))


@settings(max_examples=100, deadline=None)
@given(random_families(), SPANS)
def test_table_csv_and_json_have_the_numbers_of_the_strip(family: Counted, span):
    rows, row, back = row_of(family, span)
    strip, *ratings = row_tables(rows, 0, EN)
    (told,) = rows_json(rows)["rows"]
    total = back.total

    lines = list(csv.reader(io.StringIO(table_csv(strip, *ratings).decode("utf-8-sig"))))
    assert [len(line) for line in lines[: len(strip.rows) + 1]] == [len(strip.columns)] * (
        len(strip.rows) + 1
    )
    assert (lines[len(strip.rows) + 1 :][:1] == [[]]) is bool(ratings)
    if span is StripSpan.DAY:
        states = Counter(cell.state for cell in row.days)
        assert Counter(one["state"] for one in told["days"] if one["state"]) == {
            state.value: n for state, n in states.items() if state
        }
        done = sum(line[1] == "did it" for line in strip.rows)
        assert done == states[DayState.DID_IT] == total.did_it
    else:
        shown = [one for one in strip.rows if one[2] is not None]
        assert sum(line[2] for line in shown) == total.did_it
        assert sum(one["did_it"] or 0 for one in told["stretches"]) == total.did_it
        assert sum(line[7] for line in shown) == total.times
    for name in ("did_it", "planned", "not_written", "left_out", "times", "outside_times"):
        assert told["total"][name] == getattr(total, name) or not row.total.counted
    assert (
        sum(one["n"] for one in told["bars"]) + sum(one["times"] for one in told["dots"]) == row.n
    )


@settings(max_examples=80, deadline=None)
@given(random_families(), SPANS)
def test_the_words_tell_the_same_days(family: Counted, span):
    rows, row, back = row_of(family, span)
    total, alt = back.total, row_alt(rows, 0, EN)

    assert stretch_told(row.total, EN) in alt
    if total.planned or total.did_it:
        assert did_it_on(EN, total.did_it, total.planned) in alt
    if not row.days or len(row.days) > 31:
        return
    signs = {cell.state for cell in row.days}
    for state in (DayState.DID_IT, DayState.NOT_TODAY, DayState.LEFT_OUT, DayState.NOT_WRITTEN):
        heard = f"{sign_word(Sign(state.value), EN).capitalize()}: "
        assert (heard in alt) is (state in signs)


@settings(max_examples=40, deadline=None)
@given(random_families(), SPANS)
def test_each_mark_of_the_picture_has_words_and_stands_inside(family: Counted, span):
    rows, row, _ = row_of(family, span)
    picture = row_picture(rows, 0, EN, LOOK)

    assert all(mark.words and mark.start <= mark.end for mark in picture.marks)
    for mark in picture.marks:
        assert -8 <= mark.box.x <= picture.width
        assert -8 <= mark.box.y <= picture.height
    bars = [mark for mark in picture.marks if "rating" in mark.words]
    if isinstance(row.chart, BarSeries) and row.chart.shape is Shape.LEVELS and row.has_ratings:
        assert len(bars) >= sum(bar.n > 0 for bar in row.chart.bars)
    if isinstance(row.chart, DotSeries) and row.chart.kind is RatingKind.NUMBER:
        assert len(picture.marks) >= len(row.chart.dots)
