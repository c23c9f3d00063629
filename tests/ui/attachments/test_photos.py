"""Photos with an entry, on Today and in the Journal: add, drop, paste, open, name, remove, undo."""

import io
from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.exchange.media_files import JPEG, kept_file
from homejournal.services.opening import open_journal
from homejournal.ui.attachments.photo_strip import PhotoButton
from homejournal.ui.day_rows.answer_line import AnswerLine
from tests.ui.day_lines import drawer_of, offered
from tests.ui.dragging import dropped, of_files
from tests.ui.waiting import settle
from tests.ui.whole_window.test_every_page import nameless

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def jpeg(color=(120, 170, 200)):
    drawn = io.BytesIO()
    Image.new("RGB", (900, 600), color).save(drawn, "PNG")
    return kept_file(drawn.getvalue())


@pytest.fixture
def cup(tmp_path):
    path = tmp_path / "cup.jpg"
    path.write_bytes(jpeg().data)
    return path


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal)


@pytest.fixture
def page(window):
    return window.page


def of_words(words):
    data = QMimeData()
    data.setText(words)
    return data


def copied(data):
    if isinstance(data, QMimeData):
        QApplication.clipboard().setMimeData(data)
    else:
        QApplication.clipboard().setImage(data)


def a_picture():
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x4488AA)
    return image


def kept(house, *entries):
    found = house.journal.media.of_entries(entries)
    return [photo for entry in entries for photo in found.get(entry, ())]


def entries(house):
    day = house.day()
    return [one.id for one in (*day.practices, *day.notes, *day.private_notes)]


def photos(part):
    """Return the photos that can be seen: of a line those in its drawer, which is opened for it."""
    if isinstance(part, AnswerLine):
        part = drawer(part)
    return [one for one in part.findChildren(PhotoButton) if one.isVisible()]


def drawer(line):
    line.open_note()
    QApplication.processEvents()
    return drawer_of(line.window())


def button(part, hands, name):
    hands.click(hands.named(part, QPushButton, name))
    QApplication.processEvents()


def test_a_dropped_photo_goes_with_the_practice_that_is_written(page, three, hands, qtbot, cup):
    hands.press("2")
    card = page.lines[0]
    assert dropped(card, of_files(cup))
    settle(page, qtbot)
    (practice,) = three.day().practices
    (photo,) = kept(three, practice.id)
    assert (photo.name, photo.type) == ("cup.jpg", JPEG)
    assert three.day().notes == ()
    (shown,) = photos(card)
    assert shown.accessibleName() == "Photo: cup.jpg"
    assert shown.icon().availableSizes()[0].toTuple() == (72, 48)
    assert "Photos (1)…" in hands.texts(drawer(card))
    assert not photos(page.lines[1])
    assert nameless(page) == []
    page.desk.editing.undo()
    assert kept(three, practice.id) == []
    assert photos(card) == []
    assert "Add a photo…" in hands.texts(drawer(card))


def test_where_nothing_is_written_a_note_comes_with_it_in_one_step(page, three, qtbot, cup):
    assert dropped(page.lines[1], of_files(cup))
    settle(page, qtbot)
    (note,) = three.day().notes
    assert (note.text, note.strategy) == ("Photo", three.ids["Sign more"])
    assert three.day().practices == ()
    assert len(kept(three, note.id)) == 1
    assert len(photos(page.lines[1])) == 1
    assert dropped(page.lines[1], of_files(cup))
    settle(page, qtbot)
    assert len(three.day().notes) == 1
    assert len(photos(page.lines[1])) == 2
    page.desk.editing.undo()
    page.desk.editing.undo()
    assert entries(three) == []


def test_what_is_typed_is_saved_first_and_has_the_photo(page, three, hands, qtbot):
    hands.press(Key.Key_Return, "She held the cup")
    copied(a_picture())
    hands.press(Key.Key_V, modifier=CONTROL)
    settle(page, qtbot)
    (note,) = three.day().notes
    assert note.text == "She held the cup"
    (photo,) = kept(three, note.id)
    assert photo.name == "Picture"
    assert page.lines[0].note.field.text() == "She held the cup"


def test_words_are_pasted_as_words_also_with_a_picture_of_them(page, three, hands, qtbot):
    both = QMimeData()
    both.setText("from a table")
    both.setImageData(a_picture())
    copied(both)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_V, modifier=CONTROL)
    settle(page, qtbot)
    assert page.lines[0].note.field.text() == "from a table"
    page.lines[1].setFocus()
    assert kept(three, *entries(three)) == []


