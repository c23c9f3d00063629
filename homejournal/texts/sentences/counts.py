"""The words of every sentence about the numbers. No cause, no judgement, no per cent, no mean."""

from collections.abc import Iterator, Mapping
from functools import singledispatch

from homejournal.domain.sentences import counts as told
from homejournal.texts.display_names import suggested_when
from homejournal.texts.labels import (
    did_it_on,
    how_often,
    level,
    person_with_discipline,
    rating_kind,
    reason,
)
from homejournal.texts.sentences.look_back import WORDS as LOOK_BACK_WORDS
from homejournal.texts.sentences.more_detail import Words
from homejournal.texts.sentences.numbers import NUMBER_WORDS
from homejournal.texts.wording import Wording


def say(wording: Wording, sentence: told.Sentence) -> str:
    """Return a sentence in this language, without a full stop; its first letter as inside a line.

    Raises TypeError for a value that is no sentence.
    """
    return _say(sentence, wording)


@singledispatch
def _say(sentence: object, wording: Wording) -> str:
    words = _WORDS.get(type(sentence))
    if words is None:
        message = f"no words for {type(sentence).__name__} in {wording.language}"
        raise TypeError(message)
    return words(sentence, wording)


@_say.register
def _(line: told.Joined, wording: Wording) -> str:
    return wording.line_of(_say(part, wording) for part in line.parts)


@_say.register
def _(one: told.DidItOn, wording: Wording) -> str:
    return did_it_on(wording, one.days, one.planned)


@_say.register
def _(one: told.LeftOut, wording: Wording) -> str:
    if not one.by:
        return wording.count("{n} left out", "{n} left out", one.days)
    if len(one.by) == 1:
        reasons = reason(wording, one.by[0][0])
    else:
        pairs = ((reason(wording, why), wording.number(days)) for why, days in one.by)
        named = (wording.text("{reason} {number}", reason=why, number=n) for why, n in pairs)
        reasons = wording.text(", ").join(named)
    return wording.count(
        "{n} left out ({reasons})", "{n} left out ({reasons})", one.days, reasons=reasons
    )


@_say.register
def _(one: told.DayRange, wording: Wording) -> str:
    return wording.count(
        "{low} to {high} of {of}, depending on the day with nothing written",
        "{low} to {high} of {of}, depending on the days with nothing written",
        one.high - one.low,
        low=wording.number(one.low),
        high=wording.number(one.high),
        of=wording.number(one.of),
    )


@_say.register
def _(one: told.TimesOf, wording: Wording) -> str:
    return wording.count(
        "{times} of {n} planned time",
        "{times} of {n} planned times",
        one.planned,
        times=wording.number(one.times),
    )


@_say.register
def _(one: told.PlanMet, wording: Wording) -> str:
    return wording.count(
        "plan met in {weeks} of {n} full week",
        "plan met in {weeks} of {n} full weeks",
        one.of,
        weeks=wording.number(one.weeks),
    )


@_say.register
def _(one: told.LevelCounts, wording: Wording) -> str:
    return wording.line_of(
        level_count(wording, one, value, how_many) for value, how_many in one.counts
    )


def level_count(wording: Wording, counts: told.LevelCounts, value: int, how_many: int) -> str:
    """Return one level with how often it was rated: "some help 12"."""
    word = level(wording, counts.kind, value, counts.words)
    return wording.text("{level} {number}", level=word, number=wording.number(how_many))


@_say.register
def _(one: told.MiddleLevel, wording: Wording) -> str:
    low, high = level(wording, one.kind, one.low), level(wording, one.kind, one.high)
    if one.low != one.high:
        # Translators: two of the rating words, as in "between some help and a little help"
        low = wording.text("between {low} and {high}", low=low, high=high)
    if one.so_far:
        return wording.text("middle value so far: {level}", level=low)
    return wording.text("middle value: {level}", level=low)


@_say.register
def _(one: told.OtherRatings, wording: Wording) -> str:
    return wording.count(
        "{n} rated in another way ({kind})",
        "{n} rated in another way ({kind})",
        one.n,
        kind=rating_kind(wording, one.kind),
    )


