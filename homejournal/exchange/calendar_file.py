"""Visits and reminders as a calendar file (iCalendar, RFC 5545) for any calendar program.

Times are floating: they are those of the clock on the wall wherever the family is (RFC 5545, 3.3.5,
form 1). The identity of an entry never changes, so that taking the file again changes the entry
that is there.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText
from typing_extensions import override

from homejournal.domain.records.plan import Weekday
from homejournal.domain.today.reminders_and_timer import VISIT_MINUTES, CalendarEntry

_PROGRAM = "-//homejournal//homejournal//EN"
_DAYS = {
    Weekday.MON: "MO",
    Weekday.TUE: "TU",
    Weekday.WED: "WE",
    Weekday.THU: "TH",
    Weekday.FRI: "FR",
    Weekday.SAT: "SA",
    Weekday.SUN: "SU",
}
# The text of a file holds no control characters but the tab (RFC 5545, 3.1); a half of a surrogate
# pair is no character at all.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class _Words(vText):
    """Text as RFC 5545, 3.3.11 writes it.

    By itself icalendar takes a backslash and an N that somebody typed for the end of a line.
    """

    @override
    def to_ical(self) -> bytes:
        words = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return words.replace("\n", "\\n").encode()


def calendar_file(entries: Iterable[CalendarEntry], language: str, made: datetime) -> bytes:
    """Return the entries as one file: UTF-8, lines of at most 75 bytes that end in CR LF.

    `made` is the moment with its zone, and `language` the code of the entries' words.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PROGRAM)
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, language, made))
    data: bytes = calendar.to_ical()
    return data


def _event(entry: CalendarEntry, language: str, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@homejournal")
    event.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.changed)
    event.add("class", "PRIVATE")
    said = {"language": language}
    for name, words in (
        ("summary", entry.summary),
        ("description", entry.description),
        ("location", entry.place),
    ):
        if words:
            event.add(name, _Words(_NO_TEXT.sub(" ", words)), parameters=said)
    _add_when(event, entry)
    return event


def _add_when(event: Event, entry: CalendarEntry) -> None:
    if entry.time is None:
        event.add("dtstart", entry.day)
    else:
        event.add("dtstart", datetime.combine(entry.day, entry.time))
    if not entry.reminds:
        if entry.time is not None:
            event.add("duration", timedelta(minutes=VISIT_MINUTES))
        return
    # A reminder takes no time of the day, so it never makes anybody look busy.
    event.add("transp", "TRANSPARENT")
    event.add("rrule", _rule(entry))
    event.add_component(_alarm(entry))


def _rule(entry: CalendarEntry) -> dict[str, object]:
    rule: dict[str, object] = {"freq": "daily"}
    if entry.weekdays:
        rule = {"freq": "weekly", "byday": [_DAYS[day] for day in entry.weekdays]}
    if entry.until is not None:
        # In the form of the beginning: a day, or a time without a zone (RFC 5545, 3.3.10).
        at = entry.time
        rule["until"] = datetime.combine(entry.until, at) if at is not None else entry.until
    return rule


def _alarm(entry: CalendarEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(0))
    alarm.add("description", _Words(_NO_TEXT.sub(" ", entry.summary)))
    return alarm
