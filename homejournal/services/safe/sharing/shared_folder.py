"""A shared folder as this computer knows it: what a run over it asks, brings, and takes in.

What this computer alone knows of it (where it is, the key that signs, what was written) lies in the
computer's own settings folder and never in a journal: a journal can be copied or put back from a
copy, and must not take that key along, nor what was written when.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.errors import InvalidValueError, JournalError
from homejournal.domain.limits import read_json
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import Family
from homejournal.domain.records.revisions import Revision, with_more_content
from homejournal.domain.sharing.outgoing import (
    Audience,
    BatchesArrived,
    MediaTransfer,
    OtherComputer,
    OutgoingFilter,
    Sender,
    SharingEntry,
    media_named,
)
from homejournal.exchange.batch_file import Batch, Signer, new_private_key
from homejournal.exchange.read_and_save import disk_errors, safe_save
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.sharing.batches import Batches
from homejournal.services.safe.sharing.shared_media import MediaSeen
from homejournal.services.safe.transfer import incoming as arriving
from homejournal.storage.journal.outgoing import read_contents
from homejournal.storage.media.media_folder import MediaFolder

if TYPE_CHECKING:
    from homejournal.services.session import Session


_FOLDER = "sharing"


TakenBackIds = Mapping[bytes, frozenset[str]]
"""What came with a file and was taken back, each with our batches from before that start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """This computer's part of a sharing.

    `written` are the hashes of its batches by number, `earlier` those of batches that were lost or
    taken away and written again under the same number. `before` are the private keys of ids that
    this computer had before it took a new one: what it wrote under them is still its own. `gone`
    are computers that it let go, each with the number through which its batches were taken away.
    """

    folder: Path
    device: UUID
    private: bytes = field(repr=False)
    written: Mapping[int, str] = field(default_factory=dict)
    earlier: frozenset[str] = frozenset()
    before: Mapping[UUID, bytes] = field(default_factory=dict, repr=False)
    gone: Mapping[UUID, int] = field(default_factory=dict)

    @property
    def signer(self) -> Signer:
        """Return what signs this computer's batches."""
        return Signer(self.private)

    @property
    def next_number(self) -> int:
        """Return the number of the next batch."""
        return max(self.written, default=0) + 1

    @property
    def ours(self) -> frozenset[str]:
        """Return the hashes of all batches that this computer ever wrote here."""
        return self.earlier.union(self.written.values())

    def with_written(self, number: int, sha256: str) -> "OwnPart":
        """Return it with one more batch written."""
        return replace(self, written={**self.written, number: sha256}, earlier=self.ours)

    def with_one_more(self, sha256: str) -> "OwnPart":
        """Return it with a batch that takes the place of one under an id of before."""
        return replace(self, earlier=self.earlier | {sha256})

    def without(self, gone: Mapping[UUID, int]) -> "OwnPart":
        """Return it with these computers let go, too."""
        return replace(self, gone={**self.gone, **gone})

    def restarted(self) -> "OwnPart":
        """Return it for a folder that was emptied: numbers begin at 1 again."""
        return replace(self, written={}, earlier=self.ours)


def new_own_part(folder: Path, device: UUID) -> OwnPart:
    """Return a new part, with a key of its own."""
    return OwnPart(folder=folder, device=device, private=new_private_key())


def under_new_id(here: OwnPart, device: UUID) -> OwnPart:
    """Return this computer's part under a new id, since another one writes under the old one."""
    before = {**here.before, here.device: here.private}
    fresh = new_own_part(here.folder, device)
    return replace(fresh, earlier=here.ours, before=before, gone=here.gone)


