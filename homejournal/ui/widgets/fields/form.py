"""A form: rows with label, field, help, and a sentence when something needs another look."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QFormLayout, QLabel, QLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.ui.theme import px, repolish, set_icon, set_look
from homejournal.ui.widgets.button import ToggleButton
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, keep_room, turn
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce, line_label, without_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent


def labelled(name: str, field: QWidget, look: str = "") -> QWidget:
    """Return both in one widget; the name stands over the field where there is no room beside it.

    The name's shortcut and a screen reader lead to the field.
    """
    label = line_label(name, look)
    label.setBuddy(field)
    return FlowRow(label, field)


_Field = TypeVar("_Field", bound=QWidget)
_Made = TypeVar("_Made")


_LEAST_TOLD = 200
"""As much room, in pixels at 100 %, has what is said beside a field."""


class FieldBox(QWidget):
    """A label over a field, help under it and, when there is one, the problem under that."""

    def __init__(self, label: QLabel, field: QWidget, help_text: str) -> None:
        super().__init__()
        self.label = label
        self._field = field
        inner = inner_field(field)
        self._help = " ".join(part for part in (inner.accessibleDescription(), help_text) if part)
        self._problem: WrapLabel | None = None
        column = in_column(label, field, gap=4, inside=self)
        self._column = column
        self._said = WrapLabel(help_text, "small") if help_text else None
        if self._said is not None:
            column.addWidget(self._said)
        inner.setAccessibleDescription(self._help)

    def tell(self, words: str) -> None:
        """Say other words as the help, also where there was none."""
        if self._said is not None:
            self._said.say(words)
        self._help = words
        inner_field(self._field).setAccessibleDescription(words)

    def lay_across(self, *before: QWidget) -> None:
        """Let the field stand at the end of the line of its label, after these small parts.

        There they keep their room while they are hidden.
        """
        said = self._said or WrapLabel("", "small")
        said.setVisible(self._said is not None)
        for part in (self.label, self._field, said):
            self._column.removeWidget(part)
        self._said = said
        self.label.setContentsMargins(0, 0, 0, 0)
        told = in_column(self.label, said, gap=0)
        told.insertStretch(0)
        told.addStretch()
        self._column.insertWidget(0, _Across(told, self._field, before))

    def say(self, text: str) -> None:
        """Show and speak a problem; an empty text takes it away."""
        if self._problem is None:
            if not text:
                return
            self._problem = WrapLabel("", "problem")
            self._column.addWidget(self._problem)
        self._problem.say(text)
        inner = inner_field(self._field)
        inner.setProperty("problem", bool(text))
        inner.setAccessibleDescription(f"{text} {self._help}".strip())
        repolish(inner)
        if text:
            announce(inner, text)

    def problem(self) -> str:
        return "" if self._problem is None else self._problem.text()


class _Across(QWidget):
    """Words, and a field at the end of their line, or under them where there is little room."""

    def __init__(self, told: QLayout, field: QWidget, small: Sequence[QWidget]) -> None:
        super().__init__()
        self._field, self._small = field, small
        self._row = in_row(told, in_row(*small, field, gap=4), grow=told, gap=8, inside=self)
        for part in small:
            keep_room(part)
        self.setMinimumWidth(1)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        # Also of what is hidden now, or the row would turn to and fro.
        wanted = sum(part.sizeHint().width() for part in (*self._small, self._field))
        beside = wanted + px(_LEAST_TOLD) <= self.width()
        if not turn(self._row, across=beside):
            return
        for part in self._small:
            keep_room(part, kept=beside)
        box = self.parentWidget()
        if box is not None:
            box.updateGeometry()  # its form knows the former height


def inner_field(field: QWidget) -> QWidget:
    """Return the part of a field that takes the focus: the field itself or its last proxy."""
    inner = field
    while (proxy := inner.focusProxy()) is not None:
        inner = proxy
    return inner


class Form(QFormLayout):
    """Labels stand above their fields, which fits every width and text size.

    `fields` are known by the names that the checks of a record use. What stands in those that are
    `kept` can be kept by the same names until it is saved.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QWidget] = {}
        self.kept: dict[str, QWidget] = {}
        self.faults: dict[str, str] = {}
        """What is said of a value that does not fit, where a field has words of its own for it."""
        self._tried: tuple[object, ...] = ()
        self._fold: ToggleButton | None = None
        self._folded: dict[QWidget, tuple[ToggleButton, bool]] = {}
        """The rows behind a button, and whether they are shown where it is pressed."""
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setContentsMargins(0, 0, 0, 0)
        self.setVerticalSpacing(px(6))

    def add(
        self, name: str, label: str, field: _Field, hint: str = "", *, kept: bool = True
    ) -> _Field:
        """Add a row with a field that is known by its name; return the field."""
        self.fields[name] = field
        if kept:
            self.kept[name] = field
        return self.add_row(label, field, hint)

    def add_row(self, label: str, field: _Field, hint: str = "") -> _Field:
        """Add a field with its label, which names it for people who listen, too; return the field.

        ``&`` in the label makes a keyboard shortcut, ``&&`` a plain ampersand. Where a field has
        several parts with names of their own, such as the choices of a row, they keep these and are
        described by the label. So does what is pressed or ticked: it is called by the words that
        stand on it.
        """
        words = WrapLabel(label, "strong")
        inner = inner_field(field)
        spoken = without_key(label)
        several = inner is not field and bool(inner.accessibleName())
        words.setBuddy(field if several else inner)
        field.setAccessibleName(spoken)
        if isinstance(inner, QAbstractButton) and inner.text() and not several:
            inner.setAccessibleName(without_key(inner.text()))
            inner.setAccessibleDescription(inner.accessibleDescription() or spoken)
        elif not several:
            inner.setAccessibleName(spoken)
        for part in field.findChildren(QWidget):
            named = part.accessibleName() not in {"", spoken} and not part.accessibleDescription()
            if named and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                part.setAccessibleDescription(spoken)
        words.setContentsMargins(0, px(8), 0, 0)
        self._put(FieldBox(words, field, hint))
        return field

    def add_words(self, words: str, look: str = "", *, most: int = 4000) -> WrapLabel:
        """Add a line of words; return its label, which shows at most so many letters."""
        label = WrapLabel(words, look, most=most)
        self._put(label)
        return label

    def add_section(self, title: str) -> WrapLabel:
        """Add a heading over the rows that follow; return it."""
        heading = self.add_words(title, "heading")
        heading.setContentsMargins(0, px(16), 0, 0)
        return heading

    def begin_fold(self, words: str) -> ToggleButton:
        """Hide the rows that follow behind a button, which is returned."""
        fold = self._fold = ToggleButton(words)
        set_look(fold, "link")
        set_icon(fold, "chevron-down", "muted", 16)
        fold.toggled.connect(self._on_fold)
        self.addRow(FlowRow(fold))
        return fold

    def end_fold(self) -> None:
        """Let the rows that follow stand in sight again."""
        self._fold = None

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide a field together with its label and help."""
        row = row_of(field)
        if row in self._folded:
            fold, _ = self._folded[row]
            self._folded[row] = fold, shown
            shown = shown and fold.isChecked()
        self.setRowVisible(row, shown)

    def _put(self, row: QWidget) -> None:
        self.addRow(row)
        if self._fold is not None:
            self._folded[row] = self._fold, True
            self.setRowVisible(row, self._fold.isChecked())

    def _on_fold(self) -> None:
        for row, (fold, shown) in self._folded.items():
            self.setRowVisible(row, shown and fold.isChecked())

    def read(
        self, make: Callable[[], _Made], on_fault: Callable[[InvalidValueError], object]
    ) -> _Made | None:
        """Return what is made of the fields; where a value does not fit, tell that and return None.

        What was said under the fields before goes.
        """
        for field in self.fields.values():
            clear_problem(field)
        try:
            return make()
        except InvalidValueError as error:
            on_fault(error)
            return None

    def show_fault(self, name: str, words: str) -> QWidget:
        """Say under a field, or under the first one, what does not fit; focus and return it."""
        field = self.fields.get(name) or next(iter(self.fields.values()))
        row = row_of(field)
        if row in self._folded:
            self._folded[row][0].setChecked(True)
        show_problem(field, words)
        inner_field(field).setFocus(Qt.FocusReason.OtherFocusReason)
        return field

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        given, wanted = self._heights()
        now = (rect.width(), rect.height(), given, wanted)
        has_room = self.heightForWidth(rect.width()) <= rect.height()
        if given != wanted and has_room and now != self._tried:
            self.invalidate()
            super().setGeometry(rect)
            now = (rect.width(), rect.height(), *self._heights())
        self._tried = now

    def _heights(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the heights of the rows that wrap, and those that they need."""
        # By the widgets: an item that Python has known may be another one by now.
        around, only = self.parentWidget(), Qt.FindChildOption.FindDirectChildrenOnly
        parts = around.findChildren(QWidget, options=only) if around is not None else []
        rows = [
            part
            for part in parts
            if part.hasHeightForWidth() and not part.isHidden() and self.indexOf(part) >= 0
        ]
        wanted = (max(row.minimumHeight(), row.heightForWidth(row.width())) for row in rows)
        return tuple(row.height() for row in rows), tuple(wanted)


def row_of(field: QWidget) -> FieldBox:
    """Return the box that a form put a field in; LookupError if it is in none."""
    box = field.parentWidget()
    while box is not None and not isinstance(box, FieldBox):
        box = box.parentWidget()
    if box is None:
        raise LookupError("This field is in no form.")
    return box


def show_problem(field: QWidget, text: str) -> None:
    """Say under a field what needs another look; what was typed stays."""
    row_of(field).say(text)


def clear_problem(field: QWidget) -> None:
    """Take the problem under a field away."""
    row_of(field).say("")
