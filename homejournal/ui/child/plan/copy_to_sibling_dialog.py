"""Giving a strategy to a brother or sister as their own."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.copy_to_sibling import brothers_and_sisters, names_child
from homejournal.domain.plan.plan_page import StrategyInPlan
from homejournal.texts.display_names import names_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.single_choice import ChoiceRow
from homejournal.ui.widgets.text.labels import WrapLabel


class CopyDialog(FormDialog):
    """Asks only for whom; where there is one brother or sister, that is said already."""

    def __init__(self, desk: Desk, shown: StrategyInPlan, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Copy to a brother or sister"), text("Copy"), parent)
        self._shown = shown
        self._asked: UUID | None = None
        family = desk.journal.family()
        names = names_said(desk.wording, family.children.values())
        others = brothers_and_sisters(family, shown.strategy.child)
        self._names = {child: names[child] for child in others}
        self.child = ChoiceRow(list(self._names.items()), text("For whom?"))
        if len(self._names) == 1:
            self.child.set_choice(next(iter(self._names)))
        lead = text(
            "They get a strategy of their own, which begins today. Nothing that you wrote down"
            " goes along."
        )
        self.form.addRow(WrapLabel(shown.name, "heading", most=200))
        self.form.addRow(WrapLabel(lead, "muted"))
        add_row(self.form, text("For whom?"), self.child)
        first = family.children[shown.strategy.child].name
        if names_child(shown, first):
            words = text(
                "The words name {child}. You can correct them in the copy.",
                child=desk.wording.own(first),
            )
            self.form.addRow(WrapLabel(words, "small"))
        self.fields = {"child": self.child}

    @override
    def step(self) -> Step:
        child = self.child.choice()
        if not isinstance(child, UUID):
            raise InvalidValueError("child", Reason.EMPTY)
        name = self._names[child]
        if self._has_it(child) and child != self._asked:
            self._asked = child
            raise InvalidValueError("child", Reason.DOES_NOT_FIT)
        words = self.wording.text("Copied to the plan of {child}", child=name)
        return words, partial(self.desk.journal.plan.copy, self._shown, child, self.desk.today())

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.reason is Reason.DOES_NOT_FIT and self._asked is not None:
            return self.wording.text(
                "{child} has a strategy with this name. Press Copy once more for a second one.",
                child=self._names[self._asked],
            )
        return self.wording.text("Choose a child.")

    def _has_it(self, child: UUID) -> bool:
        """Return whether a child has a strategy of this name, which is easily copied twice."""
        own = self.desk.journal.family().strategies_of(child)
        name = self._shown.strategy.name.strip().casefold()
        return any(one.name.strip().casefold() == name for one in own)
