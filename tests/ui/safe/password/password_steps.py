"""What the tests of a first password share: its dialog, gone through step by step."""

from PySide6.QtWidgets import QApplication

from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog

TYPED = "blanket river seven toast"


def dialog_of(kind):
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind)]
    return next(one for one in found if one.isVisible())


def to_the_groups(dialog, qtbot):
    """Choose the password and look at the sheet; return the groups that are printed."""
    dialog.choose.new.first.setText(TYPED)
    dialog.choose.new.again.setText(TYPED)
    dialog.next.click()
    dialog.sheet.print.click()
    sheet = dialog_of(RecoverySheetDialog)
    qtbot.waitUntil(lambda: bool(sheet._pages), timeout=20_000)
    groups = sheet.sheet().groups
    sheet.reject()
    dialog.next.click()
    assert not dialog.type_in.isHidden()
    return groups


def encrypted(dialog, groups, qtbot):
    """Type the groups, and wait until the journal is encrypted."""
    for number, field in zip(dialog.type_in.numbers, dialog.type_in.fields, strict=True):
        field.setText(groups[number - 1].lower())
    dialog.next.click()
    qtbot.waitUntil(lambda: not dialog.copies.isHidden(), timeout=20_000)
