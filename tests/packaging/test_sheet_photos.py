"""Photos of filled sheets made by chance: always the same, and with their ink where it is told."""

import io
from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageOps

from sheet_photos.mix import EMPTY
from sheet_photos.photos import make
from sheet_photos.truth import Meant, Said, Told, Verdict, verdict

SMALL = 13
"""A photo that a messenger made small: it is made quickest."""
TICK = Told(0, 1, Meant.ANSWER, "tick", ("help", 2), plain=True)


@cache
def photo():
    return make(SMALL)


def upright(data):
    shown = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    return np.asarray(shown.convert("L"), dtype=float)


def test_the_same_number_makes_the_same_photo_and_another_one_another():
    again = make(SMALL)
    assert (again.data, again.told) == (photo().data, photo().told)
    assert make(SMALL + 24).data != photo().data


def test_ink_is_where_a_mark_is_told_and_nowhere_else():
    change = np.abs(upright(photo().data) - upright(make(SMALL, ink=False).data))
    marks = [told for told in photo().told if told.ink]
    elsewhere = np.ones(change.shape, dtype=bool)
    assert len(marks) > 5
    for told in marks:
        (left, top), (right, bottom) = corners(told.ink)
        part = np.s_[top:bottom, left:right]
        assert change[part].max() > 30, told
        elsewhere[part] = False
    assert change[elsewhere].mean() < change[~elsewhere].mean() / 4


def corners(ink):
    left, top, width, height = ink
    four = [[left + x * width, top + y * height] for x in (0, 1) for y in (0, 1)]
    found = photo().pixels(np.array(four))
    return found.min(axis=0).astype(int), found.max(axis=0).astype(int) + 1


def test_each_choice_of_the_sheet_is_told_once():
    told = [(one.row, one.day) for one in photo().told]
    assert sorted(map(str, told)) == sorted(
        str((one.row, one.day)) for one in photo().sheet.choices()
    )
    assert {EMPTY} < {one.kind for one in photo().told}
    assert all(one.answer and one.meant is Meant.ANSWER for one in photo().told if one.plain)


@pytest.mark.parametrize(
    ("told", "said", "is_"),
    [
        (TICK, Said(("help", 2)), Verdict.RIGHT),
        (TICK, Said(("help", 3)), Verdict.WRONG),
        (TICK, Said(), Verdict.WRONG),
        (TICK, Said(("help", 3), asks=True), Verdict.ASKED),
        (TICK._replace(meant=Meant.BLANK), Said(), Verdict.RIGHT),
        (TICK._replace(meant=Meant.BLANK), Said(("help", 2)), Verdict.WRONG),
        (TICK._replace(meant=Meant.ASK), Said(("help", 2)), Verdict.WRONG),
        (TICK._replace(meant=Meant.ASK), Said(), Verdict.WRONG),
        (TICK._replace(meant=Meant.WRITTEN), Said(), Verdict.WRONG),
        (TICK._replace(meant=Meant.WRITTEN), Said(asks=True), Verdict.ASKED),
    ],
)
def test_what_was_read_is_compared_with_what_was_meant(told, said, is_):
    assert verdict(told, said) is is_
