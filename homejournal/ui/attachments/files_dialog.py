"""The dialog of the photos and files of a record: its rows, and those that were removed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, JournalError
from homejournal.domain.records.record import Kind
from homejournal.domain.text_rules import NAME_LETTERS
from homejournal.exchange.media_files import JPEG, MOST_PDF_BYTES, MOST_PICTURE_BYTES
from homejournal.texts.error_texts import explain, explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.attachments.incoming_files import (
    FileAdder,
    GivenFile,
    files_dropped,
    given_files,
)
from homejournal.ui.attachments.photo_strip import open_file, read_small, remove_file
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.files import ENDINGS, pictures, which_file
from homejournal.ui.kit.done_notice import DoneNotice
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.button import ToggleButton, make_button
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, let_go
from homejournal.ui.widgets.layout.dialog import BaseDialog, FootButtons, Role, fill_dialog, fit
from homejournal.ui.widgets.layout.focus import tab_as_read
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.records.media_and_papers import Media
    from homejournal.ui.attachments.owners import AttachmentPlace


class RemovedRow(QWidget):
    """One removed picture by its name, among those of a list."""

    def __init__(self, wording: Wording, record: "Media", among: "RemovedFiles") -> None:
        super().__init__()
        self.record, self._among = record, among
        text = wording.text
        self._sure = WrapLabel(text("Delete it for good? Nothing brings it back then."), "small")
        self._sure.hide()
        self.back = self._button(text("Bring it back"), "arrow-back-up")
        self.back.giving(record, among.back_wanted)
        self.delete = self._button(text("Delete for good…"), "trash")
        self.delete.clicked.connect(self._on_delete)
        self._yes = text("Yes, delete for good")
        buttons = FlowRow(self.back, self.delete, gap=4)
        in_column(
            WrapLabel(wording.own(record.name), "muted"),
            self._sure,
            buttons,
            gap=2,
            edges=(0, 0, 0, px(6)),
            inside=self,
        )

    def _button(self, words: str, icon: str) -> WordButton:
        return make_button(words, icon, look="link", about=self.record.name)

    def _on_delete(self) -> None:
        """Ask with the first press, and delete with the second."""
        if self._sure.isHidden():
            self._sure.show()
            self.delete.setText(self._yes)
        else:
            self._among.delete_wanted.emit(self.record)


class RemovedFiles(QWidget):
    """The removed files, in a list that opens with a press; hidden while there are none."""

    back_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._records: tuple[Media, ...] = ()
        self.rows: list[RemovedRow] = []
        self.button = ToggleButton("")
        set_look(self.button, "link")
        self.button.toggled.connect(self._show_rows)
        self._column = in_column(gap=2, edges=(0, px(8), 0, 0), inside=self)
        top = FlowRow(self.button)
        self._column.addWidget(top)
        self.hide()

    def show_removed(self, records: Sequence["Media"]) -> None:
        """Show what was removed, last removed first."""
        if tuple(records) == self._records:
            return
        self._records = tuple(records)
        number = self._wording.number(len(records))
        self.button.setText(self._wording.text("Removed ({n})", n=number))
        self._show_rows(self.button.isChecked())
        self.setVisible(bool(records))

    def _show_rows(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        for old in self.rows:
            let_go(old)
        records = self._records if shown else ()
        self.rows = [RemovedRow(self._wording, record, self) for record in records]
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
        tab_as_read(self)


_SIDE = 96


class FileRow(QFrame):
    """One file: a thumbnail made in the background, its name, open and remove."""

    open_wanted = Signal(object)
    remove_wanted = Signal(object)
    renamed = Signal(object, str)
    """The record and the name that was typed for it."""

    def __init__(self, desk: Desk, record: "Media") -> None:
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
        words = in_column(self.name, self._said, self._buttons(), gap=6)
        row = in_row(gap=14, edges=(0, px(6), 0, px(6)), inside=self)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _buttons(self) -> FlowRow:
        text = self._desk.wording.text
        self.open_button = make_button(text("Open"), on=self._on_open)
        self.remove_button = make_button(text("Remove"), on=self._on_remove)
        set_icon(self.remove_button, "trash", "muted", 16)
        self.remove_button.setVisible(self._desk.can_write)
        row = FlowRow()
        for button in (self.open_button, self.remove_button):
            set_look(button, "chip")
            row.add(button)
        return row

    def show_record(self, record: "Media") -> None:
        """Show the file under its current name."""
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
        """Emit a changed name; an emptied field shows the old one again."""
        typed = " ".join(self.name.text().split())
        if not typed:
            self.name.setText(self.record.name)
        elif typed != self.record.name:
            self.renamed.emit(self.record, typed)

    def stop(self) -> None:
        """Cancel the loading of the thumbnail."""
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


class FilesDialog(BaseDialog):
    """The photos and files of a record; each change is one step that can be undone."""

    def __init__(self, desk: Desk, keeping: "AttachmentPlace", parent: QWidget) -> None:
        super().__init__(keeping.title(), parent)
        self._desk, self._wording = desk, desk.wording
        self._keeping, self._near = keeping, parent
        self.setAcceptDrops(desk.can_write)
        self.rows: list[FileRow] = []
        self.coming = FileAdder(desk, keeping, parent.window())
        self._lay_out()
        self.coming.began.connect(self._on_began)
        self.coming.ended.connect(self._on_ended)
        self.coming.refused.connect(self.notice.say_failure)
        desk.editing.changed.connect(self._on_changed)
        self._show()

    def _lay_out(self) -> None:
        self.list = ScrollColumn(edge=20)
        self.list.column.setContentsMargins(px(20), px(16), px(20), px(8))
        self.list.column.setSpacing(px(8))
        self._head = [
            WrapLabel(self._keeping.heading, "heading", most=200),
            WrapLabel(self._keeping.intro()),
            WrapLabel(self._limits(), "small"),
        ]
        self.removed = RemovedFiles(self._wording)
        self.removed.back_wanted.connect(self._on_back)
        self.removed.delete_wanted.connect(self._on_delete)
        self.notice = DoneNotice(self._desk)
        fill_dialog(self, self.list, self.notice, self._buttons())

    def _limits(self) -> str:
        return self._wording.text(
            "Pictures up to {picture} MB, PDF files up to {pdf} MB. Pictures are made smaller,"
            " and do not tell where they were taken.",
            picture=self._wording.number(MOST_PICTURE_BYTES >> 20),
            pdf=self._wording.number(MOST_PDF_BYTES >> 20),
        )

    def _buttons(self) -> FootButtons:
        text = self._wording.text
        box = FootButtons()
        self.add_button = make_button(text("Add files…"), "plus", self.choose)
        self.add_button.setParent(self)
        self.add_button.setVisible(self._desk.can_write)
        if self._desk.can_write:
            box.addButton(self.add_button, Role.ActionRole)
        self.close_button = box.addButton(text("Close"), Role.RejectRole)
        box.rejected.connect(self.reject)
        return box

    def ask(self) -> None:
        fit(self, px(600), px(620))
        first = self.rows[0].open_button if self.rows else self.add_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.open()

    def choose(self) -> None:
        """Ask for files, one or several."""
        text = self._wording.text
        endings = "*.jpg *.jpeg *.heic *.heif *.png *.webp *.gif *.bmp *.tif *.tiff *.pdf"
        kinds = [text("Pictures and PDF ({endings})", endings=endings), text("All files (*)")]
        dialog = which_file(self, text("Add files"), kinds, pictures())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def add(self, paths: Sequence[Path]) -> None:
        """Read the files and add them in one step; say which were refused."""
        self.coming.take(given_files(paths))

    def _show(self) -> None:
        kept = self._keeping.kept()
        known = {row.record.id: row for row in self.rows}
        self.rows = [
            known.pop(record.id) if record.id in known else self._row(record) for record in kept
        ]
        for row, record in zip(self.rows, kept, strict=True):
            row.show_record(record)
        for gone in known.values():
            gone.stop()
        shown: list[QWidget] = [*self._head, *self.rows]
        if not self.rows:
            shown.append(self._nothing())
        shown.append(self.removed)
        for old in self.list.take_all():
            if old not in shown:
                let_go(old)
        self.list.add(*shown)
        if self._desk.can_write:
            self.removed.show_removed(self._keeping.removed())
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Let Tab go through the list before it goes to the buttons under it."""
        parts = [part for row in self.rows for part in row.parts]
        for before, after in pairwise(
            [*parts, self.removed.button, self.add_button, self.close_button]
        ):
            self.setTabOrder(before, after)

    def _nothing(self) -> WrapLabel:
        return WrapLabel(self._keeping.nothing(), "muted")

    def _row(self, record: "Media") -> FileRow:
        row = FileRow(self._desk, record)
        row.open_wanted.connect(self._on_open)
        row.remove_wanted.connect(self._on_remove)
        row.renamed.connect(self._on_renamed)
        return row

    def _on_open(self, record: "Media") -> None:
        if words := open_file(self._desk, record, self._near):
            self.notice.set_text(words)

    def _on_remove(self, record: "Media") -> None:
        remove_file(self._desk, record)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self, record: "Media") -> None:
        words = self._wording.text("Brought back: {name}", name=self._wording.own(record.name))
        self._desk.editing.do(words, partial(self._desk.journal.media.bring_back, record))

    def _on_delete(self, record: "Media") -> None:
        """Delete it for good, which also empties the undo history."""
        try:
            self._desk.journal.media.delete_for_good(record)
        except JournalError as failure:
            self.notice.say_failure(failure)
            return
        self._desk.editing.forget()
        self.notice.set_text(
            self._wording.text("Deleted for good: {name}", name=self._wording.own(record.name))
        )
        self._show()

    def _on_renamed(self, record: "Media", name: str) -> None:
        try:
            changed = replace(record, name=name)
        except InvalidValueError as error:
            self.notice.set_text(explain_value(self._wording, error))
            return
        words = self._wording.text("Renamed: {name}", name=self._wording.own(name))
        self._desk.editing.do(words, partial(self._desk.journal.media.add, changed))

    def _on_files(self, chosen: Sequence[str]) -> None:
        self.add([Path(file) for file in chosen])

    def _on_began(self) -> None:
        self.notice.set_text(self._wording.text("Reading…"))

    def _on_ended(self) -> None:
        self.notice.set_text("")

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.MEDIA in kinds:
            self._show()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self._given(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        event.acceptProposedAction()
        self.coming.take(self._given(event.mimeData()))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pasted = self._desk.can_write and event.matches(QKeySequence.StandardKey.Paste)
        if pasted and (given := self._given(QGuiApplication.clipboard().mimeData())):
            self.coming.take(given)
        else:
            super().keyPressEvent(event)

    def _given(self, data: QMimeData) -> list[GivenFile]:
        return files_dropped(data, self._wording.text("Picture"))

    @override
    def done(self, result: int, /) -> None:
        """Keep a name that is still typed, and close; what is being read is kept all the same."""
        for row in self.rows:
            row.stop()
            row.keep_name()
        self.coming.leave()
        super().done(result)
