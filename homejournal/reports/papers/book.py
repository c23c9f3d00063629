"""The journal as a book in plain words and pictures, one field for each place in the template."""

from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.domain.looking_back.chart_series import Chart, on_paper
from homejournal.domain.papers.book import Book, BookChart, BookDays, BookMonth, BookNote, BookVisit
from homejournal.domain.records.notes import Flag
from homejournal.domain.sentences.values import AgeInMonths
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_key
from homejournal.reports.charts.figures import chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.template_fields import Fields, nothing_written, own, paper_fields
from homejournal.reports.typesetting import InWords
from homejournal.reports.visit_page.lines import told_lines
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.papers.visit_page import first_said
from homejournal.texts.sentences import say

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK = ChartLook(size=(6.2, 2.0))


class BookWords(InWords):
    """Turns a book into words; `pictures` gathers the SVG texts by the names used for them.

    The fields are made once: a chart takes its time.
    """

    template = "book.typ"

    def __init__(self, book: Book) -> None:
        super().__init__(book.language)
        self.book = book
        self.charts = sum(len(month.charts) for month in book.months)
        self._shown = 0

    @override
    def draw(self) -> "Iterator[int]":
        for month in self.book.months:
            for chart in month.charts:
                name = f"chart{len(self.pictures)}"
                self.pictures[name] = chart_svg(_shown(chart), self.wording, LOOK)
                yield len(self.pictures)

    @override
    def fields(self) -> Fields:
        book, wording = self.book, self.wording
        text = wording.text
        self._shown = 0
        return {
            **paper_fields(wording, book.paper, book.printed),
            "title": text("The journal of {child}", child=wording.own(book.child)),
            "dates": wording.between(*book.period),
            "about": [line for line in (self._age(), self._writers()) if line],
            "private": self._private(),
            "private_mark": text("private"),
            "example": text("Example family") if book.example else "",
            "contents": text("Months"),
            "foot": text("Kept by the family. Not an assessment."),
            "foot_private": text("For our family alone") if book.private else "",
            "nothing": "" if book.months else nothing_written(wording),
            "labels": {
                "celebrations": text("Celebrations"),
                "visits": text("Visits"),
                "life": text("In our life"),
                "notes": text("Notes"),
                "days": text("What we did at home"),
                "between": text("Between visits:"),
                "next": text("At the next visit:"),
            },
            "months": [self._month(month) for month in book.months],
            "small_print": [],
        }

    def _private(self) -> str:
        if not self.book.private:
            return ""
        return self.wording.text(
            "This book holds our private notes. It is for our family alone. Do not hand it over."
        )

    def _age(self) -> str:
        ages = [say(self.wording, AgeInMonths(*age)) for age in self.book.ages if age]
        if len(set(ages)) < 2:
            return ages[0] if ages else ""
        return self.wording.text("{first} to {last}", first=ages[0], last=ages[-1])

    def _writers(self) -> str:
        names = [self.wording.own(name) for name in self.book.written_by]
        if not names:
            return ""
        return self.wording.text("Written by {names}", names=self.wording.list_of(names))

    def _month(self, month: BookMonth) -> Fields:
        wording = self.wording
        return {
            "name": capitalized(wording.month(month.period.start)),
            "celebrations": [self._note(note) for note in month.celebrations],
            "firsts": [capitalized(first_said(wording, first)) for first in month.firsts],
            "visits": [self._visit(visit) for visit in month.visits],
            "life": [
                {"text": own(said), "from": wording.short_day(day)} for day, said in month.life
            ],
            "notes": [self._note(note) for note in month.notes],
            "days": [self._days(one) for one in month.days],
            "charts": [self._chart(chart) for chart in month.charts],
        }

    def _note(self, note: BookNote) -> Fields:
        wording = self.wording
        flags = [labels.flag(wording, flag) for flag in note.flags if flag is not Flag.CELEBRATION]
        told = [wording.short_day(note.day), *flags, wording.own(note.by), wording.own(note.about)]
        return {"text": own(note.text), "from": wording.line_of(told), "private": note.private}

    def _visit(self, visit: BookVisit) -> Fields:
        wording = self.wording
        how = labels.visit_how(wording, visit.how) if visit.how else ""
        people = wording.list_of([wording.own(name) for name in visit.people])
        return {
            "head": wording.line_of((wording.short_day(visit.day), people, how)),
            "between": own(visit.agreed_between),
            "next": own(visit.agreed_next),
        }

    def _days(self, days: BookDays) -> Fields:
        lines = [
            capitalized(self.wording.line_of(say(self.wording, one) for one in line))
            for line in told_lines(days.told)
        ]
        return {"name": own(days.strategy), "lines": lines}

    def _chart(self, chart: BookChart) -> Fields:
        name, self._shown = f"chart{self._shown}", self._shown + 1
        shown = _shown(chart)
        key = chart_key(shown, self.wording, legend=True, direction=False)
        return {
            "name": own(chart.strategy),
            "chart": name,
            "alt": chart_alt(shown, self.wording, table=False),
            "key": capitalized(key),
        }


def _shown(chart: BookChart) -> Chart:
    """Return a chart for print, without life events, which the book has anyway."""
    return on_paper(chart.bars, life=True)
