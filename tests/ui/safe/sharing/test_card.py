"""Two homes, two computers, in step through a folder."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.safe.sharing import shared_media
from homejournal.services.safe.transfer.sealed_files import read_pack_file
from homejournal.ui.safe.sharing import sync
from homejournal.ui.safe.sharing.card import _EndSharingDialog
from homejournal.ui.safe.sharing.send_dialog import SendDialog, ShareWay
from homejournal.ui.safe.sharing.sync import SharingSync
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.safe.sharing.sharing_homes import WORDS, card, other, safe, send
from tests.ui.waiting import idle

__all__ = ["other", "safe"]
LOOKED = "The shared folder was looked into just now."


def shared_folder(safe, other, qtbot, tmp_path):
    """Share a folder with the other computer; return it, and where the other one's settings lie."""
    folder, path = tmp_path / "cloud", tmp_path / "invitation.hjpack"
    folder.mkdir()
    send(safe, qtbot, path, ShareWay.OWN, folder).reject()
    qtbot.waitUntil(lambda: bool(list(folder.rglob("*.hjb"))))
    at_rest(safe, qtbot)
    pack = read_pack_file(path, WORDS)
    settings = tmp_path / "other settings"
    settings.mkdir()
    other.safe.pack_files.take_in(pack)
    other.safe.sharing.join(pack.invitation, folder, settings)
    return folder, settings


def at_rest(safe, qtbot):
    """Wait until no look into a folder is under way; until then no other one begins."""
    runs = safe.findChild(SharingSync)
    qtbot.waitUntil(lambda: runs._running is None and idle(safe))


def look(safe, hands, qtbot, words, *, told=True):
    """Look into the folder now, and wait until the page says so, or no more."""
    at_rest(safe, qtbot)
    card(safe).look.click()
    qtbot.waitUntil(lambda: (words in said_on(hands, safe.page)) is told)


def test_two_computers_keep_in_step_through_a_folder(safe, three, hands, qtbot, tmp_path, other):
    card(safe).ways[ShareWay.OWN].click()
    asking = dialog(safe, SendDialog)
    asking.do.click()
    assert "choose a folder first" in said_on(hands, asking)
    asking.reject()
    folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="from there")
    other.records.save(said)
    write(other, settings)
    card(safe).look.click()
    qtbot.waitUntil(lambda: safe.journal.records.get(said.id) is not None)
    at_rest(safe, qtbot)
    assert "through the folder" in said_on(hands, safe.page)
    assert "Everything that is in the folder is here" in said_on(hands, safe.page)
    device = str(other._store.device)
    (theirs,) = [path for path in folder.rglob("*.hjb") if path.parent.name == device]
    whole = theirs.read_bytes()
    theirs.write_bytes(b"")  # as a sync program lays it there before it has it
    look(safe, hands, qtbot, "1 file in the folder does not read yet")
    assert "Everything that is in the folder is here" not in said_on(hands, safe.page)
    theirs.write_bytes(whole)
    look(safe, hands, qtbot, "does not read yet", told=False)
    folder.rename(tmp_path / "away")
    look(safe, hands, qtbot, "is not there now")
    end_sharing(safe, hands)
    assert safe.journal.safe.sharing.all() == ()
    assert card(safe)._rows == []


def test_a_look_that_somebody_asked_for_is_told_when_it_is_done(
    safe, hands, qtbot, tmp_path, other
):
    folder, _settings = shared_folder(safe, other, qtbot, tmp_path)
    assert safe.frame.toast.text() != LOOKED
    card(safe).look.click()
    qtbot.waitUntil(lambda: safe.frame.toast.text() == LOOKED)
    safe.frame.toast.show_text("something else")
    folder.rename(tmp_path / "away")
    look(safe, hands, qtbot, "is not there now")
    assert safe.frame.toast.text() == "something else"


def test_what_a_look_brings_is_told_at_the_top_of_the_open_page(
    safe, three, hands, qtbot, tmp_path, other
):
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="He ate.")
    safe.journal.records.save(said)
    _folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    safe.journal.records.save(replace(said, text="He ate well."))
    other.records.save(replace(said, text="He ate a lot."))
    write(other, settings)
    safe.findChild(SharingSync).sync_now()  # as happens by itself every minute
    at_rest(safe, qtbot)
    qtbot.waitUntil(safe.page._waiting.two.isVisible)
    assert "1 entry has two versions" in safe.page._waiting.two.text()


