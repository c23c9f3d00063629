"""The labels over the dates: visits, days left out, and what happened, each at its day.

Whoever reads a tick must not take it for another one. So either each visit has its name, or each
has a number that a line over the head explains, or one line says what all of the ticks are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from homejournal.domain.looking_back.strategy_rows import VisitTick
from homejournal.reports.chart_words.mark_words import days_short
from homejournal.reports.chart_words.row_words import band_label, event_label, visit_label
from homejournal.reports.charts.lettering import shortened, width_of
from homejournal.reports.strategy_rows.head_dates import dates_of
from homejournal.reports.strategy_rows.row_sheet import RowSheet
from homejournal.reports.template_fields import apart
from homejournal.texts.wording import Wording

MOST_LANES = 3
_LONGEST, _LONGEST_DATED = 0.5, 0.6
"""Of the width, for the words of a label, without and with its date."""
_APART, _APART_NUMBERS = 0.6, 0.3
"""Between two labels, in sizes of the letters; the numbers of visits may stand closer."""
_BESIDE = 1.5
"""Points that a label stands beside its tick."""
_SAME = 0.01
_MOST_DATED = 12
"""Labels up to which it is tried which of them have room for their dates."""
_MOST_NUMBERED, _MOST_KEY = 20, 4
"""Visits that may have numbers, and lines that explain them."""
_YEAR = timedelta(days=365)


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


class Labels(NamedTuple):
    """The labels in the order of their days, and the lines that explain those of visits."""

    placed: tuple[Label, ...]
    key: tuple[str, ...] = ()

    @property
    def lines(self) -> int:
        """Return how many lines of words stand over the dates."""
        return _lines(self.placed) + len(self.key)

    @property
    def lost(self) -> int:
        """Return how many labels have words and no room for them."""
        return lost(self.placed)

    @property
    def lost_visits(self) -> int:
        """Return how many visits would be taken for others."""
        return lost(label for label in self.placed if label.kind == "visit")


def lost(labels: Iterable[Label]) -> int:
    """Return how many labels have words and no room for them."""
    return sum(bool(label.words) and label.lane is None for label in labels)


def _lines(labels: Iterable[Label]) -> int:
    return max((label.lane + 1 for label in labels if label.lane is not None), default=0)


class _Room(NamedTuple):
    """How many lines there are for labels, and how far they stand apart, in letters."""

    lanes: int
    apart: float


class _Told(NamedTuple):
    """What a label tells, without and with its date."""

    kind: str
    at: int
    start: date
    end: date
    words: str

    def dated(self, sheet: RowSheet) -> str:
        """Return the words with their days: "sick, Nov 9–11"."""
        days = days_short(self.start, self.end, sheet.wording, in_year=not _has_years(sheet))
        return sheet.wording.text("{what}, {when}", what=self.words, when=days)


def _has_years(sheet: RowSheet) -> bool:
    """Return whether the dates of the head go through the same day twice."""
    start, end = sheet.axis.period
    return end - start >= _YEAR


def labels_of(sheet: RowSheet) -> Labels:
    """Return all labels in the order of their days, in the first way in which none is lost.

    Where each way loses some, the names of visits go first: another way tells all of them.
    """
    found: list[Labels] = []
    for visits, key in _ways(sheet):
        made = Labels(tuple(_placed_with_days(sheet, _told(sheet, visits), key)), key)
        if not made.lost:
            return made
        found.append(made)
    return min(found, key=lambda one: (one.lost_visits, one.lost))


def _ways(sheet: RowSheet) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Yield the words of each visit, and the lines that explain them, the plainest way first."""
    visits = sheet.axis.visits
    each = [_visit_in_words(sheet, one) for one in visits]
    yield each, ()
    if len(visits) < 2:
        return
    names = [
        words if at == 0 or not one.people else _people(sheet, one)
        for at, (one, words) in enumerate(zip(visits, each, strict=True))
    ]
    alike = len({one.people for one in visits}) == 1
    if any(one.people for one in visits[1:]):
        yield names, ()
    listed = [_with_day(sheet, one) for one in visits]
    if not alike and len(visits) <= _MOST_NUMBERED:
        numbers = [sheet.wording.number(at) for at in range(1, len(visits) + 1)]
        numbered = zip(numbers, listed, strict=True)
        text = sheet.wording.text
        yield from _explained(
            sheet, numbers, [text("{number} {what}", number=n, what=what) for n, what in numbered]
        )
        yield from _explained(sheet, [], listed)
    yield from _explained(sheet, [], [_people(sheet, visits[0])] if alike else [])


def _explained(
    sheet: RowSheet, words: list[str], told: list[str]
) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Yield words of visits with the key to them, if it leaves room."""
    key = _key(sheet, told)
    if len(key) <= _MOST_KEY and _lanes_beside(sheet, key) >= bool(words):
        yield words or [""] * len(sheet.axis.visits), key


def _lanes_beside(sheet: RowSheet, key: tuple[str, ...]) -> int:
    """Return how many lines are left for labels below a key."""
    if sheet.look.lanes is None:
        return MOST_LANES - bool(key)
    return sheet.look.lanes - len(key)


def _key(sheet: RowSheet, told: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that say which visits the ticks are; each visit stands on one line."""
    wording, size = sheet.wording, sheet.look.letters
    visits = wording.line_of(_said(sheet, lambda _, w: w.text("visits"), None))
    first, *others = [one for one in told if one] or [""]
    lines = [wording.text("{when}: {what}", when=visits, what=first) if first else visits]
    for one in others:
        longer = wording.line_of((lines[-1], one))
        if width_of(longer, size) <= sheet.width:
            lines[-1] = longer
        else:
            lines.append(one)
    return tuple(shortened(line, sheet.width, size) for line in lines)


