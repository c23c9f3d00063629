"""Who wrote what on the day of a dot: the line under the chart that its mark has no room for."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from homejournal.domain.family import Family
from homejournal.domain.notes import Note
from homejournal.domain.practices import Practice
from homejournal.domain.progress_filter import ProgressFilter
from homejournal.texts.wording import Wording
from homejournal.ui.desk import Desk

if TYPE_CHECKING:
    from uuid import UUID

_MOST = 4


def told_of_day(desk: Desk, asked: ProgressFilter, day: date) -> str:
    """Return who wrote on that day, at which time of the day, and their notes; no private one.

    What the filter hides is not told; of very many the first few are, and how many more there are.
    """
    wording = desk.wording
    told = [words for words in _told(desk, asked, day) if words]
    more = len(told) - _MOST
    if more > 0:
        told[_MOST:] = [wording.count("{n} more", "{n} more", more)]
    return wording.line_of(told)


def _told(desk: Desk, asked: ProgressFilter, day: date) -> Iterator[str]:
    records, family = desk.journal.days.between(asked.child, day, day), desk.journal.family()
    about: dict[UUID | None, list[Note]] = defaultdict(list)
    for note in records.notes:
        about[note.practice].append(note)
    for one in records.practices:
        if (
            one.strategy == asked.strategy
            and asked.routine in {None, one.routine}
            and asked.helper in {None, one.helper}
        ):
            yield _practice(desk.wording, one, about[one.id], family)
    for note in about[None]:
        theirs = asked.routine is None and asked.helper in {None, note.helper}
        if note.strategy == asked.strategy and theirs:
            yield _quoted(desk.wording, note)


def _practice(wording: Wording, one: Practice, notes: list[Note], family: Family) -> str:
    helper = family.helpers.get(one.helper) if one.helper else None
    parts = [wording.own(part) for part in (helper.name if helper else "", one.slot or "") if part]
    who = wording.text(", ").join(parts)
    quoted = " ".join(_quoted(wording, note) for note in notes)
    if who and quoted:
        return wording.text("{who}: {note}", who=who, note=quoted)
    return who or quoted


def _quoted(wording: Wording, note: Note) -> str:
    return wording.text("“{words}”", words=wording.own(note.text))
