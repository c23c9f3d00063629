"""What is typed for one page alone: held while the page is prepared, kept as unfinished text.

There are fields of the page itself, and texts that are each about one strategy or one note.
"""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from homejournal.domain.errors import InvalidValueError, JournalError, Reason
from homejournal.domain.visit_page.choices import (
    REACH_US,
    child_place,
    fields_kept_on,
    page_place,
    taken_over_places,
    typed_fields_of,
    typed_for_other_pages,
)
from homejournal.domain.visit_page.material import PageMaterial
from homejournal.domain.visit_page.page import VisitPage
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import TypingPause


class PageDrafts(QObject):
    """The words of the page that is prepared, by field; `shown` comes when it is another page.

    What could not be kept is held here, and is kept as soon as that is possible.
    """

    shown = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = self._standing = ""
        self._child: UUID | None = None
        self._words: dict[str, str] = {}
        self._unkept = desk.editing.unfinished.of_pages
        self._known: dict[str, str] = {}
        self._timer = TypingPause(self.keep, self)

    def show(self, material: PageMaterial) -> None:
        """Take up what was typed for the page that this material is for; raises JournalError."""
        if self._place:
            self.keep()
        self._child, visit, person = _of(material)
        self._place = page_place(self._child, visit, person)
        self._standing = child_place(self._child)
        kept = self._desk.journal.drafts.kept()
        moves = taken_over_places(self._child, visit, person, kept)
        if moves and self._desk.can_write:
            self._desk.journal.drafts.move(moves)
        self._take({**kept, **{new: kept[old] for old, new in moves.items()}})

    def _take(self, kept: Mapping[str, str]) -> None:
        self._known, now = dict(kept), {**kept, **self._unkept}
        self._words = typed_fields_of(self._place, now) | {REACH_US: now.get(self._standing, "")}
        self.shown.emit()

    def said(self, field: str) -> str:
        """Return what is typed in a field so far."""
        return self._words.get(field, "")

    def about(self, kind: str) -> dict[UUID, str]:
        """Return the words of one kind by the strategy or note that they are about."""
        start = f"{kind}:"
        mine = ((field, text) for field, text in self._words.items() if field.startswith(start))
        return {UUID(field.removeprefix(start)): text for field, text in mine}

    def write(self, field: str, text: str, *, fit: bool = True) -> None:
        """Take what is typed in a field; what is not `fit` to be written down is only held."""
        self._words[field] = text
        if fit:
            self._unkept[self._at(field)] = text
            self._timer.typed()

    def keep(self) -> None:
        """Keep what is typed so far as unfinished text."""
        self._timer.stop()
        if not self._desk.can_write:
            return
        drafts = self._desk.journal.drafts
        try:
            there = drafts.kept() if self._unkept else {}
            for place, text in list(self._unkept.items()):
                came_back = there.get(place, "")
                # Undo may have brought words back while others were typed: both stay.
                both = "" if came_back == self._known.get(place, "") else came_back
                words = " ".join(one for one in (both, text) if one)
                drafts.keep(place, words)
                self._known[place] = words
                del self._unkept[place]
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)

    def at_risk(self) -> frozenset[str]:
        """Return the words that could be kept nowhere, each with its place."""
        return frozenset(
            f"{at} {text}"
            for at, text in self._unkept.items()
            if text.strip() and text != self._known.get(at, "")
        )

    def ended_by(self, page: VisitPage, material: PageMaterial) -> tuple[str, ...]:
        """Return the places whose words end where this page is kept; raises JournalError."""
        self.keep()
        place = place_of(material)
        return tuple(
            place + field for field in fields_kept_on(page, typed_fields_of(place, self._kept()))
        )

    def others(self) -> dict[str, dict[str, str]]:
        """Return what is typed for other pages of the child, by their places."""
        return typed_for_other_pages(self._child, self._place, self._kept()) if self._child else {}

    def take_from(self, place: str) -> None:
        """Take the words of another page over where this one has none; raises JournalError."""
        self.keep()
        kept = self._desk.journal.drafts.kept()
        free = {
            place + field: self._place + field
            for field in typed_fields_of(place, kept)
            if not self.said(field).strip()
        }
        self._desk.journal.drafts.move(free)
        self._take(self._desk.journal.drafts.kept())

    def _kept(self) -> dict[str, str]:
        return {**self._desk.journal.drafts.kept(), **self._unkept}

    def _at(self, field: str) -> str:
        return self._standing if field == REACH_US else self._place + field


def place_of(material: PageMaterial) -> str:
    """Return where the words of the page that this material is for are kept."""
    return page_place(*_of(material))


def _of(material: PageMaterial) -> tuple[UUID, UUID | None, UUID | None]:
    person = material.for_whom[0] if material.for_whom else None
    return material.child.id, material.visit.id if material.visit else None, person


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
