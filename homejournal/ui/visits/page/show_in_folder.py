"""Showing a file in its folder, selected, with whatever this system has for it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

_BUS = "org.freedesktop.FileManager1"
_PLACE = "/org/freedesktop/FileManager1"


def ways_to_show(path: Path, platform: str = sys.platform) -> Sequence[Sequence[str]]:
    """Return the commands that select a file in its folder, the first to be tried first.

    On Linux that is the file manager's own D-Bus interface (freedesktop.org, file manager).
    """
    if platform == "win32":
        return [["explorer", "/select,", str(path)]]
    if platform == "darwin":
        return [["open", "-R", str(path)]]
    uri = path.absolute().as_uri()
    where = ["--dest", _BUS, "--object-path", _PLACE, "--method", f"{_BUS}.ShowItems"]
    sent = ["--session", "--print-reply", "--reply-timeout=4000", f"--dest={_BUS}", _PLACE]
    return [
        ["gdbus", "call", "--session", "--timeout", "4", *where, f"['{uri}']", ""],
        ["dbus-send", *sent, f"{_BUS}.ShowItems", f"array:string:{uri}", "string:"],
    ]


class FileShower(QObject):
    """Tries one way after the other; where none answers it opens the folder alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways: Iterator[Sequence[str]] = iter(())
        self._path = Path()
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def show(self, path: Path) -> None:
        """Show the file; a wish that comes while another is under way is left to that one."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            return
        self._path, self._ways = path, iter(ways_to_show(path))
        self._try_next()

    def _try_next(self) -> None:
        way = next(self._ways, None)
        if way is None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
            return
        program, *arguments = way
        self._process.start(program, arguments)

    def _on_finished(self, code: int, _how: QProcess.ExitStatus) -> None:
        # The explorer of Windows answers 1 also where it did what it was asked.
        if code and sys.platform != "win32":
            self._try_next()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self, self._try_next)  # it counts as running until then
