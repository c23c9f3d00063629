"""Who did it: up to four names in one click each, the others in a list to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal

from homejournal.domain.names import MOST_READY, quick_choices
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.theme import set_look
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_button import AnswerButton, OnceButton
from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


_SHOWN_LETTERS = 17
NEW_PERSON = "new"
"""The value of the line that adds somebody who is not on the list."""


class WhoChips(FlowRow):
    """A chip for each helper, one of them pressed; pressing it again says nobody.

    `chosen` carries the helper's id, or None. Names stand in the order in which they were added,
    whoever writes most.
    """

    chosen = Signal(object)
    new_wanted = Signal()
    """Somebody who is not on the list."""

    def __init__(self, wording: Wording, about: str) -> None:
        super().__init__(gap=4)
        self._wording, self._about = wording, about
        self._names: Sequence[tuple[UUID, str]] = ()
        self._shown: Sequence[tuple[UUID, str]] = ()
        self._more = False
        self._who: UUID | None = None
        self.takes_new = False
        """Whether somebody who is not on the list may be added."""
        self._chips: list[OnceButton] = []
        self.hide()

    def show_names(
        self, names: Sequence[tuple[UUID, str]], who: UUID | None, writer: UUID | None
    ) -> None:
        """Show who did it, of these helpers; who writes at this computer always stands ready."""
        self._names, self._who = names, who
        kept = set(quick_choices([one for one, _ in names], (who, writer)))
        shown = tuple((one, name) for one, name in names if one in kept)
        more = len(names) > MOST_READY
        if (shown, more) != (self._shown, self._more):
            self._shown, self._more = shown, more
            self._fill()
        for (one, _), chip in zip(shown, self._chips, strict=True):
            with QSignalBlocker(chip):
                chip.setChecked(one == who)

    def focus_choice(self) -> None:
        """Go to the name that is chosen, or to the first."""
        chosen = [chip for chip in self._chips if chip.isChecked()] or self._chips
        if self.isVisible():
            chosen[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        self.clear()
        self._chips = [self._chip(name) for _, name in self._shown]
        parts = [*self._chips]
        if self._more:
            button = OnceButton(self._wording.text("Somebody else…"))
            button.setAccessibleDescription(self._about)
            set_look(button, "link")
            button.clicked.connect(self._on_more)
            parts.append(button)
        self.add(*parts)
        for part in parts:
            part.show()  # a layout shows them only after the next round of events

    def _chip(self, name: str) -> OnceButton:
        chip = AnswerButton(short_name(name, _SHOWN_LETTERS).replace("&", "&&"))
        spoken = self._wording.text("{name} did it", name=self._wording.own(name))
        chip.setAccessibleName(spoken)
        chip.setToolTip(plain(spoken))
        chip.setAccessibleDescription(self._about)
        set_look(chip, "chip")
        chip.toggled.connect(self._on_toggled)
        return chip

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        pressed = self.sender()
        for (one, _), chip in zip(self._shown, self._chips, strict=True):
            if chip is pressed:
                self.chosen.emit(one if on else None)
                return

    def _on_more(self) -> None:
        from homejournal.ui.widgets.fields.name_search import NameSearch

        finder = NameSearch(self._wording, self._wording.text("Who did it"), self)
        finder.picked.connect(self._on_picked)
        finder.stays = NEW_PERSON
        new = [(NEW_PERSON, self._wording.text("Somebody new…"))] if self.takes_new else []
        finder.ask([(None, self._wording.text("Not chosen")), *self._names, *new], self._who)

    def _on_picked(self, value: object) -> None:
        if value is NEW_PERSON:
            self.new_wanted.emit()
        else:
            self.chosen.emit(value)
