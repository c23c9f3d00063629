"""What the parts of the program may ask of the window of a journal, without knowing how it is made.

`MainWindow` is the one that there is.
"""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtGui import QAction

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.ui.base.actions import Action, ActionLine
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.page import Page
    from homejournal.ui.theme import Scheme
    from homejournal.ui.widgets.cards.notice import Notice
    from homejournal.ui.widgets.cards.toast import Toast


class OpenFrame(QWidget):
    """The frame around the pages."""

    toast: "Toast"

    @property
    def read_only(self) -> "Notice":
        """Return the notice that says why nothing can be written."""
        raise NotImplementedError

    def add_above(self, bar: QWidget) -> None:
        """Put a bar above the pages, under the sentences that stand there."""
        raise NotImplementedError

    def space_notices(self) -> None:
        """Leave room around what stands above the pages, only while something does."""
        raise NotImplementedError

    def show_foot(self) -> None:
        """Show the way to the settings under the pages."""
        raise NotImplementedError


class OpenMenus(Protocol):
    """The menu bar."""

    steps: "tuple[QAction, QAction]"
    """Undo and redo, once they stand in their menu."""

    @property
    def lines(self) -> "Mapping[QAction, ActionLine]":
        """Return the actions of the table with their lines, in the order of the menus."""

    def allow(self, page: "Page | None", *, can_write: bool) -> None:
        """Enable what the open page and the journal make possible."""

    def show_scheme(self, scheme: "Scheme") -> None:
        """Check the colours that are worn."""


class OpenActions(Protocol):
    """What the window does when it is asked."""

    def do(self, action: "Action") -> None:
        """Do what a page or another part of the program asks for."""

    def dress(self) -> None:
        """Apply the color scheme and text size that this computer remembers."""

    def show_up(self) -> None:
        """Come to the front."""


class OpenWindow(QMainWindow):
    """The window of one journal."""

    example_wanted = Signal()
    own_wanted = Signal()
    reopen_wanted = Signal(object)
    closed = Signal(object)
    """This window: its journal's file is another one now; it has let its journal go."""

    desk: "Desk"
    """What the pages get; it is there as soon as the window has its journal."""
    frame: OpenFrame
    menus: OpenMenus
    window_actions: OpenActions

    @property
    def page(self) -> "Page | None":
        """Return the page that is open."""
        raise NotImplementedError

    @property
    def page_name(self) -> str:
        """Return the name of the page that is open."""
        raise NotImplementedError

    @property
    def is_example(self) -> bool:
        """Return whether this window shows the example family."""
        raise NotImplementedError

    @property
    def journal(self) -> "FamilyJournal":
        """Return the journal of this window."""
        raise NotImplementedError

    def open_page(self, name: str, place: object = None) -> None:
        """Open a page by its name, at a day or record where one is given."""
        raise NotImplementedError

    def go_to(self, name: str) -> None:
        """Open a page as somebody asks for it who may see it already: Today is the present day."""
        raise NotImplementedError

    def show_child(self, child: "UUID") -> None:
        """Show another child on every page."""
        raise NotImplementedError

    def follow_day(self) -> None:
        """Turn to the next family day if it has begun since."""
        raise NotImplementedError

    def set_language(self, language: str) -> None:
        """Change the language of the window at once."""
        raise NotImplementedError
