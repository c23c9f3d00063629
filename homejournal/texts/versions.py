"""Versions in words: the earlier ones of an entry, two beside each other, and what was deleted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

from homejournal.domain.journal.bin import BinSection
from homejournal.domain.journal.timeline import Entry, TimelineEntry, journal_row
from homejournal.domain.journal.versions import (
    TOLD_FIELDS,
    Past,
    PastVersion,
    PossibleDuplicate,
    TwoVersions,
    differing,
)
from homejournal.domain.names import (
    all_distinct_routines,
    distinct_team,
    helper_names,
    strategy_shown,
    with_distinct_names,
)
from homejournal.domain.records.children import LifeEvent, Pronoun, ShownName
from homejournal.domain.records.family import Family
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.ladders_and_feelings import Progress
from homejournal.domain.records.people import Channel, Way
from homejournal.domain.records.plan import (
    Area,
    Ending,
    Often,
    StepKind,
    plan_asked,
    steps_in_force,
)
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import FROM_FILE
from homejournal.domain.records.visits import VisitHow
from homejournal.texts import labels, plan, visits_and_team
from homejournal.texts import timeline as said
from homejournal.texts.day_page import capitalized, rating_said
from homejournal.texts.display_names import name_said
from homejournal.texts.papers.about_child import part_short
from homejournal.texts.papers.about_child import title as about_title
from homejournal.texts.timeline import moment, named
from homejournal.texts.wording import Wording


def part_lines(wording: Wording, family: Family, record: Record, parts: set[str]) -> list[str]:
    """Return "name: value" for these fields of a record; what has no name of ours is left out."""
    about = {"strengths", "interests", "needs", "helps", "hard", "communicates"}
    told = []
    for part in (field.name for field in fields(record) if field.name in parts):
        say = _NAMES.get(part)
        name = part_short(wording, part) if part in about else say(wording) if say else ""
        if name:
            value = _version_fields_value(wording, family, getattr(record, part)) or wording.text(
                "Not chosen"
            )
            told.append(wording.text("{name}: {value}", name=name, value=value))
    return told


def _version_fields_value(wording: Wording, family: Family, value: Any) -> str:  # noqa: ANN401 - of any field
    """Return a value in words; nothing if it is empty."""
    if isinstance(value, bool):
        return wording.text("yes") if value else wording.text("no")
    if isinstance(value, UUID):
        return record_named(wording, family, value)
    if isinstance(value, Mapping):
        return _level_lines(wording, value)
    if isinstance(value, tuple):
        return wording.list_of([_version_fields_value(wording, family, one) for one in value])
    if isinstance(value, str) and not isinstance(value, Enum):
        return wording.own(value)
    say = next((say for cls, say in _VERSION_FIELDS_SAYS.items() if isinstance(value, cls)), None)
    return say(wording, value) if say else ""


def record_named(wording: Wording, family: Family, id_: UUID) -> str:
    """Return the name of a record that another one names; nothing if it is not here."""
    if id_ in family.strategies:
        return wording.own(strategy_shown(family, id_))
    if id_ in family.helpers:
        return name_said(wording, family, id_)
    for known in (all_distinct_routines(family), distinct_team(family.team), family.homes):
        if (found := known.get(id_)) is not None:
            return wording.own(found.name)
    outcome, visit = family.outcomes.get(id_), family.visits.get(id_)
    if outcome is not None:
        return wording.own(outcome.text)
    return wording.day(visit.day) if visit is not None else ""


def _level_lines(wording: Wording, levels: Mapping[str, str]) -> str:
    """Return the sentences of a ladder, or the answers of a preparation, in their order."""
    if not all(key.lstrip("-").isdecimal() for key in levels):
        return wording.line_of([wording.own(level) for level in levels.values()])
    rungs = sorted((int(key), sentence) for key, sentence in levels.items())
    return wording.line_of([plan.rung_said(wording, *rung) for rung in rungs])


_VERSION_FIELDS_SAYS: Mapping[type, Callable[[Wording, Any], str]] = {
    datetime: lambda w, value: w.line_of((w.day(value.date()), w.time(value.time()))),
    date: lambda w, value: w.full_day(value),
    time: lambda w, value: w.time(value),
    int: lambda w, value: w.number(value),
    Area: labels.area,
    Channel: labels.channel,
    Ending: labels.ending,
    Often: labels.how_often,
    Progress: labels.progress,
    Pronoun: labels.pronoun,
    RatingPlan: plan.rating,
    ShownName: labels.shown_name,
    StepKind: labels.step_kind,
    VisitHow: labels.visit_how,
    Way: visits_and_team.way_said,
}
"""How values are said that are not words of the family; a datetime is a date, too."""

_NAMES: Mapping[str, Callable[[Wording], str]] = {
    "name": lambda w: w.text("Name"),
    "surname": lambda w: w.text("Last name"),
    "born": lambda w: w.text("Birthday"),
    "due": lambda w: w.text("Due date"),
    "put_away": lambda w: w.text("Put away"),
    "pronoun": lambda w: w.text("She or he"),
    "shown_name": lambda w: w.text("On papers"),
    "home": lambda w: w.text("Home"),
    "left": lambda w: w.text("Left on"),
    "color": lambda w: w.text("Color"),
    "discipline": lambda w: w.text("Discipline"),
    "role": lambda w: w.text("Role"),
    "coordinator": visits_and_team.coordinator,
    "language": lambda w: w.text("Language"),
    "interpreter": lambda w: w.text("With an interpreter"),
    "ways": lambda w: w.text("Ways to reach them"),
    "way": lambda w: w.text("How"),
    "team": lambda w: w.text("Name"),
    "text": lambda w: w.text("Words"),
    "words": lambda w: w.text("Words"),
    "areas": lambda w: w.text("Areas"),
    "since": lambda w: w.text("Since"),
    "closed": lambda w: w.text("Closed"),
    "outcome": lambda w: w.text("Outcome"),
    "suggested_by": lambda w: w.text("Suggested by"),
    "strategy": lambda w: w.text("Strategy"),
    "routine": lambda w: w.text("Routine"),
    "routines": lambda w: w.text("Routines"),
    "from_day": lambda w: w.text("First day"),
    "step": lambda w: w.text("Step"),
    "what": lambda w: w.text("What we do"),
    "how": lambda w: w.text("How"),
    "when_where_who": lambda w: w.text("When, where, who"),
    "why": lambda w: w.text("Why"),
    "how_we_know": lambda w: w.text("How we will know"),
    "often": lambda w: w.text("How often"),
    "rating": lambda w: w.text("Rated by"),
    "until": lambda w: w.text("Paused until"),
    "until_visit": lambda w: w.text("Paused until the next visit"),
    "ending": lambda w: w.text("How it ended"),
    "day": lambda w: w.text("Day"),
    "time": lambda w: w.text("Clock"),
    "people": lambda w: w.text("People"),
    "bring": lambda w: w.text("Bring"),
    "agreed_between": lambda w: w.text("Agreed"),
    "agreed_next": lambda w: w.text("For the next visit"),
    "visit": lambda w: w.text("Visit"),
    "asked_by": lambda w: w.text("Asked by"),
    "answer": lambda w: w.text("Answer"),
    "answers": lambda w: w.text("Answer"),
    "answered": lambda w: w.text("Answered"),
    "level": lambda w: w.text("Level"),
    "levels": lambda w: w.text("Level"),
    "helper": lambda w: w.text("Who"),
    "meeting": lambda w: w.text("Day of the meeting"),
    "written": lambda w: w.text("Written"),
}


Line = tuple[str, bool]
"""What a version said of one thing, and whether that was new with it."""


def version_when(
    wording: Wording, version: PastVersion, computer: str | None, *, here: bool
) -> str:
    """Return when a version was written and on which computer, as far as that is known."""
    at = moment(wording, version.at) if version.at else wording.text("From a file, day not known")
    if here:
        return wording.line_of((at, wording.text("on this computer")))
    name = wording.own(computer) if computer else wording.text("another computer")
    return wording.line_of((at, wording.text("on {computer}", computer=name))) if version.at else at


def version_what(wording: Wording, version: PastVersion) -> str:
    """Return what a version did: wrote, changed (and which parts), deleted, brought back."""
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


def version_fields(wording: Wording, family: Family, version: PastVersion) -> list[Line]:
    """Return a version's fields as lines; an emptied field is shown if that is the change."""
    record = version.record
    if record is None:
        return []
    strategy = family.strategies.get(record.strategy) if isinstance(record, Practice) else None
    family = with_distinct_names(family, strategy.child) if strategy else family
    told = []
    for field in TOLD_FIELDS[type(record)]:
        new = version.what is Past.CHANGED and field in version.changed
        value = _value(wording, family, record, field)
        if value or new:
            name = field_name(wording, record, field)
            value = value or wording.text("Not chosen")
            told.append((wording.text("{name}: {value}", name=capitalized(name), value=value), new))
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
        steps = steps_in_force(family.steps.get(record.strategy, ()))
        unit = plan_asked(steps, record.day).rating.unit
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


