"""One page of the help as it is read: its text, its own pictures, and its tables or lists."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from homejournal.texts.window.help import help_picture, tables_as_lists, with_captions
from homejournal.ui.theme import px, tokens

_MARGIN = 16
_SIZES_OF_HEADINGS = 4
"""So many sizes above the text Qt sets a heading, less its level."""
_ROOM_FOR_TABLES = 400
"""In less room a column of a table has hardly two words beside each other."""


class HelpBrowser(QTextBrowser):
    """Shows one page; a link to another page of the help opens that.

    Only the help's own pictures are loaded, and none is wider than the page. Where a table would
    be wider than the page, and where one reads from the right, the tables are lists: Qt neither
    turns the columns of a table, nor does it tell a screen reader which cell stands below which.
    """

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._page: tuple[str, str] | None = None
        self._wide = 0
        self._marked: tuple[str, ...] = ()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        path = name if isinstance(name, str) else name.toString()
        file = help_picture(self._language, path)
        if type != QTextDocument.ResourceType.ImageResource.value or file is None:
            return None
        picture, room = QImage(str(file)), self._room()
        if picture.width() > room:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(room, smooth)
        return picture

    def show_page(self, title: str, markdown: str) -> None:
        """Show a page from its beginning, with nothing marked."""
        self._page, self._marked = (title, markdown), ()
        self._wide = self._room()
        self.setAccessibleName(title)
        former = self.document()
        ours = former.parent() is self  # Qt deletes only the one it made itself
        document = self._made(markdown)
        document.setParent(self)
        self.setDocument(document)
        if ours:
            former.deleteLater()

    def _made(self, markdown: str) -> QTextDocument:
        """Return a document with tables, or with lists where those suit it better."""
        narrow = self._wide < px(_ROOM_FOR_TABLES)
        if not narrow and not self.isRightToLeft():
            document = self._read(markdown)
            if document.size().width() <= document.textWidth():
                return document
        return self._read(tables_as_lists(markdown))

    def _read(self, markdown: str) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(px(_MARGIN))
        document.setDefaultStyleSheet(f"a {{ color: {tokens().colour('accent')}; }}")
        told = with_captions(markdown)
        document.setMarkdown(told, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _set(document, mirrored=self.isRightToLeft())
        document.setTextWidth(self._wide + 2 * px(_MARGIN))
        _keep_words_whole(document)
        return document

    def mark(self, words: Iterable[str]) -> None:
        """Mark words wherever they stand on the page, and go to the first of them."""
        self._marked = tuple(words)
        marks = [mark for word in self._marked for mark in self._marks_of(word)]
        self.setExtraSelections(marks)
        if marks:
            first = min(mark.cursor.selectionStart() for mark in marks)
            cursor = self.textCursor()
            cursor.setPosition(first)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _marks_of(self, word: str) -> Iterator[QTextEdit.ExtraSelection]:
        cursor = self.document().find(word)
        while not cursor.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(tokens().colour("careful_soft")))
            mark.format.setForeground(QColor(tokens().colour("text")))
            mark.format.setFontUnderline(True)
            yield mark
            cursor = self.document().find(word, cursor)

    def _room(self) -> int:
        """Return how wide a picture may be, also beside a bar that scrolls."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(px(120), self.contentsRect().width() - bar - 2 * px(_MARGIN) - px(4))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = min(self._wide, self._room()) < px(_ROOM_FOR_TABLES)
        suits = self._page is not None and (narrow or _suits_room(self._page[1]))
        if self._page is not None and suits and self._wide != self._room():
            place, marked = self.verticalScrollBar().value(), self._marked
            self.show_page(*self._page)
            self.mark(marked)
            self.verticalScrollBar().setValue(place)


def _suits_room(markdown: str) -> bool:
    """Return whether a page looks another way where there is more or less room."""
    return "](pictures/" in markdown or "\n|---" in markdown


def _keep_words_whole(document: QTextDocument) -> None:
    """Set a heading smaller where one of its words has no room: Qt breaks it anywhere."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        size = _SIZES_OF_HEADINGS - level if level else 0
        while size > 0 and _breaks_a_word(block):
            size -= 1
            smaller = QTextCharFormat()
            smaller.setProperty(QTextFormat.Property.FontSizeAdjustment, size)
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(smaller)
        block = block.next()


def _breaks_a_word(block: QTextBlock) -> bool:
    document = block.document()
    document.documentLayout().blockBoundingRect(block)  # lays it out
    layout = block.layout()
    ends = (layout.lineAt(at).textStart() for at in range(1, layout.lineCount()))
    return any(not block.text()[end - 1].isspace() for end in ends)


def _set(document: QTextDocument, *, mirrored: bool) -> None:
    """Give paragraphs and headings room, and let them begin where one reads from.

    Qt sets those of Markdown without room, each by its first letter, and lines of code so that
    they leave the page.
    """
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        code = form.nonBreakableLines()
        if form.headingLevel():
            form.setTopMargin(px(12))
        form.setBottomMargin(0 if code else px(6))
        form.setLayoutDirection(right if mirrored and not code else left)
        form.setNonBreakableLines(False)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        block = block.next()
