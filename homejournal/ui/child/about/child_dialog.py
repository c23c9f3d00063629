"""What our child is called, and the days that an age is told from."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.children import Child
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row

_EARLIEST, _LATEST = timedelta(weeks=20), timedelta(weeks=4)
"""A birth may be so long before the due day, and so long after it."""


class ChildDialog(FormDialog):
    """Name, last name, birthday and due date; only the name must be said."""

    def __init__(self, desk: Desk, child: Child, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Name and birthday"), text("Save"), parent)
        self._child = child
        self.name, self.surname = QLineEdit(child.name), QLineEdit(child.surname or "")
        self.born, self.due = (self._day(day) for day in (child.born, child.due))
        add_row(self.form, text("Name or nickname"), self.name, text("What you call your child."))
        hint = text("It stands on a page only where you tick it.")
        add_row(self.form, text("Last name (optional)"), self.surname, hint)
        hint = text("Only for the age on a page. You can leave it out.")
        add_row(self.form, text("Birthday"), self.born, hint)
        hint = text(
            "For a baby who came more than three weeks early: pages then tell the corrected age,"
            " too, until 24 months."
        )
        add_row(self.form, text("Due date"), self.due, hint)
        self.fields = {"name": self.name, "surname": self.surname}
        self.fields |= {"born": self.born, "due": self.due}
        self.keep_form(f"child:{child.id}", self.fields)

    def _day(self, day: date | None) -> DayEdit:
        edit = DayEdit(day or self.desk.today(), self.wording.text("Not now"))
        edit.set_day(day)
        return edit

    @override
    def step(self) -> Step:
        born, due = self.born.day(), self.due.day()
        if born is not None and born > self.desk.today():
            raise InvalidValueError("born", Reason.IN_THE_FUTURE)
        if born is not None and due is not None and not -_LATEST <= due - born <= _EARLIEST:
            raise InvalidValueError("due", Reason.DOES_NOT_FIT)
        child = replace(
            self._child,
            name=self.name.text().strip(),
            surname=self.surname.text().strip() or None,
            born=born,
            due=due,
        )
        name = self.wording.own(child.name)
        return self.wording.text("Saved: {name}", name=name), self.saving(child)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "due":
            return self.wording.text("This is far from the birthday. Look at both days once more.")
        return super().fault_words(error)
