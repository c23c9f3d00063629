"""The parts of a plan's form that name others: who suggested it, which outcome, which routines."""

from uuid import UUID, uuid4

from PySide6.QtWidgets import QLineEdit

from homejournal.domain.names import distinct_routines, distinct_team, routines_of
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Outcome, Routine
from homejournal.domain.records.record import Record
from homejournal.domain.visits import on_team
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.records.strategy_frequency_fields import names_in
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.single_choice import MultipleChoice

NEW = "new"


class PersonFields:
    """Who suggested it: nobody, a member of the team, or somebody new who is added on the spot.

    Whoever left the team is offered only where they are shown.
    """

    def __init__(self, desk: Desk, form: Form, family: Family) -> None:
        text = desk.wording.text
        self._desk, self._form, self._team = desk, form, distinct_team(family.team)
        self.box = form.add("suggested_by", text("Who suggested it?"), DropDown[UUID | str]())
        self._offer(())
        hint = text("For example: Dana")
        self.name = form.add("person", text("Their name"), QLineEdit(), hint)
        hint = text("For example: speech")
        what = text("What do they do? (optional)")
        self.discipline = form.add("discipline", what, QLineEdit(), hint)
        self.box.picked.connect(self._show_rows)
        self._show_rows()

    def show_person(self, person: UUID | None) -> None:
        """Show who suggested it."""
        self._offer((person,) if person else ())
        self.box.set_value(person)
        self._show_rows()

    def _offer(self, named: tuple[UUID, ...]) -> None:
        text, today = self._desk.wording.text, self._desk.today()
        here = on_team(self._team.values(), today, named=named)
        people = [(member.id, _who(self._desk.wording, member)) for member in here]
        self.box.set_choices(
            [(None, text("Our own idea, or not said")), *people, (NEW, text("Somebody new…"))]
        )

    def chosen(self) -> tuple[UUID | None, list[Record]]:
        """Return who suggested it, and the new member of the team if one was typed."""
        value = self.box.value()
        if value != NEW:
            return (value if isinstance(value, UUID) else None), []
        name, discipline = self.name.text().strip(), self.discipline.text().strip()
        if not name and not discipline:
            return None, []
        member = TeamMember(id=uuid4(), name=name or discipline, discipline=discipline or None)
        return member.id, [member]

    def _show_rows(self, _value: object = None) -> None:
        for field in (self.name, self.discipline):
            self._form.show_row(field, shown=self.box.value() == NEW)


class OutcomeFields:
    """Which outcome of the family's plan it belongs to: none, one of them, or a new one."""

    def __init__(self, wording: Wording, form: Form, outcomes: list[Outcome], child: UUID) -> None:
        text = wording.text
        self._form, self._child = form, child
        offered = [(outcome.id, outcome.text) for outcome in outcomes]
        box = DropDown[UUID | str]()
        box.set_choices([(None, text("No outcome")), *offered, (NEW, text("A new outcome…"))])
        hint = text("An outcome is what you hope for, as it stands in your family service plan.")
        asked = text("Which outcome is it for? (optional)")
        self.box = form.add("outcome", asked, box, hint)
        self.text = form.add("text", text("What do you hope for?"), QLineEdit())
        self.box.picked.connect(self._show_rows)
        self._show_rows()

    def show_outcome(self, outcome: UUID | None) -> None:
        """Show which outcome it is."""
        self.box.set_value(outcome)
        self._show_rows()

    def chosen(self) -> tuple[UUID | None, list[Record]]:
        """Return which outcome it is, and the new one where one was typed."""
        value = self.box.value()
        if value != NEW:
            return (value if isinstance(value, UUID) else None), []
        if not self.text.text().strip():
            return None, []
        outcome = Outcome(id=uuid4(), child=self._child, text=self.text.text().strip())
        return outcome.id, [outcome]

    def _show_rows(self, _value: object = None) -> None:
        self._form.show_row(self.text, shown=self.box.value() == NEW)


class RoutineFields:
    """The routines it lives in, and others typed on the spot."""

    def __init__(self, wording: Wording, form: Form, family: Family, child: UUID) -> None:
        text = wording.text
        self._child = child
        self._known = routines_of(family.routines.values(), child)
        named = distinct_routines(family.routines, child)
        self.chips = MultipleChoice(
            [(routine.id, named[routine.id].name) for routine in self._known],
            text("In which routines?"),
        )
        if self._known:
            form.add("routines", text("In which routines? (optional)"), self.chips)
        first, other = text("In which routine? (optional)"), text("Another routine (optional)")
        hint = text("A part of your day, in your own words. For example: bath, car")
        self.more = form.add("routine", other if self._known else first, QLineEdit(), hint)

    def show_routines(self, routines: tuple[UUID, ...]) -> None:
        """Show which routines they are."""
        self.chips.set_chosen(routines)

    def chosen(self) -> tuple[tuple[UUID, ...], list[Record]]:
        """Return the routines, and the new ones that were typed."""
        picked = list(self.chips.chosen())
        by_name = {routine.name.casefold(): routine.id for routine in self._known}
        made: list[Record] = []
        for name in names_in(self.more.text()):
            known = by_name.get(name.casefold())
            if known is None:
                new = Routine(id=uuid4(), name=name, child=self._child)
                made.append(new)
                known = by_name[name.casefold()] = new.id
            if known not in picked:
                picked.append(known)
        return tuple(picked), made


def _who(wording: Wording, person: TeamMember) -> str:
    if person.discipline:
        return wording.line_of((person.name, person.discipline))
    return person.name
