"""What the disk refused: it is tried again, and holds the window back from closing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from homejournal.ui.base.timers import one_shot

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.wording import Wording
    from homejournal.ui.base.editing import Editing, Unfinished
    from homejournal.ui.base.page import Page
    from homejournal.ui.window.frame import WindowFrame


AGAIN_MS = 10_000
"""So long after a refusal it is tried by itself."""


class SaveRetry(QObject):
    """Belongs to one window; trying by itself moves no focus, and says nothing twice."""

    failed = Signal(object)
    """JournalError: something could not be done, or still cannot; it is to be said."""

    def __init__(self, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._frame: WindowFrame | None = None
        self._timer = one_shot(self, self.by_itself)
        self._is_trying = False
        editing.failed.connect(self.failed)
        editing.changed.connect(self._on_changed)

    def say(self, frame: WindowFrame, failure: Exception, wording: Wording) -> None:
        """Say above the pages what could not be done, and that it waits where it does."""
        from homejournal.texts.error_texts import explain, waits_said

        if not self._editing.unfinished.waits:
            frame.say_failure(explain(wording, failure))
            return
        self._frame = frame
        self._timer.start(AGAIN_MS)
        frame.again_wanted.connect(self.now, Qt.ConnectionType.UniqueConnection)
        frame.say_failure(waits_said(wording, failure), waits=True)

    def now(self) -> None:
        """Try what waits, as somebody has asked, and say why where it still cannot be saved."""
        failure = self._try()
        if failure is not None:
            self.failed.emit(failure)
        elif self._frame is not None and self._frame.shows_waiting:
            self._frame.forget_failure()

    def by_itself(self) -> None:
        """Try what waits; where it has to wait on, that stands above the pages."""
        if not self._editing.unfinished.waits:
            return
        failure = self._try()
        if failure is None:
            return
        self._timer.start(AGAIN_MS)
        if self._frame is not None and not self._frame.shows_waiting:
            self.failed.emit(failure)

    def stop(self) -> None:
        """Try no more: the window has let its journal go."""
        self._timer.stop()

    def _try(self) -> Exception | None:
        self._is_trying = True
        try:
            return self._editing.try_again()
        finally:
            self._is_trying = False

    def _on_changed(self) -> None:
        """Try with what was just saved: there may be room again."""
        if self._editing.unfinished.waits and not self._is_trying:
            self._timer.start(0)


class UnsavedWordsGuard:
    """Remembers which words were already spoken of, so that closing again closes."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        self._told: frozenset[str] = frozenset()

    def hold(self, pages: Collection[Page], frame: WindowFrame, wording: Wording) -> bool:
        """Put every page and form down; say so, and return True, where words would be lost."""
        # The frame is painted before anything of the journal is loaded.
        from homejournal.ui.base.drafts import FieldDraft

        for page in pages:
            page.keep_typing()
        forms = frame.window().findChildren(FieldDraft)
        for kept in forms:
            kept.keep()
        of_forms = (draft.at_risk() for draft in forms)
        of_pages = (page.at_risk() for page in pages)
        words = self._unfinished.pressed().union(*of_pages, *of_forms)
        if words <= self._told:
            return False
        self._told = words
        frame.say_failure(
            wording.text(
                "What you typed or pressed is not saved, and closing now would lose it. Save it"
                " first, after making room on the disk if that is full, or close once more to"
                " leave it."
            ),
            waits=bool(self._unfinished.waits),
        )
        return True
