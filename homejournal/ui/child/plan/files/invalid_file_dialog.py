"""A plan file that cannot be taken in: what is the matter with it, where, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.errors import Fault, FaultKind
from homejournal.texts.file_faults import explain_fault
from homejournal.texts.wording import Wording
from homejournal.ui.base.clipboard import copy
from homejournal.ui.kit.base_dialog import SeenDialog
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.dialog_foot import add_foot, foot_row
from homejournal.ui.widgets.layout.dialog_size import fit
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_column import ScrollColumn
from homejournal.ui.widgets.text.labels import WrapLabel

_TOLD = 8


class PlanFaultsDialog(SeenDialog):
    """Without a fault, the file could not be read at all. `another` asks for another file."""

    another = Signal()

    def __init__(self, wording: Wording, faults: Sequence[Fault], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.text("Add a plan file"))
        self._wording = wording
        self._lines = [explain_fault(wording, fault) for fault in faults]
        scroll = ScrollColumn(edge=20)
        scroll.column.setContentsMargins(px(20), px(16), px(20), px(8))
        scroll.column.setSpacing(px(8))
        scroll.add(WrapLabel(wording.text("Nothing was taken from this file."), "heading"))
        for words in self._told(faults):
            scroll.add(WrapLabel(words))
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        buttons = self._buttons(mendable=len(faults) > 0 and not _strange(faults))
        add_foot(column, scroll, [buttons])
        width, height = px(560), scroll.column.totalHeightForWidth(px(540)) + px(96)
        fit(self, width, height)

    def _told(self, faults: Sequence[Fault]) -> list[str]:
        text = self._wording.text
        if not faults:
            return [text("It could not be read. Look whether it is still there, and try again.")]
        if _strange(faults):
            return [
                text(
                    "It is not a plan file. A plan file ends in .hjplan and was saved by"
                    " homejournal, or written as the help page “Plan files” says."
                )
            ]
        more = len(faults) - _TOLD
        lead = self._wording.count(
            "{n} place in it needs mending. Whoever made the file can do that with these lines:",
            "{n} places in it need mending. Whoever made the file can do that with these lines:",
            len(faults),
        )
        told = [lead, *self._lines[:_TOLD]]
        if more > 0:
            told.append(self._wording.count("and {n} more place", "and {n} more places", more))
        return told

    def _buttons(self, *, mendable: bool) -> FlowRow:
        text = self._wording.text
        other = WordButton(text("Choose another file…"))
        other.clicked.connect(self._on_another)
        close = WordButton(text("Close"))
        close.clicked.connect(self.reject)
        if not mendable:
            return foot_row(close, other)
        copies = WordButton(text("Copy these lines"))
        set_icon(copies, "copy", "text", 18)
        copies.clicked.connect(self._on_copy)
        return foot_row(close, copies, other)

    def _on_copy(self) -> None:
        data = QMimeData()
        data.setText("\n".join(self._lines))
        copy(data)

    def _on_another(self) -> None:
        self.accept()
        self.another.emit()


def _strange(faults: Sequence[Fault]) -> bool:
    """Say whether this is no plan file at all, so that there is nothing in it to mend."""
    return faults[0].what in {FaultKind.NOT_A_PLAN, FaultKind.NOT_JSON, FaultKind.NOT_UTF8}
