"""Everything the program can say of a strategy that is looked back at, for one test to search."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from homejournal.domain.days.counting import month_numbers
from homejournal.domain.days.periods import Period
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.looking_back.chart_series import Chart, on_paper
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    by_visit,
    dots_in,
)
from homejournal.domain.looking_back.strategy_rows import strategy_rows
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.sentences.allowed_sentences import days_headline, tell
from homejournal.domain.sentences.headlines import headline, more_told, why_not
from homejournal.domain.sentences.plain_summary import plain_summary
from homejournal.domain.sentences.values import Sentence
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, PageMaterial, strategy_materials
from homejournal.reports.chart_words.mark_words import mark_words
from homejournal.reports.chart_words.row_tables import row_tables
from homejournal.reports.chart_words.row_words import (
    head_alt,
    mark_said,
    row_alt,
    row_sentences,
)
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key, chart_title
from homejournal.reports.strategy_rows.legend import row_legend
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.texts.papers.visit_page import first_said, offer_said
from homejournal.texts.progress_page import cell_text, day_short
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from tests.texts.told_families import CHILD, OWN


def sentences_of(back: LookBack) -> Iterator[Sentence]:
    """Yield every sentence that can be made of a strategy, for the screen and for paper."""
    yield days_headline(back)
    yield from plain_summary(back)
    yield from more_told(back).values()
    yield from why_not(back).values()
    for on_screen in (True, False):
        for block in _blocks(back):
            yield from tell(block, back.rating, on_screen=on_screen)
        for chart in charts_of(back):
            yield headline(chart if on_screen else on_paper(chart), on_screen=on_screen)


def _blocks(back: LookBack) -> Iterator[Block]:
    yield back.total
    for around in back.visits:
        yield from (around.before, around.since)
    parts = (*back.phases, *back.numbers.weeks[:5], *back.numbers.slots, *back.numbers.routines)
    for part in (*parts, *month_numbers(back.counted)[:3]):
        yield part.block


def charts_of(back: LookBack) -> Iterator[Chart]:
    """Yield every chart of a strategy: of the whole period, of a part of it, and side by side."""
    start, end = back.written.frame.period
    for window in (None, Period(start, start + (end - start) / 2), Period(end, end)):
        yield bars_in(back, window)
        yield dots_in(back, window)
    yield from (by_visit(back, around) for around in back.visits)
    yield from filter(None, (by_routine(back), by_slot(back)))


def everything_said(back: LookBack, wording: Wording) -> Iterator[str]:
    """Yield every text about a strategy: sentences, charts in words, tables, days and pages."""
    yield from (say(wording, sentence) for sentence in sentences_of(back))
    yield from (first_said(wording, first) for first in back.written.firsts)
    for chart in charts_of(back):
        yield from _chart_said(chart, wording)
    yield from (day_short(wording, shown) for shown in back.days[:40])
    yield from _rows_said(back, wording)
    material = _material(back, wording.language)
    yield from (offer_said(wording, offer) for offer in offers(material))
    ticks = replace(default_ticks(material), keys=frozenset(one.key for one in offers(material)))
    yield visit_page_text(build_page(material, ticks.with_key(SECOND_PAGE_KEY, ticked=True)))


def _rows_said(back: LookBack, wording: Wording) -> Iterator[str]:
    rows = strategy_rows([back])
    (row,) = rows.rows
    yield from (head_alt(rows.axis, wording), row_alt(rows, 0, wording))
    yield from row_sentences(back, row, wording)
    yield from (entry.words for entry in row_legend(rows, wording))
    for table in row_tables(rows, 0, wording):
        yield from _cells(replace(table, rows=table.rows[:15]), wording)
    cells = range(min(len(row.days or row.stretches), 30))
    yield from (mark_said(rows.axis, row, ("cell", at), (), wording)[2] for at in cells)


def _chart_said(chart: Chart, wording: Wording) -> Iterator[str]:
    yield chart_title(chart, wording, OWN)
    yield chart_caption(chart, wording)
    for told in (True, False):
        yield chart_key(chart, wording, direction=told, legend=not told)
    yield chart_alt(chart, wording)
    marks = getattr(chart, "bars", None) or getattr(chart, "dots", None)
    marks = marks or getattr(chart, "groups", ())
    yield from (mark_words(chart, place, wording) for place in range(min(len(marks), 30)))
    table = chart_table(chart, wording, OWN)
    yield from _cells(replace(table, rows=(*table.rows[:15], *table.rows[-5:])), wording)


def _cells(table, wording):
    yield table.title
    yield from table.columns
    for row in table.rows:
        yield from (cell_text(cell, wording) for cell in row)


def _material(back: LookBack, language: str) -> PageMaterial:
    start, end = back.written.frame.period
    notes = (
        Note(id=UUID(int=400 + place), child=CHILD.id, day=start, text=OWN, flags=(flag,))
        for place, flag in enumerate(Flag)
    )
    return PageMaterial(
        child=CHILD,
        period=Period(start, end),
        printed=end,
        strategies=tuple(strategy_materials([back])),
        notes=tuple(notes),
        life_events=back.written.life_events,
        language=language,
    )
