"""A visit page as one HTML file for screen readers and browsers: headings, lists, charts in words.

The file stands alone: it loads nothing and runs nothing.
"""

import base64
from collections.abc import Callable
from html import escape
from typing import assert_never

from homejournal.domain.looking_back.strategy_rows import StrategyRows
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.visit_page.page import VisitPage
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key
from homejournal.reports.charts.figures import chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.strategy_rows.legend import legend_svg, row_legend
from homejournal.reports.strategy_rows.pictures import head_svg, row_svg
from homejournal.reports.strategy_rows.row_sheet import RowLook
from homejournal.reports.visit_page.lines import child_called
from homejournal.reports.visit_page.outline import (
    Figure,
    Foot,
    Heading,
    How,
    Items,
    Line,
    PageOutline,
    Part,
    Photo,
    Quote,
    RowPicture,
    Runs,
)
from homejournal.texts.day_page import capitalized
from homejournal.texts.wording import Wording, wording_of

SMALL, LARGE = ChartLook(size=(4.6, 1.9)), ChartLook(size=(6.9, 2.4))
ROW = RowLook(width=6.9)
_STYLE = """
:root{color-scheme:light}
body{font:1.0625rem/1.5 "Noto Sans",system-ui,sans-serif;color:#1b1b1b;background:#fff;
max-width:44rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.25rem;border-bottom:1px solid #777;margin-top:2rem}
h3{font-size:1.05rem;margin-bottom:.25rem}p,ul{margin:.4rem 0}
figure{margin:.8rem 0}img{max-width:100%;height:auto}figcaption,footer,.from{color:#444}
.own{white-space:pre-wrap}blockquote{margin:.6rem 0 .6rem 1rem}
"""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def visit_page_html(page: VisitPage) -> bytes:
    """Return the page as UTF-8 HTML in its language, and after it in the second one if any."""
    languages = dict.fromkeys((page.language, page.second_language or page.language))
    articles = "".join(_article(page, wording_of(language)) for language in languages)
    wording = wording_of(page.language)
    dates = wording.between(*page.period)
    title = wording.text(
        "Visit page: {child}, {dates}", child=child_called(page, wording), dates=dates
    )
    head = (
        f'<meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<style>{_STYLE}</style>"
    )
    where = f'lang="{page.language}" dir="{wording.direction}"'
    whole = f"<html {where}><head>{head}</head><body>\n{articles}</body></html>"
    return f"<!DOCTYPE html>\n{whole}\n".encode()


def _article(page: VisitPage, wording: Wording) -> str:
    parts = PageOutline(page, wording).parts()
    inside = "\n".join(_part(part, wording) for part in parts)
    return f'<article lang="{wording.language}" dir="{wording.direction}">\n{inside}\n</article>\n'


def _part(part: Part, wording: Wording) -> str:
    match part:
        case Heading(words, level):
            return f'<h{level} dir="auto">{escape(words)}</h{level}>'
        case Line(runs):
            return f"<p>{_runs(runs)}</p>"
        case Items(items, numbered):
            kind = "ol" if numbered else "ul"
            lines = "\n".join(f"<li>{_runs(one)}</li>" for one in items)
            return f"<{kind}>\n{lines}\n</{kind}>"
        case Quote(note):
            return f"<blockquote>{_runs(note)}</blockquote>"
        case Figure() | Photo() | RowPicture():
            return _picture(part, wording)
        case Foot(lines):
            told = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
            return f"<footer>\n{told}\n</footer>"
        case _:
            assert_never(part)


def _runs(runs: Runs) -> str:
    return "".join(_HOW[run.how](run.words) for run in runs)


_HOW: dict[How, Callable[[str], str]] = {
    How.PLAIN: escape,
    # What a person wrote is text and never markup, and has its own direction.
    How.OWN: lambda words: f'<span class="own" dir="auto">{escape(words)}</span>',
    How.STRONG: lambda words: f"<b>{escape(words)}</b>",
    How.SOURCE: lambda words: f' <span class="from">({escape(words)})</span>',
    How.NEXT_LINE: lambda _words: "<br>",
}


def _picture(part: Figure | Photo | RowPicture, wording: Wording) -> str:
    if isinstance(part, Photo):
        return _photo(part.photo, part.source)
    if isinstance(part, RowPicture):
        return _row(part, wording)
    return _figure(part, LARGE if part.large else SMALL, wording)


def _photo(photo: PhotoOnPage, source: str) -> str:
    name = escape(photo.name)
    picture = f'<img src="data:image/jpeg;base64,{photo.jpeg}" alt="{name}">' if photo.jpeg else ""
    caption = f'<span class="own" dir="auto">{name}</span> <span>({escape(source)})</span>'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _row(part: RowPicture, wording: Wording) -> str:
    if part.at is not None:
        picture = _image(row_svg(part.rows, part.at, wording.language, ROW), part.alt)
        return f"<figure>{picture}</figure>"
    picture = _image(head_svg(part.rows, wording.language, ROW), part.alt)
    return f"<figure>{picture}<figcaption>{_legend(part.rows, wording)}</figcaption></figure>"


def _legend(rows: StrategyRows, wording: Wording) -> str:
    entries = []
    for entry in row_legend(rows, wording):
        sign = _image(legend_svg(entry.swatch, wording.language), "") if entry.swatch else ""
        entries.append(f"{sign} {escape(entry.words)}")
    return " &nbsp; ".join(entries)


def _image(svg: str, alt: str) -> str:
    data = base64.b64encode(svg.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(alt)}">'


def _figure(part: Figure, look: ChartLook, wording: Wording) -> str:
    chart = part.chart
    about = (chart_caption(chart, wording), chart_key(chart, wording, direction=False))
    caption = escape(capitalized(wording.line_of(line for line in about if line)))
    picture = _image(chart_svg(chart, wording, look), part.alt)
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"
