"""Two homes, two computers, through the window."""

from dataclasses import replace
from datetime import time
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.device import device_id
from homejournal.domain.errors import MediaMissingError
from homejournal.domain.notes import Note
from homejournal.domain.people import Helper
from homejournal.domain.practices import Practice
from homejournal.domain.sharing import Audience
from homejournal.exchange import pack_file
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services import sharing_media
from homejournal.services.opening import create_journal
from homejournal.ui import sharing_runs
from homejournal.ui.dialogs.names_dialog import NamesDialog
from homejournal.ui.dialogs.sending_dialog import Sending, SendingDialog
from homejournal.ui.dialogs.settling_dialog import SettlingDialog
from homejournal.ui.dialogs.taking_dialog import TakingDialog
from homejournal.ui.pages.safe_sharings import _EndDialog
from homejournal.ui.sharing_runs import SharingRuns
from homejournal.ui.widgets.form import row_of
from tests.quick import quick_seal

__all__ = ["quick_seal"]

WORDS = "apple lamp meadow seven"


@pytest.fixture
def other(three, tmp_path):
    """A second computer's journal, in another home."""
    made = create_journal(tmp_path / "other", clock=three.clock, device=uuid4())
    made.safe.homes.name_ours("With Dad")
    made.safe.homes.name_computer("Dad's laptop")
    yield made
    made.close()


@pytest.fixture
def safe(three, open_window):
    window = open_window(three.journal)
    window.open_page("safe", "sharing")
    return window


def card(window):
    return window.page.cards["sharing"]


def idle(window):
    QApplication.processEvents()
    return not window.desk.worker.busy


def dialog(window, cls):
    found = [one for one in window.findChildren(cls) if one.isVisible()]
    assert found, cls
    return found[-1]


def said_on(hands, window):
    QApplication.processEvents()
    return " ".join(hands.texts(window))


def send(window, qtbot, path, way=Sending.ONCE, folder=None):
    card(window).ways[way].click()
    asking = dialog(window, SendingDialog)
    asking.home.setText("With Mom")
    asking.computer.setText("Mom's laptop")
    if folder:
        asking.show_folder(str(folder))
    asking.ask_for_file = partial(asking.write, str(path))
    asking.do.click()
    qtbot.waitUntil(lambda: path.exists() and idle(window))
    qtbot.waitUntil(asking.do.isHidden)
    return asking


def take(window, qtbot, path, folder=None):
    card(window).take.click()
    taking = dialog(window, TakingDialog)
    taking.show_file(str(path))
    taking.words.setText(WORDS)
    taking.do.click()
    qtbot.waitUntil(lambda: taking._pack is not None and idle(window))
    if folder:
        taking.show_folder(str(folder))
    return taking


def test_a_file_is_sent_once_and_taken_in_elsewhere(safe, hands, qtbot, tmp_path, other):
    path = tmp_path / "for dad.hjpack"
    card(safe).ways[Sending.ONCE].click()
    asking = dialog(safe, SendingDialog)
    assert "Private notes never leave" in said_on(hands, asking)
    asking.audience.pills[0].click()
    assert "Your private notes go along" in said_on(hands, asking)
    asking.audience.pills[1].click()
    assert len(asking.words.words.split()) == 4
    before = asking.words.words
    asking.words.other.click()
    assert asking.words.words != before
    asking.do.click()  # our home has no name yet
    assert "Please write a name" in said_on(hands, asking)
    asking.reject()
    ended = send(safe, qtbot, path)
    assert "Tell the words by phone" in said_on(hands, ended)
    ended.reject()
    other.safe.pack_files.take_in(pack_file.read_plain_pack(path.read_bytes()))
    assert len(other.family().children) == 1
    assert safe.journal.safe.homes.ours.name == "With Mom"


