"""Adding photos to an entry: by the list of them, by a drop, or by a paste."""

from typing import TYPE_CHECKING

from homejournal.ui.attachments.owners import EntryPhotos

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from homejournal.ui.attachments.owners import PhotoPlace
    from homejournal.ui.base.desk import Desk


def photos_button_words(desk: "Desk", photos: int) -> str:
    """Return what the button says that opens the list of photos."""
    wording = desk.wording
    if not photos:
        return wording.text("Add a photo…")
    return wording.text("Photos ({n})…", n=wording.number(photos))


def open_photos(desk: "Desk", place: "PhotoPlace", near: "QWidget") -> None:
    """Open the list of photos, to add, name and remove them."""
    from homejournal.ui.attachments.files_dialog import FilesDialog
    from homejournal.ui.attachments.owners import EntryPhotos

    FilesDialog(desk, EntryPhotos(desk, place), near.window()).ask()


def take_photos(desk: "Desk", data: "QMimeData", place: "PhotoPlace", near: "QWidget") -> None:
    """Keep what was dropped or pasted; the window tells how it went."""
    from homejournal.ui.attachments.incoming_files import FileAdder, files_dropped

    coming = FileAdder(desk, EntryPhotos(desk, place), near.window())
    coming.take(files_dropped(data, desk.wording.text("Picture")))
    coming.leave()
