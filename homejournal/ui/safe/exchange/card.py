"""The card on export, import, handing over and moving."""

from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.exchange.export_dialog import ExportDialog
from homejournal.ui.safe.exchange.import_dialogs import JournalImportDialog
from homejournal.ui.safe.exchange.table_import import TableImportDialog
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.safe.exchange.import_dialogs import FileImportDialog


class ExchangeCard(SafeCard):
    """Everything in the journal can be exported, and imported again."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Export and import"))
        text = self.wording.text
        lead = text(
            "What you write is yours. It can leave in files that other programs read, and come"
            " back. You always see first what would change."
        )
        self.whole = self.button(text("Save everything…"))
        self.bring = self.button(text("Import a file…"))
        self.table = self.button(text("Import an old table…"))
        self.hand_over = self.button(text("Hand over one child’s journal…"))
        self.moving = self.button(text("Move to a new computer…"))
        row = FlowRow(gap=8)
        row.add(self.whole, self.bring, self.table, self.hand_over, self.moving)
        self.body.addWidget(WrapLabel(lead, "muted"))
        self.body.addWidget(row)
        self.whole.clicked.connect(self._on_whole)
        self.bring.clicked.connect(self._on_bring)
        self.table.clicked.connect(self._on_table)
        self.hand_over.clicked.connect(self._on_hand_over)
        self.moving.clicked.connect(self._on_move)

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
