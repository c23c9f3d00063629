"""The help: its topics beside the page that is read, without a network."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.texts.help_pages import TOPICS, help_page
from homejournal.texts.wording import Wording
from homejournal.ui.theme import look, px, tokens


class HelpBrowser(QTextBrowser):
    """Shows one page; a link to another page of the help opens that, nothing else is loaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    @override
    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        return None

    def show_page(self, title: str, markdown: str) -> None:
        """Show a page from its beginning."""
        self.setAccessibleName(title)
        former = self.document()
        ours = former.parent() is self  # Qt deletes only the one it made itself
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(px(16))
        document.setDefaultStyleSheet(f"a {{ color: {tokens().colour('accent')}; }}")
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _space_out(document)
        self.setDocument(document)
        if ours:
            former.deleteLater()


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


class HelpWindow(QDialog):
    """Topics to choose from and the page of the chosen one; it stays beside the main window."""

    def __init__(self, wording: Wording, topic: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(wording.text("Help"))
        self._wording = wording
        self.topics = QListWidget()
        self.topics.setAccessibleName(wording.text("Topics of the help"))
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = HelpBrowser()
        for name in TOPICS:
            item = QListWidgetItem(help_page(wording.language, name).title, self.topics)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.topics.currentItemChanged.connect(self._show_chosen)
        self.page.anchorClicked.connect(self._follow)
        self._lay_out()
        self.open_topic(topic)

    def open_topic(self, topic: str) -> None:
        """Show the page of a topic; an unknown one shows the first."""
        self.topics.setCurrentRow(TOPICS.index(topic) if topic in TOPICS else 0)

    def _lay_out(self) -> None:
        # Wide enough for every title; beside it the page keeps the rest.
        self.topics.setFixedWidth(self.topics.sizeHintForColumn(0) + px(28))
        buttons = QDialogButtonBox()
        buttons.addButton(self._wording.text("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        beside = QHBoxLayout()
        beside.addWidget(self.topics)
        beside.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.addLayout(beside, 1)
        column.addWidget(buttons)
        self.resize(px(900), px(600))
        look().changed.connect(self._show_chosen)

    def _show_chosen(self) -> None:
        item = self.topics.currentItem()
        page = help_page(self._wording.language, item.data(Qt.ItemDataRole.UserRole))
        self.page.show_page(page.title, page.markdown)

    def _follow(self, link: QUrl) -> None:
        topic = link.fileName().removesuffix(".md")
        if topic in TOPICS:
            self.open_topic(topic)
