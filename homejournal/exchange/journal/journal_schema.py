"""The JSON Schema of a journal's file, made from the very dataclasses that check it.

`packaging/schema.py` writes resources/schemas/journal.schema.json anew; a test asserts that
it is up to date.
"""

import json
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from homejournal.domain.days.family_days import JournalSettings
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.record import Kind
from homejournal.exchange.journal.journal_file import FORMAT
from homejournal.exchange.json.format_number import NEEDS_FIELD, NUMBERS
from homejournal.exchange.json.record_checks import adapter_of
from homejournal.exchange.json.value_forms import DECIMAL, TIME

if TYPE_CHECKING:
    from pydantic_core.core_schema import DecimalSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = ("schemas", "journal.schema.json")
_ID = {"type": "string", "format": "uuid"}
_HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

FORM = {
    "schema": {"enum": [*NUMBERS]},
    NEEDS_FIELD: {
        "type": "string",
        "description": "The first homejournal that reads the file, where it is not the first form.",
    },
}
"""What the top of each file says of its form."""

Schema = dict[str, Any]


def journal_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a journal's file."""
    parts: Schema = {"Revision": _revision(), "Elsewhere": _elsewhere()}
    lists = {}
    for kind, (cls, list_name) in KINDS.items():
        name = _take(cls, parts)
        parts[name]["properties"]["rev"] = _ref("Revision")
        lists[list_name] = {"type": "array", "items": _ref(name), "description": _doc(cls)}
        parts[name]["title"] = str(kind)
    settings = parts[_take(JournalSettings, parts)]
    del settings["properties"]["home"]
    return {
        "$schema": DIALECT,
        "title": "A homejournal journal",
        "description": "Lists may be missing; what is absent or null is what nobody said.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            **FORM,
            "journal": _ref("JournalSettings"),
            "home": _ID,
            "through": {"type": "string", "format": "date"},
            "elsewhere": {"type": "array", "items": _ref("Elsewhere")},
            **lists,
        },
        "required": ["format", "schema"],
        "additionalProperties": False,
        "$defs": dict(sorted(parts.items())),
    }


def schema_bytes() -> bytes:
    """Return the schema as the bytes of its file; the same each time."""
    return (json.dumps(journal_schema(), ensure_ascii=False, indent=1) + "\n").encode()


def _take(cls: type[Any], parts: Schema) -> str:
    """Put the schema of a dataclass and of all that it holds among the parts."""
    from pydantic.json_schema import GenerateJsonSchema

    class WithDecimalsAsText(GenerateJsonSchema):
        @override
        def decimal_schema(self, schema: "DecimalSchema") -> Schema:
            return {"type": "string", "pattern": f"^{DECIMAL.pattern}$"}

    made = adapter_of(cls).json_schema(schema_generator=WithDecimalsAsText)
    for name, part in made["$defs"].items():
        parts.setdefault(name, _as_in_files(part))
    name = cls.__name__
    parts[name]["description"] = _doc(cls)
    return name


def _as_in_files(schema: Any) -> Any:  # noqa: ANN401 (a schema is any JSON)
    """Return a part of a schema with the names and forms that files have."""
    if isinstance(schema, list):
        return [_as_in_files(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: _as_in_files(part) for name, part in schema.items() if name != "title"}
    if "properties" in told:
        told["properties"] = {
            FILE_NAMES.get(name, name): part for name, part in told["properties"].items()
        }
        told["required"] = [FILE_NAMES.get(name, name) for name in told.get("required", [])]
    if told.get("format") == "time":
        return {"type": "string", "pattern": f"^{TIME.pattern}$"}
    return told


def _revision() -> Schema:
    return {
        "type": "object",
        "description": "The envelope: with it, importing makes the very same revision again.",
        "properties": {
            "id": _HASH,
            "parents": {"type": "array", "items": _HASH},
            "device": {"anyOf": [_ID, {"const": "file"}]},
            "at": {"type": "string", "format": "date-time"},
            "salt": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "schema": {"enum": [*NUMBERS]},
        },
        "required": ["id", "device", "salt"],
        "additionalProperties": False,
    }


def _elsewhere() -> Schema:
    return {
        "type": "object",
        "description": "A record that the file names though it is not in it.",
        "properties": {"id": _ID, "kind": {"enum": [str(kind) for kind in Kind]}},
        "required": ["id", "kind"],
        "additionalProperties": False,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _doc(cls: type[Any]) -> str:
    return " ".join((cls.__doc__ or "").split("\n\n")[0].split())
