"""A dialog with a column of parts, one button that does it, and a sentence where it cannot be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from homejournal.domain.errors import JournalError
from homejournal.texts.error_texts import explain
from homejournal.ui.kit.base_dialog import SeenDialog
from homejournal.ui.kit.progress_row import WorkRow
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.dialog_foot import FootButtons, Role, add_foot
from homejournal.ui.widgets.layout.dialog_size import fit
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_column import ScrollColumn
from homejournal.ui.widgets.layout.show_and_hide import show_part
from homejournal.ui.widgets.layout.tab_order import stops_as_read
from homejournal.ui.widgets.text.labels import WrapLabel
from homejournal.ui.widgets.text.screen_reader import announce

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class CalmDialog(SeenDialog):
    """Subclasses add parts to `column` and answer in `go_on`.

    In a `careful` one, which does what nothing takes back, Enter alone never does it.
    """

    def __init__(
        self,
        desk: "Desk",
        title: str,
        do: str,
        parent: QWidget | None,
        *,
        careful: bool = False,
    ) -> None:
        super().__init__(parent)
        self.desk, self.wording = desk, desk.wording
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = ScrollColumn(edge=20)
        self.column.column.setContentsMargins(px(20), px(16), px(20), px(8))
        self.column.column.setSpacing(px(10))
        self._answer: WrapLabel | None = None
        self.work = WorkRow(self.wording.text("Stop"))
        self.work.stopped.connect(self.on_stopped)
        self._notice = Notice("", NoticeKind.CAREFUL)
        self._notice.hide()
        self.buttons = FootButtons()
        self.do = self.buttons.add_careful(do) if careful else self.buttons.add_main(do)
        self.cancel = self.buttons.addButton(self.wording.text("Cancel"), Role.RejectRole)
        self._pressed = self.cancel if careful else self.do
        self.buttons.accepted.connect(self._on_do)
        self.buttons.rejected.connect(self.reject)
        desk.editing.failed.connect(self.show_failure)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.addWidget(self.column, 1)
        add_foot(whole, self.column, (self.work, self._notice, self.buttons))

    def ask(self) -> None:
        """Open the dialog, as large as its window allows, and go to its first field."""
        fit(self, px(600), px(600))
        self._pressed.setDefault(True)
        self.open()
        fields = (one for one in stops_as_read(self.column) if one.isVisible() and one.isEnabled())
        next(fields, self._pressed).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, *lines: str, look: str = "") -> list[WrapLabel]:
        """Add sentences to the column."""
        labels = [WrapLabel(line, look) for line in lines]
        self.column.add(*labels)
        for label in labels:
            show_part(label)  # what is scrolled to next knows of them
        return labels

    def tell(self, *lines: str, look: str = "") -> list[WrapLabel]:
        """Add sentences that answer a press: they are spoken, and come into sight."""
        announce(self, " ".join(lines))
        told = self.say(*lines, look=look)
        self._answer = self._answer or (told[0] if told else None)
        QTimer.singleShot(0, self, self._show_answer)  # once they are laid out
        return told

    def _show_answer(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and isValid(answer):
            self.column.lay_out()
            self.column.verticalScrollBar().setValue(answer.y())

    def add_choice(self, button: QPushButton, chosen: WrapLabel) -> None:
        """Add a button that opens a choice, and what was chosen; nothing shows until then."""
        button.setAutoDefault(False)
        row = FlowRow(gap=8)
        row.add(button)
        chosen.hide()
        self.column.add(row, chosen)

    def go_on(self) -> None:
        """Do what the dialog is for; JournalError becomes a sentence."""
        raise NotImplementedError

    def on_stopped(self) -> None:
        """Go back to where the work began: somebody stopped it."""
        self.do.setEnabled(True)

    def show_failure(self, failure: Exception) -> None:
        """Say what stands in the way; what was typed stays."""
        self.work.end()
        self.do.setEnabled(True)
        if self.isVisible():
            self.warn(explain(self.wording, failure))

    def warn(self, words: str) -> None:
        """Say something that must not be overlooked, above the buttons."""
        self._notice.set_text(words)
        self._notice.show()

    def end_with(self, *lines: str) -> None:
        """Show only how it went, with one button to close."""
        self._notice.hide()
        for old in self.column.take_all():
            old.hide()
            old.deleteLater()
        self.tell(*lines)
        self.do.hide()
        self.cancel.setText(self.wording.text("Close"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_do(self) -> None:
        self._notice.hide()
        try:
            self.go_on()
        except JournalError as failure:
            self.show_failure(failure)
