"""What the grid of a week says: its letters, its cells in short and in full, and its refusals."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from homejournal.domain.records.practices import LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import (
    Rating,
    RatingKind,
    RatingPlan,
    Tries,
    levels_of,
)
from homejournal.domain.today.week_cells import (
    MOST_TIMES,
    Answer,
    CellFault,
    CellInput,
    Refusal,
    answer_of,
)
from homejournal.domain.today.week_grid import RowKey, WeekCell, WeekRow
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized, mark_said, rating_said
from homejournal.texts.wording import Wording

DONE = "✓"

# Translators: the first letter of each line is the key that is typed. Choose a letter that people
# think of in your language; no two lines may begin alike, and none with a digit.
_LETTER_LINES: Mapping[Answer | LeftOutReason, Callable[[Wording], str]] = {
    Answer.DID_IT: lambda w: w.text("y – did it"),
    Answer.NOT_TODAY: lambda w: w.text("n – not today"),
    LeftOutReason.SICK: lambda w: w.text("s – sick"),
    LeftOutReason.AWAY: lambda w: w.text("a – away"),
    LeftOutReason.OTHER_HOME: lambda w: w.text("o – other home"),
    LeftOutReason.APPOINTMENT: lambda w: w.text("p – appointment"),
    LeftOutReason.OTHER: lambda w: w.text("l – left out, other reason"),
}


def letters(wording: Wording) -> dict[str, Answer | LeftOutReason]:
    """Return what each letter says in this language, in the order in which they are listed."""
    return {line(wording)[:1].casefold(): answer for answer, line in _LETTER_LINES.items()}


def legend(wording: Wording, rating: RatingPlan) -> str:
    """Return what can be typed where this is rated."""
    return wording.line_of(keys_of_cell(wording, rating))


def keys_of_cell(wording: Wording, rating: RatingPlan) -> list[str]:
    """Return each key that can be typed where this is rated, with what it says."""
    return [*_ratings(wording, rating), *(line(wording) for line in _LETTER_LINES.values())]


def keys_of_day(wording: Wording) -> list[str]:
    """Return each key that can be typed where a whole day is left out, with what it says."""
    return [line(wording) for why, line in _LETTER_LINES.items() if isinstance(why, LeftOutReason)]


def _ratings(wording: Wording, rating: RatingPlan) -> list[str]:
    text = wording.text
    match rating.kind:
        case RatingKind.HELP | RatingKind.WENT:
            return [
                text(
                    "{key} – {said}",
                    key=wording.number(level),
                    said=labels.level(wording, rating.kind, level),
                )
                for level in levels_of(rating.kind)
            ]
        case RatingKind.NUMBER:
            if rating.unit:
                return [text("a number – {unit}", unit=wording.own(rating.unit))]
            return [text("a number")]
        case RatingKind.TRIES:
            return [text("3/5 – took 3 of 5")]
        case RatingKind.NONE:
            return [text("1 – did it once"), text("2 – did it twice")]
        case _:
            assert_never(rating.kind)


def row_name(wording: Wording, row: WeekRow) -> str:
    """Return what a row is called: its strategy, and which time of the day where there are more."""
    time = time_name(wording, row.key)
    name = wording.own(row.strategy.name)
    return wording.line_of((name, time))


def time_name(wording: Wording, key: RowKey) -> str:
    """Return what a row's time of the day is called, or nothing if it is the only one."""
    if key.slot:
        return wording.own(capitalized(key.slot))
    if key.place:
        return wording.text("Time {number}", number=wording.number(key.place))
    return ""


def cell_shown(wording: Wording, cell: WeekCell) -> str:
    """Return what stands in a cell in a few signs."""
    ratings = [practice.rating for practice in cell.practices]
    return _signs(wording, ratings, answer_of(cell.mark) if cell.mark else None)


def wish_shown(wording: Wording, wish: CellInput) -> str:
    """Return in a few signs what a wish says."""
    answer = Answer.NOT_TODAY if wish.mark is MarkKind.NOT_TODAY else wish.reason
    return _signs(wording, wish.times, answer)


def _signs(
    wording: Wording, ratings: Sequence[Rating | None], answer: Answer | LeftOutReason | None
) -> str:
    shown = [_shown(wording, rating) for rating in ratings]
    if len(shown) > 2 and not any(rating is not None for rating in ratings):
        shown = [f"{wording.number(len(shown))} ×"]
    if answer is not None:
        shown.append(letter_of(wording, answer))
    return " ".join(shown)


def _shown(wording: Wording, rating: Rating | None) -> str:
    if rating is None:
        return DONE
    if isinstance(rating, Tries):
        return f"{wording.number(rating.took)}/{wording.number(rating.of)}"
    return wording.number(rating)


def letter_of(wording: Wording, answer: Answer | LeftOutReason) -> str:
    """Return the letter that is typed for an answer."""
    return _LETTER_LINES[answer](wording)[:1]


def cell_said(wording: Wording, row: WeekRow, cell: WeekCell) -> str:
    """Return a cell in full: "Pause and wait · Breakfast · Tuesday, March 3: 2, some help"."""
    where = wording.line_of((row_name(wording, row), wording.day_of_year(cell.place.day)))
    return wording.text("{place}: {said}", place=where, said=what_stands(wording, cell))


