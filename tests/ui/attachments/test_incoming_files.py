"""Files that are given while the window or its form closes, dropped, or pasted."""

import io
import os
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import DiskFullError
from homejournal.services.opening import open_journal
from tests.ui.attachments.test_hand_outs import Key, add, dialog, files, kept, page
from tests.ui.dragging import dropped, of_urls
from tests.ui.waiting import settle

__all__ = ["dialog", "files", "page"]


def test_files_that_come_while_others_are_read_are_kept_too(dialog, page, qtbot, files, three):
    dialog.add([files / "cup.png"])
    dialog.add([files / "wait.pdf"])
    dialog.add([])
    settle(page, qtbot)
    assert [one.name for one in kept(three)] == ["cup.png", "wait.pdf"]


def test_files_can_be_dropped_and_addresses_cannot(dialog, page, qtbot, files, three):
    assert not dropped(dialog, of_urls("https://example.org/cup.png"))
    assert dropped(dialog, of_urls((files / "cup.png").as_uri()))
    settle(page, qtbot)
    assert [one.name for one in kept(three)] == ["cup.png"]


def test_closing_the_dialog_keeps_what_was_given_and_the_window_tells_what_was_not(
    dialog, page, qtbot, files, three
):
    paths = [files / name for name in ("cup.png", "photo.jpg", "wait.pdf")]
    dialog.add(paths)
    dialog.reject()
    assert kept(three) == ()
    settle(page, qtbot)
    qtbot.waitUntil(lambda: len(kept(three)) == 2)
    assert [one.name for one in kept(three)] == ["cup.png", "wait.pdf"]
    notice = page.window().frame.failure
    assert notice.text().startswith("photo.jpg: This file is neither a picture")
    page.desk.editing.undo()
    assert kept(three) == ()


def test_the_window_closes_only_when_what_was_given_is_kept(dialog, page, files, three):
    dialog.add([files / "cup.png", files / "wait.pdf"])
    dialog.reject()
    assert page.window().close()
    journal = open_journal(three.journal.folder, clock=three.clock, device=uuid4())
    which = three.ids["Sign more"]
    names = [one.name for one in journal.media.of_strategies([which])[which]]
    journal.close()
    assert names == ["cup.png", "wait.pdf"]


def test_the_window_stays_to_tell_what_could_not_be_kept_and_closes_then(
    dialog, page, qtbot, files, three
):
    window = page.window()
    dialog.add([files / "photo.jpg", files / "wait.pdf"])
    dialog.reject()
    assert not window.close()
    assert window.frame.failure.text().startswith("photo.jpg: This file is neither a picture")
    assert [one.name for one in kept(three)] == ["wait.pdf"]
    settle(page, qtbot)
    assert window.close()


def test_files_that_were_read_and_could_not_be_written_down_are_named(
    dialog, page, qtbot, files, three, monkeypatch
):
    def full(*_records):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.media, "add", full)
    add(dialog, page, qtbot, files / "cup.png", files / "photo.jpg")
    told = dialog.notice.text().splitlines()
    assert told[0].startswith("photo.jpg: This file is neither a picture")
    assert told[1].startswith("cup.png: ")
    assert "is full" in told[1]


def test_what_nobody_expected_while_reading_is_told_and_the_rest_is_kept(
    dialog, page, qtbot, files, three, monkeypatch
):
    real = Path.open

    def broken(path, *how, **named):
        if path.name == "cup.png":
            raise RuntimeError
        return real(path, *how, **named)

    monkeypatch.setattr(Path, "open", broken)
    add(dialog, page, qtbot, files / "cup.png", files / "wait.pdf")
    assert [one.name for one in kept(three)] == ["wait.pdf"]
    assert dialog.notice.text().startswith("cup.png: Something went wrong")


def test_a_folder_and_a_pipe_are_told_and_hold_nothing_up(dialog, page, qtbot, files, three):
    os.mkfifo(files / "pipe.jpg")
    add(dialog, page, qtbot, files, files / "pipe.jpg", files / "wait.pdf")
    assert [one.name for one in kept(three)] == ["wait.pdf"]
    assert dialog.notice.text().splitlines() == [
        f"{name}: This is not a file. Choose a picture or a PDF."
        for name in (files.name, "pipe.jpg")
    ]


@pytest.mark.parametrize("width", [900, 3000])
def test_a_picture_of_the_clipboard_is_pasted(dialog, page, qtbot, hands, three, width):
    image = QImage(width, 300, QImage.Format.Format_RGB32)
    image.fill(0x4488AA)
    QApplication.clipboard().setImage(image)
    dialog.close_button.setFocus()
    hands.press(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    QApplication.clipboard().clear()
    (record,) = kept(three)
    assert (record.name, record.type) == ("Picture", "image/jpeg")
    size = Image.open(io.BytesIO(three.journal.media.read(record))).size
    assert size == (min(width, 1600), min(300, round(300 * 1600 / width)))


def test_words_of_the_clipboard_are_no_picture(dialog, page, qtbot, hands, three):
    QApplication.clipboard().setText("cup.png")
    dialog.close_button.setFocus()
    hands.press(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    QApplication.clipboard().clear()
    assert kept(three) == ()
