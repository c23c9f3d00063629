"""Hand-outs and pictures of a strategy as a person uses them: add, open, name, remove, undo."""

import io
import os
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.opening import open_journal
from homejournal.ui.widgets.button import MoreButton
from tests.ui.forms import lines_of
from tests.ui.waiting import settle
from tests.ui.whole_window.test_every_page import nameless

Key = Qt.Key


def picture(width=900, height=600):
    made = io.BytesIO()
    Image.new("RGB", (width, height), (120, 170, 200)).save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def files(tmp_path):
    """A picture, a PDF, and a program that calls itself a picture."""
    folder = tmp_path / "from Dana"
    folder.mkdir()
    (folder / "cup.png").write_bytes(picture())
    (folder / "wait.pdf").write_bytes(b"%PDF-1.7 wait five seconds")
    (folder / "photo.jpg").write_bytes(b"MZ\x90\x00 a program")
    return folder


@pytest.fixture
def page(three, open_at):
    return open_at("plan", three)


def card(page):
    return next(one for one in page.cards if one.title() == "Sign more")


def opened(page, qtbot):
    """Press the button on the card, and wait until the pictures are there."""
    card(page).press("hand_outs")
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    settle(page, qtbot)
    return dialog


@pytest.fixture
def dialog(page, qtbot):
    return opened(page, qtbot)


def add(dialog, page, qtbot, *paths):
    dialog.add(list(paths))
    settle(page, qtbot)


def kept(house):
    which = house.ids["Sign more"]
    return house.journal.media.of_strategies([which])[which]


def button(row, hands, name):
    hands.click(hands.named(row, QPushButton, name))
    QApplication.processEvents()


def test_what_can_be_kept_is_said_before_anything_is_added(dialog, hands):
    told = " ".join(hands.texts(dialog))
    assert "up to 40 MB" in told
    assert "up to 20 MB" in told
    assert "on no page you print or hand over" in told
    assert "Nothing is kept here yet." in told
    assert nameless(dialog) == []


def test_several_files_are_kept_in_one_step(dialog, page, qtbot, hands, files, three):
    button(dialog, hands, "Add files…")
    where = dialog.findChild(QFileDialog)
    where.setDirectory(str(files))
    where.findChild(QLineEdit).setText('"cup.png" "wait.pdf"')
    where.accept()
    settle(page, qtbot)
    assert [one.name for one in kept(three)] == ["cup.png", "wait.pdf"]
    assert [row.name.text() for row in dialog.rows] == ["cup.png", "wait.pdf"]
    assert dialog.notice.text() == "Kept 2 files"
    assert "Nothing is kept here yet." not in " ".join(hands.texts(dialog))
    assert "Hand-outs (2)…" in lines_of(card(page))
    hands.click(dialog.notice.button)
    assert kept(three) == ()
    assert dialog.rows == []
    assert dialog.notice.text() == "Undone: Kept 2 files"
    assert "Hand-outs…" in lines_of(card(page))


def test_a_picture_is_shown_small_and_a_pdf_as_a_sheet(dialog, page, qtbot, files):
    add(dialog, page, qtbot, files / "cup.png", files / "wait.pdf")
    picture_row, pdf_row = dialog.rows
    assert picture_row.picture.pixmap().size().toTuple() == (96, 64)
    assert picture_row.picture.accessibleName() == "Picture · cup.png"
    assert pdf_row.picture.pixmap().width() < 60
    assert pdf_row.picture.accessibleName() == "PDF · wait.pdf"
    assert nameless(dialog) == []


def test_what_is_refused_is_told_by_its_name_and_the_rest_is_kept(
    dialog, page, qtbot, files, three
):
    (files / "empty.pdf").write_bytes(b"")
    paths = [files / name for name in ("photo.jpg", "cup.png", "empty.pdf")]
    add(dialog, page, qtbot, *paths)
    assert [one.name for one in kept(three)] == ["cup.png"]
    told = dialog.notice.text().splitlines()
    assert told[0].startswith("photo.jpg: This file is neither a picture")
    assert told[1] == "empty.pdf: There is nothing in this file. Choose another one."


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(500)


def test_files_that_cannot_be_kept_have_a_sentence_each_and_are_left_as_they_are(
    dialog, page, qtbot, files, three
):
    bomb = io.BytesIO()
    Image.new("1", (20_000, 6_000)).save(bomb, "PNG")
    given = {
        "large.jpg": (b"\xff\xd8\xff", "This file is too large; at most 40 MB are kept."),
        "large.pdf": (b"%PDF-1.7", "This file is too large; at most 20 MB are kept."),
        "photo.jpg": (b"MZ\x90 a program", "This file is neither a picture that can be read nor"),
        "bomb.png": (bomb.getvalue(), "This picture is too large."),
        "IMG_1.HEIC": (HEIC, "This file is neither a picture that can be read nor"),
    }
    for name, (data, _) in given.items():
        (files / name).write_bytes(data)
        if name.startswith("large"):
            os.truncate(files / name, 200 << 20)
    add(dialog, page, qtbot, *(files / name for name in given))
    told = dialog.notice.text().splitlines()
    assert len(told) == len(given)
    for line, (name, (data, words)) in zip(told, given.items(), strict=True):
        assert line.startswith(f"{name}: {words}")
        with (files / name).open("rb") as file:
            assert file.read(len(data)) == data
    assert kept(three) == ()
    assert not (three.journal.folder / "media").exists()


