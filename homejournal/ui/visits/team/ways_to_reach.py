"""The part of a person's form with the ways to reach them: any number, one under another."""

import json
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.limits import read_json
from homejournal.domain.records.people import Channel, Way
from homejournal.texts import labels
from homejournal.texts.today.day_page import capital
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.toggle_button import ToggleButton
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.drop_down import ChooseBox
from homejournal.ui.widgets.fields.values_as_text import Typed, all_typed, type_all
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.tab_order import stop_before

_LEAST_VALUE = 150
_NEED_NO_VALUE = frozenset({Channel.IN_PERSON, Channel.VIDEO})


class WaysEdit(QWidget):
    """Rows of ways, of which one may be marked as preferred; a button adds another row."""

    added = Signal(object, object)
    """QWidget twice: a row that was made just now, and the part that stands before it."""
    textChanged: ClassVar[Signal] = Signal()  # noqa: N815
    """With a row taken out; it has the name that fields of text have for it."""

    def __init__(self, wording: Wording, ways: Sequence[Way]) -> None:
        super().__init__()
        self._wording = wording
        self._rows: list[_WayRow] = []
        self._add = WordButton(wording.text("Add another way"))
        set_look(self._add, "chip")
        set_icon(self._add, "plus", "muted", 16)
        self._add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        for way in ways or (None,):
            self._new_row(way)
        # Last, so that Tab reaches it after the rows.
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._point_focus()
        self._before = self._typed()

    @property
    def rows(self) -> "Sequence[_WayRow]":
        """Return the rows from top to bottom."""
        return tuple(self._rows)

    def ways(self) -> tuple[Way, ...]:
        """Return the ways that are written down; a row without an address or number is none.

        Raises InvalidValueError for what cannot be one; the focus goes to its field then.
        """
        found = []
        for row in self._rows:
            try:
                way = row.way()
            except InvalidValueError:
                self.setFocusProxy(row.value)
                raise
            if way is not None:
                found.append(way)
        return tuple(found)

    def text(self) -> str:
        """Return all rows as they stand; nothing while they stand as they did."""
        typed = self._typed()
        return "" if typed == self._before else json.dumps(typed, ensure_ascii=False)

    def set_text(self, text: str) -> None:
        """Type all rows again in the place of those that there are."""
        for row in self.rows:
            self._take_out(row)
        for typed in read_json(text):
            type_all(self._new_row(None).fields, typed)
        self._point_focus()

    def _typed(self) -> list[dict[str, Typed]]:
        return [all_typed(row.fields) for row in self._rows]

    def _new_row(self, way: Way | None) -> "_WayRow":
        row = _WayRow(self._wording, way)
        row.best_chosen.connect(self._on_best)
        row.removed.connect(self._on_removed)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _on_add(self) -> None:
        before = self._rows[-1].remove if self._rows else stop_before(self._add)
        row = self._new_row(None)
        self.added.emit(row, before)
        row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._point_focus()

    def _on_best(self, chosen: "_WayRow") -> None:
        for row in self._rows:
            if row is not chosen:
                row.best.setChecked(False)

    def _on_removed(self, row: "_WayRow") -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take_out(row)
        self._point_focus()
        self.textChanged.emit()

    def _take_out(self, row: "_WayRow") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _point_focus(self) -> None:
        self.setFocusProxy(self._rows[0].box if self._rows else self._add)


class _WayRow(QWidget):
    """One way: which it is, its address or number, and whether the person prefers it."""

    best_chosen = Signal(object)
    removed = Signal(object)
    """Itself."""

    def __init__(self, wording: Wording, written: Way | None) -> None:
        super().__init__()
        text = wording.text
        self._written = written
        way = written or Way(way=Channel.PHONE)
        self.box = ChooseBox()
        choices = [(one, capital(labels.channel(wording, one))) for one in Channel]
        self.box.set_choices(choices, way.way)
        self.value = QLineEdit(way.value or "")
        self.value.setPlaceholderText(text("Number, address or place"))
        self.best = ToggleButton(text("They prefer this"))
        self.best.setChecked(way.preferred)
        self.best.clicked.connect(self._on_best)
        self.remove = WordButton(text("Remove"))
        self.remove.clicked.connect(self._on_remove)
        self.box.setAccessibleName(text("A way to reach them"))
        self.value.setAccessibleName(text("Number, address or place"))
        set_look(self.best, "chip")
        set_look(self.remove, "link")
        set_icon(self.remove, "x", "muted", 16)
        self.box.picked.connect(self._describe)
        self.value.textChanged.connect(self._describe)
        self._lay_out()
        self._describe()

    def _lay_out(self) -> None:
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(px(8))
        self._first.addWidget(self.box)
        self._first.addWidget(self.value, 1)
        second = FlowRow(gap=6)
        second.add(self.best, self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._first)
        column.addWidget(second)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Give a number or an address the whole width where it would have too little beside."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        beside = self.width() >= self.box.sizeHint().width() + px(_LEAST_VALUE)
        self._first.setDirection(across if beside else down)

    @property
    def fields(self) -> dict[str, QWidget]:
        """Return its fields by name."""
        return {"way": self.box, "value": self.value, "best": self.best}

    def way(self) -> Way | None:
        """Return the way, or None where nothing is said; raises InvalidValueError as Way does."""
        channel, value = self.box.value(), self.value.text().strip() or None
        if not isinstance(channel, Channel):
            raise TypeError(channel)
        way = Way(way=channel, value=value, preferred=self.best.isChecked())
        said = value or way.preferred or channel in _NEED_NO_VALUE or way == self._written
        return way if said else None

    def _describe(self, _said: object = None) -> None:
        """Tell buttons of several rows apart for people who listen."""
        about = f"{self.box.currentText()} {self.value.text()}".strip()
        for button in (self.best, self.remove):
            button.setAccessibleDescription(about)

    def _on_best(self) -> None:
        if self.best.isChecked():
            self.best_chosen.emit(self)

    def _on_remove(self) -> None:
        self.removed.emit(self)
