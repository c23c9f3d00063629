"""Pictures and hand-outs that are kept in one place: looked at, added, named and removed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, JournalError
from homejournal.domain.records.record import Kind
from homejournal.exchange.files.media_files import MOST_PDF_BYTES, MOST_PICTURE_BYTES
from homejournal.texts.error_texts import explain, explain_value
from homejournal.ui.attachments.file_row import KeptFileRow
from homejournal.ui.attachments.incoming_files import FilesComing, Given, given_files, given_in
from homejournal.ui.attachments.removed_files import RemovedFiles
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.open_with_system import OpenedFiles
from homejournal.ui.kit.base_dialog import SeenDialog
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.dialog_foot import FootButtons, Role, add_foot
from homejournal.ui.widgets.layout.dialog_size import fit
from homejournal.ui.widgets.layout.scroll_column import ScrollColumn
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.records.attachments import Media as MediaRecord
    from homejournal.ui.attachments.owners import Keeping


class KeptFilesDialog(SeenDialog):
    """Each thing done is one step that can be taken back; nothing of it stands on any page."""

    def __init__(self, desk: Desk, keeping: "Keeping", parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        self._keeping, self._opened = keeping, OpenedFiles.of(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(keeping.title())
        self.setAcceptDrops(desk.can_write)
        self.rows: list[KeptFileRow] = []
        self.coming = FilesComing(desk, keeping, parent.window())
        self._lay_out()
        self.coming.began.connect(self._on_began)
        self.coming.ended.connect(self._on_ended)
        self.coming.refused.connect(self._on_failed)
        desk.editing.changed.connect(self._on_changed)
        desk.editing.done.connect(self._on_done)
        desk.editing.undone.connect(self._on_undone)
        desk.editing.failed.connect(self._on_failed)
        self._show()

    def _lay_out(self) -> None:
        self.list = ScrollColumn(edge=20)
        self.list.column.setContentsMargins(px(20), px(16), px(20), px(8))
        self.list.column.setSpacing(px(8))
        self._head = [
            WrapLabel(self._keeping.heading, "heading", most=200),
            WrapLabel(self._keeping.lead()),
            WrapLabel(self._limits(), "small"),
        ]
        self.removed = RemovedFiles(self._wording)
        self.removed.back_wanted.connect(self._on_back)
        self.removed.delete_wanted.connect(self._on_delete)
        self.notice = Notice("", NoticeKind.INFO)
        self.notice.pressed.connect(self._desk.editing.undo)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        add_foot(column, self.list, (self.notice, self._buttons()))

    def _limits(self) -> str:
        return self._wording.text(
            "Pictures of at most {picture} MB and PDF files of at most {pdf} MB can be kept. A"
            " picture is made smaller, and where it was taken is left out. Give each a name that"
            " says what it shows.",
            picture=self._wording.number(MOST_PICTURE_BYTES >> 20),
            pdf=self._wording.number(MOST_PDF_BYTES >> 20),
        )

    def _buttons(self) -> FootButtons:
        text = self._wording.text
        box = FootButtons()
        self.add_button = WordButton(text("Add files…"), self)
        self.add_button.setVisible(self._desk.can_write)
        set_icon(self.add_button, "plus", "text", 18)
        self.add_button.clicked.connect(self.choose)
        if self._desk.can_write:
            box.addButton(self.add_button, Role.ActionRole)
        self.close_button = box.addButton(text("Close"), Role.RejectRole)
        box.rejected.connect(self.reject)
        return box

    def ask(self) -> None:
        """Open the dialog, as large as its window allows."""
        fit(self, px(600), px(620))
        first = self.rows[0].open_button if self.rows else self.add_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.open()

    def choose(self) -> None:
        """Ask for files, one or several."""
        text = self._wording.text
        dialog = QFileDialog(self, text("Add files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        pictures = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.pdf"
        known = text("Pictures and PDF ({endings})", endings=pictures)
        dialog.setNameFilters([known, text("All files (*)")])
        folder = QStandardPaths.StandardLocation.PicturesLocation
        dialog.setDirectory(QStandardPaths.writableLocation(folder))
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def add(self, paths: Sequence[Path]) -> None:
        """Read these one after the other, and keep them in one step; what is refused is told."""
        self.coming.take(given_files(paths))

    def _show(self) -> None:
        """Show what is kept here now."""
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
                old.hide()
                old.deleteLater()
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

    def _row(self, record: "MediaRecord") -> KeptFileRow:
        row = KeptFileRow(self._desk, record)
        row.open_wanted.connect(self._on_open)
        row.remove_wanted.connect(self._on_remove)
        row.renamed.connect(self._on_renamed)
        return row

    def _on_open(self, record: "MediaRecord") -> None:
        try:
            data = self._desk.journal.media.read(record)
            opens = self._opened.open(data, record.name, record.type)
        except JournalError as failure:
            self._say(explain(self._wording, failure, in_window=False))
            return
        if not opens:
            self._say(self._wording.text("This computer has no program that opens this file."))

    def _on_remove(self, record: "MediaRecord") -> None:
        words = self._wording.text("Removed: {name}", name=self._wording.own(record.name))
        self._desk.editing.do(words, partial(self._desk.journal.media.remove, record))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self, record: "MediaRecord") -> None:
        words = self._wording.text("Brought back: {name}", name=self._wording.own(record.name))
        self._desk.editing.do(words, partial(self._desk.journal.media.bring_back, record))

    def _on_delete(self, record: "MediaRecord") -> None:
        """Delete it for good; steps from before could not all be taken back any more."""
        try:
            self._desk.journal.media.delete_for_good(record)
        except JournalError as failure:
            self._say(explain(self._wording, failure))
            return
        self._desk.editing.forget()
        self._say(
            self._wording.text("Deleted for good: {name}", name=self._wording.own(record.name))
        )
        self._show()

    def _on_renamed(self, record: "MediaRecord", name: str) -> None:
        try:
            changed = replace(record, name=name)
        except InvalidValueError as error:
            self._say(explain_value(self._wording, error))
            return
        words = self._wording.text("Renamed: {name}", name=self._wording.own(name))
        self._desk.editing.do(words, partial(self._desk.journal.media.add, changed))

    def _on_files(self, chosen: Sequence[str]) -> None:
        self.add([Path(one) for one in chosen])

    def _on_began(self) -> None:
        self._say(self._wording.text("Reading…"))

    def _on_ended(self) -> None:
        self._say("")

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.MEDIA in kinds:
            self._show()

    def _on_done(self, words: str) -> None:
        self._say(words, self._wording.text("Undo"))

    def _on_undone(self, words: str) -> None:
        self._say(self._wording.text("Undone: {step}", step=words))

    def _on_failed(self, failure: Exception) -> None:
        self._say(explain(self._wording, failure))

    def _say(self, words: str, button: str = "") -> None:
        self.notice.set_text(words, button)
        self.notice.setVisible(bool(words))

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

    def _given(self, data: QMimeData) -> list[Given]:
        return given_in(data, self._wording.text("Picture"))

    @override
    def done(self, result: int, /) -> None:
        """Keep a name that is still typed, and close; what is being read is kept all the same."""
        for row in self.rows:
            row.stop()
            row.keep_name()
        self.coming.leave()
        super().done(result)
