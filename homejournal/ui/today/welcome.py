"""What Today says and asks beside the day itself.

Once all is loaded: welcome back, and that the clock was set back. Once something was written down:
who writes, and from whom a strategy is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.journal.calm_month import Later
from homejournal.texts import day_page as said
from homejournal.texts.display_names import name_said
from homejournal.ui.base.preferences import TodayExtra
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.strategy_fields import PersonFields
from homejournal.ui.records.writers_dialog import ask_for_new
from homejournal.ui.widgets.button import icon_button, make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.layout.focus import focus_inside, has_focus_inside

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from homejournal.domain.records.plan import Strategy
    from homejournal.domain.today.day_page import TodayState
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.today.notices import TodayNotices


_ANSWERED = "today/first_questions"
_NAMED = "today/first_named"
"""Who was the first to say who they are, until it is said whether they wrote what is there."""


class FirstQuestions(FlowRow):
    """Quiet chips at the end of the day, until they are answered or sent away."""

    left = Signal()
    """The last chip that had the focus is gone."""

    def __init__(self, desk: Desk) -> None:
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

    def show_state(self, state: TodayState) -> None:
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

    def _on_named(self, writer: UUID) -> None:
        """Let whoever has just said who they are be the one who writes here."""
        self._desk.preferences.helper = writer
        # Another home may have written without a name, too.
        if not self._desk.journal.safe.homes.others():
            self._desk.preferences.remember(_NAMED, str(writer))
        self._desk.editing.setting_changed.emit("people")

    def _first_named(self) -> UUID | None:
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

    def __init__(self, desk: Desk, strategy: Strategy, parent: QWidget | None) -> None:
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


_GREETED = "greeted"
"""The day on which somebody was welcomed last."""


class Greeting(QObject):
    """Looks at what was written last, and puts a notice above the cards where that is called for.

    How long somebody was away is neither said nor kept.
    """

    fill_in_wanted = Signal(object)
    """To fill in what is remembered, from this day on."""
    day_wanted = Signal(object)
    said = Signal()
    """There is something to read above the cards."""

    def __init__(self, desk: Desk, notices: TodayNotices, page: QObject) -> None:
        super().__init__(page)
        self._desk, self._notices = desk, notices
        self._welcome: Notice | None = None
        self._clock: Notice | None = None
        self._left_off: date | None = None
        self.written = False
        """Whether something was written since; the welcome goes once the page is left and shown
        again, as the rows under it would move under the mouse."""
        self.through: date | None = None
        """The newest day with an entry, which may lie after today where the clock was changed."""

    def look(self, child: UUID | None) -> None:
        self.dismiss()
        if child is None:
            return
        last = self._desk.journal.last_time
        try:
            self.through = last.newest_day(child)
            later, back = last.clock_was_later(child), last.comes_back(child)
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        self._say_clock(later)
        if back is not None and later is None and self._is_first_today():
            self._say_welcome(back.left_off)

    def dismiss_if_written(self) -> None:
        """Take the welcome away where something was written."""
        if self.written:
            self.dismiss()

    def dismiss(self) -> None:
        if self._welcome is not None:
            self._welcome.hide()
            self._notices.fit()

    def _is_first_today(self) -> bool:
        today, preferences = self._desk.today().isoformat(), self._desk.preferences
        first = preferences.remembered(_GREETED) != today
        preferences.remember(_GREETED, today)
        return first and preferences.is_wanted(TodayExtra.GREETING)

    def _say_welcome(self, left_off: date) -> None:
        text = self._desk.wording.text
        if self._welcome is None:
            self._welcome = Notice("")
            self._welcome.pressed.connect(self._on_fill_in)
            self._notices.add(self._welcome)
        self._left_off, self.written = left_off, False
        self._welcome.set_text(
            text("Welcome back. Start today, or fill in what you remember."),
            text("Fill in what we remember") if self._desk.can_write else "",
        )
        self._notices.fit()
        self.said.emit()

    def _say_clock(self, newest: date | None) -> None:
        if self._clock is None and newest is not None:
            self._clock = Notice("", NoticeKind.CAREFUL)
            self._clock.pressed.connect(self._on_newest)
            self._notices.add(self._clock)
        if self._clock is None:
            return
        if newest is not None:
            wording, today = self._desk.wording, self._desk.today()
            later = self.through is not None and self.through > today
            self._clock.set_text(
                said.clock_is_back(wording, today, newest),
                wording.text("Go to the newest day") if later else "",
            )
        self._clock.setVisible(newest is not None)
        self._notices.fit()

    def _on_fill_in(self) -> None:
        self.dismiss()
        self.fill_in_wanted.emit(self._left_off)

    def _on_newest(self) -> None:
        self.day_wanted.emit(self.through)
