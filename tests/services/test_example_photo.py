"""The photo of the example's filled week: it reads well, and a few places are asked about."""

from uuid import UUID

import pytest

from homejournal.domain.today.sheet_photo import CellState, proposed
from homejournal.exchange.sheet_photo.reading import read_photo
from homejournal.services.opening import create_example, example_photo
from homejournal.texts.wording import languages
from tests.journals import DEVICE, TODAY, Clock

WAIT = UUID("aa0044b1-38e6-5640-bc66-7d3576b11ebf")
TOY = UUID("6510475b-67c1-5f26-a9ad-f32accd4cfcc")
BED = UUID("bfedae2e-4aed-544e-af74-5edc7110d961")
TUE, WED, THU, FRI, SUN = 1, 2, 3, 4, 6


@pytest.fixture(params=languages())
def page(request, tmp_path):
    """What the photo says in the example of a language."""
    journal = create_example(
        tmp_path / "example", clock=Clock(), device=DEVICE, language=request.param
    )
    read = read_photo(example_photo(request.param).read_bytes(), journal.sheet_photos.kept())
    assert read.faults == ()
    (shown,) = journal.sheet_photos.shown([read]).pages
    yield shown
    journal.close()


def test_it_fills_the_last_week_and_a_person_is_asked_about_little(page):
    answers = proposed(page)
    new = {
        (place.row.strategy, place.day.weekday()): said.times
        for place, said in answers.cells.items()
    }
    assert new == {
        (TOY, TUE): (2,),
        (TOY, THU): (3,),
        (WAIT, THU): (3,),
        (WAIT, FRI): (3,),
        (WAIT, SUN): (4,),
    }
    assert answers.days == {}
    asked = [one for row in page.rows for one in row.cells if one.state is CellState.ASKED]
    where = {(one.cell.place.row.strategy, one.cell.place.day.weekday()) for one in asked}
    assert where >= {(TOY, SUN), (BED, WED), (BED, SUN)}
    assert len(where) < 7
    states = [one.state for row in page.rows for one in row.cells]
    assert (states.count(CellState.SAME), states.count(CellState.DIFFERS)) == (9, 1)
    assert page.sheet.week <= TODAY
    assert CellState.LATER not in states
    assert not page.plan_changed


def test_a_language_without_a_photo_has_the_english_one():
    assert example_photo("xx") == example_photo("en") == example_photo()
    assert {example_photo(language).suffix for language in languages()} == {".jpg"}
