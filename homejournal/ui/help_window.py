"""The help: its topics beside the page that is read, without a network."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.texts.help_pages import (
    TOPICS,
    help_page,
    help_picture,
    topics_about,
    with_captions,
)
from homejournal.texts.wording import Wording
from homejournal.ui.theme import look, px, tokens
from homejournal.ui.widgets.index_beside import IndexBeside
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.room import fit
from homejournal.ui.widgets.speak import announce


class HelpBrowser(QTextBrowser):
    """Shows one page; a link to another page of the help opens that.

    Only the help's own pictures are loaded, and none is wider than the page.
    """

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._page: tuple[str, str] | None = None
        self._wide = 0
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
        """Show a page from its beginning."""
        self._page = title, markdown
        self.setAccessibleName(title)
        former = self.document()
        ours = former.parent() is self  # Qt deletes only the one it made itself
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(px(16))
        document.setDefaultStyleSheet(f"a {{ color: {tokens().colour('accent')}; }}")
        told, mirrored = with_captions(markdown), self.isRightToLeft()
        if mirrored:
            told = _from_the_right(told)
        document.setMarkdown(told, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _space_out(document)
        if mirrored:
            _stand_right(document)
        self.setDocument(document)
        self._wide = self._room()
        if ours:
            former.deleteLater()

    def mark(self, words: Iterable[str]) -> None:
        """Mark words wherever they stand on the page, and go to the first of them."""
        marks = [mark for word in words for mark in self._marks_of(word)]
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
        """Return how wide a picture may be."""
        return max(px(120), self.viewport().width() - 2 * px(16) - px(4))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None and self._wide != self._room() and _PICTURES in self._page[1]:
            place = self.verticalScrollBar().value()
            self.show_page(*self._page)
            self.verticalScrollBar().setValue(place)


_PICTURES = "](pictures/"
_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)


def _from_the_right(markdown: str) -> str:
    """Return a page whose tables have their first column at the right: Qt never turns them."""
    return _ROW.sub(lambda row: "|".join(row.group().split("|")[::-1]), markdown)


def _space_out(document: QTextDocument) -> None:
    """Give paragraphs and headings room: Qt sets those of Markdown without any."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        if form.headingLevel():
            form.setTopMargin(px(12))
        form.setBottomMargin(0 if form.nonBreakableLines() else px(6))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        block = block.next()


def _stand_right(document: QTextDocument) -> None:
    """Let tables stand at the right, and in them what is written in Latin letters, too."""
    right = QTextBlockFormat()
    right.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            form = table.format()
            form.setAlignment(Qt.AlignmentFlag.AlignRight)
            table.setFormat(form)
            cells = table.firstCursorPosition()
            cells.setPosition(table.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
            cells.mergeBlockFormat(right)


class HelpWindow(QDialog):
    """Topics to choose from and the page of the chosen one; it stays beside the main window."""

    def __init__(self, wording: Wording, topic: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(wording.text("Help"))
        self._wording = wording
        text = wording.text
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(text("Find in the help"))
        self.search.setAccessibleName(text("Find in the help"))
        self._found = WrapLabel("", "small")
        self._found.hide()
        self.topics = QListWidget()
        self.topics.setAccessibleName(text("Topics of the help"))
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = HelpBrowser(wording.language)
        for name in TOPICS:
            item = QListWidgetItem(help_page(wording.language, name).title, self.topics)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.topics.currentItemChanged.connect(self._show_chosen)
        self.page.anchorClicked.connect(self._follow)
        self.search.textChanged.connect(self._on_search)
        self._lay_out()
        self.open_topic(topic)
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_topic(self, topic: str) -> None:
        """Show the page of a topic; an unknown one shows the first."""
        self.topics.setCurrentRow(TOPICS.index(topic) if topic in TOPICS else 0)

    def _lay_out(self) -> None:
        # Wide enough for every title; beside it the page keeps the rest.
        wide = self.topics.sizeHintForColumn(0) + px(28)
        buttons = QDialogButtonBox()
        close = buttons.addButton(
            self._wording.text("Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        close.setAutoDefault(False)  # Enter in the search is not meant to close
        buttons.rejected.connect(self.reject)
        index = QWidget()
        names = QVBoxLayout(index)
        names.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self._found, self.topics):
            names.addWidget(part)
        column = QVBoxLayout(self)
        column.addWidget(IndexBeside(index, self.page, wide), 1)
        column.addWidget(buttons)
        fit(self, px(900), px(600))
        look().changed.connect(self._show_chosen)

    def _show_chosen(self) -> None:
        item = self.topics.currentItem()
        page = help_page(self._wording.language, item.data(Qt.ItemDataRole.UserRole))
        self.page.show_page(page.title, page.markdown)
        self.page.mark(self.search.text().split())

    def _on_search(self, typed: str) -> None:
        found = topics_about(self._wording.language, typed)
        for row, name in enumerate(TOPICS):
            self.topics.item(row).setHidden(name not in found)
        said = self._wording.count("{n} page says that", "{n} pages say that", len(found))
        said = said if found else self._wording.text("No page has these words. Try another word.")
        self._found.setText(said if typed.strip() else "")
        self._found.setVisible(bool(typed.strip()))
        if typed.strip():
            announce(self, said)
        if found and TOPICS[self.topics.currentRow()] not in found:
            self.open_topic(found[0])
        else:
            self._show_chosen()

    def _follow(self, link: QUrl) -> None:
        topic = link.fileName().removesuffix(".md")
        if topic in TOPICS:
            self.search.clear()
            self.open_topic(topic)
