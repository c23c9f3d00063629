"""The rows of all children on Together, and saving what is chosen in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from homejournal.domain.records.family import active_children
from homejournal.domain.today.strategy_cards import routine_of
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.texts import day_page as said
from homejournal.texts.day_page import time_name
from homejournal.texts.display_names import names_said
from homejournal.ui.base.editing import UnsavedStep
from homejournal.ui.day_rows.row_list import RowList
from homejournal.ui.day_rows.saving import TodayWriting
from homejournal.ui.day_rows.strategy_row import StrategyRow, about_row, align_names
from homejournal.ui.theme import RADIUS, paint_box, px, tokens
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column, inset, let_go
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.today.day_page import TogetherRow
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.widgets.wrapping_button import WordButton


class TogetherWriting:
    """Writes for several children at once, through one `TodayWriting` each; never a rating."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._wording = desk, desk.wording
        self._of: dict[UUID, TodayWriting] = {}
        self.day = desk.today()

    def of(self, child: UUID, name: str) -> TodayWriting:
        """Return the `TodayWriting` of one child, by the child's shown name."""
        writing = self._of.setdefault(child, TodayWriting(self._desk))
        writing.child, writing.named, writing.day = child, name, self.day
        return writing

    def at_risk(self) -> frozenset[str]:
        """Return the typed text that could not be kept as a draft."""
        return frozenset[str]().union(*(writing.at_risk() for writing in self._of.values()))

    def not_today(self, row: TogetherRow) -> bool:
        """Say "not today" for all whose time is open."""
        told = {
            child.id: MarkTold(
                strategy=card.strategy.id,
                slot=time.slot if len(card.times) > 1 else None,
                helper=self._desk.helper,
            )
            for child, card, time in row.open_times()
        }
        step = said.not_today_said(self._wording, row.name, self._names(row))
        call = partial(self._desk.journal.days.not_today_together, told, self.day)
        return self._do(row, step, call)

    def did_it(self, row: TogetherRow) -> bool:
        """Write down that all whose time is open did it; how it went is said for each alone."""
        told = {
            card.strategy.id: PracticeTold(
                slot=time.slot,
                routine=routine_of(card.routines, time.slot),
                helper=self._desk.helper,
            )
            for _, card, time in row.open_times()
        }
        step = said.did_it_said(self._wording, row.name, self._names(row))
        call = partial(self._desk.journal.days.did_it_together, told, self.day)
        return self._do(row, step, call)

    def _do(self, row: TogetherRow, step: str, call: Callable[[], Change]) -> bool:
        """Do a step; where the disk refuses it, it waits for all whose time is open."""
        names = ",".join(str(card.strategy.id) for _, card, _ in row.open_times())
        place = f"together:{names}:{self.day.isoformat()}"
        return self._desk.editing.do_or_wait(UnsavedStep(place, step, call, step))

    def _names(self, row: TogetherRow) -> list[str]:
        names = names_said(self._wording, active_children(self._desk.journal.family()))
        return [names[child.id] for child, _, _ in row.open_times()]


class TogetherRowView(QFrame):
    """Its buttons speak for all children whose time is open; a rating is always one child's."""

    note_wanted = Signal(object)
    """A note for several: the `TogetherRow`."""

    def __init__(self, wording: Wording, writing: TogetherWriting, row: TogetherRow) -> None:
        super().__init__()
        self._row, self._wording, self._writing = row, wording, writing
        self._title = WrapLabel("", "strong", most=200)
        self._did_it = make_button("", on=self._on_did_it, look="link")
        self._not_today = make_button("", on=self._on_not_today, look="link")
        self._note = make_button(wording.text("Note for several…"), on=self._on_note, look="link")
        deeds = FlowRow(self._did_it, self._not_today, self._note, gap=4)
        head = TwoEnds(self._title, deeds)
        head.setContentsMargins(inset(px(8)))  # as far in as the words of the lines
        self._column = in_column(head, gap=2, inside=self)
        self._column.setContentsMargins(inset(px(8), px(6), px(8), px(6)))
        self.setMinimumWidth(1)

    def add(self, part: StrategyRow) -> None:
        """Put the lines of one more child under the others."""
        self._column.addWidget(part)

    def show_row(self, row: TogetherRow, *, writable: bool) -> None:
        """Show a row, whose children show their cards already."""
        self._row = row
        self._title.setText(row.name)
        text = self._wording.text
        open_now, both = len(row.open_times()), len(row.cards) == 2
        self._name_it(self._did_it, text("Did it for both") if both else text("Did it for all"))
        words = text("Not today for both") if both else text("Not today for all")
        self._name_it(self._not_today, words)
        for button in (self._did_it, self._not_today, self._note):
            button.setAccessibleDescription(row.name)
        for button in (self._did_it, self._not_today):
            stays = button.sizePolicy()
            stays.setRetainSizeWhenHidden(len(row.cards) > 1 and writable)
            button.setSizePolicy(stays)
            button.setVisible(open_now > 1 and writable)
        self._note.setVisible(len(row.cards) > 1 and writable)

    def _name_it(self, button: WordButton, words: str) -> None:
        """Say on a button for which time it speaks, in the room that it needs for any of them."""
        times = max((card.times for _, card in self._row.cards), key=len)
        of_times = {
            time.number: self._wording.text(
                "{time}: {said}", time=time_name(self._wording, time), said=words
            ).replace("&", "&&")
            for time in times
            if len(times) > 1
        }
        button.keep_room(of_times.values())
        first = next((time for _, _, time in self._row.open_times()), None)
        button.setText(of_times.get(first.number, words) if first else words)

    @override
    def moveEvent(self, event: QMoveEvent, /) -> None:
        super().moveEvent(event)
        for part in self.findChildren(StrategyRow):
            part.follow()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), "surface", "line", (tokens().border, RADIUS))
        painter.end()

    def _on_did_it(self) -> None:
        self._writing.did_it(self._row)

    def _on_not_today(self) -> None:
        self._writing.not_today(self._row)

    def _on_note(self) -> None:
        self.note_wanted.emit(self._row)


