"""What is said when something goes wrong that nobody expected: a calm dialog."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from homejournal.texts.wording import Wording
from homejournal.ui.base.error_log import details_of


class FailureDialog(QMessageBox):
    """Says that what was written is safe, and offers the details to copy."""

    def __init__(self, wording: Wording, failure: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._details = details_of(failure)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(wording.text("Something went wrong"))
        self.setText(wording.text("Something went wrong that homejournal did not expect."))
        self.setInformativeText(
            wording.text(
                "Your entries are safe: what was saved stays saved. You can go on. If it happens"
                " again, close homejournal and open it again. The details hold no names and no"
                " notes; copy them if you ask somebody for help."
            )
        )
        self._copy = self.addButton(wording.text("Copy details"), QMessageBox.ButtonRole.ActionRole)
        self.addButton(wording.text("Go on"), QMessageBox.ButtonRole.AcceptRole)
        self._copy.clicked.connect(self._on_copy)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
