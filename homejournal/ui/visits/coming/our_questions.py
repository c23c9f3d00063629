"""What the family wants to ask at the next visit: a line for each question, and one to type in."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.records.notes import Flag, Note
from homejournal.texts import visits_and_team as said
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.note_field import LineWithEnter
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside, tab_as_read
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_AT_ONCE = 5
_STAYS = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""Where the focus goes with these, it comes back: another program, or a menu."""


class QuestionLine(LineWithEnter):
    """A line whose words are kept as unfinished text, as those of other fields are."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    def set_text(self, text: str) -> None:
        """Type the words again."""
        self.setText(text)


class _OurQuestion(TwoEnds):
    """One question, with its tick and what is done with it now and then."""

    def __init__(self, part: "OurQuestions", wording: Wording, question: Note) -> None:
        text = wording.text
        words = WrapLabel(question.text, most=300)
        words.setToolTip(words.toolTip() or said.question_since(wording, question))
        tick = make_button(text("Answered"), "check", look="chip", about=question.text)
        self.tick = tick.giving(question, part.answered)
        self.menu = MoreButton(text("More for this question"), question.text)
        self.menu.set_lines([("change", text("Change…")), ("remove", text("Remove the question"))])
        self._part, self._question = part, question
        self.menu.picked.connect(self._on_more)
        super().__init__(words, FlowRow(tick, self.menu, gap=4), gap=8, wraps=True)

    def _on_more(self, does: str) -> None:
        part = self._part
        wanted = part.change_wanted if does == "change" else part.remove_wanted
        wanted.emit(self._question)


class OurQuestions(QWidget):
    """They go along to each visit until they are ticked as answered; each tick can be undone.

    One that is typed is saved with Enter, or when its line is left.
    """

    answered = Signal(object)
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    """Note."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._child: UUID | None = None
        self._shown: object = None
        self._questions: tuple[Note, ...] = ()
        self._most = _AT_ONCE
        self._shown_rows: dict[Note, _OurQuestion] = {}
        self._edited = False
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
            self._shown = shown
            self._fill()
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
        field.left.connect(self.leave)
        field.textEdited.connect(self._on_edited)
        self._column.addWidget(field)
        return field

    def _on_edited(self) -> None:
        self._edited = True

    def leave(self) -> None:
        """Save what was typed; what Undo has brought back waits for Enter."""
        if self._edited:
            self.save()

    def save(self) -> None:
        """Save the question that is typed, as a note for the visit."""
        self._edited = False
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
        """Show the questions; the rows of those that stay are the same, also under the mouse."""
        shown, before = self._questions[: self._most], self._shown_rows
        gone = ((note, row) for note, row in before.items() if note not in shown)
        held = [note.id for note, row in gone if has_focus_inside(row)]
        if self._desk.can_write:
            rows = {note: before.get(note) or self._row(note) for note in shown}
            self._shown_rows = rows
            self._rows.show_widgets([*rows.values()])
        else:
            self._shown_rows = {}
            self._rows.show_widgets([WrapLabel(note.text, most=300) for note in shown])
        more = len(self._questions) - len(shown)
        words = self._wording.count("Show {n} more question", "Show {n} more questions", more)
        self._more.setText(words)
        self._more.setVisible(more > 0)
        tab_as_read(self)
        if held:
            self._go_on(held[0])

    def _row(self, question: Note) -> _OurQuestion:
        return _OurQuestion(self, self._wording, question)

    def _go_on(self, held: UUID) -> None:
        """Focus the question that was changed, or what follows one that is gone."""
        changed = (row.menu for note, row in self._shown_rows.items() if note.id == held)
        menu = next(changed, None)
        if menu is None:
            self._go_to(0)
        else:
            menu.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, at: int) -> None:
        """Focus a question, or the line to type in: the pressed button was removed."""
        ticks = [row.tick for row in self._shown_rows.values()]
        following = ticks[at] if at < len(ticks) else self.field
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._most = len(self._questions)
        before = len(self._shown_rows)
        self.show_questions(self._child, self._questions)  # type: ignore[arg-type]
        self._go_to(before)
