"""The help, without a network: its window of topics, F1, what this program is, and the licenses.

Uses kit and what lies below it; no other room. Tests: tests/ui/help.
"""

import importlib.metadata as metadata
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRegularExpression, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from homejournal.resources import resource
from homejournal.texts.window.help import (
    TOPICS,
    HelpText,
    about,
    help_page,
    help_picture,
    tables_as_lists,
    topics_about,
    with_captions,
    words_to_mark,
)
from homejournal.texts.wording import Wording
from homejournal.ui.base.error_log import versions
from homejournal.ui.theme import look, px, tokens
from homejournal.ui.widgets.layout.boxes import MasterDetail, in_column
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fill_dialog, fit
from homejournal.ui.widgets.read_text import QTextEdit as TextToRead
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


_OURS = "homejournal"
_LGPL = ("LGPL-3.0.txt", "GPL-3.0.txt")
_NOT_IN_PACKAGE = {
    "pi-heif": _LGPL,
    "pyside6-essentials": _LGPL,
    "shiboken6": _LGPL,
    "sqlcipher3": ("sqlcipher3.txt",),
    "zxing-cpp": ("zxing-cpp.txt",),
}
"""Texts for what a package is, or holds, that it brings none for."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_KEPT_APART = re.compile(r"[-_.]+")


class HelpKey(QShortcut):
    """Opens the help at the page about a window, beside it; it belongs to a part of the window."""

    def __init__(self, wording: "Wording", topic: str, part: "QWidget") -> None:
        super().__init__(QKeySequence(QKeySequence.StandardKey.HelpContents), part)
        self._wording, self._topic = wording, topic
        self.activated.connect(self._open)

    def _open(self) -> None:
        part = self.parent()  # kept here it would keep the window it is in
        if isinstance(part, QWidget):
            HelpWindow(self._wording, self._topic, part.window()).show()


_BEGINS_SO = r"(?<![\p{L}\p{N}])(?:ال)?"
"""The beginning of a word, also behind the article that Arabic writes before it."""
_MARGIN = 16
_SIZES_OF_HEADINGS = 4
"""So many sizes above the text Qt sets a heading, less its level."""
_ROOM_FOR_TABLES = 400
"""In less room a column of a table has hardly two words beside each other."""


class HelpBrowser(TextToRead):
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
        # With a cursor a screen reader reads it line by line.
        by_key = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | by_key)

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
        """Mark what begins with these words on the page, and go to the first of it."""
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
        searched = QRegularExpression(_BEGINS_SO + QRegularExpression.escape(word))
        cursor = self.document().find(searched)
        while not cursor.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(tokens().colour("careful_soft")))
            mark.format.setForeground(QColor(tokens().colour("text")))
            mark.format.setFontUnderline(True)
            yield mark
            cursor = self.document().find(searched, cursor)

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
        self._items = {
            name: QListWidgetItem(help_page(wording.language, name).title, self.topics)
            for name in TOPICS
        }
        for name, item in self._items.items():
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.topics.currentItemChanged.connect(self._show_chosen)
        self.page.anchorClicked.connect(self._follow)
        self.search.textChanged.connect(self._on_search)
        self._lay_out()
        self.open_topic(topic)
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_topic(self, topic: str) -> None:
        """Show the page of a topic; an unknown one shows the first."""
        self.topics.setCurrentItem(self._items[topic if topic in TOPICS else TOPICS[0]])

    def _lay_out(self) -> None:
        # Wide enough for every title; beside it the page keeps the rest.
        wide = self.topics.sizeHintForColumn(0) + px(28)
        buttons = FootButtons()
        close = buttons.addButton(self._wording.text("Close"), Role.RejectRole)
        close.setAutoDefault(False)  # Enter in the search is not meant to close
        buttons.rejected.connect(self.reject)
        index = QWidget()
        in_column(self.search, self._found, self.topics, inside=index)
        column = in_column(gap=12, edges=(px(20), px(16), px(20), px(16)), inside=self)
        column.addWidget(MasterDetail(index, self.page, wide), 1)
        column.addWidget(buttons)
        fit(self, px(900), px(600))
        look().changed.connect(self._show_chosen)

    def _show_chosen(self) -> None:
        item = self.topics.currentItem()
        page = help_page(self._wording.language, item.data(Qt.ItemDataRole.UserRole))
        self.page.show_page(page.title, page.markdown)
        self.page.mark(words_to_mark(self.search.text()))

    def _on_search(self, typed: str) -> None:
        found = topics_about(self._wording.language, typed) if typed.strip() else TOPICS
        self._list(found)
        said = self._wording.count("{n} page says that", "{n} pages say that", len(found))
        said = said if found else self._wording.text("No page has these words. Try another word.")
        self._found.setText(said if typed.strip() else "")
        self._found.setVisible(bool(typed.strip()))
        if typed.strip():
            announce(self, said)
        if found and self.topics.currentItem().isHidden():
            self.open_topic(found[0])
        else:
            self._show_chosen()

    def _list(self, found: tuple[str, ...]) -> None:
        """List these topics, in their order; the page that is open stays open."""
        now = self.topics.currentItem()
        with QSignalBlocker(self.topics):
            for row, name in enumerate((*found, *(one for one in TOPICS if one not in found))):
                item = self._items[name]
                self.topics.takeItem(self.topics.row(item))
                self.topics.insertItem(row, item)
                item.setHidden(name not in found)
            self.topics.setCurrentItem(now)

    def _follow(self, link: QUrl) -> None:
        topic = link.fileName().removesuffix(".md")
        if topic in TOPICS:
            self.search.clear()
            self.open_topic(topic)


class License(NamedTuple):
    """A part by its name, what its license is called, and the texts of it."""

    part: str
    called: str
    text: str


def licenses() -> tuple[License, ...]:
    """Return this program's license first, then fonts and icons, then the packages by name."""
    return (
        License(_OURS, "MIT", _read("licenses", "homejournal.txt")),
        License("Noto", "OFL-1.1", _read("fonts", "OFL.txt")),
        License("Tabler Icons", "MIT", _read("icons", "LICENSE")),
        *(_of_package(name) for name in sorted(_packages())),
    )


def _read(*parts: str) -> str:
    return resource(*parts).read_text("utf-8")


def _packages() -> set[str]:
    """Return the names of all packages that are used while the program runs."""
    found: set[str] = set()
    waiting = list(_needed_by(_OURS)) if _is_installed(_OURS) else []
    while waiting:
        name = waiting.pop()
        if name not in found and _is_installed(name):
            found.add(name)
            waiting += _needed_by(name)
    return found


def _needed_by(name: str) -> Iterator[str]:
    for line in metadata.requires(name) or ():
        needed = _NAME.match(line)
        if needed is not None and "extra ==" not in line:
            yield _KEPT_APART.sub("-", needed.group()).lower()


def _is_installed(name: str) -> bool:
    """Return whether a package is there: some are only needed on another system."""
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _of_package(name: str) -> License:
    package = metadata.distribution(name)
    told = package.metadata
    classes = [line for line in told.get_all("Classifier", []) if line.startswith("License ::")]
    said = [*told.get_all("License-Expression", []), *classes, *told.get_all("License", [])]
    called = said[0].rpartition(":: ")[2].partition("\n")[0] if said else ""
    texts = [
        file.read_text("utf-8")
        for file in package.files or ()
        if ".dist-info" in file.parts[0] and "LICEN" in str(file).upper()
    ]
    texts += [_read("licenses", file) for file in _NOT_IN_PACKAGE.get(name, ())]
    return License(f"{told['Name']} {package.version}", called, "\n\n".join(texts))


def report_details(desk: "Desk", page_name: str, window: "QWidget") -> str:
    """Return versions, language, look, page and screen of a window in a few lines."""
    preferences, screen = desk.preferences, window.screen()
    look = (
        f"language {desk.wording.language}",
        f"text {preferences.text_size} %",
        f"colors {preferences.scheme.value}",
        f"page {page_name}",
    )
    sizes = (
        f"window {window.width()}×{window.height()}",
        f"screen {screen.size().width()}×{screen.size().height()}",
        f"scale {screen.devicePixelRatio():g}",
    )
    return "\n".join((versions(), " · ".join(look), " · ".join(sizes)))


class HelpDialog(QDialog):
    """Paragraphs that scroll, and a button to close."""

    def __init__(self, wording: Wording, help_text: HelpText, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(help_text.title)
        inside = QWidget()
        words = in_column(
            WrapLabel(help_text.title, "heading"),
            gap=10,
            edges=(px(20), px(16), px(20), px(8)),
            inside=inside,
        )
        for paragraph in help_text.paragraphs:
            words.addWidget(WrapLabel(paragraph))
        words.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(help_text.title)
        scroll.setWidget(inside)
        self.buttons = buttons = FootButtons()
        buttons.addButton(wording.text("Close"), Role.RejectRole)
        buttons.rejected.connect(self.reject)
        fill_dialog(self, scroll, buttons)
        fit(self, px(560), px(440))


class AboutProgram(HelpDialog):
    """Says what this is and where the journal lies; a button leads to the licenses."""

    def __init__(self, wording: Wording, folder: str, parent: QWidget | None) -> None:
        super().__init__(wording, about(wording, folder), parent)
        self._wording = wording
        role = Role.ActionRole
        self.licenses = self.buttons.addButton(wording.text("Licenses"), role)
        self.licenses.setAutoDefault(False)
        self.licenses.clicked.connect(self._on_licenses)

    def _on_licenses(self) -> None:
        LicensesDialog(self._wording, self).open()


class LicensesDialog(QDialog):
    """The parts beside the license of the one that is chosen, in the words of its makers."""

    def __init__(self, wording: Wording, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.text("Licenses"))
        self._licenses = licenses()
        self.parts = QListWidget()
        self.parts.setAccessibleName(wording.text("Parts of this program"))
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        for known in self._licenses:
            self.parts.addItem(known.part)
        self.parts.currentRowChanged.connect(self._show)
        self._lay_out(wording)
        self.parts.setCurrentRow(0)

    def _lay_out(self, wording: Wording) -> None:
        wide = self.parts.sizeHintForColumn(0) + px(28)
        buttons = FootButtons()
        buttons.addButton(wording.text("Close"), Role.RejectRole)
        buttons.rejected.connect(self.reject)
        column = in_column(gap=12, edges=(px(20), px(16), px(20), px(16)), inside=self)
        column.addWidget(MasterDetail(self.parts, self.text, wide), 1)
        column.addWidget(buttons)
        fit(self, px(900), px(600))

    def _show(self, row: int) -> None:
        part, called, text = self._licenses[row]
        self.text.setAccessibleName(part)
        self.text.setPlainText("\n\n".join(said for said in (f"{part}: {called}", text) if said))
