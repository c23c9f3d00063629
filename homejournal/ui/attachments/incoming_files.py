"""Files that a person gives: read by the worker one after the other, and kept in one step."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import FilesNotKeptError, JournalError
from homejournal.exchange.media_files import MOST_BYTES, MOST_PIXELS_WIDE, KeptFile, kept_file
from homejournal.ui.base.clipboard import files_or_picture, png_of

if TYPE_CHECKING:
    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.media_and_papers import Media
    from homejournal.ui.attachments.owners import Keeping
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.worker import Task


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file by its name, on any thread: `read` returns what the journal keeps of it, `data` all.

    `data` raises OSError where nothing can be read.
    """

    name: str
    read: "Callable[[], KeptFile]"
    data: "Callable[[], bytes]"


def given_files(paths: Iterable[Path]) -> list[GivenFile]:
    return [GivenFile(path.name, partial(_read_file, path), partial(_all, path)) for path in paths]


def files_dropped(data: QMimeData, name: str) -> list[GivenFile]:
    """Return what is dropped or pasted: files of this computer, else a picture under `name`."""
    paths, image = files_or_picture(data)
    if image is None:
        return given_files(paths)
    return [GivenFile(name, partial(_read_image, image), partial(png_of, image))]


class FileAdder(QObject):
    """Adds files in the background; each is kept or named as refused, even after the dialog closed.

    `refused` carries a FilesNotKeptError to the asker; after `leave` the window tells it instead.
    While files wait, the window closes only after they were read.
    """

    began = Signal()
    ended = Signal()
    """Everything is read, and what can be kept is written down."""
    refused = Signal(object)
    sheets = Signal(object)
    """The files that `is_sheet` takes out: each by its name and what returns its bytes."""

    def __init__(
        self,
        desk: "Desk",
        keeping: "Keeping",
        window: QWidget,
        is_sheet: "Callable[[bytes], bool] | None" = None,
    ) -> None:
        super().__init__(window)
        self._desk, self._keeping, self._window = desk, keeping, window
        self._is_sheet = is_sheet
        self._sheets: list[GivenFile] = []
        self._waiting: list[GivenFile] = []
        self._made: list[Media] = []
        self._refused: list[tuple[str, Exception]] = []
        self._first_only: list[str] = []
        self._task: Task | None = None
        self._left = False

    def take(self, given: Iterable[GivenFile]) -> None:
        """Queue these files behind those that are waiting."""
        self._waiting += given
        if self._task is None and self._waiting:
            self._window.installEventFilter(self)
            self.began.emit()
            self._read_next()

    def leave(self) -> None:
        """Go on after the dialog was closed, and be deleted at the end."""
        self._left = True
        if self._task is None:
            self.deleteLater()

    def finish(self) -> bool:
        """Read the waiting files now; return whether all of them could be kept.

        Nobody is there any more to look at a sheet, so that it is kept as a photo.
        """
        if self._task is not None:
            self._task.cancel()
        self._waiting, self._sheets = [*self._sheets, *self._waiting], []
        while self._waiting:
            try:
                file = self._waiting[0].read()
            except JournalError as failure:
                self._refuse(failure)
            else:
                self._put(file)
        return self._keep()

    def _read_next(self) -> None:
        if not self._waiting:
            self._keep()
            return
        work = partial(_read, self._waiting[0], self._is_sheet)
        self._task = self._desk.worker.start(work, self._on_read, self._on_failed)

    def _on_read(self, file: "KeptFile | None") -> None:
        if file is None:
            self._sheets.append(self._waiting.pop(0))
        else:
            self._put(file)
        self._read_next()

    def _on_failed(self, failure: Exception) -> None:
        self._refuse(failure)
        self._read_next()

    def _put(self, file: "KeptFile") -> None:
        try:
            made = self._keeping.put(file, self._waiting[0].name)
        except JournalError as failure:
            self._refuse(failure)
        else:
            given = self._waiting.pop(0)
            self._made.append(made)
            if file.first_only:
                self._first_only.append(given.name)

    def _refuse(self, failure: Exception) -> None:
        self._refused.append((self._waiting.pop(0).name, failure))

    def _keep(self) -> bool:
        """Write down what was read, as one step, and tell what could not be kept."""
        self._task = None
        made, self._made = self._made, []
        self._window.removeEventFilter(self)
        self.ended.emit()
        if made:
            self._desk.editing.do(self._words(len(made)), partial(self._write, made))
        self._first_only.clear()
        refused, self._refused = self._refused, []
        if refused:
            told = self._desk.editing.failed if self._left else self.refused
            told.emit(FilesNotKeptError(refused))
        sheets, self._sheets = self._sheets, []
        if sheets:
            self.sheets.emit([(one.name, one.data) for one in sheets])
        if self._left:
            self.deleteLater()
        return not refused

    def _words(self, made: int) -> str:
        """Return the name of the step, and of which files not all could be kept."""
        wording, words = self._desk.wording, self._keeping.done(made)
        if not self._first_only:
            return words
        names = wording.list_of([wording.own(name) for name in self._first_only])
        return wording.text("{done} (of {names} the first picture)", done=words, names=names)

    def _write(self, made: "Sequence[Media]") -> "Change":
        try:
            return self._keeping.add(made)
        except JournalError as failure:
            self._refused += [(file.name, failure) for file in made]
            raise

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() != QEvent.Type.Close or self.finish():
            return False
        event.ignore()  # so that it can be read what was not kept
        return True


def _read(
    given: GivenFile, is_sheet: "Callable[[bytes], bool] | None", _task: "Task"
) -> "KeptFile | None":
    """Return what is kept of a file; None for a sheet that is to be looked at first."""
    with suppress(OSError):  # which is told by reading it
        if is_sheet is not None and is_sheet(given.data()):
            return None
    return given.read()


def _all(path: Path) -> bytes:
    from homejournal.exchange.read_and_save import read_chosen

    return read_chosen(path, MOST_BYTES + 1)


def _read_file(path: Path) -> "KeptFile":
    from homejournal.services.records.attachments import read_media_file

    return read_media_file(path)


def _read_image(image: QImage) -> "KeptFile":
    """Return a picture from the clipboard as a PNG of its pixels, without metadata."""
    if max(image.width(), image.height()) > MOST_PIXELS_WIDE:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(MOST_PIXELS_WIDE, MOST_PIXELS_WIDE, keep, smooth)
    return kept_file(png_of(image))