_Key = tuple["UUID", ...]


class TogetherList(RowList):
    """Keeps one row for the same strategies, so that focus and typing survive a change."""

    note_wanted = Signal(object)

    def __init__(self, desk: Desk, writing: TogetherWriting) -> None:
        super().__init__(desk)
        self._writing = writing
        self._views: dict[_Key, TogetherRowView] = {}
        self._parts: dict[_Key, list[StrategyRow]] = {}
        self._order: tuple[_Key, ...] = ()
        self._people: object = None
        self._column = in_column(gap=8, inside=self)

    @property
    def parts(self) -> tuple[tuple[StrategyRow, ...], ...]:
        """Return what each child has in each row."""
        return tuple(tuple(self._parts[key]) for key in self._order)

    @property
    @override
    def rows(self) -> tuple[StrategyRow, ...]:
        return tuple(part for row in self.parts for part in row)

    def show_rows(self, rows: Sequence[TogetherRow], names: Mapping[UUID, str]) -> None:
        """Show these rows; `names` says how each child is called here.

        What stands as it stood is not shown anew: of 40 strategies one is written at a time.
        """
        helpers = self._desk.journal.family().helpers
        people = tuple((helper.id, helper.name) for helper in helpers.values()), self._desk.helper
        if not self._order:
            self.hide()  # laying out all of them once is faster than again with each
        self._order = tuple(_key(row) for row in rows)
        for key in [key for key in self._views if key not in self._order]:
            self._drop(key)
        for place, row in enumerate(rows):
            key = _key(row)
            if not self._fits(row, names):
                self._drop(key)
            fresh = [] if key in self._views else self._make(row, names)
            view, parts = self._views[key], self._parts[key]
            for part, (child, card) in zip(parts, row.cards, strict=True):
                self._writing.of(child.id, names[child.id])
                if part.card != card or people != self._people or part in fresh:
                    part.show_card(card)
            view.show_row(row, writable=self._desk.can_write)
            align_names([line for part in parts for line in part.lines])
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            view.show()
        self._people = people
        self.setVisible(bool(rows))

    def clear(self) -> None:
        for key in [*self._views]:
            self._drop(key)
        self._order = ()

    def focus_first(self) -> bool:
        """Give the focus to the first open line; return whether there is one."""
        if not self._order:
            return False
        first = next((line for line in self.lines if line.is_open), self.lines[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _fits(self, row: TogetherRow, names: Mapping[UUID, str]) -> bool:
        """Return whether the parts of a row can go on.

        With another name of the child or the strategy they cannot, since each part tells it; but
        nothing is taken away from somebody who is typing in the row.
        """
        view, parts = self._views.get(_key(row)), self._parts.get(_key(row), ())
        if view is None:
            return True
        pairs = [*zip(parts, row.cards, strict=True)]
        called = (
            part.about == about_row(self._desk.wording, card, names[child.id])
            for part, (child, card) in pairs
        )
        return all(part.fits(card) for part, (_, card) in pairs) and (
            any(part.is_typed_in for part in parts) or all(called)
        )

    def _make(self, row: TogetherRow, names: Mapping[UUID, str]) -> list[StrategyRow]:
        key = _key(row)
        view = TogetherRowView(self._desk.wording, self._writing, row)
        view.note_wanted.connect(self.note_wanted)
        self._views[key], self._parts[key] = view, []
        for child, card in row.cards:
            writing = self._writing.of(child.id, names[child.id])
            part = StrategyRow(self._desk, writing, card, view, names[child.id])
            self._follow(part)
            view.add(part)
            self._parts[key].append(part)
        return self._parts[key]

    def _drop(self, key: _Key) -> None:
        view = self._views.pop(key, None)
        for part in self._parts.pop(key, ()):
            part.keep_typing()
            part.close_down()
        if view is not None:
            view.setEnabled(False)  # keys that are on their way write nothing there any more
            self._column.removeWidget(view)
            let_go(view)


def _key(row: TogetherRow) -> _Key:
    return tuple(card.strategy.id for _, card in row.cards)
