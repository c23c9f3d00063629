"""Today for a helper: a window with the day alone, until the family comes back.

It is no lock. Where the journal has a password, coming back asks for it.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from homejournal.domain.records.family import DayRecords, active_children
from homejournal.domain.today.day_page import KINDS_SHOWN, days_needed, today_state
from homejournal.domain.today.strategy_cards import OF_HELPER, CardOfDay
from homejournal.texts import day_page as said
from homejournal.texts.day_page import nobody_chosen_said
from homejournal.texts.display_names import names_said
from homejournal.texts.error_texts import explain
from homejournal.ui.base.actions import LOCK_KEY, Action, ActionLine
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.keys import with_arabic
from homejournal.ui.day_rows.row_list import DayRows
from homejournal.ui.day_rows.saving import TodayWriting
from homejournal.ui.help import HelpKey
from homejournal.ui.hiding import Cover, DayCover, opened_over
from homejournal.ui.theme import px, set_look
from homejournal.ui.today.end_of_day import OtherStrategies
from homejournal.ui.today.moments import MomentsCard
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind, Toast
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.focus import leave_field
from homejournal.ui.widgets.layout.scroll_areas import NoticeArea, ScrollColumn, side_edge
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.plan import Strategy
    from homejournal.domain.records.practices import DayMark, Practice
    from homejournal.domain.records.record import Kind
    from homejournal.domain.today.reminders_and_timer import Reminder
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperDesk(Desk):
    """The desk while somebody else writes; who usually does is not forgotten over it."""

    who: "UUID | None"

    @property
    @override
    def helper(self) -> "UUID | None":
        return self.who if self.who in self.journal.family().writers else None


class HelperWriting(TodayWriting):
    """Offers nothing of before, and shows only the notes that were written here."""

    FOR_HELPER: ClassVar[bool] = True
    DRAFTS: ClassVar[str] = OF_HELPER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._own: set[UUID] = set()
        self._done: list[Change] = []

    def shown(self, records: "DayRecords") -> "DayRecords":
        """Return what a helper sees of some days: their own notes, and no words on days left out.

        Nor do they see which home wrote what, and what waits to be settled. Whatever else comes
        meanwhile, as from another computer, is none of it.
        """
        return replace(
            records,
            marks=tuple(
                mark if mark.id in self._own else replace(mark, words=None)
                for mark in records.marks
            ),
            notes=tuple(note for note in records.notes if note.id in self._own),
            private_notes=tuple(note for note in records.private_notes if note.id in self._own),
            two_versions=frozenset(),
            from_homes={},
        )

    @property
    def did_last(self) -> bool:
        """Return whether the step that Undo would take back was done here."""
        last = self._desk.editing.last_change
        return any(change is last for change in self._done)

    @override
    def may_change(self, _practice: "Practice") -> bool:
        """Return whether it is the helper's: what another did would be told as it never was."""
        helper = self._desk.helper
        return _practice.id in self._own or (helper is not None and _practice.helper == helper)

    @override
    def may_remove(self, _entry: "Practice | DayMark") -> bool:
        """Return whether it was written here: with another words would go that are not seen."""
        return _entry.id in self._own

    def not_today_of(self, step: str, reminders: "Sequence[Reminder]") -> bool:
        """Say "not today" to all that is reminded of, in one step."""
        call = self._desk.journal.reminders.not_today
        return self._do(step, partial(call, reminders, self._desk.helper))

    @override
    def _do(
        self, step: str, call: "Callable[[], Change]", place: str = "", *, pressed: str = ""
    ) -> bool:
        def noting() -> "Change":
            change = call()
            self._own.update(move.record for move in change.moves)
            self._done.append(change)
            return change

        return super()._do(step, noting, place, pressed=pressed)


