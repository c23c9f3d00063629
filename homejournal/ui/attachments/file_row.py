"""One picture or hand-out in a list: small, with its name and what can be done."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.text_rules import NAME_LETTERS
from homejournal.exchange.files.media_files import JPEG
from homejournal.texts.error_texts import explain
from homejournal.ui.attachments.thumbnail import read_small
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.open_with_system import ENDINGS
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.records.attachments import Media as MediaRecord

_SIDE = 96


class KeptFileRow(QFrame):
    """The picture is read and made small by the worker; a PDF shows a sheet."""

    open_wanted = Signal(object)
    remove_wanted = Signal(object)
    renamed = Signal(object, str)
    """The record and the name that was typed for it."""

    def __init__(self, desk: Desk, record: "MediaRecord") -> None:
        super().__init__()
        self._desk, self.record = desk, record
        self.picture = QLabel()
        self.picture.setFixedSize(px(_SIDE), px(_SIDE))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = QLineEdit()
        self.name.setAccessibleName(desk.wording.text("Name of the picture or hand-out"))
        self.name.setMaxLength(NAME_LETTERS)
        self.name.setReadOnly(not desk.can_write)
        self.name.editingFinished.connect(self.keep_name)
        self._said = WrapLabel("", "small")
        self._said.hide()
        self._lay_out()
        self.show_record(record)
        side = round(px(_SIDE) * self.devicePixelRatioF())
        work = partial(read_small, desk.journal.media, record, side)
        self._task = desk.worker.start(work, self._on_read, self._on_missing)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self.name)
        words.addWidget(self._said)
        words.addWidget(self._buttons())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(6), 0, px(6))
        row.setSpacing(px(14))
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _buttons(self) -> FlowRow:
        text = self._desk.wording.text
        self.open_button = WordButton(text("Open"))
        self.open_button.clicked.connect(self._on_open)
        self.remove_button = WordButton(text("Remove"))
        set_icon(self.remove_button, "trash", "muted", 16)
        self.remove_button.clicked.connect(self._on_remove)
        self.remove_button.setVisible(self._desk.can_write)
        row = FlowRow()
        for button in (self.open_button, self.remove_button):
            set_look(button, "chip")
            row.add(button)
        return row

    def show_record(self, record: "MediaRecord") -> None:
        """Show it under the name that it has now."""
        self.record = record
        text = self._desk.wording.text
        kind = text("Picture") if record.type == JPEG else text("PDF")
        self.picture.setAccessibleName(self._desk.wording.line_of((kind, record.name)))
        for button in (self.open_button, self.remove_button):
            button.setAccessibleDescription(record.name)
        if self.name.text() != record.name:
            self.name.setText(record.name)
            self.name.setCursorPosition(0)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in this order."""
        return self.name, self.open_button, self.remove_button

    def keep_name(self) -> None:
        """Hand on another name that was typed; where nothing is left, the old one stands again."""
        typed = " ".join(self.name.text().split())
        if not typed:
            self.name.setText(self.record.name)
        elif typed != self.record.name:
            self.renamed.emit(self.record, typed)

    def stop(self) -> None:
        """Let the worker forget the picture."""
        self._task.cancel()

    def _on_read(self, image: QImage | None) -> None:
        if image is not None:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(QPixmap.fromImage(image))
        else:
            set_icon(self.picture, "file-text", "muted", 48)
        self.open_button.setEnabled(self.record.type in ENDINGS)

    def _on_missing(self, failure: Exception) -> None:
        set_icon(self.picture, "x", "muted", 48)
        self._said.setText(explain(self._desk.wording, failure))
        self._said.show()
        self.open_button.setEnabled(False)

    def _on_open(self) -> None:
        self.open_wanted.emit(self.record)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.record)

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(360), px(_SIDE) + px(12)))
