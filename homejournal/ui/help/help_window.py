"""The help: its topics beside the page that is read, without a network."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from homejournal.texts.window.help import TOPICS, help_page, topics_about
from homejournal.texts.wording import Wording
from homejournal.ui.help.browser import HelpBrowser
from homejournal.ui.theme import look, px
from homejournal.ui.widgets.labels import WrapLabel, announce
from homejournal.ui.widgets.layout.boxes import MasterDetail
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fit


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
        buttons = FootButtons()
        close = buttons.addButton(self._wording.text("Close"), Role.RejectRole)
        close.setAutoDefault(False)  # Enter in the search is not meant to close
        buttons.rejected.connect(self.reject)
        index = QWidget()
        names = QVBoxLayout(index)
        names.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self._found, self.topics):
            names.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(MasterDetail(index, self.page, wide), 1)
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
