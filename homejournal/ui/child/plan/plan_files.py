"""Plan files: opened and looked at, or handed over."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import ImportFaultsError, InvalidValueError, JournalError, Reason
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.plan import PlanStatus
from homejournal.domain.text_rules import check_name
from homejournal.domain.visit_page.choices import in_file_names
from homejournal.exchange.files.read_and_save import read_chosen
from homejournal.texts import plan as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.files import documents, where_to_save
from homejournal.ui.child.plan.dropped_plans import PLAN_ENDING
from homejournal.ui.child.plan.plan_file_dialog import InvalidPlanFileDialog, PlanImportDialog
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.plan.plan_files import PlanFile
    from homejournal.ui.base.worker import Task


class PlanExportDialog(FormDialog):
    """Asks what to export; `chosen` carries the ids and the name of the plan."""

    chosen = Signal(object, str)

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None) -> None:
        wording, text = desk.wording, desk.wording.text
        title = text("Hand over as a plan file")
        super().__init__(desk, title, text("Save the file…"), parent)
        lead = text(
            "In it: the strategies you tick, with their steps, who suggested them, and the outcome."
            " Your own words go along as you wrote them, names too. Not in it: notes, days, and how"
            " to reach anybody."
        )
        self.form.add_words(lead)
        name = QLineEdit(text("Plan, {day}", day=wording.day(desk.today())))
        self.name = self.form.add("name", text("Name of the plan"), name)
        self.lines: dict[UUID, TickRow] = {}
        self.form.add("strategies", text("Strategies"), self._list(child))
        hint = text("homejournal sends nothing. You save the file and give it on as you like.")
        self.form.add_words(hint, "small")

    def _list(self, child: UUID) -> QWidget:
        ticks = QWidget()
        column = in_column(inside=ticks)
        state = plan_state(self.desk.journal.family(), child, self.desk.today())
        for strategy in state.strategies:
            active = strategy.standing is PlanStatus.ACTIVE
            word = "" if active else said.standing(self.wording, strategy.standing)
            line = TickRow("", self.wording.own(strategy.name), word)
            if word:
                line.add_word(word)
            line.box.setChecked(strategy.standing is not PlanStatus.FINISHED)
            self.lines[strategy.strategy.id] = line
            column.addWidget(line)
        if not state.strategies:
            column.addWidget(WrapLabel(self.wording.text("No strategies yet"), "muted"))
        return ticks

    @override
    def save(self) -> None:
        """Hand on what is chosen and close; stay open where something is missing."""
        chosen = self.form.read(self._read, self.show_fault)
        if chosen is not None:
            self.accept()
            self.chosen.emit(*chosen)

    def _read(self) -> tuple[set[UUID], str]:
        ids = {which for which, line in self.lines.items() if line.box.isChecked()}
        name = self.name.text().strip()
        check_name("name", name)
        if not ids:
            raise InvalidValueError("strategies", Reason.EMPTY)
        return ids, name

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "strategies":
            return self.wording.text("Choose at least one strategy.")
        return super().fault_words(error)


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
        """Read a file and show what is in it, or why it cannot be read; nothing is written."""
        self._desk.worker.start(partial(_read, path), self._on_read, self._on_refused)

    def hand_over(self) -> None:
        """Ask which strategies to hand over, then where to save them."""
        dialog = PlanExportDialog(self._desk, self._child, self._parent)
        dialog.chosen.connect(self._on_handing)
        dialog.ask()

    def save_at(self, path: Path) -> None:
        """Write the strategies that were chosen to a file."""
        from homejournal.exchange.files.read_and_save import safe_save

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
        dialog = PlanImportDialog(self._desk, file, self._child, self._parent)
        dialog.accepted.connect(self.taken)
        dialog.ask()

    def _on_refused(self, failure: Exception) -> None:
        faults = failure.faults if isinstance(failure, ImportFaultsError) else ()
        dialog = InvalidPlanFileDialog(self._desk.wording, faults, self._parent)
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
