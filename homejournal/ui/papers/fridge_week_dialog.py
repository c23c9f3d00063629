"""A week for the fridge: which week, which strategies, and the page beside them."""

from datetime import date, timedelta
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period, days_into_week
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import name_outside
from homejournal.domain.papers.printed_sheets import (
    MOST_WEEKS,
    FridgeAsked,
    FridgeSheet,
    fridge_weeks,
    planned_in,
)
from homejournal.texts.papers import printed_sheets as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.worker import on_worker
from homejournal.ui.kit.paper_output import printer
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice, SingleChoice, TickRow
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go

if TYPE_CHECKING:
    from homejournal.domain.papers.sheet_layout import Spot
    from homejournal.domain.records.plan import Strategy

_WEEK = timedelta(days=7)
_LAST_DAY = 6


class _When(Enum):
    THIS = "this"
    NEXT = "next"
    OTHER = "other"


class _Keeping(QObject):
    """Keeps where the places of sheets are that leave, also where the dialog is closed by then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.worker)
        self._desk = desk

    def keep(self, sheet: FridgeSheet, replaced: tuple[str, ...] = ()) -> None:
        """Ask the typesetter for the places, and keep them as one step."""
        if sheet.codes is not None:
            work = on_worker(partial(_spots, sheet, replaced))
            self._desk.worker.start(work, self._on_spots, self._desk.editing.failed.emit)

    def _on_spots(self, told: "tuple[FridgeSheet, tuple[Spot, ...]]") -> None:
        words = self._desk.wording.text("Kept: the week for the fridge")
        self._desk.editing.do(words, partial(self._desk.journal.sheets.keep, *told), toast=False)


def _spots(sheet: FridgeSheet, replaced: tuple[str, ...]) -> "tuple[FridgeSheet, tuple[Spot, ...]]":
    return sheet, printer().spots(sheet, replaced)


class FridgeDialog(SheetDialog[FridgeSheet]):
    """Everything that is planned in the week is on it, until something is switched off."""

    week_wanted = Signal(str, object)
    """The page on which a week is typed in, and a day of that week, as a page asks its window."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("A week for the fridge"), parent)
        self._child, self._today = child, desk.today()
        self._offered: tuple[Strategy, ...] = ()
        self._off: set[UUID] = set()
        self._chance = uuid4() if desk.can_write else None
        self._keeping = _Keeping(desk)
        self._output.leaving.connect(self._keeping.keep)
        self._add_weeks()
        self._add_strategies()
        self._offer()

    def _add_weeks(self) -> None:
        text = self.wording.text
        weeks = [
            (_When.THIS, text("This week")),
            (_When.NEXT, text("Next week")),
            (_When.OTHER, text("Another week")),
        ]
        self.when = self.form.add_row(text("Which week"), SingleChoice(weeks))
        start = self.desk.journal.settings.week_start
        last = days_into_week(self._today, start) == _LAST_DAY
        self.when.set_choice(_When.NEXT if last else _When.THIS)
        self.day = self.form.add_row(text("A day in that week"), DayEdit(self._today))
        self.form.show_row(self.day, shown=False)
        self.dates = self.form.add_words("", "small")
        self.weeks = self.form.add_row(text("How many weeks"), DropDown[int]())
        self.weeks.set_choices(
            [(n, self.wording.count("{n} week", "{n} weeks", n)) for n in range(1, MOST_WEEKS + 1)]
        )
        for changed in (self.when.chosen, self.day.changed, self.weeks.picked):
            changed.connect(self._on_week)

    def _add_strategies(self) -> None:
        text = self.wording.text
        self.strategies = MultipleChoice[UUID]([])
        self._box = QWidget()
        in_column(self.strategies, inside=self._box)
        self.form.add_row(text("Strategies"), self._box, text("All that is planned in these days."))
        how = TickRow("how", text("How we do it, in short"), "")
        self.form.addRow(how)
        self.how = how.box
        self.how.setChecked(True)
        self.how.toggled.connect(self._on_chosen)
        self.type_in = make_button(
            text("Type in a week from paper…"), "pencil", self._on_type_in, look="link"
        )
        self.type_in.setAutoDefault(False)
        set_icon(self.type_in, "pencil", size=16)
        way = FlowRow(self.type_in)
        self.form.addRow(way)

    @override
    def sheet(self) -> FridgeSheet | None:
        asked = FridgeAsked(
            child=self._child,
            day=self._day(),
            weeks=self._weeks(),
            strategies=frozenset(
                strategy.id for strategy in self._offered if strategy.id not in self._off
            ),
            with_how=self.how.isChecked(),
            paper=self.chosen_paper(),
            language=self.chosen_language(),
            chance=self._chance,
        )
        try:
            made = self.desk.journal.sheets.fridge(asked, self._today)
        except InvalidValueError:
            self.say(self.wording.text("No calendar has this week. Choose another day."))
            return None
        if made.empty:
            self.say(self._why_empty())
            return None
        return made

    @override
    def file_words(self) -> tuple[str, str, date]:
        weeks = self._found_weeks()
        name = name_outside(self.desk.journal.family().children, self._child)
        return self.wording.text("Week"), name, weeks[0].start if weeks else self._today

    @override
    def told(self, sheet: FridgeSheet) -> str:
        return said.fridge_told(self.wording, sheet)

    @override
    def said_of(self, _sheet: FridgeSheet, pages: int) -> str:
        return said.pages_needed(self.wording, self._weeks(), pages)

    @override
    def _on_done(self, sheet: FridgeSheet, words: str, replaced: tuple[str, ...]) -> None:
        super()._on_done(sheet, words, replaced)
        if replaced:
            self._keeping.keep(sheet, replaced)

    def _why_empty(self) -> str:
        if self._offered:
            return self.wording.text("Choose at least one strategy.")
        return self.wording.text("Nothing is planned in this week. Choose another one.")

    def _day(self) -> date:
        match self.when.choice():
            case _When.NEXT:
                return self._today + _WEEK
            case _When.OTHER:
                return self.day.day() or self._today
            case _:
                return self._today

    def _weeks(self) -> int:
        return self.weeks.value() or 1

    def _found_weeks(self) -> tuple[Period, ...]:
        start = self.desk.journal.settings.week_start
        try:
            return fridge_weeks(self._day(), self._weeks(), start)
        except InvalidValueError:
            return ()

    def _offer(self) -> None:
        """Offer what is planned in the weeks; what was switched off stays so."""
        weeks = self._found_weeks()
        dates = self.wording.between(weeks[0].start, weeks[-1].end) if weeks else ""
        self.dates.setText(dates)
        offered = planned_in(self.desk.journal.family(), self._child, weeks)
        if offered == self._offered:
            return
        self._offered = offered
        old = self.strategies
        self.strategies = MultipleChoice(
            [(strategy.id, strategy.name) for strategy in offered], self.wording.text("Strategies")
        )
        self.strategies.set_chosen(
            strategy.id for strategy in offered if strategy.id not in self._off
        )
        self.strategies.changed.connect(self._on_strategies)
        box = self._box.layout()
        if box is not None:
            box.replaceWidget(old, self.strategies)
        let_go(old)

    def _on_week(self, _value: object = None) -> None:
        self.form.show_row(self.day, shown=self.when.choice() is _When.OTHER)
        self._offer()
        self.show_sheet()

    def _on_type_in(self) -> None:
        self.reject()
        self.week_wanted.emit("week_grid", min(self._day(), self._today))

    def _on_strategies(self) -> None:
        chosen = self.strategies.chosen()
        for strategy in self._offered:
            (self._off.discard if strategy.id in chosen else self._off.add)(strategy.id)
        self.show_sheet()
