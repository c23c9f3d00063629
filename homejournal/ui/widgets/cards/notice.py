"""A banner inside a page (something to know, or to be careful about), and an empty page."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import paint_box, px, set_icon, tokens
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce, line_label


class NotSaved(QWidget):
    """Says "Not saved" in the place of "Saved", with the icon of a warning."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._sign = QLabel()
        set_icon(self._sign, "hand-grab", "problem", 16)
        in_row(self._sign, line_label(words, "problem"), gap=4, inside=self)
        self.setAccessibleName(words)


class NoticeKind(Enum):
    """What a notice is, with its icon, its ink and its ground."""

    INFO = ("info-circle", "info", "info_soft")
    CAREFUL = ("hand-grab", "careful", "careful_soft")


class Notice(QFrame):
    """An icon, a text that wraps, and a button if it is given words; ``pressed`` is its press."""

    pressed = Signal()

    def __init__(
        self,
        text: str,
        kind: NoticeKind = NoticeKind.INFO,
        button_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._sign = QLabel()
        self._label = WrapLabel("")
        self._button = OnceButton()
        self._button.let_wrap()
        self._button.clicked.connect(self.pressed)
        self._words = in_row()
        self._words.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words.addWidget(self._label, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._button)
        self.setMinimumWidth(1)
        self._rescale()
        self.put_text(text, button_text)

    @property
    def button(self) -> QPushButton:
        """The button, hidden while it has no words."""
        return self._button

    def text(self) -> str:
        """Return the text as it was given."""
        return self.accessibleName()

    def set_text(self, text: str, button_text: str = "") -> None:
        """Change the text and the button's words, and let a screen reader speak the text."""
        self.put_text(text, button_text)
        announce(self, text)

    def put_text(self, text: str, button_text: str = "") -> None:
        """Change the text and the button's words without announcing them; the caller does."""
        self.setAccessibleName(text)
        self._label.setText(text)
        self._button.setText(button_text.replace("&", "&&"))
        self._button.setAccessibleName(button_text)
        self._button.setAccessibleDescription(text)
        self._button.setVisible(bool(button_text))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the button under the text where it would leave the text too little room."""
        wanted = self._button.sizeHint().width()
        beside = self._button.isHidden() or wanted * 3 < self.width()
        self._button.setMinimumWidth(wanted if beside else 0)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setAlignment(
            self._button,
            Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeading,
        )

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._rescale()

    def _rescale(self) -> None:
        side = px(14)
        self._row.setContentsMargins(side, px(10), side, px(10))
        self._row.setSpacing(px(10))
        self._words.setSpacing(px(10))
        name, ink, _ = self._kind.value
        set_icon(self._sign, name, ink, 20)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        _, ink, ground = self._kind.value
        painter = QPainter(self)
        paint_box(painter, self.rect().toRectF(), ground, ink, (tokens().border, 8))
        painter.end()


_TEXT_WIDTH = 460


class EmptyState(QWidget):
    """Icon, title, text and one primary button in the middle; ``pressed`` is the button's press."""

    pressed = Signal()

    def __init__(
        self, icon: str, title: str, text: str, button_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon = icon
        self._title = WrapLabel(title, "heading")
        self._text = WrapLabel(text, "muted")
        self._button = make_button(
            button_text.replace("&", "&&"), on=self.pressed, look="primary", about=text
        )
        self._button.setAccessibleName(button_text)
        if not button_text:  # shown before it has its place it would be a window of its own
            self._button.hide()
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(1)
        self._build()
        self._rescale()

    def _build(self) -> None:
        # The column is limited in width but never aligned: an aligned item is given its size hint
        # instead of its height for the width, and a wrapped text would be cut.
        self._column = QWidget()
        self._inner = in_column(self._picture, self._title, self._text, inside=self._column)
        self._inner.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across = in_row()
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self._outer = in_column(inside=self)
        self._outer.addStretch(1)
        self._outer.addLayout(across)
        self._outer.addStretch(2)

    @property
    def button(self) -> QPushButton:
        """The primary button, hidden while it has no words."""
        return self._button

    def set_texts(self, title: str, text: str, button_text: str = "") -> None:
        """Change what is said."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button_text.replace("&", "&&"))
        self._button.setAccessibleName(button_text)
        self._button.setVisible(bool(button_text))

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_outer"):
            self._rescale()

    def _rescale(self) -> None:
        set_icon(self._picture, self._icon, "accent", 56)
        self._column.setMaximumWidth(px(_TEXT_WIDTH))
        self._inner.setSpacing(px(10))
        self._outer.setContentsMargins(px(12), px(12), px(12), px(12))
