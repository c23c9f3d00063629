"""The form of a strategy: a new one, or one that is different now or was written wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import all_names
from homejournal.domain.plan.plan_page import (
    PlanState,
    StepSaid,
    StepTold,
    StrategyInPlan,
    steps_to_save,
    with_answers,
)
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import (
    Named,
    Outcome,
    PlanStatus,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
    entries_losing_their_time,
    renamed_times,
)
from homejournal.domain.records.record import Record
from homejournal.texts.plan import (
    LineTold,
    change_said,
    losing_said,
    step_changes,
    step_done,
    strategy_changes,
)
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.plan.step_dialog import FromFields
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.strategy_fields import (
    OutcomeFields,
    PersonFields,
    StepFields,
    plan_fault_words,
)
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.form import clear_problem, row_of
from homejournal.ui.widgets.layout.boxes import FlowRow


class _Since(Enum):
    """Whether old days have what the form says, or only those from a day on."""

    ALL_ALONG = auto()
    FROM_A_DAY = auto()


class StrategyDialog(FormDialog):
    """What to do, how often, how it is answered and from whom; all else is behind a button.

    Of a strategy that is there already it tells what is different, and asks since when. What is
    new from a day on is a step of its own, so that old days keep the old plan. An example becomes
    the family's own once it is changed.
    """

    examples_wanted = Signal()
    """Somebody would rather choose from examples; this form is closed."""
    added = Signal(object)
    """The id of a new strategy that was saved."""

    def __init__(
        self,
        desk: Desk,
        state: PlanState,
        shown: StrategyInPlan | None = None,
        parent: QWidget | None = None,
    ) -> None:
        text = desk.wording.text
        title = text("Add a strategy") if shown is None else text("Change a strategy")
        super().__init__(desk, title, text("Save"), parent)
        self._state, self._shown = state, shown
        self._saved_id: UUID | None = None
        self._losing: tuple[Named, ...] = ()
        self._family = desk.journal.family()
        self._add_name()
        self._person = PersonFields(desk, self.form, self._family)
        self._step = StepFields(self.wording, self.form, self._family, state.child)
        self._outcome = self._add_outcome()
        if shown is None:
            self._from = FromFields(self.wording, self.form, state, self._family)
        self.form.end_fold()
        if shown is not None:
            self._add_since(shown)
            self._fill(shown)
        self.keep_form(f"strategy:{shown.strategy.id if shown else state.child}")
        self._step.unfold()
        self._step.fold.toggled.connect(self._grow)

    def _add_name(self) -> None:
        text = self.wording.text
        hint = text("For example: pause and wait before giving the cup")
        self.name = self.form.add("name", text("What will you do?"), QLineEdit(), hint)
        if self._shown is None:
            words = text("Choose from examples…")
            self.form.addRow(FlowRow(make_button(words, "bulb", self._on_examples, look="link")))

    def _add_outcome(self) -> OutcomeFields:
        kept = self._shown.strategy.outcome if self._shown else None
        outcomes = [
            outcome
            for outcome in self._state.outcomes
            if outcome.closed is None or outcome.id == kept
        ]
        return OutcomeFields(self.wording, self.form, outcomes, self._state.child)

    def _add_since(self, shown: StrategyInPlan) -> None:
        """Add what is different by now, and the question since when."""
        text = self.wording.text
        self._told, self._lines = Part(), tuple[LineTold, ...]()
        self._told.setContentsMargins(0, px(8), 0, 0)
        self.form.addRow(self._told)
        first = shown.spoken is None or shown.spoken.step is StepKind.START
        day = self.wording.day(shown.spoken.from_day) if shown.spoken else ""
        along = text("All along") if first else text("Since {day}", day=day)
        goes_on = shown.standing in {PlanStatus.ACTIVE, PlanStatus.NOT_STARTED}
        new = text("New from a day on") if goes_on else text("New, and we start again with it")
        self._since = self.form.add(
            "since",
            text("Was it like this all along, or is it new from a day on?"),
            SingleChoice([(_Since.ALL_ALONG, along), (_Since.FROM_A_DAY, new)]),
            text("If it is new, the days before stay as they are."),
        )
        self._from = FromFields(self.wording, self.form, self._state, self._family)
        self._from.show_rows(shown=False)
        self._since.chosen.connect(self._on_since)
        self._from.box.picked.connect(self._show_start)
        if first and shown.spoken is not None and shown.spoken.from_day >= self._state.today:
            self._since.set_choice(_Since.ALL_ALONG)  # no day has the old plan yet
            self._on_since(_Since.ALL_ALONG)
        self.typed.connect(self._tell)

    def _fill(self, shown: StrategyInPlan) -> None:
        self._step.show_step(shown)
        self.name.setText(shown.strategy.name)
        self._person.show_person(shown.strategy.suggested_by)
        self._outcome.show_outcome(shown.strategy.outcome)

    def _on_since(self, since: object) -> None:
        spoken = self._shown.spoken if self._shown else None
        if since is _Since.ALL_ALONG and spoken is not None:
            self._from.show_from(spoken.from_day, spoken.visit)
        else:
            self._from.show_from(self._state.today, None)
        clear_problem(self._since)
        self._show_start()

    def _show_start(self) -> None:
        """Scroll to what is asked about the day it starts."""
        for field in (self._from.box, self._from.day):
            if (row := row_of(field)).isVisibleTo(self):
                self._scroll.show_whole(row)

    def _tell(self) -> None:
        """Tell what is different, as far as it can be read by now."""
        try:
            strategy, said, made = self._read()
        except InvalidValueError:
            return
        lines = self._differences(strategy, said, made)
        if lines != self._lines:
            self._lines = lines
            self._told.show_lines(*self._lines_said())

    def _lines_said(self) -> Iterator[tuple[str, str]]:
        if self._lines:
            yield self.wording.text("What is different"), "strong"
        for line in self._lines:
            now, before = change_said(self.wording, line)
            yield from ((now, ""), (before, "muted"))

    def _differences(
        self, strategy: Strategy, said: StepSaid, made: Sequence[Record]
    ) -> tuple[LineTold, ...]:
        if self._shown is None:
            return ()
        names = self._names(made)
        corrected = strategy_changes(self.wording, self._shown.strategy, strategy, names)
        return (*corrected, *step_changes(self.wording, self._step_told(self._shown, said), names))

    def _names(self, made: Sequence[Record]) -> dict[UUID, str]:
        """Return what people, routines and outcomes are called, also those that are new."""
        outcomes = {outcome.id: outcome.text for outcome in self._state.outcomes}
        names = {**all_names(self._family), **outcomes}
        for record in made:
            if isinstance(record, TeamMember | Routine | Outcome):
                names[record.id] = record.text if isinstance(record, Outcome) else record.name
        return names

    def _step_told(self, shown: StrategyInPlan, said: StepSaid) -> StepTold:
        """Return what the form says beside what holds now."""
        nothing = PlanStep(id=uuid4(), strategy=shown.strategy.id, from_day=self._state.today)
        plain = shown.spoken or nothing
        before = replace(plain, **shown.words._asdict(), often=shown.often, rating=shown.rating)
        if set(said.words.routines) == set(shown.words.routines):
            said = replace(said, words=said.words._replace(routines=shown.words.routines))
        return StepTold(plain, with_answers(plain, said, shown.words), before)

    def _read(self) -> tuple[Strategy, StepSaid, list[Record]]:
        """Return the strategy, what is said of its plan, and the records that are new with it.

        Raises InvalidValueError for a value that does not fit.
        """
        name = self.name.text().strip()
        if not name:
            raise InvalidValueError("name", Reason.EMPTY)
        person, people = self._person.chosen()
        outcome, outcomes = self._outcome.chosen()
        said, routines = self._step.said()
        plain = (
            replace(self._shown.strategy, example=False)
            if self._shown
            else Strategy(id=uuid4(), child=self._state.child, name=name)
        )
        self._saved_id = plain.id
        strategy = replace(plain, name=name, suggested_by=person, outcome=outcome)
        return strategy, said, [*people, *outcomes, *routines]

    @override
    def step(self) -> Step:
        strategy, said, made = self._read()
        name = self.wording.own(strategy.name)
        if self._shown is None:
            day, visit = self._from.chosen()
            first = PlanStep(id=uuid4(), strategy=strategy.id, from_day=day, visit=visit)
            records = (*made, strategy, with_answers(first, said))
            return self.wording.text("Added: {name}", name=name), self.saving(*records)
        saved = self._steps(self._shown, said, made)
        carried = self._carried(self._shown, saved, said)
        call = self.saving(*made, strategy, *saved, *carried)
        if self._since.choice() is _Since.FROM_A_DAY and saved:
            return step_done(self.wording, saved[0], self.desk.today(), strategy.name), call
        return self.wording.text("Corrected: {name}", name=name), call

    def _steps(
        self, shown: StrategyInPlan, said: StepSaid, made: Sequence[Record]
    ) -> tuple[PlanStep, ...]:
        """Return the steps to save; none where nothing of the plan is different.

        Raises InvalidValueError where it is not said since when, or for too early a day.
        """
        since, told = self._since.choice(), self._step_told(shown, said)
        differs = bool(step_changes(self.wording, told, self._names(made)))
        if since is None and differs:
            raise InvalidValueError("since", Reason.EMPTY)
        if since is None or (since is _Since.FROM_A_DAY and not differs):
            return ()
        day, visit = self._from.chosen()
        if since is _Since.ALL_ALONG:
            start = PlanStep(id=uuid4(), strategy=shown.strategy.id, from_day=day)
            step = replace(shown.spoken or start, from_day=day, visit=visit)
            return (with_answers(step, said, shown.words),)
        if shown.since is not None and day < shown.since:
            raise InvalidValueError("from_day", Reason.DOES_NOT_FIT)
        step = PlanStep(
            id=uuid4(),
            strategy=shown.strategy.id,
            from_day=day,
            step=StepKind.CHANGE,
            visit=visit,
        )
        return steps_to_save(shown.steps, with_answers(step, said, shown.words))

    def _carried(
        self, shown: StrategyInPlan, saved: Sequence[PlanStep], said: StepSaid
    ) -> list[Record]:
        """Return entries under corrected times of the day, renamed.

        What would lose its time is told first: raises InvalidValueError, once for the same.
        """
        if not saved or not any(step.often and step.often.slots for step in shown.steps):
            return []
        new = {step.id for step in saved}
        after = [*(step for step in shown.steps if step.id not in new), *saved]
        first = min(step.from_day for step in (*shown.steps, *saved))
        days = self.desk.journal.days.between(shown.strategy.child, first, self.desk.today())
        written: list[Named] = [*days.practices, *days.marks]
        mine = [entry for entry in written if entry.strategy == shown.strategy.id]
        losing = entries_losing_their_time(mine, shown.steps, after)
        corrects = self._since.choice() is _Since.ALL_ALONG
        names = renamed_times(shown.often, said.often) if corrects else {}
        left = tuple(entry for entry in losing if entry.slot not in names)
        if left and left != self._losing:
            self._losing = left
            raise InvalidValueError("often", Reason.DOES_NOT_FIT)
        return [replace(entry, slot=names[entry.slot]) for entry in losing if entry.slot in names]

    @override
    def done(self, result: int, /) -> None:
        super().done(result)
        if result == self.DialogCode.Accepted and self._shown is None:
            self.added.emit(self._saved_id)

    def _on_examples(self) -> None:
        self.reject()  # which asks once more where something was typed
        if not self.isVisible():
            self.examples_wanted.emit()

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "often" and self._losing:
            return losing_said(self.wording, self._losing)
        if error.field == "since":
            return self.wording.text("Choose one of the two.")
        return plan_fault_words(self.wording, error)
