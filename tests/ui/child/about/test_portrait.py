"""The child's photo: chosen, seen on the page and in the switch, taken back, removed, refused."""

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from homejournal.domain.records.children import Child
from homejournal.domain.records.record import Kind
from homejournal.ui.attachments.portrait import portrait
from homejournal.ui.child.about.page import PortraitButton
from homejournal.ui.hiding import Hiding
from tests.ui.child.about.test_page import choose_in_menu, menu, told
from tests.ui.visits.coming.visiting import undo

RED, BLUE = (200, 0, 0), (0, 0, 200)


@pytest.fixture
def photo(tmp_path):
    """A wide picture: blue at its sides, red in the middle."""
    image = Image.new("RGB", (900, 300), BLUE)
    image.paste(RED, (300, 0, 600, 300))
    exif = Image.Exif()
    exif[0x010F] = "A camera of Maya's mother"
    image.save(tmp_path / "maya.jpg", exif=exif)
    return tmp_path / "maya.jpg"


@pytest.fixture
def take(qtbot):
    """Choose a file for the child, and wait until it is kept or refused."""

    def taken(page, file):
        page.choose_photo()
        chooser = page.findChild(QFileDialog)
        chooser.fileSelected.emit(str(file))
        chooser.close()
        qtbot.waitUntil(lambda: not page.desk.worker.busy)
        QApplication.processEvents()

    return taken


def colour(picture: QImage):
    """Return the color in the middle at the left edge, and in the middle of the whole."""
    side, middle = picture.width() // 8, picture.width() // 2
    return [_near(picture.pixelColor(x, picture.height() // 2)) for x in (side, middle)]


def _near(colour: QColor):
    return "red" if colour.red() > 150 > colour.blue() else "other"


def test_the_middle_of_a_photo_stands_for_the_child_and_nothing_of_the_camera(
    house, open_about, take, photo
):
    page = open_about(house)
    take(page, photo)
    child = told(house).child
    data = house.journal.media.portrait(child)
    picture = QImage.fromData(data)
    assert (picture.width(), picture.height()) == (480, 480)
    assert colour(picture) == ["red", "red"]
    assert b"camera" not in data
    shown = page.findChild(PortraitButton).grab().toImage()
    assert _near(shown.pixelColor(shown.width() // 2, shown.height() // 2)) == "red"
    assert "Choose another photo…" in menu(page)


def test_the_switch_between_children_shows_it_too(house, open_about, take, photo):
    page = open_about(house)
    window = page.window()
    take(page, photo)
    assert not window.frame.switch.picture.isNull()
    other = Child(id=house.journal.settings.id, name="Ada")
    house.journal.records.save(other)
    window.show_child(other.id)
    assert window.frame.switch.picture.isNull()
    window.show_child(house.child.id)
    assert not window.frame.switch.picture.isNull()


def test_a_photo_is_taken_back_replaced_and_removed(house, open_about, take, photo):
    page = open_about(house)
    take(page, photo)
    first = told(house).child.photo
    take(page, photo)
    assert told(house).child.photo not in {None, first}
    assert len(house.journal.records.all_of(Kind.MEDIA)) == 1
    assert page.desk.editing.stack.undoText() == "Photo saved"
    undo(page)
    assert told(house).child.photo == first
    assert not portrait(page.desk, told(house).child).isNull()
    choose_in_menu(page, "Remove the photo")
    assert told(house).child == house.child
    assert house.journal.records.all_of(Kind.MEDIA) == []
    undo(page)
    undo(page)
    assert told(house).child == house.child


def test_what_is_no_picture_is_told_and_changes_nothing(house, open_about, take, tmp_path):
    page = open_about(house)
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"%PDF-1.7 nothing")
    take(page, file)
    assert told(house).child == house.child
    assert "plan.pdf" in page.window().frame.failure.text()


def test_a_photo_whose_bytes_are_not_here_leaves_the_letter(house, open_about, take, photo):
    page = open_about(house)
    take(page, photo)
    for kept in (house.journal.folder / "media").rglob("*"):
        if kept.is_file():
            kept.unlink()
    assert portrait(page.desk, told(house).child).isNull()
    page.refresh()
    page.grab()


def test_while_the_journal_is_hidden_no_window_shows_it(house, open_about, take, photo):
    page = open_about(house)
    take(page, photo)
    Hiding.here().hide(page.desk.wording)
    assert not page.window().isVisible()
    Hiding.here().show_again()
