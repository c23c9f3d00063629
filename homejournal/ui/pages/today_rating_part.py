"""What all ways to rate a time on its card share."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.ratings import Rating


class RatingPart(QWidget):
    """What all ways to rate share: a rating is shown without saying so, and `rated` by a person."""

    rated = Signal(object)
    """Rating or None: what the person has just said."""
    RATES: ClassVar[bool] = True
    """Whether there is something to rate beside having done it."""

    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show what is written, or that nothing is."""
        raise NotImplementedError

    def key(self, digit: int) -> bool:
        """Take a digit typed on the card; return whether it meant something here."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take notice that what a person said is written."""
