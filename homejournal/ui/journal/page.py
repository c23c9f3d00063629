"""The journal: everything written, newest first, to search, read, correct, delete and restore."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.journal.calm_month import Later
from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.journal.timeline import JournalRow, MonthOfEntries, last_of_month
from homejournal.texts import timeline as said
from homejournal.texts.wording import Wording
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.base.timers import one_shot
from homejournal.ui.journal.entry_list import JournalList
from homejournal.ui.journal.entry_panel import EntryPanel
from homejournal.ui.journal.model import Source, TimelineModel
from homejournal.ui.journal.months import MonthDropDown, MonthList
from homejournal.ui.kit.filter_bar import FilterBar
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import MoreButton
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_row
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.layout.scroll_areas import SharedHeight
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from homejournal.ui.journal.bin import JournalBin


class SearchField(QLineEdit):
    """A search that hands the arrow down and Enter on to the list."""

    left = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        words = wording.text("Search in notes")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setMinimumWidth(px(200))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


_BESIDE_FROM, _MONTHS_FROM, _ALL_FROM = 860, 900, 1100
"""From these widths on the entry stands beside the list, the months do, and both of them."""
_LEAST_HEIGHT = 460
_COUNT_AFTER_MS = 150
_PARTS = tuple(part for part in FilterPart if part is not FilterPart.WORDS)


class JournalPage(Page):
    """The list has the whole room until an entry is chosen; in a narrow window, either of both."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Journal"))
        self._wording = desk.wording
        self._shown_child: UUID | None = None
        self._reading = self._in_bin = False
        self._hid = False
        """Whether a filter hid something when it was counted last."""
        self._offered: tuple[tuple[str, str], ...] = ()
        self._months: tuple[MonthOfEntries, ...] = ()
        self._add_head()
        self._add_list()
        self.entry = EntryPanel(desk)
        self.entry.closed.connect(self._on_back)
        self.entry.day_wanted.connect(self._on_day)
        self._counting = one_shot(self, self._count, _COUNT_AFTER_MS)
        self._lay_out()

    def _add_head(self) -> None:
        self.search_field = SearchField(self._wording)
        self.search_field.textChanged.connect(self._on_filter)
        self.search_field.left.connect(self._go_to_list)
        self.filter = FilterBar(self.desk, _PARTS, self.search_field)
        self.filter.changed.connect(self._on_filter)
        self.month_box = MonthDropDown(self._wording)
        self.month_box.picked.connect(self._on_month)
        self.more = MoreButton(self._wording.text("More for the journal"))
        self.more.picked.connect(self._on_more)
        ends = QWidget()
        in_row(self.month_box, self.more, gap=8, inside=ends)
        self._head = TwoEnds(WrapLabel(self.title, "title"), ends)
        self._hidden = WrapLabel("", "small")
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
        self.list.newer_wanted.connect(self._fetch_newer)
        self.list.newest_wanted.connect(self._go_to_newest)
        self.list.verticalScrollBar().valueChanged.connect(self._mark_month)
        self.list.delete_wanted.connect(self._on_delete)
        self.months = MonthList(self._wording)
        self.months.picked.connect(self._on_month)

    def _lay_out(self) -> None:
        self._body = QWidget()
        body = in_row(gap=12, inside=self._body)
        body.addWidget(self.list, 5)
        body.addWidget(self.entry, 4)
        body.addWidget(self.months)
        for side in (self.list, self.entry):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._area = SharedHeight(self, _LEAST_HEIGHT)
        column = self._area.column
        column.setContentsMargins(px(32), px(16), px(32), px(16))
        column.setSpacing(px(12))
        for part in (self._head, self.filter, self._hidden, self._empty):
            column.addWidget(part)
        self._hidden.hide()
        self._empty.hide()
        column.addWidget(self._body, 1)
        self._column = column

    @cached_property
    def bin(self) -> "JournalBin":
        """Return what was deleted; few want it, so it is made when somebody does."""
        from homejournal.ui.journal.bin import JournalBin

        made = JournalBin(self.desk)
        made.left.connect(self._leave_bin)
        self._column.addWidget(made, 1)
        return made

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SEARCH: self.search, Action.SHOW_DELETED: self.show_deleted}

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        self.filter.offer(self.desk.journal.family(), self.child)
        if self._in_bin:
            self.bin.show_child(self.child)
        elif self._shown_child == self.child and self.model.asked is not None:
            self._keep_choice()
        else:
            self._shown_child = self.child
            self._ask()
        self._show_parts()

    @override
    def page_entered(self) -> None:
        """Show the list where it stands in the place of the entry, and the way back out of sight.

        Beside the list, the entry stays.
        """
        if self._reading and not self.list.isVisibleTo(self):
            self._close_entry()

    @override
    def asked_again(self) -> None:
        """Show the list from its top, whatever is read."""
        self._set_bin(shown=False)
        self._close_entry()
        self._go_to_newest()
        self.list.setCurrentIndex(QModelIndex())
        self.list.scrollToTop()
        self._area.verticalScrollBar().setValue(0)

    @override
    def open_at(self, place: object) -> None:
        if isinstance(place, EntryFilter):
            self._in_bin = False
            self._show_filter(place)
        else:
            super().open_at(place)

    @override
    def typed(self) -> object:
        return None if self.child is None else self._asked()

    @override
    def type_in(self, typed: object) -> None:
        if isinstance(typed, EntryFilter) and typed.child == self.child:
            self._show_filter(typed)

    def search(self) -> None:
        self._set_bin(shown=False)
        self._on_back()
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def show_deleted(self) -> None:
        self._set_bin(shown=True)

    def show_all(self) -> None:
        """Take every filter away."""
        if self.child is not None:
            self._show_filter(EntryFilter(child=self.child))

    def _show_filter(self, asked: EntryFilter) -> None:
        with QSignalBlocker(self.search_field):
            self.search_field.setText(asked.words)
        self.filter.show_filter(asked)
        self._shown_child = None
        if self.isVisible():
            self.refresh()

    def _asked(self) -> EntryFilter | None:
        asked = self.filter.asked
        words = self.search_field.text()
        return asked.choosing(FilterPart.WORDS, words) if asked else None

    def _ask(self, through: date | None = None) -> None:
        asked = self._asked()
        if asked is None:
            return
        self.model.ask(asked, through)
        self.list.scrollToTop()
        if self.list.hasFocus():  # the ring is on a row, never around all of them
            self.list.setCurrentIndex(self.model.first_row())
        self._reading = False
        self._show_hidden(None)
        self._counting.start()

    def _count(self) -> None:
        asked = self.model.asked
        if asked is None:
            return
        self._months = self.desk.journal.timeline.months(asked)
        self.months.show_months(self._months)
        self.month_box.show_months(self._months)
        self._mark_month()
        self._show_hidden(sum(month.entries for month in self._months))
        self._show_parts()

    def _mark_month(self, _value: int = 0) -> None:
        """Mark the month that is in sight."""
        top = self.list.indexAt(QPoint(1, 1))
        day = self.model.day(top.row()) if top.isValid() else None
        if day is not None:
            self.months.show_current(day.replace(day=1))

    def _show_hidden(self, shown: int | None) -> None:
        hides = self._hides()
        self._hidden.setVisible(hides and not self._in_bin and self.model.rowCount() > 0)
        words = said.hidden_by_filter(self._wording, shown) if hides else ""
        if (shown is not None or not self._hidden.text()) and words != self._hidden.text():
            self._hidden.setText(words)
            announce(self, words)
        if shown is not None:
            if self._hid and not hides:
                announce(self, said.all_shown(self._wording, shown))
            self._hid = hides

    def _hides(self) -> bool:
        return self.model.asked is not None and bool(self.model.asked.chosen)

    def _show_parts(self) -> None:
        deleted = self._in_bin
        nothing = self.model.asked is not None and self.model.rowCount() == 0
        held = has_focus_inside(self._body)
        self._offer_more()
        room = self.width()
        beside = room >= px(_BESIDE_FROM)
        reading = self._reading and not nothing
        alone = reading and not beside
        months = len(self._months) > 1 and not deleted and not nothing
        if deleted or "bin" in vars(self):
            self.bin.setVisible(deleted)
        self._body.setVisible(not deleted and not nothing)
        self._empty.setVisible(nothing and not deleted)
        self.list.setVisible(not alone)
        self._head.setVisible(not alone)
        self.filter.setVisible(not deleted and not alone)
        self.entry.setVisible(reading)
        self.entry.set_alone(alone)
        listed = room >= px(_ALL_FROM if reading else _MONTHS_FROM)
        self.months.setVisible(months and listed)
        self.month_box.setVisible(months and not listed)
        if nothing:
            self._show_empty()
        if nothing and held and not deleted:
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self) -> None:
        text = self._wording.text
        if not self._hides():
            self._empty.set_texts(*self._why_empty(), text("Go to today"))
            return
        other = text("The rest is hidden, not lost.")
        if not self.desk.journal.safe.checkup.is_proved:
            other = text("Your journal is still being checked. Look again in a moment.")
        self._empty.set_texts(text("Nothing fits"), other, text("Clear the filter"))

    def _why_empty(self) -> tuple[str, str]:
        """Return why nothing is listed: nothing was written, or damage lets nothing be read."""
        text = self._wording.text
        if not isinstance(self.desk.journal.read_only_because, JournalDamagedError):
            first = text("What you write down on Today appears here, day by day.")
            return text("Nothing written yet"), first
        from homejournal.texts.safe.repair import damage_said

        return text("Nothing can be read here now"), damage_said(self._wording)

    def _keep_choice(self) -> None:
        """Read the list again, and choose the same entry, or the one in its place."""
        row = self._current()
        at = self.list.currentIndex().row()
        self.model.ask_again()
        found = self.model.row_of(row.record.id) if row else None
        again = found if found is not None else min(at, self.model.rowCount() - 1)
        if again > 0:
            is_entry = self.model.row(again) is not None
            self.list.setCurrentIndex(self.model.index(again if is_entry else again - 1))
        self._show_chosen()
        self._show_hidden(None)
        self._counting.start()

    def _current(self) -> JournalRow | None:
        at = self.list.currentIndex()
        return self.model.row(at.row()) if at.isValid() else None

    def _show_chosen(self) -> None:
        self.entry.show_row(self._current() if self._reading else None)

    def _on_delete(self) -> None:
        self.entry.show_row(self._current())
        self.entry.delete()

    def _on_filter(self) -> None:
        self._hidden.setText("")
        self._ask()
        self._show_parts()

    def _on_month(self, first: object) -> None:
        if not isinstance(first, date):
            return
        self.month_box.set_value(None)
        newest = self._months[0].first if self._months else first
        self._ask(None if first == newest else last_of_month(first))
        self._show_parts()
        self._go_to_list()

    def _fetch_newer(self) -> None:
        if self.model.has_newer:
            self.list.keep_in_sight(self.model.fetch_newer())

    def _go_to_newest(self) -> None:
        if self.model.has_newer:
            self._ask()

    def _set_bin(self, *, shown: bool) -> None:
        if shown == self._in_bin:
            return
        self._in_bin = shown
        self._shown_child = None
        self._reading = False
        self.refresh()

    def _offer_more(self) -> None:
        lines = () if self.child is None else tuple(self._rarer(self.child))
        if lines != self._offered:  # with each letter of a search it would be made again
            self._offered = lines
            self.more.set_lines(lines)

    def _rarer(self, child: "UUID") -> "Iterator[tuple[str, str]]":
        """Yield what is done now and then; the book waits in a calm first month."""
        text = self._wording.text
        yield Action.LIFE_EVENTS.value, text("Life events…")
        if self.desk.journal.shows(Later.BOOK, child):
            yield Action.BOOK.value, text("The journal as a book…")
        if self._hides() and self.model.rowCount() > 0:
            yield Action.EXPORT_FITTING.value, text("Save what fits as a file…")
        yield Action.SHOW_DELETED.value, text("Recently deleted")

    def _on_more(self, name: str) -> None:
        action = Action(name)
        if action is Action.SHOW_DELETED:
            self.show_deleted()
        else:
            self.wants.emit(action)

    def _leave_bin(self) -> None:
        self._set_bin(shown=False)
        self._go_to_list()

    def _on_empty(self) -> None:
        if self._hides():
            self.show_all()
            self.search_field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asks_for.emit("today", None)

    def _on_opened(self) -> None:
        if self._current() is None:
            return
        self._reading = True
        self._show_chosen()
        self._show_parts()
        if not self.list.isVisible():
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._close_entry()
        self._go_to_list()

    def _close_entry(self) -> None:
        if self._reading:
            self._reading = False
            self._show_parts()
            self._show_chosen()

    def _on_day(self, day: object) -> None:
        self.asks_for.emit("today", day)

    def _go_to_list(self) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.first_row())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self._reading:
            self._on_back()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()
