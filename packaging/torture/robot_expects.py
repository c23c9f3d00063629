"""What a person expects of the window, step by step.

* An answer is written only where one was given, and just that one (`robot_answers`).
* Each text that was typed stands in one note, field or draft, for its own day and strategy.
* What it is for, and that it is private, changes only by a press on just that.
* Undo takes back the last thing said and nothing else; Redo brings it again.
* After Today the day is today. "Saved" never stands on a card with words that are not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homejournal.domain.records.notes import AnyNote, Flag
from homejournal.ui.base.editing import UNDO_STEPS
from torture.robot_answers import answered, may_answer, wrong_answers
from torture.robot_eyes import Field, Seen, SeenCard, Written, said_by
from torture.robot_means import Deed, Meaning

_TURNING = frozenset({Deed.UNDO, Deed.REDO, Deed.IN_FIELD})


@dataclass(slots=True)
class Word:
    """A text that was typed, what it is for by now, and what stood on the card then."""

    text: str
    private: bool
    flags: frozenset[Flag]
    day: date
    strategy: UUID | None
    practice: UUID | None
    is_there: bool = True
    """Whether it has to be somewhere: a person may take it back."""

    def in_any(self, texts: Iterable[str]) -> bool:
        """Return whether it stands in one of these texts."""
        return any(self.text in text for text in texts)


class Expectations:
    """Follows one journal from its beginning."""

    def __init__(self, written: Written) -> None:
        self.words: list[Word] = []
        self._states, self._at = [written], 0

    def after(self, meant: Meaning, before: Seen, after: Seen, states: Sequence[Written]) -> str:
        """Return what is not as a person would expect; "" where all is well.

        `states` are those that the journal went through with this step.
        """
        if meant.deed is Deed.RESTART:
            self._states, self._at = [after.written], 0
        wrong = wrong_answers(meant, before, after)
        wrong = wrong or self._turned(meant, before, after, states)
        wrong = wrong or self._pressed(meant, before, after)
        self._typed(meant, before, after)
        return wrong or self._words_stand(after) or self._looks(meant, before, after)

    def leaves(self, text: str) -> str:
        """Return which private word is in what goes to others; "" where none is."""
        private = [word for word in self.words if word.private and word.text in text]
        return f"a private word leaves the home: {private}" if private else ""

    def _typed(self, meant: Meaning, before: Seen, after: Seen) -> None:
        if meant.deed is not Deed.TYPE:
            return
        field, card = before.fields[meant.card], before.cards.get(meant.card)
        digit = may_answer(meant, before) and answered(before, after)
        text = meant.words[1:].strip() if digit else meant.words
        practice = card.practice.id if card is not None and card.practice is not None else None
        strategy = card.strategy if card is not None else None
        flags = frozenset() if field.private else field.flags
        self.words.append(Word(text, field.private, flags, before.day, strategy, practice))

    def _pressed(self, meant: Meaning, before: Seen, after: Seen) -> str:
        """Follow what is pressed beside a note."""
        was = before.fields.get(meant.card)
        if was is None or meant.deed not in {Deed.FLAG, Deed.PRIVATE, Deed.SAVE}:
            if meant.deed in {Deed.REMOVE_NOTE, Deed.REMOVE}:
                self._let_go(_gone(before.written, after.written))
            removed = before.written.practices.keys() - after.written.practices.keys()
            if was is not None and meant.deed is Deed.REMOVE and removed:
                self._let_go([was.text])  # saved by leaving the field, it goes with its answer
            return ""
        now = after.fields.get(meant.card)
        if meant.deed is Deed.SAVE:
            told = [note.text for note in after.written.notes.values()]
            lost = [one for one in self._in([was.text]) if not one.in_any(told)]
            return f"not saved: {lost}" if lost else ""
        if now is None:
            return "the field is gone"
        if meant.deed is Deed.PRIVATE and now.private is was.private:
            return "Private does not turn"
        for word in self._in([was.text]):
            word.private, word.flags = now.private, now.flags
        return ""

    def _turned(self, meant: Meaning, before: Seen, after: Seen, states: Sequence[Written]) -> str:
        """Follow what is taken back and done again."""
        if meant.deed is Deed.IN_FIELD and meant.card in before.fields:
            now = [one.text for one in (*after.fields.values(), *after.written.notes.values())]
            was, field = before.fields[meant.card], after.fields.get(meant.card)
            for word in self._in([was.text]):
                word.is_there = word.in_any(now)
                if field is not None and field.text == was.text and not was.private:
                    # What it is for was the last thing said there, not words.
                    word.private, word.flags = field.private, field.flags
        if meant.deed not in {Deed.UNDO, Deed.REDO}:
            for state in states:
                self._push(state)
            return ""
        unsaid = self._unsaid(before)
        if meant.deed is Deed.REDO and unsaid:
            return self._not_again(unsaid, before, after, states)
        return self._taken_back(meant, before, after, states)

    def _not_again(
        self, unsaid: Sequence[Field], before: Seen, after: Seen, states: Sequence[Written]
    ) -> str:
        """After something new is said nothing is left to do again; it may be saved."""
        for state in states:
            self._push(state)
        new = {field.text.strip() for field in unsaid}
        others = [
            gone_note
            for gone_note in _gone_notes(after.written, before.written)
            if gone_note.text.strip() not in new
        ]
        passes = others or after.written.said != before.written.said
        return "REDO passes over words that are not saved" if passes else ""

    def _taken_back(
        self, meant: Meaning, before: Seen, after: Seen, states: Sequence[Written]
    ) -> str:
        """Compare the journal with what stood there before the last thing said, or after it.

        Words that are not saved are the last thing said. They may be saved first, and then go.
        """
        unsaid = self._unsaid(before)
        back = self._states[max(self._at - 1, 0)]
        told = meant.words in {"toast", "Undo"}
        if after.written != back and _without_saved(unsaid, after.written, told=told) == back:
            self._at = max(self._at - 1, 0)
            self._push(after.written)
            self._let_go(_gone(before.written, after.written))
            return ""
        ticked = any(
            not one.text.strip() and (one.private or one.flags) for one in before.fields.values()
        )
        turned = [one for name, one in before.fields.items() if after.fields.get(name) != one]
        on_screen = unsaid or ticked or turned
        for state in states[:-1] if unsaid else ():
            self._push(state)
        to = self._at + (1 if meant.deed is Deed.REDO else -1)
        to = to if 0 <= to < len(self._states) else self._at
        if after.written != self._states[to if states or not on_screen else self._at]:
            return f"{meant.deed.name} brings something else than stood there"
        if unsaid and meant == Meaning(Deed.UNDO) and after.written.said != before.written.said:
            return "UNDO passes over words that are not saved"
        self._let_go(_gone(before.written, after.written))
        self._follow(_gone_notes(after.written, before.written))
        for field in (*unsaid, *(() if states else turned)):
            self._adopt(field, before.written, after.fields.values())
        self._at = to if states else self._at
        return ""

    def _follow(self, notes: Sequence[AnyNote]) -> None:
        """Take over what was taken back and stands there again: as it was, so it is once more."""
        for note in notes:
            _, private, flags = said_by(note)
            for word in self._in([note.text]):
                if not word.is_there:
                    word.private, word.flags, word.is_there = private, flags, True

    def _adopt(self, field: Field, stood: Written, now: Iterable[Field]) -> None:
        """Take over what is left of words that were not saved, and what they are for.

        They stay private unless they stood in a shared note, which they are again.
        """
        for word in self._in([field.text]):
            there = next((one for one in now if word.text in one.text), None)
            word.is_there = there is not None
            if there is not None:
                was = any(there.says(note) for note in stood.notes.values())
                word.private = there.private or (word.private and not was)
                word.flags = there.flags

    def _push(self, state: Written) -> None:
        if state != self._states[self._at]:
            self._states[self._at + 1 :] = [state]
            self._states = self._states[-UNDO_STEPS - 1 :]
            self._at = len(self._states) - 1

    def _let_go(self, texts: Sequence[str]) -> None:
        for word in self._in(texts):
            word.is_there = False

    def _in(self, texts: Sequence[str]) -> list[Word]:
        return [word for word in self.words if word.in_any(texts)]

    def _unsaid(self, seen: Seen) -> list[Field]:
        """Return the fields with words that a person has typed and no note says."""
        notes = seen.written.notes.values()
        return [
            field
            for field in seen.fields.values()
            if any(word.is_there for word in self._in([field.text]))
            and not any(field.says(note) for note in notes)
        ]

    def _words_stand(self, seen: Seen) -> str:
        """Look for each word: it stands somewhere, once, and is as private as it was said."""
        for word in self.words:
            notes = [note for note in seen.written.notes.values() if word.text in note.text]
            fields = [field for field in seen.fields.values() if word.text in field.text]
            wrong = _shared(word, notes, fields) or (
                _stands(word, notes, fields, seen) if word.is_there else ""
            )
            if wrong:
                return f"{wrong}: {word}"
        return ""

    def _looks(self, meant: Meaning, before: Seen, after: Seen) -> str:
        """Compare what the window says with what is so."""
        if meant.deed is Deed.TODAY and (after.page, after.day) != ("today", after.today):
            return f"Today is not today: {after.page} of {after.day}"
        if not after.title.startswith(after.page_title):
            return f"the window's title lags behind: {after.title!r} over {after.page_title!r}"
        card, was = after.cards.get(meant.card), before.cards.get(meant.card)
        told = meant.deed in {Deed.ANSWER, Deed.NOT_TODAY} and after.written != before.written
        if told and card is not None and was is not None and _is_left(meant, was, card):
            return f"another time is shown than the one just told: {meant.card}"
        unsaid = self._unsaid(after)
        for name, field in after.fields.items():
            if field in unsaid and name in after.cards and after.cards[name].says_saved:
                return f"“Saved” stands over words that are not: {name} {field}"
        return _asked_by_nobody(meant, before, after, self.words)


def _is_left(meant: Meaning, was: SeenCard, now: SeenCard) -> bool:
    """Return whether a card does not show any more what was just told there."""
    if meant.deed is Deed.ANSWER:
        was_told = was.practice is not None
        return now.practice is None or (was_told and was.number != now.number)
    return meant.words == "Not today" and now.mark is None


def _gone_notes(old: Written, new: Written) -> list[AnyNote]:
    """Return the notes that are gone, or are others by now."""
    return [note for one, note in old.notes.items() if new.notes.get(one) != note]


def _without_saved(unsaid: Sequence[Field], now: Written, *, told: bool) -> Written:
    """Return what is written but for words that were saved because their line went elsewhere.

    Their time was taken back, and they are about the strategy alone by now; or, where it was `told`
    what Undo takes back, another time came before theirs.
    """
    kept = {
        key: note
        for key, note in now.notes.items()
        if not (told or note.practice is None) or not any(field.says(note) for field in unsaid)
    }
    return replace(now, notes=kept)


def _gone(old: Written, new: Written) -> list[str]:
    return [note.text for note in _gone_notes(old, new)]


def _shared(word: Word, notes: Sequence[AnyNote], fields: Sequence[Field]) -> str:
    """Tell of a private word in a field or a note that is not; one made private now waits."""
    if not word.private:
        return ""
    if any(not field.private for field in fields):
        return "a private word stands in a field that is not"
    if any(not said_by(note)[1] for note in notes) and not fields:
        return "a private word is in a shared note"
    return ""


def _stands(word: Word, notes: Sequence[AnyNote], fields: Sequence[Field], seen: Seen) -> str:
    drafts = [place for place, text in seen.drafts.items() if word.text in text]
    if not (notes or fields or drafts):
        return "a word vanished"
    if len(notes) > 1 or len(fields) > 1:
        return "a word is there twice"
    if fields:
        (field,) = fields
        flags = field.flags
        same = (word.private, word.flags) == (field.private, flags)
        return "" if same else f"a word changed what it is for: {field}"
    for note in notes:
        if (word.private, word.flags) != said_by(note)[1:]:
            return f"a word changed what it is for: {note}"
        if any(place != f"note:{note.id}" for place in drafts):
            return f"a word is in a note and waits as another one: {drafts}"
    return ""


def _asked_by_nobody(meant: Meaning, before: Seen, after: Seen, words: Sequence[Word]) -> str:
    """Tell of a new note that nobody typed, or not for that day, that strategy and that time."""
    if meant.deed in _TURNING:
        return ""
    for one in after.written.notes.keys() - before.written.notes.keys():
        note = after.written.notes[one]
        holds = [word for word in words if word.text in note.text]
        if not holds:
            return f"a note that nobody wrote: {note}"
        for word in holds:
            if (note.day, note.strategy) != (word.day, word.strategy):
                return f"a note is for another day or strategy: {note} {word}"
        practices = {word.practice for word in holds}
        there = len(practices) == 1 and practices <= after.written.practices.keys()
        if there and note.practice not in practices:
            return f"a note is for another time: {note} {holds}"
    return ""
