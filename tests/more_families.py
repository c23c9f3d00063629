"""Four of the fictional families: numbers, three professionals, bites, a move to another home."""

from datetime import date

from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan
from tests.family import NEXT_VISIT, VISITED, Ask, Family, day, days
from tests.family_builder import Builder

UNTIL_15 = days(2, 15)


def sofia() -> Family:
    """Numbers with zeros and gaps, two weeks."""
    child = Builder("Sofía", date(2024, 2, 18))
    child.outcome("Sofía chooses between two things with a word or sign at snack.")
    child.visit(day(2))
    snack = child.routine("snack")
    offer = child.strategy("Offer two", "Marta", "developmental therapy")
    count = RatingPlan(kind=RatingKind.NUMBER, unit="different words or signs", better=Better.MORE)
    child.step(offer, rating=count, routines=(snack.id,))
    child.write(offer, "0 1 . 2 1 0 3 | 2 . 4 3 s 3 5", kind=RatingKind.NUMBER, routine=snack.id)
    numbers = {"n": 11, "sum": "24", "median": "2", "low": "0", "high": "5", "levels": None}
    return child.family(
        days(2, 15),
        day(16),
        Ask(
            question="How many words?",
            expect={"planned": 13, "did_it": 11, "not_written": 2, "left_out": 1} | numbers,
        ),
        Ask(
            question="In the first week?",
            block="weeks.0",
            expect={"sum": "7", "did_it": 6, "median": "1", "low": "0", "high": "3"},
        ),
        Ask(
            question="In the second?",
            block="weeks.1",
            expect={"sum": "17", "did_it": 5, "median": "3", "low": "2", "high": "5"},
        ),
    )


def eli() -> Family:
    """Three professionals, less is better, did it only, a ladder, nearly three."""
    child = Builder("Eli", date(2023, 5, 10))
    child.outcome("Eli falls asleep without the whole evening gone.")
    child.visit(day(2))
    steps = child.strategy("Same four steps with pictures", "Kim", "psychology")
    books = child.strategy("Choose one of two books", "Marta", "developmental therapy")
    bath = child.strategy("Dim light and a warm bath", "Rosa", "occupational therapy")
    minutes = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", better=Better.LESS)
    child.step(steps, rating=minutes, what="From lights-out to asleep")
    child.step(books, rating=RatingKind.HELP)
    child.step(bath, rating=RatingKind.NONE, when_where_who="20 minutes before bed")
    child.write(
        steps, "45 40 . 35 50 30 30 | 25 . 30 20 25 a 20", kind=RatingKind.NUMBER, for_all="a"
    )
    child.write(books, "2 2 . 3 3 2 3 | 3 . 3 3 4 a 3", for_all="a")
    child.write(bath, "y y . n y y y | y . y y y a n", kind=RatingKind.NONE, for_all="a")
    _ladder(child)
    return child.family(
        UNTIL_15,
        day(16),
        *_ELI,
    )


_ELI_ASLEEP = {"planned": 13, "did_it": 11, "not_written": 2, "left_out": 1, "n": 11}
_ELI_WEEKS = (
    {"median": "37.5", "low": "30", "high": "50", "n": 6},
    {"median": "25", "low": "20", "high": "30", "n": 5},
)
_ELI = (
    Ask(
        question="How many minutes?",
        expect=_ELI_ASLEEP | {"median": "30", "low": "20", "high": "50"},
    ),
    *(
        Ask(question="And in this week?", block=f"weeks.{place}", expect=expect)
        for place, expect in enumerate(_ELI_WEEKS)
    ),
    Ask(
        question="How much help with the books?",
        strategy=1,
        expect={"levels": {"2": 3, "3": 7, "4": 1}, "median": 3, "planned": 13},
    ),
    Ask(
        question="How often light and bath?",
        strategy=2,
        expect={
            "did_it": 9,
            "not_today": 2,
            "not_written": 2,
            "planned": 13,
            "left_out_by": {"away": 1},
            "n": 0,
            "levels": None,
            "median": None,
        },
    ),
)


