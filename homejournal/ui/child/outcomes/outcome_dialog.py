"""Writing down an outcome of the family's plan, and closing it."""

from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.plan import Area, Outcome
from homejournal.texts import labels
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.multiple_choice import ChipChoice
from homejournal.ui.widgets.fields.note_field import NoteEdit

_SHOWN_LETTERS = 80


class OutcomeDialog(FormDialog):
    """The outcome's words, its areas of development, since when, and when it was closed."""

    def __init__(
        self, desk: Desk, child: UUID, shown: Outcome | None = None, parent: QWidget | None = None
    ) -> None:
        text = desk.wording.text
        title = text("Add an outcome") if shown is None else text("Change an outcome")
        super().__init__(desk, title, text("Save"), parent)
        self._child, self._shown = child, shown
        today = desk.today()
        self.text = NoteEdit("", 2)
        self.areas = ChipChoice(
            [(area, labels.area(desk.wording, area)) for area in Area], text("Areas")
        )
        self.since = DayEdit(today, text("Not chosen"))
        self.closed = DayEdit(today, text("Still open"))
        add_row(
            self.form,
            text("What do you hope for?"),
            self.text,
            text("As it stands in your family service plan, or in your own words."),
        )
        add_row(self.form, text("Areas (optional)"), self.areas)
        add_row(self.form, text("Since"), self.since)
        add_row(self.form, text("Closed on"), self.closed)
        self.fields = {"text": self.text, "closed": self.closed}
        self.since.set_day(shown.since if shown else None)
        self.closed.set_day(shown.closed if shown else None)
        if shown is not None:
            self.text.set_text(shown.text)
            self.areas.set_chosen(shown.areas)
        # Not the day it was closed: whoever only wanted to change words would close it unseen.
        kept = {"text": self.text, "areas": self.areas, "since": self.since}
        self.keep_form(f"outcome:{shown.id if shown else child}", kept)

    def close_today(self) -> None:
        """Offer today as the day on which the outcome is closed."""
        self.closed.set_day(self.desk.today())

    @override
    def step(self) -> Step:
        since, closed = self.since.day(), self.closed.day()
        if since is not None and closed is not None and closed < since:
            raise InvalidValueError("closed", Reason.DATES_REVERSED)
        plain = self._shown or Outcome(id=uuid4(), child=self._child, text="…")
        outcome = replace(
            plain,
            text=self.text.text().strip(),
            areas=tuple(one for one in self.areas.chosen() if isinstance(one, Area)),
            since=since,
            closed=closed,
        )
        name = outcome.text.splitlines()[0][:_SHOWN_LETTERS]
        said = self.wording.text("Saved: {name}", name=self.wording.own(name))
        return said, self.saving(outcome)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "closed":
            return self.wording.text("It was closed before it began. Change one of the two days.")
        return super().fault_words(error)
