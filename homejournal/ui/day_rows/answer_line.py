"""One time of a strategy on one day, in a line: what is said of it, its answers, its note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.records.family import done_by
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.today.strategy_cards import draft_place, entries_of_card
from homejournal.texts import day_page as said
from homejournal.texts.display_names import name_said
from homejournal.ui.base.drafts import TypingPause
from homejournal.ui.base.keys import digit_of
from homejournal.ui.day_rows.drafts import NUMBER
from homejournal.ui.day_rows.menus import LineMenu, LineWish
from homejournal.ui.day_rows.notes.drawer import DrawerPlace
from homejournal.ui.day_rows.notes.extras import NoteExtras
from homejournal.ui.day_rows.notes.notes_of_line import LineNotes
from homejournal.ui.day_rows.rating.answers import PressedPart
from homejournal.ui.day_rows.saving import LeftOutWish
from homejournal.ui.day_rows.shortcuts import ALT, CardAction, card_action_of
from homejournal.ui.kit.written_notes import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.typing_area import TypingArea
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column, in_row
from homejournal.ui.widgets.layout.focus import is_typed_in
from homejournal.ui.widgets.line_buttons import SecondLine
from homejournal.ui.widgets.wrapping_labels import ElidedLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, timedelta
    from uuid import UUID

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QMoveEvent, QResizeEvent

    from homejournal.domain.records.notes import AnyNote
    from homejournal.domain.records.practices import Practice
    from homejournal.domain.records.rating_scales import Rating, RatingPlan
    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.notes.drawer import NoteDrawer
    from homejournal.ui.day_rows.notes.panel import NotePanel
    from homejournal.ui.day_rows.photos import CardPhotos
    from homejournal.ui.day_rows.rating.answers import RatingPart
    from homejournal.ui.day_rows.saving import TodayWriting
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
        self._card, self.number = card, number
        self._time: TimeOfCard | None = None
        self.about = about
        """What each part says it belongs to, to people who listen."""
        self._kept_at = ""
        self._name = ElidedLabel("", "strong")
        self._name.hide()
        self._text = SecondLine(self.about)
        self._rating = rating_part(desk.wording, card.plan.rating, self.about)
        self._menu = LineMenu(desk.wording, self.about)
        self._notes = LineNotes(desk, writing, self.about, self)
        self._pause = TypingPause(self.keep_number, self)
        self._extras: NoteExtras | None = None
        self.setAccessibleName(self.about)
        self.setMinimumWidth(1)
        self._connect()
        ends = QWidget()
        in_row(self._rating, self._menu, gap=0, inside=ends, grow=self._rating)
        self._ends = TwoEnds(in_row(self._name, self._text, gap=8, grow=self._text), ends)
        in_column(self._ends, inside=self)

    def _connect(self) -> None:
        self.key.connect(self._on_key)
        self._text.clicked.connect(self.open_note)
        self._rating.rated.connect(self._on_rated)
        self._rating.not_today.connect(self._on_not_today)
        self._rating.typed.connect(self._on_typed)
        self._rating.hinted.connect(self._show_text)
        self._menu.wished.connect(self._on_wished)
        self._notes.changed.connect(self._show_text)
        self._notes.begins.connect(self._on_note_begins)
        self.given.connect(self._on_given)
        self.take_files(take=self._desk.can_write and not self._writing.FOR_HELPER)

    def name_it(self, name: str) -> None:
        """Show which time it is where there are several, or nothing."""
        self._name.show_name(name)
        self._name.setVisible(bool(name))

    @property
    def name_width(self) -> int:
        """Return how wide the name is, in pixels; 0 where it has none."""
        return self._name.sizeHint().width() if self._name.accessibleName() else 0

    def widen_name(self, wide: int) -> None:
        """Let the name take so many pixels, so that what follows stands under one another."""
        self._name.setMinimumWidth(wide)

    @property
    def card(self) -> CardOfDay:
        """Return the strategy on the day."""
        return self._card

    @property
    def time(self) -> TimeOfCard | None:
        """Return the time that is asked about; None where one more would be above the plan."""
        return self._time

    @property
    def answer_bar(self) -> AnswerBar:
        """Return the answers that are pressed, "not today" last."""
        return self._rating.bar

    @property
    def note(self) -> NotePanel:
        """Return the note field with what the note is for."""
        return self._note_drawer().panel

    @property
    def notes(self) -> tuple[AnyNote, ...]:
        """Return the notes that are saved here."""
        return self._notes.notes

    @property
    def is_typing(self) -> bool:
        """Return whether something is typed here that is not saved yet."""
        return bool(self._rating.unsaid()) or self._notes.unsaved

    @property
    def has_unsaved_note(self) -> bool:
        """Return whether words stand in the note field that are not saved."""
        return self._notes.unsaved

    @property
    def is_typed_in(self) -> bool:
        """Return whether somebody has the cursor in the note of this line."""
        return self._extras is not None and is_typed_in(self._notes.drawer())

    @property
    def is_open(self) -> bool:
        """Return whether nothing is said of the time yet."""
        return self._time is None or self._time.open

    @property
    def says_something(self) -> bool:
        """Return whether the time was done, or was said not to be; "left out" says neither."""
        time = self._time
        if time is None or time.practice is not None:
            return time is not None
        return time.mark is not None and time.mark.mark is MarkKind.NOT_TODAY

    def said(self) -> str:
        """Return the words of the second line."""
        return self._text.said()

    def hand_on(self, elsewhere: Sequence[AnyNote]) -> UUID | None:
        """Let words go that change a note which stands on another line by now; return the note."""
        return self._notes.hand_on(elsewhere)

    def show_time(self, card: CardOfDay, time: TimeOfCard | None, notes: Sequence[AnyNote]) -> None:
        """Show a time as it stands now, and the notes of this line; what is being typed stays."""
        self._card, self._time = card, time
        self._show_answer()
        self._keep_with_note()
        self._notes.show_notes(card, time, self.number, notes)
        self.show_timer()
        self._show_menu()
        if self._extras is not None:
            self._extras.show(card, time, stays=not self._may_rate())
        self._show_text()

    def _show_answer(self) -> None:
        time, writing = self._time, self._writing
        practice, mark = (time.practice, time.mark) if time else (None, None)
        if self._kept_at and self._kept_at not in writing.drafts:
            self._begin_anew()  # it was written on another page
        self._rating.show_answer(
            practice.rating if practice else None,
            written=practice is not None,
            not_today=mark is not None and mark.mark is MarkKind.NOT_TODAY,
        )
        self._take_up()
        may, can_write = self._may_rate(), self._desk.can_write
        if practice is None:  # on a day without a plan "not today" would be true of nothing
            takes_back = self._card.plan.planned or mark is not None
        else:
            takes_back = writing.may_remove(practice) and not has_more_of(self._card, time)
        self._rating.allow(rate=can_write and may, not_today=can_write and may and takes_back)

    def _show_menu(self) -> None:
        time, writing, helped = self._time, self._writing, self._writing.FOR_HELPER
        practice = time.practice if time else None
        offers = {
            LineWish.DID_IT: practice is None and self._rating.rates,
            LineWish.NOTE: True,
            LineWish.PHOTO: not helped,
            LineWish.ONCE_MORE: practice is not None,
            LineWish.HOW: has_words(self._card),
            LineWish.REMOVE: practice is not None and writing.may_remove(practice),
        }
        shows = {LineWish.HOW}
        can_write = self._desk.can_write
        self._menu.noted = bool(self._notes.notes)
        self._menu.allow(
            *(one for one, may in offers.items() if may and (can_write or one in shows))
        )
        mark = time.mark if time else None
        back = can_write and (mark is None or writing.may_remove(mark))
        self._menu.allow_leaving_out(self._card, time, days=not helped, back=back)
        self._menu.setEnabled(can_write or has_words(self._card))

    def _show_text(self) -> None:
        """Show what is saved or waits, else where and from whom; then the note."""
        time, card, wording = self._time, self._card, self._wording
        doer = time.practice.helper if time is not None and time.practice is not None else None
        texts = [said.signed_note(wording, note, self._name_of(note, doer)) for note in self.notes]
        typed, hint = self._notes.unfinished(), self._rating.hint()
        waits = self.unsaved()
        saved = said.saved_said(wording, card, time, self._person(doer))
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
        self._text.show_words(lead, rest, ink, self._icons())
        self._text.set_name(said.name_of_line(wording, lead or saved, texts))
        self._text.setEnabled(self._desk.can_write or bool(texts))

    def _name_of(self, note: AnyNote, doer: UUID | None) -> str:
        """Return whose words a note is where that is not who did it, whose name stands before."""
        return self._person(note.helper) if note.helper != doer else ""

    def _person(self, who: UUID | None) -> str:
        """Return a name where more than one person writes."""
        family = self._desk.journal.family()
        return name_said(self._wording, family, who) if len(family.writers) > 1 else ""

    def _icons(self) -> tuple[str, ...]:
        notes = self._notes.notes
        flags = [FLAG_ICONS[flag] for note in notes for flag in getattr(note, "flags", ())]
        private = [PRIVATE_ICON] * any(isinstance(note, PrivateNote) for note in notes)
        photos = ["photo"] * bool(self._writing.photos.of(self._entries()))
        begins = [] if notes or not self._desk.can_write else ["pencil"]
        return tuple(dict.fromkeys((*private, *flags, *photos, *begins)))

    def _entries(self) -> tuple[UUID, ...]:
        if len(self._card.times) < 2:
            return entries_of_card(self._card)
        practice = self._time.practice if self._time else None
        return (*((practice.id,) if practice else ()), *(note.id for note in self._notes.notes))

    def show_timer(self) -> None:
        """Show where the timer runs now."""
        if self._writing.timer is not None:
            self._rating.show_timer(self._writing.timer, self._card, self._time)

    def fill_in(self, length: timedelta | None) -> None:
        """Fill in how long it was, which is saved with one press."""
        self._rating.fill_in(length)

    def keep_typing(self) -> None:
        """Keep what is typed as a number, and save the note."""
        self.keep_number()
        self._notes.keep_typing()

    def keep_without(self, times: Sequence[TimeOfCard]) -> None:
        """Save or keep what is typed, before this line goes: the times are these by now."""
        practice = self._time.practice if self._time is not None else None
        if practice is not None and all(time.practice != practice for time in times):
            self._notes.forget_time()
        self.keep_typing()

    def close_down(self) -> None:
        """Write nothing any more: another line, day or child follows."""
        self.setEnabled(False)  # keys that are on their way write nothing here any more
        self._notes.close()

    def keep_number(self) -> None:
        """Keep what is typed as a number and not written, so that it stands here again later."""
        self._pause.stop()  # the journal may be closed before it would ring
        unfinished = self.unfinished()
        if self._kept_at and self._kept_at not in unfinished:
            self._writing.keep_draft(self._kept_at, "")
        for place, typed in unfinished.items():
            self._writing.keep_draft(place, typed)
        self._kept_at = next(iter(unfinished), "")

    def unfinished(self) -> dict[str, str]:
        """Return what is typed as a number and not written, under the place where it is kept."""
        typed = self._rating.unsaid()
        return {self._number_place(): typed} if typed else {}

    def unsaved(self) -> str | None:
        """Return what was pressed here and waits to be saved; None where nothing waits."""
        places = places_of_line(self._card, self._writing.day, self.number, self._notes.notes)
        return self._writing.unsaved(places)

    def _number_place(self) -> str:
        return draft_place(self._card.strategy.id, self._writing.day, self.number) + NUMBER

    def _on_typed(self) -> None:
        self._writing.replaces_waiting(self._number_place())
        self._show_text()
        self._pause.typed()

    def _take_up(self) -> None:
        """Go on with what was typed for the time that is asked."""
        place, waits = self._number_place(), self._pause.isActive()
        if self._rating.TYPED and place in self._writing.drafts and not waits:
            self._rating.take_up(self._writing.drafts[place])
            self._kept_at = place

    def _keep_with_note(self) -> None:
        """Let a typed number stand with the note where the plan asks for no number any more."""
        place, drafts = self._number_place(), self._writing.drafts
        if place in drafts and not self._rating.TYPED:
            note = place.removesuffix(NUMBER)
            text = "\n".join(filter(None, (drafts.get(note), drafts[place])))
            self._writing.keep_draft(note, text)
            self._writing.keep_draft(place, "")

    def _begin_anew(self) -> None:
        self._rating.settle()
        self._kept_at = ""

    def _may_rate(self) -> bool:
        """Return whether the time can be rated: an open one always can.

        What another home wrote stays theirs.
        """
        time = self._time
        if time is None or time.practice is None:
            return True
        return time.home is None and self._writing.may_change(time.practice)

    def _stays_said(self) -> str:
        """Return why the time stays as it is."""
        time = self._time
        if time is None or time.home is None or time.practice is None:
            return said.written_by_other_said(self._wording)
        who = name_said(self._wording, self._desk.journal.family(), time.practice.helper)
        return said.who_elsewhere(self._wording, time.home, who)

    # ------------------------------------------------------------------ what a person does

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Hand the focus on to the answers, or to the words where nothing can be answered.

        No focus proxy, since Tab would come to it as to one more part. In a field for a number the
        arrows count up and down, so there it is the words before it, too.
        """
        answers = not self._rating.TYPED and self._may_rate() and self._desk.can_write
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
        """Open the note field and go there."""
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
        if self._may_rate():
            self._rating.key(digit)
        else:
            announce(self, self._stays_said())

    def _on_rated(self, rating: Rating | None) -> None:
        """Write the time down, or its other rating."""
        self.answers.emit(self.number)
        if self._writing.rate(self._card, self._time, rating):
            self._rating.settle()
            self.keep_number()
            if self._writing.timer is not None:
                self._writing.timer.is_written(self._card)
        elif self._rating.TYPED:
            self.keep_number()
        self._show_again()

    def _on_did_it(self) -> None:
        if self._time is None or self._time.practice is None:
            self._on_rated(None)

    def _on_not_today(self) -> None:
        time = self._time
        if time is not None and time.practice is not None:
            self._writing.not_today_instead(self._card, time.practice)
        elif time is None or time.mark is None or time.mark.mark is not MarkKind.NOT_TODAY:
            self._writing.not_today(self._card, time)
        self._show_again()

    def _turn_not_today(self) -> None:
        """Say "not today" by its key, or take it back."""
        mark = self._time.mark if self._time is not None else None
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
            left_out = LeftOutWish(Period(day, day), wish, self._card.strategy.id)
            self._writing.leave_out(left_out, self._card.strategy.name)
        elif isinstance(wish, LineWish):
            self._of_menu()[wish]()
        self._show_again()

    def _of_menu(self) -> Mapping[LineWish, Callable[[], None]]:
        return {
            LineWish.DID_IT: self._on_did_it,
            LineWish.NOTE: self.open_note,
            LineWish.PHOTO: self._on_photos,
            LineWish.ONCE_MORE: self._on_once_more,
            LineWish.HOW: self.how_wanted.emit,
            LineWish.REMOVE: self._on_remove,
            LineWish.OTHER_DAYS: self._on_days_wanted,
        }

    def _on_days_wanted(self) -> None:
        self.days_wanted.emit(self._card.strategy.id)

    def _on_once_more(self) -> None:
        if self._time is not None and self._time.practice is not None:
            self.once_more.emit(self.number)

    def _on_remove(self) -> None:
        practice = self._time.practice if self._time is not None else None
        if practice is not None and self._writing.may_remove(practice):
            self._writing.remove(self._card, practice)
        elif self._time is not None and self._time.mark is not None:
            self._turn_not_today()

    def _choose_who(self) -> None:
        if self._time is not None and self._time.practice is not None:
            self._open_drawer()
            if self._extras is not None:
                self._extras.who.focus_choice()

    def _on_who(self, helper: UUID | None) -> None:
        if self._time is not None and self._time.practice is not None:
            self._writing.edit(self._card, done_by(self._time.practice, helper))
        self._show_again()

    def _on_where(self, practice: Practice) -> None:
        self._writing.edit(self._card, practice)

    def _on_photos(self) -> None:
        place = self._notes.photo_place()
        if place is not None:
            self._photos().open(place)

    def _on_given(self, data: QMimeData) -> None:
        place = self._notes.photo_place()
        if place is not None:
            self._photos().take(data, place)

    def _on_note_begins(self) -> None:
        self.notes_begin.emit(self.number)

    def _show_again(self) -> None:
        self.show_time(self._card, self._time, self._notes.notes)

    # ------------------------------------------------------------------ the drawer

    def _photos(self) -> CardPhotos:
        self._note_drawer()
        if self._extras is None:
            raise RuntimeError("the drawer has no parts")
        return self._extras.photos

    def _note_drawer(self) -> NoteDrawer:
        drawer = self._notes.drawer()
        if self._extras is None:
            self._extras = NoteExtras(self._desk, self.about, offers=not self._writing.FOR_HELPER)
            self._extras.who.chosen.connect(self._on_who)
            self._extras.where.changed.connect(self._on_where)
            self._extras.photos.button.clicked.connect(self._on_photos)
            if not self._writing.FOR_HELPER:
                drawer.panel.field.take_files()
                drawer.panel.field.given.connect(self._on_given)
                drawer.given.connect(self._on_given)
            self._extras.done.clicked.connect(self._on_done)
            drawer.key.connect(self._on_key)
            drawer.closed.connect(self._on_closed)
            self._text.overlay = drawer
            drawer.add(self._extras.photos, self._extras.row)
            self._extras.show(self._card, self._time, stays=not self._may_rate())
        self._extras.photos.show_photos(self._writing.photos.of(self._entries()))
        return drawer

    def _open_drawer(self) -> None:
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is covered now
        self._note_drawer().open_at(self._drawer_place())

    def _on_done(self) -> None:
        """Leave the note, which saves it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self) -> None:
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _drawer_place(self) -> DrawerPlace:
        """Return where the drawer lies: over the second line, or below all where that is narrow."""
        text, bar = self._text, self._rating
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        beside = bar.mapTo(self, QPoint(0, 0)).y() < text.mapTo(self, QPoint(0, text.height())).y()
        if not beside:
            return DrawerPlace(self.height(), 0, self.width())
        start = text.mapTo(self, QPoint(text.width() if mirrored else 0, 0)).x()
        wide = start if mirrored else self.width() - start
        answers = bar.mapTo(self, QPoint(bar.width() if mirrored else 0, 0)).x()
        free = (answers if mirrored else self.width() - answers) + px(6)
        return DrawerPlace(0, 0 if mirrored else start, wide, free, self.height() + px(2))

    def follow(self) -> None:
        """Take the drawer along: the line is elsewhere now."""
        if self._extras is not None:
            self._notes.drawer().follow(self._drawer_place())

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


def has_words(card: CardOfDay) -> bool:
    """Return whether the plan says anything of how a strategy is done."""
    said_of = card.plan.words
    return any(
        (said_of.what, said_of.how, said_of.when_where_who, said_of.why, said_of.how_we_know)
    )


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
