"""The side navigation: the pages of the window, with the children of the home on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import paint_ground, px
from homejournal.ui.widgets.layout.scroll_areas import NARROW_BELOW
from homejournal.ui.window.navigation.side_bar_buttons import ChildButton, NavButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_WIDE = 208
"""Width of the navigation with the words beside the icons, in pixels at 100 %."""
_MOST = 0.3
"""The part of the window's width that the navigation leaves to no page."""
_LEAST_PAGE = 280
"""So wide a page stays, in pixels at 100 %, before the words beside it go."""


class SideNav(QFrame):
    """Buttons for the pages; ``chosen`` carries the key of a page that a person asked for.

    ``current_text`` describes the open page to people who listen ("open now"). ``top`` is the
    layout over the pages, for the name of the program and the switch between children; what is
    ``only_wide`` of it hides where the words of the pages stand under their icons.
    """

    chosen = Signal(str)

    def __init__(self, name: str, current_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._current_text = current_text
        self._buttons: dict[str, NavButton] = {}
        self._foot: NavButton | None = None
        self._narrow = False
        self._window_width = 0
        self.only_wide: QWidget | None = None
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

    def has(self, key: str) -> bool:
        """Return whether a page has a button."""
        return key in self._buttons

    def add_page(
        self, key: str, words: str, icon: str, short: str = "", *, foot: bool = False
    ) -> NavButton:
        """Add a page, or one that stands apart at the foot; ``short`` is shown for little room."""
        button = NavButton(words, short, icon)
        button.setObjectName(key)
        button.clicked.connect(self._on_clicked)
        (self._column if foot else self._pages).addWidget(button)
        self._foot = button if foot else self._foot
        self._buttons[key] = button
        if self._window_width:
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
        if (self._narrow or self._foot) and event.size().height() != event.oldSize().height():
            self._rescale()
        self._set_width()
        self._scroll.setGeometry(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_ground(painter, self.rect(), "nav")
        painter.end()

    def _rescale(self) -> None:
        """Take the largest form in which every page is in sight, or the smallest and scroll.

        What stands at the foot has other ways to it: it is there only while there is room for it.
        """
        self._narrow = self._is_small()
        if self._foot is not None:
            self._foot.hide()
        if self.only_wide is not None:
            self.only_wide.setVisible(not self._narrow)
        self._lay_out_largest(bare=False)
        if self._narrow and self._leaves_too_little():
            self._lay_out_largest(bare=True)
        if self._foot is not None:
            self._foot.show()
            self._foot.setVisible(self._has_room())
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
        return self._inside.minimumSizeHint()

    def _lay_out(self, *, tight: bool, bare: bool) -> None:
        side, top, bottom = (6, 6, 6) if tight else (6 if self._narrow else 12, 16, 12)
        self._column.setContentsMargins(px(side), px(top), px(side), px(bottom))
        for part in (self._column, self._pages):
            part.setSpacing(px(2 if tight else 4))
        self.top.setSpacing(px(8))
        for button in self._inside.findChildren(QAbstractButton):
            if isinstance(button, (NavButton, ChildButton)):
                button.set_form(narrow=self._narrow, tight=tight, bare=bare)
        for layout in (self.top, self._pages, self._column):
            layout.invalidate()

    def _set_width(self) -> None:
        needed = self._needed()
        # Where the pages scroll, their bar must not lie on the words.
        scrolls = self.height() < needed.height()
        bar = self._scroll.verticalScrollBar().sizeHint().width() if scrolls else 0
        least = 0 if self._narrow else px(_WIDE)
        self.setFixedWidth(max(least, needed.width() + bar))
