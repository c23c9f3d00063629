"""A photo of a sheet as bytes: what its boxes say, and a reason where it cannot be read."""

import io
import random
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from PIL import Image, ImageChops

from homejournal.domain.papers.sheet_layout import PlaceFor
from homejournal.domain.papers.sheet_marks import Doubt, PhotoFault
from homejournal.domain.papers.sheet_places import Box
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.sheet_photo.reading import MOST_PHOTO_BYTES, holds_sheet, read_photo
from tests.sheet_photos import (
    covered,
    known,
    page,
    photo,
    place,
    scribble,
    stroke,
    tick,
)

PHOTOS = Path(__file__).parents[1] / "photos"
HELP, NUMBER = RatingKind.HELP, RatingKind.NUMBER


def told(read):
    """What a photo says, without what is blank: by row and day the place, or why to ask."""
    (one,) = read.pages
    return {
        (choice.row, choice.day): choice.doubt or (choice.ticked.what, choice.ticked.level)
        for choice in (*one.choices, *one.days)
        if not choice.is_blank
    }


def filled():
    """A page with some of each, and what it says."""
    drawn, kept = page(HELP, NUMBER)
    drawn = tick(drawn, place(kept, what="help", row=0, day=1, level=3))
    drawn = tick(drawn, place(kept, what="not_today", row=0, day=2), color=(20, 20, 20))
    drawn = scribble(drawn, place(kept, what="help", row=0, day=4, level=2))
    drawn = tick(drawn, place(kept, what="sick", day=3))
    left, top, *_ = place(kept, what="number", day=5).box
    drawn = stroke(drawn, [(left + 2, top + 1), (left + 5, top + 3), (left + 2, top + 4)])
    return (
        drawn,
        kept,
        {
            (0, 1): (PlaceFor.HELP, 3),
            (0, 2): (PlaceFor.NOT_TODAY, None),
            (0, 4): Doubt.STRUCK_OUT,
            (None, 3): (PlaceFor.SICK, None),
            (1, 5): Doubt.WRITTEN,
        },
    )


def test_a_photo_says_what_is_ticked_written_and_struck_out_however_it_is_held():
    drawn, kept, says = filled()
    assert told(read_photo(photo(drawn, turned=180), known(kept))) == says


def test_an_empty_sheet_is_empty_and_its_picture_is_straight():
    drawn, kept = page(HELP, NUMBER)
    (one,) = read_photo(photo(drawn), known(kept)).pages
    assert one.empty
    picture = one.picture
    with Image.open(io.BytesIO(picture.jpeg)) as straight:
        assert straight.size == (picture.width, picture.height) == (1295, 1676)
        for box in (one.choices[0].places[0].box, one.choices[-1].places[-1].box):
            left, top, width, height = picture.area(box, around=0.5)
            dark = straight.convert("L").crop((left, top, left + width, top + height))
            middle = dark.crop((9, 9, width - 9, height - 9))
            assert dark.getextrema()[0] < 110 < middle.getextrema()[0]


@pytest.mark.parametrize("corner", ["A", "B"])
def test_one_covered_code_is_enough(corner):
    drawn, kept, says = filled()
    left, top, width, height = map(float, kept.layout["codes"][corner])
    drawn = covered(drawn, Box(left - 3, top - 3, width + 6, height + 6))
    assert told(read_photo(photo(drawn), known(kept))) == says


def test_a_covered_box_is_asked_about():
    drawn, kept, _ = filled()
    left, top, *_ = place(kept, what="help", row=0, day=6, level=1).box
    read = read_photo(photo(covered(drawn, (left - 2, top - 2, 12, 6), "white")), known(kept))
    assert told(read)[0, 6] is Doubt.HIDDEN


def test_a_copy_of_a_copy_is_read_too():
    drawn, kept, says = filled()
    copy = drawn.convert("L").point(lambda value: 0 if value < 150 else 255).convert("RGB")
    assert told(read_photo(photo(copy, dark=0.8), known(kept))) == says


