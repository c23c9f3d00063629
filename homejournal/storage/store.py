"""An open journal: one connection for the window's thread, transactions, settings, drafts."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.changes import Came, Change, DraftMove, Move, SettingMove
from homejournal.domain.errors import DiskFullError, JournalReadOnlyError, PasswordNeededError
from homejournal.storage import connection as driver
from homejournal.storage.codes import PROJECTION
from homejournal.storage.damage import Damage
from homejournal.storage.encryption import Key
from homejournal.storage.failures import naming
from homejournal.storage.first_look import read_drafts, read_meta
from homejournal.storage.folder import JournalFolder
from homejournal.storage.media_session import MediaOfSession
from homejournal.storage.reserve import Reserve

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from homejournal.domain.revisions import Revision
    from homejournal.storage.arriving import Arrival
    from homejournal.storage.keys import Keys
    from homejournal.storage.writing import Writer


class Store:
    """A journal's file while it is open.

    The few reads of a start go through `bare`, the driver's connection; SQLAlchemy takes over the
    same connection the first time it is needed.
    """

    def __init__(
        self,
        folder: JournalFolder,
        connection: driver.Connection,
        *,
        device: UUID,
        write: bool,
        key: Key | None = None,
    ) -> None:
        self.folder = folder
        self._bare: driver.Connection | None = connection
        self._changes_before, self._is_closed = 0, False
        self.device = device
        self.write = write
        self.key = key
        self.damage = Damage(folder.path)
        self.taken_out = 0
        """How often revisions were taken out again: their numbers are then used anew."""
        self.taken_back: set[bytes] = set()
        """The ids of all that was ever taken out again; some may have come in again since."""
        self.media = MediaOfSession()
        self.reserve = Reserve(folder.reserve)

    @property
    def bare(self) -> driver.Connection:
        """Return the driver's connection; raises PasswordNeededError while the store is locked."""
        if self._bare is None:
            raise self.needs_password()
        return self._bare

    def needs_password(self) -> PasswordNeededError:
        """Return why nothing can be read while the store is locked."""
        return PasswordNeededError(self.folder.path)

    @property
    def is_locked(self) -> bool:
        """Return whether the file is closed until somebody types the password."""
        return self._bare is None

    @cached_property
    def engine(self) -> "Engine":
        """Return the engine over the connection that is already open."""
        from homejournal.storage.engine import engine_over

        return engine_over(self.bare)

    @cached_property
    def keys(self) -> "Keys":
        """Return the numbers that records have in this file."""
        from homejournal.storage.keys import Keys

        return Keys()

    @contextmanager
    def reading(self) -> Iterator["Connection"]:
        """Give a connection whose reads all see the same state of the journal."""
        with naming(self.folder.path), self.engine.connect() as connection:
            self.keys.begin()
            with connection.execution_options(begins="BEGIN").begin():
                yield connection

    @contextmanager
    def glancing(self) -> Iterator["Connection"]:
        """Give a connection whose reads each stand by themselves, so that no save waits for long.

        What they answer belongs together only where nothing is written meanwhile.
        """
        with naming(self.folder.path), self.engine.connect() as connection:
            self.keys.begin()
            with connection.execution_options(begins="").begin():
                yield connection

    @contextmanager
    def beside(self) -> Iterator[tuple["Store", "Connection"]]:
        """Give the journal over a connection of its own, by which any thread may read.

        As in `glancing`, what is read belongs together only where nothing is written meanwhile.
        """
        from homejournal.storage.beside import beside

        with beside(self.folder.journal, self.key) as bare:
            reading = Store(self.folder, bare, device=self.device, write=False, key=self.key)
            with reading.glancing() as connection:
                yield reading, connection

    @contextmanager
    def transaction(self) -> Iterator["Connection"]:
        """Give a connection to write with; all of it is kept, or nothing where an error comes.

        On a disk that is (nearly) full the room that the journal holds is given up for it.

        Raises JournalReadOnlyError where the journal was opened for reading, and
        JournalDamagedError once a damage was found.
        """
        if not self.write:
            raise JournalReadOnlyError(self.folder.path)
        self.damage.refuse()
        self.reserve.give_if_needed()
        try:
            with naming(self.folder.path), self.engine.begin() as connection:
                self.keys.begin()
                yield connection
        except BaseException as error:
            self.keys.forget()
            driver.end(self.bare)
            if isinstance(error, DiskFullError):
                self.reserve.give()  # so that the next try fits
            raise

    @contextmanager
    def one_step(self, at: str) -> Iterator["Step"]:
        """Give one thing done at an instant (UTC text); the step has its change afterwards."""
        from homejournal.storage.writing import Writer

        with self.transaction() as connection:
            yield Step(self, Writer(self, connection, at), connection)

    def meta(self) -> dict[str, str]:
        """Return the journal's settings by name."""
        with naming(self.folder.path):
            return read_meta(self.bare)

    @property
    def changes(self) -> int:
        """Return a number that is another one after anything was written in this session."""
        # The driver must not be asked about a file that is closed: it would end the program.
        here = 0 if self._bare is None or self._is_closed else int(self._bare.total_changes)
        return self._changes_before + here

    def set_meta(self, values: dict[str, str]) -> None:
        """Write settings, each in place of its old value."""
        from homejournal.storage.settings_rows import write_meta

        with self.transaction() as connection:
            write_meta(connection, values)

    def drafts(self) -> dict[str, str]:
        """Return the unfinished texts by their places."""
        with naming(self.folder.path):
            return read_drafts(self.bare)

    def is_newer(self) -> bool:
        """Return whether the file's tables are from a newer homejournal."""
        with naming(self.folder.path):
            return driver.schema_of(self.bare) > driver.FILE_SCHEMA

    def projection_is_current(self) -> bool:
        """Return whether the projection was made by this version's rules."""
        return self.meta().get("projection") == str(PROJECTION)

    def close(self) -> None:
        """Close the file."""
        if self._bare is not None:
            self._changes_before, self._is_closed = self.changes, True
            self._bare.close()

    def lock_up(self) -> None:
        """Close the file and forget the key; whatever is asked then needs the password."""
        self._let_go()
        self._bare = self.key = None

    def go_on_with(self, opened: "Store") -> None:
        """Go on over the file as another store has just opened it, which is used up by this."""
        self._let_go()
        self._bare, self.key, self.write = opened.bare, opened.key, opened.write
        self._is_closed = False

    def _let_go(self) -> None:
        self.close()
        self.__dict__.pop("engine", None)
        self.__dict__.pop("keys", None)


