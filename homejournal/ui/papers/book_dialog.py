"""The journal as a book: which days, what is in it, and the very pages beside that."""

from dataclasses import replace
from datetime import date
from enum import Enum
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import name_outside
from homejournal.domain.papers.book import (
    Book,
    BookAsked,
    BookMaterial,
    BookOffer,
    BookTick,
    book_material,
    book_of,
    book_offers,
)
from homejournal.domain.papers.printed_sheets import Paper, PaperSize, SmallPaper
from homejournal.services.papers.printed_sheets import BookReading
from homejournal.texts.error_texts import explain_value
from homejournal.texts.papers import packs, printed_sheets
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.long_paper import MOST_SHOWN, LongSheetDialog
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import DropDown, SingleChoice, TickRow
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import clear_problem, show_problem
from homejournal.ui.widgets.layout.boxes import clear, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class _Which(Enum):
    ALL = "all"
    YEAR = "year"
    OTHER = "other"


def _count(reading: BookReading) -> BookMaterial:
    return book_material(reading.read)


MOST_LISTED = 300
"""So many lines can be ticked in a list; of more only photos and celebrations are listed."""


def offers_listed(offers: tuple[BookOffer, ...]) -> tuple[BookOffer, ...]:
    """Return the lines of a list that does not grow without end; the newest of many."""
    if len(offers) <= MOST_LISTED:
        return offers
    first = [one for one in offers if one.by_default or one.what is not BookTick.QUOTE]
    return tuple(first[-MOST_LISTED:])


