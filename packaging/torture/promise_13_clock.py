"""Sets the program's clock and time zone to awkward moments, and looks where its days stay.

The program runs under libfaketime, which turns its clock alone: the computer's is never touched.
"""

import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from homejournal import app
from homejournal.domain.days.periods import family_day
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note
from homejournal.domain.records.record import Kind
from homejournal.services import session
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from torture.children import start, tell
from torture.frame import Result, Scale, nothing_tried
from torture.story import DEVICE

PROMISE = "Order and day stay as written, whatever the clock does"
TRIED = "summer times, years, and time zones"
Moment = tuple[str, float]
"""A time zone, and seconds since 1970."""
_CHILD, _EDITED = UUID(int=1), UUID(int=2)
_NOON = datetime(2026, 6, 17, 12, tzinfo=UTC).timestamp()
_MINUTE, _HOUR, _DAY, _YEAR = 60, 3600, 86400, 31557600
_DAY_END_HOUR = 4
_NEAR = 30.0
"""Seconds that a save may be later than its moment, on a busy computer."""
_ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Lord_Howe",  # by half an hour
    "America/Santiago",  # at midnight: a day begins at one
    "Australia/Adelaide",
    "Pacific/Auckland",
    "Europe/London",
    "America/Havana",
    "Africa/Cairo",
)
_TRIPS = (
    ("America/New_York", "Asia/Tokyo"),
    ("Pacific/Pago_Pago", "Pacific/Kiritimati"),  # 25 hours
    ("Asia/Kathmandu", "America/St_Johns"),
    ("Europe/Berlin", "Europe/London"),
)


def run(scale: Scale) -> Result:
    if not shutil.which("faketime"):
        return nothing_tried("faketime is not installed")
    cases = list(_cases())
    given, told = scale.folder / "cases.json", scale.folder / "now"
    given.write_text(json.dumps(cases), encoding="utf-8")
    told.write_text("+0", encoding="utf-8")
    os.environ |= {
        "FAKETIME_TIMESTAMP_FILE": str(told),
        "FAKETIME_NO_CACHE": "1",
        "NO_FAKE_STAT": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "LD_PRELOAD": _library(),
    }
    child = start(scale, "live", scale.folder, given, told)
    lived = len(child.communicate()[0].splitlines())
    del os.environ["LD_PRELOAD"]
    wrong = [] if lived == len(cases) else [f"the program ended after {lived} cases"]
    for number, moments in enumerate(cases[:lived]):
        if what := _wrong(scale.folder / str(number), moments):
            wrong.append(f"{' → '.join(_said(moment) for moment in moments)}: {what}")
    lost = len(wrong)
    return Result(len(cases), len(cases) - lost, lost, tuple(wrong[:5]))


def live(folder: str, given: str, told: str) -> None:
    """Save at each moment of each case, as the program does, and tell each case when it is done."""
    for number, moments in enumerate(json.loads(Path(given).read_text(encoding="utf-8"))):
        for place, (zone, seconds) in enumerate(moments):
            _turn(Path(told), zone, seconds)
            _save(Path(folder) / str(number), place)
        tell(str(number))


def _cases() -> Iterator[list[Moment]]:
    """Yield sixty rows of moments at which somebody saves."""
    yield from _summer_times_and_years()
    yield from _trips_and_wrong_clocks()
    zone = ZoneInfo("Europe/Berlin")
    for wall in (
        ((2026, 3, 10, 3, 59), (2026, 3, 10, 4, 0)),  # the family's day ends
        ((2026, 12, 31, 23, 59), (2027, 1, 1, 0, 1), (2027, 1, 1, 4, 0)),
        ((2028, 2, 29, 12, 0), (2028, 3, 1, 3, 0)),
        ((2026, 10, 25, 2, 30), (2026, 10, 25, 3, 30), (2026, 10, 26, 1, 0)),
        ((2038, 1, 19, 4, 14), (2038, 1, 19, 4, 15)),  # seconds in 31 bits end
        ((1986, 1, 1, 0, 0), (2066, 12, 31, 23, 0)),
    ):
        yield [("Europe/Berlin", datetime(*one, tzinfo=zone).timestamp()) for one in wall]


def _summer_times_and_years() -> Iterator[list[Moment]]:
    for zone in _ZONES:
        for change in _changes_of_time(zone):
            around = (-_HOUR, -_MINUTE, _MINUTE, _HOUR, _DAY)
            yield [(zone, change + more) for more in around]
    for years in (-40, -20, -1, 1, 20, 40):
        for zone in ("Europe/Berlin", "America/New_York"):
            yield [(zone, _NOON), (zone, _NOON + years * _YEAR), (zone, _NOON + _HOUR)]


