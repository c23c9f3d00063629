"""Families of made-up days for the page tests, in the notation of one character a day.

A digit string is did it, one rating a time; `n` not today, `.` nothing written, `s` left out sick,
`a` away, `o` other home, `y` did it without a rating; blanks part the days and `|` the weeks.
"""

from datetime import date, datetime, timedelta, timezone
from uuid import UUID, uuid5

from homejournal.domain.days.day_states import CountingFrame, MarkRow, PracticeRow
from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import StrategyWritten
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.records.children import Child, LifeEvent
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit
from homejournal.domain.visit_page.material import PageMaterial, strategy_materials

FIRST = date(2026, 3, 2)
_SPACE = UUID("6f1d2c1e-0000-4000-8000-000000000001")
_REASONS = {
    "s": LeftOutReason.SICK,
    "a": LeftOutReason.AWAY,
    "o": LeftOutReason.OTHER_HOME,
}


def an_id(name):
    return uuid5(_SPACE, name)


MATEO = Child(id=an_id("mateo"), name="Mateo", surname="Rivera", born=date(2024, 4, 20))
DANA = TeamMember(id=an_id("dana"), name="Dana", discipline="speech")
SAM = TeamMember(id=an_id("sam"), name="Sam", discipline="occupational therapy")
MOM = Helper(id=an_id("mom"), name="Mom")
DAD = Helper(id=an_id("dad"), name="Dad")
BREAKFAST = Routine(id=an_id("breakfast"), name="breakfast")
DINNER = Routine(id=an_id("dinner"), name="dinner")


def rows(days, kind, first=FIRST, slots=()):
    practices, marks = [], []
    for place, told in enumerate(days.replace("|", " ").split()):
        day = (first + timedelta(days=place)).isoformat()
        if told == ".":
            continue
        if told == "n":
            marks.append(MarkRow(day, None, MarkKind.NOT_TODAY, None))
        elif told in _REASONS:
            marks.append(MarkRow(day, None, MarkKind.LEFT_OUT, _REASONS[told]))
        else:
            practices += list(_practices(day, told, kind, slots))
    return practices, marks


def _practices(day, told, kind, slots):
    values = told if kind in {RatingKind.HELP, RatingKind.WENT} else [told]
    for place, value in enumerate(values):
        slot = slots[place] if place < len(slots) else None
        level = int(value) if kind in {RatingKind.HELP, RatingKind.WENT} and value != "y" else None
        number = value if kind is RatingKind.NUMBER else None
        took, of = map(int, value.split("/")) if kind is RatingKind.TRIES else (None, None)
        yield PracticeRow(day, slot, None, kind, level, number, took, of, day, settled=True)


def a_strategy(name, days, *, kind=RatingKind.HELP, often=None, who=DANA, period, **plan):
    strategy = Strategy(id=an_id(name), child=MATEO.id, name=name, suggested_by=who.id)
    often = often or Often()
    first, life = plan.pop("first", FIRST), plan.pop("life", ())
    step = PlanStep(
        id=an_id(name + " start"),
        strategy=strategy.id,
        from_day=first,
        what=plan.pop("what", None),
        routines=plan.pop("routines", ()),
        often=often,
        rating=RatingPlan(kind=kind, **plan),
    )
    written = rows(days, kind, first, often.slots)
    return looked_back(strategy, (step,), written, period, life=life)


def looked_back(strategy, steps, written, period, *, life=(), today=None, visits=(), people=None):
    """What a page can tell of a strategy with these rows of practices and marks."""
    practices, marks = written
    told = StrategyWritten(
        strategy=strategy,
        steps=tuple(steps),
        practices=practices,
        marks=marks,
        frame=CountingFrame(period, today or period.end),
        life_events=life,
        visits=visits,
    )
    return next(strategy_materials([look_back(told)], people))


def with_steps(*later):
    """The first strategy with further plan steps, counted anew over the whole period."""
    one = a_strategy("Pause", "1 1 2 1 . 1 2 | 1 s 2 1 2 2 3 | n 3 3 2 4 . 3", period=PERIOD,
                     what="Hold the cup", routines=(BREAKFAST.id,))  # fmt: skip
    steps = tuple(
        PlanStep(id=an_id(f"step {at}"), strategy=one.strategy.id, from_day=day, step=kind, **said)
        for at, (day, kind, said) in enumerate(later)
    )
    written = rows("1 1 2 1 . 1 2 | 1 s 2 1 2 2 3 | n 3 3 2 4 . 3", RatingKind.HELP)
    return looked_back(one.strategy, (*one.steps, *steps), written, PERIOD)


def a_note(text, day, *flags, strategy=None, helper=MOM):
    return Note(
        id=an_id(text),
        child=MATEO.id,
        day=day,
        text=text,
        strategy=strategy.strategy.id if strategy else None,
        flags=flags,
        helper=helper.id,
        written=datetime(2026, 3, 22, 20, 0, tzinfo=timezone(timedelta(hours=-5))),
    )