def what_it_is(wording: Wording, family: Family, two: TwoVersions) -> str:
    """Return in one line what stands in two versions."""
    return deleted_line(wording, family, two.records[0])


def whose(wording: Wording, name: str | None, device: str, *, here: bool) -> str:
    """Return whose version it is: by the name of a home or computer, or as far as it is known."""
    if here:
        return wording.text("Version of this computer")
    if device == FROM_FILE:
        return wording.text("Version from a file")
    if name is None:
        return wording.text("Version of another computer")
    return wording.text("Version of “{name}”", name=wording.own(name))


def version_lines(
    wording: Wording, family: Family, record: Record, others: Sequence[Record]
) -> list[tuple[str, bool]]:
    """Return what a version says, field by field, and whether the versions differ in it."""
    changed = {name for other in others for name in differing(record, other)}
    told: list[tuple[str, bool]] = []
    if isinstance(record, Entry):
        shown = tuple(one for one in TOLD_FIELDS[type(record)] if one in changed)
        version = PastVersion(what=Past.CHANGED, at=None, device="", record=record, changed=shown)
        told = version_fields(wording, family, version)
        changed -= set(shown)
    told += [(line, True) for line in part_lines(wording, family, record, changed)]
    if not any(differs for _, differs in told):
        told.append((wording.text("They differ in something that is not shown here."), True))
    return told


