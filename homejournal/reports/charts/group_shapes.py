"""How groups side by side are drawn: lying bars, each under or beside its name, n at its end.

The sides of a visit are seldom as long, so a longer one would always look like more. Their bars
are therefore equally long, and each part of them is a share of its own side.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from homejournal.domain.looking_back.chart_series import Bar, Group, Grouping, GroupSeries, Shape
from homejournal.domain.records.rating_scales import levels_of
from homejournal.reports.chart_words.mark_words import bar_said
from homejournal.reports.charts.bar_shapes import OUTLINE
from homejournal.reports.charts.chart_frame import Limits, Rect, Sheet
from homejournal.reports.charts.lettering import short_number, width_of
from homejournal.reports.charts.marker_shapes import put_hatch
from homejournal.reports.charts.style import INK, Fill, fill_of
from homejournal.texts.wording import Wording

THICK = 0.62
"""How much of its row a bar takes."""
_ZERO_LINE = 2.0
_INSIDE = 0.85
_LETTERS_ON_DARK = _CHIP = "#ffffff"


class BarPart(NamedTuple):
    """A part of a lying bar: its row, where it begins, how long it is."""

    row: int
    start: float
    length: float


def axis_limits(series: GroupSeries) -> Limits:
    """Return from where to where the bars reach; zero is always among it."""
    bars = [group.bar for group in series.groups]
    lows = [_least(bar, series.shape) for bar in bars]
    highs = [end_of(series, bar) for bar in bars]
    low, high = min(lows, default=0.0), max(highs, default=0.0)
    return Limits(low, high if high > low else low + 1.0)


def end_words(series: GroupSeries, group: Group, wording: Wording, *, lines: int = 1) -> str:
    """Return what stands at the end of a bar: its value where no part says it, and n.

    Beside it stands how many days were planned on a side of a visit: the sides are not as long.
    """
    said, planned = _value_and_n(series, group.bar, wording), group.bar.planned
    if group.side is None or not planned:
        return said
    days = wording.count("{n} planned day", "{n} planned days", planned)
    return f"{said}\n{days}" if lines > 1 else wording.line_of((said, days))


def _value_and_n(series: GroupSeries, bar: Bar, wording: Wording) -> str:
    if not bar.written:
        return bar_said(series, bar, wording)
    n = wording.text("n = {n}", n=wording.number(_n_of(series.shape, bar)))
    match series.shape:
        case Shape.LEVELS:
            return n
        case Shape.DAYS:
            return wording.count("{n} day", "{n} days", bar.days)
        case Shape.MIDDLES if bar.median is not None:
            said = short_number(bar.median, wording)
        case Shape.TRIES if bar.of is not None:
            took = short_number(Decimal(bar.took or 0), wording)
            said = f"{took}/{short_number(Decimal(bar.of), wording)}"
        case _:
            return n
    return f"{said} ({n})"


def _n_of(shape: Shape, bar: Bar) -> int:
    return bar.known if shape is Shape.MIDDLES else bar.n


def draw_groups(sheet: Sheet, series: GroupSeries) -> None:
    """Draw each group in its row, the first one on top."""
    ink = sheet.ink
    rows = list(enumerate(group.bar for group in series.groups))
    match series.shape:
        case Shape.LEVELS:
            _levels(sheet, series)
        case Shape.DAYS:
            _days(sheet, series)
        case Shape.TRIES:
            given = [(row, bar) for row, bar in rows if bar.of is not None]
            for fill, field in ((ink.field, "of"), (ink.bar, "took")):
                parts = [(row, getattr(bar, field) / whole_of(series, bar)) for row, bar in given]
                _pieces(sheet, Fill(fill), [BarPart(row, 0, length) for row, length in parts])
        case Shape.SUMS | Shape.MIDDLES:
            _middles(sheet, rows)
        case _:
            assert_never(series.shape)
    low, high = axis_limits(series)
    for row, _ in rows:
        sheet.spots.append(Rect(low, row - THICK / 2, high - low, THICK))


def whole_of(series: GroupSeries, bar: Bar) -> float:
    """Return by what the counts of a bar are divided: on a side of a visit, by all of its own.

    All are its ratings, what was offered, or its planned days; none for days of which it cannot be
    said how many were planned, since nothing can be drawn of them.
    """
    if series.grouping is not Grouping.VISIT:
        return 1.0
    wholes = {
        Shape.LEVELS: sum(bar.levels or ()),
        Shape.TRIES: bar.of,
        Shape.DAYS: bar.planned,
    }
    return float(wholes.get(series.shape) or 1)


def _days(sheet: Sheet, series: GroupSeries) -> None:
    """Draw the days it was used, on a side of a visit as a part of the planned days."""
    ink, used = sheet.ink, []
    for row, group in enumerate(series.groups):
        bar, whole = group.bar, whole_of(series, group.bar)
        if not _has_days(series, bar):
            continue
        if series.grouping is Grouping.VISIT:
            _pieces(sheet, Fill(ink.field), [BarPart(row, 0, (bar.planned or 0) / whole)])
        used.append(BarPart(row, 0, bar.days / whole))
    _pieces(sheet, Fill(ink.bar), used)


def _has_days(series: GroupSeries, bar: Bar) -> bool:
    return bar.written and (series.grouping is not Grouping.VISIT or bool(bar.planned))


def _levels(sheet: Sheet, series: GroupSeries) -> None:
    base = [0] * len(series.groups)
    wholes = [whole_of(series, group.bar) for group in series.groups]
    for at, level in enumerate(levels_of(series.kind)):
        counts = [group.bar.levels[at] if group.bar.levels else 0 for group in series.groups]
        fill = fill_of(series.kind, level, sheet.look)
        given = [(row, count, wholes[row]) for row, count in enumerate(counts) if count]
        pieces = [BarPart(row, base[row] / whole, count / whole) for row, count, whole in given]
        _pieces(sheet, fill, pieces)
        _inside(sheet, fill, pieces, [count for _, count, _ in given])
        base = [under + count for under, count in zip(base, counts, strict=True)]
    written = [group.bar.written for group in series.groups]
    empty = [BarPart(row, 0, 0) for row, length in enumerate(base) if written[row] and not length]
    _pieces(sheet, Fill(sheet.ink.bar), empty)


def _pieces(sheet: Sheet, fill: Fill, pieces: Sequence[BarPart]) -> None:
    from matplotlib.collections import PolyCollection

    half = THICK / 2
    made = PolyCollection(
        [
            (
                (piece.start, piece.row - half),
                (piece.start + piece.length, piece.row - half),
                (piece.start + piece.length, piece.row + half),
                (piece.start, piece.row + half),
            )
            for piece in pieces
        ],
        facecolors=fill.color,
        edgecolors=sheet.ink.dark,
        linewidths=[OUTLINE if piece.length else _ZERO_LINE for piece in pieces],
        zorder=2,
        clip_on=False,
    )
    put_hatch(made, fill, sheet.look.text)
    sheet.axes.add_collection(made, autolim=False)


def _inside(sheet: Sheet, fill: Fill, pieces: Sequence[BarPart], counts: Sequence[int]) -> None:
    """Write how many of a level there are inside its part, where there is room."""
    size = sheet.letters * _INSIDE
    row_high = sheet.plot.height * THICK / max(abs(sheet.up.high - sheet.up.low), 1e-9)
    if row_high < size * 1.1:
        return
    box = {"facecolor": _CHIP, "edgecolor": "none", "pad": 1.2} if fill.hatch else None
    color = _LETTERS_ON_DARK if fill.is_dark and not box else INK
    for piece, count in zip(pieces, counts, strict=True):
        words = sheet.wording.number(count)
        room = abs(sheet.x(piece.start + piece.length) - sheet.x(piece.start))
        if width_of(words, size) + 4 <= room:
            sheet.write_middle(
                sheet.x(piece.start + piece.length / 2), sheet.y(piece.row), words, size=size,
                ha="center", bbox=box, zorder=4, color=color,
            )  # fmt: skip


def _middles(sheet: Sheet, rows: Sequence[tuple[int, Bar]]) -> None:
    from matplotlib.lines import Line2D

    color = sheet.ink.bar
    for row, bar in rows:
        if bar.median is None:
            continue
        low, high = float(bar.low or 0), float(bar.high or 0)
        ends = Line2D((low, high), (row, row), color=color, marker="|", linewidth=1.4, zorder=2)
        dot = Line2D((float(bar.median),), (row,), color=color, marker="o", markersize=5, zorder=3)
        for line in (ends, dot):
            line.set_clip_on(False)
            sheet.axes.add_artist(line)


def end_of(series: GroupSeries, bar: Bar) -> float:
    """Return where the bar of a group ends."""
    match series.shape:
        case Shape.LEVELS:
            return sum(bar.levels) / whole_of(series, bar)
        case Shape.SUMS | Shape.MIDDLES:
            return max(0.0, float(bar.high or 0))
        case Shape.TRIES:
            return (bar.of or 0) / whole_of(series, bar)
        case Shape.DAYS if series.grouping is Grouping.VISIT:
            return float(_has_days(series, bar))
        case Shape.DAYS:
            return float(bar.days)
        case _:
            assert_never(series.shape)


def _least(bar: Bar, shape: Shape) -> float:
    return min(0.0, float(bar.low or 0)) if shape is Shape.MIDDLES else 0.0
