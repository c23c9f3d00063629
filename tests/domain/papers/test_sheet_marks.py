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
            "dark": 0.9,
            "extent": 2.5,
            "twin": 0.0,
            "aside": 0.0,
        }
        | said
    )


EMPTY = box()
TICKED = box(strokes=0.08, ink=0.1, peak=0.6, area=1.2, cover=0.15)
FILLED = box(strokes=0.05, ink=0.6, peak=0.7, area=6.0, cover=0.8, over=(0.4, 0.3, 0.2, 0.3))
STRUCK = FILLED._replace(over=(1.1, 0.9, 0.5, 0.6))
CROSSED_OUT = box(strokes=0.17, ink=0.35, peak=0.5, area=2.0, cover=0.37, over=(2.5, 2.5, 0, 0))
SMEARED = FILLED._replace(cover=0.7, over=(1.6, 0.0, 0.0, 0.0))
FAINT = box(strokes=0.008, ink=0.03, peak=0.09, area=0.9, cover=0.1, dark=0.2)
VEIL = box(ink=0.03, area=1.3, cover=0.2, dark=0.1)
SHADED = box(strokes=0.0159, ink=0.22, peak=0.08, area=5.1, cover=0.9, dark=0.3)
RUBBED = box(strokes=0.033, ink=0.11, peak=0.18, area=3.9, dark=0.23)
OUTLINE = box(strokes=0.006, ink=0.02, peak=0.15, area=0.5, dark=0.07)
PALE = box(ink=0.09, area=0.1, dark=0.2)
SHY = box(strokes=0.02, ink=0.02, peak=0.4, area=0.1, cover=0.01)
BLOT = box(strokes=0.05, ink=0.08, peak=0.5, area=0.45, dark=1.0, extent=1.0)
CRUMB = box(strokes=0.044, ink=0.07, peak=0.33, area=1.1, dark=0.56, extent=1.5)
DOT = box(strokes=0.047, ink=0.05, peak=0.6, area=0.75, dark=0.7, extent=1.2)
THROUGH = box(strokes=0.023, ink=0.015, peak=0.56, area=0.1, dark=0.5, over=(0.8, 2.5, 0.0, 0.8))
DITTO = box(strokes=0.09, ink=0.14, peak=0.4, area=1.4, dark=0.8, extent=1.8, twin=0.9)
BROKEN = DITTO._replace(extent=2.8)
BLURRED = box(strokes=0.015, ink=0.15, peak=0.2, area=1.1, dark=0.76)
WORD = box(strokes=0.011, ink=0.025, peak=0.36, area=0.5, dark=0.7, over=(1.0, 2.5, 1.5, 0.0))
CIRCLED = box(over=(1.2, 1.9, 0.6, 0.9), beside=(0.1, 0.3, 0.1, 0.0), ring=0.6)
CIRCLED_LOOSELY = box(ring=0.97, over=(2.5, 0.0, 0.0, 1.8), beside=(0.3, 0.0, 0.25, 0.1))
BIG_CROSS = box(strokes=0.33, ink=0.4, peak=0.87, area=4.9, cover=0.45, over=(1.2, 1.2, 0.9, 0.4))
SPECKLED_ABOUT = box(ring=0.9)
NEAR = box(beside=(0.0, 0.2, 0.0, 0.0))
TAIL_ABOVE = box(beside=(0.0, 0.0, 0.3, 0.0))
HALF_CIRCLED = box(over=(0.0, 0.0, 0.6, 0.0), ring=0.4)
ASIDE = box(aside=1.5)
BELOW = box(over=(0.0, 0.0, 0.0, 1.9), beside=(0.0, 0.0, 0.0, 0.1))
ABOVE = box(beside=(0.0, 0.0, 0.1, 0.0))
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
        ((EMPTY, SPECKLED_ABOUT), Decision()),
        ((EMPTY, CIRCLED._replace(strokes=0.01, peak=0.3, area=0.3)), Decision(ticked=1)),
        ((CIRCLED, TICKED), Decision(doubt=Doubt.TWO, likely=(1, 0))),
        ((CIRCLED_LOOSELY, EMPTY), Decision(ticked=0)),
        ((CIRCLED_LOOSELY, SPECKLED_ABOUT), Decision(doubt=Doubt.BESIDE, likely=(0,))),
        ((BIG_CROSS, EMPTY), Decision(ticked=0)),
        ((CIRCLED, CIRCLED), Decision(doubt=Doubt.BESIDE, likely=(0, 1))),
        ((EMPTY, NEAR), Decision(doubt=Doubt.BESIDE, likely=(1,))),
        ((HALF_CIRCLED, EMPTY), Decision(doubt=Doubt.BESIDE, likely=(0,))),
        ((TICKED, TICKED._replace(strokes=0.2)), Decision(doubt=Doubt.TWO, likely=(1, 0))),
        ((TICKED, FAINT), Decision(ticked=0)),
        ((RUBBED, TICKED), Decision(ticked=1)),
        ((TICKED, SHY), Decision(ticked=0)),
        ((TICKED, SHY._replace(ink=0.03)), Decision(doubt=Doubt.TWO, likely=(0, 1))),
        ((DITTO, FAINT), Decision(doubt=Doubt.TWO, likely=(0, 1))),
        ((TICKED._replace(strokes=0.2), TRACE_OF), Decision(ticked=0)),
        ((FAINT, EMPTY), Decision(doubt=Doubt.FAINT, likely=(0,))),
        ((VEIL, EMPTY), Decision(doubt=Doubt.FAINT, likely=(0,))),
        ((OUTLINE, EMPTY), Decision()),
        ((SHADED, EMPTY), Decision(doubt=Doubt.FAINT, likely=(0,))),
        ((PALE, EMPTY), Decision(doubt=Doubt.SPECK, likely=(0,))),
        ((RUBBED, EMPTY), Decision(doubt=Doubt.FAINT, likely=(0,))),
        ((EMPTY, SHY), Decision(doubt=Doubt.SPECK, likely=(1,))),
        ((EMPTY, BLOT), Decision(doubt=Doubt.SPECK, likely=(1,))),
        ((EMPTY, CRUMB), Decision(doubt=Doubt.SPECK, likely=(1,))),
        ((EMPTY, DOT), Decision(ticked=1)),
        ((EMPTY, THROUGH), Decision(ticked=1)),
        ((EMPTY, WORD), Decision(doubt=Doubt.FAINT, likely=(1,))),
        ((EMPTY, BLURRED), Decision(ticked=1)),
        ((EMPTY, DITTO), Decision(doubt=Doubt.DITTO, likely=(1,))),
        ((EMPTY, BROKEN), Decision(ticked=1)),
        ((EMPTY, ASIDE), Decision(doubt=Doubt.BESIDE, likely=(1,))),
        ((TICKED, ASIDE), Decision(ticked=0)),
        ((BELOW, ABOVE, EMPTY), Decision(doubt=Doubt.BESIDE, likely=(0, 1))),
        ((BELOW, EMPTY, ABOVE), Decision()),
        ((STRUCK, EMPTY), Decision(doubt=Doubt.STRUCK_OUT, likely=(0,))),
        ((CROSSED_OUT, EMPTY), Decision(doubt=Doubt.STRUCK_OUT, likely=(0,))),
        ((SMEARED, EMPTY), Decision(doubt=Doubt.STRUCK_OUT, likely=(0,))),
        ((STRUCK, TICKED), Decision(doubt=Doubt.TWO, likely=(0, 1))),
        ((TICKED, HIDDEN), Decision(doubt=Doubt.HIDDEN)),
    ],
)
def test_a_choice_says_what_is_plain_and_asks_for_the_rest(boxes, expected):
    assert said(*boxes) == expected


