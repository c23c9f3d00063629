"""What the boxes of a filled-in page say, decided from plain numbers: blank, marked, or ask.

What is not plain is asked about. A box counts as empty only if it is as empty as those nearby, and
as a mark only if there is clearly ink in it, of more than a speck, and no other box of its choice
has any. What the numbers mean was chosen on simulated photos: see docs/sheet-photos.md.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from statistics import median, median_low
from typing import NamedTuple

Sides = tuple[float, float, float, float]
"""To the left, to the right, above, below."""


class Doubt(StrEnum):
    """Why a person is asked what was meant."""

    HIDDEN = "hidden"
    """A box is not seen whole."""
    FAINT = "faint"
    SPECK = "speck"
    """So little ink that it may be a slip of the pen."""
    TWO = "two"
    """More than one box seems to be marked."""
    STRUCK_OUT = "struck_out"
    DITTO = "ditto"
    """Two short strokes side by side, as for what was said the day before."""
    BESIDE = "beside"
    """The boxes are empty, but there is something beside them."""
    LINE = "line"
    """There seems to be a line through all of the day."""
    WRITTEN = "written"
    """Something is written by hand, to be typed: a number, tries, or strokes."""
    PHOTOS_DIFFER = "photos_differ"
    """Two photos show the same page, and something else on it."""
    WHICH_HOME = "which_home"
    """Away, where the child may have been at the other home, which counts differently."""


class PhotoFault(StrEnum):
    """Why a photo, or a sheet on it, is not read."""

    NO_SHEET = "no_sheet"
    UNKNOWN = "unknown"
    """A sheet that this journal did not print."""
    TOO_SMALL = "too_small"
    BLURRED = "blurred"
    COVERED = "covered"
    DAMAGED = "damaged"
    """What the journal keeps of the sheet cannot be read."""
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNREADABLE = "unreadable"


class BoxInk(NamedTuple):
    """What is seen of one box; ink is a share of how dark the printed outlines are (0 to 1).

    `seen` says that all of its outline is. `strokes` is the mean of what is as narrow as a stroke,
    `ink` of all, `peak` of the darkest spot. `area` are the square millimeters that its own pen
    covers, `cover` the share of the box. `over` are the millimeters that ink goes on beyond each
    side. `beside` is the share of the paper close by on each side with ink, `ring` the share of
    directions in which ink lies about the box, and `aside` the square millimeters of ink farther
    on in its day. `dark` is how dark its darkest part is. `extent` are the millimeters that its ink
    reaches across or down, and `twin` how much of the larger one the lesser of two strokes beside
    each other is.
    """

    seen: bool
    strokes: float
    ink: float
    peak: float
    area: float
    cover: float
    over: Sides
    beside: Sides
    ring: float
    dark: float
    extent: float
    twin: float
    aside: float


class PageInk(NamedTuple):
    """What is seen of a page as a whole.

    `contrast` is how dark its outlines are against the paper, `scale` the pixels of a millimeter
    where it is farthest away. `found` and `seen` are the share of boxes that were found, and of
    those in the photo that are seen whole. Of empty boxes, `noise` is how much their strokes
    differ, `speckle` how dark their darkest spots are, `dirt` how many square millimeters look
    inked.
    """

    contrast: float
    scale: float
    found: float
    seen: float
    noise: float
    speckle: float
    dirt: float


class Decision(NamedTuple):
    """Which box of a choice is marked, by its number, or why to ask; with neither it is blank.

    `likely` are the boxes that may be meant, the likeliest first.
    """

    ticked: int | None = None
    doubt: Doubt | None = None
    likely: tuple[int, ...] = ()


class _Looks(StrEnum):
    """What one box looks like by itself."""

    EMPTY = "empty"
    TRACE = "trace"
    SPECK = "speck"
    MARK = "mark"
    WILD = "wild"
    DITTO = "ditto"


LEAST_SCALE = 3.3
"""Pixels of a millimeter; a page that fills a photo of 2 megapixels has more."""
_LEAST_CONTRAST = 0.25
_LEAST_FOUND, _LEAST_SEEN, _LEAST_SEEN_WITH_ONE_CODE = 0.4, 0.5, 0.85
_STROKES, _PEAK, _AREA, _VEIL = 0.0042, 0.11, 0.2, 0.012
_NOISE, _SPECKLE, _DIRT, _SHADE = 4.5, 1.9, 2.2, 5.0
"""A box is empty below these, or below so many times what the page shows in empty boxes."""
_MOST_VEIL, _SEEN = 0.07, 0.1
_MARK, _MARKS, _FILLED = 0.02, 2.2, 0.25
"""A mark has so much ink of strokes, so many times more than an empty box, or so much in all."""
_PALE, _STRONG = 0.38, 0.55
"""What is paler is no ink of a pen for sure, and what is darker is."""
_SPECK, _BLOT, _SHORT, _DOT, _ONWARD = 0.34, 0.6, 1.8, 0.65, 1.4
"""A speck covers less, or less and is short; a short one is a dot only if it is so dark. A stroke
that goes on so far out of the box is none of them."""
_TWIN, _SMALL = 0.5, 2.2
"""The lesser of two strokes beside each other is so much of the other, and both are small."""
_FEW, _MUCH = 4, 1.5
"""On a page with as many marks, one is struck out only with so much more ink than usual."""
_LEFT, _PALER = 0.2, 0.4
"""Beside a clear mark a speck or trace counts for nothing with less ink, or if it is paler."""
_TAIL, _MOST_TAIL = 0.05, 0.012
_BESIDE, _ASIDE, _ASIDES = 0.035, 1.0, 4.0
"""Ink close beside a box, and farther on: so much, and so many times what most boxes show."""
_RING, _MAYBE_RING, _RING_PART, _MUCH_BESIDE = 0.85, 0.5, 0.33, 0.1
_RING_OVER, _RING_FAR, _RING_INSIDE = 0.4, 0.7, 0.45
_COVERED = ((0.3, 1.6), (0.6, 0.7))
"""So much of a box is covered, and ink goes so far out of it on both sides: it is struck out."""
_FULL, _FAR_OUT = 0.6, 1.3
_LINE, _LINE_OF = 0.6, 5


def fault_of(page: PageInk, codes: int) -> PhotoFault | None:
    """Return why a page cannot be read for sure, or None; `codes` were found of its two."""
    if page.scale < LEAST_SCALE:
        return PhotoFault.TOO_SMALL
    if page.contrast < _LEAST_CONTRAST:
        return PhotoFault.BLURRED
    seen = _LEAST_SEEN if codes > 1 else _LEAST_SEEN_WITH_ONE_CODE
    if page.found < _LEAST_FOUND or page.seen < seen:
        return PhotoFault.COVERED
    return None


class Choice(NamedTuple):
    """Boxes of which one is ticked, from top to bottom, and of which day they are."""

    day: int
    boxes: tuple[BoxInk, ...]


def decided(choices: Sequence[Choice], page: PageInk) -> list[Decision]:
    """Return what each choice says; what the page shows in empty boxes tells what is blank."""
    usual = _usual(choices)
    looks = [[_looks(box, page, usual) for box in choice.boxes] for choice in choices]
    lined = _lined(choices, looks, usual)
    return [
        Decision(doubt=Doubt.LINE)
        if choice.day in lined
        else _decided(choice.boxes, of_choice, usual)
        for choice, of_choice in zip(choices, looks, strict=True)
    ]


class _Usual(NamedTuple):
    """What boxes of a page show: the ink of a mark, and how uneven empty ones are.

    Without enough marks to tell, `ink` is 0. `aside` is what most boxes have.
    """

    ink: float
    shade: float
    aside: float


def _usual(choices: Sequence[Choice]) -> _Usual:
    boxes = [box for choice in choices for box in choice.boxes]
    inks = sorted(box.ink for box in boxes)
    marks = [box.ink for box in boxes if box.dark >= _PALE and _is_inked(box)]
    return _Usual(
        ink=median(marks) if len(marks) >= _FEW else 0.0,
        shade=median_low(inks) - inks[len(inks) // 8] if inks else 0.0,
        aside=median_low(box.aside for box in boxes) if boxes else 0.0,
    )


def _is_inked(box: BoxInk) -> bool:
    return max(box.strokes, box.ink / 5) > 2 * _MARK


def _looks(box: BoxInk, page: PageInk, usual: _Usual) -> _Looks:
    """Return what a box looks like by itself; on a poor photo more ink is needed."""
    empty = max(_STROKES, _NOISE * page.noise)
    wide = box.area > max(_AREA, _DIRT * page.dirt)
    veiled = wide and box.ink > max(_VEIL, _SHADE * usual.shade)
    dark = box.strokes >= empty or box.peak >= max(_PEAK, _SPECKLE * page.speckle)
    if not ((box.dark >= _SEEN and (dark or veiled)) or box.ink >= _MOST_VEIL):
        return _Looks.EMPTY
    thin = box.strokes <= max(_MARK, _MARKS * empty) and box.ink <= _FILLED
    if box.dark < _PALE or (thin and (box.dark < _STRONG or box.area < _BLOT)):
        return _Looks.SPECK if box.area < _SPECK else _Looks.TRACE
    if _is_speck(box):
        return _Looks.SPECK
    if box.twin > _TWIN and box.extent < _SMALL:
        return _Looks.DITTO
    return _Looks.WILD if _is_wild(box, usual) else _Looks.MARK


def _is_speck(box: BoxInk) -> bool:
    """Return whether ink is no more than a slip of the pen, or than a crumb."""
    if sum(box.over) >= _ONWARD:
        return False
    short = box.extent < _SHORT
    return box.area < (_BLOT if short else _SPECK) or (short and box.dark < _DOT)


def _is_wild(box: BoxInk, usual: _Usual) -> bool:
    """Return whether a box looks scribbled out: not where the page is filled in so all over."""
    if box.ink < _MUCH * usual.ink:
        return False
    least, most = sorted(box.over[:2])
    both = any(box.cover > cover and least > out for cover, out in _COVERED)
    return both or (box.cover > _FULL and most > _FAR_OUT)


def _lined(
    choices: Sequence[Choice], looks: Sequence[Sequence[_Looks]], usual: _Usual
) -> frozenset[int]:
    """Return the days through most boxes of which something goes, in them or beside them."""
    of_days: dict[int, list[bool]] = {}
    for choice, of_choice in zip(choices, looks, strict=True):
        blank = all(look is _Looks.EMPTY for look in of_choice)
        of_days.setdefault(choice.day, []).extend(
            look is not _Looks.EMPTY or _is_beside(box) or (blank and _is_aside(box, usual))
            for box, look in zip(choice.boxes, of_choice, strict=True)
        )
    return frozenset(
        day
        for day, inked in of_days.items()
        if len(inked) >= _LINE_OF and sum(inked) > _LINE * len(inked)
    )


_PALE_ONES = frozenset({_Looks.TRACE, _Looks.SPECK})
_ASKED = {
    _Looks.TRACE: Doubt.FAINT,
    _Looks.SPECK: Doubt.SPECK,
    _Looks.WILD: Doubt.STRUCK_OUT,
    _Looks.DITTO: Doubt.DITTO,
}


def _decided(boxes: Sequence[BoxInk], looks: Sequence[_Looks], usual: _Usual) -> Decision:
    if not all(box.seen for box in boxes):
        return Decision(doubt=Doubt.HIDDEN)
    inked = [n for n, look in enumerate(looks) if look is not _Looks.EMPTY]
    inked.sort(key=lambda n: (looks[n] in _PALE_ONES, -max(boxes[n].strokes, boxes[n].ink)))
    ringed = _ringed(boxes)
    if ringed is not None and set(inked) <= {ringed}:
        return Decision(ticked=ringed)
    if not inked:
        near = [n for n, box in enumerate(boxes) if _is_beside(box) or _is_aside(box, usual)]
        near += [n for n in _between(boxes) if n not in near]
        return Decision(doubt=Doubt.BESIDE if near else None, likely=tuple(near))
    top, *others = inked
    alone = all(
        _is_tail(boxes[n], boxes[top]) or _is_left(boxes[n], looks[n], boxes[top], looks[top])
        for n in others
    )
    if not alone or ringed not in {None, top}:
        likely = dict.fromkeys([*inked, *(() if ringed is None else (ringed,))])
        return Decision(doubt=Doubt.TWO, likely=tuple(likely))
    doubt = _ASKED.get(looks[top])
    return Decision(doubt=doubt, likely=(top,)) if doubt else Decision(ticked=top)


def _ringed(boxes: Sequence[BoxInk]) -> int | None:
    """Return the one box that is circled, or None if there is none or another one may be."""
    rings = [n for n, box in enumerate(boxes) if _is_ringed(box)]
    maybe = [box for box in boxes if _is_partly_ringed(box)]
    return rings[0] if len(rings) == len(maybe) == 1 else None


def _is_partly_ringed(box: BoxInk) -> bool:
    out = sum(far > _RING_OVER for far in box.over)
    return min(box.over) > 0 or box.ring > _RING or (out > 1 and box.ring > _MAYBE_RING)


def _is_ringed(box: BoxInk) -> bool:
    """Return whether ink goes around a box that is empty in its middle."""
    least = min(box.over)
    around = least > _RING_FAR or (least > _RING_OVER and box.ring > _RING_PART)
    sides = sum(map(_is_beside_a_side, box.over, box.beside))
    return box.area < _RING_INSIDE and (around or (box.ring > _RING and sides > 1))


def _is_beside_a_side(over: float, beside: float) -> bool:
    return over > _RING_OVER or beside > _MUCH_BESIDE


def _is_tail(box: BoxInk, of: BoxInk) -> bool:
    """Return whether so little ink is what a strong mark nearby left there."""
    return box.strokes < min(_TAIL * of.strokes, _MOST_TAIL) and box.ink < _MOST_VEIL


def _is_left(box: BoxInk, look: _Looks, of: BoxInk, other: _Looks) -> bool:
    """Return whether a box has but a speck, or a far paler trace, beside a clear mark."""
    if other is not _Looks.MARK or look not in _PALE_ONES:
        return False
    less = max(box.strokes, box.ink) < _LEFT * max(of.strokes, of.ink)
    return less or box.dark < _PALER * of.dark


def _is_beside(box: BoxInk) -> bool:
    """Return whether there is ink beside a box; above or below alone it is another's tail."""
    left, right, *_ = box.beside
    out = [far > _RING_OVER for far in box.over]
    if sum(out) > 1 or (any(out) and box.ring > _RING_PART):
        return True
    return max(left, right) > _BESIDE or sum(side > _BESIDE for side in box.beside) > 1


def _is_aside(box: BoxInk, usual: _Usual) -> bool:
    """Return whether there is more ink farther beside a box than beside most of the page."""
    return box.aside > max(_ASIDE, _ASIDES * usual.aside)


def _between(boxes: Sequence[BoxInk]) -> list[int]:
    """Return boxes between which there is ink: below the one, and above the next."""
    found = []
    for n, (upper, lower) in enumerate(pairwise(boxes)):
        below = upper.over[3] > 0 or upper.beside[3] > _BESIDE
        above = lower.over[2] > 0 or lower.beside[2] > _BESIDE
        if below and above:
            found += [n, n + 1]
    return found
