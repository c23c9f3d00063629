"""Our boxes cut out of a page for whoever works on the reader: no word is in them, or with them."""

import io
import json
from dataclasses import replace
from uuid import UUID

import numpy as np
import pytest
from PIL import Image

from homejournal.domain.papers.printed_sheets import Paper, SheetCodes
from homejournal.domain.papers.sheet_layout import FilledBy, kept_sheets
from homejournal.domain.papers.sheet_places import places_of
from homejournal.domain.papers.sheet_reading import ChoiceRead, PagePicture, PageRead
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.sheet_photo.crops import AROUND, crops_of
from homejournal.exchange.sheet_photo.reading import read_photo
from tests.reports.papers.test_week_sheet import EVERY_KIND, PRINTER, a_plan, a_sheet, a_strategy
from tests.sheet_photos import MADE, STEP, known, page, photo, place, scribble, stroke, tick

DOTS = 10.0
PAPER = 200
"""Lighter than this nothing is printed."""
EDGE = 0.3
"""So far out of a kept box its own outline goes, in millimeters."""
FEW = (a_strategy("Wait", a_plan(RatingKind.HELP), how="Look at her and wait."),)
MANY = tuple(
    a_strategy(f"Wait {n}", a_plan(kind), how="Look at her, count to five, and then help a little.")
    for n, kind in enumerate([*RatingKind] * 2)
)


def printed(strategies, **said):
    """Each page of a sheet: its picture, and what is kept of it."""
    rows = [
        replace(
            one,
            strategy=UUID(int=9 + n),
            rows=tuple(replace(row, steps=(STEP,) * 7) for row in one.rows),
        )
        for n, one in enumerate(strategies)
    ]
    sheet = a_sheet(*rows, codes=SheetCodes(child=UUID(int=1), chance=UUID(int=2)), **said)
    kept = kept_sheets(sheet, PRINTER.spots(sheet), MADE)
    return zip(PRINTER.pictures(sheet, DOTS * 25.4), kept, strict=True)


def as_read(png, kept):
    """A page as if its photo were perfect; nothing is ticked on it."""
    drawn = Image.open(io.BytesIO(png)).convert("RGB")
    jpeg = io.BytesIO()
    drawn.save(jpeg, "JPEG", quality=95)
    found = {}
    for one in places_of(kept).places:
        found.setdefault((one.row, one.day), []).append(one)
    choices = [ChoiceRead(row=row, day=day, places=tuple(of)) for (row, day), of in found.items()]
    return PageRead(
        sheet=kept,
        picture=PagePicture(jpeg.getvalue(), DOTS, *drawn.size),
        choices=tuple(one for one in choices if one.row is not None),
        days=tuple(one for one in choices if one.row is None),
    )


def shown(crops):
    """The boxes of each choice, as they are in the picture."""
    whole = np.asarray(Image.open(io.BytesIO(crops.picture)).convert("RGB")).astype(int)
    return [
        [whole[top : top + high, left : left + wide] for left, top, wide, high in one["boxes"]]
        for one in crops.choices
    ]


@pytest.mark.parametrize(
    ("strategies", "language", "paper"),
    [
        (FEW, "en", Paper.LETTER),
        (MANY, "es", Paper.A4),
        (MANY, "ar", Paper.LETTER),
        pytest.param(EVERY_KIND, "ar", Paper.A4, marks=pytest.mark.with_all),
        pytest.param(EVERY_KIND, "en", Paper.LETTER, marks=pytest.mark.with_all),
    ],
)
def test_nothing_that_is_printed_but_the_boxes_is_in_a_picture(strategies, language, paper):
    margin = round((AROUND - EDGE) * DOTS)
    for png, kept in printed(strategies, language=language, paper=paper):
        boxes = [box for of in shown(crops_of(as_read(png, kept))) for box in of]
        ticks = [one for one in places_of(kept).places if one.by is FilledBy.TICK]
        assert len(boxes) == len(ticks)
        for box in boxes:
            edges = (box[:margin], box[-margin:], box[:, :margin], box[:, -margin:])
            assert min(edge.min() for edge in edges) > PAPER
            assert box.min() < PAPER


def filled():
    """A page with a tick, one that was put right, and words beside both, in red."""
    drawn, kept = page(RatingKind.HELP, RatingKind.NUMBER)
    ticked = place(kept, what="help", row=0, day=1, level=3)
    drawn = tick(drawn, ticked)
    drawn = scribble(drawn, place(kept, what="help", row=0, day=4, level=2), out=0.6)
    for one in (ticked, place(kept, what="sick", day=5)):
        x, y, wide, high = one.box
        drawn = stroke(drawn, [(x + wide + 2, y), (x + wide + 6, y + high)], color=(230, 0, 0))
    left, top, *_ = place(kept, what="number", day=5).box
    drawn = stroke(drawn, [(left + 2, top + 1), (left + 5, top + 3)], color=(230, 0, 0))
    return drawn, kept


@pytest.fixture(scope="module")
def crops():
    drawn, kept = filled()
    (read,) = read_photo(photo(drawn, lean=0.03), known(kept)).pages
    return crops_of(read)


def test_what_is_written_beside_the_boxes_is_not_in_it(crops):
    for box in (box for of in shown(crops) for box in of):
        red, green, _ = np.moveaxis(box, 2, 0)
        assert (red - green).max() < 60


def test_what_is_asked_comes_first_and_its_answers_are_told_by_number(crops):
    asked = [one["doubt"] for one in crops.choices]
    assert {"struck_out", "written"} <= {*asked}
    assert asked == sorted(asked, key=lambda doubt: doubt is None)
    (ticked,) = [one for one in crops.choices if one["ticked"] is not None]
    assert (ticked["ticked"], ticked["doubt"], ticked["likely"]) == (2, None, [])
    (blue,) = [of for one, of in zip(crops.choices, shown(crops), strict=True) if one is ticked]
    inked = [-box.mean() for box in blue]
    assert len(blue) == 5
    assert inked.index(max(inked)) == 2
    (struck,) = [one for one in crops.choices if one["doubt"] == "struck_out"]
    assert struck["likely"] == [1]


def test_no_name_no_day_and_no_number_of_the_sheet_goes_along(crops):
    names = {name for one in crops.choices for name in one}
    assert names == {"boxes", "ticked", "doubt", "likely"}
    assert "2026" not in json.dumps(crops.choices)
    with Image.open(io.BytesIO(crops.picture)) as picture:
        assert picture.info == {}
        assert picture.convert("RGB").getextrema() == ((0, 255),) * 3
