"""A picture of a locked copy, for which a recovery sheet is typed with a slip."""

from datetime import datetime, time
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import create_journal
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from picture_password import TYPED
from picture_scene import wait_until

if TYPE_CHECKING:
    from homejournal.ui.window.main_window import MainWindow


def slip_in_the_sheet(window: "MainWindow") -> QWidget:
    """Choose a copy of a journal with a password, and type a sheet whose fifth group is not so."""
    folder = window.journal.folder.parent / f"desk {uuid4()}"
    evening = datetime.combine(window.journal.today(), time(19)).astimezone()
    desk = create_journal(folder, clock=lambda: evening, device=uuid4())
    service = desk.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    copy = desk.safe.backups.make().path
    desk.close()
    dialog = next(
        restore_dialog
        for restore_dialog in window.findChildren(RestoreDialog)
        if restore_dialog.isVisible()
    )
    dialog.show_file(copy)
    wait_until(dialog.look.password.isVisible)
    groups = list(groups_of(bytes(range(32))))
    groups[4] = "185H"
    dialog.look.shown.click()
    dialog.look.password.setText(" ".join(groups))
    dialog.look.unlock.click()
    wait_until(lambda: not dialog.work.is_busy and dialog.look.password.isVisible())
    return dialog
