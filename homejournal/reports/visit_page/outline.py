"""What is read on a visit page, part by part and in order; the web page and the text both say it.

A part is a plain value, so that the two can differ in their marks and never in what they tell.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from homejournal.domain.looking_back.chart_series import Chart
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.page import (
    AskedOnPage,
    LadderOnPage,
    NoteOnPage,
    SecondPage,
    StrategyOnPage,
    VisitPage,
)
from homejournal.reports.visit_page.lines import (
    LABELS,
    agreed_lines,
    asked_source,
    child_called,
    dates_line,
    example_mark,
    foot_line,
    not_answered,
    note_about,
    note_source,
    photo_about,
    plan_lines,
    printed_on,
    rungs,
    small_print,
    steps_said,
    stretch_days,
    told_lines,
    whom_line,
)
from homejournal.texts.day_page import capitalized
from homejournal.texts.papers.visit_page import first_said
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording

_TITLES = {
    Flag.CELEBRATION: LABELS["celebrations"],
    Flag.CONCERN: LABELS["concerns"],
    Flag.QUESTION: LABELS["questions"],
}


class How(Enum):
    """Whose words a run holds, and how they are meant."""

    PLAIN = "plain"
    OWN = "own"
    """As a person wrote them."""
    STRONG = "strong"
    SOURCE = "source"
    """When and from whom a note is."""
    NEXT_LINE = "next_line"


class Run(NamedTuple):
    """Some words that are meant in one way."""

    words: str
    how: How = How.PLAIN


Runs = tuple[Run, ...]
NEXT_LINE = Run("", How.NEXT_LINE)


def own(words: str) -> Run:
    """Return what a person wrote."""
    return Run(words, How.OWN)


@dataclass(frozen=True, slots=True)
class Heading:
    """A title: 1 of the page, 2 of a part, 3 of one thing in it."""

    words: str
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    """A separate line; `apart` if it does not belong to the lines before it."""

    runs: Runs
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list, `numbered` where its order is that of days."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A note as it was written, under its strategy."""

    note: Runs


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; the `large` ones stand on the second page."""

    chart: Chart
    large: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo with its caption, its day and its strategy."""

    photo: PhotoOnPage
    source: str


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the end of a page, line by line."""

    lines: tuple[str, ...]


Part = Heading | Line | Items | Quote | Figure | Photo | Foot


class PageOutline:
    """One page in one language."""

    def __init__(self, page: VisitPage, wording: Wording) -> None:
        self._page, self._wording = page, wording

    def parts(self) -> Iterator[Part]:
        """Yield everything in the order in which it is read."""
        page, wording = self._page, self._wording
        yield from self._head()
        for flag, title in _TITLES.items():
            notes = [self._note(note) for note in page.flagged(flag)]
            firsts = page.firsts if flag is Flag.CELEBRATION else ()
            notes += [(own(first_said(wording, first)),) for first in firsts]
            yield from _titled(title(wording), notes)
        for place, agreed in enumerate(agreed_lines(page, [wording])):
            yield Line((_label(agreed.label[0]), own(agreed.words)), apart=place == 0)
        yield from self._section("asked", map(self._asked, page.asked))
        if page.strategies:
            yield Heading(LABELS["strategies"](wording), 2)
        for strategy in page.strategies:
            yield from self._strategy(strategy)
        life = [
            (Run(f"{wording.short_day(life_on_page.day)} – "), own(life_on_page.words))
            for life_on_page in page.life
        ]
        yield from self._section("life", life)
        if page.boxes:
            boxes = [(Run(f"{LABELS[box](wording)}:"),) for box in ("between", "at_next")]
            yield from self._section("until_next", boxes)
        if page.reach_us:
            yield Line((_label(LABELS["reach_us"](wording)), own(page.reach_us)), apart=True)
        if page.second:
            yield from self._second(page.second)
        foot = (foot_line(page, wording), capitalized(printed_on(page, wording)))
        yield Foot((*small_print(page, [wording]), *foot))

    def _head(self) -> Iterator[Part]:
        page, wording = self._page, self._wording
        age = say(wording, page.age) if page.age else ""
        yield Heading(wording.line_of((child_called(page, wording), age)), 1)
        told = [whom_line(page, wording), dates_line(page, wording)]
        if page.example:
            told.append(example_mark(wording))
        yield from (Line((Run(line),)) for line in told if line)
        for words in filter(None, (page.our_words, page.thanks)):
            yield Line((own(words),), apart=True)

    def _section(self, label: str, items: Iterable[Runs]) -> Iterator[Part]:
        yield from _titled(LABELS[label](self._wording), items)

    def _note(self, note: NoteOnPage) -> Runs:
        source = note_source(note, self._page.period, self._wording)
        return own(note.text), Run(source, How.SOURCE)

    def _asked(self, one: AskedOnPage) -> Runs:
        wording = self._wording
        source = Run(asked_source(one, self._page.period, wording), How.SOURCE)
        label, answer = _label(LABELS["answer"](wording)), own(one.answer)
        told = (label, answer) if one.answer else (Run(not_answered(wording)),)
        return own(one.text), source, NEXT_LINE, *told

    def _strategy(self, one: StrategyOnPage) -> Iterator[Part]:
        wording = self._wording
        yield Heading(one.name, 3)
        if one.what:
            yield Line((own(one.what),))
        yield from (Line((Run(line),)) for line in plan_lines(one, wording))
        for stretch in one.stretches:
            days = stretch_days(stretch, self._page, wording)
            if days:
                yield Line((Run(days, How.STRONG),))
            if stretch.plan:
                yield Line((own(stretch.plan),))
            for line in told_lines(stretch.sentences):
                yield Line((Run(capitalized(wording.line_of(say(wording, it) for it in line))),))
        if one.chart:
            yield Figure(one.chart)
        yield from (Quote(self._note(quote)) for quote in one.quotes)
        if one.helped:
            yield Line((_label(LABELS["helped"](wording)), own(one.helped)))

    def _second(self, second: SecondPage) -> Iterator[Part]:
        wording = self._wording
        yield Heading(LABELS["second_page"](wording), 2)
        for chart in second.charts:
            yield Heading(chart.strategy, 3)
            if chart.headline is not None:
                yield Line((Run(capitalized(say(wording, chart.headline))),))
            yield Figure(chart.chart, large=True)
        for ladder in second.ladders:
            yield from self._ladder(ladder)
        notes = [
            (Run(note_about(note, self._page, wording), How.STRONG), NEXT_LINE, own(note.text))
            for note in second.notes
        ]
        yield from self._section("notes_by_date", notes)
        if second.photos:
            yield Heading(LABELS["photos"](wording), 2)
        for photo in second.photos:
            yield Photo(photo, photo_about(photo, self._page, wording))

    def _ladder(self, one: LadderOnPage) -> Iterator[Part]:
        wording = self._wording
        yield Heading(LABELS["ladder"](wording), 3)
        yield Line((own(one.outcome),))
        yield Items(tuple((own(line),) for line in rungs(one, wording)))
        if one.ladder.steps:
            yield Items(tuple((own(line),) for line in steps_said(one, wording)), numbered=True)


def _label(words: str) -> Run:
    return Run(f"{words}: ", How.STRONG)


def _titled(title: str, items: Iterable[Runs]) -> Iterator[Part]:
    told = tuple(items)
    if told:
        yield Heading(title, 2)
        yield Items(told)
