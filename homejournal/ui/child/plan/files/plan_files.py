"""Plan files at the window's door: one comes in and is looked at, or one is handed over."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from homejournal.domain.errors import ImportFaultsError, JournalError
from homejournal.domain.visit_page.choices import in_file_names
from homejournal.exchange.files.chosen_file import read_chosen
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.file_dialogs import documents, where_to_save
from homejournal.ui.child.plan.files.drop_target import PLAN_ENDING
from homejournal.ui.child.plan.files.export_dialog import PlanHandingDialog
from homejournal.ui.child.plan.files.import_dialog import PlanFileDialog
from homejournal.ui.child.plan.files.invalid_file_dialog import PlanFaultsDialog

if TYPE_CHECKING:
    from homejournal.domain.plan.plan_files import PlanFile
    from homejournal.ui.base.background.worker import Task


class PlanFiles(QObject):
    """Opens the dialogs over `parent`; `done` carries what was saved, in words."""

    done = Signal(str)
    taken = Signal()
    """Something of a file was taken into the plan."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._child, self._parent = desk, child, parent
        self._wanted: tuple[Collection[UUID], str] = ((), "")
        self._folder = documents()

    def choose(self) -> None:
        """Ask for a file, and look at it."""
        text = self._desk.wording.text
        dialog = QFileDialog(self._parent, text("Add a plan file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._filter(), text("All files (*)")])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def look_at(self, path: Path) -> None:
        """Read a file and show what is in it, or what stands in the way; nothing is written."""
        self._desk.worker.start(partial(_read, path), self._on_read, self._on_refused)

    def hand_over(self) -> None:
        """Ask which strategies to hand over, then where to save them."""
        dialog = PlanHandingDialog(self._desk, self._child, self._parent)
        dialog.chosen.connect(self._on_handing)
        dialog.ask()

    def save_at(self, path: Path) -> None:
        """Write the strategies that were chosen to a file."""
        from homejournal.exchange.files.safe_save import safe_save

        wording = self._desk.wording
        try:
            safe_save(path, self._desk.journal.plan_files.export(*self._wanted))
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        self.done.emit(wording.text("Saved as {file}", file=wording.own(path.name)))

    def _on_chosen(self, chosen: str) -> None:
        if chosen:
            self.look_at(Path(chosen))

    def _on_read(self, file: "PlanFile") -> None:
        dialog = PlanFileDialog(self._desk, file, self._child, self._parent)
        dialog.accepted.connect(self.taken)
        dialog.ask()

    def _on_refused(self, failure: Exception) -> None:
        faults = failure.faults if isinstance(failure, ImportFaultsError) else ()
        dialog = PlanFaultsDialog(self._desk.wording, faults, self._parent)
        dialog.another.connect(self.choose)
        dialog.open()

    def _on_handing(self, strategies: Collection[UUID], name: str) -> None:
        self._wanted = (strategies, name)
        title, kinds = self._desk.wording.text("Save as a plan file"), [self._filter()]
        plain = self._desk.wording.text("Plan")
        file = f"{in_file_names(name) or plain}.{PLAN_ENDING}"
        dialog = where_to_save(self._parent, title, kinds, file, self._folder)
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    def _on_place(self, chosen: str) -> None:
        if chosen:
            self.save_at(Path(chosen))

    def _filter(self) -> str:
        return self._desk.wording.text("Plan files (*.hjplan *.json)")


def _read(path: Path, _task: "Task") -> "PlanFile":
    """Read a file, and no more of it than a plan file may have."""
    from homejournal.exchange.journal.plan_file import MOST_BYTES, read_plan_file

    return read_plan_file(read_chosen(path, MOST_BYTES + 1))
