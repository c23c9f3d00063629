"""Opens files: each kind in its own dialog, one after the other, and not before that is possible.

Files come by a double click, by a drop, from the command line, from a second start, or chosen here.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from homejournal.services.file_kinds import FileKind, folder_of_journal, kind_of_file
from homejournal.texts.safe.restoring import no_copy_but_keys
from homejournal.texts.window import opening as said
from homejournal.ui.base.actions import Action
from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import WhenIdle
from homejournal.ui.hiding import Hiding
from homejournal.ui.kit.window_interface import OpenWindow, WindowNotice
from homejournal.ui.safe.exchange.import_dialogs import TableImportDialog
from homejournal.ui.safe.exchange.receive_file_dialog import AnyFileOpener

_MOST = 20
"""More files at a time are a mistake."""
_FOR_A_CHILD = {FileKind.PLAN, FileKind.TABLE, FileKind.PICTURE}
_ONLY_SAID = {FileKind.KEYS, FileKind.OTHER, FileKind.UNREADABLE}


class FileOpener(QObject):
    """Belongs to a window; there is none before the first file comes."""

    def __init__(
        self,
        window: "OpenWindow",
        look_at_plan: Callable[[Path], None],
        show_photos: Callable[[list[Path]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self._told: list[str] = []
        self._notice = WindowNotice(window)
        self._show_photos = show_photos
        self._opens: dict[FileKind, Callable[[Path], object]] = {
            FileKind.JOURNAL: self._open_journal,
            FileKind.COPY: self._receive,
            FileKind.PACK: self._receive,
            FileKind.EXPORT: self._receive,
            FileKind.PLAN: look_at_plan,
            FileKind.TABLE: self._open_table,
            FileKind.PICTURE: self._open_photos,
        }
        self._is_opening = False
        self._opened = WhenIdle(window.desk.worker, self._on_opened, self)
        # A dialog that closes is still the modal one at first.
        self._again = one_shot(self, self._go_on)
        Hiding.here().turned.connect(self._on_change)
        window.desk.editing.changed.connect(self._on_change)

    @classmethod
    def of(
        cls,
        window: "OpenWindow",
        look_at_plan: Callable[[Path], None],
        show_photos: Callable[[list[Path]], None],
    ) -> "FileOpener":
        """Return the one of a window; what it is given shows a plan file, and photos of sheets."""
        return window.findChild(cls) or cls(window, look_at_plan, show_photos)

    def offer(self, paths: Iterable[Path]) -> None:
        """Open these files, or let them wait until they can be opened."""
        new = [path for path in dict.fromkeys(paths) if path not in self._waiting]
        self._waiting += new[: _MOST - len(self._waiting)]
        self._told = []
        self._go_on()

    def take_waiting(self) -> list[Path]:
        """Return what still waits, for another window of the same journal."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def _on_change(self) -> None:
        if self._waiting:
            self._again.start()

    def _go_on(self) -> None:
        """Open what can be opened; the first that cannot holds up those behind it."""
        cover = Hiding.here().cover
        if cover is not None and self._waiting:
            cover.tell(said.something_waits(self._window.desk.wording))
            return
        while self._waiting and not self._is_opening:
            path, kind = self._waiting[0], kind_of_file(self._waiting[0])
            if why := self._why_wait(path, kind):
                self._tell(why)
                return
            self._waiting.pop(0)
            self._open(path, kind)

    def _on_opened(self) -> None:
        """Go on, now that the dialog is there: a plan is read before it is shown."""
        self._is_opening = False
        self._go_on()

    def _why_wait(self, path: Path, kind: FileKind) -> str:
        """Return why a file cannot be opened now; empty if it can."""
        wording, window = self._window.desk.wording, self._window
        if kind in _ONLY_SAID:
            return ""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self._on_change, Qt.ConnectionType.UniqueConnection)
            return said.waits_for_dialog(wording, path)
        if kind is FileKind.JOURNAL:
            return ""
        if not window.desk.can_write:
            return said.waits_for_writing(wording, path)
        if kind in _FOR_A_CHILD and (window.page is None or window.page.child is None):
            return said.waits_for_child(wording, path)
        return ""

    def _open(self, path: Path, kind: FileKind) -> None:
        wording = self._window.desk.wording
        if kind is FileKind.KEYS:
            self._tell(no_copy_but_keys(wording, path))
        elif kind in _ONLY_SAID:
            gone = kind is FileKind.UNREADABLE
            self._tell((said.unreadable if gone else said.not_ours)(wording, path))
        else:
            self._notice.forget()
            self._is_opening = True
            self._opens[kind](path)
            self._opened.wait()

    def _tell(self, sentence: str) -> None:
        """Say it above the pages, below what was said of the other files that came with this."""
        if sentence not in self._told:
            self._told.append(sentence)
            words = self._window.desk.wording.text("OK")
            self._notice.tell("\n".join(self._told), words)

    def _open_journal(self, path: Path) -> None:
        folder, window = folder_of_journal(path), self._window
        if folder.resolve() == window.journal.folder.resolve():
            window.frame.toast.show_text(said.open_already(window.desk.wording))
        else:
            window.journal_wanted.emit(folder, False)

    def _receive(self, path: Path) -> None:
        opener = AnyFileOpener(self._window.desk, self._window)
        opener.damaged.connect(self._on_damaged)
        opener.look_at(path, kind_of_file(path))

    def _on_damaged(self) -> None:
        self._window.window_actions.do(Action.SHOW_DAMAGE)

    def _open_photos(self, first: Path) -> None:
        """Show photos together that came together."""
        others = [path for path in self._waiting if kind_of_file(path) is FileKind.PICTURE]
        self._waiting = [path for path in self._waiting if path not in others]
        self._show_photos([first, *others])

    def _open_table(self, path: Path) -> None:
        dialog = TableImportDialog(self._window.desk, self._window)
        dialog.ask()
        dialog.show_file(str(path))