def end_sharing(safe, hands):
    (row,) = card(safe)._rows
    row.end.click()
    ending = dialog(safe, _EndSharingDialog)
    assert "stays with them" in said_on(hands, ending)
    hands.press(Qt.Key.Key_Return)  # Enter alone is Cancel
    assert card(safe)._rows == [row]
    row.end.click()
    dialog(safe, _EndSharingDialog).do.click()


def test_photos_come_along_a_few_at_a_time_and_what_is_on_its_way_is_told(
    safe, three, hands, qtbot, tmp_path, other, monkeypatch
):
    folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    photos = [with_photo(other, three, f"%PDF-1.7 {number}".encode()) for number in range(3)]
    write(other, settings)
    lost, *_ = folder.rglob("*.sealed")
    whole = lost.read_bytes()
    lost.unlink()
    monkeypatch.setattr(shared_media, "AT_ONCE", 1)
    monkeypatch.setattr(sync, "FIRST_MS", 1)
    card(safe).look.click()
    there = safe.journal.media
    qtbot.waitUntil(lambda: sum(map(partial(is_here, there), photos)) == 2 and idle(safe))
    qtbot.waitUntil(lambda: "1 photo or hand-out is not here yet" in said_on(hands, safe.page))
    lost.write_bytes(whole)
    at_rest(safe, qtbot)
    card(safe).look.click()
    qtbot.waitUntil(lambda: all(map(partial(is_here, there), photos)))
    at_rest(safe, qtbot)


def with_photo(journal, three, data):
    said = Note(id=uuid4(), child=three.child.id, day=journal.today(), text="with a photo")
    photo = journal.media.put_photo(KeptFile(data, PDF), "zoo.pdf", said)
    journal.media.add_with_note(said, photo)
    return photo


def is_here(media, photo):
    try:
        return bool(media.read(photo))
    except MediaMissingError:
        return False


def write(journal, settings):
    from homejournal.services.safe.sharing.sync_run import run

    (shared,) = journal.safe.sharing.all()
    ran = run(journal.safe.sharing.wish(shared, settings), journal.safe.sharing.folder_of(shared))
    list(journal.safe.sharing.take(ran))


def test_what_is_new_is_written_when_the_window_closes(safe, three, qtbot, tmp_path):
    folder, path = tmp_path / "cloud", tmp_path / "invitation.hjpack"
    folder.mkdir()
    send(safe, qtbot, path, ShareWay.OWN, folder).reject()
    qtbot.waitUntil(lambda: len(list(folder.rglob("*.hjb"))) == 1)
    at_rest(safe, qtbot)
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="late")
    safe.journal.records.save(said)
    runs = safe.findChild(SharingSync)
    runs.run()
    at_rest(safe, qtbot)
    assert len(list(folder.rglob("*.hjb"))) == 1  # one was just written
    runs.at_closing()
    assert len(list(folder.rglob("*.hjb"))) == 2


def test_where_nothing_can_be_written_that_is_told_and_what_others_wrote_comes(
    safe, three, hands, qtbot, tmp_path, other
):
    folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    at_rest(safe, qtbot)
    there = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="from there")
    other.records.save(there)
    write(other, settings)
    (ours,) = [path for path in folder.rglob("*") if path.name == str(safe.journal._store.device)]
    ours.rename(tmp_path / "ours")
    ours.write_bytes(b"")
    refused = "The disk did not let homejournal read or write"
    look(safe, hands, qtbot, refused)
    assert safe.journal.records.get(there.id) == there
    assert "Everything that is in the folder is here" not in said_on(hands, safe.page)
    ours.unlink()
    (tmp_path / "ours").rename(ours)
    look(safe, hands, qtbot, refused, told=False)


def test_what_fits_nothing_here_is_told(safe, three, hands, qtbot, tmp_path, other):
    _folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    at_rest(safe, qtbot)
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="from there")
    other.records.save(said)
    write(other, settings)
    safe.journal.records.save(
        PrivateNote(id=said.id, child=three.child.id, day=said.day, text="from here")
    )
    look(safe, hands, qtbot, "1 entry in the folder does not fit what is here")
    assert safe.journal.records.get(said.id).text == "from here"
