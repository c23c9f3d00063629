"""What stands behind the three dots of a line: all that is rarely done with a time of a day."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind
from homejournal.texts import day_page as said
from homejournal.texts import labels as words
from homejournal.ui.day_rows.menus import ChoiceMenu
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.texts.wording import Wording


class LineWish(Enum):
    """What is wanted of a line, beside leaving it out."""

    DID_IT = auto()
    NOTE = auto()
    PHOTO = auto()
    ONCE_MORE = auto()
    HOW = auto()
    REMOVE = auto()
    OTHER_DAYS = auto()


class LineMenu(ChoiceMenu):
    """`wished` carries a LineWish, a LeftOutReason, or the DayMark that is to be taken back."""

    wished = Signal(object)

    def __init__(self, wording: Wording, about: str) -> None:
        self._wording = wording
        self._offers: tuple[LineWish, ...] = ()
        self._mark: DayMark | None = None
        self._reasons = self._days = False
        super().__init__("", about)
        set_look(self, "icon")
        set_icon(self, "dots", "muted", 20)
        name = wording.text("More")
        self.setAccessibleName(name)
        self.setToolTip(plain(name))

    @override
    def set_words(self, text: str) -> None:
        """Its words are an icon."""

    def allow(self, *lines: LineWish) -> None:
        """Offer these."""
        self._offers = lines

    def allow_leaving_out(
        self, card: CardOfDay, time: TimeOfCard | None, *, days: bool, back: bool
    ) -> None:
        """Offer the reasons while nothing is written, also on other `days`, and the way `back`.

        Where what is said may not be taken back, no reason may take its place.
        """
        self._reasons, self._days = back and (time is None or time.practice is None), days
        marks = (time.mark if time else None, *card.marks)
        self._mark = next((one for one in marks if one is not None), None) if back else None

    def open_reasons(self) -> None:
        """Open the menu at the reasons to leave the day out."""
        self.open_menu()
        reason = said.capitalized(words.reason(self._wording, next(iter(LeftOutReason))))
        for action in self._menu.actions():
            if action.text() == reason:
                self._menu.setActiveAction(action)

    @override
    def fill(self, menu: QMenu) -> None:
        said_by = self._words()
        for wish in self._offers:
            if wish is LineWish.REMOVE:
                menu.addSeparator()
            self.offer(said_by[wish], wish)
        if self._mark is not None:
            menu.addSeparator()
            text = self._wording.text
            self.offer(
                text("Take back “not today”")
                if self._mark.mark is MarkKind.NOT_TODAY
                else text("Not left out after all"),
                self._mark,
            )
        if self._reasons:
            self.head(self._wording.text("Left out"))
            for reason in LeftOutReason:
                if reason is not LeftOutReason.OTHER:
                    self.offer(said.capitalized(words.reason(self._wording, reason)), reason)
            if self._days:
                other = self._wording.text("Other reason, or a few days…")
                self.offer(other, LineWish.OTHER_DAYS)

    def _words(self) -> dict[LineWish, str]:
        text = self._wording.text
        return {
            LineWish.DID_IT: text("Did it"),
            LineWish.NOTE: text("Add a note"),
            LineWish.PHOTO: text("Add a photo…"),
            LineWish.ONCE_MORE: text("Once more"),
            LineWish.HOW: text("How we do it"),
            LineWish.REMOVE: text("Remove what is written"),
        }

    @override
    def picked(self, value: object) -> None:
        self.wished.emit(value)
