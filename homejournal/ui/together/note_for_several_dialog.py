"""One text for several children: each of them gets a note of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.family import active_children
from homejournal.domain.records.notes import AnyNote, Note, with_other_privacy
from homejournal.texts.day_page import note_said
from homejournal.texts.display_names import names_said
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.choices import ChildrenRow, PrivateTickBox
from homejournal.ui.widgets.fields.note_field import NoteEdit

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from homejournal.domain.today.day_page import TogetherRow
    from homejournal.ui.base.desk import Desk


class NoteForSeveralDialog(FormDialog):
    """The notes are apart from then on: changing one leaves the others as they are."""

    def __init__(self, desk: Desk, row: TogetherRow, day: date, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Note for several children"), text("Save"), parent)
        self._day = day
        self._strategies = {child.id: card.strategy.id for child, card in row.cards}
        apart = names_said(desk.wording, active_children(desk.journal.family()))
        self._names = {child.id: apart[child.id] for child, _ in row.cards}
        self.form.add_words(row.name, "heading", most=200)
        hint = text("Each child gets this note. A name in it is on the page of each.")
        self.text = self.form.add("text", text("Note"), NoteEdit("", 4, 12), hint)
        place = f"together:{day.isoformat()}:{row.cards[0][1].strategy.id}"
        if self.keep_draft_of(self.text, place):
            self.show_draft_notice(self.form.rowCount())
        children = ChildrenRow(desk.wording, self._names, self._names, text("For whom?"))
        self.children_row = self.form.add("children", text("For whom?"), children)
        hint = text("For us alone: never on a page or in a file we give")
        private = PrivateTickBox(text("Private"))
        self.private = self.form.add_row(text("Only for us"), private, hint)

    @override
    def step(self) -> Step:
        chosen = self.children_row.chosen()
        if not chosen:
            raise InvalidValueError("children", Reason.EMPTY)
        notes = [self._note(child) for child in chosen]
        names = [self._names[child] for child in chosen]
        call = partial(self.desk.journal.notes.write_together, notes, drafts=self.drafts())
        return note_said(self.wording, names), call

    def _note(self, child: UUID) -> AnyNote:
        note = Note(
            id=uuid4(),
            child=child,
            day=self._day,
            text=self.text.text().strip(),
            strategy=self._strategies[child],
            helper=self.desk.helper,
        )
        return with_other_privacy(note) if self.private.isChecked() else note

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "children":
            return self.wording.text("Choose a child.")
        return super().fault_words(error)