@_say.register
def _(one: told.UnsettledVersions, wording: Wording) -> str:
    return wording.count(
        "{n} time stands in two versions: counted once, its rating left out",
        "{n} times stand in two versions: each counted once, its rating left out",
        one.times,
    )


@_say.register
def _(one: told.AgeInMonths, wording: Wording) -> str:
    age = wording.count("{n} month", "{n} months", one.months)
    if one.corrected is None:
        return age
    return wording.text(
        "{age} (corrected age {corrected})",
        age=age,
        corrected=wording.count("{n} month", "{n} months", one.corrected),
    )


@_say.register
def _(one: told.SuggestedBy, wording: Wording) -> str:
    who = person_with_discipline(wording, one.name, one.discipline)
    return suggested_when(wording, who, one.since, one.visit)


@_say.register
def _(one: told.Planned, wording: Wording) -> str:
    slots = {slot.casefold() for slot in one.often.slots}
    other = (name for name in one.routines if name.casefold() not in slots)
    routines = wording.text(", ").join(wording.own(name) for name in other)
    return wording.line_of((how_often(wording, one.often), routines))


@_say.register
def _(one: told.Replaced, wording: Wording) -> str:
    signs = ", ".join(f"U+{ord(sign[0]):04X}" for sign in one.characters)
    return wording.count(
        "{n} character cannot be drawn here and is shown as ◻: {signs}",
        "{n} characters cannot be drawn here and are shown as ◻: {signs}",
        len(one.characters),
        signs=signs,
    )


@_say.register
def _(one: told.PlanPart, wording: Wording) -> str:
    days, said = wording.between(one.start, one.end), wording.line_of(_parts_said(one, wording))
    return wording.text("{when}: {what}", when=days, what=said)


@_say.register
def _(one: told.DaysByPlan, wording: Wording) -> str:
    return wording.text("; ").join(_say(part, wording) for part in one.parts)


@_say.register
def _(one: told.DaysSince, wording: Wording) -> str:
    changed = wording.count(
        "the kind of plan changed {n} time", "the kind of plan changed {n} times", one.changes
    )
    return wording.text("; ").join((changed, _say(one.last, wording)))


def _parts_said(part: told.PlanPart, wording: Wording) -> Iterator[str]:
    return (_say(one, wording) for one in part.told)


_PLAIN: Mapping[type, Words] = {
    told.NotToday: lambda one, w: w.count("{n} not today", "{n} not today", one.days),
    told.NotWritten: lambda one, w: w.count("{n} not written", "{n} not written", one.days),
    told.TimesNotToday: lambda one, w: w.count(
        "{n} time not today", "{n} times not today", one.times
    ),
    told.TimesNotWritten: lambda one, w: w.count(
        "{n} time not written", "{n} times not written", one.times
    ),
    told.ExtraTimes: lambda one, w: w.count("{n} extra time", "{n} extra times", one.times),
    told.OutsideTimes: lambda one, w: w.count(
        "{n} time outside the plan", "{n} times outside the plan", one.times
    ),
    told.ToldNotToday: lambda one, w: w.count(
        "{n} time told as not today", "{n} times told as not today", one.days
    ),
    told.ExtraDays: lambda one, w: w.count("{n} extra day", "{n} extra days", one.days),
    told.TooFewToSumUp: lambda one, w: w.count(
        "{n} rating: too few to sum up", "{n} ratings: too few to sum up", one.n
    ),
    told.Unrated: lambda one, w: w.count("{n} without a rating", "{n} without a rating", one.times),
    told.WrittenLater: lambda one, w: w.count("{n} written later", "{n} written later", one.times),
    told.NotesAsWritten: lambda _, w: w.text("The family's notes stand as they were written."),
    told.NothingWritten: lambda _, w: w.text("nothing is written down for these days"),
}
"""The words of what says one number at most."""
_WORDS: Mapping[type, Words] = {**_PLAIN, **NUMBER_WORDS, **LOOK_BACK_WORDS}