def test_folded_paper_is_read_too():
    drawn, kept, says = filled()
    wide, high = drawn.size
    low = (0, high // 2, wide, high)
    corners = (0, 0, 12, high // 2, wide - 12, high // 2, wide, 0)
    leaning = drawn.crop(low).transform((wide, high // 2), Image.Transform.QUAD, corners)
    drawn.paste(leaning, low)
    found = told(read_photo(photo(drawn), known(kept)))
    assert found | says == found


def test_two_sheets_in_one_photo_are_read_each_and_one_of_another_journal_is_told():
    one, of_one = page(HELP)
    other, of_other = page(HELP, chance=9)
    one = tick(one, place(of_one, what="help", row=0, day=1, level=1))
    other = tick(other, place(of_other, what="help", row=0, day=2, level=4))
    both = Image.new("RGB", (one.width * 2 + 20, one.height), (90, 80, 70))
    both.paste(one, (0, 0))
    both.paste(other, (one.width + 20, 0))
    data = photo(both, lean=0.01)
    read = read_photo(data, known(of_one, of_other))
    says = {
        each.sheet.id: [c.ticked.level for c in each.choices if c.ticked] for each in read.pages
    }
    assert says == {of_one.id: [1], of_other.id: [4]}
    read = read_photo(data, known(of_one))
    assert ([each.sheet for each in read.pages], read.faults) == ([of_one], (PhotoFault.UNKNOWN,))


def test_a_picture_is_known_for_a_sheet_by_its_codes_alone():
    drawn, kept = page(HELP)
    data = photo(drawn)
    assert holds_sheet(data, known(kept))
    assert not holds_sheet(data, known())
    assert not holds_sheet(b"hello", known(kept))


def saved(picture, form="PNG", **options):
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def as_png(width, height):
    """A PNG that says it is so large, and holds nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one))
        for one in (head, b"IDAT" + zlib.compress(b""), b"IEND")
    )


def other_code(words):
    """A picture of a code that no page here has."""
    out = io.BytesIO()
    segno.make(words, error="q", micro=False).save(out, kind="png", scale=14, border=5)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", PhotoFault.EMPTY),
        (b"\xff" * (MOST_PHOTO_BYTES + 1), PhotoFault.TOO_LARGE),
        (b"hello", PhotoFault.UNREADABLE),
        (b"%PDF-1.7", PhotoFault.UNREADABLE),
        (as_png(300, 300), PhotoFault.UNREADABLE),
        (as_png(60_000, 60_000), PhotoFault.TOO_MANY_PIXELS),
        (as_png(7_000, 6_000), PhotoFault.TOO_MANY_PIXELS),
        (as_png(100_000, 1), PhotoFault.NO_SHEET),
        (as_png(6_000, 400), PhotoFault.NO_SHEET),
        (as_png(300, 199), PhotoFault.NO_SHEET),
        (saved(Image.new("RGB", (900, 700), (200, 180, 160))), PhotoFault.NO_SHEET),
        (saved(Image.new("L", (2_600, 2_000), 190)), PhotoFault.NO_SHEET),
        (other_code("HJ1A1"), PhotoFault.NO_SHEET),
        (other_code("HJ2A1ABCDEFGHJKM"), PhotoFault.NO_SHEET),
        (other_code("HJ1A1ABCDEFGHJKM"), PhotoFault.UNKNOWN),
    ],
)
def test_what_is_no_photo_of_a_sheet_has_its_reason(data, fault):
    read = read_photo(data, {})
    assert (read.pages, read.faults) == ((), (fault,))


def test_a_photo_of_an_iphone_is_read_in_a_process_of_its_own_and_shows_no_sheet():
    read = read_photo((PHOTOS / "turned.heic").read_bytes(), {})
    assert read.faults == (PhotoFault.NO_SHEET,)


@pytest.mark.parametrize(
    ("picture", "fault"),
    [
        (lambda drawn: drawn.resize((drawn.width // 2, drawn.height // 2)), "too_small"),
        (lambda drawn: drawn.point(lambda value: 190 + value // 20), "blurred"),
        (lambda drawn: covered(drawn, (0, 45, 216, 200)), "covered"),
    ],
)
def test_a_photo_that_cannot_be_read_for_sure_is_refused(picture, fault):
    drawn, kept = page(HELP, NUMBER)
    read = read_photo(photo(picture(drawn), lean=0), known(kept))
    assert (read.pages, read.faults) == ((), (PhotoFault(fault),))


@pytest.mark.parametrize("layout", [{}, "without boxes"])
def test_a_sheet_whose_places_are_damaged_is_told_so(layout):
    drawn, kept = page(HELP)
    wrong = {**kept.layout, "places": []} if layout else {}
    read = read_photo(photo(drawn), known(replace(kept, layout=wrong)))
    assert read.faults == (PhotoFault.DAMAGED,)


def test_a_picture_with_few_colors_is_read_too():
    drawn, kept, says = filled()
    with Image.open(io.BytesIO(photo(drawn))) as shot:
        data = saved(shot.convert("P"), "GIF")
    read = read_photo(data, known(kept))
    assert {choice: said for choice, said in told(read).items() if choice[0] is not None} == {
        choice: said for choice, said in says.items() if choice[0] is not None
    }


def test_what_is_written_on_few_days_is_seen_too():
    drawn, kept = page(HELP, NUMBER, days=2)
    left, top, *_ = place(kept, what="number", day=1).box
    drawn = stroke(drawn, [(left + 2, top + 1), (left + 5, top + 3), (left + 2, top + 4)])
    assert told(read_photo(photo(drawn), known(kept))) == {(1, 1): Doubt.WRITTEN}


def test_a_photo_lies_as_its_camera_says():
    drawn, kept, says = filled()
    with Image.open(io.BytesIO(photo(drawn, turned=90))) as shot:
        exif = Image.Exif()
        exif[0x0112] = 6
        data = saved(shot, "JPEG", exif=exif)
    assert told(read_photo(data, known(kept))) == says


def test_a_large_photo_is_read_at_its_half_first():
    drawn, kept, says = filled()
    with Image.open(io.BytesIO(photo(drawn))) as shot:
        data = saved(shot.resize((shot.width * 3 // 2, shot.height * 3 // 2)), "JPEG")
    assert told(read_photo(data, known(kept))) == says


def crumb(drawn, where):
    """A picture with a crumb in a place: brown, and paler than any pen."""
    left, top, *_ = where.box
    return stroke(drawn, [(left + 1.6, top + 2.0), (left + 2.3, top + 2.2)], 6, (150, 125, 100))


def test_ditto_marks_crumbs_and_ticks_beside_the_boxes_are_asked_about():
    drawn, kept = page(HELP)
    left, top, *_ = place(kept, what="help", row=0, day=1, level=2).box
    for x in (1.1, 2.4):
        drawn = stroke(drawn, [(left + x, top + 1.0), (left + x - 0.2, top + 2.4)])
    drawn = crumb(drawn, place(kept, what="help", row=0, day=2, level=1))
    left, top, *_ = place(kept, what="help", row=0, day=3, level=3).box
    tick_right = [(left + 8, top + 2), (left + 9, top + 3), (left + 11, top)]
    drawn = stroke(drawn, tick_right)
    assert told(read_photo(photo(drawn), known(kept))) == {
        (0, 1): Doubt.DITTO,
        (0, 2): Doubt.SPECK,
        (0, 3): Doubt.BESIDE,
    }


def test_a_grainy_photo_shows_no_marks_beside_its_boxes():
    drawn, kept, says = filled()
    with Image.open(io.BytesIO(photo(drawn, dark=0.5))) as shot:
        dots = random.Random(1).randbytes(shot.width * shot.height)
        grain = Image.frombytes("L", shot.size, dots).point(lambda value: 90 + value * 3 // 10)
        grain = grain.convert("RGB")
        grainy = ImageChops.add(shot, grain, offset=-128)
    assert told(read_photo(saved(grainy), known(kept))) == says


def test_what_reaches_out_of_a_box_is_of_that_box_and_of_none_beside_it():
    drawn, kept = page(HELP, HELP, HELP, times=2)
    left, top, *_ = place(kept, what="help", row=0, day=2, level=2).box
    beside = place(kept, what="help", row=1, day=2, level=2).box.left
    drawn = stroke(drawn, [(left + 1, top + 2), (left + 2, top + 3.5), (beside - 1, top + 1)])
    assert told(read_photo(photo(drawn), known(kept))) == {(0, 2): (PlaceFor.HELP, 2)}
