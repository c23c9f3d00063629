"""The forms of an outcome: itself, its ladder, a rating on that, and what a review said."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import visitor_names
from homejournal.domain.plan.outcomes import TOP_FIRST, RatedLadder
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating, OutcomeReview
from homejournal.domain.records.plan import Area, Outcome
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits import in_time
from homejournal.texts import labels
from homejournal.texts.plan import (
    HOW_FAR,
    YES_OR_NOT,
    level_label,
    review_choices,
    rung_said,
    visit_name,
)
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.note_field import NoteEdit

_OUTCOME_DIALOG_SHOWN_LETTERS = 80


class OutcomeDialog(FormDialog):
    """The outcome's words, its areas of development, since when, and when it was closed."""

    def __init__(
        self, desk: Desk, child: UUID, shown: Outcome | None = None, parent: QWidget | None = None
    ) -> None:
        text = desk.wording.text
        title = text("Add an outcome") if shown is None else text("Change an outcome")
        super().__init__(desk, title, text("Save"), parent)
        self._child, self._shown = child, shown
        hint = text("As in your family service plan, or in your own words.")
        words = NoteEdit("", 2)
        self.text = self.form.add("text", text("What do you hope for?"), words, hint)
        areas = [(area, labels.area(desk.wording, area)) for area in Area]
        chips = MultipleChoice(areas, text("Areas"))
        self.areas = self.form.add("areas", text("Areas (optional)"), chips)
        since = DayEdit(desk.today(), text("Not chosen"))
        self.since = self.form.add("since", text("Since"), since)
        closed = DayEdit(desk.today(), text("Still open"))
        self.closed = self.form.add("closed", text("Closed on"), closed, kept=False)
        before = text("It was closed before it began. Change one of the two days.")
        self.form.faults["closed"] = before
        self.since.set_day(shown.since if shown else None)
        self.closed.set_day(shown.closed if shown else None)
        if shown is not None:
            self.text.set_text(shown.text)
            self.areas.set_chosen(shown.areas)
        # Not the day it was closed: whoever only wanted to change words would close it unseen.
        self.keep_form(f"outcome:{shown.id if shown else child}")

    def close_today(self) -> None:
        """Offer today as the day on which the outcome is closed."""
        self.closed.set_day(self.desk.today())

    @override
    def step(self) -> Step:
        since, closed = self.since.day(), self.closed.day()
        if since is not None and closed is not None and closed < since:
            raise InvalidValueError("closed", Reason.DATES_REVERSED)
        plain = self._shown or Outcome(id=uuid4(), child=self._child, text="…")
        outcome = replace(
            plain,
            text=self.text.text().strip(),
            areas=self.areas.chosen(),
            since=since,
            closed=closed,
        )
        name = outcome.text.splitlines()[0][:_OUTCOME_DIALOG_SHOWN_LETTERS]
        said = self.wording.text("Saved: {name}", name=self.wording.own(name))
        return said, self.saving(outcome)


_SIDES = 3


class LadderDialog(FormDialog):
    """Five sentences, the highest first; three of them are enough."""

    def __init__(
        self,
        desk: Desk,
        outcome: Outcome,
        shown: Ladder | None = None,
        parent: QWidget | None = None,
    ) -> None:
        text = desk.wording.text
        title = text("Write a ladder") if shown is None else text("Change the ladder")
        super().__init__(desk, title, text("Save"), parent)
        self._outcome, self._shown = outcome, shown
        self.form.add_words(outcome.text, "heading", most=_SHOWN_LETTERS)
        lead = text(
            "A ladder is written together with somebody from your team. It is about one thing only."
            " Each sentence says what you would see, and no two say the same. Three sentences are"
            " enough. You rate it together at visits."
        )
        self.form.add_words(lead, "muted")
        self.edits = {level: NoteEdit("", 1, 4) for level in TOP_FIRST}
        for level, edit in self.edits.items():
            edit.set_text(shown.levels.get(str(level), "") if shown else "")
            self.form.add(str(level), level_label(self.wording, level), edit)
        self.form.fields["levels"] = self.edits[0]
        self.keep_form(f"ladder:{shown.id if shown else outcome.id}")

    @override
    def step(self) -> Step:
        written = {
            str(level): words
            for level, edit in reversed(self.edits.items())
            if (words := " ".join(edit.text().split()))
        }
        # Both ends need an anchor: what is hoped for, and something above and below it.
        sides = {(int(level) > 0) - (int(level) < 0) for level in written}
        if len(sides) < _SIDES:
            raise InvalidValueError("levels", Reason.DOES_NOT_FIT)
        if self._shown is None:
            ladder = Ladder(id=uuid4(), outcome=self._outcome.id, levels=written)
        else:
            ladder = replace(self._shown, levels=written)
        return self.wording.text("Ladder saved"), self.saving(ladder)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if (error.field, error.reason) == ("levels", Reason.DOES_NOT_FIT):
            return self.wording.text(
                "Please write what you hope for (0), and a sentence above it and one below it."
            )
        return super().fault_words(error)


