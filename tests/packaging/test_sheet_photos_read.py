"""The program reads made photos of filled sheets: a few in a usual run, more with `--all`."""

from itertools import islice

import pytest

from sheet_photos.figures import by_mark, is_usual, plain
from sheet_photos.mix import Hardness
from sheet_photos.photos import kinds_of, make
from sheet_photos.reading import read, read_all
from sheet_photos.sheets import SHEETS

SHEET = 13
SMALL = {"3 MP", "5 MP"}
"""Smaller photos are made and read more quickly."""


def small_photos():
    for seed in range(SHEET, 100_000, SHEETS):
        kinds = kinds_of(seed)
        if kinds.phone in SMALL and kinds.hardness is not Hardness.HARD:
            yield make(seed)


def test_no_plain_mark_of_small_photos_is_wrong_in_silence():
    read_ones = [read(photo, [SHEET]) for photo in islice(small_photos(), 4)]
    marks = plain(read_ones)
    assert marks.right > 20
    assert (marks.wrong, by_mark(read_ones, plain=False)["empty"].wrong) == (0, 0)


@pytest.mark.with_all
@pytest.mark.timeout(1200)
def test_of_200_photos_few_marks_are_asked_about_and_hardly_one_is_wrong():
    marks = plain(filter(is_usual, read_all(range(200), None)))
    assert marks.all > 1500
    assert marks.asked_share <= 0.04
    assert marks.wrong <= 1
