"""One person of the team on a line: how to reach them; inside, the contacts with them and more."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.names import names_on_their_own
from homejournal.domain.records.people import Channel, Contact, TeamMember, Way
from homejournal.domain.visits import PersonTold, has_left, ways_in_order
from homejournal.texts import labels
from homejournal.texts import visits_and_team as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.visits_and_team import language_said
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.base.clipboard import copy
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import px, set_icon
from homejournal.ui.visits.team.message_dialog import MessageButton
from homejournal.ui.widgets.button import MoreButton, icon_button, make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.line_buttons import FoldRow
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, plain


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


_ICONS = {Channel.EMAIL: "mail", Channel.TEXT: "message-circle", Channel.PHONE: "phone"}
_MOST_LETTERS = 28


class WayRow(FlowRow):
    """The way that a person prefers, and their phone; `copied` says what is on the clipboard."""

    copied = Signal(str)

    def __init__(self, wording: Wording, about: str = "") -> None:
        super().__init__(gap=6)
        self._wording, self._about = wording, about
        self._shown: object = None

    def show_person(self, person: TeamMember, name: str) -> None:
        """Show how to reach a person, who is called so."""
        ways = tuple(quick_ways(person))
        if (ways, name) == self._shown:
            return
        self._shown = ways, name
        self.clear()
        for way in ways:
            self.add(self._button(way, name))
        if self.parentWidget() is not None or not ways:  # alone it would be a window
            self.setVisible(bool(ways))

    def _button(self, way: Way, name: str) -> WordButton:
        value, icon = way.value or "", _ICONS.get(way.way, "copy")
        words = short_name(value, _MOST_LETTERS).replace("&", "&&")
        button = make_button(words, icon, look="chip", about=self._about)
        button.giving(way, self._on_way)
        told = said.copies_way(self._wording, way, name)
        button.setAccessibleName(told)
        button.setToolTip(plain(told))
        return button

    def _on_way(self, way: Way) -> None:
        data = QMimeData()
        data.setText(way.value or "")
        copy(data)
        value = self._wording.own(way.value or "")
        self.copied.emit(self._wording.text("Copied: {words}", words=value))


def quick_ways(person: TeamMember) -> Iterator[Way]:
    """Yield the way to reach a person that comes first, and the phone, as far as both are known."""
    ways = [way for way in ways_in_order(person.ways) if way.value]
    yield from ways[:1]
    phones = [way for way in ways[1:] if way.way is Channel.PHONE]
    if ways and ways[0].way is not Channel.PHONE:
        yield from phones[:1]


_STRATEGIES_SHOWN = 6
_LINK_LETTERS = 56  # a visit's day stays whole
_IDEA_LETTERS = 40  # of a longer name


class PersonDetails(QWidget):
    """How to reach a person, their visits, their ideas, and the contacts with them."""

    place_wanted = Signal(str, object)
    """The name of a page, and the id of a visit or strategy there."""
    contact_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._told: PersonTold
        self._all_strategies = False
        self._shown: list[QPushButton] = []
        self._facts, self._links = Part(), Part()
        self.contacts = ContactRows(self._wording)
        text = self._wording.text
        self._write = make_button(
            text("Write down a contact…"), "message-circle", self.contact_wanted, look="chip"
        )
        in_column(self._facts, self._links, self.contacts, FlowRow(self._write), gap=8, inside=self)

    def show_person(self, told: PersonTold) -> None:
        self._told = told
        person, wording = told.person, self._wording
        preferred = wording.text("they prefer this")
        ways = [
            wording.line_of((said.way_said(wording, way), preferred if way.preferred else ""))
            for way in ways_in_order(person.ways)
        ]
        language = capitalized(language_said(wording, person))
        does = said.what_they_do(wording, person) if person.coordinator else ""
        self._facts.show_lines((does, ""), *((line, "") for line in ways), (language, "muted"))
        self._show_links()
        self.contacts.show_contacts(told.contacts, writable=self._desk.can_write)
        self._write.setVisible(self._desk.can_write)
        self._write.setAccessibleDescription(told.name)

    def _show_links(self) -> None:
        told, today, text = self._told, self._desk.today(), self._wording.text
        visits = FlowRow(gap=4)
        for visit, words in (
            (told.next_visit, said.next_visit),
            (told.last_visit, said.last_visit),
        ):
            if visit is not None:
                line = words(self._wording, visit, today)
                visits.add(self._link("visits", visit.id, line, "calendar-heart"))
        rows: list[QWidget] = [visits] if told.next_visit or told.last_visit else []
        if told.suggested:
            rows += [WrapLabel(text("Ideas that came from them"), "small"), self._ideas()]
        self._links.show_widgets(rows)

    def _ideas(self) -> QWidget:
        suggested = self._told.suggested
        shown = suggested if self._all_strategies else suggested[:_STRATEGIES_SHOWN]
        self._shown = [self._link("plan", idea.id, idea.name, "bulb") for idea in shown]
        row = FlowRow(*self._shown, gap=4)
        if len(shown) < len(suggested):
            words, about = self._wording.text("Show all"), self._told.name
            row.add(make_button(words, "chevron-down", self._on_more, look="link", about=about))
        return row

    def _link(self, page: str, place: UUID, words: str, icon: str) -> QPushButton:
        short = words if len(words) <= _LINK_LETTERS else short_name(words, _IDEA_LETTERS)
        about = self._told.name
        link = make_button(short.replace("&", "&&"), icon, look="link", about=about).giving(
            (page, place), self._on_link
        )
        link.setAccessibleName(words)
        link.setToolTip("" if short == words else plain(words[:2000]))
        return link

    def _on_more(self) -> None:
        self._all_strategies = True
        self._show_links()
        self._shown[_STRATEGIES_SHOWN].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_link(self, place: tuple[str, UUID]) -> None:
        self.place_wanted.emit(*place)


class PersonRow(FoldRow):
    """The name, what they do, one click to reach them, a message, and three dots."""

    wanted = Signal(str, object)
    """What is wanted ("contact", "change" …, or a kind of message) and the PersonTold."""
    place_wanted = Signal(str, object)
    """The name of a page, and the id of a visit or strategy there."""
    change_contact_wanted = Signal(object, object)
    """PersonTold and Contact."""
    remove_contact_wanted = Signal(object, object)
    """PersonTold and Contact."""
    copied = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.wording)
        self._desk = desk
        self.told: PersonTold
        self._shown: object = None
        self._details: PersonDetails | None = None
        self._ways = WayRow(desk.wording)
        self._ways.copied.connect(self.copied)
        self.message = MessageButton(desk.wording)
        self.menu = MoreButton(desk.wording.text("More for this person"))
        self.does.add(self._ways, self.message, self.menu)
        for menu in (self.message, self.menu):
            menu.picked.connect(self._on_wanted)

    def show_person(self, told: PersonTold) -> None:
        today, writes = self._desk.today(), self._desk.can_write
        shown = (told, today, writes)
        if shown == self._shown:
            return
        self._shown, self.told = shown, told
        person, wording = told.person, self._wording
        left = said.left_said(wording, person, today)
        self.say(told.name, wording.line_of((said.role_said(wording, person), left)))
        self._ways.show_person(person, told.name)
        for menu in (self.message, self.menu):
            menu.setAccessibleDescription(told.name)
        self._offer()

    def _offer(self) -> None:
        told, text = self.told, self._wording.text
        left = has_left(told.person, self._desk.today())
        lines = (
            ("contact", text("Write down a contact…"), True),
            ("change", text("Change…"), True),
            ("leave", text("Left the team"), told.named and not left),
            ("back", text("Back in the team"), left),
            ("remove", text("Remove from the team"), not told.named),
        )
        self.message.offer(meeting=not left)
        self.menu.set_lines([(does, words) for does, words, possible in lines if possible])
        self.menu.setVisible(self._desk.can_write)

    @override
    def body(self) -> QWidget:
        self._details = details = PersonDetails(self._desk)
        details.place_wanted.connect(self.place_wanted)
        details.contact_wanted.connect(self._on_contact)
        details.contacts.change_wanted.connect(self._on_change_contact)
        details.contacts.remove_wanted.connect(self._on_remove_contact)
        return details

    @override
    def show_body(self) -> None:
        if self._details is not None:
            self._details.show_person(self.told)

    def _on_wanted(self, does: str) -> None:
        self.wanted.emit(does, self.told)

    def _on_contact(self) -> None:
        self.wanted.emit("contact", self.told)

    def _on_change_contact(self, contact: Contact) -> None:
        self.change_contact_wanted.emit(self.told, contact)

    def _on_remove_contact(self, contact: Contact) -> None:
        self.remove_contact_wanted.emit(self.told, contact)
