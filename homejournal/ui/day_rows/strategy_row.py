"""A strategy on one day: its name, its week, and a line for each time with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.records.practices import MarkKind, Practice
from homejournal.domain.today.strategy_cards import (
    CardOfDay,
    DayOfWeek,
    TimeOfCard,
    entries_of_card,
    extra_time,
    times_in_place,
)
from homejournal.texts import day_page as said
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.day_rows.answer_line import AnswerLine
from homejournal.ui.theme import FINE, RADIUS, paint_box, px, set_look, sized_font, tokens
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.day_navigation import DaySign, paint_mark
from homejournal.ui.widgets.layout.boxes import in_column, in_row, inset, let_go, show_part
from homejournal.ui.widgets.layout.focus import has_focus_inside, is_typed_in
from homejournal.ui.widgets.wrapping_labels import ElidedLabel, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta
    from uuid import UUID

    from homejournal.domain.records.notes import AnyNote
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.saving import TodayWriting


_DAY, _HIGH = 17, 30
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class WeekMarks(QWidget):
    """They tell, they do not praise; who listens hears them as one sentence with the row."""

    def __init__(self) -> None:
        super().__init__()
        self._week: Sequence[DayOfWeek] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_week(self, week: Sequence[DayOfWeek], spoken: str) -> None:
        """Show a week; ``spoken`` says the same in words."""
        self.setToolTip(plain(spoken))
        self.setAccessibleName(spoken)
        if week != self._week:
            self._week = week
            self.setVisible(bool(week))
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(7 * px(_DAY), px(_HIGH))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        letters = sized_font(FINE)
        for at, one in enumerate(self._week):
            left = (len(self._week) - 1 - at if mirrored else at) * px(_DAY)
            painter.setFont(letters)
            painter.setPen(QColor(tokens().muted))
            name = self.locale().dayName(one.day.isoweekday(), QLocale.FormatType.NarrowFormat)
            painter.drawText(QRect(left, 0, px(_DAY), px(15)), _CENTER, name)
            if not one.later:
                sign = DaySign.USED_ANYWAY if one.used_anyway else DaySign[one.state.name]
                paint_mark(painter, sign, QPointF(left + px(_DAY) / 2, px(22)), "accent")
        painter.end()


_LONGEST_NAME = 260
"""So wide a name before a line is kept at most for the others, in pixels at 100 %."""


class StrategyRow(QFrame):
    """Shows a `CardOfDay`; each of its lines keeps what stands on it where it is."""

    neighbor = Signal(object, int)
    """A line of it, and whether the one before or after is asked for."""
    days_wanted = Signal(object)
    how_wanted = Signal(object)
    """CardOfDay: how it is done is asked for."""
    settle_wanted = Signal()
    """Two versions of something on it are to be settled."""

    def __init__(
        self, desk: Desk, writing: TodayWriting, card: CardOfDay, parent: QWidget, child: str = ""
    ) -> None:
        # In its place from the start: Qt looks up the style of each part anew wherever they move.
        super().__init__(parent)
        self._desk, self._writing, self.card = desk, writing, card
        self._child = child
        """How the child is called whose name stands before each line, where several are shown."""
        self.about = about_row(desk.wording, card, child)
        """What the parts say they belong to."""
        self._places: dict[UUID, int] = {}
        """At which line each practice and each note without one was seen."""
        self._at = 0
        """The line at which something is written just now."""
        self._unfolded = False
        self.lines: tuple[AnswerLine, ...] = ()
        self._name = ElidedLabel(child or card.strategy.name, "strong")
        self._marks = WeekMarks()
        text = desk.wording.text
        self._two = make_button(
            text("Two versions · look at them"), on=self.settle_wanted, look="link"
        )
        self._anyway = make_button(
            text("Used anyway"), on=self.begin, look="chip", about=self.about
        )
        for part in (self._two, self._anyway):
            part.hide()
        self._out = QLabel()
        set_look(self._out, "muted")
        self._out.hide()
        head = in_row(
            self._name, self._two, self._out, self._anyway, self._marks, gap=8, grow=self._name
        )
        self._column = in_column(head, gap=2, inside=self)
        if not child:
            head.setContentsMargins(inset(px(8)))  # as far in as the words of the lines
            self._column.setContentsMargins(inset(px(8), px(6), px(8), px(6)))
        self._name.setVisible(not child)
        self.setMinimumWidth(1)

    @property
    def is_typing(self) -> bool:
        return any(line.is_typing for line in self.lines)

    @property
    def is_typed_in(self) -> bool:
        """Return whether somebody has the cursor in a field here."""
        return is_typed_in(self) or any(line.note_part.is_typed_in for line in self.lines)

    def fits(self, card: CardOfDay) -> bool:
        """Return whether this row asks in the way that another state of it needs."""
        before, after = self.card.plan, card.plan
        return before.rating == after.rating and before.slots == after.slots

    def show_card(self, card: CardOfDay) -> None:
        """Show the strategy as it is now; what is being typed stays."""
        self.card = card
        times = times_in_place(card, self._with_new(card))
        self._save_words(times)
        if self.card is not card:
            return  # saving led here again, and a later state is shown
        self._name.show_name(self._child or card.strategy.name)
        self.setAccessibleName(about_row(self._desk.wording, card, self._child))
        if not (self._writing.FOR_HELPER or self._child):  # it tells of the days of before
            spoken = said.week_said(self._desk.wording, card.week)
            self._marks.show_week(card.week, spoken)
            self.setAccessibleDescription(spoken)
        self._two.setVisible(card.two_versions)
        self._make_lines(times)
        by_line = zip(self.lines, times or (None,), strict=True)
        now = [(line, time, self._notes_of(line, time)) for line, time in by_line]
        moved = {
            line.note_part.hand_on(
                [one for other, _, notes in now if other is not line for one in notes]
            )
            for line, *_ in now
        }
        for line, time, notes in now:
            line.show_time(card, time, notes)
            if time is not None and time.practice is not None:
                self._places[time.practice.id] = line.number
            for note in notes:
                self._places.setdefault(note.id, line.number)  # here it stays
            if any(note.id in moved for note in notes):
                line.open_note()  # what is typed goes on where its note stands by now
        self._fold()

    def keep_typing(self) -> None:
        for line in self.lines:
            line.keep_typing()

    def close_down(self) -> None:
        """Write nothing any more: another day or child follows."""
        self.setEnabled(False)
        for line in self.lines:
            line.close_down()

    def show_timer(self) -> None:
        for line in self.lines:
            line.show_timer()

    def fill_in(self, number: int, length: timedelta | None) -> None:
        """Fill in how long a time was, which is saved with one press."""
        at = min(max(number, 1), len(self.lines))
        self.lines[at - 1].fill_in(length)

    def first_line(self) -> AnswerLine:
        """Return the first line that is open, else the first."""
        return next((line for line in self.lines if line.is_open), self.lines[0])

    def begin(self) -> None:
        """Go to the first answer, also on a day that is left out for all."""
        self._unfolded = True
        self._fold()
        self.first_line().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Go to the line that is pressed: what is typed next is about that one."""
        super().mousePressEvent(event)
        at = event.position().toPoint().y()
        pressed = next((line for line in self.lines if at < line.geometry().bottom()), None)
        line = pressed if pressed is not None and len(self.lines) > 1 else self.first_line()
        if line.isVisible() and not has_focus_inside(line):
            line.setFocus(Qt.FocusReason.MouseFocusReason)

    def unfinished(self) -> dict[str, str]:
        """Return what is typed as numbers and not written, by the places where it is kept."""
        return {place: typed for one in self.lines for place, typed in one.unfinished().items()}

    def follow(self) -> None:
        """Take what lies over the rows below along."""
        for line in self.lines:
            line.follow()

    def _with_new(self, card: CardOfDay) -> dict[UUID, int]:
        """Return the places, with that of what has just been written."""
        if self._at:
            for entry in entries_of_card(card):
                self._places.setdefault(entry, self._at)
        return self._places

    def _save_words(self, times: tuple[TimeOfCard, ...]) -> None:
        """Save new words about a time that stands on another line by now, or on none.

        They were typed about that time, and would be about the one that takes its line. Where the
        answer alone was taken back and its line is open again, they stay.
        """
        card, practices = self.card, [time.practice for time in times]
        numbers = {one.id: at for at, one in enumerate(practices, start=1) if one is not None}
        for line in self.lines:
            before, number = line.practice, line.number
            if before is None or numbers.get(before.id) == number:
                continue
            is_there = before.id in numbers
            if not is_there and number <= len(practices) and practices[number - 1] is None:
                continue
            goes_on = line.note_part.is_typed_in
            line.note_part.save_words(before.id if is_there else None)
            if self.card is not card:  # a later state is shown by now
                if goes_on:
                    self._go_on_writing(before)
                return

    def _go_on_writing(self, practice: Practice) -> None:
        """Open the note of a practice, on whichever line it stands by now."""
        for line in self.lines:
            if line.practice == practice:
                line.open_note()

    def _make_lines(self, times: tuple[TimeOfCard, ...]) -> None:
        """Have as many lines as there are times; one where more would be above the plan."""
        wanted = max(1, len(times))
        for line in self.lines[wanted:]:
            line.keep_typing()
            if has_focus_inside(line):
                self.lines[wanted - 1].setFocus(Qt.FocusReason.OtherFocusReason)
            line.close_down()
            self._column.removeWidget(line)
            let_go(line)
        kept = list(self.lines[:wanted])
        several = wanted > 1
        if kept and several is not (len(self.lines) > 1):
            for line in kept:
                line.name_it(self._called(times[line.number - 1], several=several))
        for number in range(len(kept) + 1, wanted + 1):
            time = times[number - 1] if times else None
            name = self._called(time, several=several)
            about = self._desk.wording.line_of((self.about, name if several else ""))
            line = AnswerLine(self._desk, self._writing, self.card, about, number)
            line.name_it(name)
            line.neighbor.connect(self._on_neighbor)
            line.days_wanted.connect(self.days_wanted)
            line.answers.connect(self._on_begins)
            line.notes_begin.connect(self._on_begins)
            line.once_more.connect(self._on_once_more)
            line.how_wanted.connect(self._on_how)
            self._column.addWidget(line)
            show_part(line)
            kept.append(line)
        self.lines = tuple(kept)
        if not self._child:
            align_names(self.lines)

    def _called(self, time: TimeOfCard | None, *, several: bool) -> str:
        """Return what stands before a line: whose it is, and which time it is of several."""
        wording = self._desk.wording
        name = said.time_name(wording, time) if several and time is not None else ""
        child = short_name(self._child)
        return wording.line_of((wording.own(child), name)) if child else short_name(name)

    def _notes_of(self, line: AnswerLine, time: TimeOfCard | None) -> tuple[AnyNote, ...]:
        """Return the notes of a line: those of its practice, and those without one seen there."""
        own = time.notes if time is not None else ()
        last = len(self.lines)
        loose = tuple(
            note
            for note in self.card.notes
            if min(self._places.get(note.id, 1), last) == line.number
        )
        return (*own, *loose)

    def _fold(self) -> None:
        """On a day that is left out for all, show one line and the way to write all the same.

        A row that was open on that day stays open, so that removing what it says moves nothing.
        """
        out = any(
            mark.mark is MarkKind.LEFT_OUT and mark.strategy is None for mark in self.card.marks
        )
        written = any(line.says_something for line in self.lines)
        self._unfolded = out and (self._unfolded or written or self.is_typing)
        folded = out and not self._unfolded
        self._out.setVisible(folded)
        self._anyway.setVisible(folded and self._desk.can_write)
        self._marks.setVisible(bool(self.card.week) and not folded and not self._child)
        self._name.setVisible(folded or not self._child)
        if folded:
            self._out.setText(said.left_out_line(self._desk.wording, self.card))
        for line in self.lines:
            line.setVisible(not folded)

    def _on_begins(self, number: int) -> None:
        self._at = number

    def _on_neighbor(self, step: int) -> None:
        line = self.sender()
        if isinstance(line, AnswerLine):
            self.neighbor.emit(line, step)

    def _on_how(self) -> None:
        self.how_wanted.emit(self.card)

    def _on_once_more(self, number: int) -> None:
        """Write a time down once more, above the plan; its answer can be chosen then."""
        time = self.lines[number - 1].time
        if time is None:
            return
        self._at = 0
        if self._writing.rate(self.card, extra_time(self.card, time), None):
            self.lines[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def moveEvent(self, event: QMoveEvent, /) -> None:
        super().moveEvent(event)
        self.follow()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._child:
            return
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), "surface", "line", (tokens().border, RADIUS))
        painter.end()


def align_names(lines: Sequence[AnswerLine]) -> None:
    """Let what follows the names of lines stand under one another; a long name goes on alone."""
    widths = (line.name_width for line in lines)
    wide = max((width for width in widths if width <= px(_LONGEST_NAME)), default=0)
    for line in lines:
        line.widen_name(wide)


def about_row(wording: Wording, card: CardOfDay, child: str) -> str:
    """Return what a row is about: the strategy, after the child where several are shown."""
    if not child:
        return card.strategy.name
    return wording.text("{child}: {said}", child=child, said=wording.own(card.strategy.name))
