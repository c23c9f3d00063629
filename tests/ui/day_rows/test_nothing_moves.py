"""Answering, writing, taking back and folding move no other control, in any kind of row."""

from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, Strategy, Weekday
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.services.days.days import MarkTold
from homejournal.ui.day_rows.answer_line import AnswerLine
from homejournal.ui.day_rows.notes.drawer import NoteDrawer
from homejournal.ui.day_rows.strategy_row import StrategyRow, WeekMarks
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.today.welcome import FirstQuestions
from homejournal.ui.widgets.fields.answer_bar import Segment
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_in_menu, drawer_of, menu_of, open_drawers
from tests.ui.today.test_welcome_back import WELCOME, wrote
from tests.ui.waiting import settle_window

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SLOTS = ("breakfast", "lunch", "dinner")
PLANS = {
    "help": (Often(), RatingKind.HELP),
    "help, named times": (Often(times=3, slots=SLOTS), RatingKind.HELP),
    "help, times without names": (Often(times=3), RatingKind.HELP),
    "went": (Often(), RatingKind.WENT),
    "went, named times": (Often(times=3, slots=SLOTS), RatingKind.WENT),
    "went, times without names": (Often(times=2), RatingKind.WENT),
    "some weekdays": (Often(weekdays=(Weekday.SUN, Weekday.MON)), RatingKind.HELP),
    "any days": (Often(kind=OftenKind.DAYS_A_WEEK, days=3), RatingKind.WENT),
    "did it": (Often(), RatingKind.NONE),
    "did it, named times": (Often(times=3, slots=SLOTS), RatingKind.NONE),
    "did it, times without names": (Often(times=2), RatingKind.NONE),
    "number": (Often(), RatingKind.NUMBER),
    "number, named times": (Often(times=2, slots=("nap", "night")), RatingKind.NUMBER),
    "number, times without names": (Often(times=2), RatingKind.NUMBER),
    "tries": (Often(), RatingKind.TRIES),
    "tries, named times": (Often(times=3, slots=SLOTS), RatingKind.TRIES),
    "tries, times without names": (Often(times=2), RatingKind.TRIES),
}
SIZES = {
    "wide": (1120, 100),
    "narrower": (800, 100),
    "phone": (340, 100),
    "large": (1024, 200),
    "a column beside": (1440, 100),
}
SHOWN = (QAbstractButton, QLineEdit, QLabel, AnswerLine, StrategyRow, WeekMarks)


def places(page, rows):
    """Return where each control is in what scrolls, those in a drawer over it left out."""
    found, drawers = {}, page.findChildren(NoteDrawer)
    for kind in SHOWN:
        for part in page.findChildren(kind):
            in_drawer = any(drawer.isAncestorOf(part) for drawer in drawers)
            if part.isVisible() and not in_drawer:
                found[part] = QRect(part.mapTo(rows.parentWidget(), QPoint(0, 0)), part.size())
    return found


class Still:
    """Compares where all stands with where it stood at first."""

    def __init__(self, window, qtbot, rows=None):
        self._page, self._rows = window.page, rows or window.page.list
        settle_window(window, qtbot)
        self._before = places(self._page, self._rows)

    def after(self, deed):
        for _ in range(3):
            QApplication.processEvents()
        now = places(self._page, self._rows)
        moved = [
            f"{deed}: {type(part).__name__} {part.accessibleName() or part.objectName()}"
            for part, place in self._before.items()
            if part in now and now[part] != place
        ]
        assert moved == []
        gone = [part for part in self._before if isinstance(part, AnswerLine) and part not in now]
        assert gone == []


@pytest.fixture
def opened(house, open_window, qtbot):
    def at(plan, size):
        often, kind = PLANS[plan]
        unit = "minutes" if kind is RatingKind.NUMBER else None
        house.plan("Pause and wait", often, kind, unit=unit)
        house.plan("Another one", Often(times=2, slots=("morning", "evening")))
        wide, percent = SIZES[size]
        apply_theme(QApplication.instance(), Scheme.LIGHT, percent)
        window = open_window(house.journal)
        window.resize(wide, 780)
        return window

    yield at
    apply_theme(QApplication.instance(), Scheme.LIGHT)


def says(line, hands):
    """Yield each way to say something of a time, once it was said."""
    window = line.window()
    fields = [one for one in line.findChildren(QLineEdit) if one.isVisible()]
    for segment in line.findChildren(Segment):
        hands.click(segment)
        yield segment.words
    hands.press(Key.Key_Return, "a note")
    yield "a note that is typed"
    hands.press(Key.Key_Escape)
    yield "a note that is saved"
    for field in fields:
        field.setFocus()
        hands.press("5")
        yield "a number that is typed"
    if fields:
        hands.press(Key.Key_Return)
        yield "a number that is saved"
    else:
        line.setFocus()
    hands.press(hands.alt("N"))
    line.setFocus()
    hands.press(Key.Key_Delete)
    yield "what was written is removed"
    hands.press(hands.alt("D"))
    yield "did it"
    for _ in range(4):
        window.desk.editing.undo()
        yield "undo"


def plans_and_sizes():
    """Yield each plan in each size; in a usual run in one, so that each size has its turn."""
    sizes = [*SIZES]
    for place, plan in enumerate(PLANS):
        usual = sizes[place % len(sizes)]
        for size in sizes:
            marks = () if size == usual else pytest.mark.with_all
            yield pytest.param(plan, size, marks=marks, id=f"{plan}-{size}")


