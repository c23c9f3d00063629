"""The number that says in which form a file is written, and which homejournal reads it."""

import re
from collections.abc import Mapping
from typing import Any

from homejournal.domain.faults import Fault, FaultKind
from homejournal.domain.revisions import FIRST_SCHEMA, NEEDS, SCHEMA
from homejournal.exchange.faults import fault
from homejournal.exchange.json_text import Json

NUMBERS = range(FIRST_SCHEMA, SCHEMA + 1)
NEEDS_FIELD = "needs"
_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")


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
        return fault("schema", FaultKind.NEWER_SCHEMA, _version_in(told.get(NEEDS_FIELD)))
    if not isinstance(told.get(NEEDS_FIELD) or "", str):
        return fault(NEEDS_FIELD, FaultKind.NOT_TEXT)
    return None


def _version_in(said: Json) -> str:
    """Return the version of a program that a file names, or nothing where it names none."""
    return said if isinstance(said, str) and _VERSION.fullmatch(said) else ""
