"""What this computer remembers about the window; nothing about the child stands here."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from homejournal.ui.theme import Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


TEXT_SIZES = (100, 110, 125, 150, 175, 200)
_CHOSEN = frozenset({"language", "scheme", "text_size"})
"""What is chosen as a setting; all else is only remembered."""
_CHOSEN_MORE = (
    "more/reminders/",
    "more/second_place/",
    "more/lock/",
    "more/greeting/",
    "more/memories/",
    "more/feelings/",
    "more/recent/",
)
"""How the names of further settings begin."""


class TodayExtra(StrEnum):
    """What is shown or asked beside the rest, by the name under which the answer is remembered."""

    GREETING = "greeting/today"
    """A welcome after weeks away."""
    MEMORIES = "memories/today"
    """What was written three months ago."""
    FEELINGS = "feelings/plan"
    """On the plan: how a routine is for the family."""


class Preferences:
    """Typed settings in one INI file of the configuration folder, so that it can be deleted."""

    def __init__(self, file: Path, *, example: bool = False) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._of = "example/" if example else ""

    def for_example(self) -> "Preferences":
        """Return the same for a window with the example family.

        Who writes and which child is shown there says nothing about the family's own journal.
        """
        return Preferences(Path(self._settings.fileName()), example=True)

    @property
    def file(self) -> Path:
        return Path(self._settings.fileName())

    @property
    def folder(self) -> Path:
        return self.file.parent

    @property
    def language(self) -> str | None:
        """Return the language chosen in the window, or None to follow the system."""
        return self._text("language")

    @language.setter
    def language(self, language: str | None) -> None:
        self._put("language", language)

    @property
    def scheme(self) -> Scheme:
        known = {scheme.value: scheme for scheme in Scheme}
        return known.get(self._text("scheme") or "", Scheme.SYSTEM)

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._put("scheme", scheme.value)

    @property
    def text_size(self) -> int:
        """Return the text size in per cent, one of TEXT_SIZES."""
        said = self._text("text_size") or ""
        size = int(said) if said.isdecimal() else TEXT_SIZES[0]
        return size if size in TEXT_SIZES else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, per_cent: int) -> None:
        self._put("text_size", str(per_cent))

    @property
    def helper(self) -> "UUID | None":
        """Return who was last chosen as writing at this computer."""
        return self._id(f"{self._of}helper")

    @helper.setter
    def helper(self, helper: "UUID | None") -> None:
        self._put(f"{self._of}helper", None if helper is None else str(helper))

    @property
    def chosen_to_help(self) -> "UUID | None":
        """Return who was last chosen to write on Today for a helper."""
        return self._id(f"{self._of}chosen_to_help")

    @chosen_to_help.setter
    def chosen_to_help(self, helper: "UUID | None") -> None:
        self._put(f"{self._of}chosen_to_help", None if helper is None else str(helper))

    @property
    def child(self) -> "UUID | None":
        """Return the child that was shown last."""
        return self._id(f"{self._of}child")

    @child.setter
    def child(self, child: "UUID | None") -> None:
        self._put(f"{self._of}child", None if child is None else str(child))

    @property
    def progress_period(self) -> str | None:
        """Return which days were looked back at last, by the name of the ready period."""
        return self._text("progress_period")

    @progress_period.setter
    def progress_period(self, choice: str | None) -> None:
        self._put("progress_period", choice)

    @property
    def geometry(self) -> QByteArray | None:
        """Return where the window stood, as Qt wrote it down."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    def is_wanted(self, extra: TodayExtra) -> bool:
        """Return whether something is shown or asked; it is unless somebody said no."""
        return self.remembered(extra) != "no"

    def want(self, extra: TodayExtra, *, wanted: bool) -> None:
        """Show it from now on, or not."""
        self.remember(extra, None if wanted else "no")

    def remembered(self, key: str) -> str | None:
        """Return what was remembered under a key that only its own part of the window knows."""
        return self._text(f"more/{key}")

    def remember(self, key: str, value: str | None) -> None:
        """Remember a word or a number under a key of one's own, or forget it (None)."""
        self._put(f"more/{key}", value)

    def forget(self) -> dict[str, object]:
        """Forget all that is only remembered, and return it for `put_back`; settings stay."""
        remembered = (key for key in self._settings.allKeys() if key not in _CHOSEN)
        keys = [key for key in remembered if not key.startswith(_CHOSEN_MORE)]
        gone = {key: self._settings.value(key) for key in keys}
        for key in keys:
            self._settings.remove(key)
        return gone

    def put_back(self, remembered: "Mapping[str, object]") -> None:
        """Remember again what was forgotten."""
        for key, value in remembered.items():
            self._settings.setValue(key, value)

    def save(self) -> None:
        """Write the file now, as on closing."""
        self._settings.sync()

    def _text(self, key: str) -> str | None:
        value = self._settings.value(key)
        return value if isinstance(value, str) and value else None

    def _id(self, key: str) -> "UUID | None":
        from uuid import UUID  # it takes 2 ms, and the frame needs none

        try:
            return UUID(self._text(key) or "")
        except ValueError:
            return None

    def _put(self, key: str, value: str | None) -> None:
        if value is None:
            self._settings.remove(key)
        else:
            self._settings.setValue(key, value)
