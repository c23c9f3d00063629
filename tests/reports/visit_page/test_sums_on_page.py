"""A sum of counts is told as added up over the days: it is no number of different things."""

from dataclasses import replace
from decimal import Decimal

import pytest

from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import strategy_materials
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import visit_page_text
from tests.domain.looked_back import back_at_small
from tests.domain.small import WEEK, Small
from tests.families import sofia
from tests.reports.page_families import mateo
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


def test_a_decimal_is_written_as_its_locale_writes_it_wherever_it_stands(printer):
    aim = Aim(high=Decimal("20.5"))
    plan = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", aim=aim)
    small = Small("24.5 22.5 24.5 19 24.5 26.5 24.5", kind=RatingKind.NUMBER).replan(plan)
    (one,) = strategy_materials([back_at_small(small)])
    material = replace(mateo(), strategies=(one,), language="de", period=WEEK)
    page = build_page(material, default_ticks(material))

    for told in (visit_page_text(page), words_of(printer.pdf(page).pdf)):
        assert "half of the days 24,5 minutes" in told
        assert "at most 20,5 minutes" in told
        assert "24.5" not in told
