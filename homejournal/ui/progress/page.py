"""Looking back: what was celebrated, then all strategies; each of them opens to a closer look."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period, last_visit
from homejournal.domain.errors import JournalError
from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.looking_back.look_back_values import PeriodChoice
from homejournal.domain.names import distinct_team
from homejournal.domain.records.family import Family
from homejournal.domain.records.record import Kind
from homejournal.domain.today.day_page import KINDS_SHOWN
from homejournal.domain.visit_page.choices import paper_of
from homejournal.texts.error_texts import explain
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.body import ProgressBody
from homejournal.ui.progress.counting_and_drawing import Counted, ToCount, Way, count, way_out
from homejournal.ui.progress.export import OnSheet, ProgressOutput
from homejournal.ui.progress.filters import PeriodHead, ProgressFilterBar
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.layout.scroll_areas import WIDE_PAGE, ScrollColumn
from homejournal.ui.widgets.wrapping_labels import announce

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent


_FOOT = 56
"""Pixels at 100 % that stay free under all: what a toast takes."""


class ProgressPage(Page):
    """The words come first, and the charts when they are drawn; the old ones stay until then."""

    SHOWS: ClassVar[frozenset[Kind]] = KINDS_SHOWN - {Kind.PRIVATE_NOTE, Kind.MEDIA} | {
        Kind.LIFE_EVENT
    }

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Progress"))
        self._wording = desk.wording
        self._asked: EntryFilter | None = None
        self.counted: Counted | None = None
        self._first: date | None = None
        self._tell = False
        self._came_from: UUID | None = None
        """The strategy whose row the keyboard goes back to."""
        self._counting = NewestOnly(desk.worker, count, self)
        self._counting.done.connect(self._on_counted)
        self._counting.failed.connect(self._on_count_failed)
        self._output = ProgressOutput(desk, self)
        self._output.done.connect(self._on_left)
        self._output.failed.connect(self.say_failure)
        self._output.refused.connect(self._on_refused)
        self._add_parts()
        self._connect()

    def _add_parts(self) -> None:
        desk, today = self.desk, self.desk.today()
        days = Period(today, today)
        self.periods = PeriodHead(self._wording, self.title, self._kept_choice(), days)
        self.filter = ProgressFilterBar(desk, self.periods.said)
        self.trouble = Notice("", NoticeKind.CAREFUL)
        self._scroll = ScrollColumn(self, widest=WIDE_PAGE)
        self.body = ProgressBody(desk, self._output, self._scroll.body)
        self._asking = QWidget(self._scroll.body)
        in_column(self.periods, self.filter, gap=0, inside=self._asking)
        edges = self._scroll.column.contentsMargins()
        self._scroll.column.setContentsMargins(edges.left(), edges.top(), edges.right(), px(_FOOT))
        self._scroll.column.setSpacing(px(12))
        self._add_to_column()
        self._scroll.fill(self)

    def _add_to_column(self) -> None:
        self._scroll.add(self._asking, self.trouble, self.body)

    def _connect(self) -> None:
        self.periods.changed.connect(self._on_asked)
        self.filter.changed.connect(self._on_asked)
        self.filter.back_wanted.connect(self.close_strategy)
        self.filter.print_wanted.connect(self.print_page)
        self.body.way_wanted.connect(self._on_way)
        self.body.strategy_wanted.connect(self.open_strategy)
        self.body.day_wanted.connect(self._on_day)
        self.body.entries_wanted.connect(self._on_entries)

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SAVE_PDF: self.save_pdf, Action.PRINT: self.print_page}

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        family, today = self.desk.journal.family(), self.desk.today()
        visits = (visit for visit in family.visits.values() if visit.child == self.child)
        self.periods.name_choices(visited=last_visit(visits, today) is not None)
        self.filter.offer(family, self.child)
        self._ask()

    @override
    def open_at(self, place: object) -> None:
        if isinstance(place, UUID) and place in self.desk.journal.family().strategies:
            self.filter.want(place)
            self._ask_again()

    @override
    def typed(self) -> object:
        """Return what was asked for: nothing is typed here, but it would have to be asked anew."""
        return (self.periods.choice, self._asked) if self._asked is not None else None

    @override
    def type_in(self, typed: object) -> None:
        match typed:
            case (PeriodChoice() as choice, EntryFilter() as asked) if asked.child == self.child:
                if choice is PeriodChoice.OWN:
                    self.periods.choose_own(asked.period)
                self.filter.choose_as(asked)
                self._ask_again()

    def open_strategy(self, strategy: UUID) -> None:
        """Look closer at one strategy, as if a person had chosen it in the list."""
        self.filter.choose(strategy)
        self.filter.strategy.setFocus()
        self._scroll.verticalScrollBar().setValue(0)
        self._on_asked()

    def close_strategy(self) -> None:
        """Look at all strategies again, at the row that was opened."""
        self._came_from = self.filter.strategy.value()
        self.filter.choose(None)
        self._on_asked()

    def print_page(self) -> None:
        """Ask for a printer and print what is shown, with its tables."""
        sheet = self._sheet()
        if sheet is not None:
            self._output.print_sheet(sheet)

    def save_pdf(self) -> None:
        """Ask where to save what is shown, with its tables, as PDF."""
        sheet = self._sheet()
        if sheet is not None:
            self._output.save_sheet(sheet)

    def _on_left(self, _about: object, words: str, _replaced: object) -> None:
        self.tells.emit(words)

    def _sheet(self) -> OnSheet | None:
        """Return what is on screen with its charts and open tables; without any, say so."""
        sheet, trouble = self._output.sheet, self.periods.trouble
        if sheet is None or self.body.way is not None or trouble:
            nothing = self._wording.text("There is nothing here to print or save yet.")
            self.tells.emit(trouble or nothing)
            return None
        shown, tables = self.body.of(sheet.counted)
        return replace(sheet, shown=shown, tables=tables)

    def say_failure(self, failure: Exception) -> None:
        self._say(explain(self._wording, failure))

    def _say(self, trouble: str) -> None:
        self.trouble.show()
        self.trouble.set_text(trouble)
        self._scroll.show_whole(self.trouble)

    def _period(self, today: "date") -> Period | None:
        choice = self.periods.choice
        if self.child is None or choice is PeriodChoice.OWN:
            return self.periods.own()
        return self.desk.journal.looking_back.periods(self.child, today, choice)

    def _ask(self) -> None:
        try:
            wish = self._read()
        except JournalError as failure:
            self.say_failure(failure)
            return
        if wish is not None:
            self._counting.want(wish)

    def _read(self) -> ToCount | None:
        """Read what is asked for; while own dates are reversed that is nothing."""
        today, child, journal = self.desk.today(), self.child, self.desk.journal
        period = self._period(today)
        if child is None or period is None:
            # The sentence stands under the dates, and no numbers of other days stand under them.
            self.body.hide()
            self.filter.print.hide()
            return None
        self._asked = asked = self.filter.asked(child, period)
        self.periods.show_period(period)
        self.filter.say_hidden(asked, journal.family())
        self._first = journal.numbers.first_day(child)
        return ToCount(
            asked=asked,
            written=journal.looking_back.written(asked, today),
            celebrations=journal.looking_back.celebrations(asked, today),
            people=_names(journal.family()),
        )

    def _on_counted(self, wish: ToCount, counted: Counted) -> None:
        if wish.asked != self._asked or self.periods.trouble:
            return
        self.counted = counted
        self.trouble.hide()
        held = self.window().focusWidget() if has_focus_inside(self) else None
        self._show(counted)
        if held is not None and not held.isVisibleTo(self):
            self.filter.first_stop().setFocus()
        self._go_back_to_row()
        if self._tell:
            self._tell = False
            announce(self, self.body.in_short(counted))

    def _go_back_to_row(self) -> None:
        came_from, self._came_from = self._came_from, None
        row = self.body.all.rows.row_of(came_from) if came_from is not None else None
        if row is not None and row.isVisibleTo(self):
            row.open.setFocus()
            self._scroll.show_whole(row)

    def _show(self, counted: Counted) -> None:
        family, today = self.desk.journal.family(), self.desk.today()
        self._output.sheet = OnSheet(
            counted=counted,
            family=family,
            today=today,
            paper=paper_of(QLocale.territoryToCode(QLocale.system().territory())),
            example=self.desk.journal.settings.example,
        )
        self.body.show_counted(counted, family, way_out(counted, family, self._first, today))
        self.body.show()
        self.filter.print.setVisible(self.body.way is None)
        self.periods.tell_days(tells=self.body.way not in {Way.PLAN, Way.TODAY})

    def _on_asked(self) -> None:
        self._tell = True
        self._keep_choice()
        if self.isVisible():
            self.refresh()

    def _on_way(self, way: Way) -> None:
        match way:
            case Way.ALL_DAYS:
                self.periods.choose(PeriodChoice.ALL)
                self._on_asked()
            case Way.NO_FILTER:
                self.filter.show_all()
            case Way.PLAN:
                self.asks_for.emit("plan", None)
            case Way.TODAY:
                self.asks_for.emit("today", None)

    def _on_day(self, day: "date") -> None:
        self.asks_for.emit("today", day)

    def _on_entries(self, days: Period) -> None:
        """Open the journal at these days, with the filter that is on here."""
        if self._asked is not None:
            self.asks_for.emit("journal", self._asked.choosing(FilterPart.DATES, *days))

    def _on_refused(self) -> None:
        self._say(self._wording.text("The printer did not take the page."))

    def _on_count_failed(self, _wish: object, failure: Exception) -> None:
        self.say_failure(failure)

    def _kept_choice(self) -> PeriodChoice:
        kept = self.desk.preferences.progress_period
        known = {choice.value: choice for choice in PeriodChoice if choice is not PeriodChoice.OWN}
        return known.get(kept or "", PeriodChoice.SINCE_VISIT)

    def _keep_choice(self) -> None:
        if self.periods.choice is not PeriodChoice.OWN:
            self.desk.preferences.progress_period = self.periods.choice.value

    @override
    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter.strategy.value() is not None:
            self.close_strategy()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_scroll"):
            self._scroll.take_all()
            self._add_to_column()


def _names(family: Family) -> dict[UUID, str]:
    return {person.id: person.name for person in distinct_team(family.team).values()}
