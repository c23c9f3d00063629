"""Plan files: what is taken, what is refused and why, and that what is written is read again."""

import json
import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import FaultKind, ImportFaultsError, Reason
from homejournal.domain.plan.plan_files import NOBODY, plan_of
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.exchange.plan_file import MOST_BYTES, read_plan_file, write_plan_file
from homejournal.resources import resource
from schema import PLAN_FILE, plan_schema, schema_bytes
from tests.exchange.plan_files import HANDWRITTEN, as_bytes, with_first
from tests.exchange.test_journal_schema import faults_of_schema

EMPTY = {"format": "homejournal-plan", "schema": 1, "plan": "Nothing"}
CHILD = UUID("00000000-0000-4000-8000-000000000001")


def read(told, child=CHILD):
    return read_plan_file(as_bytes(told), child)


def refused(told):
    with pytest.raises(ImportFaultsError) as error:
        read(told)
    return [(fault.place, fault.what, fault.detail) for fault in error.value.faults]


def taken_or_refused(told):
    try:
        return read(told).records
    except ImportFaultsError as error:
        return error.faults


def test_labels_name_the_same_record_all_through_the_file_and_in_the_next_one():
    person, outcome, routine, strategy, step = read(HANDWRITTEN).records

    assert (strategy.outcome, strategy.suggested_by) == (outcome.id, person.id)
    assert (step.strategy, step.routines) == (strategy.id, (routine.id,))
    assert read(HANDWRITTEN).records == read(HANDWRITTEN).records
    assert read({**HANDWRITTEN, "plan": "Dana, April"}).records[0].id != person.id


def test_every_fault_of_a_file_is_told_at_once_and_what_holds_nothing_is_no_plan():
    bell = {**HANDWRITTEN, "plan": "A\u0007", "routines": "Snack", "plan_steps": []}

    assert [place for place, *_ in refused(bell)] == ["plan", "routines"]
    assert [what for _, what, _ in refused(b"null")] == [FaultKind.NOT_A_PLAN]


def test_the_family_says_whose_plan_it_is():
    assert {record.child for record in read(HANDWRITTEN).records if hasattr(record, "child")} == {
        CHILD,
        None,
    }
    strategies = [
        record for record in read(HANDWRITTEN, NOBODY).records if isinstance(record, Strategy)
    ]
    assert strategies[0].child == NOBODY


def test_one_label_for_records_of_two_kinds_is_no_clash():
    told = {**with_first("strategies", id="dana", outcome=None), "plan_steps": []}
    assert len({record.id for record in read(told).records}) == 4


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (with_first("strategies", outcome="eats"), ("strategies[0].outcome", "eats")),
        (with_first("plan_steps", routines=["nap"]), ("plan_steps[0].routines[0]", "nap")),
    ],
)
def test_a_label_that_nothing_has_is_told_as_it_stands_in_the_file(told, fault):
    assert refused(told) == [(fault[0], FaultKind.REFERENCE_TO_NOTHING, fault[1])]


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ([], ("", FaultKind.NOT_A_PLAN, "")),
        ({"format": "homejournal", "schema": 1}, ("", FaultKind.NOT_A_PLAN, "")),
        ({**HANDWRITTEN, "schema": 3}, ("schema", FaultKind.NEWER_SCHEMA, "")),
        (
            {**HANDWRITTEN, "schema": 3, "needs": "2.1"},
            ("schema", FaultKind.NEWER_SCHEMA, "2.1"),
        ),
        ({**HANDWRITTEN, "schema": "1"}, ("schema", FaultKind.UNKNOWN_SCHEMA, "1")),
        ({**HANDWRITTEN, "schema": None}, ("schema", FaultKind.UNKNOWN_SCHEMA, "")),
        ({**HANDWRITTEN, "notes": []}, ("notes", FaultKind.UNKNOWN_LIST, "")),
        ({**HANDWRITTEN, "plan": None}, ("plan", FaultKind.MISSING_FIELD, "")),
        ({**HANDWRITTEN, "plan": 3}, ("plan", FaultKind.NOT_TEXT, "")),
        ({**HANDWRITTEN, "plan": " "}, ("plan", Reason.EMPTY, "")),
        ({**HANDWRITTEN, "plan": "x" * 201}, ("plan", Reason.TOO_LONG, "200")),
        ({**EMPTY, "routines": {}}, ("routines", FaultKind.NOT_A_LIST, "")),
        (
            with_first("outcomes", child=str(CHILD)),
            ("outcomes[0].child", FaultKind.UNKNOWN_FIELD, ""),
        ),
        (
            with_first("plan_steps", visit=str(CHILD)),
            ("plan_steps[0].visit", FaultKind.UNKNOWN_FIELD, ""),
        ),
        (with_first("team", script="x"), ("team[0].script", FaultKind.UNKNOWN_FIELD, "x")),
        ({**EMPTY, "team": [{"id": "", "name": "x"}]}, ("team[0].id", FaultKind.NOT_AN_ID, "")),
        ({**EMPTY, "team": [{"name": "x"}]}, ("team[0].id", FaultKind.MISSING_FIELD, "")),
        (
            {**HANDWRITTEN, "team": [*HANDWRITTEN["team"], *HANDWRITTEN["team"]]},
            ("team[1].id", FaultKind.DUPLICATE_ID, "dana"),
        ),
        (
            with_first("plan_steps", **{"from": "2026-02-30"}),
            ("plan_steps[0].from", FaultKind.NOT_A_DAY, "2026-02-30"),
        ),
        (b'{"format": "homejournal-plan",', ("", FaultKind.CUT_SHORT, "")),
        (b"<html><script>alert(1)</script>", ("", FaultKind.NOT_JSON, "1:1")),
        (b"[" * 100_000, ("", FaultKind.TOO_DEEP, "40")),
        (b" " * (MOST_BYTES + 1), ("", FaultKind.TOO_LARGE, str(MOST_BYTES))),
    ],
)
def test_what_does_not_fit_is_told_at_its_place_and_nothing_is_taken(told, fault):
    assert refused(told) == [fault]


