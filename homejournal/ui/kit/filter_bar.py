"""The one filter as a row of chips: what is chosen stands there, and one button offers the rest."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.texts import entry_filter as said
from homejournal.ui.kit.form_dialog import AskingDialog
from homejournal.ui.widgets.button import dress_chip, make_button
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.name_search import NameSearch
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_button import StayingMenu, WordButton

if TYPE_CHECKING:
    from datetime import date

    from homejournal.domain.records.family import Family
    from homejournal.ui.base.desk import Desk

MOST_IN_MENU = 12
"""More names than these are found by typing."""
_REMOVING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class FilterChip(WordButton):
    """A chosen part; a press or Delete takes it away."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words.replace("&", "&&"))
        dress_chip(self, "x", name)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _REMOVING:
            self.click()
        else:
            super().keyPressEvent(event)


class DatesDialog(AskingDialog):
    """Asks for the first and the last day; `chosen` carries both, each a day or None."""

    def __init__(self, desk: "Desk", asked: EntryFilter, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Dates"), text("OK"), parent)
        today = desk.today()
        self._first = DayEdit(asked.start or today.replace(day=1), text("From the beginning"))
        self._last = DayEdit(asked.end or today, text("Through today"))
        self.form.add("first", text("From"), self._first)
        self.form.add("last", text("Until"), self._last)
        self._first.set_day(asked.start or today.replace(day=1))
        self._last.set_day(asked.end)

    @override
    def read(self) -> "tuple[date | None, date | None]":
        first, last = self._first.day(), self._last.day()
        if first and last and last < first:
            raise InvalidValueError("last", Reason.DATES_REVERSED)
        return first, last

    @override
    def reject(self) -> None:
        self.done(self.DialogCode.Rejected)  # nothing is lost that was worth a question


class FilterBar(QWidget):
    """`changed` comes when a person has chosen; only the `parts` are offered and shown.

    What comes first in the row, such as a search, is given with `lead`.
    """

    changed = Signal()

    def __init__(self, desk: "Desk", parts: Sequence[FilterPart], *lead: QWidget) -> None:
        super().__init__()
        self._desk, self._parts = desk, parts
        self._family: Family | None = None
        self.asked: EntryFilter | None = None
        text = desk.wording.text
        self.row = FlowRow(*lead, gap=8)
        self.add = make_button(text("Filter"), "plus", self.open_menu, look="link")
        tell_as(self.add, ToldAs.MENU)
        self.add.setAccessibleName(text("Add a filter"))
        self.clear = make_button(text("Clear"), on=self.clear_all, look="link")
        self.clear.setAccessibleName(text("Clear the filter"))
        self.row.add(self.add, self.clear)
        self.chips: list[FilterChip] = []
        self._menu: QMenu | None = None
        self._values: list[tuple[FilterPart, tuple[object, ...]]] = []
        in_column(self.row, inside=self)
        self._show_chips()

    @property
    def chosen(self) -> tuple[FilterPart, ...]:
        """Return the parts of this bar that narrow."""
        return (
            tuple(part for part in self.asked.chosen if part in self._parts) if self.asked else ()
        )

    def offer(self, family: "Family", child: UUID) -> None:
        """Offer what a child has; keep what is chosen as far as this child has it, too."""
        self._family = family
        asked = self.asked if self.asked and self.asked.child == child else None
        if self.asked and asked is None:
            asked = EntryFilter(child=child)
        self._settle(asked or EntryFilter(child=child))

    def show_filter(self, asked: EntryFilter) -> None:
        """Show a filter without saying that a person chose it; also before anything is offered."""
        self._settle(asked)

    def choose(self, part: FilterPart, *values: object) -> None:
        """Choose a part as if it had been picked in the menu."""
        if self.asked is None:
            return
        asked = self.asked.choosing(part, *values)
        if part is FilterPart.SUGGESTED_BY and not self._is_known(asked, FilterPart.STRATEGY):
            asked = asked.without(FilterPart.STRATEGY)
        self._settle(asked)
        self.changed.emit()

    def remove(self, part: FilterPart) -> None:
        """Take a part away; the keyboard goes on at the next chip."""
        if self.asked is None:
            return
        at = self.chosen.index(part) if part in self.chosen else 0
        self._settle(self.asked.without(part))
        self._go_on(at)
        self.changed.emit()

    def clear_all(self) -> None:
        if self.asked is not None:
            self._settle(self.asked.without(*self._parts))
            self._go_on(0)
            self.changed.emit()

    def _go_on(self, at: int) -> None:
        stops = (*self.chips[at : at + 1], *self.chips[-1:], self.add)
        stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, asked: EntryFilter) -> None:
        if self._family is not None:
            gone = [part for part in asked.chosen if not self._is_known(asked, part)]
            asked = asked.without(*gone)
        shown = self._said()
        self.asked = asked
        if self._said() != shown or not self.chips:
            self._show_chips()

    def _is_known(self, asked: EntryFilter, part: FilterPart) -> bool:
        family = self._family
        return family is None or said.is_known(family, self._desk.wording, asked, part)

    def _said(self) -> list[tuple[FilterPart, str]]:
        if self.asked is None or self._family is None:
            return []
        wording, family = self._desk.wording, self._family
        return [(part, said.part_said(wording, family, self.asked, part)) for part in self.chosen]

    def _show_chips(self) -> None:
        for chip in self.chips:
            let_go(chip)
        self.chips = []
        text, before = self._desk.wording.text, self.add
        for part, words in self._said():
            chip = FilterChip(words, text("{words}, remove", words=words))
            chip.giving(part, self.remove)
            self.row.put_before(chip, before)
            self.chips.append(chip)
        self.clear.setVisible(len(self.chips) > 1)
        stops = (*self.chips, self.add, self.clear)
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def open_menu(self) -> None:
        menu = self._filled()
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))
        if menu.actions() and menu.actions()[0].menu() is None:  # a menu inside would open, too
            menu.setActiveAction(menu.actions()[0])

    def _filled(self) -> QMenu:
        if self._menu is None:
            self._menu = StayingMenu(self)
            self._menu.triggered.connect(self._on_triggered)
        self._menu.clear()
        self._values = []
        if self.asked is None or self._family is None:
            return self._menu
        wording = self._desk.wording
        choices = said.choices_of(wording, self._family, self.asked)
        for part in self._parts:
            if part is not FilterPart.WORDS:
                self._offer(self._menu, part, choices.get(part, []))
        return self._menu

    def _offer(self, menu: QMenu, part: FilterPart, choices: Sequence[said.Choice]) -> None:
        name = said.part_name(self._desk.wording, part)
        if part is FilterPart.DATES or len(choices) > MOST_IN_MENU:
            name = self._desk.wording.text("{name}…", name=name)
            self._add_line(menu, name, part, ())
        elif part is FilterPart.PHOTOS:
            self._add_line(menu, name, part, (True,))
        elif choices:
            inside = menu.addMenu(name.replace("&", "&&"))
            for values, words in choices:
                self._add_line(inside, words, part, values)

    def _add_line(
        self, menu: QMenu, words: str, part: FilterPart, values: tuple[object, ...]
    ) -> None:
        # Qt makes plain text of a StrEnum in an action's data, so values are kept here.
        menu.addAction(words.replace("&", "&&")).setData(len(self._values))
        self._values.append((part, values))

    def _on_triggered(self, action: QAction) -> None:
        part, values = self._values[action.data()]
        if values:
            self.choose(part, *values)
        elif part is FilterPart.DATES:
            self.ask_dates()
        else:
            self._find(part)

    def ask_dates(self) -> None:
        if self.asked is not None:
            dialog = DatesDialog(self._desk, self.asked, self)
            dialog.chosen.connect(self._on_dates)
            dialog.ask()

    def _on_dates(self, chosen: "tuple[date | None, date | None]") -> None:
        self.choose(FilterPart.DATES, *chosen)

    def _find(self, part: FilterPart) -> None:
        """Let people type a name, where a menu would be higher than the screen."""
        if self.asked is None or self._family is None:
            return
        wording = self._desk.wording
        choices = said.choices_of(wording, self._family, self.asked)[part]
        finder = NameSearch(wording, said.part_name(wording, part), self)
        finder.picked.connect(self._on_found)
        finder.ask([((part, values), words) for values, words in choices], None)

    def _on_found(self, found: tuple[FilterPart, tuple[object, ...]]) -> None:
        part, values = found
        self.choose(part, *values)
