"""The rows of a day, one under another, with the up and down keys between their lines."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.today.strategy_cards import CardOfDay, entries_of_card
from homejournal.ui.base.desk import Desk
from homejournal.ui.day_rows.answer_line import AnswerLine
from homejournal.ui.day_rows.saving import TodayWriting
from homejournal.ui.day_rows.strategy_row import StrategyRow
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.typing_area import InputOnCards
from homejournal.ui.widgets.layout.boxes import in_column, let_go

if TYPE_CHECKING:
    from datetime import timedelta
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from homejournal.domain.records.family import Family
    from homejournal.domain.today.reminders_and_timer import RunningTimer


class RowList(QWidget):
    """Rows one under another, whatever they belong to, and what is asked for in them."""

    days_wanted = Signal(object)
    reached = Signal(object)
    """The line that the up or down key went to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        InputOnCards.begin()

    @property
    def rows(self) -> tuple[StrategyRow, ...]:
        raise NotImplementedError

    @property
    def lines(self) -> tuple[AnswerLine, ...]:
        return tuple(line for row in self.rows for line in row.lines)

    @property
    def unsaved(self) -> bool:
        return any(row.is_typing for row in self.rows)

    def keep_typing(self) -> None:
        for row in self.rows:
            row.keep_typing()

    def _follow(self, row: StrategyRow) -> None:
        """Do what is asked for in a row from now on."""
        row.neighbor.connect(self._on_neighbor)
        row.days_wanted.connect(self.days_wanted)
        row.how_wanted.connect(self._on_how)
        row.settle_wanted.connect(self._on_two_versions)

    def _on_neighbor(self, line: AnswerLine, step: int) -> None:
        lines = [one for one in self.lines if one.isVisible()]
        at = lines.index(line) + step if line in lines else -1
        if 0 <= at < len(lines):
            lines[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.reached.emit(lines[at])

    def _on_how(self, card: CardOfDay) -> None:
        from homejournal.ui.day_rows.dialogs import HowDialog

        HowDialog(self._desk.wording, card, self.window()).open()

    def _on_two_versions(self) -> None:
        from homejournal.ui.records.conflict_dialog import ConflictDialog

        ConflictDialog(self._desk, self.window()).ask()


_LINE, _ABOVE = 42, 180
"""How high a line of a row is, its name as well, and what stands over all rows at least."""


class DayRows(RowList):
    """Keeps one row for each strategy, so that focus and typing survive a change.

    Rows out of sight come once the others are painted: a full day is there sooner.
    """

    _painted = Signal()

    def __init__(self, desk: Desk, writing: TodayWriting) -> None:
        super().__init__(desk)
        self._writing = writing
        self._rows: dict[UUID, StrategyRow] = {}
        self._order: tuple[UUID, ...] = ()
        self._shown: dict[UUID, tuple[Family, object]] = {}
        """What each row shows, and the family it was shown with."""
        self._shows = 0
        """How often cards were shown."""
        self._wanted: Sequence[CardOfDay] = ()
        self._painted.connect(self.complete, Qt.ConnectionType.QueuedConnection)
        self._column = in_column(gap=8, inside=self)

    @property
    @override
    def rows(self) -> tuple[StrategyRow, ...]:
        return tuple(self._rows[strategy] for strategy in self._order)

    def show_rows(self, wanted: Sequence[CardOfDay]) -> None:
        """Show these in their order; on an empty page those out of sight follow by `complete`."""
        self._wanted = wanted
        at_once = self._order or not self.window().isVisible()
        self._show(wanted if at_once else self._in_sight(wanted))

    def complete(self) -> None:
        """Show the rows that wait out of sight, if any."""
        if self._waits:
            self._show(self._wanted)

    @property
    def _waits(self) -> bool:
        return len(self._order) < len(self._wanted)

    @override
    def paintEvent(self, event: "QPaintEvent", /) -> None:
        super().paintEvent(event)
        if self._waits:
            self._painted.emit()

    def _in_sight(self, wanted: Sequence[CardOfDay]) -> Sequence[CardOfDay]:
        """Return those that the window has room for, through the first that is open."""
        room, number = self.window().height() - px(_ABOVE), 0
        opened = next((at for at, one in enumerate(wanted) if one.first_open), 0)
        while number < len(wanted) and (room > 0 or number <= opened):
            room -= px(_LINE) * (1 + max(1, len(wanted[number].times)))
            number += 1
        return wanted[:number]

    def _show(self, wanted: Sequence[CardOfDay]) -> None:
        if not self._let_go({one.strategy.id: one for one in wanted}):
            return  # what was typed in a row that went was saved, and a later state is shown
        if not self._order:
            self.hide()  # laying out all of them once is faster than again with each
        self._order = tuple(one.strategy.id for one in wanted)
        for place, one in enumerate(wanted):
            row = self._rows.get(one.strategy.id) or self._make(one)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            self._show_row(row, one)
            if row.isHidden():
                row.show()
        self.setVisible(bool(wanted))

    def _show_row(self, row: StrategyRow, shown: CardOfDay) -> None:
        """Show a row as it stands now, unless it stands there already: of forty, one changes."""
        writing, strategy = self._writing, shown.strategy.id
        photos = writing.photos.of(entries_of_card(shown))
        around = (shown, photos, dict(writing.drafts), dict(writing.waits), self._desk.can_write)
        family = self._desk.journal.family()
        if (known := self._shown.get(strategy)) and known[0] is family and known[1] == around:
            return
        self._shown[strategy] = (family, around)
        row.show_card(shown)

    def show_timer(self) -> None:
        for row in self.rows:
            row.show_timer()

    def fill_in(self, timing: "RunningTimer", length: "timedelta | None") -> StrategyRow | None:
        """Fill in what a stopped timer says in its row; return the row, if it is here."""
        self.complete()
        row = self._rows.get(timing.strategy)
        if row is not None:
            row.fill_in(timing.number, length)
        return row

    def clear(self) -> None:
        """Begin with empty rows: another day or another child follows."""
        for row in self._rows.values():
            self._drop(row)
        self._rows, self._order, self._wanted = {}, (), ()
        self._shown.clear()

    def focus_first(self) -> None:
        """Let the first key already mean something."""
        lines = self.lines
        if lines:
            first = next((line for line in lines if line.is_open and line.isVisible()), lines[0])
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, strategy: "UUID") -> StrategyRow | None:
        """Give the focus to the first answer of a strategy; return its row, if there is one."""
        self.complete()
        row = self._rows.get(strategy)
        if row is not None:
            row.begin()
        return row

    def _let_go(self, wanted: "Mapping[UUID, CardOfDay]") -> bool:
        """Let go of the rows that do not go on, once what is typed in them is saved or kept.

        Another way to rate or another name asks for a new one; but for a name alone nothing is
        taken away from somebody who is typing there. Returns False where saving led here again.
        """
        self._shows += 1
        this = self._shows
        for strategy, row in [*self._rows.items()]:
            shown = wanted.get(strategy)
            goes_on = shown is not None and row.fits(shown)
            called = shown is not None and row.about == shown.strategy.name
            if goes_on and (called or row.is_typed_in):
                continue
            self._order = tuple(one for one in self._order if one != strategy)
            del self._rows[strategy]
            row.keep_typing()
            self._drop(row)
            if this != self._shows:
                return False
        return True

    def _make(self, shown: CardOfDay) -> StrategyRow:
        row = StrategyRow(self._desk, self._writing, shown, self)
        self._follow(row)
        self._rows[shown.strategy.id] = row
        return row

    def _drop(self, row: StrategyRow) -> None:
        self._shown.pop(row.card.strategy.id, None)
        row.close_down()
        self._column.removeWidget(row)
        let_go(row)
