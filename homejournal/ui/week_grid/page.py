"""The page on which a week is typed in from paper, with the week and the child above the boxes."""

from datetime import date, timedelta
from typing import ClassVar, NamedTuple
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period, days_into_week
from homejournal.domain.records.record import Kind
from homejournal.domain.today.day_page import KINDS_SHOWN
from homejournal.domain.today.week_cells import SheetAuthors
from homejournal.domain.today.week_grid import CellPlace, WeekGrid
from homejournal.texts import week_grid as said
from homejournal.texts.display_names import name_said, people_to_choose
from homejournal.ui.base.actions import Action
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.week_grid.model import WeekGridModel
from homejournal.ui.week_grid.table import Way, WeekTable
from homejournal.ui.week_grid.typing import WeekTyping
from homejournal.ui.widgets.button import icon_button, make_button
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.day_navigation import DayStepper, take_day_keys
from homejournal.ui.widgets.fields.choices import PersonDropDown
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.focus import FirstKeyShows
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, announce

_WEEK = timedelta(days=7)
_TURNED = "week_grid_turned"


class WeekHeader(QWidget):
    """Its signals say what a person asked for."""

    day_wanted = Signal(object)
    """A day of the week to show."""
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._child: UUID | None = None
        self._week: Period | None = None
        text = desk.wording.text
        self._title = RowLabel(text("Type in a week"), "title")
        self._dates = RowLabel("", "strong")
        self.before = icon_button("chevron-left", text("The week before"))
        self.after = icon_button("chevron-right", text("The week after"))
        self._now = make_button(text("Go to this week"), on=self._on_now, look="link")
        self.who = PersonDropDown[UUID](desk.wording, desk.wording.text("Who did it"))
        self.turn = make_button(text("Turn the table"), on=self._on_turn, look="link")
        self._typist = WrapLabel("", "small")
        set_icon(self.turn, "rotate", "muted", 18)
        self.before.clicked.connect(self.step_back)
        self.after.clicked.connect(self.step_on)
        self._lay_out()

    def _lay_out(self) -> None:
        weeks = FlowRow(
            self._title, DayStepper(self.before, self._dates, self.after), self._now, gap=12
        )
        row = FlowRow(labelled(self._desk.wording.text("&Who did it"), self.who), self.turn, gap=16)
        in_column(weeks, row, self._typist, gap=8, inside=self)

    def take_keys(self, page: QWidget) -> None:
        """Let Alt and an arrow go to another week wherever on the page the focus is."""
        take_day_keys(page, self.step_back, self.step_on, self._desk.wording.direction)

    @property
    def is_turned(self) -> bool:
        """Whether the days are to be rows, as this computer remembers it."""
        return self._desk.preferences.remembered(_TURNED) is not None

    def show_week(self, child: UUID, week: Period) -> None:
        """Show which week it is and who can be chosen; another child's or week's sheet is new."""
        if (child, week) != (self._child, self._week):
            self.who.set_choices([])
        self._child, self._week = child, week
        wording, today = self._desk.wording, self._desk.today()
        self._dates.setText(wording.between(*week))
        self._now.setVisible(not week.start <= today <= week.end)
        self.after.setEnabled(week.end < today)
        family = self._desk.journal.family()
        people = people_to_choose(wording, family)
        not_said = (None, wording.text("Not chosen"))
        self.who.set_choices([not_said, *people], self.who.value())
        typist = name_said(wording, family, self._desk.helper)
        said = wording.text("{name} types it in.", name=typist) if typist else ""
        later = wording.text("The journal notes that it was written later. That is fine.")
        self._typist.setText(f"{said} {later}".strip())

    def told(self) -> SheetAuthors:
        """Return who did it and who types."""
        return SheetAuthors(helper=self.who.value(), typed_by=self._desk.helper)

    def step_back(self) -> None:
        self._step(-_WEEK)

    def step_on(self) -> None:
        """Ask for the week after, up to this one."""
        if self.after.isEnabled():
            self._step(_WEEK)

    def _step(self, by: timedelta) -> None:
        if self._week is not None and date.min + _WEEK < self._week.start < date.max - 2 * _WEEK:
            self.day_wanted.emit(self._week.start + by)

    def _on_now(self) -> None:
        self.day_wanted.emit(self._desk.today())

    def _on_turn(self) -> None:
        self._desk.preferences.remember(_TURNED, None if self.is_turned else "yes")
        self.turned.emit()


