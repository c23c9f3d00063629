"""Days and their order stay as written, whatever clock and time zone it was written under."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.record import Kind
from tests.journals import Opened, child, note

ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)
moments = st.builds(
    lambda instant, zone: instant.astimezone(ZoneInfo(zone)),
    st.datetimes(datetime(1986, 1, 1), datetime(2066, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(ZONES),
)


def at(zone, *told, fold=0):
    return datetime(*told, tzinfo=ZoneInfo(zone), fold=fold)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(when=st.lists(moments, min_size=2, max_size=4))
@example(when=[at("Europe/Berlin", 2026, 10, 25, 2, 30, fold=fold) for fold in (0, 1)])
@example(when=[at("Europe/Berlin", 2026, 3, 29, 1, 59), at("Europe/Berlin", 2026, 3, 29, 3, 1)])
@example(when=[at("America/Santiago", 2026, 9, 6, 1, 0), at("America/Santiago", 2026, 9, 6, 4, 0)])
@example(when=[at("Europe/Berlin", 2026, 3, 10, 12), at("Europe/Berlin", 2025, 3, 10, 12)])
def test_order_and_day_stay_as_written(tmp_path_factory, when):
    opened = Opened(tmp_path_factory.mktemp("clocks"))
    try:
        journal, of = opened.new(), child()
        journal.records.save(of)
        edited = note(of, text="0", day=when[0].date(), written=None)
        for place, moment in enumerate(when):
            opened.clock.moment = moment
            said = note(of, id=UUID(int=place + 1), day=journal.today(), written=None)
            journal.notes.write(said)
            if place:
                before = journal.records.get(edited.id)
                journal.notes.edit(before, replace(before, text=str(place)))
            else:
                journal.notes.write(edited)
        journal.close()
        journal = opened.again()
        opened.clock.moment = datetime(2031, 1, 1, tzinfo=ZoneInfo("Pacific/Kiritimati"))
        reads_as_written(journal, of, when, edited.id)
    finally:
        opened.close()


def reads_as_written(journal, of, when, edited):
    known = {one.id.int: one for one in journal.records.all_of(Kind.NOTE) if one.id != edited}
    for place, moment in enumerate(when):
        there = known[place + 1]
        assert there.day == family_day(moment)
        assert there.written.timestamp() == moment.timestamp()
        assert there.written.utcoffset() == moment.utcoffset()
    shown = [
        entry.record.id.int - 1
        for entry in journal.timeline.page(EntryFilter(child=of.id))
        if entry.record.id != edited
    ]
    in_order = sorted(range(len(when)), key=lambda place: (family_day(when[place]), place))
    assert shown == in_order[::-1]
    texts = [version.record.text for version in journal.records.history(edited)]
    assert texts == [str(place) for place in range(len(when))]
    assert journal.files.check().is_sound


def family_day(moment) -> date:
    """Work out the day of a moment apart from the program: it ends at four."""
    return moment.date() - timedelta(days=moment.hour < 4)


def test_a_moment_that_a_clock_shows_twice_is_two_moments(tmp_path):
    opened = Opened(tmp_path)
    try:
        journal, of = opened.new(), child()
        journal.records.save(of)
        ids = [uuid4(), uuid4()]
        for fold, id_ in enumerate(ids):
            opened.clock.moment = at("Europe/Berlin", 2026, 10, 25, 2, 30, fold=fold)
            journal.notes.write(note(of, id=id_, written=None))
        first, second = (journal.records.get(id_).written for id_ in ids)
        assert second - first == timedelta(hours=1)
    finally:
        opened.close()
