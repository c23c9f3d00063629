"""The months that have entries, to jump to: a list beside the entries, or a drop-down."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from homejournal.domain.journal.timeline import MonthOfEntries
from homejournal.texts import timeline as said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px
from homejournal.ui.widgets.fields.choices import DropDown

_FIRST = Qt.ItemDataRole.UserRole
WIDE = 172
"""Wide enough for the longest month with hundreds of entries, beside a scroll bar."""


class MonthList(QListWidget):
    """`picked` carries the first day of a month that a person chose."""

    picked = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._shown: tuple[MonthOfEntries, ...] = ()
        self.setAccessibleName(wording.text("Go to month"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(px(WIDE))
        self.itemClicked.connect(self._on_picked)

    def show_months(self, months: Sequence[MonthOfEntries]) -> None:
        """Show these months, each year under its own heading."""
        if self._shown == tuple(months):
            return
        self._shown = tuple(months)
        at, wording = self.current(), self._wording
        self.clear()
        year = 0
        for month in months:
            if month.first.year != year:
                year = month.first.year
                self.addItem(self._heading(wording.year(month.first)))
            item = QListWidgetItem(said.month_of_list(wording, month))
            item.setData(_FIRST, month.first)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said.month_aloud(wording, month))
            self.addItem(item)
        if at is not None:
            self.show_current(at)

    def _heading(self, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        item.setFont(strong)
        return item

    def current(self) -> date | None:
        item = self.currentItem() if self.currentRow() >= 0 else None
        first = item.data(_FIRST) if item is not None else None
        return first if isinstance(first, date) else None

    def show_current(self, first: date) -> None:
        """Mark a month without going there."""
        for at in range(self.count()):
            if self.item(at).data(_FIRST) == first:
                self.setCurrentRow(at)

    def _on_picked(self, item: QListWidgetItem) -> None:
        first = item.data(_FIRST)
        if isinstance(first, date):
            self.picked.emit(first)

    @override
    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if (first := self.current()) is not None:
                self.picked.emit(first)
        else:
            super().keyPressEvent(event)


class MonthDropDown(DropDown[date]):
    """The same where there is no room for a list."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._go = wording.text("Go to month")
        self.setAccessibleName(self._go)
        self.show_months(())

    def show_months(self, months: Sequence[MonthOfEntries]) -> None:
        offered = [(month.first, self._wording.month(month.first)) for month in months]
        self.set_choices([(None, self._go), *offered], None)
