"""Where boxes are on a picture: each by itself, and none where no paper can lie."""

import numpy as np
import pytest

from homejournal.domain.papers.sheet_places import places_of
from homejournal.exchange.sheet_photo.registration import corner_points, find_boxes
from tests.sheet_photos import DOTS, page


def printed():
    """A page as it is printed: its picture, the corners of its codes, and its boxes."""
    drawn, kept = page()
    laid = places_of(kept)
    corners = corner_points([*laid.codes.values()])
    boxes = [one.box for one in laid.places if one.by == "box"]
    middles = np.array([box.middle for box in boxes])
    return np.array(drawn.convert("L")), corners, middles, boxes[0].width


def test_each_box_is_found_where_it_stands():
    gray, corners, middles, side = printed()
    _, found = find_boxes(gray, (corners, corners * DOTS), middles, side)
    assert found.seen.all()
    assert np.abs(found.at - (middles * DOTS - 0.5)).max() < 0.8


def test_a_box_that_lies_elsewhere_than_its_neighbors_is_not_believed():
    gray, corners, middles, side = printed()
    moved = middles.copy()
    moved[20] += (2.0, 0.3)
    _, found = find_boxes(gray, (corners, corners * DOTS), moved, side)
    assert not found.seen[20]
    assert found.seen.sum() == len(middles) - 1
    assert np.abs(found.at[20] - moved[20] * DOTS).max() < 4


@pytest.mark.parametrize(
    "pixels",
    [
        lambda corners: corners * 90,
        lambda corners: corners * 0,
        lambda corners: corners * [DOTS, 0],
        lambda corners: corners * np.nan,
    ],
)
def test_codes_that_stand_as_no_paper_can_lie_are_no_page(pixels):
    gray, corners, middles, side = printed()
    assert find_boxes(gray, (corners, pixels(corners)), middles, side) is None