def _with_day(sheet: RowSheet, tick: VisitTick) -> str:
    day = days_short(tick.day, tick.day, sheet.wording, in_year=not _has_years(sheet))
    told = (_people(sheet, tick), day)
    return sheet.wording.text(", ").join(filter(None, told))


def _placed_with_days(sheet: RowSheet, told: list[_Told], key: tuple[str, ...]) -> list[Label]:
    """Return the labels, each in the first lane that has room.

    A label has its date where that moves no other one, first what happened in life and then the
    newest visits. Why days were left out, and visits whose day the dates of the head do not tell,
    may move others.
    """
    room = _Room(_lanes_beside(sheet, key), _APART_NUMBERS if key else _APART)
    labels, first = _most_told(sheet, told, room)
    if len(told) > _MOST_DATED:
        return labels
    dated: dict[_Told, bool] = {}
    longest = sheet.width * _LONGEST_DATED
    told_days = {day for day, _ in dates_of(sheet, sheet.wording)}
    newest = sorted(told, key=lambda one: one.start, reverse=True)
    for one in sorted(newest, key=lambda one: ("event", "band", "visit").index(one.kind)):
        explained = one.kind == "visit" and key
        too_long = width_of(one.dated(sheet), sheet.look.letters) > longest
        if not one.words or explained or too_long:
            continue
        may_move = one.kind == "band" or (one.kind == "visit" and one.start not in told_days)
        for to_its_tick in (False, True):
            tried = {**dated, one: to_its_tick}
            more = _placed(sheet, told, tried, first, room)
            if _is_as_good(more, labels, may_move=may_move):
                labels, dated = more, tried
                break
    return labels


def _is_as_good(more: list[Label], labels: list[Label], *, may_move: bool) -> bool:
    """Return whether labels with one date more lose nothing that others tell."""
    if may_move:
        return lost(more) <= lost(labels) and _lines(more) <= _lines(labels) + 1
    return [label.lane for label in more] == [label.lane for label in labels]


def _most_told(sheet: RowSheet, told: list[_Told], room: _Room) -> tuple[list[Label], str]:
    """Return the labels in the order of their days, or so that more of them have room.

    Short words of visits find room below the long ones of what happened, if they are placed first.
    """
    orders = [(_placed(sheet, told, {}, first, room), first) for first in ("", "visit", "event")]
    return min(orders, key=lambda one: lost(one[0]))


def _told(sheet: RowSheet, visits: Iterable[str]) -> list[_Told]:
    axis, wording = sheet.axis, sheet.wording
    return [
        *(
            _Told("visit", at, one.day, one.day, words)
            for at, (one, words) in enumerate(zip(axis.visits, visits, strict=True))
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
    sheet: RowSheet, told: Iterable[_Told], dated: Mapping[_Told, bool], first: str, room: _Room
) -> list[Label]:
    """Return the labels with their places; those of the `first` kind look for one first.

    `dated` has which of them have their days, and whether they rather end at their tick.
    """
    lanes, labels, size = _Lanes(sheet, room), [], sheet.look.letters
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


def _people(sheet: RowSheet, tick: VisitTick) -> str:
    return sheet.wording.list_of([sheet.wording.own(name) for name in tick.people])


_Mark = TypeVar("_Mark")


def _said(sheet: RowSheet, label: Callable[[_Mark, Wording], str], what: _Mark) -> list[str]:
    """Return a label in the language of the picture, and in its second one if it has one."""
    return [apart(label(what, w), w, sheet.wording) for w in sheet.wordings]


class _Lanes:
    """The lines of labels over the dates, and what stands in them so far.

    A label stands at its tick. From a higher line the tick goes down to the dates between all
    labels, so that everybody sees what belongs together. Right over the stripe of days left out
    there are no other words than why.
    """

    def __init__(self, sheet: RowSheet, room: _Room) -> None:
        self._sheet = sheet
        self._gap = room.apart * sheet.look.letters
        self._stripes = [sheet.span(band.start, band.end) for band in sheet.axis.bands]
        self._taken: list[list[Stretch]] = [[] for _ in range(room.lanes)]
        self._stems: list[tuple[float, int]] = []

    def place(
        self, wide: float, days: Stretch, stem: float | None, *, to_its_tick: bool = False
    ) -> tuple[int | None, Stretch]:
        """Return the lowest line with room for a label of these days, and its place there."""
        choices = [self._within(start, wide) for start in self._starts(wide, days, stem)]
        choices = choices[::-1] if to_its_tick else choices
        for lane, taken in enumerate(self._taken if wide else ()):
            for place in choices:
                on_stripe = lane == 0 and self._is_on_stripe(place, days if stem is None else None)
                if not on_stripe and self._is_free(lane, place, stem):
                    taken.append(place)
                    self._stems += [(stem, lane)] if stem is not None else []
                    return lane, place
        return None, choices[0]

    def _is_on_stripe(self, place: Stretch, own: Stretch | None) -> bool:
        """Return whether words stand right over days left out of which they do not tell."""
        others = (stripe for stripe in self._stripes if stripe != own)
        return any(place[0] < right and left < place[1] for left, right in others)

    def _starts(self, wide: float, days: Stretch, stem: float | None) -> Iterator[float]:
        """Yield where a label may begin: with its days, or so that it ends at its tick.

        Words over days left out may also end with them, or stand beside a tick that is in them.
        """
        rtl = self._sheet.sheet.rtl
        left, right = days if stem is None else (stem + _BESIDE, stem - _BESIDE)
        yield right - wide if rtl else left
        yield left if rtl else right - wide
        if stem is None:
            for x in sorted(x for x, _ in self._stems if days[0] <= x <= days[1]):
                yield x + self._gap
                yield x - self._gap - wide

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