class Step:
    """One thing done: everything that moved in one transaction."""

    def __init__(self, store: Store, writer: "Writer", connection: "Connection") -> None:
        self.store = store
        self.writer = writer
        self.connection = connection
        self.change = Change(())

    def did(self, moves: tuple[Move, ...]) -> None:
        """Add what moved."""
        self.change = replace(self.change, moves=(*self.change.moves, *moves))

    def take_in(self, revisions: Sequence["Revision"]) -> None:
        """Join revisions made elsewhere; taking this step back takes them out again.

        Raises InvalidValueError where one does not fit its record, or is not genuine.
        """
        from homejournal.storage.arriving import arrival

        self.join(arrival(self.writer, revisions))

    def join(self, coming: "Arrival") -> None:
        """Join what was worked out for the journal as it stands.

        The bytes that came with what is refused go.
        """
        from homejournal.storage.purging import refused_will_go

        self.did(self.writer.write(coming.planned))
        self._came(Came(fresh=coming.fresh, filled=coming.planned.filled))
        refused_will_go(self.store, self.connection, coming.told)

    def keep_newer(self, revisions: Sequence["Revision"]) -> None:
        """Keep what only a newer homejournal reads, as it came."""
        from homejournal.storage.arriving import keep_newer

        self._came(Came(waiting=keep_newer(self.connection, revisions)))

    def take_back(self, change: Change, back: "Arrival") -> None:
        """Put back what stood before a change, as it was worked out for the journal as it stands.

        What came in with the change goes out again.
        """
        from homejournal.storage.arriving import forget_newer

        self.join(back)
        self.keep_newer(change.withdrawn.waiting)
        if change.came:
            forget_newer(self.connection, change.came.waiting)
            self.store.taken_out += 1
            self.store.taken_back.update(one.id for one in change.came)
            self.change = replace(self.change, withdrawn=change.came)
        self.put_drafts_back(change.drafts)
        self.set_settings({move.name: move.before for move in change.settings})

    def set_settings(self, values: dict[str, str]) -> None:
        """Write settings of the journal; what stood before comes again where it is taken back."""
        from homejournal.storage.settings_rows import write_meta

        stored = read_meta(self.store.bare)
        changed = {name: said for name, said in values.items() if stored.get(name, "") != said}
        if changed:
            write_meta(self.connection, changed)
            moves = (SettingMove(name, stored.get(name, ""), now) for name, now in changed.items())
            self.change = replace(self.change, settings=(*self.change.settings, *moves))

    def know_private(self, photos: Iterable[str]) -> None:
        """Know that only private notes had these photos; it stays where the step is taken back."""
        from homejournal.storage.private_photos import remember, settings_naming

        remember(self.connection, settings_naming(photos))

    def forget_draft(self, place: str | None) -> None:
        """Forget the unfinished text that was saved in this step, if it had a place."""
        from homejournal.storage.drafts import drop_draft

        if place is not None:
            drop_draft(self.connection, place)

    def end_drafts(self, places: Iterable[str]) -> None:
        """End unfinished texts with this step; they come again where it is taken back."""
        from homejournal.storage.drafts import end_drafts

        self._turned(end_drafts(self.connection, places))

    def put_drafts_back(self, moves: Iterable[DraftMove]) -> None:
        """Put unfinished texts back; what was typed since is not lost."""
        from homejournal.storage.drafts import put_drafts_back

        self._turned(put_drafts_back(self.connection, moves))

    def _came(self, came: Came) -> None:
        self.change = replace(self.change, came=self.change.came + came)

    def _turned(self, drafts: tuple[DraftMove, ...]) -> None:
        self.change = replace(self.change, drafts=(*self.change.drafts, *drafts))
