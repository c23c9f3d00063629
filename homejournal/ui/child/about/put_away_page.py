"""The quiet page of a journal that was put away: it asks nothing, and everything is still there."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.records.children import Child
from homejournal.domain.records.record import Kind
from homejournal.texts.papers.about_child import kind_words, put_away_title
from homejournal.ui.base.actions import Action
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.child.about.put_away_dialog import take_out
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.empty_page import EmptyState
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.layout.scroll_column import ScrollColumn


class PutAwayPage(Page):
    """Stands where Today would stand."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.CHILD})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        text = desk.wording.text
        self._empty = EmptyState("heart", "", "")
        self._empty.pressed.connect(self._on_read)
        self._book = WordButton(text("Keep it as a book…"))
        self._out = WordButton(text("Take it out again"))
        set_icon(self._book, "book-2", "text", 18)
        set_look(self._out, "link")
        self._book.clicked.connect(self._on_book)
        self._out.clicked.connect(self._on_out)
        more = QWidget()
        beneath = QVBoxLayout(more)
        for button in (self._book, self._out):
            beneath.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._scroll = ScrollColumn()
        self._scroll.add(self._empty, more)
        self._scroll.fill(self)

    @property
    @override
    def title(self) -> str:
        child = self._shown()
        return put_away_title(self._wording, child) if child else self._wording.text("Put away")

    @override
    def refresh(self) -> None:
        child = self._shown()
        if child is None:
            return
        words = kind_words(self._wording, None, child)
        read = self._wording.text("Read the journal")
        self._empty.set_texts(put_away_title(self._wording, child), words, read)
        self._out.setVisible(self.desk.can_write)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not has_focus_inside(self):
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> Child | None:
        children = self.desk.journal.family().children
        return children.get(self.child) if self.child is not None else None

    def _on_read(self) -> None:
        self.asks_for.emit("journal", None)

    def _on_book(self) -> None:
        self.wants.emit(Action.BOOK)

    def _on_out(self) -> None:
        child = self._shown()
        if child is not None:
            take_out(self.desk, child)
