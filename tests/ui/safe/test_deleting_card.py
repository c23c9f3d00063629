"""Deleting for good as a person does it: told before, asked once more, and nothing by the way."""

from uuid import uuid4

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from homejournal.domain.errors import DiskError
from homejournal.domain.records.children import Child
from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.record import Kind
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.delete_for_good.delete_dialog import DeleteForGoodDialog
from tests.traces import traces
from tests.ui.attachments.test_photos import jpeg
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


def test_escape_and_enter_at_cancel_delete_nothing(card, window, hands, three, qtbot):
    opened(card, Going.CHILD).cancel.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert dialogs(DeleteForGoodDialog) == []
    opened(card, Going.PERSON)
    hands.press(Qt.Key.Key_Escape)
    assert dialogs(DeleteForGoodDialog) == []
    assert three.child.id in three.journal.family().children


def test_enter_after_the_name_closes_nothing_as_if_all_were_deleted(
    card, window, hands, three, qtbot
):
    asked = opened(card, Going.CHILD)
    asked.typed.setFocus()
    hands.press("May")
    hands.press(Qt.Key.Key_Return)
    assert asked.typed.hasFocus()
    hands.press("a")
    hands.press(Qt.Key.Key_Return)
    assert asked.yes.hasFocus()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(asked.yes, held)
    assert asked.isVisible()
    assert three.child.id in three.journal.family().children
    hands.press(Qt.Key.Key_Return)
    settle(window, qtbot)
    assert three.journal.family().children == {}


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
    assert "The person’s name goes." in said
    hands.click(asked.yes)
    settle(window, qtbot)
    assert WORDS not in {helper.name for helper in three.journal.family().helpers.values()}
    assert len(three.journal.records.all_of(Kind.NOTE)) == 1


def test_a_professional_is_told_apart_from_who_writes(card, hands, three, announced):
    three.journal.records.save(TeamMember(id=uuid4(), name="Dana Lee"))
    asked = opened(card, Going.PERSON)
    place = next(n for n, one in enumerate(asked.choose.values) if one.words == "Dana Lee")
    asked.choose.setCurrentIndex(place)
    goes = "The person’s name goes, with all that “Our team” says about them."
    assert goes in hands.texts(asked)
    assert announced[-1] == goes
    asked.close()


def words_on_a_page(house):
    """Delete a note whose words stand on a page that was handed over; return the page."""
    gone = a_note(house)
    told = {"celebrations": [{"text": WORDS}]}
    page = Page(id=uuid4(), child=house.child.id, made=house.clock(), page=told)
    house.journal.records.save(page)
    house.journal.records.delete(gone.id)
    return page


def test_the_bin_is_emptied_with_the_pages_that_are_ticked(card, window, hands, three, qtbot):
    words_on_a_page(three)
    asked = opened(card, Going.BIN)
    assert not asked.kept.box.isChecked()
    asked.kept.box.click()
    hands.click(asked.yes)
    settle(window, qtbot)
    assert traces(three.journal.folder, WORDS) == []
    assert three.journal.records.all_of(Kind.PAGE) == []


def test_pages_without_a_tick_stay(card, window, hands, three, qtbot):
    page = words_on_a_page(three)
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


def test_the_child_that_the_window_shows_is_the_first_choice(card, window, three):
    leo = Child(id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    window.desk.preferences.child = leo.id
    asked = opened(card, Going.CHILD)
    assert asked.choose.currentText() == "Leo"
    asked.close()


def test_a_last_copy_can_be_saved_before(card, three, tmp_path, hands):
    a_note(three)
    asked = opened(card, Going.CHILD)
    asked.export.save(tmp_path / "last.json")
    assert WORDS in (tmp_path / "last.json").read_text("utf-8")
    assert any(words.startswith("Saved: ") for words in hands.texts(asked))
    assert "photo" not in " ".join(hands.texts(asked)).split("Saved: ")[1]
    asked.export.save(tmp_path / "nowhere" / "last.json")
    assert not any(words.startswith("Saved: ") for words in hands.texts(asked))
    asked.export.button.click()
    asked.close()


def test_a_last_copy_says_before_and_after_that_photos_are_not_in_it(
    card, three, tmp_path, hands, monkeypatch
):
    media = three.journal.media
    media.add(media.put_photo(jpeg(), "cup.jpg", a_note(three)))
    asked = opened(card, Going.CHILD)
    lacks = "1 photo or hand-out is not in it. A copy that you keep at a second place has it."
    assert f"It holds the whole journal. {lacks}" in said_in(hands, asked)
    proposed = []
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _self, name: proposed.append(name))
    asked.export.button.click()
    assert proposed == [f"homejournal-{three.journal.today().isoformat()}.json"]
    asked.export.save(tmp_path / "last.json")
    assert f"Private notes are in it. {lacks}" in said_in(hands, asked)
    asked.close()


def said_in(hands, asked):
    return " ".join(hands.texts(asked)).replace("\u200b", "")


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


def test_a_journal_that_is_only_read_deletes_nothing(three, open_window, qtbot):
    three.journal._store.write = False
    window = open_window(three.journal, page="safe", place="deleting")
    settle(window, qtbot)
    card = window.page.cards["deleting"]
    assert not any(button.isEnabled() for button in card.buttons.values())


def test_one_entry_of_the_bin_goes_for_good(three, open_window, hands, qtbot):
    gone, stays = a_note(three), a_note(three, "stays")
    three.journal.records.delete(gone.id, stays.id)
    window = open_window(three.journal, page="journal")
    window.page.more.lines[-1].trigger()
    QApplication.processEvents()
    lines = [window.page.bin.list.item(at).text() for at in range(window.page.bin.list.count())]
    window.page.bin.list.setCurrentRow(next(n for n, one in enumerate(lines) if WORDS in one))
    QApplication.processEvents()
    hands.click(hands.named(window.page.bin, QPushButton, "Delete for good…"))
    asked = dialog(DeleteForGoodDialog)
    assert any(WORDS in words for words in hands.texts(asked))
    hands.click(asked.yes)
    settle(window, qtbot)
    assert traces(three.journal.folder, WORDS) == []
    lines = [window.page.bin.list.item(at).text() for at in range(window.page.bin.list.count())]
    assert any("stays" in line for line in lines)
    assert not isinstance(QApplication.activeModalWidget(), QDialog)
