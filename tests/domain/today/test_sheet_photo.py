"""A photo of a sheet beside what is written: proposed, asked, written already, or still to come."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.sheet_layout import FilledBy, PlaceFor
from homejournal.domain.papers.sheet_marks import Doubt
from homejournal.domain.papers.sheet_places import Box, SheetPlace
from homejournal.domain.papers.sheet_reading import ChoiceRead, PagePicture, PageRead
from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.media_and_papers import Sheet, SheetRow
from homejournal.domain.records.plan import Often, StepKind
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.today.sheet_photo import (
    CellState,
    PageAnswers,
    PhotosShown,
    WrittenWeek,
    asked_where_pages_differ,
    asked_which_home,
    photo_page,
    printed_kinds,
    proposed,
    row_keys,
)
from homejournal.domain.today.week_cells import CellInput
from homejournal.domain.today.week_grid import CellPlace, RowKey, week_grid
from tests.domain.papers.test_week_sheet import HELP, MONDAY, NOAH, WENT, family, step
from tests.domain.papers.test_week_sheet import strategy as a_strategy

PAUSE = a_strategy()
TODAY = MONDAY + timedelta(days=3)
SLOTS = Often(times=2, slots=("breakfast", "dinner"))
TWICE = Often(times=2)
PICTURE = PagePicture(b"", 6.0, 1300, 1700)
LEFT_OUT = CellInput(mark=MarkKind.LEFT_OUT, reason=LeftOutReason.SICK)
NOT_TODAY = CellInput(mark=MarkKind.NOT_TODAY)


def box(top):
    return Box(50, top, 4, 4)


def places(what="help", row=0, day=0, levels=(1, 2, 3, 4)):
    said = [SheetPlace(FilledBy.TICK, PlaceFor(what), row, day, n, box(20 + 6 * n)) for n in levels]
    return (*said, SheetPlace(FilledBy.TICK, PlaceFor.NOT_TODAY, row, day, None, box(80)))


def ill(day=0):
    return tuple(
        SheetPlace(FilledBy.TICK, what, None, day, None, box(10))
        for what in (PlaceFor.SICK, PlaceFor.AWAY)
    )


def choice(of, ticked=None, doubt=None, likely=()):
    return ChoiceRead(
        row=of[0].row,
        day=of[0].day,
        places=of,
        ticked=None if ticked is None else of[ticked],
        doubt=doubt,
        likely=tuple(of[n] for n in likely),
    )


def kept(*rows, laid=()):
    layout = {
        "paper": ["216", "279"],
        "codes": {"A": ["195", "5", "15", "15"], "B": ["5", "250", "15", "15"]},
        "places": [[*one[:5], *map(str, one.box)] for one in laid],
    }
    return Sheet(
        id=UUID(int=7),
        child=NOAH.id,
        week=MONDAY,
        page=1,
        made=datetime(2026, 3, 8, tzinfo=UTC),
        rows=rows,
        layout=layout,
    )


def row(of, slot=None, strategy=PAUSE):
    return SheetRow(strategy=strategy.id, step=of.id, slot=slot)


def read(sheet, *choices, days=()):
    return PageRead(sheet=sheet, picture=PICTURE, choices=choices, days=days)


def written(*steps, practices=(), marks=(), today=TODAY):
    of = family(*steps)
    records = DayRecords(practices=tuple(practices), marks=tuple(marks))
    week = Period(MONDAY, MONDAY + timedelta(days=6))
    return WrittenWeek(of, records, week_grid(of, records, NOAH.id, week, today), today)


def did(rating=3, slot=None, day=MONDAY, kind=RatingKind.HELP):
    return Practice(
        id=uuid4(), strategy=PAUSE.id, day=day, slot=slot, rating=rating, rating_kind=kind
    )


def mark(kind=MarkKind.NOT_TODAY, strategy=PAUSE.id, slot=None, reason=None, day=MONDAY):
    return DayMark(
        id=uuid4(), child=NOAH.id, strategy=strategy, day=day, slot=slot, mark=kind, reason=reason
    )


BEGUN = step(PAUSE, rating=HELP)
ONE = kept(row(BEGUN))


def cell_of(one, *steps, **said):
    page = photo_page(read(ONE, one), written(*(steps or (BEGUN,)), **said))
    ((cell,),) = [each.cells for each in page.rows]
    return cell


def test_a_tick_is_proposed_with_what_each_box_says_and_where_it_stands():
    cell = cell_of(choice(places(), 1))
    assert (cell.state, cell.read, cell.doubt) == (CellState.READ, CellInput(times=(2,)), None)
    assert cell.choices == (*(CellInput(times=(n,)) for n in (1, 2, 3, 4)), NOT_TODAY)
    assert cell.area == (282, 138, 60, 384)
    assert cell.areas[0] == (291, 147, 42, 42)
    assert cell.cell.place == CellPlace(RowKey(PAUSE.id), MONDAY)
    assert not cell.typed


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, CellState.READ),
        ({"practices": [did(2)]}, CellState.SAME),
        ({"practices": [did(3)]}, CellState.DIFFERS),
        ({"practices": [did(None)]}, CellState.DIFFERS),
        ({"marks": [mark()]}, CellState.DIFFERS),
        ({"marks": [mark(MarkKind.LEFT_OUT, None, reason=LeftOutReason.SICK)]}, CellState.DIFFERS),
        ({"today": MONDAY - timedelta(days=1)}, CellState.LATER),
    ],
)
def test_what_is_written_already_stays_and_is_told(said, state):
    assert cell_of(choice(places(), 1), **said).state is state


def test_not_today_that_is_written_already_is_the_same():
    assert cell_of(choice(places(), 4), marks=[mark()]).state is CellState.SAME
    assert cell_of(choice(places(), 4), practices=[did()]).state is CellState.DIFFERS


def test_what_is_asked_may_be_one_of_several_and_what_is_blank_says_nothing():
    cell = cell_of(choice(places(), doubt=Doubt.TWO, likely=(2, 4)), practices=[did()])
    assert (cell.state, cell.read) == (CellState.ASKED, None)
    assert cell.likely == (CellInput(times=(3,)), NOT_TODAY)
    assert cell_of(choice(places()), practices=[did()]).state is CellState.BLANK


def test_numbers_and_strokes_are_typed():
    line = SheetPlace(FilledBy.WRITING, PlaceFor.NUMBER, 0, 0, None, box(30))
    number = choice((line, *places(levels=())), doubt=Doubt.WRITTEN)
    cell = cell_of(number)
    assert (cell.typed, cell.state, cell.choices) == (True, CellState.ASKED, (NOT_TODAY,))
    assert cell.cell.rating.kind is RatingKind.NUMBER


def test_only_what_is_read_for_sure_and_not_written_is_proposed():
    sheet = kept(row(BEGUN))
    days = (choice(ill(1), 1), choice(ill(2), doubt=Doubt.TWO, likely=(0, 1)), choice(ill(3)))
    shown = photo_page(
        read(
            sheet,
            choice(places(day=0), 0),
            choice(places(day=1), 1),
            choice(places(day=2), doubt=Doubt.FAINT),
            choice(places(day=3), 4),
            days=days,
        ),
        written(BEGUN, practices=[did(3, day=MONDAY + timedelta(days=1))]),
    )
    key = RowKey(PAUSE.id)
    assert proposed(shown) == PageAnswers(
        sheet=sheet.id,
        cells={
            CellPlace(key, MONDAY): CellInput(times=(1,)),
            CellPlace(key, MONDAY + timedelta(days=3)): NOT_TODAY,
        },
        days={MONDAY + timedelta(days=1): LeftOutReason.AWAY},
    )
    assert [day.likely for day in shown.days] == [
        (),
        (LeftOutReason.SICK, LeftOutReason.AWAY),
        (),
    ]
    assert (shown.plan_changed, shown.empty) == (False, False)


@pytest.mark.parametrize(
    ("ticked", "marks", "today", "state"),
    [
        (None, [], TODAY, CellState.BLANK),
        (0, [], TODAY, CellState.READ),
        (0, [], MONDAY - timedelta(days=1), CellState.LATER),
        (0, [LeftOutReason.SICK], TODAY, CellState.SAME),
        (0, [LeftOutReason.AWAY], TODAY, CellState.DIFFERS),
    ],
)
def test_sick_and_away_are_of_the_whole_day(ticked, marks, today, state):
    said = [mark(MarkKind.LEFT_OUT, None, reason=reason) for reason in marks]
    beside = [mark(MarkKind.LEFT_OUT, reason=LeftOutReason.APPOINTMENT), mark(strategy=None)]
    week = written(BEGUN, marks=[*said, *beside], today=today)
    (day,) = photo_page(read(ONE, days=(choice(ill(), ticked),)), week).days
    assert (day.state, day.written) == (state, frozenset(marks))
    asked = choice(ill(), doubt=Doubt.LINE)
    (day,) = photo_page(read(ONE, days=(asked,)), written(BEGUN)).days
    assert day.state is CellState.ASKED


def test_named_times_have_their_rows_and_unnamed_ones_count():
    begun = step(PAUSE, often=SLOTS, rating=HELP)
    named = kept(row(begun, "breakfast"), row(begun, "dinner"))
    assert row_keys(named) == [RowKey(PAUSE.id, "breakfast"), RowKey(PAUSE.id, "dinner")]
    begun = step(PAUSE, often=TWICE, rating=HELP)
    assert row_keys(kept(row(begun), row(begun))) == [
        RowKey(PAUSE.id, None, 1),
        RowKey(PAUSE.id, None, 2),
    ]


def test_rows_of_one_time_by_two_steps_of_the_plan_are_one():
    later = step(PAUSE, MONDAY.day + 2, StepKind.CHANGE, rating=WENT)
    sheet = kept(row(BEGUN), row(later))
    choices = (choice(places("went", 1, 3, (1, 2, 3)), 0), choice(places(), 1))
    page = photo_page(read(sheet, *choices), written(BEGUN, later))
    ((first, second),) = [one.cells for one in page.rows]
    assert [one.cell.rating.kind for one in (first, second)] == [RatingKind.HELP, RatingKind.WENT]
    assert not page.plan_changed


def test_a_sheet_is_read_by_the_plan_that_it_was_printed_with():
    now = step(PAUSE, rating=WENT)
    page = photo_page(read(ONE, choice(places(), 1)), written(now))
    ((cell,),) = [one.cells for one in page.rows]
    assert (page.plan_changed, page.changed_from) == (True, None)
    assert (cell.cell.rating.kind, cell.cell.planned) == (RatingKind.HELP, False)
    assert cell.state is CellState.READ


def test_a_plan_that_changed_within_the_week_is_told_with_its_day():
    later = step(PAUSE, MONDAY.day + 1, StepKind.CHANGE, rating=WENT)
    read_page = read(ONE, choice(places(), 1), choice(places(day=2), 1))
    page = photo_page(read_page, written(BEGUN, later))
    assert (page.plan_changed, page.changed_from) == (True, later.from_day)


def test_a_time_that_the_plan_does_not_have_any_more_has_a_cell_of_its_own():
    now = step(PAUSE, often=SLOTS, rating=HELP)
    sheet = kept(row(now, "snack"))
    said = {"practices": [did(2, "snack"), did(1, "dinner")], "marks": [mark(slot="snack")]}
    page = photo_page(read(sheet, choice(places(), 1)), written(now, **said))
    ((cell,),) = [one.cells for one in page.rows]
    assert (page.plan_changed, page.changed_from) == (True, None)
    assert (cell.cell.place.row, cell.cell.planned) == (RowKey(PAUSE.id, "snack"), False)
    assert [practice.rating for practice in cell.cell.practices] == [2]
    assert [time.slot for time in cell.cell.elsewhere] == ["breakfast", "dinner"]
    asked = photo_page(read(sheet, choice(places(), 1)), written(now, marks=[mark(slot="snack")]))
    assert asked.rows[0].cells[0].state is CellState.DIFFERS


@pytest.mark.parametrize(("printed", "place"), [((1,), 1), ((1, 1), None)])
def test_one_unnamed_time_is_the_first_of_several(printed, place):
    often = TWICE if place else Often(times=1)
    now = step(PAUSE, often=often, rating=HELP)
    sheet = kept(*(row(now) for _ in printed))
    page = photo_page(read(sheet, choice(places(), 1)), written(now))
    assert page.rows[0].key == RowKey(PAUSE.id, None, place)


def test_a_strategy_that_is_gone_is_left_away_and_told():
    gone = a_strategy()
    gone = replace(gone, id=uuid4())
    sheet = kept(row(BEGUN), row(BEGUN, strategy=gone), laid=(*places(), *places(row=1)))
    choices = (choice(places(), 1), choice(places(row=1), 2))
    week = written(BEGUN)
    page = photo_page(read(sheet, *choices), week)
    assert [one.strategy for one in page.rows] == [PAUSE]
    assert page.plan_changed
    assert {where.row.strategy for where in printed_kinds(sheet, week)} == {PAUSE.id}


def test_the_kinds_that_a_page_asks_for_are_known_by_its_cells():
    went = places("went", 1, 2, (1, 2, 3))
    only = places(row=0, day=4, levels=())
    begun = step(PAUSE, often=SLOTS, rating=HELP)
    sheet = kept(
        row(begun, "breakfast"), row(begun, "snack"), laid=(*ill(), *places(), *went, *only)
    )
    kinds = printed_kinds(sheet, written(begun))
    breakfast, snack = RowKey(PAUSE.id, "breakfast"), RowKey(PAUSE.id, "snack")
    assert kinds == {
        CellPlace(breakfast, MONDAY): RatingKind.HELP,
        CellPlace(snack, MONDAY + timedelta(days=2)): RatingKind.WENT,
        CellPlace(breakfast, MONDAY + timedelta(days=4)): RatingKind.NONE,
    }


def two_pages(one, other, *, days=(), **said):
    """Two prints of one week, each with what is ticked on Monday and on its sick and away."""
    found = written(BEGUN, **said)
    pages = [
        photo_page(read(ONE, choice(places(), ticked), days=[choice(ill(), day)]), found)
        for ticked, day in zip((one, other), days or (None, None), strict=True)
    ]
    return asked_where_pages_differ(pages)


def test_two_prints_of_one_week_that_say_different_things_are_asked_about():
    for page in two_pages(1, 2, days=(0, 1)):
        ((cell,),) = [row.cells for row in page.rows]
        (day,) = page.days
        assert (cell.state, cell.doubt) == (CellState.ASKED, Doubt.PHOTOS_DIFFER)
        assert cell.likely == (CellInput(times=(2,)), CellInput(times=(3,)))
        assert (day.state, day.doubt) == (CellState.ASKED, Doubt.PHOTOS_DIFFER)
        assert day.likely == (LeftOutReason.SICK, LeftOutReason.AWAY)
        assert proposed(page) == PageAnswers(sheet=ONE.id)


@pytest.mark.parametrize("other", [1, None])
def test_two_prints_that_agree_or_of_which_one_is_blank_are_read(other):
    first, second = two_pages(1, other, days=(0, None if other is None else 0))
    (cell,), (day,) = first.rows[0].cells, first.days
    assert (cell.state, day.state) == (CellState.READ, CellState.READ)
    assert second.rows[0].cells[0].state is (CellState.READ if other else CellState.BLANK)


def test_two_prints_of_what_is_written_already_only_tell_of_it():
    first, second = two_pages(1, 2, practices=[did(2)])
    states = [page.rows[0].cells[0].state for page in (first, second)]
    assert states == [CellState.SAME, CellState.DIFFERS]


def test_a_new_away_is_asked_about_where_there_is_another_home():
    days = [choice(ill(), 1), choice(ill(day=1), 0), choice(ill(day=2), 1)]
    away = mark(MarkKind.LEFT_OUT, None, reason=LeftOutReason.AWAY, day=MONDAY + timedelta(days=2))
    shown = PhotosShown(pages=(photo_page(read(ONE, days=days), written(BEGUN, marks=[away])),))
    new, sick, same = asked_which_home(shown).pages[0].days
    assert (new.state, new.doubt) == (CellState.ASKED, Doubt.WHICH_HOME)
    assert new.likely == (LeftOutReason.AWAY, LeftOutReason.OTHER_HOME)
    assert (sick.read, sick.state, same.state) == (
        LeftOutReason.SICK,
        CellState.READ,
        CellState.SAME,
    )
