"""Today for a helper: a window in the place of all others, until the family comes back.

It is no lock. Where the journal has a password, coming back asks for it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.texts.day_page import nobody_chosen_said
from homejournal.texts.error_texts import explain
from homejournal.ui.base.actions import LOCK_KEY, Action
from homejournal.ui.base.key_characters import with_arabic
from homejournal.ui.help.f1_key import HelpKey
from homejournal.ui.helper.day_page import HelperDay
from homejournal.ui.hiding.cover_window import Cover, DayCover, opened_over
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.cards.toast import Toast
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_areas import NoticeArea, side_edge
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from homejournal.domain.records.plan import Strategy
    from homejournal.domain.today.reminders_and_timer import Reminder
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.actions import ActionLine
    from homejournal.ui.base.desk import Desk


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
        self.back = WordButton(text("Back to the whole journal"))
        self.back.clicked.connect(self._on_back)
        self.sure = Notice(
            text("Coming back asks for the password."),
            NoticeKind.INFO,
            text("Ask for the password"),
        )
        self.sure.pressed.connect(self.back_wanted)
        self.sure.hide()
        self._failure = Notice("", NoticeKind.CAREFUL, text("OK"))
        self._failure.pressed.connect(self._forget_failure)
        self._failure.hide()
        self._neutral = Cover(desk.wording)
        self._neutral.back_wanted.connect(self._show_day)
        self._both = QStackedWidget()
        self._head, self._above = QVBoxLayout(), NoticeArea(self)
        self._lay_out()
        self._toast = Toast(self.day)
        self.keys = HelperKeys(desk.wording, self._page)
        self._connect()

    def _lay_out(self) -> None:
        head = FlowRow(gap=12)
        head.add(RowLabel(self._name, "strong"), self.back)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(8))
        self._above.column.setContentsMargins(0, 0, 0, 0)
        for part in (head, self._above):
            self._head.addWidget(part)
        if self._desk.helper is None:
            self._head.insertWidget(1, WrapLabel(nobody_chosen_said(self._desk.wording), "muted"))
        for notice in (self.sure, self._failure):
            self.add_above(notice)
        column.addLayout(self._head)
        column.addWidget(self.day, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._both)
        for one in (self._page, self._neutral):
            self._both.addWidget(one)
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
        column = self._above.column
        places = [column.itemAt(place) for place in range(column.count())]
        self._above.setVisible(any(place and not place.isEmpty() for place in places))
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
            self.day.put_down()
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
        self._failure.show()
        self.space_notices()

    def _forget_failure(self) -> None:
        self._failure.hide()
        self.space_notices()
