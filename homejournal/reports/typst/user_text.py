"""What a person wrote, as a template takes it: whole, with its direction and places to break."""

import re
import unicodedata
from typing import Any

Fields = dict[str, Any]
_UNBROKEN = re.compile(r"[^\s\u200b]{32,}")
_BREAK_AFTER = 16
_TURNS = re.compile("[\u202a\u202b\u202d\u202e]")
"""Signs that turn what follows them; an isolate of Unicode keeps that to the words themselves."""


def own(written: str) -> Fields:
    """Return what a person wrote, whole, with its direction and with places to break a line."""
    text = written.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    text = text.replace("\ufeff", "").strip()
    strong = (unicodedata.bidirectional(letter) for letter in text)
    first = next((way for way in strong if way in {"L", "R", "AL"}), "L")
    if _TURNS.search(text):
        text = "\n".join(f"\u2068{line}\u2069" for line in text.split("\n"))
    return {"text": _UNBROKEN.sub(_with_breaks, text), "rtl": first != "L"}


def _with_breaks(match: re.Match[str]) -> str:
    letters = match.group()
    pieces = range(0, len(letters), _BREAK_AFTER)
    return "\u200b".join(letters[start : start + _BREAK_AFTER] for start in pieces)