class BookDialog(LongSheetDialog[Book, BookReading]):
    """Private notes are left out until they are asked for; photos are in it once they are ticked.

    What was ticked for the last book is ticked again.
    """

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("The journal as a book"), _count, parent)
        self._child = child
        self._whole = desk.journal.sheets.book_days(child, desk.today())
        self._reading: BookReading | None = None
        self._material: BookMaterial | None = None
        self._kept = desk.journal.sheets.kept_book(child)
        self._chosen: dict[UUID, bool] = {}
        self.rows: dict[UUID, TickRow] = {}
        self._add_days()
        self._add_choices()
        self.making.ready.connect(self._on_ready)
        self._output.done.connect(self._on_left)
        self.add_bar()
        self._show_rows()

    def _add_days(self) -> None:
        text, whole = self.wording.text, self._whole
        lead = text("Photos, quotes and firsts, month by month, to keep.")
        self.form.add_words(lead, "muted")
        which = [
            (_Which.ALL, text("Everything")),
            (_Which.YEAR, text("One year")),
            (_Which.OTHER, text("Other dates")),
        ]
        self.which = self.form.add_row(text("Which days"), SingleChoice(which))
        self.which.set_choice(_Which.ALL)
        self.which.chosen.connect(self._on_days)
        self.year = self.form.add_row(text("Year"), DropDown[int]())
        years = range(whole.end.year, whole.start.year - 1, -1)
        self.year.set_choices([(year, str(year)) for year in years])
        self.year.picked.connect(self._on_days)
        self.first = self.form.add_row(text("First day"), DayEdit(whole.start))
        self.last = self.form.add_row(text("Last day"), DayEdit(whole.end))
        for field in (self.first, self.last):
            field.changed.connect(self._on_days)

    def _add_choices(self) -> None:
        text = self.wording.text
        numbers = TickRow("numbers", text("The days of each strategy, at the end"), "")
        private = TickRow("private", text("Our private notes, too"), "")
        self.numbers, self.private = numbers.box, private.box
        self.careful = Notice(
            text(
                "This book will hold what you wrote as private. It is for your family alone."
                " Do not hand it over."
            ),
            NoticeKind.CAREFUL,
        )
        self.numbers.toggled.connect(self._on_chosen)
        self.private.toggled.connect(self._on_days)
        for part in (numbers, private, self.careful):
            self.form.addRow(part)

    @override
    def add_choices(self) -> None:
        text = self.wording.text
        sizes: list[tuple[PaperSize, str]] = [
            (SmallPaper.A5, "A5"),
            (Paper.LETTER, text("US Letter")),
            (Paper.A4, "A4"),
        ]
        self.book_size = SingleChoice(sizes, text("Paper"))
        self.book_size.set_choice(self.chosen_paper())
        self.book_size.chosen.connect(self._on_chosen)
        self.form.add_row(text("Language of the book"), self.language)
        self.form.add_row(text("Paper"), self.book_size)
        self.form.add_section(text("What’s in it"))
        self.ticks = QWidget()
        self._column = in_column(gap=2, inside=self.ticks)
        self.form.addRow(self.ticks)

    @override
    def ask(self) -> None:
        super().ask()
        self.read_anew()

    def read_anew(self) -> None:
        """Read what the book can be made from, for the days that are chosen."""
        self._material = None
        asked = self.asked()
        if asked is None:
            self.making.stop()
            self.show_sheet()
            return
        self._reading = self.desk.journal.sheets.book(asked, self.desk.today())
        self.show_busy(busy=True)
        self.making.read(self._reading)

    def asked(self) -> BookAsked | None:
        """Return what the form asks for, or None after showing what is wrong."""
        clear_problem(self.last)
        try:
            return BookAsked(
                child=self._child,
                period=self._period(),
                private=self.private.isChecked(),
                numbers=self.numbers.isChecked(),
                paper=self.book_size.choice() or self.chosen_paper(),
                language=self.chosen_language(),
            )
        except InvalidValueError as error:
            show_problem(self.last, explain_value(self.wording, error))
            return None

    @override
    def sheet(self) -> Book | None:
        asked, material = self.asked(), self._material
        if asked is None or material is None or self._reading is None:
            return None
        offers = book_offers(material)
        quotes = {one.id for one in offers if one.what is BookTick.QUOTE and self._is_on(one)}
        photos = {one.id for one in offers if one.what is not BookTick.QUOTE and self._is_on(one)}
        asked = replace(asked, photos=frozenset(photos), quotes=frozenset(quotes))
        ticked = replace(material, read=replace(material.read, asked=asked))
        self._material = self._reading.with_pictures(ticked)
        return book_of(self._material)

    @override
    def missing(self, paper: Book) -> str:
        return packs.book_missing(self.wording) if paper.empty else ""

    @override
    def file_words(self) -> tuple[str, str, date]:
        text, private = self.wording.text, self.private.isChecked()
        words = text("Journal with private notes") if private else text("Journal")
        name = name_outside(self.desk.journal.family().children, self._child)
        return words, name, self._period().end

    @override
    def told(self, sheet: Book) -> str:
        return printed_sheets.book_told(self.wording, sheet)

    @override
    def said_of(self, _sheet: Book, pages: int) -> str:
        return printed_sheets.pages_of_book(self.wording, pages, MOST_SHOWN)

    def _is_on(self, offer: BookOffer) -> bool:
        """Whether it is ticked: now, for the last book, or as at first."""
        if offer.id in self._chosen:
            return self._chosen[offer.id]
        kept = self._kept
        if kept is None:
            return offer.by_default
        known = {*kept.photos, *kept.quotes, *kept.private_quotes}
        newer = offer.day > self.desk.journal.sheets.day_of(kept)
        return offer.id in known or (newer and offer.by_default)

    def _period(self) -> Period:
        whole = self._whole
        match self.which.choice():
            case _Which.YEAR:
                year = self.year.value() or whole.end.year
                first, last = date(year, 1, 1), date(year, 12, 31)
                return Period(max(first, whole.start), min(last, whole.end))
            case _Which.OTHER:
                return Period(self.first.day() or whole.start, self.last.day() or whole.end)
            case _:
                return whole

    def _show_rows(self) -> None:
        which = self.which.choice()
        self.form.show_row(self.year, shown=which is _Which.YEAR)
        for field in (self.first, self.last):
            self.form.show_row(field, shown=which is _Which.OTHER)
        self.careful.setVisible(self.private.isChecked())

    def _on_days(self, _value: object = None) -> None:
        self._show_rows()
        self.read_anew()

    def _on_ready(self, material: BookMaterial) -> None:
        self._material = material
        self._show_ticks(book_offers(material))
        self.show_sheet()

    def _show_ticks(self, offers: tuple[BookOffer, ...]) -> None:
        clear(self._column)
        self.rows, title = {}, ""
        listed = offers_listed(offers)
        for offer in listed:
            if title != (title := printed_sheets.offers_title(self.wording, offer.what)):
                self._column.addWidget(WrapLabel(title, "strong"))
            row = TickRow(str(offer.id), printed_sheets.offer_said(self.wording, offer), title)
            row.show_ticked(self._is_on(offer))
            row.ticked.connect(self._on_ticked)
            self.rows[offer.id] = row
            self._column.addWidget(row)
        if len(listed) < len(offers):
            self._column.addWidget(WrapLabel(printed_sheets.more_in_a_year(self.wording), "small"))

    def _on_ticked(self, key: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._chosen[UUID(key)] = on
        self.show_sheet()

    def _on_left(self, paper: object, _words: str, _replaced: object) -> None:
        """Keep what was ticked for a book that was printed or saved, as one step."""
        material = self._material
        if not isinstance(paper, Book) or material is None or not self.desk.can_write:
            return
        words = self.wording.text("Kept: what you ticked for the book")
        call = partial(self.desk.journal.sheets.keep_book, material.read)
        self.desk.editing.do(words, call)
