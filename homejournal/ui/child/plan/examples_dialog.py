"""Strategies from elsewhere: the examples, and those of a brother or sister."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_files import StarterOffer
from homejournal.domain.plan.plan_page import (
    PlanState,
    StrategyInPlan,
    brothers_and_sisters,
    names_child,
)
from homejournal.domain.records.family import pronoun_of
from homejournal.texts.display_names import names_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import set_look
from homejournal.ui.widgets.button import ToggleButton
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class CopyToSiblingDialog(FormDialog):
    """Copies a strategy to a brother or sister; asks which one where there are several."""

    def __init__(self, desk: Desk, shown: StrategyInPlan, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Copy to a brother or sister"), text("Copy"), parent)
        self._shown = shown
        self._asked: UUID | None = None
        family = desk.journal.family()
        names = names_said(desk.wording, family.children.values())
        others = brothers_and_sisters(family, shown.strategy.child)
        self._names = {child: names[child] for child in others}
        lead = text(
            "They get a strategy of their own, which begins today. Nothing that you wrote down"
            " goes along."
        )
        self.form.add_words(shown.name, "heading", most=200)
        self.form.add_words(lead, "muted")
        choice = SingleChoice(list(self._names.items()))
        self.child = self.form.add("child", text("For whom?"), choice)
        if len(self._names) == 1:
            self.child.set_choice(next(iter(self._names)))
        first = family.children[shown.strategy.child].name
        if names_child(shown, first):
            words = text(
                "The words name {child}. You can correct them in the copy.",
                child=desk.wording.own(first),
            )
            self.form.add_words(words, "small")

    @override
    def step(self) -> Step:
        child = self.child.choice()
        if child is None:
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
        return any(strategy.name.strip().casefold() == name for strategy in own)


class ExamplesDialog(FormDialog):
    """Offers the example strategies; those in the plan already cannot be ticked."""

    added = Signal(object)
    """The id of the last strategy that was added."""

    def __init__(self, desk: Desk, state: PlanState, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Examples of strategies"), text("Add to our plan"), parent)
        self._offered = desk.journal.starters.offered(
            state.child, desk.wording.language, state.today
        )
        self.toggles: dict[ToggleButton, StarterOffer] = {}
        lead = desk.wording.text_about(
            pronoun_of(desk.journal.family(), state.child),
            "These are examples, not advice. Take what fits your day and change the words, or take"
            " none. Your team knows what fits your child.",
        )
        self.form.add_words(lead, "muted")
        self._list = QWidget()
        column = in_column(gap=12, inside=self._list)
        for offer in self._offered.offers:
            column.addWidget(self._row(offer))
        if self.toggles:
            self._list.setFocusProxy(next(iter(self.toggles)))
        self.form.add("examples", text("Which ones would you like to try?"), self._list)

    @override
    def ask(self) -> None:
        super().ask()
        if self.toggles:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, offer: StarterOffer) -> QWidget:
        text, step = self.wording.text, offer.step
        row = QWidget()
        column = in_column(gap=2, inside=row)
        places = self.wording.line_of(routine.name for routine in offer.routines)
        column.addWidget(WrapLabel(places, "small"))
        column.addWidget(WrapLabel(offer.strategy.name, "strong"))
        column.addWidget(WrapLabel(step.how or ""))
        if offer.here:
            column.addWidget(WrapLabel(text("In your plan already"), "small"))
            return row
        toggle = ToggleButton(text("We’ll try this one"))
        set_look(toggle, "chip")
        tell_as(toggle, ToldAs.TICK)
        toggle.setAccessibleDescription(offer.strategy.name)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeading)
        self.toggles[toggle] = offer
        return row

    def _chosen(self) -> list[UUID]:
        return [offer.strategy.id for toggle, offer in self.toggles.items() if toggle.isChecked()]

    @override
    def done(self, result: int, /) -> None:
        super().done(result)
        if result == self.DialogCode.Accepted:
            self.added.emit(self._chosen()[-1])

    @override
    def step(self) -> Step:
        ids = self._chosen()
        if not ids:
            raise InvalidValueError("examples", Reason.EMPTY)
        words = self.wording.count("{n} example added", "{n} examples added", len(ids))
        return words, partial(self.desk.journal.starters.take, self._offered, ids)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Choose at least one, or press Cancel.")
