"""A kept page as the reader of photos needs it; nothing is believed that cannot be printed."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.papers.sheet_layout import FilledBy, PlaceFor, code_text
from homejournal.domain.papers.sheet_places import (
    Box,
    SheetPlace,
    kept_sheets_by_code,
    other_corner,
    places_of,
)
from homejournal.domain.records.media_and_papers import Sheet, SheetRow

ROW = SheetRow(strategy=UUID(int=1), step=UUID(int=2))
BOX = ["20.5", "30", "4", "4"]
TICK = ["box", "help", 0, 3, 2, *BOX]
SICK = ["box", "sick", None, 6, None, *BOX]
USUAL = {
    "paper": ["210", "297"],
    "codes": {"A": ["190", "5", "15", "15"], "B": ["5", "270", "15", "15"]},
    "places": [TICK, SICK],
}


def kept(**said):
    layout = USUAL | said
    return Sheet(
        id=UUID(int=77),
        child=UUID(int=5),
        week=date(2026, 3, 9),
        page=2,
        made=datetime(2026, 3, 8, tzinfo=UTC),
        rows=(ROW,),
        layout={name: value for name, value in layout.items() if value is not None},
    )


def test_a_kept_page_has_its_paper_its_codes_and_its_places():
    laid = places_of(kept())
    assert laid.paper == (210.0, 297.0)
    assert laid.codes == {"A": Box(190, 5, 15, 15), "B": Box(5, 270, 15, 15)}
    assert laid.places == (
        SheetPlace(FilledBy.TICK, PlaceFor.HELP, 0, 3, 2, Box(20.5, 30, 4, 4)),
        SheetPlace(FilledBy.TICK, PlaceFor.SICK, None, 6, None, Box(20.5, 30, 4, 4)),
    )
    assert laid.places[0].box.middle == (22.5, 32.0)


@pytest.mark.parametrize(
    "said",
    [
        {"paper": None},
        {"paper": ["210"]},
        {"paper": ["0", "297"]},
        {"paper": ["210", "9000"]},
        {"paper": ["900", "297"]},
        {"paper": ["nan", "297"]},
        {"paper": ["210", "inf"]},
        {"codes": {"A": BOX}},
        {"codes": []},
        {"places": None},
        {"places": 5},
        {"places": [TICK[:-1]]},
        {"places": [["box"]]},
        {"places": [["ring", *TICK[1:]]]},
        {"places": [["box", "mood", *TICK[2:]]]},
        {"places": [["box", "help", 1, 3, 2, *BOX]]},
        {"places": [["box", "help", -1, 3, 2, *BOX]]},
        {"places": [["box", "help", None, 3, 2, *BOX]]},
        {"places": [["box", "help", 0, 7, 2, *BOX]]},
        {"places": [["box", "help", 0, True, 2, *BOX]]},
        {"places": [["box", "help", 0, 3.0, 2, *BOX]]},
        {"places": [["box", "help", 0, 3, 5, *BOX]]},
        {"places": [["box", "help", 0, 3, None, *BOX]]},
        {"places": [["box", "not_today", 0, 3, 1, *BOX]]},
        {"places": [["box", "sick", 0, 3, None, *BOX]]},
        {"places": [["box", "help", 0, 3, 2, "208", "30", "4", "4"]]},
        {"places": [["box", "help", 0, 3, 2, "20", "295", "4", "4"]]},
        {"places": [["box", "help", 0, 3, 2, "20", "30", "0", "4"]]},
        {"places": [["box", "help", 0, 3, 2, "-1", "30", "4", "4"]]},
        {"places": [["box", "help", 0, 3, 2, "x", "30", "4", "4"]]},
    ],
)
def test_what_cannot_be_printed_is_refused(said):
    with pytest.raises(InvalidValueError):
        places_of(kept(**said))


def test_a_page_is_found_by_the_code_in_either_corner():
    page = kept()
    known = kept_sheets_by_code([page])
    assert known == {code_text(page.id, 2, "A"): page}
    for corner in "AB":
        code, where = other_corner(code_text(page.id, 2, corner))
        assert (known[code], where) == (page, corner)
    assert other_corner("HJ") == ("HJA", "")
