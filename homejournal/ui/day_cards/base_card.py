"""What a card of Today and a child's cell on the page of all children share: one time is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.records.family import done_by
from homejournal.domain.today.strategy_cards import draft_place
from homejournal.texts import day_page as said
from homejournal.texts.display_names import name_said
from homejournal.ui.base.drafts import TypingPause
from homejournal.ui.base.keys import digit_of
from homejournal.ui.day_cards.buttons import CardActions
from homejournal.ui.day_cards.drafts import NUMBER
from homejournal.ui.day_cards.note_text import LeftOutWish
from homejournal.ui.day_cards.rating.levels import rating_part
from homejournal.ui.day_cards.rating.times_of_day import TimesRow
from homejournal.ui.day_cards.shortcuts import ALT, CardAction, card_action_of
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.wrapping_labels import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from homejournal.domain.records.practices import LeftOutReason
    from homejournal.domain.records.rating_scales import Rating
    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_cards.saving import TodayWriting


class RatedCard(Card):
    """Asks about one time of a strategy, and writes what is pressed through `TodayWriting`.

    Digits rate while nothing is said of that time; any other character begins its note, and the
    rest of `CARD_KEYS` has Alt. Subclasses lay out the parts and show a card in `show_card`.
    """

    TAKES_WORDS = True

    days_wanted = Signal(object)
    """The strategy that is to be left out for a few days."""

    def __init__(
        self, desk: Desk, writing: TodayWriting, card: CardOfDay, title: str, about: str
    ) -> None:
        super().__init__(title)
        self._desk, self._writing, self._wording = desk, writing, desk.wording
        self._card = card
        self.about = about
        """What each part says it belongs to, to people who listen."""
        self._chosen: int | None = None
        self._kept_at = ""
        self._times = TimesRow(desk.wording, card, self)
        self._deeds = CardActions(desk, about)
        self._rating = rating_part(desk.wording, card.plan.rating, about)
        self.key.connect(self._on_key)
        self._times.chosen.connect(self._on_time)
        self._rating.rated.connect(self._on_rated)
        self._pause = TypingPause(self.keep_number, self)
        self._rating.typed.connect(self._on_typed)
        self._deeds.did_it.clicked.connect(self._on_did_it)
        self._deeds.not_today.connect(self._on_not_today)
        self._deeds.left_out.wished.connect(self._on_left_out)
        self._deeds.left_out.offers_days = not writing.FOR_HELPER
        self._deeds.left_out.days_wanted.connect(self._on_days_wanted)
        self._deeds.left_out.taken_back.connect(writing.take_back)
        self._deeds.who.chosen.connect(self._on_who)

    @property
    def card(self) -> CardOfDay:
        """Return what is shown."""
        return self._card

    def fits(self, card: CardOfDay) -> bool:
        """Return whether this card rates in the way that another state of it asks for."""
        return card.plan.rating == self._card.plan.rating

    def show_card(self, card: CardOfDay) -> None:
        """Show the card as it stands now; what is being typed stays."""
        raise NotImplementedError

    def time(self) -> TimeOfCard | None:
        """Return the time that is asked about: the chosen one, else the first that is open."""
        times = self._card.times
        if self._chosen is not None:
            return times[self._chosen - 1]
        return self._card.first_open or (times[-1] if times else None)

    def ask_anew(self) -> None:
        """Ask about the first time that is open, not about the one that was said or chosen last."""
        if self._chosen is not None:
            self._forget_choice()
            self._show_again()

    def keep_typing(self) -> None:
        """Keep what is typed."""
        self.keep_number()

    def keep_number(self) -> None:
        """Keep what is typed as a number and not written, so that it stands here again later."""
        self._pause.stop()  # the journal may be closed before it would ring
        unfinished = self.unfinished()
        if self._kept_at and self._kept_at not in unfinished:
            self._writing.keep_draft(self._kept_at, "")
        for place, typed in unfinished.items():
            self._writing.keep_draft(place, typed)
        self._kept_at = next(iter(unfinished), "")

    def unsaved(self) -> str | None:
        """Return what was pressed here and waits to be saved; None if nothing waits."""
        return self._writing.unsaved(places_of(self._card, self._writing.day))

    @property
    def is_typing(self) -> bool:
        """Return whether something is typed here that is not saved yet."""
        return bool(self._rating.unsaid())

    def _show_head(self) -> None:
        """Show whether all of it is saved."""
        raise NotImplementedError

    def _on_typed(self) -> None:
        self._writing.replaces_waiting(self._number_place())
        self._show_head()
        self._pause.typed()

    def unfinished(self) -> dict[str, str]:
        """Return what is typed as a number and not written, under the place where it is kept."""
        typed = self._rating.unsaid()
        return {self._number_place(): typed} if typed else {}

    def _number_place(self) -> str:
        time, day = self.time(), self._writing.day
        return draft_place(self._card.strategy.id, day, time.number if time else 1) + NUMBER

    def _take_up(self) -> None:
        """Go on with what was typed for the time that is asked."""
        place, waits = self._number_place(), self._pause.isActive()
        if self._rating.TYPED and place in self._writing.drafts and not waits:
            self._rating.take_up(self._writing.drafts[place])
            self._kept_at = place

    def _take(self, card: CardOfDay) -> None:
        """Take another state of the card, which may not have the chosen time any more."""
        self._card = card
        if self._chosen is not None and self._chosen > len(card.times):
            self._forget_choice()

    def _forget_choice(self) -> None:
        self._chosen = None

    def _show_time(self) -> None:
        """Show what is written of the time that is asked about, and what can be said of it."""
        card, time = self._card, self.time()
        practice = time.practice if time else None
        self._times.show_times(card, time)
        rating = practice.rating if practice is not None else None
        if self._kept_at and self._kept_at not in self._writing.drafts:
            self._begin_anew()  # it was written on another page
        self._rating.show_rating(rating, written=practice is not None)
        self._take_up()
        self._rating.setEnabled(self._desk.can_write and self._may_rate())
        self._deeds.show_time(card, time, rates=self._rating.RATES)
        self._deeds.hold(self._writing, stays=not self._may_rate())

    def _begin_anew(self) -> None:
        self._rating.settle()
        self._kept_at = ""

    def _may_rate(self) -> bool:
        """Return whether the time that is asked about can be rated: an open one always can.

        What another home wrote stays theirs.
        """
        time = self.time()
        if time is None or time.practice is None:
            return True
        return time.home is None and self._writing.may_change(time.practice)

    def stays_said(self) -> str:
        """Return why the time that is asked about stays as it is."""
        time = self.time()
        if time is None or time.home is None or time.practice is None:
            return said.written_by_other_said(self._wording)
        who = name_said(self._wording, self._desk.journal.family(), time.practice.helper)
        return said.who_elsewhere(self._wording, time.home, who)

    def _show_again(self) -> None:
        self.show_card(self._card)

    def begin_note(self, text: str) -> bool:
        """Begin the note of this card with a text, or go on with it; return whether it was done."""
        raise NotImplementedError

    @override
    def type_here(self, text: str) -> bool:
        """Rate by a digit while nothing is said; whatever else is typed begins the note."""
        if not self._desk.can_write:
            return False
        digit, time = digit_of(text), self.time()
        is_open = time is None or time.open
        if digit is None or not is_open or not self._rating.key(digit):
            return self.begin_note(text)
        if not self._rating.TYPED:  # a blank typed next presses no button that had the focus
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_key(self, key: int) -> None:
        deed = card_action_of(key)
        writes = self._writing_deeds()
        if not self._desk.can_write:
            return
        if deed is CardAction.CHANGE:
            self._rate_by_key((key & ~ALT) - int(Qt.Key.Key_0))
        elif deed in writes:
            writes[deed]()

    def _rate_by_key(self, digit: int) -> None:
        if self._may_rate():
            self._rating.key(digit)
        else:
            announce(self, self.stays_said())

    def _writing_deeds(self) -> Mapping[CardAction | None, Callable[[], None]]:
        """Return what each key does that writes, beside the digits."""
        return {
            CardAction.DID_IT: self._on_did_it,
            CardAction.NOT_TODAY: self._deeds.turn_not_today,
            CardAction.WHO: self._deeds.who.focus_choice,
            CardAction.LEFT_OUT: self._deeds.choose_reason,
        }

    def _on_time(self, number: int) -> None:
        self.keep_number()
        self._begin_anew()  # with what is written or was typed for that time
        self._chosen = number
        self._show_again()

    def _on_rated(self, rating: Rating | None) -> None:
        """Write the time down that is asked about; it stays in sight."""
        time, before = self.time(), self._practices()
        self._stay_at(time)
        if self._writing.rate(self._card, time, rating):
            self._stay_at(self._new_since(before) or time)
            self._rating.settle()
            self.keep_number()
            self._take_notice()
        elif self._rating.TYPED:
            self.keep_number()
        self._show_again()

    def _stay_at(self, time: TimeOfCard | None) -> None:
        """Go on asking about a time, of which something is said now."""
        self._chosen = time.number if time is not None else None

    def _practices(self) -> set[UUID]:
        """Return what is written on the card."""
        return {time.practice.id for time in self._card.times if time.practice is not None}

    def _new_since(self, before: set[UUID]) -> TimeOfCard | None:
        """Return the time that was written since; times without names fill from the first."""
        times = self._card.times
        return next(
            (time for time in times if time.practice and time.practice.id not in before), None
        )

    def _take_notice(self) -> None:
        """Take notice that a time was written down."""

    def _on_did_it(self) -> None:
        time = self.time()
        if time is None or time.practice is None:
            self._on_rated(None)

    def _on_not_today(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        time = self.time()
        self._stay_at(time)
        if on:
            self._writing.not_today(self._card, time)
        elif time is not None and time.mark is not None:
            self._writing.take_back(time.mark)
        self._show_again()

    def _on_left_out(self, reason: LeftOutReason) -> None:
        day = self._writing.day
        self._stay_at(self.time())
        wish = LeftOutWish(Period(day, day), reason, self._card.strategy.id)
        if not self._writing.leave_out(wish, self._card.strategy.name):
            self._show_again()

    def _on_days_wanted(self) -> None:
        self.days_wanted.emit(self._card.strategy.id)

    def _on_who(self, helper: UUID | None) -> None:
        time = self.time()
        if time is not None and time.practice is not None:
            self._writing.edit(self._card, done_by(time.practice, helper))
        self._show_again()


def places_of(card: CardOfDay, day: date) -> list[str]:
    """Return the places of all that can be said on a card: ratings, and notes new and old."""
    new = [draft_place(card.strategy.id, day, at + 1) for at in range(len(card.times) + 1)]
    notes = (*card.notes, *(note for time in card.times for note in time.notes))
    return [*new, *(place + NUMBER for place in new), *(f"note:{note.id}" for note in notes)]
