"""Whether a note names somebody of the team, as far as words alone can tell it."""

import re
import unicodedata
from collections.abc import Iterable

from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import TeamMember
from homejournal.domain.visit_page.material import PageMaterial
from homejournal.domain.visits.team_list import on_team

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 3
_NO_NAMES = frozenset(
    ("dra", "mrs", "miss", "prof", "señor", "señora", "srta", "lic", "del", "las", "los", "von",
     "van", "der", "den", "and", "the")
)  # fmt: skip
"""Titles, and small words inside surnames."""


def is_about_a_reader(material: PageMaterial, note: Note) -> bool:
    """Say whether a concern about no strategy names somebody who will read the page.

    Case and accents do not matter. A name that is also the child's or that of somebody who writes
    tells nothing.
    """
    if note.strategy is not None or Flag.CONCERN not in note.flags:
        return False
    own = (material.child.name, material.child.surname or "", *(h.name for h in material.helpers))
    readers = {part for person in _readers(material) for part in _parts(person.name)} - {
        part for name in own for part in _parts(name)
    }
    return not readers.isdisjoint(_may_be_names(note.text))


def _readers(material: PageMaterial) -> tuple[TeamMember, ...]:
    if material.for_whom:
        return tuple(one for one in material.team if one.id in material.for_whom)
    return on_team(material.team, material.printed)


def _parts(name: str) -> set[str]:
    return {part for part in _plain(_WORD.findall(name)) if len(part) >= _LEAST_LETTERS} - _NO_NAMES


def _may_be_names(text: str) -> set[str]:
    """Return the words that can be names: where a writer uses capitals, those that begin so."""
    words = _WORD.findall(text)
    capitals = any(word[0].isupper() for word in words)
    return set(_plain(word for word in words if not (capitals and word[0].islower())))


def _plain(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        apart = unicodedata.normalize("NFKD", word.casefold())
        yield "".join(one for one in apart if not unicodedata.combining(one))
