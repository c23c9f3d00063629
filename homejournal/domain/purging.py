"""What deleting for good takes with it, told before it happens, and what it leaves behind."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from homejournal.domain.changes import RevisionId
from homejournal.domain.record import Kind

WORDS: MappingProxyType[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.NOTE: ("text",),
        Kind.PRIVATE_NOTE: ("text",),
        Kind.HELPER: ("name",),
        Kind.TEAM_MEMBER: ("name",),
        Kind.MEDIA: ("name",),
        Kind.LIFE_EVENT: ("words",),
        Kind.ASKED: ("text", "answer"),
        Kind.VISIT: ("agreed_between", "agreed_next"),
        Kind.OUTCOME: ("text",),
        Kind.STRATEGY: ("name",),
        Kind.PLAN_STEP: ("what",),
    }
)
"""The fields of which the words can stand on a page that was handed over."""

KEPT_KINDS = (Kind.PAGE, Kind.PACK)
_PICTURE = "jpeg"
_SURELY = 15
"""So many letters in a row on a page are a part of longer words, and not there by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """A page or pack that was handed over and holds words that are to be deleted for good."""

    id: UUID
    kind: Kind
    child: UUID
    made: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What goes for good: the records, how many of each kind, and who else holds their words.

    `kept` are records of their own, which go only where the family wants it; `mentions` is how
    many notes that stay hold a person's name.
    """

    records: tuple[UUID, ...]
    counts: Mapping[Kind, int]
    kept: tuple[KeptWords, ...] = ()
    mentions: int = 0

    @property
    def total(self) -> int:
        """Return how many records go."""
        return len(self.records)


@dataclass(frozen=True, slots=True, kw_only=True)
class OldCopy:
    """A copy in the journal's folder that still holds what was deleted for good.

    `sure` is false where it cannot be looked into: then it may.
    """

    path: Path
    made: datetime
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeRequest:
    """What another home asks to delete for good here, too: how many records of each kind."""

    home: UUID
    ids: tuple[RevisionId, ...]
    counts: Mapping[Kind, int]


def words_in(kind: Kind, fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words of a record that can stand on a page, with single blanks."""
    for name in WORDS.get(kind, ()):
        words = _plain(fields.get(name) or "")
        if words:
            yield words


def page_words(fields: Mapping[str, Any]) -> frozenset[str]:
    """Return all words that stand on a kept page or pack, pictures left out."""
    return frozenset(map(_plain, _strings(fields)))


def holds(page: Collection[str], words: Iterable[str]) -> bool:
    """Return whether any of the words stand on a page, whole or (of longer ones) in part."""
    whole = "\n".join(page)
    long = [one.rstrip("… .") for one in page if len(one) >= _SURELY]
    return any(_stands_in(one, whole) or any(part in one for part in long) for one in words)


def _stands_in(words: str, text: str) -> bool:
    """Return whether the words stand in a text, not as a part of another word."""
    at = text.find(words)
    while at >= 0:
        before, after = text[:at][-1:], text[at + len(words) :][:1]
        if not (_joins(before, words[0]) or _joins(words[-1], after)):
            return True
        at = text.find(words, at + 1)
    return False


def _joins(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()


def _strings(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, str) and name != _PICTURE:
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _strings(part, str(key))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _plain(words: str) -> str:
    return " ".join(words.split())