def test_a_photo_of_an_iphone_is_kept(dialog, page, qtbot, files, three):
    photo = Path(__file__).parents[2] / "exchange" / "photos" / "turned.heic"
    (files / "IMG_1.HEIC").write_bytes(photo.read_bytes())
    add(dialog, page, qtbot, files / "IMG_1.HEIC")
    assert [one.name for one in kept(three)] == ["IMG_1.HEIC"]
    (row,) = dialog.rows
    assert row.picture.pixmap().size().toTuple() == (32, 64)


def test_a_moving_picture_is_kept_still_and_that_is_said(dialog, page, qtbot, files, three):
    pictures = [Image.new("RGB", (30, 20), (at * 60, 9, 9)) for at in range(3)]
    pictures[0].save(files / "wave.gif", save_all=True, append_images=pictures[1:])
    add(dialog, page, qtbot, files / "wave.gif", files / "cup.png")
    assert [one.name for one in kept(three)] == ["wave.gif", "cup.png"]
    assert dialog.notice.text() == "Kept 2 files (of wave.gif the first picture)"
    add(dialog, page, qtbot, files / "wait.pdf")
    assert dialog.notice.text() == "Kept 1 file"


def test_no_file_of_the_journal_says_where_a_photo_was_taken(dialog, page, qtbot, files, three):
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 8.0, 13.2), 27: b"Marienplatz"})
    exif[0x010F] = "Marienplatz"
    Image.new("RGB", (900, 600)).save(files / "park.jpg", exif=exif, comment=b"Marienplatz")
    assert (files / "park.jpg").read_bytes().count(b"Marienplatz") == 3
    add(dialog, page, qtbot, files / "park.jpg")
    assert [one.name for one in kept(three)] == ["park.jpg"]
    for path in three.journal.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"Marienplatz" not in data
            assert b"Exif" not in data


def test_a_disk_that_is_full_keeps_nothing_and_says_so(
    dialog, page, qtbot, files, three, monkeypatch
):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("homejournal.storage.media.media_folder.os.fsync", full)
    add(dialog, page, qtbot, files / "wait.pdf")
    assert kept(three) == ()
    assert "is full" in dialog.notice.text()


@pytest.fixture
def shown(page, qtbot, three, files):
    """The dialog with a picture and a PDF in it."""
    media, which = three.journal.media, three.ids["Sign more"]
    media.add(
        media.put(KeptFile(b"%PDF-1.7 wait five seconds", PDF), "wait: five seconds?.pdf", which)
    )
    page.heard(None)
    return opened(page, qtbot)


def test_tab_goes_through_the_list_and_on_to_the_buttons(shown, page, qtbot, files, hands):
    add(shown, page, qtbot, files / "cup.png")
    first, second = shown.rows
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    first.name.setFocus()
    seen = []
    for _ in range(7):
        hands.press(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[:5] == [*first.parts[1:], *second.parts]
    assert seen[-2:] == [shown.add_button, shown.close_button]


@pytest.mark.parametrize("data", [b"no picture at all", b"\xff\xd8\xff\xe0 broken"])
def test_a_picture_that_is_none_and_a_strange_kind_show_a_sheet(three, page, qtbot, data):
    media, which = three.journal.media, three.ids["Sign more"]
    media.add(media.put(KeptFile(data, "image/jpeg"), "x.jpg", which))
    media.add(media.put(KeptFile(data, "application/x-msdownload"), "x.exe", which))
    page.heard(None)
    broken, strange = opened(page, qtbot).rows
    for row in (broken, strange):
        assert 0 < row.picture.pixmap().width() < 60
    assert broken.open_button.isEnabled()
    assert not strange.open_button.isEnabled()


def test_a_journal_that_is_only_read_shows_them_and_changes_nothing(
    three, open_window, tmp_path, qtbot, hands
):
    media, which = three.journal.media, three.ids["Sign more"]
    media.add(media.put(KeptFile(b"%PDF-1.7 wait", PDF), "wait.pdf", which))
    three.journal.close()
    reading = open_journal(tmp_path / "journal", clock=three.clock, device=uuid4(), write=False)
    window = open_window(reading, page="plan")
    QApplication.processEvents()
    shown = {
        one.title(): [line.text() for line in one.findChild(MoreButton).lines]
        for one in window.page.cards
    }
    assert "Hand-outs (1)…" in shown["Sign more"]
    assert not any("Hand-outs" in words for words in shown["Two choices"])
    dialog = opened(window.page, qtbot)
    (row,) = dialog.rows
    assert row.name.isReadOnly()
    assert row.open_button.hasFocus()
    assert not row.remove_button.isVisible()
    assert not dialog.add_button.isVisible()
    assert not dialog.acceptDrops()