VIRUS = LifeEvent(
    id=an_id("virus"), child=MATEO.id, day=date(2026, 3, 10), words="A stomach virus, three days"
)
MOVE = LifeEvent(
    id=an_id("move"), child=MATEO.id, day=date(2026, 4, 11), words="We moved to a new apartment"
)
TWO_TIMES = Often(times=2, slots=("breakfast", "dinner"))
PERIOD = Period(FIRST, date(2026, 3, 22))


def mateo(**changes):
    """One strategy twice a day, a virus, a first; three weeks."""
    wait = a_strategy(
        "Pause and wait before giving",
        "11 12 1 n 12 22 . | 12 s s s 1 22 23 | 23 22 3 23 . 33 34",
        often=TWO_TIMES,
        period=PERIOD,
        what="We hold the cup and count to five in our heads before we give it.",
        routines=(BREAKFAST.id, DINNER.id),
        life=(VIRUS,),
    )
    notes = (
        a_note("He reached for the cup and said “mo”. First time on his own!", date(2026, 3, 22),
               Flag.CELEBRATION, strategy=wait),
        a_note("He waits for us now before he cries.", date(2026, 3, 18), Flag.CELEBRATION),
        a_note("Meals with his cousins at the table are hard right now.", date(2026, 3, 15),
               Flag.CONCERN, helper=DAD),
        a_note("Is five seconds enough, or can we wait longer?", date(2026, 3, 20), Flag.QUESTION),
        a_note("Grandma waits too, and he looked right at her.", date(2026, 3, 21), strategy=wait,
               helper=DAD),
    )  # fmt: skip
    material = {
        "child": MATEO,
        "period": PERIOD,
        "printed": date(2026, 3, 22),
        "strategies": (wait,),
        "notes": notes,
        "life_events": (VIRUS,),
        "team": (DANA, SAM),
        "helpers": (MOM, DAD),
        "routines": (BREAKFAST, DINNER),
        "visit": Visit(id=an_id("visit"), child=MATEO.id, day=date(2026, 3, 23), people=(DANA.id,)),
        "last_visit": Visit(
            id=an_id("last"), child=MATEO.id, day=FIRST, held=True,
            agreed_between="Wait at breakfast and dinner, and write down how much help.",
        ),
    } | changes  # fmt: skip
    return PageMaterial(**material)


def three_months(**changes):
    """Four strategies of every kind over thirteen weeks, with three notes of each flag."""
    period = Period(FIRST, date(2026, 5, 31))
    notes = [
        a_note(text, date(2026, 5, 10 + place), flag)
        for flag, texts in _THREE_OF_EACH.items()
        for place, text in enumerate(texts)
    ]
    material = {
        "child": MATEO,
        "period": period,
        "printed": date(2026, 6, 1),
        "strategies": _four_strategies(period),
        "notes": tuple(notes),
        "life_events": (MOVE,),
        "team": (DANA, SAM),
        "helpers": (MOM, DAD, Helper(id=an_id("gran"), name="Grandma Rosa")),
        "routines": (BREAKFAST, DINNER),
        "visit": Visit(id=an_id("visit"), child=MATEO.id, day=date(2026, 6, 2),
                       people=(DANA.id, SAM.id)),
    } | changes  # fmt: skip
    return PageMaterial(**material)


_THREE_OF_EACH = {
    Flag.CELEBRATION: (
        "He signed “more” at the table without any help.",
        "Two new words this week: “agua” and “up”.",
        "He walked from the sofa to Grandpa.",
    ),
    Flag.CONCERN: (
        "He gagged twice on soft banana.",
        "He wakes around two and stays up for an hour.",
        "Leaving the playground is hard right now.",
    ),
    Flag.QUESTION: (
        "Can we do fewer things at once for a while?",
        "Is it okay to use the tablet pictures at bedtime?",
        "Could Grandma join the next visit by video?",
    ),
}


def _four_strategies(period):
    """Help, minutes, bites and steps, with gaps of every kind, over thirteen weeks."""
    days = 91
    help_days = " ".join("n.s"[i % 3] if i % 11 == 5 else str(1 + (i // 26 + i % 2) % 4)
                         for i in range(days))  # fmt: skip
    minutes = " ".join("." if i % 9 == 4 else str(50 - i // 3) for i in range(days))
    bites = " ".join("." if i % 7 == 6 else f"{(i // 20) % 5}/4" if i < 60 else "3/5"
                     for i in range(days))  # fmt: skip
    steps = " ".join("y" if i % 3 else "." for i in range(days))
    return (
        a_strategy("Pause and wait before giving", help_days, period=period,
                   routines=(BREAKFAST.id, DINNER.id), life=(MOVE,)),
        a_strategy("Same four steps to bed, with pictures", minutes, kind=RatingKind.NUMBER,
                   unit="minutes", better=Better.LESS, who=SAM, period=period, life=(MOVE,)),
        a_strategy("One learning bite beside two foods he likes", bites, kind=RatingKind.TRIES,
                   period=period, routines=(DINNER.id,), life=(MOVE,)),
        a_strategy("Toy one step away along the sofa", steps, kind=RatingKind.NONE, who=SAM,
                   often=Often(kind=OftenKind.DAYS_A_WEEK, days=3), period=period, life=(MOVE,)),
    )  # fmt: skip
