"""What the window does for the journal by itself: copies, room on the disk, a look at it."""

import shutil
from collections import namedtuple
from uuid import uuid4

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.domain.records.notes import Note
from homejournal.domain.sharing.cloud_folders import Carrier
from homejournal.services.before_opening import copies_in
from homejournal.services.opening import open_journal
from homejournal.ui.base.second_place import FAILING
from homejournal.ui.day_rows.menus import LineMenu
from homejournal.ui.safe.copies.safety_checks import SafetyChecks
from tests.ui.day_lines import offered
from tests.ui.safe.copies.looking_after import look, safety, said, settled, stick

__all__ = ["safety", "stick"]

Usage = namedtuple("Usage", "total used free")


def test_a_while_after_the_start_a_copy_is_made_and_room_is_held(safety, qtbot, three):
    assert safety._soon.isActive()
    look(safety, qtbot)
    assert len(three.journal.safe.backups.here()) == 1
    assert (three.journal.folder / "reserve.bin").exists()
    look(safety, qtbot)
    assert len(three.journal.safe.backups.here()) == 1


def test_the_example_family_needs_no_copies(example, open_window):
    window = open_window(example)
    assert not window.findChild(SafetyChecks)._soon.isActive()
    window.close()
    assert copies_in(example.folder) == []


def test_an_empty_journal_waits_for_its_first_child(empty_journal, open_window, qtbot):
    window = open_window(empty_journal)
    look(window.findChild(SafetyChecks), qtbot)
    assert empty_journal.safe.backups.here() == []


def test_the_second_place_gets_its_copy_of_the_day(safety, qtbot, stick):
    look(safety, qtbot)
    assert len(stick.copies()) == 1


def test_a_failing_copy_says_nothing_for_a_week_and_then_one_sentence(safety, qtbot, three, clock):
    (three.journal.folder / "backups").write_text("in the way", encoding="utf-8")
    look(safety, qtbot)
    assert said(safety._window) == []
    assert safety._window.desk.preferences.remembered(FAILING) == "2026-03-22"
    clock.move(days=7)
    look(safety, qtbot)
    assert len(said(safety._window)) == 1
    assert said(safety._window)[0].startswith("For a week no copy")
    (three.journal.folder / "backups").unlink()
    look(safety, qtbot)
    assert safety._window.desk.preferences.remembered(FAILING) is None


def test_a_second_place_is_asked_for_once_after_a_week(safety, qtbot, three, clock):
    look(safety, qtbot)
    assert said(safety._window) == []
    clock.move(days=8)
    look(safety, qtbot)
    assert "If this computer breaks" in said(safety._window)[0]
    safety._notice.button.click()
    assert said(safety._window) == []
    look(safety, qtbot)
    assert said(safety._window) == []


def test_a_cloud_is_told_of_once(safety, qtbot, three):
    three.journal.safe.carrier = Carrier.DROPBOX
    look(safety, qtbot)
    assert "Dropbox" in said(safety._window)[0]
    safety._notice.button.click()
    look(safety, qtbot)
    assert said(safety._window) == []


def test_a_full_disk_is_told_once_after_the_save_that_still_went_in(
    safety, qtbot, three, monkeypatch
):
    look(safety, qtbot)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1 << 40, 0, 100))
    window, journal = safety._window, three.journal
    for number in range(2):
        said_now = f"note {number}"
        fresh = Note(id=uuid4(), child=three.child.id, day=journal.today(), text=said_now)
        window.desk.editing.do("A note", lambda fresh=fresh: journal.records.save(fresh))
        assert journal.records.get(fresh.id) == fresh
    assert len(said(window)) == 1
    assert said(window)[0].startswith("The disk is nearly full.")


def test_it_is_not_said_that_all_is_saved_once_something_is_not(safety, qtbot, three, monkeypatch):
    look(safety, qtbot)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1 << 40, 0, 100))
    window, journal = safety._window, three.journal
    note = Note(id=uuid4(), child=three.child.id, day=journal.today(), text="She pointed")
    window.desk.editing.do("A note", lambda: journal.records.save(note))
    assert said(window)[0].startswith("The disk is nearly full.")

    def refused():
        raise DiskFullError(journal.folder)

    assert window.desk.editing.do("A step", refused) is None
    assert [told for told in said(window) if told.startswith("The disk is nearly full.")] == []
    assert window.frame.failure.isVisible()


