"""What the tests of sheets of paper share: their dialog opened, drawn, and saved as a file."""

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton


def asked_for(window, line, kind):
    """Choose a line of the menus; return the dialog of that kind which it opens."""
    window.menus.action(line).trigger()
    return opened_one(kind)


def opened_one(kind):
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def drawn(dialog, qtbot):
    """Wait until what is chosen was drawn."""
    qtbot.waitUntil(lambda: not dialog._render.busy, timeout=20_000)


def save_at(dialog, hands, path):
    """Ask for the file; return the name that was offered for it."""
    hands.click(hands.named(dialog, QPushButton, "Save as PDF…"))
    return choose_file(dialog, path)


def save_locked(dialog, hands, path, password):
    """Ask for the file with a password, typed twice."""
    hands.click(hands.named(dialog, QPushButton, "PDF with a password…"))
    QApplication.processEvents()
    asking = QApplication.activeModalWidget()
    for field in (asking.password, asking.again):
        field.setText(password)
    hands.click(hands.named(asking, QPushButton, "Save the file…"))
    choose_file(dialog, path)


def choose_file(dialog, path):
    QApplication.processEvents()
    where = dialog.findChild(QFileDialog)
    named = where.findChild(QLineEdit).text()
    where.findChild(QLineEdit).setText(str(path))
    where.accept()
    return named


def told_saved(dialog, qtbot, name):
    """Wait until the dialog tells that the file is there."""
    qtbot.waitUntil(lambda: dialog.notice.text() == f"Saved as {name}", timeout=20_000)
