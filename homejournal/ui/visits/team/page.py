"""Our team: the people around the child, how to reach them, and asking them for a meeting."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.limits import read_json
from homejournal.domain.names import names_on_their_own
from homejournal.domain.records.people import Channel, Contact, TeamMember, Way
from homejournal.domain.records.record import Kind
from homejournal.domain.visits import PersonTold, TeamList, ways_in_order
from homejournal.texts import labels
from homejournal.texts import visits_and_team as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.visits_and_team import more_people
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.shared_fields import LanguageFields
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.visits.team.message_dialog import write_message
from homejournal.ui.visits.team.person_row import ContactDialog, PersonRow
from homejournal.ui.widgets.button import ToggleButton, make_button
from homejournal.ui.widgets.cards.card import Card, LinesInTwo
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.fields.choices import DropDown
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form_draft import Typed, all_typed, type_all
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column, let_go, turn
from homejournal.ui.widgets.layout.focus import stop_before
from homejournal.ui.widgets.layout.scroll_areas import WIDE_PAGE
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable


_LEAST_VALUE = 150
_NEED_NO_VALUE = frozenset({Channel.IN_PERSON, Channel.VIDEO})


class WaysEdit(QWidget):
    """Rows of ways, of which one may be marked as preferred; a button adds another row."""

    added = Signal(object, object)
    """QWidget twice: a row that was made just now, and the part that stands before it."""
    textChanged: ClassVar[Signal] = Signal()  # noqa: N815
    """With a row taken out; it has the name that fields of text have for it."""

    def __init__(self, wording: Wording, ways: Sequence[Way]) -> None:
        super().__init__()
        self._wording = wording
        self._rows: list[_WayRow] = []
        self._add = make_button(wording.text("Add another way"), "plus", self._on_add, look="chip")
        self._column = in_column(gap=10, inside=self)
        for way in ways or (None,):
            self._new_row(way)
        # Last, so that Tab reaches it after the rows.
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._point_focus()
        self._before = self._typed()

    @property
    def rows(self) -> "Sequence[_WayRow]":
        return tuple(self._rows)

    def ways(self) -> tuple[Way, ...]:
        """Return the ways; rows without an address or number are left out.

        Raises InvalidValueError for what cannot be one; the focus goes to its field then.
        """
        found = []
        for row in self._rows:
            try:
                way = row.way()
            except InvalidValueError:
                self.setFocusProxy(row.value)
                raise
            if way is not None:
                found.append(way)
        return tuple(found)

    def text(self) -> str:
        """Return all rows as a draft; empty while none was changed."""
        typed = self._typed()
        return "" if typed == self._before else json.dumps(typed, ensure_ascii=False)

    def set_text(self, text: str) -> None:
        """Replace all rows by those of a draft."""
        for row in self.rows:
            self._take_out(row)
        for typed in read_json(text):
            type_all(self._new_row(None).fields, typed)
        self._point_focus()

    def _typed(self) -> list[dict[str, Typed]]:
        return [all_typed(row.fields) for row in self._rows]

    def _new_row(self, way: Way | None) -> "_WayRow":
        row = _WayRow(self._wording, way)
        row.best_chosen.connect(self._on_best)
        row.removed.connect(self._on_removed)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _on_add(self) -> None:
        before = self._rows[-1].remove if self._rows else stop_before(self._add)
        row = self._new_row(None)
        self.added.emit(row, before)
        row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._point_focus()

    def _on_best(self, chosen: "_WayRow") -> None:
        for row in self._rows:
            if row is not chosen:
                row.best.setChecked(False)

    def _on_removed(self, row: "_WayRow") -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take_out(row)
        self._point_focus()
        self.textChanged.emit()

    def _take_out(self, row: "_WayRow") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        let_go(row)

    def _point_focus(self) -> None:
        self.setFocusProxy(self._rows[0].box if self._rows else self._add)


class _WayRow(QWidget):
    """One way: which it is, its address or number, and whether the person prefers it."""

    best_chosen = Signal(object)
    removed = Signal(object)
    """Itself."""

    def __init__(self, wording: Wording, written: Way | None) -> None:
        super().__init__()
        text = wording.text
        self._written = written
        way = written or Way(way=Channel.PHONE)
        self.box = DropDown[Channel]()
        choices = [(channel, capitalized(labels.channel(wording, channel))) for channel in Channel]
        self.box.set_choices(choices, way.way)
        self.value = QLineEdit(way.value or "")
        self.value.setPlaceholderText(text("Number, address or place"))
        self.best = ToggleButton(text("They prefer this"))
        tell_as(self.best, ToldAs.TICK)
        self.best.setChecked(way.preferred)
        self.best.clicked.connect(self._on_best)
        self.remove = make_button(text("Remove"), on=self._on_remove)
        self.box.setAccessibleName(text("A way to reach them"))
        self.value.setAccessibleName(text("Number, address or place"))
        set_look(self.best, "chip")
        set_look(self.remove, "link")
        set_icon(self.remove, "x", "muted", 16)
        self.box.picked.connect(self._describe)
        self.value.textChanged.connect(self._describe)
        self._lay_out()
        self._describe()

    def _lay_out(self) -> None:
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(px(8))
        self._first.addWidget(self.box)
        self._first.addWidget(self.value, 1)
        second = FlowRow(self.best, self.remove, gap=6)
        in_column(self._first, second, gap=6, inside=self)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Give a number or an address the whole width where it would have too little beside."""
        super().resizeEvent(event)
        beside = self.width() >= self.box.sizeHint().width() + px(_LEAST_VALUE)
        turn(self._first, across=beside)

    @property
    def fields(self) -> dict[str, QWidget]:
        return {"way": self.box, "value": self.value, "best": self.best}

    def way(self) -> Way | None:
        """Return the way, or None if nothing is said; raises InvalidValueError as Way does."""
        channel, value = self.box.value(), self.value.text().strip() or None
        if channel is None:
            raise TypeError(channel)
        way = Way(way=channel, value=value, preferred=self.best.isChecked())
        said = value or way.preferred or channel in _NEED_NO_VALUE or way == self._written
        return way if said else None

    def _describe(self, _said: object = None) -> None:
        """Name the row in its buttons' accessible descriptions."""
        about = f"{self.box.currentText()} {self.value.text()}".strip()
        for button in (self.best, self.remove):
            button.setAccessibleDescription(about)

    def _on_best(self) -> None:
        if self.best.isChecked():
            self.best_chosen.emit(self)

    def _on_remove(self) -> None:
        self.removed.emit(self)


