"""Who wrote what on a day: the line under the picture, and the notes at their days in it."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.family import writer_of
from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import Practice
from homejournal.reports.chart_words.row_words import NoteMark
from homejournal.texts.display_names import name_said
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

_MOST = 4


def told_of_day(desk: Desk, asked: EntryFilter, day: date) -> str:
    """Return who wrote on that day, each person once, with times of the day and notes.

    No private note and nothing that the filter hides is told; of very many the first few are, and
    how many more there are.
    """
    wording, family = desk.wording, desk.journal.family()
    people: dict[UUID | None, _Told] = defaultdict(_Told)
    for _, helper, times, words in _written(desk, asked, Period(day, day)):
        people[helper].add(times, words)
    told = []
    for by, theirs in people.items():
        told.append(theirs.said(wording, name_said(wording, family, by)))
    return wording.line_of(_first_few(wording, [words for words in told if words]))


def notes_in(desk: Desk, asked: EntryFilter, days: Period) -> tuple[NoteMark, ...]:
    """Return the notes of some days, each day once, and nothing that `told_of_day` keeps back."""
    told: dict[date, list[str]] = defaultdict(list)
    for day, _, _, words in _written(desk, asked, days, notes_alone=True):
        told[day].append(words)
    line = desk.wording.line_of
    return tuple(NoteMark(day, line(_first_few(desk.wording, told[day]))) for day in sorted(told))


@dataclass(slots=True)
class _Told:
    """What one person wrote on a day."""

    times: int = 0
    details: list[str] = field(default_factory=list)

    def add(self, times: int, words: str) -> None:
        """Add a practice or a note; the same words are told once."""
        self.times += times
        if words and words not in self.details:
            self.details.append(words)

    def said(self, wording: Wording, name: str) -> str:
        """Return it with the name; how often only where that is not plain from the rest."""
        who = name
        if name and self.times > max(1, len(self.details)):
            who = wording.count("{who}, {n} time", "{who}, {n} times", self.times, who=name)
        words = wording.text(", ").join(_first_few(wording, self.details))
        if who and words:
            return wording.text("{who}: {note}", who=who, note=words)
        return who or words


def _first_few(wording: Wording, told: list[str]) -> list[str]:
    more = len(told) - _MOST
    return [*told[:_MOST], wording.count("{n} more", "{n} more", more)] if more > 0 else told


def _written(
    desk: Desk, asked: EntryFilter, days: Period, *, notes_alone: bool = False
) -> "Iterator[tuple[date, UUID | None, int, str]]":
    """Return on which day who wrote, how many practices that are, and the words of each."""
    records = desk.journal.days.between(asked.child, *days)
    about: dict[UUID | None, list[Note]] = defaultdict(list)
    for note in records.notes:
        about[note.practice].append(note)
    for practice in records.practices:
        if (
            practice.strategy == asked.strategy
            and asked.routine in {None, practice.routine}
            and asked.helper in {None, practice.helper}
            and asked.written_by in {None, writer_of(practice)}
            and (about[practice.id] or not notes_alone)
        ):
            words = _words(desk.wording, practice, about[practice.id])
            yield practice.day, practice.helper, 1, words
    for note in about[None]:
        theirs = asked.routine is None and asked.helper in {None, note.helper}
        theirs = theirs and asked.written_by in {None, writer_of(note)}
        if note.strategy == asked.strategy and theirs:
            yield note.day, note.helper, 0, _quoted(desk.wording, note)


def _words(wording: Wording, one: Practice, notes: list[Note]) -> str:
    slot = wording.own(one.slot) if one.slot else ""
    return " ".join([*([slot] if slot else []), *(_quoted(wording, note) for note in notes)])


def _quoted(wording: Wording, note: Note) -> str:
    return wording.text("“{words}”", words=wording.own(note.text))
