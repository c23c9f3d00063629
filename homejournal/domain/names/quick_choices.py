"""Which few of many names stand ready to be pressed, and which are found by typing."""

import unicodedata
from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

MOST_READY = 4
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")


def quick_choices(values: Sequence[T], wanted: Sequence[T | None] = ()) -> tuple[T, ...]:
    """Return the few values shown as buttons, in their own order: all of them up to four.

    Of more there are three, so that the way to the others has its room. What is wanted takes the
    last of these places; nothing is ordered by use.
    """
    if len(values) <= MOST_READY:
        return tuple(values)
    room = MOST_READY - 1
    needed = [one for one in dict.fromkeys(wanted) if one in values][:room]
    others = [one for one in values if one not in needed]
    chosen = {*others[: room - len(needed)], *needed}
    return tuple(one for one in values if one in chosen)


def plain(text: str) -> str:
    """Return a text without case, accents and extra blanks, as people type it in a hurry.

    A keyboard has only one of the signs that stand for an apostrophe.
    """
    if text.isascii():  # as most names are
        return " ".join(text.casefold().split())
    parts = unicodedata.normalize("NFKD", text.casefold()).translate(_APOSTROPHES)
    letters = "".join(one for one in parts if not unicodedata.combining(one))
    return " ".join(letters.casefold().split())  # what is written with other signs has case, too


def matches_typed(typed: str, name: str) -> bool:
    """Return whether each typed word begins a word of the name; an empty text matches all."""
    words = plain(name).split()
    return all(any(word.startswith(part) for word in words) for part in plain(typed).split())
