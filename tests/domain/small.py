"""One strategy of one child, to try a single rule of counting on."""

from dataclasses import replace
from datetime import timedelta

from homejournal.domain.days.counting import count, numbers_of
from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.days.periods import Period
from homejournal.domain.days.strategy_numbers import Block, StrategyNumbers
from homejournal.domain.records.plan import Often, OftenKind, StepKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from tests.family import day, days
from tests.family_builder import Builder

HELP, WENT, NUMBER = RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER
ANY_3 = Often(kind=OftenKind.DAYS_A_WEEK, days=3)
TWICE = Often(times=2)
WEEK = days(2, 8)


class Small:
    """One strategy of one child, counted over a week unless said otherwise."""

    def __init__(self, text: str = "", often: Often | None = None, kind: RatingKind = HELP):
        self.child = Builder("Ada", day(1) - timedelta(days=400))
        self.strategy = self.child.strategy("Wait", "Dana", "speech")
        self.step = self.child.step(self.strategy, day(2), often=often, rating=kind)
        if text:
            self.write(text, kind=kind)

    def write(self, text: str, **said) -> None:
        self.child.write(self.strategy, text, **said)

    def change(self, on: int, step: StepKind = StepKind.CHANGE, **said) -> None:
        self.child.step(self.strategy, day(on), step, **said)

    def numbers(
        self, period: Period = WEEK, today: int = 40, unsettled: int = 0, **frame
    ) -> StrategyNumbers:
        family = self.child.family(period, day(today))
        rows = family.practices(self.strategy)
        rows = [row._replace(settled=place >= unsettled) for place, row in enumerate(rows)]
        return numbers_of(
            self.strategy,
            count(
                family.steps(self.strategy),
                rows,
                family.marks(self.strategy),
                CountingFrame(period, day(today), **frame),
            ),
        )

    def total(self, *said, **more) -> Block:
        return self.numbers(*said, **more).total

    def replan(self, plan: RatingPlan) -> "Small":
        """Let the first step ask for another rating."""
        records = self.child.records
        step = replace(self.step, rating=plan)
        records[records.index(self.step)] = self.step = step
        return self
