"""After deleting for good: the old copies are asked about."""

from pathlib import Path

import pytest

from homejournal.domain.errors import DiskError
from homejournal.domain.safe.deleting_for_good import OldCopy
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.base.second_place import choose_place
from homejournal.ui.delete_for_good.deletion import OldCopiesDialog
from tests.services.passwords import set_password_only
from tests.traces import traces
from tests.ui.safe.deleting_card import (
    WORDS,
    a_note,
    card,
    dialog,
    dialogs,
    opened,
    window,
)
from tests.ui.waiting import settle

__all__ = ["card", "window"]


class TestOldCopies:
    @pytest.fixture
    def held(self, window, card, three, hands, qtbot):
        gone = a_note(three)
        copies = [three.journal.safe.backups.make() for _ in range(2)]
        three.journal.records.delete(gone.id)
        hands.click(opened(card, Going.BIN).yes)
        settle(window, qtbot)
        return copies

    def test_they_are_asked_about_right_after_and_go_once_a_fresh_one_is_there(
        self, window, card, three, hands, held, qtbot
    ):
        asked = dialog(OldCopiesDialog)
        assert len(asked.ticks) == 2
        hands.click(asked.delete)
        qtbot.waitUntil(lambda: dialogs(OldCopiesDialog) == [])
        settle(window, qtbot)
        assert not card.held.isVisible()
        assert traces(three.journal.folder, WORDS) == []
        assert len(three.journal.safe.backups.here()) == 1
        told = hands.texts(window.page.cards["backups"])
        assert any("1 copy on this computer" in one for one in told)

    @pytest.fixture
    def second(self, window, three, tmp_path):
        set_password_only(three.journal)
        (tmp_path / "stick").mkdir()
        choose_place(window.desk, tmp_path / "stick")
        place = three.journal.safe.backups.second_place(tmp_path / "stick")
        place.begin()
        return place

    @pytest.fixture
    def held_there(self, window, card, three, hands, second, qtbot):
        gone = a_note(three)
        copy = second.take(three.journal.safe.backups.make())
        three.journal.records.delete(gone.id)
        hands.click(opened(card, Going.BIN).yes)
        settle(window, qtbot)
        return copy

    def test_the_second_place_gets_a_fresh_copy_where_its_last_one_went(
        self, window, three, hands, second, held_there, qtbot
    ):
        asked = dialog(OldCopiesDialog)
        assert held_there.path in [one.path for one in asked.ticked()]
        hands.click(asked.delete)
        qtbot.waitUntil(lambda: dialogs(OldCopiesDialog) == [])
        settle(window, qtbot)
        (fresh,) = second.copies()
        (here,) = three.journal.safe.backups.here()
        assert fresh.path.read_bytes() == here.path.read_bytes()
        window.page.cards["backups"].unfold()
        told = hands.texts(window.page.cards["backups"])
        (place,) = (one for one in told if one.startswith("Second place:"))
        assert "Newest copy:" in place

    def test_a_second_place_that_is_out_of_reach_stops_nothing(
        self, window, card, hands, second, held_there, qtbot, monkeypatch
    ):
        def pulled_out(*_how):
            raise DiskError(second.chosen)

        asked = dialog(OldCopiesDialog)
        monkeypatch.setattr(SecondPlace, "take_if_due", pulled_out)
        hands.click(asked.delete)
        qtbot.waitUntil(lambda: dialogs(OldCopiesDialog) == [])
        settle(window, qtbot)
        assert second.copies() == []
        assert not card.held.isVisible()

    def test_the_buttons_stand_below_many_copies_without_scrolling(self, three, window, qtbot):
        made = three.clock()
        many = [OldCopy(path=Path(f"{place}.hj"), made=made) for place in range(12)]
        asked = OldCopiesDialog(window.desk, many, window)
        asked.ask()
        settle(window, qtbot)
        bottom = asked.keep.mapTo(asked, asked.keep.rect().bottomLeft()).y()
        assert bottom < asked.height()
        asked.close()

    def test_kept_ones_are_told_of_until_they_go(self, card, hands, announced, held, qtbot):
        hands.click(dialog(OldCopiesDialog).keep)
        assert card.held.isVisible()
        assert "2 older copies" in card.held.text()
        hands.click(card.held.button)
        asked = dialog(OldCopiesDialog)
        asked.ticks[0].box.click()
        hands.click(asked.delete)
        qtbot.waitUntil(lambda: "1 older copy" in card.held.text())
        assert [one for one in announced if "still hold" in one] == [card.held.text()]
        assert held[0].path.exists()

    def test_a_screen_reader_hears_of_them_once(
        self, window, card, three, hands, announced, held, qtbot
    ):
        asked = dialog(OldCopiesDialog)
        assert [one for one in announced if "still hold" in one] == []  # the dialog is read out
        assert "2 older copies still hold" in " ".join(hands.texts(asked))
        assert {tick.box.accessibleDescription() for tick in asked.ticks} == {""}
        hands.click(asked.keep)
        window.open_page("today")
        window.open_page("safe", "deleting")
        settle(window, qtbot)
        assert card.held.isVisible()
        assert [one for one in announced if "still hold" in one] == []

    def test_without_a_tick_there_is_nothing_to_press(self, held, hands):
        asked = dialog(OldCopiesDialog)
        for tick in asked.ticks:
            tick.box.click()
        assert not asked.delete.isEnabled()
        hands.click(asked.keep)

    def test_without_a_fresh_copy_none_goes(self, window, three, hands, held, qtbot, monkeypatch):
        def refused(_step):
            raise DiskError(three.journal.folder)

        monkeypatch.setattr(three.journal.safe.backups, "before", refused)
        asked = dialog(OldCopiesDialog)
        hands.click(asked.delete)
        settle(window, qtbot)
        assert asked.isVisible()
        assert asked.delete.isEnabled()
        assert all(copy.path.exists() for copy in held)
        asked.close()
