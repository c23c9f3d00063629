"""How a paper leaves the window: as pictures, as a file, locked or not, or on a printer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.papers.printed_sheets import Paper, PaperSize, SmallPaper
from homejournal.exchange.read_and_save import check_password, locked_pdf, safe_save
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.files import documents, where_to_save
from homejournal.ui.base.worker import Worker, on_worker
from homejournal.ui.kit.form_dialog import AskingDialog

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from homejournal.reports.paper_to_pdf import Printed, Printer

    ToPrint = Printed | Callable[[], Printed]
    """A value, or what makes it on the worker's thread."""
    Drawn = tuple[ToPrint, QPrinter, tuple[bytes, ...]]


_AGAIN = "again"


class PasswordDialog(AskingDialog):
    """Writes nothing in the journal: `chosen` carries the password."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("PDF with a password"), text("Save the file…"), parent)
        self.form.add_words(
            text(
                "Nobody can open the file without the password, not even you. homejournal"
                " keeps no copy of it. Tell the other person another way, for example by"
                " phone, not with the file."
            )
        )
        self.password = self.form.add("password", text("Password"), QLineEdit())
        self.again = self.form.add(_AGAIN, text("The same password once more"), QLineEdit())
        different = text("The two are not the same. Type the password once more.")
        self.form.faults[_AGAIN] = different
        self.shown = QCheckBox(text("Show what I type"))
        self.form.addRow(self.shown)
        self.shown.toggled.connect(self._show)
        self._show(shown=False)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        self.again.setEchoMode(mode)

    @override
    def read(self) -> str:
        password = self.password.text()
        check_password(password)
        if password != self.again.text():
            raise InvalidValueError(_AGAIN, Reason.DOES_NOT_FIT)
        return password


PRINT_DPI = 300
_SIZES: dict[PaperSize, QPageSize.PageSizeId] = {
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A4: QPageSize.PageSizeId.A4,
    SmallPaper.A5: QPageSize.PageSizeId.A5,
}


@cache
def printer() -> "Printer":
    """Return the printer of this process, which holds the fonts.

    It is used on the worker's thread alone.
    """
    from homejournal.reports.paper_to_pdf import Printer  # all papers: no page waits for them

    return Printer()


def load_printer(worker: "Worker") -> None:
    """Load what papers are drawn with on the worker's thread, before one is asked for."""
    worker.start(on_worker(_load), _nothing, _nothing)


def _load() -> None:
    printer().warm_up()


def _nothing(_answer: object) -> None:
    """Say nothing: what could not be loaded is told when a paper is asked for."""


def drawn(wish: "tuple[ToPrint, float]") -> tuple[bytes, ...]:
    """Return a paper as one picture a page, with so many pixels an inch."""
    paper, ppi = wish
    return printer().pictures(_made(paper), ppi)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWish:
    """A file that is to be saved, and how it is asked where.

    `about` comes back with `done`; `name` has no ending. `kinds` are those to choose from, each in
    words and by its ending. `write` runs on the worker's thread and returns which characters were
    replaced; it raises DiskFullError or DiskError, and an older file stays whole.
    """

    about: object
    name: str
    title: str
    kinds: tuple[tuple[str, str], ...]
    write: Callable[[Path], tuple[str, ...]]
    locked: bool = False


def plain_file(title: str, name: str, kind: str, ending: str, data: bytes) -> FileWish:
    """Return the wish for a file of these bytes, as it is asked for under a title."""
    return FileWish(
        about=None, name=name, title=title, kinds=((kind, ending),), write=partial(_write_all, data)
    )


def _write_all(data: bytes, path: Path) -> tuple[str, ...]:
    safe_save(path, data)
    return ()


