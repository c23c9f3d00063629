"""Which characters the fonts at hand can draw, and what stands for those that none can."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

PLACEHOLDER = "◻"
"""Drawn by the bundled Noto Emoji."""
# Latin, Cyrillic, general punctuation and the Arabic letters: drawn by the bundled fonts.
_COMMON = re.compile(
    "[\t\n\r -~\u00a0-\u017f\u0400-\u045f\u0620-\u064a\u2010-\u2027\u2066-\u2069]*"
)
_NEVER_DRAWN = re.compile("[\u200b-\u200f\u2060\ufe0e\ufe0f]")
_NAMED = re.compile(r'(?:text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")

Words = TypeVar("Words")


def fonts_draw(text: str, fonts: Path) -> bool:
    """Whether the fonts of a folder draw every character of the text."""
    if _COMMON.fullmatch(text):
        return True
    signs = {ord(sign) for sign in _NEVER_DRAWN.sub("", text) if not sign.isspace()}
    return signs <= _drawn_by(fonts)


@lru_cache(maxsize=2)
def _drawn_by(fonts: Path) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    files = fonts.glob("*-Regular.ttf")
    return frozenset(code for file in files for code in FT2Font(str(file)).get_charmap())


def signs_named(message: str) -> tuple[str, ...]:
    """Return the characters that a refusal of Typst names, each once."""
    texts = (_ESCAPED.sub(_unescape, found) for found in _NAMED.findall(message))
    signs = dict.fromkeys(sign for text in texts for sign in text)
    return tuple(sign for sign in signs if sign != PLACEHOLDER and not sign.isspace())


def without(fields: Words, signs: tuple[str, ...]) -> Words:
    """Return the same fields with the placeholder for each of the signs."""
    changed: object = fields
    if isinstance(fields, str):
        changed = fields.translate({ord(sign): PLACEHOLDER for sign in signs})
    elif isinstance(fields, list):
        changed = [without(one, signs) for one in fields]
    elif isinstance(fields, dict):
        changed = {name: without(one, signs) for name, one in fields.items()}
    return cast("Words", changed)


def all_text(fields: object) -> str:
    """Return all the text of the fields in one."""
    if isinstance(fields, str):
        return fields
    if isinstance(fields, dict):
        return "".join(map(all_text, fields.values()))
    return "".join(map(all_text, fields)) if isinstance(fields, list) else ""


def _unescape(match: re.Match[str]) -> str:
    code, plain = match.groups()
    if code:
        return chr(int(code, 16))
    return {"n": "\n", "t": "\t", "r": "\r"}.get(plain, plain)
