"""Keep it safe: a second place for copies, which is always encrypted."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from homejournal.storage.file.file_encryption import is_encrypted
from homejournal.ui.base.second_place import chosen_place
from homejournal.ui.safe.copies.second_place_part import sheets_at
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from tests.services.passwords import set_password_only, take_password_away
from tests.ui.keyrings import keyring_here
from tests.ui.safe.password.password_steps import dialog_of, encrypted, to_the_groups
from tests.ui.safe.safe_page import card, safe
from tests.ui.waiting import idle

__all__ = ["keyring_here", "safe"]


def copies_on(stick):
    return list(stick.rglob("*.hj"))


@pytest.mark.parametrize("name", ["Recovery sheet 2026-03-22.pdf", "Hoja de recuperación (1).pdf"])
def test_a_sheet_that_lies_where_copies_go_is_told_kindly(safe, hands, qtbot, stick, name):
    set_password_only(safe.journal)
    (stick / "other.pdf").write_bytes(b"%PDF")
    (stick / "copies").mkdir()
    (stick / name).write_bytes(b"%PDF")
    assert sheets_at(stick / "copies", [stick]) == []
    assert sheets_at(stick, [stick]) == [name]
    part = card(safe).second
    part.take(stick)
    qtbot.waitUntil(lambda: len(copies_on(stick)) == 1 and idle(safe))
    told = " ".join(hands.texts(part)).replace("\u200b", "")
    assert f"\nThe recovery sheet is there, too: {name}. Move it elsewhere" in told
    (stick / name).unlink()
    part.show_values()
    assert "recovery sheet is there" not in " ".join(hands.texts(part))


def test_a_sheet_beside_the_folder_of_copies_on_one_stick_is_told(stick):
    (stick / "copies").mkdir()
    (stick / "Recovery sheet 2026-03-22.pdf").write_bytes(b"%PDF")
    assert sheets_at(stick / "copies", [stick]) == []
    assert sheets_at(stick / "copies", []) == ["Recovery sheet 2026-03-22.pdf"]


class TestWithoutAPassword:
    def test_one_is_set_first_and_then_the_copy_goes_there(
        self, keyring_here, safe, hands, qtbot, stick
    ):
        part = card(safe).second
        assert part.choose.text() == "Choose a second place…"
        part.choose.click()
        where = part.findChild(QFileDialog)
        where.fileSelected.emit(str(stick))
        where.reject()
        assert part.needs.isVisible()
        assert part.needs.text().endswith("This computer can open it without asking.")
        assert chosen_place(safe.desk) is None
        assert list(stick.iterdir()) == []
        part.needs.button.click()
        dialog = dialog_of(SetPasswordDialog)
        assert dialog.choose.here.choice.isChecked()
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        dialog.copies.leave.click()
        qtbot.waitUntil(lambda: len(copies_on(stick)) == 1 and idle(safe))
        assert is_encrypted(copies_on(stick)[0])
        assert safe.journal.safe.password.is_remembered_here
        assert not part.needs.isVisible()
        assert not card(safe, "password").lock.isHidden()
        qtbot.waitUntil(lambda: any("Second place:" in text for text in hands.texts(safe.page)))
        assert part.choose.text() == "Another place…"

    def test_who_leaves_it_has_no_second_place(self, safe, qtbot, stick):
        part = card(safe).second
        part.take(stick)
        part.needs.button.click()
        dialog_of(SetPasswordDialog).reject()
        assert part.needs.isVisible()
        assert chosen_place(safe.desk) is None
        assert copies_on(stick) == []

    def test_once_it_is_taken_away_no_new_ones_go_there_until_there_is_one(
        self, safe, qtbot, stick
    ):
        set_password_only(safe.journal)
        part = card(safe).second
        part.take(stick)
        qtbot.waitUntil(lambda: len(copies_on(stick)) == 1 and idle(safe))
        take_password_away(safe.journal)
        safe.page.refresh()
        assert "Until it has one, no new copies go there." in part.needs.text()
        assert not part.copy.isEnabled()
        part.needs.button.click()
        dialog = dialog_of(SetPasswordDialog)
        assert dialog.choose.here.isHidden()
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        dialog.copies.leave.click()
        qtbot.waitUntil(lambda: len(copies_on(stick)) == 2 and idle(safe))
        assert all(is_encrypted(copy) for copy in copies_on(stick))
        assert part.copy.isEnabled()

    def test_the_example_family_needs_none(self, example, open_window, hands):
        window = open_window(example, page="safe")
        card(window).unfold()
        assert not card(window).second.choose.isEnabled()
        assert any("The example family needs none." in text for text in hands.texts(window.page))


class TestWithOne:
    @pytest.fixture(autouse=True)
    def _locked(self, safe):
        set_password_only(safe.journal)
        safe.page.refresh()

    def test_the_card_says_what_is_true_after_a_copy_went_there(self, safe, hands, qtbot, stick):
        card(safe).second.take(stick)
        qtbot.waitUntil(
            lambda: any("1 copy on this computer" in text for text in hands.texts(safe.page))
        )
        shutil.rmtree(safe.journal.folder / "backups")
        safe.page.refresh()
        told = hands.texts(safe.page)
        assert "No copy on this computer · some at the second place" in told

    def test_a_stick_that_is_away_is_said_to_be_fine(self, safe, hands, qtbot, stick):
        part = card(safe).second
        part.take(stick)
        qtbot.waitUntil(lambda: len(copies_on(stick)) == 1 and idle(safe))
        shutil.rmtree(stick)
        part.copy_now()
        qtbot.waitUntil(lambda: idle(safe))
        assert any(
            "It is not there today. That is fine." in text for text in hands.texts(safe.page)
        )
        assert "failure" not in safe.frame.__dict__
        assert not part.copy.isEnabled()
        part.stop.click()
        assert chosen_place(safe.desk) is None

    def test_a_place_that_cannot_be_is_told(self, safe, hands):
        part = card(safe).second
        part.take(safe.journal.folder / "backups")
        assert any("inside the journal’s own folder" in text for text in hands.texts(part))
        assert chosen_place(safe.desk) is None
        assert not part.needs.isVisible()
        part.take(safe.journal.folder.parent / "nowhere")
        assert part.needs.button.text() == "Try again"
        assert chosen_place(safe.desk) is None
        part.copy_now()  # no place, nothing to do
        QApplication.processEvents()
