"""A cell of a week: what is typed into it, and the records that it becomes.

Only the difference is written. A rating typed over another one corrects that entry, which keeps its
first writing, its time, its routine and its notes. A mark may stand for more than one cell: for all
times of a day, or for all strategies. Such a mark goes only where that was said twice, and a mark
of another home never goes.

Several times stand one after the other: "12" or "1 2" are two levels, "5 5.5" two numbers. Which
letter means what is a matter of the language, so it is handed in.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from homejournal.domain.records.codec import decimal_text
from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import Rating, RatingKind, Tries, levels_of
from homejournal.domain.text_rules import plain_digits, read_number
from homejournal.domain.today.strategy_cards import routine_of
from homejournal.domain.today.week_grid import WeekCell

MOST_TIMES = 20
"""So many times a day at most can be typed into one cell."""
MOST_NUMBER = 999_999
MOST_DECIMALS = 2
_TRIES = re.compile(r"(\d{1,6})/(\d{1,6})")
_PARTED = re.compile(r"[\s;+]+")
_STROKES = re.compile(r"(\d{1,6})[x×]?")


class Answer(StrEnum):
    """What one letter says beside the reasons why a day is left out."""

    DID_IT = "did_it"
    NOT_TODAY = "not_today"


Letters = Mapping[str, Answer | LeftOutReason]
"""What each letter of a language says; small letters."""


class CellFault(StrEnum):
    """Why what was typed cannot be read."""

    LETTER = "letter"
    LEVEL = "level"
    NUMBER = "number"
    TRIES = "tries"
    STROKES = "strokes"
    TOO_MANY = "too_many"
    TWO_ANSWERS = "two_answers"


class UnreadableCellError(Exception):
    """What was typed says nothing in this cell."""

    def __init__(self, fault: CellFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True, kw_only=True)
class CellInput:
    """What a cell is to say: each time with its rating or None, then a mark for what is open.

    With neither it is to say nothing.
    """

    times: tuple[Rating | None, ...] = ()
    mark: MarkKind | None = None
    reason: LeftOutReason | None = None


BLANK = CellInput()


def input_of(answer: Answer | LeftOutReason) -> CellInput:
    """Return what one letter says."""
    match answer:
        case Answer.DID_IT:
            return CellInput(times=(None,))
        case Answer.NOT_TODAY:
            return CellInput(mark=MarkKind.NOT_TODAY)
        case _:
            return CellInput(mark=MarkKind.LEFT_OUT, reason=answer)


def answer_of(mark: DayMark) -> Answer | LeftOutReason:
    """Return which letter stands for a mark."""
    if mark.mark is MarkKind.NOT_TODAY:
        return Answer.NOT_TODAY
    return mark.reason or LeftOutReason.OTHER


def read_cell(text: str, kind: RatingKind, letters: Letters) -> CellInput:
    """Return what a text says where this kind is rated; raises UnreadableCellError."""
    times: list[Rating | None] = []
    mark = BLANK
    for part in _parts(text):
        if mark is not BLANK:
            raise UnreadableCellError(CellFault.TWO_ANSWERS)
        answer = letters.get(part)
        if answer is None:
            times += _ratings_in(part, kind)
        elif answer is Answer.DID_IT:
            times.append(None)
        else:
            mark = input_of(answer)
    if len(times) > MOST_TIMES:
        raise UnreadableCellError(CellFault.TOO_MANY)
    if times and mark.mark is MarkKind.LEFT_OUT:
        raise UnreadableCellError(CellFault.TWO_ANSWERS)
    return CellInput(times=tuple(times), mark=mark.mark, reason=mark.reason)


def is_whole(letter: str, kind: RatingKind, letters: Letters) -> bool:
    """Say whether one letter or digit is all that a cell needs, so that typing can go on."""
    part = plain_digits(letter.strip().casefold())
    if part in letters:
        return True
    levels = levels_of(kind)
    return part in {str(level) for level in levels} or (kind is RatingKind.NONE and part == "1")


def cell_text(cell: WeekCell, letters: Letters) -> str:
    """Return a cell's value as the text that one would type for it."""
    letter_of = {answer: letter for letter, answer in letters.items()}
    did = letter_of.get(Answer.DID_IT, "")
    ratings = [practice.rating for practice in cell.practices]
    said = [rating_text(rating, did) for rating in ratings]
    if cell.rating.kind is RatingKind.NONE and len(said) > 1 and set(ratings) == {None}:
        said = [str(len(said))]
    if cell.mark is not None:
        said.append(letter_of.get(answer_of(cell.mark), ""))
    return " ".join(said)


