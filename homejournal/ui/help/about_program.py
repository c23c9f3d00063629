"""What this program is, and the licenses of all that it brings along."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from homejournal.licenses import licenses
from homejournal.texts.window.help import about
from homejournal.texts.wording import Wording
from homejournal.ui.help.help_dialog import HelpDialog
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import MasterDetail
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fit


class AboutProgram(HelpDialog):
    """Says what this is and where the journal lies; a button leads to the licenses."""

    def __init__(self, wording: Wording, folder: str, parent: QWidget | None) -> None:
        super().__init__(wording, about(wording, folder), parent)
        self._wording = wording
        role = Role.ActionRole
        self.licenses = self.buttons.addButton(wording.text("Licenses"), role)
        self.licenses.setAutoDefault(False)
        self.licenses.clicked.connect(self._on_licenses)

    def _on_licenses(self) -> None:
        LicensesDialog(self._wording, self).open()


class LicensesDialog(QDialog):
    """The parts beside the license of the one that is chosen, in the words of its makers."""

    def __init__(self, wording: Wording, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.text("Licenses"))
        self._licenses = licenses()
        self.parts = QListWidget()
        self.parts.setAccessibleName(wording.text("Parts of this program"))
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        for one in self._licenses:
            self.parts.addItem(one.part)
        self.parts.currentRowChanged.connect(self._show)
        self._lay_out(wording)
        self.parts.setCurrentRow(0)

    def _lay_out(self, wording: Wording) -> None:
        wide = self.parts.sizeHintForColumn(0) + px(28)
        buttons = FootButtons()
        buttons.addButton(wording.text("Close"), Role.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(MasterDetail(self.parts, self.text, wide), 1)
        column.addWidget(buttons)
        fit(self, px(900), px(600))

    def _show(self, row: int) -> None:
        part, called, text = self._licenses[row]
        self.text.setAccessibleName(part)
        self.text.setPlainText("\n\n".join(said for said in (f"{part}: {called}", text) if said))