def test_a_file_is_told_before_it_is_taken_in_and_undo_takes_it_out(
    safe, three, hands, qtbot, tmp_path, other
):
    other.safe.pack_files.take_in(pack_file.read_plain_pack(plain(safe.journal, Audience.OWN)))
    other.safe.homes.name_ours("With Dad")
    today = safe.journal.today()
    said = Note(id=uuid4(), child=three.child.id, day=today, text="He sang at Dad's")
    other.records.save(said)
    other.change_settings(replace(other.settings, home=other.safe.homes.ours.id))
    path = tmp_path / "from dad.hjpack"
    path.write_bytes(plain(other, Audience.OTHER_HOME))
    taking = take(safe, qtbot, path)
    text = said_on(hands, taking)
    assert "another home" in text
    assert "1 note" in text
    taking.home.setText("With Mom")
    taking.do.click()
    qtbot.waitUntil(lambda: safe.journal.records.get(said.id) == said)
    assert "With Dad" in said_on(hands, safe.page)
    safe.desk.editing.undo()
    assert safe.journal.records.get(said.id) is None


def plain(journal, audience):
    from homejournal.services.pack_files import pack_of

    return pack_file.plain_pack(pack_of(journal.safe.pack_files.wish(audience)))


def test_a_file_that_cannot_be_opened_is_one_sentence(safe, hands, qtbot, tmp_path):
    bad = tmp_path / "bad.hjpack"
    bad.write_bytes(b"no pack\n")
    card(safe).take.click()
    taking = dialog(safe, TakingDialog)
    taking.show_file(str(bad))
    taking.do.click()
    qtbot.waitUntil(lambda: "Nothing was taken" in said_on(hands, taking))
    assert taking.do.isEnabled()
    taking.reject()


def test_two_computers_keep_in_step_through_a_folder(  # noqa: PLR0915 - a story in one go
    safe, three, hands, qtbot, tmp_path, other
):
    folder, path = tmp_path / "cloud", tmp_path / "invitation.hjpack"
    folder.mkdir()
    card(safe).ways[Sending.OWN].click()
    asking = dialog(safe, SendingDialog)
    asking.do.click()
    assert "choose a folder first" in said_on(hands, asking)
    asking.reject()
    send(safe, qtbot, path, Sending.OWN, folder).reject()
    runs = safe.findChild(SharingRuns)
    qtbot.waitUntil(lambda: bool(list(folder.rglob("*.hjb"))) and idle(safe))
    pack = pack_file.read_plain_pack(path.read_bytes())
    settings = tmp_path / "other settings"
    settings.mkdir()
    other.safe.pack_files.take_in(pack)
    other.safe.sharing.join(pack.invitation, folder, settings)
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="from there")
    other.records.save(said)
    write(other, settings)
    card(safe).look.click()
    qtbot.waitUntil(lambda: safe.journal.records.get(said.id) is not None)
    qtbot.waitUntil(lambda: runs._running is None and idle(safe))
    assert "through the folder" in said_on(hands, safe.page)
    assert "Everything that is in the folder is here" in said_on(hands, safe.page)
    device = str(other._store.device)
    (theirs,) = [one for one in folder.rglob("*.hjb") if one.parent.name == device]
    whole = theirs.read_bytes()
    theirs.write_bytes(b"")  # as a sync program lays it there before it has it
    card(safe).look.click()
    qtbot.waitUntil(lambda: "1 file in the folder does not read yet" in said_on(hands, safe.page))
    assert "Everything that is in the folder is here" not in said_on(hands, safe.page)
    theirs.write_bytes(whole)
    card(safe).look.click()
    qtbot.waitUntil(lambda: "does not read yet" not in said_on(hands, safe.page))
    folder.rename(tmp_path / "away")
    card(safe).look.click()
    qtbot.waitUntil(lambda: "is not there now" in said_on(hands, safe.page))
    (row,) = card(safe)._rows
    row.end.click()
    ending = dialog(safe, _EndDialog)
    assert "stays with them" in said_on(hands, ending)
    ending.do.click()
    assert safe.journal.safe.sharing.all() == ()
    assert card(safe)._rows == []


