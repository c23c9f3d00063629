"""The cards of those who are on the team, or of those who left it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.team import PersonTold
from homejournal.texts.team import more_people
from homejournal.ui.desk import Desk
from homejournal.ui.pages.team_card import PersonCard
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.focus import has_focus_inside
from homejournal.ui.widgets.label import WrapLabel

_MORE_AT_ONCE = 20


class PersonCards(QWidget):
    """Keeps one card for each person, so that the focus survives a change."""

    wanted = Signal(str, object)
    place_wanted = Signal(str, object)
    change_contact_wanted = Signal(object, object)
    remove_contact_wanted = Signal(object, object)
    left = Signal()
    """The part that had the focus is gone."""

    def __init__(self, desk: Desk, heading: str) -> None:
        super().__init__()
        self._desk = desk
        self._most = _MORE_AT_ONCE
        self._told: tuple[PersonTold, ...] = ()
        self._cards: dict[UUID, PersonCard] = {}
        self._more = QPushButton("")
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
    def cards(self) -> tuple[PersonCard, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards[one.person.id] for one in self._told[: self._most])

    def card_of(self, person: UUID) -> PersonCard | None:
        """Return the card of a person, which is made if it was not shown yet."""
        place = next((n for n, one in enumerate(self._told) if one.person.id == person), None)
        if place is None:
            return None
        if place >= self._most:
            self._most = place + 1
            self._show()
        return self._cards[person]

    def show_people(self, told: tuple[PersonTold, ...]) -> None:
        """Show these people in their order."""
        self._told = told
        self._show()

    def _show(self) -> None:
        shown = self._told[: self._most]
        self._drop({one.person.id for one in shown})
        for place, one in enumerate(shown):
            card = self._cards.get(one.person.id)
            if card is None:
                card = self._cards[one.person.id] = self._made()
            card.show_person(one)
            if self._inner.indexOf(card) != place:
                self._inner.insertWidget(place, card)
                card.show()  # at once: a layout by itself would show it only later
        more = len(self._told) - len(shown)
        self._more.setText(more_people(self._desk.wording, more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(shown))

    def _made(self) -> PersonCard:
        card = PersonCard(self._desk)
        card.wanted.connect(self.wanted)
        card.place_wanted.connect(self.place_wanted)
        card.change_contact_wanted.connect(self.change_contact_wanted)
        card.remove_contact_wanted.connect(self.remove_contact_wanted)
        return card

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
        before, self._most = self._most, self._most + _MORE_AT_ONCE
        self._show()
        self.cards[before].setFocus(Qt.FocusReason.OtherFocusReason)
