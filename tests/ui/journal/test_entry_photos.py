"""Photos in the Journal: beside their practice or their note, added, removed, brought back."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import KeptFile
from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog
from tests.ui.attachments.test_photos import (
    CONTROL,
    Key,
    a_picture,
    button,
    copied,
    cup,
    jpeg,
    kept,
    page,
    photos,
    window,
)
from tests.ui.dragging import dropped, of_files
from tests.ui.entries import open_entry
from tests.ui.waiting import settle
from tests.ui.whole_window.test_every_page import nameless

__all__ = ["cup", "page", "window"]


@pytest.fixture
def written(three):
    """A practice with a note, a moment, and a mark, each a day apart."""
    days, child = three.journal.days, three.child.id
    today = three.clock().date()
    days.did_it(three.ids["Two choices"], today)
    (practice,) = three.day().practices
    on = Note(
        id=uuid4(),
        child=child,
        day=today,
        text="She chose",
        practice=practice.id,
        strategy=practice.strategy,
    )
    three.journal.notes.write(on)
    return practice, on


def opened(open_window, house, at=0):
    window = open_window(house.journal, page="journal")
    QApplication.processEvents()
    page = window.page
    if page.model.rowCount():
        open_entry(page, at)
    return page


def photo(house, entry, name="cup.jpg", color=(1, 2, 3)):
    media = house.journal.media
    made = media.put_photo(jpeg(color), name, entry)
    media.add(made)
    return made


def test_photos_stand_with_their_practice_and_their_note(three, written, open_window, qtbot, hands):
    practice, note = written
    photo(three, practice, "cup.jpg")
    photo(three, note, "choice.jpg", (9, 9, 9))
    page = opened(open_window, three)
    settle(page, qtbot)
    names = [one.accessibleName() for one in photos(page.entry)]
    assert names == ["Photo: cup.jpg", "Photo: choice.jpg"]
    assert "Photos (2)…" in hands.texts(page.entry)
    assert nameless(page) == []


def test_a_photo_is_added_removed_and_comes_back(three, written, open_window, qtbot, hands, cup):
    practice, _note = written
    page = opened(open_window, three)
    assert dropped(page.entry, of_files(cup))
    settle(page, qtbot)
    assert [one.name for one in kept(three, practice.id)] == ["cup.jpg"]
    (shown,) = photos(page.entry)
    shown.setFocus()
    assert page.window().isActiveWindow()
    copied(a_picture())
    hands.press(Key.Key_V, modifier=CONTROL)
    settle(page, qtbot)
    assert [one.name for one in kept(three, practice.id)] == ["cup.jpg", "Picture"]
    photos(page.entry)[0].setFocus()
    hands.press(Key.Key_Delete)
    assert [one.name for one in kept(three, practice.id)] == ["Picture"]
    page.desk.editing.undo()
    settle(page, qtbot)
    assert len(photos(page.entry)) == 2


def test_the_list_opens_from_the_entry(three, written, open_window, qtbot, hands, cup):
    page = opened(open_window, three)
    button(page.entry, hands, "Add a photo…")
    dialog = QApplication.activeModalWidget()
    dialog.add([cup])
    settle(page, qtbot)
    assert len(photos(page.entry)) == 1
    dialog.reject()


def is_asked_for_a_sheet(page):
    """What no entry takes is looked at as a sheet; this one is none."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (dialog,) = page.window().findChildren(SheetPhotoDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_moment_takes_photos_and_a_mark_takes_none(three, open_window, qtbot, hands, cup):
    three.journal.days.not_today(three.child.id, three.clock().date())
    page = opened(open_window, three)
    assert "Add a photo…" not in hands.texts(page.entry)
    assert dropped(page.entry, of_files(cup))
    is_asked_for_a_sheet(page)
    copied(of_files(cup))
    page.entry.setFocus()
    hands.press(Key.Key_V, modifier=CONTROL)
    settle(page, qtbot)
    assert not three.journal.records.all_of(Kind.MEDIA)
    moment = Note(id=uuid4(), child=three.child.id, day=three.clock().date(), text="A first word")
    three.journal.notes.write(moment)
    page.heard(None)
    open_entry(page, "A first word")
    assert dropped(page.entry, of_files(cup))
    settle(page, qtbot)
    assert len(kept(three, moment.id)) == 1


def test_what_was_deleted_shows_no_photos_and_takes_none(
    three, written, open_window, qtbot, hands, cup
):
    practice, _note = written
    photo(three, practice)
    three.journal.records.delete(practice.id)
    page = opened(open_window, three)
    page.show_deleted()
    assert photos(page.bin) == []
    assert dropped(page.bin, of_files(cup))
    is_asked_for_a_sheet(page)
    button(page.bin, hands, "Bring it back")
    assert len(kept(three, practice.id)) == 1


def test_the_file_of_a_strange_kind_is_never_opened(three, written, open_window, qtbot, hands):
    practice, _note = written
    media = three.journal.media
    media.add(media.put_photo(KeptFile(b"MZ", "application/x-msdownload"), "x.exe", practice))
    page = opened(open_window, three)
    settle(page, qtbot)
    (shown,) = photos(page.entry)
    assert not shown.isEnabled()
