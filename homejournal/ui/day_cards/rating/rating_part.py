"""What all ways to rate a time on its card share."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.records.rating_scales import Rating

if TYPE_CHECKING:
    from datetime import timedelta

    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.ui.day_cards.rating.timer import TodayTimer


class RatingPart(QWidget):
    """What all ways to rate share: a rating is shown without saying so, and `rated` by a person."""

    rated = Signal(object)
    """Rating or None: what the person has just said."""
    typed = Signal()
    """A number is being typed, which nobody has said yet."""
    RATES: ClassVar[bool] = True
    """Whether there is something to rate beside having done it."""
    TYPED: ClassVar[bool] = False
    """Whether a rating is typed, so that a second one soon after is no second press."""

    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show what is written, or that nothing is."""
        raise NotImplementedError

    def key(self, digit: int) -> bool:
        """Take a digit typed on the card; return whether it meant something here."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take notice that what a person said is written."""

    def unsaid(self) -> str:
        """Return what is typed and was not written, such as words where a number is asked for."""
        return ""

    def take_up(self, typed: str) -> None:
        """Show what `unsaid` told before, to be gone on with; what is being typed stays."""

    def show_timer(self, timer: "TodayTimer", card: "CardOfDay", time: "TimeOfCard | None") -> None:
        """Show a timer for a time of a card, where it is rated by minutes or hours."""

    def press_timer(self) -> None:
        """Start or stop the timer, where there is one."""

    def fill_in(self, length: "timedelta | None") -> None:
        """Fill in how long it was, to be saved with one press; None if the clock cannot tell."""
