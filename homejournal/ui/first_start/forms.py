"""The form of a child, as it is asked at the first start and later again."""

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.children import Child
from homejournal.domain.records.record import Record
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class RecordForm(QWidget):
    """The form of one record on a page."""

    name: QLineEdit

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.wording = wording
        self.form = Form(self)

    @property
    def empty(self) -> bool:
        """Return whether nothing was typed as a name."""
        return not self.name.text().strip()

    def record(self) -> Record | None:
        """Return the record, or None after showing what needs another look."""
        return self.form.read(self.made, self.show_fault)

    def show_fault(self, error: InvalidValueError) -> None:
        """Say under its field what does not fit."""
        self.form.show_fault(error.field, explain_value(self.wording, error))

    def made(self) -> Record:
        """Return the record, or raise InvalidValueError for a value that does not fit."""
        raise NotImplementedError


class ChildForm(RecordForm):
    """The child's name or nickname, and birthday; a birthday may be left unsaid."""

    def __init__(self, wording: Wording, today: date) -> None:
        super().__init__(wording)
        text = wording.text
        self._today = today
        self.asks = text("What do you call your child?")
        self.name = self.form.add("name", self.asks, QLineEdit())
        self.birthday = make_button(text("Add a birthday"), "plus", self._on_add_born, look="link")
        row = FlowRow()
        row.add(self.birthday)
        self.form.addRow(row)
        hint = text("Only for the age on a page. You can leave it out.")
        self.born = self.form.add("born", text("Birthday"), DayEdit(today, text("Not now")), hint)
        self.born.set_day(None)
        self.form.show_row(self.born, shown=False)

    def _on_add_born(self) -> None:
        self.birthday.hide()
        self.form.show_row(self.born, shown=True)
        self.born.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def made(self) -> Child:
        born = self.born.day()
        if born is not None and born > self._today:
            raise InvalidValueError("born", Reason.IN_THE_FUTURE)
        return Child(id=uuid4(), name=self.name.text().strip(), born=born)


class RecordDialog(FormDialog):
    """One of these forms with Save and Cancel."""

    def __init__(self, desk: Desk, title: str, record: RecordForm, parent: QWidget | None) -> None:
        super().__init__(desk, title, desk.wording.text("Save"), parent)
        self._record = record
        self.form.addRow(record)
        self.form.fields |= record.form.fields

    @override
    def step(self) -> Step:
        record = self._record.made()
        name = self.wording.own(self._record.name.text().strip())
        return self.wording.text("Saved: {name}", name=name), self.saving(record)
