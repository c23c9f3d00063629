"""The cards of those who are on the team, or of those who left it."""

from uuid import UUID

from PySide6.QtCore import Signal
from typing_extensions import override

from homejournal.domain.visits.team_list import PersonTold
from homejournal.texts.visits_and_team import more_people
from homejournal.ui.base.desk import Desk
from homejournal.ui.visits.team.person_card import PersonCard
from homejournal.ui.widgets.cards.card_list import CardList


class PersonCards(CardList[PersonTold, PersonCard]):
    """Keeps one card for each person."""

    wanted = Signal(str, object)
    place_wanted = Signal(str, object)
    change_contact_wanted = Signal(object, object)
    remove_contact_wanted = Signal(object, object)

    def __init__(self, desk: Desk, heading: str) -> None:
        super().__init__(heading)
        self._desk = desk

    def show_people(self, told: tuple[PersonTold, ...]) -> None:
        """Show these people in their order."""
        self._told = told
        self._show()

    @override
    def _id_of(self, told: PersonTold) -> UUID:
        return told.person.id

    @override
    def _made(self) -> PersonCard:
        card = PersonCard(self._desk)
        card.wanted.connect(self.wanted)
        card.place_wanted.connect(self.place_wanted)
        card.change_contact_wanted.connect(self.change_contact_wanted)
        card.remove_contact_wanted.connect(self.remove_contact_wanted)
        return card

    @override
    def _fill(self, card: PersonCard, told: PersonTold) -> None:
        card.show_person(told)

    @override
    def _more_words(self, more: int) -> str:
        return more_people(self._desk.wording, more)
