"""Drop-down lists: of values, and of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from homejournal.texts.wording import Wording, short_name
from homejournal.ui.theme import px
from homejournal.ui.widgets.wrapping_labels import Index, elided, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent


_SHOWN_LETTERS = 60
_LEAST_LETTERS, _MOST_LETTERS = 12, 20
_LEAST_WIDTH = 120

Value = TypeVar("Value")


class WrappingLines(QStyledItemDelegate):
    """Gives a line that wraps its whole height, and no more width than its list has.

    Qt rounds the height down, and ends the first row in dots where letters of two writings, as an
    English word in Arabic, make the rows a little higher.
    """

    def __init__(self, lines: QListView) -> None:
        super().__init__(lines)
        self._lines = lines
        lines.setWordWrap(True)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        asked = super().sizeHint(option, index)
        return QSize(min(asked.width(), self._lines.viewport().width()), asked.height() + px(2))


class DropDown(QComboBox, Generic[Value]):
    """Choices are values and words; `picked` carries the value that a person has just chosen.

    It asks for room for its longest choice, but for no more than `most_letters`.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, most_letters: int = _MOST_LETTERS) -> None:
        super().__init__(parent)
        self._values: list[Value | None] = []
        self._most_letters = most_letters
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(self._on_index)
        self.is_from_list = False
        """Whether what was picked last was picked in the open list, and not passed by an arrow."""

    def set_choices(
        self, choices: Sequence[tuple[Value | None, str]], chosen: Value | None = None
    ) -> None:
        """Offer these choices; the first is chosen where `chosen` is not among them."""
        with QSignalBlocker(self):
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

    @property
    def values(self) -> Sequence[Value | None]:
        """The values of the choices, in their order."""
        return tuple(self._values)

    def value(self) -> Value | None:
        """Return the chosen value, or None if nothing is offered."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Value | None) -> None:
        """Show a value as chosen without saying that a person chose it."""
        if value in self._values:
            with QSignalBlocker(self):
                self.setCurrentIndex(self._values.index(value))

    @override
    def showPopup(self) -> None:
        # Qt's own delegate of a drop-down list knows nothing of the heights in the style sheet.
        lines = self.view()
        if isinstance(lines, QListView) and not isinstance(self.itemDelegate(), WrappingLines):
            self.setItemDelegate(WrappingLines(lines))
            lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        # Qt asks how high the lines are before they get their width, on which that hangs.
        whole, around = lines.window(), lines.window().layout()
        whole.ensurePolished()
        whole.resize(self.width(), whole.height())
        if around is not None:
            around.activate()
        super().showPopup()

    @override
    def hidePopup(self) -> None:
        if self.view().isVisible():
            self.is_from_list = True  # Qt tells of the choice after this
        super().hidePopup()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self.is_from_list = False
        super().keyPressEvent(event)

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


MOST_IN_LIST = 13
"""Twelve names and "not said"; more are found by typing."""


class PersonDropDown(DropDown[Value]):
    """A list of people; from thirteen names on, they are found by typing."""

    def __init__(self, wording: Wording, title: str) -> None:
        super().__init__()
        self._wording, self._title = wording, title

    @override
    def showPopup(self) -> None:
        if self.count() <= MOST_IN_LIST:
            super().showPopup()
            return
        from homejournal.ui.widgets.fields.name_search import NameSearch

        finder = NameSearch(self._wording, self._title, self.window())
        finder.picked.connect(self._on_found)
        names = [self.itemText(row) for row in range(self.count())]
        finder.ask(list(zip(self.values, names, strict=True)), self.value())

    def _on_found(self, value: Value | None) -> None:
        if value in self.values:
            self.setCurrentIndex(self.values.index(value))
