"""All children on one page: both in one click, each undone alone, no rating ever copied."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.errors import JournalReadOnlyError
from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Often, PlanStep, Strategy
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.ui.together.page import NoteForSeveralDialog
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.conftest import START, SUNDAY
from tests.ui.day_lines import choose_in_menu, choose_of_day, offered_of_day, segment
from tests.ui.today.test_double_click import double_click, steps
from tests.ui.whole_window.test_every_page import nameless

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WAIT = "Two choices"


@pytest.fixture
def twins(three):
    """Maya has three strategies, Luis one of the same name and one of his own."""
    three.luis = with_luis(three, WAIT)
    plan_for(three, three.luis, "Reach for the ring", kind=RatingKind.NONE)
    return three


def with_luis(house, name, **said):
    """Return a second child, for whom a strategy is planned."""
    luis = Child(id=uuid4(), name="Luis")
    house.journal.records.save(luis)
    plan_for(house, luis, name, **said)
    return luis


def plan_for(house, child, name, *, kind=RatingKind.HELP, often=None):
    strategy = Strategy(id=uuid4(), child=child.id, name=name)
    step = PlanStep(
        id=uuid4(),
        strategy=strategy.id,
        from_day=START,
        often=often or Often(),
        rating=RatingPlan(kind=kind),
    )
    house.journal.records.save(strategy, step)
    house.ids[f"{child.name}: {name}"] = strategy.id
    return strategy.id


@pytest.fixture
def together(twins, open_together):
    return open_together(twins)


def written(house, child, day=SUNDAY):
    return house.journal.days.between(child.id, day, day)


def part(window, child, name=WAIT):
    """Return what a child has in the row of a strategy."""
    for row in window.page.rows.parts:
        for one in row:
            if one.card.strategy.child == child.id and one.card.strategy.name == name:
                return one
    raise AssertionError(name)


def line(window, child, name=WAIT):
    """Return the first line that a child has in the row of a strategy."""
    return part(window, child, name).lines[0]


def rows(window):
    return [[one.card.strategy.name for one in row] for row in window.page.rows.parts]


def test_one_key_opens_the_page_and_what_is_called_alike_stands_in_one_row(
    twins, open_window, hands
):
    window = open_window(twins.journal)
    hands.press("t", modifier=CTRL | SHIFT)
    assert window.page_name == "together"
    assert rows(window) == [[WAIT, WAIT], ["Sign more"], ["Pause in songs"], ["Reach for the ring"]]
    assert nameless(window.page) == []


def test_todays_head_leads_to_all_children_on_the_same_day(twins, open_window, hands):
    window = open_window(twins.journal)
    window.show_child(twins.child.id)
    window.page.set_day(SUNDAY - timedelta(days=1))
    window.resize(1280, 800)
    QApplication.processEvents()
    choose_of_day(window.page, "All children together")
    assert (window.page_name, window.page.day) == ("together", SUNDAY - timedelta(days=1))
    window.open_page("today")
    away = replace(twins.luis, put_away=SUNDAY)
    window.desk.editing.do("Away", lambda: twins.journal.records.save(away))
    names = offered_of_day(window.page)
    assert "Visit page" in names
    assert "All children together" not in names


def test_one_child_alone_needs_no_way_to_all(house, open_window):
    window = open_window(house.journal)
    assert "All children together" not in offered_of_day(window.page)


def test_not_today_for_both_is_one_click_and_one_of_them_is_undone_alone(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Not today for both"))
    for child in (twins.child, twins.luis):
        (mark,) = written(twins, child).marks
        assert mark.mark is MarkKind.NOT_TODAY
        assert mark.strategy is not None
    assert "Two choices: not today for Maya and Luis" in hands.texts(together)

    choose_in_menu(line(together, twins.luis), "Take back “not today”")
    assert written(twins, twins.luis).marks == ()
    assert len(written(twins, twins.child).marks) == 1
    assert "Luis: Taken away: not today" in hands.texts(together)


@pytest.mark.parametrize("words", ["Not today for both", "Did it for both"])
def test_a_double_click_speaks_for_both_once_and_opens_nothing(twins, together, hands, words):
    double_click(together, hands.named(together.page, QPushButton, words))
    assert steps(together) == 1
    assert together.page.findChild(NoteForSeveralDialog) is None


def test_a_double_click_on_one_rating_does_not_rate_the_next_time(house, open_together, hands):
    house.plan("Pause", Often(times=2, slots=("breakfast", "dinner")))
    house.journal.records.save(Child(id=uuid4(), name="Luis"))
    window = open_together(house)
    double_click(window, segment(window.page.rows.lines[0], "Some help"))
    assert len(written(house, house.child).practices) == 1


def test_not_today_for_both_goes_in_one_undo(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Not today for both"))
    hands.press("z", modifier=CTRL)
    assert written(twins, twins.child).marks == written(twins, twins.luis).marks == ()


def test_a_rating_is_for_one_child_and_is_never_copied(twins, together, hands):
    luis = part(together, twins.luis)
    hands.click(segment(luis.lines[0], "Some help"))
    (done,) = written(twins, twins.luis).practices
    assert done.rating == 2
    assert written(twins, twins.child).practices == ()
    assert "Luis: Two choices: some help" in hands.texts(together)
    assert part(together, twins.luis) is luis


def test_did_it_for_both_rates_nothing_and_each_is_rated_alone_after(
    twins, together, hands, slowly
):
    hands.click(hands.named(together.page, QPushButton, "Did it for both"))
    for child in (twins.child, twins.luis):
        assert [one.rating for one in written(twins, child).practices] == [None]
    assert "Two choices: did it, for Maya and Luis" in hands.texts(together)
    hands.click(segment(line(together, twins.child), "On own"))
    assert [one.rating for one in written(twins, twins.child).practices] == [4]
    assert [one.rating for one in written(twins, twins.luis).practices] == [None]
    assert not [one for one in together.page.findChildren(QPushButton) if _says(one, "for both")]


def _says(button, words):
    return button.isVisible() and words in button.text()


def test_for_both_is_offered_only_while_both_are_open(twins, together, hands):
    hands.click(segment(line(together, twins.child), "A lot of help"))
    assert not [one for one in together.page.findChildren(QPushButton) if _says(one, "for both")]
    hands.press("z", modifier=CTRL)
    assert [one for one in together.page.findChildren(QPushButton) if _says(one, "for both")]


def test_twins_are_written_down_by_keys_alone(twins, together, hands):
    hands.press("2", Qt.Key.Key_Down, "3")
    assert [one.rating for one in written(twins, twins.child).practices] == [2]
    assert [one.rating for one in written(twins, twins.luis).practices] == [3]
    hands.press(Qt.Key.Key_Down, hands.alt("N"))
    (mark,) = written(twins, twins.child).marks
    assert mark.strategy == twins.ids["Sign more"]
    hands.press(
        Qt.Key.Key_Down, Qt.Key.Key_Down, hands.alt("D"), Qt.Key.Key_Down, Qt.Key.Key_Up, "x"
    )
    assert len(written(twins, twins.luis).practices) == 2


def test_up_and_down_go_through_all_lines_as_one_reads_them(twins, together, hands, slowly):
    hands.press("2", Qt.Key.Key_Down, "3", Qt.Key.Key_Down, "4", Qt.Key.Key_Down, "1")
    done = written(twins, twins.child).practices
    assert [one.rating for one in done] == [2, 4, 1]
    assert [one.rating for one in written(twins, twins.luis).practices] == [3]
    hands.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert has_focus_inside(together.page.rows.lines[0])
    hands.press(Qt.Key.Key_Up)
    assert has_focus_inside(together.page.rows.lines[0])


def test_a_journal_that_is_only_read_offers_nothing_to_write(twins, open_window, hands):
    twins.journal._why = JournalReadOnlyError(twins.journal.folder)
    window = open_window(twins.journal, page="together")
    hands.press("2", hands.alt("N"), hands.alt("D"))
    assert written(twins, twins.child).practices == written(twins, twins.child).marks == ()
    said = hands.texts(window.page)
    assert not {"Not today for both", "Did it for both", "Note for several…"} & set(said)


def test_a_day_is_left_out_and_taken_back_for_one_child(twins, together, hands):
    luis = line(together, twins.luis)
    choose_in_menu(luis, "Sick")
    (mark,) = written(twins, twins.luis).marks
    assert (mark.reason, mark.strategy) == (LeftOutReason.SICK, twins.ids[f"Luis: {WAIT}"])
    assert written(twins, twins.child).marks == ()
    choose_in_menu(luis, "Not left out after all")
    assert written(twins, twins.luis).marks == ()


def test_who_did_it_is_said_for_one_child(twins, together, hands):
    together.desk.preferences.helper = twins.mom.id
    hands.press("2", Qt.Key.Key_Return)
    hands.click(hands.named(together.page, QPushButton, "Grandpa did it"))
    (done,) = written(twins, twins.child).practices
    people = twins.journal.family().helpers
    assert (people[done.helper].name, people[done.written_by].name) == ("Grandpa", "Mom")


def test_each_time_of_the_day_has_its_line_for_each_child(house, open_together, hands, slowly):
    house.plan("Pause", Often(times=2, slots=("breakfast", "dinner")))
    luis = with_luis(house, "Pause", often=Often(times=2, slots=("breakfast", "dinner")))
    window = open_together(house)
    hands.press("1")
    maya = part(window, house.child, "Pause")
    assert "Maya · Breakfast" in hands.texts(maya.lines[0])
    assert "Maya · Dinner" in hands.texts(maya.lines[1])
    hands.press(Qt.Key.Key_Down, "4")
    done = written(house, house.child).practices
    assert [(one.slot, one.rating) for one in done] == [("breakfast", 1), ("dinner", 4)]
    hands.click(segment(part(window, luis, "Pause").lines[1], "Not today"))
    (mark,) = written(house, luis).marks
    assert mark.slot == "dinner"


def test_not_today_of_a_strategy_with_one_named_time_is_for_its_day(house, open_together, hands):
    once = Often(times=1, slots=("breakfast",))
    house.plan("Pause", once)
    luis = with_luis(house, "Pause", often=once)
    window = open_together(house)
    hands.click(hands.named(window.page, QPushButton, "Not today for both"))
    assert [one.slot for one in written(house, luis).marks] == [None]


def test_keys_lead_to_who_did_it_and_to_what_was_left_out(twins, together, hands):
    hands.press("2", hands.alt("W"))
    assert QApplication.focusWidget().text() in {"Mom", "Grandpa"}
    line(together, twins.luis).setFocus()
    hands.press(hands.alt("L"))
    menu = QApplication.activePopupWidget()
    assert "Sick" in [action.text() for action in menu.actions()]
    menu.close()
