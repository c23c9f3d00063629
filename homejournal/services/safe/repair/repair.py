"""Repair of a damaged journal: the damaged file is set aside, a new one is built, the family says.

Nothing is deleted, and nothing takes the damaged file's place before `finish`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalError,
    NotTheKeyError,
    PasswordNeededError,
)
from homejournal.domain.records.codec import utc_text
from homejournal.domain.safe.backups import Backup
from homejournal.domain.safe.copy_comparison import (
    Contribution,
    Origin,
    RepairReport,
    RestoredMedia,
    counts_of,
    media_of,
    records_of,
    undeleted_heads,
)
from homejournal.services.before_opening import copies_in
from homejournal.services.full_check import prove_if_small
from homejournal.services.safe.copies.media_copies import MediaCopies
from homejournal.services.safe.repair.outside_sources import (
    OutsideSources,
)
from homejournal.services.safe.repair.own_files import RepairKeys, Sources
from homejournal.services.session import Session, garbage_collection_paused
from homejournal.services.settings_as_texts import readable_settings
from homejournal.storage.file.disk import StoppedError, Tell
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.journal.opening import open_store
from homejournal.storage.journal.verified_copies import check_file
from homejournal.storage.keys.keys_file import read_keys
from homejournal.storage.media.copies import OtherMediaPlaces, forget_aside, lay_aside
from homejournal.storage.rebuilding import CollectedContents, drop_aside
from homejournal.storage.records.readable_revisions import read_genuine_contents

if TYPE_CHECKING:
    from homejournal.storage.records.readable_revisions import GenuineContents


def is_whole(
    folder: JournalFolder, *, device: UUID, clock: Callable[[], datetime], key: bytes | None
) -> bool:
    """Return whether a journal reads from its first entry to its last, as `check` would say.

    A locked one is whole where its key is given and its locked keys read. It is not where pictures
    or hand-outs are missing or damaged that lie whole beside its copies.
    """
    try:
        if key is not None:
            read_keys(folder.keys)
        with _opened(folder, device, clock, key) as session:
            return _reads(session) and not MediaCopies(session).look().back
    except (JournalError, KeyError, ValueError):  # also settings that do not read
        return False


def words_are_whole(
    folder: JournalFolder, *, device: UUID, clock: Callable[[], datetime], key: bytes | None
) -> bool:
    """Return whether all that is written reads, whatever is missing beside the journal's file."""
    try:
        with _opened(folder, device, clock, key) as session:
            return _reads(session)
    except (JournalError, KeyError, ValueError):  # as above
        return False


@contextmanager
def _opened(
    folder: JournalFolder, device: UUID, clock: Callable[[], datetime], key: bytes | None
) -> Iterator[Session]:
    store = open_store(folder.path, device=device, write=False, key=key)
    try:
        prove_if_small(store, clock().date())
        yield Session(store, clock)
    finally:
        store.close()


@garbage_collection_paused()
def _reads(session: Session) -> bool:
    """Return whether all that is written reads, or raise as reading does."""
    session.store.drafts()  # no check asks for these
    return check_file(session.store).is_sound and bool(session.settings.id)


class Progress:
    """Tells how far the work is, and ends it where somebody asks to."""

    def __init__(self, tell: Tell, parts: int) -> None:
        self._tell, self._parts, self._at = tell, parts, 0

    def done(self) -> None:
        """Tell that one more part is done; raises StoppedError."""
        self._to(self._at + 1)

    def now_photos(self) -> None:
        """Tell that all is read, and photos are looked for; raises StoppedError."""
        self._to(self._parts - 2)

    def end(self) -> None:
        """Tell that all is done; raises StoppedError."""
        self._to(self._parts)

    def _to(self, at: int) -> None:
        self._at = at
        if not self._tell(at, self._parts):
            raise StoppedError


