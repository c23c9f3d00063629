"""One time of a strategy on one day, in a line: what is said of it, its answers, its note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import Rating, RatingKind, RatingPlan
from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard, draft_place
from homejournal.texts import day_page as said
from homejournal.texts.display_names import who_wrote
from homejournal.ui.base.keys import digit_of
from homejournal.ui.day_rows.drafts import NUMBER, NumberDraft
from homejournal.ui.day_rows.menus import LineMenu, LineWish
from homejournal.ui.day_rows.notes.drawer import NoteDrawer, place_over
from homejournal.ui.day_rows.notes.notes_of_line import LineNotes
from homejournal.ui.day_rows.rating.answers import PressedPart, RatingPart
from homejournal.ui.day_rows.saving import LeftOutWish, TodayWriting
from homejournal.ui.day_rows.shortcuts import ALT, CardAction, card_action_of
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.typing_area import TypingArea
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column, in_row, inset
from homejournal.ui.widgets.line_buttons import SecondLine
from homejournal.ui.widgets.wrapping_labels import ElidedLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, timedelta

    from PySide6.QtGui import QFocusEvent, QMoveEvent, QResizeEvent

    from homejournal.domain.records.notes import AnyNote
    from homejournal.domain.records.practices import Practice
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.notes.panel import NotePanel
    from homejournal.ui.widgets.fields.answer_bar import AnswerBar


class AnswerLine(TypingArea):
    """Writes what is pressed through `TodayWriting`; it stays as high as it is, whatever is said.

    Digits answer while nothing is said of the time; any other character begins its note, and the
    rest of `CARD_KEYS` has Alt. `number` says which line of its row it is, from 1.
    """

    TAKES_WORDS: ClassVar[bool] = True

    neighbor = Signal(int)
    """The line before or after is asked for."""
    days_wanted = Signal(object)
    """The strategy that is to be left out for a few days."""
    answers = Signal(int)
    """A time is about to be written, at this line."""
    notes_begin = Signal(int)
    """A note is about to be saved, at this line."""
    once_more = Signal(int)
    how_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        writing: TodayWriting,
        card: CardOfDay,
        about: str,
        number: int = 1,
    ) -> None:
        super().__init__()
        self._desk, self._writing, self._wording = desk, writing, desk.wording
        self.card, self.number = card, number
        self.time: TimeOfCard | None = None
        """The time that is asked about; None where one more would be above the plan."""
        self.about = about
        """What each part says it belongs to, to people who listen."""
        self._name = ElidedLabel("", "strong")
        self._name.hide()
        self._text = SecondLine(self.about)
        self._rating = rating_part(desk.wording, card.plan.rating, self.about)
        self._menu = LineMenu(desk, writing, self.about)
        self.note_part = LineNotes(desk, writing, self.about, self)
        """The notes of the line, and the drawer in which they are written."""
        self._number = NumberDraft(writing, self._rating, self._new_place, self)
        self.setAccessibleName(self.about)
        self.setMinimumWidth(1)
        self._connect()
        ends = QWidget()
        in_row(self._rating, self._menu, gap=0, inside=ends, grow=self._rating)
        self._words = in_row(self._name, self._text, gap=0, grow=self._text)
        self._ends = TwoEnds(self._words, ends)
        in_column(self._ends, inside=self)

    def _connect(self) -> None:
        self.key.connect(self._on_key)
        self._text.clicked.connect(self.open_note)
        self._rating.rated.connect(self._on_rated)
        self._rating.not_today.connect(self._on_not_today)
        self._rating.typed.connect(self._on_typed)
        self._rating.hinted.connect(self._show_text)
        self._menu.wished.connect(self._on_wished)
        self.note_part.changed.connect(self._show_text)
        self.note_part.begins.connect(self._on_note_begins)
        self.note_part.opened.connect(self._on_opened)
        self.given.connect(self.note_part.take_photos)
        self.take_files(take=self._desk.can_write and not self._writing.FOR_HELPER)

    def name_it(self, name: str) -> None:
        """Show which time it is where there are several, or nothing."""
        self._name.show_name(name)
        self._name.setVisible(bool(name))
        # The words have room around them, since they are a button: the name stands as far in.
        self._words.setContentsMargins(inset(px(8) if name else 0))

    @property
    def name_width(self) -> int:
        """Return how wide the name is, in pixels; 0 where it has none."""
        return self._name.sizeHint().width() if self._name.accessibleName() else 0

    def widen_name(self, wide: int) -> None:
        """Let the name take so many pixels, so that what follows stands under one another."""
        self._name.setMinimumWidth(wide)

    @property
    def answer_bar(self) -> AnswerBar:
        """Return the answers that are pressed, "not today" last."""
        return self._rating.bar

    @property
    def note(self) -> NotePanel:
        return self.note_part.drawer().panel

    @property
    def is_typing(self) -> bool:
        """Return whether something is typed here that is not saved yet."""
        return bool(self._rating.unsaid()) or self.note_part.unsaved

    @property
    def is_open(self) -> bool:
        """Return whether nothing is said of the time yet."""
        return self.time is None or self.time.open

    @property
    def practice(self) -> Practice | None:
        """Return what is written on the line, if anything is."""
        return self.time.practice if self.time is not None else None

    @property
    def says_something(self) -> bool:
        """Return whether the time was done, or was said not to be; "left out" says neither."""
        time = self.time
        if time is None or time.practice is not None:
            return time is not None
        return time.mark is not None and time.mark.mark is MarkKind.NOT_TODAY

    def said(self) -> str:
        """Return the words of the second line."""
        return self._text.said()

    def show_time(self, card: CardOfDay, time: TimeOfCard | None, notes: Sequence[AnyNote]) -> None:
        """Show a time as it stands now, and the notes of this line; what is being typed stays."""
        self.card, self.time = card, time
        self._show_answer()
        self._number.hand_to_note()
        self.note_part.show_notes(card, time, self.number, notes)
        self.show_timer()
        self._menu.show_time(card, time, rates=self._rating.rates, noted=bool(notes))
        self._show_text()

    def _show_answer(self) -> None:
        time, writing = self.time, self._writing
        practice, mark = (time.practice, time.mark) if time else (None, None)
        self._number.forget_written()
        self._rating.show_answer(
            practice.rating if practice else None,
            written=practice is not None,
            not_today=mark is not None and mark.mark is MarkKind.NOT_TODAY,
        )
        self._number.take_up()
        may, can_write = writing.may_rate(time), self._desk.can_write
        if practice is None:  # on a day without a plan "not today" would be true of nothing
            takes_back = self.card.plan.planned or mark is not None
        else:
            takes_back = writing.may_remove(practice) and not has_more_of(self.card, time)
        self._rating.allow(rate=can_write and may, not_today=can_write and may and takes_back)

    def _show_text(self) -> None:
        """Show what is saved or waits, else where and from whom; then the note."""
        time, card, wording = self.time, self.card, self._wording
        doer = time.practice.helper if time is not None and time.practice is not None else None
        texts = self.note_part.signed(doer)
        typed, hint = self.note_part.unfinished(), self._rating.hint()
        waits = self._unsaved()
        saved = said.saved_said(
            wording, card, time, who_wrote(wording, self._desk.journal.family(), doer)
        )
        if waits is not None or self.is_typing or typed:
            lead, ink = said.not_saved(wording, waits or ""), "problem" if waits else "muted"
            rest = said.note_said(wording, [typed]) if typed else ""
        elif saved:
            done = time is not None and time.practice is not None
            lead, ink, rest = saved, "ok" if done else "text", said.note_said(wording, texts)
        else:
            lead, ink, rest = "", "muted", said.note_said(wording, texts)
            if not texts and self.number == 1:
                rest = said.where_and_whom(wording, card)
        if hint[0]:
            lead, ink, rest = hint[0], hint[1], ""
        self._text.show_words(lead, rest, ink, self.note_part.icons())
        self._text.set_name(said.name_of_line(wording, lead or saved, [typed] if typed else texts))
        self._text.setEnabled(self._desk.can_write or bool(texts))

    def show_timer(self) -> None:
        if self._writing.timer is not None:
            self._rating.show_timer(self._writing.timer, self.card, self.time)

    def fill_in(self, length: timedelta | None) -> None:
        """Fill in how long it was, which is saved with one press."""
        self._rating.fill_in(length)

    def keep_typing(self) -> None:
        """Keep what is typed as a number, and save the note."""
        self._number.keep()
        self.note_part.keep_typing()

    def close_down(self) -> None:
        """Write nothing any more: another line, day or child follows."""
        self.setEnabled(False)  # keys that are on their way write nothing here any more
        self.note_part.close()

    def unfinished(self) -> dict[str, str]:
        """Return what is typed as a number and not written, under the place where it is kept."""
        return self._number.unfinished()

    def _unsaved(self) -> str | None:
        """Return what was pressed here and waits to be saved; None where nothing waits."""
        places = places_of_line(self.card, self._writing.day, self.number, self.note_part.notes)
        return self._writing.unsaved(places)

    def _new_place(self) -> str:
        return draft_place(self.card.strategy.id, self._writing.day, self.number)

    def _on_typed(self) -> None:
        self._number.typed()
        self._show_text()

    # ------------------------------------------------------------------ what a person does

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Hand the focus on to the answers, or to the words where nothing can be answered.

        No focus proxy, since Tab would come to it as to one more part. In a field for a number the
        arrows count up and down, so there it is the words before it, too.
        """
        answers = (
            not self._rating.TYPED and self._writing.may_rate(self.time) and self._desk.can_write
        )
        part = self._rating.bar if answers else self._text
        part.setFocus(event.reason())

    @override
    def walks_from(self, part: QWidget | None) -> bool:
        return part is self._text or super().walks_from(part)

    @override
    def type_here(self, text: str) -> bool:
        """Answer by a digit while nothing is said; whatever else is typed begins the note."""
        if not self._desk.can_write:
            return False
        digit = digit_of(text)
        if digit is not None and self.is_open and self._rating.key(digit):
            return True
        self._open_drawer()
        return self.note.type_here(text)

    def open_note(self) -> None:
        self._open_drawer()
        self.note.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key(self, key: int) -> None:
        action = card_action_of(key)
        if action is CardAction.OTHER_CARD:
            self.neighbor.emit(1 if key == Qt.Key.Key_Down else -1)
        elif action is CardAction.HOW:
            self.how_wanted.emit()
        elif not self._desk.can_write:
            return
        elif action is CardAction.CHANGE:
            self._rate_by_key((key & ~ALT) - int(Qt.Key.Key_0))
        elif action is not None and (does := self._does().get(action)):
            does()

    def _does(self) -> Mapping[CardAction, Callable[[], None]]:
        return {
            CardAction.DID_IT: self._on_did_it,
            CardAction.NOT_TODAY: self._turn_not_today,
            CardAction.WHO: self._choose_who,
            CardAction.LEFT_OUT: self._menu.open_reasons,
            CardAction.NOTE: self.open_note,
            CardAction.ONCE_MORE: self._on_once_more,
            CardAction.TIMER: self._rating.press_timer,
            CardAction.REMOVE: self._on_remove,
        }

    def _rate_by_key(self, digit: int) -> None:
        if self._writing.may_rate(self.time):
            self._rating.key(digit)
        else:
            announce(self, self._writing.why_stays(self.time))

    def _on_rated(self, rating: Rating | None) -> None:
        """Write the time down, or its other rating."""
        self.answers.emit(self.number)
        if self._writing.rate(self.card, self.time, rating):
            self._rating.settle()
            self._number.keep()
            if self._writing.timer is not None:
                self._writing.timer.is_written(self.card)
        elif self._rating.TYPED:
            self._number.keep()
        self._show_again()

    def _on_did_it(self) -> None:
        if self.time is None or self.time.practice is None:
            self._on_rated(None)

    def _on_not_today(self) -> None:
        time = self.time
        if time is not None and time.practice is not None:
            self._writing.not_today_instead(self.card, time.practice)
        elif time is None or time.mark is None or time.mark.mark is not MarkKind.NOT_TODAY:
            self._writing.not_today(self.card, time)
        self._show_again()

    def _turn_not_today(self) -> None:
        """Say "not today" by its key, or take it back."""
        mark = self.time.mark if self.time is not None else None
        if mark is not None and mark.mark is MarkKind.NOT_TODAY:
            if self._writing.may_remove(mark):
                self._writing.take_back(mark)
        elif self.is_open:
            self._rating.turn_not_today()

    def _on_wished(self, wish: object) -> None:
        if isinstance(wish, DayMark):
            self._writing.take_back(wish)
        elif isinstance(wish, LeftOutReason):
            day = self._writing.day
            left_out = LeftOutWish(Period(day, day), wish, self.card.strategy.id)
            self._writing.leave_out(left_out, self.card.strategy.name)
        elif isinstance(wish, LineWish):
            self._of_menu()[wish]()
        self._show_again()

    def _of_menu(self) -> Mapping[LineWish, Callable[[], None]]:
        return {
            LineWish.DID_IT: self._on_did_it,
            LineWish.NOTE: self.open_note,
            LineWish.PHOTO: self.note_part.open_photos,
            LineWish.ONCE_MORE: self._on_once_more,
            LineWish.HOW: self.how_wanted.emit,
            LineWish.REMOVE: self._on_remove,
            LineWish.OTHER_DAYS: self._on_days_wanted,
        }

    def _on_days_wanted(self) -> None:
        self.days_wanted.emit(self.card.strategy.id)

    def _on_once_more(self) -> None:
        if self.time is not None and self.time.practice is not None:
            self.once_more.emit(self.number)

    def _on_remove(self) -> None:
        practice = self.practice
        if practice is not None and self._writing.may_remove(practice):
            self._writing.remove(self.card, practice)
        elif self.time is not None and self.time.mark is not None:
            self._turn_not_today()

    def _choose_who(self) -> None:
        if self.time is not None and self.time.practice is not None:
            self._open_drawer()
            self.note_part.choose_who()

    def _on_note_begins(self) -> None:
        self.notes_begin.emit(self.number)

    def _show_again(self) -> None:
        self.show_time(self.card, self.time, self.note_part.notes)

    # ------------------------------------------------------------------ the drawer

    def _on_opened(self, drawer: NoteDrawer) -> None:
        drawer.key.connect(self._on_key)
        drawer.closed.connect(self._on_closed)
        self._text.overlay = drawer

    def _open_drawer(self) -> None:
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is covered now
        self.note_part.drawer().open_at(place_over(self, self._text, self._rating))

    def _on_closed(self) -> None:
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def follow(self) -> None:
        """Take the drawer along: the line is elsewhere now."""
        self.note_part.follow(self._text, self._rating)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.follow()

    @override
    def moveEvent(self, event: QMoveEvent, /) -> None:
        super().moveEvent(event)
        self.follow()


def has_more_of(card: CardOfDay, time: TimeOfCard | None) -> bool:
    """Return whether a time is written above the plan: without it another one would take its place.

    "Not today" of it would be true of nothing.
    """
    slot = time.slot if time is not None else None
    return any(one.extra and one.practice is not None and one.slot == slot for one in card.times)


def places_of_line(card: CardOfDay, day: date, number: int, notes: Sequence[AnyNote]) -> list[str]:
    """Return the places of all that can be said on a line: the answer, and notes new and old."""
    new = draft_place(card.strategy.id, day, number)
    return [new, new + NUMBER, *(f"note:{note.id}" for note in notes)]


def rating_part(wording: Wording, plan: RatingPlan, about: str) -> RatingPart:
    """Return the part that asks as the plan does."""
    if plan.kind not in {RatingKind.NUMBER, RatingKind.TRIES}:
        return PressedPart(wording, plan, about)
    # Most days nothing is typed, and Today is there sooner without it.
    from homejournal.ui.day_rows.rating.numbers import NumberPart, TriesPart

    if plan.kind is RatingKind.NUMBER:
        return NumberPart(wording, plan, about)
    return TriesPart(wording, about)
