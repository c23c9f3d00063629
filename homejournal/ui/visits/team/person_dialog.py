"""Writing down somebody of the team, and changing what is known of them."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.records.people import TeamMember
from homejournal.domain.visits.team_list import ways_in_order
from homejournal.texts import visits_and_team as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.visits.people_fields import LanguageFields
from homejournal.ui.visits.team.ways_to_reach import WaysEdit
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row, set_row_visible


class PersonDialog(FormDialog):
    """Only the name must be said; somebody known may also have left the team on a day."""

    def __init__(
        self, desk: Desk, shown: TeamMember | None = None, parent: QWidget | None = None
    ) -> None:
        text = desk.wording.text
        title = text("Add somebody to our team") if shown is None else text("Change a person")
        super().__init__(desk, title, text("Save"), parent)
        self._shown = shown
        self._name = QLineEdit(shown.name if shown else "")
        self._discipline = QLineEdit((shown.discipline if shown else None) or "")
        self._role = QLineEdit((shown.role if shown else None) or "")
        self._coordinator = QCheckBox(said.coordinator(desk.wording))
        self._coordinator.setChecked(shown.coordinator if shown else False)
        add_row(self.form, text("Their name"), self._name, text("For example: Dana"))
        label = text("What do they do? (optional)")
        add_row(self.form, label, self._discipline, text("For example: speech"))
        hint = text("For example: comes every Tuesday")
        add_row(self.form, text("Their part in the team (optional)"), self._role, hint)
        hint = text("Ask them first when you want a meeting.")
        add_row(self.form, text("Do they coordinate the services?"), self._coordinator, hint)
        self._ways = WaysEdit(desk.wording, ways_in_order(shown.ways) if shown else ())
        self._ways.added.connect(self._on_added)
        add_row(self.form, text("How can you reach them? (optional)"), self._ways)
        self._language = LanguageFields(desk.wording, self.form, shown)
        self._left = DayEdit(desk.today(), text("Still in the team"))
        self._left.set_day(shown.left if shown else None)
        add_row(self.form, text("Left the team on"), self._left)
        set_row_visible(self.form, self._left, shown is not None)
        self.fields = {"name": self._name, "discipline": self._discipline, "role": self._role}
        self.fields |= {"value": self._ways} | self._language.fields
        self._keep()

    def _keep(self) -> None:
        place = f"person:{self._shown.id if self._shown else 'new'}"
        kept = {
            "name": self._name,
            "discipline": self._discipline,
            "role": self._role,
            "coordinator": self._coordinator,
            "language": self._language.box,
            "other": self._language.other,
            "interpreter": self._language.interpreter,
            "left": self._left,
        }
        self.keep_form(place, kept, {"ways": self._ways})

    @override
    def step(self) -> Step:
        name = self._name.text().strip()
        language, interpreter = self._language.chosen()
        person = replace(
            self._shown or TeamMember(id=uuid4(), name="…"),
            name=name,
            discipline=self._discipline.text().strip() or None,
            role=self._role.text().strip() or None,
            coordinator=self._coordinator.isChecked(),
            ways=self._ways.ways(),
            language=language,
            interpreter=interpreter,
            left=self._left.day(),
        )
        return self.wording.text("Saved: {name}", name=self.wording.own(name)), self.saving(person)

    def _on_added(self, row: QWidget, before: QWidget) -> None:
        self.put_in_order(row, before)
        self.watch(row)
