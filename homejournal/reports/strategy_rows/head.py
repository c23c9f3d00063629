"""The head over all rows: the dates, the visits, and what holds for the whole child, told once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeVar

from homejournal.domain.days.periods import Period, Span
from homejournal.domain.looking_back.strategy_rows import SharedAxis, VisitTick
from homejournal.reports.chart_words.row_words import band_label, event_label, visit_label
from homejournal.reports.charts.chart_frame import POINTS, Rect
from homejournal.reports.charts.lettering import LINE, shortened, width_of
from homejournal.reports.strategy_rows.row_sheet import (
    Outline,
    RowLook,
    RowMark,
    RowSheet,
    Stroke,
    shades_of,
)
from homejournal.reports.template_fields import apart
from homejournal.texts.wording import Wording, wording_of

_MOST_LANES = 3
_LONGEST, _LONGEST_DATED = 0.5, 0.6
"""Of the width, for the words of a label, without and with its date."""
_APART = 0.6
"""Between two labels, in sizes of the letters."""
_TICK, _BESIDE = 3.0, 1.5
"""Points that a tick is high, and that a label stands beside it."""
_SAME = 0.01
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
_MOST_DATED = 12
"""Labels up to which it is tried which of them have room for their dates."""
_DENSE = 6.0
"""Points between lines under which only named weeks have one."""


Stretch = tuple[float, float]
"""From where to where something goes, in points from the left."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the head with the days it stands for, which of its kind it is, and its lane."""

    words: str
    start: date
    end: date
    kind: str
    at: int
    lane: int | None
    place: Stretch
    """From where to where its words go, in points from the left."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head, and how high it is in points."""

    labels: tuple[Label, ...]
    lanes: int
    height: float


@lru_cache(maxsize=32)
def head_of(axis: SharedAxis, wording: Wording, look: RowLook) -> Head:
    """Return where the labels of the head stand: in lanes, of which none touches another."""
    sheet = RowSheet(axis, wording, look, POINTS)
    labels = tuple(_labels(sheet))
    lanes = _lines(labels)
    return Head(
        labels, lanes, height_of_head(axis, lanes if look.lanes is None else look.lanes, look)
    )


def height_of_head(axis: SharedAxis, lanes: int, look: RowLook) -> float:
    """Return how high a head with so many lines of labels is, in points."""
    # Where no label has room its tick still has.
    dates = 2 if look.second_language else 1
    ticks = _TICK * look.text if axis.visits or axis.bands else 0.0
    return look.letters * LINE * (dates + lanes) + ticks + 1.0


def draw_head(sheet: RowSheet, head: Head) -> None:
    """Draw the dates along the lower edge, and over them ticks, bands and their labels."""
    size, text = sheet.look.letters, sheet.look.text
    line, ink = size * LINE, sheet.sheet.ink
    side = "right" if sheet.sheet.rtl else "left"
    for at, wording in enumerate(reversed(sheet.wordings)):
        for day, words in _names(sheet, wording):
            said, y = apart(words, wording, sheet.wording), size * 0.3 + at * line
            sheet.write(sheet.x(day), y, said, size=size, ha=side, color=ink.soft)
    foot = line * len(sheet.wordings) + 0.5
    for label in head.labels:
        left, right = sheet.span(label.start, label.end)
        y = foot + _TICK * text
        top = y + (label.lane or 0) * line
        if label.kind == "band":
            sheet.box(
                Outline(shades_of(sheet.look).band), Rect(left, foot, right - left, 2.4 * text)
            )
        elif label.kind == "visit":
            # At an edge a half of it would be cut off.
            start = min(max(sheet.x(label.start), text), sheet.width - text)
            sheet.line(Stroke(ink.dark, 0.9 * text), (start, foot), (start, top))
        else:
            middle = sheet.x(label.start, 0.5)
            sheet.line(_dotted(sheet), (middle, foot), (middle, top))
        place = Rect(left, foot, right - left, y - foot)
        if label.lane is not None:
            color = ink.dark if label.kind == "visit" else ink.soft
            sheet.write(
                label.place[0], top + size * 0.2, label.words, size=size, ha="left", color=color
            )
            wide = label.place[1] - label.place[0]
            place = Rect(label.place[0], top, wide, line)
        sheet.marks.append(RowMark(place, label.kind, label.at))


