"""What another home asks to delete for good, thing by thing, and that it asks at all."""

from collections.abc import Sequence
from uuid import UUID

from homejournal.domain.journal.row_details import journal_row
from homejournal.domain.journal.timeline import Entry, TimelineEntry
from homejournal.domain.records.family import Family
from homejournal.domain.records.record import Record
from homejournal.domain.safe.deleting_for_good import Leaving, Thing
from homejournal.texts.journal import bin as lines
from homejournal.texts.journal import timeline
from homejournal.texts.names.child_names import names_said
from homejournal.texts.wording import Wording


def things_said(wording: Wording, family: Family, leaving: Leaving) -> list[str]:
    """Return the first things that go, each in a line, and how many more there are.

    Nothing where none of them is told by itself.
    """
    told = [_line(wording, family, one) for one in leaving.first]
    if told and leaving.more:
        told.append(wording.count("and {n} more", "and {n} more", leaving.more))
    return told


def asks_said(wording: Wording, homes: Sequence[str | None]) -> str:
    """Return that these homes ask to delete something; None is one whose name is not here."""
    if len(homes) > 1:
        return wording.text("Several homes ask to delete something here, too.")
    if homes[0] is None:
        return wording.text("Another home asks to delete something here, too.")
    return wording.text("“{home}” asks to delete something here, too.", home=wording.own(homes[0]))


def asks_where(wording: Wording) -> str:
    """Return where it is answered."""
    return wording.text("You find it under “Keep it safe”.")


def kept_here(wording: Wording) -> str:
    """Return that it stays, and is asked no more."""
    return wording.text("It stays here, and you are not asked about it again.")


def _line(wording: Wording, family: Family, thing: Thing) -> str:
    record = thing.record
    parts = (lines.line(wording, family, record), _who(wording, family, record))
    line = wording.line_of((*parts, _whose(wording, family, record)))
    return line if thing.whole else wording.text("What it said before: {line}", line=line)


def _who(wording: Wording, family: Family, record: Record) -> str:
    """Return who wrote or did it; nothing of what is no entry."""
    if not isinstance(record, Entry):
        return ""
    return timeline.who(wording, journal_row(family, TimelineEntry(place=0, record=record)))


def _whose(wording: Wording, family: Family, record: Record) -> str:
    """Return the child that it is about, where there are several."""
    child = getattr(record, "child", None)
    strategy = getattr(record, "strategy", None)
    if child is None and isinstance(strategy, UUID) and strategy in family.strategies:
        child = family.strategies[strategy].child
    if len(family.children) > 1 and isinstance(child, UUID):
        return names_said(wording, family.children.values()).get(child, "")
    return ""
