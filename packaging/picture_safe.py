"""How a journal is kept safe, for pictures: a copy, a damage, and what other homes ask."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from homejournal.domain.homes import Home
from homejournal.domain.record import Kind
from homejournal.ui.dialogs.old_copies_dialog import OldCopiesDialog
from homejournal.ui.dialogs.purge_dialog import PurgeDialog
from homejournal.ui.pages.safe_backups import BackupsCard
from homejournal.ui.safety import Safety
from picture_password import FOLDER, chosen
from picture_scene import wait_until
from picture_things import delete_some

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


def be_asked_by_two(window: "MainWindow") -> None:
    """Let two other homes ask to delete the same note for good, and one of them one more."""
    journal = window.journal
    if journal.safe.purging.requests():
        return
    notes = journal.records.all_of(Kind.NOTE)
    said = [journal.records.history(one.id)[0].revision for one in notes[:2]]
    for name, asked in (("With Dad", said), ("With Grandma", said[:1])):
        home = Home(id=uuid4(), name=name)
        journal.records.save(home)
        journal.safe.purging.request(asked, home.id)


def keep_what_was_deleted(window: "MainWindow") -> None:
    """Make a copy, and then delete something that stands in it."""
    keep_copies(window)
    delete_some(window)


def emptied(window: "MainWindow") -> QWidget:
    """Empty the bin for good: the copies that still hold what was in it are shown."""
    asked = next(one for one in window.findChildren(PurgeDialog) if one.isVisible())
    asked.yes.click()
    wait_until(lambda: any(one.isVisible() for one in window.findChildren(OldCopiesDialog)))
    return next(one for one in window.findChildren(OldCopiesDialog) if one.isVisible())


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
