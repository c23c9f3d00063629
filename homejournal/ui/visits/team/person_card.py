"""One person on the team's page: who they are, how to reach them, visits, ideas and contacts."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.domain.records.people import Contact
from homejournal.domain.visits import PersonTold, has_left, ways_in_order
from homejournal.texts import visits_and_team as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.visits_and_team import language_said
from homejournal.texts.wording import short_name
from homejournal.ui.base.desk import Desk
from homejournal.ui.visits.team.contact_list import ContactRows
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.card import ButtonRow, Card, Part
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel, plain

_ICONS = {
    "ask": "users",
    "thank": "heart",
    "contact": "message-circle",
    "change": "pencil",
    "leave": "x",
    "back": "rotate",
    "remove": "trash",
}
_STRATEGIES_SHOWN = 6
_LINK_LETTERS = 56  # a visit's day stays whole
_IDEA_LETTERS = 40  # of a longer name


class PersonCard(Card):
    """Shows what is known of one person."""

    wanted = Signal(str, object)
    """What is wanted ("ask", "thank", "contact", "change" …) and the PersonTold."""
    place_wanted = Signal(str, object)
    """The name of a page, and the id of a visit or strategy there."""
    change_contact_wanted = Signal(object, object)
    """PersonTold and Contact."""
    remove_contact_wanted = Signal(object, object)
    """PersonTold and Contact."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self._desk, self._wording = desk, desk.wording
        self._told: PersonTold
        self._shown: object = None
        self._all_strategies = False
        self._facts, self._ways, self._links = Part(), Part(), Part()
        self._contacts = ContactRows(self._wording)
        self._contacts.change_wanted.connect(self._on_change_contact)
        self._contacts.remove_wanted.connect(self._on_remove_contact)
        self._contacts.left.connect(self._go_on)
        self._does = ButtonRow(self._action_words(), _ICONS)
        self._does.wanted.connect(self._on_wanted)
        for part in (self._facts, self._ways, self._links, self._contacts, self._does):
            self.body.addWidget(part)

    @property
    def told(self) -> PersonTold:
        """Return the person that is shown."""
        return self._told

    def _action_words(self) -> dict[str, str]:
        text = self._wording.text
        return {
            "ask": text("Ask for a meeting…"),
            "thank": text("Say thank you…"),
            "contact": text("Write down a contact…"),
            "change": text("Change…"),
            "leave": text("Left the team"),
            "back": text("Back in the team"),
            "remove": text("Remove"),
        }

    def show_person(self, told: PersonTold) -> None:
        """Show a person as they stand in the journal now."""
        today, writes = self._desk.today(), self._desk.can_write
        shown = (told, today, writes)
        if shown == self._shown:
            return
        focused = has_focus_inside(self) and not self.hasFocus()
        self._shown, self._told = shown, told
        self.set_title(told.name)
        self._show_chips()
        self._show_facts()
        self._show_links()
        self._contacts.show_contacts(told.contacts, writable=writes)
        self._show_actions()
        if focused and not has_focus_inside(self):
            self._go_on()

    def _show_chips(self) -> None:
        person = self._told.person
        self.clear_corner()
        mark = said.coordinator(self._wording) if person.coordinator else ""
        for words in (mark, said.left_said(self._wording, person, self._desk.today())):
            if words:
                self.add_chip(words)

    def _show_facts(self) -> None:
        person, wording = self._told.person, self._wording
        self._facts.show_lines(
            (said.what_they_do(wording, person), ""),
            (capitalized(language_said(wording, person)), "muted"),
        )
        ways = ways_in_order(person.ways)
        rows: list[QWidget] = [WrapLabel(wording.text("How to reach them"), "small")]
        for way in ways:
            words = said.way_said(wording, way)
            if way.preferred:
                words = wording.text("{way} (they prefer this)", way=words)
            line = WrapLabel(words, "strong" if way.preferred else "")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.append(line)
        self._ways.show_widgets(rows if ways else [])

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
        row = FlowRow(
            *(self._link("plan", strategy.id, strategy.name, "bulb") for strategy in shown), gap=4
        )
        if len(shown) < len(suggested):
            more = make_button(
                self._wording.text("Show all"),
                "chevron-down",
                self._on_more,
                look="link",
                about=self.title(),
            )
            row.add(more)
        return row

    def _link(self, page: str, place: UUID, words: str, icon: str) -> QPushButton:
        short = words if len(words) <= _LINK_LETTERS else short_name(words, _IDEA_LETTERS)
        link = make_button(short.replace("&", "&&"), icon, look="link", about=self.title()).giving(
            (page, place), self._on_link
        )
        link.setAccessibleName(words)
        link.setToolTip("" if short == words else plain(words[:2000]))
        return link

    def _show_actions(self) -> None:
        told, writes = self._told, self._desk.can_write
        left = has_left(told.person, self._desk.today())
        shown = {
            "ask": told.person.coordinator and not left,
            "thank": True,
            "contact": writes,
            "change": writes,
            "leave": writes and told.named and not left,
            "back": writes and left,
            "remove": writes and not told.named,
        }
        self._does.show_for(self.title(), [does for does, may in shown.items() if may])

    def _go_on(self) -> None:
        """Keep the focus in the card when the focused part was removed."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._all_strategies = True
        self._show_links()
        self._go_on()

    def _on_wanted(self, does: str) -> None:
        self.wanted.emit(does, self._told)

    def _on_link(self, place: tuple[str, UUID]) -> None:
        self.place_wanted.emit(*place)

    def _on_change_contact(self, contact: Contact) -> None:
        self.change_contact_wanted.emit(self._told, contact)

    def _on_remove_contact(self, contact: Contact) -> None:
        self.remove_contact_wanted.emit(self._told, contact)
