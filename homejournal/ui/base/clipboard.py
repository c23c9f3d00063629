"""What is copied out of the window, what of it stays, and what somebody drops or pastes here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QImage


def brings_files(data: QMimeData) -> bool:
    """Return whether files of this computer come that can be kept in a journal, or a picture."""
    come = bool(_files(data)) and not brings_our_files(data)
    return come or data.hasImage()


def brings_our_files(data: QMimeData) -> bool:
    """Return whether a file or a journal comes that the window opens, wherever it is dropped."""
    from homejournal.services.file_kinds import may_be_ours  # not before the frame is painted

    return any(map(may_be_ours, _files(data)))


def brings_more_than_words(data: QMimeData) -> bool:
    """Return whether files come, or a picture without words; a table brings both, and is words."""
    return bool(_files(data)) or (data.hasImage() and not data.hasFormat("text/plain"))


def files_or_picture(data: QMimeData) -> tuple[list[Path], QImage | None]:
    """Return the files of this computer that come, or else the picture, if there is one."""
    files = _files(data)
    if files or not data.hasImage():
        return files, None
    image = QImage(data.imageData())
    return [], None if image.isNull() else image


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG of its pixels, without metadata."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt takes the name of a format as text
    return bytes(data.data())


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


_OURS = "application/x-homejournal"
"""Marks what was copied here: not every system can say whose the clipboard is."""


def copy(data: QMimeData) -> None:
    """Put something on the clipboard in all the forms that it has."""
    data.setData(_OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def forget_copied() -> None:
    """Take away what was copied or marked here; what another program put there stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():  # marked words, which the middle button pastes under X11
        clipboard.clear(QClipboard.Mode.Selection)


def leave_copied() -> None:
    """Let what was copied stay as Qt's own: data made in Python may not outlive Python."""
    clipboard = QGuiApplication.clipboard()
    there: QMimeData | None = clipboard.mimeData()
    if there is None or not there.hasFormat(_OURS):
        return
    picture = clipboard.image()
    if picture.isNull():
        clipboard.setText(clipboard.text())
    else:
        clipboard.setImage(picture)