def _ladder(child: Builder) -> None:
    words = {
        "-2": "The evening is gone before he sleeps.",
        "-1": "He sleeps after an hour.",
        "0": "He sleeps within half an hour.",
        "1": "He sleeps within a quarter of an hour.",
        "2": "He goes to bed when he is tired.",
    }
    ladder = child.add(Ladder(id=child.id("ladder"), outcome=child.id("outcome"), levels=words))
    rated = ((date(2025, 10, 6), -2), (date(2025, 12, 1), -1), (date(2026, 2, 9), 0))
    for on, level in rated:
        rating = LadderRating(id=child.id(f"ladder {on}"), ladder=ladder.id, day=on, level=level)
        child.add(rating)


def owen() -> Family:
    """Took of offered, a concern, and the wish to meet now."""
    child = Builder("Owen", date(2024, 6, 22))
    child.outcome("Owen tries food the family eats.")
    child.visit(day(2))
    bite = child.strategy("One learning bite beside two liked foods", "Joy", "dietetics")
    child.add(
        TeamMember(
            id=child.id("team coordinator"),
            name="Lee",
            discipline="service coordination",
            coordinator=True,
        )
    )
    child.step(bite, rating=RatingKind.TRIES, when_where_who="Lunch")
    child.write(bite, "1/4 0/3 2/4 n . 1/3 2/4 | 3/5 s s 2/4 3/4 . 4/5", kind=RatingKind.TRIES)
    child.note(day(11), "He gagged twice.", Flag.CONCERN, strategy=bite)
    child.note(day(12), "We want to meet before the review.", Flag.CONCERN)
    return child.family(
        UNTIL_15,
        day(16),
        Ask(
            question="How many bites?",
            expect={
                "planned": 12,
                "did_it": 9,
                "not_today": 1,
                "not_written": 2,
                "left_out": 2,
                "took": 18,
                "of": 36,
                "n": 9,
                "median": None,
                "sum": None,
            },
        ),
        Ask(question="In the first week?", block="weeks.0", expect={"took": 6, "of": 18}),
        Ask(question="In the second?", block="weeks.1", expect={"took": 12, "of": 18}),
    )


def jaylen() -> Family:
    """Foster care, then kin: two date ranges, never a split by person."""
    child = Builder("Jaylen", date(2025, 5, 28))
    child.outcome("Jaylen is comforted and settles after a bottle.")
    child.visit(day(2))
    hold = child.strategy("Hold, rock, hum, wait", "Ana", "social work")
    child.step(hold, rating=RatingKind.HELP, when_where_who="After bottles")
    foster, aunt = child.helper("foster mom"), child.helper("aunt")
    child.write(hold, "2 2 n 3 . 3 2 | 3 n 3", helper=foster.id)
    child.write(hold, "a a a 2 | 2 . 3 n 3 3 3", start=day(12), helper=aunt.id, for_all="a")
    child.private_notes(4)
    child.note(day(6), "He likes the low humming.", Flag.CELEBRATION, strategy=hold)
    child.add(
        LifeEvent(id=child.id("move"), child=child.child.id, day=day(12), words="Moved to his aunt")
    )
    return child.family(
        VISITED,
        NEXT_VISIT,
        *_JAYLEN,
    )


_JAYLEN = (
    Ask(
        question="Before the move?",
        period=days(2, 11),
        expect={"planned": 10, "did_it": 7, "not_today": 2, "not_written": 1},
    ),
    Ask(
        question="And since?",
        period=days(12, 22),
        expect={
            "planned": 8,
            "did_it": 6,
            "not_today": 1,
            "not_written": 1,
            "left_out": 3,
        },
    ),
    Ask(
        question="In all?",
        expect={
            "planned": 18,
            "did_it": 13,
            "not_today": 3,
            "not_written": 2,
            "levels": {"2": 5, "3": 8},
            "median": 3,
        },
    ),
)
