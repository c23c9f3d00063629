"""A photo that was lost or changed comes back from a copy, or is told as whole nowhere."""

import hashlib
import shutil
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel

from homejournal.domain.records.notes import Note
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from tests.services.photos import change_on_disk
from tests.ui.safe.copies.looking_after import (
    backups_card,
    look,
    safety,
    said,
    said_by,
    settled,
    stick,
)

__all__ = ["safety", "stick"]

ZOO = hashlib.sha256(b"a photo").hexdigest()


@pytest.fixture
def photo(three):
    day = three.journal.today()
    entry = Note(id=uuid4(), child=three.child.id, day=day, text="The zoo")
    made = three.journal.media.put_photo(KeptFile(b"a photo", JPEG), "zoo.jpg", entry)
    three.journal.media.add_with_note(entry, made)
    return three.journal._store.own_media().path(made.sha256)


def told_by(card):
    told = []
    card.tells.connect(told.append)
    return told


def test_a_lost_photo_comes_back_by_itself(safety, qtbot, three, photo):
    look(safety, qtbot)
    photo.unlink()
    look(safety, qtbot)
    assert photo.read_bytes() == b"a photo"
    assert said(safety._window) == []


@pytest.mark.measured
def test_one_that_lies_whole_nowhere_is_told_once_and_stands_on_the_card(
    safety, qtbot, three, photo
):
    photo.unlink()
    look(safety, qtbot)
    (told,) = said(safety._window)
    assert "zoo.jpg" in told
    assert "zoo.jpg" in backups_card(safety)._lost.text()
    safety._notice.button.click()
    look(safety, qtbot)
    assert said(safety._window) == []
    photo.write_bytes(b"a photo")
    look(safety, qtbot)
    assert not backups_card(safety)._lost.isVisible()


def test_the_check_brings_it_back_and_says_so(safety, qtbot, three, photo):
    three.journal.safe.backups.make()
    photo.unlink()
    safety._window.open_page("safe", "repair")
    card = safety._window.page.cards["repair"]
    card.check.click()
    settled(safety, qtbot)
    assert photo.read_bytes() == b"a photo"
    assert "1 photo or hand-out was not whole here, and came back" in card._said.text()


def test_the_check_tells_what_is_whole_nowhere(safety, qtbot, photo):
    photo.unlink()
    safety._window.open_page("safe", "repair")
    card = safety._window.page.cards["repair"]
    card.check.click()
    settled(safety, qtbot)
    assert "is not in the journal’s folder: zoo.jpg" in card._said.text()


def test_a_copy_that_is_asked_for_brings_it_back_and_says_so(safety, qtbot, three, photo):
    card = backups_card(safety)
    told = told_by(card)
    card.now.click()
    settled(safety, qtbot)
    photo.unlink()
    card.now.click()
    settled(safety, qtbot)
    assert photo.read_bytes() == b"a photo"
    assert told[0] == "The copy is done, and it was checked."
    assert "1 photo or hand-out was not whole here, and came back" in told[1]


def test_so_does_one_for_the_second_place(safety, qtbot, three, stick, photo):
    card = backups_card(safety)
    told = told_by(card)
    card.second.copy_now()
    settled(safety, qtbot)
    change_on_disk(photo)  # and the one beside the copies here, which is the same file
    card.second.copy_now()
    settled(safety, qtbot)
    assert three.journal._store.own_media().get(ZOO) == b"a photo"
    assert "1 photo or hand-out was not whole here, and came back" in told[1]
    change_on_disk(photo)
    change_on_disk(stick.folder.media / photo.name)
    change_on_disk(three.journal.folder / "backups" / "media" / photo.name)
    card.second.copy_now()
    settled(safety, qtbot)
    assert "1 photo or hand-out is whole neither here nor in a copy" in told[2]
    assert "zoo.jpg" in told[2]


def test_what_a_check_said_of_it_goes_once_it_is_back(safety, qtbot, three, photo, tmp_path):
    copy = three.journal.safe.backups.make()
    shutil.copytree(copy.path.parent, tmp_path / "another")
    change_on_disk(photo)
    safety._window.open_page("safe", "repair")
    cards = safety._window.page.cards
    cards["repair"].check.click()
    settled(safety, qtbot)
    assert cards["repair"]._said.text().startswith("All that is written is whole: ")
    assert "is damaged: zoo.jpg. It is not shown." in cards["repair"]._said.text()
    cards["backups"].back.click()
    dialog = safety._window.findChild(RestoreDialog)
    dialog.show_file(tmp_path / "another" / copy.path.name)
    settled(safety, qtbot)
    dialog.bring.click()
    qtbot.waitUntil(lambda: not cards["repair"]._said.isVisible())
    assert photo.read_bytes() == b"a photo"
    assert not cards["backups"]._lost.isVisible()


def test_bringing_back_shows_the_photo_first_and_says_that_it_came(safety, qtbot, three, photo):
    three.journal.safe.backups.make()
    photo.unlink()
    card = backups_card(safety)
    card.back.click()
    dialog = safety._window.findChild(RestoreDialog)
    dialog.list.setCurrentRow(0)
    settled(safety, qtbot)
    told = " ".join(label.text() for label in dialog.look.findChildren(QLabel))
    assert "come back: 1 photo or hand-out." in told
    dialog.bring.click()
    qtbot.waitUntil(photo.exists)
    heard = "This came back: 1 photo or hand-out."
    qtbot.waitUntil(lambda: heard in " ".join(said_by(safety._window.frame.toast)))
