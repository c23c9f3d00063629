"""Who wrote what on the day of a dot: the line under the chart that its mark has no room for."""

from datetime import date

from homejournal.domain.family import DayRecords, Family
from homejournal.domain.look_back import LookBack
from homejournal.domain.notes import Note
from homejournal.domain.practices import Practice
from homejournal.texts.wording import Wording
from homejournal.ui.desk import Desk

_MOST = 4


def told_of_day(desk: Desk, back: LookBack, day: date) -> str:
    """Return who wrote on that day, at which time of the day, and their notes; no private one."""
    strategy = back.written.strategy
    journal = desk.journal
    records = journal.days.between(strategy.child, day, day)
    mine = [one for one in records.practices if one.strategy == strategy.id]
    told = [_practice(desk.wording, one, records, journal.family()) for one in mine]
    notes = (one for one in records.notes if one.strategy == strategy.id and not one.practice)
    told += [_quoted(desk.wording, note) for note in notes]
    return desk.wording.line_of([one for one in told if one][:_MOST])


def _practice(wording: Wording, one: Practice, records: DayRecords, family: Family) -> str:
    helper = family.helpers.get(one.helper) if one.helper else None
    parts = [wording.own(part) for part in (helper.name if helper else "", one.slot or "") if part]
    who = wording.text(", ").join(parts)
    notes = " ".join(_quoted(wording, note) for note in records.notes if note.practice == one.id)
    if who and notes:
        return wording.text("{who}: {note}", who=who, note=notes)
    return who or notes


def _quoted(wording: Wording, note: Note) -> str:
    return wording.text("“{words}”", words=wording.own(note.text))
