"""The parts of a visit's form that say who comes, and in which language."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit

from homejournal.domain.names import distinct_team
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits import on_team
from homejournal.texts.visits_and_team import language_name
from homejournal.texts.wording import Wording, languages
from homejournal.ui.records.shared_fields import NewPersonFields, person_said
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.single_choice import MultipleChoice

_NEW, _OTHER = "new", "other"
_UNSAID: tuple[str | None, bool] = (None, False)
"""No language and no interpreter."""


class PeopleFields:
    """The people of the team who come, and somebody new who is added on the spot.

    Whoever left the team is offered for a day before that, or where the visit names them already.
    """

    def __init__(self, wording: Wording, form: Form, family: Family, visit: Visit | None) -> None:
        text = wording.text
        self._team = family.team
        self._named = named = visit.people if visit else ()
        people = distinct_team(family.team).values()
        offered: list[tuple[object, str]] = [
            (person.id, person_said(wording, person)) for person in people
        ]
        self._unknown = tuple(person for person in named if person not in family.team)
        chips = MultipleChoice([*offered, (_NEW, text("Somebody new…"))], text("Who comes?"))
        self.chips = form.add("people", text("Who comes? (optional)"), chips)
        self.chips.set_chosen(named)
        self._new = NewPersonFields(wording, form)
        self.chips.changed.connect(self._show_rows)
        self._show_rows()

    def show_day(self, day: date) -> None:
        """Offer who is on the team on a day; whoever is chosen stays."""
        chosen = [person for person in self.chips.chosen() if isinstance(person, UUID)]
        named = (*self._named, *chosen)
        offered = {member.id for member in on_team(self._team.values(), day, named=named)}
        for value, chip in zip(self.chips.values, self.chips.chips, strict=True):
            chip.setVisible(value == _NEW or value in offered)

    def known(self) -> tuple[TeamMember, ...]:
        """Return the people of the team who are chosen."""
        chosen = self.chips.chosen()
        return tuple(member for member in self._team.values() if member.id in chosen)

    def chosen(self) -> tuple[tuple[UUID, ...], list[TeamMember]]:
        """Return who comes, and the new member of the team where one was typed.

        Raises InvalidValueError for a name that cannot be.
        """
        chosen = self.chips.chosen()
        known = tuple(person for person in chosen if isinstance(person, UUID))
        people = (*known, *self._unknown)
        new = self._new.member() if _NEW in chosen else None
        return (people, []) if new is None else ((*people, new.id), [new])

    def _show_rows(self) -> None:
        self._new.show_rows(shown=_NEW in self.chips.chosen())


class LanguageFields:
    """The language of a visit or of a person, and whether an interpreter comes."""

    def __init__(self, wording: Wording, form: Form, shown: Visit | TeamMember | None) -> None:
        text = wording.text
        self._form = form
        self._suggested: tuple[str | None, bool] = _UNSAID
        own = [(code, language_name(wording, code)) for code in languages()]
        self.box = DropDown[str]()
        self.box.set_choices(
            [(None, text("Not chosen")), *own, (_OTHER, text("Another language…"))]
        )
        self.other = QLineEdit()
        self.interpreter = QCheckBox(text("An interpreter comes along"))
        if shown is not None:
            self._show(shown.language, interpreter=shown.interpreter)
        form.add("language", text("In which language? (optional)"), self.box)
        form.add("other", text("Which language?"), self.other)
        form.add("interpreter", text("Interpreter"), self.interpreter)
        form.fields["language"] = self.other  # what is checked is what was typed
        self.box.picked.connect(self._show_rows)
        self._show_rows()

    def chosen(self) -> tuple[str | None, bool]:
        """Return the language, as a code or in the family's words, and about the interpreter."""
        value = self.box.value()
        typed = self.other.text().strip() or None
        return typed if value == _OTHER else value, self.interpreter.isChecked()

    def suggest(self, people: Sequence[TeamMember]) -> None:
        """Suggest the language from the people who are chosen.

        What somebody chose by hand stays; a suggestion goes away with its person.
        """
        spoken = {(person.language, person.interpreter) for person in people}
        spoken -= {_UNSAID}
        said = self.chosen()
        begun = self.box.value() == _OTHER and said[0] is None
        if begun or said not in {_UNSAID, self._suggested} or len(spoken) > 1:
            return
        self._suggested = next(iter(spoken), _UNSAID)
        self._show(self._suggested[0], interpreter=self._suggested[1])
        self._show_rows()

    def _show(self, language: str | None, *, interpreter: bool) -> None:
        known = language in {None, *languages()}
        self.box.set_value(language if known else _OTHER)
        self.other.setText("" if known else language or "")
        self.interpreter.setChecked(interpreter)

    def _show_rows(self, _value: object = None) -> None:
        self._form.show_row(self.other, shown=self.box.value() == _OTHER)
