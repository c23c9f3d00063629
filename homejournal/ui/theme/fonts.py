"""The bundled fonts, so that every computer shows the same letters."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from homejournal.resources import resource

BODY_PX = 15
_MOST_BODY_PX = 24
# Only families that are bundled: naming one that is missing makes Qt search every font at start.
# Scripts that none of them has still come from the system's fonts. The names are our own: the Noto
# fonts of a desktop would take the place of ours, and their rows are higher.
_FAMILIES = ["homejournal Sans", "homejournal Sans Arabic", "homejournal Emoji"]


def load_fonts() -> None:
    """Make the fonts of the resources folder known to Qt, once for the whole application."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def system_body_px() -> int:
    """Return the pixel size of body text at 100 %: ours, or the system's where that is larger."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return min(_MOST_BODY_PX, max(BODY_PX, QFontInfo(system).pixelSize()))


def sized_font(pixels: int, *, strong: bool = False) -> QFont:
    """Return the window's font in that pixel size."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
