"""Today as a helper sees it: what is planned, to be written down, and nothing of before."""

from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.records.family import active_children
from homejournal.domain.today.day_page import KINDS_SHOWN, days_needed, today_state
from homejournal.texts import day_page as said
from homejournal.texts.display_names import names_said
from homejournal.ui.day_cards.card_list import DayCards
from homejournal.ui.helper.saving import HelperWriting
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.today.moments import MomentsCard
from homejournal.ui.today.other_strategies import OtherStrategies
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton, WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import leave_field
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from homejournal.domain.records.plan import Strategy
    from homejournal.domain.records.record import Kind
    from homejournal.domain.today.reminders_and_timer import Reminder
    from homejournal.ui.base.desk import Desk


class HelperDay(ScrollColumn):
    """Shows the family's day now for one child at a time."""

    def __init__(self, desk: "Desk", child: UUID) -> None:
        super().__init__()
        self._desk, self._child = desk, child
        self._writing = HelperWriting(desk)
        self._day: date | None = None
        self._title, self._date = WrapLabel("", "title"), WrapLabel("", "muted")
        self._children = FlowRow(gap=6)
        self.cards = DayCards(desk, self._writing)
        self.moments = MomentsCard(desk, self._writing)
        self._others = OtherStrategies(desk.wording)
        self._nothing = WrapLabel(desk.wording.text("Nothing is planned for this day"), "muted")
        self.add_moment = WordButton(desk.wording.text("Add a moment"))
        set_icon(self.add_moment, "plus", "text", 18)
        self._lay_out()
        self.cards.reached.connect(self.show_whole)
        self._others.wanted.connect(self._on_other)
        self.add_moment.clicked.connect(self.moments.open)
        self.refresh()

    def _lay_out(self) -> None:
        row = FlowRow(gap=10)
        row.add(self.add_moment)
        self.add(self._title, self._date, self._children, self._nothing, self.cards)
        self.add(self.moments, self._others, row)

    def refresh(self) -> None:
        """Read what is planned and written for the child today."""
        journal, child, today = self._desk.journal, self._child, self._desk.today()
        if today != self._day:
            self._leave()
        self._day = self._writing.day = today
        self._writing.child = child
        start = journal.settings.week_start
        records = journal.days.between(child, *days_needed(today, start))
        family, shown = journal.family(), self._writing.shown(records)
        state = today_state(family, shown, child, (today, today), start)
        names = names_said(self._desk.wording, family.children.values())
        self._title.setText(names.get(child, ""))
        self._date.setText(said.capitalized(self._desk.wording.full_day(today)))
        self.cards.show_cards(state.cards)
        self.moments.show_state(state)
        self._others.show_strategies(state.others, writable=self._desk.can_write)
        self._nothing.setVisible(not state.cards)
        self.add_moment.setEnabled(self._desk.can_write)
        self._offer({one.id: names[one.id] for one in active_children(family) if one.id != child})

    @property
    def did_last(self) -> bool:
        """Return whether the step that Undo would take back was done here."""
        return self._writing.did_last

    def heard(self, kinds: "Collection[Kind]") -> None:
        """Take notice that something was written."""
        if not KINDS_SHOWN.isdisjoint(kinds):
            self.refresh()

    def follow_day(self) -> None:
        """Turn to the next family day if it has begun since, once nobody is writing."""
        writes = self.cards.unsaved or self.moments.note.unsaved
        if self._desk.today() != self._day and not writes:
            self.refresh()

    def put_down(self) -> None:
        """Save what is typed, a number as well."""
        leave_field(self)
        self.cards.put_down()
        self.moments.note.put_down()

    def unfinished(self) -> dict[str, str]:
        """Return what could not be saved, by the places where the family looks for it."""
        notes = [*(card.note for card in self.cards.cards), self.moments.note]
        found = {one.place: one.field.text() for one in notes if one.unsaved}
        for card in self.cards.cards:
            found |= card.unfinished()
        return self._writing.drafts | found

    def begin(self) -> None:
        """Give the keyboard to the first card, or to the way to write a moment."""
        if self.cards.cards:
            self.cards.focus_first()
        else:
            self.add_moment.setFocus()

    def go_to(self, strategy: "Strategy") -> None:
        """Give the keyboard to the card of a strategy, whichever child's it is."""
        if strategy.child != self._child:
            self._show_child(strategy.child)
        for card in self.cards.cards:
            if card.card.strategy.id == strategy.id:
                card.setFocus()
                self.show_whole(card)

    def not_today(self, step: str, reminders: "Sequence[Reminder]") -> bool:
        """Say "not today" to what is reminded of; return whether that was saved."""
        return self._writing.not_today_of(step, reminders)

    def _leave(self) -> None:
        """Save what is typed for a day or child, and begin with empty cards."""
        self.put_down()
        self.cards.clear()
        self.moments.note.clear()

    def _offer(self, others: "dict[UUID, str]") -> None:
        """Offer the other children by their names."""
        self._children.clear()
        buttons = [
            _button(self._desk.wording.text("Show {name}", name=name), one)
            for one, name in others.items()
        ]
        for button in buttons:
            button.clicked.connect(self._on_child)
        self._children.add(*buttons)
        self._children.setVisible(bool(buttons))

    def _on_child(self) -> None:
        self._show_child(UUID(self.sender().objectName()))
        self.begin()

    def _show_child(self, child: UUID) -> None:
        self._leave()
        self._child = child
        self.refresh()

    def _on_other(self, strategy: "Strategy") -> None:
        self._writing.did_it_anyway(strategy)


def _button(words: str, child: UUID) -> OnceButton:
    button = OnceButton(words.replace("&", "&&"))
    button.setObjectName(str(child))
    set_look(button, "link")
    return button
