"""A dialog with a list of records: search, add, change, remove."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.names import matches_typed
from homejournal.domain.records.record import Kind
from homejournal.ui.kit.done_notice import DoneNotice
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import WrappingLines
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.layout.dialog import BaseDialog, FootButtons, Role, fit
from homejournal.ui.widgets.layout.scroll_areas import SharedHeight
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk

_LEAST_HEIGHT = 400
SEARCHED_FROM = 13
"""So many lines have a search over them; fewer are seen at a glance."""

Line = tuple[UUID, str]


class ListDialog(BaseDialog):
    """Shows `lines`; each change is one step, with Undo in the dialog itself."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset()
    """The kinds of record whose change makes it ask for its lines again."""

    def __init__(self, desk: "Desk", title: str, lead: str, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.desk, self.wording = desk, desk.wording
        self._lead = WrapLabel(lead)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.wording.text("Type to find a line"))
        self.search.setAccessibleName(self.wording.text("Type to find a line"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(WrappingLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = WrapLabel("", "muted")
        self.does = FlowRow(gap=8)
        self.notice = DoneNotice(desk)
        self._of_chosen: list[QPushButton] = []
        self._column = SharedHeight(self, _LEAST_HEIGHT).column
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(10))
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.show_lines)
        self.search.installEventFilter(self)
        self.list.itemDoubleClicked.connect(self._on_double_click)
        self.list.currentItemChanged.connect(self._on_current)
        self.desk.editing.changed.connect(self._on_changed)

    def lines(self) -> Sequence[Line]:
        """Return the lines in their order, each with the record it stands for."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Return the sentence for an empty list."""
        raise NotImplementedError

    def change_chosen(self) -> None:
        """Open the form of the chosen line, as Enter and a double click do."""
        raise NotImplementedError

    def remove_chosen(self) -> None:
        """Take the chosen line away, as the Delete key does."""
        raise NotImplementedError

    def add_button(self, words: str, icon: str, *, chosen: bool = False) -> QPushButton:
        """Add a button under the list; with `chosen` it needs a line that is chosen."""
        button = make_button(words, icon)
        button.setAutoDefault(False)
        button.setVisible(self.desk.can_write)
        self.does.add(button)
        if chosen:
            self._of_chosen.append(button)
        return button

    def chosen(self) -> UUID | None:
        if self.list.currentRow() < 0:
            return None
        return UUID(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def ask(self) -> None:
        close = FootButtons()
        close.addButton(self.wording.text("Close"), Role.RejectRole)
        close.rejected.connect(self.reject)
        for part in (self._lead, self.search, self.list, self._none, self.does, self.notice, close):
            self._column.addWidget(part, 1 if part is self.list else 0)
        fit(self, px(560), px(600))
        self.show_lines()
        self.open()
        self._first_part().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_part(self) -> QWidget:
        """Return where to begin: the search, the list, or where that is empty its first button."""
        parts = (self.search, self.list, *self.does.findChildren(QPushButton))
        return next((part for part in parts if not part.isHidden()), self)

    def show_lines(self, _typed: str = "") -> None:
        """Read the lines again; the chosen one, or the one in its place, stays chosen."""
        lines = self.lines()
        self.search.setVisible(len(lines) >= SEARCHED_FROM or bool(self.search.text()))
        shown = [line for line in lines if matches_typed(self.search.text(), line[1])]
        self._fill(shown)
        words = self.wording.text("No line fits.") if lines else self.nothing()
        self._none.setText(words)
        self._none.setVisible(not shown)
        self.list.setVisible(bool(shown))
        if not shown and lines:
            announce(self, words)
        self._on_current()

    def _fill(self, shown: Sequence[Line]) -> None:
        chosen, row = self.chosen(), self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for record, words in shown:
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, str(record))
                self.list.addItem(item)
            at = next((n for n, (record, _) in enumerate(shown) if record == chosen), None)
            self.list.setCurrentRow(max(0, min(row, len(shown) - 1)) if at is None else at)

    def _on_current(self, *_items: object) -> None:
        for button in self._of_chosen:
            button.setEnabled(self.list.currentRow() >= 0)
        self.current_changed()

    def current_changed(self) -> None:
        """React to another chosen line; does nothing by itself."""

    def _on_double_click(self, _item: QListWidgetItem) -> None:
        if self.desk.can_write:
            self.change_chosen()

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & self.SHOWS:
            self.show_lines()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Go from the search into the list with the down key."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        writes = self.desk.can_write and self.chosen() is not None and self.list.hasFocus()
        if writes and event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        elif writes and event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.change_chosen()
        else:
            super().keyPressEvent(event)
