"""One file for another computer, another home, or whoever cares for a child from now on."""

import secrets
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings, settings_without_later
from homejournal.domain.errors import InvalidValueError, MediaMissingError, Reason
from homejournal.domain.limits import read_json
from homejournal.domain.records.changes import Change
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import Revision, heads_of
from homejournal.domain.sharing.incoming import IncomingPreview
from homejournal.domain.sharing.outgoing import (
    STAYS_AT_HOME,
    Audience,
    HandOver,
    MissingParts,
    OutgoingFilter,
    OutgoingPreview,
    Sender,
    chosen,
    media_named,
)
from homejournal.exchange.pack_file import Pack, plain_pack, read_plain_pack, write_pack
from homejournal.exchange.read_and_save import disk_errors, read_chosen
from homejournal.exchange.revision_lines import Incoming
from homejournal.resources import resource
from homejournal.services.safe.deleting import without_deleted
from homejournal.services.safe.transfer import incoming
from homejournal.services.session import Session
from homejournal.storage.journal.incoming import counts
from homejournal.storage.journal.outgoing import read_contents, read_unfinished
from homejournal.storage.journal.prepared_writes import still_fits
from homejournal.storage.media.media_folder import MediaFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.exchange.pack_file import Invitation
    from homejournal.services.safe.copies.backups import Backups
    from homejournal.services.safe.deleting import Purging
    from homejournal.storage.journal.outgoing import Contents
    from homejournal.storage.journal.prepared_writes import PreparedArrival, Preparing


HOW_MANY = 4
_USUAL = "en"


def suggested_words(language: str) -> str:
    """Return four random words of a language; of English where it has no list."""
    file = resource("words", f"{language}.txt")
    if not file.exists():
        file = resource("words", f"{_USUAL}.txt")
    words = file.read_text(encoding="utf-8").split()
    return " ".join(secrets.choice(words) for _ in range(HOW_MANY))


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWish:
    """All that making a pack needs away from the window's thread."""

    audience: Audience
    sender: Sender
    settings: JournalSettings
    journal: Path
    key: bytes | None = field(repr=False)
    media: MediaFolder | None
    invitation: "Invitation | None" = None
    only: frozenset[UUID] | None = None
    """The records that go; None for all that may."""
    history: bool = False
    """Whether earlier versions, what was deleted and texts that are not finished go, too.

    Never to another home.
    """


class Packed(NamedTuple):
    """A pack that is not sealed yet, and the parts that are missing from it."""

    pack: "Pack"
    lacking: MissingParts


class Sealed(NamedTuple):
    """The sealed bytes of a pack, and the parts that are missing from it."""

    data: bytes
    lacking: MissingParts


