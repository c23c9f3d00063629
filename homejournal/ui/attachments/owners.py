"""What files are kept with, a strategy or an entry of a day, and the words around them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from homejournal.domain.records.media_and_papers import Media, kept_with
from homejournal.domain.records.notes import AnyNote, Note
from homejournal.domain.records.practices import Practice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.plan import Strategy
    from homejournal.exchange.media_files import KeptFile
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class Keeping(Protocol):
    """What keeps the files that are given."""

    def put(self, file: "KeptFile", name: str) -> "Media":
        """Keep the bytes; raises JournalError."""

    def add(self, made: "Sequence[Media]") -> "Change":
        """Write down what was put, as one step; raises JournalError."""

    def done(self, n: int) -> str:
        """Return what is said once so many files are kept."""


class AttachmentPlace(Keeping, Protocol):
    """A place for pictures and PDF files, and the words around it."""

    @property
    def heading(self) -> str:
        """Return what the files belong to, in the family's words."""

    def title(self) -> str:
        """Return the name of the window that shows them."""

    def intro(self) -> str:
        """Return what is to be known about them."""

    def nothing(self) -> str:
        """Return what is said while none is kept."""

    def kept(self) -> "Sequence[Media]":
        """Return what is kept here now."""

    def removed(self) -> "Sequence[Media]":
        """Return what was kept here and removed, last removed first."""


class _Files:
    """What is said of files, wherever they are kept."""

    _wording: "Wording"

    def done(self, n: int) -> str:
        return self._wording.count("Kept {n} file", "Kept {n} files", n)


class HandOuts(_Files):
    """Hand-outs and pictures of a strategy."""

    def __init__(self, desk: "Desk", strategy: "Strategy") -> None:
        self._media, self._wording = desk.journal.media, desk.wording
        self._strategy = strategy

    @property
    def heading(self) -> str:
        return self._wording.own(self._strategy.name)

    def title(self) -> str:
        return self._wording.text("Hand-outs and pictures")

    def intro(self) -> str:
        return self._wording.text(
            "Files stay in your journal’s folder, and on no page you print or hand over. Open"
            " shows a copy in another program."
        )

    def nothing(self) -> str:
        return self._wording.text(
            "Nothing is kept here yet. Add a photo of a hand-out, or drop a file here."
        )

    def kept(self) -> "Sequence[Media]":
        which = self._strategy.id
        return self._media.of_strategies([which])[which]

    def removed(self) -> "Sequence[Media]":
        return self._media.removed([self._strategy.id])

    def put(self, file: "KeptFile", name: str) -> "Media":
        return self._media.put(file, name, self._strategy.id)

    def add(self, made: "Sequence[Media]") -> "Change":
        return self._media.add(*made)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPlace:
    """Where photos go: to `entry` while that stands, else to the note `spare`, written with them.

    So a photo always has a place in the journal. `entries` are those whose photos are shown
    together, under a heading in the family's words.
    """

    heading: str
    entries: tuple[UUID, ...]
    entry: Practice | AnyNote | None
    spare: Note


class EntryPhotos(_Files):
    """Photos of an entry, or of a note that is written with the first of them."""

    def __init__(self, desk: "Desk", place: PhotoPlace) -> None:
        self._journal, self._wording = desk.journal, desk.wording
        self._entry, self._spare = place.entry, place.spare
        self._entries = dict.fromkeys((*place.entries, place.spare.id))
        self._heading = place.heading

    @property
    def heading(self) -> str:
        return self._wording.own(self._heading)

    def title(self) -> str:
        return self._wording.text("Photos")

    def intro(self) -> str:
        return self._wording.text(
            "Photos stay in your journal’s folder, and on a page only where you tick them. Open"
            " shows a copy in another program."
        )

    def nothing(self) -> str:
        return self._wording.text("No photos yet. Add one, drop it here, or paste it.")

    def kept(self) -> "Sequence[Media]":
        found = self._journal.media.of_entries(self._entries)
        return [photo for entry in self._entries for photo in found.get(entry, ())]

    def removed(self) -> "Sequence[Media]":
        return self._journal.media.removed(self._entries)

    def put(self, file: "KeptFile", name: str) -> "Media":
        return self._journal.media.put_photo(file, name, self._entry or self._spare)

    def add(self, made: "Sequence[Media]") -> "Change":
        """Write down what was put; where no entry stands, a note comes with it."""
        media, stands = self._journal.media, self._journal.records.get
        if self._entry is not None and stands(self._entry.id):
            return media.add(*made)
        moved = [kept_with(photo, self._spare) for photo in made]
        if stands(self._spare.id):
            return media.add(*moved)
        return media.add_with_note(self._spare, *moved)