class Repair:
    """Repairs the journal of a folder, whether or not it can be opened.

    `is_ours` says that this program holds the lock of the one writer already. `elsewhere` is
    what it may draw on beside the journal's folder; nothing at first.
    """

    def __init__(
        self,
        folder: Path,
        *,
        device: UUID,
        clock: Callable[[], datetime],
        key: bytes | None = None,
        is_ours: bool = False,
    ) -> None:
        self._folder = JournalFolder(folder)
        self._device, self._clock = device, clock
        self._keys = RepairKeys(self._folder, key)
        self.elsewhere = OutsideSources()
        self.without_password = False
        """Nobody has what opens the journal as it was, and it may have no password from now on."""
        self.can_be_plain = False
        """Something reads without what opens the journal, as its last `prepare` found."""
        self._lock = None if is_ours else WriterLock(self._folder.lock)
        self._aside: Path | None = None

    def copies(self) -> list[Backup]:
        """Return the copies in the journal's folder, those from before an update at last."""
        return copies_in(self._folder.path)

    def is_needless(self) -> bool:
        """Return whether the journal needs no repair; a locked one is checked with its key.

        A picture or hand-out that is damaged here and whole beside a copy needs a repair.
        """
        return is_whole(self._folder, device=self._device, clock=self._clock, key=self._keys.own)

    def unlock(self, typed: str) -> None:
        """Take what opens the journal or copies of it: a password, or a recovery sheet.

        It may be one from before, which opens copies alone. It takes a moment; any thread may do
        it. Raises WrongPasswordError, or KeysDamagedError if the locked keys are nowhere, and
        only the sheet can open them.
        """
        self._keys.unlock(typed, self._all_copies(), self.elsewhere.kept)

    @property
    def key(self) -> bytes | None:
        """Return what opens the repaired journal; None if it has no password."""
        return self._keys.own

    @property
    def is_key_from_sheet(self) -> bool:
        """Return whether that was unlocked here with a recovery sheet."""
        return self._keys.own_by_sheet

    def prepare(self, tell: Tell) -> RepairReport:
        """Build a repaired journal beside the damaged one, and report its contents.

        Any thread may call it while nobody writes in the journal. Raises JournalDamagedError if
        nothing genuine was found, PasswordNeededError if it would lose its password (NotTheKeyError
        if a wrong one was given), JournalBusyError, StoppedError, or the disk's errors;
        nothing is changed then. If everything written is readable, nothing is built, because copies
        would bring back undone changes. Only photos come then.
        """
        if self._lock is not None:
            self._lock.take()
        try:
            return self._prepared(tell, self._all_copies())
        except BaseException:
            self._forget_aside()
            self._release()
            raise

    def prepare_beside(self, tell: Tell) -> RepairReport | None:
        """Do as `prepare`, beside a window's work; None if it should not go on.

        Where it needs what opens the journal, the keyring of this computer is asked first.
        """
        try:
            report = self._prepared_here(tell)
        except StoppedError:
            return None
        if tell(1, 1):
            return report
        self.leave(report)  # stopped in the last moment: nobody will hear of it
        return None

    def finish(self, report: RepairReport) -> None:
        """Put the repaired journal in place; the damaged file stays in the quarantine.

        Raises the disk's errors.
        """
        from homejournal.storage.media.copies import put_back
        from homejournal.storage.rebuilding import keep_keys_aside, put_repaired

        try:
            if report.quarantine is None and self._keys.are_foreign():
                keep_keys_aside(self._folder, self._name_aside())
            self._keys.give_back(self._all_copies(), self.elsewhere.kept)
            if report.built is None:
                put_back(self._folder)
                return
            if report.loses_password:
                keep_keys_aside(self._folder, self._name_aside())
            put_repaired(self._folder, report.built)
            if report.loses_password:
                with suppress(OSError):  # beside a plain journal they are of no use to anybody
                    self._folder.keys.unlink(missing_ok=True)
            with suppress(JournalError):  # the words are in place; photos also come by and by
                put_back(self._folder)
        finally:
            self._release()

    def leave(self, report: RepairReport) -> None:
        """Discard the repair: remove what was built and what was set aside."""
        from homejournal.storage.file.journal_folder import remove

        if report.built is not None:
            with suppress(OSError):  # the next start tries again
                remove(report.built)
        self._forget_aside()
        self._release()

    def _forget_aside(self) -> None:
        """Delete what was laid aside: photos, and of damaged files the copy of this one alone."""
        forget_aside(self._folder)
        if self._aside is not None:
            drop_aside(self._folder, self._aside)
            self._aside = None

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _all_copies(self) -> list[Backup]:
        """Return the copies here, and those of this journal that lie elsewhere."""
        here = self.copies()
        journal = partial(Sources(self._folder, self._keys).journal, here)
        return [*here, *self.elsewhere.copies(journal)]

    def _prepared_here(self, tell: Tell) -> RepairReport:
        try:
            return self.prepare(tell)
        except PasswordNeededError:
            if self._keys.own is not None or not self._keys.unlock_here(self._all_copies()):
                raise
        return self.prepare(tell)

    def _prepared(self, tell: Tell, copies: Sequence[Backup]) -> RepairReport:
        from homejournal.storage.rebuilding import CollectedContents, build_repaired, set_aside

        progress = Progress(tell, len(copies) + 4)
        if words_are_whole(
            self._folder, device=self._device, clock=self._clock, key=self._keys.own
        ):
            return self._photos_alone(progress, copies)
        self._aside = set_aside(self._folder, self._name_aside())
        progress.done()
        found, told = CollectedContents(), list[Contribution]()
        sources = Sources(self._folder, self._keys)
        own = self._own(sources)
        if own is not None:
            told.append(Contribution(Origin.OWN, found.add_file(own)))
        progress.done()
        told += sources.copies(found, copies, progress.done, complete=own is not None)
        told += sources.beside(found)
        told += sources.held(found, self.elsewhere.shared(found.settings))
        told += sources.held(found, self.elsewhere.packs())
        loses_password = self._may_lose_password(own, found, sources, copies)
        found.settings = readable_settings(found.settings)
        media = self._lay_aside(found, progress, copies)
        at = utc_text(self._clock())
        built = build_repaired(self._folder, found, device=self._device, key=self._keys.own, at=at)
        progress.end()
        return replace(
            _report(found, media),
            built=built,
            quarantine=self._aside,
            contributions=tuple(contribution for contribution in told if contribution.added),
            locked=len(sources.locked),
            left_out=sources.left_out,
            loses_password=loses_password,
        )

    def _name_aside(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")

    def _own(self, sources: Sources) -> "GenuineContents | None":
        """Return what the damaged file holds; None also where only a password opens it."""
        try:
            return sources.own(alone=not self.elsewhere.is_shown)
        except PasswordNeededError:
            sources.own_is_locked = True
            return None

    def _may_lose_password(
        self,
        own: "GenuineContents | None",
        found: "CollectedContents",
        sources: Sources,
        copies: Sequence[Backup],
    ) -> bool:
        """Return whether the journal has no password from now on, though it had one.

        Raises PasswordNeededError if nobody agreed to that, or nothing reads without one, and
        JournalDamagedError if nothing reads at all.
        """
        reads_plain = own is not None and bool(own.revisions) and not self._keys.may_lack_keys()
        loses = sources.own_is_locked or (not reads_plain and self._keys.is_own_key_missing(copies))
        self.can_be_plain = loses and bool(found.revisions)
        if loses and not (self.can_be_plain and self.without_password):
            raise (NotTheKeyError if self._keys.more else PasswordNeededError)(self._folder.path)
        if not found.revisions:
            kind = PasswordNeededError if sources.locked else JournalDamagedError
            raise kind(self._folder.path)
        return loses

    def _photos_alone(self, progress: Progress, copies: Sequence[Backup]) -> RepairReport:
        """Let the words stand as they are, and lay aside the photos that are not whole here."""
        found = CollectedContents()
        found.add_file(read_genuine_contents(self._folder.journal, self._keys.own))
        for source in self.elsewhere.packs():
            found.media |= source().media
        media = self._lay_aside(found, progress, copies)
        progress.end()
        locked = Sources(self._folder, self._keys).look_locked(copies)
        return replace(_report(found, media), locked=locked if media.gone else 0)

    def _lay_aside(
        self, found: "CollectedContents", progress: Progress, copies: Sequence[Backup]
    ) -> RestoredMedia:
        progress.now_photos()
        around = OtherMediaPlaces([copy.path.parent for copy in copies], found.media)
        named = media_of(found.allowed())
        keys = (self._keys.own, *self._keys.more)
        return lay_aside(self._folder, keys, named, around, progress.now_photos)


def _report(found: "CollectedContents", media: RestoredMedia) -> RepairReport:
    """Return the report for a repair that only brings these photos."""
    there = len(found.revisions) + len(found.newer)
    return RepairReport(
        built=None,
        quarantine=None,
        found=there,
        known=there + found.lost,
        holds=counts_of(undeleted_heads(records_of(found.allowed())).values()),
        contributions=(),
        media=media,
    )
