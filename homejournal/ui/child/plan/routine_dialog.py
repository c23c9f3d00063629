"""A new part of the day, in the family's own name for it."""

from uuid import UUID, uuid4

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.records.plan import Routine
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.form_rows import add_row


class RoutineDialog(FormDialog):
    """Asks only for the name; it becomes a routine of this child."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Add a part of the day"), text("Save"), parent)
        self._child = child
        self._name = QLineEdit()
        self._name.setPlaceholderText(text("Bath, meals, in the car…"))
        add_row(self.form, text("What you call it"), self._name)
        self.fields["name"] = self._name
        self.keep_form(f"routine:{child}", self.fields)

    @override
    def step(self) -> Step:
        routine = Routine(id=uuid4(), name=self._name.text().strip(), child=self._child)
        words = self.wording.text("Saved: {name}", name=self.wording.own(routine.name))
        return words, self.saving(routine)
