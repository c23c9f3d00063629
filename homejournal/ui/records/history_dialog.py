"""The earlier versions of an entry, newest first, each of which can be taken again."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.errors import JournalError
from homejournal.domain.journal.history import PastVersion
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.texts.error_texts import explain
from homejournal.texts.journal import history as said
from homejournal.ui.delete_for_good.deletion import Deletion
from homejournal.ui.kit.backup_first import PAINT_MS
from homejournal.ui.kit.base_dialog import SeenDialog
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.dialog_foot import FootButtons, Role, add_foot
from homejournal.ui.widgets.layout.dialog_size import fit
from homejournal.ui.widgets.layout.scroll_column import ScrollColumn
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.journal.timeline import Entry
    from homejournal.ui.base.desk import Desk

_AT_ONCE = 20


class HistoryDialog(SeenDialog):
    """Taking a version again is one step that can be taken back; `taken` tells of it."""

    taken = Signal()

    def __init__(self, desk: "Desk", entry: "Entry", child: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = desk.wording.text
        self.setWindowTitle(text("Earlier versions"))
        self.versions = desk.journal.history.of(entry.id, child)
        self._computers = desk.journal.history.computers()
        self._shown = 0
        self.list = ScrollColumn(edge=20)
        self.list.column.setContentsMargins(px(20), px(16), px(20), px(8))
        self.list.column.setSpacing(px(10))
        self.list.add(WrapLabel(text("The newest stands on top. Nothing of it is lost."), "muted"))
        self._more = WordButton(text("Show earlier ones"))
        set_look(self._more, "link")
        set_icon(self._more, "chevron-down", "muted", 16)
        self._more.clicked.connect(self._on_more)
        self._notice = Notice("", NoticeKind.CAREFUL)
        self._notice.hide()
        desk.editing.failed.connect(self._on_failed)
        if isinstance(entry, Note | PrivateNote):
            begins = text("When a note is made private, or no longer private, it begins anew here.")
            self._foot = WrapLabel(begins, "small")
        else:
            self._foot = WrapLabel("", "small")
            self._foot.hide()
        self.delete = self._delete_button()
        self._entry, self._sure = entry.id, False
        self._purges = Deletion(desk, parent)
        self._lay_out()
        self._on_more()

    def _delete_button(self) -> QPushButton:
        button = WordButton(self._wording.text("Delete the earlier versions for good…"))
        set_look(button, "link")
        set_icon(button, "trash", "muted", 16)
        button.setAutoDefault(False)
        button.setVisible(self._desk.can_write and len(self.versions) > 1)
        button.clicked.connect(self._on_delete)
        return button

    def _lay_out(self) -> None:
        close = FootButtons()
        close.addButton(self._wording.text("Close"), Role.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        parts = (self._more, self._foot, self.delete, self._notice, close)
        add_foot(column, self.list, parts)

    def ask(self) -> None:
        """Open the dialog, as large as its window allows."""
        fit(self, px(560), px(600))
        self.open()

    def _on_more(self) -> None:
        following = self.versions[self._shown : self._shown + _AT_ONCE]
        cards = [self._card(one) for one in following]
        self.list.add(*cards)
        self._shown += len(following)
        self._more.setVisible(self._shown < len(self.versions))
        first = cards[0].findChild(QPushButton) if cards else None
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, version: PastVersion) -> QWidget:
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, px(6), 0, px(6))
        column.setSpacing(px(4))
        head = self._when(version)
        column.addWidget(WrapLabel(head, "strong"))
        column.addWidget(WrapLabel(said.what(self._wording, version), "muted"))
        for words, new in said.lines(self._wording, self._desk.journal.family(), version):
            column.addWidget(WrapLabel(words, "strong" if new else "", most=20_000))
        if version.now:
            column.addWidget(WrapLabel(self._wording.text("This is how it looks now."), "small"))
        elif version.record is not None and self._desk.can_write:
            take = WordButton(self._wording.text("Take this one again"))
            take.setAutoDefault(False)
            set_look(take, "chip")
            set_icon(take, "arrow-back-up", "muted", 16)
            take.setAccessibleDescription(head)
            take.setProperty("version", self.versions.index(version))
            take.clicked.connect(self._on_take)
            column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _when(self, version: PastVersion) -> str:
        here = self._desk.journal.history.is_here(version.device)
        return said.when(self._wording, version, self._computers.get(version.device), here=here)

    def _on_take(self) -> None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return
        record = self.versions[int(button.property("version"))].record
        if record is None:
            return
        words = self._wording.text("An earlier version was taken again")
        take = partial(self._desk.journal.history.take_again, record)
        if self._desk.editing.do(words, take) is not None:
            self.accept()
            self.taken.emit()

    def _on_delete(self) -> None:
        """Ask with the first press, and delete with the second."""
        text = self._wording.text
        if not self._sure:
            self._sure = True
            self._notice.set_text(
                text("What stands now stays. Nothing brings the earlier versions back then.")
            )
            self._notice.show()
            self.delete.setText(text("Yes, delete them for good"))
            return
        self.delete.setEnabled(False)
        self._notice.set_text(text("One moment. It is being deleted."))
        QTimer.singleShot(PAINT_MS, self, self._forget)  # the file is then written anew

    def _forget(self) -> None:
        try:
            self._desk.journal.safe.purging.forget_earlier(self._entry)
        except JournalError as failure:
            self.delete.setEnabled(True)
            self._on_failed(failure)
            return
        self.accept()
        self._purges.follow()

    def _on_failed(self, failure: Exception) -> None:
        if self.isVisible():
            self._notice.set_text(explain(self._wording, failure))
            self._notice.show()
