"""Labels that wrap and never force their window wider, whatever a family typed."""

import re

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QResizeEvent,
    Qt,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.texts.wording import parted
from homejournal.ui.theme import px, set_look


def without_key(words: str) -> str:
    """Return the words of a menu without the sign before the letter that chooses them."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


Index = QModelIndex | QPersistentModelIndex


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader speak the text (WCAG 2.2, success criterion 4.1.3).

    A window that is hidden says nothing.
    """
    if not widget.window().isVisible():
        return
    # Imported here: it has many names, and the first thing to say comes after the frame.
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def lines_in(text: str, font: QFont, room: float) -> list[str]:
    """Break a text at blanks, and within a word only where it alone is wider than the room."""
    from PySide6.QtGui import QTextLayout, QTextOption  # the frame breaks no text

    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts some letters, such as a picture of the sun, twice.
    units, lines = text.encode("utf-16-le"), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, room))
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
    layout.endLayout()
    return lines


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


_LONG_RUN = re.compile(r"\S{24}(?=\S)")
_KEPT_APART = re.compile("\u2068[^\u2069]*\u2069")
_FROM_THE_RIGHT = "\u200f"
_SPACE_OF_A_LINE = "\u00a0\u200b"
"""A space that stays a part of its line, and after it a place where the line may end."""


def breakable(text: str) -> str:
    """Let very long words wrap: a zero-width space after every 24 letters without a gap."""
    return _LONG_RUN.sub("\\g<0>\u200b", text)


def _from_the_right(text: str) -> str:
    """Let text read from the right where only parts that are kept apart in it say a direction."""
    ours = _KEPT_APART.sub("", text)
    if ours == text or any(letter.isalpha() for letter in ours):
        return text
    return _FROM_THE_RIGHT + text


class LeadingLabel(QLabel):
    """Plain text that stands at the side where the window's reading begins.

    A plain QLabel goes to the side of its own script, so that an English name in an Arabic window
    stands far from its card's edge.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leading = True
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._align()

    @override
    def setAlignment(self, alignment: Qt.AlignmentFlag, /) -> None:
        self._leading = False
        super().setAlignment(alignment)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._leading:
            self._align()

    def _align(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        super().setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class WrapLabel(LeadingLabel):
    """Plain text that wraps at any width, long words too.

    ``most`` shortens the shown text to that many characters; the whole stays the tool tip and the
    accessible name.

    Where one reads from the right, Qt leaves room for the space at which a line ends, and draws the
    line that much too far to the left, so that its last letter is cut. So no line ends with a space
    there; `text` returns the text as it was.
    """

    def __init__(
        self, text: str = "", look: str = "", parent: QWidget | None = None, *, most: int = 4000
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._whole = self._shown = ""
        self._heights: dict[tuple[int, int], int] = {}
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        if look:
            set_look(self, look)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        short = text if len(text) <= self._most else text[: self._most].rstrip() + "…"
        self._whole, self._shown = text, breakable(short)
        self.setAccessibleName("")
        self._put()
        self.setToolTip("" if short == text else plain(text[:2000]))

    def say(self, text: str) -> None:
        """Show a text, or be hidden without one."""
        self.setText(text)
        self.setVisible(bool(text))

    def show_at_most(self, most: int) -> None:
        """Shorten the text that is shown to so many characters."""
        if most != self._most:
            self._most = most
            self.setText(self._whole)

    @override
    def text(self) -> str:
        return self._shown

    @override
    def heightForWidth(self, width: int, /) -> int:
        # A layout asks dozens of times before it is settled, and Qt measures the words each time.
        key = (width, self.minimumWidth())
        if key not in self._heights:
            self._heights[key] = super().heightForWidth(width)
        return self._heights[key]

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        self._heights.clear()
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._put()

    def _put(self) -> None:
        self._heights.clear()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shown = self._shown
        if mirrored:
            shown = _from_the_right(shown).replace(" ", _SPACE_OF_A_LINE)
        super().setText(shown)
        if shown != self._whole and not self.accessibleName():
            self.setAccessibleName(self._whole)


class RowLabel(WrapLabel):
    """Asks for one line, as long as that is, and wraps only where its row has less room."""

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics, edges = self.fontMetrics(), self.contentsMargins()
        line = metrics.size(Qt.TextFlag.TextSingleLine, self.text())
        # Inside of a frame Qt leaves half a letter more at each side.
        wide = (
            edges.left() + edges.right() + bool(self.frameWidth()) * metrics.horizontalAdvance("x")
        )
        return QSize(line.width() + wide + 2, line.height() + edges.top() + edges.bottom())


class ElidedLabel(LeadingLabel):
    """One line that ends in dots where there is no room; the whole is in the tip."""

    def __init__(self, name: str, look: str) -> None:
        super().__init__()
        self._whole = ""
        set_look(self, look)
        self.setMinimumWidth(px(40))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        self._whole = name
        self.updateGeometry()
        self.setAccessibleName(name)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        shown = elided(self.fontMetrics(), self._whole, max(px(40), self.width()))
        self.setText(shown)
        self.setToolTip(plain(self._whole) if shown != self._whole else "")

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(30))

    @override
    def resizeEvent(self, event: "QResizeEvent", /) -> None:
        super().resizeEvent(event)
        self._fit()


def line_label(text: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of one line of plain text, for words that are known to be short."""
    label = LeadingLabel(parent)
    label.setText(text)
    if look:
        set_look(label, look)
    return label


def plain(words: str) -> str:
    """Return words that a tool tip shows as they were typed; it never loads anything."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
