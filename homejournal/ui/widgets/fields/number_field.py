"""Fields for numbers: one with a unit, and two in a sentence such as "took x of y"."""

from __future__ import annotations

from decimal import Decimal
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.text_rules import read_number
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import icon_button
from homejournal.ui.widgets.layout.boxes import FlowLayout, in_row
from homejournal.ui.widgets.wrapping_labels import line_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


def write_number(number: Decimal, locale: QLocale) -> str:
    """Write a number with the decimal sign and the digits of a language."""
    plain = format(number.normalize(), "f")
    zero = ord(locale.zeroDigit())
    return "".join(
        locale.decimalPoint() if sign == "." else chr(zero + int(sign)) if sign.isdigit() else sign
        for sign in plain
    )


class NumberField(QLineEdit):
    """A line for a number that the up and down keys change."""

    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
            event.accept()
        else:
            super().keyPressEvent(event)


class NumberEdit(QWidget):
    """A number from ``least`` to ``most`` with its unit behind it; empty means not said.

    ``changed`` comes with every keystroke; ``done`` with Enter. With words for ``less`` and
    ``more`` there are two buttons of these names. Up and down change by one step, Page Up and Page
    Down by ten.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, unit: str = "", *, places: int = 2, less: str = "", more: str = "") -> None:
        super().__init__()
        self._places = places
        self._least, self._most, self._step = Decimal(0), Decimal(9999), Decimal(1)
        self.field = NumberField(self)
        self.field.setMaxLength(12)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Not `textEdited`: what a screen reader or a voice types is no keystroke.
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.done)
        self.field.stepped.connect(self._on_stepped)
        self.setFocusProxy(self.field)
        row = in_row(gap=6, inside=self)
        if less:
            row.addWidget(self._button("minus", less, self._on_less))
        row.addWidget(self.field)
        if more:
            row.addWidget(self._button("plus", more, self._on_more))
        self._unit = line_label(unit, parent=self)
        self._unit.setVisible(bool(unit))
        row.addWidget(self._unit)
        row.addStretch(1)
        self._fit()

    def _button(self, icon: str, name: str, slot: object) -> QPushButton:
        button = icon_button(icon, name, self)
        button.clicked.connect(slot)
        return button

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """The buttons for less and more, where there are any."""
        return tuple(self.findChildren(QPushButton))

    def set_range(self, least: Decimal, most: Decimal, step: Decimal = Decimal(1)) -> None:
        self._least, self._most, self._step = least, most, step
        self._fit()

    def value(self) -> Decimal | None:
        """Return the number, or None while the field is empty or holds no number in its range."""
        number = read_number(self.field.text(), self._places)
        return number if number is not None and self._least <= number <= self._most else None

    def set_value(self, number: Decimal | None) -> None:
        with QSignalBlocker(self.field):
            self.field.setText("" if number is None else write_number(number, self.locale()))

    def is_readable(self) -> bool:
        """Return whether the field is empty or holds a number in its range."""
        return not self.field.text().strip() or self.value() is not None

    def _on_less(self) -> None:
        self._on_stepped(-1)

    def _on_more(self) -> None:
        self._on_stepped(1)

    def _on_stepped(self, steps: int) -> None:
        number = read_number(self.field.text(), self._places)
        if number is None:
            number = self._least if steps < 0 else self._least - self._step
            number = max(number, Decimal(0) - self._step)
        moved = max(self._least, min(self._most, number + steps * self._step))
        self.set_value(moved)
        self.changed.emit()

    def _fit(self) -> None:
        digits = max(4, len(str(self._most)) + (self._places > 0) * 2)
        width = self.field.fontMetrics().horizontalAdvance("0" * digits)
        self.field.setFixedWidth(width + 2 * px(12) + 6)


class TriesEdit(QWidget):
    """Two numbers inside a worded sentence: "took x of y".

    ``pattern`` is the sentence with ``{took}`` and ``{of}`` where the fields go, in the order of
    the language; ``names`` are what the two fields are called.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, pattern: str, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.took, self.of = NumberEdit(places=0), NumberEdit(places=0)
        row = FlowLayout(self)
        fields = {"took": self.took, "of": self.of}
        for edit, name in zip(fields.values(), names, strict=True):
            edit.field.setAccessibleName(name)
            edit.set_range(Decimal(0), Decimal(999))
            edit.changed.connect(self.changed)
            edit.done.connect(self.done)
        for words, field, _, _ in Formatter().parse(pattern):
            if words.strip():
                row.addWidget(line_label(words.strip()))
            if field:
                row.addWidget(fields[field])
        self.setFocusProxy(self.took.field)

    def value(self) -> tuple[int, int] | None:
        """Return both numbers, or None unless both are there and the first is not larger."""
        took, of = self.took.value(), self.of.value()
        if took is None or of is None or took > of:
            return None
        return int(took), int(of)

    def set_value(self, tries: tuple[int, int] | None) -> None:
        self.took.set_value(None if tries is None else Decimal(tries[0]))
        self.of.set_value(None if tries is None else Decimal(tries[1]))
