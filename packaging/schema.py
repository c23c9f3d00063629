"""The JSON Schemas of the files that other programs may write: a journal's, a plan's and a pack's.

Run with the Python of .venv, this writes resources/schemas/*.json anew; tests assert that they are
current.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from homejournal.domain.days.periods import JournalSettings, WeekStart
from homejournal.domain.plan.plan_files import PLAN_KINDS
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS, REFERENCES
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.domain.text_rules import NAME_LETTERS
from homejournal.exchange.file_records import FORMAT as JOURNAL_FORMAT
from homejournal.exchange.pack_file import FORMAT as PACK_FORMAT
from homejournal.exchange.plan_file import FORMAT as PLAN_FORMAT
from homejournal.exchange.plan_file import STAYS_OUT
from homejournal.exchange.record_checks import DECIMAL, NEEDS_FIELD, NUMBERS, TIME, adapter_of

if TYPE_CHECKING:
    from pydantic_core.core_schema import DecimalSchema

Schema = dict[str, Any]
JOURNAL_FILE = ("schemas", "journal.schema.json")
PLAN_FILE = ("schemas", "plan.schema.json")
PACK_FILE = ("schemas", "pack.schema.json")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID: Schema = {"type": "string", "format": "uuid"}
_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_FORM: Schema = {
    "schema": {"enum": [*NUMBERS]},
    NEEDS_FIELD: {
        "type": "string",
        "description": "The first homejournal that reads the file, where it is not the first form.",
    },
}
"""What the top of each file says of its form."""
_LABEL = {
    "type": "string",
    "minLength": 1,
    "description": "A UUID, or a short label that names the same record all through the file.",
}


def schema_bytes(schema: Schema) -> bytes:
    """Return a schema as the bytes of its file; the same each time."""
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


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
        "$schema": _DIALECT,
        "title": "A homejournal journal",
        "description": "Lists may be missing; what is absent or null is what nobody said.",
        "type": "object",
        "properties": {
            "format": {"const": JOURNAL_FORMAT},
            **_FORM,
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


def plan_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a plan file."""
    known = journal_schema()["$defs"]
    lists: Schema = {}
    parts: Schema = {}
    for kind in PLAN_KINDS:
        cls, list_name = KINDS[kind]
        parts[cls.__name__] = _handed_over(known[cls.__name__], kind)
        items = _ref(cls.__name__)
        lists[list_name] = {"type": "array", "items": items}
    _add_parts_of(parts, known)
    return {
        "$schema": _DIALECT,
        "title": "A homejournal plan file",
        "description": "Strategies handed over. What is absent or null is what nobody said.",
        "type": "object",
        "properties": {
            "format": {"const": PLAN_FORMAT},
            **_FORM,
            "plan": {"type": "string", "minLength": 1, "maxLength": NAME_LETTERS},
            **lists,
        },
        "required": ["format", "schema", "plan"],
        "additionalProperties": False,
        "$defs": dict(sorted(parts.items())),
    }


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
            if f'"#/$defs/{name}"' in text and name not in parts:
                parts[name] = part
                waiting.append(part)


def pack_schema() -> Schema:
    """Return the JSON Schema (2020-12) of one line of an opened pack."""
    parts = {
        "Head": _head(),
        "Revision": _revision_line(),
        "Purged": _purged(),
        "Private": _private(),
        "Draft": _draft(),
        "Media": _media(),
    }
    return {
        "$schema": _DIALECT,
        "title": "A line of a homejournal pack",
        "description": "A pack is sealed by age; opened it is one JSON object a line, head first.",
        "oneOf": [_ref(name) for name in parts],
        "$defs": parts,
    }


def _object(properties: Schema, optional: tuple[str, ...] = (), about: str = "") -> Schema:
    return {
        "type": "object",
        "description": about,
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _head() -> Schema:
    journal = {
        "id": _ID,
        "day_end": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"},
        "week_start": {"enum": [str(day) for day in WeekStart]},
        "memories": {"const": False},
        "calm": {"const": False},
    }
    invitation = {
        "sharing": _ID,
        "journal": _ID,
        "key": _HASH,
        "device": _ID,
        "public": _HASH,
    }
    return _object(
        {
            "format": {"const": PACK_FORMAT},
            **_FORM,
            "journal": _object(
                journal, ("memories", "calm"), "How the journal counts days and weeks."
            ),
            "device": _ID,
            "home": _ID,
            "through": {"type": "string", "format": "date"},
            "audience": {"enum": [str(audience) for audience in Audience]},
            "invitation": _object(invitation, about="What it takes to read a shared folder."),
        },
        optional=(NEEDS_FIELD, "home", "invitation"),
        about="The first line: where the pack comes from, and through which day it reaches.",
    )


def _revision_line() -> Schema:
    return _object(
        {
            "envelope": {"type": "string"},
            "salt": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "fields": {"type": "string"},
        },
        optional=("salt", "fields"),
        about="A revision as text; without salt and fields it is one that was replaced.",
    )


def _purged() -> Schema:
    ids = {"type": "array", "items": _HASH}
    return _object({"purged": ids}, about="Revisions that were deleted for good.")


def _private() -> Schema:
    ids = {"type": "array", "items": _ID}
    about = "Photos in it that only private notes had; only in a pack for own computers."
    return _object({"private": ids}, about=about)


def _draft() -> Schema:
    text = {"type": "string", "minLength": 1}
    return _object(
        {"draft": {**text, "maxLength": 1000}, "text": text},
        about="A text that is not finished, for a new computer: its place and its words.",
    )


def _media() -> Schema:
    data = {"type": "string", "contentEncoding": "base64"}
    return _object({"media": _HASH, "data": data}, about="A picture by the SHA-256 of its bytes.")


def main() -> None:
    written = {
        JOURNAL_FILE: schema_bytes(journal_schema()),
        PACK_FILE: schema_bytes(pack_schema()),
        PLAN_FILE: schema_bytes(plan_schema()),
    }
    for name, data in written.items():
        file = Path(__file__).parents[1].joinpath("resources", *name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    main()
