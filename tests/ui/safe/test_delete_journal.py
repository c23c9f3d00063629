"""Deleting the whole journal, and much at once, as a person does it."""

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from homejournal.domain.errors import DiskError
from homejournal.services.safe import deleting
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.base.second_place import choose_place, chosen_place
from homejournal.ui.delete_for_good import delete_dialog
from homejournal.ui.delete_for_good.delete_dialog import DeleteForGoodDialog
from homejournal.ui.safe.deleting import DeleteJournalDialog
from tests.services.passwords import set_password
from tests.traces import traces
from tests.ui.safe.deleting_card import (
    WORDS,
    a_note,
    card,
    dialog,
    dialogs,
    opened,
    window,
)
from tests.ui.waiting import settle

__all__ = ["card", "window"]


class TestEverything:
    def begin(self, window):
        window.page.cards["deleting"].buttons[Going.EVERYTHING].click()
        QApplication.processEvents()
        return dialog(DeleteJournalDialog)

    def test_the_journal_goes_and_the_program_begins_anew(
        self, window, three, hands, qtbot, tmp_path
    ):
        wanted = []
        window.own_wanted.connect(lambda: wanted.append(window))
        choose_place(window.desk, tmp_path)
        a_note(three)
        asked = self.begin(window)
        assert not asked.yes.isEnabled()
        asked.typed.setText("Maya")
        hands.click(asked.yes)
        qtbot.waitUntil(lambda: bool(wanted))
        assert not three.journal.folder.exists()
        assert chosen_place(window.desk) is None
        assert window.desk.preferences.child is None

    def test_copies_at_the_second_place_go_where_it_is_ticked(
        self, window, three, tmp_path, hands, qtbot
    ):
        stick = tmp_path / "stick"
        stick.mkdir()
        set_password(three.journal)
        place = three.journal.safe.backups.second_place(stick)
        place.begin()
        place.take(three.journal.safe.backups.make())
        choose_place(window.desk, stick)
        asked = self.begin(window)
        asked.second.box.click()
        asked.typed.setText("Maya")
        hands.click(asked.yes)
        qtbot.waitUntil(lambda: not three.journal.folder.exists())
        assert list(stick.iterdir()) == []

    def test_cancel_leaves_all_as_it_is(self, window, three, hands):
        hands.click(self.begin(window).cancel)
        assert window.isVisible()
        assert three.journal.folder.exists()

    def test_what_cannot_be_deleted_is_said(self, window, three, hands, qtbot, monkeypatch):
        def refused(*_told):
            raise DiskError(three.journal.folder)

        monkeypatch.setattr("homejournal.services.safe.deleting.erase", refused)
        asked = self.begin(window)
        asked.typed.setText("Maya")
        hands.click(asked.yes)
        qtbot.waitUntil(lambda: any(is_box(widget) for widget in QApplication.topLevelWidgets()))
        box = next(widget for widget in QApplication.topLevelWidgets() if is_box(widget))
        assert "disk" in box.text().lower()
        box.accept()
        assert three.journal.folder.exists()


def is_box(widget):
    return isinstance(widget, QMessageBox) and widget.isVisible()


def test_in_the_example_everything_can_be_tried(example, open_window, qtbot, hands):
    window = open_window(example, page="safe", place="deleting")
    settle(window, qtbot)
    window.page.cards["deleting"].buttons[Going.EVERYTHING].click()
    QApplication.processEvents()
    hands.click(dialog(DeleteJournalDialog).cancel)
    assert example.folder.exists()


class TestMuchAtOnce:
    @pytest.fixture
    def asked(self, card, three, monkeypatch):
        monkeypatch.setattr(delete_dialog, "FEW", 0)
        a_note(three)
        asked = opened(card, Going.CHILD)
        asked.typed.setText("Maya")
        return asked

    def test_what_goes_is_worked_out_beside_the_windows_work(
        self, asked, window, hands, three, qtbot
    ):
        said = []
        window.desk.editing.changed.connect(lambda _kinds: said.extend(hands.texts(asked)))
        hands.click(asked.yes)
        assert "Gathering what will be deleted." in hands.texts(asked)
        assert not asked.column.isEnabled()
        assert not asked.yes.isEnabled()
        qtbot.waitUntil(lambda: three.journal.family().children == {})
        assert "One moment. It is being deleted." in said
        settle(window, qtbot)
        assert dialogs(DeleteForGoodDialog) == []
        assert traces(three.journal.folder, WORDS) == []

    def test_it_can_be_stopped_until_the_last_moment(self, asked, hands, three, qtbot):
        asked.ahead._soon.setInterval(60_000)  # the last moment lasts until the test looks
        hands.click(asked.yes)
        qtbot.waitUntil(asked.ahead._soon.isActive)
        asked.work.stop.click()
        assert not asked.ahead._soon.isActive()
        assert three.child.id in three.journal.family().children
        assert asked.yes.isEnabled()
        assert asked.column.isEnabled()
        asked.close()

    def test_what_stands_in_the_way_is_said_and_nothing_goes(
        self, asked, hands, three, qtbot, monkeypatch
    ):
        def refused():
            raise DiskError(three.journal.folder)

        purging = three.journal.safe.purging
        monkeypatch.setattr(purging, "preparing", lambda _leaving, _kept: refused)
        hands.click(asked.yes)
        qtbot.waitUntil(lambda: any("disk did not let" in text for text in hands.texts(asked)))
        assert three.child.id in three.journal.family().children
        assert asked.yes.isEnabled()
        asked.close()


def test_before_a_large_file_is_written_anew_it_is_said(
    card, three, window, hands, qtbot, monkeypatch
):
    monkeypatch.setattr(deleting, "_SMALL", 0)
    a_note(three)
    asked = opened(card, Going.CHILD)
    asked.typed.setText("Maya")
    said = []
    window.desk.editing.changed.connect(lambda _kinds: said.extend(hands.texts(asked)))
    hands.click(asked.yes)
    assert asked.work.is_busy
    qtbot.waitUntil(lambda: three.journal.family().children == {})
    assert "One moment. It is being deleted." in said
