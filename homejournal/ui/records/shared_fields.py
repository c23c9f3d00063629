"""The fields that several forms share: rating, who, where, when, new people, and the language."""

from collections.abc import Sequence
from datetime import time as time_of_day
from decimal import Decimal
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import distinct_routines, routines_of
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import Rating, RatingKind, Tries, levels_of
from homejournal.domain.records.visits import Visit
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.display_names import people_to_choose
from homejournal.texts.visits_and_team import language_name
from homejournal.texts.wording import Wording, languages
from homejournal.ui.widgets.fields.choices import DropDown, PersonDropDown, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import TimeEdit
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.number_field import NumberEdit, TriesEdit
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.focus import show_focus

_LIKE = time_of_day(19, 30)


class RatingField(QWidget):
    """How a practice was rated, or that it was not rated; always in the kind it was written in."""

    def __init__(self, wording: Wording, practice: Practice, unit: str | None) -> None:
        super().__init__()
        self._kind = practice.rating_kind
        self._levels: SingleChoice[Rating | None] | None = None
        self._number: NumberEdit | None = None
        self._tries: TriesEdit | None = None
        levels = levels_of(self._kind)
        field: QWidget
        if levels and self._kind is not None:
            kind = self._kind
            named = [(level, capitalized(labels.level(wording, kind, level))) for level in levels]
            field = self._levels = SingleChoice[Rating | None](
                [*named, (None, wording.text("Not rated"))]
            )
            self._levels.set_choice(practice.rating)
        elif self._kind is RatingKind.TRIES:
            names = (wording.text("Took"), wording.text("Of"))
            field = self._tries = TriesEdit(wording.text("took {took} of {of}"), names)
            rating = practice.rating
            self._tries.set_value((rating.took, rating.of) if isinstance(rating, Tries) else None)
        else:
            field = self._number = NumberEdit(unit or "")
            self._number.set_range(Decimal(0), Decimal(999_999))
            rated = practice.rating
            self._number.set_value(rated if isinstance(rated, Decimal) else None)
        in_column(field, inside=self)
        self.setFocusProxy(field)

    def rating(self) -> Rating | None:
        """Return what is said; raises InvalidValueError for what is no number."""
        if self._levels is not None:
            return self._levels.choice()
        if self._tries is not None:
            return self._tries_said(self._tries)
        if self._number is None or not self._number.is_readable():
            raise InvalidValueError("rating", Reason.OUT_OF_RANGE)
        return self._number.value()

    def _tries_said(self, edit: TriesEdit) -> Tries | None:
        both = (edit.took.field.text().strip(), edit.of.field.text().strip())
        if not any(both):
            return None
        said = edit.value()
        if said is None:
            raise InvalidValueError("rating", Reason.DOES_NOT_FIT)
        return Tries(took=said[0], of=said[1])


class WhoField:
    """Which helper it was, or not said."""

    def __init__(self, wording: Wording, form: Form, family: Family, chosen: UUID | None) -> None:
        who = wording.text("Who")
        self.box = form.add_row(who, PersonDropDown[UUID](wording, who))
        people = people_to_choose(wording, family, chosen)
        self.box.set_choices([(None, wording.text("Not chosen")), *people], chosen)

    def chosen(self) -> UUID | None:
        return self.box.value()


def time_fault(wording: Wording, like: time_of_day) -> str:
    """Return what is said of what is no time of day; `like` is an example of one."""
    return wording.text(
        "Please write a time such as {time}, or leave it empty.", time=wording.time(like)
    )


class TimeField:
    """At what time of the clock it was, or not said."""

    def __init__(
        self, wording: Wording, form: Form, chosen: time_of_day | None, hint: str = ""
    ) -> None:
        like = wording.time(_LIKE)
        usual = wording.text("Such as {time}. Leave it empty if nobody looked.", time=like)
        asked = wording.text("At what time (optional)")
        self._edit = form.add("time", asked, TimeEdit(), hint or usual)
        form.faults["time"] = time_fault(wording, _LIKE)
        self._edit.set_value(chosen)

    def said(self) -> time_of_day | None:
        """Return the time; raises InvalidValueError for what is no time of day."""
        if not self._edit.is_readable():
            raise InvalidValueError("time", Reason.DOES_NOT_FIT)
        return self._edit.value()


class RoutineField:
    """In which routine it was, or not said."""

    def __init__(self, wording: Wording, form: Form, family: Family, practice: Practice) -> None:
        strategy = family.strategies.get(practice.strategy)
        child = strategy.child if strategy else None
        named = distinct_routines(family.routines, child)
        offered = [(routine.id, routine.name) for routine in routines_of(named.values(), child)]
        self.box = form.add_row(wording.text("In which routine"), DropDown[UUID]())
        self.box.set_choices([(None, wording.text("Not chosen")), *offered], practice.routine)

    def chosen(self) -> UUID | None:
        return self.box.value()


class NewPersonFields:
    """The name of somebody who is not in the team yet, and what they do."""

    def __init__(self, wording: Wording, form: Form) -> None:
        text = wording.text
        self._form = form
        hint = text("For example: Dana")
        self.name = form.add("person", text("Their name"), QLineEdit(), hint)
        hint = text("For example: speech")
        what = text("What do they do? (optional)")
        self._discipline = form.add("discipline", what, QLineEdit(), hint)

    def show_rows(self, *, shown: bool) -> None:
        for field in (self.name, self._discipline):
            self._form.show_row(field, shown=shown)

    def begin(self) -> None:
        """Go to the name, once it has its place."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.name, self._come_in_sight)

    def _come_in_sight(self) -> None:
        show_focus(self.name)

    def member(self) -> TeamMember | None:
        """Return the new member of the team, or None if nothing was typed.

        Raises InvalidValueError for a name that cannot be.
        """
        name, discipline = self.name.text().strip(), self._discipline.text().strip()
        if not name and not discipline:
            return None
        try:
            return TeamMember(id=uuid4(), name=name or discipline, discipline=discipline or None)
        except InvalidValueError as error:
            raise InvalidValueError("person", error.reason, error.limit) from error


def person_said(wording: Wording, person: TeamMember) -> str:
    """Return a member of the team as a choice: the name, and what they do."""
    return wording.line_of((person.name, person.discipline or ""))


_OTHER = "other"
_UNSAID: tuple[str | None, bool] = (None, False)
"""No language and no interpreter."""


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
