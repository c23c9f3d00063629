"""Ink about the boxes of a photo: a plain circle is told, and the rest is asked about."""

from math import cos, sin

import numpy as np
import pytest

from homejournal.domain.papers.sheet_layout import FilledBy, PlaceFor
from homejournal.domain.papers.sheet_marks import Doubt
from homejournal.domain.papers.sheet_places import Box, SheetPlace
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.sheet_photo.pieces import ink_pieces
from homejournal.exchange.sheet_photo.reading import read_photo
from tests.exchange.sheet_photo.test_reading import told
from tests.sheet_photos import known, page, photo, place, stroke, tick

HELP, WENT = RatingKind.HELP, RatingKind.WENT


def box(kept, day, level, row=0):
    return place(kept, what="help", row=row, day=day, level=level).box


def circle(drawn, at, far=4.2):
    """A picture with a ring around a box."""
    x, y = at.left + at.width / 2, at.top + at.height / 2
    ring = [(x + far * cos(n / 8), y + far * sin(n / 8)) for n in range(52)]
    return stroke(drawn, ring)


def letters(drawn, left, low, many):
    """A picture with so many letters that look like an n."""
    for n in range(many):
        x = left + 1.5 * n
        drawn = stroke(drawn, [(x, low), (x, low - 1.6), (x + 1.1, low - 1.6), (x + 1.1, low)])
    return drawn


def test_marks_about_the_boxes_are_told_or_asked_about():
    drawn, kept = page(HELP, WENT)
    drawn = circle(drawn, box(kept, 1, 3))
    far = box(kept, 2, 2)
    drawn = stroke(drawn, [(far.left + 14, far.top + 1), (far.left + 15, far.top + 3),
                           (far.left + 17, far.top - 1)])  # fmt: skip
    low = place(kept, what="not_today", row=1, day=5).box
    drawn = stroke(drawn, [(low.left + 9, box(kept, 5, 1).top - 14), (low.left + 9.5, low.top + 3)])
    found = told(read_photo(photo(drawn), known(kept)))
    assert found == {
        (0, 1): (PlaceFor.HELP, 3),
        (0, 2): Doubt.BESIDE,
        **dict.fromkeys([(0, 5), (1, 5), (None, 5)], Doubt.LINE),
    }


def test_a_word_that_runs_through_a_box_from_the_one_beside_it_is_no_mark():
    drawn, kept = page(HELP, HELP, HELP, times=2)
    word = box(kept, 3, 1, row=1)
    drawn = letters(drawn, word.left - 2.6, word.top + 3, 6)
    assert told(read_photo(photo(drawn), known(kept))) == {(1, 3): Doubt.BESIDE}


def test_on_a_row_of_few_days_print_and_ink_cannot_be_told_apart():
    drawn, kept = page(HELP, days=3)
    drawn = tick(drawn, place(kept, what="help", row=0, day=1, level=2))
    assert told(read_photo(photo(drawn), known(kept))) == {(0, 1): (PlaceFor.HELP, 2)}


@pytest.mark.parametrize(("step", "height"), [(0, 4), (90, 4), (2, 120)])
def test_places_that_nobody_prints_have_no_ink(step, height):
    odd = [
        SheetPlace(FilledBy.TICK, PlaceFor.HELP, 0, day, 1, Box(1 + step * day, 2, 4, height))
        for day in range(4)
    ]
    white = np.full((300, 300), 250, np.uint8)
    assert ink_pieces(white, odd, 0.9) == []
