"""The labels over the dates: visits, days left out, and what happened, each at its own mark.

There is one line of labels. A mark has its words with their date where they have room whole and
touch no other mark. Else a small number stands there, and the key over the head says what it is.
Marks that say the same share a number; numbers that would touch stand as one: "2, 3". Only visits
that are too many for numbers are explained together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple, TypeVar

from homejournal.domain.looking_back.strategy_rows import VisitTick
from homejournal.reports.chart_words.mark_words import days_short
from homejournal.reports.chart_words.row_words import band_label, event_label, visit_label
from homejournal.reports.charts.lettering import CUT, shortened, width_of
from homejournal.reports.strategy_rows.head_key import TOGETHER, Key, Spot, key_of
from homejournal.reports.strategy_rows.row_sheet import RowSheet
from homejournal.reports.template_fields import apart
from homejournal.texts.wording import Wording

_APART, _APART_NUMBERS = 0.6, 0.3
"""Between words or a number and what stands beside them, in sizes of the letters."""
_BESIDE = 2.0
"""Points that words stand beside their line."""
_MOST_VISITS, _MOST_ALIKE = 20, 4
"""Visits that may have labels of their own, and those of the same people each time."""
_LONGEST = 1.8
"""Lines that the words of one mark may take in the key."""
_YEAR = timedelta(days=365)

Stretch = tuple[float, float]
"""From where to where something goes, in points from the left."""


@dataclass(frozen=True, slots=True)
class Label:
    """A mark of the head, its days, which of its kind it is, and its words or its number.

    A number that several marks share is the label of each of them, in one `place`. Where there is
    no place, a line of the key tells what the mark is, or whoever asks for the mark. A number is
    `explained` in the key.
    """

    words: str
    start: date
    end: date
    kind: str
    at: int
    place: Stretch | None = None
    """From where to where its words go, in points from the left."""
    explained: Spot | None = None


class Labels(NamedTuple):
    """The labels in the order of their days, and the key that explains their numbers.

    `whole` says whether they tell all that happened, without a word left out.
    """

    placed: tuple[Label, ...]
    key: Key = Key()
    whole: bool = True

    @property
    def lines(self) -> int:
        """Return how many lines of words stand over the dates."""
        return any(label.place for label in self.placed) + len(self.key.lines)


class _Mark(NamedTuple):
    """What is marked in the head, where, and its words; `stem` is none of a stripe of days."""

    kind: str
    at: int
    start: date
    end: date
    words: str
    days: Stretch
    stem: float | None

    @property
    def name(self) -> tuple[str, str]:
        """Return what marks have in common that share a number."""
        return self.kind, self.words

    def touches(self, place: Stretch, gap: float) -> bool:
        """Return whether words at a place would be taken for those of this mark."""
        if self.stem is not None:
            return place[0] - gap < self.stem < place[1] + gap
        return _meet(place, self.days, 0.0)

    def has_on_it(self, other: "_Mark") -> bool:
        """Return whether this is a stripe, and another mark stands in its days."""
        if self.stem is not None or other.stem is None:
            return False
        return self.days[0] <= other.stem <= self.days[1]


@dataclass(frozen=True, slots=True)
class _Number:
    """A place for the number of a mark, or for those of several that stand too close."""

    marks: tuple[_Mark, ...]
    place: Stretch

    def meets(self, other: "_Number", gap: float) -> bool:
        return _meet(self.place, other.place, gap) or self.touches(other) or other.touches(self)

    def touches(self, other: "_Number") -> bool:
        """Return whether a number stands over a mark that is not its own."""
        return any(
            mark.touches(self.place, 0.0)
            for mark in other.marks
            if not any(mark.has_on_it(own) for own in self.marks)
        )


def _meet(one: Stretch, other: Stretch, gap: float) -> bool:
    return one[0] < other[1] + gap and other[0] < one[1] + gap


def labels_of(sheet: RowSheet) -> Labels:
    """Return all labels in the order of their days."""
    marks = sorted(_marks(sheet), key=lambda mark: (mark.start, mark.kind))
    lines = sheet.look.lanes
    told = [mark for mark in marks if mark.words and lines != 0]
    visits = [mark for mark in told if mark.kind == "visit"]
    alike = len({mark.words for mark in visits}) == 1
    if len(visits) <= (_MOST_ALIKE if alike else _MOST_VISITS):
        made = _made(sheet, marks, told, [])
        if made and (lines is None or made.lines <= lines):
            return made
    others = [mark for mark in told if mark.kind != "visit"]
    made = _made(sheet, marks, others, _visits_in_short(sheet) if visits else [])
    if made and (lines is None or made.lines <= lines):
        return made
    words = _words(sheet, told, marks, numbered=False)
    labels = (_label(mark, *words.get(mark, ("", None))) for mark in marks)
    return Labels(tuple(labels), whole=False)


def _made(
    sheet: RowSheet, marks: list[_Mark], told: list[_Mark], first: list[str]
) -> Labels | None:
    """Return the labels with a word or number for each mark that is `told`, if that has room."""
    wide = _widest(sheet, told)
    if any(one.place[1] > sheet.width for one in _numbers(sheet, told, wide)):
        return None
    words = _words(sheet, told, marks, numbered=True)
    left = [mark for mark in told if mark not in words]
    named = list(dict.fromkeys(mark.name for mark in left))
    number = {name: sheet.wording.number(at) for at, name in enumerate(named, 1)}
    longest = _LONGEST * sheet.width
    explained = [
        _explained(sheet, number[name], [m for m in left if m.name == name], longest)
        for name in named
    ]
    key = key_of([*first, *explained], sheet.width, sheet.look.letters)
    spots = dict(zip(named, key.spots[len(first) :], strict=True))
    numbers = {}
    for one in _numbers(sheet, left, wide):
        said = dict.fromkeys(number[mark.name] for mark in one.marks)
        for mark in one.marks:
            words_of_all = sheet.wording.text(", ").join(said)
            numbers[mark] = _label(mark, words_of_all, one.place, spots[mark.name])
    labels = (numbers.get(mark) or _label(mark, *words.get(mark, ("", None))) for mark in marks)
    return Labels(tuple(labels), key, not any(CUT in line for line in key.lines))


def _label(mark: _Mark, words: str, place: Stretch | None, explained: Spot | None = None) -> Label:
    return Label(words, mark.start, mark.end, mark.kind, mark.at, place, explained)


def _marks(sheet: RowSheet) -> Iterator[_Mark]:
    axis, wording = sheet.axis, sheet.wording
    for at, tick in enumerate(axis.visits):
        days = sheet.span(tick.day, tick.day)
        words = _visit_in_words(sheet, tick)
        yield _Mark("visit", at, tick.day, tick.day, words, days, line_of_visit(sheet, tick.day))
    for at, band in enumerate(axis.bands):
        words = wording.line_of(_said(sheet, band_label, band))
        days = sheet.span(band.start, band.end)
        yield _Mark("band", at, band.start, band.end, words, days, None)
    for at, event in enumerate(axis.events):
        days, words = sheet.span(event.start, event.end), event_label(event, wording)
        yield _Mark("event", at, event.start, event.end, words, days, sheet.x(event.start, 0.5))


def line_of_visit(sheet: RowSheet, day: date) -> float:
    """Return where the line of a visit stands: at an edge a half of it would be cut off."""
    text = sheet.look.text
    return min(max(sheet.x(day), text), sheet.width - text)


def _visit_in_words(sheet: RowSheet, tick: VisitTick) -> str:
    """Return "visit, Ben"; in two languages the people are named once."""
    alone = _said(sheet, visit_label, replace(tick, people=()))[:-1]
    return sheet.wording.line_of((*alone, _said(sheet, visit_label, tick)[-1]))


_Told = TypeVar("_Told")


def _said(sheet: RowSheet, label: Callable[[_Told, Wording], str], what: _Told) -> list[str]:
    """Return a label in the language of the picture, and in its second one if it has one."""
    return [apart(label(what, w), w, sheet.wording) for w in sheet.wordings]


def _dated(sheet: RowSheet, words: str, marks: Iterable[_Mark]) -> str:
    """Return words with the days of their marks: "sick, Nov 9–11"."""
    start, end = sheet.axis.period
    in_year = end - start < _YEAR
    days = (days_short(one.start, one.end, sheet.wording, in_year=in_year) for one in marks)
    when = sheet.wording.text(", ").join(day.replace(" ", TOGETHER) for day in dict.fromkeys(days))
    return sheet.wording.text("{what}, {when}", what=words, when=when)


def _widest(sheet: RowSheet, told: Sequence[_Mark]) -> float:
    """Return how wide the widest number may be."""
    return width_of(sheet.wording.number(max(len(told), 1)), sheet.look.letters)


def _words(
    sheet: RowSheet, told: list[_Mark], marks: list[_Mark], *, numbered: bool
) -> dict[_Mark, tuple[str, Stretch]]:
    """Return which marks have room for their words, the shortest words first, and where.

    All other marks that are told keep room for their number, where they have one.
    """
    size, wide = sheet.look.letters, _widest(sheet, told)
    said = {mark: _dated(sheet, mark.words, [mark]).replace(TOGETHER, " ") for mark in told}
    found: dict[_Mark, Stretch] = {}
    for mark in sorted(told, key=lambda mark: width_of(said[mark], size)):
        for place in _places(sheet, mark, width_of(said[mark], size)):
            tried = {**found, mark: place}
            if not _is_free(mark, place, found, marks, size):
                continue
            left = [one for one in told if one not in tried]
            beside = _numbers(sheet, left, wide) if numbered else []
            if not any(_clash(tried, one, size) for one in beside):
                found = tried
                break
    return {mark: (said[mark], place) for mark, place in found.items()}


def _is_free(
    mark: _Mark,
    place: Stretch,
    found: dict[_Mark, Stretch],
    marks: Iterable[_Mark],
    size: float,
) -> bool:
    """Return whether words touch no other words and no other mark."""
    if any(_meet(place, other, _APART * size) for other in found.values()):
        return False
    gap = _APART_NUMBERS * size
    return not any(one is not mark and one.touches(place, gap) for one in marks)


def _clash(words: dict[_Mark, Stretch], number: _Number, size: float) -> bool:
    return any(
        _meet(place, number.place, _APART * size)
        or (mark.touches(number.place, 0.0) and not any(map(mark.has_on_it, number.marks)))
        for mark, place in words.items()
    )


def _places(sheet: RowSheet, mark: _Mark, wide: float) -> list[Stretch]:
    """Return where words may stand: on either side of their line, or on their stripe."""
    left, right = mark.days
    if mark.stem is not None:
        starts = [mark.stem + _BESIDE, mark.stem - _BESIDE - wide]
    else:
        starts = [left, right - wide]
    starts = starts[::-1] if sheet.sheet.rtl else starts
    starts += [] if mark.stem is not None else [(left + right - wide) / 2]
    return [(x, x + wide) for x in starts if x >= 0 and x + wide <= sheet.width]


def _numbers(sheet: RowSheet, marks: Iterable[_Mark], wide: float) -> list[_Number]:
    """Return where the numbers of marks stand: those that would touch stand together."""
    comma = width_of(sheet.wording.text(", "), sheet.look.letters)
    gap = _APART_NUMBERS * sheet.look.letters

    def placed(of: Sequence[_Mark], at: float) -> _Number:
        different = len({mark.name for mark in of})
        room = different * wide + (different - 1) * comma
        start = max(0.0, min(at - room / 2, sheet.width - room))
        return _Number(tuple(of), (start, start + room))

    def best(mark: _Mark) -> _Number:
        left, right = mark.days
        ways = [placed([mark], x) for x in (_middle([mark]), left + wide / 2, right - wide / 2)]
        others = [one for one in stems if mark.has_on_it(one.marks[0])]
        free = (way for way in ways if not any(way.meets(one, gap) for one in others))
        return next(free, ways[0])

    stems = [placed([mark], mark.stem) for mark in marks if mark.stem is not None]
    made = [*stems, *(best(mark) for mark in marks if mark.stem is None)]
    while True:
        close = next((pair for pair in combinations(made, 2) if pair[0].meets(pair[1], gap)), None)
        if close is None:
            return made
        both = sorted((*close[0].marks, *close[1].marks), key=lambda one: (one.start, one.kind))
        made = [one for one in made if one not in close] + [placed(both, _middle(both))]


def _middle(marks: Sequence[_Mark]) -> float:
    """Return over what the number of marks stands: their lines, or the middle of their stripes."""
    stems = [mark.stem for mark in marks if mark.stem is not None]
    ends = stems or [x for mark in marks for x in mark.days]
    return (min(ends) + max(ends)) / 2


def _explained(sheet: RowSheet, number: str, marks: list[_Mark], longest: float) -> str:
    """Return what a number stands for: "2 visit, Ben, Apr 15, May 6"."""
    what = shortened(marks[0].words, longest, sheet.look.letters)
    said = _dated(sheet, what, marks)
    line = sheet.wording.text("{number} {what}", number=number, what=said)
    return line.replace(f"{number} ", f"{number}{TOGETHER}", 1)


def _visits_in_short(sheet: RowSheet) -> list[str]:
    """Return what all ticks are, with who came if these were the same people each time."""
    wording, visits = sheet.wording, sheet.axis.visits
    said = wording.line_of(_said(sheet, lambda _, w: w.text("visits"), None))
    if not visits[0].people or len({one.people for one in visits}) > 1:
        return [said]
    people = wording.list_of([wording.own(name) for name in visits[0].people])
    return [wording.text("{when}: {what}", when=said, what=people)]
