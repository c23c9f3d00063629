"""Dialogs that take in a file: a journal saved as a file, and a table from before."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import ImportFaultsError, JournalError
from homejournal.domain.names import strategy_shown, with_distinct_names
from homejournal.domain.sharing.table_import import (
    DayOrder,
    Meaning,
    TablePlan,
    TableRead,
    guessed_meanings,
    likely_order,
)
from homejournal.exchange.journal_json import read_journal
from homejournal.exchange.read_and_save import disk_errors, read_chosen
from homejournal.texts.display_names import names_said
from homejournal.texts.error_texts import explain
from homejournal.texts.safe import import_export as said
from homejournal.texts.safe.sharing import coming_lines, undo_with_folders
from homejournal.texts.week_grid import letters
from homejournal.ui.base.files import which_file
from homejournal.ui.base.worker import Task, on_worker
from homejournal.ui.kit.steps import BackupFirst, ButtonSteps
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import DropDown, TickRow
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.layout.boxes import let_go, show_part
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.record import Kind
    from homejournal.domain.sharing.incoming import IncomingPreview
    from homejournal.exchange.file_records import JournalFile
    from homejournal.exchange.tables import KeptTable
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.import_export import Files
    from homejournal.storage.journal.prepared_writes import Prepared, PreparedArrival
    from homejournal.storage.records.revisions import Planned
    from homejournal.ui.base.desk import Desk


_Read = TypeVar("_Read")


class FileImportDialog(ButtonSteps):
    """Subclasses say which kinds of file in `asked`, read one in `read_file`, and `take` it in."""

    def __init__(self, desk: "Desk", title: str, do: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, do, parent)
        self.file: Path | None = None
        self.choose = make_button(self.wording.text("Choose the file…"), on=self.choose_file)
        self.name = WrapLabel("")
        self.copy_first = BackupFirst(desk, self.work, self)
        self.copy_first.ready.connect(self._on_copied)
        self.copy_first.failed.connect(self.show_failure)

    def asked(self) -> tuple[str, str]:
        """Return the title of the choice of a file, and the kinds of file that are offered."""
        raise NotImplementedError

    def say_of_folders(self) -> None:
        """Say what Undo cannot take back, where something is shared through a folder."""
        if self.desk.journal.safe.sharing.all():
            self.say(undo_with_folders(self.wording))

    def read_file(self) -> None:
        """Read the chosen file by `read`."""
        raise NotImplementedError

    def after_choice(self) -> QWidget:
        """Return the widget that gets the focus once a file is chosen."""
        return self.do

    def show_file(self, name: str) -> None:
        self.file = Path(name)
        self.name.setText(self.wording.own(self.file.name))
        self.name.show()
        self.after_choice().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def go_on(self) -> None:
        if self.file is None:
            self.choose_file()
        else:
            self.read_file()

    def read(
        self, reads: "Callable[[Path], _Read]", done: "Callable[[_Read], None]", words: str
    ) -> None:
        """Call `reads` with the chosen file on the worker, and then `done` with its answer.

        What it raises becomes a sentence; `words` are shown meanwhile.
        """
        if self.file is not None:
            self.run_step(on_worker(partial(reads, self.file)), done, words)

    def copy_and_take(self) -> None:
        """Make a copy of the journal and work out on the worker what is added.

        `take` follows.
        """
        self.copy_first.begin("import", self.do, coming=self.coming())

    def coming(self) -> "Callable[[], object] | None":
        """Return the call that works out, on any thread, what `take` writes."""
        return None

    def take(self) -> None:
        """Add what was read to the journal; JournalError becomes a sentence."""
        raise NotImplementedError

    def _on_copied(self) -> None:
        try:
            self.take()
        except JournalError as failure:
            self.show_failure(failure)

    def choose_file(self) -> None:
        title, kinds = self.asked()
        dialog = which_file(self, title, [kinds, self.wording.text("All files (*)")])
        dialog.fileSelected.connect(self.show_file)
        dialog.open()


class JournalImportDialog(FileImportDialog):
    """First reads the file and says what is in it, then adds it."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Import a file"), text("Read the file"), parent)
        self._read: JournalFile | None = None
        self._told: list[WrapLabel] = []
        lead = text(
            "A file that homejournal saved: .json or .zip. You see first what is in it. Nothing"
            " here is lost, and Undo takes all of it back."
        )
        self.say(lead)
        self.say_of_folders()
        self.add_choice(self.choose, self.name)

    @override
    def asked(self) -> tuple[str, str]:
        text = self.wording.text
        return text("Choose a file to bring in"), text("Files of a journal (*.json *.zip)")

    @override
    def read_file(self) -> None:
        files = self.desk.journal.files
        reads = partial(_read_journal, files=files, known=files.known())
        self.read(reads, self._on_read, self.wording.text("The file is read."))

    @override
    def show_failure(self, failure: Exception) -> None:
        super().show_failure(failure)
        places = list[str]()
        if isinstance(failure, ImportFaultsError):
            head, *places = explain(self.wording, failure).splitlines()
            self.notice.set_text(head)
        self._show(*(place.strip() for place in places))

    def _on_read(self, read: "tuple[JournalFile, IncomingPreview]") -> None:
        self._read, told = read
        self.choose.hide()
        self._show(*coming_lines(self.wording, told))
        if told.is_nothing:
            self.end_with(*coming_lines(self.wording, told))
            return
        self.next_step(self.wording.text("Add it"), self.copy_and_take)
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *lines: str) -> None:
        for old in self._told:
            let_go(old)
        self._told = self.tell(*lines)

    @override
    def coming(self) -> "Callable[[], PreparedArrival] | None":
        return self.desk.journal.files.preparing(self._read) if self._read else None

    @override
    def take(self) -> None:
        words, ahead = self.wording.text("A file was brought in"), self.copy_first.made
        if self._read is None:
            return
        call = partial(_taken, self.desk.journal, self._read, cast("PreparedArrival", ahead))
        if self.desk.editing.do(words, call) is not None:
            self.accept()


