"""What stands in a drawn chart: its words with their places, its bars, dots and lines."""

from dataclasses import dataclass, replace

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from homejournal.reports.charts.figures import chart_sheet
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import wording_of

EN = wording_of("en")
LARGE = ChartLook(size=(7.0, 3.2))
SMALL = ChartLook(size=(2.4, 0.9), legend=False)


@dataclass(frozen=True)
class Word:
    """Words in a picture, and the rectangle around their letters in points."""

    words: str
    left: float
    bottom: float
    right: float
    top: float
    color: str = ""

    def meets(self, other, slack=0.0):
        across = self.left + slack < other.right and other.left + slack < self.right
        return across and self.bottom + slack < other.top and other.bottom + slack < self.top


def draw(chart, look=LARGE, wording=EN):
    return chart_sheet(chart, wording, look).figure


def words_in(figure):
    """Return all words with the rectangles of their ink."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    scale = 72 / figure.dpi
    found = []
    for text in figure.findobj(Text):
        words = text.get_text()
        if text.get_visible() and words.strip() and text.axes is None:
            box = text.get_window_extent(renderer)
            size = text.get_fontsize()
            _, foot = text.get_transform().transform(text.get_position())
            one = Word(
                words,
                box.x0 * scale,
                box.y0 * scale,
                box.x1 * scale,
                box.y1 * scale,
                text.get_color(),
            )
            # The extent has room for every letter there is; these are those of most words.
            foot *= scale
            one = replace(one, bottom=foot - 0.05 * size, top=foot + 0.72 * size)
            found.append(one)
    return found


def texts(figure):
    return [word.words for word in words_in(figure)]


def of_kind(figure, kind):
    (axes,) = figure.axes
    return [artist for artist in axes.get_children() if type(artist) is kind]


def blocks(figure):
    """Return (middle, bottom, height) of all filled rectangles, rounded."""
    found = []
    for made in of_kind(figure, PolyCollection):
        for path in made.get_paths():
            (left, bottom), (right, top) = path.vertices.min(axis=0), path.vertices.max(axis=0)
            found.append((round((left + right) / 2), round(bottom, 6), round(top - bottom, 6)))
    return sorted(found)


def heights(figure):
    return [(middle, height) for middle, _, height in blocks(figure)]


def segments(figure):
    """Return the ends of all lines that are drawn together, as lists of points."""
    return [
        [tuple(map(float, point)) for point in segment]
        for made in of_kind(figure, LineCollection)
        for segment in made.get_segments()
    ]


def upright(figure):
    """Return place and style of each upright line of a change or of life, from the left."""
    lines = [
        (round(line.get_xdata()[0], 4), line.get_linestyle())
        for line in of_kind(figure, Line2D)[:]
        if len(line.get_xdata()) == 2 and line.get_xdata()[0] == line.get_xdata()[1]
    ]
    return sorted(lines)


def line_places(figure):
    """Return x, foot and top in points of each upright line."""
    scale = 72 / figure.dpi
    return [
        (ends[0][0] * scale, ends[0][1] * scale, ends[1][1] * scale)
        for line in of_kind(figure, Line2D)
        if len(line.get_xdata()) == 2 and line.get_xdata()[0] == line.get_xdata()[1]
        for ends in [line.get_transform().transform(line.get_xydata())]
    ]


def level_lines(figure):
    """Return (start, end, height, style) of the lines of middles and aims."""
    return [
        (*map(float, line.get_xdata()), float(line.get_ydata()[0]), line.get_linestyle())
        for line in of_kind(figure, Line2D)
        if len(line.get_xdata()) == 2 and line.get_ydata()[0] == line.get_ydata()[1]
        and line.get_marker() in {"None", ""}
    ]  # fmt: skip


def dots(figure):
    """Return (x, y) of all scattered marks."""
    return sorted(
        (round(float(x), 4), round(float(y), 4))
        for made in of_kind(figure, PathCollection)
        for x, y in made.get_offsets()
    )


def begin_of(picture, day):
    """The pixel at which a day begins that is shown in a picture."""
    start, end, left, right = next(
        stretch for stretch in picture.stretches if stretch[0] <= day <= stretch[1]
    )
    return left + (day - start).days / ((end - start).days + 1) * (right - left)
