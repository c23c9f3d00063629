"""What is typed into a cell of a week is read as it is meant, or refused with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, Tries
from homejournal.domain.today.week_cells import (
    BLANK,
    MOST_TIMES,
    Answer,
    CellFault,
    CellInput,
    UnreadableCellError,
    is_whole,
    rating_text,
    read_cell,
)

LETTERS = {
    "y": Answer.DID_IT,
    "n": Answer.NOT_TODAY,
    "s": LeftOutReason.SICK,
    "a": LeftOutReason.AWAY,
    "o": LeftOutReason.OTHER_HOME,
    "p": LeftOutReason.APPOINTMENT,
    "l": LeftOutReason.OTHER,
}
HELP, WENT, NUMBER = RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER
TRIES, NONE = RatingKind.TRIES, RatingKind.NONE
NOT_TODAY = CellInput(mark=MarkKind.NOT_TODAY)


def out(reason):
    return CellInput(mark=MarkKind.LEFT_OUT, reason=reason)


@pytest.mark.parametrize(
    ("text", "kind", "wish"),
    [
        ("", HELP, BLANK),
        ("  ", NONE, BLANK),
        ("2", HELP, CellInput(times=(2,))),
        (" 3 ", WENT, CellInput(times=(3,))),
        ("12", HELP, CellInput(times=(1, 2))),
        ("1 2", HELP, CellInput(times=(1, 2))),
        ("1,2; 3+4", HELP, CellInput(times=(1, 2, 3, 4))),
        ("٣", HELP, CellInput(times=(3,))),
        ("y", HELP, CellInput(times=(None,))),
        ("2 y", HELP, CellInput(times=(2, None))),
        ("N", HELP, NOT_TODAY),
        ("2 n", HELP, CellInput(times=(2,), mark=MarkKind.NOT_TODAY)),
        ("s", NUMBER, out(LeftOutReason.SICK)),
        ("a", TRIES, out(LeftOutReason.AWAY)),
        ("o", NONE, out(LeftOutReason.OTHER_HOME)),
        ("p", HELP, out(LeftOutReason.APPOINTMENT)),
        ("l", HELP, out(LeftOutReason.OTHER)),
        ("5.5", NUMBER, CellInput(times=(Decimal("5.5"),))),
        ("5,5 0", NUMBER, CellInput(times=(Decimal("5.5"), Decimal(0)))),
        ("½", NUMBER, CellInput(times=(Decimal("0.5"),))),
        ("٤٥", NUMBER, CellInput(times=(Decimal(45),))),
        ("3/5", TRIES, CellInput(times=(Tries(took=3, of=5),))),
        ("0 / 3 ; 2/2", TRIES, CellInput(times=(Tries(took=0, of=3), Tries(took=2, of=2)))),
        ("1", NONE, CellInput(times=(None,))),
        ("3x", NONE, CellInput(times=(None,) * 3)),
        ("2 n", NONE, CellInput(times=(None,) * 2, mark=MarkKind.NOT_TODAY)),
    ],
)
def test_what_is_typed_is_read(text, kind, wish):
    assert read_cell(text, kind, LETTERS) == wish


@pytest.mark.parametrize(
    ("text", "kind", "fault"),
    [
        ("z", HELP, CellFault.LETTER),
        ("yn", HELP, CellFault.LETTER),
        ("?", NUMBER, CellFault.LETTER),
        ("5", HELP, CellFault.LEVEL),
        ("4", WENT, CellFault.LEVEL),
        ("0", HELP, CellFault.LEVEL),
        ("2.5", HELP, CellFault.LEVEL),
        ("1.234", NUMBER, CellFault.NUMBER),
        ("1000000", NUMBER, CellFault.NUMBER),
        ("3/5", NUMBER, CellFault.NUMBER),
        ("5/3", TRIES, CellFault.TRIES),
        ("3", TRIES, CellFault.TRIES),
        ("0", NONE, CellFault.STROKES),
        ("1.5", NONE, CellFault.STROKES),
        ("21", NONE, CellFault.TOO_MANY),
        ("1" * (MOST_TIMES + 1), HELP, CellFault.TOO_MANY),
        ("n 2", HELP, CellFault.TWO_ANSWERS),
        ("n s", HELP, CellFault.TWO_ANSWERS),
        ("2 s", HELP, CellFault.TWO_ANSWERS),
    ],
)
def test_what_says_nothing_is_refused_with_its_reason(text, kind, fault):
    with pytest.raises(UnreadableCellError) as told:
        read_cell(text, kind, LETTERS)
    assert told.value.fault is fault


@pytest.mark.parametrize(
    ("rating", "text"),
    [
        (None, "y"),
        (3, "3"),
        (Decimal("5.50"), "5.5"),
        (Decimal(40), "40"),
        (Tries(took=2, of=4), "2/4"),
    ],
)
def test_a_rating_stands_as_it_could_be_typed(rating, text):
    assert rating_text(rating, "y") == text


@given(st.text(max_size=12), st.sampled_from(RatingKind))
def test_any_text_is_read_or_refused(text, kind):
    try:
        wish = read_cell(text, kind, LETTERS)
    except UnreadableCellError:
        return
    assert len(wish.times) <= MOST_TIMES
    again = " ".join(rating_text(rating, "y") for rating in wish.times)
    assert read_cell(again, kind, LETTERS).times == wish.times


@pytest.mark.parametrize(
    ("letter", "kind", "whole"),
    [
        ("2", HELP, True),
        ("4", WENT, False),
        ("٢", HELP, True),
        ("N", NUMBER, True),
        ("y", TRIES, True),
        ("5", NUMBER, False),
        ("1", NONE, True),
        ("2", NONE, False),
        ("z", HELP, False),
    ],
)
def test_typing_goes_on_by_itself_only_where_one_sign_is_all(letter, kind, whole):
    assert is_whole(letter, kind, LETTERS) is whole
