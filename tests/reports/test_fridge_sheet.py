"""Weeks for the fridge on paper: what can be ticked, that it fits, and that readers can read it."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from homejournal.domain.fridge_sheet import (
    FridgeAsked,
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
)
from homejournal.domain.numbers import Period
from homejournal.domain.plan import Often
from homejournal.domain.ratings import RatingKind, RatingPlan
from homejournal.domain.visit_page import Paper
from homejournal.reports.fridge_sheet import FridgeSheetPrinter
from homejournal.reports.fridge_words import FridgeWords
from homejournal.services.example import create_example
from tests.journals import DEVICE, Clock
from tests.reports.fax import across
from tests.reports.pdf_checks import PDF_A_2A, conforms, sheets_of, words_of
from tests.reports.test_visit_page_pdf import HOSTILE

MONDAY = date(2026, 3, 23)
DAY = timedelta(days=1)


PRINTER = FridgeSheetPrinter()


@pytest.fixture(scope="module")
def printer():
    return PRINTER


def a_plan(kind=RatingKind.HELP, unit=None):
    return RatingPlan(kind=kind, unit=unit)


def a_strategy(name="Pause and wait before the cup", plan=None, slots=("",), **said):
    rows = tuple(FridgeRow(days=(plan or a_plan(),) * 7, slot=slot) for slot in slots)
    told = {"name": name, "strategy": None, "rows": rows}
    return FridgeStrategy(**told | said)


def a_sheet(*strategies, weeks=1, **said):
    found = tuple(
        FridgeWeek(
            period=Period(MONDAY + 7 * n * DAY, MONDAY + (7 * n + 6) * DAY), strategies=strategies
        )
        for n in range(weeks)
    )
    return FridgeSheet(**{"child": "Noah", "printed": date(2026, 3, 22), "weeks": found} | said)


EVERY_KIND = tuple(
    a_strategy(f"{kind} {HOSTILE}", a_plan(kind, HOSTILE[:80]), ("", "after nap"), how=HOSTILE)
    for kind in RatingKind
)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_sheet_with_hostile_words_conforms_to_pdf_ua_and_pdf_a(printer, language, paper):
    sheet = a_sheet(*EVERY_KIND, weeks=2, language=language, paper=paper, child="نور", example=True)

    made = printer.pdf(sheet)

    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []
    assert "#include $ * <b>bold</b> `x` \\ _y_ = h" in words_of(made.pdf)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (a_plan(), ("a lot of help", "some help", "a little help", "on own")),
        (a_plan(RatingKind.WENT), ("hard", "okay", "well")),
        (a_plan(RatingKind.NUMBER, "minutes"), ("minutes",)),
        (a_plan(RatingKind.NUMBER), ("A number",)),
        (a_plan(RatingKind.TRIES), ("took __ of __",)),
        (a_plan(RatingKind.NONE), ("did it",)),
    ],
)
def test_the_words_of_its_rating_and_not_today_stand_once_beside_the_days(printer, plan, said):
    sheet = a_sheet(a_strategy(plan=plan))
    words = words_of(printer.pdf(sheet).pdf)

    assert all(words.count(f" {each} ") == 1 for each in (*said, "not today"))
    assert "Beside it you can write who it was." in words
    assert "What we want to remember:" in words
    (part,) = parts_of(sheet)
    assert lines_of(part) == dict.fromkeys((*said, "not today"), [[True]] * 7)


def parts_of(sheet, how="apart"):
    ((one,),) = (week["strategies"] for week in FridgeWords(sheet).fields()["weeks"])
    return one[how]


def lines_of(part):
    """Return by its words on which days, and for which times of a day, a line has a box."""
    return {line["words"]["text"]: line["days"] for line in part["lines"]}


def test_seven_days_have_two_blanks_each_for_tries(printer):
    words = words_of(printer.pdf(a_sheet(a_strategy(plan=a_plan(RatingKind.TRIES)))).pdf)

    assert words.split().count("of") == 1 + 7


def test_a_plan_that_changes_within_the_week_has_the_words_of_each_on_its_own_days():
    before, after = a_plan(RatingKind.WENT), a_plan(RatingKind.NONE)
    row = FridgeRow(days=(before,) * 3 + (after,) * 3 + (None,))
    (part,) = parts_of(a_sheet(a_strategy(rows=(row,))))

    first, then = [[True]] * 3 + [[False]] * 4, [[False]] * 3 + [[True]] * 3 + [[False]]
    assert lines_of(part) == {
        "hard": first,
        "okay": first,
        "well": first,
        "did it": then,
        "not today": [[True]] * 6 + [[False]],
    }


@pytest.mark.parametrize(
    ("kind", "times", "lines"),
    [
        (RatingKind.HELP, 1, 1),
        (RatingKind.HELP, 2, 1),
        (RatingKind.WENT, 4, 1),
        (RatingKind.HELP, 5, 5),
        (RatingKind.NUMBER, 2, 1),
        (RatingKind.NUMBER, 3, 3),
        (RatingKind.TRIES, 2, 2),
    ],
)
def test_times_stand_side_by_side_only_where_a_day_has_room_for_them(kind, times, lines):
    slots = tuple(f"meal {n}" for n in range(times))
    sheet = a_sheet(a_strategy(plan=a_plan(kind), slots=slots))

    assert [part["label"]["text"] for part in parts_of(sheet)] == list(slots)
    beside = parts_of(sheet, "beside")
    assert len(beside) == lines
    each = times // lines
    assert all(days == [[True] * each] * 7 for part in beside for days in lines_of(part).values())


def test_a_day_without_a_plan_has_nothing_to_tick(printer):
    row = FridgeRow(days=(a_plan(RatingKind.NONE), *(None,) * 6))
    words = words_of(printer.pdf(a_sheet(a_strategy(rows=(row,)))).pdf)

    assert words.count("–") == 2 * 6


def test_the_days_stand_over_their_columns_with_their_dates(printer):
    words = words_of(printer.pdf(a_sheet(a_strategy())).pdf)

    assert "Noah March 23 to March 29, 2026" in words
    assert all(f"{name} Mar {day}" in words for name, day in (("Mon", 23), ("Sun", 29)))


def test_many_times_a_day_are_counted_by_strokes_and_the_sheet_says_how(printer):
    often = Often(times=9)
    with_strokes = words_of(printer.pdf(a_sheet(a_strategy(strokes=True, often=often))).pdf)

    assert "9 times a day" in with_strokes
    assert "one stroke for each time" in with_strokes
    assert "stroke" not in words_of(printer.pdf(a_sheet(a_strategy())).pdf)


def test_times_without_names_are_numbered(printer):
    rows = tuple(FridgeRow(days=(a_plan(),) * 7, place=place) for place in (1, 2))
    words = words_of(printer.pdf(a_sheet(a_strategy(rows=rows))).pdf)

    assert words.index("Time 1") < words.index("Time 2")


LANGUAGES = ["en", "es", "ar"]


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


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_week_of_the_example_family_is_one_page(printer, tmp_path, language, paper):
    journal = create_example(tmp_path / "example", clock=Clock(), device=DEVICE)
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


def test_the_labels_speak_the_language_that_is_asked_for(printer):
    words = words_of(printer.pdf(a_sheet(a_strategy(how="As written"), language="es")).pdf)

    assert "mucha ayuda" in words
    assert "23 de marzo" in words
    assert "As written" in words


def test_it_is_black_on_white_and_a_fax_keeps_its_boxes(printer):
    (picture,) = printer.pictures(a_sheet(a_strategy()), 200)
    image = Image.open(io.BytesIO(picture)).convert("RGB")

    red, green, blue = (image.getchannel(each).tobytes() for each in "RGB")
    assert red == green == blue
    assert across(picture, 0.8) > 0


def test_the_same_sheet_gives_the_same_bytes(printer):
    sheet = a_sheet(a_strategy(), a_strategy("Two"))

    assert printer.pdf(sheet).pdf == FridgeSheetPrinter().pdf(sheet).pdf


def test_a_character_that_nothing_draws_is_replaced_and_the_sheet_says_so(printer):
    made = printer.pdf(a_sheet(a_strategy("Wait \ue000")))

    assert made.replaced == ("\ue000",)
    assert "U+E000" in words_of(made.pdf)
