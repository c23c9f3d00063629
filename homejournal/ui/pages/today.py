"""Today: everything planned on a day, one click or one key each, and the way to other days."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.plan import Strategy
from homejournal.domain.practices import DayMark
from homejournal.domain.record import Kind
from homejournal.domain.today import TodayState, days_needed, today_state
from homejournal.domain.today_cards import day_of_draft
from homejournal.texts import today as said
from homejournal.ui.desk import Desk
from homejournal.ui.page import Page
from homejournal.ui.pages.today_asked import TodayAsked
from homejournal.ui.pages.today_card import StrategyCard
from homejournal.ui.pages.today_card_list import CardList
from homejournal.ui.pages.today_header import TodayHeader
from homejournal.ui.pages.today_moments import MomentsCard
from homejournal.ui.pages.today_note import NotePanel
from homejournal.ui.pages.today_notices import EmptyDay, TodayNotices
from homejournal.ui.pages.today_others import OtherStrategies
from homejournal.ui.pages.today_paper import PaperLine
from homejournal.ui.pages.today_writing import TodayWriting
from homejournal.ui.theme import px
from homejournal.ui.widgets.focus import leave_field
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.scroll_column import ScrollColumn

_SEEN_OF_FIRST = 150


class TodayPage(Page):
    """The page of a day. Single-letter keys act only while a card has the focus."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHILD,
            Kind.HELPER,
            Kind.TEAM_MEMBER,
            Kind.ROUTINE,
            Kind.STRATEGY,
            Kind.PLAN_STEP,
            Kind.PRACTICE,
            Kind.DAY_MARK,
            Kind.NOTE,
            Kind.PRIVATE_NOTE,
            Kind.VISIT,
            Kind.MEDIA,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._writing = TodayWriting(desk)
        self._state: TodayState | None = None
        self._focus_wanted = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._see_first)
        self._build()
        self._header.take_keys(self)

    @property
    @override
    def title(self) -> str:
        return said.day_title(self._wording, self.day, self.desk.today())

    @property
    def cards(self) -> tuple[StrategyCard, ...]:
        """Return the cards from top to bottom."""
        return self._list.cards

    @property
    def moments(self) -> MomentsCard:
        """Return the card of the moments."""
        return self._moments

    def _build(self) -> None:
        text = self._wording.text
        self._header = TodayHeader(self.desk)
        self._header.day_wanted.connect(self._on_day_wanted)
        self._header.moment_wanted.connect(self.add_moment)
        self._header.visit_page_wanted.connect(self._on_visit_page)
        self._header.days_out_wanted.connect(self._on_days_out)
        self._lead = WrapLabel(
            text("Write down what fits your day. It’s fine to leave some out."), "muted"
        )
        self._notices = TodayNotices(self._wording)
        self._notices.day_wanted.connect(self.set_day)
        self._notices.taken_back.connect(self._on_taken_back)
        self._empty = EmptyDay(self._wording)
        self._empty.pressed.connect(self._on_plan)
        self._list = CardList(self.desk, self._writing)
        self._list.days_wanted.connect(self._ask_days)
        self._list.other_key.connect(self._on_card_key)
        self._list.reached.connect(self._on_reached)
        self._asked = TodayAsked(self.desk)
        self._asked.asks_for.connect(self.asks_for)
        self._moments = MomentsCard(self.desk, self._writing)
        self._others = OtherStrategies(self._wording)
        self._others.wanted.connect(self._on_other)
        self._paper = PaperLine(self._wording)
        self._paper.wanted.connect(self.asks_for)
        self._lay_out()

    def _lay_out(self) -> None:
        self._scroll = ScrollColumn()
        head = (self._header, self._notices, self._lead)
        self._scroll.add(*head, self._list, self._asked, self._moments, self._others)
        self._scroll.add(self._paper, self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        journal = self.desk.journal
        today, start = self.desk.today(), journal.settings.week_start
        period = days_needed(self.day, start)
        records = journal.days.between(self.child, *period)
        days = (self.day, today)
        self._writing.child, self._writing.day = self.child, self.day
        self._state = today_state(journal.family(), records, self.child, days, start)
        self._writing.photos.read(self._state)
        self._show(self._state)
        self._asked.show_child(self.child)

    def _show(self, state: TodayState) -> None:
        self._header.show_state(state)
        self._list.show_cards(state.cards)
        self._moments.show_state(state)
        self._others.show_strategies(state.others, writable=self.desk.can_write)
        self._notices.show_left_out(state.left_out, writable=self.desk.can_write)
        if state.day == state.today:
            self._notices.say_turned(None)
        self._empty.show_state(state, writable=self.desk.can_write)
        self._lead.setVisible(bool(state.cards))
        self._paper.setVisible(bool(state.cards))
        if self._focus_wanted and self.isVisible():
            self._focus_wanted = False
            self._focus_first()

    @override
    def set_day(self, day: date) -> None:
        if day != self.day:
            self._leave_cards()
            self._focus_wanted = True
        super().set_day(day)

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self._leave_cards()
            self._focus_wanted = True
        super().set_child(child)

    @override
    def day_turned(self) -> None:
        """Turn to the new day, unless somebody is still writing about the old one."""
        today = self.desk.today()
        if self._writing_now():
            self._notices.say_turned(self.day)
            self.refresh()
        elif self._state is not None and self._state.day == self._state.today:
            self.set_day(today)
        else:
            super().day_turned()

    @override
    def warmed(self) -> None:
        """Show photos, and bring back notes that were being typed when the window was closed."""
        self._asked.warmed()
        self._writing.take_up_drafts()
        photos = self._writing.photos.begin(self._state)
        if self._state is None or not (photos or self._writing.drafts):
            return
        self.refresh()
        days = {day_of_draft(place) for place in self._writing.drafts} - {None, self.day}
        if days:
            self._notices.say_kept(min(day for day in days if day is not None))

    @override
    def put_down(self) -> None:
        leave_field(self)
        self._asked.put_down()
        for panel in self._notes():
            panel.put_down()

    @override
    def at_risk(self) -> frozenset[str]:
        return self._writing.at_risk() | self._asked.at_risk()

    def add_moment(self) -> None:
        """Open the field for a note without a strategy."""
        self._moments.open()
        self._scroll.ensureWidgetVisible(self._moments)

    new = add_moment

    def _notes(self) -> list[NotePanel]:
        return [*(card.note for card in self._list.cards), self._moments.note]

    def _writing_now(self) -> bool:
        return any(panel.unsaved for panel in self._notes())

    def _leave_cards(self) -> None:
        """Keep what is unsaved under its own day and child, and begin with empty cards."""
        self.put_down()
        self._list.clear()
        self._moments.note.clear()
        self._notices.say_turned(None)

    def _on_card_key(self, key: int) -> None:
        if key == Qt.Key.Key_T:
            self._go_to_today()

    def _on_day_wanted(self, day: date) -> None:
        self.set_day(min(day, self.desk.today()))

    def _go_to_today(self) -> None:
        self.set_day(self.desk.today())

    def _focus_first(self) -> None:
        """Let the first key already mean something: a rating, or a way on from an empty day."""
        if self.cards:
            self._list.focus_first()
            self._soon.start()  # the cards have no place before that
        elif self._empty.button.isVisible():
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._header.moment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see_first(self) -> None:
        """Scroll so far that what the keys act on can be seen, in small windows with large text."""
        body = self._scroll.widget()
        if self.cards and body is not None:
            top = self.cards[0].mapTo(body, QPoint(0, 0)).y()
            self._scroll.ensureVisible(0, top + px(_SEEN_OF_FIRST), 0, 0)

    def _on_reached(self, card: StrategyCard) -> None:
        self._scroll.show_whole(card)

    def _on_visit_page(self) -> None:
        self.asks_for.emit("visit_page", None)

    def _on_plan(self) -> None:
        self.asks_for.emit("plan", None)

    def _on_days_out(self) -> None:
        self._ask_days(None)

    def _ask_days(self, strategy: UUID | None) -> None:
        if self._state is None or self.child is None:
            return
        from homejournal.ui.pages.today_left_out import LeftOutDialog

        dialog = LeftOutDialog(self.desk, self._writing, self)
        strategies = self.desk.journal.family().strategies_of(self.child)
        dialog.ask_for(self.day, strategies, strategy)

    def _on_taken_back(self, mark: DayMark) -> None:
        self._writing.take_back(mark)

    def _on_other(self, strategy: Strategy) -> None:
        self._writing.did_it_anyway(strategy)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._focus_wanted = True
        super().showEvent(event)
        if self._state is not None and self._focus_wanted:
            self._focus_wanted = False
            self._focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_BracketLeft:
                self._header.step(-1)
            case Qt.Key.Key_BracketRight:
                self._header.step(1)
            case Qt.Key.Key_T if not event.modifiers():
                self._go_to_today()
            case _:
                super().keyPressEvent(event)
