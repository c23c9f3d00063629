"""Photos of filled-in sheets for tests: a page as the program prints it, ticks, and a camera."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from uuid import UUID

from PIL import Image, ImageDraw

from homejournal.domain.papers.printed_sheets import FridgeRow, SheetCodes
from homejournal.domain.papers.sheet_layout import kept_sheets
from homejournal.domain.papers.sheet_places import kept_sheets_by_code, places_of
from homejournal.domain.records.rating_scales import RatingKind
from tests.reports.papers.test_week_sheet import PRINTER, a_plan, a_sheet, a_strategy

PPI = 160
DOTS = PPI / 25.4
MADE = datetime(2026, 3, 22, tzinfo=UTC)
STEP = UUID(int=3)


@cache
def page(*kinds, number=1, chance=2, of=1, days=7, times=1):
    """A printed page with a strategy for each kind, and what is kept of it."""
    strategies = []
    for n, kind in enumerate(kinds or (RatingKind.HELP,)):
        plan = a_plan(kind)
        row = FridgeRow(days=(plan,) * days + (None,) * (7 - days), steps=(STEP,) * 7)
        rows = tuple(replace(row, place=n + 1) for n in range(times)) if times > 1 else (row,)
        one = a_strategy(str(kind), plan, rows=rows)
        strategies.append(
            one.__class__(strategy=UUID(int=10 + n), name=one.name, rows=rows, often=one.often)
        )
    codes = SheetCodes(child=UUID(int=of), chance=UUID(int=chance))
    sheet = a_sheet(*strategies, codes=codes)
    kept = kept_sheets(sheet, PRINTER.spots(sheet), MADE)[number - 1]
    drawn = Image.open(io.BytesIO(PRINTER.pictures(sheet, PPI)[number - 1])).convert("RGB")
    return drawn, kept


def known(*pages):
    return kept_sheets_by_code(pages)


def places(kept, **wanted):
    """The places of a kept page that are so."""
    return [
        one
        for one in places_of(kept).places
        if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def place(kept, **wanted):
    (found,) = places(kept, **wanted)
    return found


def tick(drawn, where, width=3, color=(20, 30, 120)):
    """A picture with a tick in a place."""
    box = where.box
    line = [(0.2, 0.5), (0.45, 0.85), (0.9, 0.1)]
    return stroke(
        drawn, [(box.left + box.width * x, box.top + box.height * y) for x, y in line], width, color
    )


def stroke(drawn, points, width=3, color=(20, 30, 120)):
    """A picture with a line through points, in millimeters."""
    new = drawn.copy()
    ImageDraw.Draw(new).line([(x * DOTS, y * DOTS) for x, y in points], color, width, "curve")
    return new


def scribble(drawn, where, out=1.2):
    """A picture in which a place is scribbled out, so many millimeters out of it on each side."""
    box, points = where.box, []
    for n in range(9):
        x = box.left - out if n % 2 else box.left + box.width + out
        points.append((x, box.top + box.height * n / 8))
    return stroke(drawn, points, 4)


def covered(drawn, box, color=(150, 30, 30)):
    """A picture with something lying on a box in millimeters."""
    new = drawn.copy()
    left, top, width, height = box
    edges = (left * DOTS, top * DOTS, (left + width) * DOTS, (top + height) * DOTS)
    ImageDraw.Draw(new).rectangle(edges, color)
    return new


def photo(drawn, *, lean=0.06, around=60, turned=0, quality=88, dark=0.9, form="JPEG"):
    """A photo of a page on a table, from the side, as the bytes of a file."""
    width, height = drawn.size
    table = Image.new("RGB", (width + 2 * around, height + 2 * around), (90, 80, 70))
    table.paste(drawn.point(lambda value: int(value * dark)), (around, around))
    wide, high = table.size
    by = lean * wide
    corners = (-by, -by / 2, 0, high, wide, high + by / 2, wide + by, 0)
    shot = table.transform((wide, high), Image.Transform.QUAD, corners, Image.Resampling.BILINEAR)
    out = io.BytesIO()
    shot.rotate(turned, expand=True).save(
        out, form, **({"quality": quality} if form == "JPEG" else {})
    )
    return out.getvalue()
