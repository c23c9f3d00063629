"""The looks that pictures are made in: colors, text size, language, and size of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QSize

from homejournal.texts.wording import languages
from homejournal.ui.theme import Scheme


@dataclass(frozen=True, slots=True)
class Look:
    """One way the window can look; `name` is a part of the pictures' names."""

    name: str
    language: str = "en"
    scheme: Scheme = Scheme.LIGHT
    text_size: int = 100
    size: QSize | None = None


USUAL = QSize(1120, 780)
LARGE = QSize(1600, 1000)
"""A window for text at 200 %, as wide as a usual screen lets it be."""
SMALLEST = QSize(1024, 640)
IN_HELP = QSize(820, 760)
"""Hardly wider than a page of the help, so that the letters on a picture can be read."""


def looks() -> tuple[Look, ...]:
    """Return every look: light in each language, dark, text at 200 %, and the smallest window."""
    return (
        *(Look(f"light-{language}", language) for language in languages()),
        Look("dark-en", scheme=Scheme.DARK),
        Look("200-percent-en", text_size=200, size=LARGE),
        Look("1024x640-en", size=SMALLEST),
    )
