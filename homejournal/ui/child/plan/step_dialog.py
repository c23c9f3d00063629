"""Pausing, finishing or restarting a strategy from a day on."""

from uuid import uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_page import PlanState, StrategyInPlan, steps_to_save
from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.plan.start_fields import FromFields
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.text.labels import WrapLabel


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
        self.form.addRow(WrapLabel(shown.name, "heading", most=200))
        self.form.addRow(WrapLabel(lead, "muted"))
        self._from = FromFields(self.wording, self.form, state.visits, state.today)
        self._from.offer(desk.journal.family())
        self.fields.update(self._from.fields)

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
