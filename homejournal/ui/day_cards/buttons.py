"""What a card offers beside its rating: for a time that is open, and for one that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from homejournal.domain.records.practices import DayMark, MarkKind
from homejournal.texts.display_names import people_to_choose
from homejournal.ui.day_cards.menus import LeftOutMenu, MoreMenu, WhereMenu
from homejournal.ui.day_cards.who_did_it import WhoChips
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import AnswerButton, OnceButton
from homejournal.ui.widgets.layout.boxes import keep_room
from homejournal.ui.widgets.layout.flow_layout import FlowRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_cards.how_we_do_it import HowWeDoIt
    from homejournal.ui.day_cards.saving import TodayWriting


class CardActions(FlowRow):
    """In one place: "Did it", "Not today" and "Left out" while a time is open, then who did it."""

    not_today = Signal(bool)

    def __init__(self, desk: Desk, about: str) -> None:
        super().__init__(gap=4)
        text = desk.wording.text
        self._desk = desk
        self.did_it = link(text("Did it"), about)
        self._not_today = link(text("Not today"), about, AnswerButton)
        self._not_today.toggled.connect(self.not_today)
        self.left_out = LeftOutMenu(desk.wording, about)
        self.who = WhoChips(desk.wording, about)
        self._marks: list[DayMark] = []
        self.setMinimumHeight(px(32))  # so that nothing moves when its buttons go
        self.add(self.did_it, self._not_today, self.left_out, self.who)

    def show_time(self, card: CardOfDay, time: TimeOfCard | None, *, rates: bool) -> None:
        """Show what can be said of a time of a card, or who did it."""
        practice, mark = (time.practice, time.mark) if time else (None, None)
        self.did_it.setVisible(rates and practice is None)
        self._not_today.blockSignals(True)
        self._not_today.setChecked(mark is not None and mark.mark is MarkKind.NOT_TODAY)
        self._not_today.blockSignals(False)
        self._not_today.setVisible(practice is None)
        left_out = _left_out(card)
        self._marks = [day_mark for day_mark in (mark, left_out) if day_mark is not None]
        self.left_out.show_mark(left_out)
        self.left_out.setVisible(practice is None or left_out is not None)
        family, wording = self._desk.journal.family(), self._desk.wording
        names = people_to_choose(wording, family, practice.helper) if practice is not None else ()
        if practice is not None:
            self.who.show_names(names, practice.helper, self._desk.helper)
        self.who.setVisible(bool(names))  # after that: laying out once is enough
        for part in (self.did_it, self._not_today, self.left_out, self.who):
            part.setEnabled(self._desk.can_write)

    def hold(self, writing: TodayWriting, *, stays: bool) -> None:
        """Let stay what another said, where whoever writes here cannot take it back."""
        if stays:
            self.who.setEnabled(False)
        if not all(writing.may_remove(mark) for mark in self._marks):
            for part in (self._not_today, self.left_out):
                part.setEnabled(False)

    def turn_not_today(self) -> None:
        """Say "not today", or take it back, where that is offered."""
        if self._not_today.isVisible() and self._not_today.isEnabled():
            self._not_today.toggle()

    def choose_reason(self) -> None:
        """Open the reasons to leave the day out, where they are offered."""
        if self.left_out.isEnabled():
            self.left_out.open_menu()


class CardFoot(FlowRow):
    """How we do it, photos, and for a written time once more, removing it, and where it was."""

    def __init__(self, desk: Desk, how: HowWeDoIt, photos: QWidget, about: str) -> None:
        super().__init__(gap=4)
        self._desk = desk
        self.where = WhereMenu(desk, about)
        self.once_more = link(desk.wording.text("Once more"), about)
        set_icon(self.once_more, "plus", "muted", 16)
        self.more = MoreMenu(desk.wording, about)
        for part in (self.once_more, self.more):
            keep_room(part)
        self.add(how.button, photos, self.once_more, self.more, self.where)

    def show_time(self, card: CardOfDay, time: TimeOfCard | None) -> None:
        """Show what can be done with a time of a card."""
        practice = time.practice if time else None
        self.where.show_practice(card, practice)
        self.once_more.setVisible(practice is not None)
        self.more.show_written(written=practice is not None)
        for part in (self.where, self.once_more, self.more):
            part.setEnabled(self._desk.can_write)


def link(words: str, about: str, kind: type[OnceButton] = OnceButton) -> OnceButton:
    """Return a small button that says of which strategy it is."""
    button = kind(words)
    set_look(button, "link")
    button.setAccessibleDescription(about)
    return button


def _left_out(card: CardOfDay) -> DayMark | None:
    return next((mark for mark in card.marks if mark.mark is MarkKind.LEFT_OUT), None)
