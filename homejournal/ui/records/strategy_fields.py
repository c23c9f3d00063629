"""The fields of a strategy's form: who suggested it, outcome, routines, how often, rating, how."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import distinct_routines, distinct_team, routines_of
from homejournal.domain.plan.plan_page import StepSaid, StrategyInPlan
from homejournal.domain.records.family import Family, pronoun_of
from homejournal.domain.records.plan import (
    TIMES_LIMIT,
    Often,
    OftenKind,
    Outcome,
    Routine,
    StepWords,
    Weekday,
)
from homejournal.domain.records.rating_scales import Aim, Better, Per, RatingKind, RatingPlan
from homejournal.domain.records.record import ChildId, Record
from homejournal.domain.visits import on_team
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.records.shared_fields import NewPersonFields, person_said
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.fields.number_field import NumberEdit


class StepFields:
    """Rows for one step of the plan: how often, what is noted, and all else behind a button.

    What follows in the form is behind it, too, until its fold ends.
    """

    def __init__(self, wording: Wording, form: Form, family: Family, child: ChildId) -> None:
        self._wording, self._form = wording, form
        self._often = OftenFields(wording, form)
        self._rating = RatingFields(wording, form)
        self.fold = form.begin_fold(wording.text("How we do it, and more"))
        self._answers = self._add_questions(family, child)
        self._often.add_more()
        self._rating.add_more()
        self._routines = RoutineFields(wording, form, family, child)
        for changed in (self._often.times.changed, self._often.slots.textChanged):
            changed.connect(self._on_often)
        self._often.kind.chosen.connect(self._on_often)

    def _add_questions(self, family: Family, child: ChildId) -> dict[str, NoteEdit]:
        """Add the rows for how it is done: what a family changes most."""
        text, form = self._wording.text, self._form
        what = self._wording.text_about(
            pronoun_of(family, child), "What will your child do or learn?"
        )
        asked = (
            ("what", text("What"), what),
            ("how", text("How"), text("What do you do, step by step?")),
            ("when_where_who", text("When, where and with whom"), ""),
            ("why", text("Why"), text("What is it good for?")),
            ("how_we_know", text("How we will know"), text("What will be different?")),
        )
        return {field: form.add(field, label, NoteEdit(hint, 2)) for field, label, hint in asked}

    def unfold(self) -> None:
        """Show all where something is said behind the button."""
        typed = (edit.text() for edit in self._answers.values())
        self.fold.setChecked(any(typed) or self._often.has_more() or self._rating.has_more())

    def show_step(self, shown: StrategyInPlan) -> None:
        """Fill the rows with what holds for a strategy."""
        self._often.show_often(shown.often)
        self._rating.show_rating(shown.rating)
        self._on_often()
        self._routines.show_routines(shown.words.routines)
        for field, edit in self._answers.items():
            edit.set_text(getattr(shown.words, field) or "")
        self.unfold()

    def _on_often(self, _said: object = None) -> None:
        self._rating.show_several(several=self._often.several_times())

    def said(self) -> tuple[StepSaid, list[Record]]:
        """Return what is said, and the routines that were typed for the first time.

        Raises InvalidValueError if it does not fit.
        """
        try:
            routines, made = self._routines.chosen()
        except InvalidValueError as error:
            raise InvalidValueError("routine", error.reason, error.limit) from error
        answers = {field: edit.text() for field, edit in self._answers.items()}
        said = StepSaid(
            words=StepWords(**answers, routines=routines),
            often=self._often.often(),
            rating=self._rating.rating(),
        )
        return said, made


def plan_fault_words(wording: Wording, error: InvalidValueError) -> str:
    """Return the sentence for a value that does not fit into a plan's form."""
    text = wording.text
    if error.field == "from_day":
        return text("This is before the strategy began. Choose a later day.")
    if error.field == "slots" and error.reason is Reason.DOES_NOT_FIT:
        return text("Write one name for each time a day, each of them different, or none.")
    if error.field == "aim":
        return text("The aim is two numbers, the smaller one first. You can leave it out.")
    if error.field in {"person", "routine"}:
        error = InvalidValueError("name", error.reason, error.limit)
    return explain_value(wording, error)


NEW = "new"


class PersonFields:
    """Who suggested it: nobody, a member of the team, or somebody new who is added on the spot.

    Whoever left the team is offered only where they are shown.
    """

    def __init__(self, desk: Desk, form: Form, family: Family) -> None:
        text = desk.wording.text
        self._desk, self._team = desk, distinct_team(family.team)
        self.box = form.add("suggested_by", text("Who suggested it?"), DropDown[UUID | str]())
        self._offer(())
        self._new = NewPersonFields(desk.wording, form)
        self.box.picked.connect(self._show_rows)
        self._show_rows()

    def show_person(self, person: UUID | None) -> None:
        self._offer((person,) if person else ())
        self.box.set_value(person)
        self._show_rows()

    def _offer(self, named: tuple[UUID, ...]) -> None:
        text, today = self._desk.wording.text, self._desk.today()
        here = on_team(self._team.values(), today, named=named)
        people = [(member.id, person_said(self._desk.wording, member)) for member in here]
        self.box.set_choices(
            [(None, text("Our own idea, or not said")), *people, (NEW, text("Somebody new…"))]
        )

    def go_to_new(self) -> None:
        """Go to the name of somebody new, unless an arrow may go on to another choice."""
        if self.box.value() == NEW and self.box.is_from_list:
            self._new.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> tuple[UUID | None, list[Record]]:
        """Return who suggested it, and the new member of the team if one was typed.

        Raises InvalidValueError for a name that cannot be.
        """
        value = self.box.value()
        if value != NEW:
            return (value if isinstance(value, UUID) else None), []
        member = self._new.member()
        return (member.id, [member]) if member is not None else (None, [])

    def _show_rows(self, _value: object = None) -> None:
        self._new.show_rows(shown=self.box.value() == NEW)


