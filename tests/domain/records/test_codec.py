"""Records as plain fields and back, and the one sequence of bytes for them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.children import Child
from homejournal.domain.records.codec import (
    decimal_text,
    from_fields,
    instant_text,
    to_fields,
    unknown_fields,
    utc_text,
)
from homejournal.domain.records.ladders_and_feelings import LadderRating
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.plan import Often, PlanStep, Weekday
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import Aim, Per, RatingKind, RatingPlan, Tries
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import canonical
from tests import records

ID = UUID("11111111-1111-4111-8111-111111111111")
OTHER = UUID("22222222-2222-4222-8222-222222222222")
every_kind = st.sampled_from(Kind).flatmap(
    lambda kind: st.tuples(st.just(kind), records.records(kind))
)


@given(every_kind)
def test_every_record_comes_back_from_its_fields(made):
    kind, record = made
    stored = json.loads(canonical(to_fields(record)))
    assert from_fields(kind, record.id, stored) == record
    assert "id" not in stored
    assert canonical(to_fields(from_fields(kind, record.id, stored))) == canonical(stored)


def test_what_is_not_said_is_left_out():
    assert to_fields(Child(id=ID, name="Mateo")) == {"name": "Mateo"}
    note = Note(id=ID, child=OTHER, day=date(2026, 3, 9), text="Hm", flags=(Flag.QUESTION,))
    assert to_fields(note) == {
        "child": str(OTHER),
        "day": "2026-03-09",
        "text": "Hm",
        "flags": ["question"],
    }


def test_a_field_that_came_later_is_left_out_where_it_says_what_held_before():
    number = RatingPlan(kind=RatingKind.NUMBER)
    step = PlanStep(id=ID, strategy=OTHER, from_day=date(2026, 3, 2), rating=number)
    assert to_fields(step)["rating"] == {"kind": "number"}
    timed = replace(step, rating=replace(number, per=Per.TIME))
    assert to_fields(timed)["rating"] == {"kind": "number", "per": "time"}


def test_a_level_of_nought_is_said():
    rating = LadderRating(id=ID, ladder=OTHER, day=date(2026, 3, 9), level=0)
    assert to_fields(rating)["level"] == 0


def test_a_plan_step_in_full():
    step = PlanStep(
        id=ID,
        strategy=OTHER,
        from_day=date(2026, 3, 2),
        often=Often(times=2, slots=("a", "b"), weekdays=(Weekday.MON,)),
        rating=RatingPlan(kind=RatingKind.NUMBER, aim=Aim(low=Decimal("2.50"))),
    )
    assert to_fields(step) == {
        "strategy": str(OTHER),
        "from": "2026-03-02",
        "step": "start",
        "often": {"kind": "times_a_day", "times": 2, "slots": ["a", "b"], "weekdays": ["mon"]},
        "rating": {"kind": "number", "aim": {"low": "2.5"}},
    }


@pytest.mark.parametrize(
    ("kind", "rating", "stored"),
    [
        (RatingKind.HELP, 3, 3),
        (RatingKind.NUMBER, Decimal("7.50"), "7.5"),
        (RatingKind.NUMBER, Decimal(0), "0"),
        (RatingKind.TRIES, Tries(took=0, of=4), {"took": 0, "of": 4}),
    ],
)
def test_ratings_are_told_apart_by_their_form(kind, rating, stored):
    practice = Practice(
        id=ID, strategy=OTHER, day=date(2026, 3, 9), rating=rating, rating_kind=kind
    )
    told = to_fields(practice)
    assert told["rating"] == stored
    assert from_fields(Kind.PRACTICE, ID, told) == practice


def test_fields_of_a_newer_version_are_found_and_do_not_disturb():
    stored = {"name": "Mateo", "sound": "mmm", "from": "x", "born": None}
    assert from_fields(Kind.CHILD, ID, stored) == Child(id=ID, name="Mateo")
    assert unknown_fields(Kind.CHILD, stored) == {"sound": "mmm", "from": "x"}
    assert unknown_fields(Kind.PLAN_STEP, {"from": "2026-03-02"}) == {}


@pytest.mark.parametrize(
    ("stored", "error"),
    [
        ({}, TypeError),
        ({"name": ""}, InvalidValueError),
        ({"name": "M", "born": "soon"}, ValueError),
    ],
)
def test_fields_that_no_record_can_have_are_refused(stored, error):
    with pytest.raises(error):
        from_fields(Kind.CHILD, ID, stored)


def test_a_field_that_cannot_be_stored_is_a_mistake_in_the_program():
    @dataclass(frozen=True, kw_only=True)
    class Odd(Record):
        value: complex

    with pytest.raises(TypeError):
        to_fields(Odd(id=ID, value=1j))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("2.50", "2.5"),
        ("1E+2", "100"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("0.001", "0.001"),
        ("-7", "-7"),
        ("123456789012345.123456789012", "123456789012345.123456789012"),
    ],
)
def test_a_number_has_one_text(number, text):
    assert decimal_text(Decimal(number)) == text


@given(records.instants)
def test_an_instant_keeps_its_offset_and_has_one_text_in_utc(moment):
    assert datetime.fromisoformat(instant_text(moment)) == moment
    assert datetime.fromisoformat(instant_text(moment)).utcoffset() == moment.utcoffset()
    assert utc_text(moment).endswith("+00:00")
    assert datetime.fromisoformat(utc_text(moment)) == moment


def test_instants_are_short_where_they_can_be():
    moment = datetime(2026, 3, 9, 20, 0, tzinfo=timezone(timedelta(hours=-6)))
    assert instant_text(moment) == "2026-03-09T20:00:00-06:00"
    assert utc_text(moment) == "2026-03-10T02:00:00.000000+00:00"
    assert utc_text(datetime(1, 1, 1, tzinfo=UTC)) < utc_text(moment)


def test_times_are_hours_and_minutes():
    practice = Practice(id=ID, strategy=OTHER, day=date(2026, 3, 9), time=time(8, 5))
    assert to_fields(practice)["time"] == "08:05"


class TestCanonical:
    def test_names_are_sorted_without_spaces_and_text_stays_as_typed(self):
        told = {"b": [1, True, None], "a": {"ü": "e\u0301 \u00e9 😀 /"}}
        assert canonical(told) == '{"a":{"ü":"e\u0301 \u00e9 😀 /"},"b":[1,true,null]}'.encode()

    @given(records.json_values)
    def test_it_reads_back_and_is_the_same_again(self, value):
        assert json.loads(canonical(value)) == value
        assert canonical(json.loads(canonical(value))) == canonical(value)

    @pytest.mark.parametrize(
        "value",
        [1.0, 2**53, -(2**53), float("nan"), {1: "a"}, [b"x"], {"a": (1,)}, {"a": [{"b": 0.5}]}],
    )
    def test_what_has_no_single_form_is_refused(self, value):
        with pytest.raises(TypeError):
            canonical(value)

    def test_half_of_a_sign_is_refused(self):
        with pytest.raises(UnicodeEncodeError):
            canonical("\ud800")

    def test_the_largest_whole_numbers_are_kept(self):
        assert canonical([2**53 - 1, 1 - 2**53]) == b"[9007199254740991,-9007199254740991]"


def test_a_pages_value_is_a_mapping_of_its_own():
    page = {"title": "Mateo"}
    made = from_fields(
        Kind.PAGE, ID, {"child": str(OTHER), "made": "2026-03-09T20:00:00+00:00", "page": page}
    )
    assert isinstance(made.page, Mapping)
    page["title"] = "other"
    assert made.page == {"title": "Mateo"}
