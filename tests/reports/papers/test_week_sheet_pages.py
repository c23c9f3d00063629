"""How many pages a week takes, how large its letters are, and where its boxes stand."""

import io
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.papers.printed_sheets import (
    FridgeAsked,
    Paper,
)
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.opening import create_example
from tests.journals import DEVICE, Clock
from tests.reports.papers.test_week_sheet import PRINTER, a_plan, a_sheet, a_strategy, printer
from tests.reports.pdf_checks import sheets_of, words_of

pytestmark = pytest.mark.unmeasured

__all__ = ["printer"]

LANGUAGES = ["en", "es", "ar"]


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3, 4, 5])
def test_up_to_five_strategies_twice_a_day_with_help_rated_fit_on_one_page(
    printer, language, paper, count
):
    twice = {
        "slots": ("breakfast", "dinner"),
        "often": Often(times=2, slots=("breakfast", "dinner")),
        "routines": ("Meals",),
        "how": "Hold up two things, say both names, and wait. Give what she asks for.",
    }
    strategies = (a_strategy(f"Strategy {n}: pause and wait", **twice) for n in range(count))
    sheet = a_sheet(*strategies, language=language, paper=paper, example=True)

    assert len(sheets_of(printer.pdf(sheet).pdf)) == 1


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_week_of_the_example_family_is_one_page(printer, tmp_path, language, paper):
    folder = tmp_path / "example"
    journal = create_example(folder, clock=Clock(), device=DEVICE, language=language)
    child = next(iter(journal.family().children))
    asked = FridgeAsked(child=child, day=journal.today(), paper=paper, language=language)
    sheet = journal.sheets.fridge(asked, journal.today())
    journal.close()

    assert len(sheet.weeks[0].strategies) == 4
    assert len(sheets_of(printer.pdf(sheet).pdf)) == 1


def test_boxes_stand_side_by_side_only_where_it_saves_a_page_and_the_sheet_says_how(printer):
    twice = a_strategy("Wait", slots=("breakfast", "dinner"), often=Often(times=2))
    said = "Boxes side by side are the times of one day, in their order."
    few, many = (words_of(printer.pdf(a_sheet(*[twice] * n)).pdf) for n in (2, 5))

    assert said not in few
    assert few.count("dinner") == 2
    assert said in many
    assert many.count("some help") == 5


@pytest.mark.parametrize("count", [1, 2, 5, 12, 30])
def test_each_strategy_stands_on_it_once_and_pages_are_counted(printer, count):
    names = [f"Strategy number {n}!" for n in range(count)]
    pages = sheets_of(printer.pdf(a_sheet(*map(a_strategy, names))).pdf)

    assert [sum(page.count(name) for page in pages) for name in names] == [1] * count
    if len(pages) > 1:
        told = [f"Page {n + 1} of {len(pages)}" for n in range(len(pages))]
        assert all(words in page for words, page in zip(told, pages, strict=True))


def test_a_strategy_with_many_times_a_day_goes_on_with_its_name_on_the_next_page(printer):
    slots = tuple(f"meal number {n}" for n in range(12))
    pages = sheets_of(printer.pdf(a_sheet(a_strategy("Wait", slots=slots))).pdf)

    assert len(pages) > 1
    assert all("Wait" in page for page in pages)
    assert all(sum(page.count(f"{slot} ") for page in pages) == 1 for slot in slots[2:])


def test_a_unit_as_long_as_a_form_takes_it_does_not_fill_the_page(printer):
    plan = a_plan(RatingKind.NUMBER, "minutes and " * 160)
    (page,) = sheets_of(printer.pdf(a_sheet(a_strategy(plan=plan), a_strategy(plan=plan))).pdf)

    assert page.count("minutes and") == 4
    assert page.count("…") == 2


def test_letters_are_never_smaller_than_those_of_a_clear_print(printer):
    pdf = printer.pdf(a_sheet(*map(a_strategy, "abcdefghijkl"))).pdf
    sizes = []

    def seen(text, _matrix, place, _font, size):
        if text.strip():
            sizes.append(size * abs(place[3] or 1))

    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=seen)

    assert min(sizes) >= 9.5


WORDS = st.text("aei mnrst", min_size=1, max_size=180).filter(str.strip)

STRATEGIES = st.builds(
    a_strategy,
    st.sampled_from(["Wait", "Wait a moment " * 12]),
    st.builds(a_plan, st.sampled_from(RatingKind), st.none() | WORDS),
    st.sampled_from([("",), ("nap", "night"), tuple(f"meal {n}" for n in range(7))]),
    how=st.just("") | WORDS,
    routines=st.lists(WORDS, max_size=4).map(tuple),
    strokes=st.booleans(),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(STRATEGIES, min_size=1, max_size=7), st.sampled_from(Paper), st.booleans())
def test_what_was_measured_is_what_is_printed(strategies, paper, example):
    """A page that held more than was measured would run over onto one without a head."""
    sheet = a_sheet(*strategies, weeks=2, paper=paper, example=example)
    pages = sheets_of(PRINTER.pdf(sheet).pdf)

    assert all(page.startswith("Noah") and "What we want to remember" in page for page in pages)
    each, rest = divmod(len(pages), 2)
    assert rest == 0
    counted = [f"Page {n + 1} of {each}" for n in range(each)] * 2
    assert each == 1 or all(words in page for words, page in zip(counted, pages, strict=True))


def test_each_week_begins_a_page_and_an_empty_one_says_so(printer):
    sheet = a_sheet(a_strategy(), weeks=2)
    empty = replace(sheet.weeks[1], strategies=())
    pages = sheets_of(printer.pdf(replace(sheet, weeks=(sheet.weeks[0], empty))).pdf)

    assert len(pages) == 2
    assert "April 5, 2026" in pages[1]
    assert "Nothing is planned for this week." in pages[1]
