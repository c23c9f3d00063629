"""JSON that somebody else may have written, within limits."""

import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.limits import (
    DEEPEST,
    MOST_YEARS,
    check_stretch,
    days_from,
    is_too_deep,
    nests_too_deep,
    read_json,
    read_object,
)
from homejournal.domain.records.revisions import Envelope, canonical

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
)


def deep(levels: int, inside: str = "") -> str:
    return (
        '{"a":' * (levels // 2)
        + "[" * (levels - levels // 2)
        + inside
        + ("]" * (levels - levels // 2) + "}" * (levels // 2))
    )


def depth(value: object) -> int:
    """Count the levels of a value in the plainest way."""
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@pytest.mark.parametrize("days", [0, 1, -1, 55, -400, 400_000, -400_000, 10**9, -(10**9)])
@pytest.mark.parametrize("day", [date.min, date(2026, 3, 10), date.max])
def test_days_end_at_the_first_and_the_last_one(day, days):
    there = day.toordinal() + days
    found = days_from(day, days)
    if date.min.toordinal() <= there <= date.max.toordinal():
        assert found.toordinal() == there
    else:
        assert found == (date.max if days > 0 else date.min)


def test_a_hundred_years_can_be_told():
    check_stretch(date(1926, 1, 1), date(2026, 12, 31))
    with pytest.raises(InvalidValueError) as told:
        check_stretch(date(1925, 12, 31), date(2026, 1, 1))
    assert (told.value.reason, told.value.limit) == (Reason.OUT_OF_RANGE, MOST_YEARS)


@pytest.mark.parametrize("name", ["kind", "record", "parents", "op", "schema"])
@pytest.mark.parametrize("said", [None, [1], {"a": 1}, "x"])
def test_an_envelope_that_tells_none_is_no_surprise(name, said):
    id_ = "00000000-0000-4000-8000-000000000001"
    told = {"kind": "note", "record": id_, "parents": [], "device": "file", "at": None}
    told |= {"op": "put", "schema": 1, "content": "", name: said}
    with pytest.raises(ValueError):  # noqa: PT011 (the one kind that callers wait for)
        Envelope.read(canonical(told))


@given(VALUES)
def test_whatever_nests_less_is_read_as_json_reads_it(value):
    text = json.dumps(value)
    assert depth(value) <= DEEPEST
    assert read_json(text) == read_json(text.encode()) == value
    assert read_object(text) == (value if isinstance(value, dict) else {})
    assert not is_too_deep(value)
    assert not nests_too_deep(text)


@pytest.mark.parametrize("levels", [39, 40, 41, 42, 100, 500, 1_000, 3_000, 100_000])
def test_forty_levels_are_read_and_one_more_is_not(levels):
    text = deep(levels)
    assert nests_too_deep(text) is (levels > DEEPEST)
    if levels <= DEEPEST:
        assert depth(read_json(text)) == levels
    else:
        assert read_object(text) == {}
        with pytest.raises(ValueError, match="40 levels"):
            read_json(text)


def test_many_brackets_that_do_not_nest_are_no_depth():
    text = json.dumps([["{[" * 50, {}]] * 500)
    assert len(read_json(text)) == 500
    assert not nests_too_deep(text)
    assert not nests_too_deep("[" * 41)  # no JSON at all: that is told elsewhere


@pytest.mark.parametrize("text", ["", "{", "NaN1", "[" * 41, b"\xff", "1" * 5_000, b"", None])
def test_what_is_no_json_has_no_fields(text):
    assert read_object(text) == {}
    with pytest.raises(ValueError):  # noqa: PT011 (the one kind that callers wait for)
        read_json(text or "")
    assert sys.getrecursionlimit() > DEEPEST
