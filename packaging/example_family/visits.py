"""The visits of the example family, past and coming, and what was asked and agreed at them."""

from collections.abc import Iterator
from datetime import date, time

from names import BEN, CARMEN, CHANGE, CHILD, DANA, LAST_DAY, MEETING, an_id

from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Asked, Visit, VisitHow

VISITS = (
    (
        MEETING,
        (DANA, BEN, CARMEN),
        {
            "time": time(10, 0),
            "agreed_between": "Start with waiting at two meals and the toy one step away.",
            "agreed_next": "See how the first two weeks went.",
        },
    ),
    (
        date(2026, 4, 8),
        (DANA,),
        {
            "time": time(9, 30),
            "agreed_between": "Go on waiting. Add one new bite at lunch.",
            "agreed_next": "Dana watches a meal.",
        },
    ),
    (
        date(2026, 4, 15),
        (BEN,),
        {
            "language": "es",
            "interpreter": True,
            "agreed_between": "Grandma sits at the end of the sofa, the toy beside her.",
        },
    ),
    (
        date(2026, 4, 22),
        (DANA,),
        {
            "how": VisitHow.VIDEO,
            "agreed_between": "Noa was ill, so nothing new. Notice her sounds at meals.",
            "agreed_next": "Talk about her sounds.",
        },
    ),
    (
        CHANGE,
        (DANA, BEN),
        {
            "time": time(10, 0),
            "agreed_between": "Hold up two things and wait. The toy stays one step away.",
            "agreed_next": "Bring the cup with two handles.",
        },
    ),
    (
        date(2026, 5, 27),
        (BEN,),
        {"agreed_between": "Let her go around the corner of the sofa."},
    ),
    (
        date(2026, 6, 10),
        (DANA,),
        {
            "time": time(9, 30),
            "agreed_between": "Two things at each meal. Say the names slowly, then say nothing.",
            "agreed_next": "Look at which words she tries.",
        },
    ),
    (
        date(2026, 6, 30),
        (DANA,),
        {"time": time(9, 30), "bring": "The cup with two handles, and the list of her words."},
    ),
    (
        date(2026, 7, 8),
        (BEN,),
        {"how": VisitHow.CLINIC, "time": time(14, 0), "bring": "Her shoes."},
    ),
)


ASKED = (
    (
        date(2026, 4, 22),
        DANA,
        "Which sounds does she make most at meals?",
        True,
        "“mmm” for more and “da” when she points. “ba” for banana, we think.",
        date(2026, 5, 2),
    ),
    (
        date(2026, 5, 13),
        BEN,
        "Does she use both feet when she moves to the left?",
        False,
        "Yes, to both sides since last week.",
        date(2026, 5, 30),
    ),
    (
        date(2026, 6, 10),
        DANA,
        "What does she do when you hold up two things and say nothing?",
        True,
        None,
        None,
    ),
)
"""At which visit, whom, what, whether it is still open, and what the answer was, and when."""


def visits() -> Iterator[Record]:
    for day, people_there, said in VISITS:
        yield Visit(
            id=an_id("visit", day),
            child=CHILD,
            day=day,
            people=people_there,
            held=day <= LAST_DAY,
            **{"how": VisitHow.HOME, **said},
        )
    for day, person, text, is_open, answer, answered in ASKED:
        yield Asked(
            id=an_id("asked", day, person),
            visit=an_id("visit", day),
            asked_by=person,
            text=text,
            open=is_open,
            answer=answer,
            answered=answered,
        )
    yield LifeEvent(
        id=an_id("the baby"),
        child=CHILD,
        day=date(2026, 5, 4),
        words="Noa's baby brother was born. Grandma Rosa stayed with us for two weeks.",
    )
