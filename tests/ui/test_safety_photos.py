"""What the window finds and tells of copies: an old entry damaged, a full stick, a lost photo."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.domain.errors import DiskFullError
from homejournal.domain.notes import Note
from homejournal.domain.record import Kind
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.services.second_place import SecondPlace
from homejournal.ui.dialogs.restore_dialog import RestoreDialog
from homejournal.ui.pages.safe_backups import BackupsCard
from homejournal.ui.safety import Safety
from homejournal.ui.second_place import FAILING, choose_place, not_there_since
from tests.services.test_photos_back import change_on_disk
from tests.ui.test_safety import look, said


@pytest.fixture
def safety(three, open_window):
    return open_window(three.journal).findChild(Safety)


@pytest.fixture
def stick(safety, three, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    place = three.journal.safe.backups.second_place(folder)
    place.begin()
    choose_place(safety._window.desk, folder)
    return place


def write_notes(three, number, words="note number {n} zebra"):
    for n in range(number):
        text = words.format(n=n)
        day = three.journal.today()
        three.journal.records.save(Note(id=uuid4(), child=three.child.id, day=day, text=text))


def change_an_old_entry(three):
    file = three.journal.folder / "journal.hj"
    at = file.read_bytes().index(b"note number 3 zebra")
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"X")


def told_by(card):
    told = []
    card.tells.connect(told.append)
    return told


def backups_card(safety):
    safety._window.open_page("today")
    safety._window.open_page("safe")
    QApplication.processEvents()
    return safety._window.findChild(BackupsCard)


def settled(safety, qtbot):
    qtbot.waitUntil(lambda: not safety._window.desk.worker.busy, timeout=20_000)
    QApplication.processEvents()


class TestAnOldEntryIsDamaged:
    def test_the_programs_own_copy_finds_it_and_the_window_says_so_at_once(
        self, safety, qtbot, three
    ):
        write_notes(three, 60)
        change_an_old_entry(three)
        look(safety, qtbot)
        window = safety._window
        assert window.frame.read_only.isVisible()
        assert str(three.journal.folder) in window.frame.read_only.text()
        assert not window.desk.can_write
        assert window.desk.preferences.remembered(FAILING) is None

    def test_a_copy_that_somebody_asks_for_finds_it_too(self, safety, qtbot, three):
        write_notes(three, 60)
        change_an_old_entry(three)
        card = backups_card(safety)
        card.now.click()
        settled(safety, qtbot)
        assert "backups" not in card._not_made.text()
        assert safety._window.frame.read_only.isVisible()

    def test_one_for_the_second_place_finds_it_too(self, safety, qtbot, three, stick):
        write_notes(three, 60)
        change_an_old_entry(three)
        backups_card(safety).second.copy_now()
        settled(safety, qtbot)
        assert safety._window.frame.read_only.isVisible()
        assert stick.copies() == []

    def test_one_before_a_larger_step_finds_it_too(self, safety, qtbot, three, tmp_path):
        write_notes(three, 60)
        other = three.journal.safe.backups.make()
        gone = next(one for one in three.journal.records.all_of(Kind.NOTE) if "59" in one.text)
        three.journal.records.delete(gone.id)
        card = backups_card(safety)
        card.back.click()
        dialog = safety._window.findChild(RestoreDialog)
        dialog.show_file(other.path)
        settled(safety, qtbot)
        dialog.look._tick.box.click()
        change_an_old_entry(three)
        dialog.bring.click()
        settled(safety, qtbot)
        assert safety._window.frame.read_only.isVisible()
        told = " ".join(said_by(dialog.look)).replace("\N{ZERO WIDTH SPACE}", "")
        assert f"The journal in {three.journal.folder} is damaged" in told
        dialog.reject()

    def test_a_look_into_a_copy_finds_it_too(self, safety, qtbot, three):
        write_notes(three, 60)
        three.journal.safe.backups.make()
        change_an_old_entry(three)
        card = backups_card(safety)
        card.back.click()
        dialog = safety._window.findChild(RestoreDialog)
        dialog.list.setCurrentRow(0)
        settled(safety, qtbot)
        assert dialog.look.look.here_damaged
        assert not dialog.bring.isEnabled()
        assert safety._window.frame.read_only.isVisible()
        dialog.reject()

    def test_what_a_page_found_is_said_by_the_next_look(self, safety, qtbot, three):
        three.journal.safe.checkup.note_damage()
        look(safety, qtbot)
        assert safety._window.frame.read_only.isVisible()


class TestTheSecondPlaceIsFull:
    @pytest.fixture
    def full(self, stick, monkeypatch):
        def refuse(place, *_told):
            raise DiskFullError(place.chosen)

        monkeypatch.setattr(SecondPlace, "take_beside", refuse)
        return stick

    def test_it_is_told_after_a_week_apart_from_the_copies_here(
        self, safety, qtbot, three, clock, full
    ):
        window = safety._window
        for _day in range(8):
            assert said(window) == []
            write_notes(three, 1)
            look(safety, qtbot)
            clock.move(days=1)
        assert len(three.journal.safe.backups.here()) == 8
        assert window.desk.preferences.remembered(FAILING) is None
        (told,) = said(window)
        assert told.startswith("For a week no copy of your journal could go to your second place")
        assert "full" in told

    def test_the_card_says_since_when(self, safety, qtbot, full):
        look(safety, qtbot)
        second = backups_card(safety).second
        assert second._not_there.text().startswith("Since March 22, 2026 no copy could go there")
        assert "full" in second._not_there.text()
        choose_place(safety._window.desk, None)
        second.show_values()
        assert not second._not_there.isVisible()

    def test_a_stick_that_refuses_otherwise_is_not_called_full(
        self, safety, qtbot, clock, stick, monkeypatch
    ):
        monkeypatch.setattr(
            "homejournal.storage.bringing.new_private_file", refuse_with(PermissionError(13, "no"))
        )
        look(safety, qtbot)
        assert not_there_since(safety._window.desk)[1] is False
        card = backups_card(safety)
        assert "full" not in card.second._not_there.text()
        clock.move(days=7)
        look(safety, qtbot)
        assert "full" not in said(safety._window)[0]
        assert "second place" in said(safety._window)[0]

    def test_once_a_copy_goes_there_again_nothing_is_said(self, safety, qtbot, stick, monkeypatch):
        def refuse(place, *_told):
            raise DiskFullError(place.chosen)

        with monkeypatch.context() as patched:
            patched.setattr(SecondPlace, "take_beside", refuse)
            look(safety, qtbot)
        assert not_there_since(safety._window.desk) is not None
        backups_card(safety).second.copy_now()
        settled(safety, qtbot)
        assert not_there_since(safety._window.desk) is None


def refuse_with(failure):
    def refuse(*_told):
        raise failure

    return refuse


class TestPhotos:
    @pytest.fixture
    def photo(self, three):
        day = three.journal.today()
        entry = Note(id=uuid4(), child=three.child.id, day=day, text="The zoo")
        made = three.journal.media.put_photo(KeptFile(b"a photo", JPEG), "zoo.jpg", entry)
        three.journal.media.add_with_note(entry, made)
        return three.journal.folder / "media" / made.sha256

    def test_a_lost_photo_comes_back_by_itself(self, safety, qtbot, three, photo):
        look(safety, qtbot)
        photo.unlink()
        look(safety, qtbot)
        assert photo.read_bytes() == b"a photo"
        assert said(safety._window) == []

    def test_one_that_lies_whole_nowhere_is_told_once_and_stands_on_the_card(
        self, safety, qtbot, three, photo
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

    def test_the_check_brings_it_back_and_says_so(self, safety, qtbot, three, photo):
        three.journal.safe.backups.make()
        photo.unlink()
        safety._window.open_page("safe", "repair")
        card = safety._window.page.cards["repair"]
        card.check.click()
        settled(safety, qtbot)
        assert photo.read_bytes() == b"a photo"
        assert "1 photo or hand-out was not whole here, and came back" in card._said.text()

    def test_the_check_tells_what_is_whole_nowhere(self, safety, qtbot, photo):
        photo.unlink()
        safety._window.open_page("safe", "repair")
        card = safety._window.page.cards["repair"]
        card.check.click()
        settled(safety, qtbot)
        assert "is not in the journal’s folder: zoo.jpg" in card._said.text()

    def test_a_copy_that_is_asked_for_brings_it_back_and_says_so(self, safety, qtbot, three, photo):
        card = backups_card(safety)
        told = told_by(card)
        card.now.click()
        settled(safety, qtbot)
        photo.unlink()
        card.now.click()
        settled(safety, qtbot)
        assert photo.read_bytes() == b"a photo"
        assert told[0] == "The copy is made and was read whole."
        assert "1 photo or hand-out was not whole here, and came back" in told[1]

    def test_so_does_one_for_the_second_place(self, safety, qtbot, three, stick, photo):
        card = backups_card(safety)
        told = told_by(card)
        card.second.copy_now()
        settled(safety, qtbot)
        change_on_disk(photo)  # and the one beside the copies here, which is the same file
        card.second.copy_now()
        settled(safety, qtbot)
        assert photo.read_bytes() == b"a photo"
        assert "1 photo or hand-out was not whole here, and came back" in told[1]
        change_on_disk(photo)
        change_on_disk(stick.folder.media / photo.name)
        change_on_disk(three.journal.folder / "backups" / "media" / photo.name)
        card.second.copy_now()
        settled(safety, qtbot)
        assert "1 photo or hand-out is whole neither here nor in a copy" in told[2]
        assert "zoo.jpg" in told[2]

    def test_what_a_check_said_of_it_goes_once_it_is_back(
        self, safety, qtbot, three, photo, tmp_path
    ):
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

    def test_bringing_back_shows_the_photo_first_and_says_that_it_came(
        self, safety, qtbot, three, photo
    ):
        three.journal.safe.backups.make()
        photo.unlink()
        card = backups_card(safety)
        card.back.click()
        dialog = safety._window.findChild(RestoreDialog)
        dialog.list.setCurrentRow(0)
        settled(safety, qtbot)
        told = " ".join(one.text() for one in dialog.look.findChildren(QLabel))
        assert "come back: 1 photo or hand-out." in told
        dialog.bring.click()
        qtbot.waitUntil(photo.exists)
        heard = "This came back: 1 photo or hand-out."
        qtbot.waitUntil(lambda: heard in " ".join(said_by(safety._window.frame.toast)))


def said_by(widget):
    return [one.text() for one in widget.findChildren(QLabel)]
