"""Questions between visits: the family's open ones, and one that a professional asks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.names import names_on_their_own
from homejournal.domain.records.notes import Note
from homejournal.domain.records.visits import Asked
from homejournal.domain.visits import VisitTold
from homejournal.texts import visits_and_team as said
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel


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


_SHOWN = 20


class OpenQuestions(Card):
    """One line for each question; ticking one can be undone."""

    answered = Signal(object)
    """Note: it was answered."""
    add_wanted = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.text("Our open questions"))
        self._wording = wording
        self._questions: tuple[Note, ...] | None = None
        self._writable = False
        self._whole_list = False
        self._ticks: list[QPushButton] = []
        text = wording.text
        hint = text("They go with you to each visit until you tick them as answered.")
        self._rows = QWidget()
        self._column = in_column(gap=8, inside=self._rows)
        self._hint = WrapLabel(hint, "small")
        self._add = make_button(text("Add a question"), on=self.add_wanted)
        self._more = make_button("", on=self._on_more)
        for button, icon in ((self._add, "plus"), (self._more, "chevron-down")):
            set_look(button, "chip")
            set_icon(button, icon, "muted", 16)
        does = FlowRow(self._add, self._more, gap=6)
        for part in (self._hint, self._rows, does):
            self.body.addWidget(part)

    def show_questions(self, questions: Sequence[Note], *, writable: bool) -> None:
        """Show these questions, the oldest first."""
        if tuple(questions) == self._questions and writable == self._writable:
            return
        self._questions, self._writable = tuple(questions), writable
        focused = has_focus_inside(self._rows)
        self._fill()
        if focused:
            self._go_on()

    def _fill(self) -> None:
        questions = self._questions or ()
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._ticks = []
        shown = questions if self._whole_list else questions[:_SHOWN]
        for question in shown:
            row = self._row(question)
            self._column.addWidget(row)
            row.show()
        more = len(questions) - len(shown)
        words = self._wording.count("Show {n} more question", "Show {n} more questions", more)
        self._more.setText(words)
        self._more.setVisible(more > 0)
        self._add.setVisible(self._writable)
        self._rows.setVisible(bool(questions))

    def _row(self, question: Note) -> QWidget:
        row = QWidget()
        column = in_column(WrapLabel(question.text), gap=2, inside=row)
        foot = FlowRow(RowLabel(said.question_since(self._wording, question), "small"), gap=6)
        if self._writable:
            answered = self._wording.text("Answered")
            tick = make_button(answered, "check", look="chip", about=question.text)
            tick.giving(question, self.answered)
            self._ticks.append(tick)
            foot.add(tick)
        column.addWidget(foot)
        return row

    def _go_on(self) -> None:
        """Focus the next question: the pressed button was removed."""
        following = self._ticks[0] if self._ticks else self._add
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._whole_list = True
        self._fill()
        self._go_on()
