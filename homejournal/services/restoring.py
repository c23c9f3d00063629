"""The way back from a copy: what it holds is shown first, and nothing here is overwritten."""

import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.changes import Change, DraftMove
from homejournal.domain.codec import utc_text
from homejournal.domain.copy_look import (
    CopyLook,
    Counts,
    counts_of,
    days_of,
    deleted_since,
    media_of,
    names_of,
    records_of,
    standing,
)
from homejournal.domain.errors import JournalBusyError, MediaMissingError
from homejournal.domain.revisions import SALT_BYTES, heads_of
from homejournal.services.session import Session
from homejournal.services.settings_texts import read_settings, settings_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.revisions import Revision
    from homejournal.services.backups import Backups, GoesOn
    from homejournal.storage.beside import Rest
    from homejournal.storage.store import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came back with a copy, as a step that Undo takes back."""

    change: Change
    counts: Counts


class Restoring:
    """Brings back from a copy what the journal has not: the union of both."""

    def __init__(self, session: Session, backups: "Backups") -> None:
        self._session = session
        self._store = session.store
        self._backups = backups

    def look(self, copy: Path, key: bytes | None = None, rest: "Rest | None" = None) -> CopyLook:
        """Return what a copy holds and what of it is not here; any thread may ask.

        The journal's own key is tried where none is given. Raises JournalBusyError for the journal
        itself, JournalMissingError, NotAJournalError, JournalDamagedError, PasswordNeededError,
        OtherKeyError, or the disk's errors.
        """
        from homejournal.storage.beside import no_rest, read_here
        from homejournal.storage.gathering import gather

        if copy.exists() and copy.samefile(self._store.folder.journal):
            raise JournalBusyError(copy.parent)  # to close it would end SQLite's locks on it
        pause = rest or no_rest
        found = gather(copy, key or self._store.key, pause)
        here = read_here(self._store.folder.journal, self._store.key, pause)
        missing = [
            one
            for one in found.revisions
            if one.id not in here.whole
            and one.id not in here.purged
            and not (one.id in here.stubs and one.fields is None)
        ]
        heads = standing(records_of(found.revisions))
        new = {one.id for one in missing}
        days = days_of(heads.values())
        return CopyLook(
            journal_id=found.journal_id,
            settings=found.settings,
            children=names_of(heads.values()),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            holds=counts_of(heads.values()),
            missing=tuple(missing),
            brings=counts_of(head for head in heads.values() if head.id in new),
            deleted=tuple(deleted_since(heads, records_of(here.deleted), here.stubs)),
            whole=found.whole and not found.not_genuine,
            newer=found.newer,
            purged=found.purged - here.whole,
            drafts=found.drafts,
        )

    def look_beside(self, copy: Path, key: bytes | None, goes_on: "GoesOn") -> CopyLook | None:
        """Look at a copy while the window is used; None where it should not go on.

        Raises what `look` raises.
        """
        from homejournal.services.backups import StoppedError, resting

        try:
            return self.look(copy, key, resting(goes_on))
        except StoppedError:
            return None

    def key_for(self, copy: Path, typed: str) -> bytes:
        """Return the key of an encrypted copy, from its password or its recovery sheet.

        Any thread may ask, and it takes a moment. Raises WrongPasswordError, KeysDamagedError where
        no keys lie beside the copy, and only the sheet can open it, or the disk's errors.
        """
        from homejournal.domain.recovery_letters import SheetTypoError, read_letters
        from homejournal.storage.backup_folder import keys_of
        from homejournal.storage.key_slots import key_by_password, key_of
        from homejournal.storage.keys_file import read_keys

        try:
            return key_of(read_letters(typed))
        except SheetTypoError:  # then it is the password
            return key_by_password(read_keys(keys_of(copy)), typed, copy.parent)

    def is_of_this_journal(self, look: CopyLook) -> bool:
        """Return whether a copy was made of this journal, or nothing is written here yet."""
        return look.journal_id == self._session.settings.id or self._is_fresh()

    def restore(
        self, copy: Path, look: CopyLook, *, deleted: bool = False, key: bytes | None = None
    ) -> Restored:
        """Bring back what was looked at, as one step; with `deleted` also what was deleted since.

        A copy of what stands now is made before. Raises JournalReadOnlyError, JournalDamagedError
        or the disk's errors; nothing is brought back then.
        """
        from homejournal.storage.arriving import keep_newer
        from homejournal.storage.private_photos import records_in
        from homejournal.storage.purging import refuse

        self._backups.before("restore")
        fresh = self._is_fresh()
        self._bring_media(copy, look, key)
        with self._session.step() as step:
            again = self._said_again(step, look.deleted) if deleted else []
            if self.is_of_this_journal(look):
                refuse(step.connection, look.purged)
            step.know_private(records_in(look.settings))
            step.take_in([*look.missing, *again])
            keep_newer(step.connection, look.newer)
            if fresh and look.journal_id is not None:
                step.set_settings(_settings_of(look, example=self._session.settings.example))
                step.put_drafts_back(DraftMove(*one, "") for one in look.drafts.items())
        if fresh:
            self._session.settings = read_settings(self._store.meta())
        came = {move.record for move in step.change.moves}
        heads = standing(records_of([*look.missing, *again]))
        counts = counts_of(head for record, head in heads.items() if record in came)
        return Restored(change=step.change, counts=counts)

    def _said_again(self, step: "Step", deleted: "Sequence[Revision]") -> "list[Revision]":
        """Return new revisions that say again, on top of its deletion, what a record said."""
        known = step.writer.standing(one.told().record for one in deleted)
        return [
            replace(
                one.told(),
                parents=tuple(head.id for head in heads_of([it.revision for it in here])),
                device=str(self._store.device),
                at=utc_text(self._session.clock()),
            ).seal(secrets.token_bytes(SALT_BYTES), one.fields or b"")
            for one in deleted
            if (here := known.get(one.told().record))
        ]

    def _is_fresh(self) -> bool:
        return not self._session.family().children

    def _bring_media(self, copy: Path, look: CopyLook, key: bytes | None) -> None:
        """Bring the pictures and hand-outs that the copy's revisions name, before they stand."""
        from homejournal.storage.folder import JournalFolder
        from homejournal.storage.media import MediaFolder

        own = MediaFolder(self._store.folder, self._store.key)
        theirs = MediaFolder(JournalFolder(copy.parent), key or self._store.key)
        for sha256 in media_of([*look.missing, *look.deleted]):
            with suppress(MediaMissingError):
                own.put(theirs.get(sha256))


def _settings_of(look: CopyLook, *, example: bool) -> dict[str, str]:
    """Return the settings of a copy that this version reads whole; none of a damaged one.

    Whether it is an example stays as it is here: a family may have looked around in one.
    """
    with suppress(KeyError, ValueError):
        return settings_texts(replace(read_settings(look.settings), example=example))
    return {}
