"""Files of this computer: the dialogs that ask for a place, and opening one with the system."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QObject, QStandardPaths, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from homejournal.domain.errors import DiskError
from homejournal.domain.visit_page.choices import in_file_names
from homejournal.exchange.media_files import JPEG, PDF
from homejournal.exchange.read_and_save import disk_errors, safe_save


def documents() -> Path:
    """Return the folder in which this person keeps documents, or else this person's folder."""
    return _place(QStandardPaths.StandardLocation.DocumentsLocation)


def pictures() -> Path:
    """Return the folder in which this person keeps pictures, or else this person's folder."""
    return _place(QStandardPaths.StandardLocation.PicturesLocation)


def _place(kind: QStandardPaths.StandardLocation) -> Path:
    folder = Path(QStandardPaths.writableLocation(kind))
    return folder if folder.is_dir() else Path.home()  # Qt would begin where the program lies


def drives() -> Path:
    """Return where sticks and other disks appear on this computer, or else this person's folder."""
    home = Path.home()
    places = (Path("/run/media", home.name), Path("/media", home.name), Path("/Volumes"))
    return next((place for place in places if place.is_dir()), home)


def where_to_save(
    parent: QWidget, title: str, kinds: Sequence[str], name: str, folder: Path | None = None
) -> QFileDialog:
    """Return a dialog that asks where to save a file; it is still to be opened.

    `name` is offered, and its ending is given to names that have none. It begins in the folder, or
    in that of the documents.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.setDirectory(str(folder or documents()))
    dialog.selectFile(name)
    return dialog


def where_to_make(parent: QWidget, title: str, name: str) -> QFileDialog:
    """Return a dialog that asks for the place of a new folder; it is still to be opened."""
    dialog = QFileDialog(parent, title, str(documents()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever put over another
    dialog.selectFile(name)
    return dialog


def which_file(
    parent: QWidget, title: str, kinds: Sequence[str], folder: Path | None = None
) -> QFileDialog:
    """Return a dialog that asks for a file of these kinds; it is still to be opened.

    It begins in the folder, or in that of the documents.
    """
    dialog = QFileDialog(parent, title, str(folder or documents()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds)
    return dialog


def which_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> QFileDialog:
    """Return a dialog that asks for a folder; it is still to be opened.

    It begins in the folder, or in that of the documents.
    """
    dialog = QFileDialog(parent, title, str(folder or documents()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


ENDINGS = {JPEG: ".jpg", PDF: ".pdf"}
"""Nothing else is ever opened, whatever a record says that it is."""


_LETTERS = 16


class OpenedFiles(QObject):
    """Copies with a name that people can read; they go with this object, or when all ends."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.forget)

    @classmethod
    def of(cls, widget: QWidget) -> "OpenedFiles":
        """Return the copies of the widget's window, which go with it."""
        return widget.window().findChild(cls) or cls(widget.window())

    def open(self, data: bytes, name: str, kind: str) -> bool:
        """Open a copy of the bytes; return whether this system has a program for it.

        Two files of one name have a copy each. Raises DiskFullError or DiskError if there is no
        room for a copy.
        """
        self._folder = self._folder or QTemporaryDir()
        if not self._folder.isValid():
            self._folder = None
            raise DiskError(Path(QDir.tempPath()))
        own = Path(self._folder.path()) / hashlib.sha256(data).hexdigest()[:_LETTERS]
        plain = in_file_names(Path(name).stem) or "1"
        path = own / (plain + ENDINGS[kind])
        with disk_errors(own):
            own.mkdir(mode=0o700, exist_ok=True)
        safe_save(path, data)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def forget(self) -> None:
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
