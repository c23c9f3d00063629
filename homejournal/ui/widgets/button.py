"""Buttons by one call, with words or an icon alone; a menu, a toggle, a pill, a shown password."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.theme import (
    RADIUS,
    look,
    paint_box,
    px,
    set_icon,
    set_look,
    tokens,
)
from homejournal.ui.widgets.roles import ToldAs, tell_as, tell_folded
from homejournal.ui.widgets.wrapping_button import ChoiceButton, WordButton
from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from homejournal.texts.wording import Wording


class ToggleButton(WordButton):
    """Shows something as long as it is pressed; what is chosen so is told as a `TICK`."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setCheckable(True)
        self.setAutoDefault(False)  # Enter in a dialog would turn it, and not save
        tell_as(self, ToldAs.FOLD, words)
        self.toggled.connect(self._tell_folded)

    def _tell_folded(self) -> None:
        tell_folded(self)


class FoldButton(ToggleButton):
    """Shows a part that is folded away, and folds it again; `words` are those for each."""

    def __init__(self, part: QWidget, words: tuple[str, str], about: str) -> None:
        super().__init__(words[0])
        self._part, self._words = part, words
        set_look(self, "link")
        set_icon(self, "chevron-down", "muted", 16)
        self.setAccessibleDescription(about)
        self.toggled.connect(self._on_toggled)
        part.hide()

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.setText(self._words[shown])
        self.setAccessibleName(self._words[shown])
        self._part.setVisible(shown)


Line = tuple[str, str]
"""The name of a line, which `picked` carries, and its words."""

_ICONS = {"": ("text", 18), "primary": ("accent_text", 18), "link": ("muted", 16)}
_ICONS["chip"] = _ICONS["text"] = _ICONS["link"]
"""The ink and the size of the icon, by the look of the button."""


