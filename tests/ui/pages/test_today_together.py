"""All children on one page: both in one click, each undone alone, no rating ever copied."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from homejournal.domain.children import Child
from homejournal.domain.errors import JournalReadOnlyError
from homejournal.domain.notes import Note, PrivateNote
from homejournal.domain.plan import Often, PlanStep, Strategy
from homejournal.domain.practices import LeftOutReason, MarkKind
from homejournal.domain.ratings import RatingKind, RatingPlan
from homejournal.services.opening import open_journal
from homejournal.ui.dialogs.note_for_several_dialog import NoteForSeveralDialog
from homejournal.ui.pages.today_left_out import LeftOutDialog
from homejournal.ui.widgets.find_name import FindName
from homejournal.ui.widgets.note_edit import NoteEdit
from homejournal.ui.widgets.rating import RatingPill
from homejournal.ui.widgets.toggle import ToggleButton
from tests.ui.conftest import START, SUNDAY
from tests.ui.pages.test_today_double_click import double_click, steps
from tests.ui.test_whole_window import nameless

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SATURDAY = date(2026, 3, 21)
WAIT = "Two choices"


@pytest.fixture
def twins(three):
    """Maya has three strategies, Luis one of the same name and one of his own."""
    three.luis = Child(id=uuid4(), name="Luis")
    three.journal.records.save(three.luis)
    plan_for(three, three.luis, WAIT)
    plan_for(three, three.luis, "Reach for the ring", kind=RatingKind.NONE)
    return three


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
def together(twins, open_window):
    window = open_window(twins.journal)
    window.show_child(twins.child.id)
    window.open_page("together")
    QApplication.processEvents()
    return window


def written(house, child, day=SUNDAY):
    return house.journal.days.between(child.id, day, day)


def cell(window, child, name=WAIT):
    for row in window.page.rows.cells:
        for one in row:
            if one.child == child.id and one.card.strategy.name == name:
                return one
    raise AssertionError(name)


def rows(window):
    return [[one.card.strategy.name for one in row] for row in window.page.rows.cells]


def test_one_key_opens_the_page_and_what_is_called_alike_stands_side_by_side(
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
    hands.click(hands.named(window.page, QPushButton, "All children together"))
    assert (window.page_name, window.page.day) == ("together", SUNDAY - timedelta(days=1))
    window.open_page("today")
    away = replace(twins.luis, put_away=SUNDAY)
    window.desk.editing.do("Away", lambda: twins.journal.records.save(away))
    names = [one.text() for one in window.page.findChildren(QPushButton) if one.isVisible()]
    assert "Visit page" in names
    assert "All children together" not in names


def test_one_child_alone_needs_no_way_to_all(house, open_window):
    window = open_window(house.journal)
    names = [one.text() for one in window.page.findChildren(QPushButton)]
    assert "All children together" not in names


def test_not_today_for_both_is_one_click_and_one_of_them_is_undone_alone(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Not today for both"))
    for child in (twins.child, twins.luis):
        (mark,) = written(twins, child).marks
        assert mark.mark is MarkKind.NOT_TODAY
        assert mark.strategy is not None
    assert "Two choices: not today for Maya and Luis" in hands.texts(together)

    hands.click(hands.named(cell(together, twins.luis), QPushButton, "Not today"))
    assert written(twins, twins.luis).marks == ()
    assert len(written(twins, twins.child).marks) == 1
    assert "Luis: Taken away: not today" in hands.texts(together)


@pytest.mark.parametrize("words", ["Not today for both", "Did it for both"])
def test_a_double_click_speaks_for_both_once_and_opens_nothing(twins, together, hands, words):
    double_click(together, hands.named(together.page, QPushButton, words))
    assert steps(together) == 1
    assert together.page.findChild(NoteForSeveralDialog) is None


def test_a_double_click_on_one_rating_does_not_rate_the_next_time(house, open_window, hands):
    house.plan("Pause", Often(times=2, slots=("breakfast", "dinner")))
    house.journal.records.save(Child(id=uuid4(), name="Luis"))
    window = open_window(house.journal)
    window.open_page("together")
    double_click(window, hands.named(window.page.rows.cells[0][0], RatingPill, "Some help"))
    assert len(written(house, house.child).practices) == 1


def test_not_today_for_both_goes_in_one_undo(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Not today for both"))
    hands.press("z", modifier=CTRL)
    assert written(twins, twins.child).marks == written(twins, twins.luis).marks == ()


def test_a_rating_is_for_one_child_and_is_never_copied(twins, together, hands):
    luis = cell(together, twins.luis)
    hands.click(hands.named(luis, RatingPill, "Some help"))
    (done,) = written(twins, twins.luis).practices
    assert done.rating == 2
    assert written(twins, twins.child).practices == ()
    assert "Luis: Two choices: some help" in hands.texts(together)
    assert cell(together, twins.luis) is luis


def test_did_it_for_both_rates_nothing_and_each_is_rated_alone_after(
    twins, together, hands, slowly
):
    hands.click(hands.named(together.page, QPushButton, "Did it for both"))
    for child in (twins.child, twins.luis):
        assert [one.rating for one in written(twins, child).practices] == [None]
    assert "Two choices: did it, for Maya and Luis" in hands.texts(together)
    hands.click(hands.named(cell(together, twins.child), RatingPill, "On own"))
    assert [one.rating for one in written(twins, twins.child).practices] == [4]
    assert [one.rating for one in written(twins, twins.luis).practices] == [None]
    assert not [one for one in together.page.findChildren(QPushButton) if _says(one, "for both")]


def _says(button, words):
    return button.isVisible() and words in button.text()


def test_for_both_is_offered_only_while_both_are_open(twins, together, hands):
    hands.click(hands.named(cell(together, twins.child), RatingPill, "A lot of help"))
    assert not [one for one in together.page.findChildren(QPushButton) if _says(one, "for both")]
    hands.press("z", modifier=CTRL)
    assert [one for one in together.page.findChildren(QPushButton) if _says(one, "for both")]


def test_twins_are_written_down_by_keys_alone(twins, together, hands):
    hands.press("2", Qt.Key.Key_Right, "3")
    assert [one.rating for one in written(twins, twins.child).practices] == [2]
    assert [one.rating for one in written(twins, twins.luis).practices] == [3]
    hands.press(Qt.Key.Key_Down, "n")
    (mark,) = written(twins, twins.child).marks
    assert mark.strategy == twins.ids["Sign more"]
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Down, "d", Qt.Key.Key_Down, Qt.Key.Key_Left, "x")
    assert len(written(twins, twins.luis).practices) == 2


def test_the_arrows_go_through_all_cells_as_one_reads_them(twins, together, hands, slowly):
    hands.press("2", Qt.Key.Key_Right, "3", Qt.Key.Key_Right, "4", Qt.Key.Key_Right, "1")
    done = written(twins, twins.child).practices
    assert [one.rating for one in done] == [2, 4, 1]
    assert [one.rating for one in written(twins, twins.luis).practices] == [3]
    hands.press(Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is together.page.rows.cells[0][0]
    hands.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is together.page.rows.cells[0][0]


def test_a_journal_that_is_only_read_offers_nothing_to_write(twins, open_window, hands):
    twins.journal._why = JournalReadOnlyError(twins.journal.folder)
    window = open_window(twins.journal)
    window.open_page("together")
    hands.press("2", "n", "d")
    assert written(twins, twins.child).practices == written(twins, twins.child).marks == ()
    said = hands.texts(window.page)
    assert not {"Not today for both", "Did it for both", "Note for several…"} & set(said)


def test_a_day_is_left_out_and_taken_back_for_one_child(twins, together, hands):
    luis = cell(together, twins.luis)
    luis._deeds.left_out.picked(LeftOutReason.SICK)
    (mark,) = written(twins, twins.luis).marks
    assert (mark.reason, mark.strategy) == (LeftOutReason.SICK, twins.ids[f"Luis: {WAIT}"])
    assert written(twins, twins.child).marks == ()
    cell(together, twins.luis)._deeds.left_out.picked(mark)
    assert written(twins, twins.luis).marks == ()


def test_who_did_it_is_said_for_one_child(twins, together, hands):
    together.desk.preferences.helper = twins.mom.id
    hands.press("2")
    hands.click(hands.named(cell(together, twins.child), QPushButton, "Grandpa did it"))
    (done,) = written(twins, twins.child).practices
    people = twins.journal.family().helpers
    assert (people[done.helper].name, people[done.written_by].name) == ("Grandpa", "Mom")


def test_times_of_the_day_are_asked_one_after_another_for_each(house, open_window, hands, slowly):
    house.plan("Pause", Often(times=2, slots=("breakfast", "dinner")))
    luis = Child(id=uuid4(), name="Luis")
    house.journal.records.save(luis)
    plan_for(house, luis, "Pause", often=Often(times=2, slots=("breakfast", "dinner")))
    window = open_window(house.journal)
    window.open_page("together")
    hands.press("1", "4")
    done = written(house, house.child).practices
    assert [(one.slot, one.rating) for one in done] == [("breakfast", 1), ("dinner", 4)]
    own = cell(window, luis, "Pause")
    own._on_time(2)
    hands.click(hands.named(own, QPushButton, "Not today"))
    (mark,) = written(house, luis).marks
    assert mark.slot == "dinner"


def test_not_today_of_a_strategy_with_one_named_time_is_for_its_day(house, open_window, hands):
    once = Often(times=1, slots=("breakfast",))
    house.plan("Pause", once)
    luis = Child(id=uuid4(), name="Luis")
    house.journal.records.save(luis)
    plan_for(house, luis, "Pause", often=once)
    window = open_window(house.journal)
    window.open_page("together")
    hands.click(hands.named(window.page, QPushButton, "Not today for both"))
    assert [one.slot for one in written(house, luis).marks] == [None]


def test_a_note_for_both_is_two_notes_that_go_their_own_ways(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Note for several…"))
    dialog = together.page.findChild(NoteForSeveralDialog)
    assert nameless(dialog) == []
    hands.named(dialog, NoteEdit, "Note").setPlainText("They laughed together")
    hands.click(hands.named(dialog, QPushButton, "Save"))
    (of_maya,), (of_luis,) = written(twins, twins.child).notes, written(twins, twins.luis).notes
    assert of_maya.id != of_luis.id
    assert {type(of_maya), type(of_luis)} == {Note}
    assert (of_maya.text, of_luis.text) == ("They laughed together",) * 2
    assert of_luis.strategy == twins.ids[f"Luis: {WAIT}"]
    twins.journal.records.delete(of_maya.id)
    assert written(twins, twins.luis).notes == (of_luis,)


def test_a_note_for_nobody_is_refused_and_a_private_one_is_private_for_each(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Note for several…"))
    dialog = together.page.findChild(NoteForSeveralDialog)
    hands.named(dialog, NoteEdit, "Note").setPlainText("We are tired")
    for name in ("Maya", "Luis"):
        hands.click(hands.named(dialog, ToggleButton, name))
    hands.click(hands.named(dialog, QPushButton, "Save"))
    assert "Choose a child." in hands.texts(dialog)
    hands.click(hands.named(dialog, ToggleButton, "Luis"))
    dialog.findChild(QCheckBox).setChecked(True)
    hands.click(hands.named(dialog, QPushButton, "Save"))
    (private,) = written(twins, twins.luis).private_notes
    assert isinstance(private, PrivateNote)
    assert written(twins, twins.child).private_notes == written(twins, twins.luis).notes == ()


def test_what_was_typed_as_a_note_is_there_again_the_next_time(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Note for several…"))
    dialog = together.page.findChild(NoteForSeveralDialog)
    hands.named(dialog, NoteEdit, "Note").setPlainText("They laughed")
    for one in dialog.kept_words:
        one.keep()
    dialog.close()
    again = NoteForSeveralDialog(together.desk, together.page._shown.rows[0], SUNDAY, together.page)
    assert again.text.text() == "They laughed"
    again.deleteLater()


def test_other_days_are_reached_and_none_that_is_still_to_come(twins, together, hands):
    page = together.page
    hands.press("[")
    assert page.day == SATURDAY
    hands.press("2")
    assert len(written(twins, twins.child, SATURDAY).practices) == 1
    hands.press("]", "]")
    assert page.day == SUNDAY
    hands.press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.day == SATURDAY
    hands.press("t")
    assert page.day == SUNDAY


def test_the_day_turns_with_the_family(twins, together, clock):
    clock.move(days=1)
    together.follow_day()
    assert together.page.day == date(2026, 3, 23)


def test_the_own_day_of_a_child_opens_for_notes_and_photos(twins, together, hands):
    hands.press("[")
    hands.click(hands.named(together.page, QPushButton, "Day of Luis"))
    assert together.page_name == "today"
    assert (together.page.child, together.page.day) == (twins.luis.id, SATURDAY)


def test_a_few_days_are_left_out_for_all_that_are_shown(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Left out for a few days"))
    dialog = together.page.findChild(LeftOutDialog)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    for child in (twins.child, twins.luis):
        assert [one.strategy for one in written(twins, child).marks] == [None]


def test_one_strategy_of_one_child_is_left_out_for_a_few_days(twins, together, hands):
    cell(together, twins.luis)._deeds.left_out.picked(LeftOutReason.OTHER)
    dialog = together.page.findChild(LeftOutDialog)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    (mark,) = written(twins, twins.luis).marks
    assert mark.strategy == twins.ids[f"Luis: {WAIT}"]


def pressed(window):
    shown = [one for one in window.page.findChildren(ToggleButton) if one.isVisible()]
    return [one.text() for one in shown if one.isChecked()]


def test_of_many_children_a_few_are_shown_and_this_computer_remembers_whom(
    twins, open_window, hands, tmp_path
):
    more = [Child(id=uuid4(), name=f"Child {n}") for n in range(4)]
    twins.journal.records.save(*more)
    window = open_window(twins.journal)
    window.open_page("together")
    QApplication.processEvents()
    assert pressed(window) == ["Maya", "Luis", "Child 0", "Child 1"]
    for name in ("Maya", "Luis", "Child 0", "Child 1"):
        hands.click(hands.named(window.page, ToggleButton, name))
    assert pressed(window) == ["Child 1"]  # somebody is always shown
    hands.click(hands.named(window.page, ToggleButton, "Luis"))
    window.close()
    again = open_window(open_journal(tmp_path / "journal", clock=twins.clock, device=uuid4()))
    again.open_page("together")
    assert pressed(again) == ["Luis", "Child 1"]
    assert {one.child for row in again.page.rows.cells for one in row} == {twins.luis.id}


def test_of_fifty_children_another_one_is_found_by_typing(twins, open_window, hands, qtbot):
    twins.journal.records.save(*(Child(id=uuid4(), name=f"Child {n}") for n in range(48)))
    window = open_window(twins.journal)
    window.open_page("together")
    assert pressed(window) == ["Maya", "Luis", "Child 0", "Child 1"]
    hands.click(hands.named(window.page, QPushButton, "Another child…"))
    finder = window.page.findChild(FindName)
    qtbot.waitUntil(finder.isActiveWindow)
    assert finder.names.count() == 46
    hands.press("child 33", Qt.Key.Key_Return)
    assert pressed(window) == ["Maya", "Luis", "Child 0", "Child 1", "Child 33"]
    hands.click(hands.named(window.page, ToggleButton, "Luis"))
    assert pressed(window) == ["Maya", "Child 0", "Child 1", "Child 33"]


def test_children_of_one_name_are_told_apart_in_sentences_and_steps(twins, open_window, hands):
    elis = [Child(id=uuid4(), name="Eli"), Child(id=uuid4(), name="Eli")]
    twins.journal.records.save(*elis)
    window = open_window(twins.journal)
    window.open_page("together")
    assert "Nothing is planned that day for Eli (1) and Eli (2)." in hands.texts(window.page)
    for eli in elis:
        plan_for(twins, eli, "Wave")
    window.page.refresh()
    (row,) = [one for one in window.page._shown.rows if one.name == "Wave"]
    assert window.page._writing.not_today(row)
    assert "for Eli (1) and Eli (2)" in window.desk.editing.stack.undoText()
    window.desk.editing.stack.undo()
    assert window.page._writing.did_it(row)
    assert "for Eli (1) and Eli (2)" in window.desk.editing.stack.undoText()


def test_a_child_without_a_plan_is_named_and_one_put_away_is_not_shown(twins, open_window, hands):
    twins.journal.records.save(
        Child(id=uuid4(), name="Noa"), Child(id=uuid4(), name="Eva", put_away=START)
    )
    window = open_window(twins.journal)
    window.open_page("together")
    assert "Nothing is planned that day for Noa." in hands.texts(window.page)
    assert not [text for text in hands.texts(window.page) if "Eva" in text]


def test_with_one_child_the_page_says_for_whom_it_is(house, open_window, hands):
    window = open_window(house.journal)
    window.open_page("together")
    assert "This page is for two or more children" in hands.texts(window.page)
    assert QApplication.focusWidget().accessibleName() == "Add a child…"


def test_without_any_plan_the_page_leads_to_the_plan(house, open_window, hands):
    house.journal.records.save(Child(id=uuid4(), name="Luis"))
    window = open_window(house.journal)
    window.open_page("together")
    hands.press(Qt.Key.Key_Space)
    assert window.page_name == "plan"


def test_cells_stand_side_by_side_and_stack_in_a_narrow_window(twins, together, qtbot):
    first, second = together.page.rows.cells[0]
    together.resize(1120, 780)
    qtbot.waitUntil(lambda: second.x() > first.x() and second.y() == first.y())
    together.resize(1000, 780)
    qtbot.waitUntil(lambda: second.x() == first.x() and second.y() > first.y())


def test_a_number_half_typed_is_written_when_the_day_is_left(house, open_window, hands):
    house.plan("Tummy time", kind=RatingKind.NUMBER, unit="minutes")
    luis = Child(id=uuid4(), name="Luis")
    house.journal.records.save(luis)
    plan_for(house, luis, "Tummy time", kind=RatingKind.NUMBER)
    window = open_window(house.journal)
    window.open_page("together")
    hands.press("7")
    window.page._head.step_back()
    assert [one.rating for one in written(house, house.child).practices] == [7]
    assert written(house, luis).practices == ()


def test_single_letters_lead_to_who_did_it_and_to_what_was_left_out(twins, together, hands):
    hands.press("2", "w")
    assert QApplication.focusWidget().text() in {"Mom", "Grandpa"}
    cell(together, twins.luis).setFocus()
    hands.press("l")
    menu = QApplication.activePopupWidget()
    assert "Sick" in [action.text() for action in menu.actions()]
    menu.close()


def test_the_days_to_leave_out_begin_with_the_day_that_is_shown(twins, together, hands):
    hands.press("[")
    hands.click(hands.named(together.page, QPushButton, "Left out for a few days"))
    dialog = together.page.findChild(LeftOutDialog)
    assert dialog.start.day() == SATURDAY
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert len(written(twins, twins.luis, SATURDAY).marks) == 1
