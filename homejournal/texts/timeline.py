"""What the Journal says of an entry: the day, what was written, by whom, and of a filter."""

from datetime import date, datetime

from homejournal.domain.journal.timeline import JournalRow
from homejournal.domain.names import HelperName
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.practices import DayMark, Practice, is_written_later
from homejournal.texts import labels as words
from homejournal.texts.day_page import capitalized, mark_said, rating_said
from homejournal.texts.display_names import helper_said
from homejournal.texts.wording import Wording


def day_of_row(wording: Wording, day: date, today: date) -> tuple[str, str]:
    """Return the weekday and the short day of a row; the year where it is not this one."""
    weekday = wording.short_weekday(day)
    if day.year == today.year:
        return capitalized(weekday), wording.short_day(day)
    return capitalized(weekday), wording.text(
        "{day}, {year}", day=wording.short_day(day), year=str(day.year)
    )


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
    record = row.record
    if isinstance(record, LifeEvent):
        return ""
    slot = record.slot if isinstance(record, Practice | DayMark) else None
    time = record.time if isinstance(record, Practice) else None
    routine = row.routine.name if row.routine else None
    if slot and routine and slot.casefold() == routine.casefold():
        routine = None
    return wording.line_of(
        (
            named(wording, row.helper) if row.helper or record.helper else "",
            wording.own(slot or ""),
            wording.own(routine or ""),
            wording.time(time) if time else "",
        )
    )


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


def note_text(row: JournalRow) -> str:
    """Return the notes of an entry one after another, or what happened in life."""
    if isinstance(row.record, LifeEvent):
        return row.record.words
    return "\n".join(note.text for note in row.notes)


def signs(wording: Wording, row: JournalRow) -> tuple[str, ...]:
    """Return the flags of an entry in words, and whether it is private."""
    private = (wording.text("Private"),) if row.private else ()
    return (*(words.flag(wording, flag) for flag in row.flags), *private)


def versions(wording: Wording, row: JournalRow) -> str:
    """Return that an entry stands in more than one version, or nothing."""
    if row.versions < 2:
        return ""
    return wording.count(
        "Stands in {n} version; only one of them is shown.",
        "Stands in {n} versions; only one of them is shown.",
        row.versions,
    )


def whole_row(wording: Wording, row: JournalRow) -> str:
    """Return everything that a row says, as it is read aloud."""
    return wording.line_of(
        (
            capitalized(wording.full_day(row.day)),
            headline(wording, row),
            who(wording, row),
            later(wording, row),
            *signs(wording, row),
            note_text(row),
        )
    )


def hidden_by_filter(wording: Wording, shown: int | None) -> str:
    """Return that a search or filter hides entries, and how many it shows once they are counted."""
    if shown is None:
        return wording.text("A search or filter is on. Other entries are hidden, not lost.")
    return wording.count(
        "{n} entry fits. The others are hidden by the search or filter, not lost.",
        "{n} entries fit. The others are hidden by the search or filter, not lost.",
        shown,
    )
