"""Names of hand-outs, and the copies under these names that other programs open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from homejournal.exchange.media_files import PDF, KeptFile
from tests.ui.attachments.test_hand_outs import Key, button, files, kept, opened, page, shown

__all__ = ["files", "page", "shown"]


def test_a_copy_with_a_readable_name_is_opened(shown, hands, three, monkeypatch):
    seen, folders, takes = [], [], [True]

    def looked_at(url):
        path = Path(url.toLocalFile())
        seen.append((path.name, path.read_bytes(), path.parent.stat().st_mode & 0o077))
        folders.append(path.parent)
        return takes[0]

    monkeypatch.setattr(QDesktopServices, "openUrl", looked_at)
    button(shown.rows[0], hands, "Open")
    assert seen == [("wait five seconds.pdf", b"%PDF-1.7 wait five seconds", 0)]
    assert shown.notice.text() == ""
    takes[0] = False
    button(shown.rows[0], hands, "Open")
    assert shown.notice.text() == "This computer has no program that opens this file."
    QApplication.instance().aboutToQuit.emit()
    assert folders[0] == folders[1]
    assert not folders[0].exists()


def test_another_name_is_kept_and_can_be_undone(shown, hands, three, page):
    edit = shown.rows[0].name
    edit.setFocus()
    edit.selectAll()
    hands.press("  How to wait ", Key.Key_Tab)
    assert [one.name for one in kept(three)] == ["How to wait"]
    assert shown.rows[0].picture.accessibleName() == "PDF · How to wait"
    assert QApplication.focusWidget() is shown.rows[0].open_button
    hands.click(shown.notice.button)
    assert [one.name for one in kept(three)] == ["wait: five seconds?.pdf"]
    assert shown.rows[0].name.text() == "wait: five seconds?.pdf"


def test_an_empty_name_is_none_and_one_that_cannot_be_written_is_told(shown, hands, three):
    row = shown.rows[0]
    row.name.setText("   ")
    row.keep_name()
    assert row.name.text() == "wait: five seconds?.pdf"
    row.name.setText("a\x01b")
    row.keep_name()
    assert "cannot be written down" in shown.notice.text()
    assert [one.name for one in kept(three)] == ["wait: five seconds?.pdf"]
    row.name.setText("wait: five seconds?.pdf")


def test_a_name_that_is_being_typed_is_kept_when_the_dialog_closes(shown, three):
    shown.rows[0].name.setText("How to wait")
    shown.reject()
    assert [one.name for one in kept(three)] == ["How to wait"]


def two_of_one_name(three):
    media, which = three.journal.media, three.ids["Sign more"]
    for data in (b"%PDF-1.7 one", b"%PDF-1.7 two"):
        media.add(media.put(KeptFile(data, PDF), "wait.pdf", which))


def test_two_of_one_name_have_a_copy_each(three, page, qtbot, hands, monkeypatch):
    two_of_one_name(three)
    page.heard(None)
    seen = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: seen.append(Path(url.toLocalFile())) or True
    )
    for row in opened(page, qtbot).rows:
        button(row, hands, "Open")
    assert [path.name for path in seen] == ["wait.pdf", "wait.pdf"]
    assert [path.read_bytes() for path in seen] == [b"%PDF-1.7 one", b"%PDF-1.7 two"]


@pytest.mark.parametrize(
    "where", ["homejournal.exchange.read_and_save.os.fsync", "pathlib.Path.mkdir"]
)
def test_a_full_disk_for_the_copy_is_told_kindly(shown, hands, monkeypatch, where):
    def full(*_what, **_how):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(where, full)
    button(shown.rows[0], hands, "Open")
    assert "is full" in shown.notice.text()
    assert "What you typed" not in shown.notice.text()


def test_no_folder_for_copies_is_told_kindly(shown, hands, monkeypatch):
    monkeypatch.setattr(QTemporaryDir, "isValid", lambda _folder: False)
    button(shown.rows[0], hands, "Open")
    assert shown.notice.text()