def test_a_refused_save_is_tried_again_with_the_room_that_was_held(safety, three):
    three.journal.safe.reserve.hold()
    tried = []

    def save():
        tried.append(1)
        with three.journal._store.transaction():
            if len(tried) == 1:
                raise DiskFullError(three.journal.folder)
        return three.journal.records.save(three.mom)

    assert safety._window.desk.editing.do("A step", save) is not None
    assert len(tried) == 2
    assert "failure" not in safety._window.frame.__dict__


def test_a_glance_that_came_to_nothing_is_tried_again_by_the_next_look(
    safety, qtbot, three, monkeypatch
):
    def refused(*_asked):
        raise DiskError(three.journal.folder)

    glances = []
    checkup = three.journal.safe.checkup
    monkeypatch.setattr(checkup, "is_sound_at_first", refused)
    look(safety, qtbot)
    monkeypatch.setattr(checkup, "is_sound_at_first", lambda *_: glances.append(1) or True)
    look(safety, qtbot)
    look(safety, qtbot)
    assert glances == [1]


class TestDamage:
    @pytest.fixture
    def spoiled(self, safety, three):
        file = three.journal.folder / "journal.hj"
        raw = file.read_bytes()
        at = raw.rfind(b'"name":"Sign')
        file.write_bytes(raw[:at] + raw[at : at + 12].upper() + raw[at + 12 :])
        return safety

    def test_the_look_at_the_start_finds_it_and_says_so(self, spoiled, qtbot):
        window = spoiled._window
        look(spoiled, qtbot)
        assert window.frame.read_only.isVisible()
        assert "damaged" in window.frame.read_only.text()
        assert not window.desk.can_write
        assert window.journal.safe.backups.here() == []
        look(spoiled, qtbot)  # nothing more is done with it
        window.frame.read_only.button.click()
        assert window.page_name == "safe"

    def test_it_is_said_in_another_language_too(self, spoiled, qtbot):
        window = spoiled._window
        look(spoiled, qtbot)
        window.set_language("es")
        qtbot.waitUntil(window.frame.read_only.button.isVisible)
        window.frame.read_only.button.click()
        assert window.page_name == "safe"


def test_at_closing_a_last_copy_is_made_of_what_was_written(safety, three):
    three.plan("Read one page")
    window = safety._window
    window.close()
    assert not window.isVisible()
    assert len(copies_in(three.journal.folder)) == 1


def test_keys_that_a_killed_program_left_beside_a_plain_journal_go(three, open_window):
    keys = three.journal.folder / "keys.json"
    keys.write_text("{}")
    open_window(three.journal)
    assert not keys.exists()


def test_damage_that_is_found_lets_today_look_and_sound_only_read(safety, qtbot, three):
    window = safety._window
    window.open_page("today")
    line = window.page.lines[0]
    line.open_note()
    field, why = line.note.field, "This journal can only be read just now."
    before = field.grab().toImage().pixelColor(field.rect().center())
    assert field.placeholderText() == "Add a note (optional)"
    three.journal.safe.checkup.note_damage()
    safety.show_damage()
    QApplication.processEvents()
    assert field.isReadOnly()
    assert field.placeholderText() == why
    assert why in field.accessibleDescription()
    assert QAccessible.queryAccessibleInterface(field).state().readOnly
    assert field.grab().toImage().pixelColor(field.rect().center()) != before
    shown = [one for one in line.findChildren(QAbstractButton) if one.isVisible()]
    assert [type(one) for one in shown if one.isEnabled()] == [LineMenu]
    assert offered(line) == ["How we do it"]
    buttons = window.page.findChildren(QAbstractButton)
    assert not next(one for one in buttons if one.text() == "Write down a moment").isEnabled()


def test_room_for_a_full_disk_is_held_soon_after_the_start(safety, three, qtbot):
    held = three.journal.folder / "reserve.bin"
    assert not held.exists()
    qtbot.waitUntil(held.exists)
    settled(safety, qtbot)
    assert said(safety._window) == []


def test_no_room_is_held_where_the_journal_can_only_be_read(three, open_window, tmp_path, qtbot):
    three.journal.close()
    device = uuid4()
    reading = open_journal(tmp_path / "journal", clock=three.clock, device=device, write=False)
    safety = open_window(reading).findChild(SafetyChecks)
    safety.look_first()
    settled(safety, qtbot)
    assert not (three.journal.folder / "reserve.bin").exists()
