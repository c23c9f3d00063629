"""Hand-outs and pictures of a strategy as a person uses them: add, open, name, remove, undo."""

import io
import os
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.kept import Media
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.opening import open_journal
from tests.ui.test_whole_window import nameless

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
def page(three, open_window):
    window = open_window(three.journal)
    window.open_page("plan")
    QApplication.processEvents()
    return window.page


def card(page):
    return next(one for one in page.cards if one.title() == "Sign more")


def opened(page, qtbot):
    """Press the button on the card, and wait until the pictures are there."""
    card(page).press("hand_outs")
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    settle(page, qtbot)
    return dialog


def settle(page, qtbot):
    qtbot.waitUntil(lambda: not page.desk.worker.busy)
    QApplication.processEvents()


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
    assert "at most 40 MB" in told
    assert "at most 20 MB" in told
    assert "on no page that you print or hand over" in told
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
    assert [one.name.text() for one in dialog.rows] == ["cup.png", "wait.pdf"]
    assert dialog.notice.text() == "Kept 2 files"
    assert "Nothing is kept here yet." not in " ".join(hands.texts(dialog))
    assert "Hand-outs (2)…" in hands.texts(card(page))
    hands.click(dialog.notice.button)
    assert kept(three) == ()
    assert dialog.rows == []
    assert dialog.notice.text() == "Undone: Kept 2 files"
    assert "Hand-outs…" in hands.texts(card(page))


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
        "IMG_1.HEIC": (HEIC, "This is a photo in the form HEIC, which cannot be read here."),
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


def test_files_that_come_while_others_are_read_are_kept_too(dialog, page, qtbot, files, three):
    dialog.add([files / "cup.png"])
    dialog.add([files / "wait.pdf"])
    dialog.add([])
    settle(page, qtbot)
    assert [one.name for one in kept(three)] == ["cup.png", "wait.pdf"]


def test_a_disk_that_is_full_keeps_nothing_and_says_so(
    dialog, page, qtbot, files, three, monkeypatch
):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("homejournal.storage.media.os.fsync", full)
    add(dialog, page, qtbot, files / "wait.pdf")
    assert kept(three) == ()
    assert "is full" in dialog.notice.text()


def dropped(dialog, *urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(dialog, enter)
    if enter.isAccepted():
        QApplication.sendEvent(dialog, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


def test_files_can_be_dropped_and_addresses_cannot(dialog, page, qtbot, files, three):
    assert not dropped(dialog, "https://example.org/cup.png")
    assert dropped(dialog, (files / "cup.png").as_uri())
    settle(page, qtbot)
    assert [one.name for one in kept(three)] == ["cup.png"]


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


def test_what_is_removed_comes_back_with_undo(shown, hands, three, page, qtbot):
    button(shown.rows[0], hands, "Remove")
    assert kept(three) == ()
    assert shown.notice.text() == "Removed: wait: five seconds?.pdf"
    assert QApplication.focusWidget() is shown.add_button
    hands.click(shown.notice.button)
    settle(page, qtbot)
    (record,) = kept(three)
    assert three.journal.media.read(record)


def test_what_was_removed_can_be_brought_back_later(shown, hands, three, page, qtbot):
    assert not shown.removed.isVisible()
    button(shown.rows[0], hands, "Remove")
    shown.reject()
    again = opened(page, qtbot)
    button(again, hands, "Removed (1)")
    (row,) = again.removed.rows
    assert "wait: five seconds?.pdf" in hands.texts(row)
    assert nameless(again) == []
    button(row, hands, "Bring it back")
    assert [one.name for one in kept(three)] == ["wait: five seconds?.pdf"]
    assert not again.removed.isVisible()
    hands.click(again.notice.button)
    assert kept(three) == ()
    assert again.removed.isVisible()


def test_what_was_removed_is_deleted_for_good_with_a_second_press(shown, hands, three, page, qtbot):
    button(shown.rows[0], hands, "Remove")
    button(shown, hands, "Removed (1)")
    (row,) = shown.removed.rows
    button(row, hands, "Delete for good…")
    assert "Delete it for good? Nothing brings it back then." in hands.texts(row)
    assert len(list((three.journal.folder / "media").iterdir())) == 1
    button(row, hands, "Yes, delete for good")
    assert list((three.journal.folder / "media").iterdir()) == []
    assert shown.notice.text() == "Deleted for good: wait: five seconds?.pdf"
    assert not shown.removed.isVisible()
    assert not page.desk.editing.stack.canUndo()


def test_what_is_kept_again_meanwhile_is_not_deleted(shown, hands, three, page, qtbot):
    (record,) = kept(three)
    button(shown.rows[0], hands, "Remove")
    button(shown, hands, "Removed (1)")
    (row,) = shown.removed.rows
    three.journal.records.restore(record.id)
    shown._on_delete(record)
    assert "was changed again meanwhile" in shown.notice.text()
    assert len(kept(three)) == 1
    assert row.record == record


def test_what_could_not_be_done_is_told_in_the_dialog(shown, hands, three, monkeypatch):
    def full(*_ids):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.media, "remove", full)
    button(shown.rows[0], hands, "Remove")
    assert "is full" in shown.notice.text()
    assert len(kept(three)) == 1


def test_what_is_missing_from_the_folder_is_told(three, page, qtbot, hands):
    gone = Media(
        id=uuid4(),
        sha256="0" * 64,
        name="x.jpg",
        type="image/jpeg",
        strategy=three.ids["Sign more"],
    )
    three.journal.media.add(gone)
    page.heard(None)
    dialog = opened(page, qtbot)
    (row,) = dialog.rows
    assert any("not in the journal’s folder any more" in line for line in hands.texts(row))
    assert not row.open_button.isEnabled()
    dialog._on_open(gone)
    assert "not in the journal’s folder any more" in dialog.notice.text()


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

    def broken(path, *how):
        if path.name == "cup.png":
            raise RuntimeError
        return real(path, *how)

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


@pytest.mark.parametrize("where", ["homejournal.exchange.safe_save.os.fsync", "pathlib.Path.mkdir"])
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


def test_a_journal_that_is_only_read_shows_them_and_changes_nothing(
    three, open_window, tmp_path, qtbot, hands
):
    media, which = three.journal.media, three.ids["Sign more"]
    media.add(media.put(KeptFile(b"%PDF-1.7 wait", PDF), "wait.pdf", which))
    three.journal.close()
    reading = open_journal(tmp_path / "journal", clock=three.clock, device=uuid4(), write=False)
    window = open_window(reading)
    window.open_page("plan")
    QApplication.processEvents()
    shown = {one.title(): hands.texts(one) for one in window.page.cards}
    assert "Hand-outs (1)…" in shown["Sign more"]
    assert not any("Hand-outs" in words for words in shown["Two choices"])
    dialog = opened(window.page, qtbot)
    (row,) = dialog.rows
    assert row.name.isReadOnly()
    assert row.open_button.hasFocus()
    assert not row.remove_button.isVisible()
    assert not dialog.add_button.isVisible()
    assert not dialog.acceptDrops()
