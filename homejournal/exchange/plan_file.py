"""A plan file: bytes -> checked records, records -> bytes; strict, and never half taken.

It is made for hands as well: an id may be a short label, from which the same id is made each time.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError, InvalidValueError
from homejournal.domain.plan.plan_files import NOBODY, PLAN_KINDS, PlanFile
from homejournal.domain.records.codec import says_what_came_later, to_fields
from homejournal.domain.records.kinds import KINDS, REFERENCES, kind_of
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.text_rules import check_name
from homejournal.exchange.file_records import FileRecords
from homejournal.exchange.json_text import (
    Json,
    fault,
    first_at_each_place,
    json_line,
    parse_json,
    place_inside,
)
from homejournal.exchange.record_checks import ID, NEEDS_FIELD, form_fault, form_fields

FORMAT = "homejournal-plan"
MOST_BYTES = 1 << 20
"""One mebibyte: hundreds of strategies, and nothing that could fill a disk."""
STAYS_OUT = frozenset({"child", "visit", "rev"})
"""Fields that a plan file does not have: the family says whose plan it is."""
_HEAD = ("format", "schema", NEEDS_FIELD, "plan")
_WITH_CHILD = frozenset({Kind.OUTCOME, Kind.STRATEGY})
_LABELS = uuid5(NAMESPACE_URL, "homejournal:plan-file")


def read_plan_file(data: bytes, child: UUID = NOBODY) -> PlanFile:
    """Return what the file holds, as the plan of this child.

    Raises ImportFaultsError with every fault that was found; then nothing is to be taken.
    """
    if len(data) > MOST_BYTES:
        raise ImportFaultsError([fault("", FaultKind.TOO_LARGE, MOST_BYTES)])
    told, faults = parse_json(data)
    if told is None and faults:
        raise ImportFaultsError(faults)
    stranger = _stranger(told)
    if stranger:
        raise ImportFaultsError([stranger])
    faults += _head_faults(told)
    labels = _Labels(str(told.get("plan")))
    lists = {
        KINDS[kind].list_name: list(_items(told, kind, child, labels, faults))
        for kind in PLAN_KINDS
    }
    records = FileRecords(lists, {child: Kind.CHILD}.get)
    entries = tuple(records.entries())
    faults += (labels.told(one) for one in records.faults)
    if faults:
        raise ImportFaultsError(first_at_each_place(faults))
    return PlanFile(name=told["plan"], records=tuple(entry.record for entry in entries))


def write_plan_file(file: PlanFile) -> bytes:
    """Return the file as UTF-8 JSON, one record a line, with nothing of child or visit."""
    says_more = any(
        says_what_came_later(kind_of(record), _stored(record)) for record in file.records
    )
    form: dict[str, Json] = form_fields(says_more=says_more)
    head: dict[str, Json] = {"format": FORMAT, **form, "plan": file.name}
    parts = [f'"{name}": {json_line(said)}' for name, said in head.items()]
    for kind in PLAN_KINDS:
        rows = [json_line(_stored(record)) for record in file.records if kind_of(record) is kind]
        if rows:
            lines = ",\n  ".join(rows)
            parts.append(f'"{KINDS[kind].list_name}": [\n  {lines}\n ]')
    return ("{\n " + ",\n ".join(parts) + "\n}\n").encode()


class _Labels:
    """The ids that stand for the labels of one plan, and back again for its faults."""

    def __init__(self, plan: str) -> None:
        self._plan = plan
        self._label_of: dict[str, str] = {}

    def id_of(self, kind: Kind, label: Json) -> Json:
        """Return the id of a label; ids, and what can be neither, stay as they are."""
        if not isinstance(label, str) or not label.strip() or ID.fullmatch(label):
            return label
        id_ = str(uuid5(_LABELS, json.dumps([self._plan, kind, label])))
        self._label_of[id_] = label
        return id_

    def told(self, found: Fault) -> Fault:
        """Return a fault with the label that stands in the file, not the id made of it."""
        return replace(found, detail=self._label_of.get(found.detail, found.detail))


def _stranger(told: Json) -> Fault | None:
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        return fault("", FaultKind.NOT_A_PLAN)
    return form_fault(told)


def _head_faults(told: Mapping[str, Any]) -> Iterator[Fault]:
    lists = {KINDS[kind].list_name for kind in PLAN_KINDS}
    for name in told.keys() - {*_HEAD, *lists}:
        yield fault(place_inside("", name), FaultKind.UNKNOWN_LIST)
    named: Json = told.get("plan")
    if named is None:
        yield fault("plan", FaultKind.MISSING_FIELD)
    elif not isinstance(named, str):
        yield fault("plan", FaultKind.NOT_TEXT)
    else:
        try:
            check_name("plan", named)
        except InvalidValueError as error:
            yield fault("plan", error.reason, error.limit or "")


def _items(
    told: Mapping[str, Any], kind: Kind, child: UUID, labels: _Labels, faults: list[Fault]
) -> Iterator[Json]:
    name = KINDS[kind].list_name
    stored = told.get(name)
    if stored is not None and not isinstance(stored, list):
        faults.append(fault(name, FaultKind.NOT_A_LIST))
        return
    for at, item in enumerate(stored or ()):
        if not isinstance(item, dict):
            yield item
            continue
        here = place_inside(name, at)
        extra = sorted(STAYS_OUT & item.keys())
        faults.extend(fault(place_inside(here, field), FaultKind.UNKNOWN_FIELD) for field in extra)
        yield _as_in_a_journal(item, kind, child, labels)


def _as_in_a_journal(
    item: Mapping[str, Any], kind: Kind, child: UUID, labels: _Labels
) -> dict[str, Any]:
    """Return the item as a journal's own file would tell it, labels made into ids."""
    said = {name: value for name, value in item.items() if name not in STAYS_OUT}
    if "id" in said:
        said["id"] = labels.id_of(kind, said["id"])
    for field, target, _, _ in REFERENCES[kind]:
        named = said.get(field)
        if isinstance(named, list):
            said[field] = [labels.id_of(target, one) for one in named]
        elif named is not None:
            said[field] = labels.id_of(target, named)
    return said | {"child": str(child)} if kind in _WITH_CHILD else said


def _stored(record: Record) -> dict[str, Any]:
    told = {name: said for name, said in to_fields(record).items() if name not in STAYS_OUT}
    return {"id": str(record.id)} | told
