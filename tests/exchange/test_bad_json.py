"""A file with faults is refused whole, and every fault is told with its place."""

import json
from uuid import UUID

import pytest

from homejournal.domain.errors import FaultKind, ImportFaultsError, Reason
from homejournal.domain.records.record import Kind
from homejournal.exchange.journal_json import read_journal_json
from tests.exchange.small_files import (
    CHILD,
    GOOD,
    OTHER,
    PRACTICE,
    STRATEGY,
    faults_of,
    with_child,
    with_practice,
    with_step,
)


@pytest.mark.parametrize(
    ("told", "place", "fault"),
    [
        ({**GOOD, "format": "other"}, "format", FaultKind.NOT_HOMEJOURNAL),
        ({"children": []}, "format", FaultKind.NOT_HOMEJOURNAL),
        ({**GOOD, "format": "homejournal-plan"}, "", FaultKind.A_PLAN),
        ({**GOOD, "schema": 3}, "schema", FaultKind.NEWER_SCHEMA),
        ({**GOOD, "schema": 2, "needs": 1}, "needs", FaultKind.NOT_TEXT),
        ({**GOOD, "schema": 0}, "schema", FaultKind.UNKNOWN_SCHEMA),
        ({**GOOD, "schema": True}, "schema", FaultKind.UNKNOWN_SCHEMA),
        ({**GOOD, "schema": "1"}, "schema", FaultKind.UNKNOWN_SCHEMA),
        ({**GOOD, "scores": []}, "scores", FaultKind.UNKNOWN_LIST),
        ({**GOOD, "journal": []}, "journal", FaultKind.NOT_AN_OBJECT),
        ({**GOOD, "journal": {}}, "journal.id", FaultKind.MISSING_FIELD),
        ({**GOOD, "journal": {"id": "x"}}, "journal.id", FaultKind.NOT_AN_ID),
        (
            {**GOOD, "journal": {"id": OTHER, "day_end": "4"}},
            "journal.day_end",
            FaultKind.NOT_A_TIME,
        ),
        (
            {**GOOD, "journal": {"id": OTHER, "week_start": "friday"}},
            "journal.week_start",
            FaultKind.NOT_A_CHOICE,
        ),
        ({**GOOD, "journal": {"id": OTHER, "x": 1}}, "journal.x", FaultKind.UNKNOWN_FIELD),
        (
            {**GOOD, "journal": {"id": OTHER, "home": OTHER}},
            "journal.home",
            FaultKind.UNKNOWN_FIELD,
        ),
        (with_step(aim={"low": "five"}), "plan_steps[0].rating.aim.low", FaultKind.NOT_A_DECIMAL),
        ({**GOOD, "home": "mom's"}, "home", FaultKind.NOT_AN_ID),
        ({**GOOD, "home": OTHER}, "home", FaultKind.REFERENCE_TO_NOTHING),
        ({**GOOD, "home": CHILD}, "home", FaultKind.REFERENCE_TO_OTHER_KIND),
        ({**GOOD, "through": "2026-02-30"}, "through", FaultKind.NOT_A_DAY),
        ({**GOOD, "through": 20260302}, "through", FaultKind.NOT_A_DAY),
        ({**GOOD, "children": {}}, "children", FaultKind.NOT_A_LIST),
        ({**GOOD, "helpers": [7]}, "helpers[0]", FaultKind.NOT_AN_OBJECT),
        (with_child(nickname="N"), "children[0].nickname", FaultKind.UNKNOWN_FIELD),
        (with_child(name=None), "children[0].name", FaultKind.MISSING_FIELD),
        (with_child(name=7), "children[0].name", FaultKind.NOT_TEXT),
        (with_child(name=""), "children[0].name", Reason.EMPTY),
        (with_child(name="n" * 10_000), "children[0].name", Reason.TOO_LONG),
        (with_child(name="N\x00a"), "children[0].name", Reason.CONTROL_CHARACTER),
        (with_child(name="N\ud83d"), "children[0].name", Reason.CONTROL_CHARACTER),
        (with_child(name=["Noa"]), "children[0].name", FaultKind.NOT_TEXT),
        (with_child(born="yesterday"), "children[0].born", FaultKind.NOT_A_DAY),
        (with_child(born=1), "children[0].born", FaultKind.NOT_A_DAY),
        (with_child(communicates="speech"), "children[0].communicates", FaultKind.NOT_A_LIST),
        (with_practice(id="p1"), "practices[0].id", FaultKind.NOT_AN_ID),
        (with_practice(id=None), "practices[0].id", FaultKind.MISSING_FIELD),
        (with_practice(id=STRATEGY), "practices[0].id", FaultKind.DUPLICATE_ID),
        (with_practice(strategy=OTHER), "practices[0].strategy", FaultKind.REFERENCE_TO_NOTHING),
        (with_practice(strategy=CHILD), "practices[0].strategy", FaultKind.REFERENCE_TO_OTHER_KIND),
        (with_practice(strategy="wait"), "practices[0].strategy", FaultKind.NOT_AN_ID),
        (with_practice(day="2026-3-2"), "practices[0].day", FaultKind.NOT_A_DAY),
        (with_practice(day="2026-03-02T09:00"), "practices[0].day", FaultKind.NOT_A_DAY),
        (with_practice(time="9:00"), "practices[0].time", FaultKind.NOT_A_TIME),
        (with_practice(time="09:00:01"), "practices[0].time", FaultKind.NOT_A_TIME),
        (with_practice(time="25:00"), "practices[0].time", FaultKind.NOT_A_TIME),
        (
            with_practice(written="2026-03-02T09:00:00"),
            "practices[0].written",
            FaultKind.NOT_AN_INSTANT,
        ),
        (with_practice(written=0), "practices[0].written", FaultKind.NOT_AN_INSTANT),
        (with_practice(rating=3), "practices[0].rating", Reason.DOES_NOT_FIT),
        (with_practice(rating=5, rating_kind="help"), "practices[0].rating", Reason.DOES_NOT_FIT),
        (with_practice(rating=4, rating_kind="went"), "practices[0].rating", Reason.DOES_NOT_FIT),
        (with_practice(rating="2", rating_kind="help"), "practices[0].rating", Reason.DOES_NOT_FIT),
        (
            with_practice(rating=True, rating_kind="help"),
            "practices[0].rating",
            Reason.DOES_NOT_FIT,
        ),
        (
            with_practice(rating="NaN", rating_kind="number"),
            "practices[0].rating",
            FaultKind.NOT_A_DECIMAL,
        ),
        (
            with_practice(rating="1e999999999", rating_kind="number"),
            "practices[0].rating",
            FaultKind.NOT_A_DECIMAL,
        ),
        (
            with_practice(rating=5.5, rating_kind="number"),
            "practices[0].rating",
            FaultKind.DECIMAL_NOT_TEXT,
        ),
        (
            with_practice(rating={"took": 4, "of": 3}, rating_kind="tries"),
            "practices[0].rating",
            Reason.OUT_OF_RANGE,
        ),
        (with_practice(rating_kind="stars"), "practices[0].rating_kind", FaultKind.NOT_A_CHOICE),
        (with_practice(rev=[]), "practices[0].rev", FaultKind.NOT_AN_OBJECT),
        (
            with_practice(rev={"id": "0" * 64, "salt": "0" * 32, "device": OTHER}),
            "practices[0].rev",
            FaultKind.REVISION_DOES_NOT_FIT,
        ),
        (
            with_practice(rev={"id": "0" * 64, "salt": "0" * 32, "device": OTHER, "by": 1}),
            "practices[0].rev.by",
            FaultKind.UNKNOWN_FIELD,
        ),
        (
            {**GOOD, "plan_steps": [{"id": OTHER, "strategy": STRATEGY, "from_day": "2026-03-02"}]},
            "plan_steps[0].from",
            FaultKind.MISSING_FIELD,
        ),
        (
            {**GOOD, "elsewhere": [{"id": OTHER, "kind": "pet"}]},
            "elsewhere[0].kind",
            FaultKind.NOT_A_CHOICE,
        ),
        ({**GOOD, "elsewhere": [{"kind": "home"}]}, "elsewhere[0].id", FaultKind.NOT_AN_ID),
        (
            {**GOOD, "elsewhere": [{"id": OTHER, "kind": "home", "x": 1}]},
            "elsewhere[0].x",
            FaultKind.UNKNOWN_FIELD,
        ),
    ],
)
def test_each_fault_is_told_with_its_place(told, place, fault):
    assert (place, fault) in faults_of(told)


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ('"name": "Mia", "name": "Noa"', "children[0].name", FaultKind.DUPLICATE_KEY),
        ('"name": NaN', "children[0].name", FaultKind.NOT_A_NUMBER),
        ('"name": -Infinity', "children[0].name", FaultKind.NOT_A_NUMBER),
        ('"name": 1e400', "children[0].name", FaultKind.DECIMAL_NOT_TEXT),
        ('"name": "Noa", "\\ud800": 1', "children[0].\ufffd", Reason.CONTROL_CHARACTER),
        ('"name": ' + "[" * 60 + "]" * 60, "children[0].name" + "[0]" * 37, FaultKind.TOO_DEEP),
        (
            '"name": ' + "[" * 36 + '{"a": 1, "a": [[1]]}' + "]" * 36,
            "children[0].name" + "[0]" * 36 + ".a[0]",
            FaultKind.TOO_DEEP,
        ),
    ],
)
def test_what_json_allows_and_no_journal_holds_is_told_with_its_place(text, place, fault):
    whole = json.dumps(GOOD).replace('"name": "Noa"', text).encode()

    assert (place, fault) in faults_of(whole)


