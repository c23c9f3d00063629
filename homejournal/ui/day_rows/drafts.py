"""Unfinished words of a day: kept in the journal while somebody types, and there again later."""

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from homejournal.domain.errors import JournalError
from homejournal.domain.today.strategy_cards import OF_HELPER
from homejournal.ui.base.drafts import TypingPause
from homejournal.ui.base.editing import Unfinished, UnsavedStep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtCore import QObject

    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.rating.answers import RatingPart

PRIVATE = ":private"
"""Stands behind the place of a note: there it is kept that its unfinished text is private."""

NUMBER = ":number"
"""Stands behind the place of a note where it is that of a rating, or of a number being typed."""


class TodayDrafts:
    """Knows the unfinished words that stand on Today, by their places, and keeps them."""

    FOR_HELPER: ClassVar[bool] = False
    """Whether somebody writes who sees nothing of before: no photos, no other days."""
    DRAFTS: ClassVar[str] = ""
    """What stands before the places under which unfinished text is kept in the journal."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._unfinished = Unfinished() if self.FOR_HELPER else desk.editing.unfinished
        self._warm = False

    @property
    def drafts(self) -> dict[str, str]:
        """Unfinished text by its place."""
        return self._unfinished.texts

    def keep_draft(self, place: str, text: str) -> None:
        """Keep unfinished text, or drop it when there is none; a full disk is told on saving.

        Where a damage was found while it was typed, nothing is kept any more: it is at risk.
        """
        drafts, unkept = self.drafts, self._unfinished.unkept
        is_new = drafts.get(place, "") != text
        if text:
            drafts[place] = text
        else:
            drafts.pop(place, None)
        if not self._desk.can_write:
            if is_new:
                unkept.add(place)
            return
        try:
            if text:
                self._desk.journal.drafts.keep(f"{self.DRAFTS}{place}", text)
            else:
                self._desk.journal.drafts.drop(f"{self.DRAFTS}{place}")
            unkept.discard(place)
        except JournalError:
            unkept.add(place)

    def keep_note(self, place: str, text: str, *, private: bool) -> None:
        """Keep the unfinished text of a note, and that it is private."""
        self.keep_draft(place, text)
        mark = place + PRIVATE
        if mark in self.drafts or (private and text):
            self.keep_draft(mark, "private" if private and text else "")

    def replaces_waiting(self, place: str) -> None:
        """Take notice that something else is being said at a place than what waits there."""
        self._desk.editing.unfinished.waits.pop(place, None)

    def unsaved(self, places: "Iterable[str]") -> str | None:
        """Return what was pressed at these places and waits to be saved; empty if it was typed.

        It is None if nothing waits.
        """
        found = [self.waits[place].pressed for place in places if place in self.waits]
        return self._desk.wording.line_of(found) if found else None

    @property
    def waits(self) -> "Mapping[str, UnsavedStep]":
        """What was said on Today and waits to be written, by its place."""
        return self._desk.editing.unfinished.waits

    def is_private(self, place: str) -> bool:
        """Return whether the unfinished text of a place was to be a private note."""
        return place + PRIVATE in self.drafts

    def at_risk(self) -> frozenset[str]:
        """Return the unfinished texts that not even the journal's drafts could take."""
        drafts, unkept = self.drafts, self._unfinished.unkept
        return frozenset(f"{place} {drafts[place]}" for place in unkept if place in drafts)

    def take_up_drafts(self) -> None:
        """Read the unfinished text that is kept in the journal; what it could not take stays.

        What a helper could not finish is the family's now, where none of its own stands there.
        """
        self._warm = True
        kept = self._desk.journal.drafts
        with suppress(JournalError):
            found = kept.kept()
            left = {place: place.removeprefix(OF_HELPER) for place in found}
            free = {old: new for old, new in left.items() if new not in found}
            if free:
                kept.move(free)
                found = kept.kept()
            texts, unkept = self.drafts, self._unfinished.unkept
            here = {place: texts[place] for place in unkept if place in texts}
            texts.clear()
            texts.update(found | here)


class NumberDraft:
    """What is typed on a line as a number and not written, so that it stands there again later.

    `place` returns where a new note of the line is kept; a number is kept beside it.
    """

    def __init__(
        self, drafts: TodayDrafts, rating: "RatingPart", place: "Callable[[], str]", line: "QObject"
    ) -> None:
        self._drafts, self._rating, self._place = drafts, rating, place
        self._kept_at = ""
        self.pause = TypingPause(self.keep, line)

    def typed(self) -> None:
        """Take notice that something more is typed."""
        self._drafts.replaces_waiting(self._number_place())
        self.pause.typed()

    def unfinished(self) -> dict[str, str]:
        """Return what is typed and not written, under the place where it is kept."""
        typed = self._rating.unsaid()
        return {self._number_place(): typed} if typed else {}

    def keep(self) -> None:
        self.pause.stop()  # the journal may be closed before it would ring
        unfinished = self.unfinished()
        if self._kept_at and self._kept_at not in unfinished:
            self._drafts.keep_draft(self._kept_at, "")
        for place, typed in unfinished.items():
            self._drafts.keep_draft(place, typed)
        self._kept_at = next(iter(unfinished), "")

    def forget_written(self) -> None:
        """Begin anew where the number was written on another page."""
        if self._kept_at and self._kept_at not in self._drafts.drafts:
            self._rating.settle()
            self._kept_at = ""

    def take_up(self) -> None:
        """Go on with what was typed for the time that is asked."""
        place, waits = self._number_place(), self.pause.isActive()
        if self._rating.TYPED and place in self._drafts.drafts and not waits:
            self._rating.take_up(self._drafts.drafts[place])
            self._kept_at = place

    def hand_to_note(self) -> None:
        """Let a number stand with the note where the plan asks for no number any more."""
        place, drafts = self._number_place(), self._drafts.drafts
        if place in drafts and not self._rating.TYPED:
            note = place.removesuffix(NUMBER)
            text = "\n".join(filter(None, (drafts.get(note), drafts[place])))
            self._drafts.keep_draft(note, text)
            self._drafts.keep_draft(place, "")

    def _number_place(self) -> str:
        return self._place() + NUMBER
