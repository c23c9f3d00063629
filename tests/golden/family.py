"""The family of the golden journals: one of every kind of record, with words of many scripts."""

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID, uuid5

from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
    RoutineRating,
)
from homejournal.domain.records.media_and_papers import Media, Page
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import (
    Channel,
    Contact,
    Device,
    Helper,
    Home,
    TeamMember,
    Way,
)
from homejournal.domain.records.plan import (
    Area,
    Often,
    OftenKind,
    Outcome,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
    Weekday,
)
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan, Tries
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Asked, Visit, VisitHow

NAMES = UUID("6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b99")
DAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 10, 20, 30, tzinfo=timezone(timedelta(hours=-5)))


def number(what: str) -> UUID:
    return uuid5(NAMES, what)


MATEO, PAUSE, DONE = number("child"), number("pause"), number("done")
WRITTEN = {"written": NOW, "helper": number("helper")}
"""When and by whom most of it was written."""


def people() -> list[Record]:
    """Return who is there, what the family hopes for, and a routine."""
    return [
        Home(id=number("home"), name="Home"),
        Device(id=number("device"), name="Kitchen laptop", home=number("home")),
        Child(
            id=MATEO,
            name="Mateo",
            surname="Ruíz-Ångström 王",
            born=date(2024, 4, 20),
            due=date(2024, 5, 1),
            words="Spanish with grandma",
            communicates=("gestures", "a few words"),
        ),
        Helper(id=number("helper"), name="Grandpa 👴", home=number("home")),
        TeamMember(
            id=number("dana"),
            name="Dana",
            discipline="speech",
            coordinator=True,
            ways=(Way(way=Channel.TEXT, value="555 0100", preferred=True),),
        ),
        Outcome(id=number("outcome"), child=MATEO, text="Asks for food", areas=(Area.ADAPTIVE,)),
        Routine(id=number("breakfast"), name="Breakfast", child=MATEO),
    ]


def plans() -> list[Record]:
    """Return what is planned."""
    return [
        Strategy(
            id=PAUSE,
            child=MATEO,
            name="Pause and wait",
            outcome=number("outcome"),
            suggested_by=number("dana"),
        ),
        Strategy(id=number("steps"), child=MATEO, name="Steps", example=True),
        PlanStep(
            id=number("pause start"),
            strategy=PAUSE,
            from_day=DAY - timedelta(days=7),
            what="Wait five seconds",
            routines=(number("breakfast"),),
            often=Often(times=2, slots=("breakfast", "dinner"), weekdays=(Weekday.MON,)),
            rating=RatingPlan(kind=RatingKind.HELP),
        ),
        PlanStep(
            id=number("steps start"),
            strategy=number("steps"),
            from_day=DAY,
            step=StepKind.START,
            often=Often(kind=OftenKind.DAYS_A_WEEK, days=3),
            rating=RatingPlan(
                kind=RatingKind.NUMBER,
                unit="steps",
                better=Better.MORE,
                aim=Aim(low=Decimal("2.5")),
            ),
        ),
    ]


def practices() -> list[Record]:
    """Return what was rated on a day, in each of three ways."""
    return [
        Practice(
            id=DONE,
            strategy=PAUSE,
            day=DAY,
            slot="breakfast",
            time=time(8, 5),
            routine=number("breakfast"),
            rating=2,
            rating_kind=RatingKind.HELP,
            **WRITTEN,
        ),
        Practice(
            id=number("number"),
            strategy=number("steps"),
            day=DAY,
            rating=Decimal("7.25"),
            rating_kind=RatingKind.NUMBER,
        ),
        Practice(
            id=number("tries"),
            strategy=PAUSE,
            day=DAY,
            rating=Tries(took=0, of=4),
            rating_kind=RatingKind.TRIES,
            **WRITTEN,
        ),
    ]


def days() -> list[Record]:
    """Return what else was written on days: a mark, notes, and what happened in life."""
    return [
        DayMark(
            id=number("sick"),
            child=MATEO,
            day=DAY - timedelta(days=1),
            mark=MarkKind.LEFT_OUT,
            reason=LeftOutReason.SICK,
            words="Fever",
            home=number("home"),
        ),
        Note(
            id=number("note"),
            child=MATEO,
            day=DAY,
            text="He pointed at the banana.\n“¡Mira!” 😀 <b>$x$</b> שלום",
            practice=DONE,
            strategy=PAUSE,
            flags=(Flag.CELEBRATION, Flag.QUESTION),
            **WRITTEN,
        ),
        PrivateNote(id=number("own"), child=MATEO, day=DAY, text="I was so tired", **WRITTEN),
        LifeEvent(id=number("moved"), child=MATEO, day=DAY, words="We moved"),
        Note(id=number("gone"), child=MATEO, day=DAY, text="Unmistakable", **WRITTEN),
    ]


def seldom() -> list[Record]:
    """Return what is written at visits and from time to time."""
    return [
        Visit(
            id=number("visit"),
            child=MATEO,
            day=DAY,
            time=time(10, 30),
            people=(number("dana"),),
            how=VisitHow.HOME,
            agreed_between="Wait longer",
            held=True,
        ),
        Asked(id=number("asked"), visit=number("visit"), text="More words?", answer="Two"),
        Ladder(
            id=number("ladder"),
            outcome=number("outcome"),
            levels={"-1": "cries", "0": "looks", "1": "points"},
        ),
        LadderRating(id=number("rung"), ladder=number("ladder"), day=DAY, level=0),
        RoutineRating(id=number("how"), child=MATEO, routine=number("breakfast"), day=DAY, level=4),
        ConfidenceRating(id=number("sure"), child=MATEO, strategy=PAUSE, day=DAY, level=3),
        OutcomeReview(id=number("review"), outcome=number("outcome"), day=DAY, words=Progress.SOME),
        About(id=number("about"), child=MATEO, day=DAY, strengths="Laughs", hard="Loud rooms"),
        Contact(
            id=number("call"), team=number("dana"), day=DAY, way=Channel.PHONE, words="Thursday"
        ),
        Media(id=number("photo"), sha256="ab" * 32, name="cup.jpg", type="image/jpeg"),
        Page(
            id=number("page"),
            child=MATEO,
            made=NOW,
            page={"title": "Mateo", "rows": [1, None, {"n": "2.5"}]},
            visit=number("visit"),
        ),
    ]