def possible_duplicate_hint(wording: Wording, family: Family, pair: PossibleDuplicate) -> str:
    """Return the hint that two people may have noted one event."""
    known = pair.one.strategy in family.strategies
    people = (name_said(wording, family, practice.helper) for practice in (pair.one, pair.other))
    return wording.text(
        "{people} both noted “{strategy}” on {day}, close to the same time. Was it one event?",
        people=wording.list_of([name for name in people if name]),
        strategy=wording.own(strategy_shown(family, pair.one.strategy)) if known else "",
        day=wording.day(pair.one.day),
    )


_NOTE_LETTERS = 80


def bin_section_title(wording: Wording, section: BinSection) -> str:
    """Return the heading of a section."""
    return _TITLES[section](wording)


def deleted_line(wording: Wording, family: Family, record: Record) -> str:
    """Return a deleted thing in one line."""
    if isinstance(record, Entry):
        row = journal_row(family, TimelineEntry(place=0, record=record))
        note = " ".join(said.note_text(wording, row).split())
        short = note if len(note) <= _NOTE_LETTERS else note[:_NOTE_LETTERS].rstrip() + "…"
        day = wording.day(record.day)
        headline = said.headline(wording, row)
        return wording.line_of((day, headline, *said.signs(wording, row), wording.own(short)))
    kind = kind_of(record)
    name = _name(wording, family, record)
    say = _LINES.get(kind)
    return say(wording, name) if say else name


