"""What is kept of a printed week: by which code it is found, whose rows it has, where boxes are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from homejournal.domain.papers.printed_sheets import FridgeAsked, Paper, fridge_sheet
from homejournal.domain.papers.sheet_layout import Spot, code_text, kept_sheets, page_id
from homejournal.domain.records.media_and_papers import SheetRow
from homejournal.domain.records.plan import Often, OftenKind, StepKind
from tests.domain.papers.test_week_sheet import HELP, MONDAY, NOAH, USUAL, WENT, family, step
from tests.domain.papers.test_week_sheet import strategy as a_strategy

MADE = datetime(2026, 3, 22, 19, 30, tzinfo=UTC)
BOX = (Decimal("40.31"), Decimal("39.5"), Decimal("4.0"), Decimal("4.0"))
PAUSE = a_strategy()
SLOTS = Often(times=2, slots=("breakfast", "dinner"))


def printed(*steps, **said):
    asked = {"child": NOAH.id, "day": MONDAY, "chance": UUID(int=77), "paper": Paper.A4}
    return fridge_sheet(family(*steps), FridgeAsked(**asked | said), USUAL, MONDAY)


def spots(*keys, page=1, week=0, number=1):
    codes = [("code", corner, week, number) for corner in "AB"]
    return [Spot(page, key, BOX) for key in (*codes, *keys)]


def tick(day, row=0, level=2, what="help", strategy=0):
    return ("box", what, strategy, row, day, level)


def test_a_page_is_kept_with_its_week_its_rows_and_where_its_boxes_are():
    begun = step(PAUSE, often=SLOTS, rating=HELP)
    sick = ("box", "sick", None, None, 3, None)
    (page,) = kept_sheets(printed(begun), spots(sick, tick(0, row=1), tick(0), tick(1)), MADE)
    assert (page.child, page.week, page.page, page.made) == (NOAH.id, MONDAY, 1, MADE)
    assert page.rows == (
        SheetRow(strategy=PAUSE.id, step=begun.id, slot="dinner"),
        SheetRow(strategy=PAUSE.id, step=begun.id, slot="breakfast"),
    )
    box = ["40.31", "39.5", "4.0", "4.0"]
    assert page.layout == {
        "paper": ["210", "297"],
        "codes": {"A": box, "B": box},
        "places": [
            ["box", "sick", None, 3, None, *box],
            ["box", "help", 0, 0, 2, *box],
            ["box", "help", 1, 0, 2, *box],
            ["box", "help", 1, 1, 2, *box],
        ],
    }


def test_a_plan_that_changes_within_the_week_has_a_row_for_each_of_its_steps():
    begun = step(PAUSE, often=SLOTS, rating=HELP)
    later = step(PAUSE, 25, StepKind.CHANGE, rating=WENT)
    places = [tick(0), tick(1), tick(3, what="went")]
    (page,) = kept_sheets(printed(begun, later), spots(*places), MADE)
    assert [(row.step, row.slot) for row in page.rows] == [
        (begun.id, "breakfast"),
        (later.id, "breakfast"),
    ]
    assert [place[2] for place in page.layout["places"]] == [0, 0, 1]


@pytest.mark.parametrize("often", [Often(times=9), Often(kind=OftenKind.DAYS_A_WEEK, days=3)])
def test_times_without_names_have_a_row_without_a_slot(often):
    begun = step(PAUSE, often=often)
    (page,) = kept_sheets(printed(begun), spots(tick(6)), MADE)
    assert page.rows == (SheetRow(strategy=PAUSE.id, step=begun.id),)


def test_each_page_is_found_by_a_number_of_its_own_that_stays_while_nothing_changes():
    begun = step(PAUSE, often=SLOTS)
    sheet = printed(begun, weeks=2)
    places = [*spots(tick(0)), *spots(page=2, number=2), *spots(page=3, week=1)]
    pages = kept_sheets(sheet, places, MADE)
    assert [(page.week, page.page) for page in pages] == [
        (MONDAY, 1),
        (MONDAY, 2),
        (MONDAY + timedelta(days=7), 1),
    ]
    assert len({page.id for page in pages}) == 3
    assert [page.id for page in pages] == [
        page_id(sheet, sheet.codes, *at) for at in ((0, 1), (0, 2), (1, 1))
    ]
    again = kept_sheets(printed(begun, weeks=2), places, MADE)
    assert [page.id for page in again] == [page.id for page in pages]


def test_another_sheet_or_another_chance_has_other_numbers():
    begun = step(PAUSE, often=SLOTS)
    others = (
        printed(begun),
        printed(begun, chance=UUID(int=78)),
        printed(begun, paper=Paper.LETTER),
        printed(begun, language="es"),
        printed(replace(begun, often=Often())),
    )
    assert len({page_id(sheet, sheet.codes, 0, 1) for sheet in others}) == len(others)


def test_a_code_is_sixteen_signs_that_say_nothing_but_corner_and_page():
    page, other = UUID(int=2**128 - 1), UUID(int=5)
    assert code_text(page, 1, "A") == "HJ1A1" + "Z" * 11
    assert code_text(other, 2, "B") == "HJ1B2" + "5" + "0" * 10
    assert code_text(other, 33, "B")[4] == "1"
    assert len({code_text(UUID(int=n), 1, "A") for n in range(100)}) == 100


def test_a_sheet_without_codes_is_not_kept():
    sheet = printed(step(PAUSE), chance=None)
    assert kept_sheets(sheet, spots(tick(0)), MADE) == ()
