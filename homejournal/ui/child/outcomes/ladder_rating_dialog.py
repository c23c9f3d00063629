"""Where are we on the ladder? Chosen by its sentence, at a visit, by people."""

from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.outcome_ladders import TOP_FIRST, RatedLadder
from homejournal.domain.records.ladders import LadderRating
from homejournal.texts.plan.outcomes import rung_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.outcomes.visit_choice import past_visits, visit_box
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.single_choice import ChoiceRow
from homejournal.ui.widgets.text.labels import WrapLabel


class LadderRatingDialog(FormDialog):
    """Nothing is chosen at first. Of a visit that was rated already, the rating is corrected."""

    def __init__(
        self, desk: Desk, rated: RatedLadder, child: UUID, parent: QWidget | None = None
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Where are we on the ladder?"), text("Save"), parent)
        self._rated = rated
        lead = text("Choose the sentence that you agreed on at the visit.")
        self.form.addRow(WrapLabel(lead, "muted"))
        self._visits = past_visits(desk, child)
        self.visit = visit_box(desk, self._visits)
        self.visit.picked.connect(self._on_visit)
        add_row(self.form, text("At which visit?"), self.visit)
        levels = rated.ladder.levels
        written = [level for level in TOP_FIRST if str(level) in levels]
        self.level = ChoiceRow(
            [(level, rung_said(self.wording, level, levels[str(level)])) for level in written],
            text("Where are we on the ladder?"),
        )
        add_row(self.form, text("Which sentence fits?"), self.level)
        self.fields = {"visit": self.visit, "level": self.level}
        self._on_visit(self.visit.value())

    @override
    def step(self) -> Step:
        visit = next((one for one in self._visits if one.id == self.visit.value()), None)
        if visit is None:
            raise InvalidValueError("visit", Reason.EMPTY)
        level = self.level.choice()
        if not isinstance(level, int):
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
        return next((one for one in self._rated.ratings if one.visit and one.visit == visit), None)

    def _on_visit(self, visit: object) -> None:
        """Show what was rated at a visit, so that it can be corrected."""
        known = self._known(visit)
        offered = known is not None and str(known.level) in self._rated.ladder.levels
        self.level.set_choice(known.level if known and offered else None)
