"""Solid lines where the plan changed, dotted ones of life, and their labels over the chart."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.looking_back.chart_series import LifeMark
from homejournal.reports.chart_words.mark_words import days_short, life_said
from homejournal.reports.charts.chart_frame import SIDE, Rect, Sheet
from homejournal.reports.charts.lettering import CUT, shortened, width_of
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from matplotlib.typing import LineStyleType

MOST_LINES = 12
"""With more of them in view, they are small ticks under the axis."""
TICKS_HIGH = 6.0
_MOST_ROWS = 3
_WIDEST = 15.0
"""The most that a label is wide, in sizes of the letters; and the least."""
_NARROWEST = 3.0
_GAP, _BESIDE = 6.0, 2.0
"""Points between two labels, and between a label and its line."""
_LETTERS = 0.9


class Mark(NamedTuple):
    """A line at a place of the axis; something in life may last until `end`."""

    place: float
    end: float
    solid: bool
    words: str


class Label(NamedTuple):
    """The words of a mark, in points: from `x` on, or up to it; row 0 stands lowest."""

    mark: Mark
    x: float
    row: int
    words: str
    ends_there: bool
    width: float

    @property
    def cut(self) -> bool:
        """Return whether words are left off."""
        return self.words.endswith(CUT)


class Marks(NamedTuple):
    """The lines and labels of a chart; too many lines are small ticks under the axis."""

    lines: tuple[Mark, ...] = ()
    ticks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def rows(self) -> int:
        """Return how many rows of labels there are."""
        return max((label.row + 1 for label in self.labels), default=0)

    @property
    def drop(self) -> float:
        """Return the points that the ticks take under the axis."""
        return TICKS_HIGH if self.ticks else 0.0


def marks_between(
    changes: Iterable[date],
    life: Iterable[LifeMark],
    period: tuple[date, date],
    places: Callable[[date], tuple[float, float]],
    wording: Wording,
) -> list[Mark]:
    """Return the marks inside the days that are shown, in order; `places` are a day's two ends."""
    start, end = period

    def change(place: float) -> Mark:
        return Mark(place, place, solid=True, words=wording.text("plan changed"))

    found = [change(places(day)[0]) for day in changes if start <= day <= end]
    for mark in life:
        if mark.start <= end and mark.end >= start:
            first, last = places(max(mark.start, start)), places(min(mark.end, end))
            upto = first[0] if mark.start == mark.end else last[1]
            words = life_said(mark, wording)
            if mark.end != mark.start:
                days = days_short(mark.start, mark.end, wording)
                words = wording.text("{what}, {when}", what=words, when=days)
            found.append(Mark(first[0], upto, solid=False, words=words))
    return sorted(found, key=lambda mark: mark.place)


def arranged(sheet: Sheet, marks: Sequence[Mark]) -> Marks:
    """Return the marks with the labels that fit over the plot, none touching another.

    The sides of the plot have to be settled.
    """
    solid = [mark for mark in marks if mark.solid]
    if len(marks) <= MOST_LINES:
        lines, ticks = list(marks), []
    elif len(solid) <= MOST_LINES:
        lines, ticks = solid, [mark for mark in marks if not mark.solid]
    else:
        lines, ticks = [], list(marks)
    labels = [] if sheet.look.small else _labels(sheet, lines)
    return Marks(tuple(lines), tuple(ticks), tuple(labels))


def _labels(sheet: Sheet, marks: list[Mark]) -> list[Label]:
    """Return the labels on as few rows as hold as many of them, uncut, as any rows do."""
    most = max(1, min(_MOST_ROWS, int(sheet.height / sheet.line / 5)))
    tried = [_on_rows(sheet, marks, rows) for rows in range(1, most + 1)]
    return max(tried, key=lambda labels: (len(labels), sum(not label.cut for label in labels)))


