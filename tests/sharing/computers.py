"""Computers with a journal each, and what two parents do with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from homejournal.domain.records.changes import Change
from homejournal.domain.sharing.outgoing import Audience, SharingEntry
from homejournal.exchange.pack_file import Pack, plain_pack, read_plain_pack
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from homejournal.services.safe.sharing.shared_folder import SyncResult
from homejournal.services.safe.sharing.sync_run import run
from homejournal.services.safe.transfer.sealed_files import pack_of
from homejournal.this_computer import device_id
from tests.journals import Clock

EVENING = datetime(2026, 3, 15, 20, 0, tzinfo=UTC)


@dataclass
class Computer:
    """One computer: a settings folder, and the journal that is open on it."""

    name: str
    folder: Path
    clock: Clock
    journal: FamilyJournal = field(init=False)

    def __post_init__(self) -> None:
        self.settings.mkdir(parents=True)
        self.journal = create_journal(self.place, clock=self.clock, device=self.device)

    @property
    def settings(self) -> Path:
        return self.folder / "settings"

    @property
    def place(self) -> Path:
        return self.folder / "journal"

    @property
    def device(self) -> UUID:
        return device_id(self.settings)

    @property
    def safe(self):
        return self.journal.safe

    def again(self) -> None:
        """Close the journal and open it again, as after a start of the program."""
        self.journal.close()
        self.journal = open_journal(self.place, clock=self.clock, device=self.device)

    def pack(self, audience: Audience = Audience.OTHER_HOME, **said: object) -> Pack:
        """Return a pack as the other side reads it; the seal is tested on its own."""
        return read_plain_pack(plain_pack(pack_of(self.safe.pack_files.wish(audience, **said))))

    def take(self, pack: Pack) -> Change:
        return self.safe.pack_files.take_in(pack)

    def begin(self, shared_folder: Path, audience: Audience = Audience.OWN) -> SharingEntry:
        return self.safe.sharing.begin(audience, shared_folder, self.settings)

    def join(self, other: "Computer", shared: SharingEntry, shared_folder: Path) -> SharingEntry:
        """Take part in another computer's sharing, by the invitation in its pack."""
        invitation = other.safe.sharing.invitation(shared, other.settings)
        pack = other.pack(shared.audience, invitation=invitation)
        self.take(pack)
        return self.safe.sharing.join(pack.invitation, shared_folder, self.settings)

    @property
    def shared(self) -> SharingEntry:
        (found,) = self.safe.sharing.all()
        return found

    def run(self, *, write: bool = True, take: bool = True) -> SyncResult:
        """Look into the shared folder once, as the window does every few minutes."""
        sharing = self.safe.sharing
        wish = sharing.wish(self.shared, self.settings, write=write)
        ran = run(wish, sharing.folder_of(self.shared))
        if take:
            list(sharing.take(ran))
        if ran.cloned:
            sharing.take_new_device(self.settings)
        return ran


@dataclass
class Computers:
    """The computers of a test, all closed at its end."""

    folder: Path
    clock: Clock = field(default_factory=lambda: Clock(EVENING))
    opened: list[Computer] = field(default_factory=list)

    def new(self, name: str) -> Computer:
        made = Computer(name, self.folder / name, self.clock)
        self.opened.append(made)
        return made

    def shared_folder(self, name: str = "cloud") -> Path:
        made = self.folder / name
        made.mkdir()
        return made

    def close(self) -> None:
        for computer in self.opened:
            computer.journal.close()


def batches(shared_folder: Path) -> list[Path]:
    """Return the batch files in a shared folder."""
    return sorted(shared_folder.rglob("*.hjb"))


def texts(journal: FamilyJournal) -> Iterator[str]:
    """Yield every text in the files of a journal's folder, as bytes would be searched."""
    for path in sorted(journal.folder.rglob("*")):
        if path.is_file():
            yield path.read_bytes().decode("latin-1")
