"""What did we agree? From the words of the two halves through each strategy to one step."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names.paper_names import visitors
from homejournal.domain.visits.visit_list import VisitTold
from homejournal.texts.plan.plan_page import visit_name
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.strategy_step_fields import plan_fault_words
from homejournal.ui.visits.coming.agreement_plan import PARTED, AgreedPlan
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.drafts import Kept


class AgreeDialog(FormDialog):
    """The two halves of the plan in words, each strategy, and what is new; one step in the end.

    Everything is kept as it is unless something else is chosen, so that two sentences and Save are
    enough. All that is typed and chosen is kept as unfinished text.
    """

    def __init__(self, desk: Desk, told: VisitTold, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("What did we agree?"), text("Save what we agreed"), parent)
        self._visit = told.visit
        names = visitors(told.visit, desk.journal.family().team)
        self.form.addRow(WrapLabel(visit_name(desk.wording, told.visit, names), "heading"))
        self._add_words()
        self.plan = AgreedPlan(desk, told)
        self.form.addRow(self.plan)
        self.plan.opened.connect(self._on_opened)
        self.plan.left_out.connect(self._name_fields)
        self._keep_typed()
        self._name_fields()

    def _add_words(self) -> None:
        text, visit = self.wording.text, self._visit
        self.between, self.next_visit = NoteEdit("", 2), NoteEdit("", 1)
        for edit in (self.between, self.next_visit):
            edit.done.connect(self.save)
        self.between.set_text(visit.agreed_between or "")
        self.next_visit.set_text(visit.agreed_next or "")
        hint = text("What will you try at home until then? A sentence or two is enough.")
        add_row(self.form, text("Between visits"), self.between, hint)
        add_row(
            self.form,
            text("Next visit"),
            self.next_visit,
            text("What will the next visit be about?"),
        )

    def _keep_typed(self) -> None:
        """Take up what was typed for this visit and not saved, and keep what is typed now."""
        typed: dict[str, Kept] = {
            "between": self.between,
            "next": self.next_visit,
            "plan": self.plan,
        }
        taken_up = [
            self.keep_typed(one, f"agreed:{self._visit.id}:{part}", one.text())
            for part, one in typed.items()
        ]
        if any(taken_up):
            self.say_taken_up(1)

    def _on_opened(self, part: QWidget, before: QWidget) -> None:
        self.put_in_order(part, before)
        self._name_fields()
        self.watch(part)

    def _name_fields(self) -> None:
        words = {"agreed_between": self.between, "agreed_next": self.next_visit}
        self.fields = {**words, **self.plan.fields}

    @override
    def _on_typed(self, *said: object) -> None:
        super()._on_typed(*said)
        self.plan.textChanged.emit()

    @override
    def step(self) -> Step:
        agreement = replace(
            self.plan.agreed(),
            between=self.between.text().strip() or None,
            next_visit=self.next_visit.text().strip() or None,
        )
        said = self.wording.text("Agreed: {visit}", visit=visit_name(self.wording, self._visit, ()))
        agree = self.desk.journal.visits.agree
        call = partial(agree, self._visit, agreement, drafts=self.drafts())
        return said, call

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        own = error.field.rpartition(PARTED)[2]
        return plan_fault_words(self.wording, InvalidValueError(own, error.reason, error.limit))
