"""What was changed on one page stands on the others as soon as they are shown."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton

from homejournal.domain.records.people import Helper
from tests.ui.day_lines import drawer_of
from tests.ui.day_rows.test_who_did_it import chips
from tests.ui.together.test_page import line, together, twins, written

__all__ = ["together", "twins"]


def save(house, window, *records):
    window.desk.editing.do("Changed", lambda: house.journal.records.save(*records))
    QApplication.processEvents()


def card_of(page, key):
    return next(card for card in page.cards if key in card.form.fields)


def test_each_part_of_a_row_says_the_new_name_of_its_strategy(three, open_window, hands):
    window = open_window(three.journal, page="plan")
    known = three.journal.family().strategies[three.ids["Two choices"]]
    save(three, window, replace(known, name="Three choices"))
    window.open_page("today")
    row = window.page.rows[0]
    assert row.accessibleName() == "Three choices"
    buttons = [button for button in row.findChildren(QAbstractButton) if button.isVisible()]
    assert {button.accessibleDescription() for button in buttons} == {"Three choices"}


def test_a_note_that_is_being_typed_stays_under_the_new_name(three, open_window, hands):
    window = open_window(three.journal)
    line = window.page.lines[0]
    line.open_note()
    hands.press("She")
    known = three.journal.family().strategies[three.ids["Two choices"]]
    save(three, window, replace(known, name="Three choices"))
    hands.press(" laughed")
    assert window.page.lines[0] is line
    assert "Three choices" in hands.texts(window.page.rows[0])
    assert line.note.field.text() == "She laughed"


def test_two_people_who_come_at_once_are_found_though_the_names_that_stand_ready_stay(
    three, open_window, hands
):
    rosa = Helper(id=uuid4(), name="Rosa")
    three.journal.records.save(rosa)
    window = open_window(three.journal)
    hands.press("2", Qt.Key.Key_Return)
    assert chips(window) == ["Mom", "Grandpa", "Rosa"]
    save(three, window, *(Helper(id=uuid4(), name=name) for name in ("Ana", "Luis")))
    assert chips(window) == ["Mom", "Grandpa", "Rosa"]
    assert "Somebody else…" in hands.texts(drawer_of(window))


def test_who_writes_is_chosen_on_today_and_told_on_the_other_pages(three, open_window, hands):
    window = open_window(three.journal)
    for name in ("settings", "week_grid", "today"):
        window.open_page(name)
        QApplication.processEvents()
    hands.click(hands.named(window.page, QPushButton, "Who is writing?"))
    (menu,) = [one for one in window.page.findChildren(QMenu) if one.isVisible()]
    next(action for action in menu.actions() if action.text() == "Mom").trigger()
    menu.close()
    window.open_page("settings")
    assert card_of(window.page, "helper").helper.value() == three.mom.id
    window.open_page("week_grid")
    QApplication.processEvents()
    assert any("Mom types it in." in text for text in hands.texts(window.page))


def test_a_key_on_its_way_to_a_strategy_that_goes_writes_nothing(twins, together, hands):
    gone = line(together, twins.luis)
    gone.setFocus()
    delete = twins.journal.records.delete
    together.desk.editing.do("Gone", lambda: delete(gone.card.strategy.id))
    QTest.keyClick(gone, Qt.Key.Key_3)
    QTest.keyClick(gone, Qt.Key.Key_Up)
    gone.key.emit(Qt.Key.Key_Up)
    assert written(twins, twins.luis).practices == ()
    assert together.desk.editing.stack.undoText() == "Gone"


def test_a_setting_that_is_taken_back_on_another_page_is_shown_as_it_stands(three, open_window):
    window = open_window(three.journal, page="settings")
    greeting = card_of(window.page, "greeting").switches["greeting"]
    greeting.pills[1].click()
    assert greeting.choice() is False
    window.open_page("plan")
    window.desk.editing.undo()
    window.open_page("settings")
    assert greeting.choice() is True
