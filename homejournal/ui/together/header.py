"""The head of the page of all children: which day, who is shown, the way to each one's day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.texts import day_page as said
from homejournal.texts.wording import short_name
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.button import icon_button, make_button
from homejournal.ui.widgets.day_navigation import (
    DayStepper,
    LateLine,
    take_day_keys,
    take_today_key,
)
from homejournal.ui.widgets.fields.choices import ChildrenRow
from homejournal.ui.widgets.fields.name_search import NameSearch
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.today.day_page import TogetherDay
    from homejournal.ui.base.desk import Desk

_ALWAYS_SHOWN, _MOST_READY = 2, 8


class TogetherHeader(QWidget):
    """Its signals say what a person asked for."""

    day_wanted = Signal(object)
    days_out_wanted = Signal()
    child_wanted = Signal(object)
    """A child whose own day is to be opened."""
    children_chosen = Signal(object)
    """list[UUID]: who is to be shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._day: TogetherDay | None = None
        self._names: Mapping[UUID, str] = {}
        self._ready: Mapping[UUID, str] = {}
        self._linked: Mapping[UUID, str] = {}
        text = desk.wording.text
        self._title = WrapLabel(text("All children together"), "title")
        self._date = RowLabel("", "strong")
        self._late = LateLine(desk)
        self.before = icon_button("chevron-left", text("The day before"))
        self.after = icon_button("chevron-right", text("The day after"))
        self._today = WordButton(text("Go to today"))
        self.days_out = WordButton(text("Left out for a few days"))
        for button in (self._today, self.days_out):
            set_look(button, "link")
        set_icon(self.days_out, "calendar-event", "muted", 18)
        self._who, self._own_days = FlowRow(), FlowRow(gap=4)
        self._children: ChildrenRow | None = None
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.before.clicked.connect(self.step_back)
        self.after.clicked.connect(self.step_on)
        self._today.clicked.connect(self.go_to_today)
        self.days_out.clicked.connect(self.days_out_wanted)

    def _lay_out(self) -> None:
        days = FlowRow(gap=6)
        days.add(DayStepper(self.before, self._date, self.after), self._today)
        first = TwoEnds(self._title, days)
        links = FlowRow(gap=4)
        links.add(self._own_days, self.days_out)
        in_column(first, self._late, self._who, links, gap=8, inside=self)

    def take_keys(self, page: QWidget) -> None:
        """Let Alt and an arrow go to another day, and Alt and Home to today, from wherever."""
        take_day_keys(page, self.step_back, self.step_on, self._wording.direction)
        take_today_key(page, self.go_to_today)

    def show_day(self, day: TogetherDay) -> None:
        """Show which day it is."""
        self._day = day
        name = said.day_title(self._wording, day.day, day.today)
        self._date.setText(self._wording.line_of((name, self._wording.day_of_year(day.day))))
        self._late.show_day(day.day)
        self.after.setEnabled(day.day < day.today)
        self._today.setVisible(day.day != day.today)
        self.days_out.setEnabled(self._desk.can_write)

    def show_children(self, names: Mapping[UUID, str], shown: Sequence[UUID]) -> None:
        """Offer the children of the home by these names, and each shown one's own day.

        Of many only those that are shown stand there, and a way to find another one.
        """
        many = len(names) > _MOST_READY
        ready = {one: name for one, name in names.items() if not many or one in shown}
        if (self._names, self._ready) != (names, ready):
            self._names, self._ready = names, ready
            self._offer(shown, many=many)
        if self._children is not None:
            self._children.choose(shown)
        if self._linked != {child: names[child] for child in shown}:
            self._linked = {child: names[child] for child in shown}
            self._link()

    def _offer(self, shown: Collection[UUID], *, many: bool) -> None:
        self._who.clear()
        self._children = None
        self._who.setVisible(len(self._names) > _ALWAYS_SHOWN)
        if len(self._names) <= _ALWAYS_SHOWN:
            return
        about = self._wording.text("Shown on this page")
        row = ChildrenRow(self._wording, self._ready, shown, about, everybody=False)
        row.changed.connect(self._on_children)
        self._who.add(row)
        self._children = row
        row.show()  # a layout shows it only after the next round of events
        if many:
            another = make_button(
                self._wording.text("Another child…"), on=self._on_another, look="link"
            )
            self._who.add(another)
            another.show()

    def _link(self) -> None:
        self._own_days.clear()
        for child, name in self._linked.items():
            text = self._wording.text
            shown = text("Day of {child}", child=short_name(name))
            button = WordButton(shown.replace("&", "&&"))
            button.setAccessibleName(text("Day of {child}", child=name))
            button.setProperty("child", str(child))
            set_look(button, "link")
            button.clicked.connect(self._on_own_day)
            self._own_days.add(button)
            button.show()

    def _on_own_day(self) -> None:
        pressed = self.sender()
        wanted = pressed.property("child") if isinstance(pressed, QPushButton) else None
        for child in self._linked:
            if str(child) == wanted:
                self.child_wanted.emit(child)
                return

    def _on_another(self) -> None:
        finder = NameSearch(self._wording, self._wording.text("Find a child"), self)
        finder.picked.connect(self._on_found)
        others = [(one, name) for one, name in self._names.items() if one not in self._ready]
        finder.ask(others, None)

    def _on_found(self, child: UUID) -> None:
        self.children_chosen.emit([*self._linked, child])

    def _on_children(self) -> None:
        if self._children is not None:
            self.children_chosen.emit(self._children.chosen())

    def step_back(self) -> None:
        """Ask for the day before."""
        self._step(-1)

    def step_on(self) -> None:
        """Ask for the day after, up to today."""
        if self.after.isEnabled():
            self._step(1)

    def go_to_today(self) -> None:
        """Ask for today."""
        self.day_wanted.emit(self._desk.today())

    def _step(self, days: int) -> None:
        if self._day is not None:
            self.day_wanted.emit(self._day.day + timedelta(days=days))
