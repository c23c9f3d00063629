"""Opening a kept picture or PDF in the program that this system has for it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from homejournal.domain.page_wishes import in_file_names
from homejournal.exchange.media_files import JPEG, PDF

ENDINGS = {JPEG: ".jpg", PDF: ".pdf"}
"""Nothing else is ever opened, whatever a record says that it is."""


class OpenedFiles(QObject):
    """Copies with a name that people can read; they go with this object, or when all ends."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.forget)

    def open(self, data: bytes, name: str, kind: str) -> bool:
        """Open a copy of the bytes; return whether this system has a program for it."""
        self._folder = self._folder or QTemporaryDir()
        plain = in_file_names(Path(name).stem) or "1"
        path = Path(self._folder.path()) / (plain + ENDINGS[kind])
        path.write_bytes(data)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def forget(self) -> None:
        """Delete the copies."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
