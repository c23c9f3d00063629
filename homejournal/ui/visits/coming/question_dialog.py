"""The form of a question that a professional asks, to be answered at home."""

from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names import names_on_their_own
from homejournal.domain.records.visits import Asked
from homejournal.domain.visits import VisitTold
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.note_field import NoteEdit


class QuestionDialog(FormDialog):
    """The question, who asked it, and whether yes or no may answer it.

    The words are kept as unfinished text until they are saved.
    """

    def __init__(
        self,
        desk: Desk,
        told: VisitTold,
        shown: Asked | None = None,
        parent: QWidget | None = None,
    ) -> None:
        text = desk.wording.text
        title = text("Change a question") if shown else text("A question to answer at home")
        super().__init__(desk, title, text("Save"), parent)
        self._told, self._shown = told, shown
        like = text("For example: what helps at bedtime?")
        question = NoteEdit(like, 2)
        question.set_text(shown.text if shown else "")
        self.text = self.form.add("text", text("What do they want to know?"), question)
        place = f"question:{shown.id if shown else told.visit.id}"
        if self.keep_draft_of(self.text, place, self.text.text()):
            self.show_draft_notice(0)
        self._who = self.form.add_row(text("Who asks?"), DropDown[UUID]())
        self._offer_people()
        ways = [(True, text("In our own words")), (False, text("Yes or no"))]
        self._open = self.form.add_row(text("How will you answer?"), SingleChoice(ways))
        self._open.set_choice(shown.open if shown else True)

    def _offer_people(self) -> None:
        """Offer whoever was at the visit, and who asked already."""
        by = self._shown.asked_by if self._shown else None
        team = names_on_their_own(self.desk.journal.family().team)
        there = dict.fromkeys((*(person.id for person in self._told.people), by))
        people = [(who, team[who]) for who in there if who and who in team]
        nobody = (None, self.wording.text("Not chosen"))
        first = people[0][0] if people and self._shown is None else by
        self._who.set_choices([*people, nobody], first)
        self.form.show_row(self._who, shown=bool(people))

    @override
    def step(self) -> Step:
        plain = self._shown or Asked(id=uuid4(), visit=self._told.visit.id, text="…")
        asked = replace(
            plain,
            text=self.text.text().strip(),
            asked_by=self._who.value(),
            open=bool(self._open.choice()),
        )
        call = partial(self.desk.journal.visits.ask, asked, drafts=self.drafts())
        return self.wording.text("Question saved"), call
