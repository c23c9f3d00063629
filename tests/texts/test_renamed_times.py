"""What would lose its time is told day by day."""

from datetime import date
from uuid import UUID, uuid4

from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.texts.plan import losing_said
from homejournal.texts.wording import wording_of

EN, WAIT, CHILD = wording_of("en"), UUID(int=1), UUID(int=2)


def mark(day):
    kind = MarkKind.NOT_TODAY
    return DayMark(id=uuid4(), child=CHILD, strategy=WAIT, day=day, slot="Dinner", mark=kind)


def test_each_day_and_name_is_told_and_that_it_stays():
    did = Practice(id=uuid4(), strategy=WAIT, day=date(2026, 3, 8), slot="Dinner")
    lines = losing_said(EN, [mark(date(2026, 3, 9)), did]).split("\n")
    assert [line.split(", ")[-1] for line in lines[1:3]] == ["did it", "not today"]
    assert all("Dinner" in line for line in lines[1:3])
    assert lines[-1].startswith("It stays in the journal")


def test_of_many_the_rest_is_counted():
    lines = losing_said(EN, [mark(date(2026, 3, day)) for day in range(1, 31)]).split("\n")
    assert len(lines) == 11
    assert "22" in lines[9]
