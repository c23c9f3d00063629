"""What boxes say, on plain numbers: blank, marked, or why to ask. No picture is needed for it."""

import pytest

from homejournal.domain.papers.sheet_marks import (
    BoxInk,
    Choice,
    Decision,
    Doubt,
    PageInk,
    PhotoFault,
    decided,
    fault_of,
)

NOWHERE = (0.0, 0.0, 0.0, 0.0)
PAGE = PageInk(contrast=0.9, scale=8, found=1, seen=1, noise=0.0005, speckle=0.05, dirt=0.02)
POOR = PAGE._replace(noise=0.0025, speckle=0.12, dirt=0.7)


def box(**said):
    return BoxInk(
        **{
            "seen": True,
            "strokes": 0.001,
            "ink": 0.0,
            "peak": 0.05,
            "area": 0.0,
            "cover": 0.0,
            "over": NOWHERE,
            "beside": NOWHERE,
            "ring": 0.0,
        }
        | said
    )


EMPTY = box()
TICKED = box(strokes=0.08, ink=0.1, peak=0.6, area=1.2, cover=0.15)
FILLED = box(strokes=0.05, ink=0.6, peak=0.7, area=6.0, cover=0.8, over=(0.4, 0.3, 0.2, 0.3))
STRUCK = FILLED._replace(over=(1.1, 0.9, 0.5, 0.6))
CROSSED_OUT = box(strokes=0.17, ink=0.35, peak=0.5, area=2.0, cover=0.37, over=(2.5, 2.5, 0, 0))
SMEARED = FILLED._replace(cover=0.7, over=(1.6, 0.0, 0.0, 0.0))
FAINT = box(strokes=0.008, ink=0.03, peak=0.09, area=0.9, cover=0.1)
VEIL = box(ink=0.03, area=1.3, cover=0.2)
SHADED = box(strokes=0.0159, ink=0.22, peak=0.08, area=5.1, cover=0.9)
PALE = box(ink=0.09, area=0.1)
SHY = box(strokes=0.02, ink=0.02, peak=0.4, area=0.1, cover=0.01)
CIRCLED = box(over=(1.2, 1.9, 0.6, 0.9), beside=(0.1, 0.3, 0.1, 0.0), ring=0.6)
CIRCLED_WIDE = box(ring=0.9)
NEAR = box(beside=(0.0, 0.2, 0.0, 0.0))
TAIL_ABOVE = box(beside=(0.0, 0.0, 0.3, 0.0))
HALF_CIRCLED = box(over=(0.0, 0.0, 0.6, 0.0), ring=0.4)
TRACE_OF = box(strokes=0.0045, ink=0.004, peak=0.08, area=0.3)
HIDDEN = box(seen=False)


def said(*boxes, page=PAGE):
    (decision,) = decided([Choice(0, boxes)], page)
    return decision


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ((EMPTY, EMPTY), Decision()),
        ((EMPTY, TICKED, EMPTY), Decision(ticked=1)),
        ((FILLED, EMPTY), Decision(ticked=0)),
        ((EMPTY, TAIL_ABOVE), Decision()),
        ((EMPTY, CIRCLED), Decision(ticked=1)),
        ((EMPTY, CIRCLED_WIDE), Decision(ticked=1)),
        ((EMPTY, CIRCLED._replace(strokes=0.01, peak=0.3, area=0.3)), Decision(ticked=1)),
        ((CIRCLED, TICKED), Decision(doubt=Doubt.TWO, likely=(1, 0))),
        ((CIRCLED, CIRCLED), Decision(doubt=Doubt.BESIDE, likely=(0, 1))),
        ((EMPTY, NEAR), Decision(doubt=Doubt.BESIDE, likely=(1,))),
        ((HALF_CIRCLED, EMPTY), Decision(doubt=Doubt.BESIDE, likely=(0,))),
        ((TICKED, TICKED._replace(strokes=0.2)), Decision(doubt=Doubt.TWO, likely=(1, 0))),
        ((TICKED, FAINT), Decision(doubt=Doubt.TWO, likely=(0, 1))),
        ((TICKED._replace(strokes=0.2), TRACE_OF), Decision(ticked=0)),
        ((FAINT, EMPTY), Decision(doubt=Doubt.FAINT, likely=(0,))),
        ((VEIL, EMPTY), Decision(doubt=Doubt.FAINT, likely=(0,))),
        ((SHADED, EMPTY), Decision(doubt=Doubt.FAINT, likely=(0,))),
        ((PALE, EMPTY), Decision(doubt=Doubt.SPECK, likely=(0,))),
        ((EMPTY, SHY), Decision(doubt=Doubt.SPECK, likely=(1,))),
        ((STRUCK, EMPTY), Decision(doubt=Doubt.STRUCK_OUT, likely=(0,))),
        ((CROSSED_OUT, EMPTY), Decision(doubt=Doubt.STRUCK_OUT, likely=(0,))),
        ((SMEARED, EMPTY), Decision(doubt=Doubt.STRUCK_OUT, likely=(0,))),
        ((STRUCK, TICKED), Decision(doubt=Doubt.TWO, likely=(0, 1))),
        ((TICKED, HIDDEN), Decision(doubt=Doubt.HIDDEN)),
    ],
)
def test_a_choice_says_what_is_plain_and_asks_for_the_rest(boxes, expected):
    assert said(*boxes) == expected


@pytest.mark.parametrize("ink", [FAINT, VEIL])
def test_on_a_poor_photo_more_ink_is_needed_before_a_box_is_not_empty(ink):
    assert said(ink, EMPTY, page=POOR) == Decision()
    assert said(ink._replace(peak=0.3), EMPTY, page=POOR).doubt is Doubt.FAINT


def test_on_a_poor_photo_a_mark_has_to_be_stronger():
    weak = box(strokes=0.022, ink=0.05, peak=0.4, area=0.9)
    assert said(weak, EMPTY) == Decision(ticked=0)
    assert said(weak, EMPTY, page=POOR).doubt is Doubt.FAINT


def test_a_line_through_most_boxes_of_a_day_is_asked_about_whatever_is_ticked():
    of_day = [Choice(2, (NEAR, TICKED, NEAR)), Choice(2, (NEAR, NEAR, EMPTY))]
    other = [Choice(3, (EMPTY, TICKED, EMPTY)), Choice(3, (EMPTY, EMPTY, NEAR))]
    assert [one.doubt for one in decided([*of_day, *other], PAGE)] == [
        Doubt.LINE,
        Doubt.LINE,
        None,
        Doubt.BESIDE,
    ]


def test_a_day_of_few_boxes_that_are_all_ticked_has_no_line():
    assert decided([Choice(0, (TICKED,)), Choice(0, (TICKED,))], PAGE) == [Decision(ticked=0)] * 2


@pytest.mark.parametrize(
    ("said_of", "codes", "fault"),
    [
        ({}, 2, None),
        ({"scale": 3.5}, 2, PhotoFault.TOO_SMALL),
        ({"contrast": 0.2}, 2, PhotoFault.BLURRED),
        ({"found": 0.3}, 2, PhotoFault.COVERED),
        ({"seen": 0.8}, 2, None),
        ({"seen": 0.8}, 1, PhotoFault.COVERED),
        ({"seen": 0.9}, 1, None),
    ],
)
def test_a_photo_that_cannot_be_read_for_sure_is_refused_with_the_reason(said_of, codes, fault):
    assert fault_of(PAGE._replace(**said_of), codes) is fault
