"""Sharing the journal through a folder that any sync program carries."""

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid4

from homejournal.domain.errors import (
    InvalidValueError,
    JournalError,
    Reason,
    SharingRefusal,
    SharingRefusedError,
)
from homejournal.domain.limits import read_json
from homejournal.domain.records.changes import Change
from homejournal.domain.sharing.outgoing import (
    Audience,
    BatchesArrived,
    MediaTransfer,
    OtherComputer,
    SharingEntry,
)
from homejournal.services.safe.transfer import incoming
from homejournal.services.session import Session
from homejournal.storage.file.disk import disk_errors_named
from homejournal.this_computer import new_device_id

if TYPE_CHECKING:
    from homejournal.exchange.pack_file import Invitation
    from homejournal.services.safe.deleting import Purging
    from homejournal.services.safe.sharing.shared_folder import (
        OwnPart,
        SharedFolder,
        SyncRequest,
        SyncResult,
        TakenBackIds,
    )

logger = logging.getLogger(__name__)

SHARING = "sharing:"
"""Before a sharing's id, as the name of a setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingState:
    """The state of a sharing on this computer; `folder` is None if it was never joined here."""

    shared: SharingEntry
    folder: Path | None
    is_there: bool = False
    unread: int = 0
    """How many files in the folder do not read: a sync program may still be bringing them."""
    unreadable: tuple[str, ...] = ()
    """The names of files that came whole, and tell what nothing here can read."""
    arrived: Mapping[UUID, BatchesArrived] = field(default_factory=dict)
    misfits: int = 0
    """How many entries in the folder fit nothing here, and stay there."""
    pictures: MediaTransfer = field(default_factory=MediaTransfer)
    others: tuple[OtherComputer, ...] = ()
    """The other computers of our own home that wrote in the folder, as the last run found them."""
    going: frozenset[UUID] = frozenset()
    """Computers that are gone, whose files go from the folder once all of it is here."""


class Sharing:
    """The sharings that this journal takes part in; what a computer knows alone lies elsewhere."""

    def __init__(self, session: Session, purging: "Purging") -> None:
        self._session = session
        self._purging = purging
        self._folders: dict[UUID, SharedFolder] = {}
        self._back = UndoneImports(session)
        self._taken_out, self._filled = session.store.taken_out, session.store.filled

    def all(self) -> tuple[SharingEntry, ...]:
        """Return the sharings, in the order of their ids."""
        return read_shared(self._session.store.meta())

    def begin(self, audience: Audience, folder: Path, computer: Path) -> SharingEntry:
        """Begin a sharing under a new key in a folder; `computer` is the settings folder.

        Raises SharingRefusedError for a folder that will not do, InvalidValueError if our home
        has no name yet and it is to be shared with another, and the disk's errors.
        """
        from homejournal.exchange.batch_file import new_private_key

        shared = SharingEntry(
            id=uuid4(),
            journal=self._session.settings.id,
            audience=audience,
            key=new_private_key(),
        )
        return self._enter(shared, folder, computer)

    def join(self, invitation: "Invitation", folder: Path, computer: Path) -> SharingEntry:
        """Take part in a sharing to which somebody invited. Raises as `begin` does."""
        shared = SharingEntry(
            id=invitation.sharing,
            journal=invitation.journal,
            audience=invitation.audience,
            key=invitation.key,
            known={invitation.device: invitation.public},
        )
        return self._enter(shared, folder, computer)

    def invitation(self, shared: SharingEntry, computer: Path) -> "Invitation":
        """Return what another computer needs to take part; it goes in a pack, sealed with words.

        Raises SharingRefusedError if this computer has not joined, and the disk's errors.
        """
        from homejournal.exchange.pack_file import Invitation

        here = self._here(shared, computer)
        return Invitation(
            sharing=shared.id,
            journal=shared.journal,
            audience=shared.audience,
            key=shared.key,
            device=here.device,
            public=here.signer.public,
        )

    def end(self, shared: SharingEntry, computer: Path) -> None:
        """End a sharing here: its key is forgotten; what the others have stays with them.

        Raises the disk's errors.
        """
        from homejournal.services.safe.sharing.shared_folder import forget_own_part

        self._session.store.set_meta({f"{SHARING}{shared.id}": ""})
        self._folders.pop(shared.id, None)
        self._back.end(shared.id)
        forget_own_part(computer, shared.id)

    def unknown_sharings(self, copied: Mapping[str, str]) -> int:
        """Return how many sharings the settings in a copy tell of, and this journal never knew."""
        known = self._session.store.meta()
        return sum(f"{SHARING}{shared.id}" not in known for shared in read_shared(copied))

    def state(self, shared: SharingEntry, computer: Path) -> SharingState:
        """Return the state of a sharing here after the last run."""
        from homejournal.services.safe.sharing.shared_folder import (
            read_lost_computers,
            read_own_part,
        )

        here = read_own_part(computer, shared.id)
        if here is None:
            return SharingState(shared=shared, folder=None)
        going = read_lost_computers(computer, shared.id)
        state = SharingState(
            shared=shared, folder=here.folder, is_there=here.folder.is_dir(), going=going
        )
        known = self._folders.get(shared.id)
        if known is None:
            return state
        return replace(
            state,
            unread=known.batches.unread,
            unreadable=known.batches.unreadable_names,
            arrived=known.batches.arrived(),
            misfits=known.misfits,
            pictures=known.pictures,
            others=tuple(other for other in known.others if other.device not in going),
        )

    def drop_computer(self, shared: SharingEntry, device: UUID, computer: Path) -> None:
        """Let the next runs take a computer's files from the folder: it is gone for good.

        They go once all that it wrote stands in our journal, which writes it there as ours. Should
        it come back, it writes there again. Raises the disk's errors.
        """
        from homejournal.services.safe.sharing.shared_folder import (
            keep_lost_computers,
            read_lost_computers,
        )

        keep_lost_computers(
            computer, shared.id, read_lost_computers(computer, shared.id) | {device}
        )

    def wish(
        self, shared: SharingEntry, computer: Path, *, write: bool = True
    ) -> "SyncRequest | None":
        """Return what a run needs on any thread; None if this computer has not joined."""
        from homejournal.services.safe.sharing.shared_folder import (
            SyncRequest,
            read_lost_computers,
            read_own_part,
        )

        if read_own_part(computer, shared.id) is None:
            return None
        store, here = self._session.store, self._here(shared, computer)
        return SyncRequest(
            shared=shared,
            here=here,
            sender=self._session.sender(),
            journal=store.folder.journal,
            journal_key=store.key,
            settings_folder=computer,
            media=store.own_media() if store.write else None,
            write=write,
            gone=read_lost_computers(computer, shared.id),
            taken_back=self._back.of(shared.id, computer, here.ours),
        )

    def folder_of(self, shared: SharingEntry) -> "SharedFolder":
        """Return the shared folder as this start of the program knows it."""
        from homejournal.services.safe.sharing.batches import marks_in
        from homejournal.services.safe.sharing.shared_folder import SharedFolder

        store = self._session.store
        if self._taken_out != store.taken_out:
            self._folders.clear()  # what was here may be here no longer
        if self._filled != store.filled:
            for folder in self._folders.values():
                folder.read_again()  # what was read as an envelope has its content now
        self._taken_out, self._filled = store.taken_out, store.filled
        if shared.id not in self._folders:
            marks = marks_in(store.folder.quarantine)
            self._folders[shared.id] = SharedFolder(shared.audience, marks)
        return self._folders[shared.id]

    def take(self, ran: "SyncResult") -> Iterator[Change]:
        """Take in what a run brought, in steps so small that the window never stands still.

        How far another home reaches is said last, once all of it is here. Raises what the disk
        raises; what was not taken comes again with the next run.
        """
        from homejournal.services.safe.sharing.shared_folder import take_in_batches

        yield from take_in_batches(self._session, ran, self.folder_of(ran.shared))
        self._follow(ran)
        settings = self._settings(ran)
        if settings:
            self._session.store.set_meta(settings)
        self._put_aside(ran.forged)
        self._forget_gone(ran)
        self._back.forget(ran.shared.id, ran.computer, ran.taken_back)

    def take_new_device(self, computer: Path) -> None:
        """Give this computer a new id: another one writes under the old one. Raises DiskError."""
        self._session.store.device = new_device_id(computer)

    def _enter(self, shared: SharingEntry, folder: Path, computer: Path) -> SharingEntry:
        from homejournal.services.safe.sharing.batches import check_folder
        from homejournal.services.safe.sharing.shared_folder import (
            keep_own_part,
            new_own_part,
            read_own_part,
        )

        if shared.audience is Audience.OTHER_HOME and self._session.settings.home is None:
            raise InvalidValueError("home", Reason.EMPTY)
        check_folder(folder, shared)
        before = next((entry.known for entry in self.all() if entry.id == shared.id), {})
        if read_own_part(computer, shared.id) is None:
            if self._session.store.device in before:
                self.take_new_device(computer)  # others know it by a key that is lost
            keep_own_part(computer, shared.id, new_own_part(folder, self._session.store.device))
        # Whoever joins again goes on as before: what it wrote is still its own.
        here = replace(self._here(shared, computer), folder=folder.absolute())
        keep_own_part(computer, shared.id, here)
        known = {**before, **shared.known, here.device: here.signer.public}
        entered = replace(shared, known=known)
        self._session.store.set_meta(shared_texts(entered))
        return entered

    def _here(self, shared: SharingEntry, computer: Path) -> "OwnPart":
        """Return this computer's part; a new one where its id is another one than it was.

        Raises SharingRefusedError if it has none, and the disk's errors.
        """
        from homejournal.services.safe.sharing.shared_folder import (
            keep_own_part,
            read_own_part,
            under_new_id,
        )

        here, device = read_own_part(computer, shared.id), self._session.store.device
        if here is None:
            raise SharingRefusedError(SharingRefusal.NO_FOLDER)
        if here.device != device:
            here = under_new_id(here, device)
            keep_own_part(computer, shared.id, here)
        return here

    def _settings(self, ran: "SyncResult") -> dict[str, str]:
        settings: dict[str, str] = {}
        shared = next((entry for entry in self.all() if entry.id == ran.shared.id), None)
        if ran.pinned and shared is not None:  # it may have ended while the run went on
            known = {**ran.pinned, **shared.known}
            settings |= shared_texts(replace(shared, known=known))
        if ran.shared.audience is Audience.OTHER_HOME:
            for home, through in ran.reaches.items():
                settings |= incoming.reach_texts(self._session, home, through)
        stored = self._session.store.meta()
        return {name: text for name, text in settings.items() if stored.get(name) != text}

    def _follow(self, ran: "SyncResult") -> None:
        """Delete for good what our own computers did; in a folder with another home it is asked.

        Whoever writes there can say that it is of our home.
        """
        for home, ids in ran.purged.items():
            if ran.shared.audience is Audience.OWN:
                self._purging.follow(ids)
            elif home is not None:
                self._purging.request(ids, home)

    def _forget_gone(self, ran: "SyncResult") -> None:
        """Forget the wishes that computers go of which the run found nothing in the folder."""
        from homejournal.services.safe.sharing.shared_folder import (
            keep_lost_computers,
            read_lost_computers,
        )

        going = read_lost_computers(ran.computer, ran.shared.id)
        if not going.isdisjoint(ran.gone):
            keep_lost_computers(ran.computer, ran.shared.id, going - ran.gone)

    def _put_aside(self, forged: Iterable[bytes]) -> None:
        from homejournal.services.safe.sharing.batches import put_aside

        folder = self._session.store.folder
        with disk_errors_named(folder.path):
            for data in forged:
                put_aside(folder.quarantine, data)


class _Begun(NamedTuple):
    """A sharing as this start found it: its batches by us, and what starts before left to do.

    Of what was taken back `since` the last run began no run can say that it is gone.
    """

    computer: Path
    ours: frozenset[str]
    left: "TakenBackIds"
    since: set[bytes]


class UndoneImports:
    """Keeps it beside this computer's part, until our batches do not hold it any more.

    The folder may not be there, a run may be writing just now, and a program can be killed.
    """

    def __init__(self, session: Session) -> None:
        self._store = session.store
        self._begun: dict[UUID, _Begun] = {}
        session.going_back.append(self._keep)

    def of(self, sharing: UUID, computer: Path, ours: frozenset[str]) -> "TakenBackIds":
        """Return what was taken back, now or before a start; `ours` are all that we ever wrote."""
        from homejournal.services.safe.sharing.shared_folder import read_undone_imports

        if sharing not in self._begun:
            left = read_undone_imports(computer, sharing)
            self._begun[sharing] = _Begun(computer, ours, left, set())
        begun = self._begun[sharing]
        begun.since.clear()
        return self._every(begun)

    def forget(self, sharing: UUID, computer: Path, ids: frozenset[bytes]) -> None:
        """Forget what our batches hold no more. Raises the disk's errors."""
        from homejournal.services.safe.sharing.shared_folder import (
            keep_undone_imports,
            read_undone_imports,
        )

        kept, begun = read_undone_imports(computer, sharing), self._begun.get(sharing)
        gone = ids - begun.since if begun else ids
        if not gone.isdisjoint(kept):
            left = {id_: older for id_, older in kept.items() if id_ not in gone}
            keep_undone_imports(computer, sharing, left)

    def end(self, sharing: UUID) -> None:
        """Keep nothing more of a sharing that ended."""
        self._begun.pop(sharing, None)

    def _keep(self) -> None:
        from homejournal.services.safe.sharing.shared_folder import (
            keep_undone_imports,
            read_undone_imports,
        )

        for sharing, begun in self._begun.items():
            begun.since.update(self._store.taken_back)
            every = self._every(begun)
            now = {id_: every[id_] for id_ in self._store.taken_back}
            with suppress(JournalError):  # then only a kill brings it again
                kept = read_undone_imports(begun.computer, sharing)
                keep_undone_imports(begun.computer, sharing, {**kept, **now})

    def _every(self, begun: _Begun) -> "TakenBackIds":
        """Return the imports undone now or before; those in both go from the older batches."""
        return {**dict.fromkeys(self._store.taken_back, begun.ours), **begun.left}


