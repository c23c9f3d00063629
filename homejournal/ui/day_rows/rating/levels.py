"""Answers that are pressed: levels of help or of how it went, or "did it"; and "not today"."""

from typing_extensions import override

from homejournal.domain.records.rating_scales import Rating, RatingKind, RatingPlan, levels_of
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.wording import Wording
from homejournal.ui.day_rows.rating.rating_part import NO, RatingPart
from homejournal.ui.widgets.fields.answer_bar import AnswerBar, Segment
from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.wrapping_labels import plain

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


def rating_part(wording: Wording, plan: RatingPlan, about: str) -> RatingPart:
    """Return the part that asks as the plan does."""
    if plan.kind not in {RatingKind.NUMBER, RatingKind.TRIES}:
        return PressedPart(wording, plan, about)
    # Most days nothing is typed, and Today is there sooner without it.
    from homejournal.ui.day_rows.rating.numbers import NumberPart, TriesPart

    if plan.kind is RatingKind.NUMBER:
        return NumberPart(wording, plan, about)
    return TriesPart(wording, about)