def read_own_part(settings_folder: Path, sharing: UUID) -> OwnPart | None:
    """Return this computer's part, or None if it has none that can be read."""
    try:
        told = read_json(_file(settings_folder, sharing).read_bytes())
        return _read(told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep_own_part(settings_folder: Path, sharing: UUID, here: OwnPart) -> None:
    """Keep this computer's part, readable for this person alone. Raises the disk's errors."""
    file = _file(settings_folder, sharing)
    told = {
        "folder": str(here.folder),
        "device": str(here.device),
        "private": here.private.hex(),
        "written": {str(number): sha256 for number, sha256 in here.written.items()},
        "earlier": sorted(here.earlier - set(here.written.values())),
        "before": {str(device): private.hex() for device, private in here.before.items()},
        "gone": {str(device): number for device, number in here.gone.items()},
    }
    _keep(file, told)


def forget_own_part(settings_folder: Path, sharing: UUID) -> None:
    """Forget this computer's part. Raises DiskError."""
    for file_of in (_file, _going_file, _back_file):
        file = file_of(settings_folder, sharing)
        with disk_errors(file):
            file.unlink(missing_ok=True)


def read_lost_computers(settings_folder: Path, sharing: UUID) -> frozenset[UUID]:
    """Return the lost computers whose files are to be removed, as far as they can be read.

    They have a file of their own, because a run may be writing this computer's part meanwhile.
    """
    try:
        return frozenset(map(UUID, read_json(_going_file(settings_folder, sharing).read_bytes())))
    except (OSError, ValueError, TypeError, AttributeError):
        return frozenset()


def keep_lost_computers(settings_folder: Path, sharing: UUID, going: frozenset[UUID]) -> None:
    """Keep whose files are to be taken away. Raises the disk's errors."""
    _keep(_going_file(settings_folder, sharing), sorted(map(str, going)))


def read_undone_imports(settings_folder: Path, sharing: UUID) -> TakenBackIds:
    """Return undone imports that our batches may still hold, as far as they can be read.

    They have a file of their own, too: a run may be writing this computer's part.
    """
    try:
        told = read_json(_back_file(settings_folder, sharing).read_bytes())
        parts = [(part["ids"], frozenset(map(str, part["older"]))) for part in told]
        return {bytes.fromhex(id_): older for ids, older in parts for id_ in ids}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep_undone_imports(settings_folder: Path, sharing: UUID, back: TakenBackIds) -> None:
    """Keep what was taken back. Raises the disk's errors."""
    parts: dict[frozenset[str], list[str]] = {}
    for id_, older in back.items():
        parts.setdefault(older, []).append(id_.hex())
    told = [{"ids": sorted(ids), "older": sorted(older)} for older, ids in parts.items()]
    _keep(_back_file(settings_folder, sharing), told)


def _keep(file: Path, told: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    with disk_errors(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    safe_save(file, json.dumps(told).encode())


def _file(settings_folder: Path, sharing: UUID) -> Path:
    return settings_folder / _FOLDER / f"{sharing}.json"


def _going_file(settings_folder: Path, sharing: UUID) -> Path:
    return settings_folder / _FOLDER / f"{sharing}.going.json"


def _back_file(settings_folder: Path, sharing: UUID) -> Path:
    return settings_folder / _FOLDER / f"{sharing}.back.json"


def _read(told: Any) -> OwnPart:  # noqa: ANN401 - as it was stored
    here = OwnPart(
        folder=Path(told["folder"]),
        device=UUID(told["device"]),
        private=bytes.fromhex(told["private"]),
        written={int(number): str(sha256) for number, sha256 in told["written"].items()},
        earlier=frozenset(map(str, told["earlier"])),
        before={UUID(device): bytes.fromhex(key) for device, key in told.get("before", {}).items()},
        gone={UUID(device): int(number) for device, number in told.get("gone", {}).items()},
    )
    for private in (here.private, *here.before.values()):
        Signer(private)  # raises ValueError where it is no key
    return here


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncRequest:
    """All that a run needs; `write` says whether it may write in the shared folder now.

    `media` is where the journal keeps photos and hand-outs; None if nothing may be kept there.
    `gone` are computers whose files are to go from the folder, once all of it stands here.
    """

    shared: SharingEntry
    here: OwnPart
    sender: Sender
    journal: Path
    journal_key: bytes | None = field(repr=False)
    settings_folder: Path
    media: MediaFolder | None
    write: bool
    gone: frozenset[UUID] = frozenset()
    taken_back: TakenBackIds = field(default_factory=dict)
    """What came with a file and was taken back since, and may lie in our batches still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncResult:
    """What a run brought; `computer` is the settings folder that it was for.

    `purged` is what was deleted for good, by the home that says so; `reaches` how far each home's
    batches reach; `private` are those of the photos that came which only private notes had, where
    nothing else says so. `cloned` says that another computer writes under this one's id.
    """

    shared: SharingEntry
    computer: Path
    incoming: Incoming
    pinned: Mapping[UUID, bytes]
    purged: Mapping[UUID | None, frozenset[bytes]]
    reaches: Mapping[UUID, date]
    private: frozenset[str]
    arrived: Mapping[UUID, BatchesArrived]
    pictures: MediaTransfer = field(default_factory=MediaTransfer)
    forged: Sequence[bytes] = ()
    written: int = 0
    cloned: bool = False
    gone: frozenset[UUID] = frozenset()
    """The computers that were to go, and of which nothing lies in the folder."""
    taken_back: frozenset[bytes] = frozenset()
    """What was taken back, and lies in none of our batches."""
    refusal: JournalError | None = None
    """Why the folder took nothing from us; what came is here all the same."""


class SharedFolder:
    """What one start of the program has read of a shared folder, and of the journal for it.

    It grows while both are read, so that nothing is read twice; one run at a time uses it.
    """

    def __init__(self, audience: Audience, put_aside: Iterable[str] = ()) -> None:
        self.batches = Batches(audience, put_aside, self.read_again)
        self.leaving = OutgoingFilter(audience=audience)
        self.own: dict[bytes, bool] = {}
        """What the journal has, each with whether it is whole."""
        self.waiting: dict[bytes, Revision] = {}
        """What came and is not in the journal yet."""
        self.private: set[str] = set()
        """Photos that only private notes had, as batches say where their revisions do not."""
        self.outgoing: dict[bytes, Revision] = {}
        """What leaves and lies in no batch yet, of what was read of the journal."""
        self.media: dict[bytes, Revision] = {}
        """What the journal says of photos and hand-outs, earlier versions among it."""
        self.media_seen = MediaSeen()
        self.misfits = 0
        """How many of what came last fit nothing here."""
        self.pictures = MediaTransfer()
        """How photos and hand-outs stand since the last run."""
        self.others: tuple[OtherComputer, ...] = ()
        """The other computers of our own home, as the last run found them."""
        self._last_read = 0

    def read_again(self) -> None:
        """Let the next run read the whole journal, because what was read is not complete."""
        self._last_read = 0
        self.outgoing.clear()

    def read_journal(self, request: SyncRequest) -> frozenset[bytes]:
        """Read the journal's new revisions; return the ids that it has deleted for good.

        Raises what reading the journal's file raises.
        """
        contents = read_contents(request.journal, request.journal_key, after=self._last_read)
        revisions = (*contents.revisions, *contents.newer)
        self._last_read = contents.last
        # What anybody deleted for good is not brought back by us, even while it stands here.
        self.leaving.withheld = contents.purged.union(*(batch.purged for batch in self.batches.all))
        self.media.update(
            (revision.id, revision) for revision in revisions if next(media_named([revision]), None)
        )
        self.leaving.private.update(contents.private)
        self.leaving.learn(revisions)
        self.took(revisions)
        self.outgoing.update((revision.id, revision) for revision in self.leaving.of(revisions))
        return contents.purged

    def postpone(self, batches: Iterable[Batch]) -> None:
        """Let what came wait until it is in the journal."""
        for batch in batches:
            self.private |= batch.private
            more = with_more_content(batch.incoming.all, self.waiting)
            self.waiting.update((revision.id, revision) for revision in more)

    def took(self, revisions: Iterable[Revision]) -> None:
        """Know that these are in the journal now."""
        for revision in revisions:
            whole = revision.fields is not None
            self.own[revision.id] = whole or self.own.get(revision.id, False)

    def is_new(self, revision: Revision, purged: Collection[bytes]) -> bool:
        """Return whether the journal does not have this, or only its envelope."""
        whole = revision.fields is not None and revision.id not in purged
        return self.lacks(revision.id, whole=whole)

    def lacks(self, id_: bytes, *, whole: bool) -> bool:
        """Return whether the journal does not have this, or its envelope alone of what is whole."""
        return id_ not in self.own or (whole and not self.own[id_])

    def has_all_of(
        self, device: UUID, place: Path, purged: Collection[bytes], withheld: Collection[bytes]
    ) -> bool:
        """Return whether everything a computer wrote was read and is in our journal.

        `place` holds its batches, and `purged` are the ids our journal has deleted for good; the
        content of `withheld` ids is not needed.
        """
        if self.batches.arrived()[device].missing or self.batches.is_unread(place):
            return False
        theirs = [known for _, known in self.batches.of(device)]
        return all(batch.purged <= frozenset(purged) for batch in theirs) and all(
            not self.lacks(id_, whole=whole and id_ not in withheld)
            for batch in theirs
            for id_, whole in batch.ids.items()
        )

    def media_not_withheld(self) -> list[Revision]:
        """Return what the journal says of photos and hand-outs that were not deleted for good."""
        return [
            revision for revision in self.media.values() if revision.id not in self.leaving.withheld
        ]


AT_ONCE = 120
"""So many revisions are taken in with one step, so that the window never stands still."""
Names = tuple[str, ...]
_CHILD = b'"kind":"child"'


def take_in_batches(
    session: "Session", ran: "SyncResult", folder: "SharedFolder"
) -> Iterator[Change]:
    """Take in what a run brought; what does not fit what is here stays in the folder alone.

    It holds up nothing else: two computers may have read the same table in two ways, and in a
    folder with another home anybody can write what fits nothing. Raises what the disk raises.
    """
    folder.misfits = 0
    along = arriving.ExtraContents(private=ran.private)
    for part in _parts(ran.incoming):
        try:
            change = _taken(session, part, along, folder)
        except InvalidValueError:
            fitting = arriving.fitting(session, part)
            folder.misfits += len(part.revisions) - len(fitting.revisions)
            change = _taken(session, fitting, along, folder)
        yield change
        along = arriving.NOTHING


def _taken(
    session: "Session", part: "Incoming", along: arriving.ExtraContents, folder: "SharedFolder"
) -> Change:
    change = arriving.take_in(session, part, {}, along)
    folder.took(part.all)
    return change


def _parts(incoming: "Incoming") -> Iterator["Incoming"]:
    revisions = incoming.revisions
    for at in range(0, len(revisions), AT_ONCE):
        yield Incoming(revisions=revisions[at : at + AT_ONCE])
    if incoming.newer:
        yield Incoming(newer=incoming.newer)


def coming_children(
    ran: "SyncResult", folder: "SharedFolder", family: Family, ours: UUID | None
) -> dict[UUID, UUID | None]:
    """Return the children whom a run brings from other homes, each with the home, before `take`.

    They were not here before, so the window tells of them. Our own computers, which write in the
    same folder, bring none: they told of it themselves.
    """
    found: dict[UUID, UUID | None] = {}
    if ran.shared.audience is Audience.OWN:
        return found
    for revision in ran.incoming.revisions:
        # Nothing else is read of what may be ten thousand revisions: this is the window's thread.
        if _CHILD not in revision.envelope or revision.told().record in family.children:
            continue
        homes = [batch.home for batch in folder.batches.all if revision.id in batch.ids]
        if ours not in homes:
            found[revision.told().record] = next(iter(homes), None)
    return found


def names_by_home(
    coming: Mapping[UUID, UUID | None], family: Family
) -> Iterator[tuple[str | None, Names]]:
    """Yield of those who are here now the names, by the name of the home that brought them."""
    by_home: dict[UUID | None, list[str]] = {}
    for child, home in coming.items():
        if child in family.children:
            by_home.setdefault(home, []).append(family.children[child].name)
    for home, names in by_home.items():
        known = family.homes.get(home) if home else None
        yield known.name if known else None, tuple(sorted(names))
