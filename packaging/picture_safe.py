"""How a journal is kept safe, for pictures: a copy, a damage, and what other homes ask."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QLabel, QWidget

from homejournal.domain.records.people import Home
from homejournal.domain.records.record import Kind
from homejournal.ui.base.second_place import choose_place
from homejournal.ui.delete_for_good.delete_dialog import DeleteForGoodDialog
from homejournal.ui.delete_for_good.deletion import OldCopiesDialog
from homejournal.ui.safe.copies.card import BackupsCard
from homejournal.ui.safe.copies.safety_checks import SafetyChecks
from homejournal.ui.widgets.wrapping_labels import breakable
from picture_password import FOLDER, chosen, with_password
from picture_scene import wait_until
from picture_things import delete_some

if TYPE_CHECKING:
    from homejournal.ui.window.main_window import MainWindow

STICK = Path("/media/dana/stick")
"""Where the second place lies in the pictures."""


def keep_copies(window: "MainWindow") -> None:
    """Make a copy of the journal, where there is none."""
    backups = window.journal.safe.backups
    if not backups.here():
        backups.make_beside(lambda: True)


def choose_a_stick(window: "MainWindow") -> None:
    """Choose a second place for the copies of a journal with a password."""
    with_password(window)
    stick = window.journal.folder.parent / "stick"
    stick.mkdir(exist_ok=True)
    window.journal.safe.backups.second_place(stick).begin()
    choose_place(window.desk, stick)
    window.open_page("today")  # the page on keeping it safe asks anew once it is opened


def copied_to_the_stick(window: "MainWindow") -> QWidget:
    """Make a copy, and bring it to the second place."""
    part = _copies_of(window).second
    part.copy_now()
    wait_until(lambda: not part.work.is_busy)
    window.frame.toast.hide()
    own = window.desk.wording.own
    here, shown = breakable(own(str(window.journal.folder.parent / "stick"))), own(str(STICK))
    for label in part.findChildren(QLabel):
        label.setText(label.text().replace(here, shown))
    return window


def want_a_second_place(window: "MainWindow") -> QWidget:
    """Choose a stick for copies of a journal that has no password yet."""
    part = _copies_of(window).second
    part.take(STICK)
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
    said = [journal.records.history(note.id)[0].revision for note in notes[:2]]
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
    asked = next(
        dialog for dialog in window.findChildren(DeleteForGoodDialog) if dialog.isVisible()
    )
    asked.yes.click()
    wait_until(lambda: any(dialog.isVisible() for dialog in window.findChildren(OldCopiesDialog)))
    return next(dialog for dialog in window.findChildren(OldCopiesDialog) if dialog.isVisible())


def _copies_of(window: "MainWindow") -> BackupsCard:
    found = window.findChild(BackupsCard)
    if found is None:
        raise RuntimeError("this is another page")
    return found


def find_damage(window: "MainWindow") -> None:
    """Let the window tell of a damaged journal."""
    window.journal.safe.checkup.note_damage()
    SafetyChecks(window).show_damage()
    bar, here = window.frame.read_only, str(window.journal.folder)
    bar.set_text(bar.text().replace(here, str(FOLDER)), bar.button.text())
