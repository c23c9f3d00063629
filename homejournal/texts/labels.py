"""The words of the small closed lists: levels, reasons, areas, weekdays, flags, steps."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from homejournal.domain.names import name_on_paper
from homejournal.domain.records.children import Child, Pronoun, ShownName
from homejournal.domain.records.ladders_and_feelings import Progress
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Channel
from homejournal.domain.records.plan import Area, Ending, Often, OftenKind, StepKind, Weekday
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import Aim, Better, Per, RatingKind
from homejournal.domain.records.visits import VisitHow
from homejournal.domain.today.reminders_and_timer import TimeUnit
from homejournal.texts.timer import time_named
from homejournal.texts.wording import Wording

_PART_OF_ONE = 100
"""A number that stands for parts of one: all of our languages count these as many."""
_Words = Mapping[object, Callable[[Wording], str]]


def level(wording: Wording, kind: RatingKind, value: int, also: Sequence[str] = ()) -> str:
    """Return the word of a level of help (1 to 4) or of how it went (1 to 3).

    The professional's own word for a level of help (`also`) stands beside ours, never instead.
    """
    ours = (_HELP if kind is RatingKind.HELP else _WENT)[value](wording)
    own = also[value - 1] if also and kind is RatingKind.HELP else ""
    # Translators: a rating word, and a professional's own word for the same: "a lot of help (cue)"
    return wording.text("{ours} ({own})", ours=ours, own=wording.own(own)) if own else ours


def took_of(wording: Wording, took: Decimal | int, of: Decimal | int) -> str:
    """Return "took 3 of 5", or that nothing was offered."""
    if not of:
        return wording.text("nothing was offered")
    return wording.text("took {took} of {of}", took=wording.number(took), of=wording.number(of))


def did_it_on(wording: Wording, days: int, planned: int | None) -> str:
    """Return "did it on 15 of 18 planned days"; "did it on 8 days" where none are named."""
    if planned is None:
        return wording.count("did it on {n} day", "did it on {n} days", days)
    return wording.count(
        "did it on {days} of {n} planned day",
        "did it on {days} of {n} planned days",
        planned,
        days=wording.number(days),
    )


def level_hint(wording: Wording, value: int) -> str:
    """Return what a level of help looks like, for a tool tip."""
    return _HELP_HINTS[value](wording)


def reason(wording: Wording, why: LeftOutReason) -> str:
    """Return why a day is left out."""
    return _REASONS[why](wording)


def mark(wording: Wording, kind: MarkKind) -> str:
    """Return what a day mark says."""
    return _MARKS[kind](wording)


def area(wording: Wording, which: Area) -> str:
    """Return one of the five areas of development that the law names (34 CFR 303.344(a))."""
    return _AREAS[which](wording)


def visit_how(wording: Wording, how: VisitHow) -> str:
    """Return where or how a visit takes place."""
    return _VISITS[how](wording)


def weekday_name(wording: Wording, day: Weekday) -> str:
    """Return the whole name of a weekday, as it stands inside a sentence."""
    return _WEEKDAYS[day](wording)


def flag(wording: Wording, which: Flag) -> str:
    """Return what a note is for."""
    return _FLAGS[which](wording)


def step_kind(wording: Wording, kind: StepKind) -> str:
    """Return what happens to a strategy from a day on."""
    return _STEPS[kind](wording)


def ending(wording: Wording, ending: Ending) -> str:
    """Return how a strategy was finished."""
    return _ENDINGS[ending](wording)


def pronoun(wording: Wording, said: Pronoun) -> str:
    """Return which words the family chose for a child."""
    return _PRONOUNS[said](wording)


def child_said(wording: Wording, who: Pronoun, name: str = "") -> str:
    """Return a child by the name that is given, or as "our child"."""
    return wording.own(name) if name else wording.text_about(who, "our child")


def child_on_paper(wording: Wording, child: Child) -> str:
    """Return what a paper in this language calls a child: the name, or "our child"."""
    return child_said(wording, child.pronoun, name_on_paper(child))


def shown_name(wording: Wording, shown: ShownName) -> str:
    """Return what a child is called on papers."""
    return _SHOWN[shown](wording)


def rating_kind(wording: Wording, kind: RatingKind) -> str:
    """Return the name of a way to rate."""
    return _KINDS[kind](wording)


def better(wording: Wording, direction: Better) -> str:
    """Return which direction the family hopes for."""
    return _BETTER[direction](wording)


def channel(wording: Wording, way: Channel) -> str:
    """Return a way to reach a person."""
    return _CHANNELS[way](wording)


def progress(wording: Wording, words: Progress) -> str:
    """Return the word of a six-month review."""
    return _PROGRESS[words](wording)


def how_often(wording: Wording, often: Often) -> str:
    """Return how often a strategy is planned: "twice a day (breakfast, dinner)"."""
    if often.kind is OftenKind.DAYS_A_WEEK:
        return wording.count("any {n} day a week", "any {n} days a week", often.days or 1)
    said = [_times(wording, often.times)]
    if often.weekdays:
        days = sorted(often.weekdays, key=lambda day: day.number)
        names = wording.list_of([weekday_name(wording, day) for day in days])
        said.append(wording.text("on {days}", days=names))
    if not often.slots:
        return " ".join(said)
    slots = wording.text(", ").join(wording.own(slot) for slot in often.slots)
    return wording.text("{often} ({slots})", often=" ".join(said), slots=slots)


def _times(wording: Wording, times: int) -> str:
    match times:
        case 1:
            return wording.text("once a day")
        case 2:
            return wording.text("twice a day")
        case _:
            return wording.count("{n} time a day", "{n} times a day", times)


_HELP: _Words = {
    1: lambda w: w.text("a lot of help"),
    2: lambda w: w.text("some help"),
    3: lambda w: w.text("a little help"),
    4: lambda w: w.text("on own"),
}
_HELP_HINTS: _Words = {
    1: lambda w: w.text("we did most of it together"),
    2: lambda w: w.text("we showed or touched"),
    3: lambda w: w.text("a word or a point"),
    4: lambda w: w.text("no help was needed"),
}
_WENT: _Words = {
    1: lambda w: w.text("hard"),
    2: lambda w: w.text("okay"),
    3: lambda w: w.text("well"),
}
_REASONS: _Words = {
    LeftOutReason.SICK: lambda w: w.text("sick"),
    LeftOutReason.AWAY: lambda w: w.text("away"),
    LeftOutReason.OTHER_HOME: lambda w: w.text("other home"),
    LeftOutReason.APPOINTMENT: lambda w: w.text("appointment"),
    LeftOutReason.OTHER: lambda w: w.text("other reason"),
}
_MARKS: _Words = {
    MarkKind.NOT_TODAY: lambda w: w.text("not today"),
    MarkKind.LEFT_OUT: lambda w: w.text("left out"),
}
_AREAS: _Words = {
    Area.PHYSICAL: lambda w: w.text("Physical (with vision, hearing and health)"),
    Area.COGNITIVE: lambda w: w.text("Cognitive"),
    Area.COMMUNICATION: lambda w: w.text("Communication"),
    Area.SOCIAL_EMOTIONAL: lambda w: w.text("Social or emotional"),
    Area.ADAPTIVE: lambda w: w.text("Adaptive"),
}
_VISITS: _Words = {
    VisitHow.HOME: lambda w: w.text("at home"),
    VisitHow.VIDEO: lambda w: w.text("by video"),
    VisitHow.CLINIC: lambda w: w.text("at the clinic"),
    VisitHow.PHONE: lambda w: w.text("by phone"),
    VisitHow.OTHER: lambda w: w.text("another way"),
}
_WEEKDAYS: _Words = {
    Weekday.MON: lambda w: w.text("Monday"),
    Weekday.TUE: lambda w: w.text("Tuesday"),
    Weekday.WED: lambda w: w.text("Wednesday"),
    Weekday.THU: lambda w: w.text("Thursday"),
    Weekday.FRI: lambda w: w.text("Friday"),
    Weekday.SAT: lambda w: w.text("Saturday"),
    Weekday.SUN: lambda w: w.text("Sunday"),
}
_FLAGS: _Words = {
    Flag.CELEBRATION: lambda w: w.text("Celebration"),
    Flag.CONCERN: lambda w: w.text("Concern"),
    Flag.QUESTION: lambda w: w.text("For the next visit"),
}
_STEPS: _Words = {
    StepKind.START: lambda w: w.text("Started"),
    StepKind.CHANGE: lambda w: w.text("Changed"),
    StepKind.PAUSE: lambda w: w.text("Paused"),
    StepKind.RESTART: lambda w: w.text("Restarted"),
    StepKind.FINISH: lambda w: w.text("Finished"),
}
_KINDS: _Words = {
    RatingKind.HELP: lambda w: w.text("How much help?"),
    RatingKind.WENT: lambda w: w.text("How did it go?"),
    RatingKind.NUMBER: lambda w: w.text("A number"),
    RatingKind.TRIES: lambda w: w.text("Tries, like 3 of 5"),
    RatingKind.NONE: lambda w: w.text("Just: did we do it?"),
}
_PER: _Words = {
    Per.DAY: lambda w: w.text("the day"),
    Per.TIME: lambda w: w.text("each time"),
}
_BELONGS_TO: _Words = {
    Per.DAY: lambda w: w.text("To the day: its times are added up"),
    Per.TIME: lambda w: w.text("To each time by itself"),
}
_BETTER: _Words = {
    Better.MORE: lambda w: w.text("more is better"),
    Better.LESS: lambda w: w.text("less is better"),
    Better.NEITHER: lambda w: w.text("neither is better"),
}
_ENDINGS: _Words = {
    Ending.STOPPED: lambda w: w.text("we stopped"),
    Ending.PART_OF_OUR_DAY: lambda w: w.text("we do this without thinking now"),
}
_PRONOUNS: _Words = {
    Pronoun.SHE: lambda w: w.text("she"),
    Pronoun.HE: lambda w: w.text("he"),
    Pronoun.NEITHER: lambda w: w.text("neither"),
}
_SHOWN: _Words = {
    ShownName.NAME: lambda w: w.text("the name"),
    ShownName.OUR_CHILD: lambda w: w.text("our child"),
}
_CHANNELS: _Words = {
    Channel.EMAIL: lambda w: w.text("e-mail"),
    Channel.TEXT: lambda w: w.text("text message"),
    Channel.PHONE: lambda w: w.text("phone"),
    Channel.IN_PERSON: lambda w: w.text("in person"),
    Channel.VIDEO: lambda w: w.text("video call"),
}
_PROGRESS: _Words = {
    Progress.NO: lambda w: w.text("no progress"),
    Progress.LITTLE: lambda w: w.text("a little progress"),
    Progress.SOME: lambda w: w.text("some progress"),
    Progress.A_GREAT_DEAL: lambda w: w.text("a great deal of progress"),
    Progress.REACHED: lambda w: w.text("reached"),
    Progress.NOT_YET: lambda w: w.text("not yet"),
    Progress.STARTING: lambda w: w.text("starting"),
    Progress.YES: lambda w: w.text("yes"),
}


def amount(wording: Wording, value: Decimal | int, unit: str | None, said: str = "") -> str:
    """Return a number with the family's unit, if there is one: "30 minutes", "1 minute".

    Minutes and hours are said in this language. Of a unit in the family's own words nobody knows
    what one of them is called, so it stands beside a 1. `said` is the number in fewer letters.
    """
    number = said or wording.number(value)
    if not unit:
        return number
    whole = int(value) if value == int(value) else _PART_OF_ONE
    match time_named(unit):
        case TimeUnit.MINUTES:
            own = wording.count("minute", "minutes", whole)
        case TimeUnit.HOURS:
            own = wording.count("hour", "hours", whole)
        case _:
            own = wording.own(unit)
            own = f"({own})" if value == 1 else own
    return f"{number} {own}"


def per(wording: Wording, which: Per) -> str:
    """Return what a number belongs to."""
    return _PER[which](wording)


def belongs_to(wording: Wording, which: Per) -> str:
    """Return what a number can belong to, as a choice with what that means."""
    return _BELONGS_TO[which](wording)


def numbers_of(wording: Wording, unit: str, *, of_days: bool) -> str:
    """Return what numbers are of: "minutes a day", "minutes each time"; with no unit "each day"."""
    if of_days:
        return wording.text("{unit} a day", unit=unit) if unit else wording.text("each day")
    return wording.text("{unit} each time", unit=unit) if unit else wording.text("each time")


def aim_said(wording: Wording, aim: Aim, unit: str | None) -> str:
    """Return the family's own aim: "20 to 30 minutes", "at most 20 minutes"."""
    if aim.low is None and aim.high is None:
        return wording.text("any number")
    if aim.low is None and aim.high is not None:
        return wording.text("at most {most}", most=amount(wording, aim.high, unit))
    least = amount(wording, aim.low or 0, unit)
    if aim.high is None:
        return wording.text("at least {least}", least=least)
    if aim.low == aim.high:
        return least
    return wording.text(
        "{low} to {high}",
        low=wording.number(aim.low or 0),
        high=amount(wording, aim.high, unit),
    )


def person_with_discipline(wording: Wording, name: str | None, discipline: str | None) -> str:
    """Return who somebody is, as far as it is known: "Dana, speech-language pathologist"."""
    return wording.text(", ").join(wording.own(part) for part in (name, discipline) if part)
