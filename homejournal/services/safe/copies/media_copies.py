"""Pictures and hand-outs are kept whole here and beside the copies, and one place heals another.

Those beside the copies in the journal's own folder are mostly the same files under a second name:
that guards against their deletion, not against a disk that changes them. The second place does.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.errors import (
    DiskError,
    DiskFullError,
    JournalError,
    PhotosNoRoomError,
)
from homejournal.domain.safe.copy_comparison import RestoredMedia
from homejournal.services.session import Session
from homejournal.storage.file.disk import StoppedError, resting
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.copies import stamp_of, whole_in
from homejournal.storage.media.media_folder import ENDING, MediaFolder

if TYPE_CHECKING:
    from homejournal.storage.file.disk import GoesOn, Rest

_AT_ONCE = 8 << 20
"""So many bytes are read again in one go, so that no other work waits long."""


class _Evened(NamedTuple):
    """How many bytes of one were read, and its name by its hash where it came back here."""

    read: int
    came: Mapping[str, str]


class MediaCopies:
    """What is whole in one place comes to the others; any thread may see to it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store = session.store
        self._proved: set[tuple[int, ...] | None] = set()
        self.lost: Mapping[str, str] = {}
        """The names, by hash, of what was whole in no place when it was looked at last."""

    def look(self, places: Collection[Path] = ()) -> RestoredMedia:
        """Return the damaged files here: those that are whole beside a copy, and the others.

        The copies are those here and at further places. Raises the disk's errors.
        """
        from homejournal.storage.media.copies import look_for

        copies = [self._here(), *map(self._beside, places)]
        return look_for(_Named(self._session).media, self._own(), copies)

    def bring_back(self, places: Collection[Path]) -> RestoredMedia:
        """Restore all that `look` finds; return what came, and what is whole nowhere.

        Raises the disk's errors.
        """
        from homejournal.storage.media.copies import bring

        copies = [self._here(), *map(self._beside, places)]
        told = bring(self.look(places), self._own(), copies)
        self.lost = told.gone
        return told

    def named(self) -> Collection[str]:
        """Return the hashes of all that the journal names, deleted ones among them."""
        return _Named(self._session).media.keys()

    def bring_to(self, place: Path, rest: "Rest") -> None:
        """Bring to a folder of copies what does not lie there in its whole length.

        Each is proved before it goes, and once it lies there; what lies there plain is sealed.
        Raises PhotosNoRoomError, DiskError if other bytes arrived, and the disk's other errors.
        """
        named = _Named(self._session)
        try:
            _seal_all(self._beside(place), rest)
            for sha256 in named.media:
                self._bring_one(sha256, named, place, rest)
        except DiskFullError as error:
            raise PhotosNoRoomError(place) from error

    def _bring_one(self, sha256: str, named: "_Named", place: Path, rest: "Rest") -> None:
        own, there = self._own(), self._beside(place)
        lies = there.size(sha256)
        if lies is not None and lies == own.size(sha256):
            return  # it is read again by and by
        rest()
        self._even_out(sha256, named, (own, self._here(), there), (there,))
        if sha256 not in self.lost:
            _must_be_whole(there, sha256, place)

    def keep_whole(self, places: Collection[Path], goes_on: "GoesOn") -> None:
        """Read some of all that lies here and at these places again, others each time.

        What is missing here is looked for first. What cannot be mended now waits for another time.
        """
        with suppress(StoppedError, JournalError):
            self._keep_whole(places, resting(goes_on))

    def make_whole(self, places: Collection[Path], goes_on: "GoesOn") -> RestoredMedia:
        """Read all media here and at these places, and replace the damaged ones here.

        Somebody waits for it. Returns what was repaired here, and what is whole nowhere; whatever
        cannot be repaired now is tried another time.
        """
        came: dict[str, str] = {}
        with suppress(StoppedError):
            for evened in self._evened_out(places, resting(goes_on)):
                came |= evened.came
        return RestoredMedia(came, self.lost)

    def found_whole(self, media: Collection[str]) -> None:
        """Tell no more of what was whole nowhere, and came back since."""
        self.lost = {sha256: name for sha256, name in self.lost.items() if sha256 not in media}

    def _keep_whole(self, places: Collection[Path], rest: "Rest") -> None:
        left = _AT_ONCE
        for evened in self._evened_out(places, rest):
            left -= evened.read
            if left <= 0:
                break

    def _evened_out(self, places: Collection[Path], rest: "Rest") -> Iterator["_Evened"]:
        """Even out one after the other; what is missing here is looked for first.

        A journal without a password would write plain bytes, and so writes nothing elsewhere.
        """
        named = _Named(self._session)
        self.lost = {lost: name for lost, name in self.lost.items() if lost in named.media}
        own = self._own()
        here = (own, self._here())
        folders = (*here, *map(self._beside, places))
        may_get = here if self._store.key is None else folders
        mixed = random.sample(list(named.media), len(named.media))
        for sha256 in sorted(mixed, key=lambda name: own.size(name) is not None):
            if self._is_proved(sha256, folders):
                continue
            rest()
            spoiled = [folder for folder in folders if folder.size(sha256) is not None]
            came = False
            with suppress(JournalError):  # there is no room just now, or the stick was pulled out
                wanting = [folder for folder in may_get if folder is own or folder in spoiled]
                came = self._even_out(sha256, named, folders, wanting)
            read = sum(folder.size(sha256) or 0 for folder in spoiled)
            yield _Evened(read, {sha256: named.media[sha256]} if came else {})

    def _even_out(
        self,
        sha256: str,
        named: "_Named",
        folders: Sequence["MediaFolder"],
        wanting: Collection["MediaFolder"],
    ) -> bool:
        """Copy whole files between the folders to those that need them.

        Our own folder is the first. Files that come there and are no longer named go when the
        journal is closed: only then nobody can be adding the same file.
        """
        found = [(folder, whole_in(folder, sha256)) for folder in folders]
        data = next((told for _, told in found if told is not None), None)
        others = {lost: name for lost, name in self.lost.items() if lost != sha256}
        self.lost = {**others, sha256: named.media[sha256]} if data is None else others
        for folder, told in found:
            if data is not None and told is None and folder in wanting:
                folder.put(data)
                if folder is not folders[0]:
                    named.drop_if_gone(folder, sha256)
            if data is not None:
                self._proved.add(stamp_of(folder, sha256))
        return data is not None and found[0][1] is None

    def _is_proved(self, sha256: str, folders: Collection["MediaFolder"]) -> bool:
        stamps = [stamp_of(folder, sha256) for folder in folders]
        lies_here = stamps[0] is not None
        return lies_here and all(stamp is None or stamp in self._proved for stamp in stamps)

    def _own(self) -> "MediaFolder":

        return self._store.own_media()

    def _here(self) -> "MediaFolder":
        return self._beside(self._store.folder.backups)

    def _beside(self, place: Path) -> "MediaFolder":
        return MediaFolder(JournalFolder(place), self._store.key)


def _seal_all(there: "MediaFolder", rest: "Rest") -> None:
    """Seal the plain files, and delete plain ones that are already sealed and whole."""
    for name in sorted(file for file in there.lying() if not file.endswith(ENDING)):
        rest()
        there.seal_plain(name)


def _must_be_whole(there: "MediaFolder", sha256: str, place: Path) -> None:
    if there.size(sha256) is not None and whole_in(there, sha256) is None:
        raise DiskError(place)


class _Named:
    """What the journal names; what was deleted for good meanwhile does not stay beside a copy."""

    def __init__(self, session: Session) -> None:
        from homejournal.storage.journal.media_in_use import named_beside

        self._store = session.store
        self._changes = self._store.changes
        self.media = self._now = named_beside(self._store)

    def drop_if_gone(self, folder: "MediaFolder", sha256: str) -> None:
        """Take away again from a copy's folder what was put just now and is named no more."""
        from homejournal.storage.journal.media_in_use import named_beside

        if self._store.changes != self._changes:
            self._changes = self._store.changes
            self._now = named_beside(self._store)
        if sha256 not in self._now:
            folder.drop(folder.names(sha256))
