"""One strategy in "What did we agree?": keep, change, pause, restart or finish."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_page import StrategyInPlan, with_answers
from homejournal.domain.records.plan import Outcome, PlanStatus, PlanStep, Strategy
from homejournal.domain.records.record import ChildId, Record, StrategyId
from homejournal.domain.visits import Decision, StrategyAgreed
from homejournal.texts import plan as said
from homejournal.texts import visits_and_team as visits_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.records.strategy_fields import OutcomeFields, PersonFields, StepFields
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.form_draft import Typed, all_typed, type_all, type_in
from homejournal.ui.widgets.layout.boxes import in_column, inset
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_OFFERED = {
    PlanStatus.ACTIVE: (Decision.KEEP, Decision.CHANGE, Decision.PAUSE, Decision.FINISH),
    PlanStatus.PAUSED: (Decision.KEEP, Decision.RESTART, Decision.FINISH),
}
DISCUSSED = tuple(_OFFERED)
"""Where a strategy stands that is talked about: what is finished or to come is left alone."""


class AgreedTyped(TypedDict, total=False):
    """The input for one strategy, as part of a draft."""

    decision: str
    fields: dict[str, Typed]


class AgreedStrategy(QWidget):
    """A strategy as it stands and what becomes of it; to change it opens the fields of a step."""

    opened = Signal(object, object)
    """QWidget twice: fields that were made just now, and what stands before them."""

    def __init__(self, desk: Desk, shown: StrategyInPlan, place: tuple[int, int]) -> None:
        super().__init__()
        self._desk, self._wording, self._shown = desk, desk.wording, shown
        self._step: StepFields | None = None
        self._form: Form | None = None
        self._before: dict[str, Typed] = {}
        self._again = AgreedTyped()
        wording = self._wording
        number, of = map(wording.number, place)
        head = wording.text("Strategy {n} of {of}", n=number, of=of)
        paused = (
            said.standing(wording, shown.standing)
            if shown.standing is not PlanStatus.ACTIVE
            else ""
        )
        lines = (
            (wording.line_of((head, paused)), "small"),
            (shown.name, "heading"),
            (
                wording.line_of((said.suggested(wording, shown), said.planned(wording, shown))),
                "small",
            ),
            (visits_said.stays(wording, shown.coming) if shown.coming else "", "small"),
        )
        choices = [
            (decision, visits_said.decision(wording, decision))
            for decision in _OFFERED[shown.standing]
        ]
        self.choice = SingleChoice(choices, shown.name)
        self.choice.set_choice(Decision.KEEP)
        self.choice.chosen.connect(self._on_chosen)
        self._column = in_column(gap=4, edges=(0, px(12), 0, px(8)), inside=self)
        for words, look in lines:
            if words:
                self._column.addWidget(WrapLabel(words, look, most=200))
        self._column.addWidget(self.choice)
        self._fields = QWidget()
        self._fields.hide()
        self._column.addWidget(self._fields)

    @property
    def strategy(self) -> StrategyId:
        return self._shown.strategy.id

    @property
    def decision(self) -> Decision:
        """Return what becomes of the strategy."""
        return self.choice.choice() or Decision.KEEP

    @property
    def fields(self) -> dict[str, QWidget]:
        """Return the fields by the names that checks use; none while nothing is changed."""
        return self._form.fields if self._form is not None else {}

    def agreed(self, day: date) -> tuple[StrategyAgreed, list[Record]]:
        """Return what was agreed, with the routines that are new.

        Raises InvalidValueError for a value that does not fit.
        """
        strategy = self._shown.strategy.id
        if self.decision is Decision.KEEP:
            return StrategyAgreed(strategy=strategy), []
        step, made = PlanStep(id=uuid4(), strategy=strategy, from_day=day), list[Record]()
        if self.decision is Decision.CHANGE and self._step is not None:
            words, made = self._step.said()
            step = with_answers(step, words, self._shown.words)
        return StrategyAgreed(strategy=strategy, decision=self.decision, step=step), made

    def typed(self) -> AgreedTyped:
        """Return the input for a draft: of the fields, only the changed ones.

        What was typed in and is not offered for this strategy is among it; {} where all is kept.
        """
        decision, kept = str(self.decision), self._again.get("fields", {})
        fields = kept if self._step is None else _new_in(self.fields, self._before, kept)
        again = self._again.get("decision", decision)
        if self.decision is Decision.KEEP and again not in map(str, self.choice.values):
            decision = again
        told = AgreedTyped(decision=decision, fields=fields)
        return told if fields or decision != Decision.KEEP else {}

    def type_in(self, typed: AgreedTyped) -> None:
        """Fill in a draft, as far as it is offered for this strategy."""
        self._again, fields = typed, typed.get("fields", {})
        if fields and Decision.CHANGE in self.choice.values:
            self._open()
            type_all(self.fields, fields)
        type_in(self.choice, typed.get("decision", ""))

    def _open(self) -> None:
        if self._step is not None:
            return
        form = self._form = Form(self._fields)
        form.setContentsMargins(inset(px(16), bottom=px(8)))
        family, child = self._desk.journal.family(), self._shown.strategy.child
        self._step = StepFields(self._wording, form, family, child)
        self._step.show_step(self._shown)
        self._before = all_typed(self.fields)
        self.opened.emit(self._fields, self.choice.pills[-1])

    def _on_chosen(self, chosen: object) -> None:
        if chosen is Decision.CHANGE:
            self._open()
        self._fields.setVisible(chosen is Decision.CHANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffers:
    """What a new strategy may name: the child's open outcomes, and who suggested it most likely."""

    child: ChildId
    outcomes: list[Outcome]
    person: UUID | None = None


