"""What happens in a child's life beside the plan: a move, a new baby, an illness."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID, uuid4

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.journal.timeline import newest_first
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.record import Kind
from homejournal.texts import timeline as said
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.kit.list_dialog import Line, ListDialog
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.note_field import NoteEdit

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class LifeEventDialog(FormDialog):
    """What happened, and on which day. The words are kept as unfinished text until saved."""

    def __init__(
        self, desk: "Desk", child: UUID, event: LifeEvent | None, parent: QWidget | None
    ) -> None:
        text = desk.wording.text
        title = text("Change what happened") if event else text("What happened in our life")
        super().__init__(desk, title, text("Save"), parent)
        self._child, self._event = child, event
        like = text("For example: we moved to Grandma’s")
        hint = text("It shows in the journal and on charts. On a page only where you tick it.")
        words = NoteEdit(like, 2)
        words.set_text(event.words if event else "")
        self.words = self.form.add("words", text("What happened?"), words, hint)
        self.day = self.form.add("day", text("Day"), DayEdit(event.day if event else desk.today()))
        if self.keep_draft_of(
            self.words, f"life:{event.id if event else child}", self.words.text()
        ):
            self.show_draft_notice(0)

    @override
    def step(self) -> Step:
        day = self.day.day() or self.desk.today()
        if day > self.desk.today():
            raise InvalidValueError("day", Reason.IN_THE_FUTURE)
        words = self.words.text().strip()
        if self._event is None:
            event = LifeEvent(id=uuid4(), child=self._child, day=day, words=words)
            done = self.wording.text("Saved: what happened in our life")
        else:
            event = replace(self._event, day=day, words=words)
            done = self.wording.text("Changed: what happened in our life")
        return done, self.saving(event)


class LifeEventsDialog(ListDialog):
    """The life events of one child, newest first."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.LIFE_EVENT})

    def __init__(self, desk: "Desk", child: UUID, parent: QWidget | None) -> None:
        text = desk.wording.text
        name = desk.wording.own(desk.journal.family().children[child].name)
        lead = text(
            "What mattered in {child}’s life, beside the plan. It helps to understand the weeks"
            " around it.",
            child=name,
        )
        super().__init__(desk, text("Life events"), lead, parent)
        self._child = child
        self.add_button(text("Add an event…"), "plus").clicked.connect(self.add)
        change = self.add_button(text("Change…"), "pencil", chosen=True)
        change.clicked.connect(self.change_chosen)
        delete = self.add_button(text("Delete"), "trash", chosen=True)
        delete.clicked.connect(self.remove_chosen)

    @override
    def lines(self) -> Sequence[Line]:
        events = self.desk.journal.family().life_events.values()
        mine = newest_first(event for event in events if event.child == self._child)
        return [(event.id, said.life_line(self.wording, event)) for event in mine]

    @override
    def nothing(self) -> str:
        return self.wording.text(
            "Nothing yet. Write down what matters for the days around it: a move, a new baby, an"
            " illness."
        )

    def add(self) -> None:
        LifeEventDialog(self.desk, self._child, None, self).ask()

    @override
    def change_chosen(self) -> None:
        event = self._event()
        if event is not None and self.desk.can_write:
            LifeEventDialog(self.desk, self._child, event, self).ask()

    @override
    def remove_chosen(self) -> None:
        event = self._event()
        if event is not None:
            delete_life_event(self.desk, event)

    def _event(self) -> LifeEvent | None:
        chosen = self.chosen()
        return self.desk.journal.family().life_events.get(chosen) if chosen else None


def delete_life_event(desk: "Desk", event: LifeEvent) -> None:
    """Delete a life event as one step that can be taken back."""
    words = desk.wording.text("Deleted: what happened in our life")
    desk.editing.do(words, partial(desk.journal.records.delete, event.id))
