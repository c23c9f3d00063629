"""An outcome as the heading over its strategies, with its areas and dates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.plan.outcome_ladders import OutcomeRecords
from homejournal.domain.records.plan import Outcome
from homejournal.texts.plan import plan_page as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.outcomes.ladder_and_reviews import OutcomeParts
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

_SHOWN_LETTERS = 600


class OutcomeHead(QWidget):
    """What the family hopes for; `edit_wanted` and `close_wanted` carry the outcome."""

    edit_wanted = Signal(object)
    close_wanted = Signal(object)
    wanted = Signal(str, object)
    """What is wanted with the ladder or a review, and what it is about."""

    def __init__(
        self,
        desk: Desk,
        outcome: Outcome | None,
        records: OutcomeRecords | None = None,
        *,
        alone: bool,
    ) -> None:
        super().__init__()
        self._outcome = outcome
        wording = desk.wording
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(4))
        if outcome is None:
            if not alone:
                column.addWidget(WrapLabel(wording.text("Without an outcome"), "heading"))
            return
        column.addWidget(WrapLabel(wording.text("Outcome"), "small"))
        column.addWidget(WrapLabel(outcome.text, "heading", most=_SHOWN_LETTERS))
        line = said.outcome_line(wording, outcome)
        if line:
            column.addWidget(WrapLabel(line, "small"))
        if desk.can_write:
            column.addWidget(self._buttons(desk, outcome))
        if records is not None:
            parts = OutcomeParts(desk, records)
            parts.wanted.connect(self.wanted)
            column.addWidget(parts)

    def _buttons(self, desk: Desk, outcome: Outcome) -> FlowRow:
        text = desk.wording.text
        row = FlowRow(gap=4)
        edit = WordButton(text("Change the outcome…"))
        set_icon(edit, "pencil", "muted", 16)
        edit.clicked.connect(self._on_edit)
        buttons = [edit]
        if outcome.closed is None:
            close = WordButton(text("Close the outcome…"))
            set_icon(close, "circle-check", "muted", 16)
            close.clicked.connect(self._on_close)
            buttons.append(close)
        for button in buttons:
            set_look(button, "link")
            button.setAccessibleDescription(outcome.text[:200])
        row.add(*buttons)
        return row

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self._outcome)

    def _on_close(self) -> None:
        self.close_wanted.emit(self._outcome)
