"""No line on paper begins with the dot that stands between two statements."""

from dataclasses import replace

import pytest

from homejournal.domain.papers.book import BookDays
from homejournal.domain.sentences.values import DidItOn, Joined, SuggestedBy
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.reports.papers.chart_sheet import SheetPart
from tests.reports.page_families import mateo
from tests.reports.papers import test_chart_sheet, test_week_sheet
from tests.reports.papers.test_about_page import a_sheet, in_short
from tests.reports.papers.test_book import a_book
from tests.reports.papers.test_pack_breaks import lines_of
from tests.reports.sample_rows import all_rows

LENGTHS = (
    5,
    15,
    20,
    29,
)  # with each, the dot stands just beyond the end of a line of one of the sheets


def told(letters):
    """Statements of which the first is so long, so that lines end at every place."""
    return Joined((DidItOn(int("1" * letters)), *(DidItOn(10**n) for n in range(9))))


def visit_page(letters):
    page = build_page(mateo(), default_ticks(mateo()))
    (one,) = page.strategies
    stretches = (replace(one.stretches[0], sentences=(told(letters),)),)
    who = SuggestedBy("D" * letters, "speech")
    return replace(page, strategies=(replace(one, stretches=stretches, suggested=who),))


def about_page(letters):
    many = ("M" * letters, "Bath", "Meals")
    return a_sheet(strategies=(in_short("Pause " * 5, many), in_short("P" * letters, many)))


def book(letters):
    days = (BookDays(strategy="Wait", told=(told(letters),)),)
    return a_book(days=days, rows=all_rows())


def chart_sheet(letters):
    return test_chart_sheet.a_sheet(SheetPart(title="Weeks", days=(told(letters),)))


def fridge_sheet(letters):
    often = ("M" * letters, "Bath " * 12)
    return test_week_sheet.a_sheet(test_week_sheet.a_strategy(routines=often))


@pytest.mark.parametrize("sheet", [about_page, book, chart_sheet, fridge_sheet])
def test_no_line_of_a_sheet_begins_with_the_dot(printer, sheet):
    for letters in LENGTHS:
        begun = [line for page in lines_of(printer.pdf(sheet(letters)).pdf) for line in page]
        assert not [line for line in begun if line.startswith("·")], letters


def test_no_line_of_a_visit_page_begins_with_the_dot(printer):
    for letters in LENGTHS:
        begun = [line for page in lines_of(printer.pdf(visit_page(letters)).pdf) for line in page]
        assert not [line for line in begun if line.startswith("·")], letters
