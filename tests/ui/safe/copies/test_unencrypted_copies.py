"""Keep it safe: damaged copies at the second place that anybody can read, and a locked stick."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import DiskFullError, PlaceReadOnlyError
from homejournal.domain.safe.backups import NoSecondCopyReason
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.ui.base.second_place import (
    choose_place,
    not_there_since,
    remember_there,
)
from tests.journals import note
from tests.services.passwords import set_password_only
from tests.ui.safe.safe_page import card, safe
from tests.ui.waiting import idle, settle

__all__ = ["safe"]

DAMAGED = b"SQLite format 3\0" + bytes(5000)


@pytest.fixture
def part(safe, qtbot, stick):
    """A copy lies at the place."""
    set_password_only(safe.journal)
    second = card(safe).second
    second.take(stick)
    settle(safe, qtbot, 20_000)
    return second


@pytest.fixture
def damaged(safe, part, stick):
    """A damaged plain copy lies there, too, and the page shows it."""
    (own,) = stick.iterdir()
    file = own / "00000001-20250101T100000Z.hj"
    file.write_bytes(DAMAGED)
    safe.page.refresh()
    return file


class TestDamagedOnes:
    def test_without_any_nothing_is_said(self, part):
        assert not part.plain.isVisible()

    def test_it_is_told_and_removed_with_one_press(
        self, safe, part, qtbot, damaged, hands, announced
    ):
        assert part.plain.isVisible()
        assert "1 damaged copy" in part.plain.notice.text()
        part.plain.notice.button.setFocus()
        hands.press(Qt.Key.Key_Space)
        settle(safe, qtbot, 20_000)
        qtbot.waitUntil(lambda: not part.plain.isVisible())
        assert not damaged.exists()
        assert "1 damaged copy is removed." in hands.texts(safe)
        qtbot.waitUntil(lambda: safe.focusWidget() is part.copy)

    def test_one_that_holds_more_stays_and_it_is_said_why(
        self, safe, part, qtbot, damaged, hands, tmp_path, clock
    ):
        from homejournal.services.opening import create_journal
        from tests.journals import DEVICE, planned

        other = create_journal(tmp_path / "other", clock=clock, device=DEVICE)
        _, what = planned(other)
        other.records.save(note(what.child, "Only there"))
        other.close()
        data = (tmp_path / "other" / "journal.hj").read_bytes()
        damaged.write_bytes(bytes(100) + data[100:])
        safe.page.refresh()
        part.plain.notice.button.click()
        settle(safe, qtbot, 20_000)
        assert damaged.exists()
        assert any(text.startswith("1 stays:") for text in hands.texts(part))

    def test_what_stands_in_the_way_is_said(
        self, safe, part, qtbot, damaged, hands, monkeypatch, announced
    ):
        def full(*_told):
            raise DiskFullError(damaged.parent)

        monkeypatch.setattr(SecondPlace, "drop_plain", full)
        part.plain.notice.button.click()
        settle(safe, qtbot, 20_000)
        assert damaged.exists()
        assert any("is full" in one for one in announced)
        assert any("is full" in text for text in hands.texts(part))

    def test_pulled_out_meanwhile_it_is_said_so(self, safe, part, qtbot, damaged, stick, announced):
        stick.rename(stick.with_name("away"))
        part.plain.notice.button.click()
        settle(safe, qtbot, 20_000)
        assert any(one.startswith("Your second place is not there") for one in announced)
        assert not part.plain.isVisible()

    def test_stopped_it_stays(self, safe, part, qtbot, damaged):
        part.plain.notice.button.click()
        part.plain.work.stop.click()
        settle(safe, qtbot, 20_000)
        assert not part.plain.work.is_busy
        choose_place(safe.desk, None)
        part.plain.notice.button.click()  # no place, nothing to do
        assert not part.plain.work.is_busy


class TestReadOnly:
    @pytest.fixture
    def locked(self, stick, monkeypatch):
        """Let nothing be written below the stick, as one with its slider locked."""
        real = os.open

        def refusing(path, flags, *more, **named):
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes and Path(os.fspath(path)).is_relative_to(stick):
                raise OSError(errno.EROFS, "Read-only file system", path)
            return real(path, flags, *more, **named)

        monkeypatch.setattr(os, "open", refusing)

    def test_it_is_said_what_it_is_and_what_may_help(self, safe, part, qtbot, locked, announced):
        part.copy_now()
        qtbot.waitUntil(lambda: idle(safe))
        QApplication.processEvents()
        (told,) = [one for one in announced if "can only be read" in one]
        assert "slider" in told

    def test_it_is_remembered_as_such(self, safe, part, stick):
        remember_there(safe.desk, PlaceReadOnlyError(stick))
        assert not_there_since(safe.desk).why is NoSecondCopyReason.READ_ONLY
        safe.page.refresh()
        assert "the place can only be read" in part._not_there.text()
