"""Two small forms that are asked at the first start and later again: a child, and who writes."""

from datetime import date
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.children import Child
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.people import Helper
from homejournal.domain.record import Record
from homejournal.texts.errors import explain
from homejournal.texts.wording import Wording
from homejournal.ui.desk import Desk
from homejournal.ui.theme import px
from homejournal.ui.widgets.day_edit import DayEdit
from homejournal.ui.widgets.form import add_row, clear_problem, make_form, show_problem


class RecordForm(QWidget):
    """A form for one record. `record` answers it, or says under a field what is not right yet."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.wording = wording
        self.name = QLineEdit()
        self.form = make_form(self)

    @property
    def empty(self) -> bool:
        """Return whether nothing was typed as a name."""
        return not self.name.text().strip()

    def record(self) -> Record | None:
        """Return the record, or None after showing what needs another look."""
        for field in self._fields().values():
            clear_problem(field)
        try:
            return self._made()
        except InvalidValueError as error:
            field = self._fields().get(error.field, self.name)
            show_problem(field, explain(self.wording, error))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return None

    def _made(self) -> Record:
        raise NotImplementedError

    def _fields(self) -> dict[str, QWidget]:
        return {"name": self.name}


class ChildForm(RecordForm):
    """The child's name or nickname, and birthday; a birthday may be left unsaid."""

    def __init__(self, wording: Wording, today: date) -> None:
        super().__init__(wording)
        text = wording.text
        self._today = today
        self.born = DayEdit(today, text("Not now"))
        self.born.set_day(None)
        add_row(self.form, text("Name or nickname"), self.name, text("What you call your child."))
        add_row(
            self.form,
            text("Birthday"),
            self.born,
            text("Only for the age on a page. You can leave it out."),
        )

    @override
    def _made(self) -> Child:
        born = self.born.day()
        if born is not None and born > self._today:
            raise InvalidValueError("born", Reason.IN_THE_FUTURE)
        return Child(id=uuid4(), name=self.name.text().strip(), born=born)

    @override
    def _fields(self) -> dict[str, QWidget]:
        return {"name": self.name, "born": self.born}


class HelperForm(RecordForm):
    """Who is writing: a name as the child would say it."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self.name.setPlaceholderText(wording.text("Mom, Dad, Grandma…"))
        add_row(
            self.form,
            wording.text("Who is writing?"),
            self.name,
            wording.text("You can add others later. One click says who it was."),
        )

    @override
    def _made(self) -> Helper:
        return Helper(id=uuid4(), name=self.name.text().strip())


class RecordDialog(QDialog):
    """One form with Save and Cancel; it stays open with what was typed if it cannot save."""

    def __init__(self, desk: Desk, title: str, form: RecordForm, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk, self._form = desk, form
        self.saved: UUID | None = None
        buttons = QDialogButtonBox()
        save = buttons.addButton(desk.wording.text("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.addButton(desk.wording.text("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(px(16))
        column.addWidget(form)
        column.addWidget(buttons)
        self.resize(px(440), self.sizeHint().height())

    def _on_save(self) -> None:
        record = self._form.record()
        if record is None:
            return
        name = self._desk.wording.own(self._form.name.text().strip())
        words = self._desk.wording.text("Saved: {name}", name=name)
        if (
            self._desk.editing.do(words, partial(self._desk.journal.records.save, record))
            is not None
        ):
            self.saved = record.id
            self.accept()
