"""Rows of every kind: slots, levels, numbers, tries, any days of a week, and days alone."""

from datetime import date
from decimal import Decimal

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.strategy_rows import StrategyRows, strategy_rows
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import Often, Weekday
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan
from tests.domain.looked_back import back_at_small
from tests.domain.small import ANY_3, Small
from tests.family import day, days

MEALS = Often(times=2, slots=("breakfast", "dinner"))
MINUTES = RatingPlan(
    kind=RatingKind.NUMBER, unit="minutes", better=Better.LESS, aim=Aim(high=Decimal(20))
)
FOUR_WEEKS = days(2, 29)
QUARTER = Period(date(2026, 1, 5), day(29))
LONG = Period(date(2025, 6, 2), day(29))
YEARS = Period(date(2021, 3, 1), day(29))


def meals() -> Small:
    small = Small(often=MEALS)
    small.write("11 12 n 1 . 22 21 23 2 s s 22 33 23 3 n 32 34 44 43", slots=MEALS.slots)
    return small


def changed() -> Small:
    small = Small("1 1 2 n 1 . 2", kind=RatingKind.WENT)
    small.change(12, how="Wait longer")
    small.write("2 2 s s 3 2 . 3 3 n 3", kind=RatingKind.WENT, start=day(9))
    return small


def minutes() -> Small:
    small = Small("35 31 . 28.5 30 n 26", kind=RatingKind.NUMBER).replan(MINUTES)
    small.write("0 24 s s 22 . 19 15 18 n 14", kind=RatingKind.NUMBER, start=day(9))
    return small


def tries() -> Small:
    return Small("1/3 2/4 0/2 . n 3/5 2/3 4/4 3/4 s s 2/2", kind=RatingKind.TRIES)


def any_three() -> Small:
    return Small("1 . 2 2 . . . 3 . s s n 2 . 3 3 4 4", often=ANY_3)


def weekdays() -> Small:
    often = Often(weekdays=(Weekday.MON, Weekday.WED))
    return Small("y y n . y . . y . s s", often=often, kind=RatingKind.NONE)


def all_rows(period: Period = FOUR_WEEKS, today: int = 28) -> StrategyRows:
    """Every kind of row over the same days, with a visit and an event in the head."""
    smalls = [meals(), changed(), minutes(), tries(), any_three(), weekdays()]
    child = smalls[0].child
    child.visit(day(16))
    child.add(LifeEvent(id=child.id("move"), child=child.child.id, day=day(21), words="We moved"))
    return strategy_rows([back_at_small(small, period, today) for small in smalls])