class MenuButton(WordButton):
    """`picked` carries the name of the line that was chosen."""

    picked = Signal(str)

    def __init__(self, text: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        tell_as(self, ToldAs.MENU, text)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        self.set_lines(lines)
        set_icon(self, "chevron-down", "muted", 16)
        self.clicked.connect(self.open_menu)

    def set_lines(self, lines: Sequence[Line]) -> None:
        self._menu.clear()
        for name, words in lines:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setData(name)

    @property
    def lines(self) -> tuple[QAction, ...]:
        """Return what can be chosen."""
        return tuple(self._menu.actions())

    def open_menu(self) -> None:
        """Open the menu at its first line."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if self.lines:
            self._menu.setActiveAction(self.lines[0])

    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))


class MoreButton(MenuButton):
    """Three dots for all that is done now and then."""

    def __init__(self, name: str, about: str = "") -> None:
        super().__init__("", ())
        set_look(self, "icon")
        set_icon(self, "dots", "muted", 20)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setToolTip(plain(name))


def make_button(
    words: str,
    icon: str = "",
    on: Callable[..., object] | SignalInstance | None = None,
    *,
    look: str = "",
    about: str = "",
) -> WordButton:
    """Return a button with its words, an icon, and what its press does.

    The icon is as large as the look asks for; `about` says to a screen reader what it belongs to.
    """
    made = WordButton(words)
    if look:
        set_look(made, look)
    if icon:
        set_icon(made, icon, *_ICONS[look])
    if about:
        made.setAccessibleDescription(about)
    if on is not None:
        made.clicked.connect(on)
    return made


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> WordButton:
    """Return a small button with an icon; its words are for tool tip and screen reader."""
    button = WordButton(parent=parent)
    set_look(button, "icon")
    set_icon(button, icon)
    button.setAccessibleName(name)
    button.setToolTip(plain(name))
    return button


def dress_chip(button: QPushButton, icon: str, name: str = "", about: str = "") -> None:
    """Let a button look like a chip, with an icon.

    `name` says more than the words, in the tool tip and to a screen reader, and begins with them
    (WCAG 2.2, success criterion 2.5.3); `about` says what the button belongs to.
    """
    set_look(button, "chip")
    set_icon(button, icon, "muted", 16)
    button.setAccessibleName(name)
    button.setToolTip(plain(name))
    button.setAccessibleDescription(about)


class ShowPasswordButton(ToggleButton):
    """Shows and hides the letters of one field, which are hidden at first."""

    def __init__(self, wording: Wording, field: QLineEdit) -> None:
        super().__init__(wording.text("Show"))
        tell_as(self, ToldAs.TICK, wording.text("Show what I type"))
        self._field = field
        self.toggled.connect(self._show)
        self._show(shown=False)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._field.setEchoMode(mode)


_WRAP = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_SIDE = 14
"""Pixels at 100 % beside the words of a pill."""
_NO_LIMIT = 10_000


class Pill(ChoiceButton):
    """A real radio button, so that role, state and keys are those people know.

    Chosen is told by fill, a thicker border and semibold letters together, never by color alone.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        # A lone "&" would become a shortcut instead of a letter.
        super().__init__(words.replace("&", "&&"), parent)
        self.words = words
        self._at_most: tuple[str, ...] = ()
        # A layout asks dozens of times before it is settled, and measuring words is slow.
        self._one_lines: dict[int, QRect] = {}
        self._hints: dict[int, QSize] = {}
        self._heights: dict[tuple[int, int], int] = {}
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go on to the next or former one with an arrow: Qt stops at the end of a line."""
        forward = self._is_forward(Qt.Key(event.key()))
        group = cast("QButtonGroup | None", self.group())
        if forward is None or group is None or not group.exclusive():
            super().keyPressEvent(event)
            return
        pills = [one for one in group.buttons() if one.isVisible() and one.isEnabled()]
        following = pills[(pills.index(self) + (1 if forward else -1)) % len(pills)]
        following.setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        following.click()

    def _is_forward(self, key: Qt.Key) -> bool | None:
        """Return whether a key goes on, or back; None for a key that goes nowhere."""
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return key == Qt.Key.Key_Down
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            return (key == Qt.Key.Key_Right) != mirrored
        return None

    def set_words(self, words: str) -> None:
        self.words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self._measure_again()
        self.updateGeometry()

    def keep_room(self, at_most: Iterable[str]) -> None:
        """Ask for room for the widest of these words, whichever stand there."""
        self._at_most = tuple(at_most)
        self._measure_again()

    @override
    def sizeHint(self) -> QSize:
        scale = look().body_px
        if scale not in self._hints:
            # Not the advance: letters that join need a little more, and would go on in a line.
            metrics = QFontMetrics(self._strong())
            widths = (metrics.horizontalAdvance(words) + 1 for words in self._at_most)
            words = max(self._one_line().width(), *widths, 0)
            width = words + 2 * px(_SIDE) + 2
            self._hints[scale] = QSize(max(px(44), width), self.heightForWidth(_NO_LIMIT))
        return QSize(self._hints[scale])

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._strong())
        longest = max((metrics.horizontalAdvance(word) for word in self.words.split()), default=0)
        width = min(longest, px(200)) + 2 * px(_SIDE) + 2
        return QSize(max(px(44), width), px(44))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        key = (look().body_px, width)
        if key not in self._heights:
            self._heights[key] = self._height(width)
        return self._heights[key]

    def _height(self, width: int) -> int:
        room = max(1, width - 2 * px(_SIDE))
        needed = self._one_line()
        if room < needed.width() + 2:
            needed = self._rect_in(room)
        return max(px(44), needed.height() + 2 * px(9))

    def _one_line(self) -> QRect:
        """Return what the words take where there is room for all of them side by side."""
        scale = look().body_px
        if scale not in self._one_lines:
            self._one_lines[scale] = self._rect_in(_NO_LIMIT)
        return self._one_lines[scale]

    def _rect_in(self, room: int) -> QRect:
        """Return how much of a width, in pixels, the words take in semibold letters."""
        metrics = QFontMetrics(self._strong())
        return metrics.boundingRect(QRect(0, 0, room, _NO_LIMIT), _WRAP, self.words)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        chosen, focused = self.isChecked(), self.hasFocus()
        pressable = self.isEnabled()
        line = "focus" if focused else "accent" if chosen else "control" if pressable else "line"
        raised = pressable and not self.underMouse()
        fill = "accent_soft" if chosen else "surface" if raised else "surface2"
        width = tokens().border + (1 if chosen or focused else 0)
        paint_box(painter, QRectF(self.rect()), fill, line, (width, RADIUS))
        ink = "accent" if chosen else ("text" if pressable else "muted")
        self._paint_words(painter, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        font = self._strong() if self.isChecked() else self.font()
        room = QRect(0, 0, max(1, self.width() - 2 * px(_SIDE)), self.height())
        needed = QFontMetrics(font).boundingRect(room, _WRAP, self.words)
        width = min(room.width(), needed.width() + 2)
        start = (self.width() - width) // 2
        painter.setFont(font)
        painter.setPen(QColor(tokens().colour(ink)))
        painter.drawText(QRect(start, 0, width, self.height()), _WRAP, self.words)

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        elif event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure_again()

    def _measure_again(self) -> None:
        self._one_lines.clear()
        self._hints.clear()
        self._heights.clear()
