"""What stands behind a card's small buttons: left out, in which routine, and more."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from homejournal.domain.names import distinct_routines, routines_of
from homejournal.domain.records.practices import DayMark, LeftOutReason, Practice
from homejournal.domain.today.strategy_cards import CardOfDay
from homejournal.texts import day_page as said
from homejournal.texts import labels as words
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton, StayingMenu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.records.plan import Routine
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk

_SHOWN_NAME = 24
MOST_IN_MENU = 12
"""More names than these are found by typing."""


class ChoiceMenu(OnceButton):
    """A small button that opens a menu of what can be chosen at that moment."""

    def __init__(self, text: str, about: str) -> None:
        super().__init__()
        self._opened: QMenu | None = None
        # Qt makes plain text of a StrEnum in an action's data, so values are kept here.
        self._values: list[object] = []
        set_look(self, "link")
        self.setAccessibleDescription(about)
        self.set_words(text)
        self.clicked.connect(self.open_menu)

    def set_words(self, text: str) -> None:
        """Change what the button says."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        set_icon(self, "chevron-down", "muted", 16)

    @property
    def _menu(self) -> QMenu:
        """Return the menu, which is made when it is opened first."""
        if self._opened is None:
            self._opened = StayingMenu(self)
            self._opened.triggered.connect(self._on_triggered)
        return self._opened

    def _empty(self) -> None:
        self._menu.clear()
        self._values.clear()
        for group in self._menu.findChildren(QActionGroup):
            group.deleteLater()

    def open_menu(self) -> None:
        """Open the menu with what can be chosen now."""
        self._empty()
        self.fill(self._menu)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        first = next((action for action in self._menu.actions() if action.isEnabled()), None)
        if first is not None:
            self._menu.setActiveAction(first)

    def fill(self, menu: QMenu) -> None:
        """Add what can be chosen by `offer`."""
        raise NotImplementedError

    def picked(self, value: object) -> None:
        """Take notice of what was chosen."""
        raise NotImplementedError

    def find_name(
        self, wording: "Wording", title: str, choices: "Sequence[tuple[object, str]]", at: object
    ) -> None:
        """Let people type a name, where a menu would be higher than the screen."""
        from homejournal.ui.widgets.fields.name_search import NameSearch

        finder = NameSearch(wording, title, self)
        finder.picked.connect(self.picked)
        finder.ask([(None, wording.text("Not chosen")), *choices], at)

    def offer(self, text: str, value: object) -> QAction:
        """Add one line to the menu and return it."""
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setData(len(self._values))
        self._values.append(value)
        return action

    def head(self, text: str) -> None:
        """Add a heading; a style sheet leaves the words of Qt's own sections out."""
        self._menu.addSeparator()
        self._menu.addAction(text.replace("&", "&&")).setEnabled(False)

    def _on_triggered(self, action: QAction) -> None:
        self.picked(self._values[action.data()])


class LeftOutMenu(ChoiceMenu):
    """Leave a strategy out that day, with a reason, or take that back."""

    wished = Signal(object)
    """LeftOutReason."""
    days_wanted = Signal()
    taken_back = Signal(object)
    """DayMark."""

    def __init__(self, wording: "Wording", about: str) -> None:
        self._wording = wording
        self._mark: DayMark | None = None
        self.offers_days = True
        """Whether other days and other reasons can be told, too."""
        super().__init__(wording.text("Left out"), about)

    def show_mark(self, mark: DayMark | None) -> None:
        """Show the reason that is written, if one is."""
        self._mark = mark
        text = said.left_out(self._wording, mark) if mark else self._wording.text("Left out")
        self.set_words(_short(said.capitalized(text)))

    @override
    def fill(self, menu: QMenu) -> None:
        """Offer the reasons, a few days, and the way back."""
        for reason in LeftOutReason:
            if reason is not LeftOutReason.OTHER:
                self.offer(said.capitalized(words.reason(self._wording, reason)), reason)
        if self.offers_days:
            self.offer(self._wording.text("Other reason, or a few days…"), LeftOutReason.OTHER)
        if self._mark is not None:
            menu.addSeparator()
            self.offer(self._wording.text("Not left out after all"), self._mark)

    @override
    def picked(self, value: object) -> None:
        """Tell which it was."""
        if isinstance(value, DayMark):
            self.taken_back.emit(value)
        elif value is LeftOutReason.OTHER:
            self.days_wanted.emit()
        elif isinstance(value, LeftOutReason):
            self.wished.emit(value)