def _on_rows(sheet: Sheet, marks: list[Mark], rows: int) -> list[Label]:
    """Place labels from the right, where the last one knows most of its room.

    `ends` says row by row how far a label may go: no label touches another or lies on a line.
    """
    ends = [sheet.width - 2.0] * rows
    found: list[Label] = []
    for mark in reversed(marks):
        label = _label(sheet, mark, ends)
        if label is not None:
            found.append(label)
            line = sheet.x(mark.place)
            start = line - label.width if label.ends_there else line
            passed = [min(end, line - _GAP) for end in ends[: label.row]]
            ends[: label.row + 1] = [*passed, start - _GAP]
    return found


def _label(sheet: Sheet, mark: Mark, ends: list[float]) -> Label | None:
    x, size = sheet.x(mark.place), sheet.letters * _LETTERS
    wanted = min(width_of(mark.words, size) + 0.5, _WIDEST * size)
    least = min(wanted, _NARROWEST * size)
    before = x - _BESIDE - SIDE / 2
    # Its line goes up through the rows below, so nothing may stand there at its place.
    usable = [row for row in range(len(ends)) if all(end >= x - _GAP for end in ends[:row])]
    rooms = {row: ends[row] - x - _BESIDE for row in usable}
    leftward = [row for row in usable if ends[row] >= x]
    for row in usable:
        if rooms[row] >= wanted:
            return _made(mark, x, row, (wanted, size), ends_there=False)
    if leftward and before >= wanted:
        return _made(mark, x, leftward[-1], (wanted, size), ends_there=True)
    widest = max(usable, key=rooms.__getitem__)
    if rooms[widest] >= least:
        return _made(mark, x, widest, (rooms[widest], size), ends_there=False)
    if leftward and before >= least:
        return _made(mark, x, leftward[-1], (before, size), ends_there=True)
    return None


def _made(
    mark: Mark, x: float, row: int, fit: tuple[float, float], *, ends_there: bool
) -> Label | None:
    words = shortened(mark.words, *fit)
    at = x - _BESIDE if ends_there else x + _BESIDE
    return Label(mark, at, row, words, ends_there, _BESIDE + fit[0]) if words else None


def lines_in(sheet: Sheet, marks: Marks) -> list[float]:
    """Return where lines will go up through the plot, in points; no words may hide a solid one."""
    for mark in marks.lines:
        if mark.solid:
            sheet.ink_in(Rect(sheet.x(mark.place), sheet.plot.y, 0.0, sheet.plot.height))
    return [sheet.x(mark.place) for mark in marks.lines]


def draw_marks(sheet: Sheet, marks: Marks, ground: float) -> None:
    """Draw the lines and labels; `ground` is where the lowest row of labels stands, in points."""
    size = sheet.letters * _LETTERS
    high = size * 1.2
    tops = {id(label.mark): ground + high * (label.row + 0.9) for label in marks.labels}
    for mark in marks.lines:
        if mark.end > mark.place:
            sheet.axes.axvspan(
                mark.place, mark.end, facecolor=sheet.ink.soft, alpha=0.13, zorder=0.5, linewidth=0
            )
        style, width = ("-", 1.2) if mark.solid else (":", 1.1)
        # Behind a bar as high as the plot its end is what can be seen of it.
        top = tops.get(id(mark), ground)
        sheet.draw_upright_line(mark.place, sheet.plot.y, top, linestyle=style, linewidth=width)
    for label in marks.labels:
        side = "right" if label.ends_there else "left"
        y = ground + high * (label.row + 0.15)
        sheet.write(label.x, y, label.words, size=size, ha=side, va="baseline")
    for mark in marks.ticks:
        _tick(sheet, mark)


def _tick(sheet: Sheet, mark: Mark) -> None:
    from matplotlib.lines import Line2D

    x, foot = sheet.x(mark.place), sheet.plot.y
    style: LineStyleType = "-" if mark.solid else (0, (1, 1.2))
    sheet.figure.add_artist(
        Line2D(
            (x, x), (foot - 1, foot - TICKS_HIGH),
            transform=sheet.in_points, color=sheet.ink.dark, linewidth=1.1, linestyle=style,
        )
    )  # fmt: skip
