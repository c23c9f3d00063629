"""A small plan file, as a professional might write it by hand."""

import json

HANDWRITTEN = {
    "format": "homejournal-plan",
    "schema": 1,
    "plan": "Dana, March",
    "team": [
        {
            "id": "dana",
            "name": "Dana",
            "discipline": "speech therapy",
            "ways": [{"way": "email", "value": "dana@example.org", "preferred": True}],
        }
    ],
    "outcomes": [{"id": "asks", "text": "Mateo asks for food.", "areas": ["communication"]}],
    "routines": [{"id": "snack", "name": "Snack"}],
    "strategies": [{"id": "wait", "name": "Wait", "outcome": "asks", "suggested_by": "dana"}],
    "plan_steps": [
        {
            "id": "wait-1",
            "strategy": "wait",
            "from": "2026-03-13",
            "what": "Hold the cup and wait",
            "routines": ["snack"],
            "often": {"times": 2},
            "rating": {"kind": "help"},
        }
    ],
}


def as_bytes(told) -> bytes:
    return told if isinstance(told, bytes) else json.dumps(told).encode()


def with_first(list_name: str, **said) -> dict:
    """Return the file with other fields in the first record of a list."""
    return {**HANDWRITTEN, list_name: [{**HANDWRITTEN[list_name][0], **said}]}
