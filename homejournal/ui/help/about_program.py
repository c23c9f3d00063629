"""What this program is, the licenses of all that it brings along, and details for a report."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from homejournal.texts.window.help import HelpText, about
from homejournal.texts.wording import Wording
from homejournal.ui.base.error_log import versions
from homejournal.ui.help.licenses import licenses
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import MasterDetail, in_column
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fill_dialog, fit
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


def report_details(desk: "Desk", page_name: str, window: "QWidget") -> str:
    """Return versions, language, look, page and screen of a window in a few lines."""
    preferences, screen = desk.preferences, window.screen()
    look = (
        f"language {desk.wording.language}",
        f"text {preferences.text_size} %",
        f"colors {preferences.scheme.value}",
        f"page {page_name}",
    )
    sizes = (
        f"window {window.width()}×{window.height()}",
        f"screen {screen.size().width()}×{screen.size().height()}",
        f"scale {screen.devicePixelRatio():g}",
    )
    return "\n".join((versions(), " · ".join(look), " · ".join(sizes)))


class HelpDialog(QDialog):
    """Paragraphs that scroll, and a button to close."""

    def __init__(self, wording: Wording, help_text: HelpText, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(help_text.title)
        inside = QWidget()
        words = in_column(
            WrapLabel(help_text.title, "heading"),
            gap=10,
            edges=(px(20), px(16), px(20), px(8)),
            inside=inside,
        )
        for paragraph in help_text.paragraphs:
            words.addWidget(WrapLabel(paragraph))
        words.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(help_text.title)
        scroll.setWidget(inside)
        self.buttons = buttons = FootButtons()
        buttons.addButton(wording.text("Close"), Role.RejectRole)
        buttons.rejected.connect(self.reject)
        fill_dialog(self, scroll, buttons)
        fit(self, px(560), px(440))


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
        column = in_column(gap=12, edges=(px(20), px(16), px(20), px(16)), inside=self)
        column.addWidget(MasterDetail(self.parts, self.text, wide), 1)
        column.addWidget(buttons)
        fit(self, px(900), px(600))

    def _show(self, row: int) -> None:
        part, called, text = self._licenses[row]
        self.text.setAccessibleName(part)
        self.text.setPlainText("\n\n".join(said for said in (f"{part}: {called}", text) if said))
