"""Keep it safe: copies, repair, the password, sharing, and what leaves or goes for good."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.records.record import Kind
from homejournal.texts.safe import sharing as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.safe.copies.card import BackupsCard
from homejournal.ui.safe.deleting import DeletingCard
from homejournal.ui.safe.exchange.card import ExchangeCard
from homejournal.ui.safe.password.card import PasswordCard
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.safe.repair import RepairCard
from homejournal.ui.safe.sharing.card import SharingCard
from homejournal.ui.safe.sharing.sync import DeletionRequestNotice, who_asks
from homejournal.ui.widgets.cards.notice import Notice
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homejournal.ui.safe.card import SafeCard


class PendingRequests(QWidget):
    """Lines for what waits for an answer, each a link to its card; hidden while nothing waits."""

    leads = Signal(object)
    """The name of a card."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.asked, self.two = Notice(""), Notice("")
        for notice in (self.asked, self.two):
            notice.hide()
        in_column(self.asked, self.two, inside=self, gap=8)
        self.asked.pressed.connect(self._on_asked)
        self.two.pressed.connect(self._on_two)
        self.hide()

    def show_values(self) -> None:
        """Show what waits now; nothing if the journal cannot be read."""
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
        told = self.window().findChild(DeletionRequestNotice)
        if isinstance(told, DeletionRequestNotice):
            told.forget()  # one line is enough

    def _put(self, notice: Notice, words: str) -> None:
        notice.setVisible(bool(words))
        notice.put_text(words, self._desk.wording.text("Go to it") if words else "")

    def _on_asked(self) -> None:
        self.leads.emit("deleting")

    def _on_two(self) -> None:
        self.leads.emit("sharing")


class SafePage(Page):
    """One card for each subject."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place: str | None = None
        self.cards: dict[str, SafeCard] = {name: make(desk) for name, make in _CARDS.items()}
        lead = desk.wording.text(
            "Here you see how your journal is kept safe, and what you can do about it."
        )
        self._scroll = ScrollColumn()
        self._scroll.add(WrapLabel(self.title, "title"), WrapLabel(lead, "muted"))
        self._waiting = PendingRequests(desk)
        self._waiting.leads.connect(self.open_at)
        self._scroll.add(self._waiting, *self.cards.values())
        for card in self.cards.values():
            card.wants.connect(self.wants)
            card.tells.connect(self._on_told)
            card.copied.connect(self.cards["backups"].show_values)
            card.media_restored.connect(self.cards["repair"].forget_messages)
            card.password_changed.connect(self._on_password)
        self._scroll.fill(self)

    def _on_told(self, words: str) -> None:
        self.cards["backups"].show_values()  # a larger step makes a copy, and some delete older
        self._waiting.show_values()  # what is told may be an answer
        self.tells.emit(words)

    def _on_password(self) -> None:
        for card in self.cards.values():
            card.follow_password()
        locking_of(self.window()).follow()

    @property
    @override
    def title(self) -> str:
        return self.desk.wording.text("Keep it safe")

    @override
    def others_wrote(self) -> None:
        self._ask_again()

    @override
    def refresh(self) -> None:
        for card in self.cards.values():
            card.show_values()
        self._waiting.show_values()

    @override
    def open_at(self, place: object) -> None:
        """Open the page at a card by its name, such as "backups" or "repair"."""
        if isinstance(place, str) and place in self.cards:
            self._place = place
            if self.isVisible():
                self._go_to_place()

    @override
    def take_keyboard(self) -> None:
        buttons = (card.first_button() for card in self.cards.values())
        button = next((button for button in buttons if button is not None), None)
        if button is not None:
            # Where the letters are large, reading begins with the title; Tab leads to the button.
            first = button if self._scroll.shows_at_first(button) else self._scroll
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.verticalScrollBar().setValue(0)

    def _go_to_place(self) -> None:
        place, self._place = self._place, None
        if place is not None:
            card = self.cards[place]
            card.begin()
            self._scroll.begin_at(card)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._behind = True  # files and sticks come and go without the journal's knowing
        super().showEvent(event)
        self._go_to_place()


_CARDS: "Mapping[str, Callable[[Desk], SafeCard]]" = {
    "backups": BackupsCard,
    "repair": RepairCard,
    "password": PasswordCard,
    "sharing": SharingCard,
    "exchange": ExchangeCard,
    "deleting": DeletingCard,
}
"""The cards in their order, by the names that `open_at` knows."""
