"""Find a command by a few letters of its name, and the list of all keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.texts.window.commands import found_said
from homejournal.ui.theme import BODY, RADIUS, SMALL, paint_box, px, sized_font, tokens
from homejournal.ui.widgets.fields.name_search import NameSearch
from homejournal.ui.widgets.wrapping_labels import Index, WrapLabel, announce, lines_in
from homejournal.ui.window.commands import Command, found

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


COMMAND_ROLE = Qt.ItemDataRole.UserRole + 1
_SIDE, _EDGE = 12, 6
_ROOM_FOR_KEYS = 0.45
"""The largest part of a line's width that its keys take."""


@dataclass(frozen=True, slots=True)
class CommandShown:
    """What a line shows; `note` stands small under the words, `faint` says that it is not to do."""

    words: str
    keys: str
    note: str
    faint: bool


class CommandDelegate(QStyledItemDelegate):
    """A line takes what height its words need; in most windows all lines are equally high."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        shown, view = index.data(COMMAND_ROLE), option.widget
        if not isinstance(shown, CommandShown) or not isinstance(view, QAbstractItemView):
            return super().sizeHint(option, index)
        parts = _Parts(shown, view.viewport().width() - 2 * px(_SIDE))
        return QSize(px(160), parts.high() + 2 * px(_EDGE) + 2)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        /,
    ) -> None:
        shown = index.data(COMMAND_ROLE)
        if not isinstance(shown, CommandShown):
            return
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            box = rect.adjusted(2, 1, -2, -1).toRectF()
            paint_box(painter, box, "accent_soft", "focus" if focused else "accent", (2, RADIUS))
        inside = rect.adjusted(px(_SIDE), px(_EDGE), -px(_SIDE), -px(_EDGE))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        _Parts(shown, inside.width()).paint(painter, inside, mirrored=mirrored)
        painter.restore()


class _Parts:
    """The words of a line with its keys at their end or under them, and then the note."""

    def __init__(self, shown: CommandShown, width: int) -> None:
        self._shown = shown
        self._usual, self._small = sized_font(BODY), sized_font(SMALL)
        keys = QFontMetrics(self._usual).horizontalAdvance(shown.keys)
        self._at_end = keys if keys <= width * _ROOM_FOR_KEYS else 0
        self._words = _lines(shown.words, self._usual, width - self._at_end - px(12))
        under = shown.keys and not self._at_end
        self._under = _lines(shown.keys, self._usual, width) if under else []
        self._note = _lines(shown.note, self._small, width)

    def high(self) -> int:
        """Return the height of all lines, in pixels."""
        usual, small = QFontMetrics(self._usual).height(), QFontMetrics(self._small).height()
        return len([*self._words, *self._under]) * usual + len(self._note) * small

    def paint(self, painter: QPainter, rect: QRect, *, mirrored: bool) -> None:
        """Paint all lines from the top of the room on."""
        high, ink = QFontMetrics(self._usual).height(), "muted" if self._shown.faint else "text"
        row = QRect(rect.left(), rect.top(), rect.width(), high)
        if self._at_end:
            said = (self._shown.keys, self._usual, "muted")
            _paint_text(painter, said, row, mirrored=not mirrored)
        for lines, font, colour in (
            (self._words, self._usual, ink),
            (self._under, self._usual, "muted"),
            (self._note, self._small, "muted"),
        ):
            row.setHeight(QFontMetrics(font).height())
            for words in lines:
                _paint_text(painter, (words, font, colour), row, mirrored=mirrored)
                row.translate(0, row.height())


def _lines(words: str, font: QFont, room: int) -> list[str]:
    """Return the lines of a text; most fit in one."""
    if QFontMetrics(font).horizontalAdvance(words) <= room:
        return [words]
    return [line.rstrip() for line in lines_in(words, font, room)]


def _paint_text(
    painter: QPainter, said: tuple[str, QFont, str], rect: QRect, *, mirrored: bool
) -> None:
    words, font, ink = said
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(QColor(tokens().colour(ink)))
    where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, int(where), words)


class CommandSearch(NameSearch):
    """Enter or a click does what a line says; a line that does nothing now says why.

    `words` are the title and what stands in the empty field; `picked` carries the command that was
    chosen, once this window is closed.
    """

    wide, high = 600, 560

    def __init__(
        self,
        wording: "Wording",
        words: tuple[str, str],
        commands: Sequence[Command],
        parent: QWidget,
    ) -> None:
        title, hint = words
        super().__init__(
            wording,
            title,
            parent,
            hint=hint,
            nothing=wording.text("Nothing found. Try another word."),
        )
        self._commands, self._wording, self._said = commands, wording, ""
        self.away.setText(wording.text("Close"))  # nothing was begun that could be canceled
        self._why = WrapLabel("", "strong")
        self._why.hide()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self._why)
        self.names.setItemDelegate(CommandDelegate(self.names))
        self.names.currentItemChanged.connect(self._on_current)

    def begin(self) -> None:
        """Open with all commands."""
        self.ask([(command, command.words) for command in self._commands], None)

    @override
    def _narrow(self, typed: str) -> None:
        super()._narrow(typed)
        first, before = self.names.item(0), self._said
        self._said = ""
        if typed and first is not None:
            self._said = found_said(self._wording, self.names.count(), first.text())
        if self._said not in {"", before}:
            announce(self, self._said)

    @override
    def _found(self, typed: str) -> Sequence[int]:
        return found(self._commands, typed)

    @override
    def _item(self, place: int) -> QListWidgetItem:
        one = self._commands[place]
        shown = CommandShown(one.words, one.keys, one.note, bool(one.why_not) and not one.told)
        item = QListWidgetItem(one.words)
        item.setData(COMMAND_ROLE, shown)
        parts = (one.words, one.keys, one.where, "" if one.told else one.why_not)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in parts if part))
        return item

    @override
    def _take(self, item: QListWidgetItem) -> None:
        why = self._commands[item.data(Qt.ItemDataRole.UserRole)].why_not
        if not why:
            super()._take(item)
            return
        self._why.setText(why)
        self._why.show()
        announce(self, why)

    def _on_current(self) -> None:
        self._why.hide()
