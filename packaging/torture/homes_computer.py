"""One computer of several that share a journal: its settings, its cloud folder, its journal."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import heads_of
from homejournal.domain.sharing.outgoing import Audience, SharingEntry
from homejournal.exchange.pack_file import Pack, plain_pack, read_plain_pack
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from homejournal.services.safe.sharing.sync_run import run
from homejournal.services.safe.transfer.sealed_files import pack_of
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.records.revisions import Revisions
from homejournal.this_computer import device_id
from torture.story import clock


class Heads(NamedTuple):
    """What stands of one record: its kind, and what each version says."""

    kind: Kind
    said: list[dict[str, Any]]


@dataclass
class Computer:
    """One computer: its settings, its own copy of the shared folder, and its journal."""

    base: Path
    clock: Callable[[], datetime] = clock
    key: Key | None = None
    """That of its journal, once that has a password."""
    journal: FamilyJournal = field(init=False)

    def __post_init__(self) -> None:
        for folder in (self.settings, self.cloud):
            folder.mkdir(parents=True)
        self.journal = create_journal(self.place, clock=self.clock, device=device_id(self.settings))
        self._hurry()

    @property
    def settings(self) -> Path:
        """Return the computer's settings folder."""
        return self.base / "settings"

    @property
    def cloud(self) -> Path:
        """Return what has arrived of the shared folder."""
        return self.base / "cloud"

    @property
    def place(self) -> Path:
        """Return the journal's folder."""
        return self.base / "journal"

    @property
    def device(self) -> UUID:
        """Return the id under which it writes."""
        return device_id(self.settings)

    @property
    def shared(self) -> SharingEntry:
        """Return the one sharing."""
        (found,) = self.journal.safe.sharing.all()
        return found

    def again(self) -> None:
        """Open the journal as a new start of the program does."""
        self.journal = open_journal(
            self.place, clock=self.clock, device=device_id(self.settings), write=True, key=self.key
        )
        self._hurry()

    def _hurry(self) -> None:
        """Sync nothing: that a save lasts is another promise, and a thousand times as slow."""
        self.journal._store.bare.execute("PRAGMA synchronous = OFF")  # noqa: SLF001

    def look(self, *, write: bool = True) -> int:
        """Look into all shared folders once; return how much that moved."""
        return sum(self._look(shared, write=write) for shared in self.journal.safe.sharing.all())

    def _look(self, shared: SharingEntry, *, write: bool) -> int:
        sharing = self.journal.safe.sharing
        wish = sharing.wish(shared, self.settings, write=write)
        assert wish is not None, "a journal that may be written to always wishes"  # noqa: S101
        ran = run(wish, sharing.folder_of(shared))
        if ran.refusal is not None:
            raise ran.refusal
        moved = ran.written + sum(len(change.came) for change in sharing.take(ran))
        if ran.cloned:
            sharing.take_new_device(self.settings)
            return 1 + self._look(shared, write=write)
        return moved + ran.pictures.came + ran.pictures.unsent

    def pack(self, audience: Audience = Audience.OWN, *, history: bool = False) -> Pack:
        """Return a pack of all that leaves, for a home's own computer perhaps with all history."""
        wish = self.journal.safe.pack_files.wish(audience)
        return read_plain_pack(plain_pack(pack_of(replace(wish, history=history))))

    def ids(self) -> frozenset[bytes]:
        """Return the ids of all revisions that are here."""
        rows = self.journal._store.bare.execute("SELECT id FROM revision")  # noqa: SLF001
        return frozenset(id_ for (id_,) in rows.fetchall())

    def whole(self) -> frozenset[bytes]:
        """Return the ids of the revisions of which more than the envelope is here."""
        asked = "SELECT id FROM revision WHERE fields IS NOT NULL"
        rows = self.journal._store.bare.execute(asked)  # noqa: SLF001
        return frozenset(id_ for (id_,) in rows.fetchall())

    def deleted_for_good(self) -> frozenset[UUID]:
        """Return the records of which something was deleted for good here."""
        asked = (
            "SELECT key.uuid FROM revision JOIN purged ON purged.id = revision.id"
            " JOIN key ON key.id = revision.record"
        )
        rows = self.journal._store.bare.execute(asked)  # noqa: SLF001
        return frozenset(UUID(bytes=uuid) for (uuid,) in rows.fetchall())

    def heads(self) -> dict[UUID, Heads]:
        """Return what stands in all versions, by the records."""
        found: dict[UUID, Heads] = {}
        store = self.journal._store  # noqa: SLF001
        with store.reading() as connection:
            every = Revisions(connection, store.keys, store.damage).every()
        for record, stored in every.items():
            heads = heads_of([one.revision for one in stored])
            said = [json.loads(head.fields or b"") for head in heads if head.says_something]
            if said:
                found[record] = Heads(heads[0].told().kind, said)
        return found

    def notes(self) -> dict[UUID, list[str]]:
        """Return the words of all versions that stand, by their notes."""
        return {
            record: [said["text"] for said in one.said]
            for record, one in self.heads().items()
            if one.kind is Kind.NOTE
        }
