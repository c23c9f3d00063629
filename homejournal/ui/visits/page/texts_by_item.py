"""Texts of one kind that are typed for a page alone, each about one strategy or one note."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.ui.visits.page.drafts import PageDrafts

Check = Callable[[str, str], None]
"""Raises InvalidValueError for a field's name and a text that cannot stand on the page."""


class PageTexts(QObject):
    """The texts of one page by what they are about; `changed` comes with every key."""

    changed = Signal()
    shown = Signal()
    """Another page is prepared, with words of its own."""

    def __init__(self, drafts: PageDrafts, field: str, check: Check, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._field, self._check = drafts, field, check
        drafts.shown.connect(self.shown)

    def said(self, about: UUID) -> str:
        """Return what is typed about a strategy or a note so far."""
        return self._drafts.said(f"{self._field}:{about}")

    def fault_of(self, text: str) -> InvalidValueError | None:
        """Return why a text cannot stand on the page, or None if it can."""
        try:
            self._check(self._field, text)
        except InvalidValueError as fault:
            return fault
        return None

    def write(self, about: UUID, text: str) -> None:
        """Take what is typed about a strategy or a note."""
        fault = self.fault_of(text)
        fit = fault is None or fault.reason is Reason.TOO_LONG
        self._drafts.write(f"{self._field}:{about}", text, fit=fit)
        self.changed.emit()

    def texts(self) -> Mapping[UUID, str]:
        """Return what can stand on the page."""
        said = self._drafts.about(self._field).items()
        return {which: text for which, text in said if text.strip() and not self.fault_of(text)}
