"""File, Open recent: our own list, which can be switched off and shows nothing while hidden."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.recent_journals import RecentJournals
from homejournal.ui.hiding import Hiding
from homejournal.ui.window.menus import RecentMenu
from tests.ui.safe.password.test_lock import TYPED, locked
from tests.ui.window.programs import copied_family, first_window


@pytest.fixture(autouse=True)
def _shown_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def recent(preferences):
    return RecentJournals(preferences)


@pytest.fixture
def window(house, open_window):
    return open_window(house.journal, page="settings")


def offered(window):
    """Open the File menu, and return the lines of Open recent, none where it is not there."""
    (menu,) = window.findChildren(RecentMenu)
    menu.parent().aboutToShow.emit()
    lines = [action for action in menu.actions() if not action.isSeparator()]
    return lines if menu.menuAction().isVisible() else []


def shut(window, qtbot):
    (menu,) = window.findChildren(RecentMenu)
    menu.parent().aboutToHide.emit()
    qtbot.waitUntil(lambda: menu.actions() == [])


def test_the_last_one_comes_first_each_once_and_not_too_many(recent):
    for number in (*range(12), 9):
        recent.add(Path(f"/journals/{number}"))
    names = [int(folder.name) for folder in recent.folders()]
    assert names == [9, 11, 10, 8, 7, 6, 5, 4]
    assert Path("/journals/9") not in recent.without(Path("/journals/9"))


@pytest.mark.parametrize("told", ["", "{", "[" * 9_000, '{"a": 1}', "5", '[1, null, {"a": []}]'])
def test_a_list_that_somebody_wrote_over_is_none(recent, preferences, told):
    preferences.remember("recent_journals", told)
    assert recent.folders() == []


def test_switched_off_it_forgets_and_takes_nothing(recent, preferences):
    recent.add(Path("/journals/ours"))
    recent.want(wanted=False)
    recent.add(Path("/journals/ours"))
    assert (recent.folders(), recent.is_wanted) == ([], False)
    preferences.forget()
    assert not recent.is_wanted  # a setting stays, what is only remembered goes
    recent.want([Path("/journals/ours")], wanted=True)
    assert recent.folders() == [Path("/journals/ours")]
    preferences.forget()
    assert recent.folders() == []


def test_the_menu_offers_the_other_journals_and_opens_one(window, recent, qtbot, house):
    assert offered(window) == []
    recent.add(Path("/journals/A & B"))
    recent.add(house.journal.folder.absolute())
    line, clear = offered(window)
    assert line.text() == "/journals/A && B"
    with qtbot.waitSignal(window.journal_wanted) as asked:
        line.trigger()
    assert asked.args == [Path("/journals/A & B"), False]
    clear.trigger()
    assert recent.folders() == []


def test_nothing_of_it_is_left_in_the_menu_once_it_is_shut(window, recent, qtbot):
    recent.add(Path("/journals/other"))
    assert offered(window)
    shut(window, qtbot)


def test_hidden_it_shows_nothing(window, recent):
    recent.add(Path("/journals/other"))
    Hiding.here().hide(window.desk.wording)
    assert offered(window) == []
    Hiding.here().show_again()
    assert offered(window)


def test_locked_it_shows_nothing(three, open_window, recent, qtbot, hands):
    recent.add(Path("/journals/other"))
    service = three.journal.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    window = open_window(three.journal, page="settings")
    qtbot.waitUntil(lambda: not window.is_busy)
    locked(window, qtbot, hands)
    assert offered(window) == []


def test_the_search_for_a_command_finds_them_too(window, recent, qtbot):
    recent.add(Path("/journals/cabin"))
    from homejournal.ui.window.commands import recent_commands

    opened = []
    folders = window.window_actions.files.recent_journals()
    (command,) = recent_commands(window.desk.wording, folders, opened.append)
    assert (command.words, command.where) == ("/journals/cabin", "Open recent")
    command.run()
    assert opened == [Path("/journals/cabin")]


def click(menu, action):
    """Click on a line of a menu that is open, as a mouse does."""
    at = menu.actionGeometry(action).center()
    QTest.mouseMove(menu, at)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)


def test_a_click_in_the_menu_opens_another_journal_and_never_the_example_is_remembered(
    run, qtbot, tmp_path
):
    other = tmp_path / "other"
    copied_family(other)
    program = run()
    window = first_window(program, qtbot)
    recent = RecentJournals(window.desk.preferences)
    qtbot.waitUntil(lambda: recent.folders() == [tmp_path / "all" / "journal"])
    recent.add(other)
    recent.add(tmp_path / "all" / "journal")
    (menu,) = window.findChildren(RecentMenu)
    click(window.menuBar(), menu.parent().menuAction())
    click(menu.parent(), menu.menuAction())
    qtbot.waitUntil(menu.isVisible)
    click(menu, menu.actions()[0])
    qtbot.waitUntil(lambda: len(program._windows) == 2)
    second = program._windows[1]
    qtbot.waitUntil(lambda: second.page is not None, timeout=10_000)
    assert second.journal.folder == other
    program.open_example("en")
    example = program._windows[2]
    qtbot.waitUntil(lambda: example.page is not None, timeout=10_000)
    qtbot.waitUntil(lambda: recent.folders() == [other, tmp_path / "all" / "journal"])


def test_the_setting_is_taken_back_with_the_list(window, recent, hands):
    recent.add(Path("/journals/other"))
    card = next(card for card in window.page.cards if "recent" in card.form.fields)
    card.switches["recent"].pills[1].setChecked(True)
    assert (recent.is_wanted, recent.folders()) == (False, [])
    window.desk.editing.undo()
    assert (recent.is_wanted, recent.folders()) == (True, [Path("/journals/other")])
