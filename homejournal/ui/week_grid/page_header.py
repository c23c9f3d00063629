"""The head of the week grid: which week, who did it, and which way the table stands."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.today.week_cells import SheetTold
from homejournal.texts.display_names import name_said, people_to_choose
from homejournal.ui.base.desk import Desk
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.button import icon_button
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.days.shortcuts import DayStepper, take_day_keys
from homejournal.ui.widgets.fields.drop_down import PersonDropDown
from homejournal.ui.widgets.fields.form_rows import labelled
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

_WEEK = timedelta(days=7)
_TURNED = "week_grid_turned"


class WeekHeader(QWidget):
    """Its signals say what a person asked for."""

    day_wanted = Signal(object)
    """A day of the week to show."""
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._child: UUID | None = None
        self._week: Period | None = None
        text = desk.wording.text
        self._title = RowLabel(text("Type in a week"), "title")
        self._dates = RowLabel("", "strong")
        self.before = icon_button("chevron-left", text("The week before"))
        self.after = icon_button("chevron-right", text("The week after"))
        self._now = WordButton(text("Go to this week"))
        self.who = PersonDropDown[UUID](desk.wording, desk.wording.text("Who did it"))
        self.turn = WordButton(text("Turn the table"))
        self._typist = WrapLabel("", "small")
        for button in (self._now, self.turn):
            set_look(button, "link")
        set_icon(self.turn, "rotate", "muted", 18)
        self.before.clicked.connect(self.step_back)
        self.after.clicked.connect(self.step_on)
        self._now.clicked.connect(self._on_now)
        self.turn.clicked.connect(self._on_turn)
        self._lay_out()

    def _lay_out(self) -> None:
        weeks = FlowRow(gap=12)
        weeks.add(self._title, DayStepper(self.before, self._dates, self.after), self._now)
        row = FlowRow(gap=16)
        row.add(labelled(self._desk.wording.text("&Who did it"), self.who), self.turn)
        in_column(weeks, row, self._typist, gap=8, inside=self)

    def take_keys(self, page: QWidget) -> None:
        """Let Alt and an arrow go to another week wherever on the page the focus is."""
        take_day_keys(page, self.step_back, self.step_on, self._desk.wording.direction)

    @property
    def is_turned(self) -> bool:
        """Whether the days are to be rows, as this computer remembers it."""
        return self._desk.preferences.remembered(_TURNED) is not None

    def show_week(self, child: UUID, week: Period) -> None:
        """Show which week it is and who can be chosen; another child's or week's sheet is new."""
        if (child, week) != (self._child, self._week):
            self.who.set_choices([])
        self._child, self._week = child, week
        wording, today = self._desk.wording, self._desk.today()
        self._dates.setText(wording.between(*week))
        self._now.setVisible(not week.start <= today <= week.end)
        self.after.setEnabled(week.end < today)
        family = self._desk.journal.family()
        people = people_to_choose(wording, family)
        not_said = (None, wording.text("Not chosen"))
        self.who.set_choices([not_said, *people], self.who.value())
        typist = name_said(wording, family, self._desk.helper)
        said = wording.text("{name} types it in.", name=typist) if typist else ""
        later = wording.text("The journal keeps that it was written later. That is fine.")
        self._typist.setText(f"{said} {later}".strip())

    def told(self) -> SheetTold:
        """Return who did it and who types."""
        return SheetTold(helper=self.who.value(), typed_by=self._desk.helper)

    def step_back(self) -> None:
        """Ask for the week before."""
        self._step(-_WEEK)

    def step_on(self) -> None:
        """Ask for the week after, up to this one."""
        if self.after.isEnabled():
            self._step(_WEEK)

    def _step(self, by: timedelta) -> None:
        if self._week is not None and date.min + _WEEK < self._week.start < date.max - 2 * _WEEK:
            self.day_wanted.emit(self._week.start + by)

    def _on_now(self) -> None:
        self.day_wanted.emit(self._desk.today())

    def _on_turn(self) -> None:
        self._desk.preferences.remember(_TURNED, None if self.is_turned else "yes")
        self.turned.emit()
