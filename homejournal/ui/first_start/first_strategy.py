"""The form of the first strategy: what was suggested, by whom, in which routine, how often."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, Routine, Strategy
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Record
from homejournal.texts import labels
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.first_start.forms import RecordForm
from homejournal.ui.widgets.fields.choices import SingleChoice

_OFTEN = (
    Often(),
    Often(times=2),
    Often(times=3),
    Often(kind=OftenKind.DAYS_A_WEEK, days=3),
)


class FirstStrategyForm(RecordForm):
    """Answers the records of one strategy, or says under a field what is not right yet."""

    def __init__(self, wording: Wording, today: date) -> None:
        super().__init__(wording)
        self._today = today
        text = wording.text
        self.name, self.who, self.what, self.routine = (
            self._line(name, label, example)
            for name, label, example in (
                ("name", text("What will you do?"), text("Pause and wait before giving the cup")),
                ("who", text("Who suggested it? (optional)"), text("Dana")),
                ("what", text("What do they do? (optional)"), text("Speech")),
                ("routine", text("In which routine? (optional)"), text("Meals")),
            )
        )
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

    def _line(self, name: str, label: str, example: str) -> QLineEdit:
        line = self.form.add(name, label, QLineEdit())
        line.setPlaceholderText(self.wording.text("For example: {example}", example=example))
        return line

    @override
    def record(self) -> Strategy | None:
        """Return the strategy if everything typed can be written, else say what is not right."""
        records = self.records(uuid4())
        return next((made for made in records if isinstance(made, Strategy)), None)

    def records(self, child: UUID) -> list[Record]:
        """Return the records of the strategy for a child; nothing where something is not right."""
        made: list[Record] = []
        for name, make in (
            ("who", self._team),
            ("routine", self._routine),
            ("name", self._strategy),
            ("unit", self._step),
        ):
            done = self.form.read(partial(make, child, made), partial(self._show_fault, name))
            if done is None:
                return []
            made += done
        return made

    def _show_fault(self, name: str, error: InvalidValueError) -> None:
        wrong = "what" if error.field == "discipline" else name
        self.form.show_fault(wrong, explain_value(self.wording, error))

    def _team(self, _child: UUID, _made: Sequence[Record]) -> list[Record]:
        name, what = self.who.text().strip(), self.what.text().strip()
        if not (name or what):
            return []
        return [TeamMember(id=uuid4(), name=name or what, discipline=what or None)]

    def _routine(self, child: UUID, _made: Sequence[Record]) -> list[Record]:
        name = self.routine.text().strip()
        return [Routine(id=uuid4(), name=name, child=child)] if name else []

    def _strategy(self, child: UUID, made: Sequence[Record]) -> list[Record]:
        person = next((record.id for record in made if isinstance(record, TeamMember)), None)
        name = self.name.text().strip()
        return [Strategy(id=uuid4(), child=child, name=name, suggested_by=person)]

    def _step(self, _child: UUID, made: Sequence[Record]) -> list[Record]:
        strategy = next(record.id for record in made if isinstance(record, Strategy))
        step = PlanStep(
            id=uuid4(),
            strategy=strategy,
            from_day=self._today,
            routines=tuple(record.id for record in made if isinstance(record, Routine)),
            often=self.often.choice() or _OFTEN[0],
            rating=RatingPlan(
                kind=self.rating.choice() or RatingKind.HELP,
                unit=(self.unit.text().strip() or None) if self._counted() else None,
                per=(self.per.choice() or Per.DAY) if self._several() else Per.DAY,
            ),
        )
        return [step]

    def _counted(self) -> bool:
        return self.rating.choice() is RatingKind.NUMBER

    def _several(self) -> bool:
        """Return whether a number is planned several times a day."""
        often = self.often.choice()
        return self._counted() and often is not None and often.times > 1

    def _show_rows(self, _chosen: object = None) -> None:
        self.form.show_row(self.unit, shown=self._counted())
        self.form.show_row(self.per, shown=self._several())
