"""The journal: everything written, newest first, to search, read, correct, delete and restore."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.journal.timeline import TimelineFilter, hides_entries
from homejournal.texts import timeline as said
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.journal.bin import JournalBin
from homejournal.ui.journal.entry_list import JournalList, Source, TimelineModel
from homejournal.ui.journal.entry_panel import EntryPanel
from homejournal.ui.journal.filters import FilterBar
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.button import ToggleButton, make_button
from homejournal.ui.widgets.cards.notice import EmptyState, Notice
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column, in_row
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_areas import SharedHeight
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.texts.wording import Wording


class JournalHeader(QWidget):
    """`life_wanted` asks for the life events; `bin` is pressed while what was deleted is shown."""

    life_wanted = Signal()

    def __init__(self, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = wording.text
        self.life = make_button(text("Life events…"), on=self.life_wanted)
        set_icon(self.life, "home", "muted", 16)
        self.bin = ToggleButton(text("Recently deleted"))
        set_icon(self.bin, "trash", "muted", 16)
        links = FlowRow(gap=10)
        for button in (self.life, self.bin):
            set_look(button, "link")
            links.add(button)
        in_column(TwoEnds(WrapLabel(text("Journal"), "title"), links), inside=self)


_BESIDE_FROM = 700
_LEAST_HEIGHT = 460
_COUNT_AFTER_MS = 150


class JournalPage(Page):
    """A list with the chosen entry beside it, or instead of it where the window is narrow."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._shown_child: UUID | None = None
        self._reading = self._narrow = False
        self._add_head()
        self._add_list()
        self.entry = EntryPanel(desk)
        self.list.delete_wanted.connect(self.entry.delete)
        self.entry.closed.connect(self._on_back)
        self.entry.day_wanted.connect(self._on_day)
        self.bin = JournalBin(desk)
        self.bin.left.connect(self._leave_bin)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self._count)
        self._lay_out()

    def _add_head(self) -> None:
        text = self._wording.text
        self._head = JournalHeader(self._wording)
        self._head.life_wanted.connect(self._on_life)
        self._bin = self._head.bin
        self._bin.toggled.connect(self._on_bin)
        self.filter = FilterBar(self._wording, self.desk.today())
        self.filter.changed.connect(self._on_filter)
        self.filter.search.left.connect(self._go_to_list)
        self._hidden = Notice("", button_text=text("Show all"))
        self._hidden.pressed.connect(self.show_all)
        self._empty = EmptyState("notebook", "", "")
        self._empty.pressed.connect(self._on_empty)

    def _add_list(self) -> None:
        journal = self.desk.journal
        source = Source(journal.timeline, journal.family, self._wording, self.desk.today)
        self.model = TimelineModel(source, self)
        self.list = JournalList()
        self.list.setAccessibleName(self._wording.text("Everything written, newest first"))
        self.list.setModel(self.model)
        self.list.reached.connect(self._show_chosen)
        self.list.opened.connect(self._on_opened)

    def _lay_out(self) -> None:
        self._body = QWidget()
        body = in_row(gap=12, inside=self._body)
        body.addWidget(self.list, 3)
        body.addWidget(self.entry, 2)
        for part in (self.list, self.entry):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column = SharedHeight(self, _LEAST_HEIGHT).column
        column.setContentsMargins(px(32), px(16), px(32), px(16))
        column.setSpacing(px(12))
        column.addWidget(self._head)
        column.addWidget(self.filter)
        for notice in (self._hidden, self._empty):
            column.addWidget(notice)
            notice.hide()
        column.addWidget(self._body, 1)
        column.addWidget(self.bin, 1)
        self.bin.hide()
        self.setTabOrder(self.filter.ends_with, self._head.life)
        self.setTabOrder(self._head.life, self._bin)

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SEARCH: self.search, Action.SHOW_DELETED: self.show_deleted}

    @property
    @override
    def title(self) -> str:
        return self._wording.text("Journal")

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        self.filter.offer(self.desk.journal.family(), self.child)
        if self._bin.isChecked():
            self.bin.show_child(self.child)
        elif self._shown_child == self.child and self.model.asked is not None:
            self._keep_choice()
        else:
            self._shown_child = self.child
            self._ask()
        self._show_parts()

    @override
    def open_at(self, place: object) -> None:
        if isinstance(place, TimelineFilter):
            self._bin.setChecked(False)
            self.filter.show_filter(place)
        else:
            super().open_at(place)

    @override
    def typed(self) -> object:
        return None if self.child is None else self.filter.asked(self.child)

    @override
    def type_in(self, typed: object) -> None:
        if isinstance(typed, TimelineFilter) and typed.child == self.child:
            self.filter.show_filter(typed)

    def search(self) -> None:
        """Go to the search."""
        self._bin.setChecked(False)
        self._on_back()
        self.filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.search.selectAll()

    def show_deleted(self) -> None:
        """Show what was deleted, to be brought back."""
        self._bin.setChecked(True)

    def show_all(self) -> None:
        """Take every filter away."""
        self.filter.show_filter(None)

    def _ask(self) -> None:
        if self.child is None:
            return
        self.model.ask(self.filter.asked(self.child))
        self.list.scrollToTop()
        self._reading = False
        self._show_chosen()
        self._show_hidden(None)
        self._counting.start()

    def _count(self) -> None:
        asked = self.model.asked
        if asked is not None and hides_entries(asked):
            self._show_hidden(self.desk.journal.timeline.count_with_life(asked))

    def _show_hidden(self, shown: int | None) -> None:
        asked = self.model.asked
        hides = asked is not None and hides_entries(asked)
        self._hidden.setVisible(hides and not self._bin.isChecked())
        if hides:
            words = said.hidden_by_filter(self._wording, shown)
            if shown is not None or not self._hidden.text():
                self._hidden.set_text(words, self._wording.text("Show all"))

    def _show_parts(self) -> None:
        deleted = self._bin.isChecked()
        self.bin.setVisible(deleted)
        self._body.setVisible(not deleted)
        nothing = self.model.rowCount() == 0
        self._empty.setVisible(nothing and not deleted)
        alone = self._narrow and self._reading and not nothing
        self.list.setVisible(not nothing and not alone)
        self._head.setVisible(not alone)
        self.entry.setVisible(not nothing and (self._reading or not self._narrow))
        self.entry.set_back(offered=self._narrow)
        self.filter.setVisible(not deleted and not alone)
        if nothing:
            self._show_empty()

    def _show_empty(self) -> None:
        text = self._wording.text
        asked = self.model.asked
        if asked is not None and hides_entries(asked):
            other = text("Try other words, or show everything.")
            if not self.desk.journal.safe.checkup.is_proved:
                other = text("Your journal is still being checked. Look again in a moment.")
            self._empty.set_texts(text("Nothing fits"), other, text("Show all"))
        else:
            first = text("What you write down on Today stands here, day by day.")
            self._empty.set_texts(text("Nothing written yet"), first, text("Go to today"))

    def _keep_choice(self) -> None:
        """Read the list again, and choose the same entry, or the one in its place."""
        chosen = self.entry.row.record.id if self.entry.row else None
        at = self.list.currentIndex().row()
        self.model.ask_again()
        found = self.model.row_of(chosen) if chosen else None
        again = found if found is not None else min(at, self.model.rowCount() - 1)
        if again >= 0:
            self.list.setCurrentIndex(self.model.index(again))
        self._show_chosen()
        self._show_hidden(None)
        self._counting.start()

    def _show_chosen(self) -> None:
        at = self.list.currentIndex()
        row = self.model.row(at.row()) if at.isValid() else None
        self.entry.show_row(row)

    def _on_filter(self) -> None:
        self._ask()
        self._show_parts()

    def _on_bin(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._shown_child = None
        self._reading = False
        self._hidden.set_text("")
        self.refresh()

    def _on_life(self) -> None:
        self.wants.emit(Action.LIFE_EVENTS)

    def _leave_bin(self) -> None:
        self._bin.setChecked(False)
        self._go_to_list()

    def _on_empty(self) -> None:
        if self.model.asked is not None and hides_entries(self.model.asked):
            self.show_all()
        else:
            self.asks_for.emit("today", None)

    def _on_opened(self) -> None:
        if not self._narrow:
            return
        self._reading = True
        self._show_parts()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._reading = False
        self._show_parts()
        self._go_to_list()

    def _on_day(self, day: object) -> None:
        self.asks_for.emit("today", day)

    def _go_to_list(self) -> None:
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(_BESIDE_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._reading = False
            self._show_parts()
