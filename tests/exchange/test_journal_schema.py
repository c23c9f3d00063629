"""The schema for other programs says what the reader takes."""

import json
import re

import pytest

from homejournal.domain.records.kinds import KINDS
from homejournal.resources import resource
from schema import JOURNAL_FILE, journal_schema, schema_bytes


def test_the_stored_schema_is_the_one_that_the_code_makes():
    """Write it anew with `.venv/bin/python packaging/schema.py`."""
    assert resource(*JOURNAL_FILE).read_bytes() == schema_bytes(journal_schema())


def test_the_example_family_is_valid():
    data = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))

    assert list(faults_of_schema(data, journal_schema())) == []


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 3},
        {"scores": []},
        {"children": [{"id": "x"}]},
        {"helpers": [{"id": "x", "name": "Mom", "pet": "dog"}]},
        {"practices": [{"id": "x", "strategy": "y", "day": "z", "rating": 5.5}]},
        {"plan_steps": [{"id": "x", "strategy": "y", "from_day": "z"}]},
    ],
)
def test_what_the_reader_refuses_is_not_valid(change):
    told = {"format": "homejournal", "schema": 1, **change}

    assert list(faults_of_schema(told, journal_schema()))


def test_every_kind_has_its_list():
    properties = journal_schema()["properties"]

    assert {entry.list_name for entry in KINDS.values()} <= set(properties)


TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def faults_of_schema(value, schema, root=None, place="$"):
    """Yield where the value is not what the schema says; knows the words that ours uses."""
    root = root or schema
    if "$ref" in schema:
        yield from faults_of_schema(
            value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, place
        )
    if "anyOf" in schema and all(
        any(faults_of_schema(value, one, root, place)) for one in schema["anyOf"]
    ):
        yield place
    if value != schema.get("const", value) or value not in schema.get("enum", [value]):
        yield place
    fits = isinstance(value, TYPES.get(schema.get("type"), object))
    if not fits or ("pattern" in schema and not re.search(schema["pattern"], value)):
        yield place
    yield from _faults_inside(value, schema, root, place)


def _faults_inside(value, schema, root, place):
    if isinstance(value, list):
        for at, part in enumerate(value):
            yield from faults_of_schema(part, schema.get("items", {}), root, f"{place}[{at}]")
    if isinstance(value, dict) and "properties" in schema:
        yield from (f"{place}.{name}" for name in set(schema["required"]) - set(value))
        for name, part in value.items():
            if name in schema["properties"]:
                yield from faults_of_schema(
                    part, schema["properties"][name], root, f"{place}.{name}"
                )
            else:
                yield f"{place}.{name}"
