"""Any number of a few worded choices, as chips that flow into the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.texts.wording import short_name
from homejournal.ui.base.plain_tool_tips import plain
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.toggle_button import ToggleButton
from homejournal.ui.widgets.layout.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHOLE_LETTERS = 48  # our own words stay whole; cutting off a letter or two gains nothing
_SHOWN_LETTERS = 40  # of a longer name


class ChipChoice(QWidget):
    """Check boxes that look like chips; `changed` comes when a person has switched one.

    A long name is shortened on its chip and whole for screen readers and in the tool tip.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        about: str = "",
        icons: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self._chips: list[QPushButton] = []
        flow = FlowLayout(self, 6)
        for index, (_, words) in enumerate(choices):
            chip = _chip(words, about)
            if icons:
                set_icon(chip, icons[index], size=16)
            chip.toggled.connect(self._on_toggled)
            flow.addWidget(chip)
            self._chips.append(chip)
        if self._chips:
            self.setFocusProxy(self._chips[0])

    @property
    def chips(self) -> Sequence[QPushButton]:
        """The chips in the order of the choices."""
        return tuple(self._chips)

    @property
    def values(self) -> Sequence[object]:
        """The values of the choices, in their order."""
        return tuple(self._values)

    def chosen(self) -> tuple[object, ...]:
        """Return the values that are chosen, in their order."""
        return tuple(
            v for v, chip in zip(self._values, self._chips, strict=True) if chip.isChecked()
        )

    def set_chosen(self, values: Iterable[object]) -> None:
        """Show these values as chosen, without saying that a person chose them."""
        wanted = list(values)
        for value, chip in zip(self._values, self._chips, strict=True):
            chip.blockSignals(True)
            chip.setChecked(value in wanted)
            chip.blockSignals(False)

    def _on_toggled(self, _on: bool) -> None:  # noqa: FBT001
        self.changed.emit()


def _chip(words: str, about: str) -> ToggleButton:
    short = words if len(words) <= _WHOLE_LETTERS else short_name(words, _SHOWN_LETTERS)
    chip = ToggleButton(short)
    chip.setAccessibleName(words)
    chip.setAccessibleDescription(about)
    chip.setToolTip("" if short == words else plain(words[:2000]))
    set_look(chip, "chip")
    return chip
