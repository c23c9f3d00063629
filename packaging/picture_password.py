"""Pictures of a password: each step to one, the window before a locked journal, and the cover."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from homejournal.domain.errors import WrongPasswordError
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.safe.unlocking import KeyringSecrets, Unlocking
from homejournal.storage.keys.keys_file import key_of
from homejournal.ui.base.second_place import choose_place
from homejournal.ui.helper.cover_window import HelperCover
from homejournal.ui.safe.password.lock import LockCover
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from homejournal.ui.safe.password.unlock_form import UnlockForm
from homejournal.ui.widgets.wrapping_labels import breakable
from homejournal.ui.window.unlock_window import UnlockWindow
from picture_scene import wait_until

if TYPE_CHECKING:
    from homejournal.ui.window.main_window import MainWindow

TYPED = "copper window nine apples"
OTHER = "garden kettle moon stairs"
"""Words that nobody is to take: they stand in a picture."""
FOLDER = Path("/home/dana/homejournal")
"""Where the journal lies in the pictures, so that they are always the same."""
_KEY = key_of(bytes(range(1, 33)))
"""Always the same, so that the number of the sheet is the same in each picture."""
_OWN_WINDOWS = (UnlockWindow, LockCover, HelperCover)


def ours(window: "MainWindow") -> None:
    """Take the mark of an example away, which needs no password."""
    journal = window.journal
    if journal.settings.example:
        journal.change_settings(replace(journal.settings, example=False))
        window.frame.example.hide()
        window.frame.space_notices()
        window.open_page("today")  # the page on keeping it safe asks anew once it is opened


def with_password(window: "MainWindow") -> None:
    """Give the journal a password."""
    ours(window)
    service = window.journal.safe.password
    if not service.is_set:
        service.finish(service.prepare_on(_KEY, TYPED))


def without_password(window: "MainWindow") -> None:
    """Take the journal's password away, and its second place with it.

    This computer has a keyring that could open one.
    """
    ours(window)
    choose_place(window.desk, None)
    service = window.journal.safe.password
    if service.is_set:
        service.finish(service.prepare_off())
    service.keyring = partial(KeyringSecrets, _EmptyKeyring())


class _EmptyKeyring:
    """A keyring in which nothing lies."""

    def get_password(self, _service: str, _username: str) -> str | None:
        return None

    def set_password(self, _service: str, _username: str, _password: str) -> None:
        raise NotImplementedError

    def delete_password(self, _service: str, _username: str) -> None:
        raise NotImplementedError


def chosen(window: "MainWindow") -> QWidget:
    """Type the new password, so that it can be read."""
    dialog = _steps(window)
    new = dialog.choose.new
    new.shown.setChecked(True)
    new.first.setText(TYPED)
    new.again.setText(TYPED)
    return dialog


def too_short(window: "MainWindow") -> QWidget:
    """Type a password that is too short, and go on."""
    dialog = _steps(window)
    dialog.choose.new.first.setText("noa")
    dialog.next.click()
    return dialog


def at_the_sheet(window: "MainWindow") -> QWidget:
    """Go on to the sheet."""
    dialog = _steps(window)
    chosen(window)
    dialog.next.click()
    return dialog


def the_sheet_itself(window: "MainWindow") -> QWidget:
    """Look at the sheet."""
    dialog = _steps(window)
    at_the_sheet(window)
    dialog.sheet.print.click()
    return _sheet_of(dialog)


def at_the_groups(window: "MainWindow") -> QWidget:
    """Type two groups from the paper, the second one wrong."""
    dialog = _steps(window)
    _go_to_groups(window)
    dialog.type_in.fields[1].setText("noa1")
    dialog.next.click()
    return dialog


def encrypted(window: "MainWindow") -> QWidget:
    """Go through all the steps."""
    dialog = _steps(window)
    _go_to_groups(window)
    dialog.next.click()
    wait_until(lambda: not dialog.copies.isHidden())
    return dialog


def before_the_journal(window: "MainWindow") -> QWidget:
    """Start the program: a small window asks for the password."""
    journal = window.journal
    settings = journal.safe.settings or journal.folder
    made = UnlockWindow(journal.folder, settings, window.desk.wording.language)
    made.setParent(window, Qt.WindowType.Window)
    made.ask()
    _until_free(made.form)
    own = window.desk.wording.own
    here, shown = breakable(own(str(journal.folder))), own(str(FOLDER))
    for label in made.findChildren(QLabel):
        label.setText(label.text().replace(here, shown))
    return made


def wrong(window: "MainWindow") -> QWidget:
    """Type another password than it is."""
    made = _before(window)
    _type_wrong(made.form)
    return made


def with_the_sheet(window: "MainWindow") -> QWidget:
    """Type the letters of the sheet, with a slip in the third group."""
    made = _before(window)
    made.form.ask_for_sheet()
    groups = [*groups_of(window.journal.safe.password.secret)]
    groups[2] = groups[2][::-1]
    made.form.by_sheet.letters.setPlainText(" ".join(groups).lower())
    made.form.by_sheet.go_on.click()
    _until_free(made.form)
    return made


def after_the_sheet(window: "MainWindow") -> QWidget:
    """Type the letters of the sheet as they are; a new password is asked for."""
    made = _before(window)
    made.form.ask_for_sheet()
    groups = groups_of(window.journal.safe.password.secret)
    made.form.by_sheet.letters.setPlainText(" ".join(groups).lower())
    made.form.by_sheet.go_on.click()
    _until_free(made.form)
    return made


def cover(window: "MainWindow") -> QWidget:
    """Lock the journal: its cover stands where the window was."""
    return _cover(window, helped=False)


def cover_over_helper(window: "MainWindow") -> QWidget:
    """Lock the journal while a helper writes."""
    return _cover(window, helped=True)


def _cover(window: "MainWindow", *, helped: bool) -> LockCover:
    unlocking = Unlocking(window.journal.folder, window.journal.safe.settings)
    made = LockCover(window.desk.wording, unlocking, helped=helped)
    made.setParent(window, Qt.WindowType.Window)
    made.resize(window.size())
    made.show()
    made.take_focus()
    return made


def wrong_at_the_cover(window: "MainWindow") -> QWidget:
    """Type another password than it is into the cover."""
    made = cover(window)
    _type_wrong(made.findChildren(UnlockForm)[0])
    return made


def leave_password(window: "MainWindow") -> None:
    """Close what stands beside the window."""
    for widget in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if isinstance(widget, LockCover):
            widget.end()
        if isinstance(widget, _OWN_WINDOWS):
            widget.close()
            widget.deleteLater()


def _go_to_groups(window: "MainWindow") -> None:
    dialog = _steps(window)
    the_sheet_itself(window)
    sheet = _sheet_of(dialog)
    shown = sheet.sheet()
    sheet.reject()
    dialog.activateWindow()  # a desktop does so by itself
    wait_until(dialog.isActiveWindow)
    dialog.next.click()
    groups = shown.groups if shown is not None else ()
    for number, field in zip(dialog.type_in.numbers, dialog.type_in.fields, strict=True):
        field.setText(groups[number - 1])


def _type_wrong(form: UnlockForm) -> None:
    form.by_password.password.setText(OTHER)
    form.say(WrongPasswordError(FOLDER))


def _before(window: "MainWindow") -> UnlockWindow:
    before_the_journal(window)
    return window.findChildren(UnlockWindow)[-1]


def _steps(window: "MainWindow") -> SetPasswordDialog:
    return next(dialog for dialog in window.findChildren(SetPasswordDialog) if dialog.isVisible())


def _sheet_of(dialog: SetPasswordDialog) -> RecoverySheetDialog:
    return dialog.findChildren(RecoverySheetDialog)[-1]


def _until_free(form: UnlockForm) -> None:
    wait_until(partial(_is_free, form))


def _is_free(form: UnlockForm) -> bool:
    return not form.is_busy
