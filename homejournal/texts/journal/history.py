"""The earlier versions of an entry in words: when, on which computer, and what each one said."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from homejournal.domain.journal.history import TOLD_FIELDS, Past, PastVersion
from homejournal.domain.journal.timeline import Entry
from homejournal.domain.names.helper_names import helper_names
from homejournal.domain.names.same_names import told_apart
from homejournal.domain.plan_steps.in_force import plan_on
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.practices import Practice
from homejournal.texts import labels
from homejournal.texts.journal.timeline import moment, named
from homejournal.texts.today.day_page import capital, rating_said
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

Line = tuple[str, bool]
"""What a version said of one thing, and whether that was new with it."""


def when(wording: Wording, version: PastVersion, computer: str | None, *, here: bool) -> str:
    """Return when a version was written and on which computer, as far as that is known."""
    at = moment(wording, version.at) if version.at else wording.text("From a file, day not known")
    if here:
        return wording.line_of((at, wording.text("on this computer")))
    name = wording.own(computer) if computer else wording.text("another computer")
    return wording.line_of((at, wording.text("on {computer}", computer=name))) if version.at else at


def what(wording: Wording, version: PastVersion) -> str:
    """Return what was done: written, changed (and which parts), deleted, brought back."""
    match version.what:
        case Past.FIRST:
            return wording.text("First version")
        case Past.DELETED:
            return wording.text("Deleted")
        case Past.BROUGHT_BACK:
            return wording.text("Brought back")
        case Past.WITHHELD:
            return wording.text("What it said then is not in this journal.")
        case _:
            record = version.record
            names = [field_name(wording, record, one) for one in version.changed] if record else []
            return wording.text("Changed: {parts}", parts=wording.list_of(names))


def lines(wording: Wording, family: Family, version: PastVersion) -> list[Line]:
    """Return what a version said, field by field; what it did not say is told where that is new."""
    record = version.record
    if record is None:
        return []
    strategy = family.strategies.get(record.strategy) if isinstance(record, Practice) else None
    family = told_apart(family, strategy.child) if strategy else family
    told = []
    for field in TOLD_FIELDS[type(record)]:
        new = version.what is Past.CHANGED and field in version.changed
        value = _value(wording, family, record, field)
        if value or new:
            name = field_name(wording, record, field)
            value = value or wording.text("Not chosen")
            told.append((wording.text("{name}: {value}", name=capital(name), value=value), new))
    return told


def field_name(wording: Wording, record: Entry, field: str) -> str:
    """Return what a part of an entry is called in the middle of a sentence."""
    text = wording.text
    names: Mapping[str, str] = {
        "rating": text("how it went"),
        "mark": text("not today or left out"),
        "reason": text("the reason"),
        "words": text("what happened") if isinstance(record, LifeEvent) else text("our own words"),
        "slot": text("time of the day"),
        "time": text("the clock time"),
        "routine": text("the routine"),
        "helper": text("who did it") if isinstance(record, Practice) else text("who wrote it"),
        "written_by": text("who typed it"),
        "text": text("the note"),
        "flags": text("what the note is for"),
        "answered": text("answered on"),
        "day": text("the day"),
    }
    return names[field]


def _value(wording: Wording, family: Family, record: Entry, field: str) -> str:
    value = getattr(record, field)
    if field == "rating" and isinstance(record, Practice):
        unit = plan_on(family.steps.get(record.strategy, ()), record.day).rating.unit
        return rating_said(wording, record.rating_kind, record.rating, unit)
    if value is None or value == ():
        return ""
    say = _SAYS.get(field)
    return say(wording, family, value) if say else wording.own(str(value))


def _routine(wording: Wording, family: Family, routine: "UUID") -> str:
    known = family.routines.get(routine)
    return wording.own(known.name) if known else ""


def _person(wording: Wording, family: Family, helper: "UUID") -> str:
    return named(wording, helper_names(family.helpers.values()).get(helper))


_SAYS: dict[str, Callable[[Wording, Family, Any], str]] = {
    "mark": lambda wording, _, mark: labels.mark(wording, mark),
    "reason": lambda wording, _, reason: labels.reason(wording, reason),
    "flags": lambda wording, _, flags: wording.list_of([labels.flag(wording, f) for f in flags]),
    "helper": _person,
    "written_by": _person,
    "routine": _routine,
    "time": lambda wording, _, time: wording.time(time),
    "day": lambda wording, _, day: wording.full_day(day),
    "answered": lambda wording, _, day: wording.full_day(day),
}
"""How a value is said that is not words of the family."""
