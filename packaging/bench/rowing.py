"""Rows of strategies: drawn by turns with the same by bare Matplotlib, and until they are shown."""

from datetime import date, timedelta
from random import Random
from statistics import median
from uuid import UUID

from bench.bare_charts import bare_row
from bench.charting import by_turns
from bench.counting import timed
from bench.table import Figure
from homejournal.domain.days.day_states import CountingFrame, MarkRow, PracticeRow
from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import LookBack, StrategyWritten
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.looking_back.strategy_rows import strategy_rows
from homejournal.domain.records.plan import Often, PlanStep, StepKind, Strategy
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit
from homejournal.reports.strategy_rows.pictures import head_picture, row_picture
from homejournal.reports.strategy_rows.row_sheet import RowLook
from homejournal.texts.wording import wording_of

LOOK = RowLook(width=5.5, dpi=100, hatched=False)
END = date(2026, 3, 1)
THREE_MONTHS, TEN_YEARS = 91, 3653
CHILD = UUID(int=1)
MEALS = Often(times=2, slots=("breakfast", "dinner"))
KINDS = (RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER, RatingKind.TRIES)
_ILL = 3


def rowing(*, repeats: int) -> list[Figure]:
    """Measure the drawing of three months beside bare Matplotlib, and all until it is shown.

    Until shown are the value, the head, and every row with the words of its marks; in hundredths of
    a second, since a figure is a small number.
    """
    words = wording_of("en")
    rows = strategy_rows(backs_of(THREE_MONTHS))

    def ours() -> None:
        for at in range(len(rows.rows)):
            row_picture(rows, at, words, LOOK)

    def bare() -> None:
        for row in rows.rows:
            bare_row(rows.axis, row, LOOK)

    ratio = by_turns(ours, bare, repeats)
    figures = [Figure("rows of three months / bare Matplotlib", ratio, 1.3, 1.0)]
    for name, days, limit in (("three months", THREE_MONTHS, 15), ("ten years", TEN_YEARS, 30)):
        backs = backs_of(days)
        shown = median(timed(lambda backs=backs: show(backs)) for _ in range(repeats + 2))
        figures.append(
            Figure(f"rows of {name} until shown, 1/100 s", shown * 100, limit, limit / 2)
        )
    return figures


def show(backs: list[LookBack]) -> None:
    """Make all that the page shows of strategies that are counted already."""
    words, rows = wording_of("en"), strategy_rows(backs)
    head_picture(rows, words, LOOK)
    for at in range(len(rows.rows)):
        row_picture(rows, at, words, LOOK)


def backs_of(days: int) -> list[LookBack]:
    """Return strategies of every kind of rating over so many days, each with a change of plan."""
    return [look_back(_written(place, kind, days)) for place, kind in enumerate(KINDS)]


def _written(place: int, kind: RatingKind, days: int) -> StrategyWritten:
    chance = Random(place)  # noqa: S311 (the same numbers each time)
    start = END - timedelta(days=days - 1)
    strategy = Strategy(id=UUID(int=10 + place), child=CHILD, name=f"Strategy {place}")
    slots = MEALS.slots if kind is RatingKind.HELP else (None,)
    ill = {days // 2 + day for day in range(_ILL)}
    written = [start + timedelta(days=day) for day in range(days) if day not in ill]
    steps = (
        PlanStep(
            id=UUID(int=20 + place),
            strategy=strategy.id,
            from_day=start,
            often=MEALS if kind is RatingKind.HELP else None,
            rating=RatingPlan(kind=kind),
        ),
        PlanStep(
            id=UUID(int=30 + place),
            strategy=strategy.id,
            from_day=start + timedelta(days=days // 3),
            step=StepKind.CHANGE,
            how="Wait longer",
        ),
    )
    return StrategyWritten(
        strategy=strategy,
        steps=steps,
        practices=[
            _practice(day, slot, kind, chance)
            for day in written
            for slot in slots
            if chance.random() < 0.8
        ],
        marks=[
            MarkRow(str(start + timedelta(days=day)), None, MarkKind.LEFT_OUT, LeftOutReason.SICK)
            for day in sorted(ill)
        ],
        frame=CountingFrame(Period(start, END), END),
        visits=(Visit(id=UUID(int=40), child=CHILD, day=start + timedelta(days=9), held=True),),
    )


def _practice(day: date, slot: str | None, kind: RatingKind, chance: Random) -> PracticeRow:
    number, tries = kind is RatingKind.NUMBER, kind is RatingKind.TRIES
    return PracticeRow(
        day=str(day),
        slot=slot,
        routine=None,
        kind=kind,
        level=None if number or tries else chance.randint(1, 3),
        number=str(chance.randint(5, 40)) if number else None,
        took=chance.randint(0, 3) if tries else None,
        of=chance.randint(3, 5) if tries else None,
        written=str(day),
        settled=True,
    )
