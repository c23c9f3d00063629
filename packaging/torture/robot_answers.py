"""Which answers a step may write, change or take away: what the person meant, and nothing else."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Record
from torture.robot_eyes import Seen, SeenCard
from torture.robot_means import LEVELS, Deed, Meaning


def wrong_answers(meant: Meaning, before: Seen, after: Seen) -> str:
    """Return what was written that nobody asked for, or is not there; "" where all is as meant."""
    if meant.deed in {Deed.UNDO, Deed.REDO}:
        return ""  # the whole journal is compared
    old, new = before.written.said, after.written.said
    changes = Changes(
        [new[one] for one in new.keys() - old.keys()],
        [old[one] for one in old.keys() - new.keys()],
        [(old[one], new[one]) for one in old.keys() & new.keys() if old[one] != new[one]],
    )
    card = before.cards.get(meant.card)
    if not any(changes):
        lacks = card is not None and meant.sure and _has_to_write(meant, card)
        return f"nothing is written: {meant}" if lacks else ""
    if card is None or meant.deed not in _RULES:
        return f"nobody asked for it: {changes}"
    return _RULES[meant.deed](before, card, changes, meant)


def may_answer(meant: Meaning, before: Seen) -> bool:
    """Return whether what is typed may begin with an answer: a digit on a card without one."""
    card = before.cards.get(meant.card)
    in_note = before.focus.kind == "note"
    return not in_note and card is not None and card.practice is None and meant.words[:1].isdigit()


def answered(before: Seen, after: Seen) -> bool:
    """Return whether an answer was written."""
    return len(after.written.practices) > len(before.written.practices)


class Changes(NamedTuple):
    """Answers that are new, that are gone, and that are others than before."""

    added: list[Record]
    gone: list[Record]
    changed: list[tuple[Record, Record]]


def _has_to_write(meant: Meaning, card: SeenCard) -> bool:
    if meant.deed is Deed.ANSWER:
        level = LEVELS[meant.words]
        return card.practice is None or (level is not None and card.practice.rating != level)
    if meant.deed is Deed.NOT_TODAY:
        return card.mark is None
    return meant.deed in {Deed.WHO, Deed.ONCE_MORE}


def _typed(before: Seen, card: SeenCard, changes: Changes, meant: Meaning) -> str:
    """Only a digit answers, and only on a card without an answer."""
    if not may_answer(meant, before):
        return f"typing writes an answer: {changes}"
    return _first(before, card, changes, unicodedata.digit(meant.words[0]))


def _answered(before: Seen, card: SeenCard, changes: Changes, meant: Meaning) -> str:
    if card.practice is not None:
        return _only_changed(changes, card.practice, "rating")
    return _first(before, card, changes, LEVELS[meant.words])


def _first(before: Seen, card: SeenCard, changes: Changes, level: int | None) -> str:
    """One time is written, as it was said, by who said so; at most its "not today" goes."""
    marks = {card.mark.id} if card.mark is not None else set()
    if (
        changes.changed
        or len(changes.added) != 1
        or not {record.id for record in changes.gone} <= marks
    ):
        return f"more or less than one answer: {changes}"
    (made,) = changes.added
    if not isinstance(made, Practice) or _time_of(made) != (card.strategy, before.day, card.slot):
        return f"the answer is for another time: {made}"
    if made.rating != level and not (level == 1 and made.rating_kind is RatingKind.NONE):
        return f"the answer is another one: {made}"
    kept = card.mark.helper if card.mark is not None else None
    if made.helper not in {before.helper or kept, kept or before.helper}:
        return f"the answer is another person's: {made}"
    return ""


def _marked(before: Seen, card: SeenCard, changes: Changes, meant: Meaning) -> str:
    """Its key turns it while nothing is written; its answer takes the place of what is written."""
    by_key = meant.words == "Alt+N"
    if card.mark is not None:
        taken_back = by_key and changes == ([], [card.mark], [])
        return "" if taken_back else f"“not today” stands there already: {changes}"
    slot = card.slot if card.times > 1 else None
    same = (card.strategy, before.day, slot)
    kept = [
        record
        for record in changes.gone
        if record != card.practice
        and not (isinstance(record, DayMark) and _time_of(record) == same)
    ]
    right = card.practice is None or (not by_key and card.practice in changes.gone)
    if len(changes.added) != 1 or kept or changes.changed or not right:
        return f"more or less than one “not today”: {changes}"
    (made,) = changes.added
    right = isinstance(made, DayMark) and (
        (made.mark, *_time_of(made), made.helper)
        == (MarkKind.NOT_TODAY, card.strategy, before.day, slot, before.helper)
    )
    return "" if right else f"“not today” is for another time: {made}"


def _once_more(before: Seen, card: SeenCard, changes: Changes, _meant: Meaning) -> str:
    # Of times without names the next one is filled, also where it was "not today" before.
    same = (card.strategy, before.day, None)
    marks = [one for one in changes.gone if isinstance(one, DayMark) and _time_of(one) == same]
    if len(changes.added) != 1 or changes.gone != marks or changes.changed:
        return f"once more is more or less than once: {changes}"
    (made,) = changes.added
    people = {before.helper} if before.helper else {None, *(mark.helper for mark in marks)}
    right = (
        isinstance(made, Practice)
        and (*_time_of(made), made.rating) == (card.strategy, before.day, card.slot, None)
        and made.helper in people
    )
    return "" if right else f"once more is for another time: {made}"


def _who(_before: Seen, card: SeenCard, changes: Changes, _meant: Meaning) -> str:
    if card.practice is None:
        return f"nobody did what is not written: {changes}"
    return _only_changed(changes, card.practice, "helper")


def _removed(_before: Seen, card: SeenCard, changes: Changes, _meant: Meaning) -> str:
    right = changes == ([], [card.practice or card.mark], [])
    return "" if right else f"another time is removed than the one shown: {changes}"


def _only_changed(changes: Changes, practice: Practice, what: str) -> str:
    """Only this is changed of one time, and nothing else at all."""
    added, gone, changed = changes
    names = ("strategy", "day", "slot", "rating", "helper", "routine", "time")
    others = {
        name for old, new in changed for name in names if getattr(old, name) != getattr(new, name)
    }
    if added or gone or {record.id for record, _ in changed} != {practice.id} or others != {what}:
        return f"not only the {what} is another one: {changes}"
    return ""


def _time_of(told: Practice | DayMark) -> tuple[UUID | None, date, str | None]:
    return told.strategy, told.day, told.slot


_RULES: Mapping[Deed, Callable[[Seen, SeenCard, Changes, Meaning], str]] = {
    Deed.ANSWER: _answered,
    Deed.TYPE: _typed,
    Deed.NOT_TODAY: _marked,
    Deed.WHO: _who,
    Deed.ONCE_MORE: _once_more,
    Deed.REMOVE: _removed,
}