def test_photos_come_along_a_few_at_a_time_and_what_is_on_its_way_is_told(
    safe, three, hands, qtbot, tmp_path, other, monkeypatch
):
    folder, path = tmp_path / "cloud", tmp_path / "invitation.hjpack"
    folder.mkdir()
    send(safe, qtbot, path, Sending.OWN, folder).reject()
    runs = safe.findChild(SharingRuns)
    qtbot.waitUntil(lambda: bool(list(folder.rglob("*.hjb"))) and idle(safe))
    pack = pack_file.read_plain_pack(path.read_bytes())
    settings = tmp_path / "other settings"
    settings.mkdir()
    other.safe.pack_files.take_in(pack)
    other.safe.sharing.join(pack.invitation, folder, settings)
    photos = [with_photo(other, three, f"%PDF-1.7 {number}".encode()) for number in range(3)]
    write(other, settings)
    lost, *_ = folder.rglob("*.sealed")
    whole = lost.read_bytes()
    lost.unlink()
    monkeypatch.setattr(sharing_media, "AT_ONCE", 1)
    monkeypatch.setattr(sharing_runs, "FIRST_MS", 1)
    card(safe).look.click()
    there = safe.journal.media
    qtbot.waitUntil(lambda: sum(map(partial(is_here, there), photos)) == 2 and idle(safe))
    qtbot.waitUntil(lambda: "1 photo or hand-out is not here yet" in said_on(hands, safe.page))
    lost.write_bytes(whole)
    card(safe).look.click()
    qtbot.waitUntil(lambda: all(map(partial(is_here, there), photos)) and idle(safe))
    qtbot.waitUntil(lambda: runs._running is None)


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
    from homejournal.services.sharing_run import run

    (shared,) = journal.safe.sharing.all()
    ran = run(journal.safe.sharing.wish(shared, settings), journal.safe.sharing.memory(shared))
    list(journal.safe.sharing.take(ran))


def test_what_is_new_is_written_when_the_window_closes(safe, three, qtbot, tmp_path):
    folder, path = tmp_path / "cloud", tmp_path / "invitation.hjpack"
    folder.mkdir()
    send(safe, qtbot, path, Sending.OWN, folder).reject()
    qtbot.waitUntil(lambda: len(list(folder.rglob("*.hjb"))) == 1 and idle(safe))
    runs = safe.findChild(SharingRuns)
    qtbot.waitUntil(lambda: runs._running is None)
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="late")
    safe.journal.records.save(said)
    runs.run()
    qtbot.waitUntil(lambda: runs._running is None and idle(safe))
    assert len(list(folder.rglob("*.hjb"))) == 1  # one was just written
    runs.at_closing()
    assert len(list(folder.rglob("*.hjb"))) == 2


def test_a_file_invites_to_a_folder(safe, hands, qtbot, tmp_path, other):
    folder, settings = tmp_path / "cloud", tmp_path / "other settings"
    folder.mkdir(), settings.mkdir()
    shared = other.safe.sharing.begin(Audience.OWN, folder, settings)
    from homejournal.services.pack_files import pack_of

    invitation = other.safe.sharing.invitation(shared, settings)
    wish = other.safe.pack_files.wish(Audience.OWN, invitation=invitation)
    path = tmp_path / "invitation.hjpack"
    path.write_bytes(pack_file.plain_pack(pack_of(wish)))
    taking = take(safe, qtbot, path, folder)
    assert "invites you" in said_on(hands, taking)
    taking.computer.setText("Tablet in the bedroom")
    taking.do.click()
    qtbot.waitUntil(lambda: len(safe.journal.safe.sharing.all()) == 1 and idle(safe))
    assert device_id(safe.desk.preferences.folder)
    homes = safe.journal.safe.homes
    assert (homes.computer.name, homes.computer.home) == ("Tablet in the bedroom", homes.ours.id)


def test_another_home_is_joined_under_a_name(safe, hands, qtbot, tmp_path, other):
    folder, settings = tmp_path / "cloud", tmp_path / "other settings"
    folder.mkdir(), settings.mkdir()
    shared = other.safe.sharing.begin(Audience.OTHER_HOME, folder, settings)
    invitation = other.safe.sharing.invitation(shared, settings)
    from homejournal.services.pack_files import pack_of

    wish = other.safe.pack_files.wish(Audience.OTHER_HOME, invitation=invitation)
    path = tmp_path / "invitation.hjpack"
    path.write_bytes(pack_file.plain_pack(pack_of(wish)))
    taking = take(safe, qtbot, path, folder)
    taking.do.click()
    assert row_of(taking.home).problem() == "Please write a name."
    assert safe.journal.safe.sharing.all() == ()
    taking.home.setText("With Mom")
    taking.do.click()
    qtbot.waitUntil(lambda: len(safe.journal.safe.sharing.all()) == 1 and idle(safe))
    assert safe.journal.safe.homes.ours.name == "With Mom"