def rating_text(rating: Rating | None, did_it: str) -> str:
    """Return a rating as it is typed; without one, the letter for "did it"."""
    if rating is None:
        return did_it
    if isinstance(rating, Tries):
        return f"{rating.took}/{rating.of}"
    return str(rating) if isinstance(rating, int) else decimal_text(rating)


def _parts(text: str) -> list[str]:
    plain = re.sub(r"\s*/\s*", "/", plain_digits(text.strip().casefold()))
    return [part for part in _PARTED.split(plain) if part]


def _ratings_in(part: str, kind: RatingKind) -> Iterator[Rating | None]:
    """Yield the ratings that a part of a text says, or one time for each stroke."""
    if not any(letter.isdigit() for letter in part) and part not in {"½", "¼", "¾"}:
        raise UnreadableCellError(CellFault.LETTER)
    match kind:
        case RatingKind.HELP | RatingKind.WENT:
            yield from _levels(part, kind)
        case RatingKind.NUMBER:
            number = read_number(part, MOST_DECIMALS)
            if number is None or number > MOST_NUMBER:
                raise UnreadableCellError(CellFault.NUMBER)
            yield number
        case RatingKind.TRIES:
            yield _tries(part)
        case _:
            yield from _strokes(part)


def _levels(part: str, kind: RatingKind) -> Iterator[int]:
    known = {str(level): level for level in levels_of(kind)}
    for digit in part.replace(",", ""):
        if digit not in known:
            raise UnreadableCellError(CellFault.LEVEL)
        yield known[digit]


def _tries(part: str) -> Tries:
    found = _TRIES.fullmatch(part)
    if found is None or int(found[1]) > int(found[2]):
        raise UnreadableCellError(CellFault.TRIES)
    return Tries(took=int(found[1]), of=int(found[2]))


def _strokes(part: str) -> Iterator[None]:
    found = _STROKES.fullmatch(part)
    if found is None or not int(found[1]):
        raise UnreadableCellError(CellFault.STROKES)
    if int(found[1]) > MOST_TIMES:
        raise UnreadableCellError(CellFault.TOO_MANY)
    yield from [None] * int(found[1])


class Refusal(StrEnum):
    """Why a cell stays as it is."""

    NOTE_GOES = "note_goes"
    PHOTO_GOES = "photo_goes"
    ALL_TIMES = "all_times"
    ALL_STRATEGIES = "all_strategies"
    STILL_TO_COME = "still_to_come"
    OTHER_HOME = "other_home"
    PARTLY_DONE = "partly_done"


ASKED_TWICE = frozenset(
    {Refusal.NOTE_GOES, Refusal.PHOTO_GOES, Refusal.ALL_TIMES, Refusal.ALL_STRATEGIES}
)
"""What is done where it is said a second time."""


class CellRefusedError(Exception):
    """A cell stays as it is; nothing was written."""

    def __init__(self, refusal: Refusal, cell: WeekCell) -> None:
        super().__init__(refusal)
        self.refusal, self.cell = refusal, cell


def is_same(mark: DayMark | None, wish: CellInput) -> bool:
    """Say whether a mark says what is wished; no mark says what no wished mark says."""
    said = input_of(answer_of(mark)) if mark else BLANK
    return (said.mark, said.reason) == (wish.mark, wish.reason)


def outdated_marks(
    cell: WeekCell, wish: CellInput, home: UUID | None, *, sure: bool
) -> list[DayMark]:
    """Return the marks that a new cell value replaces, as a home may change them.

    Raises CellRefusedError if a mark that must stay would hide the value, or if a mark covers more
    than this cell and the person did not confirm (`sure`).
    """
    marks = _Marks(cell, home, sure=sure)
    if is_same(cell.mark, wish):
        return marks.uncovered(wish)
    if wish.mark is not None:
        return marks.replaced(wish)
    return marks.done() if wish.times else marks.cleared()


