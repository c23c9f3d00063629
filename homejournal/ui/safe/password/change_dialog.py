"""Another password for a journal that is open; the old one is not asked for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.keys.recovery_sheet import earlier_said, stays_said
from homejournal.ui.base.local_settings.second_place import all_places_of, places_of
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.safe.password.new_password_fields import NewPassword
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class PasswordChangeDialog(FormDialog):
    """Whoever has the journal open can read it already, so a forgotten password does no harm."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Another password"), text("Use this password"), parent)
        self.new = NewPassword(desk.wording)
        self.form.addRow(WrapLabel(stays_said(desk.wording)))
        earlier = desk.journal.safe.earlier_keys
        copies = earlier.copies(all_places_of(desk))
        if copies.count:
            self.form.addRow(WrapLabel(earlier_said(desk.wording, copies, earlier.number)))
        self.form.addRow(self.new)
        self.fields = {"password": self.new.first}
        self.new.entered.connect(self.save)

    @override
    def save(self) -> None:
        """Use the password and close; stay open where something is not right."""
        password = self.new.chosen()
        if password is None:
            return
        try:
            self.desk.journal.safe.password.change(password, places_of(self.desk))
        except JournalError as failure:
            self.desk.editing.failed.emit(failure)
            return
        self.accept()

    def leave(self) -> None:
        """Close without asking, since the journal is being locked."""
        self.done(QDialog.DialogCode.Rejected)

    @override
    def done(self, result: int, /) -> None:
        self.new.forget()
        super().done(result)
