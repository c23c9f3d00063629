"""The grid of routines: rows of the day, the form of a routine, and the grid on paper."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import distinct_routines, name_outside, strategy_shown
from homejournal.domain.papers.printed_sheets import (
    GridRoutine,
    GridStrategy,
    RoutineGrid,
    routine_grid,
    step_moved,
)
from homejournal.domain.records.plan import Routine
from homejournal.texts.papers import printed_sheets as said
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.theme import BODY, INNER_RADIUS, paint_box, paint_ground, px, sized_font, tokens
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.wrapping_labels import Index, WrapLabel, plain

if TYPE_CHECKING:
    from homejournal.domain.plan.plan_page import PlanState


_Role = Qt.ItemDataRole
_SHOWN = 60
_SAID = {_Role.AccessibleTextRole, _Role.ToolTipRole}


class GridModel(QAbstractTableModel):
    """Routines down, strategies across; a cell is checked where the strategy lives."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._routines: tuple[GridRoutine, ...] = ()
        self._strategies: tuple[GridStrategy, ...] = ()

    def show_grid(self, grid: RoutineGrid) -> None:
        """Show a grid; where only its dots changed, the focus stays in its cell."""
        before = (
            self._routines,
            [(strategy.strategy, strategy.name) for strategy in self._strategies],
        )
        after = (
            grid.routines,
            [(strategy.strategy, strategy.name) for strategy in grid.strategies],
        )
        if before == after:
            self._strategies = grid.strategies
            if grid.routines and grid.strategies:
                last = self.index(len(grid.routines) - 1, len(grid.strategies) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._routines, self._strategies = grid.routines, grid.strategies
        self.endResetModel()

    def at(self, index: Index) -> tuple[UUID, UUID, bool]:
        """Return the strategy and the routine of a cell, and whether one lives in the other."""
        strategy, routine = self._strategies[index.column()], self._routines[index.row()]
        return strategy.strategy, routine.routine, routine.routine in strategy.routines

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._routines)

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._strategies)

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        _, _, lives = self.at(index)
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if lives else Qt.CheckState.Unchecked
        if role not in _SAID:
            return None
        strategy, routine = self._strategies[index.column()], self._routines[index.row()]
        words = said.grid_cell(self._wording, strategy.name, routine.name, lives=lives)
        return plain(words) if role == _Role.ToolTipRole else words

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /
    ) -> Any:
        names = self._strategies if orientation == Qt.Orientation.Horizontal else self._routines
        if not 0 <= section < len(names):
            return None
        name = names[section].name
        if role == _Role.DisplayRole:
            return short_name(name, _SHOWN)
        if role not in _SAID:
            return None
        return plain(name) if role == _Role.ToolTipRole else name


class GridDialog(SheetDialog[RoutineGrid]):
    """The grid on paper, with its language and paper size."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("Parts of the day and strategies"), parent)
        self._child, self._today = child, desk.today()

    @override
    def sheet(self) -> RoutineGrid | None:
        grid = self.desk.journal.sheets.grid(self._child, self._today)
        return replace(grid, language=self.chosen_language(), paper=self.chosen_paper())

    @override
    def file_words(self) -> tuple[str, str, date]:
        name = name_outside(self.desk.journal.family().children, self._child)
        return self.wording.text("Parts of the day"), name, self._today

    @override
    def told(self, sheet: RoutineGrid) -> str:
        return said.grid_told(self.wording, sheet)


class RoutineDialog(FormDialog):
    """Asks only for the name; it becomes a routine of this child."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Add a part of the day"), text("Save"), parent)
        self._child = child
        self._name = self.form.add("name", text("What you call it"), QLineEdit())
        self._name.setPlaceholderText(text("Bath, meals, in the car…"))
        self.keep_form(f"routine:{child}")

    @override
    def step(self) -> Step:
        routine = Routine(id=uuid4(), name=self._name.text().strip(), child=self._child)
        words = self.wording.text("Saved: {name}", name=self.wording.own(routine.name))
        return words, self.saving(routine)


