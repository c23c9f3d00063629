"""What must never happen: in no file that leaves is a word that was not meant to leave.

Random families are written into a real journal and everything is made of them that can leave the
program. The bytes of each file are searched for every word of a private note, of another child, of
surnames and contacts; on a page also for every line and note that is not ticked.
"""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.charts import has_something, on_paper
from homejournal.domain.firsts import FirstTime
from homejournal.domain.fridge_sheet import FridgeAsked
from homejournal.domain.looking_back import bars_in, dots_in, look_back
from homejournal.domain.notes import Note
from homejournal.domain.page_choices import build_page, offers
from homejournal.domain.page_keys import SECOND_PAGE_KEY
from homejournal.domain.page_material import Line, PagePart, Ticks
from homejournal.domain.page_wishes import page_file_name
from homejournal.domain.plan import PlanStep
from homejournal.domain.progress_filter import ProgressFilter
from homejournal.domain.visit_page import Paper
from homejournal.domain.visits import Asked
from homejournal.exchange.page_json import page_to_dict
from homejournal.exchange.table_csv import table_csv
from homejournal.reports.chart_sheet import ChartSheet, ChartSheetPrinter, chart_part
from homejournal.reports.chart_tables import chart_table
from homejournal.reports.charts import FILE_LOOK, chart_png, chart_svg
from homejournal.reports.fridge_sheet import FridgeSheetPrinter
from homejournal.reports.visit_page_html import visit_page_html
from homejournal.reports.visit_page_short import short_text
from homejournal.reports.visit_page_text import visit_page_text
from homejournal.reports.visit_page_typst import PagePrinter
from homejournal.services.opening import create_journal
from homejournal.texts.wording import wording_of
from tests.reports.bytes_of import found_in
from tests.reports.private_families import NOW, TODAY, secret_family

SEEDS = st.integers(0, 10**9)
SLOW = [HealthCheck.too_slow]
SOME = settings(max_examples=20, deadline=None, suppress_health_check=SLOW)
FEW = settings(max_examples=6, deadline=None, suppress_health_check=SLOW)


@pytest.fixture(scope="module")
def printers():
    return PagePrinter(), FridgeSheetPrinter(), ChartSheetPrinter()


def written(family, folder):
    journal = create_journal(Path(folder) / "journal", clock=lambda: NOW, device=family.id())
    journal.records.save(*family.records)
    return journal


def material_of(family, second=None):
    with tempfile.TemporaryDirectory() as folder:
        journal = written(family, folder)
        try:
            pages, child = journal.pages, family.child.id
            material = pages.material(child, pages.since_last_visit(child, TODAY), TODAY)
        finally:
            journal.close()
    return replace(material, language="en", second_language=second, home_language="es")


def some_ticks(material, random):
    keys = {one.key for one in offers(material) if one.key != "surname" and random.random() < 0.5}
    shortened = {one.note: one.says[:6] for one in offers(material) if one.note}
    few = {note: words for note, words in shortened.items() if random.random() < 0.2}
    return Ticks(keys=frozenset(keys), our_words="We wait.", shortened=few)


def words_on(material, ticks):
    """The words that were ticked: each with what it needs to be on the page at all."""
    for one in offers(material):
        if not ticks.has(one.key) or isinstance(one.says, Line):
            continue
        inside = one.part is PagePart.STRATEGY and one.key != f"strategy:{one.strategy}"
        if inside and not ticks.has(f"strategy:{one.strategy}"):
            continue
        behind = one.part is PagePart.SECOND_PAGE
        if (behind and not ticks.has(SECOND_PAGE_KEY)) or (one.needs and not ticks.has(one.needs)):
            continue
        if isinstance(one.says, FirstTime):
            yield one.says.strategy
        elif isinstance(one.says, str):
            yield ticks.shortened.get(one.note, one.says)
        yield from filter(None, (one.answer,))


def all_words(family, material):
    """Every word that could be ticked, and those of the plan that are on no page."""
    for one in offers(material):
        yield from (words for words in (one.says, one.answer) if words and type(words) is str)
    for step in family.records:
        if isinstance(step, PlanStep):
            yield from filter(None, (step.how, step.why))


