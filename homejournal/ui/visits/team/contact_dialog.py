"""Writing down a contact with somebody of the team: when, how, and what about."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names.paper_names import names_alone
from homejournal.domain.records.people import Channel, Contact, TeamMember
from homejournal.domain.visits.team_list import ways_in_order
from homejournal.texts import labels
from homejournal.texts.today.day_page import capital
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.fields.single_choice import ChoiceRow
from homejournal.ui.widgets.text.labels import WrapLabel


class ContactDialog(FormDialog):
    """The way that the person prefers is offered first."""

    def __init__(
        self,
        desk: Desk,
        person: TeamMember,
        shown: Contact | None = None,
        parent: QWidget | None = None,
    ) -> None:
        text = desk.wording.text
        title = text("Write down a contact") if shown is None else text("Change a contact")
        super().__init__(desk, title, text("Save"), parent)
        self._person, self._shown = person, shown
        self.form.addRow(WrapLabel(self._name(), "heading"))
        self.words = NoteEdit(text("For example: sent the video of the sign for more"), 2)
        self.words.set_text(shown.words if shown else "")
        add_row(self.form, text("What was it about?"), self.words)
        self.day = DayEdit(shown.day if shown else desk.today())
        add_row(self.form, text("Day"), self.day)
        self._way = ChoiceRow(
            [(one, capital(labels.channel(desk.wording, one))) for one in Channel], text("How?")
        )
        self._way.set_choice(shown.way if shown else usual_way(person))
        add_row(self.form, text("How?"), self._way)
        self.fields = {"words": self.words}
        kept = {"words": self.words, "day": self.day, "way": self._way}
        self.keep_form(f"contact:{shown.id if shown else person.id}", kept)

    def _name(self) -> str:
        names = names_alone(self.desk.journal.family().team)
        return self.wording.own(names[self._person.id])

    @override
    def step(self) -> Step:
        day, way = self.day.day() or self.desk.today(), self._way.choice()
        contact = replace(
            self._shown
            or Contact(id=uuid4(), team=self._person.id, day=day, way=Channel.PHONE, words="…"),
            day=day,
            way=way if isinstance(way, Channel) else Channel.PHONE,
            words=self.words.text().strip(),
        )
        name = self._name()
        return self.wording.text("Contact with {name} saved", name=name), self.saving(contact)


def usual_way(person: TeamMember) -> Channel:
    """Return how a person is reached, as far as it is known; most are called."""
    ways = ways_in_order(person.ways)
    return ways[0].way if ways else Channel.PHONE