_ROW, _LEAST_COLUMN, _SIDE = 44, 120, 150
_SHEET = """
QTableView, QTableView:focus { border: none; }
QTableView::corner, QTableCornerButton::section { border: none; background: palette(base); }
"""
_DOT = 7.0
_PRESSES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Dots(QStyledItemDelegate):
    """A dot where a strategy lives, and a frame around the cell with the focus."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        cell = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, option.rect, "accent_soft")
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
            painter.setBrush(QColor(tokens().accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(cell.center(), px(_DOT), px(_DOT))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_box(painter, cell.adjusted(1, 1, -1, -1), "", "focus", (2, INNER_RADIUS))
        painter.restore()

    @override
    def editorEvent(self, *_event: object) -> bool:
        return False  # the view itself takes clicks and keys anywhere in the cell


class GridTable(QTableView):
    """Arrows move in it, Tab leaves it; a click, Space or Enter switches a cell."""

    switched = Signal(QModelIndex)
    """The cell."""

    def __init__(self, model: GridModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Dots(self))
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        wraps = Qt.TextFlag.TextWordWrap
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionsClickable(False)
            head.setHighlightSections(False)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setTextElideMode(Qt.TextElideMode.ElideNone)
            head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | wraps)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | wraps
        )
        # The cell with the focus is framed; a frame around it all would be covered by the head.
        self.setStyleSheet(_SHEET)
        self.clicked.connect(self.switched)
        model.modelReset.connect(self.rescale)
        self.rescale()

    def rescale(self) -> None:
        """Make the cells as large as the text asks, and the table as high as its rows."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        columns = self.model().columnCount()
        for head in (across, down):
            head.setFont(sized_font(BODY, strong=True))
        down.setFixedWidth(px(_SIDE))
        width = max(px(_LEAST_COLUMN), self.viewport().width() // max(1, columns))
        across.setDefaultSectionSize(width)
        names = (self._high(across, column, width) for column in range(columns))
        across.setFixedHeight(max(names, default=px(_ROW)))
        rows = range(self.model().rowCount())
        for row in rows:
            self.setRowHeight(row, max(px(_ROW), self._high(down, row, px(_SIDE))))
        bar = self.horizontalScrollBar().sizeHint().height()
        wide = width * columns > self.viewport().width()
        self.setFixedHeight(across.height() + down.length() + (bar if wide else 0) + 2)

    def _high(self, head: QHeaderView, section: int, width: int) -> int:
        """Return how high a name stands in a head that is so wide."""
        name = str(self.model().headerData(section, head.orientation()))
        room = QRect(0, 0, width - px(16), 10_000)
        metrics = QFontMetrics(sized_font(BODY, strong=True))
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, name).height() + px(16)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_SIDE), self.minimumHeight())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _PRESSES and self.currentIndex().isValid():
            self.switched.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.rescale()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self.rescale()


class PlanGrid(QWidget):
    """The table with what belongs to it: a new part of the day, and the grid on paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._state: PlanState | None = None
        text = self._wording.text
        self.model = GridModel(self._wording, self)
        self.table = GridTable(self.model, text("Parts of the day and strategies"))
        self.table.switched.connect(self._on_switched)
        self._lead = WrapLabel("", "muted")
        self.notice = Notice("", NoticeKind.CAREFUL)
        self.add = make_button(text("Add a part of the day…"), "plus", self._on_add)
        self.paper = make_button(text("On paper…"), "printer", self._on_paper)
        row = FlowRow(self.add, self.paper)
        in_column(self._lead, self.notice, self.table, row, gap=12, inside=self)
        self.hide()

    def show_state(self, state: "PlanState") -> None:
        self._state = state
        self.notice.hide()
        grid = routine_grid(self._desk.journal.family(), state)
        self.model.show_grid(grid)
        self.table.setVisible(bool(grid.routines and grid.strategies))
        self.add.setVisible(self._desk.can_write)
        self._lead.setText(self._lead_words(empty=not grid.routines))

    def _lead_words(self, *, empty: bool) -> str:
        text = self._wording.text
        if empty:
            return text("There is no part of the day yet, such as meals, bath or bedtime.")
        if not self._desk.can_write:
            return text("A dot says in which part of the day a strategy lives.")
        return text("Click where you use a strategy. Click again to take it out.")

    def _on_switched(self, index: QModelIndex) -> None:
        if self._state is None or not self._desk.can_write:
            return
        strategy, routine, lives = self.model.at(index)
        shown = next(
            candidate for candidate in self._state.strategies if candidate.strategy.id == strategy
        )
        try:
            step_moved(shown, routine, inside=not lives)
        except InvalidValueError:
            self._say_stays()
            return
        words = self._done(strategy, routine, lives=not lives)
        put = self._desk.journal.sheets.put_into
        self._desk.editing.do(words, partial(put, shown, routine, inside=not lives))

    def _say_stays(self) -> None:
        self.notice.set_text(
            self._wording.text(
                "An earlier step of this strategy names a part of the day, so it keeps one."
                " Put it into another one first."
            )
        )

    def _done(self, strategy: "UUID", routine: "UUID", *, lives: bool) -> str:
        family = self._desk.journal.family()
        named = distinct_routines(family.routines, family.strategies[strategy].child)
        names = {
            "strategy": self._wording.own(strategy_shown(family, strategy)),
            "routine": self._wording.own(named[routine].name),
        }
        if lives:
            return self._wording.text("{strategy} lives in {routine} now", **names)
        return self._wording.text("{strategy} taken out of {routine}", **names)

    def _on_add(self) -> None:

        if self._state is not None:
            RoutineDialog(self._desk, self._state.child, self).ask()

    def _on_paper(self) -> None:

        if self._state is not None:
            GridDialog(self._desk, self._state.child, self).ask()
