"""The contacts with a person of the team, and the form of one."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.names import names_on_their_own
from homejournal.domain.records.people import Channel, Contact, TeamMember
from homejournal.domain.visits import ways_in_order
from homejournal.texts import labels
from homejournal.texts import visits_and_team as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.button import icon_button, make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel


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
        self.form.add_words(self._name(), "heading")
        like = text("For example: sent the video of the sign for more")
        words = NoteEdit(like, 2)
        words.set_text(shown.words if shown else "")
        self.words = self.form.add("words", text("What was it about?"), words)
        self.day = self.form.add("day", text("Day"), DayEdit(shown.day if shown else desk.today()))
        ways = [(way, capitalized(labels.channel(desk.wording, way))) for way in Channel]
        self._way = self.form.add("way", text("How?"), SingleChoice(ways))
        self._way.set_choice(shown.way if shown else usual_way(person))
        self.keep_form(f"contact:{shown.id if shown else person.id}")

    def _name(self) -> str:
        names = names_on_their_own(self.desk.journal.family().team)
        return self.wording.own(names[self._person.id])

    @override
    def step(self) -> Step:
        day, way = self.day.day() or self.desk.today(), self._way.choice()
        contact = replace(
            self._shown
            or Contact(id=uuid4(), team=self._person.id, day=day, way=Channel.PHONE, words="…"),
            day=day,
            way=way or Channel.PHONE,
            words=self.words.text().strip(),
        )
        name = self._name()
        return self.wording.text("Contact with {name} saved", name=name), self.saving(contact)


def usual_way(person: TeamMember) -> Channel:
    """Return a person's first way to be reached, or the phone."""
    ways = ways_in_order(person.ways)
    return ways[0].way if ways else Channel.PHONE


_SHOWN = 2


class ContactRows(QWidget):
    """When, how and what about; each can be changed and removed."""

    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    """Contact."""
    left = Signal()
    """The part that had the focus is gone."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._contacts: tuple[Contact, ...] = ()
        self._writable = self._all = False
        self._shown: list[QWidget] = []
        self._rows = Part()
        self._more = make_button(
            wording.text("Show all contacts"), "chevron-down", self._on_more, look="link"
        )
        column = in_column(
            WrapLabel(wording.text("Contacts"), "small"),
            self._rows,
            gap=4,
            edges=(0, px(4), 0, 0),
            inside=self,
        )
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_contacts(self, contacts: Sequence[Contact], *, writable: bool) -> None:
        """Show these contacts, the newest first."""
        shown = tuple(contacts), writable
        if shown != (self._contacts, self._writable):
            self._contacts, self._writable = shown
            focused = has_focus_inside(self)
            self._fill()
            if focused:
                self.left.emit()
        self.setVisible(bool(contacts))

    def _fill(self) -> None:
        shown = self._contacts if self._all else self._contacts[:_SHOWN]
        self._shown = [self._row(contact) for contact in shown]
        self._rows.show_widgets(self._shown)
        self._more.setVisible(len(shown) < len(self._contacts))

    def _row(self, contact: Contact) -> QWidget:
        row = QWidget()
        column = in_column(WrapLabel(contact.words), gap=2, edges=(0, 0, 0, px(4)), inside=row)
        head = said.contact_head(self._wording, contact)
        foot = FlowRow(RowLabel(head, "small"), gap=4)
        if self._writable:
            text = self._wording.text
            for words, icon, wanted in (
                (text("Change this contact…"), "pencil", self.change_wanted),
                (text("Remove this contact"), "trash", self.remove_wanted),
            ):
                button = icon_button(icon, words)
                set_icon(button, icon, "muted", 16)
                button.setAccessibleDescription(f"{head}: {contact.words[:200]}")
                foot.add(button.giving(contact, wanted))
        column.addWidget(foot)
        return row

    def _on_more(self) -> None:
        self._all = True
        self._fill()
        # Only among the new rows: those before are there until the event loop deletes them.
        first = self._shown[_SHOWN].findChild(QPushButton)
        if first is None:
            self.left.emit()
        else:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
