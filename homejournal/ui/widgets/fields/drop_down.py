"""A drop-down list of values that never grows wider than its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent

from typing_extensions import override

from homejournal.texts.wording import short_name
from homejournal.ui.base.plain_tool_tips import plain
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.wrapping_list import WholeLines
from homejournal.ui.widgets.text.elided import elided

_SHOWN_LETTERS = 60
_LEAST_LETTERS, _MOST_LETTERS = 12, 20
_LEAST_WIDTH = 120


class ChooseBox(QComboBox):
    """Choices are values and words; `picked` carries the value that a person has just chosen.

    It asks for room for its longest choice, but for no more than `most_letters`.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, most_letters: int = _MOST_LETTERS) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._most_letters = most_letters
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(self._on_index)

    def set_choices(self, choices: Sequence[tuple[object, str]], chosen: object = None) -> None:
        """Offer these choices; the first is chosen where `chosen` is not among them."""
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in choices]
        for place, (_, words) in enumerate(choices):
            short = short_name(words, _SHOWN_LETTERS)
            self.addItem(short.replace("\n", " "))
            if short != words:
                self.setItemData(place, plain(words[:2000]), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else 0)
        # A letter counts as wide as an X, so a little less than the longest line is enough.
        longest = max((len(words) for _, words in choices), default=0) - 2
        self.setMinimumContentsLength(max(_LEAST_LETTERS, min(self._most_letters, longest)))
        self.blockSignals(False)

    @property
    def values(self) -> Sequence[object]:
        """The values of the choices, in their order."""
        return tuple(self._values)

    def value(self) -> object:
        """Return the chosen value, or None where nothing is offered."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Show a value as chosen without saying that a person chose it."""
        if value in self._values:
            self.blockSignals(True)
            self.setCurrentIndex(self._values.index(value))
            self.blockSignals(False)

    @override
    def showPopup(self) -> None:
        # Qt's own delegate of a drop-down list knows nothing of the heights in the style sheet.
        lines = self.view()
        if isinstance(lines, QListView) and not isinstance(self.itemDelegate(), WholeLines):
            self.setItemDelegate(WholeLines(lines))
            lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        # Qt asks how high the lines are before they get their width, on which that hangs.
        whole, around = lines.window(), lines.window().layout()
        whole.ensurePolished()
        whole.resize(self.width(), whole.height())
        if around is not None:
            around.activate()
        super().showPopup()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_WIDTH), super().minimumSizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Let a choice that has no room end in dots: Qt cuts through its last letter."""
        painter, shown = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(shown)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, shown, part, self)
        shown.currentText = elided(self.fontMetrics(), shown.currentText, room.width() - px(4))
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Let the page scroll: a wheel that passes over must change nothing."""
        event.ignore()

    def _on_index(self, at: int) -> None:
        if 0 <= at < len(self._values):
            self.picked.emit(self._values[at])
