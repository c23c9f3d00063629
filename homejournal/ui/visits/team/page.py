"""Our team: the people around the child, how to reach them, and asking them for a meeting."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names import names_on_their_own
from homejournal.domain.records.people import Contact, TeamMember
from homejournal.domain.records.record import Kind
from homejournal.domain.visits import PersonTold, TeamList
from homejournal.texts.visits_and_team import more_people
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.visits.team.contact_list import ContactDialog
from homejournal.ui.visits.team.message_dialog import write_message
from homejournal.ui.visits.team.person_dialog import PersonDialog
from homejournal.ui.visits.team.person_row import PersonRow
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Card, LinesInTwo
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds
from homejournal.ui.widgets.layout.scroll_areas import WIDE_PAGE
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable


class TeamPage(CardPage):
    """Rows of people by their names; those who left stay, apart from the others."""

    WIDEST: ClassVar[float] = WIDE_PAGE

    SHOWS: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHILD,
            Kind.TEAM_MEMBER,
            Kind.STRATEGY,
            Kind.PLAN_STEP,
            Kind.VISIT,
            Kind.ASKED,
            Kind.CONTACT,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._team = TeamList()
        text = self._wording.text
        self._add = make_button(text("Add somebody"), "plus", self.new)
        self._ask = make_button(text("Ask for a meeting…"), "users", self.ask_for_meeting)
        self._any_time = WrapLabel(
            text("You may ask for a meeting of the team at any time."), "muted"
        )
        self._empty = EmptyState("cups", text("Nobody is written down yet"), "")
        self._empty.pressed.connect(self.new)
        self._here, self._here_card = self._rows("")
        self._left, self._left_card = self._rows(text("They left the team"))
        does = FlowRow(self._ask, self._add)
        head = TwoEnds(self._any_time, does, wraps=True)
        self._scroll.add(head, self._empty, self._here_card, self._left_card)
        self._scroll.fill(self)

    def _rows(self, heading: str) -> tuple[LinesInTwo[PersonTold, PersonRow], Card]:
        more = partial(more_people, self._wording)
        rows = LinesInTwo("", self._new_row, PersonRow.show_person, more)
        rows.left.connect(self._on_left)
        card = Card(heading)
        card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card.body.addWidget(rows)
        return rows, card

    def _new_row(self) -> PersonRow:
        row = PersonRow(self.desk)
        row.wanted.connect(self._on_wanted)
        row.copied.connect(self.tells)
        row.place_wanted.connect(self.asks_for)
        row.change_contact_wanted.connect(self._on_change_contact)
        row.remove_contact_wanted.connect(self._on_remove_contact)
        return row

    @property
    @override
    def title(self) -> str:
        return self._wording.text("Our team")

    @property
    def rows(self) -> tuple[PersonRow, ...]:
        return (*self._here.cards, *self._left.cards)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        self._team = self.desk.journal.team.listed(self.child, self.desk.today())
        nothing = not (self._team.here or self._team.left)
        self._show_head(nothing=nothing)
        self._here.show_told({told.person.id: told for told in self._team.here})
        self._left.show_told({told.person.id: told for told in self._team.left})
        self._here_card.setVisible(bool(self._team.here))
        self._left_card.setVisible(bool(self._team.left))
        self.scroll_to_place()

    def _show_head(self, *, nothing: bool) -> None:
        text, asks = self._wording.text, self._team.to_ask is not None
        self._add.setVisible(self.desk.can_write and not nothing)
        self._ask.setVisible(asks)
        self._any_time.setVisible(asks)
        self._empty.setVisible(nothing)
        self._empty.set_texts(
            text("Nobody is written down yet"),
            text("Who helps, what do they do, and how do you reach them?"),
            text("Add somebody") if self.desk.can_write else "",
        )

    @override
    def card_of(self, record: UUID) -> PersonRow | None:
        row = self._here.card_of(record) or self._left.card_of(record)
        if row is not None:
            row.unfold()
        return row

    def new(self) -> None:
        """Ask for somebody new."""
        if self.child is not None and self.desk.can_write:
            PersonDialog(self.desk, None, self).ask()

    def ask_for_meeting(self) -> None:
        """Draft a message that asks for a meeting, to the service coordinator if there is one."""
        if self._team.to_ask is not None:
            self._write("meeting", self._team.to_ask)

    def _on_wanted(self, does: str, told: PersonTold) -> None:
        calls: dict[str, Callable[[TeamMember], None]] = {
            "contact": self._write_contact,
            "change": self._change,
            "leave": partial(self._remove, leaves=True),
            "back": self._bring_back,
            "remove": partial(self._remove, leaves=False),
        }
        calls.get(does, partial(self._write, does))(told.person)

    def _write(self, kind: str, person: TeamMember) -> None:
        if self.child is not None:
            write_message(self.desk, kind, (self.child, person), self)

    def _write_contact(self, person: TeamMember) -> None:
        ContactDialog(self.desk, person, None, self).ask()

    def _change(self, person: TeamMember) -> None:
        PersonDialog(self.desk, person, self).ask()

    def _remove(self, person: TeamMember, *, leaves: bool) -> None:
        text, name = self._wording.text, self._name(person)
        left, removed = text("{name} left the team", name=name), text("Removed: {name}", name=name)
        words = left if leaves else removed
        self.desk.editing.do(
            words, partial(self.desk.journal.team.remove, person, self.desk.today())
        )

    def _bring_back(self, person: TeamMember) -> None:
        words = self._wording.text("{name} is back", name=self._name(person))
        self.desk.editing.do(words, partial(self.desk.journal.team.bring_back, person))

    def _on_change_contact(self, told: PersonTold, contact: Contact) -> None:
        ContactDialog(self.desk, told.person, contact, self).ask()

    def _on_remove_contact(self, told: PersonTold, contact: Contact) -> None:
        name = self._name(told.person)
        words = self._wording.text("Contact with {name} removed", name=name)
        self.desk.editing.do(words, partial(self.desk.journal.records.delete, contact.id))

    def _name(self, person: TeamMember) -> str:
        return self._wording.own(names_on_their_own(self.desk.journal.family().team)[person.id])

    def _on_left(self) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
