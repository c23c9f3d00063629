"""The dialogs that ask for a place on the disk: where to save a file, and in which folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> Path:
    """Return the folder in which this person keeps documents."""
    where = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(where))


def drives() -> Path:
    """Return where sticks and other disks appear on this computer, or else this person's folder."""
    home = Path.home()
    places = (Path("/run/media", home.name), Path("/media", home.name), Path("/Volumes"))
    return next((one for one in places if one.is_dir()), home)


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


def which_file(
    parent: QWidget, title: str, kinds: Sequence[str], folder: Path | None = None
) -> QFileDialog:
    """Return a dialog that asks for a file of these kinds; it is still to be opened.

    It begins in the folder, or in this person's own, not in that of the program.
    """
    dialog = QFileDialog(parent, title, str(folder or Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds)
    return dialog


def which_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> QFileDialog:
    """Return a dialog that asks for a folder, beginning in one; it is still to be opened.

    Without one it begins in this person's own folder, not in that of the program.
    """
    dialog = QFileDialog(parent, title, str(folder or Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog
