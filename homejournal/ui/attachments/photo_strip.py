"""The photos of an entry, small and side by side: a press opens one, Delete removes it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError, MediaRefusedError
from homejournal.exchange.media_files import JPEG, small_picture
from homejournal.texts.error_texts import explain
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.files import ENDINGS, OpenedFiles
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel, plain

if TYPE_CHECKING:
    from homejournal.domain.records.media_and_papers import Media
    from homejournal.services.records.attachments import Media as MediaService
    from homejournal.ui.base.worker import Task

_SIDE = 72


def read_small(media: "MediaService", record: "Media", side: int, _task: "Task") -> QImage | None:
    """Return the picture, at most so many pixels wide and high; None for what is there and none.

    Raises MediaMissingError.
    """
    data = media.read(record)
    if record.type != JPEG:
        return None
    try:
        return QImage.fromData(small_picture(data, side))
    except MediaRefusedError:
        return None


def open_file(desk: Desk, record: "Media", near: QWidget) -> str:
    """Open a copy of a file in another program; return why that cannot be, or nothing."""
    try:
        data = desk.journal.media.read(record)
        opens = OpenedFiles.of(near).open(data, record.name, record.type)
    except JournalError as failure:
        return explain(desk.wording, failure, in_window=False)
    no_program = desk.wording.text("This computer has no program that opens this file.")
    return "" if opens else no_program


def remove_file(desk: Desk, record: "Media") -> None:
    """Remove a file as one step, which can be undone."""
    words = desk.wording.text("Removed: {name}", name=desk.wording.own(record.name))
    desk.editing.do(words, partial(desk.journal.media.remove, record))


class PhotoButton(QPushButton):
    """One photo; its name is what a screen reader says and what stands in the tip."""

    open_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, desk: Desk, photo: "Media") -> None:
        super().__init__()
        self.photo, self._desk = photo, desk
        set_look(self, "icon")
        set_icon(self, "photo", "muted", 32)
        self.setFixedSize(px(_SIDE) + px(8), px(_SIDE) + px(8))
        text = desk.wording.text
        name = text("Photo: {name}", name=desk.wording.own(photo.name))
        self.setAccessibleName(name)
        self.setToolTip(plain(name))
        self.clicked.connect(self._on_open)
        if desk.can_write:
            self.setAccessibleDescription(text("Enter opens it, Delete removes it."))
            self._add_menu()
        side = round(px(_SIDE) * self.devicePixelRatioF())
        work = partial(read_small, desk.journal.media, photo, side)
        self._task = desk.worker.start(work, self._on_read, self._on_missing)

    def _add_menu(self) -> None:
        text = self._desk.wording.text
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for words, slot in ((text("Open"), self._on_open), (text("Remove"), self._on_remove)):
            action = QAction(words, self)
            action.triggered.connect(slot)
            self.addAction(action)

    def stop(self) -> None:
        """Cancel the loading of the thumbnail."""
        self._task.cancel()

    def _on_read(self, image: QImage | None) -> None:
        self.setEnabled(self.photo.type in ENDINGS)
        if image is None:
            set_icon(self, "file-text", "muted", 32)
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.setProperty("iconName", "")
        self.setIcon(QIcon(QPixmap.fromImage(image)))
        self.setIconSize(QSize(px(_SIDE), px(_SIDE)))

    def _on_missing(self, failure: Exception) -> None:
        set_icon(self, "x", "muted", 32)
        self.setToolTip(explain(self._desk.wording, failure))

    def _on_open(self) -> None:
        self.open_wanted.emit(self.photo)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.photo)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Delete and self._desk.can_write:
            self._on_remove()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class PhotoStrip(QWidget):
    """The photos of one owner; hidden while there are none."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.buttons: list[PhotoButton] = []
        self._row = FlowRow(gap=6)
        self._said = WrapLabel("", "small")
        self._said.hide()
        in_column(self._row, self._said, gap=4, inside=self)
        self.hide()

    def show_photos(self, photos: Sequence["Media"]) -> None:
        if [button.photo for button in self.buttons] == list(photos):
            return
        focused = has_focus_inside(self)
        for old in self.buttons:
            old.stop()
        self._row.clear()
        self._said.hide()
        self.buttons = [self._button(photo) for photo in photos]
        self._row.add(*self.buttons)
        self.setVisible(bool(photos))
        if focused and self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, photo: "Media") -> PhotoButton:
        button = PhotoButton(self._desk, photo)
        button.open_wanted.connect(self._on_open)
        button.remove_wanted.connect(self._on_remove)
        return button

    def _on_open(self, photo: "Media") -> None:
        self._said.say(open_file(self._desk, photo, self))

    def _on_remove(self, photo: "Media") -> None:
        remove_file(self._desk, photo)
