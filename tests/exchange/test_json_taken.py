"""What a file may say in more than one way is taken, and words are kept as they are."""

import json
from uuid import UUID

import pytest

from homejournal.domain.errors import FaultKind
from homejournal.domain.records.record import Kind
from homejournal.exchange.journal_json import read_journal_json
from homejournal.exchange.json_text import json_line
from tests.exchange.small_files import (
    GOOD,
    OTHER,
    STRATEGY,
    faults_of,
    with_child,
    with_practice,
)


def test_the_good_file_is_read():
    assert len(read_journal_json(json.dumps(GOOD).encode()).entries) == 3


def test_a_reference_may_name_what_the_journal_already_has():
    only_practices = {**GOOD, "children": [], "strategies": []}
    known = {UUID(STRATEGY): Kind.STRATEGY}

    assert len(read_journal_json(json.dumps(only_practices).encode(), known.get).entries) == 1
    assert faults_of(only_practices, known={UUID(STRATEGY): Kind.CHILD}.get) == [
        ("practices[0].strategy", FaultKind.REFERENCE_TO_OTHER_KIND)
    ]


@pytest.mark.parametrize(
    "name",
    [
        "\U0001f600" * 50,
        "\u200f\u05e0\u05d5\u05e2\u05d4\u200e",
        "<b>Noa</b><script>",
        "$x$ #let a = 1",
        "Noa\nLee",
        "O\u2019Neil & \u201cCo\u201d",
        "null",
    ],
)
def test_what_people_type_is_kept_as_it_is(name):
    read = read_journal_json(json.dumps(with_child(name=name)).encode())

    assert read.entries[0].record.name == name


def test_a_count_may_be_written_as_a_whole_number():
    read = read_journal_json(json.dumps(with_practice(rating=3, rating_kind="number")).encode())

    assert str(read.entries[-1].record.rating) == "3"


def test_null_is_not_said_inside_lists_too():
    told = {**GOOD, "team": [{"id": OTHER, "name": "Dana", "ways": [
        {"way": "email", "value": None, "preferred": None}]}]}  # fmt: skip
    (member,) = (
        entry.record
        for entry in read_journal_json(json.dumps(told).encode()).entries
        if entry.record.id == UUID(OTHER)
    )
    assert (member.ways[0].value, member.ways[0].preferred) == (None, False)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_no_json_can_hold_is_never_written(number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_line({"times": [float(number)]})
