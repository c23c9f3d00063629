"""A professional's question with the family's answer, on whatever page it is answered."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from homejournal.texts import visits_and_team as said
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column, in_row, keep_room
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.records.visits import Asked
    from homejournal.ui.base.desk import Desk

_SHOWN_LETTERS = 120
_LEAST_WORDS = 240
"""So many pixels at 100 % a question has beside the ways to answer it."""


class QuestionRow(QWidget):
    """An open question takes words; a closed one takes yes or no at once, or words.

    What is typed is kept as unfinished text until it is saved. While nobody has
    answered, an `editable` row also offers to change the question and to take it away. A `slim` row
    is one line that waits until somebody wants to answer.
    """

    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    """Asked."""

    def __init__(
        self,
        desk: "Desk",
        asked: "Asked",
        who: str,
        *,
        editable: bool = False,
        slim: bool = False,
    ) -> None:
        super().__init__()
        self._slim = slim
        self._desk, self._wording = desk, desk.wording
        self.asked = asked
        self._typing = self._answering = False
        text = self._wording.text
        self._who = WrapLabel(who, "small")
        self._question = WrapLabel(asked.text, "strong")
        self._answer = WrapLabel("")
        self._edit = NoteEdit(text("Your answer"), 1)
        self._edit.done.connect(self.save)
        self._edit.textChanged.connect(self._offer_save)
        self._words = FieldDraft(desk, self._edit, f"asked:{asked.id}", asked.answer or "")
        self._quick = FlowRow(gap=6)
        self._yes = make_button(text("Yes"), "check", self._on_yes, look="chip")
        self._no = make_button(text("No"), "x", self._on_no, look="chip")
        in_words = text("Answer…") if slim and asked.open else text("In words…")
        self._in_words = make_button(in_words, "pencil", self.write, look="link")
        self._save = make_button(text("Save"), "check", self.save, look="chip")
        keep_room(self._save)
        self._change = make_button(text("Change the answer…"), "pencil", self.write, look="link")
        self._quick.add(self._yes, self._no, self._in_words, self._change)
        self.menu = MoreButton(text("More for this question"))
        self.menu.set_lines([("change", text("Change…")), ("remove", text("Remove the question"))])
        self.menu.picked.connect(self._on_more)
        self._editable = editable and desk.can_write
        self._field = TwoEnds(self._edit, self._save, gap=6)
        self._lay_out()
        self._typing = self._words.take_up()
        self.show_asked(asked, who)

    def _lay_out(self) -> None:
        if self._slim:
            self.menu.hide()
            said = in_column(self._who, self._question, gap=0)
            line = TwoEnds(said, self._quick, wraps=True, least=_LEAST_WORDS)
            in_column(line, self._answer, self._field, gap=4, inside=self)
            return
        in_column(
            self._who,
            in_row(self._question, self.menu, gap=6, grow=self._question),
            self._answer,
            self._field,
            self._quick,
            gap=4,
            edges=(0, px(10), 0, px(2)),
            inside=self,
        )

    def show_asked(self, asked: "Asked", who: str) -> None:
        """Show the present question; an answer that is being typed stays."""
        focused = has_focus_inside(self)
        if asked.answer != self.asked.answer:
            typed = self._words.unsaved and not self._edit.isHidden()
            self._words.saved_as(asked.answer or "")
            self._typing = typed and self._words.unsaved  # somebody else answered meanwhile
        self.asked = asked
        self._who.setText(who)
        self._question.setText(asked.text)
        self._answer.setText(said.answer_said(self._wording, asked))
        buttons = (self._yes, self._no, self._in_words, self._save, self._change, self.menu)
        for part in (self._edit, *buttons):
            part.setAccessibleDescription(asked.text)
        self._show_parts()
        if focused:
            self.take_focus()

    def write(self) -> None:
        """Open the field with the answer so far."""
        if not self._typing:
            self._edit.set_text(self.asked.answer or "")
            self._typing = True
        self._show_parts()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save what stands in the field; without words the question waits again."""
        self._answer_with(self._edit.text())

    def keep_typing(self) -> None:
        """Keep what is typed: the row is about to be taken away."""
        if not self._answering:  # the answer itself takes it away
            self._words.keep()

    def take_focus(self) -> None:
        """Take the focus: where it is answered, or where the answer is changed."""
        parts = (self._edit, self._yes, self._in_words, self._change)
        shown = next((part for part in parts if not part.isHidden()), None)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self) -> None:
        writes, answered = self._desk.can_write, self.asked.answered is not None
        open_ = self._typing or (self.asked.open and not self._slim)
        field = writes and open_ and (self._typing or not answered)
        self._answer.setVisible(not field and (answered or not writes))
        for part in (self._field, self._edit):
            part.setVisible(field)
        self._offer_save()
        quick = writes and not answered and not open_
        for button in (self._yes, self._no):
            button.setVisible(quick and not self.asked.open)
        self._in_words.setVisible(quick)
        self._change.setVisible(writes and answered and not field)
        self.menu.setVisible(self._editable and not answered)
        self._quick.setVisible(quick or (writes and answered and not field))

    def _offer_save(self) -> None:
        """Offer to save only what is not saved yet."""
        self._save.setVisible(self._words.unsaved)

    def _on_more(self, does: str) -> None:
        wanted = self.change_wanted if does == "change" else self.remove_wanted
        wanted.emit(self.asked)

    def _on_yes(self) -> None:
        self._answer_with(self._wording.text("Yes"))

    def _on_no(self) -> None:
        self._answer_with(self._wording.text("No"))

    def _answer_with(self, words: str) -> None:
        question = self._wording.own(_short(self.asked.text))
        step = self._wording.text("Answered: {question}", question=question)
        call = partial(
            self._desk.journal.visits.answer,
            self.asked,
            words,
            self._desk.today(),
            draft=self._words.place,
        )
        self._answering = True
        done = self._desk.editing.do(step, call)
        self._answering = False
        if done is not None:
            self._words.saved_as(words)


def _short(text: str) -> str:
    line = text.splitlines()[0]
    return line if len(line) <= _SHOWN_LETTERS else line[:_SHOWN_LETTERS].rstrip() + "…"
