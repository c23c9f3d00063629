"""A page of cards that can be opened at one of them."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.widgets.layout.scroll_areas import CONTENT_WIDTH, ScrollColumn


class CardPage(Page):
    """`asks_for` may name a record of the page; its card is brought into sight with the focus.

    Subclasses find cards in `card_of`, and call `scroll_to_place` once a refresh has shown
    all of them.
    """

    WIDEST: ClassVar[float] = CONTENT_WIDTH
    """How wide the page is at most, in pixels at 100 %."""

    def __init__(self, desk: Desk, parent: QWidget | None, title: str) -> None:
        super().__init__(desk, parent, title)
        self._scroll = ScrollColumn(self, widest=self.WIDEST)
        self._place: UUID | None = None

    def card_of(self, record: UUID) -> QWidget | None:
        """Return the card of a record, or None if it has none here."""
        raise NotImplementedError

    @override
    def open_at(self, place: object) -> None:
        if isinstance(place, UUID):
            self._place = place
            if self.isVisible():
                self._go_to_place()
            else:
                self._ask_again()

    def scroll_to_place(self) -> None:
        """Scroll to the card that was asked for, once the cards are laid out."""
        if self._place is not None:
            QTimer.singleShot(0, self, self._go_to_place)

    def _go_to_place(self) -> None:
        place, self._place = self._place, None
        card = self.card_of(place) if place is not None else None
        if card is not None:
            self._scroll.show_whole(card)
            card.setFocus(Qt.FocusReason.OtherFocusReason)