def test_all_faults_of_a_file_are_told_at_once_one_for_each_place():
    told = {
        **GOOD,
        "scores": [],
        "children": [{"id": CHILD, "name": "", "born": "soon", "pet": 1}, 5],
        "practices": [
            {"id": PRACTICE, "strategy": OTHER, "day": "2026-13-01"},
            {"id": PRACTICE, "strategy": STRATEGY, "day": "2026-03-02", "rating": 1.5},
        ],
    }

    assert faults_of(told) == [
        ("children[0].born", FaultKind.NOT_A_DAY),
        ("children[0].pet", FaultKind.UNKNOWN_FIELD),
        ("children[1]", FaultKind.NOT_AN_OBJECT),
        ("practices[0].day", FaultKind.NOT_A_DAY),
        ("practices[0].strategy", FaultKind.REFERENCE_TO_NOTHING),
        ("practices[1].id", FaultKind.DUPLICATE_ID),
        ("practices[1].rating", FaultKind.DECIMAL_NOT_TEXT),
        ("scores", FaultKind.UNKNOWN_LIST),
    ]


def test_the_same_id_twice_is_a_fault_without_envelopes():
    twice = {**GOOD, "children": GOOD["children"] * 2}

    assert faults_of(twice) == [("children[1].id", FaultKind.DUPLICATE_ID)]


