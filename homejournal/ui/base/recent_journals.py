"""The journals that were opened on this computer, for the File menu alone.

The system's own list of recent files is never told: whoever sits here sees it.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.limits import read_json

if TYPE_CHECKING:
    from homejournal.ui.base.preferences import Preferences

_LIST, _WANTED = "recent_journals", "recent/list"
_MOST = 8
_MOST_LETTERS = 4_096


class RecentJournals:
    """Folders, the last one first; of a journal nothing but its place is remembered."""

    def __init__(self, preferences: "Preferences") -> None:
        self._preferences = preferences

    @property
    def is_wanted(self) -> bool:
        """Return whether the family wants such a list; it does unless somebody said no."""
        return self._preferences.remembered(_WANTED) != "no"

    def want(self, folders: Sequence[Path] = (), *, wanted: bool) -> None:
        """Keep a list from now on, which begins with these folders; or none, and forget it."""
        self._preferences.remember(_WANTED, None if wanted else "no")
        self._keep(folders)

    def folders(self) -> list[Path]:
        try:
            told = read_json(self._preferences.remembered(_LIST) or "[]")
        except ValueError:
            return []
        names = told if isinstance(told, list) else []
        fit = (name for name in names if isinstance(name, str) and len(name) <= _MOST_LETTERS)
        return [Path(name) for name in fit][:_MOST]

    def add(self, folder: Path) -> None:
        """Remember that a journal was opened, where a list is wanted."""
        if self.is_wanted:
            self._keep([folder, *self.without(folder)])

    def without(self, folder: Path) -> list[Path]:
        return [known for known in self.folders() if known != folder]

    def _keep(self, folders: Sequence[Path]) -> None:
        told = json.dumps([str(folder) for folder in folders[:_MOST]]) if folders else None
        self._preferences.remember(_LIST, told)
