"""What was said about an outcome at a review, in the words that are used there."""

from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.ladders import OutcomeReview, Progress
from homejournal.domain.records.plan import Outcome
from homejournal.texts.plan.outcomes import HOW_FAR, YES_OR_NOT, review_choices
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.outcomes.visit_choice import past_visits, visit_box
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.single_choice import ChoiceRow
from homejournal.ui.widgets.text.labels import WrapLabel

_SHOWN_LETTERS = 600


class ReviewDialog(FormDialog):
    """Some teams say how far, some say yes or not yet; choosing one takes the other back."""

    def __init__(
        self,
        desk: Desk,
        outcome: Outcome,
        shown: OutcomeReview | None = None,
        parent: QWidget | None = None,
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("What the review said"), text("Save"), parent)
        self._outcome, self._shown = outcome, shown
        self.form.addRow(WrapLabel(outcome.text, "heading", most=_SHOWN_LETTERS))
        self.day = DayEdit(desk.today())
        self._visits = {one.id: one for one in past_visits(desk, outcome.child)}
        self.visit = visit_box(desk, tuple(self._visits.values()), text("Not at a visit"))
        self.visit.picked.connect(self._on_visit)
        self.how_far = ChoiceRow(review_choices(self.wording, HOW_FAR), text("How far?"))
        self.yes = ChoiceRow(review_choices(self.wording, YES_OR_NOT), text("Or: is it reached?"))
        self.how_far.chosen.connect(self._on_how_far)
        self.yes.chosen.connect(self._on_yes)
        add_row(self.form, text("At which visit?"), self.visit)
        add_row(self.form, text("On which day?"), self.day)
        add_row(self.form, text("How far?"), self.how_far)
        add_row(self.form, text("Or: is it reached?"), self.yes)
        self.fields = {"words": self.how_far}
        if shown is not None:
            self._show(shown)

    def _show(self, shown: OutcomeReview) -> None:
        self.day.set_day(shown.day)
        self.visit.set_value(shown.visit if shown.visit in self._visits else None)
        row = self.how_far if shown.words in HOW_FAR else self.yes
        row.set_choice(shown.words)

    @override
    def step(self) -> Step:
        words = self.how_far.choice() or self.yes.choice()
        if not isinstance(words, Progress):
            raise InvalidValueError("words", Reason.EMPTY)
        day, visit = self.day.day() or self.desk.today(), self.visit.value()
        plain = self._shown or OutcomeReview(
            id=uuid4(), outcome=self._outcome.id, day=day, words=words
        )
        at = visit if isinstance(visit, UUID) else None
        review = replace(plain, day=day, words=words, visit=at)
        return self.wording.text("Review saved"), self.saving(review)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Choose the words of the review.")

    def _on_visit(self, visit: object) -> None:
        if visit in self._visits and isinstance(visit, UUID):
            self.day.set_day(self._visits[visit].day)

    def _on_how_far(self, _words: object) -> None:
        self.yes.set_choice(None)

    def _on_yes(self, _words: object) -> None:
        self.how_far.set_choice(None)