class HelperDay(ScrollColumn):
    """Shows the family's day now for one child at a time."""

    def __init__(self, desk: "Desk", child: UUID) -> None:
        super().__init__()
        self._desk, self._child = desk, child
        self._writing = HelperWriting(desk)
        self._day: date | None = None
        self._title, self._date = WrapLabel("", "title"), WrapLabel("", "muted")
        self._children = FlowRow(gap=6)
        self.rows = DayRows(desk, self._writing)
        self.moments = MomentsCard(desk, self._writing)
        self._others = OtherStrategies(desk.wording)
        self._nothing = WrapLabel(desk.wording.text("Nothing is planned for this day"), "muted")
        self.add_moment = make_button(desk.wording.text("Add a moment"), "plus")
        self._lay_out()
        self.rows.reached.connect(self.show_whole)
        self._others.wanted.connect(self._on_other)
        self.add_moment.clicked.connect(self.moments.open)
        self.refresh()

    def _lay_out(self) -> None:
        self.add(self._title, self._date, self._children, self._nothing, self.rows)
        self.add(self.moments, self._others, FlowRow(self.add_moment, gap=10))

    def refresh(self) -> None:
        journal, child, today = self._desk.journal, self._child, self._desk.today()
        if today != self._day:
            self._leave()
        self._day = self._writing.day = today
        self._writing.child = child
        start = journal.settings.week_start
        records = journal.days.between(child, *days_needed(today, start))
        family, shown = journal.family(), self._writing.shown(records)
        state = today_state(family, shown, child, (today, today), start)
        state = self._writing.asking(state)
        names = names_said(self._desk.wording, family.children.values())
        self._title.setText(names.get(child, ""))
        self._date.setText(said.capitalized(self._desk.wording.full_day(today)))
        self.rows.show_rows(state.cards)
        self.moments.show_state(state)
        self._others.show_cards(state.others, writable=self._desk.can_write)
        self._nothing.setVisible(not state.cards)
        self.add_moment.setEnabled(self._desk.can_write)
        self._offer(
            {other.id: names[other.id] for other in active_children(family) if other.id != child}
        )

    @property
    def did_last(self) -> bool:
        return self._writing.did_last

    def heard(self, kinds: "Collection[Kind]") -> None:
        if not KINDS_SHOWN.isdisjoint(kinds):
            self.refresh()

    def follow_day(self) -> None:
        """Turn to the next family day if it has begun since, once nobody is writing."""
        writes = self.rows.unsaved or self.moments.note.unsaved
        if self._desk.today() != self._day and not writes:
            self.refresh()

    def keep_typing(self) -> None:
        leave_field(self)
        self.rows.keep_typing()
        self.moments.note.keep_typing()

    def unfinished(self) -> dict[str, str]:
        """Return what could not be saved, by the places where the family looks for it."""
        typed = [line.note for line in self.rows.lines if line.note_part.unsaved]
        notes = [*typed, self.moments.note]
        found = {one.place: one.field.text() for one in notes if one.unsaved}
        for row in self.rows.rows:
            found |= row.unfinished()
        return self._writing.drafts | found

    def begin(self) -> None:
        """Give the keyboard to the first card, or to the way to write a moment."""
        if self.rows.rows:
            self.rows.focus_first()
        else:
            self.add_moment.setFocus()

    def go_to(self, strategy: "Strategy") -> None:
        """Give the keyboard to the card of a strategy, whichever child's it is."""
        if strategy.child != self._child:
            self._show_child(strategy.child)
        self._begin(strategy)

    def not_today(self, step: str, reminders: "Sequence[Reminder]") -> bool:
        """Say "not today" to what is reminded of; return whether that was saved."""
        return self._writing.not_today_of(step, reminders)

    def _leave(self) -> None:
        """Save what is typed for a day or child, and begin with empty cards."""
        self.keep_typing()
        self.rows.clear()
        self.moments.note.clear()

    def _offer(self, others: "dict[UUID, str]") -> None:
        """Offer the other children by their names."""
        self._children.clear()
        for child, name in others.items():
            words = self._desk.wording.text("Show {name}", name=name)
            button = OnceButton(words.replace("&", "&&"))
            set_look(button, "link")
            self._children.add(button.giving(child, self._on_child))
        self._children.setVisible(bool(others))

    def _on_child(self, child: UUID) -> None:
        self._show_child(child)
        self.begin()

    def _show_child(self, child: UUID) -> None:
        self._leave()
        self._child = child
        self.refresh()

    def _on_other(self, card: "CardOfDay") -> None:
        self._writing.use_anyway(card)
        self.refresh()
        self._begin(card.strategy)

    def _begin(self, strategy: "Strategy") -> None:
        row = self.rows.begin(strategy.id)
        if row is not None:
            self.show_whole(row)


