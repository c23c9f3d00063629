"""Fields for what people write: one that grows with the text, a line with its own Enter."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.base.clipboard import brings_more_than_words
from homejournal.ui.base.keys import COMMAND
from homejournal.ui.theme import px, repolish

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LineWithEnter(QLineEdit):
    """`returnPressed` is all that Enter does here.

    Qt would go on and press a button of the dialog, too: the one that stops what Enter began, since
    the keyboard is there by then.
    """

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            event.accept()


class NoteEdit(QPlainTextEdit):
    """Plain text of any length; Enter starts a new line, Ctrl+Enter is ``done``.

    The field is ``least`` lines high when empty, or as high as what stands in it until something is
    written, and grows to ``most`` lines before it scrolls.
    """

    done = Signal()
    given = Signal(object)
    """Files or a picture, dropped or pasted here: QMimeData. None before `take_files`."""

    def __init__(
        self, placeholder: str = "", least: int = 1, most: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = (least, most)
        self._height = 0
        self._fits = False
        self._takes_files = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._wrap_again)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription(placeholder)  # stays where a form's label gives the name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self._begin_lines()
        self.document().clearUndoRedoStacks()  # the margin counts as a step otherwise
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the text and put the cursor at its end; Ctrl+Z does not bring the old back."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def take_files(self) -> None:
        """Hand on files and pictures by `given`; a field would take their names, or nothing."""
        self._takes_files = True

    @override
    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        files = self._takes_files and not self.isReadOnly() and brings_more_than_words(source)
        return files or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData, /) -> None:
        if self._takes_files and brings_more_than_words(source):
            self.given.emit(source)
        else:
            super().insertFromMimeData(source)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            event.accept()
        elif _is_command(event):
            event.ignore()  # it is for the card around; Qt would write its letter
        else:
            super().keyPressEvent(event)

    @override
    def setPlaceholderText(self, words: str, /) -> None:
        super().setPlaceholderText(words)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self._height)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._begin_lines()
        elif event.type() == QEvent.Type.ReadOnlyChange:
            repolish(self)  # it looks so, too

    def _begin_lines(self) -> None:
        """Begin lines at the side where the window reads from: Qt begins all at the left here."""
        option = self.document().defaultTextOption()
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)

    def _in_sight(self) -> tuple[int, float]:
        """Return how many lines there are, hardly more than can be in sight, and their height.

        Qt counts one line for a paragraph until it is asked how high it is, and lines are higher
        than the font says where they hold letters of another one.
        """
        lines, height, paragraph = 0, 0.0, self.document().firstBlock()
        while paragraph.isValid() and lines <= self._lines[1]:
            height += self.blockBoundingRect(paragraph).height()
            lines += max(1, paragraph.layout().lineCount())
            paragraph = paragraph.next()
        margin = 0 if paragraph.isValid() else self.document().documentMargin()
        return max(1, lines), height - margin

    def _lines_of_placeholder(self) -> int:
        """Return over how many lines it goes on; it keeps them once something is written."""
        margin, metrics = round(self.document().documentMargin()), self.fontMetrics()
        width = self.contentsRect().width()  # asking for the viewport costs 7 ms (see `nav`)
        room = QRect(0, 0, width - 2 * margin, 100 * metrics.lineSpacing())
        wraps = Qt.TextFlag.TextWordWrap.value
        return (
            metrics.boundingRect(room, wraps, self.placeholderText()).height() // metrics.height()
        )

    def _wrap_again(self) -> None:
        """Break the lines where the bar begins: Qt was at it, and goes on in the former width."""
        self._fits = True
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._fits = False
        self._fit()

    def _fit(self) -> None:
        if self._fits:
            return
        self._fits = True  # counting lays out, which changes the size
        lines, inside = self._in_sight()
        self._fits = False
        least, most = max(self._lines[0], self._lines_of_placeholder()), self._lines[1]
        around = 2 * px(7) + 2 * 2 + 2 * round(self.document().documentMargin())
        height = ceil(inside / lines * max(least, min(most, lines))) + around
        height = max(height, px(36) + 4)
        shows_all = lines <= most
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        policy = off if shows_all else needed
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
            self._soon.start()
        if shows_all:
            # Qt scrolls down while the field is still too low, and stays there once it has grown.
            self.verticalScrollBar().setValue(0)
        if height != self._height:
            self._height = height
            self.setFixedHeight(height)


def _is_command(event: QKeyEvent) -> bool:
    """Return whether it is Alt and a key that writes the same without it; elsewhere Alt writes."""
    held = event.modifiers() & COMMAND
    return held == Qt.KeyboardModifier.AltModifier and event.text().upper() == chr(
        event.key() & 0xFFFF
    )