class PackFiles:
    """Makes and takes in packs, each with a preview."""

    def __init__(self, session: Session, backups: "Backups", purging: "Purging") -> None:
        self._session = session
        self._backups = backups
        self._purging = purging

    def leaves(self, audience: Audience) -> OutgoingPreview:
        """Return how many records of each kind would leave, how many stay, and whom it tells of."""
        with self._session.store.reading() as connection:
            standing = counts(connection)
        stays = STAYS_AT_HOME if audience is Audience.OTHER_HOME else frozenset()
        things = {kind: number for kind, number in standing.items() if kind not in stays}
        if stays and Kind.MEDIA in things:
            things[Kind.MEDIA] -= self._of_private_notes()
        return OutgoingPreview(
            things=things,
            stays={kind: number for kind, number in standing.items() if kind in stays},
            children=tuple(
                sorted(child.name for child in self._session.family().children.values())
            ),
        )

    def _of_private_notes(self) -> int:
        """Return how many photos are kept with private notes, and stay with them."""
        with self._session.asking() as queries:
            photos = queries.all_of(Kind.MEDIA)
        return len({photo.id for photo in photos if getattr(photo, "private_note", None)})

    def wish(
        self,
        audience: Audience,
        *,
        pictures: bool = True,
        invitation: "Invitation | None" = None,
        only: frozenset[UUID] | None = None,
    ) -> PackWish:
        """Return what is needed to make a pack; any thread may then call `make_pack`.

        Raises InvalidValueError for a pack to another home while our own home has no name.
        """
        settings, store = self._session.settings, self._session.store
        if audience is Audience.OTHER_HOME and settings.home is None:
            raise InvalidValueError("home", Reason.EMPTY)
        return PackWish(
            audience=audience,
            sender=self._session.sender(),
            settings=settings,
            journal=store.folder.journal,
            key=store.key,
            media=store.own_media() if pictures else None,
            invitation=invitation,
            only=only,
        )

    @property
    def _media(self) -> MediaFolder:
        return self._session.store.own_media()

    def preview(self, pack: "Pack") -> IncomingPreview:
        """Return what taking a pack in would change here; any thread may ask."""
        return incoming.preview(self._session, pack.incoming, self._let_in(pack))

    def is_ours(self, pack: "Pack") -> bool:
        """Return whether a pack comes from a computer of our own home."""
        ours = self._session.settings.home
        return pack.audience is Audience.OWN and ours in {None, pack.sender.home}

    def home_of(self, pack: "Pack") -> str | None:
        """Return what the home is called from which a pack comes, as it says itself, or as here."""
        home = pack.sender.home
        homes = (
            revision for revision in pack.incoming.revisions if revision.told().kind is Kind.HOME
        )
        told = [
            revision
            for revision in homes
            if revision.told().record == home and revision.says_something
        ]
        if told:
            return str(read_json(heads_of(told)[0].fields or b"")["name"])
        known = self._session.family().homes.get(home) if home else None
        return known.name if known else None

    def preparing(self, pack: "Pack") -> "Callable[[], PreparedArrival]":
        """Return the call that works out all that `take_in` writes, which any thread may do.

        It lays the pack's pictures down, too; they go as the journal is closed, if nothing takes
        them in. It raises what `take_in` raises.
        """
        work = self._session.preparing()
        return partial(_worked_out, work, self._media, pack, self._let_in(pack))

    def take_in(self, pack: "Pack", ahead: "PreparedArrival | None" = None) -> Change:
        """Take a pack in: all of it as one step, or nothing; a copy of the journal is made before.

        What was worked out `ahead` is only written, if nothing else was written since.

        What was deleted for good on a computer of our own home goes here, too, unless it stands
        here; another home can only ask for it. Texts that are not finished come along to a computer
        on which nothing was written yet. Raises what making the copy and the disk raise, and
        InvalidValueError if something in it does not fit its record.
        """
        session = self._session
        self._backups.before("import")
        if not still_fits(ahead, session.store, pack.incoming):
            incoming.keep_media(self._media, pack.media, pack.incoming)
        is_ours = self.is_ours(pack)
        told = replace(pack.settings, home=pack.sender.home if is_ours else session.settings.home)
        texts = incoming.settings_when_fresh(session, told)
        drafts = pack.drafts if is_ours and texts else {}  # nothing was typed here before
        along = incoming.ExtraContents(drafts, pack.private, self._let_in(pack))
        if is_ours and session.settings.home is None and pack.sender.home is not None:
            texts["home"] = str(pack.sender.home)
        if not is_ours:
            texts |= incoming.reach_texts(session, pack.sender.home, pack.sender.through)
        change = incoming.take_in(session, pack.incoming, texts, along, ahead)
        if is_ours:
            self._purging.follow_file(pack.purged, pack.sender.home)
        elif pack.sender.home is not None:
            self._purging.request(pack.purged, pack.sender.home)
        return change

    def _let_in(self, pack: "Pack") -> incoming.LetIn:
        """Return how a pack comes in: of another home's without what was deleted for good here."""
        if self.is_ours(pack):
            return incoming.let_all_in
        store = self._session.store
        return partial(without_deleted, store.folder.journal, store.key)


def _worked_out(
    work: "Preparing", media: MediaFolder, pack: "Pack", let_in: incoming.LetIn
) -> "PreparedArrival":
    incoming.keep_media(media, pack.media, pack.incoming)
    return incoming.wanted(pack.incoming, let_in).ahead(work)


def make_pack(wish: PackWish, passphrase: str) -> Sealed:
    """Return a pack, sealed; any thread may call this.

    Raises what reading the journal's file raises, and ImportFaultsError if it is too large.
    """
    return sealed(packed(wish), passphrase)


def sealed(made: Packed, passphrase: str) -> Sealed:
    """Return a pack, sealed, once it was seen that the other side can read it.

    Raises ImportFaultsError if it is too large.
    """
    went = read_plain_pack(plain_pack(made.pack))
    no_room = len(made.pack.media) - len(went.media)
    return Sealed(write_pack(made.pack, passphrase), made.lacking._replace(no_room=no_room))


def pack_of(wish: PackWish) -> "Pack":
    """Return what a pack would hold, not yet sealed."""
    return packed(wish).pack


