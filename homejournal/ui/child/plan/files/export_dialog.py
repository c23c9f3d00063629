"""Which strategies go into a plan file, and what it calls itself."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.plan_steps import Standing
from homejournal.domain.text_rules import check_name
from homejournal.texts.plan import plan_page as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.widgets.fields.form_rows import add_row, clear_problem
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.text.labels import WrapLabel


class PlanHandingDialog(FormDialog):
    """Writes nothing in the journal: `chosen` carries the ids and the name of the plan."""

    chosen = Signal(object, str)

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None) -> None:
        wording, text = desk.wording, desk.wording.text
        title = text("Hand over as a plan file")
        super().__init__(desk, title, text("Save the file…"), parent)
        lead = text(
            "In it: the strategies you tick, with their steps, who suggested them, and the outcome."
            " Your own words go along as you wrote them, names too. Not in it: notes, days, and how"
            " to reach anybody."
        )
        self.form.addRow(WrapLabel(lead))
        self.name = QLineEdit(text("Plan, {day}", day=wording.day(desk.today())))
        add_row(self.form, text("Name of the plan"), self.name)
        self.lines: dict[UUID, TickRow] = {}
        add_row(self.form, text("Strategies"), self._list(child))
        hint = text("homejournal sends nothing. You save the file and give it on as you like.")
        self.form.addRow(WrapLabel(hint, "small"))

    def _list(self, child: UUID) -> QWidget:
        ticks = QWidget()
        column = QVBoxLayout(ticks)
        column.setContentsMargins(0, 0, 0, 0)
        state = plan_state(self.desk.journal.family(), child, self.desk.today())
        for one in state.strategies:
            active = one.standing is Standing.ACTIVE
            word = "" if active else said.standing(self.wording, one.standing)
            line = TickRow("", self.wording.own(one.name), word)
            if word:
                line.add_word(word)
            line.box.setChecked(one.standing is not Standing.FINISHED)
            self.lines[one.strategy.id] = line
            column.addWidget(line)
        if not state.strategies:
            column.addWidget(WrapLabel(self.wording.text("No strategies yet"), "muted"))
        self.fields = {"name": self.name, "strategies": ticks}
        return ticks

    @override
    def save(self) -> None:
        """Hand on what is chosen and close; stay open where something is missing."""
        for field in self.fields.values():
            clear_problem(field)
        ids = {which for which, line in self.lines.items() if line.box.isChecked()}
        name = self.name.text().strip()
        try:
            check_name("name", name)
            _check_any(ids)
        except InvalidValueError as error:
            self.show_fault(error)
            return
        self.accept()
        self.chosen.emit(ids, name)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "strategies":
            return self.wording.text("Choose at least one strategy.")
        return super().fault_words(error)


def _check_any(strategies: Collection[UUID]) -> None:
    """Raise InvalidValueError where nothing is chosen."""
    if not strategies:
        raise InvalidValueError("strategies", Reason.EMPTY)
