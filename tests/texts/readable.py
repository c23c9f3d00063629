"""How long the sentences are that a tired parent reads."""

import re

MOST_WORDS = 20


def long_parts(said):
    """Return the parts of a text, between its stops and dots in the middle, that are too long."""
    parts = re.split(r"(?<=[.?!:;])\s+|\s·\s|\n", said)
    return [part for part in parts if len(part.split()) > MOST_WORDS]
