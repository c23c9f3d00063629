"""What the family types for a page, each in a field that comes when it is asked for.

That is what helped with a strategy, and a long note made shorter; the journal keeps the note whole.
"""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.visit_page.builder import beginning_of
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.visits.page.drafts import PageTexts
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class FieldOnDemand(QWidget):
    """A link, and in its place a field once somebody asks for it, or something is typed there.

    `whole` is what stands in the field while nothing is typed.
    """

    def __init__(
        self, words: PageTexts, about: UUID, add: QPushButton, edit: NoteEdit, whole: str
    ) -> None:
        super().__init__()
        self._words, self._about, self._whole = words, about, whole
        self.add, self.edit = add, edit
        self._box = QWidget()
        self._form = Form(self._box)
        column = in_column(add, self._box, gap=0, inside=self)
        column.setAlignment(add, Qt.AlignmentFlag.AlignLeading)

    def begin(self) -> None:
        """Show what is typed, and follow it: the same note may be on the page twice."""
        self.follow()
        self.add.clicked.connect(self.open)
        self.edit.textChanged.connect(self._on_text)
        self._words.changed.connect(self.follow)
        self._words.shown.connect(self.follow)

    def open(self) -> None:
        """Show the field and go there."""
        self.show_field(opened=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_field(self, *, opened: bool) -> None:
        """Show the field, or the link in its place."""
        self.add.setVisible(not opened)
        self._box.setVisible(opened)

    def follow(self) -> None:
        """Show what is typed for the page that is prepared now."""
        said = self._words.said(self._about)
        if (said or self._whole).strip() != self.edit.text().strip():
            self.edit.blockSignals(True)
            self.edit.set_text(said or self._whole)
            self.edit.blockSignals(False)
        self.show_field(opened=bool(said) or self.edit.hasFocus())

    def write(self, text: str) -> None:
        """Take what is typed; the whole as it was is nothing typed."""
        self._words.write(self._about, "" if text.strip() == self._whole.strip() else text)

    def _on_text(self) -> None:
        self.write(self.edit.text())


class HelpedField(FieldOnDemand):
    """What helped and what got in the way, where the family wants to say it of a strategy."""

    def __init__(self, wording: Wording, words: PageTexts, strategy: UUID, name: str) -> None:
        add = make_button(wording.text("Add what helped"), "plus", look="link", about=name)
        super().__init__(words, strategy, add, NoteEdit("", 1, 4), "")
        self._wording = wording
        label = wording.text("What helped, what got in the way (optional)")
        self._form.add_row(label, self.edit)
        self.edit.setAccessibleName(wording.line_of((label, name)))
        self.begin()

    @override
    def follow(self) -> None:
        super().follow()
        fault = self._words.fault_of(self.edit.text())
        if fault is None:
            clear_problem(self.edit)
            return
        until = self._wording.text("Until then it is not on the page.")
        show_problem(self.edit, f"{explain_value(self._wording, fault)} {until}")


class LongNoteField(FieldOnDemand):
    """A long note, shortened for one page by the family."""

    def __init__(self, wording: Wording, words: PageTexts, note: UUID, whole: str) -> None:
        text = wording.text
        link = text("Shorten for this page…")
        add = make_button(link, "pencil", look="link", about=whole[:200])
        super().__init__(words, note, add, NoteEdit("", 3, 8), whole)
        hint = text("Your journal keeps the note whole. The page says “shortened by us”.")
        self._form.add_row(text("The note on this page"), self.edit, hint)
        self.cut = make_button(text("Only the beginning"), on=self._on_cut, look="link")
        self.back = make_button(text("Back to the whole note"), on=self._on_back, look="link")
        ways = FlowRow(gap=4)
        ways.add(self.cut, self.back)
        self._form.addRow(ways)
        self.begin()

    def _on_cut(self) -> None:
        # Written by a cursor, so that Undo in the field brings the rest back.
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(beginning_of(self._whole))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.write("")
        self.show_field(opened=False)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