class OutcomeFields:
    """Which outcome of the family's plan it belongs to: none, one of them, or a new one."""

    def __init__(self, wording: Wording, form: Form, outcomes: list[Outcome], child: UUID) -> None:
        text = wording.text
        self._form, self._child = form, child
        offered = [(outcome.id, outcome.text) for outcome in outcomes]
        box = DropDown[UUID | str]()
        box.set_choices([(None, text("No outcome")), *offered, (NEW, text("A new outcome…"))])
        hint = text("An outcome is what you hope for, as in your family service plan.")
        asked = text("Which outcome is it for?")
        self.box = form.add("outcome", asked, box, hint)
        self.text = form.add("text", text("What do you hope for?"), QLineEdit())
        self.box.picked.connect(self._show_rows)
        self._show_rows()

    def show_outcome(self, outcome: UUID | None) -> None:
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
            form.add("routines", text("In which routines?"), self.chips)
        first, other = text("In which routine?"), text("Another routine")
        hint = text("A part of your day, in your own words. For example: bath, car")
        self.more = form.add("routine", other if self._known else first, QLineEdit(), hint)

    def show_routines(self, routines: tuple[UUID, ...]) -> None:
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


class OftenFields:
    """Rows for how often: times a day with weekdays and names, or any number of days a week."""

    def __init__(self, wording: Wording, form: Form) -> None:
        text = wording.text
        self._form = form
        kinds = [
            (OftenKind.TIMES_A_DAY, text("Times a day")),
            (OftenKind.DAYS_A_WEEK, text("A number of days a week")),
        ]
        self.kind = form.add("often", text("How often?"), SingleChoice(kinds))
        times = _whole(text("Fewer times a day"), text("More times a day"), TIMES_LIMIT)
        self.times = form.add("times", text("How many times a day?"), times)
        days = _whole(text("Fewer days a week"), text("More days a week"), 7)
        self.days = form.add("days", text("How many days a week?"), days)
        self._wording = wording

    def add_more(self) -> None:
        """Add what is rarely said: names of the times, and weekdays."""
        text, form = self._wording.text, self._form
        hint = text("With commas between them, for example: breakfast, dinner")
        self.slots = form.add("slots", text("Names for the times"), QLineEdit(), hint)
        named = [(day, capitalized(labels.weekday_name(self._wording, day))) for day in Weekday]
        hint = text("None chosen means every day.")
        on_days = text("On which days?")
        self.weekdays = form.add("weekdays", on_days, MultipleChoice(named), hint)
        self.kind.chosen.connect(self._show_rows)
        self.slots.textChanged.connect(self._on_slots)
        self.show_often(Often())

    def has_more(self) -> bool:
        """Return whether times have names, or only some weekdays are chosen."""
        return bool(self.slots.text() or self.weekdays.chosen())

    def show_often(self, often: Often) -> None:
        self.kind.set_choice(often.kind)
        self.slots.setText(", ".join(often.slots))
        self.times.set_value(Decimal(often.times))
        self.weekdays.set_chosen(often.weekdays)
        self.days.set_value(Decimal(often.days or 3))
        self._show_rows()

    def often(self) -> Often:
        """Return what is said; raises InvalidValueError if it does not fit together."""
        if self.kind.choice() is OftenKind.DAYS_A_WEEK:
            days = self.days.value()
            if days is None:
                raise InvalidValueError("days", Reason.OUT_OF_RANGE, 7)
            return Often(kind=OftenKind.DAYS_A_WEEK, days=int(days))
        times = self.times.value()
        if times is None:
            raise InvalidValueError("times", Reason.OUT_OF_RANGE, TIMES_LIMIT)
        weekdays = self.weekdays.chosen()
        return Often(
            times=int(times),
            slots=names_in(self.slots.text()),
            weekdays=() if len(weekdays) == 7 else weekdays,
        )

    def several_times(self) -> bool:
        """Return whether more than one time a day is planned."""
        times = self.times.value() or Decimal(1)
        return self.kind.choice() is OftenKind.TIMES_A_DAY and times > 1

    def _show_rows(self, _kind: object = None) -> None:
        a_week = self.kind.choice() is OftenKind.DAYS_A_WEEK
        for field in (self.times, self.slots, self.weekdays):
            self._form.show_row(field, shown=not a_week)
        self._form.show_row(self.days, shown=a_week)

    def _on_slots(self, typed: str) -> None:
        names = names_in(typed)
        if names and len(names) <= TIMES_LIMIT:
            self.times.set_value(Decimal(len(names)))


