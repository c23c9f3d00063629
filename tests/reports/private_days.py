"""The visits, strategies and days of a family in which every word is known."""

from datetime import time
from decimal import Decimal

from homejournal.domain.records.ladders_and_feelings import ConfidenceRating
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, StepKind, Strategy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries
from homejournal.domain.records.visits import Asked, Visit, VisitHow
from tests.reports.private_words import DAY, DAYS, NOW, TODAY, a_note, a_private_note

_WORDS = ("what", "why", "when_where_who", "how_we_know")


def add_visits(made, child, people):
    """Add three past visits and a coming one, each with some of the people; return them."""
    agreed = ("agreed_between", "agreed_next", "bring")
    visits = []
    for before in (20, DAYS, 5):
        chosen = tuple(person.id for person in people if made.chance(0.6))
        said = {"day": TODAY - before * DAY, "held": True, "people": chosen} | made.words(*agreed)
        visits.append(made.add(Visit(id=made.id(), child=child.id, **said)))
    who = tuple(person.id for person in people if made.chance(0.7))
    coming = {"day": TODAY + 2 * DAY, "time": time(9, 30), "people": who, "how": VisitHow.HOME}
    visits.append(made.add(Visit(id=made.id(), child=child.id, bring=made.word(), **coming)))
    for visit in visits:
        asked_by = made.some([None, *(person.id for person in people)])
        answer = {"answer": made.word(), "answered": made.day()} if made.chance(0.6) else {}
        told = {"visit": visit.id, "asked_by": asked_by, "text": made.word()}
        made.add(Asked(id=made.id(), **told, **answer))
    return visits


def add_strategies(made, child, people, routines, outcomes):
    for _ in range(made.random.randint(1, 3)):
        by = made.some([None, *people])
        told = {
            "child": child.id,
            "name": made.word(),
            "suggested_by": by.id if by else None,
            "outcome": made.some([None, *(outcome.id for outcome in outcomes)]),
        }
        strategy = made.add(Strategy(id=made.id(), **told))
        start = _plan(made, strategy, routines)
        _days(made, child, strategy, start)
        _add_feelings(made, child, strategy)
        made.add(a_note(made, child, strategy=strategy.id))
        made.add(a_private_note(made, child, strategy=strategy.id))


def _plan(made, strategy, routines):
    """Add the plan of a strategy, which may have been changed or paused; return its first step."""
    kind = made.some(RatingKind)
    unit = made.word() if kind is RatingKind.NUMBER else None
    often = made.some(
        [
            Often(),
            Often(times=2, slots=(made.word(), made.word())),
            Often(kind=OftenKind.DAYS_A_WEEK, days=3),
        ]
    )
    chosen = tuple(routine.id for routine in routines if made.chance(0.6))
    how = made.words("how") if made.chance(0.7) else {}
    said = {"often": often, "rating": RatingPlan(kind=kind, unit=unit), "routines": chosen}
    said |= made.words(*_WORDS) | how
    start = TODAY - made.some([DAYS, DAYS, DAYS, 40]) * DAY
    first = made.add(PlanStep(id=made.id(), strategy=strategy.id, from_day=start, **said))
    if made.chance(0.4):
        change = {"from_day": TODAY - 6 * DAY, "step": StepKind.CHANGE} | made.words("what")
        made.add(PlanStep(id=made.id(), strategy=strategy.id, **change))
    elif made.chance(0.2):
        pause = {"from_day": TODAY - 6 * DAY, "step": StepKind.PAUSE}
        made.add(PlanStep(id=made.id(), strategy=strategy.id, **pause))
    return first


def _days(made, child, strategy, start):
    """Write down most of the days, some practices with a note, a private one or a clock."""
    seldom = made.add(Helper(id=made.id(), name=made.word()))
    for ahead in range(DAYS):
        helper = made.some([*made.helpers, seldom])
        said = {"day": TODAY - ahead * DAY, "helper": helper.id, "written": NOW}
        chance = made.random.random()
        if chance < 0.7:
            one = _practice(made, strategy, start, said)
            if chance < 0.05:
                made.add(a_note(made, child, practice=one.id))
            elif chance < 0.15:
                made.add(a_private_note(made, child, practice=one.id))
        elif chance < 0.85:
            mark = {"mark": MarkKind.LEFT_OUT, "reason": made.some(LeftOutReason)}
            which = strategy.id if chance < 0.82 else None
            told = {"child": child.id, "strategy": which, "words": made.word()}
            made.add(DayMark(id=made.id(), **said, **mark, **told))


def _practice(made, strategy, start, said):
    kind = start.rating.kind
    value = made.random.randint(1, 3)
    ratings = {
        RatingKind.NUMBER: Decimal(value),
        RatingKind.TRIES: Tries(took=value, of=4),
        RatingKind.NONE: None,
    }
    told = {
        "slot": made.some([None, *start.often.slots]),
        "routine": made.some([None, *start.routines]),
        "time": time(18, 5) if made.chance(0.5) else None,
    }
    rating = {"rating": ratings.get(kind, value), "rating_kind": kind}
    return made.add(Practice(id=made.id(), strategy=strategy.id, **said, **told, **rating))


def _add_feelings(made, child, strategy):
    """Say how sure somebody feels, who says nothing else; keep a hand-out with the strategy."""
    sure = {"child": child.id, "strategy": strategy.id, "day": made.day(), "level": 4}
    helper = made.add(Helper(id=made.id(), name=made.word()))
    made.add(ConfidenceRating(id=made.id(), helper=helper.id, **sure))
    hand_out = {"sha256": "0" * 64, "name": made.word(), "type": "application/pdf"}
    made.add(Media(id=made.id(), strategy=strategy.id, **hand_out))
