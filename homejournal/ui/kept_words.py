"""What is typed in a field is kept as unfinished text after each pause, until it is saved."""

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, SignalInstance

from homejournal.domain.errors import JournalError

if TYPE_CHECKING:
    from homejournal.ui.desk import Desk

PAUSE_MS = 1000


class Kept(Protocol):
    """A field, or several in one text."""

    @property
    def textChanged(self) -> SignalInstance:  # noqa: N802
        """Come with everything that is typed; fields of text call it so."""
        ...

    def text(self) -> str:
        """Return what is typed."""
        ...

    def set_text(self, text: str) -> None:
        """Type it again."""
        ...


class KeptWords(QObject):
    """Belongs to one field and one place; the journal holds the words, no revision does."""

    def __init__(self, desk: "Desk", edit: Kept, place: str, saved: str = "") -> None:
        super().__init__(cast("QObject", edit))
        self._desk, self._edit = desk, edit
        self.place, self._saved = place, saved
        self._unkept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.keep)
        edit.textChanged.connect(self._on_text)

    @property
    def unsaved(self) -> bool:
        """Return whether something is typed that is not what is saved."""
        return self._edit.text().strip() != self._saved.strip()

    def take_up(self) -> bool:
        """Show what was typed here last time; return whether there was anything."""
        try:
            kept = self._desk.journal.drafts.kept().get(self.place)
        except JournalError:
            return False
        if kept is None or kept == self._edit.text():
            return False
        self._edit.set_text(kept)
        self._timer.stop()
        return True

    def keep(self) -> None:
        """Keep what is typed so far; a full disk is told on saving.

        Where a damage was found while it was typed, nothing is kept any more: it is at risk.
        """
        self._timer.stop()
        drafts = self._desk.journal.drafts
        try:
            if not self._desk.can_write:
                self._unkept = self.unsaved and drafts.kept().get(self.place) != self._edit.text()
                return
            if self.unsaved:
                drafts.keep(self.place, self._edit.text())
            else:
                drafts.drop(self.place)
            self._unkept = False
        except JournalError:
            self._unkept = self.unsaved

    def saved_as(self, words: str) -> None:
        """Take notice of what is saved now, by whoever saved it."""
        self._saved = words
        if not self.unsaved:
            self._timer.stop()
            self._unkept = False

    def stop(self) -> None:
        """Keep nothing from now on; what is kept stays."""
        self._timer.stop()
        self._unkept = False

    def drop(self) -> None:
        """Take what was kept away: the person closed the form on purpose."""
        self.stop()
        if self._desk.can_write:
            try:
                self._desk.journal.drafts.drop(self.place)
            except JournalError as failure:
                self._desk.editing.failed.emit(failure)

    def at_risk(self) -> frozenset[str]:
        """Return the words that the journal could not keep, with their place."""
        words = f"{self.place} {self._edit.text()}"
        return frozenset({words}) if self._unkept and self.unsaved else frozenset()

    def _on_text(self) -> None:
        self._timer.start()
