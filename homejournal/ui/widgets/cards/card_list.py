"""A list of cards, one for each thing: some at first, and more when asked for."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel

MORE_AT_ONCE = 20

Told = TypeVar("Told")
Made = TypeVar("Made", bound=QWidget)


class CardList(QWidget, Generic[Told, Made]):
    """Keeps one card for each thing, so that focus and typing survive a change."""

    left = Signal()
    """The part that had the focus is gone."""

    def __init__(
        self,
        heading: str,
        make: Callable[[], Made],
        fill: Callable[[Made, Told], None],
        more_words: Callable[[int], str],
        *,
        most: int = MORE_AT_ONCE,
    ) -> None:
        super().__init__()
        self._make, self._fill, self._more_words = make, fill, more_words
        self._first_most = self._most = most
        self._told: Mapping[UUID, Told] = {}
        self._cards: dict[UUID, Made] = {}
        self._more = make_button("", "chevron-down", self._on_more)
        self._inner = in_column(gap=16)
        column = in_column(gap=10, inside=self)
        if heading:
            column.addWidget(WrapLabel(heading, "heading"))
        column.addLayout(self._inner)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    @property
    def cards(self) -> tuple[Made, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards[id_] for id_ in self._shown())

    def card_of(self, id_: UUID) -> Made | None:
        """Return the card of a thing, which is made if it was not shown yet."""
        if id_ not in self._told:
            return None
        place = list(self._told).index(id_)
        if place >= self._most:
            self._most = place + 1
            self.show_told(self._told)
        return self._cards[id_]

    def begin_anew(self) -> None:
        """Show only the first few again: another child follows."""
        self._most = self._first_most

    def show_told(self, told: Mapping[UUID, Told]) -> None:
        """Show these things in their order, each in the card that it has."""
        self._told = told
        shown = self._shown()
        self._drop(set(shown))
        for place, id_ in enumerate(shown):
            card = self._cards.get(id_)
            if card is None:
                card = self._cards[id_] = self._make()
            self._fill(card, told[id_])
            if self._inner.indexOf(card) != place:
                self._inner.insertWidget(place, card)
                card.show()  # at once: a layout by itself would show it only later
        more = len(told) - len(shown)
        self._more.setText(self._more_words(more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(shown))

    def _shown(self) -> list[UUID]:
        return list(self._told)[: self._most]

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
        self.show_told(self._told)
        self.cards[before].setFocus(Qt.FocusReason.OtherFocusReason)
