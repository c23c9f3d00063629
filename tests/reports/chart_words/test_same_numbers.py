"""The picture, the table beside it and the words for it tell the same numbers, of any family."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.text import Text

from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    DotSeries,
    Grouping,
    Shape,
    on_paper,
)
from homejournal.domain.looking_back.look_back_values import StrategyWritten
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.domain.records.visits import Visit
from homejournal.exchange.tables import table_csv
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.text_alternative import MOST_TOLD, chart_alt, marks_in
from homejournal.reports.charts.figures import chart_sheet
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.labels import level, took_of
from homejournal.texts.progress_page import cell_text
from homejournal.texts.wording import wording_of
from tests import families
from tests.domain.random_families import ROUTINES, STRATEGY
from tests.domain.random_families import families as random_families
from tests.look_backs import backs_of, charts_of
from tests.reports.sample_charts import ALL, bars

EN = wording_of("en")
LOOK = ChartLook(size=(6.0, 3.0))
HAND_MADE = [
    pytest.param(chart, id=f"{family.name}: {type(chart).__name__}")
    for family in families.all_families()
    for back in backs_of(family)
    for chart in charts_of(back)
]


def told_of(chart):
    """The rows of the table that stand for a bar, dot or group, each by the columns' names."""
    table = chart_table(chart, EN)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    if isinstance(chart, DotSeries):
        beside = {"Day", "Remarks"}
        return [row for row in rows if any(row[name] is not None for name in row.keys() - beside)]
    return rows[: marks_in(chart)]


def values_of(row, chart):
    """The numbers that a row of the table says, from the ground up."""
    kind = chart.kind
    if isinstance(chart, DotSeries):
        if levels_of(kind):
            names = [level(EN, kind, one) for one in levels_of(kind)]
            return [names.index(row["Rating"]) + 1]
        return [row["Took"] if kind is RatingKind.TRIES else number(row, "Number")]
    names = {
        Shape.LEVELS: [level(EN, kind, one).capitalize() for one in levels_of(kind)],
        Shape.SUMS: ["Added up"],
        Shape.MIDDLES: ["Lowest", "Highest"],
        Shape.TRIES: ["Offered", "Took"],
        Shape.DAYS: ["Days we did it"],
    }
    cells = [number(row, name) for name in names[chart.shape]]
    is_nothing = None if chart.shape is not Shape.LEVELS else 0
    return [cell for cell in cells if cell not in {None, is_nothing}]


def in_bars(chart):
    return isinstance(chart, BarSeries)


def number(row, name):
    return next(cell for column, cell in row.items() if column.partition(" (")[0] == name)


def drawn(chart):
    """The numbers of each bar or group in the picture, by its place; of dots each as often."""
    (axes,) = chart_sheet(chart, EN, LOOK).figure.axes
    if isinstance(chart, DotSeries):
        dots = [
            collection for collection in axes.collections if isinstance(collection, PathCollection)
        ]
        return Counter(round(float(y), 6) for dot in dots for _, y in dot.get_offsets())
    upright = in_bars(chart)
    found = defaultdict(list)
    kind = LineCollection if chart.shape is Shape.MIDDLES else PolyCollection
    for path in (
        path for made in axes.collections if isinstance(made, kind) for path in made.get_paths()
    ):
        along, value = path.vertices.T if upright else path.vertices.T[::-1]
        low, high = value.min(), value.max()
        place = round((along.min() + along.max()) / 2)
        if chart.shape is not Shape.MIDDLES:
            found[place].append(round(float(high - low), 6))
        elif along.min() == along.max():  # and no line of the grid
            found[place] += [float(low), float(high)]
    return found


def says_the_same(chart):
    """Compare the table of a chart with its picture, and with its words where they tell each."""
    rows = told_of(chart)
    assert len(rows) == marks_in(chart)
    wanted = [[round(float(one), 6) for one in values_of(row, chart)] for row in rows]
    if isinstance(chart, DotSeries):
        assert Counter(one for values in wanted for one in values) <= drawn(chart)
    elif in_bars(chart) or chart.shape is not Shape.MIDDLES:
        pictured = drawn(chart)
        for place, (row, values) in enumerate(zip(rows, wanted, strict=True)):
            is_written = row["Days we did it"] is not None
            ground = [0.0] if is_written and chart.shape in {Shape.LEVELS, Shape.DAYS} else []
            if not in_bars(chart) and chart.grouping is Grouping.VISIT:
                shares = shares_of(row, values)
                assert pictured[place] == (shares or ground[chart.shape is Shape.DAYS :])
            else:
                assert pictured[place] == (values or ground)
    if marks_in(chart) <= MOST_TOLD:
        alt = chart_alt(chart, EN)
        for row in rows:
            assert in_words(row, chart) in alt