_SHOWN_LETTERS = 600


class ReviewDialog(FormDialog):
    """The result of a review: either how far, or yes or not yet; choosing one clears the other."""

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
        self.form.add_words(outcome.text, "heading", most=_SHOWN_LETTERS)
        self._visits = {visit.id: visit for visit in past_visits(desk, outcome.child)}
        box = visit_box(desk, tuple(self._visits.values()), text("Not at a visit"))
        self.visit = self.form.add_row(text("At which visit?"), box)
        self.day = self.form.add_row(text("On which day?"), DayEdit(desk.today()))
        how_far = SingleChoice(review_choices(self.wording, HOW_FAR))
        self.how_far = self.form.add("words", text("How far?"), how_far)
        yes_or_not = SingleChoice(review_choices(self.wording, YES_OR_NOT))
        self.yes = self.form.add_row(text("Or: is it reached?"), yes_or_not)
        self.visit.picked.connect(self._on_visit)
        self.how_far.chosen.connect(self._on_how_far)
        self.yes.chosen.connect(self._on_yes)
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
        if words is None:
            raise InvalidValueError("words", Reason.EMPTY)
        day, visit = self.day.day() or self.desk.today(), self.visit.value()
        plain = self._shown or OutcomeReview(
            id=uuid4(), outcome=self._outcome.id, day=day, words=words
        )
        review = replace(plain, day=day, words=words, visit=visit)
        return self.wording.text("Review saved"), self.saving(review)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Choose the words of the review.")

    def _on_visit(self, visit: UUID | None) -> None:
        if visit in self._visits:
            self.day.set_day(self._visits[visit].day)

    def _on_how_far(self, _words: object) -> None:
        self.yes.set_choice(None)

    def _on_yes(self, _words: object) -> None:
        self.how_far.set_choice(None)


def past_visits(desk: Desk, child: UUID) -> tuple[Visit, ...]:
    """Return the visits of a child through today, the newest first."""
    visits = desk.journal.family().visits.values()
    mine = (visit for visit in visits if visit.child == child and visit.day <= desk.today())
    return tuple(sorted(mine, key=in_time, reverse=True))


def visit_box(desk: Desk, visits: Sequence[Visit], none: str = "") -> DropDown[UUID]:
    """Return a drop-down of visits; `none` are the words of a first choice for no visit."""
    team = desk.journal.family().team
    first: list[tuple[UUID | None, str]] = [(None, none)] if none else []
    told = [
        (visit.id, visit_name(desk.wording, visit, visitor_names(visit, team))) for visit in visits
    ]
    box = DropDown[UUID](most_letters=40)
    box.set_choices([*first, *told])
    return box


class LadderRatingDialog(FormDialog):
    """Nothing is chosen at first. Of a visit that was rated already, the rating is corrected."""

    def __init__(
        self, desk: Desk, rated: RatedLadder, child: UUID, parent: QWidget | None = None
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Where are we on the ladder?"), text("Save"), parent)
        self._rated = rated
        lead = text("Choose the sentence that you agreed on at the visit.")
        self.form.add_words(lead, "muted")
        self._visits = past_visits(desk, child)
        box = visit_box(desk, self._visits)
        self.visit = self.form.add("visit", text("At which visit?"), box)
        self.visit.picked.connect(self._on_visit)
        levels = rated.ladder.levels
        written = [level for level in TOP_FIRST if str(level) in levels]
        rungs = [(level, rung_said(self.wording, level, levels[str(level)])) for level in written]
        choice = SingleChoice(rungs, text("Where are we on the ladder?"))
        self.level = self.form.add("level", text("Which sentence fits?"), choice)
        self._on_visit(self.visit.value())

    @override
    def step(self) -> Step:
        visit = next((held for held in self._visits if held.id == self.visit.value()), None)
        if visit is None:
            raise InvalidValueError("visit", Reason.EMPTY)
        level = self.level.choice()
        if level is None:
            raise InvalidValueError("level", Reason.EMPTY)
        plain = self._known(visit.id) or LadderRating(
            id=uuid4(), ladder=self._rated.ladder.id, day=visit.day, level=level, visit=visit.id
        )
        words = self.wording.text("Rated on the ladder: {day}", day=self.wording.day(visit.day))
        return words, self.saving(replace(plain, day=visit.day, level=level))

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "visit":
            return self.wording.text(
                "A ladder is rated at a visit. Write the visit down on the Visits page first."
            )
        return self.wording.text("Choose the sentence that fits.")

    def _known(self, visit: object) -> LadderRating | None:
        return next(
            (rating for rating in self._rated.ratings if rating.visit and rating.visit == visit),
            None,
        )

    def _on_visit(self, visit: object) -> None:
        """Show what was rated at a visit, so that it can be corrected."""
        known = self._known(visit)
        offered = known is not None and str(known.level) in self._rated.ladder.levels
        self.level.set_choice(known.level if known and offered else None)
