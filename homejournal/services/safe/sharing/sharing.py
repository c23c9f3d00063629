"""Sharing the journal through a folder that any sync program carries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from homejournal.device_id import new_device_id
from homejournal.domain.errors import InvalidValueError, Reason, SharingRefusal, SharingRefusedError
from homejournal.domain.records.changes import Change
from homejournal.domain.sharing.outgoing import Arrived, Audience, OtherComputer, Pictures, Shared
from homejournal.services.safe.sharing.sharings_in_file import SHARING, read_shared, shared_texts
from homejournal.services.safe.sharing.undone_imports import TakenBack
from homejournal.services.safe.transfer import incoming
from homejournal.services.session import Session
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.media.media_folder import own_media

if TYPE_CHECKING:
    from homejournal.exchange.packs.pack_head import Invitation
    from homejournal.services.safe.deleting.deleting_for_good import Purging
    from homejournal.services.safe.sharing.folder_cache import Memory
    from homejournal.services.safe.sharing.local_state import Here
    from homejournal.services.safe.sharing.sync_request import Ran, RunWish


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingState:
    """How a sharing stands on this computer; `folder` is None where it was never joined here."""

    shared: Shared
    folder: Path | None
    is_there: bool = False
    unread: int = 0
    """How many files in the folder do not read: a sync program may still be bringing them."""
    unreadable: tuple[str, ...] = ()
    """The names of files that came whole, and tell what nothing here can read."""
    arrived: Mapping[UUID, Arrived] = field(default_factory=dict)
    misfits: int = 0
    """How many entries in the folder fit nothing here, and stay there."""
    pictures: Pictures = field(default_factory=Pictures)
    others: tuple[OtherComputer, ...] = ()
    """The other computers of our own home that wrote in the folder, as the last run found them."""
    going: frozenset[UUID] = frozenset()
    """Computers that are gone, whose files go from the folder once all of it is here."""


class Sharing:
    """The sharings that this journal takes part in; what a computer knows alone lies elsewhere."""

    def __init__(self, session: Session, purging: "Purging") -> None:
        self._session = session
        self._purging = purging
        self._memories: dict[UUID, Memory] = {}
        self._back = TakenBack(session)
        self._taken_out, self._filled = session.store.taken_out, session.store.filled

    def all(self) -> tuple[Shared, ...]:
        """Return the sharings, in the order of their ids."""
        return read_shared(self._session.store.meta())

    def begin(self, audience: Audience, folder: Path, computer: Path) -> Shared:
        """Begin a sharing under a new key in a folder; `computer` is the settings folder.

        Raises SharingRefusedError for a folder that will not do, InvalidValueError where our home
        has no name yet and it is to be shared with another, and the disk's errors.
        """
        from homejournal.exchange.packs.batch_file import new_private_key

        shared = Shared(
            id=uuid4(),
            journal=self._session.settings.id,
            audience=audience,
            key=new_private_key(),
        )
        return self._enter(shared, folder, computer)

    def join(self, invitation: "Invitation", folder: Path, computer: Path) -> Shared:
        """Take part in a sharing to which somebody invited. Raises as `begin` does."""
        shared = Shared(
            id=invitation.sharing,
            journal=invitation.journal,
            audience=invitation.audience,
            key=invitation.key,
            known={invitation.device: invitation.public},
        )
        return self._enter(shared, folder, computer)

    def invitation(self, shared: Shared, computer: Path) -> "Invitation":
        """Return what another computer needs to take part; it goes in a pack, sealed with words.

        Raises SharingRefusedError where this computer has not joined, and the disk's errors.
        """
        from homejournal.exchange.packs.pack_head import Invitation

        here = self._here(shared, computer)
        return Invitation(
            sharing=shared.id,
            journal=shared.journal,
            audience=shared.audience,
            key=shared.key,
            device=here.device,
            public=here.signer.public,
        )

    def end(self, shared: Shared, computer: Path) -> None:
        """End a sharing here: its key is forgotten; what the others have stays with them.

        Raises the disk's errors.
        """
        from homejournal.services.safe.sharing.local_state import forget_here

        self._session.store.set_meta({f"{SHARING}{shared.id}": ""})
        self._memories.pop(shared.id, None)
        self._back.end(shared.id)
        forget_here(computer, shared.id)

    def left_behind(self, copied: Mapping[str, str]) -> int:
        """Return how many sharings the settings in a copy tell of, and this journal never knew."""
        known = self._session.store.meta()
        return sum(f"{SHARING}{one.id}" not in known for one in read_shared(copied))

    def state(self, shared: Shared, computer: Path) -> SharingState:
        """Return how a sharing stands here, as far as the last run knows."""
        from homejournal.services.safe.sharing.local_state import read_going, read_here

        here = read_here(computer, shared.id)
        if here is None:
            return SharingState(shared=shared, folder=None)
        memory = self._memories.get(shared.id)
        going = read_going(computer, shared.id)
        others = memory.others if memory else ()
        return SharingState(
            shared=shared,
            folder=here.folder,
            is_there=here.folder.is_dir(),
            unread=memory.unread if memory else 0,
            unreadable=memory.unreadable_names if memory else (),
            arrived=memory.arrived() if memory else {},
            misfits=memory.misfits if memory else 0,
            pictures=memory.pictures if memory else Pictures(),
            others=tuple(one for one in others if one.device not in going),
            going=going,
        )

    def let_go(self, shared: Shared, device: UUID, computer: Path) -> None:
        """Let the next runs take a computer's files from the folder: it is gone for good.

        They go once all that it wrote stands in our journal, which writes it there as ours. Should
        it come back, it writes there again. Raises the disk's errors.
        """
        from homejournal.services.safe.sharing.local_state import keep_going, read_going

        keep_going(computer, shared.id, read_going(computer, shared.id) | {device})

    def wish(self, shared: Shared, computer: Path, *, write: bool = True) -> "RunWish | None":
        """Return what a run needs on any thread; None where this computer has not joined."""
        from homejournal.services.safe.sharing.local_state import read_going, read_here
        from homejournal.services.safe.sharing.sync_request import RunWish

        if read_here(computer, shared.id) is None:
            return None
        store, here = self._session.store, self._here(shared, computer)
        return RunWish(
            shared=shared,
            here=here,
            sender=self._session.sender(),
            journal=store.folder.journal,
            journal_key=store.key,
            settings_folder=computer,
            media=own_media(store) if store.write else None,
            write=write,
            gone=read_going(computer, shared.id),
            taken_back=self._back.of(shared.id, computer, here.ours),
        )

    def memory(self, shared: Shared) -> "Memory":
        """Return what this start of the program knows of the folder."""
        from homejournal.services.safe.sharing.folder_cache import Memory
        from homejournal.services.safe.sharing.quarantined_files import marks_in

        store = self._session.store
        if self._taken_out != store.taken_out:
            self._memories.clear()  # what was here may be here no longer
        if self._filled != store.filled:
            for one in self._memories.values():
                one.read_again()  # what was read as an envelope has its content now
        self._taken_out, self._filled = store.taken_out, store.filled
        if shared.id not in self._memories:
            marks = marks_in(store.folder.quarantine)
            self._memories[shared.id] = Memory(audience=shared.audience, put_aside=marks)
        return self._memories[shared.id]

    def take(self, ran: "Ran") -> Iterator[Change]:
        """Take in what a run brought, in steps so small that the window never stands still.

        How far another home reaches is said last, once all of it is here. Raises what the disk
        raises; what was not taken comes again with the next run.
        """
        from homejournal.services.safe.sharing.incoming_batches import taking

        yield from taking(self._session, ran, self.memory(ran.shared))
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

    def _enter(self, shared: Shared, folder: Path, computer: Path) -> Shared:
        from homejournal.services.safe.sharing.folder_files import check_folder
        from homejournal.services.safe.sharing.local_state import keep_here, new_here, read_here

        if shared.audience is Audience.OTHER_HOME and self._session.settings.home is None:
            raise InvalidValueError("home", Reason.EMPTY)
        check_folder(folder, shared)
        before = next((one.known for one in self.all() if one.id == shared.id), {})
        if read_here(computer, shared.id) is None:
            if self._session.store.device in before:
                self.take_new_device(computer)  # others know it by a key that is lost
            keep_here(computer, shared.id, new_here(folder, self._session.store.device))
        # Whoever joins again goes on as before: what it wrote is still its own.
        here = replace(self._here(shared, computer), folder=folder.absolute())
        keep_here(computer, shared.id, here)
        known = {**before, **shared.known, here.device: here.signer.public}
        entered = replace(shared, known=known)
        self._session.store.set_meta(shared_texts(entered))
        return entered

    def _here(self, shared: Shared, computer: Path) -> "Here":
        """Return this computer's part; a new one where its id is another one than it was.

        Raises SharingRefusedError where it has none, and the disk's errors.
        """
        from homejournal.services.safe.sharing.local_state import keep_here, read_here, under_new_id

        here, device = read_here(computer, shared.id), self._session.store.device
        if here is None:
            raise SharingRefusedError(SharingRefusal.NO_FOLDER)
        if here.device != device:
            here = under_new_id(here, device)
            keep_here(computer, shared.id, here)
        return here

    def _settings(self, ran: "Ran") -> dict[str, str]:
        settings: dict[str, str] = {}
        shared = next((one for one in self.all() if one.id == ran.shared.id), None)
        if ran.pinned and shared is not None:  # it may have ended while the run went on
            known = {**ran.pinned, **shared.known}
            settings |= shared_texts(replace(shared, known=known))
        if ran.shared.audience is Audience.OTHER_HOME:
            for home, through in ran.reaches.items():
                settings |= incoming.reach_texts(self._session, home, through)
        stored = self._session.store.meta()
        return {name: text for name, text in settings.items() if stored.get(name) != text}

    def _follow(self, ran: "Ran") -> None:
        """Delete for good what our own computers did; in a folder with another home it is asked.

        Whoever writes there can say that it is of our home.
        """
        for home, ids in ran.purged.items():
            if ran.shared.audience is Audience.OWN:
                self._purging.follow(ids)
            elif home is not None:
                self._purging.request(ids, home)

    def _forget_gone(self, ran: "Ran") -> None:
        """Forget the wishes that computers go of which the run found nothing in the folder."""
        from homejournal.services.safe.sharing.local_state import keep_going, read_going

        going = read_going(ran.computer, ran.shared.id)
        if not going.isdisjoint(ran.gone):
            keep_going(ran.computer, ran.shared.id, going - ran.gone)

    def _put_aside(self, forged: Iterable[bytes]) -> None:
        from homejournal.services.safe.sharing.quarantined_files import put_aside

        folder = self._session.store.folder
        with naming(folder.path):
            for data in forged:
                put_aside(folder.quarantine, data)
