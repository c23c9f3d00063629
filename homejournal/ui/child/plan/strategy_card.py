"""One strategy on the Plan page: what, how often, from whom, and what can be done with it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.names import all_names, visitor_names
from homejournal.domain.plan.outcomes import Feeling
from homejournal.domain.plan.plan_page import (
    PlanState,
    StepTold,
    StrategyInPlan,
    brothers_and_sisters,
    steps_told,
)
from homejournal.domain.records.plan import PlanStatus, StepKind
from homejournal.texts import plan as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.plan.feelings import feelings_in_words
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.button import MoreButton, ToggleButton, make_button
from homejournal.ui.widgets.cards.card import Card, Part
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column, show_part
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_STEPS = 8
_BUTTONS = {
    PlanStatus.ACTIVE: ("change", "feelings"),
    PlanStatus.NOT_STARTED: ("change",),
    PlanStatus.PAUSED: ("restart", "change"),
    PlanStatus.FINISHED: ("restart",),
}
_LINES = {
    PlanStatus.ACTIVE: ("pause", "finish"),
    PlanStatus.NOT_STARTED: ("finish",),
    PlanStatus.PAUSED: ("pause", "finish"),
    PlanStatus.FINISHED: ("change",),
}
STEP_OF = {"pause": StepKind.PAUSE, "finish": StepKind.FINISH, "restart": StepKind.RESTART}


class CardTold(NamedTuple):
    """A strategy, the plan it is in, how many hand-outs it has, and what was said of it."""

    shown: StrategyInPlan
    state: PlanState
    files: int
    feelings: Sequence[Feeling] | None
    """None where nobody wants to be asked."""


class PlanCard(Card):
    """Shows one strategy; its details stay open when the page refreshes."""

    wanted = Signal(str, object)
    """What is wanted ("change", "pause" …) and the StrategyInPlan."""
    remove_wanted = Signal(object)
    """PlanStep: a step that was written by mistake."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self._desk, self._wording = desk, desk.wording
        self._told: CardTold | None = None
        self._all_steps = False
        """Whether all steps are wanted, not only the newest."""
        text = self._wording.text
        self._details_button = ToggleButton(text("Details"))
        set_look(self._details_button, "link")
        set_icon(self._details_button, "chevron-down", "muted", 16)
        self._details_button.toggled.connect(self._show_details)
        self._does = {
            "feelings": make_button(text("How is it?"), "heart", look="link"),
            "restart": make_button(text("Restart…"), "player-play", look="chip"),
            "change": make_button(text("Change…"), "pencil", look="chip"),
        }
        self._more = MoreButton(text("More"))
        self._more.picked.connect(self.press)
        self.add_corner(self._details_button)
        for does, button in self._does.items():
            self.add_corner(button.giving(does, self.press))
        self.add_corner(self._more)
        self._planned, self._whom = WrapLabel(""), WrapLabel("", "small")
        self._state, self._over = WrapLabel("", "small"), WrapLabel("", "strong")
        self._labels = (self._planned, self._whom, self._state, self._over)
        self._feelings, self._details = FlowRow(gap=16), Part()
        self.body.addLayout(in_column(*self._labels, gap=2))
        self.body.addWidget(self._feelings)
        self.body.addWidget(self._details)

    @property
    def shown(self) -> StrategyInPlan:
        if self._told is None:
            raise LookupError("Nothing is shown yet.")
        return self._told.shown

    def press(self, does: str) -> None:
        self.wanted.emit(does, self.shown)

    def show_strategy(self, told: CardTold) -> None:
        self._told, shown = told, told.shown
        self.set_title(shown.name)
        for label, words in zip(self._labels, self._facts(shown), strict=True):
            label.setText(words)
            show_part(label, shown=bool(words))
        felt = feelings_in_words(self._wording, shown, told.feelings or ())
        self._feelings.clear()
        self._feelings.add(*felt)
        self._feelings.setVisible(bool(felt))
        self._show_buttons(told)
        self._show_details()

    def _facts(self, shown: StrategyInPlan) -> tuple[str, str, str, str]:
        """Return what is planned, from whom it is, how it stands, and what is asked."""
        wording = self._wording
        example = wording.text("Example") if self._is_example(shown) else ""
        whom = wording.line_of((example, said.suggested(wording, shown)))
        over = said.pause_over(wording, shown) if shown.pause_over else ""
        state = "" if over else said.state(wording, shown)
        return said.planned(wording, shown), whom, state, over

    def _is_example(self, shown: StrategyInPlan) -> bool:
        """Return whether it is an example in a family's own plan."""
        return shown.strategy.example and not self._desk.journal.settings.example

    def _show_buttons(self, told: CardTold) -> None:
        shown, writes = told.shown, self._desk.can_write
        buttons = _BUTTONS[shown.standing] if writes else ()
        for does, button in self._does.items():
            wanted = does != "feelings" or told.feelings is not None
            button.setVisible(does in buttons and wanted)
            button.setAccessibleDescription(shown.name)
        for button in (self._details_button, self._more):
            button.setAccessibleDescription(shown.name)
        self._more.set_lines(self._menu_lines(told))
        self._more.setVisible(bool(self._more.lines))

    def _menu_lines(self, told: CardTold) -> list[tuple[str, str]]:
        text, shown, writes = self._wording.text, told.shown, self._desk.can_write
        family = self._desk.journal.family()
        possible = set(_LINES[shown.standing]) if writes else set[str]()
        if writes or told.files:
            possible.add("hand_outs")
        if writes and brothers_and_sisters(family, shown.strategy.child):
            possible.add("copy")
        if writes and self._is_example(shown):
            possible.add("remove")
        many = self._wording.number(told.files)
        paused = shown.standing is PlanStatus.PAUSED
        lines = {
            "change": text("Change…"),
            "pause": text("Pause longer…") if paused else text("Pause…"),
            "finish": text("Finish…"),
            "hand_outs": text("Hand-outs ({n})…", n=many) if told.files else text("Hand-outs…"),
            "copy": text("Copy to a brother or sister…"),
            "remove": text("Remove the example"),
        }
        return [(does, words) for does, words in lines.items() if does in possible]

    def _show_details(self) -> None:
        opened = self._details_button.isChecked()
        self._details.show_widgets(self._in_detail(self._told) if self._told and opened else [])

    def _in_detail(self, told: CardTold) -> list[QWidget]:
        """Return how it is done, for which outcome, and what changed when."""
        wording, shown, state = self._wording, told.shown, told.state
        lines = [*said.questions(wording, shown.words)]
        outcome = next((one for one in state.outcomes if one.id == shown.strategy.outcome), None)
        if outcome is not None:
            lines.append((wording.text("Outcome"), outcome.text))
        found: list[QWidget] = []
        for heading, words in lines:
            found += [_heading(heading, "small"), WrapLabel(words)]
        steps = steps_told(shown.steps)
        if not found or len(steps) > 1:
            found.append(_heading(wording.text("What changed when"), "strong"))
            shown_steps = steps if self._all_steps else steps[-_STEPS:]
            for step in reversed(shown_steps):
                found += self._step_lines(step, state, first=step is steps[0])
            if more := len(steps) - len(shown_steps):
                words = wording.count("Show {n} more", "Show {n} more", more)
                found.append(FlowRow(make_button(words, "chevron-down", self._on_all, look="link")))
        return found

    def _on_all(self) -> None:
        self._all_steps = True
        self._show_details()

    def _step_lines(self, told: StepTold, state: PlanState, *, first: bool) -> list[QWidget]:
        wording, family = self._wording, self._desk.journal.family()
        visit = next((visit for visit in state.visits if visit.id == told.step.visit), None)
        people = visitor_names(visit, family.team) if visit else ()
        title = said.step_title(wording, told.step, visit, people, state.today)
        head: QWidget = _heading(title, "small")
        if not first and self._desk.can_write:
            remove = make_button(wording.text("Remove"), look="link", about=title)
            head = TwoEnds(head, remove.giving(told.step, self.remove_wanted))
        found = [head]
        for line in said.step_changes(wording, told, all_names(family)):
            now, before = said.change_said(wording, line)
            found.append(WrapLabel(now))
            if before:
                found.append(WrapLabel(before, "muted"))
        return found


def _heading(words: str, look: str) -> WrapLabel:
    label = WrapLabel(words, look)
    label.setContentsMargins(0, px(8), 0, 0)
    return label
