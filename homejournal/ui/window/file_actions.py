"""Files and journals in a window: opened, made, handed over, or dropped on it.

It is loaded with the window, so without what opens them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from typing_extensions import override

from homejournal.ui.base.clipboard import brings_our_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.ui.child.plan.plan_files import PlanFiles
    from homejournal.ui.kit.window_interface import OpenWindow
    from homejournal.ui.window.file_opener import FileOpener

_TOLD = {QEvent.Type.DragEnter, QEvent.Type.Drop}


class DroppedFiles(QObject):
    """Takes what homejournal can open; other drops go their usual way."""

    dropped = Signal(object)
    """A list of paths."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._is_over = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_over and event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self._is_over = False
            self._window.frame.toast.dismiss()
        if not isinstance(event, QDropEvent) or event.type() not in _TOLD:
            return False
        if not brings_our_files(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        elif not self._is_over:
            self._is_over = True
            said = self._window.desk.wording.text("Drop it here to see what is in it.")
            self._window.frame.toast.show_text(said)
        return True


class FileActions(QObject):
    """What the File menu asks of a window."""

    photos_opened = Signal(object)
    """A list of paths."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dropped = DroppedFiles(window)
        self._dropped.dropped.connect(self.open_files)

    def new_journal(self) -> None:
        """Ask where a new journal is to be, and open it there."""
        from homejournal.ui.base.files import where_to_make

        text = self._window.desk.wording.text
        dialog = where_to_make(self._window, text("New journal"), text("Journal"))
        dialog.fileSelected.connect(self._on_new_place)
        dialog.open()

    def _on_new_place(self, name: str) -> None:
        from homejournal.services.file_kinds import may_hold_journal
        from homejournal.texts.window.opening import name_is_taken

        window, folder = self._window, Path(name)
        if may_hold_journal(folder):
            window.journal_wanted.emit(folder, True)
        else:
            window.frame.toast.show_text(name_is_taken(window.desk.wording, folder))

    def open_journal(self, folder: "Path") -> None:
        """Open another journal in a window of its own."""
        self._window.journal_wanted.emit(folder, False)

    def recent_journals(self) -> "list[Path]":
        """Return the other journals that were opened here; none while this one is out of sight."""
        from homejournal.ui.base.recent_journals import RecentJournals
        from homejournal.ui.hiding import Hiding

        journal = self._window.journal
        if Hiding.here().is_on or journal.safe.is_locked:
            return []
        recent = RecentJournals(self._window.desk.preferences)
        return recent.without(journal.folder.absolute())

    def clear_recent(self) -> None:
        """Forget which journals were opened here."""
        from homejournal.ui.base.recent_journals import RecentJournals

        RecentJournals(self._window.desk.preferences).want(wanted=True)

    def choose_file(self) -> None:
        """Ask for a file of any kind that homejournal opens, and open it."""
        from homejournal.services.file_kinds import OUR_ENDINGS, PICTURE_ENDINGS
        from homejournal.ui.base.files import documents, which_file

        text = self._window.desk.wording.text
        every, photos = (
            " ".join(f"*{ending}" for ending in sorted(endings))
            for endings in (OUR_ENDINGS | PICTURE_ENDINGS, PICTURE_ENDINGS)
        )
        kinds = [
            text("Files of homejournal ({endings})", endings=every),
            text("Photos ({endings})", endings=photos),
            text("All files (*)"),
        ]
        dialog = which_file(self._window, text("Open"), kinds, documents())
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.open_files([Path(name)])

    def open_files(self, paths: "Sequence[Path]") -> None:
        """Show what is in files, or open them where they are journals, once that is possible."""
        if paths:
            self._opener().offer(paths)

    def take_waiting_files(self) -> "list[Path]":
        """Return the files that wait to be opened here, and let none of them wait any more."""
        return self._opener().take_waiting()

    def _opener(self) -> "FileOpener":
        from homejournal.ui.window.file_opener import FileOpener

        return FileOpener.of(self._window, self.look_at_plan, self.photos_opened.emit)

    def show_folder(self) -> None:
        from PySide6.QtCore import QUrl  # making its many names takes a start longer
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.journal.folder)))

    def open_example(self) -> None:
        """Ask for the example family, which speaks as this window does, in a window of its own."""
        self._window.example_wanted.emit(self._window.desk.wording.language)

    def take_plan(self) -> None:
        """Ask for a plan file, and show what is in it."""
        files = self._plan_files()
        if files is not None and self._window.desk.can_write:
            files.choose()

    def look_at_plan(self, path: "Path") -> None:
        files = self._plan_files()
        if files is not None and self._window.desk.can_write:
            files.look_at(path)

    def hand_over_plan(self) -> None:
        """Ask which strategies to save as a plan file."""
        files = self._plan_files()
        if files is not None:
            files.hand_over()

    def _plan_files(self) -> "PlanFiles | None":
        from homejournal.ui.child.plan.plan_files import PlanFiles

        child = self._window.page.child if self._window.page else None
        if child is None:
            return None
        files = PlanFiles(self._window.desk, child, self._window)
        files.done.connect(self._window.frame.toast.show_text)
        files.taken.connect(self._on_plan_taken)
        return files

    def _on_plan_taken(self) -> None:
        self._window.open_page("plan")

    def export_fitting(self) -> None:
        """Ask for a file of what the filter of the open page leaves."""
        from homejournal.domain.journal.entry_filter import EntryFilter
        from homejournal.ui.safe.exchange.card import ExportDialog

        asked = self._window.page.typed() if self._window.page else None
        if isinstance(asked, EntryFilter):
            ExportDialog(self._window.desk, self._window, asked).ask()
