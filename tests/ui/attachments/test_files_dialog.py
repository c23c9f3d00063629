"""The list of photos of a card, and each photo in it: named, opened, removed, missing."""

from pathlib import Path

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.ui.attachments.test_photos import Key, button, cup, kept, page, photos, window
from tests.ui.day_lines import choose_in_menu, drawer_of
from tests.ui.dragging import dropped, of_files
from tests.ui.waiting import settle
from tests.ui.whole_window.test_every_page import nameless

__all__ = ["cup", "page", "window"]


def test_the_list_adds_names_and_removes(page, three, hands, qtbot, cup):
    hands.press("2")
    card = page.lines[0]
    choose_in_menu(card, "Add a photo…")
    dialog = QApplication.activeModalWidget()
    told = " ".join(hands.texts(dialog))
    assert "on a page only where you tick them" in told
    assert "No photos yet." in told
    assert "Two choices" in told
    assert nameless(dialog) == []
    dialog.add([cup])
    settle(page, qtbot)
    (row,) = dialog.rows
    row.name.setText("The blue cup")
    row.keep_name()
    settle(page, qtbot)
    assert photos(card)[0].accessibleName() == "Photo: The blue cup"
    button(row, hands, "Remove")
    assert photos(card) == []
    hands.click(dialog.notice.button)
    assert len(photos(card)) == 1
    dialog.reject()


def test_more_photos_leave_the_note_that_came_with_the_first_as_it_is(
    page, three, hands, qtbot, cup
):
    choose_in_menu(page.lines[0], "Add a photo…")
    dialog = QApplication.activeModalWidget()
    dialog.add([cup])
    settle(page, qtbot)
    (note,) = three.day().notes
    three.clock.move(minutes=5)
    dialog.add([cup])
    settle(page, qtbot)
    assert three.day().notes == (note,)
    assert len(kept(three, note.id)) == 2
    dialog.reject()


def test_enter_opens_and_delete_removes(page, three, hands, qtbot, cup, monkeypatch):
    seen = []
    takes = [True]

    def looked_at(url):
        seen.append((Path(url.toLocalFile()).name, Path(url.toLocalFile()).read_bytes()[:2]))
        return takes[0]

    monkeypatch.setattr(QDesktopServices, "openUrl", looked_at)
    hands.press("2")
    dropped(page.lines[0], of_files(cup))
    settle(page, qtbot)
    (shown,) = photos(page.lines[0])
    shown.setFocus()
    hands.press(Key.Key_Return)
    assert seen == [("cup.jpg", b"\xff\xd8")]
    takes[0] = False
    hands.press(Key.Key_Return)
    assert "This computer has no program that opens this file." in hands.texts(
        drawer_of(page.window())
    )
    hands.press(Key.Key_Delete)
    assert photos(page.lines[0]) == []
    assert len(three.day().practices) == 1
    page.desk.editing.undo()
    assert len(photos(page.lines[0])) == 1


def test_the_menu_of_a_photo_opens_and_removes_it(page, three, hands, qtbot, cup):
    hands.press("2")
    dropped(page.lines[0], of_files(cup))
    settle(page, qtbot)
    (shown,) = photos(page.lines[0])
    assert [action.text() for action in shown.actions()] == ["Open", "Remove"]
    shown.actions()[1].trigger()
    assert photos(page.lines[0]) == []


def test_a_photo_that_is_missing_is_told(page, three, hands, qtbot, cup):
    hands.press("2")
    dropped(page.lines[0], of_files(cup))
    settle(page, qtbot)
    (file,) = (three.journal.folder / "media").iterdir()
    file.unlink()
    (shown,) = photos(page.lines[0])
    hands.click(shown)
    assert any(
        "not in the journal’s folder" in one for one in hands.texts(drawer_of(page.window()))
    )
    page.desk.editing.undo()
    page.desk.editing.redo()
    settle(page, qtbot)
    assert "not in the journal’s folder" in photos(page.lines[0])[0].toolTip()


def test_a_pdf_shows_a_sheet(page, three, qtbot, tmp_path):
    (tmp_path / "wait.pdf").write_bytes(b"%PDF-1.7 wait")
    dropped(page.lines[0], of_files(tmp_path / "wait.pdf"))
    settle(page, qtbot)
    (shown,) = photos(page.lines[0])
    qtbot.waitUntil(lambda: shown.property("iconName") == "file-text")
