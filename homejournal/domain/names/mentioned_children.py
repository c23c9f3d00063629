"""Whether words name another child of the family: a page is about one child alone."""

import re
from collections.abc import Iterable

from homejournal.domain.names.quick_choices import plain
from homejournal.domain.records.children import Child

Names = frozenset[tuple[str, ...]]
"""Names as their words, without case and accents."""
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 2
_JOINED = "وفبلك"
"""Arabic writes "and", "with" or "for" as a letter before the name."""


def names_of_others(children: Iterable[Child], own: Child) -> Names:
    """Return the names of the other children: whole, and each part of them, nicknames too.

    A part that is also in the own child's name, as a surname mostly is, tells nothing.
    """
    mine = {_words(own.name), *_parts(own)}
    found: set[tuple[str, ...]] = set()
    for child in children:
        if child.id != own.id:
            found |= {_words(child.name), *_parts(child)}
    return frozenset(name for name in found - mine if name)


def names_any_of(words: str, names: Names) -> bool:
    """Return whether words name one of them, in whole words."""
    if not names:
        return False
    said = [{word, word[1:] if word[0] in _JOINED else word} for word in _words(words)]
    return any(
        all(part in said[at + place] for place, part in enumerate(name))
        for name in names
        for at in range(len(said) - len(name) + 1)
    )


def _parts(child: Child) -> set[tuple[str, ...]]:
    words = (*_words(child.name), *_words(child.surname or ""))
    return {(word,) for word in words if len(word) >= _LEAST_LETTERS}


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text)))
