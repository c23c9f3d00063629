"""An outcome on the plan: its heading, its ladder, and what reviews said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.plan.outcomes import OutcomeRecords, RatedLadder, ladder_told
from homejournal.domain.records.ladders_and_feelings import LadderRating, OutcomeReview
from homejournal.texts import plan as said
from homejournal.texts.plan import (
    ladder_said,
    ladder_step_said,
    level_meaning,
    level_sign,
    review_said,
)
from homejournal.ui.child.plan.outcome_dialogs import (
    LadderDialog,
    LadderRatingDialog,
    ReviewDialog,
)
from homejournal.ui.theme import px, tokens
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from homejournal.domain.plan.outcomes import LadderTold
    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.plan import Outcome
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.widgets.buttons.wrapping_button import WordButton


_SHOWN_LETTERS = 600


class OutcomeHeader(QWidget):
    """What the family hopes for; `edit_wanted` and `close_wanted` carry the outcome."""

    edit_wanted = Signal(object)
    close_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        outcome: Outcome | None,
        parts: OutcomeParts | None = None,
        *,
        alone: bool,
    ) -> None:
        super().__init__()
        wording = desk.wording
        column = in_column(gap=4, edges=(0, px(12), 0, 0), inside=self)
        if outcome is None:
            if not alone:
                column.addWidget(WrapLabel(wording.text("Without an outcome"), "heading"))
            return
        column.addWidget(WrapLabel(wording.text("Outcome"), "small"))
        column.addWidget(WrapLabel(outcome.text, "heading", most=_SHOWN_LETTERS))
        line = said.outcome_line(wording, outcome)
        if line:
            column.addWidget(WrapLabel(line, "small"))
        if desk.can_write:
            column.addWidget(self._buttons(desk, outcome))
        if parts is not None:
            column.addWidget(parts)

    def _buttons(self, desk: Desk, outcome: Outcome) -> FlowRow:
        text, about = desk.wording.text, outcome.text[:200]
        row = FlowRow(gap=4)
        change = text("Change the outcome…")
        edit = make_button(change, "pencil", look="link", about=about)
        row.add(edit.giving(outcome, self.edit_wanted))
        if outcome.closed is None:
            ends = text("Close the outcome…")
            close = make_button(ends, "circle-check", look="link", about=about)
            row.add(close.giving(outcome, self.close_wanted))
        return row


_MOST_STEPS = 6
"""So many steps stand side by side; of more the newest."""
_DOT, _COLUMN, _ROW = 11, 54, 26
_GAP, _LEAST_WORDS = 10, 150


class LadderView(QWidget):
    """The highest sentence stands at the top; a screen reader hears the dated steps.

    The dots stand beside the sentences, or under each where these would have too little room.
    """

    def __init__(self, wording: Wording, told: LadderTold) -> None:
        super().__init__()
        self.setAccessibleName(wording.text("The ladder"))
        self.setAccessibleDescription(ladder_said(wording, told))
        self._signs = [line_label(level_sign(wording, level), "strong") for level, _ in told.rungs]
        self._words = [
            WrapLabel(sentence or level_meaning(wording, level), "" if sentence else "small")
            for level, sentence in told.rungs
        ]
        steps = told.steps[-_MOST_STEPS:]
        self._days = [line_label(wording.short_day(step.day), "small") for step in steps]
        self._rungs = [
            [_Rung(here=step.level == level) for step in steps] for level, _ in told.rungs
        ]
        self._form: tuple[bool, int] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, px(4), 0, px(4))
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnStretch(1, 1)
        self._arrange(beside=True, many=len(steps))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(2 * _COLUMN), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        many, each = len(self._days), px(_COLUMN) + px(_GAP)
        room = self.width() - max(sign.sizeHint().width() for sign in self._signs) - px(_GAP)
        beside = room >= px(_LEAST_WORDS) + many * each
        self._arrange(beside=beside, many=many if beside else max(1, min(many, room // each)))

    def _arrange(self, *, beside: bool, many: int) -> None:
        """Put all in its place: of more steps than there is room for the newest."""
        if (beside, many) == self._form:
            return
        self._form = beside, many
        first = len(self._days) - many
        self._put_row(0, self._days, first)
        for line, (sign, words, rungs) in enumerate(
            zip(self._signs, self._words, self._rungs, strict=True)
        ):
            row = 1 + (line if beside else 2 * line)
            self._put(sign, row, 0)
            self._put(words, row, 1, 1 if beside else -1)
            self._put_row(row if beside else row + 1, rungs, first)

    def _put_row(self, row: int, parts: Sequence[QWidget], first: int) -> None:
        for column, part in enumerate(parts):
            self._put(part, row, 2 + column)
            part.setVisible(column >= first)

    def _put(self, part: QWidget, row: int, column: int, across: int = 1) -> None:
        self._grid.removeWidget(part)
        middle = part in self._days
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag(0)
        self._grid.addWidget(part, row, column, 1, across, side)


class _Rung(QWidget):
    """One level on one day: a line across, and a dot where the child stood."""

    def __init__(self, *, here: bool) -> None:
        super().__init__()
        self._here = here
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_COLUMN), px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QColor(tokens().colour("control")))
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        if self._here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().colour("accent")))
            painter.drawEllipse(middle, px(_DOT) / 2, px(_DOT) / 2)
        painter.end()


class OutcomeActions(QObject):
    """Does what is wanted with ladders and reviews; each is one step that can be taken back."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def write(self, outcome: Outcome) -> None:
        """Ask for a ladder."""
        LadderDialog(self._desk, outcome, None, self._page).ask()

    def change(self, rated: RatedLadder) -> None:
        """Ask for other sentences of a ladder."""
        LadderDialog(self._desk, self._outcome_of(rated), rated.ladder, self._page).ask()

    def rate(self, rated: RatedLadder) -> None:
        """Ask where the child is on a ladder."""
        LadderRatingDialog(self._desk, rated, self._outcome_of(rated).child, self._page).ask()

    def review(self, outcome: Outcome) -> None:
        """Ask what a review said."""
        ReviewDialog(self._desk, outcome, None, self._page).ask()

    def remove_ladder(self, rated: RatedLadder) -> None:
        """Remove a ladder that was written by mistake."""
        self._do(
            self._desk.wording.text("Ladder removed"),
            partial(self._desk.journal.outcomes.remove_ladder, rated),
        )

    def remove_rating(self, rating: LadderRating) -> None:
        """Remove a step on the ladder."""
        words = self._desk.wording.text("Step of the ladder removed")
        self._do(words, partial(self._desk.journal.records.delete, rating.id))

    def remove_review(self, review: OutcomeReview) -> None:
        """Remove what a review said."""
        words = self._desk.wording.text("Review removed")
        self._do(words, partial(self._desk.journal.records.delete, review.id))

    def _outcome_of(self, rated: RatedLadder) -> Outcome:
        return self._desk.journal.family().outcomes[rated.ladder.outcome]

    def _do(self, words: str, call: Callable[[], Change]) -> None:
        self._desk.editing.do(words, call)


