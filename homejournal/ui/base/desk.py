"""What every page has at hand: the journal, the one way to change it, words and preferences."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from homejournal.domain.errors import JournalError
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.editing import Editing
    from homejournal.ui.base.preferences import Preferences
    from homejournal.ui.base.worker import Worker


@dataclass(slots=True)
class PendingSecondPlace:
    """A folder that was chosen as the second place and cannot be it yet, and why."""

    folder: "Path"
    why: "JournalError"


@dataclass(slots=True)
class SecondPlaceWaiting:
    """What waits to be the second place, as long as the window stands there."""

    waiting: PendingSecondPlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Handed on by the window; a change of language makes a new one and new pages."""

    journal: "FamilyJournal"
    editing: "Editing"
    wording: "Wording"
    preferences: "Preferences"
    worker: "Worker"
    today: Callable[[], date]
    """The family's day now; it stays a call, because the window may stay open past midnight."""
    second: SecondPlaceWaiting = field(default_factory=SecondPlaceWaiting)

    def __post_init__(self) -> None:
        self.editing.speak(self.wording)

    @property
    def can_write(self) -> bool:
        """Return whether the journal takes new entries; the window says why where it does not."""
        return self.journal.read_only_because is None

    @property
    def helper(self) -> "UUID | None":
        """Return who is writing at this computer, if that helper is still on the list."""
        known = self.preferences.helper
        return known if known in self.journal.family().writers else None
