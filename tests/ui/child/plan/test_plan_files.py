"""Plan files from the window to the file: looked at, ticked, taken, undone; and handed over."""

import json
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from homejournal.domain.records.children import Child
from homejournal.ui.base.actions import Action
from tests.exchange.plan_files import HANDWRITTEN, as_bytes, with_first
from tests.ui.conftest import SUNDAY
from tests.ui.whole_window.test_every_page import nameless

CONTROL = Qt.KeyboardModifier.ControlModifier
NEW = ["Strategy: Wait", "Started on March 13, 2026"]
THINGS = [*NEW, "Outcome: Mateo asks for food.", "Person: Dana", "Routine: Snack"]


@pytest.fixture
def window(house, open_window):
    return open_window(house.journal)


def top():
    QApplication.processEvents()
    return QApplication.activeModalWidget()


def looked(window, qtbot, tmp_path, told=HANDWRITTEN, name="plan.hjplan"):
    """Let the window look at a file, and return the dialog that opens."""
    path = tmp_path / name
    path.write_bytes(as_bytes(told))
    window.window_actions.files.look_at_plan(path)
    qtbot.waitUntil(lambda: top() is not None)
    return top()


def row(dialog, words):
    """The row of a thing by the words at its tick."""
    return next(one for one in dialog.rows.values() if one.line.box.accessibleName() == words)


def tick(dialog, hands, words):
    hands.click(row(dialog, words).line.box)


def ticked(dialog):
    lines = [one.line for one in dialog.rows.values()]
    return [line.box.accessibleName() for line in lines if line.box.isChecked()]


def take(dialog, hands):
    hands.click(hands.named(dialog, QPushButton, "Add what is ticked"))
    QApplication.processEvents()


def choose_in(window, path):
    """Choose a file in the dialog of files that is open."""
    files = next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())
    files.findChild(QLineEdit).setText(str(path))
    files.accept()
    QApplication.processEvents()


def test_a_file_is_shown_line_by_line_and_nothing_of_it_is_ticked(window, qtbot, tmp_path, hands):
    dialog = looked(window, qtbot, tmp_path)
    assert [one.line.box.accessibleName() for one in dialog.rows.values()] == THINGS
    assert ticked(dialog) == []
    told = hands.texts(dialog)
    for words in (
        "Dana, March",
        "5 things are new. Nothing is taken until you say so.",
        "Hold the cup and wait",
        "Twice a day",
        "e-mail · dana@example.org · preferred",
    ):
        assert words in told
    assert told.count("new") == 5
    assert not row(dialog, NEW[1]).line.box.isEnabled()
    assert nameless(dialog) == []


def test_without_a_tick_nothing_is_taken_and_a_sentence_says_so(
    window, qtbot, tmp_path, hands, house
):
    dialog = looked(window, qtbot, tmp_path)
    take(dialog, hands)
    assert "Tick what you want to take first." in hands.texts(dialog)
    tick(dialog, hands, THINGS[3])
    assert "Tick what you want to take first." not in hands.texts(dialog)
    hands.click(hands.named(dialog, QPushButton, "Cancel"))
    assert top() is None
    assert house.journal.family().strategies == {}
    assert house.journal.family().team == {}


def test_a_strategy_is_taken_with_what_belongs_to_it_and_undone_in_one_step(
    window, qtbot, tmp_path, hands, house
):
    dialog = looked(window, qtbot, tmp_path)
    tick(dialog, hands, NEW[0])
    assert ticked(dialog) == THINGS
    tick(dialog, hands, THINGS[3])
    take(dialog, hands)
    assert top() is None
    assert window.page_name == "plan"
    assert [card.title() for card in window.page.cards] == ["Wait"]
    (made,) = house.journal.family().strategies.values()
    assert (made.child, made.suggested_by) == (house.child.id, None)
    assert house.journal.family().team == {}
    assert window.menus.action(Action.TAKE_PLAN).isEnabled()
    window.activateWindow()
    QApplication.processEvents()
    hands.press("z", modifier=CONTROL)
    assert house.journal.family().strategies == {}
    assert house.journal.family().outcomes == {}


def test_what_would_change_stands_beside_what_is_there_and_waits_for_its_own_tick(
    window, qtbot, tmp_path, hands, house
):
    house.plan("Sign more")
    told = json.loads(house.journal.plan_files.export([house.ids["Sign more"]], "Ours"))
    told["plan_steps"][0]["how"] = "Hold the cup & <b>wait</b>"
    told["strategies"].append({"id": "new", "name": "Point"})
    dialog = looked(window, qtbot, tmp_path, told)
    texts = hands.texts(dialog)
    assert "now: Hold the cup and look at her" in texts
    assert "in the file: Hold the cup & <b>wait</b>" in texts
    assert texts.count("in your plan already") == 3
    assert not row(dialog, "Strategy: Sign more").line.box.isEnabled()
    heard = row(dialog, "Started on March 2, 2026").line.box.accessibleDescription()
    assert heard == (
        "would change; How: now: Hold the cup and look at her;"
        " in the file: Hold the cup & <b>wait</b>"
    )
    hands.click(hands.named(dialog, QPushButton, "Tick all that is new"))
    assert ticked(dialog) == ["Strategy: Point"]
    tick(dialog, hands, "Started on March 2, 2026")
    take(dialog, hands)
    (step,) = house.journal.family().steps[house.ids["Sign more"]]
    assert step.how == "Hold the cup & <b>wait</b>"