_Written = TypeVar("_Written", LadderRating, OutcomeReview)


class OutcomeParts(QWidget):
    """The ladder as a picture and in words, what reviews said, and what can be done with them."""

    def __init__(self, desk: Desk, records: OutcomeRecords, actions: OutcomeActions) -> None:
        super().__init__()
        self._desk, self._records, self._actions = desk, records, actions
        self._column = in_column(gap=4, inside=self)
        for rated in records.ladders:
            self._add_ladder(rated)
        self._add_reviews()
        if desk.can_write:
            self._column.addWidget(self._does())

    def _add_ladder(self, rated: RatedLadder) -> None:
        wording, told = self._desk.wording, ladder_told(rated)
        self._column.addWidget(LadderView(wording, told))
        for rating, step in zip(rated.ratings, told.steps, strict=True):
            self._add_line(ladder_step_said(wording, step), rating, self._actions.remove_rating)

    def _add_reviews(self) -> None:
        if not self._records.reviews:
            return
        wording = self._desk.wording
        self._column.addWidget(WrapLabel(wording.text("What reviews said"), "small"))
        visits = self._desk.journal.family().visits
        for review in self._records.reviews:
            said = review_said(wording, review, visits)
            self._add_line(said, review, self._actions.remove_review)

    def _does(self) -> FlowRow:
        text, outcome, actions = self._desk.wording.text, self._records.outcome, self._actions
        row = FlowRow(gap=4)
        for rated in self._records.ladders:
            row.add(
                self._button(text("Rate it at a visit…"), "check").giving(rated, actions.rate),
                self._button(text("Change the ladder…"), "pencil").giving(rated, actions.change),
                self._button(text("Remove the ladder"), "trash").giving(
                    rated, actions.remove_ladder
                ),
            )
        if not self._records.ladders and outcome.closed is None:
            write = self._button(text("Write a ladder…"), "list-check")
            row.add(write.giving(outcome, actions.write))
        review = self._button(text("What the review said…"), "message-circle")
        row.add(review.giving(outcome, actions.review))
        return row

    def _add_line(self, words: str, record: _Written, remove: Callable[[_Written], object]) -> None:
        line = QWidget()
        row = in_row(inside=line)
        row.addWidget(WrapLabel(words), 1)
        if self._desk.can_write:
            button = self._button(self._desk.wording.text("Remove"), "")
            button.setAccessibleDescription(words)
            row.addWidget(button.giving(record, remove))
        self._column.addWidget(line)

    def _button(self, words: str, icon: str) -> WordButton:
        about = self._records.outcome.text[:200]
        return make_button(words, icon, look="link", about=about)
