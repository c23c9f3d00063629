"""The fictional families whose answers were worked out by hand, as records and questions.

The layers' tests share them: counted from the records alone, through the services, and on a page.
"""

from datetime import date

from homejournal.domain.records.plan import Often, OftenKind, StepKind
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from tests.family import NEXT_VISIT, VISITED, Ask, Family, day, days
from tests.family_builder import Builder
from tests.more_families import eli, jaylen, owen, sofia


def mateo() -> Family:
    """Twice a day, a virus, a first."""
    child = Builder("Mateo", date(2024, 4, 20))
    child.outcome("Mateo asks for food and drink at the table with a sound, sign or word.")
    child.visit(day(2))
    child.visit(NEXT_VISIT, held=False)
    meals = ("breakfast", "dinner")
    wait = child.strategy("Pause and wait before giving", "Dana", "speech")
    child.step(
        wait,
        rating=RatingKind.HELP,
        often=Often(times=2, slots=meals),
        what="Pause and wait before giving",
    )
    child.write(
        wait,
        "11 12 1 n 12 22 . | 12 s s s 1 22 23 | 23 22 3 23 . 33 34",
        slots=meals,
        for_all="s",
    )
    return child.family(
        VISITED,
        NEXT_VISIT,
        *_MATEO,
    )


_MATEO_WEEKS = ((1, 9, 5, 7), (2, 7, 4, 4), (3, 11, 6, 7))
_MATEO = (
    Ask(
        question="How many days?",
        expect={
            "planned": 18,
            "did_it": 15,
            "not_today": 1,
            "not_written": 2,
            "left_out": 3,
            "left_out_by": {"sick": 3},
        },
    ),
    Ask(
        question="How many times?",
        expect={
            "times": 27,
            "times_planned": 36,
            "times_not_today": 2,
            "times_not_written": 7,
            "extra": 0,
        },
    ),
    Ask(
        question="How much help?",
        expect={"n": 27, "levels": {"1": 7, "2": 12, "3": 7, "4": 1}, "median": 2},
    ),
    *(
        Ask(
            question=f"And in week {number + 1}?",
            block=f"weeks.{number}",
            expect={"median": m, "n": n, "did_it": did, "planned": p, "partial": False},
        )
        for number, (m, n, did, p) in enumerate(_MATEO_WEEKS)
    ),
    Ask(
        question="At breakfast?",
        block="slots.0",
        expect={"slot": "breakfast", "did_it": 15, "not_today": 1, "not_written": 2},
    ),
    Ask(
        question="At dinner?",
        block="slots.1",
        expect={"slot": "dinner", "did_it": 12, "not_today": 1, "not_written": 5},
    ),
)


def leo() -> Family:
    """Two homes, two computers: both files merged."""
    child = _leo("mom", "dad")
    return child.family(
        days(2, 15),
        day(16),
        Ask(
            question="How many days, now that both files are here?",
            expect={
                "planned": 14,
                "did_it": 10,
                "not_today": 2,
                "not_written": 2,
                "left_out": 0,
                "times": 11,
                "extra": 1,
                "levels": {"1": 1, "2": 5, "3": 5},
                "median": 2,
            },
            covered_through=day(15),
        ),
        Ask(
            question="And if dad's file did not reach so far?",
            expect={
                "planned": 12,
                "did_it": 10,
                "not_today": 2,
                "not_written": 0,
                "left_out": 2,
                "left_out_by": {"other_home": 2},
            },
        ),
        covered_through=day(15),
    )


def leo_of(home: str) -> Family:
    """One home's journal before the other's file came: "mom" or "dad"."""
    return _leo(home).family(days(2, 15), day(16))


def _leo(*homes: str) -> Builder:
    child = Builder("Leo", date(2023, 8, 25))
    child.outcome("Leo puts on coat and shoes with little help so leaving the house is quicker.")
    child.visit(day(2))
    coat = child.strategy("Last step first", "Sam", "occupational therapy")
    child.step(coat, rating=RatingKind.HELP, what="Leo does the last step himself")
    wrote = {
        "mom": "2 n o o 2 3 3 | 2 3 o o o o o",
        "dad": "o o 1 . o o 3 | o o 2 2 n 3 .",
    }
    for name in homes:
        home = child.home(name)
        child.write(coat, wrote[name], home=home)
    if "mom" in homes:
        child.private_notes(1)
    return child


