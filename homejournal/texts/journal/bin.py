"""What was deleted, in words: the sections, one line for each thing, and what it said."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from homejournal.domain.journal.bin import BinSection
from homejournal.domain.journal.timeline import Entry, TimelineEntry, journal_row
from homejournal.domain.journal.versions import Past, PastVersion
from homejournal.domain.records.family import Family
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.record import Kind, Record
from homejournal.texts.journal import history
from homejournal.texts.journal import timeline as said
from homejournal.texts.journal.history import record_named
from homejournal.texts.wording import Wording

_NOTE_LETTERS = 80


def section_title(wording: Wording, section: BinSection) -> str:
    """Return the heading of a section."""
    return _TITLES[section](wording)


def line(wording: Wording, family: Family, record: Record) -> str:
    """Return a deleted thing in one line."""
    if isinstance(record, Entry):
        row = journal_row(family, TimelineEntry(place=0, record=record))
        note = " ".join(said.note_text(row).split())
        short = note if len(note) <= _NOTE_LETTERS else note[:_NOTE_LETTERS].rstrip() + "…"
        day = wording.day(record.day)
        headline = said.headline(wording, row)
        return wording.line_of((day, headline, *said.signs(wording, row), wording.own(short)))
    kind = kind_of(record)
    name = _name(wording, family, record)
    say = _LINES.get(kind)
    return say(wording, name) if say else name


def details(wording: Wording, family: Family, record: Record) -> list[str]:
    """Return what a deleted entry said, field by field; of other things the line says it."""
    if not isinstance(record, Entry):
        return []
    version = PastVersion(what=Past.FIRST, at=None, device="", record=record)
    return [line for line, _ in history.lines(wording, family, version)]


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
    BinSection.CHILD: lambda w: w.text("About our child"),
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
    Kind.ABOUT: lambda w, name: w.text("About our child: {name}", name=name),
}
"""What a thing is, before its name."""
