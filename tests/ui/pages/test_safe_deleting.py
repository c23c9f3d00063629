"""Deleting for good as a person does it: told before, asked once more, and the old copies after."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

from homejournal.domain.errors import DiskError
from homejournal.domain.homes import Home
from homejournal.domain.kept import Page
from homejournal.domain.notes import Note
from homejournal.domain.people import Helper, TeamMember
from homejournal.domain.record import Kind
from homejournal.texts.purging import Going
from homejournal.ui.dialogs import purge_dialog
from homejournal.ui.dialogs.erase_dialog import EraseDialog
from homejournal.ui.dialogs.old_copies_dialog import OldCopiesDialog
from homejournal.ui.dialogs.purge_dialog import PurgeDialog
from homejournal.ui.second_place import choose_place, chosen_place
from tests.traces import traces

WORDS = "zqvkxjwphd uncommon"


@pytest.fixture
def window(three, open_window, qtbot):
    window = open_window(three.journal)
    window.open_page("safe", "deleting")
    settle(window, qtbot)
    return window


@pytest.fixture
def card(window):
    return window.page.cards["deleting"]


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.desk.worker.busy, timeout=10_000)
    QApplication.processEvents()


def dialogs(kind):
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


def dialog(kind):
    (found,) = dialogs(kind)
    return found


def opened(card, going, kind=PurgeDialog):
    card.buttons[going].click()
    QApplication.processEvents()
    return dialog(kind)


def a_note(house, words=WORDS):
    said = Note(id=uuid4(), child=house.child.id, day=house.journal.today(), text=words)
    house.journal.notes.write(said)
    return said


def test_a_child_goes_only_once_its_name_is_typed(card, window, hands, three, qtbot):
    a_note(three)
    asked = opened(card, Going.CHILD)
    said = " ".join(hands.texts(asked))
    assert "1 child" in said
    assert "1 note" in said
    assert "Nothing takes this back" in said
    assert not asked.yes.isEnabled()
    asked.typed.setText("May")
    assert not asked.yes.isEnabled()
    asked.typed.setText(" maya ")
    hands.click(asked.yes)
    settle(window, qtbot)
    assert three.journal.family().children == {}
    assert traces(three.journal.folder, WORDS) == []
    window.open_page("today")
    assert window.page_name == "first_start"


def test_enter_and_escape_delete_nothing(card, window, hands, three, qtbot):
    asked = opened(card, Going.CHILD)
    asked.typed.setText("Maya")
    asked.typed.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert dialogs(PurgeDialog) == []
    asked = opened(card, Going.PERSON)
    hands.press(Qt.Key.Key_Escape)
    assert dialogs(PurgeDialog) == []
    assert three.child.id in three.journal.family().children


def test_a_person_is_chosen_by_name_and_what_they_wrote_stays(card, window, hands, three, qtbot):
    three.journal.records.save(
        Helper(id=uuid4(), name=WORDS),
        Note(id=uuid4(), child=three.child.id, day=three.journal.today(), text=f"With {WORDS}"),
    )
    card.show_values()
    asked = opened(card, Going.PERSON)
    place = next(n for n, one in enumerate(asked.choose.values) if one.words == WORDS)
    asked.choose.setCurrentIndex(place)
    said = " ".join(hands.texts(asked))
    assert "1 note has the name in its words" in said
    assert "The name goes." in said
    hands.click(asked.yes)
    settle(window, qtbot)
    assert WORDS not in {one.name for one in three.journal.family().helpers.values()}
    assert len(three.journal.records.all_of(Kind.NOTE)) == 1


def test_a_professional_is_told_apart_from_who_writes(card, hands, three):
    three.journal.records.save(TeamMember(id=uuid4(), name="Dana Lee"))
    asked = opened(card, Going.PERSON)
    place = next(n for n, one in enumerate(asked.choose.values) if one.words == "Dana Lee")
    asked.choose.setCurrentIndex(place)
    assert "The name goes, with all that “Our team” says about the person." in hands.texts(asked)
    asked.close()


def test_the_bin_is_emptied_with_the_pages_that_are_ticked(card, window, hands, three, qtbot):
    gone = a_note(three)
    told = {"celebrations": [{"text": WORDS}]}
    page = Page(id=uuid4(), child=three.child.id, made=three.clock(), page=told)
    three.journal.records.save(page)
    three.journal.records.delete(gone.id)
    asked = opened(card, Going.BIN)
    assert not asked.kept.box.isChecked()
    asked.kept.box.click()
    hands.click(asked.yes)
    settle(window, qtbot)
    assert traces(three.journal.folder, WORDS) == []
    assert three.journal.records.all_of(Kind.PAGE) == []


def test_pages_without_a_tick_stay(card, window, hands, three, qtbot):
    gone = a_note(three)
    told = {"celebrations": [{"text": WORDS}]}
    page = Page(id=uuid4(), child=three.child.id, made=three.clock(), page=told)
    three.journal.records.save(page)
    three.journal.records.delete(gone.id)
    asked = opened(card, Going.BIN)
    hands.click(asked.yes)
    settle(window, qtbot)
    assert three.journal.records.all_of(Kind.PAGE) == [page]


def test_an_empty_bin_has_nothing_to_delete(card, hands):
    asked = opened(card, Going.BIN)
    assert "There is nothing that could go." in hands.texts(asked)
    assert not asked.yes.isEnabled()
    asked.close()


def test_undo_forgets_the_steps_from_before(card, window, three, hands, qtbot):
    said = a_note(three)
    window.desk.editing.do("Deleted", lambda: three.journal.records.delete(said.id))
    assert window.desk.editing.stack.canUndo()
    hands.click(opened(card, Going.BIN).yes)
    settle(window, qtbot)
    assert not window.desk.editing.stack.canUndo()


def test_a_last_copy_can_be_saved_before(card, three, tmp_path, hands):
    a_note(three)
    asked = opened(card, Going.CHILD)
    asked.export.save(tmp_path / "last.json")
    assert WORDS in (tmp_path / "last.json").read_text("utf-8")
    assert any(words.startswith("Saved: ") for words in hands.texts(asked))
    asked.export.save(tmp_path / "nowhere" / "last.json")
    assert not any(words.startswith("Saved: ") for words in hands.texts(asked))
    asked.export.button.click()
    asked.close()


def test_what_cannot_be_deleted_is_said_and_stays(card, three, hands, monkeypatch):
    gone = a_note(three)
    three.journal.records.delete(gone.id)
    asked = opened(card, Going.BIN)

    def refused(*_told):
        raise DiskError(three.journal.folder)

    monkeypatch.setattr(three.journal.safe.purging, "carry_out", refused)
    hands.click(asked.yes)
    assert asked.isVisible()
    assert "disk" in " ".join(hands.texts(asked)).lower()
    asked.close()


class TestOldCopies:
    @pytest.fixture
    def held(self, window, card, three, hands, qtbot):
        gone = a_note(three)
        copies = [three.journal.safe.backups.make() for _ in range(2)]
        three.journal.records.delete(gone.id)
        hands.click(opened(card, Going.BIN).yes)
        settle(window, qtbot)
        return copies

    def test_they_are_asked_about_right_after_and_go_once_a_fresh_one_is_there(
        self, window, card, three, hands, held, qtbot
    ):
        asked = dialog(OldCopiesDialog)
        assert len(asked.ticks) == 2
        hands.click(asked.delete)
        qtbot.waitUntil(lambda: dialogs(OldCopiesDialog) == [])
        settle(window, qtbot)
        assert not card.held.isVisible()
        assert traces(three.journal.folder, WORDS) == []
        assert len(three.journal.safe.backups.here()) == 1
        told = hands.texts(window.page.cards["backups"])
        assert any("1 copy lies in the journal’s folder" in one for one in told)

    def test_kept_ones_are_told_of_until_they_go(self, window, card, three, hands, held, qtbot):
        hands.click(dialog(OldCopiesDialog).keep)
        assert card.held.isVisible()
        assert "2 older copies" in card.held.text()
        hands.click(card.held.button)
        asked = dialog(OldCopiesDialog)
        asked.ticks[0].box.click()
        hands.click(asked.delete)
        qtbot.waitUntil(lambda: "1 older copy" in card.held.text())
        assert held[0].path.exists()

    def test_without_a_tick_there_is_nothing_to_press(self, held, hands):
        asked = dialog(OldCopiesDialog)
        for tick in asked.ticks:
            tick.box.click()
        assert not asked.delete.isEnabled()
        hands.click(asked.keep)

    def test_without_a_fresh_copy_none_goes(self, window, three, hands, held, qtbot, monkeypatch):
        def refused(_step):
            raise DiskError(three.journal.folder)

        monkeypatch.setattr(three.journal.safe.backups, "before", refused)
        asked = dialog(OldCopiesDialog)
        hands.click(asked.delete)
        settle(window, qtbot)
        assert asked.isVisible()
        assert asked.delete.isEnabled()
        assert all(copy.path.exists() for copy in held)
        asked.close()


class TestRequests:
    @pytest.fixture
    def request_row(self, three, open_window, qtbot):
        home, said = Home(id=uuid4(), name="Grandma’s"), a_note(three)
        three.journal.records.save(home)
        version = three.journal.records.history(said.id)[0].revision
        three.journal.safe.purging.request([version], home.id)
        window = open_window(three.journal)
        window.open_page("safe", "deleting")
        settle(window, qtbot)
        return window, window.page.cards["deleting"]

    def test_another_home_is_told_by_its_name_and_is_answered(
        self, request_row, hands, three, qtbot
    ):
        window, card = request_row
        (row,) = card.requests
        assert "Grandma’s asks to delete here, too: 1 note." in hands.texts(row)
        hands.click(row.yes)
        settle(window, qtbot)
        assert card.requests == []
        assert traces(three.journal.folder, WORDS) == []

    def test_what_is_kept_is_not_asked_again(self, request_row, hands, three, qtbot):
        window, card = request_row
        hands.click(card.requests[0].no)
        settle(window, qtbot)
        assert card.requests == []
        assert len(three.journal.records.all_of(Kind.NOTE)) == 1


class TestEverything:
    def begin(self, window):
        window.page.cards["deleting"].buttons[Going.EVERYTHING].click()
        QApplication.processEvents()
        return dialog(EraseDialog)

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

        monkeypatch.setattr("homejournal.services.erasing.erase", refused)
        asked = self.begin(window)
        asked.typed.setText("Maya")
        hands.click(asked.yes)
        qtbot.waitUntil(lambda: any(is_box(one) for one in QApplication.topLevelWidgets()))
        box = next(one for one in QApplication.topLevelWidgets() if is_box(one))
        assert "disk" in box.text().lower()
        box.accept()
        assert three.journal.folder.exists()


def is_box(widget):
    return isinstance(widget, QMessageBox) and widget.isVisible()


def test_a_journal_that_is_only_read_deletes_nothing(three, open_window, qtbot):
    three.journal._store.write = False
    window = open_window(three.journal)
    window.open_page("safe", "deleting")
    settle(window, qtbot)
    card = window.page.cards["deleting"]
    assert not any(button.isEnabled() for button in card.buttons.values())


def test_one_entry_of_the_bin_goes_for_good(three, open_window, hands, qtbot):
    gone, stays = a_note(three), a_note(three, "stays")
    three.journal.records.delete(gone.id, stays.id)
    window = open_window(three.journal)
    window.open_page("journal")
    hands.click(hands.named(window.page, QPushButton, "Recently deleted"))
    QApplication.processEvents()
    lines = [window.page.bin.list.item(at).text() for at in range(window.page.bin.list.count())]
    window.page.bin.list.setCurrentRow(next(n for n, one in enumerate(lines) if WORDS in one))
    QApplication.processEvents()
    hands.click(hands.named(window.page.bin, QPushButton, "Delete for good…"))
    asked = dialog(PurgeDialog)
    assert any(WORDS in words for words in hands.texts(asked))
    hands.click(asked.yes)
    settle(window, qtbot)
    assert traces(three.journal.folder, WORDS) == []
    lines = [window.page.bin.list.item(at).text() for at in range(window.page.bin.list.count())]
    assert any("stays" in line for line in lines)
    assert not isinstance(QApplication.activeModalWidget(), QDialog)


def test_in_the_example_everything_can_be_tried(example, open_window, qtbot, hands):
    window = open_window(example)
    window.open_page("safe", "deleting")
    settle(window, qtbot)
    window.page.cards["deleting"].buttons[Going.EVERYTHING].click()
    QApplication.processEvents()
    hands.click(dialog(EraseDialog).cancel)
    assert example.folder.exists()


class TestMuchAtOnce:
    @pytest.fixture
    def asked(self, card, three, monkeypatch):
        monkeypatch.setattr(purge_dialog, "FEW", 0)
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
        assert "All that goes is put together." in hands.texts(asked)
        assert not asked.column.isEnabled()
        assert not asked.yes.isEnabled()
        qtbot.waitUntil(lambda: three.journal.family().children == {})
        assert "One moment. It is being deleted." in said
        settle(window, qtbot)
        assert dialogs(PurgeDialog) == []
        assert traces(three.journal.folder, WORDS) == []

    def test_it_can_be_stopped_until_the_last_moment(self, asked, hands, three, qtbot):
        hands.click(asked.yes)
        qtbot.waitUntil(asked.ahead._soon.isActive)
        asked.work.stop.click()
        qtbot.wait(60)
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
        monkeypatch.setattr(purging, "working_out", lambda _leaving, _kept: refused)
        hands.click(asked.yes)
        qtbot.waitUntil(lambda: any("disk did not let" in one for one in hands.texts(asked)))
        assert three.child.id in three.journal.family().children
        assert asked.yes.isEnabled()
        asked.close()