def test_an_item_that_is_no_object_and_all_other_faults_are_told_at_once():
    told = {**HANDWRITTEN, "routines": ["snack"], "notes": [], "plan": 1}
    assert [place for place, _, _ in refused(told)] == [
        "notes",
        "plan",
        "plan_steps[0].routines[0]",
        "routines[0]",
    ]


def test_words_are_taken_as_they_are_typed():
    words = "<b>bold</b> <script>alert(1)</script> $x$ =1+1 😀 \u202e"
    assert read(with_first("plan_steps", what=words)).records[-1].what == words


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_taken_or_refused_with_faults(data):
    assert taken_or_refused(data)


@given(st.data())
def test_any_change_of_a_good_file_is_taken_or_refused_with_faults(data):
    name = data.draw(st.sampled_from(["team", "outcomes", "routines", "strategies", "plan_steps"]))
    field = data.draw(st.sampled_from(sorted(HANDWRITTEN[name][0])))
    value = data.draw(
        st.none()
        | st.text(max_size=9)
        | st.integers()
        | st.lists(st.text(max_size=3))
        | st.just({})
    )
    assert taken_or_refused(with_first(name, **{field: value}))


def test_what_is_written_is_read_again_and_tells_nothing_of_child_or_visit():
    file = read(HANDWRITTEN)
    written = write_plan_file(file)
    assert read_plan_file(written, CHILD) == file
    assert not re.search(rb'"(child|visit|rev)"', written)
    assert str(CHILD).encode() not in written
    assert json.loads(written)["plan"] == "Dana, March"


def test_a_plan_without_strategies_is_a_whole_file_too():
    assert read_plan_file(write_plan_file(plan_of(Family(), [], "Nothing"))).records == ()


class TestSchema:
    def test_the_stored_schema_is_the_one_that_the_code_makes(self):
        """Write it anew with `.venv/bin/python packaging/schema.py`."""
        assert resource(*PLAN_FILE).read_bytes() == schema_bytes(plan_schema())

    def test_a_handwritten_and_a_written_file_are_valid(self):
        assert list(faults_of_schema(HANDWRITTEN, plan_schema())) == []
        written = json.loads(write_plan_file(read(HANDWRITTEN)))
        assert list(faults_of_schema(written, plan_schema())) == []

    @pytest.mark.parametrize(
        "told",
        [
            {**HANDWRITTEN, "format": "homejournal"},
            {**HANDWRITTEN, "children": []},
            with_first("strategies", child="x"),
            with_first("plan_steps", visit="x"),
            with_first("plan_steps", strategy=3),
            with_first("team", id=None),
        ],
    )
    def test_what_the_reader_refuses_is_not_valid(self, told):
        assert list(faults_of_schema(told, plan_schema()))

    def test_every_field_but_those_that_stay_at_home_is_there(self):
        parts = plan_schema()["$defs"]
        assert set(parts["Strategy"]["properties"]) == set(Strategy.__slots__) - {"child"} | {"id"}
        step = set(PlanStep.__slots__) - {"visit", "from_day"} | {"id", "from"}
        assert set(parts["PlanStep"]["properties"]) == step
