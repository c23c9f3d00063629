"""The number that says in which form a file is written, and which homejournal reads it."""

from collections.abc import Mapping
from typing import Any

from homejournal.domain.errors import Fault, FaultKind
from homejournal.domain.records.revisions import FIRST_SCHEMA, NEEDS, SCHEMA, version_in
from homejournal.exchange.json.fault_places import fault

NUMBERS = range(FIRST_SCHEMA, SCHEMA + 1)
NEEDS_FIELD = "needs"


def form_told(*, says_more: bool) -> dict[str, Any]:
    """Return what the top of a file says of its form: the lowest number that can say what it holds.

    What only a younger homejournal reads names the first one that does.
    """
    if not says_more:
        return {"schema": FIRST_SCHEMA}
    return {"schema": SCHEMA, NEEDS_FIELD: NEEDS}


def form_fault(told: Mapping[str, Any]) -> Fault | None:
    """Return what is wrong with the number; of a newer form the homejournal that it names."""
    schema = told.get("schema")
    if type(schema) is not int or schema < FIRST_SCHEMA:
        return fault("schema", FaultKind.UNKNOWN_SCHEMA, "" if schema is None else schema)
    if schema > SCHEMA:
        return fault("schema", FaultKind.NEWER_SCHEMA, version_in(told.get(NEEDS_FIELD)))
    if not isinstance(told.get(NEEDS_FIELD) or "", str):
        return fault(NEEDS_FIELD, FaultKind.NOT_TEXT)
    return None
