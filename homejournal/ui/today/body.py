"""All that stands on Today, one part under another in the order of reading."""

from typing import TYPE_CHECKING

from homejournal.domain.today.day_page import TodayState
from homejournal.ui.base.desk import Desk
from homejournal.ui.day_cards.card_list import DayCards
from homejournal.ui.day_cards.saving import TodayWriting
from homejournal.ui.today.header import TodayHeader
from homejournal.ui.today.moments import MomentsCard
from homejournal.ui.today.notices import EmptyDay, TodayNotices
from homejournal.ui.today.open_questions import TodayAsked
from homejournal.ui.today.other_strategies import OtherStrategies
from homejournal.ui.today.paper_links import PaperLine
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget


class TodayParts(ScrollColumn):
    """Shows a day in all its parts; what a person asks of one of them is the page's to do."""

    def __init__(self, desk: Desk, writing: TodayWriting, page: "QWidget") -> None:
        # In its place from the start: Qt looks up the style of each part anew wherever they move.
        super().__init__(page)
        self._desk, wording = desk, desk.wording
        self.header = TodayHeader(desk)
        self.notices = TodayNotices(wording)
        self._lead = WrapLabel(
            wording.text("Write down what fits your day. It’s fine to leave some out."), "muted"
        )
        self.list = DayCards(desk, writing)
        self.asked = TodayAsked(desk)
        self.moments = MomentsCard(desk, writing)
        self.others = OtherStrategies(wording)
        self.paper = PaperLine(wording)
        self.empty = EmptyDay(wording)
        self.add(self.header, self.notices, self._lead, self.list, self.asked, self.moments)
        self.add(self.others, self.paper, self.empty)

    @property
    def ways_on(self) -> "tuple[QPushButton, ...]":
        """Return the buttons with which a day without cards goes on, the first of them first."""
        return self.empty.button, self.header.moment

    def show_state(self, state: TodayState) -> None:
        """Show the day; what is being typed stays."""
        writable = self._desk.can_write
        first = not self.list.cards
        if first:
            self.body.hide()  # laying out all of it once is faster than again with each part
        self.header.show_state(state)
        self.list.show_cards(state.cards)
        self.moments.show_state(state)
        self.others.show_strategies(state.others, writable=writable)
        self.notices.show_left_out(state.left_out, writable=writable)
        if state.day == state.today:
            self.notices.say_turned(None)
        else:
            self.notices.say_day(state.day if writable else None)
        self.empty.show_state(state, writable=writable)
        self._lead.setVisible(bool(state.cards))
        self.paper.setVisible(bool(state.cards))
        if first:
            self.show_body()
