"""Recently deleted records by kind, to look at and restore."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.journal.bin import BinSection, Deleted
from homejournal.texts import versions as said
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.delete_for_good.delete_dialog import Choice
from homejournal.ui.delete_for_good.deletion import Deletion
from homejournal.ui.journal.entry_panel import whole_text
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import EmptyState, Notice
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, let_go, turn
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk

_FIRST, _NEXT = 12, 60
_BESIDE_FROM = 600
_PLACE = Qt.ItemDataRole.UserRole


class JournalBin(QWidget):
    """Each section shows some at first and more when asked for; `left` leads to the journal."""

    left = Signal()

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        text = desk.wording.text
        self._child: UUID | None = None
        self._asked: dict[BinSection, int] = {}
        self._deleted: list[Deleted] = []
        self._purges: Deletion | None = None
        kept = text("What you deleted is kept here until it is deleted for good.")
        self.notice = Notice(kept, button_text=text("Back to the journal"))
        self.notice.pressed.connect(self.left)
        self.list = QListWidget()
        self.list.setAccessibleName(text("What was deleted, by kind"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        nothing = text("What you delete waits here. You can bring it back.")
        self._empty = EmptyState("basket", text("Nothing was deleted"), nothing)
        self.panel = QFrame()
        set_look(self.panel, "panel")
        self.panel.setAccessibleName(text("The chosen entry"))
        self._scroll = ScrollColumn(edge=16)
        self._scroll.set_clear()
        self._scroll.column.setContentsMargins(px(16), px(12), px(16), px(16))
        self._scroll.column.setSpacing(px(8))
        self._lay_out()

    def _lay_out(self) -> None:
        in_column(
            self._scroll, grow=self._scroll, edges=(px(2), px(6), px(2), px(6)), inside=self.panel
        )
        self._body = QWidget()
        self._row = in_row(gap=12, inside=self._body)
        self._row.addWidget(self.list, 3)
        self._row.addWidget(self.panel, 2)
        for part in (self.list, self.panel):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        in_column(self.notice, self._empty, self._body, grow=self._body, gap=12, inside=self)

    def show_child(self, child: UUID) -> None:
        """Show what was deleted of a child and of the whole home."""
        if child != self._child:
            self._child, self._asked = child, {}
        row = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            self._deleted = []
            for section in BinSection:
                self._add_section(section, child)
        self._empty.setVisible(not self._deleted)
        self._body.setVisible(bool(self._deleted))
        self._choose(row)
        self._show_chosen()

    def _add_section(self, section: BinSection, child: UUID) -> None:
        wanted = self._asked.get(section, _FIRST)
        page = self._desk.journal.bin.page(child, section, limit=wanted)
        if not page.deleted and page.more is None:
            return
        head = QListWidgetItem(said.bin_section_title(self._wording, section))
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        strong = QFont(self.list.font())
        strong.setWeight(QFont.Weight.DemiBold)
        head.setFont(strong)
        self.list.addItem(head)
        family = self._desk.journal.family()
        for deleted in page.deleted:
            item = QListWidgetItem(said.deleted_line(self._wording, family, deleted.record))
            item.setData(_PLACE, len(self._deleted))
            self._deleted.append(deleted)
            self.list.addItem(item)
        if page.more is not None:
            more = QListWidgetItem(self._wording.text("Show earlier ones"))
            more.setData(_PLACE, section.name)
            self.list.addItem(more)

    def _choose(self, row: int) -> None:
        """Choose a row, or the next one that can be chosen."""
        rows = [at for at in range(self.list.count()) if self.list.item(at).flags()]
        if rows:
            self.list.setCurrentRow(next((at for at in rows if at >= row), rows[-1]))

    def chosen(self) -> Deleted | None:
        """Return the chosen record, or None on the row that loads earlier ones."""
        if self.list.currentRow() < 0:
            return None
        place = self.list.currentItem().data(_PLACE)
        return self._deleted[place] if isinstance(place, int) else None

    def _show_chosen(self, *_items: object) -> None:
        for old in self._scroll.take_all():
            let_go(old)
        chosen = self.chosen()
        if chosen is None:
            hint = self._wording.text("Choose an entry to read it whole.")
            self._scroll.add(WrapLabel(hint, "muted"))
            return
        family = self._desk.journal.family()
        at = self._desk.journal.bin.moment(chosen)
        name = said.deleted_line(self._wording, family, chosen.record)
        self._scroll.add(WrapLabel(name, "heading", most=400))
        if self._desk.can_write:
            self._scroll.add(self._buttons(name))
        for line in said.deleted_details(self._wording, family, chosen.record):
            self._scroll.add(whole_text(line))
        self._scroll.add(WrapLabel(said.deleted_when(self._wording, at), "small"))
        whole = self._wording.text("What belonged to it comes back with it.")
        self._scroll.add(WrapLabel(whole, "small"))

    def _buttons(self, name: str) -> FlowRow:
        back = make_button(self._wording.text("Bring it back"), "arrow-back-up", look="chip")
        back.setAccessibleDescription(name)
        back.clicked.connect(self._on_back)
        delete = make_button(self._wording.text("Delete for good…"), "trash", look="chip")
        delete.setAccessibleDescription(name)
        delete.clicked.connect(self._on_delete)
        return FlowRow(back, delete, gap=6)

    def _on_delete(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        name = said.deleted_line(self._wording, self._desk.journal.family(), chosen.record)
        look = partial(self._desk.journal.safe.purging.of_deleted, chosen.record.id)
        if self._purges is None:
            self._purges = Deletion(self._desk, self)
        self._purges.ask(Going.ENTRY, [Choice(name, look)])

    def _on_activated(self, item: QListWidgetItem) -> None:
        section = item.data(_PLACE)
        if isinstance(section, str) and self._child is not None:
            before = self._asked.get(BinSection[section], _FIRST)
            self._asked[BinSection[section]] = before + _NEXT
            self.show_child(self._child)

    def _on_back(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        name = said.deleted_line(self._wording, self._desk.journal.family(), chosen.record)
        words = self._wording.text("Brought back: {name}", name=name)
        self._desk.editing.do(words, partial(self._desk.journal.bin.bring_back, chosen.record.id))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the panel under the list where they do not fit side by side."""
        super().resizeEvent(event)
        turn(self._row, across=self.width() >= px(_BESIDE_FROM))
