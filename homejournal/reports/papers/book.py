"""The journal as a book in plain words and pictures, one field for each place in the template."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise

from typing_extensions import override

from homejournal.domain.days.periods import Age
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.papers.book import Book, BookDays, BookMonth, BookNote, BookVisit
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import Paper, SmallPaper
from homejournal.domain.records.notes import Flag
from homejournal.domain.sentences.values import AgeInMonths
from homejournal.reports.chart_words.row_words import row_alt
from homejournal.reports.papers.row_pictures import RowPictures, head_name, row_name
from homejournal.reports.template_fields import (
    Fields,
    child_field,
    own,
    paper_fields,
    photo_svg,
)
from homejournal.reports.typesetting import InWords
from homejournal.reports.visit_page.lines import told_lines
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import child_said
from homejournal.texts.papers.visit_page import first_words
from homejournal.texts.sentences import say

WIDTHS = {Paper.LETTER: 6.5, Paper.A4: 6.3, SmallPaper.A5: 4.55}
"""How wide the rows of the appendix are in inches, from margin to margin."""
_SIDE_BY_SIDE = 2
_FILE_ENDING = re.compile(r"\.(jpe?g|png|heic|webp)$", re.IGNORECASE)
_ORDER = ("birthday", "life", "visit", "quote", "note", "photo")
"""What comes first on one day."""


class BookWords(InWords):
    """Turns a book into words; `pictures` gathers the SVG texts by the names used for them."""

    template = "book.typ"

    def __init__(self, book: Book) -> None:
        super().__init__(book.language)
        self.book = book
        self._rows = RowPictures([book.rows], WIDTHS[book.paper], self.wordings, keys_apart=True)
        self.charts = self._rows.number

    @override
    def draw(self) -> Iterator[int]:
        yield from self._rows.draw(self.pictures)

    @override
    def fields(self) -> Fields:
        book, wording = self.book, self.wording
        text, child = wording.text, child_said(wording, book.pronoun, book.child)
        self._photos = 0
        return {
            **paper_fields(wording, book.paper, book.printed),
            "title": text("The journal of {child}", child=child),
            "child": child_field(wording, book.pronoun, book.child),
            "dates": wording.between(*book.period),
            "about": [line for line in (self._age(self.book.ages), self._writers()) if line],
            "cover": self._photo(book.cover)["picture"] if book.cover else "",
            "cover_alt": text("A photo of {child}", child=child),
            "kept": text("Kept by the family."),
            "private": self._private(),
            "private_mark": text("private"),
            "example": text("Example family") if book.example else "",
            "foot_private": text("For our family alone") if book.private else "",
            "labels": {
                "firsts": text("Firsts"),
                "days": text("What we did at home"),
                "between": text("Between visits:"),
                "next": text("At the next visit:"),
            },
            "firsts": [self._first(first) for first in book.firsts],
            "months": [self._month(month) for month in book.months],
            **self._appendix(),
            "small_print": [],
        }

    def _private(self) -> str:
        if not self.book.private:
            return ""
        return self.wording.text(
            "This book holds our private notes. It is for our family alone. Do not hand it over."
        )

    def _age(self, ends: Iterable[Age | None]) -> str:
        """Return the age, or from which age to which: "18 to 21 months"."""
        ages = [age.months for age in ends if age]
        if len(set(ages)) < 2:
            return say(self.wording, AgeInMonths(ages[0])) if ages else ""
        first = self.wording.number(ages[0])
        return self.wording.count(
            "{first} to {n} month", "{first} to {n} months", ages[-1], first=first
        )

    def _writers(self) -> str:
        names = [self.wording.own(name) for name in self.book.written_by]
        if not names:
            return ""
        return self.wording.text("Written by {names}", names=self.wording.list_of(names))

    def _first(self, first: FirstTime) -> Fields:
        return {
            "day": self.wording.full_day(first.first.day),
            "of": own(first.strategy),
            "slot": own(first.first.slot or ""),
            "words": first_words(self.wording, first),
        }

    def _month(self, month: BookMonth) -> Fields:
        wording = self.wording
        return {
            "name": capitalized(wording.month(month.period.start)),
            "age": self._age(month.ages),
            "entries": list(self._entries(month)),
        }

    def _entries(self, month: BookMonth) -> Iterator[Fields]:
        """Yield what happened, day by day; photos of one day stand side by side."""
        told = sorted(self._told(month), key=lambda one: (one[0], _ORDER.index(one[1]["kind"])))
        for (day, fields), (next_day, following) in pairwise(told):
            # A photo stands on the sheet of what it is about.
            fields["keep"] = following["kind"] == "photo" and day == next_day
        for kind, run in groupby((fields for _, fields in told), key=lambda one: one["kind"]):
            if kind != "photo":
                yield from run
                continue
            photos = list(run)
            for at in range(0, len(photos), _SIDE_BY_SIDE):
                yield {"kind": kind, "photos": photos[at : at + _SIDE_BY_SIDE]}

    def _told(self, month: BookMonth) -> Iterator[tuple[date, Fields]]:
        if month.birthday:
            day, years = month.birthday
            yield day, {"kind": "birthday", "words": self._birthday(years), "from": self._day(day)}
        for day, words in month.life:
            yield day, {"kind": "life", "text": own(words), "from": self._day(day)}
        for visit in month.visits:
            yield visit.day, {"kind": "visit", **self._visit(visit)}
        for note in month.quotes:
            yield note.day, {"kind": "quote", **self._note(note)}
        for note in month.notes:
            yield note.day, {"kind": "note", **self._note(note)}
        for photo in month.photos:
            yield photo.day, {"kind": "photo", **self._photo(photo)}

    def _day(self, day: date) -> str:
        return self.wording.short_day(day)

    def _birthday(self, years: int) -> str:
        child = child_said(self.wording, self.book.pronoun, self.book.child)
        return self.wording.count(
            "Birthday of {child}: {n} year", "Birthday of {child}: {n} years", years, child=child
        )

    def _note(self, note: BookNote) -> Fields:
        wording = self.wording
        flags = [labels.flag(wording, flag) for flag in note.flags if flag is not Flag.CELEBRATION]
        told = [self._day(note.day), *flags, wording.own(note.by), wording.own(note.about)]
        return {"text": own(note.text), "from": wording.line_of(told), "private": note.private}

    def _photo(self, photo: PhotoOnPage) -> Fields:
        name, self._photos = f"photo{self._photos}", self._photos + 1
        self.pictures[name] = photo_svg(photo)
        called = _FILE_ENDING.sub("", photo.name)
        said = self.wording.line_of((self._day(photo.day), self.wording.own(called)))
        upright = photo.height > photo.width
        return {"picture": name, "alt": called, "from": said, "upright": upright}

    def _visit(self, visit: BookVisit) -> Fields:
        wording = self.wording
        how = labels.visit_how(wording, visit.how) if visit.how else ""
        people = wording.list_of([wording.own(name) for name in visit.people])
        return {
            "head": wording.line_of((self._day(visit.day), wording.text("Visit"), people, how)),
            "between": own(visit.agreed_between),
            "next": own(visit.agreed_next),
        }

    def _appendix(self) -> Fields:
        rows = self.book.rows
        return {
            "head": head_name(0) if rows else "",
            "rows": [
                {
                    "picture": row_name(0, at),
                    "alt": row_alt(rows, at, self.wording, table=False),
                    "key": self._rows.key(0, at, self.pictures),
                    **self._days(days),
                }
                for at, days in enumerate(self.book.days)
            ]
            if rows
            else [],
            "legend": self._rows.legend(self.pictures),
        }

    def _days(self, days: BookDays) -> Fields:
        lines = [
            capitalized(self.wording.line_of(say(self.wording, one) for one in line))
            for line in told_lines(days.told)
        ]
        return {"name": own(days.strategy), "lines": lines}
