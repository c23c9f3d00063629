"""The answers of a line: what all ways to answer share, and levels that are pressed."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.records.rating_scales import Rating, RatingKind, RatingPlan, levels_of
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.fields.answer_bar import AnswerBar, Segment
from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.wrapping_labels import plain

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


FILLS = {
    RatingKind.HELP: ("answer1", "answer2", "answer3", "answer4"),
    RatingKind.WENT: ("answer1", "answer3", "answer4"),
    RatingKind.NONE: ("answer4",),
}
"""The colors of the answers of a kind of rating, in their order."""
_SHORT = 10
"""The letters of a professional's word that find room beside ours on a segment."""


class PressedPart(RatingPart):
    """One segment for each answer, each one click or one key."""

    def __init__(self, wording: Wording, plan: RatingPlan, about: str) -> None:
        super().__init__()
        kind = plan.kind
        self._levels = tuple(levels_of(kind)) if kind is not RatingKind.NONE else ()
        beside = plan.words if all(len(word) <= _SHORT for word in plan.words) else ()
        names = [capitalized(labels.level(wording, kind, level, beside)) for level in self._levels]
        said = (*(names or [wording.text("Did it")]), wording.text("Not today"))
        self.bar = AnswerBar(said, (*FILLS[kind], NO), about, self)
        for level, segment in zip(self._levels, self.bar.segments, strict=False):
            hint = capitalized(labels.level_hint(wording, level)) if kind is RatingKind.HELP else ""
            segment.setToolTip(hint)
            if plan.words and not beside:
                _say_long_word(wording, segment, plan.word(level), about)
        self.bar.answered.connect(self._on_answered)
        in_row(self.bar, inside=self, grow=self.bar)

    @property
    @override
    def rates(self) -> bool:
        return bool(self._levels)

    @override
    def show_answer(self, rating: Rating | None, *, written: bool, not_today: bool) -> None:
        if not_today:
            self.bar.show_chosen(len(self.bar.segments) - 1)
        elif isinstance(rating, int) and rating in self._levels:
            self.bar.show_chosen(self._levels.index(rating))
        else:
            self.bar.show_chosen(0 if written and not self._levels else None)

    @override
    def allow(self, *, rate: bool, not_today: bool) -> None:
        *answers, last = self.bar.segments
        for segment in answers:
            segment.setEnabled(rate)
        last.setEnabled(not_today)

    @override
    def key(self, digit: int) -> bool:
        return 1 <= digit < len(self.bar.segments) and self.bar.choose(digit - 1)

    def _on_answered(self, place: int) -> None:
        if place == len(self.bar.segments) - 1:
            self.not_today.emit()
        else:
            self.rated.emit(self._levels[place] if self._levels else None)


def _say_long_word(wording: Wording, segment: Segment, word: str, about: str) -> None:
    """Tell a word that has no room on a segment in its tool tip, and to people who listen."""
    said = wording.line_of((segment.toolTip(), wording.own(word)))
    segment.setToolTip(plain(said))
    segment.setAccessibleDescription(wording.line_of((about, said)))
