"""Putting a child’s pages away, and what stands there instead of them."""

from dataclasses import replace
from functools import partial
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.children import Child, LifeEvent
from homejournal.domain.records.record import Kind
from homejournal.texts.papers.about_child import Why, kind_words, put_away_title, why_said
from homejournal.ui.base.actions import Action
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn


class PutAwayDialog(FormDialog):
    """Asks why and since when; the reason is not saved, only what the family writes itself."""

    def __init__(self, desk: Desk, child: Child, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Put the journal away"), text("Put it away"), parent)
        self._child = child
        self.form.add_words(child.name, "heading", most=200)
        lead = text("No reminders, no birthdays, no question how the day was.")
        self.form.add_words(lead, "muted")
        reasons = [(None, text("Not chosen")), *((why, why_said(desk.wording, why)) for why in Why)]
        hint = text("Only for the words below. It is not kept.")
        choice = SingleChoice(reasons, text("What happened?"))
        self.why = self.form.add_row(text("What happened? (optional)"), choice, hint)
        self.why.set_choice(None)
        self.why.chosen.connect(self._on_why)
        self._kind = self.form.add_words("")
        self.day = self.form.add("day", text("Since when"), DayEdit(desk.today()))
        hint = text("They’ll be in the journal as something that happened in your life.")
        words = NoteEdit("", 2, 8)
        self.words = self.form.add("words", text("In our own words (optional)"), words, hint)
        self.keep_form(f"put-away:{child.id}")
        self._on_why(None)

    def _on_why(self, why: Why | None) -> None:
        self._kind.setText(kind_words(self.wording, why, self._child))

    @override
    def step(self) -> Step:
        day = self.day.day() or self.desk.today()
        if day > self.desk.today():
            raise InvalidValueError("day", Reason.IN_THE_FUTURE)
        child = replace(self._child, put_away=day)
        words = self.words.text().strip()
        event = [LifeEvent(id=uuid4(), child=child.id, day=day, words=words)] if words else []
        said = self.wording.text("Put away: {name}", name=self.wording.own(child.name))
        return said, self.saving(child, *event)


def take_out(desk: Desk, child: Child) -> None:
    """Take a child's journal out again: one step that can be undone."""
    words = desk.wording.text("Taken out again: {name}", name=desk.wording.own(child.name))
    call = partial(desk.journal.records.save, replace(child, put_away=None))
    desk.editing.do(words, call)


class PutAwayPage(Page):
    """The quiet page in the place of Today."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.CHILD})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        text = desk.wording.text
        self._empty = EmptyState("window", "", "")
        self._empty.pressed.connect(self._on_read)
        self._book = make_button(text("Keep it as a book…"), "book-2")
        self._book.giving(Action.BOOK, self.wants)
        self._out = make_button(text("Take it out again"), on=self._on_out, look="link")
        more = QWidget()
        buttons = QVBoxLayout(more)
        for button in (self._book, self._out):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._scroll = ScrollColumn(self)
        self._scroll.add(self._empty, more)
        self._scroll.fill(self)

    @property
    @override
    def title(self) -> str:
        child = self._shown()
        return put_away_title(self._wording, child) if child else self._wording.text("Put away")

    @override
    def refresh(self) -> None:
        child = self._shown()
        if child is None:
            return
        words = kind_words(self._wording, None, child)
        read = self._wording.text("Read the journal")
        self._empty.set_texts(put_away_title(self._wording, child), words, read)
        self._out.setVisible(self.desk.can_write)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not has_focus_inside(self):
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> Child | None:
        children = self.desk.journal.family().children
        return children.get(self.child) if self.child is not None else None

    def _on_read(self) -> None:
        self.asks_for.emit("journal", None)

    def _on_out(self) -> None:
        child = self._shown()
        if child is not None:
            take_out(self.desk, child)
