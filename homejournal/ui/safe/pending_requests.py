"""What waits for an answer on the page on keeping the journal safe, told at its top."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.errors import JournalError
from homejournal.texts.sharing import sharing as said
from homejournal.ui.safe.deleting.delete_requests import AskedToDelete, who_asks
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class SafeWaiting(QWidget):
    """Each line leads to the card on which it is answered; none shows while nothing waits."""

    leads = Signal(object)
    """The name of a card."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.asked, self.two = Notice(""), Notice("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for notice in (self.asked, self.two):
            notice.hide()
            column.addWidget(notice)
        self.asked.pressed.connect(self._on_asked)
        self.two.pressed.connect(self._on_two)
        self.hide()

    def show_values(self) -> None:
        """Show what waits now; a journal that does not read tells of nothing here."""
        safe, wording = self._desk.journal.safe, self._desk.wording
        try:
            asked = safe.purging.requests() if self._desk.can_write else ()
            number = safe.settling.how_many()
        except JournalError:
            asked, number = (), 0
        # Not spoken: the window and the card tell of it by themselves.
        self._put(self.asked, who_asks(self._desk, asked) if asked else "")
        self._put(self.two, said.in_two_versions(wording, number) if number else "")
        self.setVisible(bool(asked) or number > 0)
        told = self.window().findChild(AskedToDelete)
        if isinstance(told, AskedToDelete):
            told.forget()  # one line is enough

    def _put(self, notice: Notice, words: str) -> None:
        notice.setVisible(bool(words))
        notice.put_text(words, self._desk.wording.text("Go to it") if words else "")

    def _on_asked(self) -> None:
        self.leads.emit("deleting")

    def _on_two(self) -> None:
        self.leads.emit("sharing")
