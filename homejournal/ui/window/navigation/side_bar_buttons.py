"""The buttons of the side navigation: one for each page, and the child on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.base.plain_tool_tips import plain
from homejournal.ui.theme import (
    LEAST_TARGET,
    letter_pixmap,
    paint_box,
    paint_ground,
    pixmap,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.wrapping_labels import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QPixmap

# A painter turns "left" round by itself where the window reads from right to left.
_BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MOST_IN_LINE = 80
"""So wide are several words in one line at most in a narrow window, in pixels at 100 %."""


class NavButton(QAbstractButton):
    """One page: a plain button, because a checkable one is read aloud as a check box.

    `narrow` puts the words small under the icon; `tight` puts them beside it even so, where the
    window is low; `bare` leaves the icon alone, and the words become its tool tip.
    """

    def __init__(self, words: str, short: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.short, self._icon = words, short or words, icon
        self.narrow = self.tight = self.bare = False
        self.setAccessibleName(words)
        self.setProperty("current", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def is_current(self) -> bool:
        """Return whether this is the page that is open."""
        return bool(self.property("current"))

    def set_current(self, current: bool, description: str) -> None:  # noqa: FBT001
        """Show and say whether this is the page that is open."""
        self.setProperty("current", current)
        self.setAccessibleDescription(description if current else "")
        self.update()

    def set_form(self, *, narrow: bool, tight: bool, bare: bool) -> None:
        """Choose how the words stand."""
        self.narrow, self.tight, self.bare = narrow, tight, bare
        self.setToolTip(self.words if bare else "")
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        if self.bare:
            return QSize(px(44), max(LEAST_TARGET, px(28 if self.tight else 44)))
        metrics = QFontMetrics(self._font(strong=True))
        lines = self._lines()
        width, high = max(map(metrics.horizontalAdvance, lines)), len(lines) * metrics.height()
        if self.narrow and not self.tight:
            return QSize(max(px(64), width + px(12)), px(38) + high)
        side, icon, gap = self._beside()
        width += side + icon + gap + px(10)
        return QSize(width, max(px(32 if self.tight else 44), high + px(14)))

    @override
    def minimumSizeHint(self) -> QSize:
        """Give room away between the pages before any of them is out of sight."""
        if self.bare:
            return QSize(px(44), max(LEAST_TARGET, px(24)))
        hint, line = self.sizeHint(), QFontMetrics(self._font(strong=True)).height()
        least = px(24) if self.narrow and not self.tight else px(4)
        high = max(LEAST_TARGET, least + len(self._lines()) * line)
        return QSize(hint.width(), min(hint.height(), high))

    def _lines(self) -> tuple[str, ...]:
        """Return the words, in two lines where one would take too much from every page."""
        if not self.narrow:
            return (self.words,)
        width = QFontMetrics(self._font(strong=True)).horizontalAdvance
        words = self.short.split(" ")
        if len(words) == 1 or width(self.short) <= px(_MOST_IN_LINE):
            return (self.short,)
        halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        return min(halves, key=lambda lines: max(map(width, lines)))

    def _beside(self) -> tuple[int, int, int]:
        """Return the margin, the size of the icon, and the gap between icon and words."""
        return (px(8), px(16), px(6)) if self.tight else (px(12), px(20), px(12))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        current = self.is_current()
        painter = QPainter(self)
        fill = "accent_soft" if current else ("surface2" if self.underMouse() else "")
        line = "focus" if self.hasFocus() else ""
        paint_box(painter, QRectF(self.rect()), fill, line, (2, 8))
        ink = "accent" if current else "text"
        painter.setFont(self._font(strong=current))
        painter.setPen(QColor(tokens().colour(ink)))
        size = 16 if self.tight else 20
        picture = pixmap(self._icon, ink, size, ratio=self.devicePixelRatioF())
        if self.bare:
            centre = QPointF((self.width() - px(size)) / 2, (self.height() - px(size)) / 2)
            painter.drawPixmap(centre, picture)
        elif self.narrow and not self.tight:
            self._paint_narrow(painter, picture)
        else:
            self._paint_wide(painter, picture)
        if current:
            self._paint_bar(painter)
        painter.end()

    def _paint_narrow(self, painter: QPainter, picture: QPixmap) -> None:
        lines = self._lines()
        words = len(lines) * painter.fontMetrics().height()
        top = (self.height() - px(22) - words) // 2
        painter.drawPixmap(QPointF((self.width() - px(20)) / 2, top), picture)
        below = QRect(0, top + px(22), self.width(), words)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))

    def _paint_wide(self, painter: QPainter, picture: QPixmap) -> None:
        side, size, gap = self._beside()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_x = self.width() - side - size if mirrored else side
        painter.drawPixmap(QPointF(icon_x, (self.height() - size) / 2), picture)
        lead, tail = side + size + gap, px(8)
        words = self.rect().adjusted(tail if mirrored else lead, 0, -lead if mirrored else -tail, 0)
        painter.drawText(words, _BESIDE, "\n".join(self._lines()))

    def _paint_bar(self, painter: QPainter) -> None:
        """Mark the open page by a bar as well, so that it is not told by colour alone."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - px(4) if mirrored else px(4) - px(3)
        bar = QRectF(left, self.height() * 0.25, px(3), self.height() * 0.5)
        paint_ground(painter, bar, "accent")

    def _font(self, *, strong: bool) -> QFont:
        return sized_font(px(13 if self.narrow else 15), strong=strong)


class ChildButton(QAbstractButton):
    """The child whose journal is open, with a round first letter; a long name is shortened."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = self.tight = self.bare = False
        self._name = self._letter = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_child(name, spoken)

    @property
    def name(self) -> str:
        """Return what is shown of the child."""
        return self._name

    def set_child(self, name: str, spoken: str, *, letter: str = "") -> None:
        """Show a child; ``spoken`` is what the button is called.

        ``letter`` stands in its circle where the name does not begin with it.
        """
        self._name, self._letter = name, letter or name[:1]
        self.setAccessibleName(spoken)
        self.setToolTip(plain(name[:2000]))
        self.update()

    def set_form(self, *, narrow: bool, tight: bool, bare: bool) -> None:
        """Choose the form that the pages have."""
        self.narrow, self.tight, self.bare = narrow, tight, bare
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        if self.narrow:
            high = max(LEAST_TARGET, px(32 if self.tight else 44))
            return QSize(px(44 if self.bare else 56), high)
        return QSize(px(120), max(px(44), self.fontMetrics().height() + px(12)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self.narrow else QSize(px(56), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        focused = self.hasFocus()
        line = "focus" if focused else "control"
        width = tokens().border + (1 if focused else 0)
        fill = "surface2" if self.underMouse() else "surface"
        paint_box(painter, QRectF(self.rect()), fill, line, (width, 8))
        badge = letter_pixmap(self._letter.upper(), 24, ratio=self.devicePixelRatioF())
        size, top = px(24), (self.height() - px(24)) / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self.narrow:
            painter.drawPixmap(QPointF((self.width() - size) / 2, top), badge)
        else:
            painter.drawPixmap(
                QPointF(self.width() - px(10) - size if mirrored else px(10), top), badge
            )
            self._paint_name(painter, mirrored=mirrored)
        painter.end()

    def _paint_name(self, painter: QPainter, *, mirrored: bool) -> None:
        lead, tail = px(42), px(10)
        room = self.rect().adjusted(tail if mirrored else lead, 0, -lead if mirrored else -tail, 0)
        painter.setPen(QColor(tokens().text))
        painter.drawText(room, _BESIDE, elided(self.fontMetrics(), self._name, room.width()))
