"""The first strategy: what was suggested, in words or by an example, and how to answer."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.plan.plan_files import StarterOffer
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, Strategy
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Record
from homejournal.texts import labels
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.first_start.forms import RecordForm
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import MultipleChoice, SingleChoice
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.roles import ToldAs, tell_as

_OFTEN = (
    Often(),
    Often(times=2),
    Often(times=3),
    Often(kind=OftenKind.DAYS_A_WEEK, days=3),
)
_EXAMPLES = 6


class FirstStrategyForm(RecordForm):
    """Answers the records of the strategies, or says under a field what is not right yet."""

    def __init__(self, wording: Wording, today: date, examples: Sequence[StarterOffer]) -> None:
        super().__init__(wording)
        self._today, text = today, wording.text
        self._examples = {str(one.strategy.id): one for one in examples[:_EXAMPLES]}
        asks = text("What did your therapist suggest?")
        self.name = self.form.add("name", asks, QLineEdit())
        example = text("Pause and wait before giving the cup")
        self.name.setPlaceholderText(text("For example: {example}", example=example))
        chips = [(key, one.strategy.name) for key, one in self._examples.items()]
        self.examples = self.form.add(
            "examples", text("Or begin with an example"), MultipleChoice(chips)
        )
        self.more = make_button(
            text("How often, and how to answer"), "chevron-right", self._on_more, look="link"
        )
        self.more.setCheckable(True)
        tell_as(self.more, ToldAs.FOLD)
        row = FlowRow()
        row.add(self.more)
        self.form.addRow(row)
        often = [(often, labels.how_often(wording, often)) for often in _OFTEN]
        self.often = self.form.add("often", text("How often?"), SingleChoice(often))
        self.often.set_choice(_OFTEN[0])
        kinds = [(kind, labels.rating_kind(wording, kind)) for kind in RatingKind]
        noted = text("What do you want to note each time?")
        self.rating = self.form.add("rating", noted, SingleChoice(kinds))
        self.rating.set_choice(RatingKind.HELP)
        hint = text("For example: words or minutes")
        self.unit = self.form.add("unit", text("Number of what?"), QLineEdit(), hint)
        pers = [(per, labels.belongs_to(wording, per)) for per in Per]
        belongs = text("What does the number belong to?")
        self.per = self.form.add("per", belongs, SingleChoice(pers))
        self.per.set_choice(Per.DAY)
        for choice in (self.often, self.rating):
            choice.chosen.connect(self._show_rows)
        self._show_rows()

    def records(self, child: UUID) -> list[Record] | None:
        """Return the records of the strategies for a child; None where something is not right."""
        made = [] if self.empty else self.form.read(partial(self._typed, child), self.show_fault)
        if made is None:
            return None
        chosen = [self._examples[key] for key in self.examples.chosen()]
        routines = {one.id: one for offer in chosen for one in offer.routines}
        for offer in chosen:
            made += [offer.strategy, offer.step]
        return [*routines.values(), *made]

    def _typed(self, child: UUID) -> list[Record]:
        """Return what is typed; InvalidValueError for what cannot be written."""
        strategy = Strategy(id=uuid4(), child=child, name=self.name.text().strip())
        return [strategy, self._step(strategy.id)]

    @override
    def show_fault(self, error: InvalidValueError) -> None:
        """Say under its field what does not fit; the fields of the number are shown for it."""
        wrong = "unit" if error.field != "name" and self._counted() else "name"
        if wrong == "unit":
            self.more.setChecked(True)
            self._show_rows()
        self.form.show_fault(wrong, explain_value(self.wording, error))

    def _step(self, strategy: UUID) -> PlanStep:
        return PlanStep(
            id=uuid4(),
            strategy=strategy,
            from_day=self._today,
            often=self.often.choice() or _OFTEN[0],
            rating=RatingPlan(
                kind=self.rating.choice() or RatingKind.HELP,
                unit=(self.unit.text().strip() or None) if self._counted() else None,
                per=(self.per.choice() or Per.DAY) if self._several() else Per.DAY,
            ),
        )

    def _counted(self) -> bool:
        return self.rating.choice() is RatingKind.NUMBER

    def _several(self) -> bool:
        """Return whether a number is planned several times a day."""
        often = self.often.choice()
        return self._counted() and often is not None and often.times > 1

    def _on_more(self) -> None:
        set_icon(self.more, "chevron-down" if self.more.isChecked() else "chevron-right", size=16)
        self._show_rows()

    def _show_rows(self, _chosen: object = None) -> None:
        more = self.more.isChecked()
        self.form.show_row(self.often, shown=more)
        self.form.show_row(self.rating, shown=more)
        self.form.show_row(self.unit, shown=more and self._counted())
        self.form.show_row(self.per, shown=more and self._several())
