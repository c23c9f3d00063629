"""A list of cards, one for each thing: some at first, and more when asked for."""

from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

MORE_AT_ONCE = 20

Told = TypeVar("Told")
Made = TypeVar("Made", bound=QWidget)


class CardList(QWidget, Generic[Told, Made]):
    """Keeps one card for each thing, so that focus and typing survive a change."""

    left = Signal()
    """The part that had the focus is gone."""

    def __init__(self, heading: str, most: int = MORE_AT_ONCE) -> None:
        super().__init__()
        self._first_most = self._most = most
        self._told: Sequence[Told] = ()
        self._cards: dict[UUID, Made] = {}
        self._more = WordButton("")
        set_icon(self._more, "chevron-down", "text", 18)
        self._more.clicked.connect(self._on_more)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        if heading:
            column.addWidget(WrapLabel(heading, "heading"))
        column.addLayout(self._inner)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    @property
    def cards(self) -> tuple[Made, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards[self._id_of(one)] for one in self._told[: self._most])

    def card_of(self, id_: UUID) -> Made | None:
        """Return the card of a thing, which is made if it was not shown yet."""
        place = next((n for n, one in enumerate(self._told) if self._id_of(one) == id_), None)
        if place is None:
            return None
        if place >= self._most:
            self._most = place + 1
            self._show()
        return self._cards[id_]

    def begin_anew(self) -> None:
        """Show only the first few again: another child follows."""
        self._most = self._first_most

    def _id_of(self, told: Told) -> UUID:
        raise NotImplementedError

    def _made(self) -> Made:
        """Make a card with its signals connected."""
        raise NotImplementedError

    def _fill(self, card: Made, told: Told) -> None:
        raise NotImplementedError

    def _more_words(self, more: int) -> str:
        raise NotImplementedError

    def _show(self) -> None:
        shown = self._told[: self._most]
        self._drop({self._id_of(one) for one in shown})
        for place, one in enumerate(shown):
            card = self._cards.get(self._id_of(one))
            if card is None:
                card = self._cards[self._id_of(one)] = self._made()
            self._fill(card, one)
            if self._inner.indexOf(card) != place:
                self._inner.insertWidget(place, card)
                card.show()  # at once: a layout by itself would show it only later
        more = len(self._told) - len(shown)
        self._more.setText(self._more_words(more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(shown))

    def _drop(self, standing: set[UUID]) -> None:
        """Take away the cards that are not shown any more."""
        focused = False
        for gone in self._cards.keys() - standing:
            card = self._cards.pop(gone)
            focused = focused or has_focus_inside(card)
            self._inner.removeWidget(card)
            card.hide()
            card.deleteLater()
        if focused:
            self.left.emit()

    def _on_more(self) -> None:
        before, self._most = self._most, self._most + MORE_AT_ONCE
        self._show()
        self.cards[before].setFocus(Qt.FocusReason.OtherFocusReason)