def test_an_id_that_the_journal_has_for_another_kind_is_refused():
    assert faults_of(GOOD, known={UUID(CHILD): Kind.HELPER}.get) == [
        ("children[0].id", FaultKind.DUPLICATE_ID)
    ]


def test_a_fault_never_carries_what_breaks_a_line():
    with pytest.raises(ImportFaultsError) as refused:
        read_journal_json(
            json.dumps(with_child(**{"a\nb\ud800": 1, "born": "x\x1b" * 99})).encode()
        )

    told = "".join(fault.place + fault.detail for fault in refused.value.faults)
    assert told.isprintable()
    assert len(told) < 300


STEP = "7a0a3e0e-6a0a-4d7a-9d6c-0d6f0f8f1c77"


def with_often(**often):
    step = {"id": STEP, "strategy": STRATEGY, "from": "2026-03-02", "often": often}
    return {**GOOD, "plan_steps": [step]}


@pytest.mark.parametrize(
    ("often", "place", "fault", "detail"),
    [
        ({"kind": "days_a_week"}, "days", Reason.EMPTY, ""),
        ({"kind": "days_a_week", "days": 9}, "days", Reason.OUT_OF_RANGE, "9"),
        ({"kind": "days_a_week", "days": 3, "weekdays": ["mon"]}, "weekdays", Reason.DOES_NOT_FIT,
         ""),
        ({"kind": "times_a_day", "times": 99}, "times", Reason.OUT_OF_RANGE, "99"),
        ({"kind": "times_a_day", "days": 3}, "days", Reason.DOES_NOT_FIT, ""),
    ],
)  # fmt: skip
def test_what_is_wrong_in_how_often_is_told_at_its_field(often, place, fault, detail):
    with pytest.raises(ImportFaultsError) as refused:
        read_journal_json(json.dumps(with_often(**often)).encode())

    (told,) = refused.value.faults
    assert (told.place, told.what) == (f"plan_steps[0].often.{place}", fault)
    assert told.detail == detail


def test_a_rating_without_its_kind_says_which_field_is_missing():
    assert ("practices[0].rating_kind", FaultKind.MISSING_FIELD) in faults_of(
        with_practice(rating=3)
    )


def test_a_part_of_a_rating_that_is_missing_is_told_at_its_own_name_alone():
    told = with_practice(rating={"of": 4}, rating_kind="tries")
    assert faults_of(told) == [("practices[0].rating.took", FaultKind.MISSING_FIELD)]
