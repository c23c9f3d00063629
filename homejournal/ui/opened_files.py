"""Opening a kept picture or PDF in the program that this system has for it."""

from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from homejournal.domain.page_wishes import in_file_names
from homejournal.exchange.media_files import JPEG, PDF

ENDINGS = {JPEG: ".jpg", PDF: ".pdf"}
"""Nothing else is ever opened, whatever a record says that it is."""


class OpenedFiles:
    """Copies with a name that people can read; they are deleted with this object."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def open(self, data: bytes, name: str, kind: str) -> bool:
        """Open a copy of the bytes; return whether this system has a program for it."""
        self._folder = self._folder or QTemporaryDir()
        plain = in_file_names(Path(name).stem) or "1"
        path = Path(self._folder.path()) / (plain + ENDINGS[kind])
        path.write_bytes(data)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