def imani(changed: int = 13) -> Family:
    """A strategy changed half-way, at a visit on 13 March (or on the day it is corrected to)."""
    child = Builder("Imani", date(2023, 11, 20))
    child.outcome("Imani helps with pulling her shirt on and off in the morning.")
    child.visit(day(2))
    at = child.visit(day(changed), name="of the change")
    shirt = child.strategy("Shirt on and off", "Rosa", "occupational therapy")
    child.step(shirt, rating=RatingKind.HELP, how="Hand over hand")
    child.step(shirt, day(changed), StepKind.CHANGE, how="Show and wait 5 seconds", visit=at.id)
    child.write(shirt, "1 1 2 1 . 1 2 | 1 s 2 1 2 2 3 | n 3 3 2 4 . 3")
    before, after = _IMANI[changed]
    return child.family(
        VISITED,
        NEXT_VISIT,
        Ask(question="Before the change?", block="steps.0", expect=before),
        Ask(question="And since?", block="steps.1", expect=after),
        Ask(question="In all?", expect={"planned": 20, "did_it": 17, "n": 17}),
    )


_IMANI = {
    13: (
        {
            "from": "2026-03-02",
            "to": "2026-03-12",
            "planned": 10,
            "did_it": 9,
            "not_written": 1,
            "left_out": 1,
            "levels": {"1": 6, "2": 3},
            "median": 1,
        },
        {
            "from": "2026-03-13",
            "to": "2026-03-22",
            "planned": 10,
            "did_it": 8,
            "not_today": 1,
            "not_written": 1,
            "levels": {"2": 3, "3": 4, "4": 1},
            "median": 3,
        },
    ),
    14: (
        {"planned": 11, "did_it": 10, "levels": {"1": 6, "2": 4}, "median": 1},
        {"planned": 9, "did_it": 7, "levels": {"2": 2, "3": 4, "4": 1}, "median": 3},
    ),
}


def noah(*, grandma_ill: bool = False) -> Family:
    """Grandma's paper sheet, any 3 days a week; as a variant her week of illness is marked."""
    child = Builder("Noah", date(2024, 7, 15))
    child.outcome("Noah moves along the sofa to get to people and toys.")
    child.visit(day(2))
    grandma = child.helper("grandma")
    child.helper("mom")
    nap = child.routine("play after nap at grandma's")
    toy = child.strategy("Toy one step away", "Ben", "physical therapy")
    child.step(
        toy,
        rating=RatingKind.WENT,
        often=Often(kind=OftenKind.DAYS_A_WEEK, days=3),
        routines=(nap.id,),
    )
    for on, went, typed in _NOAH_SHEET:
        child.practice(
            toy,
            day(on),
            RatingKind.WENT,
            went,
            written=day(typed),
            helper=grandma.id,
            routine=nap.id,
        )
    for on in range(11, 16) if grandma_ill else ():
        child.mark(None, day(on), MarkKind.LEFT_OUT, LeftOutReason.OTHER, words="grandma is ill")
    return child.family(VISITED, NEXT_VISIT, *_noah_asks(ill=grandma_ill))


_NOAH_SHEET = (
    (2, 3, 7), (4, 2, 7), (6, 3, 7), (10, 1, 10),
    (16, 2, 22), (17, 3, 22), (19, 3, 22), (20, 3, 22),
)  # fmt: skip
"""The days, how they went, and the days on which they were typed."""


def _noah_asks(*, ill: bool) -> tuple[Ask, ...]:
    return (
        Ask(
            question="How many days, and in how many weeks was the plan met?",
            expect={
                "planned": None,
                "not_written": None,
                "times_planned": None,
                "did_it": 8,
                "left_out": 5 if ill else 0,
                "plan_met": 2,
                "weeks_judged": 2 if ill else 3,
                "extra": 1,
                "levels": {"1": 1, "2": 2, "3": 5},
                "median": 3,
                "written_later": 6,
            },
        ),
        *(
            Ask(question="In this week?", block=f"weeks.{place}", expect={"did_it": did})
            for place, did in enumerate((3, 1, 4))
        ),
        Ask(question="After the nap?", block="routines.0", expect={"did_it": 8, "planned": None}),
    )


def all_families() -> tuple[Family, ...]:
    return (
        mateo(),
        leo(),
        imani(),
        imani(changed=14),
        noah(),
        noah(grandma_ill=True),
        sofia(),
        eli(),
        owen(),
        jaylen(),
    )
