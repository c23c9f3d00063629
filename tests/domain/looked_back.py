"""Looking back at one strategy of a fictional family, or of a small one."""

from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import LookBack, StrategyWritten
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import Routine
from homejournal.domain.records.visits import Visit
from tests.domain.small import WEEK, Small
from tests.family import Family, day


def back_at(family: Family, place: int = 0, period: Period | None = None) -> LookBack:
    strategy = family.strategies[place]
    return look_back(
        StrategyWritten(
            strategy=strategy,
            steps=tuple(family.steps(strategy)),
            practices=family.practices(strategy),
            marks=family.marks(strategy),
            frame=CountingFrame(
                period or family.period,
                family.today,
                reaches=family.reaches(family.covered_through),
            ),
            visits=tuple(family.of(Visit)),
            life_events=tuple(family.of(LifeEvent)),
            routine_names={routine.id: routine.name for routine in family.of(Routine)},
        )
    )


def back_at_small(
    small: Small, period: Period = WEEK, today: int = 40, *, narrowed: bool = False
) -> LookBack:
    family = small.child.family(period, day(today))
    return look_back(
        StrategyWritten(
            strategy=small.strategy,
            steps=tuple(family.steps(small.strategy)),
            practices=family.practices(small.strategy),
            marks=() if narrowed else family.marks(small.strategy),
            frame=CountingFrame(period, day(today)),
            visits=tuple(family.of(Visit)),
            life_events=tuple(family.of(LifeEvent)),
            routine_names={routine.id: routine.name for routine in family.of(Routine)},
            narrowed=narrowed,
        )
    )
