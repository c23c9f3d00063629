"""The room of each choice on a page: on to the next time, or to the next day."""

import pytest

from homejournal.domain.papers.sheet_cells import cells_of
from homejournal.domain.papers.sheet_layout import FilledBy, PlaceFor
from homejournal.domain.papers.sheet_places import Box, SheetPlace


def place(left, top=100.0, *, row=0, day=0, level=1, by=FilledBy.TICK):
    return SheetPlace(by, PlaceFor.HELP, row, day, level, Box(left, top, 4, 4))


def test_a_choice_has_room_from_before_its_boxes_to_where_the_next_day_begins():
    places = [place(50, top=top, day=day) for day in (0, 1) for top in (100.0, 106.0)]
    moved = [one._replace(box=one.box._replace(left=50 + 20 * one.day)) for one in places]
    cells = cells_of(moved)
    assert cells[0, 0] == pytest.approx(Box(47.6, 99.6, 20, 10.8))
    assert cells[0, 1].left == 67.6


def test_where_letters_go_to_the_left_the_room_is_at_the_left():
    cells = cells_of([place(150), place(130, day=1)])
    assert (cells[0, 0].left, cells[0, 0].width) == (150 + 4 + 2.4 - 20, 20)
    assert cells[0, 1].left == cells[0, 0].left - 20


def test_times_of_one_day_share_its_room():
    days = [place(left + 30 * day, row=row, day=day)
            for day in (0, 1) for row, left in enumerate((50, 57, 64))]  # fmt: skip
    cells = cells_of(days)
    sides = [(round(cell.left, 1), round(cell.left + cell.width, 1)) for cell in
             (cells[0, 0], cells[1, 0], cells[2, 0])]  # fmt: skip
    assert sides == [(47.6, 56.2), (56.2, 63.2), (63.2, 77.6)]


def test_sick_and_away_among_the_words_of_a_day_have_little_room():
    rows = [place(50 + 20 * day, day=day) for day in (0, 1)]
    beside = [place(62 + 20 * day, top=30.0, row=None, day=day) for day in (0, 1)]
    below = [place(50 + 20 * day, top=40.0, row=None, day=day) for day in (0, 1)]
    assert cells_of([*rows, *beside])[None, 0] == pytest.approx(Box(60.5, 29.6, 7, 4.8))
    assert cells_of([*rows, *below])[None, 0].width == pytest.approx(20)


def test_of_one_day_alone_nobody_knows_how_much_room_it_has():
    assert cells_of([place(50), place(60, row=None, by=FilledBy.WRITING)]) == {}
