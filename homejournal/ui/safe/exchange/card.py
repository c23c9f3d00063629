"""The card on export, import, handing over and moving, with the dialog that exports everything."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import DiskError
from homejournal.services.import_export import WholeFile, WholeWish, whole_file
from homejournal.texts.entry_filter import filter_said
from homejournal.texts.safe.import_export import mending_said, not_in_file
from homejournal.ui.base.files import where_to_save
from homejournal.ui.base.worker import on_worker
from homejournal.ui.kit.steps import ButtonSteps
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.exchange.import_dialogs import (
    FileImportDialog,
    JournalImportDialog,
    TableImportDialog,
)
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import SingleChoice, TickRow
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.journal.entry_filter import EntryFilter
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class ExportDialog(ButtonSteps):
    """The file is read again before it is called saved."""

    ONE_STEP = True

    def __init__(
        self, desk: "Desk", parent: QWidget | None, asked: "EntryFilter | None" = None
    ) -> None:
        text = desk.wording.text
        self._asked = asked
        self._title = text("Save what fits") if asked else text("Save everything")
        super().__init__(desk, self._title, text("Save the file…"), parent)
        choices = [
            (WholeFile.XLSX, text("A workbook, to read")),
            (WholeFile.CSV, text("Tables, to read and bring back")),
            (WholeFile.JSON, text("One file, to bring back")),
        ]
        self.form = SingleChoice(choices, text("Which kind of file?"))
        self.form.set_choice(WholeFile.XLSX)
        self.form.chosen.connect(self._on_form)
        self._about = WrapLabel("", "muted")
        self.private = TickRow("private", text("With our private notes, and how it feels"), "")
        self.careful = Notice(
            text(
                "Your private notes are in this file, and it has no password. Keep it to yourself."
            ),
            NoticeKind.CAREFUL,
        )
        self.private.ticked.connect(self._on_form)
        if asked:
            fits = filter_said(self.wording, desk.journal.family(), asked)
            self.column.add(WrapLabel(text("Only: {filter}", filter=fits), "strong"))
        self.column.add(self.form, self._about, self.private, self.careful)
        self._on_form()

    @property
    def chosen(self) -> WholeFile:
        form = self.form.choice()
        return form if isinstance(form, WholeFile) else WholeFile.XLSX

    def _on_form(self, *_changed: object) -> None:
        is_book = self.chosen is WholeFile.XLSX
        about = _about_part if self._asked else _about
        self._about.setText(about(self.wording, self.chosen))
        self.private.setVisible(is_book)
        self.careful.setVisible(not is_book or self.private.box.isChecked())

    @override
    def go_on(self) -> None:
        ending = _ENDINGS[self.chosen]
        name = f"homejournal-{self.desk.today().isoformat()}.{ending}"
        dialog = where_to_save(self, self._title, [f"*.{ending}"], name)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write the file on the worker."""
        private = self.private.box.isChecked()
        wish = self.desk.journal.files.wish(
            self.chosen, self.wording, private=private, asked=self._asked
        )
        work = on_worker(partial(_write, wish, Path(name)))
        self.run_step(work, self._on_written, self.wording.text("The file is written."))

    def _on_written(self, made: tuple[Path, int]) -> None:
        path, changed = made
        text = self.wording.text
        file = self.wording.own(str(path))
        lines = [text("The file is written and was read once more: {file}", file=file)]
        if changed:
            lines += [not_in_file(self.wording, changed), mending_said(self.wording)]
        self.end_with(*lines)


_ENDINGS = {WholeFile.JSON: "json", WholeFile.CSV: "zip", WholeFile.XLSX: "xlsx"}


def _about(wording: "Wording", form: WholeFile) -> str:
    match form:
        case WholeFile.XLSX:
            return wording.text(
                "For Excel, LibreOffice and others: the whole journal. It cannot be brought back."
                " To show less, choose a filter in the Journal."
            )
        case WholeFile.CSV:
            return wording.text(
                "A zip file of tables for any spreadsheet program. A journal can take all of it"
                " back. Photos are not in it."
            )
        case _:
            return wording.text(
                "All that is written, in an open format. A journal can take all of it back. Photos"
                " are not in it."
            )


def _about_part(wording: "Wording", form: WholeFile) -> str:
    if form is WholeFile.XLSX:
        return wording.text("For Excel, LibreOffice and others. It cannot be brought back.")
    return wording.text("Days without an entry are not in it, nor are photos.")


def _write(wish: "WholeWish", path: Path) -> tuple[Path, int]:
    """Write the file and read it again; raises DiskError if it differs."""
    from homejournal.exchange.read_and_save import disk_errors, safe_save

    made = whole_file(wish)
    safe_save(path, made.data)
    with disk_errors(path):
        if path.read_bytes() != made.data:
            raise DiskError(path)
    return path, made.changed


class ExchangeCard(SafeCard):
    """Everything in the journal can be exported, and imported again."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Import and export"))
        text = self.wording.text
        self.whole = self.button(text("Save everything…"), self._on_whole)
        self.bring = self.button(text("Import a file…"), self._on_bring)
        self.table = self.button(text("Import an old table…"), self._on_table)
        self.hand_over = self.button(text("Hand over one child’s journal…"), self._on_hand_over)
        self.moving = self.button(text("Move to a new computer…"), self._on_move)
        self.show_state(text("You see first what would change"))
        self.offer(self.whole)
        self.fold_away(FlowRow(self.bring, self.table, self.hand_over, self.moving, gap=8))

    @override
    def fill(self) -> None:
        has_child = bool(self.desk.journal.family().children)
        self.bring.setEnabled(self.desk.can_write)
        self.table.setEnabled(self.desk.can_write and has_child)
        self.hand_over.setEnabled(has_child)

    def _on_whole(self) -> None:
        ExportDialog(self.desk, self.window()).ask()

    def _on_bring(self) -> None:
        self._ask(JournalImportDialog(self.desk, self.window()))

    def _on_table(self) -> None:
        self._ask(TableImportDialog(self.desk, self.window()))

    def _ask(self, dialog: "FileImportDialog") -> None:
        dialog.finished.connect(self._on_finished)
        dialog.ask()

    def _on_finished(self, _result: int) -> None:
        self.copied.emit()

    def _on_hand_over(self) -> None:
        from homejournal.ui.safe.exchange.sealed_file_dialogs import HandOverDialog

        HandOverDialog(self.desk, self.window()).ask()

    def _on_move(self) -> None:
        from homejournal.ui.safe.exchange.sealed_file_dialogs import NewComputerDialog

        NewComputerDialog(self.desk, self.window()).ask()
