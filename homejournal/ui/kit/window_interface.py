"""What the parts of the program may ask of the window of a journal, and a notice above its pages.

`MainWindow` is the only window of that kind.
"""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from homejournal.ui.widgets.cards.notice import Notice, NoticeKind, Toast
from homejournal.ui.widgets.layout.boxes import let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QAction

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.ui.base.actions import Action, ActionLine
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.page import Page
    from homejournal.ui.theme import Scheme


class WindowNotice(QObject):
    """Shows one notice at a time; a later one replaces the one before."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._notice: Notice | None = None
        window.installEventFilter(self)
        window.closed.connect(self._on_closed)

    def tell(self, sentence: str, answer: str, kind: NoticeKind = NoticeKind.INFO) -> None:
        """Show a sentence with a button that dismisses it."""
        self.forget()
        self._notice = Notice("", kind)
        self._notice.pressed.connect(self._on_read)
        self._window.frame.add_above(self._notice)
        self._notice.set_text(sentence, answer)
        self._window.frame.space_notices()

    def forget(self) -> None:
        if self._notice is not None:
            let_go(self._notice)
            self._notice = None
            self._window.frame.space_notices()

    def _on_read(self) -> None:
        self.forget()

    def _on_closed(self) -> None:
        """Stop filtering events: Python cannot handle those of a window that is being deleted."""
        self._window.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LocaleChange:
            self._notice = None  # it went with the frame of the other language
        return False


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
        """Check the colors that are worn."""


class OpenActions(Protocol):
    """What the window does when it is asked."""

    def do(self, action: "Action") -> None:
        """Do what a page or another part of the program asks for."""

    def apply_look(self) -> None:
        """Apply the color scheme and text size that this computer remembers."""

    def show_up(self) -> None:
        """Come to the front."""

    def read_sheets(self, photos: "Sequence[tuple[str, Callable[[], bytes]]]") -> None:
        """Show what photos of week sheets say: each by its name and what returns its bytes."""


class OpenWindow(QMainWindow):
    """The window of one journal."""

    example_wanted = Signal(str)
    """In the language of the window."""
    example_photo_wanted = Signal(str)
    """The same, with the photo of its week that is filled in on paper."""
    own_wanted = Signal()
    journal_wanted = Signal(object, bool)
    """The folder of another journal, and whether a new one may be made there."""
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
        raise NotImplementedError

    @property
    def page_name(self) -> str:
        raise NotImplementedError

    @property
    def is_example(self) -> bool:
        raise NotImplementedError

    @property
    def journal(self) -> "FamilyJournal":
        raise NotImplementedError

    def open_page(self, name: str, place: object = None) -> None:
        """Open a page by its name, at a day or record where one is given."""
        raise NotImplementedError

    def go_to(self, name: str) -> None:
        """Open a page as somebody asks for it who may see it already: Today is the present day."""
        raise NotImplementedError

    def ask_page(self, action: "Action") -> None:
        """Let the open page do it, where it offers that."""
        if self.page is not None:
            self.page.do(action)

    def show_child(self, child: "UUID") -> None:
        """Show another child on every page."""
        raise NotImplementedError

    def follow_day(self) -> None:
        """Turn to the next family day if it has begun since."""
        raise NotImplementedError

    def set_language(self, language: str) -> None:
        """Change the language of the window at once."""
        raise NotImplementedError
