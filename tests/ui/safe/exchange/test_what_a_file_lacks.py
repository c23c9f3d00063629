"""A file that leaves says at once what is not in it, and that the old computer is to be kept."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from homejournal.services.import_export import WholeFile
from homejournal.services.safe.transfer.sealed_files import read_pack_file
from homejournal.ui.safe.exchange.card import ExportDialog
from homejournal.ui.safe.exchange.sealed_file_dialogs import HandOverDialog, NewComputerDialog
from tests.sharing.pack_lines import jpeg
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.safe.sharing.sharing_homes import WORDS, send
from tests.ui.waiting import idle

NOTE = "1 entry could not be read and is not in the file."
PHOTO = "1 photo or hand-out could not be read and is not in the file."
MENDING = "“Check and repair” under “Keep it safe” can help. Then save the file again."
KEEP = "Keep this computer: what is not in the file may be nowhere else."


@pytest.fixture
def spoil(three):
    """Let a disk change a note, and a photo go, when it is called."""
    journal = three.journal
    said, other = (
        Note(id=uuid4(), child=three.child.id, day=journal.today(), text=text)
        for text in ("a sentence that a disk changes", "at the zoo")
    )
    photo = journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", other)
    journal.records.save(said)
    journal.media.add_with_note(other, photo)
    later = (f"so that the next save writes another page {n}" for n in range(60))
    journal.records.save(
        *(Note(id=uuid4(), child=three.child.id, day=journal.today(), text=one) for one in later)
    )

    def now():
        (journal.folder / "media" / photo.sha256).unlink()
        file = journal.folder / "journal.hj"
        at = file.read_bytes().index(said.text.encode())
        with file.open("r+b") as opened:
            opened.seek(at)
            opened.write(b"A")

    return now


@pytest.fixture
def spoiled(spoil, three, open_window):
    """A window whose journal has a note that a disk changed, and a photo that is gone."""
    spoil()
    return open_window(three.journal, page="safe", place="exchange")


def rest(qtbot, window):
    qtbot.waitUntil(lambda: idle(window))
    QApplication.processEvents()


def move(window, qtbot, path):
    window.page.cards["exchange"].moving.click()
    asking = dialog(window, NewComputerDialog)
    asking.words.field.setText(WORDS)
    asking.write(str(path))
    rest(qtbot, window)
    return asking


def test_a_move_says_what_is_not_in_the_file_and_to_keep_the_old_computer(
    spoiled, qtbot, hands, tmp_path
):
    path = tmp_path / "moved.hjpack"
    told = said_on(hands, move(spoiled, qtbot, path))
    assert all(words in told for words in (NOTE, PHOTO, MENDING, KEEP))
    assert "step 2" not in told
    assert read_pack_file(path, WORDS).media == {}


def test_a_file_that_is_sent_says_what_is_not_in_it(
    spoil, three, open_window, qtbot, hands, tmp_path
):
    window = open_window(three.journal, page="safe", place="sharing")
    told = said_on(hands, send(window, qtbot, tmp_path / "sent.hjpack", meanwhile=spoil))
    assert all(words in told for words in (NOTE, PHOTO, MENDING))
    assert KEEP not in told


def test_a_part_says_before_it_is_written_and_after_it_what_is_not_in_it(
    spoiled, qtbot, hands, tmp_path
):
    spoiled.page.cards["exchange"].hand_over.click()
    asking = dialog(spoiled, HandOverDialog)
    asking.do.click()
    rest(qtbot, spoiled)
    assert all(words in said_on(hands, asking) for words in (NOTE, PHOTO, MENDING))
    asking.words.field.setText(WORDS)
    asking.write(str(tmp_path / "part.hjpack"))
    rest(qtbot, spoiled)
    told = said_on(hands, asking)
    assert all(words in told for words in ("The file is written", NOTE, PHOTO, MENDING))


def test_all_that_is_written_says_what_is_not_in_it(spoiled, qtbot, hands, tmp_path):
    spoiled.page.cards["exchange"].whole.click()
    asking = dialog(spoiled, ExportDialog)
    asking.form.set_choice(WholeFile.JSON)
    asking.write(str(tmp_path / "all.json"))
    rest(qtbot, spoiled)
    told = said_on(hands, asking)
    assert all(words in told for words in (NOTE, MENDING))


def test_a_move_says_what_becomes_of_shared_folders(three, open_window, qtbot, hands, tmp_path):
    window = open_window(three.journal, page="safe", place="exchange")
    sharing, settings = window.journal.safe.sharing, window.desk.preferences.folder
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir(), other.mkdir()
    assert read_pack_file(moved(window, qtbot, hands, tmp_path, []), WORDS).invitation is None
    shared = sharing.begin(Audience.OWN, own, settings)
    path = moved(window, qtbot, hands, tmp_path, ["goes on there"])
    assert read_pack_file(path, WORDS).invitation.sharing == shared.id
    window.journal.safe.homes.name_ours("With Mom")
    sharing.begin(Audience.OTHER_HOME, other, settings)
    moved(window, qtbot, hands, tmp_path, ["goes on there", "1 shared folder does not go along"])


def moved(window, qtbot, hands, tmp_path, told):
    """Move the journal; the dialog says this of shared folders and nothing else."""
    window.page.cards["exchange"].moving.click()
    said = said_on(hands, dialog(window, NewComputerDialog))
    every = ("goes on there", "1 shared folder does not go along")
    assert [one for one in every if one in said] == told
    dialog(window, NewComputerDialog).reject()
    path = tmp_path / "moved.hjpack"
    move(window, qtbot, path).reject()
    return path