class WhereMenu(ChoiceMenu):
    """In which routine it was, for a time that is written."""

    changed = Signal(object)
    """The practice as it should be."""

    def __init__(self, desk: "Desk", about: str) -> None:
        self._desk = desk
        self._practice: Practice | None = None
        self._card: CardOfDay | None = None
        super().__init__(desk.wording.text("In which routine"), about)

    def show_practice(self, card: CardOfDay, practice: Practice | None) -> None:
        """Show where it was; nothing while no time is written, or there is no routine at all."""
        self._card, self._practice = card, practice
        named = self._named()
        self.setVisible(practice is not None and bool(named))
        if practice is None:
            return
        routine = named.get(practice.routine) if practice.routine else None
        words = self._desk.wording.own(_short(routine.name)) if routine else ""
        self.set_words(words or self._desk.wording.text("In which routine"))

    def _named(self) -> "Mapping[UUID, Routine]":
        child = self._card.strategy.child if self._card else None
        return distinct_routines(self._desk.journal.family().routines, child)

    def _routines(self) -> "list[tuple[UUID, str]]":
        """Return the routines with their names, those of the plan first."""
        if self._card is None:
            return []
        child = self._card.strategy.child
        planned = {routine.id: routine for routine in self._card.routines}
        all_of_them = planned | {
            routine.id: routine for routine in routines_of(self._named().values(), child)
        }
        return [(routine.id, routine.name) for routine in all_of_them.values()]

    @override
    def open_menu(self) -> None:
        """Open the menu, or the list to search in where there are many routines."""
        routines = self._routines()
        if len(routines) > MOST_IN_MENU and self._practice is not None:
            title = self._desk.wording.text("In which routine")
            self.find_name(self._desk.wording, title, routines, self._practice.routine)
        else:
            super().open_menu()

    @override
    def fill(self, menu: QMenu) -> None:
        """Offer the routines, those of the plan first."""
        self.head(self._desk.wording.text("In which routine"))
        group = QActionGroup(self._menu)
        for value, name in (*self._routines(), (None, self._desk.wording.text("Not chosen"))):
            action = self.offer(_short(name), value)
            action.setCheckable(True)
            action.setChecked(self._practice is not None and value == self._practice.routine)
            group.addAction(action)

    @override
    def picked(self, value: object) -> None:
        """Ask for the change."""
        known = self._desk.journal.family().routines
        routine = next((one for one in known if one == value), None)
        if self._practice is not None and routine != self._practice.routine:
            self.changed.emit(replace(self._practice, routine=routine))


class MoreMenu(ChoiceMenu):
    """What is rarely done with a time that is written."""

    remove = Signal()

    def __init__(self, wording: "Wording", about: str) -> None:
        self._wording = wording
        self._written = False
        super().__init__(wording.text("More"), about)

    def show_written(self, *, written: bool) -> None:
        """Know whether the time that is asked about is written."""
        self._written = written
        self.setVisible(written)

    @override
    def fill(self, menu: QMenu) -> None:
        """Offer what makes sense now."""
        if self._written:
            self.offer(self._wording.text("Remove what is written"), "remove")

    @override
    def picked(self, value: object) -> None:
        """Tell which it was."""
        if value == "remove":
            self.remove.emit()


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_NAME else text[:_SHOWN_NAME].rstrip() + "…"
