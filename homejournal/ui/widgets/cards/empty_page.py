"""The placeholder of an empty page: what will be here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

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
        self._button = WordButton(button_text.replace("&", "&&"))
        self._button.setAccessibleName(button_text)
        self._button.setAccessibleDescription(text)
        set_look(self._button, "primary")
        if not button_text:  # shown before it has its place it would be a window of its own
            self._button.hide()
        self._button.clicked.connect(self.pressed)
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
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self._outer = QVBoxLayout(self)
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