_MINUTE_MS = 60_000
_LOOKS = frozenset({Action.LARGER_TEXT, Action.SMALLER_TEXT, Action.USUAL_TEXT})


class HelperKeys(QObject):
    """The keys that a helper has without a menu, heard only while their part is shown."""

    undo_asked = Signal()

    def __init__(self, wording: "Wording", part: "QWidget") -> None:
        super().__init__(part)
        self._part = part
        undo = QShortcut(part)
        undo.setKeys(with_arabic([QKeySequence(QKeySequence.StandardKey.Undo)]))
        undo.activated.connect(self.undo_asked)
        HelpKey(wording, "today", part)

    def add_looks(self, lines: "Iterable[ActionLine]") -> None:
        """Let the keys of the menus that make letters larger or smaller be heard here, too."""
        for line in lines:
            if line.action in _LOOKS:
                key = QShortcut(self._part)
                key.setKeys(line.shortcuts)
                key.activated.connect(line.do)


class HelperCover(DayCover):
    """Knows the day and the way back; the key that hides turns it into a neutral window.

    `written` counts what was written and not taken back.
    """

    back_wanted = Signal()
    left = Signal()
    """It goes away; what was typed is saved where that is possible."""

    def __init__(self, desk: "Desk", child: "UUID") -> None:
        super().__init__()
        self._desk, text = desk, desk.wording.text
        self.written = 0
        self._name = text("Today for a helper")
        for say in (self.setWindowTitle, self.setAccessibleName):
            say(self._name)
        self.setMinimumSize(320, 256)
        self.day = HelperDay(desk, child)
        self.back = make_button(text("Back to the whole journal"), on=self._on_back)
        self.sure = Notice(
            text("Coming back asks for the password."),
            NoticeKind.INFO,
            text("Ask for the password"),
        )
        self.sure.pressed.connect(self.back_wanted)
        self.sure.hide()
        self._failure = Notice("", NoticeKind.CAREFUL, text("OK"))
        self._failure.pressed.connect(self._forget_failure)
        self._neutral = Cover(desk.wording)
        self._neutral.back_wanted.connect(self._show_day)
        self._both = QStackedWidget()
        self._head, self._above = in_column(), NoticeArea(self)
        self._lay_out()
        self._toast = Toast(self.day)
        self.keys = HelperKeys(desk.wording, self._page)
        self._connect()

    def _lay_out(self) -> None:
        head = FlowRow(RowLabel(self._name, "strong"), self.back, gap=12)
        self._page = QWidget()
        column = in_column(gap=8, edges=(0, px(12), 0, 0), inside=self._page)
        self._above.column.setContentsMargins(0, 0, 0, 0)
        for part in (head, self._above):
            self._head.addWidget(part)
        if self._desk.helper is None:
            self._head.insertWidget(1, WrapLabel(nobody_chosen_said(self._desk.wording), "muted"))
        for notice in (self.sure, self._failure):
            self.add_above(notice)
        column.addLayout(self._head)
        column.addWidget(self.day, 1)
        in_column(self._both, inside=self)
        for shown in (self._page, self._neutral):
            self._both.addWidget(shown)
        self.space_notices()

    @property
    @override
    def shows_day(self) -> bool:
        return self._both.currentWidget() is self._page

    @override
    def is_of(self, journal: "FamilyJournal") -> bool:
        return self._desk.journal is journal

    @override
    def go_to(self, strategy: "Strategy") -> None:
        self.day.go_to(strategy)

    @override
    def not_today(self, step: str, reminders: "Sequence[Reminder]") -> bool:
        return self.day.not_today(step, reminders)

    @override
    def add_above(self, bar: QWidget) -> None:
        self._above.column.addWidget(bar)

    @override
    def space_notices(self) -> None:
        side, bar = side_edge(self.width()), self.day.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (beside, 0) if mirrored else (0, beside)
        self._head.setContentsMargins(side + left, 0, side + right, 0)
        self._above.setVisible(self._above.holds_any)
        self._above.fit()

    def _connect(self) -> None:
        editing = self._desk.editing
        editing.changed.connect(self.day.heard)
        editing.done.connect(self._on_done)
        editing.undone.connect(self._on_undone)
        editing.failed.connect(self._on_failed)
        self._toast.undo.connect(self._on_undo)
        self.keys.undo_asked.connect(self._on_undo)
        self.day.verticalScrollBar().rangeChanged.connect(self.space_notices)
        lock = QShortcut(QKeySequence(LOCK_KEY), self)
        lock.activated.connect(self._on_lock)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.day.follow_day)
        self._clock.start(_MINUTE_MS)

    @override
    def take_focus(self) -> None:
        if self._both.currentWidget() is self._neutral:
            self._neutral.take_focus()
        else:
            self.day.begin()
            announce(self, self._name)

    @override
    def tell(self, words: str) -> None:
        self._toast.show_text(words)
        self._neutral.tell(words)

    @override
    def hear_key(self) -> None:
        """Show nothing of a journal, or the day again."""
        if self._both.currentWidget() is self._neutral:
            self._show_day()
            return
        for window in opened_over(self):
            window.close()
        self._both.removeWidget(self._page)  # a page that is only hidden is told to screen readers
        self._call(self._neutral.windowTitle())

    @override
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self.space_notices()

    @override
    def hideEvent(self, event: "QHideEvent") -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.day.keep_typing()
            self.left.emit()

    def _show_day(self) -> None:
        self._both.insertWidget(0, self._page)
        self._both.setCurrentWidget(self._page)
        self._call(self._name)

    def _call(self, name: str) -> None:
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.take_focus()

    def _on_back(self) -> None:
        """Go back, but not at once where only the password would bring the day again."""
        if self._desk.journal.safe.is_encrypted and self.sure.isHidden():
            self.sure.show()
            self.space_notices()
            announce(self, self._desk.wording.text("Coming back asks for the password."))
        elif not self._desk.journal.safe.is_encrypted:
            self.back_wanted.emit()

    def _on_lock(self) -> None:
        """Lock at once: the key of the menu is not heard while its window is away."""
        if self._desk.journal.safe.is_encrypted:
            self.back_wanted.emit()

    def _on_undo(self) -> None:
        """Take back what was written here, and nothing of before or of anybody else."""
        self._toast.dismiss()
        if self.day.did_last:
            self.written -= 1
            self._desk.editing.undo()

    def _on_done(self, words: str) -> None:
        if not self.day.did_last:
            return  # somebody else's, as a photo of the family that took its time
        self.written += 1
        self._forget_failure()
        self._toast.show_text(words, self._desk.wording.text("Undo"))

    def _on_undone(self, words: str) -> None:
        self._toast.show_text(self._desk.wording.text("Undone: {step}", step=words))

    def _on_failed(self, failure: Exception) -> None:
        self._failure.set_text(explain(self._desk.wording, failure), self._desk.wording.text("OK"))
        self.space_notices()

    def _forget_failure(self) -> None:
        self._failure.hide()
        self.space_notices()