def what_stands(wording: Wording, cell: WeekCell) -> str:
    """Return what is written in a cell, or why nothing is."""
    said = [_practice_said(wording, practice, cell.rating) for practice in cell.practices]
    if cell.mark is not None:
        said.append(mark_said(wording, cell.mark))
    if not said:
        return _nothing(wording, cell)
    if cell.notes:
        said.append(wording.text("with a note"))
    return wording.text(", ").join(said)


def _nothing(wording: Wording, cell: WeekCell) -> str:
    if cell.later:
        return wording.text("still to come")
    return wording.text("not written") if cell.planned else wording.text("not planned")


def _practice_said(wording: Wording, practice: Practice, rating: RatingPlan) -> str:
    said = rating_said(wording, practice.rating_kind, practice.rating, rating.unit)
    if levels_of(practice.rating_kind) and isinstance(practice.rating, int):
        return wording.text(", ").join((wording.number(practice.rating), said))
    return said


def step_said(wording: Wording, row: WeekRow, cell: WeekCell, wish: CellInput) -> str:
    """Return the words of a step that writes a wish into a cell, for Undo."""
    where = wording.line_of(
        (wording.own(row.strategy.name), capitalized(wording.short_weekday(cell.place.day)))
    )
    told = wish_said(wording, cell.rating, wish)
    if replaces(cell, wish):
        before = what_stands(wording, cell)
        told = wording.text("{said} (before: {before})", said=told, before=before)
    return wording.text("{place}: {said}", place=where, said=told)


def wish_said(wording: Wording, rating: RatingPlan, wish: CellInput) -> str:
    """Return what a wish says where this is rated."""
    said = [rating_said(wording, rating.kind, one, rating.unit) for one in wish.times]
    if wish.mark is MarkKind.NOT_TODAY:
        said.append(labels.mark(wording, wish.mark))
    elif wish.reason is not None:
        said.append(labels.reason(wording, wish.reason))
    return wording.text(", ").join(said) or wording.text("not written")


def replaces(cell: WeekCell, wish: CellInput) -> bool:
    """Return whether something that is written in a cell goes with a wish."""
    ratings = tuple(practice.rating for practice in cell.practices)
    keeps = wish.times[: len(ratings)] == ratings
    mark = cell.mark
    return not keeps or (mark is not None and (mark.mark, mark.reason) != (wish.mark, wish.reason))


def still_to_come(wording: Wording, cell: WeekCell) -> str:
    """Return that nothing can be written yet."""
    return refused(wording, Refusal.STILL_TO_COME, cell)


def unreadable(wording: Wording, fault: CellFault, rating: RatingPlan) -> str:
    """Return why what was typed says nothing here, and what can be typed."""
    if fault is CellFault.LETTER:
        return letters_here(wording, " ".join(letters(wording)))
    if fault is CellFault.LEVEL:
        levels = [wording.number(level) for level in levels_of(rating.kind)]
        return wording.text(
            "Here it is a digit from {first} to {last}.", first=levels[0], last=levels[-1]
        )
    return _UNREADABLE[fault](wording)


def letters_here(wording: Wording, known: str) -> str:
    """Return that a key does nothing, and which ones do."""
    return wording.text("That key does nothing here. You can use: {letters}", letters=known)


_UNREADABLE: Mapping[CellFault, Callable[[Wording], str]] = {
    CellFault.NUMBER: lambda w: w.text("Please write a number, such as 5 or 5.5."),
    CellFault.TRIES: lambda w: w.text("Please write it like this: 3/5, for took 3 of 5."),
    CellFault.STROKES: lambda w: w.text("Please write how many times it was: 1, 2 or more."),
    CellFault.TOO_MANY: lambda w: w.text(
        "At most {most} times fit into one box.", most=w.number(MOST_TIMES)
    ),
    CellFault.TWO_ANSWERS: lambda w: w.text(
        "Please write one answer. Ratings may come before “not today” only."
    ),
}


def refused(wording: Wording, refusal: Refusal, cell: WeekCell) -> str:
    """Return why a cell stays as it is, and what can be done."""
    said = mark_said(wording, cell.mark) if cell.mark else wording.text("not today")
    day = capitalized(wording.day_of_year(cell.place.day))
    return _REFUSED[refusal](wording).format(said=said, day=day)


_REFUSED: Mapping[Refusal, Callable[[Wording], str]] = {
    Refusal.NOTE_GOES: lambda w: w.text(
        "This has a note. Press the same key again to remove both."
    ),
    Refusal.PHOTO_GOES: lambda w: w.text(
        "This has a photo. Press the same key again to remove both."
    ),
    Refusal.ALL_TIMES: lambda w: w.text(
        "“{said}” covers the whole day. Press the same key again to remove it from all times."
    ),
    Refusal.ALL_STRATEGIES: lambda w: w.text(
        "“{said}” covers all strategies on that day. Press the same key again to remove it from"
        " all of them."
    ),
    Refusal.STILL_TO_COME: lambda w: w.text("{day} has not come yet."),
    Refusal.OTHER_HOME: lambda w: w.text("The other home wrote “{said}”. It stays."),
    Refusal.PARTLY_DONE: lambda w: w.text(
        "Something was done on that day, so the day is not left out."
    ),
}
