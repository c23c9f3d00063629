"""Answering, writing, taking back and folding move no other control, in any kind of row."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from homejournal.domain.records.plan import Often, OftenKind
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.day_rows.answer_line import AnswerLine
from homejournal.ui.day_rows.notes.drawer import NoteDrawer
from homejournal.ui.day_rows.strategy_row import StrategyRow
from homejournal.ui.day_rows.week_marks import WeekMarks
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.fields.answer_bar import Segment
from tests.ui.day_lines import choose_in_menu, drawer_of, menu_of, open_drawers
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
    "any days": (Often(kind=OftenKind.DAYS_A_WEEK, days=3), RatingKind.WENT),
    "did it": (Often(), RatingKind.NONE),
    "did it, times without names": (Often(times=2), RatingKind.NONE),
    "number": (Often(), RatingKind.NUMBER),
    "number, named times": (Often(times=2, slots=("nap", "night")), RatingKind.NUMBER),
    "tries": (Often(), RatingKind.TRIES),
    "tries, times without names": (Often(times=2), RatingKind.TRIES),
}
SIZES = {"wide": (1120, 100), "narrower": (800, 100), "phone": (340, 100), "large": (1024, 200)}
SHOWN = (QAbstractButton, QLineEdit, QLabel, AnswerLine, StrategyRow, WeekMarks)


def places(page):
    """Return where each control is in what scrolls, those in a drawer over it left out."""
    found = {}
    for kind in SHOWN:
        for part in page.findChildren(kind):
            in_drawer = any(drawer.isAncestorOf(part) for drawer in page.findChildren(NoteDrawer))
            if part.isVisible() and not in_drawer:
                found[part] = QRect(part.mapTo(page.list.parentWidget(), QPoint(0, 0)), part.size())
    return found


class Still:
    """Compares where all stands with where it stood at first."""

    def __init__(self, window, qtbot):
        self.window = window
        settle_window(window, qtbot)
        self._before = places(window.page)

    def after(self, deed):
        for _ in range(3):
            QApplication.processEvents()
        now = places(self.window.page)
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


def says(line, hands, plan):
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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("plan", PLANS)
def test_whatever_is_said_of_a_time_moves_nothing(opened, hands, qtbot, slowly, plan, size):
    window = opened(plan, size)
    still = Still(window, qtbot)
    first, other = window.page.rows
    for line in (first.lines[-1], first.lines[0], other.lines[0]):
        for deed in says(line, hands, plan):
            still.after(f"{line.about}: {deed}")


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
