"""A page that the family made shorter: marked where something is left out, and one sheet long."""

from dataclasses import replace
from datetime import date

import pytest

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.plan import StepKind
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import visit_page_text
from tests.reports.page_families import a_note, a_strategy, mateo, three_months, with_steps
from tests.reports.pdf_checks import sheets_of, words_of

LONG = "He waited and looked at us. " * 60
CHANGE = (date(2026, 3, 13), StepKind.CHANGE, {"what": "Show and wait"})


@pytest.fixture(scope="module")
def printer():
    return Printer()


def ticked(material, *more, without=(), **said):
    ticks = default_ticks(material)
    return build_page(
        material, replace(ticks, keys=(ticks.keys | set(more)) - set(without), **said)
    )


def test_a_shortened_note_is_marked_in_every_form(printer):
    material = mateo()
    note = a_note(LONG, date(2026, 3, 19), Flag.CONCERN)
    page = ticked(
        replace(material, notes=(*material.notes, note)), shortened={note.id: "He waited."}
    )
    mark = "He waited. … (Mar 19, Mom, shortened by us)"
    assert mark in visit_page_text(page)
    assert mark in visit_page_text(replace(page, second_language="es"))
    html = visit_page_html(page).decode()
    assert "He waited. …</span>" in html
    assert "shortened by us" in html
    words = words_of(printer.pdf(page).pdf)
    assert "He waited. … Mar 19, Mom, shortened by us" in words
    assert LONG[:60] not in words


def test_without_the_earlier_days_the_later_ones_keep_their_dates(printer):
    material = mateo(strategies=(with_steps(CHANGE),))
    key = next(offer.key for offer in offers(material) if offer.key.endswith(":earlier"))
    page = ticked(material, without={key})
    for words in (visit_page_text(page), words_of(printer.pdf(page).pdf)):
        assert "March 13 to March 22, 2026" in words
        assert "March 2 to March 12, 2026 Did it on" not in " ".join(words.split())
    assert "March 13 to March 22, 2026" in visit_page_html(page).decode()


def test_thirty_strategies_and_a_note_of_twenty_thousand_letters_are_all_on_readable_sheets(
    printer,
):
    material = three_months()
    many = [
        a_strategy(f"Strategy {place}", "1 2 3 4 n 2", period=material.period)
        for place in range(30)
    ]
    note = a_note("We tried and tried again. " * 770, date(2026, 5, 30), Flag.CONCERN)
    material = replace(material, strategies=tuple(many), notes=(*material.notes, note))
    page = ticked(material, *(offer.key for offer in offers(material) if offer.key != "second"))
    sheets = sheets_of(printer.pdf(page).pdf)
    assert 5 < len(sheets) < 12
    words = " ".join(sheets)
    assert all(f"Strategy {place}" in words for place in range(30))
    assert words.count("again.") == 770
