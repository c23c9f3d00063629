"""The way back from a copy: what it holds is shown first, and nothing here is overwritten."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalBusyError, NotAJournalError
from homejournal.domain.records.changes import Change, DraftMove
from homejournal.domain.records.codec import utc_text
from homejournal.domain.records.revisions import SALT_BYTES, heads_of
from homejournal.domain.safe.backups import Place, is_keys_file
from homejournal.domain.safe.copy_comparison import (
    CopySummary,
    Counts,
    RestoredMedia,
    counts_of,
    media_of,
    records_of,
    undeleted_heads,
)
from homejournal.domain.safe.passwords import sheet_number
from homejournal.services.safe.copies.compare_with_journal import look_at
from homejournal.services.safe.copies.copy_encryption import key_by_letters, key_by_word
from homejournal.services.safe.unlocking import open_typed
from homejournal.services.session import Session
from homejournal.services.settings_as_texts import read_settings, settings_texts
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.disk import no_rest, unless_stopped
from homejournal.storage.file.file_encryption import begins_with
from homejournal.storage.file.second_connection import read_contents
from homejournal.storage.journal.deleting import refuse_contents
from homejournal.storage.journal.prepared_writes import Wanted, arrival_prepared_or_now, still_fits
from homejournal.storage.media.copies import media_beside
from homejournal.storage.media.referenced_media import records_in
from homejournal.storage.records.readable_revisions import read_genuine_contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homejournal.domain.records.revisions import Revision
    from homejournal.domain.safe.backups import Backup
    from homejournal.services.safe.copies.media_copies import MediaCopies
    from homejournal.storage.file.disk import GoesOn, Rest
    from homejournal.storage.journal.incoming import Arrival
    from homejournal.storage.journal.prepared_writes import PreparedArrival, Preparing
    from homejournal.storage.journal.writer import Writer
    from homejournal.storage.media.media_folder import MediaFolder
    from homejournal.storage.records.projection import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came back with a copy, as a step that Undo takes back."""

    change: Change
    counts: Counts
    media: RestoredMedia


@dataclass(frozen=True, slots=True)
class CopyToRestore:
    """What is to come back from a copy; with `deleted` also what was deleted since.

    Pictures and hand-outs may come from further folders of copies, `elsewhere`.
    """

    copy: Path
    look: CopySummary
    deleted: bool
    key: bytes | None = field(default=None, repr=False)
    elsewhere: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedRestore:
    """What bringing it back writes, as the journal stood at a moment, and what it brings."""

    back: CopyToRestore
    coming: "PreparedArrival"
    counts: Counts
    media: RestoredMedia