def test_words_of_a_file_are_never_taken_for_markup(window, qtbot, tmp_path):
    bad = "<img src=x onerror=alert(1)><a href='file:///etc/passwd'>Wait</a>"
    told = {**with_first("strategies", name=bad), "plan": bad}
    dialog = looked(window, qtbot, tmp_path, told)
    labels = [label for label in dialog.findChildren(QLabel) if "onerror" in label.text()]
    assert labels
    assert {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }


def test_a_file_that_says_nothing_new_says_so(window, qtbot, tmp_path, hands, house):
    shown = house.journal.plan_files.preview(as_bytes(HANDWRITTEN), house.child.id)
    house.journal.plan_files.take(shown, {item.record.id for item in shown.items})
    dialog = looked(window, qtbot, tmp_path)
    assert "Everything in this file is in your plan already." in hands.texts(dialog)
    assert not dialog.all_new.isVisible()
    assert not any(one.line.box.isEnabled() for one in dialog.rows.values())


def test_of_a_file_with_nothing_in_it_nothing_can_be_taken(window, qtbot, tmp_path, hands):
    told = {"format": "homejournal-plan", "schema": 1, "plan": "Nothing"}
    dialog = looked(window, qtbot, tmp_path, told)
    assert "There is nothing in this file." in hands.texts(dialog)
    assert "What do you want to take?" not in hands.texts(dialog)
    assert not dialog.all_new.isVisible()
    assert not hands.named(dialog, QPushButton, "Add what is ticked").isEnabled()
    assert hands.named(dialog, QPushButton, "Cancel").isEnabled()


def test_the_family_says_whose_plan_it_is(window, qtbot, tmp_path, hands, house):
    sister = Child(id=uuid4(), name="Ana")
    house.journal.records.save(sister)
    window.page.heard(None)
    dialog = looked(window, qtbot, tmp_path)
    tick(dialog, hands, NEW[0])
    dialog.child.setCurrentIndex(dialog.child.findText("Ana"))
    assert ticked(dialog) == []
    tick(dialog, hands, NEW[0])
    take(dialog, hands)
    assert {strategy.child for strategy in house.journal.family().strategies.values()} == {
        sister.id
    }


def test_with_one_child_nothing_is_asked(window, qtbot, tmp_path):
    assert not looked(window, qtbot, tmp_path).child.isVisible()


def test_a_long_file_is_shown_in_parts_and_only_what_was_shown_is_taken(
    window, qtbot, tmp_path, hands, house
):
    many = [{"id": f"s{place}", "name": f"Name {place}"} for place in range(90)]
    dialog = looked(window, qtbot, tmp_path, {**HANDWRITTEN, "strategies": many, "plan_steps": []})
    hands.click(hands.named(dialog, QPushButton, "Tick all that is new"))
    assert len(ticked(dialog)) == 40
    hands.click(hands.named(dialog, QPushButton, "Show 53 more"))
    assert (len(dialog.rows), len(ticked(dialog))) == (80, 40)
    hands.click(dialog.more)
    assert (len(dialog.rows), dialog.more.isVisible()) == (93, False)
    take(dialog, hands)
    assert len(house.journal.family().strategies) == 40


def test_tab_goes_from_tick_to_tick_and_on_to_the_buttons(window, qtbot, tmp_path, hands):
    many = [{"id": f"s{place}", "name": f"Name {place}"} for place in range(42)]
    dialog = looked(window, qtbot, tmp_path, {**HANDWRITTEN, "strategies": many, "plan_steps": []})
    hands.click(dialog.more)
    dialog.all_new.setFocus()
    seen = []
    for _ in range(47):
        hands.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() or focused.text())
    ticks = [one.line.box.accessibleName() for one in dialog.rows.values()]
    assert len(ticks) == 45
    assert seen == [*ticks, "Add what is ticked", "Cancel"]


def test_whose_plan_it_is_tells_brothers_of_nearly_one_name_apart(house, window, qtbot, tmp_path):
    house.journal.records.save(
        Child(id=uuid4(), name="José", born=SUNDAY),
        Child(id=uuid4(), name="Jose"),
        Child(id=uuid4(), name="Eva", put_away=SUNDAY),
    )
    box = looked(window, qtbot, tmp_path).child
    said = [box.itemText(place) for place in range(box.count())]
    assert said == ["Maya", "José – born March 22, 2026", "Jose"]


def test_steps_stand_inside_their_strategy_also_where_reading_begins_at_the_right(
    house, open_window, qtbot, tmp_path
):
    dialog = looked(open_window(house.journal, "ar"), qtbot, tmp_path)
    rows = list(dialog.rows.values())
    boxes = [one.line.box.mapTo(dialog, QPoint(one.line.box.width(), 0)).x() for one in rows]
    assert boxes[1] < boxes[0] - 20
    dialog.reject()
