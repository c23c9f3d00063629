"""The JSON Schema of a plan file, made from the schema of a journal's file.

`packaging/schema.py` writes resources/schemas/plan.schema.json anew; a test asserts that it is up
to date.
"""

import json

from homejournal.domain.plan.plan_files import PLAN_KINDS
from homejournal.domain.records.kinds import KINDS, REFERENCES
from homejournal.domain.records.record import Kind
from homejournal.domain.text_rules import NAME_LETTERS
from homejournal.exchange.journal.journal_schema import DIALECT, FORM, Schema, journal_schema
from homejournal.exchange.journal.plan_file import FORMAT, STAYS_OUT

FILE = ("schemas", "plan.schema.json")
_REF = "#/$defs/"
_LABEL = {
    "type": "string",
    "minLength": 1,
    "description": "A UUID, or a short label that names the same record all through the file.",
}


def plan_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a plan file."""
    known = journal_schema()["$defs"]
    lists: Schema = {}
    parts: Schema = {}
    for kind in PLAN_KINDS:
        cls, list_name = KINDS[kind]
        parts[cls.__name__] = _handed_over(known[cls.__name__], kind)
        items = {"$ref": f"{_REF}{cls.__name__}"}
        lists[list_name] = {"type": "array", "items": items}
    _add_parts_of(parts, known)
    return {
        "$schema": DIALECT,
        "title": "A homejournal plan file",
        "description": "Strategies handed over. What is absent or null is what nobody said.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            **FORM,
            "plan": {"type": "string", "minLength": 1, "maxLength": NAME_LETTERS},
            **lists,
        },
        "required": ["format", "schema", "plan"],
        "additionalProperties": False,
        "$defs": dict(sorted(parts.items())),
    }


def plan_schema_bytes() -> bytes:
    """Return the schema as the bytes of its file; the same each time."""
    return (json.dumps(plan_schema(), ensure_ascii=False, indent=1) + "\n").encode()


def _handed_over(part: Schema, kind: Kind) -> Schema:
    """Return the schema of a record without what stays at home, with labels for ids."""
    named = {reference.field: reference.many for reference in REFERENCES[kind]}
    fields = {}
    for name, said in part["properties"].items():
        if name in STAYS_OUT:
            continue
        label = {"type": "array", "items": _LABEL} if named.get(name) else _LABEL
        fields[name] = label if name == "id" or name in named else said
    needed = [name for name in part.get("required", []) if name in fields]
    return {**part, "properties": fields, "required": needed}


def _add_parts_of(parts: Schema, known: Schema) -> None:
    """Add the schemas that the records hold, such as how often and what is rated."""
    waiting = list(parts.values())
    while waiting:
        text = json.dumps(waiting.pop())
        for name, part in known.items():
            if f'"{_REF}{name}"' in text and name not in parts:
                parts[name] = part
                waiting.append(part)
