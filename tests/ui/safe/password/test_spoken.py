"""What a screen reader says on the way to a password, and what can be pressed at its end."""

import pytest

from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from tests.ui.safe.password.password_steps import TYPED, dialog_of, encrypted, to_the_groups


@pytest.fixture
def dialog(three, open_window):
    window = open_window(three.journal, page="safe", place="password")
    window.page.cards["password"].set.click()
    return dialog_of(SetPasswordDialog)


def test_a_step_is_told_with_all_that_stands_above_its_parts(dialog, announced):
    dialog.choose.new.first.setText(TYPED)
    dialog.choose.new.again.setText(TYPED)
    dialog.next.click()
    (said,) = announced
    assert said.startswith("2. Print the recovery sheet\n")
    assert "Without the password" in said
    dialog.reject()


def test_who_has_not_seen_the_sheet_hears_it_and_is_led_to_it(dialog, announced):
    dialog.choose.new.first.setText(TYPED)
    dialog.choose.new.again.setText(TYPED)
    dialog.next.click()
    dialog.next.setFocus()
    dialog.next.click()
    assert announced[-1].startswith("Print the sheet first")
    assert dialog.sheet.print.hasFocus()
    dialog.reject()


def test_the_end_tells_of_the_copies_and_says_what_would_be_deleted(dialog, qtbot, announced):
    encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
    assert announced[-1].startswith("The journal is encrypted\n1 copy ")
    assert dialog.copies.drop.text() == "Delete this copy"
    dialog.copies.drop.click()
    assert announced[-1].startswith("Everything in the journal’s folder is encrypted.")
    assert dialog.focusWidget() is dialog.copies.leave
    dialog.copies.leave.click()
