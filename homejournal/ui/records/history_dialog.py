"""The earlier versions of an entry, newest first, each of which can be taken again."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.domain.errors import JournalError
from homejournal.domain.journal.versions import PastVersion
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.texts import versions as said
from homejournal.texts.error_texts import explain
from homejournal.ui.delete_for_good.deletion import Deletion
from homejournal.ui.kit.steps import PAINT_MS
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.dialog import (
    BaseDialog,
    FootButtons,
    Role,
    fill_dialog,
    fit,
)
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.journal.timeline import Entry
    from homejournal.ui.base.desk import Desk

_AT_ONCE = 20


class HistoryDialog(BaseDialog):
    """Taking a version again is one step that can be taken back; `taken` tells of it."""

    taken = Signal()

    def __init__(self, desk: "Desk", entry: "Entry", child: UUID, parent: QWidget) -> None:
        text = desk.wording.text
        super().__init__(text("Earlier versions"), parent)
        self._desk, self._wording = desk, desk.wording
        self.versions = desk.journal.history.of(entry.id, child)
        self._computers = desk.journal.history.computers()
        self._shown = 0
        self.list = ScrollColumn(edge=20)
        self.list.column.setContentsMargins(px(20), px(16), px(20), px(8))
        self.list.column.setSpacing(px(10))
        self.list.add(WrapLabel(text("The newest is on top. Nothing is lost."), "muted"))
        self._more = make_button(
            text("Show earlier ones"), "chevron-down", self._on_more, look="link"
        )
        self._notice = Notice("", NoticeKind.CAREFUL)
        desk.editing.failed.connect(self._on_failed)
        if isinstance(entry, Note | PrivateNote):
            begins = text(
                "When a note is made private, or no longer private, its history starts over here."
            )
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
        button = make_button(
            self._wording.text("Delete the earlier versions for good…"),
            "trash",
            self._on_delete,
            look="link",
        )
        button.setAutoDefault(False)
        button.setVisible(self._desk.can_write and len(self.versions) > 1)
        return button

    def _lay_out(self) -> None:
        close = FootButtons()
        close.addButton(self._wording.text("Close"), Role.RejectRole)
        close.rejected.connect(self.reject)
        foot = (self._more, self._foot, self.delete, self._notice, close)
        fill_dialog(self, self.list, *foot)

    def ask(self) -> None:
        fit(self, px(560), px(600))
        self.open()

    def _on_more(self) -> None:
        following = self.versions[self._shown : self._shown + _AT_ONCE]
        cards = [self._card(version) for version in following]
        self.list.add(*cards)
        self._shown += len(following)
        self._more.setVisible(self._shown < len(self.versions))
        first = cards[0].findChild(QPushButton) if cards else None
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, version: PastVersion) -> QWidget:
        card = QWidget()
        column = in_column(gap=4, edges=(0, px(6), 0, px(6)), inside=card)
        head = self._when(version)
        column.addWidget(WrapLabel(head, "strong"))
        column.addWidget(WrapLabel(said.version_what(self._wording, version), "muted"))
        for words, new in said.version_fields(self._wording, self._desk.journal.family(), version):
            column.addWidget(WrapLabel(words, "strong" if new else "", most=20_000))
        if version.now:
            column.addWidget(WrapLabel(self._wording.text("This is how it looks now."), "small"))
        elif version.record is not None and self._desk.can_write:
            again = self._wording.text("Take this one again")
            take = make_button(again, "arrow-back-up", look="chip", about=head)
            take.giving(version.record, self._take_again)
            take.setAutoDefault(False)
            column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _when(self, version: PastVersion) -> str:
        here = self._desk.journal.history.is_here(version.device)
        return said.version_when(
            self._wording, version, self._computers.get(version.device), here=here
        )

    def _take_again(self, record: "Entry") -> None:
        words = self._wording.text("An earlier version was taken again")
        take = partial(self._desk.journal.history.restore_version, record)
        if self._desk.editing.do(words, take) is not None:
            self.accept()
            self.taken.emit()

    def _on_delete(self) -> None:
        """Ask with the first press, and delete with the second."""
        text = self._wording.text
        if not self._sure:
            self._sure = True
            self._notice.set_text(
                text("What is there now stays. Nothing brings the earlier versions back then.")
            )
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
