"""The head of the page of all children: which day, who is shown, the way to each one's day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.child_names import names_apart
from homejournal.texts import today as said
from homejournal.texts.children import child_said
from homejournal.ui.dialogs.children_row import ChildrenRow
from homejournal.ui.pages.today_late import LateLine
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.icon_button import icon_button
from homejournal.ui.widgets.label import line_label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from homejournal.domain.children import Child
    from homejournal.domain.together import TogetherDay
    from homejournal.ui.desk import Desk

_ALWAYS_SHOWN = 2


class TogetherHead(QWidget):
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
        self._offered: tuple[Child, ...] = ()
        text = desk.wording.text
        self._title = line_label(text("All children together"), "title")
        self._date = line_label("", "strong")
        self._late = LateLine(desk)
        self.before = icon_button("chevron-left", text("The day before"))
        self.after = icon_button("chevron-right", text("The day after"))
        self._today = QPushButton(text("Go to today"))
        self.days_out = QPushButton(text("Left out for a few days"))
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
        days.add(self.before, self._date, self.after, self._today)
        first = FlowRow(gap=16)
        first.add(self._title, days)
        links = FlowRow(gap=4)
        links.add(self._own_days, self.days_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (first, self._late, self._who, links):
            column.addWidget(part)

    def take_keys(self, page: QWidget) -> None:
        """Let Alt and an arrow go to another day wherever on the page the focus is."""
        keys = ("Alt+Left", "Alt+Right")
        if self._wording.direction == "rtl":
            keys = keys[::-1]
        for key, step in zip(keys, (self.step_back, self.step_on), strict=True):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)

    def show_day(self, day: TogetherDay) -> None:
        """Show which day it is."""
        self._day = day
        name = said.day_title(self._wording, day.day, day.today)
        self._date.setText(self._wording.line_of((name, self._wording.day_of_year(day.day))))
        self._late.show_day(day.day)
        self.after.setEnabled(day.day < day.today)
        self._today.setVisible(day.day != day.today)
        self.days_out.setEnabled(self._desk.can_write)

    def show_children(self, offered: Sequence[Child], shown: Collection[UUID]) -> None:
        """Offer the children of the home, and the way to the own day of those that are shown."""
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            self._who.clear()
            self._children = None
            self._who.setVisible(len(offered) > _ALWAYS_SHOWN)
            if len(offered) > _ALWAYS_SHOWN:
                self._offer(shown)
        if self._children is not None:
            self._children.choose(shown)
        self._link([child for child in offered if child.id in shown])

    def _offer(self, shown: Collection[UUID]) -> None:
        about = self._wording.text("Shown on this page")
        self._children = ChildrenRow(self._wording, self._offered, shown, about)
        self._children.changed.connect(self._on_children)
        self._who.add(self._children)

    def _link(self, shown: Sequence[Child]) -> None:
        self._own_days.clear()
        names = names_apart(self._offered)
        for child in shown:
            button = QPushButton()
            words = self._wording.text(
                "Open the day of {child}", child=child_said(self._wording, names[child.id])
            )
            button.setText(words.replace("&", "&&"))
            button.setAccessibleName(words)
            button.setProperty("child", str(child.id))
            set_look(button, "link")
            button.clicked.connect(self._on_own_day)
            self._own_days.add(button)
            button.show()

    def _on_own_day(self) -> None:
        pressed = self.sender()
        wanted = pressed.property("child") if isinstance(pressed, QPushButton) else None
        for child in self._offered:
            if str(child.id) == wanted:
                self.child_wanted.emit(child.id)
                return

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
