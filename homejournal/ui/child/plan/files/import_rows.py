"""One thing of a plan file in its dialog: a tick, what it is, and what it says line by line."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from homejournal.domain.plan.plan_files import Fate, PlanItem, PlanTicks
from homejournal.domain.records.plan import PlanStep
from homejournal.domain.text_rules import TEXT_LETTERS
from homejournal.texts.plan.plan_file import LineTold, fate_said, item_lines, item_title
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.layout.mirrored_margins import inset
from homejournal.ui.widgets.text.labels import WrapLabel

_HEARD_LETTERS = 2000


class PlanFileRow(QWidget):
    """`ticked` carries the id and whether it is ticked; what stands already has no tick to set."""

    ticked = Signal(object, bool)

    def __init__(self, wording: Wording, item: PlanItem, names: Mapping[UUID, str]) -> None:
        super().__init__()
        self.item, self._wording = item, wording
        step = isinstance(item.record, PlanStep)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset(px(28) if step else 0, bottom=px(4)))
        column.setSpacing(px(2))
        title = item_title(wording, item.record)
        fate = fate_said(wording, item.fate)
        lines = item_lines(wording, item, names)
        about = "; ".join((fate, *map(self._heard, lines)))[:_HEARD_LETTERS]
        self.line = TickRow("", title, about, "" if step else "strong", most=TEXT_LETTERS)
        self.line.add_word(fate)
        self.line.ticked.connect(self._on_ticked)
        column.addWidget(self.line)
        for line in lines:
            column.addWidget(self._told(line))

    def show_ticks(self, ticks: PlanTicks) -> None:
        """Show whether it is ticked, and whether it can be."""
        self.line.show_ticked(self.item.record.id in ticks.chosen)
        self.line.box.setEnabled(ticks.possible(self.item))

    def _told(self, line: LineTold) -> QWidget:
        """Return a line with its words, beside the words that stand now where it has some."""
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(inset(px(40), px(2), 0, px(2)))
        column.setSpacing(0)
        column.addWidget(WrapLabel(line.label, "small"))
        if self.item.fate is Fate.NEW:
            column.addWidget(WrapLabel(line.now, most=TEXT_LETTERS))
            return told
        row = QHBoxLayout()
        row.setSpacing(px(16))
        for words, look in zip(self._both(line), ("muted", ""), strict=True):
            label = WrapLabel(words, look, most=TEXT_LETTERS)
            row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return told

    def _both(self, line: LineTold) -> tuple[str, str]:
        """Return what stands now, and what the file says."""
        text = self._wording.text
        return (
            text("now: {words}", words=line.before or "–"),
            text("in the file: {words}", words=line.now or "–"),
        )

    def _heard(self, line: LineTold) -> str:
        said = line.now if self.item.fate is Fate.NEW else "; ".join(self._both(line))
        return f"{line.label}: {said}"

    def _on_ticked(self, _key: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.ticked.emit(self.item.record.id, on)