def deleted_details(wording: Wording, family: Family, record: Record) -> list[str]:
    """Return what a deleted entry said, field by field; of other things the line says it."""
    if not isinstance(record, Entry):
        return []
    version = PastVersion(what=Past.FIRST, at=None, device="", record=record)
    return [deleted_line for deleted_line, _ in version_fields(wording, family, version)]


def deleted_when(wording: Wording, at: datetime | None) -> str:
    """Return when something was deleted, as far as it is known."""
    if at is None:
        return wording.text("Deleted in another journal, day not known")
    return wording.text("Deleted: {moment}", moment=said.moment(wording, at))


def _name(wording: Wording, family: Family, record: Record) -> str:
    """Return what the family called it, or whose it is and of which day."""
    for field in ("name", "text"):
        if isinstance(found := getattr(record, field, None), str):
            return wording.own(found)
    named: list[str] = []
    for field in ("strategy", "routine", "team", "outcome"):
        which = getattr(record, field, None)
        if isinstance(which, UUID):
            named.append(record_named(wording, family, which))
    return wording.line_of((_day(wording, record), *named))


def _day(wording: Wording, record: Record) -> str:
    for field in ("day", "from_day", "made"):
        found = getattr(record, field, None)
        if isinstance(found, datetime):
            return wording.day(found.date())
        if isinstance(found, date):
            return wording.day(found)
    return ""


_TITLES: dict[BinSection, Callable[[Wording], str]] = {
    BinSection.ENTRIES: lambda w: w.text("Entries and notes"),
    BinSection.LIFE: lambda w: w.text("Life events"),
    BinSection.PLAN: lambda w: w.text("Plan"),
    BinSection.VISITS: lambda w: w.text("Visits"),
    BinSection.PAGES: lambda w: w.text("Pages and packs that were kept"),
    BinSection.FILES: lambda w: w.text("Photos and hand-outs"),
    BinSection.PEOPLE: lambda w: w.text("People"),
    BinSection.CHILD: about_title,
}
_LINES: dict[Kind, Callable[[Wording, str], str]] = {
    Kind.STRATEGY: lambda w, name: w.text("Strategy: {name}", name=name),
    Kind.PLAN_STEP: lambda w, name: w.text("Change of the plan: {name}", name=name),
    Kind.ROUTINE: lambda w, name: w.text("Routine: {name}", name=name),
    Kind.OUTCOME: lambda w, name: w.text("Outcome: {name}", name=name),
    Kind.LADDER: lambda w, name: w.text("Ladder: {name}", name=name),
    Kind.LADDER_RATING: lambda w, name: w.text("On the ladder: {name}", name=name),
    Kind.OUTCOME_REVIEW: lambda w, name: w.text("What the review said: {name}", name=name),
    Kind.ROUTINE_RATING: lambda w, name: w.text("How it feels for us: {name}", name=name),
    Kind.CONFIDENCE_RATING: lambda w, name: w.text("How sure we feel: {name}", name=name),
    Kind.VISIT: lambda w, name: w.text("Visit: {name}", name=name),
    Kind.ASKED: lambda w, name: w.text("Question: {name}", name=name),
    Kind.PAGE: lambda w, name: w.text("Visit page: {name}", name=name),
    Kind.PACK: lambda w, name: w.text("Pack: {name}", name=name),
    Kind.SHEET: lambda w, name: w.text("Printed week: {name}", name=name),
    Kind.BOOK: lambda w, name: w.text("Book: {name}", name=name),
    Kind.HELPER: lambda w, name: w.text("Writes here: {name}", name=name),
    Kind.TEAM_MEMBER: lambda w, name: w.text("Our team: {name}", name=name),
    Kind.CONTACT: lambda w, name: w.text("Contact: {name}", name=name),
    Kind.ABOUT: lambda w, name: w.text("About page: {name}", name=name),
}
"""What a thing is, before its name."""
