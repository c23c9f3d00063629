"""What keeps a journal safe, under one roof of its own; each part loads when it is asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from homejournal.domain.records.changes import Change
from homejournal.services.records.records import Records
from homejournal.services.session import Service, Session

if TYPE_CHECKING:
    from pathlib import Path

    from homejournal.domain.sharing.cloud_folders import Carrier
    from homejournal.services.full_check import Checkup
    from homejournal.services.import_export import KeptTables
    from homejournal.services.journal.versions import ConflictSettling
    from homejournal.services.records.homes import Homes
    from homejournal.services.safe.copies.backups import Backups
    from homejournal.services.safe.copies.copy_encryption import EarlierKeys, PlainCopies
    from homejournal.services.safe.deleting import Purging
    from homejournal.services.safe.password import Password
    from homejournal.services.safe.repair.repair import Repair
    from homejournal.services.safe.sharing.sharing import Sharing
    from homejournal.services.safe.transfer.conflict_copies import ConflictCopies
    from homejournal.services.safe.transfer.sealed_files import HandOvers, PackFiles
    from homejournal.storage.file.disk import Reserve
    from homejournal.storage.file.file_encryption import Key


class Safekeeping:
    """Copies, repair, passwords, sharing, and deleting for good."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    @property
    def settings(self) -> "Path | None":
        """Return the folder of this computer's settings, with one more copy of the locked keys."""
        return self._session.computer

    @settings.setter
    def settings(self, folder: "Path | None") -> None:
        self._session.computer = folder

    @property
    def is_encrypted(self) -> bool:
        """Return whether the journal has a password."""
        return self._session.store.key is not None or self._session.store.is_locked

    @property
    def is_locked(self) -> bool:
        """Return whether the file is closed until somebody types the password."""
        return self._session.store.is_locked

    @property
    def key_now(self) -> "Key | None":
        """Return this session's key if it still opens the file.

        None without a password, while locked, or if the file now has another key.
        """
        from homejournal.services.safe.unlocking import still_opens

        store = self._session.store
        known = store.key is not None and still_opens(store.folder.path, store.key)
        return store.key if known else None

    @property
    def keys_are_left(self) -> bool:
        """Return whether a plain journal lies beside locked keys, which are of no use to it."""
        return not self.is_encrypted and self._session.store.folder.keys.is_file()

    @property
    def reserve(self) -> "Reserve":
        """Return the room on the disk that is held for a day on which it is full."""
        return self._session.store.reserve

    @property
    def can_be_copied(self) -> bool:
        """Return whether the journal is open and holds a child, so that a copy is worth making."""
        return not self._session.store.is_locked and bool(self._session.family().children)

    def take_up_newer(self) -> Change:
        """Take in what waited for a newer homejournal, where this one reads it by now.

        Raises JournalReadOnlyError or the disk's errors; all of it waits on then.
        """
        from homejournal.services.safe.transfer.incoming import take_up_newer

        return take_up_newer(self._session)

    @cached_property
    def carrier(self) -> "Carrier | None":
        """Return who carries the journal's folder to other computers, if anything tells of it."""
        from homejournal.services.safe.copies.second_place import carrier_of

        return carrier_of(self._session.store.folder.path)

    backups: "Service[Backups]" = Service("safe.copies.backups.Backups")
    """The copies of the journal."""

    @property
    def repair(self) -> "Repair":
        """Return the repair of this journal, which may be damaged, with its key as it is now."""
        from homejournal.services.safe.repair.outside_sources import OutsideSources
        from homejournal.services.safe.repair.repair import Repair

        store = self._session.store
        clock = self._session.clock
        repair = Repair(
            store.folder.path,
            device=store.device,
            clock=clock,
            key=store.key,
            is_ours=store.write,
        )
        repair.elsewhere = OutsideSources(self.settings)
        return repair

    checkup: "Service[Checkup]" = Service("full_check.Checkup")
    """The full check."""

    @cached_property
    def password(self) -> "Password":
        """Return what can be done about the journal's password."""
        from homejournal.services.safe.password import Password
        from homejournal.services.safe.unlocking import key_copies

        copies = None if self.settings is None else key_copies(self.settings)
        return Password(self._session, self.backups.before, copies)

    @cached_property
    def plain_copies(self) -> "PlainCopies":
        """Return the copies from before the journal had a password."""
        from homejournal.services.safe.copies.copy_encryption import PlainCopies

        return PlainCopies(self._session, self.backups.make)

    earlier_keys: "Service[EarlierKeys]" = Service("safe.copies.copy_encryption.EarlierKeys")
    """What is known of copies from under an earlier key."""
    purging: "Service[Purging]" = Service("safe.deleting.Purging", "_records", "backups")
    """The deleting for good."""
    homes: "Service[Homes]" = Service("records.homes.Homes", "_records")
    """The names of homes and computers, and how far the other homes' entries reach."""
    pack_files: "Service[PackFiles]" = Service(
        "safe.transfer.sealed_files.PackFiles", "backups", "purging"
    )
    """The files for another computer or home."""
    kept_tables: "Service[KeptTables]" = Service("import_export.KeptTables", "backups")
    """The tables that a family kept before."""
    hand_overs: "Service[HandOvers]" = Service("safe.transfer.sealed_files.HandOvers", "pack_files")
    """The copies for somebody who cares for a child from now on."""
    sharing: "Service[Sharing]" = Service("safe.sharing.sharing.Sharing", "purging")
    """The sharing through a folder."""
    settling: "Service[ConflictSettling]" = Service("journal.versions.ConflictSettling", "_records")
    """What stands in two versions."""
    copies: "Service[ConflictCopies]" = Service(
        "safe.transfer.conflict_copies.ConflictCopies", "backups", "purging"
    )
    """The copies of the journal's file that a sync program laid beside it."""
