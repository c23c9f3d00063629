"""A sum of counts is told as added up over the days: it is no number of different things."""

from dataclasses import replace

import pytest

from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import visit_page_text
from tests.families import sofia
from tests.reports.pdf_checks import words_of
from tests.reports.scenario_pages import material_of


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "24 different words or signs, added up over the days"),
        ("es", "24 different words or signs, sumando todos los días"),
    ],
)
def test_words_of_many_days_are_no_vocabulary(printer, language, said):
    material = replace(material_of(sofia(), sofia().records), language=language)
    page = build_page(material, default_ticks(material))

    assert said in visit_page_text(page)
    assert said in visit_page_html(page).decode("utf-8")
    assert said in words_of(printer.pdf(page).pdf)
