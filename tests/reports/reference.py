"""Charts and papers as they looked when somebody last looked at them, to compare new ones with.

After a change of the drawing that is meant, look at the new pictures and keep them:

    python3 packaging/dev.py references [NAME] [...]

This draws them anew, or only those whose names begin so, into ``tests/reports/reference/``. Letters
are those of ``resources/fonts``, so they are the same on every machine; what is left of differences
lies within the tolerance.
"""

import io
import os
import sys
import tempfile
from pathlib import Path

from numpy import abs as absolute
from numpy import asarray, uint8
from PIL import Image

from homejournal.domain.looking_back.strategy_rows import StrategyRows
from homejournal.reports.charts.figures import chart_png
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.strategy_rows.legend import legend_picture, row_legend
from homejournal.reports.strategy_rows.pictures import head_picture, row_picture
from homejournal.reports.strategy_rows.row_sheet import RowLook
from homejournal.texts.wording import wording_of
from tests.reports.reference_papers import PAPERS, sheets_drawn
from tests.reports.sample_charts import ALL
from tests.reports.sample_rows import LONG, QUARTER, YEARS, all_rows

FOLDER = Path(__file__).with_name("reference")
LOOK = ChartLook(size=(6.0, 2.8), dpi=90)
PICTURES = {
    "levels": (ALL["levels"], LOOK, "en"),
    "middles": (ALL["middles"], LOOK, "en"),
    "tries-dark": (ALL["tries"], ChartLook(size=(6.0, 2.8), dpi=90, dark=True), "en"),
    "months-small": (ALL["months"], ChartLook(size=(2.4, 0.9), dpi=150, legend=False), "en"),
    "level-dots": (ALL["level dots"], LOOK, "en"),
    "number-dots-large": (ALL["number dots"], ChartLook(size=(7.0, 3.4), dpi=70, text=1.6), "en"),
    "visit": (ALL["before and since"], LOOK, "en"),
    "routines-from-the-right": (ALL["by routine"], LOOK, "ar"),
    "rows": (all_rows(), RowLook(), "en"),
    "rows-from-the-right": (all_rows(), RowLook(width=6.0, hatched=False), "ar"),
    "rows-large-dark": (
        all_rows(),
        RowLook(width=7.0, text=1.6, dark=True, hatched=False, dpi=70),
        "es",
    ),
    "rows-of-days": (all_rows(QUARTER), RowLook(), "en"),
    "rows-of-weeks": (all_rows(LONG), RowLook(), "en"),
    "rows-of-months": (all_rows(YEARS), RowLook(), "en"),
}
DIFFERENCES = Path(tempfile.gettempdir()) / "homejournal-references"
"""Where pictures of differences lie, until the next ones of the same names."""
GAP = 4
"""Pixels between two rows."""
BLOCK = 6
"""Pixels of which the middle is taken: the edges of letters differ a little elsewhere."""
TOLERANCE = 28.0
"""How far a block may be off, of 255."""
_COLORS = 96
_GRAY = 17
"""Papers are printed in black and white: sixteen grays, so far apart, are enough for them."""


def drawn(name):
    """Return the picture of a name as it is drawn now."""
    chart, look, language = PICTURES[name]
    if isinstance(chart, StrategyRows):
        return rows_drawn(chart, look, language)
    return Image.open(io.BytesIO(chart_png(chart, wording_of(language), look))).convert("RGB")


def rows_drawn(rows, look, language):
    """Return the head with all rows below it, and the swatches of the legend side by side."""
    wording = wording_of(language)
    pictures = [head_picture(rows, wording, look)]
    pictures += [row_picture(rows, at, wording, look) for at in range(len(rows.rows))]
    swatches = [
        legend_picture(entry.swatch, wording, look)
        for entry in row_legend(rows, wording)
        if entry.swatch
    ]
    ground = "#1f2428" if look.dark else "#ffffff"
    high = sum(one.height + GAP for one in pictures) + swatches[0].height
    image = Image.new("RGB", (pictures[0].width, high), ground)
    y = 0
    for one in pictures:
        _paste(image, one, (0, y))
        y += one.height + GAP
    for at, one in enumerate(swatches):
        _paste(image, one, (at * (one.width + GAP), y))
    return image


def _paste(image, picture, place):
    pixels = Image.frombuffer("RGBA", (picture.width, picture.height), picture.rgba)
    image.paste(pixels, place, pixels)


def farthest(one, other):
    """Return how far the most different blocks of two pictures are apart, of 255."""
    return 255.0 if one.size != other.size else float(_apart(one, other).max())


def _apart(one, other):
    """Return how far each block of a picture is from the same one of another, for each color."""
    first, second = (
        asarray(picture.convert("RGB").reduce(BLOCK)).astype(float) for picture in (one, other)
    )
    return absolute(first - second)


def difference(picture, name, folder=DIFFERENCES):
    """Return where to see how a picture differs from its reference, or "" where it does not.

    The reference stands at the left, the new picture in the middle, and at the right it is red
    where they differ.
    """
    file = FOLDER / f"{name}.png"
    kept = Image.open(file).convert("RGB") if file.exists() else Image.new("RGB", (1, 1))
    new = picture.convert("RGB")
    if farthest(kept, new) <= TOLERANCE:
        return ""
    folder.mkdir(exist_ok=True)
    parts = [kept, new]
    if kept.size == new.size:
        wrong = Image.fromarray(uint8(_apart(kept, new).max(axis=2) > TOLERANCE) * 255)
        whole = (wrong.width * BLOCK, wrong.height * BLOCK)
        mask = Image.new("L", new.size)
        mask.paste(wrong.resize(whole, Image.Resampling.NEAREST).point(lambda on: on // 2), (0, 0))
        parts.append(Image.composite(Image.new("RGB", new.size, "red"), new, mask))
    return _side_by_side(parts, folder / f"{name}.png")


def _side_by_side(parts, path):
    high = max(part.height for part in parts)
    whole = Image.new("RGB", (sum(part.width + GAP for part in parts), high), "#808080")
    x = 0
    for part in parts:
        whole.paste(part, (x, 0))
        x += part.width + GAP
    whole.save(path)
    return str(path)


def keep_all(*begins):
    """Draw all pictures anew, in few colors so that their files are small.

    With the beginnings of names only these are drawn.
    """
    FOLDER.mkdir(exist_ok=True)
    wanted = begins or ("",)
    pictures = {
        name: drawn(name).quantize(_COLORS, dither=Image.Dither.NONE)
        for name in PICTURES
        if name.startswith(wanted)
    }
    for name in PAPERS:
        if name.startswith(wanted):
            for sheet, picture in sheets_drawn(name).items():
                few = picture.point(lambda gray: round(gray / _GRAY) * _GRAY)
                pictures[sheet] = few.quantize(256 // _GRAY + 1)
    for old in FOLDER.glob("*.png"):
        if old.name.startswith(wanted):
            old.unlink()
    for name, picture in pictures.items():
        picture.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_all(*sys.argv[1:])
