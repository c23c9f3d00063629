"""The strip of a row: one sign for each day or time of day, or a small stack for a week or month.

The signs differ in shape, so that a copier keeps them apart: did it is a filled square, not today
an open one with a dash, left out a slanting stroke, not written a dot, and what was used outside
the plan an open square with a dot. Of what was not planned there is nothing.
"""

from collections.abc import Sequence

from homejournal.domain.looking_back.strategy_rows import Sign, StrategyRow, StretchCell
from homejournal.reports.charts.chart_frame import Rect
from homejournal.reports.strategy_rows.row_sheet import Outline, RowMark, RowSheet, Stroke

SIGN = 6.6
"""The height of a sign in points, while all of a day's have room."""
_BETWEEN = 1.6
_MOST_HIGH = 64.0
"""Points that the signs of a day take at most."""
STACK = 12.0
"""The height of a week or month."""
_OF_DAY, _OF_CELL = 0.72, 0.78
"""How much of its place a sign or stack takes across."""
_EDGE = 0.9
_STRIPES = 1.8
"""Points from one stripe of "not today" in a stack to the next."""


def strip_height(row: StrategyRow, text: float) -> float:
    """Return the points that the strip of a row takes."""
    if row.stretches:
        return STACK * text
    most = row.most_signs
    sign, gap = _sign_and_gap(most, text)
    return most * sign + (most - 1) * gap


def _sign_and_gap(signs: int, text: float) -> tuple[float, float]:
    whole = signs * SIGN + (signs - 1) * _BETWEEN
    scale = text * min(1.0, _MOST_HIGH / whole)
    return SIGN * scale, _BETWEEN * scale


def draw_strip(sheet: RowSheet, row: StrategyRow, bottom: float) -> None:
    """Draw the signs of the days or the stacks of longer cells, from so many points on."""
    high = strip_height(row, sheet.look.text)
    most = row.most_signs
    spans = [sheet.span(*span) for span in sheet.axis.cells]
    for at, (left, right) in enumerate(spans):
        place = Rect(left, bottom, right - left, high)
        if row.stretches:
            marked = _draw_stretch(sheet, row.stretches[at], place)
        else:
            marked = _draw_day(sheet, row.days[at].signs, most, place)
        if marked:
            sheet.marks.append(RowMark(place, "cell", at))


def _draw_day(sheet: RowSheet, signs: Sequence[Sign], most: int, place: Rect) -> bool:
    """Draw the signs of a day in the middle of its place; return whether it has any."""
    sign, gap = _sign_and_gap(most, sheet.look.text)
    middle = place.y + place.height / 2
    top = middle + (len(signs) * sign + (len(signs) - 1) * gap) / 2
    wide = max(1.0, min(sign, place.width * _OF_DAY))
    left = place.x + (place.width - wide) / 2
    for number, one in enumerate(signs):
        draw_sign(sheet, one, Rect(left, top - sign - number * (sign + gap), wide, sign))
    return bool(signs)


def draw_sign(sheet: RowSheet, sign: Sign, place: Rect) -> None:
    """Draw one sign in a rectangle."""
    ink, text = sheet.sheet.ink, sheet.look.text
    edge = min(_EDGE * text, place.width / 4)
    inner = Rect(place.x + edge / 2, place.y + edge / 2, place.width - edge, place.height - edge)
    middle = (place.x + place.right) / 2, (place.y + place.top) / 2
    if sign is Sign.DID_IT:
        sheet.box(Outline(ink.dark), place)
    elif sign is Sign.LEFT_OUT:
        _slant(sheet, place)
    elif sign is Sign.NOT_WRITTEN:
        radius = min(0.9 * text, max(0.5, place.width / 3))
        sheet.disc(Outline(ink.soft), *middle, radius)
    else:
        sheet.box(Outline(ink.halo, ink.dark, edge), inner)
        if sign is Sign.NOT_TODAY:
            dash = Stroke(ink.dark, max(edge, 0.7 * text))
            sheet.line(dash, (inner.x, middle[1]), (inner.right, middle[1]))
        else:
            sheet.disc(Outline(ink.dark), *middle, min(1.1 * text, place.width / 3.2))


def _slant(sheet: RowSheet, place: Rect) -> None:
    inset = place.height * 0.08
    stroke = Stroke(sheet.sheet.ink.soft, 1.1 * sheet.look.text)
    ends = (place.x, place.y + inset), (place.right, place.top - inset)
    sheet.line(stroke, *ends)


def _draw_stretch(sheet: RowSheet, cell: StretchCell, place: Rect) -> bool:
    """Draw a week or month as far as something can be told of it; return whether it was."""
    wide = max(1.0, place.width * _OF_CELL)
    place = place._replace(x=place.x + (place.width - wide) / 2, width=wide)
    if cell.planned:
        draw_stack(sheet, place, cell.did_it / cell.planned, cell.not_today / cell.planned)
    elif cell.judged:
        met, unsure = cell.met or 0, cell.unsure or 0
        draw_stack(sheet, place, met / cell.judged, 1 - (met + unsure) / cell.judged)
    elif cell.is_left_out:
        _slant(sheet, _square(place))
    elif cell.did_it:
        # Done, but nobody can say of how many planned days: no share is drawn.
        middle = place.y + place.height / 2
        high = 2.4 * sheet.look.text
        sheet.box(
            Outline(sheet.sheet.ink.dark), Rect(place.x, middle - high / 2, place.width, high)
        )
    elif cell.times:
        draw_sign(sheet, Sign.OUTSIDE, _square(place))
    else:
        return False
    return True


def _square(place: Rect) -> Rect:
    """Return the place of a sign in the middle of a stack's."""
    side = place.height * 0.55
    wide = min(side, place.width)
    middle = (place.x + place.right) / 2, (place.y + place.top) / 2
    return Rect(middle[0] - wide / 2, middle[1] - side / 2, wide, side)


def draw_stack(sheet: RowSheet, place: Rect, did: float, not_today: float) -> None:
    """Draw the shares of a whole, from the ground up; the rest stays empty."""
    ink, text = sheet.sheet.ink, sheet.look.text
    # In steps, so that months, which are not all as wide, are drawn at once.
    edge = round(min(0.6 * text, place.width / 5), 1)
    filled, striped = did * place.height, not_today * place.height
    sheet.box(Outline(ink.halo, ink.dark, edge, 1.9), place)
    if filled:
        sheet.box(Outline(ink.dark), Rect(place.x, place.y, place.width, filled))
    if striped:
        foot = place.y + filled
        stripe = Stroke(ink.dark, 0.6 * text)
        y = foot + _STRIPES * text / 2
        while y < foot + striped:
            sheet.line(stripe, (place.x, y), (place.right, y))
            y += _STRIPES * text
        sheet.line(stripe, (place.x, foot + striped), (place.right, foot + striped))
