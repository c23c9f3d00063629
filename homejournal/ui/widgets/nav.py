"""The side navigation: the pages of the window, with the children of the home on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import letter_pixmap, paint_box, pixmap, px, sized_font, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QPixmap, QResizeEvent

# Below this width of the window the words stand small under their icons.
NARROW_BELOW = 1024
# A painter turns "left" round by itself where the window reads from right to left.
_BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WIDE = 208
"""Width of the navigation with the words beside the icons, in pixels at 100 %."""


class NavButton(QAbstractButton):
    """One page: a plain button, because a checkable one is read aloud as a check box."""

    def __init__(self, words: str, short: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.short, self._icon = words, short or words, icon
        self.narrow = False
        self.setAccessibleName(words)
        self.setProperty("current", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def is_current(self) -> bool:
        """Return whether this is the page that is open."""
        return bool(self.property("current"))

    def set_current(self, current: bool, description: str) -> None:  # noqa: FBT001
        """Show and say whether this is the page that is open."""
        self.setProperty("current", current)
        self.setAccessibleDescription(description if current else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(strong=True))
        if self.narrow:
            width = metrics.horizontalAdvance(self.short) + px(12)
            return QSize(max(px(64), width), px(28) + metrics.height() + px(10))
        width = px(12) + px(20) + px(12) + metrics.horizontalAdvance(self.words) + px(10)
        return QSize(width, max(px(44), metrics.height() + px(14)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

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
        picture = pixmap(self._icon, ink, 20, ratio=self.devicePixelRatioF())
        if self.narrow:
            self._paint_narrow(painter, picture)
        else:
            self._paint_wide(painter, picture)
        if current:
            self._paint_bar(painter)
        painter.end()

    def _paint_narrow(self, painter: QPainter, picture: QPixmap) -> None:
        painter.drawPixmap(QPointF((self.width() - px(20)) / 2, px(6)), picture)
        below = QRect(0, px(28), self.width(), self.height() - px(30))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.short)

    def _paint_wide(self, painter: QPainter, picture: QPixmap) -> None:
        size = px(20)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_x = self.width() - px(12) - size if mirrored else px(12)
        painter.drawPixmap(QPointF(icon_x, (self.height() - size) / 2), picture)
        lead, tail = px(44), px(8)
        words = self.rect().adjusted(tail if mirrored else lead, 0, -lead if mirrored else -tail, 0)
        painter.drawText(words, _BESIDE, self.words)

    def _paint_bar(self, painter: QPainter) -> None:
        """Mark the open page by a bar as well, so that it is not told by colour alone."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - px(4) if mirrored else px(4) - px(3)
        painter.fillRect(
            QRectF(left, self.height() * 0.25, px(3), self.height() * 0.5), QColor(tokens().accent)
        )

    def _font(self, *, strong: bool) -> QFont:
        return sized_font(px(13 if self.narrow else 15), strong=strong)


class ChildButton(QAbstractButton):
    """The child whose journal is open, with a round first letter; a long name is shortened."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = False
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_child(name, spoken)

    def set_child(self, name: str, spoken: str) -> None:
        """Show a child; ``spoken`` is what the button is called."""
        self._name = name
        self.setAccessibleName(spoken)
        self.setToolTip(name[:2000])
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self.narrow:
            return QSize(px(56), px(44))
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
        badge = letter_pixmap(self._name[:1].upper(), 24, ratio=self.devicePixelRatioF())
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
        elide = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._name[:200], elide, room.width())
        painter.setPen(QColor(tokens().text))
        painter.drawText(room, _BESIDE, shown)


class SideNav(QFrame):
    """Buttons for the pages; ``chosen`` carries the key of a page that a person asked for.

    ``current_text`` describes the open page to people who listen ("open now"). ``top`` is the
    layout over the pages, for the name of the program and the switch between children.
    """

    chosen = Signal(str)

    def __init__(self, name: str, current_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._current_text = current_text
        self._buttons: dict[str, NavButton] = {}
        self._narrow = False
        self._inside = QWidget()
        self._inside.setObjectName("navInside")
        self._column = QVBoxLayout(self._inside)
        self.top = QVBoxLayout()
        self._pages = QVBoxLayout()
        self._column.addLayout(self.top)
        self._column.addSpacing(8)
        self._column.addLayout(self._pages)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A viewport of our own: asking for Qt's makes PySide look up every kind of widget, 7 ms.
        view = QWidget()
        view.setAutoFillBackground(False)
        self._scroll.setViewport(view)
        self._inside.setAutoFillBackground(False)
        self._scroll.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._rescale()

    def add_page(self, key: str, words: str, icon: str, short: str = "") -> NavButton:
        """Add a page; ``short`` is shown where there is little room."""
        button = NavButton(words, short, icon)
        button.setObjectName(key)
        button.clicked.connect(self._on_clicked)
        self._pages.addWidget(button)
        self._buttons[key] = button
        self._rescale()
        return button

    def button(self, key: str) -> NavButton:
        """Return the button of a page; KeyError if there is none."""
        return self._buttons[key]

    def set_current(self, key: str) -> None:
        """Show which page is open."""
        for name, button in self._buttons.items():
            button.set_current(name == key, self._current_text)
        if key in self._buttons:
            self._scroll.ensureWidgetVisible(self._buttons[key], 0, px(8))

    def fit(self, window_width: int) -> None:
        """Choose between words beside and under the icons for a window of that width."""
        narrow = window_width < NARROW_BELOW or px(_WIDE) > window_width * 0.25
        if narrow != self._narrow:
            self._narrow = narrow
            self._rescale()

    def is_narrow(self) -> bool:
        """Return whether the words stand under the icons."""
        return self._narrow

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            self.chosen.emit(button.objectName())

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_scroll"):
            self._rescale()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._set_width()
        self._scroll.setGeometry(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().nav))
        painter.end()

    def _rescale(self) -> None:
        side = px(6) if self._narrow else px(12)
        self._column.setContentsMargins(side, px(16), side, px(12))
        for part in (self._column, self._pages):
            part.setSpacing(px(4))
        self.top.setSpacing(px(8))
        for button in self._inside.findChildren(QAbstractButton):
            if isinstance(button, (NavButton, ChildButton)):
                button.narrow = self._narrow
                button.updateGeometry()
        self._set_width()
        self.update()

    def _set_width(self) -> None:
        needed = self._inside.minimumSizeHint()
        # At 200 % the pages scroll, and their bar must not lie on the words.
        scrolls = self.height() < needed.height()
        bar = self._scroll.verticalScrollBar().sizeHint().width() if scrolls else 0
        least = 0 if self._narrow else px(_WIDE)
        self.setFixedWidth(max(least, needed.width() + bar))
