"""Weeks for the fridge on paper: what can be ticked, that it fits, and that readers can read it."""

import io
from datetime import date, timedelta

import pytest
from PIL import Image

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.printed_sheets import (
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
    Paper,
)
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.papers.printed_sheets import FridgeWords
from tests.reports.fax import across
from tests.reports.pdf_checks import PDF_A_2A, conforms, words_of
from tests.reports.visit_page.test_pdf import HOSTILE

MONDAY = date(2026, 3, 23)
DAY = timedelta(days=1)


PRINTER = Printer()


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


@pytest.mark.usually(paper=[Paper.LETTER])
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

    table = words.partition("Leaving some empty is fine.")[2]
    assert all(table.count(f" {each} ") == 1 for each in (*said, "not today", "sick", "away"))
    assert "Beside it you can write who it was." in words
    assert "What we want to remember:" in words
    (part,) = parts_of(sheet)
    assert lines_of(part) == dict.fromkeys((*said, "not today"), [[True]] * 7)


def parts_of(sheet, how="apart"):
    ((one,),) = (week["strategies"] for week in FridgeWords(sheet).fields()["weeks"])
    return one[how]


def lines_of(part):
    """Return by its words on which days, and for which times of a day, a line has a place."""
    return {
        line["words"]["text"]: [[key is not None for key in times] for times in line["days"]]
        for line in part["lines"]
    }


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

    assert printer.pdf(sheet).pdf == Printer().pdf(sheet).pdf


def test_a_character_that_nothing_draws_is_replaced_and_the_sheet_says_so(printer):
    made = printer.pdf(a_sheet(a_strategy("Wait \ue000")))

    assert made.replaced == ("\ue000",)
    assert "U+E000" in words_of(made.pdf)