class _Marks:
    """The marks of one day as they lie around one cell."""

    def __init__(self, cell: WeekCell, home: UUID | None, *, sure: bool) -> None:
        self._cell, self._home, self._sure = cell, home, sure
        self._slot = cell.place.row.slot
        of_strategy = [mark for mark in cell.marks if mark.strategy is not None]
        self._here = [mark for mark in of_strategy if mark.slot == self._slot]
        self._own = [mark for mark in self._here if self._is_ours(mark)]

    def replaced(self, wish: CellInput) -> list[DayMark]:
        """Return the marks whose place a new one takes."""
        done = self._is_done(wish)
        if wish.mark is MarkKind.LEFT_OUT and self._slot is None and done:
            raise CellRefusedError(Refusal.PARTLY_DONE, self._cell)
        hiding = [mark for mark in self._before_all() if mark not in self._own]
        if done and self._slot is None:
            hiding = [mark for mark in hiding if mark.mark is MarkKind.NOT_TODAY]
        self._check_ours(hiding)
        if hiding:
            self._ask(Refusal.ALL_STRATEGIES)
        return [*self._own, *hiding]

    def uncovered(self, wish: CellInput) -> list[DayMark]:
        """Return the marks that come to stand before the shown one when what was done goes.

        Left out for a whole day says nothing while something is done on it.
        """
        shown, marks = self._cell.mark, self._cell.marks
        if shown is None or shown.slot or self._is_done(wish) or not self._cell.practices:
            return []
        before = [mark for mark in marks[: marks.index(shown)] if mark.slot is None]
        self._check_ours(before)
        if not all(mark.strategy for mark in before):
            self._ask(Refusal.ALL_STRATEGIES)
        return before

    def cleared(self) -> list[DayMark]:
        """Return the marks to delete so that the shown one is gone."""
        shown = [mark for mark in self._cell.marks if mark == self._cell.mark]
        self._check_ours(shown)
        if not all(mark.strategy for mark in shown):
            self._ask(Refusal.ALL_STRATEGIES)
        elif (self._slot is None and self._others_open()) or not set(shown) <= set(self._here):
            self._ask(Refusal.ALL_TIMES)
        return list(dict.fromkeys((*shown, *self._own)))

    def done(self) -> list[DayMark]:
        """Return the marks that say nothing more where something was done.

        "Not today" for a whole day goes on to speak of the times that are still open in other rows.
        """
        speaks_on = self._others_open()
        whole = [
            mark
            for mark in self._cell.marks
            if mark.strategy is not None and mark.slot is None and self._is_ours(mark)
        ]
        not_today = [mark for mark in whole if mark.mark is MarkKind.NOT_TODAY]
        own = self._own if self._slot is not None or not speaks_on else []
        left_out = [mark for mark in self._own if mark.mark is MarkKind.LEFT_OUT]
        return list(dict.fromkeys((*own, *left_out, *(() if speaks_on else not_today))))

    def _before_all(self) -> list[DayMark]:
        """Return the marks that would be shown here before any later one."""
        if self._slot is not None or not self._cell.times:
            return self._here
        return [mark for mark in self._cell.marks if mark.slot is None]

    def _is_done(self, wish: CellInput) -> bool:
        """Say whether anything will be done on the day."""
        return bool(wish.times) or any(time.practice for time in self._cell.elsewhere)

    def _others_open(self) -> bool:
        return any(time.practice is None for time in self._cell.elsewhere)

    def _is_ours(self, mark: DayMark) -> bool:
        return mark.home in {self._home, None}

    def _check_ours(self, marks: list[DayMark]) -> None:
        if not all(map(self._is_ours, marks)):
            raise CellRefusedError(Refusal.OTHER_HOME, self._cell)

    def _ask(self, refusal: Refusal) -> None:
        if not self._sure:
            raise CellRefusedError(refusal, self._cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAuthors:
    """Who did what stands on the sheet, and who types it in; either may be left unsaid."""

    helper: UUID | None = None
    typed_by: UUID | None = None

    @property
    def written_by(self) -> UUID | None:
        """Return who typed it, or None if the same person did it."""
        return self.typed_by if self.typed_by != self.helper else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellContext:
    """What a cell's change needs beside the cell.

    `sure` says that it was asked a second time. `photos` are practices that photos hang on.
    `read_from` is the printed sheet from whose photo new entries come.
    """

    told: SheetAuthors
    home: UUID | None
    at: datetime
    new_id: Callable[[], UUID]
    sure: bool = False
    photos: frozenset[UUID] = frozenset()
    read_from: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """Records to put, and practices and marks to delete."""

    put: tuple[Practice | DayMark, ...] = ()
    delete: tuple[UUID, ...] = ()


def cell_change(child: UUID, cell: WeekCell, wish: CellInput, writing: CellContext) -> CellChange:
    """Return the changes that give a cell of a child's week its new value.

    Raises CellRefusedError if that is not allowed, or needs a confirmation first.
    """
    if cell.later:
        raise CellRefusedError(Refusal.STILL_TO_COME, cell)
    practices, times = cell.practices, wish.times
    writing = replace(writing, told=_told(cell, wish, writing.told))
    surplus = practices[len(times) :]
    _check_surplus(surplus, cell, writing)
    pairs = zip(practices, times, strict=False)
    many = len(times) > len(practices)
    edited = (_rated(practice, rating, cell, many=many) for practice, rating in pairs)
    fresh = (_practice(cell, rating, writing) for rating in times[len(practices) :])
    puts: list[Practice | DayMark] = [*(one for one in edited if one), *fresh]
    marks = outdated_marks(cell, wish, writing.home, sure=writing.sure)
    new = _mark(child, cell, wish, writing)
    return CellChange(
        put=(*puts, *((new,) if new else ())),
        delete=tuple(record.id for record in (*surplus, *marks)),
    )


def _told(cell: WeekCell, wish: CellInput, told: SheetAuthors) -> SheetAuthors:
    """Return who did it and who typed it, for a cell's new value.

    If the sheet names nobody, and a "not today" becomes a rating or a rating becomes a mark, the
    person named before is kept.
    """
    before: tuple[Practice | DayMark, ...] = () if wish.times else cell.practices
    if wish.times and not cell.practices and cell.mark is not None:
        before = (cell.mark,) if cell.mark.mark is MarkKind.NOT_TODAY else ()
    helper = told.helper or next((entry.helper for entry in before if entry.helper), None)
    return replace(told, helper=helper)


def with_change(written: DayRecords, change: CellChange) -> DayRecords:
    """Return what stands of a week once a change is written."""
    practices = {practice.id: practice for practice in written.practices}
    marks = {mark.id: mark for mark in written.marks}
    for record in change.put:
        if isinstance(record, Practice):
            practices[record.id] = record
        else:
            marks[record.id] = record
    gone = set(change.delete)
    return replace(
        written,
        practices=tuple(practice for practice in practices.values() if practice.id not in gone),
        marks=tuple(mark for mark in marks.values() if mark.id not in gone),
    )


def _check_surplus(surplus: tuple[Practice, ...], cell: WeekCell, writing: CellContext) -> None:
    """Ask once more before a practice goes that a note or a photo hangs on."""
    if writing.sure:
        return
    going = {practice.id for practice in surplus}
    if any(note.practice in going for note in cell.notes):
        raise CellRefusedError(Refusal.NOTE_GOES, cell)
    if going & writing.photos:
        raise CellRefusedError(Refusal.PHOTO_GOES, cell)


def _rated(
    practice: Practice, rating: Rating | None, cell: WeekCell, *, many: bool
) -> Practice | None:
    """Return a practice with another rating, in the kind of its day, or None if it is the same.

    1 help level and 1.0 minutes are not the same. Where more comes to stand beside it in the cell,
    it gets the time of the day that the row names, without which it would go to another row.
    """
    keeps = rating == practice.rating and type(rating) is type(practice.rating)
    slot = practice.slot or (cell.place.row.slot if many else None)
    if keeps and slot == practice.slot:
        return None
    kind = practice.rating_kind if keeps else cell.rating.kind
    return replace(practice, rating=rating, rating_kind=kind, slot=slot)


def _practice(cell: WeekCell, rating: Rating | None, writing: CellContext) -> Practice:
    key, day = cell.place
    return Practice(
        id=writing.new_id(),
        strategy=key.strategy,
        day=day,
        slot=key.slot,
        routine=routine_of(cell.routines, key.slot),
        helper=writing.told.helper,
        written_by=writing.told.written_by,
        rating=rating,
        rating_kind=cell.rating.kind,
        written=writing.at,
        read_from=writing.read_from,
    )


def _mark(child: UUID, cell: WeekCell, wish: CellInput, writing: CellContext) -> DayMark | None:
    """Return the mark to add, or None if none is wished or the same one is shown."""
    if wish.mark is None or is_same(cell.mark, wish):
        return None
    key, day = cell.place
    return DayMark(
        id=writing.new_id(),
        child=child,
        strategy=key.strategy,
        day=day,
        slot=key.slot,
        mark=wish.mark,
        reason=wish.reason,
        home=writing.home,
        helper=writing.told.helper,
        written_by=writing.told.written_by,
        written=writing.at,
        read_from=writing.read_from,
    )