class RatingFields:
    """Rows for what is rated each time; unit, direction and aim where numbers are written.

    Where a number is planned several times a day, it is asked what it belongs to.
    """

    def __init__(self, wording: Wording, form: Form) -> None:
        text = wording.text
        self._form, self._several = form, False
        kinds = [(kind, labels.rating_kind(wording, kind)) for kind in RatingKind]
        noted = text("What do you want to note each time?")
        self.kind = form.add("rating", noted, SingleChoice(kinds))
        hint = text("For example: words or minutes")
        self.unit = form.add("unit", text("Number of what?"), QLineEdit(), hint)
        pers = [(per, labels.belongs_to(wording, per)) for per in Per]
        hint = text("Count new words for the whole day, minutes to fall asleep each time.")
        belongs = text("What does the number belong to?")
        self.per = form.add("per", belongs, SingleChoice(pers), hint)
        self._wording = wording

    def add_more(self) -> None:
        """Add what is rarely said: the professional's words, the direction, and an aim."""
        text, form = self._wording.text, self._form
        own = text("The professional’s own words for the four levels")
        hint = text(
            "Most help first, with commas between them, for example: full, partial, cue, alone"
        )
        self.words = form.add("words", own, QLineEdit(), hint)
        ways = [(better, capitalized(labels.better(self._wording, better))) for better in Better]
        hoped = text("Which direction do you hope for?")
        self.better = form.add("better", hoped, SingleChoice(ways))
        self.low = form.add("aim_from", text("Our aim: from"), NumberEdit())
        self.high = form.add("aim", text("Our aim: up to"), NumberEdit())
        for edit in (self.low, self.high):
            edit.set_range(Decimal(0), Decimal(999_999))
        self.kind.chosen.connect(self._show_rows)
        self.show_rating(RatingPlan(kind=RatingKind.HELP))

    def has_more(self) -> bool:
        """Return whether words, a direction or an aim are said."""
        plan = self._shown
        return bool(self.words.text() or plan.better or plan.aim)

    def show_rating(self, plan: RatingPlan) -> None:
        self.kind.set_choice(plan.kind)
        self.unit.setText(plan.unit or "")
        self._shown = plan
        self.words.setText(", ".join(plan.words))
        self.per.set_choice(plan.per)
        self.better.set_choice(plan.better)
        self.low.set_value(plan.aim.low if plan.aim else None)
        self.high.set_value(plan.aim.high if plan.aim else None)
        self._show_rows()

    def rating(self) -> RatingPlan:
        """Return what is said; raises InvalidValueError for an aim that is no number."""
        kind = self.kind.choice() or RatingKind.NONE
        # What has no row here stays as it is, as long as the same is rated.
        plan = self._shown if kind is self._shown.kind else RatingPlan(kind=kind)
        if kind not in {RatingKind.NUMBER, RatingKind.TRIES}:
            return replace(plan, words=self._own() if kind is RatingKind.HELP else ())
        return replace(
            plan,
            unit=(self.unit.text().strip() or None) if kind is RatingKind.NUMBER else None,
            per=self._per(plan.per),
            better=self.better.choice(),
            aim=self._aim() if kind is RatingKind.NUMBER else None,
        )

    def show_several(self, *, several: bool) -> None:
        """Ask what a number belongs to where several times a day are planned."""
        self._several = several
        self._show_rows()

    def _per(self, before: Per) -> Per:
        chosen = self.per.choice()
        asked = self._several and self.kind.choice() is RatingKind.NUMBER
        return chosen if asked and chosen else before

    def _own(self) -> tuple[str, ...]:
        typed = self.words.text()
        kept = self._shown.words
        return kept if typed == ", ".join(kept) else names_in(typed)

    def _aim(self) -> Aim | None:
        if not (self.low.is_readable() and self.high.is_readable()):
            raise InvalidValueError("aim", Reason.OUT_OF_RANGE)
        low, high = self.low.value(), self.high.value()
        if low is not None and high is not None and low > high:
            raise InvalidValueError("aim", Reason.DOES_NOT_FIT)
        return None if low is None and high is None else Aim(low=low, high=high)

    def _show_rows(self, _kind: object = None) -> None:
        kind = self.kind.choice()
        number = kind is RatingKind.NUMBER
        for field in (self.unit, self.low, self.high):
            self._form.show_row(field, shown=number)
        self._form.show_row(self.per, shown=number and self._several)
        self._form.show_row(self.words, shown=kind is RatingKind.HELP)
        self._form.show_row(self.better, shown=number or kind is RatingKind.TRIES)


def names_in(typed: str) -> tuple[str, ...]:
    """Return the names in a comma-separated line, also with Arabic commas, without empty ones."""
    return tuple(name for part in typed.replace("،", ",").split(",") if (name := part.strip()))


def _whole(less: str, more: str, most: int) -> NumberEdit:
    edit = NumberEdit(places=0, less=less, more=more)
    edit.set_range(Decimal(1), Decimal(most))
    return edit