def _dotted(sheet: RowSheet) -> Stroke:
    text = sheet.look.text
    return Stroke(sheet.sheet.ink.soft, 0.9 * text, 1.4, (1.0, 2.0))


def draw_behind(sheet: RowSheet, bands: Iterable[tuple[date, date]]) -> None:
    """Draw what goes through a row from top to bottom: bands, lines of weeks, events."""
    shades, top = shades_of(sheet.look), sheet.height
    for start, end in bands:
        left, right = sheet.span(start, end)
        sheet.box(Outline(shades.band, order=0.5), Rect(left, 0.0, right - left, top))
    grid = Stroke(shades.grid, 0.5, 1.0)
    for x in weeks_of(sheet):
        sheet.line(grid, (x, 0.0), (x, top))
    for event in sheet.axis.events:
        x = sheet.x(event.start, 0.5)
        sheet.line(_dotted(sheet), (x, 0.0), (x, top))


def weeks_of(sheet: RowSheet) -> Iterator[float]:
    """Yield where a line between two weeks, months or years stands, in points from the left."""
    blocks = sheet.axis.blocks
    close = sheet.width / max(len(blocks), 1) < _DENSE
    days = (
        [day for day, _ in _names(sheet, sheet.wording)]
        if close
        else [block.start for block in blocks]
    )
    yield from (sheet.x(day) for day in days if day > sheet.axis.period.start)


def _names(sheet: RowSheet, wording: Wording) -> "Names":
    """Return the dates of the head in one of its languages, each with its first day."""
    axis, look = sheet.axis, sheet.look
    # Visits and events name no week: without them all rows of a page find the same names.
    bare = replace(axis, visits=(), bands=(), events=())
    return _fitting_names(bare, wording.language, sheet.width, look.letters)


@lru_cache(maxsize=32)
def _fitting_names(axis: SharedAxis, language: str, width: float, letters: float) -> "Names":
    """Return the first list of names of which none touches the next or the end."""
    found: Names = ()
    for names in map(tuple, _choices(axis, wording_of(language))):
        found = names or found
        if names and _fits(axis, names, width, letters):
            return names
    return found[:1]


Names = tuple[tuple[date, str], ...]
"""The days of which the head tells the name."""


def _fits(axis: SharedAxis, names: Names, width: float, letters: float) -> bool:
    day_width = width / axis.days
    along = [((day - axis.period.start).days * day_width, words) for day, words in names]
    ends = [x + width_of(words, letters) for x, words in along]
    starts = [x for x, _ in along[1:]]
    gap = _APART * letters
    apart = all(end + gap <= start for end, start in zip(ends, starts, strict=False))
    return apart and ends[-1] <= width + 1.0


def _choices(axis: SharedAxis, wording: Wording) -> Iterator[list[tuple[date, str]]]:
    blocks = axis.blocks
    if axis.bars is Span.WEEK:
        for step in range(1, len(blocks) + 1):
            yield from _without_last(_weeks(blocks[::step], axis, wording))
            # A week that is cut may leave no room for the name of the next one.
            if step == 1 and len(blocks) > 1:
                yield from _without_last(_weeks(blocks[1:], axis, wording))
        return
    if axis.bars is Span.MONTH:
        for step in _MONTH_STEPS:
            shown = [one for one in blocks if not (one.start.month - 1) % step]
            yield from _without_last(_months(shown, wording))
    for every in _YEAR_STEPS:
        years = [one.start for one in blocks if one.start.month == 1 and not one.start.year % every]
        yield from _without_last([(day, wording.year(day)) for day in years])


def _without_last(names: list[tuple[date, str]]) -> Iterator[list[tuple[date, str]]]:
    """Yield the names, and them without the last: it may have no room before the end."""
    yield names
    if len(names) > 1:
        yield names[:-1]


def _weeks(blocks: Sequence[Period], axis: SharedAxis, wording: Wording) -> list[tuple[date, str]]:
    """Return the names of weeks, with their year where the axis goes through several."""
    years = axis.period.start.year != axis.period.end.year
    told, names = None, []
    for block in blocks:
        new = years and block.start.year != told
        name = wording.short_day_of_year if new else wording.short_day
        names.append((block.start, name(block.start)))
        told = block.start.year
    return names


