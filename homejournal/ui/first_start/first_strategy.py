"""The form of the first strategy: what was suggested, by whom, in which routine, how often."""

from datetime import date
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, Routine, Strategy
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Record
from homejournal.texts import labels
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.fields.form_rows import (
    add_row,
    clear_problem,
    make_form,
    set_row_visible,
    show_problem,
)
from homejournal.ui.widgets.fields.single_choice import SingleChoice

_OFTEN = (
    Often(),
    Often(times=2),
    Often(times=3),
    Often(kind=OftenKind.DAYS_A_WEEK, days=3),
)


class FirstStrategyForm(QWidget):
    """Answers the records of one strategy, or says under a field what is not right yet."""

    def __init__(self, wording: Wording, today: date) -> None:
        super().__init__()
        self.wording, self._today = wording, today
        text = wording.text
        self.name, self.who, self.what, self.routine, self.unit = (QLineEdit() for _ in range(5))
        self.often = SingleChoice(
            [(often, labels.how_often(wording, often)) for often in _OFTEN], text("How often?")
        )
        self.often.set_choice(_OFTEN[0])
        kinds = [(kind, labels.rating_kind(wording, kind)) for kind in RatingKind]
        self.rating = SingleChoice(kinds, text("What do you want to note each time?"))
        self.rating.set_choice(RatingKind.HELP)
        self.per = SingleChoice(
            [(per, labels.belongs_to(wording, per)) for per in Per],
            text("What does the number belong to?"),
        )
        self.per.set_choice(Per.DAY)
        for choice in (self.often, self.rating):
            choice.chosen.connect(self._show_rows)
        self.form = make_form(self)
        for field, label, example in (
            (self.name, text("What will you do?"), text("Pause and wait before giving the cup")),
            (self.who, text("Who suggested it? (optional)"), text("Dana")),
            (self.what, text("What do they do? (optional)"), text("Speech")),
            (self.routine, text("In which routine? (optional)"), text("Meals")),
        ):
            add_row(self.form, label, field)
            field.setPlaceholderText(text("For example: {example}", example=example))
        add_row(self.form, text("How often?"), self.often)
        add_row(self.form, text("What do you want to note each time?"), self.rating)
        add_row(
            self.form, text("Number of what?"), self.unit, text("For example: words or minutes")
        )
        add_row(self.form, text("What does the number belong to?"), self.per)
        self._show_rows()

    def fields(self) -> dict[str, QWidget]:
        """Return what is typed and chosen here, by names of its own."""
        lines = {"name": self.name, "who": self.who, "what": self.what, "routine": self.routine}
        return {
            **lines,
            "unit": self.unit,
            "often": self.often,
            "rating": self.rating,
            "per": self.per,
        }

    @property
    def empty(self) -> bool:
        """Return whether nothing was typed as the strategy's name."""
        return not self.name.text().strip()

    def record(self) -> Strategy | None:
        """Return the strategy if everything typed can be written, else say what is not right."""
        records = self._checked(uuid4())
        return next((record for record in records if isinstance(record, Strategy)), None)

    def records(self, child: UUID) -> list[Record]:
        """Return the records of the strategy for a child; nothing where something is not right."""
        return self._checked(child)

    def _checked(self, child: UUID) -> list[Record]:
        for field in (self.name, self.who, self.what, self.routine, self.unit):
            clear_problem(field)
        made: list[Record] = []
        for field, make in (
            (self.who, self._team),
            (self.routine, self._routine),
            (self.name, self._strategy),
            (self.unit, self._step),
        ):
            try:
                make(child, made)
            except InvalidValueError as error:
                wrong = self.what if error.field == "discipline" else field
                show_problem(wrong, explain_value(self.wording, error))
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                return []
        return made

    def _team(self, _child: UUID, made: list[Record]) -> None:
        name, what = self.who.text().strip(), self.what.text().strip()
        if name or what:
            made.append(TeamMember(id=uuid4(), name=name or what, discipline=what or None))

    def _routine(self, child: UUID, made: list[Record]) -> None:
        name = self.routine.text().strip()
        if name:
            made.append(Routine(id=uuid4(), name=name, child=child))

    def _strategy(self, child: UUID, made: list[Record]) -> None:
        person = next(
            (team_member.id for team_member in made if isinstance(team_member, TeamMember)), None
        )
        name = self.name.text().strip()
        made.append(Strategy(id=uuid4(), child=child, name=name, suggested_by=person))

    def _step(self, _child: UUID, made: list[Record]) -> None:
        strategy = next(one.id for one in made if isinstance(one, Strategy))
        kind, often, per = (
            single_choice.choice() for single_choice in (self.rating, self.often, self.per)
        )
        made.append(
            PlanStep(
                id=uuid4(),
                strategy=strategy,
                from_day=self._today,
                routines=tuple(routine.id for routine in made if isinstance(routine, Routine)),
                often=often if isinstance(often, Often) else _OFTEN[0],
                rating=RatingPlan(
                    kind=kind if isinstance(kind, RatingKind) else RatingKind.HELP,
                    unit=(self.unit.text().strip() or None) if self._counted() else None,
                    per=per if self._several() and isinstance(per, Per) else Per.DAY,
                ),
            )
        )

    def _counted(self) -> bool:
        return self.rating.choice() is RatingKind.NUMBER

    def _several(self) -> bool:
        """Return whether a number is planned several times a day."""
        often = self.often.choice()
        return self._counted() and isinstance(often, Often) and often.times > 1

    def _show_rows(self, _chosen: object = None) -> None:
        set_row_visible(self.form, self.unit, self._counted())
        set_row_visible(self.form, self.per, self._several())
