"""The photo that stands for a child: read, chosen, and removed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from homejournal.ui.attachments.incoming_files import FileAdder, given_files
from homejournal.ui.base.files import pictures, which_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.children import Child
    from homejournal.domain.records.media_and_papers import Media
    from homejournal.exchange.media_files import KeptFile
    from homejournal.ui.base.desk import Desk


def portrait(desk: "Desk", child: "Child") -> QImage:
    """Return the photo that stands for a child; a null image if there is none."""
    data = desk.journal.media.portrait(child) if child.photo is not None else None
    return QImage.fromData(data) if data is not None else QImage()


class ChildPhoto:
    """Keeps a photo for a child in the place of the one before."""

    def __init__(self, desk: "Desk", child: "UUID") -> None:
        self._journal, self._child, self._wording = desk.journal, child, desk.wording

    def put(self, file: "KeptFile", name: str) -> "Media":
        """Keep the middle of the photo."""
        return self._journal.media.put_portrait(file, name, self._child)

    def add(self, made: "Sequence[Media]") -> "Change":
        """Let the photo stand for the child."""
        child = self._journal.family().children[self._child]
        return self._journal.media.show_portrait(child, made[-1])

    def done(self, _n: int) -> str:
        return self._wording.text("Photo saved")


class PortraitChoice(QObject):
    """Asks for a photo of a child and keeps it; the window tells why one is not kept."""

    def __init__(self, desk: "Desk", page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._child: UUID | None = None

    def choose(self, child: "Child") -> None:
        """Ask for a picture of this computer."""
        self._child, text = child.id, self._desk.wording.text
        endings = "*.jpg *.jpeg *.heic *.heif *.png *.webp *.gif *.bmp *.tif *.tiff"
        kinds = [text("Pictures ({endings})", endings=endings), text("All files (*)")]
        dialog = which_file(self._page, text("Choose a photo"), kinds, pictures())
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, path: str) -> None:
        """Keep a picture of this computer for the child."""
        if self._child is not None:
            keeping = ChildPhoto(self._desk, self._child)
            coming = FileAdder(self._desk, keeping, self._page.window())
            coming.take(given_files([Path(path)]))
            coming.leave()

    def remove(self, child: "Child") -> None:
        """Let the first letter stand for the child again."""
        words = self._desk.wording.text("Photo removed")
        show = self._desk.journal.media.show_portrait
        self._desk.editing.do(words, partial(show, child, None))
