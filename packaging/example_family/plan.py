"""What the family hopes for, and what is planned."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from names import (
    ASKS,
    BED,
    BEDTIME,
    BEN,
    BITE,
    BREAKFAST,
    CHANGE,
    CHILD,
    DANA,
    DINNER,
    EVENINGS,
    FIRST_DAY,
    LADDER,
    LUNCH,
    MEALS,
    MEETING,
    MOM,
    NAP,
    PAUSED,
    RESTARTED,
    SITS,
    TOY,
    WAIT,
    WALKS,
    an_id,
)

from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
    RoutineRating,
)
from homejournal.domain.records.notes import PackKind, Preparation
from homejournal.domain.records.plan import (
    Area,
    Often,
    OftenKind,
    Outcome,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
)
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan
from homejournal.domain.records.record import Record


def hopes() -> Iterator[Record]:
    yield from _outcomes()
    yield from _reviews()
    yield from _on_the_ladder()


def _outcomes() -> Iterator[Record]:
    yield Outcome(
        id=ASKS,
        child=CHILD,
        text="Noa asks for food, drink and toys with a sound, a sign or a word, so that meals are"
        " calmer for all of us.",
        areas=(Area.COMMUNICATION, Area.SOCIAL_EMOTIONAL, Area.COGNITIVE),
        since=MEETING,
    )
    yield Outcome(
        id=WALKS,
        child=CHILD,
        text="Noa moves along the sofa and from person to person, so that she can get to what she"
        " wants by herself.",
        areas=(Area.PHYSICAL,),
        since=MEETING,
    )
    yield Outcome(
        id=EVENINGS,
        child=CHILD,
        text="Noa eats with us and falls asleep without the whole evening gone.",
        areas=(Area.ADAPTIVE,),
        since=MEETING,
    )
    yield Outcome(
        id=SITS,
        child=CHILD,
        text="Noa sits on the floor and plays with both hands.",
        areas=(Area.PHYSICAL,),
        since=date(2025, 9, 17),
        closed=MEETING,
    )


def _reviews() -> Iterator[Record]:
    yield OutcomeReview(
        id=an_id("review"),
        outcome=SITS,
        day=MEETING,
        words=Progress.REACHED,
        visit=an_id("visit", MEETING),
    )
    yield Preparation(
        id=an_id("review prepared"),
        child=CHILD,
        pack=PackKind.REVIEW,
        day=date(2026, 6, 21),
        answers={
            "progress": "Noa asks with a sign or a word at most meals. She walks along the sofa.",
            "priorities": "Calm evenings, now that there are two of them.",
            "new": "That she plays beside her cousin for a few minutes.",
            "history": "She has a baby brother now. Grandma Rosa comes on Fridays.",
        },
    )


def _on_the_ladder() -> Iterator[Record]:
    levels = {
        "-2": "Noa cries or pulls at the high chair when she wants more.",
        "-1": "Noa looks at us or reaches when we wait.",
        "0": "Noa asks with a sound or a sign at one meal a day.",
        "1": "Noa asks with a sign or a word at most meals.",
        "2": "Noa asks with words at meals and in play.",
    }
    yield Ladder(id=LADDER, outcome=ASKS, levels=levels)
    for day, level in ((MEETING, -2), (date(2026, 4, 22), -1), (date(2026, 6, 10), 0)):
        yield LadderRating(
            id=an_id("on the ladder", day),
            ladder=LADDER,
            day=day,
            level=level,
            visit=an_id("visit", day),
        )


def routines() -> Iterator[Record]:
    for id_, name in (
        (BREAKFAST, "Breakfast"),
        (LUNCH, "Lunch"),
        (NAP, "Play after nap"),
        (DINNER, "Dinner"),
        (BEDTIME, "Bedtime"),
    ):
        yield Routine(id=id_, name=name, child=CHILD if id_ in {NAP, BEDTIME} else None)
    for week in range(13):
        sunday = FIRST_DAY + timedelta(weeks=week, days=6)
        yield RoutineRating(
            id=an_id("dinner is", sunday),
            child=CHILD,
            routine=DINNER,
            day=sunday,
            level=(2, 2, 2, 1, 3, 2, 3, 3, 3, 4, 3, 4, 4)[week],
            helper=MOM,
        )
        if week % 2:
            yield ConfidenceRating(
                id=an_id("how sure", sunday),
                child=CHILD,
                strategy=WAIT,
                day=sunday,
                level=(2, 3, 3, 4, 4, 4)[week // 2],
                helper=MOM,
            )


def strategies() -> Iterator[Record]:
    for id_, name, outcome, person in (
        (WAIT, "Pause and wait", ASKS, DANA),
        (TOY, "Toy one step away", WALKS, BEN),
        (BED, "Same three steps to bed", EVENINGS, None),
        (BITE, "One new bite beside two she likes", EVENINGS, DANA),
    ):
        yield Strategy(
            id=id_, child=CHILD, name=name, outcome=outcome, suggested_by=person, example=True
        )
    yield from _wait_steps()
    yield _toy_step()
    yield _bed_step()
    yield from _bite_steps()


def _toy_step() -> PlanStep:
    return PlanStep(
        id=an_id("step toy"),
        strategy=TOY,
        from_day=FIRST_DAY,
        what="Noa takes steps along the sofa to reach a toy or a person.",
        how="Put what she likes one step away. Sit on the floor beside it. Give her time.",
        when_where_who="After her nap, at Grandma's sofa",
        why="She moves more when she goes to something, and it is play.",
        how_we_know="She goes to it without being lifted.",
        routines=(NAP,),
        often=Often(kind=OftenKind.DAYS_A_WEEK, days=3),
        rating=RatingPlan(kind=RatingKind.WENT),
    )


def _bed_step() -> PlanStep:
    return PlanStep(
        id=an_id("step bed"),
        strategy=BED,
        from_day=date(2026, 4, 6),
        what="Noa knows what comes next and settles in her bed.",
        how="Bath, two books, one song, in this order. Then lights out, and we stay close.",
        when_where_who="In her room, Mom or Dad",
        why="We want calm evenings. This was our own idea.",
        how_we_know="Minutes from lights out until she sleeps.",
        routines=(BEDTIME,),
        often=Often(),
        rating=RatingPlan(
            kind=RatingKind.NUMBER,
            unit="minutes",
            better=Better.LESS,
            aim=Aim(high=Decimal(20)),
        ),
    )


def _wait_steps() -> Iterator[Record]:
    often = Often(times=2, slots=MEALS)
    yield PlanStep(
        id=an_id("step wait"),
        strategy=WAIT,
        from_day=FIRST_DAY,
        visit=an_id("visit", MEETING),
        what="Noa asks for her cup or for more.",
        how="Hold the cup where she sees it. Look at her, count to five in your head, and wait."
        " Give it as soon as she looks, makes a sound or signs.",
        when_where_who="At the table, whoever feeds her",
        why="Waiting gives her a turn to tell us.",
        how_we_know="She needs less help from us to ask.",
        routines=(BREAKFAST, DINNER),
        often=often,
        rating=RatingPlan(kind=RatingKind.HELP),
    )
    yield PlanStep(
        id=an_id("step wait, two things"),
        strategy=WAIT,
        from_day=CHANGE,
        step=StepKind.CHANGE,
        visit=an_id("visit", CHANGE),
        what="Noa chooses between two things with a sound, a sign or a word.",
        how="Hold up two things, say both names, and wait. Give what she asks for.",
        when_where_who="At the table, whoever feeds her",
        why="She asks for her cup now. Choosing gives her a reason for a new word.",
        how_we_know="She chooses without our hand or a hint.",
        routines=(BREAKFAST, DINNER),
        often=often,
        rating=RatingPlan(kind=RatingKind.HELP),
    )


def _bite_steps() -> Iterator[Record]:
    yield PlanStep(
        id=an_id("step bite"),
        strategy=BITE,
        from_day=date(2026, 4, 8),
        what="Noa touches, smells or tastes a food that we eat.",
        how="Two foods she likes, and one tiny bite of ours beside them. No pushing, no praise.",
        when_where_who="At the table or at Grandma's",
        why="She learns a food by meeting it often.",
        how_we_know="How many of the bites on her plate she takes.",
        routines=(LUNCH,),
        often=Often(),
        rating=RatingPlan(kind=RatingKind.TRIES),
    )
    yield PlanStep(id=an_id("pause bite"), strategy=BITE, from_day=PAUSED, step=StepKind.PAUSE)
    yield PlanStep(
        id=an_id("restart bite"), strategy=BITE, from_day=RESTARTED, step=StepKind.RESTART
    )
