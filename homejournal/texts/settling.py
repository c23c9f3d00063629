"""Two versions of one thing side by side, in words."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from homejournal.domain.family import Family
from homejournal.domain.history import TOLD_FIELDS, Past, PastVersion
from homejournal.domain.joining import differing
from homejournal.domain.noted_twice import NotedTwice
from homejournal.domain.record import Record
from homejournal.domain.settling import TwoVersions
from homejournal.domain.timeline import Entry
from homejournal.texts import bin as deleted
from homejournal.texts import history
from homejournal.texts.errors import field_name
from homejournal.texts.today import capital
from homejournal.texts.wording import Wording


def what_it_is(wording: Wording, family: Family, two: TwoVersions) -> str:
    """Return in one line what stands in two versions."""
    return deleted.line(wording, family, two.records[0])


def whose(wording: Wording, name: str | None, *, here: bool) -> str:
    """Return whose version it is."""
    if here:
        return wording.text("Version of this computer")
    if name is None:
        return wording.text("Version of another computer")
    return wording.text("Version of “{name}”", name=wording.own(name))


def version_lines(
    wording: Wording, family: Family, record: Record, others: Sequence[Record]
) -> list[tuple[str, bool]]:
    """Return what a version says, field by field, and whether the versions differ in it."""
    changed = tuple({name: None for other in others for name in differing(record, other)})
    if isinstance(record, Entry):
        told = tuple(one for one in changed if one in TOLD_FIELDS[type(record)])
        version = PastVersion(what=Past.CHANGED, at=None, device="", record=record, changed=told)
        return history.lines(wording, family, version)
    named = [one.name for one in fields(record) if one.name in changed]
    return [(_line(wording, record, name), True) for name in named]


def _line(wording: Wording, record: Record, name: str) -> str:
    value = getattr(record, name)
    if isinstance(value, date) and not isinstance(value, datetime):
        said = wording.day(value)
    else:
        said = wording.text("Not said") if value is None else wording.own(str(value))
    label = capital(field_name(wording, name))
    return wording.text("{name}: {value}", name=label, value=said)


def noted_twice(wording: Wording, family: Family, pair: NotedTwice) -> str:
    """Return the hint that two people may have noted one event."""
    strategy = family.strategies.get(pair.one.strategy)
    people = [family.helpers.get(one) for one in (pair.one.helper, pair.other.helper) if one]
    return wording.text(
        "{people} both noted “{strategy}” on {day}, close to the same time. Was it one event?",
        people=wording.list_of([wording.own(one.name) for one in people if one]),
        strategy=wording.own(strategy.name) if strategy else "",
        day=wording.day(pair.one.day),
    )