def packed(wish: PackWish) -> Packed:
    """Return what a pack would hold, not yet sealed, and what cannot be in it.

    Raises what reading the journal's file raises.
    """
    contents = read_contents(wish.journal, wish.key)
    history = wish.history and wish.audience is Audience.OWN
    leaving = _leaving(wish, contents, history=history)
    revisions = tuple(
        revision
        for revision in leaving.of(contents.revisions)
        if wish.only is None or revision.told().record in wish.only
    )
    newer = tuple(leaving.of(contents.newer)) if wish.only is None else ()
    media = _media(wish.media, set(media_named(revisions)))
    pack = Pack(
        sender=wish.sender,
        audience=wish.audience,
        settings=wish.settings if history else settings_without_later(wish.settings),
        invitation=wish.invitation,
        incoming=Incoming(revisions=revisions, newer=newer),
        purged=contents.purged & {revision.id for revision in revisions},
        private=leaving.private_photos_to_tell((*revisions, *newer)),
        drafts=read_unfinished(wish.journal, wish.key) if history else {},
        media=media,
    )
    standing = set(
        media_named(revision for revision in revisions if revision.id not in leaving.replaced)
    )
    unread = standing - media.keys() if wish.media else ()
    return Packed(pack, MissingParts(entries=contents.changed, photos=len(unread)))


def _leaving(wish: PackWish, contents: "Contents", *, history: bool) -> OutgoingFilter:
    leaving = OutgoingFilter(
        audience=wish.audience,
        withheld=contents.purged,
        history=history,
        private=set(contents.private),
    )
    leaving.learn((*contents.revisions, *contents.newer))
    return leaving


def _media(folder: MediaFolder | None, named: set[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for sha256 in named if folder else ():
        try:
            found[sha256] = folder.get(sha256) if folder else b""
        except MediaMissingError:
            continue  # it may come another time; what it belongs to goes without it
    return found


def read_pack_file(path: Path, passphrase: str) -> "Pack":
    """Return what a pack on the disk holds; any thread may call this.

    Raises PackLockedError, ImportFaultsError with every fault, or the disk's errors. Of a file that
    is too large no more is read than shows it.
    """
    from homejournal.exchange.pack_file import MOST_BYTES, read_pack

    with disk_errors(path):
        sealed = read_chosen(path, MOST_BYTES + (2 << 20))
    return read_pack(sealed, passphrase)


class HandOvers:
    """Makes copies to hand over; they are taken in as every pack is."""

    def __init__(self, session: Session, packs: PackFiles) -> None:
        self._session = session
        self._packs = packs

    def wish(self, asked: HandOver) -> tuple[PackWish, HandOver]:
        """Return what `hand_over_pack` needs on any thread. Our home may have no name yet."""
        wish = self._packs.wish(Audience.OWN)
        through = min(wish.sender.through, asked.end or wish.sender.through)
        sender = replace(wish.sender, through=through)
        asked = replace(asked, home=self._session.settings.home)
        return replace(wish, audience=Audience.OTHER_HOME, sender=sender), asked


def hand_over_pack(wish: PackWish, asked: HandOver) -> Packed:
    """Return what the copy holds, not yet sealed; any thread may call this.

    What cannot be in it is told along. Raises what reading the journal's file raises.
    """
    standing = current_records(wish.journal, wish.key, wish.audience)
    only = chosen((version.record for version in standing.found), asked)
    return packed(replace(wish, only=only))


class CurrentRecord(NamedTuple):
    """One current record and its revision."""

    record: Record
    revision: Revision


@dataclass(frozen=True, slots=True)
class CurrentRecords:
    """All that stands, and how many revisions are left out, since a disk changed their bytes."""

    found: tuple[CurrentRecord, ...]
    changed: int


def current_records(
    journal: Path, key: bytes | None, audience: Audience = Audience.OWN
) -> CurrentRecords:
    """Return what stands and may leave for an audience: both where two versions stand.

    Records come in the order in which they were first written here. Raises what reading the
    journal's file raises.
    """
    from homejournal.storage.journal.outgoing import read_contents

    contents = read_contents(journal, key)
    leaving = OutgoingFilter(audience=audience, withheld=contents.purged)
    leaving.learn((*contents.revisions, *contents.newer))
    arrived: dict[str, list[Revision]] = {}
    for revision in contents.revisions:
        arrived.setdefault(str(revision.told().record), []).append(revision)
    found = (
        CurrentRecord(_record(revision), revision)
        for revisions in arrived.values()
        for revision in leaving.of(revisions)
        if revision.says_something
    )
    return CurrentRecords(tuple(found), contents.changed)


def _record(revision: Revision) -> Record:
    told = revision.told()
    return from_fields(told.kind, told.record, read_json(revision.fields or b""))
