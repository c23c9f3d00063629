"""Colors, hatches and fonts of all charts: told apart without color, in print and after a fax.

The colors are those of Okabe and Ito, in an order from light to dark; every level has a hatch of
its own as well. No level has an alarming color.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from homejournal.domain.ratings import RatingKind
from homejournal.resources import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

INK = "#1f2937"
SOFT = "#4b5563"
RULE = "#9ca3af"
INK_ON_DARK = "#e5e7eb"
SOFT_ON_DARK = "#b6bec9"
BAR = "#0072B2"
YELLOW, SKY, GREEN, BLUE = "#F0E442", "#56B4E9", "#009E73", "#0072B2"
FAMILIES = ("Noto Sans", "Noto Sans Arabic")
HATCH_WIDTH = 0.9


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled: a color, and the hatch that lies on it."""

    color: str
    hatch: str = ""
    hatch_color: str = INK


_HELP = (Fill(YELLOW), Fill(SKY, "////"), Fill(GREEN, "xxxx", "#ffffff"), Fill("#00486f"))
_WENT = (Fill(YELLOW), Fill(SKY, "////"), Fill("#00486f"))


def fill_of(kind: RatingKind, level: int) -> Fill:
    """Return how a level of help (1 to 4) or of how it went (1 to 3) is filled."""
    return (_HELP if kind is RatingKind.HELP else _WENT)[level - 1]


@lru_cache(maxsize=1)
def prepare() -> None:
    """Load the bundled fonts and ask for files that come out the same each time.

    Set once and for good, not around each drawing: two threads may draw at the same time.
    """
    import matplotlib as mpl
    from matplotlib import font_manager

    for file in sorted(resource("fonts").glob("NotoSans*.ttf")):
        font_manager.fontManager.addfont(str(file))
    mpl.rcParams.update(
        {
            # Letters as outlines: a PDF for screen readers may name no letter without its code.
            "svg.fonttype": "path",
            "svg.hashsalt": "homejournal",
            "hatch.linewidth": HATCH_WIDTH,
            "text.parse_math": False,
            "axes.unicode_minus": False,
        }
    )


@lru_cache
def font(size: float, *, rtl: bool = False, bold: bool = False) -> "FontProperties":
    """Return the font of a size in points; the script of the language stands first."""
    from matplotlib.font_manager import FontProperties

    families = [*(reversed(FAMILIES) if rtl else FAMILIES), "DejaVu Sans"]
    return FontProperties(family=families, size=size, weight="bold" if bold else "normal")
