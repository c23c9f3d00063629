"""The side bar: a button for each place, with the child on top and the settings at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import (
    BODY,
    LEAST_TARGET,
    RADIUS,
    SMALL,
    paint_box,
    paint_ground,
    pixmap,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.scroll_areas import NARROW_BELOW
from homejournal.ui.widgets.wrapping_button import is_pressed_by_enter
from homejournal.ui.window.child_switch import ChildButton

# A painter turns "left" round by itself where the window reads from right to left.
_BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MOST_IN_LINE = 80
"""So wide are several words in one line at most in a narrow window, in pixels at 100 %."""


class NavButton(QAbstractButton):
    """One place: a plain button, because a checkable one is read aloud as a check box.

    `narrow` puts the words small under the icon; `tight` puts them beside it even so, where the
    window is low; `bare` leaves the icon alone, and the words become its tool tip.
    """

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._icon = words, icon
        self.narrow = self.tight = self.bare = False
        self.setAccessibleName(words)
        self.setProperty("current", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def is_current(self) -> bool:
        return bool(self.property("current"))

    def set_current(self, current: bool, description: str) -> None:  # noqa: FBT001
        """Show and say whether the open page is in this place."""
        self.setProperty("current", current)
        self.setAccessibleDescription(description if current else "")
        self.update()

    def set_form(self, *, narrow: bool, tight: bool, bare: bool) -> None:
        """Choose how the words stand."""
        self.narrow, self.tight, self.bare = narrow, tight, bare
        self.setToolTip(self.words if bare else "")
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not is_pressed_by_enter(self, event):
            super().keyPressEvent(event)

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
        """Give room away between the places before any of them is out of sight."""
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
        words = self.words.split(" ")
        if len(words) == 1 or width(self.words) <= px(_MOST_IN_LINE):
            return (self.words,)
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
        paint_box(painter, QRectF(self.rect()), fill, line, (2, RADIUS))
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
        """Mark the open page by a bar as well, so that it is not told by color alone."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - px(4) if mirrored else px(4) - px(3)
        bar = QRectF(left, self.height() * 0.25, px(3), self.height() * 0.5)
        paint_ground(painter, bar, "accent")

    def _font(self, *, strong: bool) -> QFont:
        return sized_font(SMALL if self.narrow else BODY, strong=strong)


_WIDE = 208
"""Width of the navigation with the words beside the icons, in pixels at 100 %."""
_MOST = 0.3
"""The part of the window's width that the navigation leaves to no page."""
_LEAST_PAGE = 280
"""So wide a page stays, in pixels at 100 %, before the words beside it go."""


class SideNav(QFrame):
    """Buttons for the places; ``chosen`` carries the key of the one that a person asked for.

    ``current_text`` describes the open one to people who listen ("open now"). The last place stands
    at the foot and never scrolls away. ``top`` is the layout over the places, for the name of the
    program and the switch between children; what is ``only_wide`` of it hides where the words of
    the places stand under their icons.
    """

    chosen = Signal(str)

    def __init__(self, name: str, current_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._current_text = current_text
        self._buttons: dict[str, NavButton] = {}
        self._narrow = False
        self._window_width = 0
        self.only_wide: QWidget | None = None
        self._inside = QWidget()
        self._inside.setObjectName("navInside")
        self.top, self._places, self._foot = in_column(), in_column(), in_column()
        self._column = in_column(self.top, inside=self._inside)
        self._column.addSpacing(8)
        self._column.addLayout(self._places)
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
        self._scroll.setMinimumHeight(1)
        in_column(self._scroll, self._foot, inside=self, gap=0, grow=self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add_place(self, key: str, words: str, icon: str, *, foot: bool = False) -> NavButton:
        """Add a place under the others, or the one at the foot."""
        button = NavButton(words, icon)
        button.setObjectName(key)
        button.clicked.connect(self._on_clicked)
        (self._foot if foot else self._places).addWidget(button)
        self._buttons[key] = button
        if self._window_width:
            self._rescale()
        return button

    def button(self, key: str) -> NavButton:
        """Return the button of a place; KeyError if there is none."""
        return self._buttons[key]

    def rename(self, key: str, words: str) -> None:
        button = self._buttons[key]
        if words != button.words:
            button.words = words
            button.setAccessibleName(words)
            self._rescale()

    def set_current(self, key: str) -> None:
        for name, button in self._buttons.items():
            button.set_current(name == key, self._current_text)
        if key in self._buttons and self._inside.isAncestorOf(self._buttons[key]):
            self._scroll.ensureWidgetVisible(self._buttons[key], 0, px(8))

    def fit(self, window_width: int) -> None:
        """Choose between words beside the icons, under them and none for a window so wide."""
        known, self._window_width = self._window_width, window_width
        if not known or self._narrow or self._is_small():
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
        # Styles change before all is made, too, and before the width is known.
        if event.type() == QEvent.Type.StyleChange and self.__dict__.get("_window_width"):
            self._rescale()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._narrow and event.size().height() != event.oldSize().height():
            self._rescale()
        self._set_width()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_ground(painter, self.rect(), "nav")
        painter.end()

    def _rescale(self) -> None:
        """Take the largest form in which every place is in sight, or the smallest and scroll."""
        self._narrow = self._is_small()
        if self.only_wide is not None:
            self.only_wide.setVisible(not self._narrow)
        self._lay_out_largest(bare=False)
        if self._narrow and self._leaves_too_little():
            self._lay_out_largest(bare=True)
        self._set_width()
        self.update()

    def _leaves_too_little(self) -> bool:
        most = min(self._window_width * _MOST, self._window_width - px(_LEAST_PAGE))
        return self._needed().width() > most

    def _is_small(self) -> bool:
        width = self._window_width
        return width < NARROW_BELOW or px(_WIDE) > width * 0.25

    def _lay_out_largest(self, *, bare: bool) -> None:
        for tight in (False, True) if self._narrow else (False,):
            self._lay_out(tight=tight, bare=bare)
            if self._has_room():
                break

    def _has_room(self) -> bool:
        return self._needed().height() <= self.height()

    def _needed(self) -> QSize:
        self._column.invalidate()
        self._foot.invalidate()
        above, foot = self._inside.minimumSizeHint(), self._foot.sizeHint()
        return QSize(max(above.width(), foot.width()), above.height() + foot.height())

    def _lay_out(self, *, tight: bool, bare: bool) -> None:
        side, top, bottom = (6, 6, 6) if tight else (6 if self._narrow else 12, 16, 12)
        gap = px(2 if tight else 4)
        self._column.setContentsMargins(px(side), px(top), px(side), gap)
        self._foot.setContentsMargins(px(side), 0, px(side), px(bottom))
        for part in (self._column, self._places):
            part.setSpacing(gap)
        self.top.setSpacing(px(8))
        for button in self.findChildren(QAbstractButton):
            if isinstance(button, (NavButton, ChildButton)):
                button.set_form(narrow=self._narrow, tight=tight, bare=bare)
        for layout in (self.top, self._places, self._column, self._foot):
            layout.invalidate()

    def _set_width(self) -> None:
        needed = self._needed()
        # Where the places scroll, their bar must not lie on the words.
        scrolls = self.height() < needed.height()
        bar = self._scroll.verticalScrollBar().sizeHint().width() if scrolls else 0
        least = 0 if self._narrow else px(_WIDE)
        self.setFixedWidth(max(least, needed.width() + bar))
