"""The charts as figures and files: bars, dots and groups, small on a page or large on a screen."""

import io
from datetime import date
from typing import TYPE_CHECKING

from homejournal.domain.looking_back.chart_series import BarSeries, Chart, DotSeries
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_title
from homejournal.reports.charts.bar_chart import bar_sheet
from homejournal.reports.charts.chart_frame import POINTS, SIDE, Sheet
from homejournal.reports.charts.dot_chart import dot_sheet
from homejournal.reports.charts.group_chart import group_sheet
from homejournal.reports.charts.lettering import LINE, shortened, width_of
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from matplotlib.figure import Figure


_LARGER = 1.1
"""Than the other letters."""
_LEAST = 0.3
"""Of the line, for the name of a strategy that has to be cut."""


def name_of(chart: Chart, wording: Wording, strategy: str) -> str:
    """Return the strategy, what is shown of it, and over which days."""
    days = _days(chart)
    told = [chart_title(chart, wording, strategy), wording.between(*days) if days else ""]
    return wording.line_of(told)


def draw_name(sheet: Sheet, chart: Chart, strategy: str) -> None:
    """Write the name over the whole picture, which grows by the line it takes."""
    size = sheet.letters * _LARGER
    room = sheet.width - 2 * SIDE
    words = name_of(chart, sheet.wording, strategy)
    over = width_of(words, size) - room
    if over > 0:
        left = max(width_of(strategy, size) - over, room * _LEAST)
        words = name_of(chart, sheet.wording, shortened(strategy, left, size))
    foot = sheet.height
    _grow(sheet, (size * LINE + SIDE / 2) / POINTS)
    x = sheet.width - SIDE if sheet.rtl else SIDE / 2
    side = "right" if sheet.rtl else "left"
    line = shortened(words, room, size)
    sheet.write(x, foot + size * 0.35, line, size=size, color=sheet.ink.dark, ha=side)


def _grow(sheet: Sheet, inches: float) -> None:
    """Make the figure higher; what is drawn keeps its place from the lower left corner."""
    width, height = sheet.figure.get_size_inches()
    sheet.figure.set_size_inches(width, height + inches)
    part = height / (height + inches)
    for axes in sheet.figure.axes:
        x, y, wide, high = axes.get_position().bounds
        axes.set_position((x, y * part, wide, high * part))


def _days(chart: Chart) -> tuple[date, date] | None:
    if isinstance(chart, DotSeries):
        return chart.start, chart.end
    bars = chart.bars if isinstance(chart, BarSeries) else [group.bar for group in chart.groups]
    return (min(bar.start for bar in bars), max(bar.end for bar in bars)) if bars else None


FILE_LOOK = ChartLook(size=(7.0, 3.5), dpi=200)
"""How a chart is drawn that goes its own way, as a picture or a drawing."""
_NOTHING_TOLD = dict.fromkeys(("Date", "Creator", "Format", "Type"))
"""Of when and how an SVG was made: it is the same each time, and names no vocabulary from afar."""
_PAPER = "#ffffff"
_DARK_PAPER = "#1f2428"


def chart_sheet(chart: Chart, wording: Wording, look: ChartLook) -> Sheet:
    """Return the figure of a chart on transparent ground, and where its marks are."""
    if isinstance(chart, BarSeries):
        return bar_sheet(chart, wording, look)
    if isinstance(chart, DotSeries):
        return dot_sheet(chart, wording, look)
    return group_sheet(chart, wording, look)


def chart_png(chart: Chart, wording: Wording, look: ChartLook, *, strategy: str = "") -> bytes:
    """Return a chart as a PNG picture that carries its title and its text alternative.

    With the name of the `strategy` it stands over the picture with its days, which grows by a line.
    """
    file = io.BytesIO()
    told = {"Software": None, "Title": chart_title(chart, wording, strategy)}
    told["Description"] = chart_alt(chart, wording, table=False)
    _named(chart, wording, look, strategy).savefig(
        file, format="png", dpi=look.dpi, facecolor=_ground(look), metadata=told
    )
    return file.getvalue()


def chart_svg(chart: Chart, wording: Wording, look: ChartLook, *, strategy: str = "") -> str:
    """Return a chart as SVG text with a title, and its text alternative as the description.

    With the name of the `strategy` it stands over the picture as in a PNG.
    """
    text = svg_of(_named(chart, wording, look, strategy), _ground(look))
    title = chart_title(chart, wording, strategy)
    return with_words(text, title, chart_alt(chart, wording, table=False))


def with_words(svg: str, title: str, said: str) -> str:
    """Return SVG text with a title and a description."""
    head = svg.index("<defs>")
    named = f" <title>{_plain(title)}</title>\n <desc>{_plain(said)}</desc>\n "
    return svg[:head].rstrip(" ") + named + svg[head:]


def _named(chart: Chart, wording: Wording, look: ChartLook, strategy: str) -> "Figure":
    sheet = chart_sheet(chart, wording, look)
    if strategy:
        draw_name(sheet, chart, strategy)
    return sheet.figure


def _ground(look: ChartLook) -> str:
    return _DARK_PAPER if look.dark else _PAPER


def svg_of(figure: "Figure", ground: str | None = None) -> str:
    file = io.StringIO()
    how = {"facecolor": ground} if ground else {"transparent": True}
    figure.savefig(file, format="svg", metadata=_NOTHING_TOLD, **how)
    return file.getvalue()


def _plain(words: str) -> str:
    from xml.sax.saxutils import escape

    return escape("".join(filter(str.isprintable, " ".join(words.split()))))
