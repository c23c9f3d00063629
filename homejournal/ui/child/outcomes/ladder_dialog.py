"""Writing a ladder for an outcome, together with a professional."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.outcome_ladders import TOP_FIRST
from homejournal.domain.records.ladders import Ladder
from homejournal.domain.records.plan import Outcome
from homejournal.texts.plan.outcomes import level_label
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.text.labels import WrapLabel

_SHOWN_LETTERS = 600
_SIDES = 3


class LadderDialog(FormDialog):
    """Five sentences, the highest first; three of them are enough."""

    def __init__(
        self,
        desk: Desk,
        outcome: Outcome,
        shown: Ladder | None = None,
        parent: QWidget | None = None,
    ) -> None:
        text = desk.wording.text
        title = text("Write a ladder") if shown is None else text("Change the ladder")
        super().__init__(desk, title, text("Save"), parent)
        self._outcome, self._shown = outcome, shown
        self.form.addRow(WrapLabel(outcome.text, "heading", most=_SHOWN_LETTERS))
        lead = text(
            "A ladder is written together with somebody from your team. It is about one thing only."
            " Each sentence says what you would see, and no two say the same. Three sentences are"
            " enough. You rate it together at visits."
        )
        self.form.addRow(WrapLabel(lead, "muted"))
        self.edits = {level: NoteEdit("", 1, 4) for level in TOP_FIRST}
        for level, edit in self.edits.items():
            edit.set_text(shown.levels.get(str(level), "") if shown else "")
            add_row(self.form, level_label(self.wording, level), edit)
        self.fields = {"levels": self.edits[0]}
        kept = {str(level): edit for level, edit in self.edits.items()}
        self.keep_form(f"ladder:{shown.id if shown else outcome.id}", kept)

    @override
    def step(self) -> Step:
        written = {
            str(level): words
            for level, edit in reversed(self.edits.items())
            if (words := " ".join(edit.text().split()))
        }
        # Both ends need an anchor: what is hoped for, and something above and below it.
        sides = {(int(level) > 0) - (int(level) < 0) for level in written}
        if len(sides) < _SIDES:
            raise InvalidValueError("levels", Reason.DOES_NOT_FIT)
        if self._shown is None:
            ladder = Ladder(id=uuid4(), outcome=self._outcome.id, levels=written)
        else:
            ladder = replace(self._shown, levels=written)
        return self.wording.text("Ladder saved"), self.saving(ladder)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if (error.field, error.reason) == ("levels", Reason.DOES_NOT_FIT):
            return self.wording.text(
                "Please write what you hope for (0), and a sentence above it and one below it."
            )
        return super().fault_words(error)
