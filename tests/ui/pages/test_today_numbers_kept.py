"""What is typed where a number is asked for stays until it is written, whatever happens."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.children import Child
from homejournal.domain.errors import DiskFullError
from homejournal.domain.plan import Often, PlanStep, StepKind
from homejournal.domain.ratings import RatingKind, RatingPlan
from homejournal.domain.record import Kind
from homejournal.services.opening import open_journal
from homejournal.ui.hiding import Hiding
from homejournal.ui.widgets.number_edit import NumberField
from tests.ui.conftest import SUNDAY
from tests.ui.test_for_helper import GRANDMA, begun

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NO_NUMBER = "This is no number yet. Write one such as 12 or 5.5."
LAST_TIME = "Not saved yet: this is what you typed last time."
CHANGES = frozenset({Kind.STRATEGY, Kind.PLAN_STEP, Kind.PRACTICE})


@pytest.fixture
def counted(house):
    """Minutes at two times of a day, with a second child that has nothing to do."""
    house.plan("Asleep", Often(times=2, slots=("nap", "night")), RatingKind.NUMBER, unit="minutes")
    house.plan("Bites", kind=RatingKind.TRIES)
    return house


@pytest.fixture
def later():
    """Hold journals that are closed once their windows are gone."""
    journals = []
    yield journals
    for one in journals:
        one.close()


@pytest.fixture
def window(counted, later, open_window):
    return open_window(counted.journal)


@pytest.fixture
def reopened(counted, window, later, open_window, tmp_path):
    """Close the window, and open it on the same journal again."""

    def again():
        assert window.close()
        later.append(open_journal(tmp_path / "journal", clock=counted.clock, device=uuid4()))
        return open_window(later[-1])

    return again


def fields(window, strategy=0):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return window.page.cards[strategy].findChildren(NumberField)


def typed(window, strategy=0):
    return [field.text() for field in fields(window, strategy)]


def types(hands, window, *words, strategy=0):
    for field, said in zip(fields(window, strategy), words, strict=False):
        field.setFocus()
        hands.press(said)


def written(house, day=SUNDAY):
    return [(one.slot, one.rating) for one in house.day(day).practices]


def to_another_day_and_back(window, hands, _house):
    hands.press(Key.Key_Left, modifier=ALT)
    assert typed(window) == [""]
    hands.press(Key.Key_Right, modifier=ALT)


def to_another_child_and_back(window, hands, house):
    other = Child(id=uuid4(), name="Leo")
    house.journal.records.save(other)
    window.show_child(other.id)
    window.show_child(house.child.id)


def to_another_language(window, hands, house):
    window.set_language("es")
    window.set_language("en")


def to_another_time_and_back(window, hands, house):
    window.page.cards[0]._times.chosen.emit(2)
    assert typed(window) == [""]
    window.page.cards[0]._times.chosen.emit(1)


def to_another_page_and_back(window, hands, house):
    hands.press("2", modifier=Qt.KeyboardModifier.ControlModifier)
    hands.press("1", modifier=Qt.KeyboardModifier.ControlModifier)


def over_midnight_on_another_page(window, hands, house):
    window.open_page("plan")
    house.clock.move(days=1)
    window.follow_day()
    window.open_page("today", SUNDAY)


WAYS = [
    to_another_day_and_back,
    to_another_child_and_back,
    to_another_language,
    to_another_time_and_back,
    to_another_page_and_back,
    over_midnight_on_another_page,
]


@pytest.mark.parametrize("goes", WAYS)
def test_what_is_no_number_stands_in_its_field_again(window, counted, hands, goes):
    types(hands, window, "3x")
    goes(window, hands, counted)
    assert typed(window) == ["3x"]
    assert NO_NUMBER in hands.texts(window.page.cards[0])
    assert written(counted) == []


def test_so_do_tries_of_which_one_is_missing(window, counted, hands):
    types(hands, window, "2", "x", strategy=1)
    to_another_day_and_back(window, hands, counted)
    assert typed(window, 1) == ["2", "x"]


def test_at_midnight_the_day_stays_while_somebody_types(window, counted, hands):
    types(hands, window, "3x")
    counted.clock.move(days=1)
    window.follow_day()
    assert (window.page.day, typed(window)) == (SUNDAY, ["3x"])
    assert any("A new day has begun" in one for one in hands.texts(window.page))
    types(hands, window, Key.Key_Backspace, "0")
    hands.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace, "12", Key.Key_Return)
    assert written(counted) == [("nap", Decimal(12))]


def test_it_is_there_after_the_window_was_closed(window, hands, reopened):
    types(hands, window, "3x")
    again = reopened()
    assert typed(again) == ["3x"]
    assert NO_NUMBER in hands.texts(again.page.cards[0])


def test_a_number_outlives_a_program_that_ends_while_it_is_typed(window, counted, hands, qtbot):
    window.page.cards[0]._pause.setInterval(0)
    types(hands, window, "12")
    qtbot.waitUntil(lambda: "12" in counted.journal.drafts.kept().values())
    assert written(counted) == []
    hands.press(Key.Key_Return)
    assert counted.journal.drafts.kept() == {}
    assert written(counted) == [("nap", Decimal(12))]


def test_a_number_that_was_never_left_says_that_it_is_not_saved(window, counted, hands, reopened):
    types(hands, window, "12")
    window.page.cards[0].put_down()
    counted.journal.days.not_today(  # nothing that is typed, but the page is shown anew
        counted.child.id, SUNDAY, told(counted)
    )
    kept = counted.journal.drafts.kept()
    fields(window)[0].clear()
    window.page.cards[0].put_down()
    for place, text in kept.items():
        counted.journal.drafts.keep(place, text)
    again = reopened()
    assert typed(again) == ["12"]
    assert LAST_TIME in hands.texts(again.page.cards[0])


def told(house):
    from homejournal.services.days import MarkTold

    return MarkTold(strategy=house.ids["Bites"])


def test_what_was_emptied_or_written_is_not_kept(window, counted, hands):
    types(hands, window, "3x")
    to_another_day_and_back(window, hands, counted)
    types(hands, window, "")
    hands.press(Key.Key_Backspace, Key.Key_Backspace)
    to_another_day_and_back(window, hands, counted)
    assert (typed(window), counted.journal.drafts.kept()) == ([""], {})


def test_the_same_number_once_more_is_nothing_new(window, counted, hands):
    types(hands, window, "5")
    hands.press(Key.Key_Return)
    window.page.cards[0]._times.chosen.emit(1)
    fields(window)[0].setFocus()
    hands.press(Key.Key_End, "3")
    window.page.cards[0].put_down()
    assert list(counted.journal.drafts.kept().values()) == ["53"]
    hands.press(Key.Key_Backspace)
    window.page.cards[0].setFocus()
    window.page.refresh()
    window.page.put_down()
    assert counted.journal.drafts.kept() == {}
    assert written(counted) == [("nap", Decimal(5))]


def step_of(house):
    steps = house.journal.records.all_of(Kind.PLAN_STEP)
    return next(one for one in steps if one.strategy == house.ids["Asleep"])


@pytest.mark.parametrize("said", ["3x", "12"])
def test_it_stands_with_the_note_where_the_plan_asks_for_no_number_any_more(
    window, counted, hands, said
):
    types(hands, window, said)
    from dataclasses import replace

    counted.journal.records.save(replace(step_of(counted), rating=RatingPlan(kind=RatingKind.HELP)))
    window.desk.editing.changed.emit(CHANGES)
    assert [one.title() for one in window.page.cards] == ["Asleep", "Bites"]
    assert window.page.cards[0].note.field.text() == said
    assert list(counted.journal.drafts.kept().values()) == [said]


def test_it_is_there_when_a_strategy_comes_back(window, counted, hands):
    types(hands, window, "3x")
    pause = PlanStep(
        id=uuid4(), strategy=counted.ids["Asleep"], from_day=SUNDAY, step=StepKind.PAUSE
    )
    counted.journal.records.save(pause)
    window.desk.editing.changed.emit(CHANGES)
    assert [one.title() for one in window.page.cards] == ["Bites"]
    counted.journal.records.delete(pause.id)
    window.desk.editing.changed.emit(CHANGES)
    assert typed(window) == ["3x"]


@pytest.fixture
def full(monkeypatch):
    """Let nothing be written any more."""

    def fill(journal):
        def fails(*_told, **_more):
            raise DiskFullError(journal.folder)

        for service, call in (
            (journal.days, "did_it"),
            (journal.notes, "write"),
            (journal.drafts, "keep"),
            (journal.drafts, "drop"),
        ):
            monkeypatch.setattr(service, call, fails)

    yield fill
    monkeypatch.undo()


def test_a_number_that_a_full_disk_does_not_take_holds_the_window_once(
    window, counted, hands, full
):
    types(hands, window, "12")
    full(counted.journal)
    to_another_day_and_back(window, hands, counted)
    assert typed(window) == ["12"]
    to_another_language(window, hands, counted)
    assert typed(window) == ["12"]
    assert not window.close()
    assert "not saved" in window.frame.failure.text()


@pytest.fixture
def shown_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("shown_at_the_end")
def test_a_helper_goes_on_with_it_past_midnight_and_the_family_after_that(
    counted, open_window, hands, qtbot, clock
):
    leo = Child(id=uuid4(), name="Leo")
    counted.journal.records.save(GRANDMA, leo)
    window = open_window(counted.journal)
    window.show_child(counted.child.id)
    cover = begun(window, hands, qtbot)
    cover.day.cards.cards[0].findChild(NumberField).setFocus()
    hands.press("3x")
    clock.move(days=1)
    cover.day.follow_day()
    assert cover.day.cards.cards[0].findChild(NumberField).text() == "3x"
    cover.day._show_child(leo.id)
    cover.day._show_child(counted.child.id)
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page("today", SUNDAY)
    assert typed(window) == ["3x"]


@pytest.mark.usefixtures("shown_at_the_end")
def test_what_two_people_typed_in_one_field_stands_there_whole(counted, open_window, hands, qtbot):
    counted.journal.records.save(GRANDMA)
    window = open_window(counted.journal)
    types(hands, window, "three or so")
    cover = begun(window, hands, qtbot)
    cover.day.cards.cards[0].findChild(NumberField).setFocus()
    hands.press("four times")
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    assert typed(window) == ["three or so four times"]
    to_another_day_and_back(window, hands, counted)
    assert typed(window) == ["three or so four times"]


@pytest.fixture
def together(house, open_together):
    for child in (house.child, Child(id=uuid4(), name="Leo")):
        house.child = child
        house.journal.records.save(child)
        house.plan("Asleep", kind=RatingKind.NUMBER, unit="minutes")
    return open_together(house)


def cell_of(window):
    return window.page.rows.cells[0][0]


def test_so_it_is_on_the_page_of_all_children(together, house, hands):
    cell_of(together).findChild(NumberField).setFocus()
    hands.press("3x")
    house.clock.move(days=1)
    together.follow_day()
    assert together.page.day == SUNDAY
    together.page.set_day(SUNDAY - timedelta(days=1))
    assert cell_of(together).findChild(NumberField).text() == ""
    together.page.set_day(SUNDAY)
    assert cell_of(together).findChild(NumberField).text() == "3x"
    together.show_child(cell_of(together).child)
    together.open_page("today", SUNDAY)
    assert typed(together) == ["3x"]
    fields(together)[0].setText("3")
    fields(together)[0].returnPressed.emit()
    together.open_page("together")
    assert cell_of(together).findChild(NumberField).text() == "3"
    assert house.journal.drafts.kept() == {}
    assert together.page.at_risk() == frozenset()
