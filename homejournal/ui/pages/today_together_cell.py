"""One child's strategy on the page of all children: rate it, did it, not today, left out, who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.numbers import Period
from homejournal.domain.today_cards import written_later
from homejournal.domain.typing_for import done_by
from homejournal.texts import today as said
from homejournal.ui.card_keys import CardDeed, deed_of, digit_of
from homejournal.ui.pages.today_deeds import CardDeeds
from homejournal.ui.pages.today_double_press import DoublePress
from homejournal.ui.pages.today_rating import rating_part
from homejournal.ui.pages.today_times import TimesRow
from homejournal.ui.pages.today_typed import TypedPart
from homejournal.ui.pages.today_writing import LeftOutWish, TodayWriting
from homejournal.ui.theme import px
from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.label import line_label

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.practices import LeftOutReason
    from homejournal.domain.ratings import Rating
    from homejournal.domain.today_cards import CardOfDay, TimeOfCard
    from homejournal.ui.desk import Desk

_STEPS = {
    int(Qt.Key.Key_Up): (-1, 0),
    int(Qt.Key.Key_Down): (1, 0),
    int(Qt.Key.Key_Left): (0, -1),
    int(Qt.Key.Key_Right): (0, 1),
}


class ChildCell(Card):
    """Writes for its own child only, through that child's `TodayWriting`.

    Digits rate, D says did it, N not today, L left out, W goes to who did it; `neighbour` asks for
    the cell so many rows and columns away.
    """

    neighbour = Signal(int, int)
    days_wanted = Signal(object)
    """The child and the strategy that are to be left out for a few days."""
    other_key = Signal(int)

    def __init__(self, desk: Desk, writing: TodayWriting, name: str, card: CardOfDay) -> None:
        super().__init__(name)
        self._desk, self._writing, self._wording = desk, writing, desk.wording
        self._card, self._name = card, name
        self._chosen: int | None = None
        self._presses = DoublePress()
        strategy = card.strategy.name
        about = desk.wording.text("{child}: {said}", child=name, said=desk.wording.own(strategy))
        self.setAccessibleName(about)
        self._deeds = CardDeeds(desk, about)
        self._rating = rating_part(desk.wording, card.plan.rating, about)
        self._times = TimesRow(desk.wording, card, self)
        self.body.addWidget(self._times)
        self.body.addWidget(self._rating)
        self.body.addWidget(self._deeds)
        self.body.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.key.connect(self._on_key)
        self._times.chosen.connect(self._on_time)
        self._rating.rated.connect(self._on_rated)
        self._deeds.did_it.clicked.connect(self._on_did_it)
        self._deeds.not_today.connect(self._on_not_today)
        self._deeds.left_out.wished.connect(self._on_left_out)
        self._deeds.left_out.days_wanted.connect(self._on_days_wanted)
        self._deeds.left_out.taken_back.connect(self._writing.take_back)
        self._deeds.who.chosen.connect(self._on_who)

    @property
    def card(self) -> CardOfDay:
        """Return what is shown."""
        return self._card

    @property
    def child(self) -> UUID:
        """Return whose cell it is."""
        return self._card.strategy.child

    def fits(self, card: CardOfDay) -> bool:
        """Return whether this cell rates in the way that another state of it asks for."""
        return card.plan.rating == self._card.plan.rating

    def show_card(self, card: CardOfDay) -> None:
        """Show the card as it stands now; a number that is being typed stays."""
        self._card = card
        if self._chosen is not None and self._chosen > len(card.times):
            self._chosen = None
        self.clear_corner()
        saved = said.saved(self._wording, card, later=written_later(card))
        if saved:
            self.add_corner(line_label(saved, "ok"))
        time = self.time()
        practice = time.practice if time else None
        self._times.show_times(card, time)
        rating = practice.rating if practice is not None else None
        self._rating.show_rating(rating, written=practice is not None)
        self._rating.setEnabled(self._desk.can_write)
        self._deeds.show_time(card, time, rates=self._rating.RATES)

    def time(self) -> TimeOfCard | None:
        """Return the time that is asked about: the chosen one, else the first that is open."""
        times = self._card.times
        if self._chosen is not None:
            return times[self._chosen - 1]
        return self._card.first_open or (times[-1] if times else None)

    @override
    def _rescale(self) -> None:
        super()._rescale()
        # A little less than other cards, so that two ratings stand beside each other.
        self._all.setContentsMargins(px(14), px(12), px(14), px(8))

    def _show_again(self) -> None:
        self.show_card(self._card)

    def _on_key(self, key: int) -> None:
        if key in _STEPS:
            down, on = _STEPS[key]
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.neighbour.emit(down, -on if mirrored else on)
        elif not self._desk.can_write or not self._on_writing_key(key):
            self.other_key.emit(key)

    def _on_writing_key(self, key: int) -> bool:
        match deed_of(key):
            case CardDeed.DID_IT:
                self._on_did_it()
            case CardDeed.NOT_TODAY:
                self._deeds.turn_not_today()
            case CardDeed.WHO:
                self._deeds.who.focus_choice()
            case CardDeed.LEFT_OUT:
                self._deeds.left_out.open_menu()
            case CardDeed.RATE:
                self._rating.key(digit_of(key))
            case _:
                return False
        return True

    def _on_time(self, number: int) -> None:
        self._rating.settle()
        self._chosen = number
        self._show_again()

    def _on_rated(self, rating: Rating | None) -> None:
        """Write the time down that is asked about; a double click writes once."""
        time = self.time()
        typed = isinstance(self._rating, TypedPart)
        again = not typed and self._presses.is_second(rating, time.number if time else 0)
        if not again and self._writing.rate(self._card, time, rating):
            self._rating.settle()
            self._chosen = None if time and len(self._card.times) > 1 else self._chosen
        self._show_again()

    def _on_did_it(self) -> None:
        time = self.time()
        if time is None or time.practice is None:
            self._on_rated(None)

    def _on_not_today(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        time = self.time()
        if on:
            self._writing.not_today(self._card, time)
        elif time is not None and time.mark is not None:
            self._writing.take_back(time.mark)
        self._show_again()

    def _on_left_out(self, reason: LeftOutReason) -> None:
        day = self._writing.day
        wish = LeftOutWish(Period(day, day), reason, self._card.strategy.id)
        self._writing.leave_out(wish, self._card.strategy.name)

    def _on_days_wanted(self) -> None:
        self.days_wanted.emit((self.child, self._card.strategy.id))

    def _on_who(self, helper: UUID | None) -> None:
        time = self.time()
        if time is not None and time.practice is not None:
            self._writing.edit(self._card, done_by(time.practice, helper))
        self._show_again()
