"""What deleting for good takes with it, told before it happens, and what it leaves behind."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from homejournal.domain.records.record import Kind, Record, RevisionId
from homejournal.domain.safe.backups import Place

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
    }
)
"""The fields of which the words are somebody's own, and can stand on a page that was handed over.

What is practiced and hoped for is named alike by many families, and on nearly every page.
"""

KEPT_KINDS = (Kind.PAGE, Kind.PACK, Kind.BOOK)
_TOLD_FIRST = (
    *(Kind.CHILD, Kind.STRATEGY, Kind.ROUTINE, Kind.OUTCOME, Kind.LADDER),
    *(Kind.NOTE, Kind.PRIVATE_NOTE, Kind.MEDIA, Kind.LIFE_EVENT, Kind.VISIT),
    *(Kind.HELPER, Kind.TEAM_MEMBER, Kind.PRACTICE, Kind.DAY_MARK),
)
_ORDER = (*_TOLD_FIRST, *(kind for kind in Kind if kind not in _TOLD_FIRST))
_PICTURE, _NOTE = "jpeg", "text"
"""Fields of what stands on a page."""
_SURELY = 15
"""So many letters of a note on a page are a part of a longer note, and not there by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOverWords:
    """A page or pack that was handed over and holds words that are to be deleted for good."""

    id: UUID
    kind: Kind
    child: UUID
    made: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One of the things to be deleted; if it is not `whole`, only its earlier versions go."""

    record: Record
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionPreview:
    """What a deletion for good removes: the records, and how many of each kind.

    `kept` are handed-over papers with the same words, which go only if the family wants it;
    `mentions` is how many remaining notes name a person. If another home asks, `asked` are the
    revisions it asks for, and `first` are some of the things, to name them in the question.
    """

    records: tuple[UUID, ...]
    counts: Mapping[Kind, int]
    kept: tuple[HandedOverWords, ...] = ()
    mentions: int = 0
    asked: frozenset[RevisionId] = frozenset()
    first: tuple[Thing, ...] = ()

    @property
    def total(self) -> int:
        """Return how many records go."""
        return len(self.records)

    @property
    def more(self) -> int:
        """Return how many of the things are not among the first ones."""
        return max(sum(self.counts.values()) - len(self.first), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class OldCopy:
    """A copy that still holds something that was deleted for good.

    `sure` is false if the copy cannot be read and only might hold it.
    """

    path: Path
    made: datetime
    place: Place = Place.HERE
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeRequest:
    """What another home asks to delete for good here, too: how many records of each kind.

    `shared` counts those of them for which more than this home asks.
    """

    home: UUID
    ids: tuple[RevisionId, ...]
    counts: Mapping[Kind, int]
    shared: Mapping[Kind, int]


def deletion_order(kind: Kind) -> int:
    """Return the place of a kind where things are told that go: children first, then the plan."""
    return _ORDER.index(kind)


def words_in(kind: Kind, fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words of a record that can stand on a page, with single blanks."""
    for name in WORDS.get(kind, ()):
        words = _plain(fields.get(name) or "")
        if words:
            yield words


def holds(page: Mapping[str, Any], words: Collection[str]) -> bool:
    """Return whether any of the words stand on a kept page or pack; pictures are left out.

    Of a note a part is enough, since it may have been shortened for the page.
    """
    whole = "\n".join(_plain(said) for _, said in _strings(page))
    notes = (_plain(said).rstrip("… .") for name, said in _strings(page) if name == _NOTE)
    parts = [part for part in notes if len(part) >= _SURELY]
    return any(_stands_in(word, whole) or any(part in word for part in parts) for word in words)


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


def _strings(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with the name of its field."""
    if isinstance(value, str) and name != _PICTURE:
        yield name, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _strings(part, str(key))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part, name)


def _plain(words: str) -> str:
    return " ".join(words.split())
