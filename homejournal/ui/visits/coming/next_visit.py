"""The next visit: its large card with what we want to ask, and the team beside it."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names import names_on_their_own
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.visits import PersonTold, TeamList, VisitList, VisitTold
from homejournal.texts import visits_and_team as said
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.visits.coming.visit_details import (
    AskedRows,
    PageLinks,
    VisitButtons,
    VisitFacts,
    begun_words,
)
from homejournal.ui.visits.team.message_dialog import MessageButton
from homejournal.ui.visits.team.person_row import WayRow, quick_ways
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.cards.card import Card, Part
from homejournal.ui.widgets.fields.note_field import LineWithEnter
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column, let_go
from homejournal.ui.widgets.layout.focus import has_focus_inside, tab_as_read
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

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
        let_go(old)
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


_MOST = 6


class PeopleBeside(Card):
    """Everybody, where they are few; of many the first, and the way to all of them."""

    team_wanted = Signal()
    tells = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.wording.text("Our team"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._wording = desk.wording
        self._shown: Sequence[PersonTold] | None = None
        self._rows = Part(gap=8)
        self.message = MessageButton(self._wording)
        self._whole = make_button("", "users", self.team_wanted, look="link")
        self.body.addWidget(self._rows)
        self.body.addWidget(FlowRow(self.message, self._whole, gap=6))

    def show_team(self, team: TeamList, *, writable: bool) -> None:
        if team.here != self._shown:
            self._shown = team.here
            self._rows.show_widgets([self._row(told) for told in team.here[:_MOST]])
        text = self._wording.text
        words = text("Add somebody") if writable else ""
        if team.here:
            more = len(team.here) > _MOST
            words = self._wording.count("All {n} person", "All {n} people", len(team.here))
            words = words if more else ""
        self._whole.setText(words)
        self._whole.setVisible(bool(words))
        self.message.setVisible(bool(team.here))
        self.setVisible(bool(team.here) or writable)

    def _row(self, told: PersonTold) -> QWidget:
        ways = WayRow(self._wording)
        ways.show_person(told.person, told.name)
        ways.copied.connect(self.tells)
        words = ((told.name, "strong"), (said.role_said(self._wording, told.person), "small"))
        labels = [WrapLabel(text, look, most=100) for text, look in words if text]
        return TwoEnds(in_column(*labels, gap=0), ways, gap=6, wraps=True)


class NextVisitCard(Card):
    """Where no visit is planned, it still keeps the questions for the next one."""

    add_wanted = Signal()
    page_wanted = Signal(object)
    """UUID: a page that was handed over."""
    tells = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._desk, self._wording = desk, desk.wording
        text = self._wording.text
        self.told: VisitTold | None = None
        self._facts, self._ways = VisitFacts(desk), Part()
        self._add = make_button(text("Add a visit"), "plus", self.add_wanted, look="primary")
        self._none = FlowRow(self._add, RowLabel(text("You only need the day."), "muted"), gap=10)
        self._agreed, self._pages, self._planned = Part(), Part(), Part()
        self.questions = OurQuestions(desk)
        self.asked = AskedRows(desk)
        self.does = VisitButtons(desk, large=True)
        self._who = TwoEnds(self._facts, self._ways)
        told = (self._who, self._none, self._agreed, self._pages, self._planned)
        for part in (*told, self.questions, self.asked, self.does):
            self.body.addWidget(part)

    def show_list(self, child: UUID, visits: VisitList) -> None:
        """Show the next visit of a child among all, and what waits for it."""
        self.told = told = visits.next
        text, writes = self._wording.text, self._desk.can_write
        focused = has_focus_inside(self)
        title = text("No visit is planned")
        if told is not None:
            title = said.visit_title(self._wording, told.visit, self._desk.today())
            self._facts.show_visit(told)
            self.does.show_visit(told, title)
        self.set_title(title)
        for part in (self._who, self.does):
            part.setVisible(told is not None)
        first = self.does.prepare if told is not None else self._add if writes else None
        self.setFocusProxy(first)  # type: ignore[arg-type] # Qt takes None, too
        self._none.setVisible(told is None and writes)
        self._show_ways(told)
        self._show_before(visits, told)
        self.questions.show_questions(child, visits.questions)
        self.asked.show_asked(visits.to_answer)
        if focused and not has_focus_inside(self):
            self.questions.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_ways(self, told: VisitTold | None) -> None:
        names = names_on_their_own(self._desk.journal.family().team)
        rows: list[QWidget] = []
        for person in told.people if told is not None else ():
            if any(quick_ways(person)):
                row = WayRow(self._wording, self.title())
                row.show_person(person, names[person.id])
                row.copied.connect(self.tells)
                rows.append(row)
        self._ways.show_widgets(rows)

    def _show_before(self, visits: VisitList, told: VisitTold | None) -> None:
        """Show what was agreed and handed over last time, and what this visit will be about."""
        last = visits.past[0].visit if visits.past else None
        before = visits.visit_before(told) if told is not None else last
        page = visits.last_page_before(told) if told is not None else None
        agreed = (before.agreed_between if before else None) or ""
        planned = (before.agreed_next if before else None) or ""
        self._agreed.show_told(
            (said.agreed_on(self._wording, before) if before else "", agreed),
            (
                self._wording.text("What changed with this visit"),
                begun_words(self._desk, told) if told is not None else "",
            ),
        )
        links = PageLinks(self._wording, (page,) if page else (), self.title())
        links.wanted.connect(self.page_wanted)
        self._pages.show_widgets([links] if page else [])
        heading = WrapLabel(self._wording.text("For the next visit"), "small")
        self._planned.show_widgets([heading, *([WrapLabel(planned)] if planned else [])])