_WIDEST, _LINE = 1500, 44
_FIRST_DAYS = 2
"""So early in a week it is the sheet of the week before that is typed in."""


class _Typed(NamedTuple):
    """What is typed and kept nowhere: who did it, the box, and the text in its small field."""

    who: UUID | None
    place: CellPlace | None
    text: str | None


class WeekGridPage(Page):
    """Reads a week, shows it, and says what the current box holds and takes."""

    SHOWS: ClassVar[frozenset[Kind]] = KINDS_SHOWN

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Type in a week"))
        start = desk.journal.settings.week_start
        if days_into_week(self.day, start) < _FIRST_DAYS and self.day > date.min + timedelta(7):
            self.day -= timedelta(days=7)
        text = desk.wording.text
        self.head = WeekHeader(desk)
        self.model = WeekGridModel(desk.wording, self)
        self.table = WeekTable(self.model, text("The week, box by box"))
        self.typing = WeekTyping(desk, self.table, self.model, self.head.told)
        self._left = desk.editing.unfinished.boxes
        self._line = WrapLabel("", "strong")
        self._legend = WrapLabel("", "small")
        self._keys = WrapLabel(
            text(
                "Enter or Space goes on and leaves a box as it is. Delete clears it. Ctrl+D copies"
                " the box above, Ctrl+R the one before. F2 changes a box, +\u00a0adds once more."
                " Ctrl+Enter opens the day."
            ),
            "small",
        )
        self.photo = make_button(text("Add a photo of a sheet…"), on=self._on_photo)
        set_icon(self.photo, "photo", size=18)
        self._empty = EmptyState(
            "notebook",
            text("Nothing is planned in this week"),
            text("Choose another week, or write down in the plan what you want to do."),
            text("Open the plan"),
        )
        self._opens = True
        # The box is in its place once the page is laid out.
        self._soon = one_shot(self, self._say_box)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.head.day_wanted.connect(self.set_day)
        self.head.turned.connect(self._on_turned)
        self.table.moved.connect(self._on_moved)
        self.table.day_wanted.connect(self._on_day_wanted)
        self.typing.refuses.connect(self._on_refused)
        self._empty.pressed.connect(self._on_plan)
        self.head.take_keys(self)

    def _lay_out(self) -> None:
        self._scroll = ScrollColumn(self, widest=_WIDEST)
        edge = self._scroll.column.contentsMargins()
        self._scroll.column.setContentsMargins(edge.left(), edge.top(), edge.right(), edge.top())
        self._scroll.column.setSpacing(px(10))
        self._scroll.add(self.head, self.table, self._line, self._legend, self._keys, self._empty)
        self._scroll.add(FlowRow(self.photo))
        self._scroll.column.setStretchFactor(self.table, 100)
        self._scroll.fill(self)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        before, now = self.model.grid, self.desk.journal.weeks.shown(self.child, self.day)
        typed_in = self._place() if self.table.is_editing and not self.typing.is_writing else None
        self.head.show_week(self.child, now.period)
        self.model.show_grid(now, turned=self.head.is_turned)
        if typed_in != self._place():
            self._lay_aside(typed_in)
        for part in (self.table, self._line, self._legend, self._keys):
            part.setVisible(bool(now.rows))
        self._empty.setVisible(not now.rows)
        self.photo.setVisible(self.desk.can_write)
        if not self.table.currentIndex().isValid():
            self.table.go_to(self.typing.first_open())
        elif before is not None and not self.typing.is_writing:
            self._go_to_changed(before, now)
        self._say_box()
        self._go_on()

    def _go_to_changed(self, before: WeekGrid, now: WeekGrid) -> None:
        """Move to the first cell that an undone or redone step changed."""
        was = {cell.place: cell for row in before.rows for cell in row.cells}
        cells = (cell for row in now.rows for cell in row.cells)
        changed = (cell.place for cell in cells if was.get(cell.place, cell) != cell)
        place = next(changed, None)
        if place is not None and not self.table.is_editing:
            self.table.go_to(self.model.index_of(place))

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self._leave()
        super().set_child(child)

    @override
    def set_day(self, day: date) -> None:
        if day != self.day:
            self._leave()
        super().set_day(day)

    def _leave(self) -> None:
        """Write what is being typed: another sheet is shown now."""
        self.keep_typing()
        self._lay_aside(self._place())

    def _lay_aside(self, place: CellPlace | None) -> None:
        """Set aside the unsaved text of the open cell editor."""
        if self.table.is_editing and place is not None:
            self._left[place] = self.table.editor.text()
            self.table.close_editor()

    def _go_on(self) -> None:
        """Open the small field again in a box of this sheet in which something was typed."""
        for place in [*self._left]:
            at = self.model.index_of(place)
            if at.isValid() and not self.table.is_editing:
                self.table.go_to(at)
                self.table.open_editor(self._left.pop(place), self._line.text(), by_typing=True)

    @override
    def keep_typing(self) -> None:
        if self.table.is_editing:
            self.table.edited.emit(self.table.editor.text(), Way.STAY)

    @override
    def at_risk(self) -> frozenset[str]:
        typed = dict(self._left)
        if self.table.is_editing and (place := self._place()):
            typed[place] = self.table.editor.text()
        return frozenset(f"week_grid {place} {text}" for place, text in typed.items())

    @override
    def typed(self) -> object:
        text = self.table.editor.text() if self.table.is_editing else None
        return _Typed(self.head.told().helper, self._place(), text)

    @override
    def type_in(self, typed: object) -> None:
        if not isinstance(typed, _Typed):
            return
        self.head.who.set_value(typed.who)
        if typed.place is None:
            return
        self.table.go_to(self.model.index_of(typed.place))
        if typed.text is not None:
            self.table.open_editor(typed.text, self._line.text(), by_typing=False)

    def _place(self) -> CellPlace | None:
        at = self.table.currentIndex()
        return self.model.cell(at).place if at.isValid() else None

    def _say_box(self) -> None:
        """Say what the current box holds, and what can be typed into it."""
        at = self.table.currentIndex()
        if at.isValid():
            self._show_table()
            cell = self.model.cell(at)
            self._show_line(
                said.cell_said(self.desk.wording, self.model.row_of(at), cell), "strong"
            )
            self._legend.setText(said.legend(self.desk.wording, cell.rating))

    def _show_table(self) -> None:
        """Scroll the page so that the table, and what is said of its box, are in sight.

        The page opens at its top, and stays there until a key goes to another box.
        """
        if self._opens:
            self._scroll.verticalScrollBar().setValue(0)
        elif self.table.hasFocus():
            place = self.table.geometry()
            self._scroll.ensureVisible(0, place.bottom() + px(_LINE), 0, 0)
            self._scroll.ensureVisible(0, place.top(), 0, 0)

    def _on_moved(self) -> None:
        self._opens = False
        self._say_box()

    def _on_refused(self, why: str) -> None:
        self._show_line(why, "problem")
        announce(self.table, why)

    def _show_line(self, text: str, look: str) -> None:
        set_look(self._line, look)
        self._line.setText(text)

    def _on_turned(self) -> None:
        place = self._place()
        self._leave()
        self.refresh()
        if place is not None:
            self.table.go_to(self.model.index_of(place))
        self.table.setFocus()
        self._opens = False
        self._soon.start()

    def _on_day_wanted(self) -> None:
        at = self.table.currentIndex()
        cell = self.model.cell(at) if at.isValid() else None
        if cell is not None and cell.later:
            self._on_refused(said.still_to_come(self.desk.wording, cell))
        elif cell is not None:
            self.asks_for.emit("today", cell.place.day)

    def _on_photo(self) -> None:
        self.wants.emit(Action.SHEET_PHOTO)

    def _on_plan(self) -> None:
        self.asks_for.emit("plan", None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        begins = self.table if self.table.isVisible() else self._empty.button
        begins.setFocus()
        FirstKeyShows(begins)
        self._opens = True
        self._soon.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_room(self.height() - px(_LINE))
        self._soon.start()
