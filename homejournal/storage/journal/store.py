"""An open journal: one connection for the window's thread, transactions, settings, drafts."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import (
    DiskFullError,
    JournalDamagedError,
    JournalError,
    JournalMovedError,
    JournalReadOnlyError,
    PasswordNeededError,
)
from homejournal.storage.file import connection as driver
from homejournal.storage.file.connection import OutsideChanges
from homejournal.storage.file.disk import Reserve, disk_errors_named
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.media_folder import MediaOfSession
from homejournal.storage.records.checked_reads import Damage, read_drafts, read_meta
from homejournal.storage.records.kind_numbers import PROJECTION

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from homejournal.storage.journal.file_digest import Proof
    from homejournal.storage.journal.transaction import Step
    from homejournal.storage.media.media_folder import MediaFolder, NamesOf
    from homejournal.storage.records.revisions import Keys


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
        self.others = OutsideChanges(folder.journal)
        self._is_checking = self.shows_genuine = False
        """Whether the file is damaged, and what is read comes from what is genuine in it."""
        self.proof: Proof | None = None
        """What vouches for all of a plain journal's file; an encrypted one vouches for itself."""
        self.device = device
        self.write = write
        self.key = key
        self.damage = Damage(folder.path)
        self.taken_out = 0
        """How often revisions were taken out again: their numbers are then used anew."""
        self.filled = 0
        """How often envelopes got their content, under the number that they had."""
        self.taken_back: set[bytes] = set()
        """The ids of all that was ever taken out again; some may have come in again since."""
        self.opened_again = 0
        """How often the file was opened again: another one may lie there then."""
        self.media = MediaOfSession(folder.loose_media(device))
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
        from homejournal.storage.file.sqlalchemy_engine import engine_over

        return engine_over(self.bare)

    @cached_property
    def keys(self) -> "Keys":
        """Return the numbers that records have in this file."""
        from homejournal.storage.records.revisions import Keys

        return Keys()

    @contextmanager
    def reading(self) -> Iterator["Connection"]:
        """Give a connection whose reads all see the same state of the journal."""
        with self.guarded_read() as _, self.engine.connect() as connection:
            self.keys.begin()
            with connection.execution_options(begins="BEGIN").begin():
                yield connection

    @contextmanager
    def guarded_read(self) -> Iterator[driver.Connection]:
        """Give the driver's connection for reading.

        If reading fails because the file is damaged, raises JournalDamagedError; also raises the
        disk's errors.
        """
        try:
            with disk_errors_named(self.folder.path):
                self._look_at_others()
                yield self.bare
        except JournalError:
            raise
        except Exception as failure:
            if self.is_as_written():
                raise
            raise JournalDamagedError(self.folder.path) from failure

    def is_as_written(self) -> bool:
        """Return whether all that is written is as it was written; damage is noted."""
        from homejournal.storage.journal.check import is_sound

        if not self.damage.found and not self._is_checking:
            self._is_checking = True
            try:
                sound = is_sound(self)
            finally:
                self._is_checking = False
            if not sound:
                self.damage.note("the journal's file is not as it was written")
        return not self.damage.found

    def _look_at_others(self) -> None:
        """Drop all cached values if another program wrote in the file."""
        if self._bare is not None and self.others.look(self._bare):
            self.keys.forget()
            if self.proof is not None:
                self.proof.holds = False

    @contextmanager
    def short_reads(self) -> Iterator["Connection"]:
        """Give a connection whose reads each stand by themselves, so that no save waits for long.

        What they answer belongs together only where nothing is written meanwhile.
        """
        with disk_errors_named(self.folder.path), self.engine.connect() as connection:
            self.keys.begin()
            with connection.execution_options(begins="").begin():
                yield connection

    @contextmanager
    def beside(self) -> Iterator[tuple["Store", "Connection"]]:
        """Give the journal over a connection of its own, by which any thread may read.

        As in `short_reads`, what is read belongs together only where nothing is written meanwhile.
        """
        from homejournal.storage.file.second_connection import second_connection

        with second_connection(self.folder.journal, self.key) as bare:
            reading = Store(self.folder, bare, device=self.device, write=False, key=self.key)
            with reading.short_reads() as connection:
                yield reading, connection

    @contextmanager
    def transaction(self) -> Iterator["Connection"]:
        """Give a connection to write with; all of it is kept, or nothing if an error comes.

        On a disk that is (nearly) full the room that the journal holds is given up for it.

        Raises JournalReadOnlyError if the journal was opened for reading, JournalMovedError
        if another file lies in its place since, or another state of it that lacks what was saved
        last, and JournalDamagedError once a damage was found.
        """
        self.damage.refuse()
        if not self.write:
            raise JournalReadOnlyError(self.folder.path)
        self.reserve.give_if_needed()
        try:
            with disk_errors_named(self.folder.path):
                self._look_at_others()
                with self.engine.begin() as connection:
                    self.keys.begin()
                    self.others.must_be_same_journal(self.bare)
                    yield connection
                self.wrote()
        except BaseException as error:
            self._not_written(error)
            raise
        if self.media.has_saved:
            self.media.saved(self._media_names())

    @contextmanager
    def one_step(self, at: str) -> Iterator["Step"]:
        """Give one thing done at an instant (UTC text); the step has its change afterwards."""
        from homejournal.storage.journal.transaction import Step
        from homejournal.storage.journal.writer import Writer

        with self.transaction() as connection:
            yield Step(self, Writer(self, connection, at), connection)

    def meta(self) -> dict[str, str]:
        """Return the journal's settings by name."""
        with disk_errors_named(self.folder.path):
            return read_meta(self.bare)

    @property
    def changes(self) -> int:
        """Return a number that is another one after anything was written in this session."""
        # The driver must not be asked about a file that is closed: it would end the program.
        here = 0 if self._bare is None or self._is_closed else int(self._bare.total_changes)
        return self._changes_before + here

    def set_meta(self, values: dict[str, str]) -> None:
        """Write settings, each in place of its old value."""
        from homejournal.storage.records.settings_and_drafts import write_meta

        with self.transaction() as connection:
            write_meta(connection, values)

    def drafts(self) -> dict[str, str]:
        """Return the unfinished texts by their places."""
        with disk_errors_named(self.folder.path):
            return read_drafts(self.bare)

    def is_newer(self) -> bool:
        """Return whether the file's tables are from a newer homejournal."""
        with disk_errors_named(self.folder.path):
            return driver.schema_of(self.bare) > driver.SAYS_MORE

    def projection_is_current(self) -> bool:
        """Return whether the projection was made by this version's rules."""
        return self.meta().get("projection") == str(PROJECTION)

    def close(self) -> None:
        """Close the file; what this session wrote in a plain one is vouched for from now on."""
        if self._bare is not None:
            self._changes_before, self._is_closed = self.changes, True
            self._bare.close()
        if self.proof is not None:
            if self.write and not self.damage.found and not self.others.is_elsewhere():
                self.proof.keep()
            self.proof.close()
        self.proof = None

    def lock_up(self) -> None:
        """Close the file and forget the key; whatever is asked then needs the password."""
        self._let_go()
        self._bare = self.key = None

    def go_on_with(self, opened: "Store") -> None:
        """Go on over the file as another store has just opened it, which is used up by this."""
        self._let_go()
        self._bare, self.key, self.write = opened.bare, opened.key, opened.write
        self.others, self.proof = opened.others, opened.proof
        self._is_closed = False
        self.opened_again += 1
        self.media.turned(self._media_names())

    def own_media(self) -> "MediaFolder":
        """Return the media folder in its present state; it reports each file that is added.

        It is sealed as soon as a password is set.
        """
        from homejournal.storage.media.media_folder import MediaFolder

        if not self.write:
            return MediaFolder(self.folder, self.key)
        return MediaFolder(self.folder, self.key, self.media, self.reserve)

    def wrote(self) -> None:
        """Know that it was this program that has just written in the file."""
        self.others.know(self.bare)
        if self.proof is not None:
            self.proof.has_changed()

    def _not_written(self, error: BaseException) -> None:
        """End a transaction of which nothing was kept; raises what tells better why."""
        self.keys.forget()
        self.media.undone()
        driver.end_transaction(self.bare)
        if isinstance(error, DiskFullError):
            self.reserve.give()  # so that the next try fits
        if not self.damage.found and self.others.caused(error):
            raise JournalMovedError(self.folder.path) from error

    def _media_names(self) -> "NamesOf":
        return self.own_media().names

    def _let_go(self) -> None:
        self.close()
        self.__dict__.pop("engine", None)
        self.__dict__.pop("keys", None)
