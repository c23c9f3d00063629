"""The cards of the coming visits, or of the past ones: some at first, and more when asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.visit_list import VisitList, VisitTold
from homejournal.ui.desk import Desk
from homejournal.ui.pages.visits_card import VisitCard
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.focus import has_focus_inside
from homejournal.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from uuid import UUID

_MORE_AT_ONCE = 20


class VisitCards(QWidget):
    """Keeps one card for each visit, so that focus and typing survive a change."""

    wanted = Signal(str, object)
    """What is wanted and the VisitTold."""
    page_wanted = Signal(object)
    change_asked_wanted = Signal(object, object)
    remove_asked_wanted = Signal(object)
    left = Signal()
    """The part that had the focus is gone."""

    def __init__(
        self, desk: Desk, heading: str, more_words: Callable[[int], str], most: int
    ) -> None:
        super().__init__()
        self._desk, self._more_words = desk, more_words
        self._first_most = self._most = most
        self._told: tuple[VisitTold, ...] = ()
        self._visits = VisitList()
        self._cards: dict[UUID, VisitCard] = {}
        self._more = QPushButton("")
        set_icon(self._more, "chevron-down", "text", 18)
        self._more.clicked.connect(self._on_more)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(WrapLabel(heading, "heading"))
        column.addLayout(self._inner)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    @property
    def cards(self) -> tuple[VisitCard, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards[one.visit.id] for one in self._told[: self._most])

    def card_of(self, visit: "UUID") -> VisitCard | None:
        """Return the card of a visit, which is made if it was not shown yet."""
        place = next((n for n, one in enumerate(self._told) if one.visit.id == visit), None)
        if place is None:
            return None
        if place >= self._most:
            self._most = place + 1
            self._show()
        return self._cards[visit]

    def begin_anew(self) -> None:
        """Show only the first few again: another child follows."""
        self._most = self._first_most

    def show_visits(self, told: tuple[VisitTold, ...], visits: VisitList) -> None:
        """Show these visits of the list."""
        self._told, self._visits = told, visits
        self._show()

    def put_down(self) -> None:
        """Keep what is typed in the cards."""
        for card in self._cards.values():
            for row in card.rows:
                row.put_down()

    def at_risk(self) -> frozenset[str]:
        """Return the typed words that could be kept nowhere."""
        rows = (row for card in self._cards.values() for row in card.rows)
        return frozenset[str]().union(*(row.at_risk() for row in rows))

    def _show(self) -> None:
        shown = self._told[: self._most]
        self._drop({one.visit.id for one in shown})
        for place, one in enumerate(shown):
            card = self._cards.get(one.visit.id)
            if card is None:
                card = self._cards[one.visit.id] = self._made()
            before = self._visits.visit_before(one), self._visits.last_page_before(one)
            card.show_visit(one, *before)
            if self._inner.indexOf(card) != place:
                self._inner.insertWidget(place, card)
                card.show()  # at once: a layout by itself would show it only later
        more = len(self._told) - len(shown)
        self._more.setText(self._more_words(more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(shown))

    def _made(self) -> VisitCard:
        card = VisitCard(self._desk)
        card.wanted.connect(self.wanted)
        card.page_wanted.connect(self.page_wanted)
        card.change_asked_wanted.connect(self.change_asked_wanted)
        card.remove_asked_wanted.connect(self.remove_asked_wanted)
        return card

    def _drop(self, standing: "set[UUID]") -> None:
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
        before, self._most = self._most, self._most + _MORE_AT_ONCE
        self._show()
        self.cards[before].setFocus(Qt.FocusReason.OtherFocusReason)
