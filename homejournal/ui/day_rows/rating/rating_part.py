"""What all ways to answer on a line share: "not today" is one of the answers of each."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.records.rating_scales import Rating
from homejournal.ui.widgets.fields.answer_bar import AnswerBar

if TYPE_CHECKING:
    from datetime import timedelta

    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.ui.day_rows.rating.timer import TodayTimer


NO = "answer_no"
"""The color of "not today"."""


class RatingPart(QWidget):
    """An answer is shown without saying so; `rated` and `not_today` come from a person."""

    rated = Signal(object)
    """Rating or None: what the person has just said."""
    not_today = Signal()
    typed = Signal()
    """A number is being typed, which nobody has said yet."""
    hinted = Signal()
    """`hint` says something else now."""
    TYPED: ClassVar[bool] = False
    """Whether a rating is typed, so that a second one soon after is no second press."""

    bar: AnswerBar
    """The answers that are pressed, "not today" last."""

    @property
    def rates(self) -> bool:
        """Return whether there is something to rate beside having done it."""
        return True

    def show_answer(self, rating: Rating | None, *, written: bool, not_today: bool) -> None:
        """Show what is written, or that nothing is; what is being typed stays."""
        raise NotImplementedError

    def allow(self, *, rate: bool, not_today: bool) -> None:
        """Let people rate, and say "not today"."""
        raise NotImplementedError

    def key(self, digit: int) -> bool:
        """Take a digit typed on the line; return whether it meant something here."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take notice that what a person said is written."""

    def unsaid(self) -> str:
        """Return what is typed and was not written, such as words where a number is asked for."""
        return ""

    def hint(self) -> tuple[str, str]:
        """Return what is to be told of what is typed, and its look; empty where nothing is."""
        return "", ""

    def take_up(self, typed: str) -> None:
        """Show what `unsaid` told before, to be gone on with; what is being typed stays."""

    def show_timer(self, timer: "TodayTimer", card: "CardOfDay", time: "TimeOfCard | None") -> None:
        """Show a timer for a time of a card, where it is rated by minutes or hours."""

    def press_timer(self) -> None:
        """Start or stop the timer, where there is one."""

    def fill_in(self, length: "timedelta | None") -> None:
        """Fill in how long it was, to be saved with one press; None where the clock cannot tell."""

    def turn_not_today(self) -> None:
        """Say "not today" as if it had been pressed."""
        self.bar.choose(len(self.bar.segments) - 1)
