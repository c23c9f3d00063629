"""Colors, hatches, markers and fonts of all charts: told apart without color, also after a fax.

The levels are tints of one hue, from light to dark; on dark ground from dim to bright. On paper
every level has a hatch and a marker of its own as well. No level has an alarming color.
"""

from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.records.rating_scales import RatingKind
from homejournal.resources import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

Size = tuple[float, float]
"""Width and height in inches."""
INK = "#1f2937"
SOFT = "#4b5563"
RULE = "#9ca3af"
INK_ON_DARK = "#e5e7eb"
SOFT_ON_DARK = "#b6bec9"
TINTS = ("#ffffff", "#b3d4d1", "#6aa8a4", "#0b5351")
TINTS_ON_DARK = ("#1f2428", "#2f6663", "#5aaba6", "#aef0ea")
"""From a lot of help to on own."""
FAMILIES = ("homejournal Sans", "homejournal Sans Arabic")
HATCH_WIDTH = 0.9
_SMALL = (3.6, 1.7)
_LEAST = (0.8, 0.5)
_LETTERS, _SMALL_LETTERS = 9.0, 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLook:
    """How a chart is drawn: `size` in inches, `text` the scale of all letters, `legend` on top.

    On paper and in high contrast levels are `hatched`, elsewhere tints alone tell them apart. Below
    3.6 by 1.7 inches a chart is a small one, without value axis, legend and labels of marks.
    """

    size: Size = (6.0, 3.0)
    dark: bool = False
    text: float = 1.0
    dpi: int = 100
    legend: bool = True
    hatched: bool = True

    @property
    def small(self) -> bool:
        """Whether there is only room for bars, dots and lines."""
        return self.size[0] < _SMALL[0] or self.size[1] < _SMALL[1]

    @property
    def letters(self) -> float:
        """Return the size of letters in points."""
        return (_SMALL_LETTERS if self.small else _LETTERS) * self.text

    @property
    def room(self) -> Size:
        """Return the size in inches in which something can be drawn at all."""
        return max(self.size[0], _LEAST[0]), max(self.size[1], _LEAST[1])


class Ink(NamedTuple):
    """The colors of letters and lines on light or dark ground, and of bars without a level.

    `halo` keeps a line apart from a dark bar, `field` fills what was offered and not taken.
    """

    dark: str
    soft: str
    halo: str
    rule: str
    bar: str
    field: str


_ON_LIGHT = Ink(INK, SOFT, "#ffffff", RULE, TINTS[-1], "#ffffff")
_ON_DARK = Ink(INK_ON_DARK, SOFT_ON_DARK, "#1f2428", "#6b7280", TINTS_ON_DARK[-1], "#1f2428")


def ink_of(look: ChartLook) -> Ink:
    """Return the colors of letters and lines."""
    return _ON_DARK if look.dark else _ON_LIGHT


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled: a color, and the hatch that lies on it; `marker` is that of a dot."""

    color: str
    hatch: str = ""
    hatch_color: str = TINTS[-1]
    marker: str = "o"

    @property
    def is_dark(self) -> bool:
        """Return whether light letters can be read on it better than dark ones."""
        red, green, blue = (int(self.color[at : at + 2], 16) for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue < _HALF_DARK


_HALF_DARK = 128
_HATCHES, _MARKERS = ("", "///", "xxxx", ""), ("o", "s", "^", "D")
_PLACES = {RatingKind.HELP: (0, 1, 2, 3), RatingKind.WENT: (0, 2, 3)}
"""Which of the tints each level has, the lowest level first."""


def fill_of(kind: RatingKind, level: int, look: ChartLook | None = None) -> Fill:
    """Return how a level of help (1 to 4) or of how it went (1 to 3) is filled; light at 100 %.

    With a `look` it is on its ground, and the lines of a hatch grow apart as the letters grow.
    """
    look = look or ChartLook()
    place = _PLACES[kind][level - 1]
    hatch = _HATCHES[place] if look.hatched else ""
    lines = max(1, round(len(hatch) / look.text)) if hatch else 0
    tints = TINTS_ON_DARK if look.dark else TINTS
    return Fill(tints[place], hatch[:lines], tints[-1], _MARKERS[place])


_preparing = Lock()


def set_up_matplotlib() -> None:
    """Load the bundled fonts and ask for files that come out the same each time.

    Set once and for good, not around each drawing: two threads may draw at the same time.
    """
    with _preparing:
        _prepare()


@lru_cache(maxsize=1)
def _prepare() -> None:
    import matplotlib as mpl
    from matplotlib import font_manager

    for file in sorted(resource("fonts").glob("Noto*.ttf")):
        font_manager.fontManager.addfont(str(file))
    mpl.rcParams.update(
        {
            # Letters as outlines: a PDF for screen readers may name no letter without its code.
            "svg.fonttype": "path",
            "svg.hashsalt": "homejournal",
            # Letters as wide as they are measured: hinted ones may be a tenth wider.
            "text.hinting": "no_hinting",
            "hatch.linewidth": HATCH_WIDTH,
            "text.parse_math": False,
            "axes.unicode_minus": False,
        }
    )


@lru_cache
def font(size: float, *, rtl: bool = False, bold: bool = False) -> "FontProperties":
    """Return the font of a size in points; the script of the language stands first."""
    from matplotlib.font_manager import FontProperties

    set_up_matplotlib()
    families = [*(reversed(FAMILIES) if rtl else FAMILIES), "DejaVu Sans", "homejournal Emoji"]
    return FontProperties(family=families, size=size, weight="bold" if bold else "normal")
