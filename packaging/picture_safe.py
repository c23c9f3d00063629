"""How a journal is kept safe, for pictures: a copy of it, and a damage."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from homejournal.ui.pages.safe_backups import BackupsCard
from homejournal.ui.safety import Safety
from picture_password import FOLDER, chosen

if TYPE_CHECKING:
    from homejournal.ui.main_window import MainWindow


def keep_copies(window: "MainWindow") -> None:
    """Make a copy of the journal, where there is none."""
    backups = window.journal.safe.backups
    if not backups.here():
        backups.make_beside(lambda: True)


def want_a_second_place(window: "MainWindow") -> QWidget:
    """Choose a stick for copies of a journal that has no password yet."""
    part = _copies_of(window).second
    part.take(Path("/media/dana/stick"))
    return window


def set_its_password(window: "MainWindow") -> QWidget:
    """Go on to the password that the second place needs."""
    want_a_second_place(window)
    _copies_of(window).second.needs.button.click()
    return chosen(window)


def _copies_of(window: "MainWindow") -> BackupsCard:
    found = window.findChild(BackupsCard)
    if found is None:
        raise RuntimeError("this is another page")
    return found


def find_damage(window: "MainWindow") -> None:
    """Let the window tell of a damaged journal."""
    window.journal.safe.checkup.note_damage()
    Safety(window).show_damage()
    bar, here = window.frame.read_only, str(window.journal.folder)
    bar.set_text(bar.text().replace(here, str(FOLDER)), bar.button.text())
