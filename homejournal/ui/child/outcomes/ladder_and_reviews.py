"""What belongs to an outcome on the Plan page: its ladder with dated steps, and its reviews."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from homejournal.domain.plan.outcome_ladders import OutcomeRecords, RatedLadder, ladder_told
from homejournal.domain.records.ladders import LadderRating, OutcomeReview
from homejournal.domain.records.plan import Outcome
from homejournal.texts.plan.outcomes import review_said, step_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.outcomes.ladder_dialog import LadderDialog
from homejournal.ui.child.outcomes.ladder_rating_dialog import LadderRatingDialog
from homejournal.ui.child.outcomes.ladder_view import LadderView
from homejournal.ui.child.outcomes.review_dialog import ReviewDialog
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.records.changes import Change


class OutcomeParts(QWidget):
    """The ladder as a picture and in words, what reviews said, and what can be done with them."""

    wanted = Signal(str, object)
    """What is wanted ("write", "rate" …) and what it is about."""

    def __init__(self, desk: Desk, records: OutcomeRecords) -> None:
        super().__init__()
        self._desk, self._records = desk, records
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._about: dict[str, tuple[str, object]] = {}
        for rated in records.ladders:
            self._add_ladder(rated)
        self._add_reviews()
        if desk.can_write:
            self._column.addWidget(self._does())

    def _add_ladder(self, rated: RatedLadder) -> None:
        wording, told = self._desk.wording, ladder_told(rated)
        self._column.addWidget(LadderView(wording, told))
        for rating, step in zip(rated.ratings, told.steps, strict=True):
            self._add_line(step_said(wording, step), "remove_rating", rating)

    def _add_reviews(self) -> None:
        if not self._records.reviews:
            return
        wording = self._desk.wording
        self._column.addWidget(WrapLabel(wording.text("What reviews said"), "small"))
        visits = self._desk.journal.family().visits
        for review in self._records.reviews:
            said = review_said(wording, review, visits)
            self._add_line(said, "remove_review", review)

    def _does(self) -> FlowRow:
        text, outcome = self._desk.wording.text, self._records.outcome
        row = FlowRow(gap=4)
        for rated in self._records.ladders:
            row.add(
                self._button(text("Rate it at a visit…"), "check", "rate", rated),
                self._button(text("Change the ladder…"), "pencil", "change", rated),
                self._button(text("Remove the ladder"), "trash", "remove_ladder", rated),
            )
        if not self._records.ladders and outcome.closed is None:
            row.add(self._button(text("Write a ladder…"), "list-check", "write", outcome))
        row.add(self._button(text("What the review said…"), "message-circle", "review", outcome))
        return row

    def _add_line(self, words: str, does: str, about: object) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(WrapLabel(words), 1)
        if self._desk.can_write:
            button = self._button(self._desk.wording.text("Remove"), "", does, about)
            button.setAccessibleDescription(words)
            row.addWidget(button)
        self._column.addWidget(line)

    def _button(self, words: str, icon: str, does: str, about: object) -> QPushButton:
        button = WordButton(words)
        set_look(button, "link")
        if icon:
            set_icon(button, icon, "muted", 16)
        button.setAccessibleDescription(self._records.outcome.text[:200])
        key = f"{does} {len(self._about)}"
        self._about[key] = does, about
        button.setProperty("does", key)
        button.clicked.connect(self._on_pressed)
        return button

    def _on_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.wanted.emit(*self._about[str(button.property("does"))])


class OutcomeDoings(QObject):
    """Does what is wanted with ladders and reviews; each is one step that can be taken back."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def do(self, does: str, about: object) -> None:
        """Ask for more in a dialog, or remove what was written by mistake."""
        calls: dict[str, Callable[[object], None]] = {
            "write": self._write,
            "change": self._change,
            "rate": self._rate,
            "review": self._review,
            "remove_ladder": self._remove_ladder,
            "remove_rating": self._remove,
            "remove_review": self._remove,
        }
        calls[does](about)

    def _write(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            LadderDialog(self._desk, outcome, None, self._page).ask()

    def _change(self, rated: object) -> None:
        if isinstance(rated, RatedLadder):
            outcome = self._desk.journal.family().outcomes[rated.ladder.outcome]
            LadderDialog(self._desk, outcome, rated.ladder, self._page).ask()

    def _rate(self, rated: object) -> None:
        if isinstance(rated, RatedLadder):
            outcome = self._desk.journal.family().outcomes[rated.ladder.outcome]
            LadderRatingDialog(self._desk, rated, outcome.child, self._page).ask()

    def _review(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            ReviewDialog(self._desk, outcome, None, self._page).ask()

    def _remove_ladder(self, rated: object) -> None:
        if isinstance(rated, RatedLadder):
            self._do(
                self._desk.wording.text("Ladder removed"),
                partial(self._desk.journal.outcomes.remove_ladder, rated),
            )

    def _remove(self, record: object) -> None:
        if isinstance(record, LadderRating | OutcomeReview):
            text = self._desk.wording.text
            rating = isinstance(record, LadderRating)
            words = text("Step of the ladder removed") if rating else text("Review removed")
            self._do(words, partial(self._desk.journal.records.delete, record.id))

    def _do(self, words: str, call: "Callable[[], Change]") -> None:
        self._desk.editing.do(words, call)