class PersonDialog(FormDialog):
    """Only the name must be said; somebody known may also have left the team on a day."""

    def __init__(
        self, desk: Desk, shown: TeamMember | None = None, parent: QWidget | None = None
    ) -> None:
        text = desk.wording.text
        title = text("Add somebody to our team") if shown is None else text("Change a person")
        super().__init__(desk, title, text("Save"), parent)
        self._shown = shown
        add = self.form.add
        name = QLineEdit(shown.name if shown else "")
        self._name = add("name", text("Their name"), name, text("For example: Dana"))
        hint = text("For example: speech")
        what = text("What do they do? (optional)")
        discipline = QLineEdit((shown.discipline if shown else None) or "")
        self._discipline = add("discipline", what, discipline, hint)
        hint = text("For example: comes every Tuesday")
        role = QLineEdit((shown.role if shown else None) or "")
        self._role = add("role", text("Their part in the team (optional)"), role, hint)
        hint = text("Ask them first when you want a meeting.")
        asked = text("Do they coordinate the services?")
        coordinator = QCheckBox(said.coordinator(desk.wording))
        self._coordinator = add("coordinator", asked, coordinator, hint)
        self._coordinator.setChecked(shown.coordinator if shown else False)
        self._ways = WaysEdit(desk.wording, ways_in_order(shown.ways) if shown else ())
        self._ways.added.connect(self._on_added)
        self.form.add("value", text("How can you reach them? (optional)"), self._ways, kept=False)
        self._language = LanguageFields(desk.wording, self.form, shown)
        left = DayEdit(desk.today(), text("Still in the team"))
        self._left = add("left", text("Left the team on"), left)
        self._left.set_day(shown.left if shown else None)
        self.form.show_row(self._left, shown=shown is not None)
        self.keep_form(f"person:{shown.id if shown else 'new'}", {"ways": self._ways})

    @override
    def step(self) -> Step:
        name = self._name.text().strip()
        language, interpreter = self._language.chosen()
        person = replace(
            self._shown or TeamMember(id=uuid4(), name="…"),
            name=name,
            discipline=self._discipline.text().strip() or None,
            role=self._role.text().strip() or None,
            coordinator=self._coordinator.isChecked(),
            ways=self._ways.ways(),
            language=language,
            interpreter=interpreter,
            left=self._left.day(),
        )
        return self.wording.text("Saved: {name}", name=self.wording.own(name)), self.saving(person)

    def _on_added(self, row: QWidget, before: QWidget) -> None:
        self.put_in_order(row, before)
        self.watch(row)


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
        super().__init__(desk, parent, desk.wording.text("Our team"))
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
