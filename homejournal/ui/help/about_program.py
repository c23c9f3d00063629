"""What this program is, the licenses of all that it brings along, and details for a report."""

import importlib.metadata as metadata
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QPlainTextEdit, QScrollArea, QWidget

from homejournal.resources import resource
from homejournal.texts.window.help import HelpText, about
from homejournal.texts.wording import Wording
from homejournal.ui.base.error_log import versions
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import MasterDetail, in_column
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fill_dialog, fit
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


_OURS = "homejournal"
_QT = frozenset({"pyside6-essentials", "shiboken6"})
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_KEPT_APART = re.compile(r"[-_.]+")


class License(NamedTuple):
    """A part by its name, what its license is called, and the texts of it."""

    part: str
    called: str
    text: str


def licenses() -> tuple[License, ...]:
    """Return this program's license first, then fonts and icons, then the packages by name."""
    return (
        License(_OURS, "MIT", _read("licenses", "homejournal.txt")),
        License("Noto", "OFL-1.1", _read("fonts", "OFL.txt")),
        License("Tabler Icons", "MIT", _read("icons", "LICENSE")),
        *(_of_package(name) for name in sorted(_packages())),
    )


def _read(*parts: str) -> str:
    return resource(*parts).read_text("utf-8")


def _packages() -> set[str]:
    """Return the names of all packages that are used while the program runs."""
    found: set[str] = set()
    waiting = list(_needed_by(_OURS)) if _is_installed(_OURS) else []
    while waiting:
        name = waiting.pop()
        if name not in found and _is_installed(name):
            found.add(name)
            waiting += _needed_by(name)
    return found


def _needed_by(name: str) -> Iterator[str]:
    for line in metadata.requires(name) or ():
        needed = _NAME.match(line)
        if needed is not None and "extra ==" not in line:
            yield _KEPT_APART.sub("-", needed.group()).lower()


def _is_installed(name: str) -> bool:
    """Return whether a package is there: some are only needed on another system."""
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _of_package(name: str) -> License:
    package = metadata.distribution(name)
    told = package.metadata
    classes = [line for line in told.get_all("Classifier", []) if line.startswith("License ::")]
    said = [*told.get_all("License-Expression", []), *classes, *told.get_all("License", [])]
    called = said[0].rpartition(":: ")[2].partition("\n")[0] if said else ""
    texts = [
        file.read_text("utf-8")
        for file in package.files or ()
        if ".dist-info" in file.parts[0] and "LICEN" in str(file).upper()
    ]
    if name in _QT:  # the package itself has none
        texts += [_read("licenses", "LGPL-3.0.txt"), _read("licenses", "GPL-3.0.txt")]
    return License(f"{told['Name']} {package.version}", called, "\n\n".join(texts))


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
        for known in self._licenses:
            self.parts.addItem(known.part)
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
