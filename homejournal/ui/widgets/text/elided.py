"""Words in one line that has no room for all of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from homejournal.texts.wording import parted

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

_MOST_LETTERS = 210  # a name of 200, with what keeps it apart from words in another direction


def elided(metrics: "QFontMetrics", words: str, room: int) -> str:
    """Return words that end in dots where they must; what tells two of one name apart stays.

    Nothing stays where it would take more than half of the room.
    """
    dots = Qt.TextElideMode.ElideRight
    called, apart = parted(words[:_MOST_LETTERS])
    beside = metrics.horizontalAdvance(apart)
    if not apart or beside * 2 > room or metrics.horizontalAdvance(words) <= room:
        return metrics.elidedText(words[:_MOST_LETTERS], dots, room)
    return metrics.elidedText(called, dots, room - beside) + apart
