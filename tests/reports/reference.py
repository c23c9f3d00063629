"""A few charts as they looked when somebody last looked at them, to compare new ones with.

After a change of the drawing that is meant, look at the new pictures and keep them:

    python -m tests.reports.reference

This draws them anew into ``tests/reports/reference/``. Letters are those of ``resources/fonts``, so
they are the same on every machine; what is left of differences lies within the tolerance.
"""

import io
import os
from pathlib import Path

from numpy import abs as absolute
from numpy import asarray
from PIL import Image

from homejournal.reports.charts.figures import chart_png
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import wording_of
from tests.reports.sample_charts import ALL

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
}
BLOCK = 6
"""Pixels of which the middle is taken: the edges of letters differ a little elsewhere."""
TOLERANCE = 28.0
"""How far a block may be off, of 255."""
_COLORS = 96


def drawn(name):
    """Return the picture of a name as it is drawn now."""
    chart, look, language = PICTURES[name]
    return Image.open(io.BytesIO(chart_png(chart, wording_of(language), look))).convert("RGB")


def farthest(one, other):
    """Return how far the most different blocks of two pictures are apart, of 255."""
    if one.size != other.size:
        return 255.0
    first, second = (
        asarray(picture.convert("RGB").reduce(BLOCK)).astype(float) for picture in (one, other)
    )
    return float(absolute(first - second).max())


def keep_all():
    """Draw all pictures anew, in few colors so that their files are small."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name in PICTURES:
        drawn(name).quantize(_COLORS, dither=Image.Dither.NONE).save(
            FOLDER / f"{name}.png", optimize=True
        )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_all()