class PaperOutput(QObject):
    """Each of its ways ends with `done`, or with `failed` and nothing lost."""

    leaving = Signal(object)
    """What it is about; the place or the printer is chosen, and the work begins."""
    done = Signal(object, str, object)
    """What it was about, what was done in words, and which characters were replaced."""
    saved = Signal(object, object)
    """The FileWish, and where it was saved; it comes before `done`."""
    failed = Signal(object)
    refused = Signal()
    """The printer did not take the pages."""
    misplaced = Signal()
    """A place was chosen where the file is not to lie; nothing was saved."""

    def __init__(self, desk: Desk, parent: QWidget, *, same_folder: bool = True) -> None:
        """Make it; with `same_folder` it offers the folder in which the last file was saved."""
        super().__init__(parent)
        self._desk, self._parent, self._wording = desk, parent, desk.wording
        self._folder, self._same_folder = documents(), same_folder
        self.is_misplaced: Callable[[Path], bool] = _nowhere
        # What the open dialog is about; what is under way carries its own along.
        self._wish: FileWish | None = None
        self._to_print: ToPrint | None = None
        self._printer: QPrinter | None = None

    def save_pdf(
        self, paper: "Printed", name: str, password: str = "", above: QWidget | None = None
    ) -> None:
        """Ask where to save a paper as PDF, and save it there, locked where there is a password."""
        self.save(self.pdf_wish(paper, name, password), above)

    def pdf_wish(self, paper: "ToPrint", name: str, password: str = "") -> FileWish:
        """Return the wish for a PDF; it holds the password no longer than until it is saved."""
        return FileWish(
            about=paper,
            name=name,
            title=self._wording.text("Save as PDF"),
            kinds=((self._wording.text("PDF (*.pdf)"), "pdf"),),
            write=partial(_write_pdf, paper, password),
            locked=bool(password),
        )

    def save(self, wish: FileWish, above: QWidget | None = None) -> None:
        """Ask where to save a file, above a dialog that asked for it, and save it there."""
        self._wish = wish
        kinds = [words for words, _ in wish.kinds]
        name = f"{wish.name}.{wish.kinds[0][1]}"
        dialog = where_to_save(above or self._parent, wish.title, kinds, name, self._folder)
        dialog.fileSelected.connect(self._on_path)
        dialog.filterSelected.connect(self._on_kind)
        dialog.rejected.connect(self._forget)
        dialog.open()

    def save_at(self, wish: FileWish, path: Path) -> None:
        """Save a file at a path; of several kinds its ending tells which it becomes."""
        endings = [ending for _, ending in wish.kinds]
        if len(endings) > 1 and path.suffix.removeprefix(".").lower() not in endings:
            path = path.with_name(f"{path.name}.{endings[0]}")
        if self._same_folder:
            self._folder = path.parent
        self.leaving.emit(wish.about)
        self._desk.worker.start(
            on_worker(partial(_write, wish, path)), self._on_saved, self._on_failed
        )

    def print(
        self, paper: "ToPrint", size: PaperSize, name: str, *, landscape: bool = False
    ) -> None:
        """Ask for a printer, and print a paper; `name` is what the printer calls its work."""
        self._to_print = paper
        self._printer = printer_for(size, name, landscape=landscape)
        dialog = _which_printer(self._printer, self._parent, self._wording.text("Print"))
        dialog.accepted.connect(self._on_print)
        QDialog.open(dialog)  # its own `open` wants a slot

    def _forget(self) -> None:
        self._wish = None

    def _on_kind(self, kind: str) -> None:
        """Let a name without an ending get that of the chosen kind of file."""
        dialog, wish = self.sender(), self._wish
        ending = dict(wish.kinds).get(kind) if wish else None
        if isinstance(dialog, QFileDialog) and ending:
            dialog.setDefaultSuffix(ending)

    def _on_path(self, chosen: str) -> None:
        wish, self._wish = self._wish, None
        if chosen and self.is_misplaced(Path(chosen)):
            self.misplaced.emit()
        elif wish is not None and chosen:
            self.save_at(wish, Path(chosen))

    def _on_saved(self, told: tuple[FileWish, Path, tuple[str, ...]]) -> None:
        wish, path, replaced = told
        self.saved.emit(wish, path)
        words = self._wording.text("Saved as {file}", file=self._wording.own(path.name))
        self.done.emit(wish.about, words, replaced)

    def _on_print(self) -> None:
        chosen, self._printer = self._printer, None
        if self._to_print is not None and chosen is not None:
            self.leaving.emit(self._to_print)
            work = on_worker(partial(_draw, self._to_print, chosen))
            self._desk.worker.start(work, self._on_sheets, self._on_failed)

    def _on_sheets(self, told: "Drawn") -> None:
        paper, chosen, sheets = told
        if put_on_paper(chosen, sheets):
            self.done.emit(paper, self._wording.text("Sent to the printer"), ())
        else:
            self.refused.emit()

    def _on_failed(self, failure: Exception) -> None:
        self.failed.emit(failure)


def is_landscape(picture: bytes) -> bool:
    size: QSize = QImage.fromData(picture).size()
    return size.width() > size.height()


def printer_for(paper: PaperSize, name: str, *, landscape: bool = False) -> "QPrinter":
    """Return a printer of whole sheets of a paper; `name` is what it calls its work."""
    from PySide6.QtPrintSupport import QPrinter

    upright, lying = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
    chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
    chosen.setResolution(PRINT_DPI)
    chosen.setPageSize(QPageSize(_SIZES[paper]))
    chosen.setPageOrientation(lying if landscape else upright)
    chosen.setFullPage(True)
    chosen.setDocName(name)
    return chosen


def put_on_paper(chosen: "QPrinter", sheets: Sequence[bytes]) -> bool:
    """Paint the pictures, one a sheet; return whether the printer took them."""
    from PySide6.QtPrintSupport import QPrinter

    if chosen.printRange() == QPrinter.PrintRange.PageRange and chosen.fromPage():
        sheets = sheets[chosen.fromPage() - 1 : chosen.toPage()]
    if not chosen.supportsMultipleCopies():
        sheets = [sheet for _ in range(max(1, chosen.copyCount())) for sheet in sheets]
    painter = QPainter()
    if not painter.begin(chosen):
        return False
    whole = chosen.pageLayout().fullRectPixels(chosen.resolution())
    for place, sheet in enumerate(sheets):
        if place and not chosen.newPage():
            painter.end()
            return False
        painter.drawImage(whole.translated(-whole.topLeft()), QImage.fromData(sheet))
    return painter.end()


def _which_printer(chosen: "QPrinter", parent: QWidget, title: str) -> "QPrintDialog":
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(chosen, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    return dialog


def _nowhere(_file: Path) -> bool:
    """Most files may lie wherever a family wants them."""
    return False


def _made(paper: "ToPrint") -> "Printed":
    return paper() if callable(paper) else paper


def _write(wish: FileWish, path: Path) -> tuple[FileWish, Path, tuple[str, ...]]:
    return wish, path, wish.write(path)


def _write_pdf(paper: "ToPrint", password: str, path: Path) -> tuple[str, ...]:
    made = printer().pdf(_made(paper))
    safe_save(path, locked_pdf(made.pdf, password) if password else made.pdf)
    return made.replaced


def _draw(paper: "ToPrint", chosen: "QPrinter") -> "Drawn":
    """Draw the pages; the printer is only carried along for whom they are meant."""
    return paper, chosen, drawn((paper, float(PRINT_DPI)))
