"""Keep it safe: a second place that is away, comes back, or is full, and where the keyboard is."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from homejournal.domain.errors import DiskFullError, JournalMissingError
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.ui.safe.copies import second_place_part
from tests.services.passwords import set_password_only
from tests.ui.safe.safe_page import card, safe
from tests.ui.waiting import idle

__all__ = ["safe"]


@pytest.fixture
def stick(tmp_path):
    path = tmp_path / "stick-with-a-name-that-is-long-enough"
    path.mkdir()
    return path


@pytest.fixture
def part(safe, qtbot, stick):
    """A copy lies at the place, and the keyboard is at the way to bring the next one."""
    set_password_only(safe.journal)
    card(safe).unfold()
    second = card(safe).second
    second.take(stick)
    qtbot.waitUntil(lambda: len(list(stick.rglob("*.hj"))) == 1 and idle(safe))
    second.copy.setFocus()
    return second


@pytest.fixture
def away(stick):
    """The stick was pulled out, and the page does not know it yet."""
    elsewhere = stick.with_name("elsewhere")
    stick.rename(elsewhere)
    return elsewhere


class TestAway:
    def test_a_press_says_so_and_the_keyboard_stays_in_this_part(
        self, safe, part, hands, away, announced
    ):
        hands.press(Qt.Key.Key_Space)
        assert safe.focusWidget() is part.choose
        assert not part.copy.isEnabled()
        (heard,) = announced
        assert heard.startswith("Your second place is not there today")
        assert heard in hands.texts(part)

    def test_pulled_out_while_copying_it_is_said_too(
        self, safe, part, hands, qtbot, stick, announced, monkeypatch
    ):
        def pulled(*_told):
            shutil.rmtree(stick)
            raise JournalMissingError(stick)

        monkeypatch.setattr(SecondPlace, "take_beside", pulled)
        hands.press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: idle(safe))
        QApplication.processEvents()
        assert announced[-1].startswith("Your second place is not there today")
        qtbot.waitUntil(lambda: not part.work.isVisible())
        assert safe.focusWidget() is part.choose

    def test_back_again_it_is_noticed_without_a_press_and_heard_once(
        self, safe, part, hands, qtbot, stick, away, announced, monkeypatch
    ):
        hands.press(Qt.Key.Key_Space)
        announced.clear()
        part._coming._timer.setInterval(10)
        away.rename(stick)
        qtbot.waitUntil(part.copy.isEnabled)
        qtbot.wait(50)
        (heard,) = announced
        assert "Newest copy" in heard
        assert safe.focusWidget() is part.choose
        assert not any("not there today" in text for text in hands.texts(part))

    def test_it_is_looked_for_only_while_it_is_away_and_in_sight(self, safe, part, stick, away):
        looks = part.findChild(second_place_part.PlaceWatcher)
        assert not looks.is_looking
        safe.page.refresh()
        assert looks.is_looking
        safe.open_page("today")
        assert not looks.is_looking
        safe.open_page("safe")
        assert looks.is_looking
        away.rename(stick)
        safe.page.refresh()
        assert not looks.is_looking


class TestFull:
    def test_it_is_called_as_it_was_chosen_without_a_break_in_its_name(
        self, safe, part, hands, qtbot, stick, announced, monkeypatch
    ):
        def full(*_told):
            raise DiskFullError(stick / "homejournal-a15383d4-86cc0665")

        monkeypatch.setattr(SecondPlace, "take_beside", full)
        hands.press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: idle(safe))
        (heard,) = [one for one in announced if "is full" in one]
        assert heard.startswith(f"Your second place {stick} is full")


class TestInSight:
    def test_what_became_of_the_copy_is_seen_whole(self, safe, part, qtbot, stick):
        safe.resize(900, 480)
        QApplication.processEvents()
        bar = safe.page._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        part.copy_now()
        qtbot.waitUntil(lambda: idle(safe))
        qtbot.waitUntil(lambda: safe.focusWidget() is part.copy)
        view = safe.page._scroll.viewport()
        seen = QRect(part.mapTo(view, QPoint(0, 0)), part.size())
        assert view.rect().contains(seen)


def test_choosing_begins_where_sticks_appear(safe, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    second = card(safe).second
    second.choose.click()
    where = second.findChild(QFileDialog)
    drives = (Path("/run/media"), Path("/media"), Path("/Volumes"))
    begins = Path(where.directory().path())
    assert begins == tmp_path or begins in drives
    assert not where.directory().path().startswith(str(Path.cwd()))
    where.reject()