def decided_of_a_page(*first, others):
    """What the first choice says on a page with others."""
    return decided([Choice(0, first), *(Choice(n + 1, of) for n, of in enumerate(others))], PAGE)[0]


def test_where_a_family_fills_its_boxes_a_filled_one_is_not_struck_out():
    filled, ticked = [(FILLED, EMPTY)] * 4, [(TICKED, EMPTY)] * 4
    assert decided_of_a_page(STRUCK, EMPTY, others=filled) == Decision(ticked=0)
    assert decided_of_a_page(STRUCK, EMPTY, others=ticked).doubt is Doubt.STRUCK_OUT


def test_what_lies_beside_most_boxes_is_no_mark():
    grainy = [(ASIDE, ASIDE)] * 3
    assert decided_of_a_page(ASIDE, EMPTY, others=grainy) == Decision()
    more = ASIDE._replace(aside=7.0)
    assert decided_of_a_page(more, EMPTY, others=grainy).doubt is Doubt.BESIDE


def test_where_empty_boxes_differ_as_under_a_shadow_a_veil_is_no_mark():
    shaded = [tuple(box(ink=ink) for ink in (0.0, 0.01, 0.02, 0.03)) for _ in range(3)]
    assert decided_of_a_page(VEIL, EMPTY, others=[(EMPTY, EMPTY)]).doubt is Doubt.FAINT
    assert decided_of_a_page(VEIL, EMPTY, others=shaded) == Decision()


def test_a_line_beside_all_blank_boxes_of_a_day_is_asked_about():
    of_day = [Choice(2, (ASIDE, ASIDE, ASIDE)), Choice(2, (ASIDE, ASIDE)), Choice(2, (EMPTY,))]
    rest = [Choice(day, (EMPTY,) * 3) for day in (0, 1, 3, 4)]
    assert [one.doubt for one in decided([*of_day, *rest], PAGE)][:3] == [Doubt.LINE] * 3


@pytest.mark.parametrize("ink", [FAINT, VEIL])
def test_on_a_poor_photo_more_ink_is_needed_before_a_box_is_not_empty(ink):
    assert said(ink, EMPTY, page=POOR) == Decision()
    assert said(ink._replace(peak=0.3), EMPTY, page=POOR).doubt is Doubt.FAINT


def test_on_a_poor_photo_a_mark_has_to_be_stronger():
    weak = box(strokes=0.022, ink=0.05, peak=0.4, area=0.9, dark=0.5)
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
        ({"scale": 3.2}, 2, PhotoFault.TOO_SMALL),
        ({"scale": 3.4}, 2, None),
        ({"contrast": 0.2}, 2, PhotoFault.BLURRED),
        ({"found": 0.3}, 2, PhotoFault.COVERED),
        ({"seen": 0.8}, 2, None),
        ({"seen": 0.4}, 2, PhotoFault.COVERED),
        ({"seen": 0.8}, 1, PhotoFault.COVERED),
        ({"seen": 0.9}, 1, None),
    ],
)
def test_a_photo_that_cannot_be_read_for_sure_is_refused_with_the_reason(said_of, codes, fault):
    assert fault_of(PAGE._replace(**said_of), codes) is fault
