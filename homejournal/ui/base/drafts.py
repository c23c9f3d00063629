"""What is typed in a field is kept as unfinished text until it is saved.

That is done in each pause, and again and again while somebody types without one.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, SignalInstance

from homejournal.domain.errors import JournalError

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk

logger = logging.getLogger(__name__)

PAUSE_MS = 1000
LONGEST_MS = 1500
"""With the time that keeping takes, no word is older than two seconds before it is kept."""


class TypingPause(QTimer):
    """Calls once somebody makes a pause, or has typed on for so long that words would be old."""

    def __init__(self, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self.setSingleShot(True)
        self.timeout.connect(call)

    def typed(self) -> None:
        """Take notice that something more is typed."""
        if not self.isActive():
            self._since.start()
        self.start(max(0, min(PAUSE_MS, LONGEST_MS - self._since.elapsed())))


class DraftField(Protocol):
    """A field, or several in one text."""

    @property
    def textChanged(self) -> SignalInstance:  # noqa: N802
        """Come with everything that is typed; fields of text call it so."""
        ...

    def text(self) -> str: ...

    def set_text(self, text: str) -> None: ...


class FieldDraft(QObject):
    """Belongs to one field and one place; the journal holds the words, no revision does."""

    def __init__(self, desk: "Desk", edit: DraftField, place: str, saved: str = "") -> None:
        super().__init__(cast("QObject", edit))
        self._desk, self._edit = desk, edit
        self.place, self._saved = place, saved
        self._unfinished = desk.editing.unfinished
        self._timer = TypingPause(self.keep, self)
        self._is_new = False
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
        is_unkept = self.place in self._unfinished.unkept
        if is_unkept:
            kept = self._unfinished.texts[self.place]
        if kept is None or kept == self._edit.text():
            return False
        try:
            self._edit.set_text(kept)
        except (AttributeError, KeyError, TypeError, ValueError):
            # It came with a file, and is none that a form of ours kept: the form opens without it.
            logger.warning("kept words do not read and are left out")
            return False
        self._timer.stop()
        self._is_new = is_unkept
        return True

    def keep(self) -> None:
        """Keep what is typed so far; a full disk is told on saving.

        Where a damage was found while it was typed, nothing is kept any more: it is at risk.
        Where nothing was typed since, all is kept.
        """
        if not self._is_new:
            return
        self._timer.stop()
        drafts = self._desk.journal.drafts
        try:
            if not self._desk.can_write:
                kept = drafts.kept().get(self.place)
                self._hold(unkept=self.unsaved and kept != self._edit.text())
                return
            if self.unsaved:
                drafts.keep(self.place, self._edit.text())
            else:
                drafts.drop(self.place)
            self._is_new = False
            self._hold(unkept=False)
        except JournalError:
            self._hold(unkept=self.unsaved)

    def saved_as(self, words: str) -> None:
        """Take notice of what is saved now, by whoever saved it."""
        self._saved = words
        if not self.unsaved:
            self.stop()

    def stop(self) -> None:
        """Keep nothing from now on; what is kept stays."""
        self._is_new = False
        self._timer.stop()
        self._hold(unkept=False)

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
        is_unkept = self.place in self._unfinished.unkept
        return frozenset({words}) if is_unkept and self.unsaved else frozenset()

    def _hold(self, *, unkept: bool) -> None:
        """Hold the words beside the field while the journal takes them not, or no more."""
        if unkept:
            self._unfinished.unkept.add(self.place)
            self._unfinished.texts[self.place] = self._edit.text()
        elif self.place in self._unfinished.unkept:
            self._unfinished.unkept.discard(self.place)
            del self._unfinished.texts[self.place]

    def _on_text(self) -> None:
        self._is_new = True
        self._timer.typed()
