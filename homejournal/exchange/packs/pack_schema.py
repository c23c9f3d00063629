"""The JSON Schema of the lines inside a pack: the head, revisions, drafts, pictures and more.

`packaging/schema.py` writes resources/schemas/pack.schema.json anew; a test asserts that it is up
to date.
"""

import json

from homejournal.domain.days.family_days import WeekStart
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.journal.journal_schema import DIALECT, FORM, Schema
from homejournal.exchange.json.format_number import NEEDS_FIELD
from homejournal.exchange.packs.pack_head import FORMAT

FILE = ("schemas", "pack.schema.json")
_ID: Schema = {"type": "string", "format": "uuid"}
_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def pack_schema() -> Schema:
    """Return the JSON Schema (2020-12) of one line of an opened pack."""
    parts = {
        "Head": _head(),
        "Revision": _revision(),
        "Purged": _purged(),
        "Private": _private(),
        "Draft": _draft(),
        "Media": _media(),
    }
    return {
        "$schema": DIALECT,
        "title": "A line of a homejournal pack",
        "description": "A pack is sealed by age; opened it is one JSON object a line, head first.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in parts],
        "$defs": parts,
    }


def pack_schema_bytes() -> bytes:
    """Return the schema as the bytes of its file; the same each time."""
    return (json.dumps(pack_schema(), ensure_ascii=False, indent=1) + "\n").encode()


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
        "week_start": {"enum": [str(one) for one in WeekStart]},
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
            "format": {"const": FORMAT},
            **FORM,
            "journal": _object(
                journal, ("memories", "calm"), "How the journal counts days and weeks."
            ),
            "device": _ID,
            "home": _ID,
            "through": {"type": "string", "format": "date"},
            "audience": {"enum": [str(one) for one in Audience]},
            "invitation": _object(invitation, about="What it takes to read a shared folder."),
        },
        optional=(NEEDS_FIELD, "home", "invitation"),
        about="The first line: where the pack comes from, and through which day it reaches.",
    )


def _revision() -> Schema:
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
