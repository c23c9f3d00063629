"""The contract that all pages of the window follow."""

from datetime import date
from typing import ClassVar, NamedTuple
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from homejournal.domain.records.record import Kind
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft


class LeftOpen(NamedTuple):
    """What a page showed when its window was built anew: another day than today, and its words."""

    day: date | None
    typed: object


class Page(QWidget):
    """One page: shows a state made from the journal and asks again when a kind it shows changes.

    A page that is not on screen waits until it is shown. Subclasses build their parts in
    `__init__` without reading the journal, and fill them in `refresh`.
    """

    SHOWS: ClassVar[frozenset[Kind]] = frozenset(Kind)
    """The kinds of record whose change makes this page ask again."""

    asks_for = Signal(str, object)
    """Another page by its name, and the day or record to open it at (or None)."""
    wants = Signal(object)
    """An Action of the window."""
    child_wanted = Signal(object)
    """The id of another child, to be shown on every page."""
    titled = Signal()
    """Its title says something else than before, such as another day."""
    tells = Signal(str)
    """A short sentence for the toast about something that cannot be undone, such as a saved PDF."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(parent)
        self._page_name = title
        self.desk = desk
        self.child: UUID | None = None
        self.day: date = desk.today()
        self._behind = True

    @property
    def title(self) -> str:
        """Return the name of the page, as the window title and a screen reader say it."""
        return self._page_name

    def leave_title_to_tab(self) -> None:
        """Show no large title, because the tab above the page says it already."""
        for label in self.findChildren(QLabel):
            if label.property("look") == "title":
                label.hide()

    @property
    def offers(self) -> Offers:
        """Return what a menu or the list of commands can ask of this page itself."""
        return {}

    def do(self, action: Action) -> None:
        """Do what is asked of this page, where it offers that."""
        if action in self.offers:
            self.offers[action]()

    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self.child = child
            self._ask_again()

    def set_day(self, day: date) -> None:
        """Show another day; a page without days takes no notice."""
        if day != self.day:
            self.day = day
            self._ask_again()
            self.titled.emit()

    def open_at(self, place: object) -> None:
        """Open the page at what `asks_for` named: a day, a record's id, or None."""
        if isinstance(place, date):
            self.set_day(place)

    def page_entered(self) -> None:
        """Take notice that somebody comes to the page and asks for no place of it."""

    def asked_again(self) -> None:
        """Take notice that somebody asks for the page where it is open already."""

    def heard(self, kinds: frozenset[Kind] | None) -> None:
        """Take notice that records of these kinds changed (None: anything may have)."""
        if kinds is None or kinds & self.SHOWS:
            self._ask_again()

    def day_turned(self) -> None:
        """Take notice that the family's day has become the next one while the window was open."""
        self._ask_again()

    def others_wrote(self) -> None:
        """Take notice that another computer brought something, or asks for something."""

    def refresh(self) -> None:
        """Read the journal and show its state; the page is on screen when this is called."""
        raise NotImplementedError

    def warmed(self) -> None:
        """Take notice that the journal's slower part is loaded, which the first look leaves out."""

    def keep_typing(self) -> None:
        """Save what is being typed as drafts, before the page is left or the window closes."""
        for kept in self.findChildren(FieldDraft):
            kept.keep()

    def typed(self) -> object:
        """Return what is typed here and kept nowhere else, for `type_in` of the same page anew."""
        return None

    def type_in(self, typed: object) -> None:
        """Take up what `typed` of the page before told: the language was changed."""

    def left_open(self) -> LeftOpen:
        """Return what the same page takes up when it is opened in another language."""
        return LeftOpen(None if self.day == self.desk.today() else self.day, self.typed())

    def at_risk(self) -> frozenset[str]:
        """Return the typed words that could be kept nowhere, each with its place."""
        return frozenset[str]().union(*(draft.at_risk() for draft in self.findChildren(FieldDraft)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._ask_again()

    def _ask_again(self) -> None:
        self._behind = not self.isVisible()
        if not self._behind:
            self.refresh()
