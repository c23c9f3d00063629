"""What a person tells and does on Today, each thing one step that can be undone."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import JournalError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote, with_other_privacy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import Rating
from homejournal.domain.records.record import Record
from homejournal.domain.today.day_page import TodayState
from homejournal.domain.today.strategy_cards import (
    CardOfDay,
    TimeOfCard,
    draft_place,
    routine_of,
)
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.texts import day_page as said
from homejournal.texts import labels as words
from homejournal.texts.display_names import name_said
from homejournal.ui.attachments.owners import PhotoPlace
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.editing import UnsavedStep
from homejournal.ui.day_rows.drafts import NUMBER, PRIVATE, TodayDrafts
from homejournal.ui.day_rows.photos import TodayPhotos

if TYPE_CHECKING:
    from homejournal.ui.day_rows.rating.timer import TodayTimer


@dataclass(frozen=True, slots=True)
class NoteText:
    """What stands in a note field: the words, what they are for, and whether for us alone."""

    text: str
    flags: tuple[Flag, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class NotePlace:
    """What a note hangs on; a moment hangs on the child and the day alone."""

    strategy: UUID | None = None
    practice: UUID | None = None


@dataclass(frozen=True, slots=True)
class LeftOutWish:
    """Days to leave out: one strategy or all, why, and the family's own words."""

    period: Period
    reason: LeftOutReason
    strategy: UUID | None = None
    words: str | None = None


def said_of(note: AnyNote | None) -> NoteText:
    """Return what a note says; an empty text where there is none."""
    if note is None:
        return NoteText("")
    flags = note.flags if isinstance(note, Note) else ()
    return NoteText(note.text.strip(), flags, isinstance(note, PrivateNote))


