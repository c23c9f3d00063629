"""What files are kept with: a strategy; how the window reads, keeps and shows them there."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.changes import Change
    from homejournal.domain.kept import Media
    from homejournal.domain.plan import Strategy
    from homejournal.exchange.media_files import KeptFile
    from homejournal.ui.desk import Desk


class Keeping(Protocol):
    """A place for pictures and PDF files, and the words around it."""

    @property
    def heading(self) -> str:
        """Return what the files belong to, in the family's words."""

    def title(self) -> str:
        """Return the name of the window that shows them."""

    def lead(self) -> str:
        """Return what is to be known about them."""

    def nothing(self) -> str:
        """Return what is said while none is kept."""

    def kept(self) -> "Sequence[Media]":
        """Return what is kept here now."""

    def put(self, file: "KeptFile", name: str) -> "Media":
        """Keep the bytes; raises JournalError."""

    def add(self, made: "Sequence[Media]") -> "Change":
        """Write down what was put, as one step; raises JournalError."""


class HandOuts:
    """Hand-outs and pictures of a strategy."""

    def __init__(self, desk: "Desk", strategy: "Strategy") -> None:
        self._media, self._wording = desk.journal.media, desk.wording
        self._strategy = strategy

    @property
    def heading(self) -> str:
        """Return the strategy's name."""
        return self._wording.own(self._strategy.name)

    def title(self) -> str:
        """Return the name of the window that shows them."""
        return self._wording.text("Hand-outs and pictures")

    def lead(self) -> str:
        """Return where they stay, and how they are opened."""
        return self._wording.text(
            "They stay in your journal’s folder, and on no page that you print or hand over. Open"
            " shows a copy in the program that this computer has for it."
        )

    def nothing(self) -> str:
        """Return what is said while none is kept."""
        return self._wording.text(
            "Nothing is kept here yet. Add a photo of a hand-out, or drop a file here."
        )

    def kept(self) -> "Sequence[Media]":
        """Return what is kept with the strategy now."""
        which = self._strategy.id
        return self._media.of_strategies([which])[which]

    def put(self, file: "KeptFile", name: str) -> "Media":
        """Keep the bytes with the strategy."""
        return self._media.put(file, name, self._strategy.id)

    def add(self, made: "Sequence[Media]") -> "Change":
        """Write down what was put."""
        return self._media.add(*made)