class NewStrategy(QWidget):
    """A strategy that was agreed on for the first time; it can be taken out again."""

    removed = Signal(object)
    """Itself."""

    def __init__(self, desk: Desk, offers: NewOffers) -> None:
        super().__init__()
        self._offers = offers
        text, family = desk.wording.text, desk.journal.family()
        column = in_column(
            WrapLabel(text("A new strategy"), "heading"), edges=(0, px(12), 0, px(4)), inside=self
        )
        form = Form()
        column.addLayout(form)
        hint = text("For example: pause and wait before giving the cup")
        self.name = form.add("name", text("What will you do?"), QLineEdit(), hint)
        self._person = PersonFields(desk, form, family)
        self._person.show_person(offers.person)
        self._outcome = OutcomeFields(desk.wording, form, offers.outcomes, offers.child)
        self._step = StepFields(desk.wording, form, family, offers.child)
        remove = make_button(text("Leave this one out"), "x", self._on_remove, look="link")
        column.addWidget(remove)
        self.fields = form.fields
        self._before = all_typed(self.fields)

    def agreed(self, day: date) -> tuple[tuple[Strategy, PlanStep], list[Record]]:
        """Return the strategy with its first step, and the records that are new with it.

        Raises InvalidValueError for a value that does not fit.
        """
        name = self.name.text().strip()
        if not name:
            raise InvalidValueError("name", Reason.EMPTY)
        person, people = self._person.chosen()
        outcome, outcomes = self._outcome.chosen()
        words, routines = self._step.said()
        strategy = Strategy(
            id=uuid4(),
            child=self._offers.child,
            name=name,
            suggested_by=person,
            outcome=outcome,
        )
        step = with_answers(PlanStep(id=uuid4(), strategy=strategy.id, from_day=day), words)
        return (strategy, step), [*people, *outcomes, *routines]

    def typed(self) -> AgreedTyped:
        """Return what was chosen and typed."""
        return {"fields": _new_in(self.fields, self._before, {})}

    def type_in(self, typed: AgreedTyped) -> None:
        """Choose and type it again."""
        type_all(self.fields, typed.get("fields", {}))
        self._step.unfold()

    def _on_remove(self) -> None:
        self.removed.emit(self)


def _new_in(
    fields: Mapping[str, QWidget], before: Mapping[str, Typed], kept: Mapping[str, Typed]
) -> dict[str, Typed]:
    """Return the values that differ from the form's first ones, or were in the draft."""
    told = all_typed(fields)
    return {
        name: value
        for name, value in told.items()
        if value != before[name] or value == kept.get(name)
    }
