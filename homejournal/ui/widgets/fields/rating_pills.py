"""How it went, in one click or one key: a row of pills, one for each level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.button import Pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

# Three levels are hard, okay, well; with five the two middle ones are alike.
_HUES = {1: (3,), 2: (1, 3), 3: (1, 2, 3), 4: (1, 2, 3, 4), 5: (1, 2, 2, 3, 4)}
_GAP = 8
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class RatingPill(Pill):
    """One level of a rating; left and right move on without choosing, space chooses.

    Choosing saves at once, so walking along the row must not choose, unlike in other radio groups.
    """

    moved = Signal(int)

    def __init__(self, words: str, level: int, hue: int, parent: QWidget | None = None) -> None:
        super().__init__(words, f"hue{hue}", f"soft{hue}", parent)
        self.level = level

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _FORWARD:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.moved.emit(1 if (key == Qt.Key.Key_Right) != mirrored else -1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RatingRow(QWidget):
    """Two to five levels in one row, in two where the words do not fit, or one under another.

    ``rated`` carries the level, from 1, that a person has just chosen, by mouse, key or screen
    reader. Pressing the chosen level once more says nothing.
    """

    rated = Signal(int)

    def __init__(
        self,
        words: Sequence[str],
        about: str = "",
        icons: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiet = False
        self._group = QButtonGroup(self)
        self._pills: list[RatingPill] = []
        hues = _HUES[len(words)]
        for index, text in enumerate(words):
            pill = RatingPill(text, index + 1, hues[index], self)
            pill.setAccessibleDescription(about)
            pill.set_marks(icons[index] if icons else "", str(index + 1))
            self._adopt(pill)
        # Toggled, not clicked: a screen reader changes the state without a click.
        self._group.idToggled.connect(self._on_toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_tab_stop()

    def _adopt(self, pill: RatingPill) -> None:
        pill.moved.connect(self._on_moved)
        self._group.addButton(pill, pill.level)
        self._pills.append(pill)

    @property
    def pills(self) -> Sequence[RatingPill]:
        """The pills from level 1 on."""
        return tuple(self._pills)

    def level(self) -> int | None:
        """Return the chosen level, or None."""
        chosen = self._group.checkedId()
        return chosen if chosen > 0 else None

    def set_level(self, level: int | None) -> None:
        """Show a level as chosen, or none, without saying that it was rated."""
        self._quiet = True
        self._group.setExclusive(False)
        for pill in self._pills:
            pill.setChecked(pill.level == level)
        self._group.setExclusive(True)
        self._quiet = False
        self._set_tab_stop()

    def choose(self, level: int) -> None:
        """Choose a level as if the person had pressed its pill; ignore one that does not exist."""
        if 1 <= level <= len(self._pills):
            self._pills[level - 1].setChecked(True)

    def _on_toggled(self, level: int, checked: bool) -> None:  # noqa: FBT001
        if checked and not self._quiet:
            self._set_tab_stop()
            self.rated.emit(level)

    def _on_moved(self, step: int) -> None:
        focused = self.focusWidget()
        if isinstance(focused, RatingPill):
            at = (focused.level - 1 + step) % len(self._pills)
            self._pills[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _set_tab_stop(self) -> None:
        """Let Tab enter at the chosen level, or at the first, as in every radio group."""
        stop = self.level() or 1
        for pill in self._pills:
            reached = pill.level == stop
            pill.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._pills[stop - 1])

    def _columns(self, width: int) -> int:
        count = len(self._pills)
        widest = max(pill.sizeHint().width() for pill in self._pills)
        choices = [count] if count <= 3 else [count, (count + 1) // 2]
        for columns in choices:
            if columns * widest + (columns - 1) * px(_GAP) <= width:
                return columns
        return 1

    def _row_height(self, width: int) -> int:
        return max(pill.heightForWidth(width) for pill in self._pills)

    @override
    def sizeHint(self) -> QSize:
        widest = max(pill.sizeHint().width() for pill in self._pills)
        count = len(self._pills)
        return QSize(count * widest + (count - 1) * px(_GAP), self._pills[0].sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(pill.minimumSizeHint().width() for pill in self._pills), px(44))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        columns = self._columns(width)
        rows = -(-len(self._pills) // columns)
        each = (width - (columns - 1) * px(_GAP)) // columns
        return rows * (self._row_height(each) + px(_GAP)) - px(_GAP)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        kinds = {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}
        if event.type() in kinds and getattr(self, "_pills", None):
            self.updateGeometry()
            self._place()

    def _place(self) -> None:
        gap = px(_GAP)
        columns = self._columns(self.width())
        each = (self.width() - (columns - 1) * gap) / columns
        height = self._row_height(int(each))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, pill in enumerate(self._pills):
            row, column = divmod(index, columns)
            if mirrored:
                column = columns - 1 - column
            left, end = round(column * (each + gap)), round(column * (each + gap) + each)
            pill.setGeometry(QRect(left, row * (height + gap), end - left, height))