class InvitedSharing(NamedTuple):
    """The sharing to which the file invites, and how many do not go along.

    A file invites to one alone, and one for our own computers never invites another home.
    """

    along: SharingEntry | None
    ending: int


def invited_sharing(sharing: Sharing, computer: Path) -> InvitedSharing:
    """Return which sharing goes along from a computer, which has its settings there."""
    known = sharing.all()
    ours = [
        shared
        for shared in known
        if shared.audience is Audience.OWN and sharing.state(shared, computer).folder is not None
    ]
    along = ours[0] if len(ours) == 1 else None
    return InvitedSharing(along, len(known) - (along is not None))


def shared_texts(shared: SharingEntry) -> dict[str, str]:
    """Return a sharing as it is stored."""
    told = {
        "journal": str(shared.journal),
        "audience": str(shared.audience),
        "key": shared.key.hex(),
        "known": {str(device): public.hex() for device, public in sorted(shared.known.items())},
    }
    return {f"{SHARING}{shared.id}": json.dumps(told)}


def read_shared(stored: Mapping[str, str]) -> tuple[SharingEntry, ...]:
    """Return the stored sharings; one that was ended is an empty text.

    One that a disk changed is left out: it can be joined again, and hinders neither the others nor
    a repair.
    """
    found = []
    for name, text in sorted(stored.items()):
        if name.startswith(SHARING) and text:
            try:
                found.append(_shared(UUID(name.removeprefix(SHARING)), read_json(text)))
            except (AttributeError, KeyError, TypeError, ValueError):
                logger.warning("a sharing does not read and is left out")
    return tuple(found)


def _shared(id_: UUID, told: Any) -> SharingEntry:  # noqa: ANN401 - as it was stored
    return SharingEntry(
        id=id_,
        journal=UUID(told["journal"]),
        audience=Audience(told["audience"]),
        key=bytes.fromhex(told["key"]),
        known={UUID(device): bytes.fromhex(public) for device, public in told["known"].items()},
    )
