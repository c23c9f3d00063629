"""A photo of a filled-in sheet: looked at, answered by keys, and saved in one step."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.practices import LeftOutReason
from tests.ui.sheet_photo.conftest import (
    ASKED,
    HELP,
    MINUTES,
    MONDAY,
    OTHER,
    SUNDAY,
    USUAL,
)

pytestmark = pytest.mark.measured

KEY = Qt.Key


def shown(dialog):
    """The table as it is read, row by row."""
    model = dialog.view.model
    return [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def asked(dialog):
    return dialog.view.panel._asked.text()


def week(house):
    return house.journal.days.between(house.child.id, MONDAY, SUNDAY)


def test_what_is_plain_is_saved_in_one_step_that_undo_takes_back(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*USUAL))
    assert shown(dialog) == [
        ["", "", "s", "", "", "", ""],
        ["3", "2", "", "", "", "", ""],
        ["4", "", "", "", "", "", ""],
        ["", "", "", "", "", "", ""],
    ]
    assert dialog.save_button.text() == "Save 4 boxes"
    before = week(printed)
    hands.click(dialog.save_button)
    assert not dialog.isVisible()
    assert {(one.slot, one.rating) for one in week(printed).practices} == {
        ("breakfast", 3),
        ("breakfast", 2),
        ("dinner", 4),
    }
    (mark,) = week(printed).marks
    assert (mark.day, mark.reason) == (MONDAY + timedelta(days=2), LeftOutReason.SICK)
    dialog.desk.editing.undo()
    assert week(printed) == before


def test_what_is_asked_comes_first_and_keys_alone_answer_it(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    assert shown(dialog)[1][3] == shown(dialog)[3][4] == "?"
    assert dialog.view.panel._where.text() == f"{HELP} · Breakfast · Thursday, March 19"
    assert asked(dialog) == (
        "More than one place is marked. Was it “some help” or “a lot of help”?"
    )
    hands.press("2", KEY.Key_Return)
    assert dialog.view.panel._where.text() == f"{MINUTES} · Friday, March 20"
    hands.press("12,5", KEY.Key_Return)
    assert dialog.who.hasFocus()
    hands.press(KEY.Key_Return, KEY.Key_Return)
    assert dialog.isVisible()
    hands.click(dialog.save_button)
    assert not dialog.isVisible()
    ratings = {(one.day.isoformat(), one.rating) for one in week(printed).practices}
    assert {("2026-03-19", 2), ("2026-03-20", Decimal("12.5"))} <= ratings


def test_unanswered_questions_are_told_before_they_stay_blank(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    hands.press(KEY.Key_Return, KEY.Key_Return)
    for _ in range(3):
        hands.click(dialog.save_button)
    assert dialog.isVisible()
    assert dialog.notice.text().startswith("2 questions have no answer yet.")
    assert dialog.view.panel._where.text() == f"{HELP} · Breakfast · Thursday, March 19"
    hands.click(hands.named(dialog, QPushButton, "Save without them"))
    assert not dialog.isVisible()
    assert len(week(printed).practices) == 3
    assert dialog.desk.editing.stack.undoText() == (
        "4 boxes filled from the photo · March 16 to March 22, 2026 · 2 questions left open"
    )


def test_escape_asks_once_where_something_was_answered(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    hands.press("2", KEY.Key_Return, KEY.Key_Escape, KEY.Key_Escape)
    assert dialog.isVisible()
    assert dialog.notice.text() == "What you answered is not saved yet."
    assert hands.named(dialog, QPushButton, "Close without saving").hasFocus()
    hands.press(KEY.Key_Return)
    assert not dialog.isVisible()
    assert not week(printed).practices


def test_what_is_written_already_stays_unless_somebody_says_otherwise(
    printed, photos, looked_at, hands
):
    hands.click(looked_at(photos.of(*USUAL)).save_button)
    before = week(printed)
    again = looked_at(photos.of(*USUAL))
    assert not again.save_button.isEnabled()
    assert again.view.model.told(next(again.view.model.places())) == "Left blank on the sheet."
    again.reject()
    other = looked_at(photos.of(*OTHER))
    assert asked(other) == "The photo says: a lot of help. Written already: a little help."
    assert shown(other)[1] == ["?", "2", "s", "", "", "", "1"]
    hands.click(hands.named(other, QPushButton, "Keep what is written: a little help"))
    hands.click(other.save_button)
    after = week(printed)
    assert {
        one.rating for one in after.practices if one.id in {p.id for p in before.practices}
    } == {
        3,
        2,
        4,
    }
    assert len(after.practices) == len(before.practices) + 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("words", "This photo cannot be read."),
        ("table", "There is no week sheet to see."),
        ("small", "The sheet is too small."),
        ("stranger", "This journal does not know the sheet."),
    ],
)
def test_a_photo_that_is_refused_says_what_to_do_and_others_go_on(
    photos, looked_at, hands, name, said
):
    bad = photos.bad(name)
    dialog = looked_at(bad, photos.of(*USUAL), names=("kitchen.jpg", "fridge.jpg"))
    assert dialog.refused.text().startswith(f"kitchen.jpg: {said}")
    assert dialog.notice.text() == "1 photo could not be read. The reason is at the top."
    assert dialog.save_button.text() == "Save 4 boxes"


def test_a_sheet_of_another_journal_does_not_blame_the_light(photos, looked_at):
    dialog = looked_at(photos.bad("stranger"))
    assert "Open the journal that the sheet was printed from" in dialog.nothing.text()
    assert "light" not in dialog.nothing.text()


def test_photos_without_a_sheet_leave_the_way_to_others(photos, looked_at, hands):
    dialog = looked_at(photos.bad("table"))
    assert "No sheet could be read" in hands.texts(dialog)
    assert not dialog.save_button.isVisible()
    assert hands.named(dialog, QPushButton, "Choose photos…").hasFocus()
