"""A visit page as one HTML file for screen readers and browsers: headings, lists, charts in words.

The file stands alone: it loads nothing and runs nothing.
"""

import base64
from collections.abc import Iterable, Iterator
from html import escape

from homejournal.domain.charts import Chart
from homejournal.domain.notes import Flag
from homejournal.domain.visit_page import (
    AskedOnPage,
    LadderOnPage,
    NoteOnPage,
    SecondPage,
    StrategyOnPage,
    VisitPage,
)
from homejournal.reports.chart_style import ChartLook
from homejournal.reports.chart_words import chart_alt, chart_caption, chart_key
from homejournal.reports.charts import chart_svg
from homejournal.reports.page_lines import (
    LABELS,
    agreed_lines,
    asked_source,
    dates_line,
    example_mark,
    first_foot,
    not_answered,
    note_about,
    note_source,
    people_line,
    plan_lines,
    rungs,
    small_print,
    steps_said,
    stretch_days,
    told_lines,
    what_it_is,
)
from homejournal.texts.sentences import say
from homejournal.texts.today import capital
from homejournal.texts.visit_page import first_said
from homejournal.texts.wording import Wording, wording_of

SMALL, LARGE = ChartLook(size=(4.6, 1.9)), ChartLook(size=(6.9, 2.4))
_TITLES = {
    Flag.CELEBRATION: LABELS["celebrations"],
    Flag.CONCERN: LABELS["concerns"],
    Flag.QUESTION: LABELS["questions"],
}
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
    title = wording.text("Visit page: {child}, {dates}", child=page.child, dates=dates)
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
    inside = "\n".join(_Article(page, wording).lines())
    return f'<article lang="{wording.language}" dir="{wording.direction}">\n{inside}\n</article>\n'


class _Article:
    """One page in one language, as lines of HTML."""

    def __init__(self, page: VisitPage, wording: Wording) -> None:
        self._page, self._wording = page, wording

    def lines(self) -> Iterator[str]:
        """Yield the parts in the order in which they are read."""
        page, wording = self._page, self._wording
        yield from self._head()
        yield from _section(LABELS["asked"](wording), [self._asked(one) for one in page.asked])
        for flag, title in _TITLES.items():
            items = [self._note(note) for note in page.flagged(flag)]
            if flag is Flag.CELEBRATION:
                items += [_own(first_said(wording, one)) for one in page.firsts]
            yield from _section(title(wording), items)
        if page.strategies:
            yield _heading(2, LABELS["strategies"](wording))
        for one in page.strategies:
            yield from self._strategy(one)
        life = [f"{escape(wording.short_day(one.day))} – {_own(one.words)}" for one in page.life]
        yield from _section(LABELS["life"](wording), life)
        if page.boxes:
            boxes = [escape(LABELS[box](wording)) for box in ("between", "at_next")]
            yield from _section(LABELS["until_next"](wording), boxes)
        if page.reach_us:
            yield f"<p>{escape(LABELS['reach_us'](wording))} {_own(page.reach_us)}</p>"
        if page.second:
            yield from self._second(page.second)
        yield "<footer>"
        yield from map(_paragraph, (*small_print(page, [wording]), first_foot(page, wording)))
        yield "</footer>"

    def _head(self) -> Iterator[str]:
        page, wording = self._page, self._wording
        yield _heading(1, wording.line_of((page.child, say(wording, page.age) if page.age else "")))
        told = (dates_line(page, wording), people_line(page, wording), what_it_is(wording))
        yield from map(_paragraph, (line for line in told if line))
        if page.example:
            yield _paragraph(example_mark(wording))
        yield from (f"<p>{_own(words)}</p>" for words in (page.our_words, page.thanks) if words)
        for label, words in agreed_lines(page, [wording]):
            yield f"<p><b>{escape(label[0])}</b> {_own(words)}</p>"

    def _note(self, note: NoteOnPage) -> str:
        source = escape(note_source(note, self._page.period, self._wording))
        return f'{_own(note.text)} <span class="from">({source})</span>'

    def _asked(self, one: AskedOnPage) -> str:
        source = escape(asked_source(one, self._page.period, self._wording))
        label, waits = escape(LABELS["answer"](self._wording)), not_answered(self._wording)
        answer = f"{label} {_own(one.answer)}" if one.answer else escape(waits)
        return f'{_own(one.text)} <span class="from">({source})</span><br>{answer}'

    def _strategy(self, one: StrategyOnPage) -> Iterator[str]:
        wording = self._wording
        yield _heading(3, one.name)
        if one.what:
            yield f"<p>{_own(one.what)}</p>"
        yield from map(_paragraph, plan_lines(one, wording))
        for stretch in one.stretches:
            days = stretch_days(stretch, self._page, wording)
            if days:
                yield f"<p><b>{escape(days)}</b></p>"
            for line in told_lines(stretch.sentences):
                yield _paragraph(capital(wording.line_of(say(wording, part) for part in line)))
        if one.chart:
            yield self._figure(one.chart, SMALL)
        for quote in one.quotes:
            yield f"<blockquote>{self._note(quote)}</blockquote>"
        if one.helped:
            yield f"<p><b>{escape(LABELS['helped'](wording))}</b> {_own(one.helped)}</p>"

    def _second(self, second: SecondPage) -> Iterator[str]:
        wording = self._wording
        yield _heading(2, LABELS["second_page"](wording))
        for one in second.charts:
            yield _heading(3, one.strategy)
            if one.headline is not None:
                yield _paragraph(capital(say(wording, one.headline)))
            yield self._figure(one.chart, LARGE)
        for ladder in second.ladders:
            yield from self._ladder(ladder)
        notes = [
            f"<b>{escape(note_about(note, self._page, wording))}</b><br>{_own(note.text)}"
            for note in second.notes
        ]
        yield from _section(LABELS["notes_by_date"](wording), notes)

    def _ladder(self, one: LadderOnPage) -> Iterator[str]:
        wording = self._wording
        yield _heading(3, LABELS["ladder"](wording))
        yield f"<p>{_own(one.outcome)}</p>"
        yield from ("<ul>", *(f"<li>{_own(line)}</li>" for line in rungs(one, wording)), "</ul>")
        steps = steps_said(one, wording)
        yield from ("<ol>", *(f"<li>{_own(line)}</li>" for line in steps), "</ol>") if steps else ()

    def _figure(self, chart: Chart, look: ChartLook) -> str:
        wording = self._wording
        svg = base64.b64encode(chart_svg(chart, wording, look).encode()).decode()
        alt = escape(chart_alt(chart, wording, table=False))
        about = (chart_caption(chart, wording), chart_key(chart, wording, direction=False))
        caption = escape(capital(wording.line_of(line for line in about if line)))
        picture = f'<img src="data:image/svg+xml;base64,{svg}" alt="{alt}">'
        return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    told = [f"<li>{item}</li>" for item in items]
    if told:
        yield from (_heading(2, title), "<ul>", *told, "</ul>")


def _heading(level: int, words: str) -> str:
    return f'<h{level} dir="auto">{escape(words)}</h{level}>'


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _own(written: str) -> str:
    """Return what a person wrote, as text and never as markup, with its own direction."""
    return f'<span class="own" dir="auto">{escape(written)}</span>'
