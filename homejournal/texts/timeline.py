"""What the Journal says of an entry: the day, what was written, by whom, and of a filter."""

from datetime import date, datetime

from homejournal.domain.journal.timeline import JournalRow, MonthOfEntries
from homejournal.domain.names import HelperName
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.practices import DayMark, Practice, is_written_later
from homejournal.texts import labels as words
from homejournal.texts.day_page import capitalized, mark_said, rating_said
from homejournal.texts.display_names import helper_said
from homejournal.texts.wording import Wording


def day_heading(wording: Wording, day: date, today: date) -> str:
    """Return the heading of a day; the year where it is not this one."""
    said = wording.day_of_year(day) if day.year == today.year else wording.full_day(day)
    return capitalized(said)


def headline(wording: Wording, row: JournalRow) -> str:
    """Return what an entry is about, with what was written: "Pause and wait · some help"."""
    return wording.line_of((about(wording, row), written(wording, row)))


def about(wording: Wording, row: JournalRow) -> str:
    """Return the strategy, or what stands in its place."""
    if row.strategy is not None:
        return wording.own(row.strategy.name)
    if isinstance(row.record, DayMark):
        return wording.text("All strategies")
    if isinstance(row.record, LifeEvent):
        return wording.text("In our life")
    return wording.text("A moment")


def written(wording: Wording, row: JournalRow) -> str:
    """Return the rating or mark in words; a note has none."""
    record = row.record
    if isinstance(record, Practice):
        return rating_said(wording, record.rating_kind, record.rating, row.unit)
    return mark_said(wording, record) if isinstance(record, DayMark) else ""


def who(wording: Wording, row: JournalRow) -> str:
    """Return who did it, in which routine or at which time of the day."""
    return wording.line_of((by(wording, row), where(wording, row)))


def by(wording: Wording, row: JournalRow) -> str:
    """Return who did it or said so; nothing where nobody is told."""
    if isinstance(row.record, LifeEvent) or not (row.helper or row.record.helper):
        return ""
    return named(wording, row.helper)


def where(wording: Wording, row: JournalRow) -> str:
    """Return in which routine or at which time of the day it was."""
    record = row.record
    said = slot(wording, row)
    time = record.time if isinstance(record, Practice) else None
    routine = row.routine.name if row.routine else None
    if routine and said.casefold() == wording.own(routine).casefold():
        routine = None
    return wording.line_of(
        (
            said,
            wording.own(routine or ""),
            wording.time(time) if time else "",
        )
    )


def slot(wording: Wording, row: JournalRow) -> str:
    """Return at which of its times of the day a strategy was done, or nothing."""
    record = row.record
    said = record.slot if isinstance(record, Practice | DayMark) else None
    return wording.own(capitalized(said or ""))


def named(wording: Wording, helper: HelperName | None) -> str:
    """Return somebody's name, or that nothing in the journal tells it any more."""
    if helper is None:
        return wording.text("somebody whose name is not in the list")
    return wording.own(helper_said(wording, helper))


def when_written(wording: Wording, row: JournalRow) -> str:
    """Return when an entry was written down first, whether that was later, and who typed it."""
    record = row.record
    if isinstance(record, LifeEvent):
        return ""
    at, typed = record.written, record.written_by
    return wording.line_of(
        (
            wording.text("Written down: {moment}", moment=moment(wording, at)) if at else "",
            later(wording, row),
            wording.text("typed by {name}", name=named(wording, row.written_by)) if typed else "",
        )
    )


def later(wording: Wording, row: JournalRow) -> str:
    """Return that an entry was written later, or nothing."""
    record = row.record
    if isinstance(record, LifeEvent) or not is_written_later(record.day, record.written):
        return ""
    return wording.text("written later")


def moment(wording: Wording, at: datetime) -> str:
    """Return a day and a time of the clock."""
    time = wording.time(at.time())
    return wording.text("{day} at {time}", day=wording.day(at.date()), time=time)


def life_line(wording: Wording, event: LifeEvent) -> str:
    """Return a life event in one line: its day, and the family's words."""
    words = wording.own(" ".join(event.words.split()))
    return wording.line_of((wording.day(event.day), words))


def note_text(wording: Wording, row: JournalRow) -> str:
    """Return the notes of an entry one after another, or what happened in life.

    A note of somebody else than who did it tells whose it is.
    """
    if isinstance(row.record, LifeEvent):
        return row.record.words
    told = []
    for note in row.notes:
        if note.helper is None or note.helper == row.record.helper:
            told.append(note.text)
        else:
            name = named(wording, row.people.get(note.helper))
            told.append(wording.text("{who}: {note}", who=name, note=note.text))
    return "\n".join(told)


def note_writer(wording: Wording, row: JournalRow, note: AnyNote) -> str:
    """Return whose words a note on an entry is, and who typed it; nothing where nobody is told.

    Of a note that is the entry itself both stand above it.
    """
    if note.id == row.record.id:
        return ""
    by = named(wording, row.people.get(note.helper)) if note.helper else ""
    if not note.written_by:
        return by
    typed = named(wording, row.people.get(note.written_by))
    return wording.line_of((by, wording.text("typed by {name}", name=typed)))


def signs(wording: Wording, row: JournalRow) -> tuple[str, ...]:
    """Return the flags of an entry in words, and whether it is private."""
    private = (wording.text("Private"),) if row.private else ()
    return (*(words.flag(wording, flag) for flag in row.flags), *private)


def versions(wording: Wording, row: JournalRow) -> str:
    """Return that an entry stands in more than one version, or nothing."""
    if row.versions < 2:
        return ""
    return wording.count(
        "Has {n} version; only one of them is shown.",
        "Has {n} versions; only one of them is shown.",
        row.versions,
    )


def whole_row(wording: Wording, row: JournalRow) -> str:
    """Return everything that a row says, as it is read aloud; the day first where it begins."""
    day = capitalized(wording.full_day(row.day))
    told = (
        headline(wording, row),
        who(wording, row),
        later(wording, row),
        *signs(wording, row),
        note_text(wording, row),
    )
    return wording.line_of((day, *told) if row.begins_day else (*told, day))


def month_of_list(wording: Wording, month: MonthOfEntries) -> str:
    """Return a month with the number of its entries, under its year: "June · 48"."""
    name = capitalized(wording.month_alone(month.first))
    return wording.line_of((name, wording.number(month.entries)))


def month_aloud(wording: Wording, month: MonthOfEntries) -> str:
    """Return a month as it is read aloud."""
    return wording.count(
        "{month}, {n} entry",
        "{month}, {n} entries",
        month.entries,
        month=capitalized(wording.month(month.first)),
    )


def all_shown(wording: Wording, shown: int) -> str:
    """Return that nothing is hidden any more, once all entries are counted."""
    return wording.count("{n} entry is shown.", "All {n} entries are shown.", shown)


def hidden_by_filter(wording: Wording, shown: int | None) -> str:
    """Return that a search or filter hides entries, and how many it shows once they are counted."""
    if shown is None:
        return wording.text("The rest is hidden, not lost.")
    return wording.count(
        "{n} entry fits. The rest is hidden, not lost.",
        "{n} entries fit. The rest is hidden, not lost.",
        shown,
    )
