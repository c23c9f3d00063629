"""A shared folder as one start of the program knows it, and what a run over it asks and brings."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.domain.records.revisions import Revision, with_more_content
from homejournal.domain.sharing.outgoing import (
    Audience,
    BatchesArrived,
    MediaTransfer,
    OtherComputer,
    OutgoingFilter,
    Sender,
    SharingEntry,
    media_named,
)
from homejournal.exchange.packs.batch_file import Batch
from homejournal.exchange.packs.revision_lines import Incoming
from homejournal.services.safe.sharing.batches import Batches
from homejournal.services.safe.sharing.local_state import OwnPart, TakenBackIds
from homejournal.services.safe.sharing.shared_media import MediaSeen
from homejournal.storage.journal.outgoing import read_contents
from homejournal.storage.media.media_folder import MediaFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncRequest:
    """All that a run needs; `write` says whether it may write in the shared folder now.

    `media` is where the journal keeps photos and hand-outs; None where nothing may be kept there.
    `gone` are computers whose files are to go from the folder, once all of it stands here.
    """

    shared: SharingEntry
    here: OwnPart
    sender: Sender
    journal: Path
    journal_key: bytes | None = field(repr=False)
    settings_folder: Path
    media: MediaFolder | None
    write: bool
    gone: frozenset[UUID] = frozenset()
    taken_back: TakenBackIds = field(default_factory=dict)
    """What came with a file and was taken back since, and may lie in our batches still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncResult:
    """What a run brought; `computer` is the settings folder that it was for.

    `purged` is what was deleted for good, by the home that says so; `reaches` how far each home's
    batches reach; `private` are those of the photos that came which only private notes had, where
    nothing else says so. `cloned` says that another computer writes under this one's id.
    """

    shared: SharingEntry
    computer: Path
    incoming: Incoming
    pinned: Mapping[UUID, bytes]
    purged: Mapping[UUID | None, frozenset[bytes]]
    reaches: Mapping[UUID, date]
    private: frozenset[str]
    arrived: Mapping[UUID, BatchesArrived]
    pictures: MediaTransfer = field(default_factory=MediaTransfer)
    forged: Sequence[bytes] = ()
    written: int = 0
    cloned: bool = False
    gone: frozenset[UUID] = frozenset()
    """The computers that were to go, and of which nothing lies in the folder."""
    taken_back: frozenset[bytes] = frozenset()
    """What was taken back, and lies in none of our batches."""
    refusal: JournalError | None = None
    """Why the folder took nothing from us; what came is here all the same."""


class SharedFolder:
    """What one start of the program has read of a shared folder, and of the journal for it.

    It grows while both are read, so that nothing is read twice; one run at a time uses it.
    """

    def __init__(self, audience: Audience, put_aside: Iterable[str] = ()) -> None:
        self.batches = Batches(audience, put_aside, self.read_again)
        self.leaving = OutgoingFilter(audience=audience)
        self.own: dict[bytes, bool] = {}
        """What the journal has, each with whether it is whole."""
        self.waiting: dict[bytes, Revision] = {}
        """What came and is not in the journal yet."""
        self.private: set[str] = set()
        """Photos that only private notes had, as batches say where their revisions do not."""
        self.outgoing: dict[bytes, Revision] = {}
        """What leaves and lies in no batch yet, of what was read of the journal."""
        self.media: dict[bytes, Revision] = {}
        """What the journal says of photos and hand-outs, earlier versions among it."""
        self.media_seen = MediaSeen()
        self.misfits = 0
        """How many of what came last fit nothing here."""
        self.pictures = MediaTransfer()
        """How photos and hand-outs stand since the last run."""
        self.others: tuple[OtherComputer, ...] = ()
        """The other computers of our own home, as the last run found them."""
        self._last_read = 0

    def read_again(self) -> None:
        """Let the next run read the whole journal: what was read of it is not all that is told."""
        self._last_read = 0
        self.outgoing.clear()

    def read_journal(self, request: SyncRequest) -> frozenset[bytes]:
        """Read what is new in the journal; return what stands there as deleted for good.

        Raises what reading the journal's file raises.
        """
        contents = read_contents(request.journal, request.journal_key, after=self._last_read)
        revisions = (*contents.revisions, *contents.newer)
        self._last_read = contents.last
        # What anybody deleted for good is not brought back by us, even while it stands here.
        self.leaving.withheld = contents.purged.union(*(it.purged for it in self.batches.all))
        self.media.update((it.id, it) for it in revisions if next(media_named([it]), None))
        self.leaving.private.update(contents.private)
        self.leaving.learn(revisions)
        self.took(revisions)
        self.outgoing.update((it.id, it) for it in self.leaving.of(revisions))
        return contents.purged

    def let_wait(self, batches: Iterable[Batch]) -> None:
        """Let what came wait until it is in the journal."""
        for batch in batches:
            self.private |= batch.private
            more = with_more_content(batch.incoming.all, self.waiting)
            self.waiting.update((revision.id, revision) for revision in more)

    def took(self, revisions: Iterable[Revision]) -> None:
        """Know that these are in the journal now."""
        for revision in revisions:
            whole = revision.fields is not None
            self.own[revision.id] = whole or self.own.get(revision.id, False)

    def is_new(self, revision: Revision, purged: Collection[bytes]) -> bool:
        """Return whether the journal does not have this, or only its envelope."""
        whole = revision.fields is not None and revision.id not in purged
        return self.lacks(revision.id, whole=whole)

    def lacks(self, id_: bytes, *, whole: bool) -> bool:
        """Return whether the journal does not have this, or its envelope alone of what is whole."""
        return id_ not in self.own or (whole and not self.own[id_])

    def has_all_of(
        self, device: UUID, place: Path, purged: Collection[bytes], withheld: Collection[bytes]
    ) -> bool:
        """Return whether everything a computer wrote was read and is in our journal.

        `place` holds its batches, and `purged` are the ids our journal has deleted for good; the
        content of `withheld` ids is not needed.
        """
        if self.batches.arrived()[device].missing or self.batches.is_unread(place):
            return False
        theirs = [known for _, known in self.batches.of(device)]
        return all(batch.purged <= frozenset(purged) for batch in theirs) and all(
            not self.lacks(id_, whole=whole and id_ not in withheld)
            for batch in theirs
            for id_, whole in batch.ids.items()
        )

    def media_not_withheld(self) -> list[Revision]:
        """Return what the journal says of photos and hand-outs that were not deleted for good."""
        return [it for it in self.media.values() if it.id not in self.leaving.withheld]