def page_forms(page, printer):
    yield "pdf", printer.pdf(page).pdf
    yield "html", visit_page_html(page)
    yield "text", visit_page_text(page).encode()
    yield "short", short_text(page).encode()
    yield "json", json.dumps(page_to_dict(page), ensure_ascii=False).encode()
    yield "name", page_file_name("Visit page", page.child, TODAY).encode()


def leaks(data, kind, words):
    found = found_in(data, kind)
    return {word for word in words if word.casefold() in found}


@SOME
@given(SEEDS)
def test_a_page_has_what_is_ticked_and_nothing_else(printers, seed):
    family, random = secret_family(seed), Random(seed)
    material = material_of(family, random.choice([None, "es"]))
    ticks = some_ticks(material, random)
    page = build_page(material, ticks)
    on = set(words_on(material, ticks))
    off = {word for word in all_words(family, material) if word not in on}
    for kind, data in page_forms(page, printers[0]):
        assert leaks(data, kind, family.never | off) == set(), kind
    text = visit_page_text(page).casefold()
    assert {word for word in on if word.casefold() not in text} == set()


def charts_of(journal, family):
    period = journal.pages.since_last_visit(family.child.id, TODAY)
    for one in journal.looking_back.written(
        ProgressFilter(child=family.child.id, period=period), TODAY
    ):
        back = look_back(one)
        for chart in (bars_in(back), dots_in(back)):
            if has_something(chart):
                yield one.strategy.name, period, on_paper(chart)


def chart_forms(journal, family, printer, wording):
    for name, period, chart in charts_of(journal, family):
        yield "png", chart_png(chart, wording, FILE_LOOK, strategy=name)
        yield "svg", chart_svg(chart, wording, FILE_LOOK, strategy=name).encode()
        yield "csv", table_csv(chart_table(chart, wording, name))
        sheet = ChartSheet(
            child=family.child.name,
            period=period,
            printed=TODAY,
            strategy=name,
            parts=(chart_part(chart, wording),),
        )
        yield "pdf", printer.pdf(sheet).pdf


def other_forms(journal, family, printer, wording):
    child = family.child.id
    asked = FridgeAsked(child=child, day=TODAY, paper=Paper.A4)
    yield "pdf", printer.pdf(journal.sheets.fridge(asked, TODAY)).pdf
    visits = journal.calendars.coming(child, TODAY)
    times = journal.calendars.reminder_times(child, TODAY)
    yield "ics", journal.calendars.file_of(visits, times, wording, TODAY)
    mine = [one.id for one in journal.family().strategies_of(child)]
    yield "hjplan", journal.plan_files.export(mine, "Plan")


@FEW
@given(SEEDS, st.sampled_from(["en", "es"]))
def test_charts_sheets_calendars_and_plans_hold_nothing_that_is_not_theirs(
    printers, seed, language
):
    family, wording = secret_family(seed), wording_of(language)
    with tempfile.TemporaryDirectory() as folder:
        journal = written(family, folder)
        try:
            made = [
                *chart_forms(journal, family, printers[2], wording),
                *other_forms(journal, family, printers[1], wording),
            ]
        finally:
            journal.close()
    notes = {one.text for one in family.records if isinstance(one, Note | Asked)}
    notes |= {one.answer for one in family.records if isinstance(one, Asked) and one.answer}
    for kind, data in made:
        assert leaks(data, kind, family.never | notes) == set(), kind


@pytest.mark.parametrize("kind", ["pdf", "html", "text", "short", "json", "name"])
def test_the_search_finds_what_a_page_does_hold(printers, kind):
    """Otherwise the searches above would find nothing because they cannot."""
    family = secret_family(7)
    material = material_of(family)
    every = frozenset(one.key for one in offers(material))
    page = build_page(material, Ticks(keys=every))
    forms = dict(page_forms(page, printers[0]))
    assert leaks(forms[kind], kind, {family.child.name}) == {family.child.name}
    if kind in {"pdf", "html", "text", "json"}:
        words = {one.says for one in offers(material) if type(one.says) is str}
        words |= {one.answer for one in offers(material) if one.answer}
        assert leaks(forms[kind], kind, words) == words
