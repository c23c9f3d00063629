"""What stands behind a line's small buttons: in which routine, and all that is rarely done."""

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from homejournal.domain.names import distinct_routines, routines_of
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
from homejournal.texts import day_page as said
from homejournal.texts import labels as words
from homejournal.ui.day_rows.who_did_it import NEW_PERSON
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_button import OnceButton, StayingMenu
from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.records.plan import Routine
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.saving import TodayWriting

_SHOWN_NAME = 24
MOST_IN_MENU = 12
"""More names than these are found by typing."""


class ChoiceMenu(OnceButton):
    """A small button that opens a menu of what can be chosen at that moment."""

    def __init__(self, text: str, about: str) -> None:
        super().__init__()
        tell_as(self, ToldAs.MENU)
        self._opened: QMenu | None = None
        # Qt makes plain text of a StrEnum in an action's data, so values are kept here.
        self._values: list[object] = []
        set_look(self, "link")
        self.setAccessibleDescription(about)
        self.set_words(text)
        self.clicked.connect(self.open_menu)

    def set_words(self, text: str) -> None:
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
        raise NotImplementedError

    def find_name(
        self, wording: "Wording", title: str, choices: "Sequence[tuple[object, str]]", at: object
    ) -> None:
        """Let people type a name, where a menu would be higher than the screen."""
        from homejournal.ui.widgets.fields.name_search import NameSearch

        finder = NameSearch(wording, title, self)
        finder.picked.connect(self.picked)
        finder.stays = NEW_PERSON
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
        known = self._desk.journal.family().routines
        routine = next((one for one in known if one == value), None)
        if self._practice is not None and routine != self._practice.routine:
            self.changed.emit(replace(self._practice, routine=routine))


def has_words(card: CardOfDay) -> bool:
    """Return whether the plan says anything of how a strategy is done."""
    said_of = card.plan.words
    return any(
        (said_of.what, said_of.how, said_of.when_where_who, said_of.why, said_of.how_we_know)
    )


class LineWish(Enum):
    """What is wanted of a line, beside leaving it out."""

    DID_IT = auto()
    NOTE = auto()
    PHOTO = auto()
    ONCE_MORE = auto()
    HOW = auto()
    REMOVE = auto()
    OTHER_DAYS = auto()


class LineMenu(ChoiceMenu):
    """`wished` carries a LineWish, a LeftOutReason, or the DayMark that is to be taken back."""

    wished = Signal(object)

    def __init__(self, desk: "Desk", writing: "TodayWriting", about: str) -> None:
        self._desk, self._writing, self._wording = desk, writing, desk.wording
        self._offers: tuple[LineWish, ...] = ()
        self._mark: DayMark | None = None
        self._noted = self._reasons = False
        super().__init__("", about)
        set_look(self, "icon")
        set_icon(self, "dots", "muted", 20)
        name = self._wording.text("More")
        self.setAccessibleName(name)
        self.setToolTip(plain(name))

    @override
    def set_words(self, text: str) -> None:
        """Its words are an icon."""

    def show_time(
        self, card: CardOfDay, time: TimeOfCard | None, *, rates: bool, noted: bool
    ) -> None:
        """Offer what can be done with a time that can be rated and has a note, or neither."""
        writing, can_write, told = self._writing, self._desk.can_write, has_words(card)
        practice, mark = (time.practice, time.mark) if time else (None, None)
        offers = {
            LineWish.DID_IT: practice is None and rates,
            LineWish.NOTE: True,
            LineWish.PHOTO: not writing.FOR_HELPER,
            LineWish.ONCE_MORE: practice is not None,
            LineWish.HOW: told,
            LineWish.REMOVE: practice is not None and writing.may_remove(practice),
        }
        shows = {LineWish.HOW}
        self._offers = tuple(
            one for one, may in offers.items() if may and (can_write or one in shows)
        )
        self._noted = noted
        # Where what is said may not be taken back, no reason may take its place.
        back = can_write and (mark is None or writing.may_remove(mark))
        self._reasons = back and practice is None
        marks = (mark, *card.marks) if back else ()
        self._mark = next((one for one in marks if one is not None), None)
        self.setEnabled(can_write or told)

    def open_reasons(self) -> None:
        """Open the menu at the reasons to leave the day out, where there are any to choose."""
        if not self._reasons:
            return
        self.open_menu()
        reason = said.capitalized(words.reason(self._wording, next(iter(LeftOutReason))))
        for action in self._menu.actions():
            if action.text() == reason:
                self._menu.setActiveAction(action)

    @override
    def fill(self, menu: QMenu) -> None:
        said_by = self._words()
        for wish in self._offers:
            if wish is LineWish.REMOVE:
                menu.addSeparator()
            self.offer(said_by[wish], wish)
        if self._mark is not None:
            menu.addSeparator()
            text = self._wording.text
            self.offer(
                text("Take back “not today”")
                if self._mark.mark is MarkKind.NOT_TODAY
                else text("Not left out after all"),
                self._mark,
            )
        if self._reasons:
            self.head(self._wording.text("Left out"))
            for reason in LeftOutReason:
                if reason is not LeftOutReason.OTHER:
                    self.offer(said.capitalized(words.reason(self._wording, reason)), reason)
            if not self._writing.FOR_HELPER:
                other = self._wording.text("Other reason, or a few days…")
                self.offer(other, LineWish.OTHER_DAYS)

    def _words(self) -> dict[LineWish, str]:
        text = self._wording.text
        return {
            LineWish.DID_IT: text("Did it"),
            LineWish.NOTE: text("Change the note") if self._noted else text("Add a note"),
            LineWish.PHOTO: text("Add a photo…"),
            LineWish.ONCE_MORE: text("Once more"),
            LineWish.HOW: text("How we do it"),
            LineWish.REMOVE: text("Remove what is written"),
        }

    @override
    def picked(self, value: object) -> None:
        self.wished.emit(value)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_NAME else text[:_SHOWN_NAME].rstrip() + "…"
