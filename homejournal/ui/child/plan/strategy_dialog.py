"""The forms of a strategy: its words and numbers, since when, and pause, finish or restart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import visitor_names
from homejournal.domain.plan.plan_page import PlanState, StrategyInPlan, steps_to_save, with_answers
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import (
    Named,
    Often,
    PlanStep,
    StepKind,
    StepWords,
    Strategy,
    entries_losing_their_time,
    renamed_times,
)
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit
from homejournal.texts.plan import losing_said, visit_name
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.strategy_fields import (
    OutcomeFields,
    PersonFields,
    StepFields,
    plan_fault_words,
)
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class StepDialog(FormDialog):
    """Asks only for the day; nothing that was written before is changed."""

    def __init__(
        self,
        desk: Desk,
        state: PlanState,
        kind: StepKind,
        shown: StrategyInPlan,
        parent: QWidget | None = None,
    ) -> None:
        title, lead, save = _words(desk, kind)
        super().__init__(desk, title, save, parent)
        self._kind, self._shown = kind, shown
        self.form.add_words(shown.name, "heading", most=200)
        self.form.add_words(lead, "muted")
        self._from = FromFields(self.wording, self.form, state.visits, state.today)
        self._from.offer(desk.journal.family())

    @override
    def step(self) -> Step:
        day, visit = self._from.chosen()
        if self._shown.since is not None and day < self._shown.since:
            raise InvalidValueError("from_day", Reason.DOES_NOT_FIT)
        new = PlanStep(
            id=uuid4(),
            strategy=self._shown.strategy.id,
            from_day=day,
            step=self._kind,
            visit=visit,
        )
        name = self.wording.own(self._shown.name)
        words = {
            StepKind.PAUSE: self.wording.text("Paused: {name}", name=name),
            StepKind.FINISH: self.wording.text("Finished: {name}", name=name),
        }.get(self._kind, self.wording.text("Restarted: {name}", name=name))
        return words, self.saving(*steps_to_save(self._shown.steps, new))

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "from_day":
            return self.wording.text("This is before the strategy began. Choose a later day.")
        return super().fault_words(error)


def _words(desk: Desk, kind: StepKind) -> tuple[str, str, str]:
    text = desk.wording.text
    match kind:
        case StepKind.PAUSE:
            lead = text("It is not planned from that day on. You can take it up again any time.")
            return text("Pause a strategy"), lead, text("Pause")
        case StepKind.FINISH:
            lead = text(
                "It’s part of your day now, or you don’t need it anymore. Nothing is deleted."
            )
            return text("Finish a strategy"), lead, text("Finish")
        case _:
            lead = text("It is planned again from that day on, as it was before.")
            return text("Restart a strategy"), lead, text("Restart")


_VISITS_OFFERED = 30


class FromFields:
    """Since when: a visit, or a day."""

    def __init__(
        self, wording: Wording, form: Form, visits: tuple[Visit, ...], today: date
    ) -> None:
        self._visits = {visit.id: visit for visit in visits[:_VISITS_OFFERED]}
        self._today, self._wording = today, wording
        self.box = DropDown[UUID]()
        self.box.picked.connect(self._on_visit)
        if self._visits:  # before its day, which is changed by choosing it
            form.add("from", wording.text("Starting with which visit?"), self.box)
        self.day = form.add("from_day", wording.text("Starting on which day?"), DayEdit(today))

    def offer(self, family: Family) -> None:
        """Offer the visits by the names of the people who came."""
        offered: list[tuple[UUID | None, str]] = [
            (None, self._wording.text("Starting on a day without a visit"))
        ]
        for visit in self._visits.values():
            names = visitor_names(visit, family.team)
            offered.append((visit.id, visit_name(self._wording, visit, names)))
        self.box.set_choices(offered)

    def show_from(self, day: date, visit: UUID | None) -> None:
        self.box.set_value(visit)
        self.day.set_day(day)

    def chosen(self) -> tuple[date, UUID | None]:
        """Return the day and the visit."""
        return self.day.day() or self._today, self.box.value()

    def _on_visit(self, visit: UUID | None) -> None:
        if visit is not None:
            self.day.set_day(self._visits[visit].day)


class Asks(Enum):
    """What the dialog is for."""

    NEW = "new"
    CHANGE = "change"
    CORRECT = "correct"


class StrategyDialog(FormDialog):
    """One form for three things; which of them it is stands in its title and its first lines.

    A change is a new step, so old days keep the old plan. A correction is for what was written
    wrong, and holds for all days of its step; an example becomes the family's own by it.
    """

    examples_wanted = Signal()
    """Somebody would rather choose from examples; this form is closed."""

    def __init__(
        self,
        desk: Desk,
        state: PlanState,
        asks: Asks,
        shown: StrategyInPlan | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, _title(desk, asks), desk.wording.text("Save"), parent)
        self._state, self._asks, self._shown = state, asks, shown
        self._said_before = shown.words if shown else StepWords()
        self._losing: tuple[Named, ...] = ()
        self._add_lead()
        self._family = desk.journal.family()
        if asks is not Asks.CHANGE:
            self._add_names()
        if asks is Asks.CHANGE:
            self._from = self._from_fields()
        self._step = StepFields(self.wording, self.form, self._family, state.child)
        if asks is not Asks.CHANGE:
            self._from = self._from_fields()
        self._step.add_questions()
        if shown is not None:
            self._fill(shown)
        which = shown.strategy.id if shown else state.child
        self.keep_form(f"strategy:{asks.value}:{which}")

    def _from_fields(self) -> FromFields:
        fields = FromFields(self.wording, self.form, self._state.visits, self._state.today)
        fields.offer(self._family)
        return fields

    def _add_lead(self) -> None:
        text = self.wording.text
        if self._asks is Asks.CHANGE:
            self.form.add_words(text("Days before stay as they were."), "muted")
        elif self._asks is Asks.CORRECT:
            said = text(
                "For what was written wrong. It holds for all days since then, old ones too. If"
                " what you do has changed, choose “Change from a day on” instead."
            )
            self.form.add_words(said, "muted")

    def _add_names(self) -> None:
        text = self.wording.text
        hint = text("For example: pause and wait before giving the cup")
        self.name = self.form.add("name", text("What will you do?"), QLineEdit(), hint)
        if self._asks is Asks.NEW:
            examples = make_button(
                text("Choose from examples…"), "bulb", self._on_examples, look="link"
            )
            row = FlowRow(examples)
            self.form.addRow(row)
        self._person = PersonFields(self.desk, self.form, self._family)
        kept = self._shown.strategy.outcome if self._shown else None
        outcomes = [
            outcome
            for outcome in self._state.outcomes
            if outcome.closed is None or outcome.id == kept
        ]
        self._outcome = OutcomeFields(self.wording, self.form, outcomes, self._state.child)

    def _fill(self, shown: StrategyInPlan) -> None:
        self._step.show_step(shown)
        if self._asks is Asks.CORRECT:
            self.name.setText(shown.strategy.name)
            self._person.show_person(shown.strategy.suggested_by)
            self._outcome.show_outcome(shown.strategy.outcome)
            if shown.spoken is not None:
                self._from.show_from(shown.spoken.from_day, shown.spoken.visit)

    @override
    def step(self) -> Step:
        day, visit = self._from.chosen()
        said, made = self._step.said()
        records: list[Record] = list(made)
        strategy = self._strategy(records)
        step = PlanStep(
            id=uuid4(),
            strategy=strategy.id,
            from_day=day,
            step=StepKind.CHANGE if self._asks is Asks.CHANGE else StepKind.START,
            visit=visit,
        )
        if self._asks is Asks.CORRECT and self._shown and self._shown.spoken:
            step = replace(self._shown.spoken, from_day=day, visit=visit)
        step = with_answers(step, said, self._said_before)
        if self._asks is Asks.CHANGE and self._shown:
            if self._shown.since is not None and day < self._shown.since:
                raise InvalidValueError("from_day", Reason.DOES_NOT_FIT)
            saved = steps_to_save(self._shown.steps, step)
        else:
            saved, records = (step,), [*records, strategy]
        records += [*saved, *self._carried(saved, said.often)]
        return self._words(strategy), self.saving(*records)

    def _carried(self, saved: Sequence[PlanStep], often: Often) -> list[Record]:
        """Return entries under corrected times of the day, renamed.

        What would lose its time is told first: raises InvalidValueError, once for the same.
        """
        shown = self._shown
        if shown is None or not any(step.often and step.often.slots for step in shown.steps):
            return []
        new = {step.id for step in saved}
        after = [*(step for step in shown.steps if step.id not in new), *saved]
        first = min(step.from_day for step in (*shown.steps, *saved))
        days = self.desk.journal.days.between(shown.strategy.child, first, self.desk.today())
        written: list[Named] = [*days.practices, *days.marks]
        mine = [entry for entry in written if entry.strategy == shown.strategy.id]
        losing = entries_losing_their_time(mine, shown.steps, after)
        corrects = self._asks is Asks.CORRECT
        names = renamed_times(shown.often, often) if corrects else {}
        left = tuple(entry for entry in losing if entry.slot not in names)
        if left and left != self._losing:
            self._losing = left
            raise InvalidValueError("often", Reason.DOES_NOT_FIT)
        return [replace(entry, slot=names[entry.slot]) for entry in losing if entry.slot in names]

    def _words(self, strategy: Strategy) -> str:
        name = self.wording.own(strategy.name)
        match self._asks:
            case Asks.NEW:
                return self.wording.text("Added: {name}", name=name)
            case Asks.CHANGE:
                return self.wording.text("Changed: {name}", name=name)
            case Asks.CORRECT:
                return self.wording.text("Corrected: {name}", name=name)

    def _strategy(self, records: list[Record]) -> Strategy:
        if self._asks is Asks.CHANGE and self._shown:
            return self._shown.strategy
        name = self.name.text().strip()
        if not name:
            raise InvalidValueError("name", Reason.EMPTY)
        person, made = self._person.chosen()
        outcome, new = self._outcome.chosen()
        records += [*made, *new]
        if self._shown is not None:
            said = replace(self._shown.strategy, name=name, suggested_by=person, outcome=outcome)
            return replace(said, example=False)
        return Strategy(
            id=uuid4(), child=self._state.child, name=name, suggested_by=person, outcome=outcome
        )

    def _on_examples(self) -> None:
        self.reject()  # which asks once more where something was typed
        if not self.isVisible():
            self.examples_wanted.emit()

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "often" and self._losing:
            return losing_said(self.wording, self._losing)
        return plan_fault_words(self.wording, error)


def _title(desk: Desk, asks: Asks) -> str:
    match asks:
        case Asks.NEW:
            return desk.wording.text("Add a strategy")
        case Asks.CHANGE:
            return desk.wording.text("Change starting on a visit or a day")
        case Asks.CORRECT:
            return desk.wording.text("Correct the words")
