"""What ink about the boxes says: a circle, a word, a line through a day, a tick beside its box."""

import pytest

from homejournal.domain.papers.sheet_layout import FilledBy, PlaceFor
from homejournal.domain.papers.sheet_marks import Decision, Doubt
from homejournal.domain.papers.sheet_pieces import Piece, Told, with_pieces
from homejournal.domain.papers.sheet_places import Box, SheetPlace

DAYS = range(7)
PLACES = [
    SheetPlace(
        FilledBy.TICK, PlaceFor.HELP, 0, day, level, Box(50 + 20 * day, 94 + 6 * level, 4, 4)
    )
    for day in DAYS
    for level in (1, 2, 3)
]
BLANK = Decision()
FIRST = Decision(ticked=0)
ASKED = Decision(doubt=Doubt.BESIDE)
FAINT = Decision(doubt=Doubt.FAINT, likely=(0,))


def piece(left, top, width, height, inside=(), area=3.0):
    return Piece(Box(left, top, width, height), area, (left + width / 2, top + height / 2),
                 dict(inside))  # fmt: skip


def said(*pieces, first=BLANK, day=0, others=BLANK):
    """What is said of a day, where its boxes alone say `first`."""
    told = {
        (0, each): Told(range(3 * each, 3 * each + 3), first if each == day else others)
        for each in DAYS
    }
    return with_pieces(told, PLACES, pieces)[0, day]


BESIDE = piece(60, 100, 4, 4)
RING = piece(48.5, 98.5, 7, 7)
WORD = piece(48, 100, 9, 4, {0: 1.0})
LINE = piece(63, 99, 1, 16, area=8.0)


@pytest.mark.parametrize(
    ("pieces", "first", "expected"),
    [
        ((), BLANK, BLANK),
        ((BESIDE,), BLANK, ASKED),
        ((BESIDE,), FIRST, FIRST),
        ((BESIDE,), FAINT, FAINT),
        ((piece(60, 100, 4, 0.5),), BLANK, BLANK),
        ((piece(60, 100, 0.3, 2),), BLANK, BLANK),
        ((piece(60, 100, 4, 4, area=0.4),), BLANK, BLANK),
        ((piece(60, 100, 14, 4, {3: 1.0}),), BLANK, ASKED),
        ((piece(60, 120, 4, 4),), BLANK, BLANK),
        ((RING,), BLANK, FIRST),
        ((RING,), ASKED._replace(likely=(0,)), FIRST),
        ((RING, BESIDE), BLANK, ASKED),
        ((RING, RING._replace(box=RING.box._replace(top=104.5))), BLANK, ASKED),
        ((piece(48.5, 98.5, 7, 13),), BLANK, ASKED),
        ((piece(40, 98.5, 16, 7),), BLANK, ASKED),
        ((RING._replace(inside={0: 0.5}),), ASKED, ASKED),
        ((WORD,), FIRST, Decision(doubt=Doubt.BESIDE, likely=(0,))),
        ((piece(49.5, 100, 9, 4, {0: 1.0}),), FIRST, FIRST),
        ((piece(48, 97, 9, 7, {0: 1.0}),), FIRST, FIRST),
        ((piece(48, 100, 9, 4, {1: 1.0}),), FIRST, FIRST),
        ((LINE,), BLANK, Decision(doubt=Doubt.LINE)),
        ((LINE,), FIRST, Decision(doubt=Doubt.LINE)),
        ((LINE._replace(area=3.0),), FIRST, FIRST),
        ((piece(63, 99, 0.3, 16, area=5.0),), FIRST, FIRST),
        ((piece(63, 99, 1, 7), piece(63, 107, 1, 7)), FIRST, Decision(doubt=Doubt.LINE)),
        ((piece(52, 98, 1, 14, {0: 3.0}, area=6.0),), FIRST, Decision(doubt=Doubt.LINE)),
        (tuple(piece(52, 100 + 6 * n, 1, 4.4, {n: 3.0}) for n in (0, 1, 2)), FIRST, FIRST),
        ((piece(60, 99, 8, 16),), FIRST, FIRST),
    ],
)
def test_ink_about_the_boxes_is_asked_about_unless_it_is_plain(pieces, first, expected):
    assert said(*pieces, first=first) == expected


def test_a_line_close_to_the_next_day_may_be_of_either():
    line = piece(66, 99, 1, 16, area=8.0)
    assert said(line, day=0).doubt is said(line, day=1).doubt is Doubt.LINE
    assert said(line, day=2) == BLANK


def test_what_reaches_out_of_a_marked_box_is_no_mark_beside_another_one():
    long = piece(56, 100, 16, 4, {3: 1.5})
    assert said(long, day=0, others=FIRST) == BLANK
    assert said(long, day=0, others=Decision(doubt=Doubt.TWO, likely=(0, 1))) == BLANK
    assert said(long, day=0, others=ASKED) == ASKED


def test_what_stands_beside_the_boxes_of_nearly_all_days_is_print():
    words = [piece(60 + 20 * day, 100, 4, 4) for day in range(6)]
    assert said(*words) == BLANK
    assert said(*words[:5]) == ASKED