class TodayWriting(TodayDrafts):
    """Calls the services for one child and one day, and words each step for toast and undo."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.timer: TodayTimer | None = None
        """There once everything is loaded."""
        self._wording = desk.wording
        self.child: UUID | None = None
        self.named = ""
        """Whose name stands before the words of a step, where several children are shown."""
        self.day = desk.today()
        self.photos = TodayPhotos(desk)
        self._used = set[tuple[UUID, date]]()
        """What was used on a day for which it was not planned, and asks which time it was."""

    def rate(self, card: CardOfDay, time: TimeOfCard | None, rating: Rating | None) -> bool:
        """Write a time down with its rating, or change the rating of one that is written.

        Without a time it is once more, above the plan. Returns whether it was saved.
        """
        name = self._wording.own(card.strategy.name)
        kind = card.plan.rating.kind
        rated = said.rating_said(self._wording, kind, rating, card.plan.rating.unit)
        step = self._wording.text("{strategy}: {said}", strategy=name, said=rated)
        if time is not None and time.practice is not None:
            practice = replace(time.practice, rating=rating, rating_kind=kind)
            call = partial(self._desk.journal.days.edit, practice)
        else:
            told = self._practice_told(card, time, rating)
            call = partial(self._desk.journal.days.did_it, card.strategy.id, self.day, told)
        place = self._place(card, time)
        return self._do(step, partial(self._rated, call, place), place, pressed=rated)

    def use_anyway(self, card: CardOfDay) -> None:
        """Write down a strategy that is not planned that day; ask which of its named times."""
        if card.plan.slots:
            self._used.add((card.strategy.id, self.day))
            return
        name = self._wording.own(card.strategy.name)
        step = self._wording.text(
            "{strategy}: {said}", strategy=name, said=self._wording.text("did it")
        )
        told = PracticeTold(helper=self._desk.helper)
        self._do(step, partial(self._desk.journal.days.did_it, card.strategy.id, self.day, told))

    def asking(self, state: TodayState) -> TodayState:
        """Return the page of a day with what was used anyway, where its time is to be chosen."""
        return state.asking({strategy for strategy, day in self._used if day == state.day})

    def edit(self, card: CardOfDay, practice: Practice) -> bool:
        """Change who, which routine or when of a written practice."""
        return self._do(self._named(card), partial(self._desk.journal.days.edit, practice))

    def not_today(self, card: CardOfDay, time: TimeOfCard | None) -> bool:
        """Mark a time of the day, or the day of a strategy with one time, as not today."""
        slot = time.slot if time is not None and len(card.times) > 1 else None
        told = self._mark_told(strategy=card.strategy.id, slot=slot)
        step = self._wording.text("{name}: not today", name=self._wording.own(card.strategy.name))
        call = partial(self._desk.journal.days.not_today, self._known_child(), self.day, told)
        pressed = self._wording.text("not today")
        return self._do(step, call, self._place(card, time), pressed=pressed)

    def not_today_instead(self, card: CardOfDay, practice: Practice) -> bool:
        """Say "not today" of a time that was written; its notes and photos stay."""
        step = self._wording.text("{name}: not today", name=self._wording.own(card.strategy.name))
        slot = practice.slot if practice.slot in card.plan.slots else None
        told = self._mark_told(strategy=card.strategy.id, slot=slot)
        spare = self._spare_note(card.strategy.id)
        return self._do(
            step, partial(self._desk.journal.days.not_today_instead, practice, told, spare)
        )

    def leave_out(self, wish: LeftOutWish, strategy_name: str | None = None) -> bool:
        """Leave a strategy, or all of the child's, out on some days with a reason."""
        step, call = self.leaving_out(wish, strategy_name)
        place = draft_place(wish.strategy or self._known_child(), self.day) + NUMBER
        why = words.reason(self._wording, wish.reason)
        return self._desk.editing.do_or_wait(UnsavedStep(place, step, call, why))

    def leaving_out(
        self, wish: LeftOutWish, strategy_name: str | None
    ) -> tuple[str, Callable[[], Change]]:
        """Return the words of the step that leaves days out, and the call that does it."""
        why = words.reason(self._wording, wish.reason)
        step = self._wording.text("Left out: {reason}", reason=why)
        if strategy_name is not None:
            name = self._wording.own(strategy_name)
            step = self._wording.text("{name}: left out ({reason})", name=name, reason=why)
        told = self._mark_told(strategy=wish.strategy, reason=wish.reason, words=wish.words)
        left_out = self._desk.journal.days.left_out
        return self._of_child(step), partial(left_out, self._known_child(), wish.period, told)

    def take_back(self, mark: DayMark) -> bool:
        """Take a mark away: it was not "not today", or not left out, after all."""
        step = (
            self._wording.text("Taken away: not today")
            if mark.mark is MarkKind.NOT_TODAY
            else self._wording.text("Taken away: left out")
        )
        return self._remove(step, mark)

    def may_rate(self, time: TimeOfCard | None) -> bool:
        """Return whether a time can be rated: an open one always can.

        What another home wrote stays theirs.
        """
        if time is None or time.practice is None:
            return True
        return time.home is None and self.may_change(time.practice)

    def why_stays(self, time: TimeOfCard | None) -> str:
        """Return why a time that is written stays as it is."""
        if time is None or time.home is None or time.practice is None:
            return said.written_by_other_said(self._wording)
        who = name_said(self._wording, self._desk.journal.family(), time.practice.helper)
        return said.who_elsewhere(self._wording, time.home, who)

    def may_change(self, _practice: Practice) -> bool:
        """Return whether a practice can be rated anew here, or said to be somebody else's."""
        return True

    def may_remove(self, _entry: Practice | DayMark) -> bool:
        """Return whether a practice can be removed here, or a mark taken back."""
        return True

    def remove(self, card: CardOfDay, practice: Practice) -> bool:
        """Remove a practice with its notes; Undo brings both back."""
        name = self._wording.own(card.strategy.name)
        step = self._wording.text("{name}: answer removed", name=name)
        return self._remove(step, practice)

    def remove_note(self, note: AnyNote) -> bool:
        """Remove a note; Undo brings it back."""
        step = self._wording.text("Note removed")
        call = partial(self._desk.journal.records.delete, note.id)
        return self._do(step, call, f"note:{note.id}", pressed=step)

    def write_note(
        self, before: AnyNote | None, place: NotePlace, text: NoteText, draft: str
    ) -> bool:
        """Write a note, or change one; its unfinished text goes in the same step."""
        step = (
            self._wording.text("Private note saved")
            if text.private
            else self._wording.text("Note saved")
        )
        new = self._new_note(place)
        return self._do(step, partial(self._save_note, before, new, text, draft), draft)

    def photo_place(
        self,
        heading: str,
        entries: tuple[UUID, ...],
        entry: Practice | AnyNote | None,
        strategy: UUID | None = None,
    ) -> PhotoPlace:
        """Return where a photo goes: to the entry, else to a note of its own on this day."""
        spare = self._spare_note(strategy)
        return PhotoPlace(heading=heading, entries=entries, entry=entry, spare=spare)

    def _spare_note(self, strategy: UUID | None) -> Note:
        """Return the note on which a photo hangs where nothing else is written."""
        return Note(
            id=uuid4(),
            child=self._known_child(),
            day=self.day,
            text=self._wording.text("Photo"),
            strategy=strategy,
            helper=self._desk.helper,
        )

    def note_of_last_time(self, strategy: UUID) -> NoteText | None:
        """Return the words of the newest note on a strategy from an earlier day.

        What was private is offered as private; what a note was for is not taken along. Nothing is
        read before the slower part of the journal is loaded.
        """
        if not self._warm:
            return None
        with suppress(JournalError):
            note = self._desk.journal.last_time.note_before(strategy, self.day)
            if note is not None:
                return NoteText(note.text.strip(), private=isinstance(note, PrivateNote))
        return None

    def _save_note(
        self,
        before: AnyNote | None,
        new: Callable[..., Note],
        text: NoteText,
        draft: str,
    ) -> Change:
        notes, kept_at = self._desk.journal.notes, f"{self.DRAFTS}{draft}"
        after = self._note(before, new, text)
        if before is None:
            change = notes.write(after, draft=kept_at)
        else:
            change = notes.edit(before, after, draft=kept_at)
        self.drafts.pop(draft, None)
        if self.is_private(draft):
            self.keep_draft(draft + PRIVATE, "")
        return change

    def _rated(self, call: Callable[[], Change], place: str) -> Change:
        """Write a rating; a number that was kept while it was typed is not unfinished any more."""
        change = call()
        if place in self.drafts:
            self.keep_draft(place, "")
        return change

    def _new_note(self, place: NotePlace) -> Callable[..., Note]:
        """Return what makes a new note of its `text`: of now, also where it has to wait."""
        return partial(
            Note,
            id=uuid4(),
            child=self._known_child(),
            day=self.day,
            practice=place.practice,
            strategy=place.strategy,
            helper=self._desk.helper,
        )

    @staticmethod
    def _note(before: AnyNote | None, new: Callable[..., Note], text: NoteText) -> AnyNote:
        """Return the note as it is to be; its checks run here, where a failure is told."""
        note: AnyNote = (
            replace(before, text=text.text) if before is not None else new(text=text.text)
        )
        if isinstance(note, PrivateNote) is not text.private:
            note = with_other_privacy(note)
        return replace(note, flags=text.flags) if isinstance(note, Note) else note

    def _practice_told(
        self, card: CardOfDay, time: TimeOfCard | None, rating: Rating | None
    ) -> PracticeTold:
        slot = time.slot if time is not None else None
        routine = routine_of(card.routines, slot)
        return PracticeTold(rating=rating, slot=slot, routine=routine, helper=self._desk.helper)

    def _mark_told(
        self,
        *,
        strategy: UUID | None,
        slot: str | None = None,
        reason: LeftOutReason | None = None,
        words: str | None = None,
    ) -> MarkTold:
        return MarkTold(
            strategy=strategy, slot=slot, reason=reason, words=words, helper=self._desk.helper
        )

    def _remove(self, step: str, record: Record) -> bool:
        return self._do(step, partial(self._desk.journal.records.delete, record.id))

    def _named(self, card: CardOfDay) -> str:
        return self._wording.text("Saved: {name}", name=self._wording.own(card.strategy.name))

    def _known_child(self) -> UUID:
        if self.child is None:
            raise RuntimeError("no child is shown")
        return self.child

    def _of_child(self, step: str) -> str:
        """Return the words of a step with the child's name, where several children are shown."""
        if not self.named:
            return step
        return self._wording.text("{child}: {said}", child=self.named, said=step)

    def _place(self, card: CardOfDay, time: TimeOfCard | None) -> str:
        """Return the place of what is said of a time; without one it is once more."""
        number = time.number if time is not None else len(card.times) + 1
        return draft_place(card.strategy.id, self.day, number) + NUMBER

    def _do(
        self, step: str, call: Callable[[], Change], place: str = "", *, pressed: str = ""
    ) -> bool:
        """Do a step; with a place it waits there where the disk refuses it."""
        editing, words = self._desk.editing, self._of_child(step)
        if not place:
            return editing.do(words, call) is not None
        return editing.do_or_wait(UnsavedStep(place, words, call, pressed))
