"""The forms that pause, finish or restart a strategy, and the fields that say from when on."""

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import visitor_names
from homejournal.domain.plan.plan_page import PlanState, StrategyInPlan, steps_to_save
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import Ending, PlanStatus, PlanStep, StepKind
from homejournal.texts.plan import step_done, visit_name
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.choices import DropDown, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form

_VISITS_OFFERED = 30
_TODAY = "today"


class FromFields:
    """From when on: today, a visit, or another day."""

    def __init__(self, wording: Wording, form: Form, state: PlanState, family: Family) -> None:
        self._form, self._today = form, state.today
        self._wording, self._team = wording, family.team
        self._known = {visit.id: visit for visit in state.visits}
        self.box = form.add("from", wording.text("Starting when?"), DropDown[UUID | str]())
        self._offer(list(self._known)[:_VISITS_OFFERED])
        self.day = form.add(
            "from_day", wording.text("Starting on which day?"), DayEdit(self._today)
        )
        self.box.picked.connect(self._on_picked)
        self.show_rows(shown=True)

    def _offer(self, visits: list[UUID]) -> None:
        self._offered = visits
        named = []
        for visit in map(self._known.__getitem__, visits):
            people = visitor_names(visit, self._team)
            named.append((visit.id, visit_name(self._wording, visit, people)))
        today, other = self._wording.text("Today"), self._wording.text("Another day…")
        self.box.set_choices([(_TODAY, today), *named, (None, other)], _TODAY)

    def show_rows(self, *, shown: bool) -> None:
        """Show or hide both; today needs no day."""
        self._form.show_row(self.box, shown=shown)
        self._form.show_row(self.day, shown=shown and self.box.value() != _TODAY)

    def show_from(self, day: date, visit: UUID | None) -> None:
        known = visit if visit in self._known else None
        if known is not None and known not in self._offered:
            self._offer([*self._offered, known])
        self.box.set_value(_TODAY if known is None and day == self._today else known)
        self.day.set_day(day)
        self.show_rows(shown=True)

    def chosen(self) -> tuple[date, UUID | None]:
        value = self.box.value()
        if value == _TODAY:
            return self._today, None
        return self.day.day() or self._today, value if isinstance(value, UUID) else None

    def _on_picked(self, value: object) -> None:
        if isinstance(value, UUID):
            self.day.set_day(self._known[value].day)
        self.show_rows(shown=True)


class _Until(Enum):
    OPEN = auto()
    VISIT = auto()
    DAY = auto()


_TWO_WEEKS = timedelta(days=14)


class UntilFields:
    """Until when a pause is meant to be: a day, the next visit, or nobody knows."""

    def __init__(self, wording: Wording, form: Form, today: date) -> None:
        text = wording.text
        self._form = form
        choices = [
            (_Until.OPEN, text("We’ll see")),
            (_Until.VISIT, text("Until the next visit")),
            (_Until.DAY, text("Until a day")),
        ]
        self.choice = form.add("until", text("Until when?"), SingleChoice(choices))
        self.day = form.add("until_day", text("Until which day?"), DayEdit(today + _TWO_WEEKS))
        self.choice.chosen.connect(self._show_rows)
        self.choice.set_choice(_Until.OPEN)
        self._show_rows()

    def show_pause(self, pause: PlanStep) -> None:
        if pause.until is not None:
            self.day.set_day(pause.until)
        ends = _Until.DAY if pause.until else _Until.OPEN
        self.choice.set_choice(_Until.VISIT if pause.until_visit else ends)
        self._show_rows()

    def chosen(self) -> tuple[date | None, bool]:
        """Return the day, and whether it is until the next visit."""
        choice = self.choice.choice()
        return self.day.day() if choice is _Until.DAY else None, choice is _Until.VISIT

    def _show_rows(self, _choice: object = None) -> None:
        self._form.show_row(self.day, shown=self.choice.choice() is _Until.DAY)


class StepDialog(FormDialog):
    """Asks from when on, and how a pause or the strategy ends; what was written stays."""

    def __init__(
        self,
        desk: Desk,
        state: PlanState,
        kind: StepKind,
        shown: StrategyInPlan,
        parent: QWidget | None = None,
    ) -> None:
        title, lead, save = _words(desk.wording, kind)
        super().__init__(desk, title, save, parent)
        self._kind, self._shown = kind, shown
        self.form.add_words(shown.name, "heading", most=200)
        self.form.add_words(lead, "muted")
        self._until: UntilFields | None = None
        self._ending: SingleChoice[Ending] | None = None
        if kind is StepKind.PAUSE:
            self._until = UntilFields(self.wording, self.form, state.today)
            if shown.now and shown.standing is PlanStatus.PAUSED and not shown.pause_over:
                self._until.show_pause(shown.now)
        if kind is StepKind.FINISH:
            self._ending = self._add_endings()
        self._from = FromFields(self.wording, self.form, state, desk.journal.family())

    def _add_endings(self) -> SingleChoice[Ending]:
        text = self.wording.text
        endings = [
            (Ending.PART_OF_OUR_DAY, text("We do this without thinking now")),
            (Ending.STOPPED, text("We stop for now")),
        ]
        return self.form.add("ending", text("How does it end?"), SingleChoice(endings))

    @override
    def step(self) -> Step:
        day, visit = self._from.chosen()
        if self._shown.since is not None and day < self._shown.since:
            raise InvalidValueError("from_day", Reason.DOES_NOT_FIT)
        until, until_visit = self._until.chosen() if self._until else (None, False)
        if until is not None and until <= day:
            raise InvalidValueError("until_day", Reason.DOES_NOT_FIT)
        ending = self._ending.choice() if self._ending else Ending.STOPPED
        if ending is None:
            raise InvalidValueError("ending", Reason.EMPTY)
        new = PlanStep(
            id=uuid4(),
            strategy=self._shown.strategy.id,
            from_day=day,
            step=self._kind,
            visit=visit,
            until=until,
            until_visit=until_visit,
            ending=ending,
        )
        saved = steps_to_save(self._shown.steps, new)
        # What the form asks for is said, also where it is written over what stood there.
        told = (
            replace(step, until=until, until_visit=until_visit, ending=ending) for step in saved
        )
        words = step_done(self.wording, new, self.desk.today(), self._shown.name)
        return words, self.saving(*told)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        text = self.wording.text
        match error.field:
            case "from_day":
                return text("This is before the strategy began. Choose a later day.")
            case "until_day":
                return text("This is before the pause begins. Choose a later day.")
            case "ending":
                return text("Choose one of the two.")
            case _:
                return super().fault_words(error)


def _words(wording: Wording, kind: StepKind) -> tuple[str, str, str]:
    text = wording.text
    match kind:
        case StepKind.PAUSE:
            lead = text("Days in the pause do not count.")
            return text("Pause a strategy"), lead, text("Pause")
        case StepKind.FINISH:
            return text("Finish a strategy"), text("Nothing is deleted."), text("Finish")
        case _:
            lead = text("It is planned again, as it was before.")
            return text("Restart a strategy"), lead, text("Restart")
