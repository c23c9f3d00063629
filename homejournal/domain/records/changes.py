"""What a thing done in the journal changed, so that it can be taken back and screens can follow."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.records.record import Kind, Record, RevisionId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homejournal.domain.records.revisions import Revision


@dataclass(frozen=True, slots=True)
class Move:
    """One record's heads before and after; more than one where two versions stand."""

    kind: Kind
    record: UUID
    before: tuple[RevisionId, ...]
    after: tuple[RevisionId, ...]


@dataclass(frozen=True, slots=True)
class DraftMove:
    """The unfinished text of one place before and after; empty if there was none."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SettingMove:
    """One of the journal's settings before and after; empty if there was none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Received:
    """What came from elsewhere with one step; it is empty if nothing new came.

    Of the `filled` only the envelopes stood here before; the `waiting` are for a newer homejournal,
    and of the `waiting_filled` only the envelopes waited before.
    """

    fresh: "tuple[Revision, ...]" = ()
    filled: "tuple[Revision, ...]" = ()
    waiting: "tuple[Revision, ...]" = ()
    waiting_filled: "tuple[Revision, ...]" = ()

    def __iter__(self) -> "Iterator[Revision]":
        yield from self.read
        yield from self.unread

    def __len__(self) -> int:
        return len(self.read) + len(self.unread)

    @property
    def read(self) -> "tuple[Revision, ...]":
        """Return what this version reads of it."""
        return (*self.fresh, *self.filled)

    @property
    def unread(self) -> "tuple[Revision, ...]":
        """Return what only a newer homejournal reads of it."""
        return (*self.waiting, *self.waiting_filled)

    def __add__(self, more: "Received") -> "Received":
        return Received(
            (*self.fresh, *more.fresh),
            (*self.filled, *more.filled),
            (*self.waiting, *more.waiting),
            (*self.waiting_filled, *more.waiting_filled),
        )


NOTHING_CAME = Received()


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that one thing done changed; putting the befores back takes it back."""

    moves: tuple[Move, ...]
    drafts: tuple[DraftMove, ...] = ()
    """Unfinished texts that ended with it and come again where it is taken back."""
    settings: tuple[SettingMove, ...] = ()
    came: Received = NOTHING_CAME
    """What came from elsewhere with it; taking it back takes it out again."""
    withdrawn: Received = NOTHING_CAME
    """What was taken out again; taking that back takes them in again."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """Return the kinds of record that changed; which home is ours changes a home, too."""
        ours = {Kind.HOME} if any(move.name == "home" for move in self.settings) else ()
        return frozenset((*(move.kind for move in self.moves), *ours))


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a record; `record` is None if it was deleted or withheld.

    `at` is an instant in UTC as text, and None for a version from a file without its history.
    """

    revision: RevisionId
    at: str | None
    device: str
    record: Record | None
    deleted: bool = False
    """Whether it deleted the record."""
