"""What a table that a family kept before brings along, and which rows are told as not clear."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries
from homejournal.domain.sharing.table_import import (
    DayOrder,
    Meaning,
    TablePlan,
    Unclear,
    UnclearRow,
    guessed_meanings,
    likely_order,
    read_day,
    read_table,
)
from homejournal.domain.today.week_cells import Answer

NOW = datetime(2026, 3, 10, 20, tzinfo=UTC)
LETTERS = {"x": Answer.DID_IT, "n": Answer.NOT_TODAY, "s": LeftOutReason.SICK}
IDA = Child(id=uuid4(), name="Ida")
WAIT = Strategy(id=uuid4(), child=IDA.id, name="Wait and look")
BALL = Strategy(id=uuid4(), child=IDA.id, name="Ball")
GRANDMA = Helper(id=uuid4(), name="Grandma")
ORDERS = st.sampled_from(DayOrder)


def family(kind=RatingKind.HELP, start=date(2026, 1, 1)):
    step = PlanStep(id=uuid4(), strategy=WAIT.id, from_day=start, rating=RatingPlan(kind=kind))
    return Family(
        children={IDA.id: IDA},
        helpers={GRANDMA.id: GRANDMA},
        strategies={WAIT.id: WAIT, BALL.id: BALL},
        steps={WAIT.id: (step,)},
    )


def plan(*meanings, **said):
    told = {"strategy": WAIT.id, "order": DayOrder.YEAR_MONTH_DAY, "letters": LETTERS, **said}
    return TablePlan(child=IDA.id, meanings=meanings, **told)


def read(rows, *meanings, kind=RatingKind.HELP, start=date(2026, 1, 1), **said):
    return read_table(rows, plan(*meanings, **said), family(kind, start), NOW)


DAY_AND_HOW = (Meaning.DAY, Meaning.HOW)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), ORDERS, st.sampled_from("./- "), st.booleans()
)
def test_a_day_is_read_back_in_the_order_in_which_it_was_written(day, order, sign, short):
    year = f"{day.year % 100:02}" if short else str(day.year)
    parts = {"year": year, "month": str(day.month), "day": f"{day.day:02}"}
    text = sign.join(parts[name] for name in order.split("_"))
    assert read_day(text, order) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        (" 2026-03-02 19:30 ", date(2026, 3, 2)),
        ("Mon 2026/3/2", date(2026, 3, 2)),
        ("2026年3月2日", date(2026, 3, 2)),
        ("٢٠٢٦-٠٣-٠٢", date(2026, 3, 2)),
        ("", None),
        ("soon", None),
        ("2026-13-02", None),
        ("2026-02-30", None),
        ("03/02", None),
        ("0000-01-01" * 2, None),
    ],
)
def test_days_as_people_write_them(text, day):
    assert read_day(text, DayOrder.YEAR_MONTH_DAY) == day


def test_the_likely_order_is_the_one_in_which_most_are_days():
    usual = DayOrder.MONTH_DAY_YEAR
    assert likely_order(["2026-03-02", "2026-03-13"], usual) is DayOrder.YEAR_MONTH_DAY
    assert likely_order(["03/02/2026", "13/02/2026", ""], usual) is DayOrder.DAY_MONTH_YEAR
    assert likely_order(["03/02/2026"], usual) is usual
    assert likely_order([], DayOrder.DAY_MONTH_YEAR) is DayOrder.DAY_MONTH_YEAR


def test_each_row_is_read_as_a_week_from_paper_is_typed():
    told = read([("2026-03-02", "2 3"), ("2026-03-03", "n"), ("2026-03-04", "s")], *DAY_AND_HOW)
    first, second, no, sick = told.records
    assert [(one.day, one.rating, one.rating_kind) for one in (first, second)] == [
        (date(2026, 3, 2), 2, RatingKind.HELP),
        (date(2026, 3, 2), 3, RatingKind.HELP),
    ]
    assert isinstance(first, Practice)
    assert isinstance(no, DayMark)
    assert (no.mark, no.strategy, no.child) == (MarkKind.NOT_TODAY, WAIT.id, IDA.id)
    assert (sick.mark, sick.reason) == (MarkKind.LEFT_OUT, LeftOutReason.SICK)
    assert {record.written for record in told.records} == {NOW}
    assert (told.days, told.unclear) == (3, ())


@pytest.mark.parametrize(
    ("kind", "cell", "rating"),
    [
        (RatingKind.NUMBER, "5.5", Decimal("5.5")),
        (RatingKind.TRIES, "3/5", Tries(took=3, of=5)),
        (RatingKind.WENT, "Well", 3),
        (RatingKind.HELP, " some  HELP ", 2),
        (RatingKind.NONE, "x", None),
        (RatingKind.HELP, "x", None),
    ],
)
def test_a_cell_is_read_as_the_plan_rates_that_day(kind, cell, rating):
    words = {RatingKind.HELP: {"some help": "2"}, RatingKind.WENT: {"well": "3"}}
    (one,) = read([("2026-03-02", cell)], *DAY_AND_HOW, kind=kind, words=words).records
    assert (one.rating, one.rating_kind) == (rating, kind)


@pytest.mark.parametrize(
    ("row", "why", "cell"),
    [
        (("someday", "2"), Unclear.NO_DAY, "someday"),
        (("2026-03-11", "2"), Unclear.NOT_YET, "2026-03-11"),
        (("2026-03-02", "maybe"), Unclear.HOW, "maybe"),
        (("2026-03-02", "7"), Unclear.HOW, "7"),
        (("2026-03-02", ""), Unclear.NOTHING_SAID, ""),
    ],
)
def test_a_row_that_is_not_clear_is_told_and_the_others_are_taken(row, why, cell):
    told = read([("2026-03-01", "1"), ("", ""), row], *DAY_AND_HOW)
    assert len(told.records) == 1
    assert told.unclear == (UnclearRow(4, why, cell),)


def test_a_column_can_name_the_strategy():
    rows = [
        ("2026-03-02", "BALL ", "x"),
        ("2026-03-02", "", "1"),
        ("2026-03-02", "Swing", "x"),
    ]
    told = read(rows, Meaning.DAY, Meaning.STRATEGY, Meaning.HOW)
    assert [record.strategy for record in told.records] == [BALL.id, WAIT.id]
    assert told.unclear == (UnclearRow(4, Unclear.NO_STRATEGY, "Swing"),)


def test_without_any_strategy_only_notes_can_be_taken():
    rows = [("2026-03-02", "1", ""), ("2026-03-02", "", "She laughed")]
    told = read(rows, Meaning.DAY, Meaning.HOW, Meaning.NOTE, strategy=None)
    (note,) = told.records
    assert (note.text, note.strategy, note.child) == ("She laughed", None, IDA.id)
    assert told.unclear == (UnclearRow(2, Unclear.NO_STRATEGY, ""),)


def test_notes_of_several_columns_stand_in_one():
    told = read([("2026-03-02", "1", "One", "", "Two")], *DAY_AND_HOW, *[Meaning.NOTE] * 3)
    done, note = told.records
    assert isinstance(note, Note)
    assert (note.text, note.strategy, note.day) == ("One\nTwo", WAIT.id, done.day)


def test_who_is_known_or_becomes_a_name_on_the_list():
    rows = [("2026-03-02", "1", "grandma"), ("2026-03-03", "1", "Ben"), ("2026-03-04", "n", "ben")]
    helper, *said = read(rows, *DAY_AND_HOW, Meaning.WHO).records
    assert (helper.name, [one.helper for one in said]) == (
        "Ben",
        [GRANDMA.id, helper.id, helper.id],
    )


def test_the_time_of_day_goes_along():
    told = read(
        [("2026-03-02", "1", "Breakfast"), ("2026-03-02", "n", "")], *DAY_AND_HOW, Meaning.SLOT
    )
    assert [record.slot for record in told.records] == ["Breakfast", None]


def test_the_same_table_makes_the_same_records_and_equal_rows_are_all_taken():
    rows = [("2026-03-02", "1"), ("2026-03-02", "1"), ("2026-03-02", "1 1")]
    first, again = (read(rows, *DAY_AND_HOW).records for _ in range(2))
    assert first == again
    assert len({one.id for one in first}) == 4


def test_what_no_record_can_hold_is_told():
    rows = [("2026-03-02", "1", "x" * 3_000), ("2026-03-02", "1", "a\x00b")]
    told = read(rows, *DAY_AND_HOW, Meaning.SLOT)
    assert told.records == ()
    assert [one.why for one in told.unclear] == [Unclear.TOO_LONG, Unclear.TOO_LONG]


def test_days_before_the_plan_are_told_and_rated_as_it_begins():
    rows = [("2026-02-20", "3"), ("2026-02-19", "n"), ("2026-03-02", "1")]
    told = read(rows, *DAY_AND_HOW, start=date(2026, 3, 1))
    assert told.before_plan == {WAIT.id: date(2026, 2, 19)}
    assert told.records[0].rating == 3
    assert read(rows[2:], *DAY_AND_HOW, start=date(2026, 3, 1)).before_plan == {}
    unplanned = read([("2026-03-02", "x")], *DAY_AND_HOW, strategy=BALL.id)
    assert unplanned.before_plan == {}


def test_another_childs_strategy_is_not_found_by_its_name():
    other = replace(WAIT, child=uuid4())
    known = Family(children={IDA.id: IDA}, strategies={other.id: other})
    meanings = (Meaning.DAY, Meaning.STRATEGY, Meaning.HOW)
    told = read_table([("2026-03-02", other.name, "x")], plan(*meanings, strategy=None), known, NOW)
    assert told.unclear == (UnclearRow(2, Unclear.NO_STRATEGY, other.name),)


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=4), max_size=6))
def test_any_table_is_read_without_an_error(rows):
    told = read(rows, Meaning.DAY, Meaning.HOW, Meaning.NOTE, Meaning.WHO)
    assert len({one.number for one in told.unclear}) == len(told.unclear)


def test_signs_around_a_columns_name_do_not_count():
    known = {"cómo fue": Meaning.HOW, "date": Meaning.DAY}
    assert guessed_meanings(["¿Cómo  fue?", " DATE: "], known) == (Meaning.HOW, Meaning.DAY)


def test_columns_are_guessed_by_their_names_each_meaning_once():
    known = {"date": Meaning.DAY, "day": Meaning.DAY, "note": Meaning.NOTE}
    assert guessed_meanings(["Date ", "DAY", "note", "Note", "?"], known) == (
        Meaning.DAY,
        Meaning.NOTHING,
        Meaning.NOTE,
        Meaning.NOTE,
        Meaning.NOTHING,
    )


def test_of_two_that_are_called_alike_the_number_tells_which_is_meant():
    other, second = replace(WAIT, id=uuid4(), name="WAIT and look"), replace(GRANDMA, id=uuid4())
    known = family()
    known = replace(
        known,
        strategies={one.id: one for one in (WAIT, other)},
        helpers={one.id: one for one in (GRANDMA, second)},
    )
    asked = plan(Meaning.DAY, Meaning.STRATEGY, Meaning.WHO, Meaning.HOW)
    rows = (
        ("2026-03-02", "wait and look (2)", "Grandma (2)", "x"),
        ("2026-03-03", "Wait and look", "", "x"),
        ("2026-03-04", "", "grandma", "x"),
    )
    found = read_table(rows, asked, known, NOW)
    (done,) = found.records
    assert (done.strategy, done.helper) == (other.id, second.id)
    assert [(one.number, one.why, one.cell) for one in found.unclear] == [
        (3, Unclear.ALIKE, "Wait and look"),
        (4, Unclear.ALIKE, "grandma"),
    ]
