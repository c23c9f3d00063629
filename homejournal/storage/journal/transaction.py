"""One thing done in a journal, in one transaction: all that moved with it, to be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from homejournal.domain.records.changes import Change, DraftMove, Move, Received, SettingMove
from homejournal.domain.sharing.outgoing import media_named
from homejournal.storage.journal.deleting import refused_will_go
from homejournal.storage.journal.incoming import arrival, empty_newer, forget_newer, keep_newer
from homejournal.storage.media.referenced_media import hashes_in, remember, settings_naming
from homejournal.storage.records.checked_reads import read_meta
from homejournal.storage.records.settings_and_drafts import (
    drop_draft,
    end_drafts,
    put_drafts_back,
    write_meta,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.domain.records.revisions import Revision
    from homejournal.storage.journal.incoming import Arrival
    from homejournal.storage.journal.open_journal import OpenJournal
    from homejournal.storage.journal.writer import Writer


class Step:
    """One thing done: everything that moved in one transaction."""

    def __init__(self, store: "OpenJournal", writer: "Writer", connection: "Connection") -> None:
        self.store = store
        self.writer = writer
        self.connection = connection
        self.change = Change(())

    def did(self, moves: tuple[Move, ...]) -> None:
        """Add what moved."""
        self.change = replace(self.change, moves=(*self.change.moves, *moves))

    def take_in(self, revisions: Sequence["Revision"]) -> None:
        """Join revisions made elsewhere; taking this step back takes them out again.

        Raises InvalidValueError if one does not fit its record, or is not genuine.
        """
        self.join(arrival(self.writer, revisions))

    def join(self, coming: "Arrival") -> None:
        """Write prepared incoming revisions into the unchanged journal.

        Media that came with refused revisions are removed.
        """
        self.did(self.writer.write(coming.planned))
        self._came(Received(fresh=coming.fresh, filled=coming.planned.filled))
        self.store.filled += bool(coming.planned.filled)
        refused_will_go(self.store, self.connection, coming.told)

    def keep_newer(self, revisions: Sequence["Revision"]) -> None:
        """Keep what only a newer homejournal reads, as it came."""
        self.store.media.saves(hash_ for revision in revisions for hash_ in hashes_in(revision))
        self._came(keep_newer(self.connection, revisions))

    def take_back(self, change: Change, back: "Arrival") -> None:
        """Restore the state before a change, as prepared for the unchanged journal.

        Revisions that came in with the change are removed again.
        """
        self.join(back)
        self.keep_newer(change.withdrawn.unread)
        if change.came:
            self.store.media.lets_go(media_named(change.came.read))
            forget_newer(self.connection, change.came.waiting)
            empty_newer(self.connection, change.came.waiting_filled)
            self.store.taken_out += 1
            self.store.taken_back.update(revision.id for revision in change.came)
            self.change = replace(self.change, withdrawn=change.came)
        self.put_drafts_back(change.drafts)
        self.set_settings({move.name: move.before for move in change.settings})

    def set_settings(self, values: dict[str, str]) -> None:
        """Write settings of the journal; what stood before comes again where it is taken back."""
        stored = read_meta(self.store.bare)
        changed = {name: said for name, said in values.items() if stored.get(name, "") != said}
        if changed:
            write_meta(self.connection, changed)
            moves = (SettingMove(name, stored.get(name, ""), now) for name, now in changed.items())
            self.change = replace(self.change, settings=(*self.change.settings, *moves))

    def remember_private(self, photos: Iterable[str]) -> None:
        """Know that only private notes had these photos; it stays where the step is taken back."""
        remember(self.connection, settings_naming(photos))

    def forget_draft(self, place: str | None) -> None:
        """Forget the unfinished text that was saved in this step, if it had a place."""
        if place is not None:
            drop_draft(self.connection, place)

    def end_drafts(self, places: Iterable[str]) -> None:
        """End unfinished texts with this step; they come again where it is taken back."""
        self._turned(end_drafts(self.connection, places))

    def put_drafts_back(self, moves: Iterable[DraftMove]) -> None:
        """Put unfinished texts back; what was typed since is not lost."""
        self._turned(put_drafts_back(self.connection, moves))

    def _came(self, came: Received) -> None:
        self.change = replace(self.change, came=self.change.came + came)

    def _turned(self, drafts: tuple[DraftMove, ...]) -> None:
        self.change = replace(self.change, drafts=(*self.change.drafts, *drafts))
