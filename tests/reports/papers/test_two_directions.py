"""A sheet in two languages, one of them read from the right: neither moves what the other says."""

import json
from dataclasses import replace

import pytest

from homejournal.domain.sentences.values import AgeInMonths
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.papers.about_page import AboutWords, about_page_text
from homejournal.reports.papers.pack import PackWords
from homejournal.reports.visit_page.words import PageWords
from tests.reports.papers.test_about_page import a_sheet
from tests.reports.papers.test_packs import a_history
from tests.reports.pdf_checks import conforms
from tests.reports.visit_page.test_html import everything

LTR, RTL, END = "\u2066", "\u2067", "\u2069"
"""The isolates of Unicode."""
ABOUT = "Example family: nothing on this page is about a real child."


def a_page(**said):
    return replace(everything(), **said)


MADE = {"page": (a_page, PageWords), "pack": (a_history, PackWords), "about": (a_sheet, AboutWords)}


def fields_of(which, first, second):
    made, words = MADE[which]
    age = AgeInMonths(18, 17)
    told = words(made(example=True, age=age, language=first, second_language=second)).fields()
    return json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("which", MADE)
def test_the_second_language_is_kept_apart_where_it_runs_the_other_way(which):
    told = fields_of(which, "ar", "en")
    assert f"{LTR}18 months (corrected age 17 months)" in told
    assert f"{LTR}{ABOUT}{END}" in told
    assert RTL not in told
    (line,) = [one for one in told.split('"') if one.startswith(f"{LTR}18 months")]
    assert line.endswith(END)
    told = fields_of(which, "es", "ar")
    assert f"{RTL}18 شهرًا" in told
    assert LTR not in told


@pytest.mark.parametrize("which", MADE)
def test_two_languages_of_one_direction_need_no_signs(which):
    told = fields_of(which, "en", "es")
    assert "18 meses" in told
    assert {LTR, RTL} & {*told} == set()


def test_the_text_to_paste_has_them_too():
    told = about_page_text(a_sheet(language="ar", second_language="en"))
    assert f"{LTR}18 months (corrected age 17 months) on March 1, 2026{END}" in told.splitlines()[0]


def test_a_history_in_both_directions_conforms_too():
    pdf = Printer().pdf(replace(a_history(), language="ar", second_language="en"))
    assert (pdf.replaced, pdf.accessible) == ((), True)
    assert conforms(pdf.pdf) == []


def test_a_sign_that_turns_what_follows_reaches_no_further_than_its_line():
    turned = "He\u202e waited\nand looked"
    told = AboutWords(a_sheet(words=turned)).fields()["words"]["text"]
    assert told == "\u2068He\u202e waited\u2069\n\u2068and looked\u2069"