def test_a_file_pasted_on_a_line_is_kept_and_words_begin_its_note(page, three, hands, qtbot, cup):
    page.lines[2].setFocus()
    copied(of_words("cup.jpg"))
    hands.press(Key.Key_V, modifier=CONTROL)
    settle(page, qtbot)
    assert entries(three) == []
    copied(of_files(cup))
    hands.press(Key.Key_V, modifier=CONTROL)
    settle(page, qtbot)
    (note,) = three.day().notes
    assert note.strategy == three.ids["Pause in songs"]
    assert not dropped(page.lines[2], of_words("cup.jpg"))


def test_a_photo_of_a_private_note_is_kept_with_the_private_note(page, three, hands, qtbot, cup):
    hands.press(Key.Key_Return, "So tired")
    button(page, hands, "Private")
    dropped(page.lines[0], of_files(cup))
    settle(page, qtbot)
    (note,) = three.day().private_notes
    (photo,) = kept(three, note.id)
    assert photo.private_note == note.id
    assert three.day().notes == ()


def test_a_photo_finds_a_place_though_its_entry_was_taken_back(page, three, hands, qtbot, cup):
    hands.press("2")
    dropped(page.lines[0], of_files(cup))
    page.desk.editing.undo()
    settle(page, qtbot)
    (note,) = three.day().notes
    assert three.day().practices == ()
    assert len(kept(three, note.id)) == 1


def test_a_photo_is_kept_though_the_day_was_left_meanwhile(page, window, three, hands, qtbot, cup):
    hands.press("2")
    dropped(page.lines[0], of_files(cup))
    hands.press(hands.alt("Left"))
    QApplication.processEvents()
    settle(page, qtbot)
    assert photos(page.lines[0]) == []
    hands.press(hands.alt("Home"))
    settle(page, qtbot)
    (practice,) = three.day().practices
    assert len(kept(three, practice.id)) == 1
    assert len(photos(page.lines[0])) == 1


def test_what_is_refused_is_told_above_the_page_and_no_note_is_written(
    page, window, three, qtbot, tmp_path
):
    (tmp_path / "photo.jpg").write_bytes(b"MZ\x90 a program")
    dropped(page.lines[0], of_files(tmp_path / "photo.jpg"))
    settle(page, qtbot)
    assert window.frame.failure.text().startswith("photo.jpg: This file is neither a picture")
    assert entries(three) == []


def test_a_moment_has_its_photos_and_what_is_typed_becomes_one(page, three, hands, qtbot, cup):
    page.add_moment()
    hands.press("A first word")
    assert dropped(page.moments, of_files(cup))
    settle(page, qtbot)
    (moment,) = three.day().notes
    assert (moment.text, moment.strategy) == ("A first word", None)
    assert len(kept(three, moment.id)) == 1
    assert len(photos(page.moments)) == 1
    assert page.moments.note.field.text() == ""
    page.moments.note.field.setFocus()
    copied(a_picture())
    hands.press(Key.Key_V, modifier=CONTROL)
    settle(page, qtbot)
    texts = sorted(note.text for note in three.day().notes)
    assert texts == ["A first word", "Photo"]
    assert len(photos(page.moments)) == 2
    button(page.moments, hands, "Photos (2)…")
    dialog = QApplication.activeModalWidget()
    settle(page, qtbot)
    assert len(dialog.rows) == 2
    dialog.reject()


def test_photos_are_read_only_once_the_page_stands(three, open_window, qtbot, hands):
    done = three.journal.days.did_it(three.ids["Two choices"], three.clock().date())
    (practice,) = three.day().practices
    assert done
    media = three.journal.media
    media.add(media.put_photo(jpeg(), "cup.jpg", practice))
    window = open_window(three.journal, warm=False)
    assert photos(window.page.lines[0]) == []
    window.warmed()
    QApplication.processEvents()
    assert len(photos(window.page.lines[0])) == 1
    settle(window.page, qtbot)


def test_a_journal_that_is_only_read_shows_and_takes_none(three, open_window, qtbot, hands, cup):
    three.journal.days.did_it(three.ids["Two choices"], three.clock().date())
    (practice,) = three.day().practices
    media = three.journal.media
    media.add(media.put_photo(jpeg(), "cup.jpg", practice))
    folder = three.journal.folder
    three.journal.close()
    reading = open_journal(folder, clock=three.clock, device=uuid4(), write=False)
    window = open_window(reading)
    settle(window.page, qtbot)
    first, second, _ = window.page.lines
    (shown,) = photos(first)
    assert shown.actions() == []
    shown.setFocus()
    hands.press(Key.Key_Delete)
    assert len(photos(first)) == 1
    assert "Add a photo…" not in offered(second)
    assert "Add a photo…" not in hands.texts(drawer(second))
    assert not dropped(second, of_files(cup))
    copied(of_files(cup))
    second.setFocus()
    hands.press(Key.Key_V, modifier=CONTROL)
    assert (len(photos(first)), photos(second)) == (1, [])
