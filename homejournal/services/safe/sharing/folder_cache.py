"""What one start of the program knows of a shared folder, so that nothing is read twice."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.records.revisions import Revision, with_more_content
from homejournal.domain.sharing.outgoing import (
    Arrived,
    Audience,
    OtherComputer,
    OutgoingFilter,
    Pictures,
    arrived,
    reach,
)
from homejournal.exchange.packs.batch_file import SUFFIX, Batch


class Known(NamedTuple):
    """A whole batch that lies in the folder; `ids` says of each revision whether it is whole.

    `gone` are computers that are no more, with the number through which batches were taken away.
    """

    sha256: str
    device: UUID
    number: int
    public: bytes
    home: UUID | None
    through: date
    ids: dict[bytes, bool]
    purged: frozenset[bytes]
    gone: Mapping[UUID, int]


Stamp = tuple[int, int]
"""Size and time of a file: while they are the same it is not read again."""


class Lying(NamedTuple):
    """The file of a photo or hand-out in somebody's part of the folder."""

    path: Path
    stamp: Stamp


@dataclass(kw_only=True)
class Memory:
    """It grows while the folder and the journal are read; one run at a time uses it."""

    audience: Audience
    seen: dict[Path, tuple[Stamp, Known | None]] = field(default_factory=dict)
    leaving: OutgoingFilter = field(init=False)
    last: int = 0
    """The number of the last revision that was read from the journal."""
    own: dict[bytes, bool] = field(default_factory=dict)
    """What the journal has, each with whether it is whole."""
    waiting: dict[bytes, Revision] = field(default_factory=dict)
    """What came and is not in the journal yet."""
    private: set[str] = field(default_factory=set)
    """Photos that only private notes had, as batches say where their revisions do not."""
    outgoing: dict[bytes, Revision] = field(default_factory=dict)
    """What leaves and lies in no batch yet, of what was read of the journal."""
    held: set[Path] = field(default_factory=set)
    """Files and folders that are there and could not be read in the last look."""
    media: dict[bytes, Revision] = field(default_factory=dict)
    """What the journal says of photos and hand-outs, earlier versions among it."""
    bad: set[Lying] = field(default_factory=set)
    """Files of photos that are not whole, as they were when somebody looked."""
    proved: set[Lying] = field(default_factory=set)
    """Those that were read whole."""
    unreadable: set[Path] = field(default_factory=set)
    """Batches that are whole and signed, and tell what nothing here can read."""
    misfits: int = 0
    """How many of what came last fit nothing here."""
    pictures: Pictures = field(default_factory=Pictures)
    """How photos and hand-outs stand since the last run."""
    others: tuple[OtherComputer, ...] = ()
    """The other computers of our own home, as the last run found them."""
    put_aside: set[str] = field(default_factory=set)
    """The marks of strange files that were put aside, now or at an earlier start."""

    def __post_init__(self) -> None:
        self.leaving = OutgoingFilter(audience=self.audience)

    @property
    def batches(self) -> list[Known]:
        """Return the batches that lie in the folder, each once."""
        by_hash = {known.sha256: known for _, known in self.seen.values() if known}
        return sorted(by_hash.values(), key=lambda one: (one.device.bytes, one.number, one.sha256))

    @property
    def unread(self) -> int:
        """Return how many files lie there that are called a batch and do not read as one yet."""
        strange = [path for path, (_, known) in self.seen.items() if known is None]
        strange = [path for path in strange if path not in self.unreadable]
        return len(self.held) + sum(path.suffix == SUFFIX for path in strange)

    @property
    def unreadable_names(self) -> tuple[str, ...]:
        """Return the names of batches that came whole and cannot be read, in their order."""
        return tuple(sorted(path.name for path in self.unreadable))

    def let_wait(self, batches: Iterable[Batch]) -> None:
        """Let what came wait until it is in the journal."""
        for batch in batches:
            self.private |= batch.private
            more = with_more_content(batch.incoming.all, self.waiting)
            self.waiting.update((one.id, one) for one in more)

    def there(self, without: Collection[UUID] = ()) -> dict[bytes, bool]:
        """Return what lies in batches, each with whether it lies there whole.

        What computers wrote that are gone does not count.
        """
        found: dict[bytes, bool] = {}
        for batch in self.batches:
            if batch.device in without:
                continue
            for id_, whole in batch.ids.items():
                found[id_] = whole or found.get(id_, False)
        return found

    def read_again(self) -> None:
        """Let the next run read the whole journal: what was read of it is not all that is told."""
        self.last = 0
        self.outgoing.clear()

    def took(self, revisions: Iterable[Revision]) -> None:
        """Know that these are in the journal now."""
        for one in revisions:
            self.own[one.id] = one.fields is not None or self.own.get(one.id, False)

    def is_new(self, revision: Revision, purged: Collection[bytes]) -> bool:
        """Return whether the journal does not have this, or only its envelope."""
        whole = revision.fields is not None and revision.id not in purged
        return self.lacks(revision.id, whole=whole)

    def lacks(self, id_: bytes, *, whole: bool) -> bool:
        """Return whether the journal does not have this, or its envelope alone of what is whole."""
        return id_ not in self.own or (whole and not self.own[id_])

    def arrived(self) -> dict[UUID, Arrived]:
        """Return how many batches of each computer are here, and how many it has written."""
        gone = self.gone()
        return {
            device: arrived((number for number, _ in told), gone.get(device, 0))
            for device, told in self._numbers().items()
        }

    def reaches(self, until: date) -> dict[UUID, date]:
        """Return through which day each home's batches reach without one that is missing.

        None reaches further than `until`; a clock that is wrong may say so.
        """
        homes, gone = self._homes(), self.gone()
        found: dict[UUID, date] = {}
        for device, told in self._numbers().items():
            home, through = homes[device], reach(told, gone.get(device, 0), until)
            if home is not None and through is not None:
                found[home] = max(through, found.get(home, through))
        return found

    def gone(self) -> dict[UUID, int]:
        """Return of computers through which number their batches were taken away.

        Another home does not say so of a computer that wrote for ours.
        """
        homes, found = self._homes(), dict[UUID, int]()
        for batch in self.batches:
            for device, number in batch.gone.items():
                is_theirs = batch.home == homes.get(device, batch.home)
                if self.audience is Audience.OWN or is_theirs:
                    found[device] = max(number, found.get(device, 0))
        return found

    def _homes(self) -> dict[UUID, UUID | None]:
        return {one.device: one.home for one in self.batches}

    def _numbers(self) -> dict[UUID, list[tuple[int, date]]]:
        numbers: dict[UUID, list[tuple[int, date]]] = {}
        for one in self.batches:
            numbers.setdefault(one.device, []).append((one.number, one.through))
        return numbers
