"""One of a few worded choices, as pills that flow into the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from homejournal.ui.widgets.buttons.pill_button import Pill
from homejournal.ui.widgets.layout.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChoiceRow(QWidget):
    """A radio group of pills; each choice is a value and its words.

    ``chosen`` carries the value that a person has just chosen.
    """

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[object, str]], about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self._quiet = False
        self._group = QButtonGroup(self)
        flow = FlowLayout(self)
        for index, (_, words) in enumerate(choices):
            pill = Pill(words, parent=self)
            pill.setAccessibleDescription(about)
            self._group.addButton(pill, index)
            flow.addWidget(pill)
        self._group.idToggled.connect(self._on_toggled)
        self._point_focus()

    @property
    def pills(self) -> Sequence[Pill]:
        """The pills in the order of the choices."""
        return tuple(button for button in self._group.buttons() if isinstance(button, Pill))

    @property
    def values(self) -> Sequence[object]:
        """The values of the choices, in their order."""
        return tuple(self._values)

    def set_words(self, words: Sequence[str]) -> None:
        """Change the words of the choices; there are as many as before."""
        for pill, said in zip(self.pills, words, strict=True):
            pill.set_words(said)

    def choice(self) -> object | None:
        """Return the value that is chosen, or None while none is."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def set_choice(self, value: object | None) -> None:
        """Show a value as chosen, or none, without saying that it was chosen.

        Raises ValueError for a value that is not offered.
        """
        at = -1 if value is None and None not in self._values else self._values.index(value)
        self._quiet = True
        self._group.setExclusive(False)
        for index, pill in enumerate(self.pills):
            pill.setChecked(index == at)
        self._group.setExclusive(True)
        self._quiet = False
        self._point_focus()

    def _point_focus(self) -> None:
        """Let a label's shortcut and a form's row reach the chosen pill."""
        if self.pills:
            self.setFocusProxy(self.pills[max(0, self._group.checkedId())])

    def _on_toggled(self, index: int, checked: bool) -> None:  # noqa: FBT001
        if checked and not self._quiet:
            self._point_focus()
            self.chosen.emit(self._values[index])
