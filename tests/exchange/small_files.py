"""A small good file, changes to it, and the faults that a file is refused with."""

import json

import pytest

from homejournal.domain.errors import ImportFaultsError
from homejournal.exchange.journal_json import read_journal_json

CHILD, STRATEGY, PRACTICE, OTHER = (f"00000000-0000-4000-8000-00000000000{n}" for n in range(4))
GOOD = {
    "format": "homejournal",
    "schema": 1,
    "journal": {"id": OTHER, "day_end": "04:00", "week_start": "monday"},
    "children": [{"id": CHILD, "name": "Noa"}],
    "strategies": [{"id": STRATEGY, "child": CHILD, "name": "Wait"}],
    "practices": [{"id": PRACTICE, "strategy": STRATEGY, "day": "2026-03-02"}],
}


def faults_of(told, **known):
    data = told if isinstance(told, bytes) else json.dumps(told).encode()
    with pytest.raises(ImportFaultsError) as refused:
        read_journal_json(data, **known)
    return [(fault.place, fault.what) for fault in refused.value.faults]


def with_practice(**said):
    return {**GOOD, "practices": [{**GOOD["practices"][0], **said}]}


def with_child(**said):
    return {**GOOD, "children": [{**GOOD["children"][0], **said}]}


def with_step(**rating):
    step = {"id": OTHER[:-1] + "9", "strategy": STRATEGY, "from": "2026-03-02"}
    return {**GOOD, "plan_steps": [{**step, "rating": {"kind": "number", **rating}}]}
