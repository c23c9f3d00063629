"""The cards of the coming visits, or of the past ones."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from typing_extensions import override

from homejournal.domain.visits.visit_list import VisitList, VisitTold
from homejournal.ui.base.desk import Desk
from homejournal.ui.visits.coming.visit_card import VisitCard
from homejournal.ui.widgets.cards.card_list import CardList


class VisitCards(CardList[VisitTold, VisitCard]):
    """Keeps one card for each visit."""

    wanted = Signal(str, object)
    """What is wanted and the VisitTold."""
    page_wanted = Signal(object)
    change_asked_wanted = Signal(object, object)
    remove_asked_wanted = Signal(object)

    def __init__(
        self, desk: Desk, heading: str, more_words: Callable[[int], str], most: int
    ) -> None:
        super().__init__(heading, most)
        self._desk, self._words_of_more = desk, more_words
        self._visits = VisitList()

    def show_visits(self, told: tuple[VisitTold, ...], visits: VisitList) -> None:
        """Show these visits of the list."""
        self._told, self._visits = told, visits
        self._show()

    @override
    def _id_of(self, told: VisitTold) -> UUID:
        return told.visit.id

    @override
    def _made(self) -> VisitCard:
        card = VisitCard(self._desk)
        card.wanted.connect(self.wanted)
        card.page_wanted.connect(self.page_wanted)
        card.change_asked_wanted.connect(self.change_asked_wanted)
        card.remove_asked_wanted.connect(self.remove_asked_wanted)
        return card

    @override
    def _fill(self, card: VisitCard, told: VisitTold) -> None:
        before = self._visits.visit_before(told), self._visits.last_page_before(told)
        card.show_visit(told, *before)

    @override
    def _more_words(self, more: int) -> str:
        return self._words_of_more(more)
