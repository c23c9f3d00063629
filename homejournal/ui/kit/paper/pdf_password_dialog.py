"""A password for a PDF: typed twice, shown if wanted, and kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.exchange.files.locked_pdf import check_password
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.widgets.fields.form_rows import add_row, clear_problem
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_AGAIN = "again"


class PasswordDialog(FormDialog):
    """Writes nothing in the journal: `chosen` carries the password."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("PDF with a password"), text("Save the file…"), parent)
        self.form.addRow(
            WrapLabel(
                text(
                    "Nobody can open the file without the password, not even you. homejournal"
                    " keeps no copy of it. Tell the other person another way, for example by"
                    " phone, not with the file."
                )
            )
        )
        self.password, self.again = QLineEdit(), QLineEdit()
        self.shown = QCheckBox(text("Show what I type"))
        add_row(self.form, text("Password"), self.password)
        add_row(self.form, text("The same password once more"), self.again)
        self.form.addRow(self.shown)
        self.shown.toggled.connect(self._show)
        self.fields = {"password": self.password, _AGAIN: self.again}
        self._show(shown=False)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        self.again.setEchoMode(mode)

    @override
    def save(self) -> None:
        """Hand on the password and close; stay open where something is not right."""
        for field in self.fields.values():
            clear_problem(field)
        password = self.password.text()
        try:
            check_password(password)
        except InvalidValueError as fault:
            self.show_fault(fault)
            return
        if password != self.again.text():
            self.show_fault(InvalidValueError(_AGAIN, Reason.DOES_NOT_FIT))
            return
        self.accept()
        self.chosen.emit(password)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == _AGAIN:
            return self.wording.text("The two are not the same. Type the password once more.")
        return super().fault_words(error)