def shares_of(row, values):
    """What the sides of a visit have to show of their numbers: parts of their own whole."""
    if "Ratings" in row or "Times written down" in row:
        whole = row["Offered"] if "Offered" in row else sum(values)
        return [0.0 if not value else round(value / whole, 6) for value in values]
    planned = row.get("Planned days")
    if not (planned and values):
        return []
    return [1.0, round(values[0] / planned, 6)]


def written(cell):
    return EN.number(cell)


def in_words(row, chart):
    """What the words for a picture must hold of a row of its table."""
    return (
        in_words_of_dot(row, chart) if isinstance(chart, DotSeries) else in_words_of_bar(row, chart)
    )


def in_words_of_dot(row, chart):
    if chart.kind is RatingKind.TRIES:
        return took_of(EN, row["Took"], row["Offered"])
    return row["Rating"] if levels_of(chart.kind) else written(number(row, "Number"))


def in_words_of_bar(row, chart):
    if chart.shape is Shape.LEVELS:
        names = [level(EN, chart.kind, one) for one in levels_of(chart.kind)]
        counts = [(name, row[name.capitalize()]) for name in names]
        return ", ".join(f"{name} {written(count)}" for name, count in counts if count)
    if chart.shape is Shape.TRIES:
        pair = row["Took"], row["Offered"]
        return "" if None in pair else took_of(EN, *pair)
    if chart.shape is Shape.DAYS:
        days = row["Days we did it"]
        if (days, row.get("Planned days")) == (0, 0):
            return "only used on days it wasn’t planned"
        return "" if days is None else f"{written(days)} {'day' if in_bars(chart) else ''}".strip()
    shown = values_of(row, chart)
    return "" if not shown else written(shown[0])


def charts_of_random(counted):
    start = counted.frame.period.start
    written = StrategyWritten(
        strategy=STRATEGY,
        steps=counted.steps,
        practices=counted.practices,
        marks=counted.marks,
        frame=counted.frame,
        routine_names=dict(zip(ROUTINES, ("Bath", "Car"), strict=True)),
        visits=tuple(
            Visit(id=UUID(int=900 + after), child=STRATEGY.child, day=start + timedelta(days=after))
            for after in (2, 7, 16)
        ),
    )
    return charts_of(look_back(written))


@pytest.mark.parametrize("chart", HAND_MADE)
def test_the_picture_the_table_and_the_words_of_a_family_agree(chart):
    says_the_same(chart)


@pytest.mark.parametrize("name", ["levels", "sums", "middles", "tries", "days", "number dots"])
def test_they_agree_of_charts_with_gaps_and_zeros(name):
    says_the_same(ALL[name])


@pytest.mark.parametrize("shape", [Shape.SUMS, Shape.MIDDLES])
@pytest.mark.parametrize("value", ["47.75", "47.8", "0", "3", "9999.25"])
def test_a_number_over_a_bar_is_written_as_the_table_has_it(shape, value):
    told = dict.fromkeys(("sum", "median", "low", "high"), value) | {"n": 1}
    series = bars(shape, RatingKind.NUMBER, told)
    (row,) = chart_table(series, EN).rows
    words = {word.get_text() for word in chart_sheet(series, EN, LOOK).figure.findobj(Text)}
    assert {cell_text(cell, EN) for cell in row if isinstance(cell, Decimal)} <= words


@settings(max_examples=40, deadline=None)
@given(counted=random_families())
def test_they_agree_of_any_family(counted):
    for chart in charts_of_random(counted):
        if marks_in(chart):
            says_the_same(chart)


@settings(max_examples=60, deadline=None)
@given(counted=random_families())
def test_a_file_for_spreadsheets_has_every_number_of_the_table(counted):
    for chart in charts_of_random(counted):
        table = chart_table(chart, EN)
        lines = table_csv(table).decode("utf-8-sig").split("\r\n")[1:-1]
        for line, row in zip(lines, table.rows, strict=True):
            assert {plain(cell) for cell in row if not isinstance(cell, str)} <= set(
                line.split(",")
            )


def plain(cell):
    """A cell as programs read it."""
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


@settings(max_examples=60, deadline=None)
@given(counted=random_families())
def test_on_paper_no_number_changes_but_a_middle_so_far(counted):
    for chart in charts_of_random(counted):
        paper = on_paper(chart)
        assert [replace_remarks(row) for row in told_of(paper)] == [
            replace_remarks(row) for row in told_of(chart)
        ]
        assert "so far" not in chart_alt(paper, EN)


def replace_remarks(row):
    return {name: cell for name, cell in row.items() if name != "Remarks"}
