"""The forms of a visit: when, who comes, how and what to bring; and a question asked at it."""

from dataclasses import replace
from datetime import date
from datetime import time as time_of_day
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import distinct_team, names_on_their_own
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.visits import Asked, Visit, VisitHow
from homejournal.domain.visits import VisitTold, on_team
from homejournal.texts import labels
from homejournal.texts import visits_and_team as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.plan import visit_name
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.shared_fields import (
    LanguageFields,
    NewPersonFields,
    TimeField,
    person_said,
)
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.focus import has_focus_inside

_LIKE = time_of_day(9, 30)


_NEW = "new"


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
        shown = _NEW in self.chips.chosen()
        begins = shown and not self._new.name.isVisible() and has_focus_inside(self.chips)
        self._new.show_rows(shown=shown)
        if begins:
            self._new.begin()


class VisitDialog(FormDialog):
    """When, who, how, in which language, and what to bring; only the day must be said."""

    def __init__(
        self, desk: Desk, child: UUID, shown: Visit | None = None, parent: QWidget | None = None
    ) -> None:
        text = desk.wording.text
        title = text("Add a visit") if shown is None else text("Change a visit")
        super().__init__(desk, title, text("Save"), parent)
        self._child, self._shown = child, shown
        self._begun = desk.journal.visits.begun_at(shown) if shown else ()
        self.day = self.form.add("day", text("Day"), DayEdit(shown.day if shown else desk.today()))
        self._add_move()
        like = text("Such as {time}.", time=desk.wording.time(_LIKE))
        self._time = TimeField(desk.wording, self.form, shown.time if shown else None, like)
        family = desk.journal.family()
        self._people = PeopleFields(desk.wording, self.form, family, shown)
        ways = [(how, capitalized(labels.visit_how(desk.wording, how))) for how in VisitHow]
        how = SingleChoice(ways, text("How do you meet?"))
        self._how = self.form.add("how", text("How do you meet? (optional)"), how)
        self._how.set_choice(shown.how if shown else None)
        self._language = LanguageFields(desk.wording, self.form, shown)
        self._people.chips.changed.connect(self._on_people)
        self.day.changed.connect(self._on_day)
        self._on_day()
        hint = text("For example: the cup, the list of new words")
        bring = NoteEdit("", 1)
        bring.set_text((shown.bring if shown else None) or "")
        self._bring = self.form.add("bring", text("What to bring (optional)"), bring, hint)
        self.keep_form(f"visit:{shown.id if shown else child}")

    def _add_move(self) -> None:
        text = self.wording.text
        self._move = SingleChoice(
            [
                (True, text("Yes, from the new day on")),
                (False, text("No, leave the plan as it is")),
            ],
            text("Move the plan, too?"),
        )
        self.form.add("plan", said.steps_move(self.wording, len(self._begun)), self._move)
        self.day.changed.connect(self._show_move)
        self._show_move()

    def _on_people(self) -> None:
        self._language.suggest(self._people.known())

    def _on_day(self, _day: object = None) -> None:
        self._people.show_day(self.day.day() or self.desk.today())

    def _moves(self) -> bool:
        before = self._shown
        return bool(self._begun) and before is not None and self.day.day() != before.day

    def _overtaken(self) -> tuple[Strategy, ...]:
        """Return the strategies with a step that would pass or meet another one by moving along."""
        day, shown = self.day.day(), self._shown
        if shown is None or day is None or not self._moves():
            return ()
        return self.desk.journal.visits.overtaken(shown, day)

    def _show_move(self, _day: object = None) -> None:
        self.form.show_row(self._move, shown=self._moves())

    @override
    def step(self) -> Step:
        day = self.day.day() or self.desk.today()
        with_plan = self._move.choice()
        if self._moves() and with_plan is None:
            raise InvalidValueError("plan", Reason.EMPTY)
        if with_plan and self._overtaken():
            raise InvalidValueError("plan", Reason.DOES_NOT_FIT)
        people, made = self._people.chosen()
        language, interpreter = self._language.chosen()
        visit = replace(
            self._shown or Visit(id=uuid4(), child=self._child, day=day),
            day=day,
            time=self._time.said(),
            people=people,
            how=self._how.choice(),
            language=language,
            interpreter=interpreter,
            bring=self._bring.text().strip() or None,
            held=self._held(day),
        )
        name = visit_name(self.wording, visit, ())
        words_said = self.wording.text("Saved: {name}", name=name)
        if self._shown is None:
            return words_said, self.saving(*made, visit)
        move = partial(self.desk.journal.visits.move, self._shown, visit, *made)
        with_it = self._moves() and bool(with_plan)
        return words_said, partial(move, with_plan=with_it, drafts=self.drafts())

    def _held(self, day: date) -> bool:
        # One that is put on a later day is still to come; one that is written down late was held.
        today = self.desk.today()
        return day < today or (self._shown is not None and self._shown.held and day <= today)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "plan" and error.reason is Reason.DOES_NOT_FIT:
            return said.overtaken(self.wording, self._overtaken())
        if error.field == "plan":
            return self.wording.text("Please choose one of the two.")
        if error.field == "person":
            error = InvalidValueError("name", error.reason, error.limit)
        return super().fault_words(error)


class QuestionDialog(FormDialog):
    """The question, who asked it, and whether yes or no may answer it.

    The words are kept as unfinished text until they are saved.
    """

    def __init__(
        self,
        desk: Desk,
        told: VisitTold,
        shown: Asked | None = None,
        parent: QWidget | None = None,
    ) -> None:
        text = desk.wording.text
        title = text("Change a question") if shown else text("A question to answer at home")
        super().__init__(desk, title, text("Save"), parent)
        self._told, self._shown = told, shown
        like = text("For example: what helps at bedtime?")
        question = NoteEdit(like, 2)
        question.set_text(shown.text if shown else "")
        self.text = self.form.add("text", text("What do they want to know?"), question)
        place = f"question:{shown.id if shown else told.visit.id}"
        if self.keep_draft_of(self.text, place, self.text.text()):
            self.show_draft_notice(0)
        self._who = self.form.add_row(text("Who asks?"), DropDown[UUID]())
        self._offer_people()
        ways = [(True, text("In our own words")), (False, text("Yes or no"))]
        self._open = self.form.add_row(text("How will you answer?"), SingleChoice(ways))
        self._open.set_choice(shown.open if shown else True)

    def _offer_people(self) -> None:
        """Offer whoever was at the visit, and who asked already."""
        by = self._shown.asked_by if self._shown else None
        team = names_on_their_own(self.desk.journal.family().team)
        there = dict.fromkeys((*(person.id for person in self._told.people), by))
        people = [(who, team[who]) for who in there if who and who in team]
        nobody = (None, self.wording.text("Not chosen"))
        first = people[0][0] if people and self._shown is None else by
        self._who.set_choices([*people, nobody], first)
        self.form.show_row(self._who, shown=bool(people))

    @override
    def step(self) -> Step:
        plain = self._shown or Asked(id=uuid4(), visit=self._told.visit.id, text="…")
        asked = replace(
            plain,
            text=self.text.text().strip(),
            asked_by=self._who.value(),
            open=bool(self._open.choice()),
        )
        call = partial(self.desk.journal.visits.ask, asked, drafts=self.drafts())
        return self.wording.text("Question saved"), call
