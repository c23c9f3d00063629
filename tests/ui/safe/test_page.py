"""Keep it safe: copies, a second place, and checking that all is there."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.opening import open_journal
from homejournal.ui.base.second_place import FAILING
from homejournal.ui.safe.repair import RepairDialog
from tests.ui.safe.safe_page import card, make_a_copy, safe
from tests.ui.waiting import idle

__all__ = ["safe"]


def test_a_copy_is_made_beside_the_work_and_the_keyboard_comes_back(safe, hands, qtbot):
    assert any("No copy here yet" in text for text in hands.texts(safe.page))
    card(safe).now.setFocus()
    make_a_copy(safe, qtbot)
    assert any("1 copy on this computer" in text for text in hands.texts(safe.page))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card(safe).now)
    assert safe.frame.toast.isVisible()


def test_a_copy_that_cannot_be_made_is_one_quiet_sentence(safe, hands, qtbot):
    (safe.journal.folder / "backups").write_text("in the way", encoding="utf-8")
    card(safe).now.click()
    qtbot.waitUntil(card(safe)._not_made.isVisible)
    assert "The last copy could not be made" in card(safe)._not_made.text()
    assert QApplication.activeModalWidget() is None


def test_two_homes_wait_in_a_calm_first_month_until_somebody_looks_for_them(safe):
    assert safe.page.cards["sharing"].isHidden()
    safe.open_page("safe", "sharing")
    assert safe.page.cards["sharing"].isVisible()
    safe.open_page("today")
    safe.open_page("safe")
    assert safe.page.cards["sharing"].isVisible()


def test_what_is_shared_is_told_in_the_first_month_too(safe, tmp_path):
    safe.journal.safe.sharing.begin(Audience.OWN, tmp_path, tmp_path / "settings")
    safe.open_page("today")
    safe.open_page("safe")
    assert safe.page.cards["sharing"].isVisible()


def test_who_wants_no_calm_sees_two_homes_at_once(safe):
    safe.open_page("today")
    safe.journal.change_settings(replace(safe.journal.settings, calm=False))
    safe.open_page("safe")
    assert safe.page.cards["sharing"].isVisible()


def test_since_when_copies_fail_is_shown(safe, hands):
    safe.desk.preferences.remember(FAILING, "2026-03-20")
    safe.open_page("today")
    safe.open_page("safe")
    assert "Since March 20, 2026 no copy could be made." in hands.texts(safe.page)


class TestChecking:
    def test_a_sound_journal_is_one_sentence(self, safe, hands, qtbot):
        mine = card(safe, "repair")
        assert not mine.repair.isVisible()
        mine.check.click()
        qtbot.waitUntil(mine._said.isVisible)
        assert mine._said.text().startswith("Your journal is whole: ")
        assert mine.check.isEnabled()

    @pytest.mark.measured
    def test_stopped_it_says_nothing(self, safe, qtbot):
        mine = card(safe, "repair")
        mine.check.click()
        mine.work.stop.click()
        qtbot.waitUntil(lambda: idle(safe))
        assert not mine._said.isVisible()
        assert mine.check.isEnabled()

    def test_damage_leads_to_the_repair_from_every_page(self, safe, hands, qtbot):
        file = safe.journal.folder / "journal.hj"
        safe.journal.safe.backups.make()
        raw = file.read_bytes()
        at = raw.rfind(b'"text":"He signed')
        file.write_bytes(raw[:at] + raw[at : at + 30].upper() + raw[at + 30 :])
        mine = card(safe, "repair")
        mine.check.click()
        qtbot.waitUntil(mine.repair.isVisible)
        assert "damaged" in mine._said.text()
        safe.open_page("today")
        assert safe.frame.read_only.isVisible()
        safe.frame.read_only.button.click()
        assert safe.page_name == "safe"
        wanted = []
        safe.reopen_wanted.connect(wanted.append)
        mine.repair.click()
        dialog = safe.findChild(RepairDialog)
        qtbot.waitUntil(dialog.isVisible)
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
        # Qt shows what was added to a layout a moment later.
        told = "entries and changes are there"
        qtbot.waitUntil(lambda: any(told in text for text in hands.texts(dialog)))
        dialog.accept_button.click()
        assert wanted == [safe]
        safe.close()
        clock = safe.journal._session.clock
        again = open_journal(safe.journal.folder, clock=clock, device=safe.journal._store.device)
        assert again.read_only_because is None
        assert [one.text for one in again.records.all_of(Kind.NOTE)] == ["He signed more"]
        again.close()

    @pytest.mark.measured
    def test_a_file_that_does_not_even_read_is_damage(self, safe, qtbot):
        file = safe.journal.folder / "journal.hj"
        raw = bytearray(file.read_bytes())
        raw[4096:-4096] = bytes(len(raw) - 8192)
        file.write_bytes(raw)
        mine = card(safe, "repair")
        mine.check.click()
        qtbot.waitUntil(mine.repair.isVisible)


def test_the_page_opens_at_a_card(safe, qtbot):
    safe.open_page("today")
    safe.open_page("safe", "repair")
    assert QApplication.focusWidget() is card(safe, "repair").check
    safe.open_page("safe", "backups")
    assert QApplication.focusWidget() is card(safe).now
    safe.open_page("safe", "nothing of this name")


def test_without_a_child_the_page_opens_too(empty_journal, open_window):
    window = open_window(empty_journal, page="safe")
    assert window.page_name == "safe"
