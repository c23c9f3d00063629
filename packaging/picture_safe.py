"""How a journal is kept safe, for pictures: a copy of it, and a damage."""

from typing import TYPE_CHECKING

from homejournal.ui.safety import Safety
from picture_password import FOLDER

if TYPE_CHECKING:
    from homejournal.ui.main_window import MainWindow


def keep_copies(window: "MainWindow") -> None:
    """Make a copy of the journal, where there is none."""
    backups = window.journal.safe.backups
    if not backups.here():
        backups.make_beside(lambda: True)


def find_damage(window: "MainWindow") -> None:
    """Let the window tell of a damaged journal."""
    window.journal.safe.checkup.note_damage()
    Safety(window).show_damage()
    bar, here = window.frame.read_only, str(window.journal.folder)
    bar.set_text(bar.text().replace(here, str(FOLDER)), bar.button.text())
