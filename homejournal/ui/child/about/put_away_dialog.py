"""Putting a child's journal away: a day, and words only where the family wants some."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.children import Child, LifeEvent
from homejournal.texts.papers.about_child import Why, kind_words, why_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.fields.single_choice import ChoiceRow
from homejournal.ui.widgets.text.labels import WrapLabel


class PutAwayDialog(FormDialog):
    """What happened is not kept, unless the family writes it down in its own words."""

    def __init__(self, desk: Desk, child: Child, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Put the journal away"), text("Put it away"), parent)
        self._child = child
        self.why = ChoiceRow(
            [(None, text("Not chosen")), *((why, why_said(desk.wording, why)) for why in Why)],
            text("What happened?"),
        )
        self.why.set_choice(None)
        self.why.chosen.connect(self._on_why)
        self.day = DayEdit(desk.today())
        self.words = NoteEdit("", 2, 8)
        self._kind = WrapLabel("")
        self.form.addRow(WrapLabel(child.name, "heading", most=200))
        lead = text(
            "No reminders, no birthdays, no question how the day was. The program opens with"
            " another child, or with a quiet page."
        )
        self.form.addRow(WrapLabel(lead, "muted"))
        help_text = text("Only for the words below. It is not kept.")
        add_row(self.form, text("What happened? (optional)"), self.why, help_text)
        self.form.addRow(self._kind)
        add_row(self.form, text("Since when"), self.day)
        help_text = text("They’ll be in the journal as something that happened in your life.")
        add_row(self.form, text("In our own words (optional)"), self.words, help_text)
        self.fields = {"words": self.words, "day": self.day}
        self.keep_form(f"put-away:{child.id}", self.fields)
        self._on_why(None)

    def _on_why(self, why: object) -> None:
        known = why if isinstance(why, Why) else None
        self._kind.setText(kind_words(self.wording, known, self._child))

    @override
    def step(self) -> Step:
        day = self.day.day() or self.desk.today()
        if day > self.desk.today():
            raise InvalidValueError("day", Reason.IN_THE_FUTURE)
        child = replace(self._child, put_away=day)
        words = self.words.text().strip()
        event = [LifeEvent(id=uuid4(), child=child.id, day=day, words=words)] if words else []
        said = self.wording.text("Put away: {name}", name=self.wording.own(child.name))
        return said, self.saving(child, *event)


def take_out(desk: Desk, child: Child) -> None:
    """Take a child's journal out again: one step that can be undone."""
    words = desk.wording.text("Taken out again: {name}", name=desk.wording.own(child.name))
    call = partial(desk.journal.records.save, replace(child, put_away=None))
    desk.editing.do(words, call)
