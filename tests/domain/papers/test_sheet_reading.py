"""What a page says as it was measured, and what two photos of one page say together."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from homejournal.domain.papers.sheet_layout import FilledBy, PlaceFor
from homejournal.domain.papers.sheet_marks import Doubt
from homejournal.domain.papers.sheet_places import Box, SheetPlace, SheetPlaces
from homejournal.domain.papers.sheet_reading import (
    PagePicture,
    PageSeen,
    PhotoRead,
    each_page_once,
    page_read,
)
from homejournal.domain.records.media_and_papers import Sheet
from tests.domain.papers.test_sheet_marks import EMPTY, FAINT, HIDDEN, PAGE, TICKED

PICTURE = PagePicture(b"", 2.0, 400, 500)


def place(by="box", what="help", row=0, day=0, level=None):
    return SheetPlace(FilledBy(by), PlaceFor(what), row, day, level, Box(10, 20, 4, 4))


HELP = (place(level=1), place(level=2), place(what="not_today"))
NUMBER = (place("write", "number", 1), place(what="not_today", row=1))
STROKES = (place("strokes", "help", 2, level=1), place("strokes", "help", 2, level=2))
ILL = (place(what="sick", row=None), place(what="away", row=None))
PLACES = (*ILL, *HELP, *NUMBER, *STROKES)


def read(ticked=(), written=(), odd=EMPTY, odd_places=(), number=1):
    inks = {
        n: TICKED if one in ticked else odd if one in odd_places else EMPTY
        for n, one in enumerate(PLACES)
        if one.by is FilledBy.TICK
    }
    writing = {n: 0.02 for n, one in enumerate(PLACES) if one in written}
    sheet = Sheet(
        id=UUID(int=number),
        child=UUID(int=5),
        week=date(2026, 3, 9),
        page=1,
        made=datetime(2026, 3, 8, tzinfo=UTC),
    )
    laid = SheetPlaces(paper=(210, 297), codes={}, places=PLACES)
    return page_read(sheet, laid, PageSeen(inks, writing, PAGE), PICTURE)


def told(page):
    return [(one.row, one.ticked, one.doubt) for one in (*page.days, *page.choices)]


BLANK = [(row, None, None) for row in (None, 0, 1, 2)]


def test_a_page_without_marks_is_empty():
    page = read()
    assert told(page) == BLANK
    assert page.empty


def test_a_page_says_what_is_ticked_in_each_choice():
    page = read(ticked=(HELP[1], ILL[0], NUMBER[1]))
    assert told(page) == [
        (None, ILL[0], None),
        (0, HELP[1], None),
        (1, NUMBER[1], None),
        (2, None, None),
    ]
    assert not page.empty
    assert page.choices[0].places == HELP


@pytest.mark.parametrize(
    ("said", "row", "doubt", "likely"),
    [
        ({"written": NUMBER[:1]}, 1, Doubt.WRITTEN, ()),
        ({"written": STROKES[1:]}, 2, Doubt.WRITTEN, ()),
        ({"written": NUMBER[:1], "ticked": NUMBER[1:]}, 1, Doubt.TWO, (NUMBER[1],)),
        (
            {"written": NUMBER[:1], "odd": HIDDEN, "odd_places": NUMBER[1:]},
            1,
            Doubt.HIDDEN,
            (),
        ),
        ({"odd": FAINT, "odd_places": HELP[:1]}, 0, Doubt.FAINT, (HELP[0],)),
    ],
)
def test_what_is_not_plain_or_written_by_hand_is_asked_about(said, row, doubt, likely):
    (choice,) = [one for one in read(**said).choices if one.row == row]
    assert (choice.ticked, choice.doubt, choice.likely) == (None, doubt, likely)


def together(*pages):
    return each_page_once([PhotoRead(pages=(page,)) for page in pages])


def test_each_page_is_there_once_with_the_picture_of_its_first_photo():
    one, other = read(ticked=HELP[:1]), read(number=2)
    assert together(one, other, one) == (one, other)


def test_what_one_photo_hides_the_other_one_tells():
    hidden = read(odd=HIDDEN, odd_places=HELP[:1])
    seen = read(ticked=HELP[:1])
    for pages in ((hidden, seen), (seen, hidden)):
        (page,) = together(*pages)
        assert page.choices[0].ticked == HELP[0]


def test_what_is_asked_about_in_one_photo_is_asked():
    doubtful = read(odd=FAINT, odd_places=HELP[:1])
    for pages in ((doubtful, read()), (read(), doubtful)):
        (page,) = together(*pages)
        assert page.choices[0].doubt is Doubt.FAINT


@pytest.mark.parametrize(("second", "likely"), [(HELP[1:2], (HELP[0], HELP[1])), ((), (HELP[0],))])
def test_two_photos_that_say_something_else_are_asked_about(second, likely):
    (page,) = together(read(ticked=HELP[:1]), read(ticked=second))
    choice = page.choices[0]
    assert (choice.ticked, choice.doubt, choice.likely) == (None, Doubt.PHOTOS_DIFFER, likely)


def test_a_part_of_a_page_is_a_part_of_its_picture():
    assert PICTURE.area(Box(10, 20, 4, 5)) == (20, 40, 8, 10)
    assert PICTURE.area(Box(10, 20, 4, 5), around=2) == (16, 36, 16, 18)
    assert PICTURE.area(Box(1, 1, 300, 400), around=2) == (0, 0, 400, 500)
