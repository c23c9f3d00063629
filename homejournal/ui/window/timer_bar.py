"""A thin bar above every page while the timer runs, or until what it says is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel

from homejournal.domain.errors import JournalError
from homejournal.domain.names import strategy_shown
from homejournal.texts import timer as said
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_row
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.today.reminders_and_timer import RunningTimer
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.kit.window_interface import OpenFrame

_LOOK_MS = 10_000


class TimerBar(QFrame):
    """Says what is timed and for how long; `wanted` asks to fill it in on its card."""

    wanted = Signal(object)
    """Timing, which is stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._timing: RunningTimer | None = None
        text = desk.wording.text
        set_look(self, "panel")
        sign = QLabel()
        set_icon(sign, "clock", "accent", 18)
        self._words = WrapLabel("")
        self._stop = OnceButton()
        self._stop.clicked.connect(self._on_stop)
        self._forget = OnceButton(text("Forget the timer"))
        set_look(self._forget, "link")
        self._forget.clicked.connect(self._on_forget)
        buttons = FlowRow(self._stop, self._forget, gap=6)
        row = in_row(gap=10, edges=(px(14), px(4), px(14), px(4)), inside=self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(TwoEnds(self._words, buttons), 1)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._say)

    def follow(self) -> bool:
        """Read the timer again; return whether there is anything to show."""
        try:
            self._timing = self._desk.journal.timer.running()
        except JournalError:
            self._timing = None
        if self._timing is None:
            self._clock.stop()
            return False
        self._clock.start()
        self._say()
        return True

    def _say(self) -> None:
        timing, wording = self._timing, self._desk.wording
        family = self._desk.journal.family()
        if timing is None or timing.strategy not in family.strategies:
            return
        name = strategy_shown(family, timing.strategy)
        length = self._desk.journal.timer.length(timing)
        if length is None:
            words = said.cannot_tell(wording, name, timing.began)
        elif timing.ended is None:
            words = said.timer_runs(wording, name, length)
        else:
            words = said.timer_stopped(wording, name, length)
        self._words.setText(words)
        stops = timing.ended is None and length is not None
        stop = wording.text("Stop") if stops else wording.text("Write it down")
        self._stop.setText(stop)
        self._stop.setAccessibleDescription(words)
        self._forget.setAccessibleDescription(words)

    def _on_stop(self) -> None:
        try:
            timing = self._desk.journal.timer.stop()
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        self.wanted.emit(timing)

    def _on_forget(self) -> None:
        try:
            self._desk.journal.timer.forget()
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        self.wanted.emit(None)


def follow_timer(frame: OpenFrame, desk: Desk, go: Callable[[RunningTimer | None], None]) -> None:
    """Show the bar of a window while there is a timer, and hide it where there is none.

    `go` opens the card of a stopped timer, or takes notice that it was forgotten (None).
    """
    bar = frame.findChild(TimerBar)
    if bar is None:
        if desk.journal.timer.running() is None:
            return
        bar = TimerBar(desk)
        bar.wanted.connect(go)
        frame.add_above(bar)
    bar.setVisible(bar.follow())
    frame.space_notices()
