"""A folder that cannot be the second place yet waits: for a password, or for its stick."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from homejournal.domain.errors import DiskFullError
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.storage.file.file_encryption import is_encrypted
from homejournal.ui.base.second_place import chosen_place
from homejournal.ui.safe.password.card import RemovePasswordDialog
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from tests.services.passwords import TYPED, set_password_only
from tests.ui.safe.password import password_steps
from tests.ui.safe.password.password_steps import dialog_of, encrypted, to_the_groups
from tests.ui.safe.safe_page import card, safe
from tests.ui.waiting import idle, settle

__all__ = ["safe"]


@pytest.fixture
def part(safe):
    card(safe).unfold()
    return card(safe).second


@pytest.fixture
def focused(qapp):
    """Return what the keyboard comes to from now on, with what a screen reader says of it."""
    came_to = []

    def hear(_old, new):
        if new is not None:
            came_to.append((new.accessibleName(), new.accessibleDescription()))

    qapp.focusChanged.connect(hear)
    yield came_to
    qapp.focusChanged.disconnect(hear)


def copies_on(stick):
    return list(stick.rglob("*.hj"))


def password_set(window, button, qtbot, then=lambda: None):
    """Set a password by a button of the page, up to the end; `then` comes just before it."""
    button.click()
    dialog = dialog_of(SetPasswordDialog)
    encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
    then()
    dialog.copies.leave.click()
    settle(window, qtbot, 20_000)


def password_taken_away(window, qtbot, typed=TYPED):
    card(window, "password").off.click()
    dialog = dialog_of(RemovePasswordDialog)
    dialog.password.setText(typed)
    dialog.save()
    qtbot.waitUntil(lambda: not window.journal.safe.password.is_set, timeout=20_000)
    settle(window, qtbot)


class TestForAPassword:
    def test_the_password_of_the_card_lets_it_go_on_too(self, safe, part, qtbot, stick):
        part.take(stick)
        password_set(safe, card(safe, "password").set, qtbot)
        assert chosen_place(safe.desk).chosen == stick
        (copy,) = copies_on(stick)
        assert is_encrypted(copy)
        assert not part.needs.isVisible()

    def test_an_old_folder_does_not_come_back_once_it_is_taken_away(self, safe, part, qtbot, stick):
        part.take(stick)
        password_set(safe, card(safe, "password").set, qtbot)
        part.stop.click()
        password_taken_away(safe, qtbot, password_steps.TYPED)
        assert not part.needs.isVisible()
        assert not part.leave.isVisible()
        assert chosen_place(safe.desk) is None

    def test_it_can_be_left(self, safe, part, stick):
        part.take(stick)
        part.needs.button.click()
        dialog_of(SetPasswordDialog).reject()
        assert part.needs.isVisible()
        assert part.leave.isVisible()
        part.leave.click()
        assert not part.needs.isVisible()
        assert not part.leave.isVisible()
        assert safe.focusWidget() is part.choose
        safe.page.refresh()
        assert not part.needs.isVisible()

    def test_no_second_place_any_more_leaves_it_too(self, safe, part, qtbot, stick, tmp_path):
        set_password_only(safe.journal)
        part.take(stick)
        settle(safe, qtbot, 20_000)
        password_taken_away(safe, qtbot)
        assert "Until it has one, no new copies go there." in part.needs.text()
        assert not part.leave.isVisible()
        (tmp_path / "other").mkdir()
        part.take(tmp_path / "other")
        assert part.leave.isVisible()
        part.stop.click()
        assert not part.needs.isVisible()
        assert not part.leave.isVisible()

    def test_the_reason_is_heard_once(self, part, stick, announced, focused):
        part.choose.setFocus()
        focused.clear()
        part.take(stick)
        QApplication.processEvents()
        assert not any("always encrypted" in one for one in announced)
        assert focused == [("Set a password…", part.needs.text())]

    def test_at_the_end_the_keyboard_is_at_copying(self, safe, part, qtbot, stick):
        part.choose.setFocus()
        part.take(stick)
        password_set(safe, part.needs.button, qtbot)
        qtbot.waitUntil(lambda: safe.focusWidget() is part.copy)
        assert part.copy.isVisible()
        assert part.copy.isEnabled()

    def test_at_the_end_what_became_of_it_is_in_sight(self, safe, part, qtbot, stick):
        safe.resize(900, 480)
        part.choose.setFocus()
        part.take(stick)
        bar = safe.page.findChild(QScrollArea).verticalScrollBar()
        password_set(safe, part.needs.button, qtbot, then=lambda: bar.setValue(bar.maximum()))
        qtbot.waitUntil(lambda: safe.focusWidget() is part.copy)
        assert part.visibleRegion().boundingRect() == part.rect()


class TestForItsStick:
    @pytest.fixture
    def pulled(self, safe, part, qtbot, stick):
        """The stick is pulled out while the password is set."""
        part.take(stick)
        password_set(safe, part.needs.button, qtbot, then=stick.rmdir)
        return stick

    def test_a_stick_pulled_out_meanwhile_is_said_and_its_folder_waits(
        self, safe, part, qtbot, pulled
    ):
        assert chosen_place(safe.desk) is None
        assert part.needs.isVisible()
        assert "plugged in" in part.needs.text()
        assert "What you typed" not in part.needs.text()
        assert "failure" not in safe.frame.__dict__
        assert safe.focusWidget() is part.needs.button
        pulled.mkdir()
        part.needs.button.click()
        settle(safe, qtbot, 20_000)
        assert len(copies_on(pulled)) == 1
        assert not part.needs.isVisible()

    def test_tried_again_in_vain_it_is_heard_again(self, safe, part, qtbot, pulled, announced):
        safe.activateWindow()
        qtbot.waitUntil(part.needs.button.hasFocus)
        part.needs.button.click()
        assert announced == [part.needs.text()]
        part.leave.click()
        assert not part.needs.isVisible()

    def test_what_refuses_a_copy_is_said_without_typed_words(
        self, safe, part, qtbot, stick, monkeypatch, announced
    ):
        def full(*_told):
            raise DiskFullError(stick)

        set_password_only(safe.journal)
        monkeypatch.setattr(SecondPlace, "take_beside", full)
        part.take(stick)
        qtbot.waitUntil(lambda: idle(safe))
        assert "failure" not in safe.frame.__dict__
        (told,) = [one for one in announced if "is full" in one]
        shown = [label for label in part.findChildren(QLabel) if label.isVisible()]
        assert told in [one.accessibleName() or one.text() for one in shown]
        assert "What you typed" not in told
        shutil.rmtree(stick)
