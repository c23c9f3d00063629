"""The second place of a journal whose password went, or that became another one."""

import shutil

import pytest

from homejournal.services.opening import create_journal
from homejournal.ui.base.second_place import (
    choose_place,
    chosen_place,
    not_there_since,
)
from homejournal.ui.safe.copies.safety_checks import SafetyChecks
from tests.journals import DEVICE, planned
from tests.services.passwords import set_password_only, take_password_away
from tests.ui.safe.copies.looking_after import backups_card, look, safety, said, stick

__all__ = ["safety", "stick"]


def days_go_by(safety, qtbot, clock, days):
    for _day in range(days):
        clock.move(days=1)
        look(safety, qtbot)


class TestWithoutItsPassword:
    @pytest.fixture(autouse=True)
    def _taken_away(self, three, stick):
        take_password_away(three.journal)

    def test_after_a_week_the_reason_is_told_once(self, safety, qtbot, stick, clock):
        window = safety._window
        look(safety, qtbot)
        days_go_by(safety, qtbot, clock, 6)
        assert said(window) == []
        days_go_by(safety, qtbot, clock, 1)
        assert stick.copies() == []
        (told,) = said(window)
        assert told.startswith("Your journal has no password now")
        assert "“Keep it safe”" in told
        safety._notice.button.click()
        days_go_by(safety, qtbot, clock, 9)
        assert said(window) == []

    def test_it_is_told_anew_where_one_was_set_and_taken_away_again(
        self, safety, qtbot, three, clock
    ):
        look(safety, qtbot)
        days_go_by(safety, qtbot, clock, 7)
        safety._notice.button.click()
        set_password_only(three.journal)
        look(safety, qtbot)
        assert not_there_since(safety._window.desk) is None
        take_password_away(three.journal)
        days_go_by(safety, qtbot, clock, 10)
        (told,) = said(safety._window)
        assert told.startswith("Your journal has no password now")

    def test_the_card_says_the_reason_and_not_since_when(self, safety, qtbot):
        look(safety, qtbot)
        second = backups_card(safety).second
        assert second.needs.isVisible()
        assert not second._not_there.isVisible()


class TestOfAJournalThatCameBack:
    @pytest.fixture
    def copy(self, tmp_path, clock):
        """Return a copy of another journal, which is gone."""
        old = create_journal(tmp_path / "old", clock=clock, device=DEVICE)
        planned(old)
        made = old.safe.backups.make()
        old.close()
        return made.path

    @pytest.fixture
    def window(self, empty_journal, open_window, tmp_path):
        """The window of a fresh journal, with a second place."""
        set_password_only(empty_journal)
        made = open_window(empty_journal)
        (tmp_path / "stick").mkdir()
        empty_journal.safe.backups.second_place(tmp_path / "stick").begin()
        choose_place(made.desk, tmp_path / "stick")
        return made

    @staticmethod
    def brought_back(window, copy):
        restoring = window.journal.safe.backups.restoring
        look = restoring.look(copy)
        window.desk.editing.do("Back", lambda: restoring.restore(copy, look).change)
        return look

    def test_its_place_stays_chosen(self, window, copy, qtbot, tmp_path):
        before = window.journal.settings.id
        look_of = self.brought_back(window, copy)
        assert window.journal.settings.id == look_of.journal_id != before
        assert chosen_place(window.desk).chosen == tmp_path / "stick"
        look(window.findChild(SafetyChecks), qtbot)
        assert len(chosen_place(window.desk).copies()) == 1
        window.desk.editing.undo()
        assert window.journal.settings.id == before
        assert chosen_place(window.desk).chosen == tmp_path / "stick"

    def test_a_place_that_is_away_is_told(self, window, copy, tmp_path):
        shutil.rmtree(tmp_path / "stick")
        self.brought_back(window, copy)
        assert chosen_place(window.desk) is None
        (told,) = said(window)
        assert told.startswith("The copy that you brought back has no second place")

    def test_where_none_was_chosen_nothing_is_told(self, window, copy):
        choose_place(window.desk, None)
        self.brought_back(window, copy)
        assert chosen_place(window.desk) is None
        assert said(window) == []
