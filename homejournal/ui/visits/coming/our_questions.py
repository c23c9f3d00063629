"""What the family wants to ask at the next visit: a line for each question, and one to type in."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.domain.records.notes import Flag, Note
from homejournal.texts import visits_and_team as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.note_field import LineWithEnter
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside, tab_as_read
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_AT_ONCE = 5


class QuestionLine(LineWithEnter):
    """A line whose words are kept as unfinished text, as those of other fields are."""

    def set_text(self, text: str) -> None:
        """Type the words again."""
        self.setText(text)


class OurQuestions(QWidget):
    """They go along to each visit until they are ticked as answered; each tick can be undone."""

    answered = Signal(object)
    """Note: it was answered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._child: UUID | None = None
        self._shown: object = None
        self._questions: tuple[Note, ...] = ()
        self._most = _AT_ONCE
        self._ticks: list[QPushButton] = []
        self._rows = Part(gap=8)
        self._more = make_button("", "chevron-down", self._on_more, look="link")
        self._typed: FieldDraft
        self._column = in_column(self._rows, self._more, gap=8, inside=self)
        self._column.setAlignment(self._more, Qt.AlignmentFlag.AlignLeading)
        self.field = self._new_field()

    def show_questions(self, child: UUID, questions: Sequence[Note]) -> None:
        """Show the questions about a child, the oldest first, and what was typed last time."""
        if child != self._child:
            self._child, self._most = child, _AT_ONCE
            self._begin_typing(child)
        self._questions = tuple(questions)
        shown = (self._questions, self._most, self._desk.can_write)
        if shown != self._shown:
            focused = has_focus_inside(self._rows)
            self._shown = shown
            self._fill()
            if focused:
                self._go_on()
        self.field.setVisible(self._desk.can_write)
        if not self.field.text():
            self._typed.take_up()  # Undo brings back what was typed

    def _begin_typing(self, child: UUID) -> None:
        """Begin another line: the words of one child are kept in a place of their own."""
        old, self.field = self.field, self._new_field()
        old.hide()
        old.deleteLater()
        self._typed = FieldDraft(self._desk, self.field, f"visit-question:{child}")

    def _new_field(self) -> QuestionLine:
        field, text = QuestionLine(), self._wording.text
        field.setPlaceholderText(text("Type a question, then press Enter"))
        field.setAccessibleName(text("A question for the next visit"))
        field.returnPressed.connect(self.save)
        self._column.addWidget(field)
        return field

    def save(self) -> None:
        """Save the question that is typed, as a note for the visit."""
        words = self.field.text().strip()
        if not words or self._child is None:
            return
        question = Note(
            id=uuid4(),
            child=self._child,
            day=self._desk.today(),
            text=words,
            flags=(Flag.QUESTION,),
            helper=self._desk.helper,
        )
        self._typed.keep()  # Undo brings it back
        save = self._desk.journal.records.save_ending
        call = partial(save, (question,), (self._typed.place,))
        self.field.clear()
        if self._desk.editing.do(self._wording.text("Question saved"), call) is None:
            self.field.setText(words)
        else:
            self._typed.saved_as("")

    def _fill(self) -> None:
        shown = self._questions[: self._most]
        self._ticks = []
        self._rows.show_widgets([self._row(question) for question in shown])
        more = len(self._questions) - len(shown)
        words = self._wording.count("Show {n} more question", "Show {n} more questions", more)
        self._more.setText(words)
        self._more.setVisible(more > 0)
        tab_as_read(self)

    def _row(self, question: Note) -> QWidget:
        words = WrapLabel(question.text, most=300)
        since = said.question_since(self._wording, question)
        words.setToolTip(words.toolTip() or since)
        if not self._desk.can_write:
            return words
        tick = make_button(self._wording.text("Answered"), "check", look="chip")
        tick.setAccessibleDescription(question.text)
        self._ticks.append(tick.giving(question, self.answered))
        return TwoEnds(words, tick, gap=8, wraps=True)

    def _go_on(self) -> None:
        """Focus the next question: the pressed button was removed."""
        following = self._ticks[0] if self._ticks else self.field
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._most = len(self._questions)
        before = len(self._ticks)
        self.show_questions(self._child, self._questions)  # type: ignore[arg-type]
        if before < len(self._ticks):
            self._ticks[before].setFocus(Qt.FocusReason.OtherFocusReason)
