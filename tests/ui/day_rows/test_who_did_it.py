"""Once more, who did it and where: said of a time that is written, beside its note."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Routine
from homejournal.ui.records.writers_dialog import WriterDialog
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.fields.name_search import NameSearch
from tests.ui.day_lines import choose_in_menu, drawer_of, offered

Key = Qt.Key


def add_helpers(house, *names):
    """Add helpers beside Mom and Grandpa."""
    house.journal.records.save(*(Helper(id=uuid4(), name=name) for name in names))


def who(house):
    """Return the names of who did it, in the order of writing."""
    helpers = house.journal.family().helpers
    return [helpers[one.helper].name if one.helper else None for one in house.day().practices]


def chips(window):
    """Return the names that stand ready."""
    return [
        one.text()
        for one in window.page.findChildren(QPushButton)
        if one.isVisible() and one.accessibleName().endswith(" did it")
    ]


def find(window, hands):
    """Open the list of all names beside the first note."""
    window.page.lines[0].open_note()
    hands.click(hands.named(window.page, QPushButton, "Somebody else…"))
    QApplication.processEvents()
    (finder,) = [one for one in window.findChildren(NameSearch) if one.isVisible()]
    assert finder.isActiveWindow()
    return finder


def test_once_more_is_in_the_menu_of_a_written_line(three, open_window, hands):
    window = open_window(three.journal)
    line = window.page.lines[0]
    assert "Once more" not in offered(line)
    hands.press("2")
    choose_in_menu(line, "Once more")
    assert [one.rating for one in three.day().practices] == [2, None]
    hands.press(hands.alt("4"))
    assert [one.rating for one in three.day().practices] == [2, 4]


def test_once_more_is_one_key(three, open_window, hands):
    open_window(three.journal)
    hands.press("2", hands.alt("O"), hands.alt("O"))
    assert [one.rating for one in three.day().practices] == [2, None, None]


def test_who_did_it_is_one_click_beside_the_note(three, open_window, hands):
    window = open_window(three.journal)
    line, page = window.page.lines[0], window.page
    line.open_note()
    assert chips(window) == []
    hands.press(Key.Key_Escape, "2")
    line.open_note()
    assert chips(window) == ["Mom", "Grandpa"]
    hands.click(hands.named(page, QPushButton, "Grandpa did it"))
    assert who(three) == ["Grandpa"]
    assert line.said() == "✓ Some help · Grandpa"
    hands.click(hands.named(page, QPushButton, "Mom did it"))
    assert who(three) == ["Mom"]
    assert not hands.named(page, QPushButton, "Grandpa did it").isChecked()


def test_who_did_it_can_be_taken_back(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    chip = hands.named(window.page, QPushButton, "Grandpa did it")
    hands.click(chip)
    hands.click(chip)
    assert who(three) == [None]


def test_who_did_it_is_reached_by_a_key(three, open_window, hands):
    open_window(three.journal)
    hands.press("2", hands.alt("W"), Key.Key_Tab, Key.Key_Space)
    assert who(three) == ["Grandpa"]


def test_each_time_has_its_own_person(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    hands.click(hands.named(window.page, QPushButton, "Mom did it"))
    hands.press(hands.alt("O"), Key.Key_Return)
    hands.click(hands.named(window.page, QPushButton, "Grandpa did it"))
    assert who(three) == ["Mom", "Grandpa"]
    assert [line.said() for line in window.page.lines[:2]] == [
        "✓ Some help · Mom",
        "✓ Did it · Grandpa",
    ]


def test_a_line_without_helpers_asks_nobody(three, open_window, hands):
    for helper in list(three.journal.family().helpers):
        three.journal.records.delete(helper)
    window = open_window(three.journal)
    hands.press("2", hands.alt("W"))
    assert chips(window) == []


def test_of_five_hundred_helpers_three_stand_ready_and_the_others_are_found(
    three, open_window, hands, preferences
):
    add_helpers(three, *(f"Helper {number}" for number in range(497)), "José", "Zoë de la Cruz")
    preferences.helper = next(
        one.id for one in three.journal.family().helpers.values() if one.name == "Helper 300"
    )
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    assert chips(window) == ["Mom", "Grandpa", "Helper 300"]
    find(window, hands)
    hands.press("cruz zoe", Key.Key_Return)
    assert who(three) == ["Zoë de la Cruz"]
    assert chips(window) == ["Mom", "Helper 300", "Zoë de la Cruz"]
    assert hands.named(window.page, QPushButton, "Zoë de la Cruz did it").isChecked()


def test_a_name_is_chosen_from_the_list_by_its_keys_or_the_mouse(three, open_window, hands):
    add_helpers(three, "Ana", "Luis", "Rosa")
    window = open_window(three.journal)
    hands.press("2")
    find(window, hands)
    hands.press("a", Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert who(three) == ["Ana"]
    names = find(window, hands).names
    place = names.visualItemRect(names.item(5)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert who(three) == ["Rosa"]


def test_a_name_that_is_not_there_gets_a_sentence(three, open_window, hands):
    add_helpers(three, "Ana", "Luis", "Rosa")
    window = open_window(three.journal)
    hands.press("2")
    finder = find(window, hands)
    hands.press("xyz", Key.Key_Return)
    assert "No name like that is on the list." in hands.texts(finder)
    assert finder.isVisible()
    finder.reject()
    assert who(three) == [None]


def test_where_it_was_is_chosen_from_its_menu(three, open_window, hands):
    garden = Routine(id=uuid4(), name="Garden", child=three.child.id)
    three.journal.records.save(garden)
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    hands.click(hands.named(window.page, QPushButton, "Routine 0"))
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if one.text() == "Garden").trigger()
    menu.close()
    assert three.day().practices[0].routine == garden.id
    assert "Garden" in hands.texts(drawer_of(window))


def test_one_of_many_routines_is_found_by_typing(three, open_window, hands):
    names = [f"Part {number}" for number in range(20)] + ["Bedtime song"]
    routines = [Routine(id=uuid4(), name=name, child=three.child.id) for name in names]
    three.journal.records.save(*routines)
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    hands.click(hands.named(window.page, QPushButton, "Routine 0"))
    QApplication.processEvents()
    hands.press("song", Key.Key_Return)
    assert three.day().practices[0].routine == routines[-1].id


def test_one_of_many_who_write_is_found_by_typing(three, open_window, hands, preferences):
    add_helpers(three, *(f"Helper {number}" for number in range(20)), "Ángela")
    window = open_window(three.journal)
    hands.click(hands.named(window.page, QPushButton, "Who is writing?"))
    QApplication.processEvents()
    hands.press("angela", Key.Key_Return)
    hands.click(hands.named(window.page, QPushButton, "Ángela is writing"))
    QApplication.processEvents()
    hands.press("not", Key.Key_Return)
    assert preferences.helper is None


@pytest.mark.parametrize("percent", [100, 200])
def test_long_names_fit_beside_their_note(three, open_window, hands, qapp, percent):
    add_helpers(three, "Wilhelmina Featherstonehaugh", "Grandma & Grandpa from the lake")
    window = open_window(three.journal)
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(1024, 640)
    hands.press("2", Key.Key_Return)
    for _ in range(3):
        QApplication.processEvents()
    drawer = drawer_of(window)
    assert len(chips(window)) == 4
    for chip in drawer.findChildren(QPushButton):
        if chip.isVisible():
            right = chip.mapTo(drawer, chip.rect().topRight()).x()
            assert right <= drawer.width(), chip.text()


def test_somebody_new_stands_beside_the_note_of_what_is_written(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    ana = Helper(id=uuid4(), name="Ana")
    window.desk.editing.do("Added", lambda: three.journal.records.save(ana))
    assert chips(window) == ["Mom", "Grandpa", "Ana"]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_of_names_is_no_larger_than_the_window(three, open_window, hands, qapp, percent):
    add_helpers(three, "Ana", "Luis", "Rosa")
    window = open_window(three.journal)
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(1024, 640)
    hands.press("2")
    finder = find(window, hands)
    assert finder.height() <= 640
    assert finder.width() <= 1024
    finder.reject()


def name_somebody(window, name):
    """Type a name into the form of somebody new, and save it."""
    (dialog,) = [one for one in window.findChildren(WriterDialog) if one.isVisible()]
    dialog.name.setText(name)
    dialog.save()
    window.activateWindow()  # as it is at once where there is a real screen
    QApplication.processEvents()


def test_somebody_who_is_not_on_the_list_is_added_beside_the_note(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    window.page.lines[0].open_note()
    hands.click(hands.named(drawer_of(window), QPushButton, "Somebody new…"))
    name_somebody(window, "Aunt Rosa")
    assert who(three) == ["Aunt Rosa"]
    assert chips(window) == ["Mom", "Grandpa", "Aunt Rosa"]
    focused = QApplication.focusWidget()
    assert (focused.text(), focused.isChecked()) == ("Aunt Rosa", True)


def test_of_many_somebody_new_is_the_last_line_of_the_list(three, open_window, hands):
    add_helpers(three, "Dad", "Aunt Rosa", "Uncle Ben", "Kim")
    window = open_window(three.journal)
    hands.press("2")
    finder = find(window, hands)
    assert finder.names.item(finder.names.count() - 1).text() == "Somebody new…"
    hands.press("Zoe")
    assert [finder.names.item(n).text() for n in range(finder.names.count())] == ["Somebody new…"]
    hands.press(Key.Key_Down, Key.Key_Return)
    name_somebody(window, "Zoe")
    assert who(three) == ["Zoe"]
    assert "Zoe" in chips(window)


@pytest.mark.parametrize("many", [False, True])
def test_who_writes_may_be_somebody_who_is_not_on_the_list(three, open_window, hands, many):
    if many:
        add_helpers(three, *(f"Helper {number}" for number in range(12)))
    window = open_window(three.journal)
    writer = window.page.header.writer
    hands.click(writer)
    if many:
        (finder,) = [one for one in window.findChildren(NameSearch) if one.isVisible()]
        last = finder.names.item(finder.names.count() - 1)
        assert last.text() == "Somebody new…"
        finder.names.itemClicked.emit(last)
    else:
        popup = QApplication.activePopupWidget()
        *_, last = popup.actions()
        assert last.text() == "Somebody new…"
        popup.close()
        last.trigger()
    name_somebody(window, "Aunt Rosa")
    assert writer.text() == "Aunt Rosa"
    window.page.lines[0].setFocus()
    hands.press("2")
    assert who(three) == ["Aunt Rosa"]


@pytest.mark.parametrize("begun_by", ["the note", "the key of who did it"])
def test_choosing_who_did_it_moves_nothing_beside_the_note(three, open_window, hands, begun_by):
    window = open_window(three.journal)
    hands.press("2")
    if begun_by == "the note":
        window.page.lines[0].open_note()
    else:
        hands.press(hands.alt("W"))
    drawer = drawer_of(window)

    def places():
        QApplication.processEvents()
        parts = [one for one in drawer.findChildren(QPushButton) if one.isVisible()]
        return {one.text(): one.mapTo(drawer, QPoint(0, 0)) for one in parts}

    before = places()
    assert {"Celebration", "Mom", "Grandpa"} <= before.keys()
    hands.click(hands.named(drawer, QPushButton, "Grandpa did it"))
    assert who(three) == ["Grandpa"]
    assert places() == before
    drawer.panel.field.setFocus()
    assert places() == before


def test_the_name_stays_beside_the_note_and_a_note_of_somebody_else_has_its_own(
    three, open_window, hands
):
    mom, grandpa = three.journal.family().helpers
    window = open_window(three.journal)
    line = window.page.lines[0]
    hands.press("2")
    (practice,) = three.day().practices
    three.journal.records.save(replace(practice, helper=mom))
    hers = Note(
        id=uuid4(),
        child=three.child.id,
        day=practice.day,
        text="waved twice",
        practice=practice.id,
        strategy=practice.strategy,
        helper=mom,
    )
    three.journal.records.save(hers)
    window.page.refresh()
    assert line.said() == "✓ Some help · Mom waved twice"
    three.journal.records.save(replace(hers, helper=grandpa))
    window.page.refresh()
    assert line.said() == "✓ Some help · Mom Grandpa: waved twice"
