"""The part of a plan's form that says from which visit or day on."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QFormLayout, QWidget

from homejournal.domain.names.paper_names import visitors
from homejournal.domain.records.family import Family
from homejournal.domain.records.visits import Visit
from homejournal.texts.plan.plan_page import visit_name
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.drop_down import ChooseBox
from homejournal.ui.widgets.fields.form_rows import add_row

_VISITS_OFFERED = 30


class FromFields:
    """A visit, whose day is then taken, or a day."""

    def __init__(
        self, wording: Wording, form: QFormLayout, visits: tuple[Visit, ...], today: date
    ) -> None:
        self._visits = {visit.id: visit for visit in visits[:_VISITS_OFFERED]}
        self._today = today
        self.box = ChooseBox()
        self._wording = wording
        self.day = DayEdit(today)
        self.box.picked.connect(self._on_visit)
        self._form = form
        if self._visits:
            add_row(form, wording.text("Starting with which visit?"), self.box)
        add_row(form, wording.text("Starting on which day?"), self.day)

    def offer(self, family: Family) -> None:
        """Offer the visits by the names of the people who came."""
        offered: list[tuple[object, str]] = [
            (None, self._wording.text("Starting on a day without a visit"))
        ]
        for visit in self._visits.values():
            names = visitors(visit, family.team)
            offered.append((visit.id, visit_name(self._wording, visit, names)))
        self.box.set_choices(offered)

    @property
    def fields(self) -> dict[str, QWidget]:
        """Return the fields by the names that checks use."""
        return {"from_day": self.day}

    def show_from(self, day: date, visit: UUID | None) -> None:
        """Show the day and the visit."""
        self.box.set_value(visit)
        self.day.set_day(day)

    def chosen(self) -> tuple[date, UUID | None]:
        """Return the day and the visit."""
        value = self.box.value()
        return self.day.day() or self._today, value if isinstance(value, UUID) else None

    def _on_visit(self, value: object) -> None:
        if isinstance(value, UUID):
            self.day.set_day(self._visits[value].day)
