"""Opening a kept picture or PDF in the program that this system has for it."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from homejournal.domain.errors import DiskError
from homejournal.domain.visit_page.choices import in_file_names
from homejournal.exchange.files.media_files import JPEG, PDF
from homejournal.exchange.files.read_and_save import safe_save, telling_disk

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

        Two files of one name have a copy each. Raises DiskFullError or DiskError where there is no
        room for a copy.
        """
        self._folder = self._folder or QTemporaryDir()
        if not self._folder.isValid():
            self._folder = None
            raise DiskError(Path(QDir.tempPath()))
        own = Path(self._folder.path()) / hashlib.sha256(data).hexdigest()[:_LETTERS]
        plain = in_file_names(Path(name).stem) or "1"
        path = own / (plain + ENDINGS[kind])
        with telling_disk(own):
            own.mkdir(mode=0o700, exist_ok=True)
        safe_save(path, data)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def forget(self) -> None:
        """Delete the copies."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