def _trips_and_wrong_clocks() -> Iterator[list[Moment]]:
    for here, there in _TRIPS:
        for hour in (0, 3, 9, 18):
            at = _NOON + hour * _HOUR
            yield [(here, at), (there, at + _HOUR), (here, at + 2 * _HOUR)]
    for back in (_YEAR, 30 * _DAY, _DAY, _HOUR, _MINUTE, 1):
        yield [("Europe/Berlin", _NOON), ("Europe/Berlin", _NOON - back)]


def _changes_of_time(zone: str) -> list[float]:
    """Return the two moments of 2026 at which summer time begins and ends."""
    found, known = [], ZoneInfo(zone)
    hour = datetime(2026, 1, 1, tzinfo=UTC)
    while hour.year == 2026:
        after = hour + timedelta(minutes=30)
        if hour.astimezone(known).utcoffset() != after.astimezone(known).utcoffset():
            found.append(after.timestamp())
        hour = after
    return found


def _turn(told: Path, zone: str, seconds: float) -> None:
    os.environ["TZ"] = zone
    time.tzset()
    told.write_text("+0", encoding="utf-8")
    real = told.stat().st_mtime
    told.write_text(f"{seconds - real:+.3f}s", encoding="utf-8")


def _save(folder: Path, place: int) -> None:
    clock = app.clock_of(None)
    if place:
        journal = open_journal(folder, clock=clock, device=DEVICE)
    else:
        journal = create_journal(folder, clock=clock, device=DEVICE)
        journal.records.save(Child(id=_CHILD, name="Mateo"))
    try:
        today = journal.today()
        journal.notes.write(_note(UUID(int=100 + place), today, str(place)))
        before = journal.records.get(_EDITED)
        if isinstance(before, Note):
            journal.notes.edit(before, replace(before, text=str(place)))
        else:
            journal.notes.write(_note(_EDITED, today, str(place)))
    finally:
        journal.close()


def _note(number: UUID, day: date, words: str) -> Note:
    return Note(id=number, child=_CHILD, day=day, text=words)


def _wrong(folder: Path, moments: Sequence[Moment]) -> str:
    """Return what is not as it was written, read in another zone and year, or ""."""
    journal = open_journal(folder, clock=_a_later_clock, device=DEVICE, write=False)
    try:
        if not journal.files.check().is_sound:
            return "the check finds damage"
        return _wrong_in(journal, moments)
    finally:
        journal.close()


def _wrong_in(journal: FamilyJournal, moments: Sequence[Moment]) -> str:
    notes = {one.id: one for one in journal.records.all_of(Kind.NOTE) if isinstance(one, Note)}
    days = [_family_day(one) for one in moments]
    for place, moment in enumerate(moments):
        note = notes[UUID(int=100 + place)]
        if note.day != days[place]:
            return f"the day is {note.day}, not {days[place]}"
        if note.written is None or not _is_at(note.written, moment):
            return f"written at {note.written}"
    shown = [
        entry.record.id.int - 100 for entry in journal.timeline.page(EntryFilter(child=_CHILD))
    ]
    wanted = sorted(range(len(days)), key=lambda place: (days[place], place), reverse=True)
    if [place for place in shown if place >= 0] != wanted:
        return f"the order is {shown}"
    history = journal.records.history(_EDITED)
    said = [one.record.text for one in history if isinstance(one.record, Note)]
    return "" if said == [str(place) for place in range(len(moments))] else f"history {said}"


def _is_at(written: datetime, moment: Moment) -> bool:
    here = _local(moment)
    late = written.timestamp() - moment[1]
    return written.utcoffset() == here.utcoffset() and -1 < late < _NEAR


def _family_day(moment: Moment) -> date:
    """Work out the day of a moment apart from the program."""
    here = _local(moment)
    return here.date() - timedelta(days=here.hour < _DAY_END_HOUR)


def _local(moment: Moment) -> datetime:
    return datetime.fromtimestamp(moment[1], ZoneInfo(moment[0]))


def _said(moment: Moment) -> str:
    return f"{_local(moment):%Y-%m-%d %H:%M} {moment[0]}"


def _a_later_clock() -> datetime:
    return datetime(2031, 1, 1, tzinfo=ZoneInfo("Pacific/Kiritimati"))


def _library() -> str:
    found = sorted(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"))
    return str(found[0]) if found else ""


def _days_of_greenwich() -> None:
    """Take the day at Greenwich for the family's."""

    def at_greenwich(moment: datetime, day_end: time_of_day) -> date:
        return family_day(moment.astimezone(UTC), day_end)

    setattr(session, "family_day", at_greenwich)  # noqa: B010


def _zone_of_the_start() -> None:
    """Keep the time zone in which the program was begun."""
    app._now = lambda: datetime.now(UTC)  # noqa: SLF001


MUTANTS = {
    "days_of_greenwich": _days_of_greenwich,
    "zone_of_the_start": _zone_of_the_start,
}
