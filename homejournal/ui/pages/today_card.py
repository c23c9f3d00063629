"""A strategy's card on Today: rate it, say not today or left out, add a note, look how we do it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from homejournal.domain.numbers import Period
from homejournal.domain.practices import LeftOutReason, Practice
from homejournal.domain.ratings import Rating
from homejournal.domain.today_cards import (
    CardOfDay,
    TimeOfCard,
    entries_of_card,
)
from homejournal.domain.typing_for import done_by
from homejournal.texts import today as said
from homejournal.ui.card_keys import CardDeed, deed_of, digit_of
from homejournal.ui.pages.today_card_head import CardHead
from homejournal.ui.pages.today_card_notes import CardNotes
from homejournal.ui.pages.today_card_photos import CardPhotos
from homejournal.ui.pages.today_deeds import CardDeeds, CardFoot
from homejournal.ui.pages.today_double_press import DoublePress
from homejournal.ui.pages.today_how import HowWeDoIt
from homejournal.ui.pages.today_note import NotePanel
from homejournal.ui.pages.today_rating import rating_part
from homejournal.ui.pages.today_times import TimesRow
from homejournal.ui.pages.today_typed import TypedPart
from homejournal.ui.pages.today_writing import LeftOutWish, TodayWriting
from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.two_sides import TwoSides

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta
    from uuid import UUID

    from PySide6.QtCore import QMimeData

    from homejournal.ui.desk import Desk


class StrategyCard(Card):
    """Shows a `CardOfDay` and does what is pressed on it through `TodayWriting`.

    Digits rate, D says did it, N not today, Enter goes to the note, O is once more, W goes to who
    did it, S starts and stops the timer, H shows how we do it, L leaves out, Delete removes;
    `neighbour` asks for the card before or after.
    """

    neighbour = Signal(int)
    days_wanted = Signal(object)
    """The strategy that is to be left out for a few days."""
    other_key = Signal(int)
    """A key that means nothing to a card."""

    def __init__(self, desk: "Desk", writing: TodayWriting, card: CardOfDay) -> None:
        super().__init__(card.strategy.name)
        self._desk, self._writing, self._wording = desk, writing, desk.wording
        self._card = card
        self._chosen: int | None = None
        self._noted: int | None = None
        self._presses = DoublePress()
        self._build(card.strategy.name)
        self.key.connect(self._on_key)

    def _build(self, name: str) -> None:
        self._top = CardHead(self._wording)
        self._question = WrapLabel("")
        self._deeds = CardDeeds(self._desk, name)
        self._deeds.did_it.clicked.connect(self._on_did_it)
        self._deeds.not_today.connect(self._on_not_today)
        self._deeds.left_out.wished.connect(self._on_left_out)
        self._deeds.left_out.days_wanted.connect(self._on_days_wanted)
        self._deeds.left_out.taken_back.connect(self._writing.take_back)
        self._deeds.who.chosen.connect(self._on_who)
        self._rating = rating_part(self._wording, self._card.plan.rating, name)
        self._rating.rated.connect(self._on_rated)
        self._notes = CardNotes(self._desk, self._writing, name)
        self._notes.shown_anew.connect(self._show_again)
        self._times = TimesRow(self._wording, self._card, self)
        self._times.chosen.connect(self._on_time)
        self._photos = CardPhotos(self._desk, name)
        self._photos.button.clicked.connect(self._on_photos)
        self.take_files(take=self._desk.can_write)
        self.note.field.take_files()
        for part in (self, self.note.field):
            part.given.connect(self._on_given)
        self._how = HowWeDoIt(self._wording, name)
        self._foot = CardFoot(self._desk, self._how, name)
        self._foot.add(self._photos.button)
        self._foot.where.changed.connect(self._on_where)
        self._foot.once_more.clicked.connect(self._on_once_more)
        self._foot.more.remove.connect(self._on_remove)
        self._used = WrapLabel("", "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        self._used.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._top.why)
        self.body.addWidget(self._times)
        self.body.addWidget(TwoSides(self._question, self._deeds))
        self.body.addWidget(self._rating)
        self.body.addWidget(self._notes)
        self.body.addWidget(self._photos)
        self.body.addWidget(TwoSides(self._foot, self._used))
        self.body.addWidget(self._how)

    @property
    def card(self) -> CardOfDay:
        """Return what is shown."""
        return self._card

    @property
    def note(self) -> NotePanel:
        """Return the note field with what the note is for."""
        return self._notes.panel

    def fits(self, card: CardOfDay) -> bool:
        """Return whether this card rates in the way that another state of it asks for."""
        return card.plan.rating == self._card.plan.rating

    def show_card(self, card: CardOfDay) -> None:
        """Show the card as it stands now; what is being typed stays."""
        self._card = card
        if self._chosen is not None and self._chosen > len(card.times):
            self._chosen = self._noted = None
        self.set_title(card.strategy.name)
        self._top.show_card(self, card)
        self._times.show_times(card, self.time())
        self._show_time()
        self._notes.show_notes(card, self._noted_time())
        self._photos.show_photos(self._writing.photos.of(entries_of_card(card)))
        self._how.show_words(card.plan.words)
        self._used.setText(said.used_this_week(self._wording, card))

    def time(self) -> TimeOfCard | None:
        """Return the time that a rating is for: the chosen one, else the first that is open."""
        card = self._card
        if self._chosen is not None:
            return card.times[self._chosen - 1]
        if card.first_open is not None:
            return card.first_open
        return card.times[-1] if card.times else None

    def show_timer(self) -> None:
        """Show where the timer runs now."""
        if self._writing.timer is not None:
            self._rating.show_timer(self._writing.timer, self._card, self.time())

    def fill_in(self, number: int, length: "timedelta | None") -> None:
        """Fill in how long a time was, which is saved with one press."""
        if 1 <= number <= len(self._card.times):
            self._on_time(number)
        self._rating.fill_in(length)

    def _show_time(self) -> None:
        time, writable = self.time(), self._desk.can_write
        practice = time.practice if time else None
        self._question.setText(said.question(self._wording, self._card, time))
        rating = practice.rating if practice is not None else None
        self._rating.show_rating(rating, written=practice is not None)
        self._rating.setEnabled(writable)
        self.show_timer()
        self._deeds.show_time(self._card, time, rates=self._rating.RATES)
        self._foot.show_time(self._card, time)

    def _noted_time(self) -> TimeOfCard | None:
        """Return the time that a note is about: the one written last here, else the one asked."""
        if self._noted is not None and self._noted <= len(self._card.times):
            return self._card.times[self._noted - 1]
        return self.time()

    def _show_again(self) -> None:
        self.show_card(self._card)

    def _on_key(self, key: int) -> None:
        deed = deed_of(key)
        match deed:
            case CardDeed.OTHER_CARD:
                self.neighbour.emit(1 if key == Qt.Key.Key_Down else -1)
            case CardDeed.OTHER_TIME:
                self._step_time(key)
            case CardDeed.NOTE:
                self.note.field.setFocus(Qt.FocusReason.OtherFocusReason)
            case CardDeed.HOW:
                self._how.button.toggle()
            case _:
                if self._desk.can_write:
                    self._on_writing_key(key, deed)

    def _on_writing_key(self, key: int, deed: CardDeed | None) -> None:
        does: dict[CardDeed, Callable[[], None]] = {
            CardDeed.DID_IT: self._on_did_it,
            CardDeed.NOT_TODAY: self._deeds.turn_not_today,
            CardDeed.ONCE_MORE: self._on_once_more,
            CardDeed.WHO: self._deeds.who.focus_choice,
            CardDeed.TIMER: self._rating.press_timer,
            CardDeed.LEFT_OUT: self._deeds.left_out.open_menu,
            CardDeed.REMOVE: self._on_remove,
        }
        if deed is CardDeed.RATE:
            self._rating.key(digit_of(key))
        elif deed in does:
            does[deed]()
        else:
            self.other_key.emit(key)

    def _step_time(self, key: int) -> None:
        """Ask about the time before or after, in the direction of reading."""
        time, times = self.time(), self._card.times
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step = 1 if (key == Qt.Key.Key_Right) != mirrored else -1
        if time is not None and 1 <= time.number + step <= len(times):
            self._on_time(time.number + step)

    def _on_time(self, number: int) -> None:
        self._rating.settle()  # it begins anew with what is written for that time
        self._chosen = self._noted = number
        self._show_again()

    def _on_rated(self, rating: Rating | None) -> None:
        """Write the time down that is asked about; a double click writes once."""
        time = self.time()
        typed = isinstance(self._rating, TypedPart)
        if not typed and self._presses.is_second(rating, time.number if time else 0):
            self._show_again()
            return
        if self._writing.rate(self._card, time, rating):
            self._rating.settle()
            if self._writing.timer is not None:
                self._writing.timer.is_written(self._card)
            self._noted = time.number if time is not None else len(self._card.times)
            self._chosen = None if time is not None and len(self._card.times) > 1 else self._chosen
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
        period = Period(self._writing.day, self._writing.day)
        wish = LeftOutWish(period, reason, self._card.strategy.id)
        self._writing.leave_out(wish, self._card.strategy.name)

    def _on_days_wanted(self) -> None:
        self.days_wanted.emit(self._card.strategy.id)

    def _on_where(self, practice: Practice) -> None:
        self._writing.edit(self._card, practice)

    def _on_who(self, helper: "UUID | None") -> None:
        time = self.time()
        if time is not None and time.practice is not None:
            self._writing.edit(self._card, done_by(time.practice, helper))
        self._show_again()

    def _on_photos(self) -> None:
        self._photos.open(self._notes.photo_place(self._card))

    def _on_given(self, data: "QMimeData") -> None:
        self._photos.take(data, self._notes.photo_place(self._card))

    def _on_once_more(self) -> None:
        """Write it down once more, above the plan; then its rating can be chosen."""
        time = self._card.first_open
        if self._writing.rate(self._card, time, None):
            self._chosen = self._noted = time.number if time else len(self._card.times)
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # so that the next key rates it
        self._show_again()

    def _on_remove(self) -> None:
        time = self.time()
        if time is not None and time.practice is not None:
            self._writing.remove(self._card, time.practice)