def _months(blocks: Sequence[Period], wording: Wording) -> list[tuple[date, str]]:
    """Return the names of months; January, and the first one, is told by its year."""
    names: list[tuple[date, str]] = []
    for block in blocks:
        month = wording.short_month(block.start)
        is_january = block.start.month == 1
        year = wording.year(block.start)
        names.append((block.start, year if is_january else month if names else f"{month} {year}"))
    return names


class _Told(NamedTuple):
    """What a label tells, without and with its date."""

    kind: str
    at: int
    start: date
    end: date
    words: str

    def dated(self, sheet: RowSheet) -> str:
        """Return the words with their days: "sick, Nov 9–11"."""
        axis, wording = sheet.axis, sheet.wording
        years = axis.period.start.year != axis.period.end.year
        when = (wording.short_day_of_year if years else wording.short_day)(self.end)
        if self.end != self.start:
            one_year = self.start.year == self.end.year
            first = wording.short_day if one_year else wording.short_day_of_year
            when = wording.text("{start}–{end}", **_ends(first(self.start), when))
        return wording.text("{what}, {when}", what=self.words.rstrip("."), when=when)


def _ends(start: str, end: str) -> dict[str, str]:
    """Return two days as ends of a stretch, with the month once if it is the same one."""
    first, last = start.split(), end.split()
    if first[0] == last[0]:
        return {"start": start, "end": " ".join(last[1:])}
    if first[-1] == last[-1]:
        return {"start": " ".join(first[:-1]), "end": end}
    return {"start": start, "end": end}


def _labels(sheet: RowSheet) -> list[Label]:
    """Return all labels in the order of their days, each in the first lane that has room.

    A label has its date where that moves no other one, first what happened in life and then the
    newest visits. Where the dates of the head do not tell the day of a visit, others may move.
    """
    told = _told(sheet)
    labels, first = _most_told(sheet, told)
    if len(told) > _MOST_DATED:
        return labels
    dated: dict[_Told, bool] = {}
    longest, told_days = (
        sheet.width * _LONGEST_DATED,
        {day for day, _ in _names(sheet, sheet.wording)},
    )
    newest = sorted(told, key=lambda one: one.start, reverse=True)
    for one in sorted(newest, key=lambda one: ("event", "band", "visit").index(one.kind)):
        if not one.words or width_of(one.dated(sheet), sheet.look.letters) > longest:
            continue
        may_move = one.kind == "visit" and one.start not in told_days
        for to_its_tick in (False, True):
            tried = {**dated, one: to_its_tick}
            more = _placed(sheet, told, tried, first)
            if _is_as_good(more, labels, may_move=may_move):
                labels, dated = more, tried
                break
    return labels


def _is_as_good(more: list[Label], labels: list[Label], *, may_move: bool) -> bool:
    """Return whether labels with one date more lose nothing that others tell."""
    if may_move:
        return _lost(more) <= _lost(labels) and _lines(more) <= _lines(labels) + 1
    return [label.lane for label in more] == [label.lane for label in labels]


def _most_told(sheet: RowSheet, told: list[_Told]) -> tuple[list[Label], str]:
    """Return the labels in the order of their days, or so that more of them have room.

    Short words of visits find room below the long ones of what happened, if they are placed first.
    """
    orders = [(_placed(sheet, told, {}, first), first) for first in ("", "visit", "event")]
    return min(orders, key=lambda one: _lost(one[0]))


def _lost(labels: Iterable[Label]) -> int:
    """Return how many labels have words and no room for them."""
    return sum(bool(label.words) and label.lane is None for label in labels)


def _lines(labels: Iterable[Label]) -> int:
    return max((label.lane + 1 for label in labels if label.lane is not None), default=0)


def _told(sheet: RowSheet) -> list[_Told]:
    axis, wording = sheet.axis, sheet.wording
    return [
        *(
            _Told("visit", at, one.day, one.day, _visit_in_words(sheet, one))
            for at, one in enumerate(axis.visits)
        ),
        *(
            _Told("band", at, one.start, one.end, wording.line_of(_said(sheet, band_label, one)))
            for at, one in enumerate(axis.bands)
        ),
        *(
            _Told("event", at, one.start, one.end, event_label(one, wording))
            for at, one in enumerate(axis.events)
        ),
    ]