@pytest.mark.parametrize(("plan", "size"), list(plans_and_sizes()))
def test_whatever_is_said_of_a_time_moves_nothing(opened, hands, qtbot, slowly, plan, size):
    window = opened(plan, size)
    still = Still(window, qtbot)
    lines = window.page.rows[0].lines
    for line in dict.fromkeys((lines[-1], lines[0])):  # of one time they are the same
        for deed in says(line, hands):
            still.after(f"{line.about}: {deed}")


@pytest.mark.parametrize("size", SIZES)
def test_nor_does_what_is_said_in_the_row_below(opened, hands, qtbot, slowly, size):
    window = opened("help, named times", size)
    still = Still(window, qtbot)
    for deed in says(window.page.rows[1].lines[0], hands):
        still.after(deed)


@pytest.mark.parametrize("plan", ["help, named times", "number"])
def test_choosing_in_the_menu_moves_nothing(opened, hands, qtbot, plan):
    window = opened(plan, "wide")
    still = Still(window, qtbot)
    line = window.page.rows[0].lines[0]
    for wish in (
        "Add a note",
        "Did it",
        "Remove what is written",
        "Sick",
        "Not left out after all",
    ):
        choose_in_menu(line, wish)
        still.after(wish)
        line.setFocus()


def test_a_day_left_out_for_one_strategy_says_so_and_stays_as_high(opened, house, qtbot):
    window = opened("help, named times", "wide")
    still = Still(window, qtbot)
    choose_in_menu(window.page.rows[0].lines[1], "Away")
    still.after("Away")
    assert [mark.reason for mark in house.day().marks] == [LeftOutReason.AWAY]
    assert [line.said() for line in window.page.rows[0].lines] == ["Left out: away"] * 3


def sick(house, window):
    """Leave the day out for all, as the dialog for a few days does."""
    told, period = MarkTold(reason=LeftOutReason.SICK), Period(SUNDAY, SUNDAY)
    leave_out = partial(house.journal.days.left_out, house.child.id, period, told)
    assert window.desk.editing.do("Left out", leave_out) is not None


def test_a_row_that_was_opened_on_a_sick_day_stays_open(opened, house, hands, qtbot):
    window = opened("help, named times", "wide")
    sick(house, window)
    first, other = window.page.rows
    assert [line.isVisible() for line in (*first.lines, *other.lines)] == [False] * 5
    hands.click(hands.named(first, QPushButton, "Used anyway"))
    still = Still(window, qtbot)
    for deed in says(first.lines[0], hands):
        still.after(deed)


def test_what_was_written_on_a_sick_day_is_removed_where_it_stands(opened, house, hands, qtbot):
    window = opened("help, named times", "wide")
    row = window.page.rows[0]
    hands.click(row.lines[1].findChildren(Segment)[1])
    sick(house, window)
    still = Still(window, qtbot)
    choose_in_menu(row.lines[1], "Remove what is written")
    still.after("what was written is removed")
    assert row.lines[0].isVisible()


def test_what_is_asked_after_the_first_answer_moves_nothing(house, open_window, hands, qtbot):
    strategy = Strategy(id=uuid4(), child=house.child.id, name="Wait")
    rating = RatingPlan(kind=RatingKind.HELP)
    step = PlanStep(
        id=uuid4(), strategy=strategy.id, from_day=SUNDAY, often=Often(times=2), rating=rating
    )
    house.journal.records.save(strategy, step)
    window = open_window(house.journal)
    still = Still(window, qtbot)
    hands.press("2")
    assert window.page.findChild(FirstQuestions).isVisible()
    still.after("the first answer")


def test_the_first_answer_after_weeks_moves_nothing(three, open_window, hands, qtbot):
    wrote(three, 40)
    window = open_window(three.journal)
    assert WELCOME in hands.texts(window.page)
    still = Still(window, qtbot)
    hands.press("2")
    still.after("the first answer after weeks")


def test_the_drawer_opens_and_closes_over_what_stands_still(opened, hands, qtbot):
    window = opened("help, times without names", "wide")
    still = Still(window, qtbot)
    for line in window.page.lines:
        line.open_note()
        assert drawer_of(window).isVisible()
        still.after("the drawer opens")
        hands.press("one line", Key.Key_Return, "another", Key.Key_Return, "and a third")
        still.after("the note grows")
        hands.press(Key.Key_Escape)
        assert open_drawers(window) == []
        still.after("the drawer closes")


def test_the_next_time_is_another_widget_so_a_second_press_cannot_answer_it(
    opened, house, hands, qtbot
):
    window = opened("help, times without names", "wide")
    first, second, third = window.page.rows[0].lines
    answer = next(one for one in first.findChildren(Segment) if one.words == "Some help")
    for _ in range(5):
        hands.click(answer)
        QTest.keyClick(answer, Key.Key_Space)
        settle_window(window, qtbot)
    assert [one.rating for one in house.day().practices] == [2]
    assert (second.is_open, third.is_open) == (True, True)


def test_the_three_dots_stay_under_the_mouse_too(opened, hands, qtbot):
    window = opened("went", "wide")
    settle_window(window, qtbot)
    line = window.page.lines[0]
    before = menu_of(line).mapTo(window, QPoint(0, 0))
    for deed in ("2", hands.alt("N")):
        hands.press(deed)
        settle_window(window, qtbot)
        assert menu_of(line).mapTo(window, QPoint(0, 0)) == before


def test_not_today_by_its_answer_is_not_today(opened, house, hands):
    window = opened("tries", "wide")
    hands.click(hands.named(window.page.lines[0], Segment, "Not today"))
    assert [mark.mark for mark in house.day().marks] == [MarkKind.NOT_TODAY]
