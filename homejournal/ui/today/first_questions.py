"""What is asked once something was written down: who writes, and from whom a strategy is."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.journal.calm_month import Later
from homejournal.domain.records.plan import Strategy
from homejournal.texts.display_names import name_said
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.strategy_fields import PersonFields
from homejournal.ui.records.writers_dialog import ask_for_new
from homejournal.ui.widgets.button import icon_button, make_button
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.layout.focus import focus_inside, has_focus_inside

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from homejournal.domain.today.day_page import TodayState
    from homejournal.ui.base.desk import Desk

_ANSWERED = "today/first_questions"
_NAMED = "today/first_named"
"""Who was the first to say who they are, until it is said whether they wrote what is there."""


class FirstQuestions(FlowRow):
    """Quiet chips at the end of the day, until they are answered or sent away."""

    left = Signal()
    """The last chip that had the focus is gone."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(gap=6)
        self._desk = desk
        self._strategy: Strategy | None = None
        text = desk.wording.text
        self.who = make_button(text("Who are you?"), "user", self._on_who, look="chip")
        self.whom = make_button("", "stethoscope", self._on_whom, look="chip")
        self.mine = make_button("", "user", self._on_mine, look="chip")
        self.never = icon_button("x", text("Do not ask"))
        self.never.clicked.connect(self._on_never)
        self.add(self.who, self.mine, self.whom, self.never)
        self.hide()

    def show_state(self, state: "TodayState") -> None:
        """Ask where something is written and nobody is known yet."""
        had_focus = has_focus_inside(self)
        family = self._desk.journal.family()
        written = any(not time.open for card in state.cards for time in card.times)
        asks = written and self._desk.can_write and not self._sent_away()
        mine = (card.strategy for card in state.cards if card.strategy.suggested_by is None)
        # In the first month the first person of the team may be of another strategy.
        is_new = not family.team or not self._desk.journal.shows(Later.BOOK, None)
        self._strategy = next(mine, None) if is_new else None
        if self._strategy is not None:
            name = self._desk.wording.own(self._strategy.name)
            self.whom.setText(self._desk.wording.text("From whom is “{strategy}”?", strategy=name))
        self.who.setVisible(not family.writers)
        self.whom.setVisible(self._strategy is not None)
        first = self._first_named()
        if first is not None:
            name = name_said(self._desk.wording, family, first)
            words = self._desk.wording.text("Add {name} to what is written so far", name=name)
            self.mine.setText(words)
        self.mine.setVisible(first is not None)
        chips = (self.who, self.mine, self.whom)
        asked = [chip for chip in chips if asks and not chip.isHidden()]
        self.setVisible(bool(asked))
        if had_focus and not asked:
            self.left.emit()
        elif had_focus and focus_inside(self) not in asked:
            asked[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _sent_away(self) -> bool:
        return self._desk.preferences.remembered(_ANSWERED) is not None

    def _on_who(self) -> None:
        ask_for_new(self._desk, self.window(), self._on_named)

    def _on_named(self, writer: "UUID") -> None:
        """Let whoever has just said who they are be the one who writes here."""
        self._desk.preferences.helper = writer
        # Another home may have written without a name, too.
        if not self._desk.journal.safe.homes.others():
            self._desk.preferences.remember(_NAMED, str(writer))
        self._desk.editing.setting_changed.emit("people")

    def _first_named(self) -> "UUID | None":
        """Return who can be put to what was written before anybody was known."""
        known = self._desk.preferences.remembered(_NAMED)
        writers = self._desk.journal.family().writers
        return next((one for one in writers if str(one) == known), None)

    def _on_mine(self) -> None:
        first, desk = self._first_named(), self._desk
        if first is None:
            return
        name = name_said(desk.wording, desk.journal.family(), first)
        words = desk.wording.text("Added: {name}", name=name)
        desk.preferences.remember(_NAMED, None)
        desk.editing.do(words, partial(desk.journal.records.sign, first))

    def _on_whom(self) -> None:
        if self._strategy is not None:
            dialog = SuggestedByDialog(self._desk, self._strategy, self.window())
            self._asked_about = self._strategy.id
            dialog.accepted.connect(self._on_said)
            dialog.ask()

    def _on_said(self) -> None:
        """Ask no more where it is said that it is from nobody."""
        strategy = self._desk.journal.family().strategies[self._asked_about]
        if strategy.suggested_by is None:
            self._on_never()

    def _on_never(self) -> None:
        self._desk.preferences.remember(_ANSWERED, "no")
        self._desk.preferences.remember(_NAMED, None)
        self.hide()


class SuggestedByDialog(FormDialog):
    """Who suggested a strategy: a member of the team, or somebody new."""

    def __init__(self, desk: "Desk", strategy: Strategy, parent: "QWidget | None") -> None:
        text, name = desk.wording.text, desk.wording.own(strategy.name)
        title = text("From whom is “{strategy}”?", strategy=name)
        super().__init__(desk, title, text("Save"), parent)
        self._strategy = strategy
        self.person = PersonFields(desk, self.form, desk.journal.family())
        self.person.box.picked.connect(self._on_picked)

    def _on_picked(self) -> None:
        """Make room for the name of somebody new, and go there."""
        self._grow()
        self.person.go_to_new()

    @override
    def step(self) -> Step:
        person, new = self.person.chosen()
        words = self.wording.text("Saved: {name}", name=self.wording.own(self._strategy.name))
        return words, self.saving(*new, replace(self._strategy, suggested_by=person))