def _read_journal(
    path: Path, files: "Files", known: "Mapping[UUID, Kind]"
) -> "tuple[JournalFile, IncomingPreview]":
    """Return what is in a file, and what adding it would change."""
    from homejournal.exchange.json_text import MOST_BYTES

    with disk_errors(path):
        data = read_chosen(path, MOST_BYTES + 1)
    file = read_journal(data, known.get)
    return file, files.preview(file)


def _taken(journal: "FamilyJournal", file: "JournalFile", ahead: "PreparedArrival") -> "Change":
    return journal.files.take(file, ahead).change


_SAMPLES = 3
_TOLD = 12
"""So many unclear rows are listed; the others are counted."""


class TableImportDialog(FileImportDialog):
    """Three steps: read the file, show what would be added, add it."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Import an old table"), text("Read the file"), parent)
        self._table: KeptTable | None = None
        self._read: TableRead | None = None
        self.begin: TickRow | None = None
        self._told: list[QWidget] = []
        self._looking: Task | None = None
        self.columns: list[DropDown[Meaning]] = []
        self.child, self.strategy = DropDown[UUID](), DropDown[UUID]()
        self.order = DropDown[DayOrder]()
        lead = text(
            "Save your spreadsheet as CSV. You say what each column is, and see what comes of it."
            " Undo takes all of it back."
        )
        self.column.add(WrapLabel(lead))
        self.add_choice(self.choose, self.name)

    @override
    def asked(self) -> tuple[str, str]:
        text = self.wording.text
        return text("Choose a table"), text("Tables (*.csv *.tsv *.txt)")

    @override
    def read_file(self) -> None:
        self.read(_read_table, self._on_table, self.wording.text("The file is read."))

    def _on_table(self, table: "KeptTable") -> None:
        self._table = table
        self.choose.hide()
        self._ask_about(table)
        self._offer_look()
        self.child.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_about(self, table: "KeptTable") -> None:
        """Ask whose days they are, what each column is, and how days are written."""
        text, form = self.wording.text, Form()
        children = names_said(self.wording, self.desk.journal.family().children.values())
        self.child.set_choices(list(children.items()), self.desk.preferences.child)
        self._offer_strategies()
        self.child.picked.connect(self._on_child)
        form.add_row(text("Whose days are they?"), self.child)
        form.add_row(
            text("Which strategy?"),
            self.strategy,
            text("For the rows that name none themselves."),
        )
        meanings = guessed_meanings(table.names, said.columns_known(self.wording))
        for at, name in enumerate(table.names):
            box = DropDown[Meaning]()
            choices = [(meaning, said.meaning_name(self.wording, meaning)) for meaning in Meaning]
            box.set_choices(choices, meanings[at])
            box.picked.connect(self._on_changed)
            self.columns.append(box)
            label = self.wording.own(name.strip()[:40]) or text("Column {n}", n=str(at + 1))
            form.add_row(label, box, _samples(table, at))
        orders = [(order, said.order_name(self.wording, order)) for order in DayOrder]
        self.order.set_choices(orders, self._likely(table))
        for answer in (self.child, self.strategy, self.order):
            answer.picked.connect(self._on_changed)
        form.add_row(text("How are days written?"), self.order)
        field = QWidget()
        field.setLayout(form)
        self.column.add(field)

    def _likely(self, table: "KeptTable") -> DayOrder:
        columns = [at for at, box in enumerate(self.columns) if box.value() is Meaning.DAY]
        cells = (row[at] for row in table.rows for at in columns)
        return likely_order(cells, said.usual_order(self.wording))

    def _offer_strategies(self) -> None:
        child = self.child.value()
        family = self.desk.journal.family()
        mine = with_distinct_names(family, child).strategies_of(child) if child else ()
        none = (None, self.wording.text("No strategy: notes alone"))
        first = mine[0].id if mine else None
        self.strategy.set_choices(
            [*((strategy.id, strategy.name) for strategy in mine), none], first
        )

    def _on_child(self, _child: object) -> None:
        self._offer_strategies()

    def _on_changed(self, _value: object) -> None:
        """Discard the preview: an answer has changed."""
        self._forget_look()

    def _offer_look(self) -> None:
        self.next_step(self.wording.text("See what would come"), self._look)

    def _look(self) -> None:
        self._forget_look()
        table, child = self._table, self.child.value()
        if table is None or child is None:
            return
        plan = TablePlan(
            child=child,
            meanings=[box.value() or Meaning.NOTHING for box in self.columns],
            order=self.order.value() or DayOrder.YEAR_MONTH_DAY,
            letters=letters(self.wording),
            strategy=self.strategy.value(),
            words=said.cells_known(self.wording),
        )
        reads = self.desk.journal.safe.kept_tables.reading(table.rows, plan)
        words = self.wording.text("The file is read.")
        self._looking = self.run_step(on_worker(reads), self._on_look, words)

    def _on_look(self, read: TableRead) -> None:
        self._show(read)
        if read.records:
            self._read = read
            self.next_step(self.wording.text("Add it"), self.copy_and_take)

    def _show(self, read: TableRead) -> None:
        unclear = [said.unclear_said(self.wording, row) for row in read.unclear]
        self._told += self.tell(*said.read_lines(self.wording, read), look="strong")
        self._told += self.say(*unclear[:_TOLD])
        if len(unclear) > _TOLD:
            more = self.wording.count("and {n} more", "and {n} more", len(unclear) - _TOLD)
            self._told += self.say(more)
        if read.before_plan:
            family = self.desk.journal.family()
            names = [strategy_shown(family, id_) for id_ in read.before_plan]
            words = said.begins_earlier(self.wording, read, names)
            self.begin = TickRow("begin", words, "", most=400)
            self.begin.show_ticked(True)
            self._told.append(self.begin)
            self.column.add(self.begin)
            show_part(self.begin)  # it comes into sight with the answer, as it is ticked already

    def _forget_look(self) -> None:
        if self._looking is not None and not self._looking.ended:
            self._looking.cancel()
            self.work.end()
            self.do.setEnabled(True)
        for old in self._told:
            let_go(old)
        self._told, self._read, self.begin = [], None, None
        self._offer_look()

    @override
    def coming(self) -> "Callable[[], object] | None":
        tables = self.desk.journal.safe.kept_tables
        return tables.preparing(self._read, begin_plan=self._begins) if self._read else None

    @property
    def _begins(self) -> bool:
        return self.begin is not None and self.begin.box.isChecked()

    @override
    def take(self) -> None:
        read, ahead = self._read, cast("Prepared[Planned] | None", self.copy_first.made)
        if read is None:  # an answer has changed meanwhile
            self.do.setEnabled(True)
            return
        tables = self.desk.journal.safe.kept_tables
        call = partial(tables.take, read, begin_plan=self._begins, ahead=ahead)
        if self.desk.editing.do(self.wording.text("Table added"), call) is not None:
            self.accept()


def _samples(table: "KeptTable", at: int) -> str:
    """Return the first cells of a column, as an example."""
    cells = [row[at].strip() for row in table.rows if row[at].strip()]
    return " · ".join(cell[:30] for cell in cells[:_SAMPLES])


def _read_table(path: Path) -> "KeptTable":
    from homejournal.exchange.tables import MOST_BYTES, read_kept_table

    with disk_errors(path):
        data = read_chosen(path, MOST_BYTES + 1)
    return read_kept_table(data)
