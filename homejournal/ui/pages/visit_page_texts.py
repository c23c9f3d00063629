"""Texts of one kind that are typed for a page alone, each about one strategy or one note."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from homejournal.domain.errors import InvalidValueError, JournalError, Reason
from homejournal.ui.desk import Desk

_PAUSE_MS = 1000
Check = Callable[[str, str], None]
"""Raises InvalidValueError for a field's name and a text that cannot stand on the page."""


class PageTexts(QObject):
    """The texts of one child's page by what they are about; kept while typing, as unfinished text.

    `changed` comes with every key.
    """

    changed = Signal()

    def __init__(self, desk: Desk, field: str, check: Check, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._field, self._check = desk, field, check
        self._child: UUID | None = None
        self._texts: dict[UUID, str] = {}
        self._unkept: set[UUID] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def show_child(self, child: UUID) -> None:
        """Take up what was typed for a child's next page."""
        if child == self._child:
            return
        self.keep()
        self._child = child
        start = self._place("")
        self._texts = {
            UUID(place.removeprefix(start)): text
            for place, text in self._desk.journal.drafts.kept().items()
            if place.startswith(start)
        }

    def said(self, about: UUID) -> str:
        """Return what is typed about a strategy or a note so far."""
        return self._texts.get(about, "")

    def fault_of(self, text: str) -> InvalidValueError | None:
        """Return why a text cannot stand on the page, or None where it can."""
        try:
            self._check(self._field, text)
        except InvalidValueError as fault:
            return fault
        return None

    def write(self, about: UUID, text: str) -> None:
        """Take what is typed about a strategy or a note."""
        self._texts[about] = text
        self._unkept.add(about)
        self._timer.start()
        self.changed.emit()

    def texts(self) -> Mapping[UUID, str]:
        """Return what can stand on the page."""
        said = self._texts.items()
        return {which: text for which, text in said if text.strip() and not self.fault_of(text)}

    def keep(self) -> None:
        """Keep what is typed so far as unfinished text."""
        self._timer.stop()
        unkept, self._unkept = self._unkept, set()
        if not self._desk.can_write:
            return
        try:
            for about in unkept:
                self._keep(about, self.said(about))
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)

    def _keep(self, about: UUID, text: str) -> None:
        fault = self.fault_of(text)
        if fault is None or fault.reason is Reason.TOO_LONG:
            self._desk.journal.drafts.keep(self._place(str(about)), text)

    def _place(self, about: str) -> str:
        return f"visit-page:{self._child}:{self._field}:{about}"
