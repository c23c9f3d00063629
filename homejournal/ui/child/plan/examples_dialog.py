"""Examples of strategies to choose from: each with its part of the day and how it may be done."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_files import StarterOffer
from homejournal.domain.plan.plan_page import PlanState
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.toggle_button import ToggleButton
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.text.labels import WrapLabel


class StarterDialog(FormDialog):
    """Nothing is chosen at first; what the plan has already can be seen, but not taken again."""

    def __init__(self, desk: Desk, state: PlanState, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Examples of strategies"), text("Add to our plan"), parent)
        self._offered = desk.journal.starters.offered(
            state.child, desk.wording.language, state.today
        )
        self.toggles: dict[ToggleButton, StarterOffer] = {}
        lead = text(
            "These are examples, not advice. Take what fits your day and change the words, or take"
            " none. Your team knows what fits your child."
        )
        self.form.addRow(WrapLabel(lead, "muted"))
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for offer in self._offered.offers:
            column.addWidget(self._row(offer))
        if self.toggles:
            self._list.setFocusProxy(next(iter(self.toggles)))
        add_row(self.form, text("Which ones would you like to try?"), self._list)
        self.fields = {"examples": self._list}

    @override
    def ask(self) -> None:
        super().ask()
        if self.toggles:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, offer: StarterOffer) -> QWidget:
        text, step = self.wording.text, offer.step
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        places = self.wording.line_of(routine.name for routine in offer.routines)
        column.addWidget(WrapLabel(places, "small"))
        column.addWidget(WrapLabel(offer.strategy.name, "strong"))
        column.addWidget(WrapLabel(step.how or ""))
        if offer.here:
            column.addWidget(WrapLabel(text("In your plan already"), "small"))
            return row
        toggle = ToggleButton(text("We’ll try this one"))
        set_look(toggle, "chip")
        toggle.setAccessibleDescription(offer.strategy.name)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeading)
        self.toggles[toggle] = offer
        return row

    @override
    def step(self) -> Step:
        chosen = [offer for toggle, offer in self.toggles.items() if toggle.isChecked()]
        if not chosen:
            raise InvalidValueError("examples", Reason.EMPTY)
        ids = [offer.strategy.id for offer in chosen]
        words = self.wording.count("{n} example added", "{n} examples added", len(ids))
        return words, partial(self.desk.journal.starters.take, self._offered, ids)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Choose at least one, or press Cancel.")