def _placed(
    sheet: RowSheet, told: Iterable[_Told], dated: Mapping[_Told, bool], first: str
) -> list[Label]:
    """Return the labels with their places; those of the `first` kind look for one first.

    `dated` has which of them have their days, and whether they rather end at their tick.
    """
    lanes, labels, size = _Lanes(sheet), [], sheet.look.letters
    # What has a tick comes first: the words of a band may stand anywhere over their days.
    order = sorted(told, key=lambda one: (one.kind == "band", one.kind != first, one.start, one.at))
    for one in order:
        kind, at, start, end, bare = one
        short = shortened(bare, sheet.width * _LONGEST, size) if bare else ""
        short = one.dated(sheet) if one in dated else short
        stem = {"visit": sheet.x(start), "event": sheet.x(start, 0.5)}.get(kind)
        lane, place = lanes.place(
            width_of(short, size), sheet.span(start, end), stem, to_its_tick=dated.get(one, False)
        )
        labels.append(Label(short, start, end, kind, at, lane if short else None, place))
    return sorted(labels, key=lambda label: (label.start, label.kind))


def _visit_in_words(sheet: RowSheet, tick: VisitTick) -> str:
    """Return "visit, Ben"; in two languages the people are named once."""
    alone = _said(sheet, visit_label, replace(tick, people=()))[:-1]
    return sheet.wording.line_of((*alone, _said(sheet, visit_label, tick)[-1]))


_Mark = TypeVar("_Mark")


def _said(sheet: RowSheet, label: Callable[[_Mark, Wording], str], what: _Mark) -> list[str]:
    """Return a label in the language of the picture, and in its second one if it has one."""
    return [apart(label(what, w), w, sheet.wording) for w in sheet.wordings]


class _Lanes:
    """The lines of labels over the dates, and what stands in them so far.

    A label stands at its tick. From a higher line the tick goes down to the dates between all
    labels, so that everybody sees what belongs together.
    """

    def __init__(self, sheet: RowSheet) -> None:
        self._sheet = sheet
        self._gap = _APART * sheet.look.letters
        most = _MOST_LANES if sheet.look.lanes is None else sheet.look.lanes
        self._taken: list[list[Stretch]] = [[] for _ in range(most)]
        self._stems: list[tuple[float, int]] = []

    def place(
        self, wide: float, days: Stretch, stem: float | None, *, to_its_tick: bool = False
    ) -> tuple[int | None, Stretch]:
        """Return the lowest line with room for a label of these days, and its place there."""
        choices = [self._within(start, wide) for start in self._starts(wide, days, stem)]
        choices = choices[::-1] if to_its_tick else choices
        for lane, taken in enumerate(self._taken if wide else ()):
            for place in choices:
                if self._is_free(lane, place, stem):
                    taken.append(place)
                    self._stems += [(stem, lane)] if stem is not None else []
                    return lane, place
        return None, choices[0]

    def _starts(self, wide: float, days: Stretch, stem: float | None) -> Iterator[float]:
        """Yield where a label may begin: with its days, or so that it ends at its tick."""
        rtl = self._sheet.sheet.rtl
        left, right = days if stem is None else (stem + _BESIDE, stem - _BESIDE)
        yield right - wide if rtl else left
        if stem is not None:
            yield left if rtl else right - wide

    def _within(self, start: float, wide: float) -> Stretch:
        start = max(0.0, min(start, self._sheet.width - wide))
        return start, start + wide

    def _is_free(self, lane: int, place: Stretch, stem: float | None) -> bool:
        left, right = place[0] - self._gap, place[1] + self._gap
        if any(left < other[1] and other[0] < right for other in self._taken[lane]):
            return False
        # No tick of a higher label goes through the words, nor stands so close that it is taken for
        # theirs; one of their own day may, but at an edge words may stand over their day.
        higher = [x for x, h in self._stems if h > lane]
        if any(place[0] < x < place[1] if x == stem else left < x < right for x in higher):
            return False
        below = (label for lower in self._taken[:lane] for label in lower)
        return stem is None or not any(self._is_close(stem, label) for label in below)

    def _is_close(self, stem: float, label: Stretch) -> bool:
        """Return whether a tick stands at the words of another day."""
        left, right = label
        of_one_day = min(abs(left - stem - _BESIDE), abs(stem - right - _BESIDE)) < _SAME
        return left - self._gap < stem < right + self._gap and not of_one_day
