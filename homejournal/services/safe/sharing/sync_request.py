"""What a run over a shared folder is asked for, and what it brings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.domain.sharing.outgoing import Arrived, Pictures, Sender, Shared
from homejournal.exchange.packs.revision_lines import Incoming
from homejournal.services.safe.sharing.local_state import Back, Here
from homejournal.storage.media.media_folder import MediaFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWish:
    """All that a run needs; `write` says whether it may write in the shared folder now.

    `media` is where the journal keeps photos and hand-outs; None where nothing may be kept there.
    `gone` are computers whose files are to go from the folder, once all of it stands here.
    """

    shared: Shared
    here: Here
    sender: Sender
    journal: Path
    journal_key: bytes | None = field(repr=False)
    settings_folder: Path
    media: MediaFolder | None
    write: bool
    gone: frozenset[UUID] = frozenset()
    taken_back: Back = field(default_factory=dict)
    """What came with a file and was taken back since, and may lie in our batches still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run brought; `computer` is the settings folder that it was for.

    `purged` is what was deleted for good, by the home that says so; `reaches` how far each home's
    batches reach; `private` are those of the photos that came which only private notes had, where
    nothing else says so. `cloned` says that another computer writes under this one's id.
    """

    shared: Shared
    computer: Path
    incoming: Incoming
    pinned: Mapping[UUID, bytes]
    purged: Mapping[UUID | None, frozenset[bytes]]
    reaches: Mapping[UUID, date]
    private: frozenset[str]
    arrived: Mapping[UUID, Arrived]
    pictures: Pictures = field(default_factory=Pictures)
    forged: Sequence[bytes] = ()
    written: int = 0
    cloned: bool = False
    gone: frozenset[UUID] = frozenset()
    """The computers that were to go, and of which nothing lies in the folder."""
    taken_back: frozenset[bytes] = frozenset()
    """What was taken back, and lies in none of our batches."""
    refusal: JournalError | None = None
    """Why the folder took nothing from us; what came is here all the same."""