class Restoring:
    """Brings back from a copy what the journal has not: the union of both.

    `before` makes a copy of the journal first, for a reason.
    """

    def __init__(
        self, session: Session, before: Callable[[str], object], media: "MediaCopies"
    ) -> None:
        self._session = session
        self._store = session.store
        self._before = before
        self._media_copies = media

    def look(
        self,
        copy: Path,
        key: bytes | None = None,
        rest: "Rest | None" = None,
        elsewhere: "Iterable[Path]" = (),
    ) -> CopySummary:
        """Return what a copy holds and what of it is not whole here; any thread may ask.

        The journal's own key is tried where none is given. Pictures and hand-outs are looked for
        beside the copy, beside those here, and in further folders of copies, `elsewhere`. Raises
        JournalBusyError for the journal itself, JournalMissingError, NotAJournalError,
        JournalDamagedError, PasswordNeededError, OtherKeyError, or the disk's errors.
        """
        from homejournal.storage.media.copies import look_for

        if copy.exists() and copy.samefile(self._store.folder.journal):
            raise JournalBusyError(copy.parent)  # to close it would end SQLite's locks on it
        if is_keys_file(copy):  # beside the keys of a journal any file seems to be a locked one
            raise NotAJournalError(copy.parent)
        pause = rest or no_rest
        found = read_genuine_contents(copy, key or self._store.key, pause)
        here = read_contents(self._store.folder.journal, self._store.key, pause)
        looked = look_at(found, here)
        named = {**media_of(looked.missing), **here.media}
        own, copies = self._media(copy, key, elsewhere)
        return replace(looked, media=look_for(named, own, copies, pause))

    def chosen(self, path: Path) -> "Backup | None":
        """Return a file that somebody chose as a copy by its name, or None if none is called so."""
        return BackupFolder(path.parent, Place.SHOWN).called(path.name)

    def sheet_number(self, copy: Path) -> str:
        """Return the number of the sheet that opens a locked copy; nothing if it cannot be read."""
        with suppress(OSError):
            return sheet_number(begins_with(copy))
        return ""

    def look_beside(
        self,
        copy: Path,
        key: bytes | None,
        goes_on: "GoesOn",
        elsewhere: "Iterable[Path]" = (),
    ) -> CopySummary | None:
        """Look at a copy while the window is used; None if it should not go on.

        Raises what `look` raises.
        """
        look = partial(self.look, copy, key, elsewhere=elsewhere)
        return unless_stopped(goes_on, look)

    def key_for(self, copy: Path, typed: str) -> bytes:
        """Return the key of an encrypted copy, from its password or its recovery sheet.

        Any thread may ask, and it takes a moment. Raises SheetTypoError for a slip in the letters
        of a sheet, WrongPasswordError, KeysDamagedError if no keys lie beside the copy, and only
        the sheet can open it, NotAJournalError for no copy at all, or the disk's errors.
        """
        return open_typed(typed, key_by_letters, partial(key_by_word, copy))

    def is_of_this_journal(self, look: CopySummary) -> bool:
        """Return whether a copy was made of this journal, or nothing is written here yet."""
        return look.journal_id == self._session.settings.id or self._is_fresh()

    def preparing(self, back: CopyToRestore) -> "Callable[[], PreparedRestore]":
        """Return the call that works out all that is written then, which any thread may do.

        It brings pictures and hand-outs, too. It raises what `restore` raises.
        """
        work = self._session.preparing()
        return partial(_worked_out, back, work, self._wanted(back), self._bringing(back))

    def restore(
        self, copy: Path, look: CopySummary, *, deleted: bool = False, key: bytes | None = None
    ) -> Restored:
        """Restore a copy that was looked at, as one step; with `deleted`, also later deletions.

        A copy of the present journal is made first. Raises JournalReadOnlyError,
        JournalDamagedError or the disk's errors; nothing is restored then.
        """
        return self._restore(CopyToRestore(copy, look, deleted=deleted, key=key))

    def bring_back(self, ahead: "PreparedRestore") -> Restored:
        """Do as `restore`; what was worked out is only written, if nothing was written since."""
        if not still_fits(ahead.coming, self._store, ahead.back):
            return self._restore(ahead.back)
        self._before("restore")
        return self._bring(ahead.back, ahead.media, ahead)

    def _restore(self, back: CopyToRestore) -> Restored:
        self._before("restore")
        return self._bring(back, self._bringing(back)())

    def _bring(
        self, back: CopyToRestore, media: RestoredMedia, ahead: "PreparedRestore | None" = None
    ) -> Restored:
        look, fresh, wanted = back.look, self._is_fresh(), self._wanted(back)
        with self._session.step() as step:
            came = arrival_prepared_or_now(step, wanted, ahead.coming if ahead else None)
            refuse_contents(step.connection, wanted.refused)
            step.remember_private(records_in(look.settings))
            step.join(came)
            step.keep_newer(look.newer)
            if fresh and look.journal_id is not None:
                step.set_settings(_settings_of(look, example=self._session.settings.example))
                step.put_drafts_back(DraftMove(*draft, "") for draft in look.drafts.items())
        self._media_copies.found_whole(media.back)
        counts = ahead.counts if ahead and ahead.coming.made is came else _counts(came)
        return Restored(change=step.change, counts=counts, media=media)

    def _wanted(self, back: CopyToRestore) -> "Wanted":
        """Return what the copy brings; what this journal deleted for good is refused."""
        is_ours = self.is_of_this_journal(back.look)
        refused = back.look.purged if is_ours else frozenset[bytes]()
        return Wanted(back, partial(self._told, back), refused)

    def _told(self, back: CopyToRestore, writer: "Writer") -> "list[Revision]":
        again = self._said_again(writer, back.look.deleted) if back.deleted else []
        return [*back.look.missing, *again]

    def _said_again(self, writer: "Writer", deleted: "Sequence[Revision]") -> "list[Revision]":
        """Return new revisions that say again, on top of its deletion, what a record said.

        What was deleted for good since somebody looked stays so.
        """
        known = writer.standing(revision.told().record for revision in deleted)
        return [
            replace(
                revision.told(),
                parents=tuple(head.id for head in heads_of([stored.revision for stored in here])),
                device=str(self._store.device),
                at=utc_text(self._session.clock()),
            ).seal(secrets.token_bytes(SALT_BYTES), revision.fields or b"")
            for revision in deleted
            if (here := known.get(revision.told().record)) and not _is_gone(here)
        ]

    def _is_fresh(self) -> bool:
        return not self._session.family().children

    def _bringing(self, back: CopyToRestore) -> "Callable[[], RestoredMedia]":
        """Return the call that brings the pictures and hand-outs, before what names them stands."""
        from homejournal.storage.media.copies import bring

        return partial(bring, back.look.media, *self._media(back.copy, back.key, back.elsewhere))

    def _media(
        self, copy: Path, key: bytes | None, elsewhere: "Iterable[Path]"
    ) -> "tuple[MediaFolder, list[MediaFolder]]":
        """Return the folder of pictures and hand-outs here, and those beside copies."""
        own = self._store.key
        ours = media_beside((self._store.folder.backups, *elsewhere), own)
        theirs = media_beside([copy.parent], key or own)
        return self._store.own_media(), [*theirs, *ours]


def _is_gone(here: "Sequence[Stored]") -> bool:
    """Return whether of something that a record said only the envelope is left."""
    return any(stored.revision.fields is None for stored in here)


def _worked_out(
    back: CopyToRestore, work: "Preparing", wanted: "Wanted", bring: "Callable[[], RestoredMedia]"
) -> PreparedRestore:
    media = bring()
    coming = wanted.ahead(work)
    return PreparedRestore(back, coming, _counts(coming.made), media)


def _counts(came: "Arrival") -> Counts:
    moved = {move.record for move in came.planned.moves}
    heads = undeleted_heads(records_of(came.told))
    return counts_of(head for record, head in heads.items() if record in moved)


def _settings_of(look: CopySummary, *, example: bool) -> dict[str, str]:
    """Return the settings of a copy that this version reads whole; none of a damaged one.

    Whether it is an example stays as it is here: a family may have looked around in one.
    """
    with suppress(KeyError, ValueError):
        return settings_texts(replace(read_settings(look.settings), example=example))
    return {}
