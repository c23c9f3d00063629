"""One strategy on the Plan page: who, how often, how we do it, its steps, and what can be done."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.domain.plan.plan_page import (
    PlanState,
    StrategyInPlan,
    answers_changed,
    brothers_and_sisters,
)
from homejournal.domain.records.plan import PlanStatus, PlanStep, StepKind
from homejournal.domain.records.visits import Visit
from homejournal.texts import plan as said
from homejournal.texts.day_page import capitalized
from homejournal.ui.base.desk import Desk
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.button import ToggleButton, make_button
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card import ButtonRow, Card
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_ACTIONS = {
    PlanStatus.ACTIVE: ("change", "correct", "pause", "finish"),
    PlanStatus.NOT_STARTED: ("change", "correct", "finish"),
    PlanStatus.PAUSED: ("restart", "change", "correct", "finish"),
    PlanStatus.FINISHED: ("restart", "correct"),
}
_ICONS = {
    "change": "arrow-right",
    "correct": "pencil",
    "pause": "player-pause",
    "finish": "circle-check",
    "restart": "player-play",
    "copy": "copy",
    "remove": "trash",
}
_SHOWN_LETTERS = 120
STEP_OF = {"pause": StepKind.PAUSE, "finish": StepKind.FINISH, "restart": StepKind.RESTART}


class PlanCard(Card):
    """Shows one strategy; sections that were opened stay open when the page refreshes."""

    wanted = Signal(str, object)
    """What is wanted ("change", "correct", "pause" …) and the StrategyInPlan."""
    remove_wanted = Signal(object)
    """PlanStep: a step that was written by mistake."""

    def __init__(self, desk: Desk, shown: StrategyInPlan) -> None:
        super().__init__(shown.name)
        self._desk, self._wording = desk, desk.wording
        self._shown = shown
        text = self._wording.text
        self._who = WrapLabel("", "small")
        self._often = WrapLabel("")
        self._outcome = WrapLabel("", "small", most=_SHOWN_LETTERS)
        self._coming = WrapLabel("", "small")
        self._how_button = self._toggle(text("How we do it"), "bulb")
        self._steps_button = self._toggle(text("What changed when"), "clock")
        self._feelings_button = self._link(text("How is it for us?"), "heart", "feelings")
        self._how, self._steps = _Lines(), _Lines()
        self._how_button.toggled.connect(self._show_parts)
        self._steps_button.toggled.connect(self._show_parts)
        self._kept_button = self._link(text("Hand-outs…"), "file-text", "hand_outs")
        self._looks = FlowRow(self._how_button, self._steps_button, self._feelings_button)
        self._looks.add(self._kept_button)
        self._does = ButtonRow(self._action_words(), _ICONS)
        self._does.wanted.connect(self.press)
        parts = (self._who, self._often, self._outcome, self._coming, self._looks)
        for part in (*parts, self._how, self._steps, self._does):
            self.body.addWidget(part)

    @property
    def strategy(self) -> UUID:
        """Return which strategy it is."""
        return self._shown.strategy.id

    def _toggle(self, words: str, icon: str) -> ToggleButton:
        button = ToggleButton(words)
        set_look(button, "link")
        set_icon(button, icon, "muted", 16)
        return button

    def _link(self, words: str, icon: str, does: str) -> QPushButton:
        return make_button(words, icon, look="link").giving(does, self.press)

    def _action_words(self) -> dict[str, str]:
        text = self._wording.text
        return {
            "restart": text("Restart…"),
            "change": text("Change from a day on…"),
            "correct": text("Correct the words…"),
            "pause": text("Pause…"),
            "finish": text("Finish…"),
            "copy": text("Copy to a brother or sister…"),
            "remove": text("Remove the example"),
        }

    def show_strategy(self, shown: StrategyInPlan, state: PlanState) -> None:
        """Show the strategy as it stands."""
        self._shown = shown
        self.set_title(shown.name)
        self.clear_corner()
        for routine in shown.routines:
            self.add_chip(_short(routine.name))
        if shown.strategy.example:
            self.add_chip(self._wording.text("Example"))
        self._fill(self._who, said.suggested(self._wording, shown))
        self._fill(self._often, said.planned(self._wording, shown))
        self._fill(self._outcome, self._hoped(shown, state))
        self._fill(self._coming, self._next(shown, state))
        asked = said.questions(self._wording, shown.words)
        self._how.show_lines([*asked])
        self._how_button.setVisible(bool(asked))
        self._steps.show_lines(
            self._step_lines(shown, state),
            [self._remover(step) for step in reversed(shown.steps)],
        )
        possible = self._possible(shown) if self._desk.can_write else ()
        self._does.show_for(shown.name, possible)
        self._feelings_button.setVisible(self._desk.can_write)
        self._kept_button.setAccessibleDescription(shown.name)
        for button in (self._how_button, self._steps_button, self._feelings_button):
            button.setAccessibleDescription(shown.name)
        self._show_parts()

    def _possible(self, shown: StrategyInPlan) -> set[str]:
        """Return what can be done with a strategy as it stands."""
        possible = set(_ACTIONS[shown.standing])
        if brothers_and_sisters(self._desk.journal.family(), shown.strategy.child):
            possible.add("copy")
        if shown.strategy.example and not self._desk.journal.settings.example:
            possible.add("remove")
        return possible

    def press(self, does: str) -> None:
        """Ask for what a button does."""
        self.wanted.emit(does, self._shown)

    def show_kept(self, kept: int) -> None:
        """Say how many pictures and hand-outs are kept with the strategy."""
        text = self._wording.text
        words = text("Hand-outs ({n})…", n=self._wording.number(kept)) if kept else ""
        self._kept_button.setText(words or text("Hand-outs…"))
        self._kept_button.setVisible(bool(kept) or self._desk.can_write)

    def _next(self, shown: StrategyInPlan, state: PlanState) -> str:
        if shown.coming is None:
            return ""
        return said.step_title(self._wording, shown.coming, _visit(shown.coming, state))

    def _hoped(self, shown: StrategyInPlan, state: PlanState) -> str:
        """Return to which outcome it belongs."""
        outcome = next((one for one in state.outcomes if one.id == shown.strategy.outcome), None)
        if outcome is None:
            return ""
        words = self._wording.own(outcome.text)
        return self._wording.text("Outcome: {outcome}", outcome=words)

    def _step_lines(self, shown: StrategyInPlan, state: PlanState) -> list[tuple[str, str]]:
        wording, changed = self._wording, answers_changed(shown.steps)
        return [
            (
                said.step_title(wording, step, _visit(step, state)),
                said.step_said(wording, step, changed.get(step.id, ())),
            )
            for step in reversed(shown.steps)
        ]

    def _remover(self, step: PlanStep) -> WordButton | None:
        if len(self._shown.steps) < 2 or step is self._shown.steps[0] or not self._desk.can_write:
            return None
        button = make_button(
            self._wording.text("Remove"),
            look="link",
            about=said.step_title(self._wording, step, None),
        )
        return button.giving(step, self.remove_wanted)

    def _fill(self, label: WrapLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _show_parts(self) -> None:
        self._how.setVisible(self._how_button.isChecked() and not self._how_button.isHidden())
        self._steps.setVisible(self._steps_button.isChecked())


class _Lines(QWidget):
    """Small headings, each with a text under it and perhaps a button beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = in_column(gap=2, inside=self)
        self._shown: tuple[object, ...] = ()
        self.hide()

    def show_lines(
        self, lines: list[tuple[str, str]], beside: "list[WordButton | None] | None" = None
    ) -> None:
        buttons = beside or [None] * len(lines)
        shown = (*lines, *(button and button.value for button in buttons))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for (heading, text), button in zip(lines, buttons, strict=True):
            self._column.addWidget(_line(heading, text, button))


def _line(heading: str, text: str, button: QPushButton | None) -> QWidget:
    line = QWidget()
    row = in_row(edges=(0, px(4), 0, px(4)), inside=line)
    words = in_column(WrapLabel(capitalized(heading), "small"), gap=2)
    if text:
        words.addWidget(WrapLabel(text))
    row.addLayout(words, 1)
    if button is not None:
        row.addWidget(button)
    return line


def _visit(step: PlanStep, state: PlanState) -> Visit | None:
    return next((visit for visit in state.visits if visit.id == step.visit), None)


def _short(name: str) -> str:
    return name if len(name) <= 24 else name[:24].rstrip() + "…"
