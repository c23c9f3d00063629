"""The cards of a day, one under another, with the up and down keys between them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from homejournal.domain.today.strategy_cards import CardOfDay, entries_of_card
from homejournal.ui.base.desk import Desk
from homejournal.ui.day_cards.input_methods import InputOnCards
from homejournal.ui.day_cards.saving import TodayWriting
from homejournal.ui.day_cards.strategy_card import StrategyCard
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.focus import is_typed_in

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.records.family import Family


class DayCards(QWidget):
    """Keeps one card widget for each strategy, so that focus and typing survive a change."""

    days_wanted = Signal(object)
    reached = Signal(object)
    """The card that the up or down key went to."""

    def __init__(self, desk: Desk, writing: TodayWriting) -> None:
        super().__init__()
        self._desk, self._writing = desk, writing
        InputOnCards.begin()
        self._cards: dict[UUID, StrategyCard] = {}
        self._order: tuple[UUID, ...] = ()
        self._shown: dict[UUID, tuple[Family, object]] = {}
        """What each card shows, and the family it was shown with."""
        self._shows = 0
        """How often cards were shown."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(16))

    @property
    def cards(self) -> tuple[StrategyCard, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards[strategy] for strategy in self._order)

    @property
    def unsaved(self) -> bool:
        """Return whether something is typed on a card and not saved."""
        return any(card.is_typing for card in self.cards)

    def keep_typing(self) -> None:
        """Save what is typed on the cards, or keep it."""
        for card in self.cards:
            card.keep_typing()

    def show_cards(self, wanted: Sequence[CardOfDay]) -> None:
        """Show these cards in their order."""
        if not self._let_go({card_of_day.strategy.id: card_of_day for card_of_day in wanted}):
            return  # what was typed on a card that went was saved, and a later state is shown
        if not self._order:
            self.hide()  # laying out all of them once is faster than again with each
        self._order = tuple(card_of_day.strategy.id for card_of_day in wanted)
        for place, card_of_day in enumerate(wanted):
            card = self._cards.get(card_of_day.strategy.id) or self._make(card_of_day)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            self._show_card(card, card_of_day)
            if card.isHidden():
                card.show()
        self.setVisible(bool(wanted))

    def _show_card(self, card: StrategyCard, shown: CardOfDay) -> None:
        """Show a card as it stands now, unless it stands there already: of forty, one changes."""
        writing, strategy = self._writing, shown.strategy.id
        photos = writing.photos.of(entries_of_card(shown))
        around = (shown, photos, dict(writing.drafts), dict(writing.waits), self._desk.can_write)
        family = self._desk.journal.family()
        if (known := self._shown.get(strategy)) and known[0] is family and known[1] == around:
            return
        self._shown[strategy] = (family, around)
        card.show_card(shown)

    def clear(self) -> None:
        """Begin with empty cards: another day or another child follows."""
        for card in self._cards.values():
            self._drop(card)
        self._cards, self._order = {}, ()
        self._shown.clear()

    def ask_anew(self) -> None:
        """Ask on each card about what is open: the page is come to, and was looked at before."""
        for card in self.cards:
            card.ask_anew()

    def focus_first(self) -> None:
        """Let the first key already mean something."""
        if self._order:
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self, wanted: "Mapping[UUID, CardOfDay]") -> bool:
        """Let go of the cards that do not go on, once what is typed on them is saved or kept.

        Another way to rate or another name asks for a new one; but for a name alone nothing is
        taken away from somebody who is typing there. Returns False where saving led here again.
        """
        self._shows += 1
        this = self._shows
        for strategy, card in [*self._cards.items()]:
            shown = wanted.get(strategy)
            goes_on = shown is not None and card.fits(shown)
            called = shown is not None and card.about == shown.strategy.name
            if goes_on and (called or is_typed_in(card)):
                continue
            self._order = tuple(one for one in self._order if one != strategy)
            del self._cards[strategy]
            card.keep_typing()
            self._drop(card)
            if this != self._shows:
                return False
        return True

    def _make(self, shown: CardOfDay) -> StrategyCard:
        card = StrategyCard(self._desk, self._writing, shown, self)
        card.neighbour.connect(self._on_neighbour)
        card.days_wanted.connect(self.days_wanted)
        self._cards[shown.strategy.id] = card
        return card

    def _drop(self, card: StrategyCard) -> None:
        self._shown.pop(card.card.strategy.id, None)
        card.setEnabled(False)  # keys that are on their way write nothing there any more
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_neighbour(self, step: int) -> None:
        focused, cards = QApplication.focusWidget(), self.cards
        for place, card in enumerate(cards):
            inside = focused is card or (focused is not None and card.isAncestorOf(focused))
            if inside and 0 <= place + step < len(cards):
                cards[place + step].setFocus(Qt.FocusReason.TabFocusReason)
                self.reached.emit(cards[place + step])
                return