def two_versions(window, three, other):
    today = window.journal.today()
    said = Note(id=uuid4(), child=three.child.id, day=today, text="He slept. He ate.")
    window.journal.records.save(said)
    window.journal.safe.homes.name_ours("With Mom")
    home = other.settings.home
    other.safe.pack_files.take_in(pack_file.read_plain_pack(plain(window.journal, Audience.OWN)))
    other.change_settings(replace(other.settings, home=home))
    window.journal.records.save(replace(said, text="He slept well. He ate."))
    other.records.save(replace(said, text="He slept. He ate a lot."))
    window.journal.safe.pack_files.take_in(
        pack_file.read_plain_pack(plain(other, Audience.OTHER_HOME))
    )
    window.page.refresh()
    return said


@pytest.mark.parametrize("choice", ["first", "second", "joined"])
def test_two_versions_are_settled_side_by_side(safe, three, hands, other, choice):
    said = two_versions(safe, three, other)
    assert "1 entry stands in two versions" in said_on(hands, safe.page)
    card(safe).two.button.click()
    settling = dialog(safe, SettlingDialog)
    text = said_on(hands, settling)
    assert "Version of this computer" in text
    assert "With Dad" in text
    records = safe.journal.safe.settling.waiting()[0].records
    takes = [one for one in settling.findChildren(QPushButton) if one.text() == "Take this one"]
    if choice == "joined":
        assert settling.joined.text() == "He slept well. He ate a lot."
        hands.named(settling, QPushButton, "Take what stands here").click()
        expected = "He slept well. He ate a lot."
    else:
        at = 0 if choice == "first" else 1
        takes[at].click()
        expected = records[at].text
    assert safe.journal.records.get(said.id).text == expected
    assert "Nothing waits" in said_on(hands, settling)
    settling.reject()
    safe.desk.editing.undo()
    assert len(safe.journal.safe.settling.waiting()) == 1


def test_names_are_given_and_taken_back(safe, hands, other):
    card(safe).names.click()
    asking = dialog(safe, NamesDialog)
    asking.save()
    assert asking.isVisible()
    asking.home.setText("With Mom")
    asking.computer.setText("Mom's laptop")
    asking.save()
    assert "With Mom" in said_on(hands, safe.page)
    assert "Mom's laptop" in said_on(hands, safe.page)


def test_copies_beside_the_journal_are_joined(safe, hands, qtbot):
    copy = safe.journal.folder / "journal (1).hj"
    copy.write_bytes((safe.journal.folder / "journal.hj").read_bytes())
    safe.page.refresh()
    assert "left 1 copy" in said_on(hands, safe.page)
    for _ in range(2):  # said once above the pages, too
        safe.findChild(SharingRuns).run()
        assert said_on(hands, safe.frame).count("Nothing is lost by waiting") == 1
    card(safe).copies.button.click()
    qtbot.waitUntil(lambda: not copy.exists() and idle(safe))
    assert not card(safe).copies.isVisible()
    bad = safe.journal.folder / "journal (2).hj"
    bad.write_bytes(b"no journal")
    safe.page.refresh()
    card(safe).copies.button.click()
    qtbot.waitUntil(lambda: idle(safe) and card(safe).copies.button.isEnabled())
    assert bad.exists()


def test_one_event_noted_twice_is_a_hint(safe, three, hands):
    people = [Helper(id=uuid4(), name=name) for name in ("Mom", "Dad")]
    today, what = safe.journal.today(), three.ids["Sign more"]
    one, two = (
        Practice(id=uuid4(), strategy=what, day=today, time=time(8, minute), helper=who.id)
        for minute, who in zip((0, 20), people, strict=True)
    )
    safe.journal.records.save(*people, one, two)
    safe.page.refresh()
    assert "Was it one event?" in said_on(hands, safe.page)
    card(safe).twice.button.click()
    assert safe.journal.records.get(two.id) is None
    safe.desk.editing.undo()
    safe.page.refresh()
    card(safe).both.click()
    assert not card(safe).twice.isVisible()
    assert safe.journal.records.get(two.id) is not None
