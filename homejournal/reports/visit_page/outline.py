"""What is read on a visit page, part by part and in order; the web page and the text both say it.

A part is a plain value, so that the two can differ in their marks and never in what they tell.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from homejournal.domain.looking_back.chart_series import Chart
from homejournal.domain.looking_back.strategy_rows import StrategyRows
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.page import (
    AskedOnPage,
    LadderOnPage,
    LargeChart,
    LifeOnPage,
    NoteOnPage,
    SecondPage,
    StrategyOnPage,
    VisitPage,
)
from homejournal.reports.chart_words.row_words import head_alt, row_alt
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.visit_page.lines import (
    LABELS,
    agreed_lines,
    asked_source,
    child_called,
    dates_line,
    example_mark,
    foot_line,
    larger_alt,
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
    summary_line,
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
    """A chart, and what it shows in words; the `large` ones stand on the second page."""

    chart: Chart
    alt: str
    large: bool = False


@dataclass(frozen=True, slots=True)
class RowPicture:
    """One of the rows of strategies in a picture and in words; `at` None is the head of all."""

    rows: StrategyRows
    alt: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo with its caption, its day and its strategy."""

    photo: PhotoOnPage
    source: str


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the end of a page, line by line."""

    lines: tuple[str, ...]


Part = Heading | Line | Items | Quote | Figure | RowPicture | Photo | Foot


class PageOutline:
    """One page in one language."""

    def __init__(self, page: VisitPage, wording: Wording) -> None:
        self._page, self._wording = page, wording

    def parts(self) -> Iterator[Part]:
        """Yield everything in the order in which it is read."""
        page, wording = self._page, self._wording
        yield from self._head()
        for flag in _TITLES:
            yield from self._flagged(flag)
        for place, agreed in enumerate(agreed_lines(page, [wording])):
            yield Line((_label(agreed.label[0]), own(agreed.words)), apart=place == 0)
        yield from self._section("asked", map(self._asked, page.asked))
        if page.strategies:
            yield from self._strategies()
        # The head of the rows tells what happened in the family's life.
        yield from self._section("life", () if page.rows else map(self._event, page.life))
        yield from self._until_next()
        if page.second:
            yield from self._second(page.second)
        foot = (foot_line(page, wording), capitalized(printed_on(page, wording)))
        yield Foot((*small_print(page, [wording]), *foot))

    def _flagged(self, flag: Flag) -> Iterator[Part]:
        notes = [self._note(note) for note in self._page.flagged(flag)]
        firsts = self._page.firsts if flag is Flag.CELEBRATION else ()
        notes += [(own(first_said(self._wording, first)),) for first in firsts]
        yield from _titled(_TITLES[flag](self._wording), notes)

    def _strategies(self) -> Iterator[Part]:
        page, wording = self._page, self._wording
        yield Heading(LABELS["strategies"](wording), 2)
        if page.rows:
            yield RowPicture(page.rows, head_alt(page.rows.axis, wording))
        for strategy in page.strategies:
            yield from self._strategy(strategy)

    def _until_next(self) -> Iterator[Part]:
        page, wording = self._page, self._wording
        if page.boxes:
            boxes = [(Run(f"{LABELS[box](wording)}:"),) for box in ("between", "at_next")]
            yield from self._section("until_next", boxes)
        if page.reach_us:
            yield Line((_label(LABELS["reach_us"](wording)), own(page.reach_us)), apart=True)

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

    def _event(self, one: LifeOnPage) -> Runs:
        return Run(f"{self._wording.short_day(one.day)} – "), own(one.words)

    def _note(self, note: NoteOnPage) -> Runs:
        source = note_source(note, self._page.period, self._wording, open_before=True)
        return own(note.text), Run(source, How.SOURCE)

    def _asked(self, one: AskedOnPage) -> Runs:
        wording = self._wording
        source = Run(asked_source(one, self._page, wording, named=True), How.SOURCE)
        label, answer = _label(LABELS["answer"](wording)), own(one.answer)
        told = (label, answer) if one.answer else (Run(not_answered(wording)),)
        return own(one.text), source, NEXT_LINE, *told

    def _strategy(self, one: StrategyOnPage) -> Iterator[Part]:
        wording = self._wording
        yield Heading(one.name, 3)
        if one.what:
            yield Line((own(one.what),))
        plan, summary = plan_lines(one, self._page, wording), summary_line(one, wording)
        yield from (Line((Run(line),)) for line in (*plan, summary) if line)
        for stretch in one.stretches:
            days = stretch_days(stretch, self._page, wording)
            if days:
                yield Line((Run(days, How.STRONG),))
            if stretch.plan:
                yield Line((own(stretch.plan),))
            for line in told_lines(stretch.sentences):
                yield Line((Run(capitalized(wording.line_of(say(wording, it) for it in line))),))
        yield from self._picture(one)
        yield from (Quote(self._note(quote)) for quote in one.quotes)
        if one.helped:
            yield Line((_label(LABELS["helped"](wording)), own(one.helped)))

    def _picture(self, one: StrategyOnPage) -> Iterator[Part]:
        rows, at = self._page.rows, self._page.row_of(one.id)
        if rows and at is not None:
            yield RowPicture(rows, row_alt(rows, at, self._wording, table=False), at)
        elif one.chart:
            yield self._figure(one.chart)

    def _figure(self, chart: Chart, *, large: bool = False) -> Figure:
        return Figure(chart, chart_alt(chart, self._wording, table=False), large)

    def _second(self, second: SecondPage) -> Iterator[Part]:
        wording = self._wording
        yield Heading(LABELS["second_page"](wording), 2)
        rows = next((chart.rows for chart in second.charts if chart.rows), None)
        if rows:
            yield RowPicture(rows, head_alt(rows.axis, wording))
        for chart in second.charts:
            yield Heading(chart.strategy, 3)
            if chart.headline is not None:
                yield Line((Run(capitalized(say(wording, chart.headline))),))
            yield from self._larger(chart)
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

    def _larger(self, one: LargeChart) -> Iterator[Part]:
        if one.rows:
            yield RowPicture(one.rows, larger_alt(one, self._wording), 0)
        if one.chart:
            yield self._figure(one.chart, large=True)

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
