"""One visit on the Visits page: who, when, how, what was agreed, asked and handed over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from homejournal.domain.names import with_distinct_names
from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.domain.records.visits import Asked, Visit
from homejournal.domain.visits import VisitTold, is_coming
from homejournal.texts import visits_and_team as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.records.question_with_answer import QuestionRow
from homejournal.ui.theme import set_look
from homejournal.ui.visits.coming.handed_over import PageLinks
from homejournal.ui.widgets.cards.card import ButtonRow, Card, Part
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

_ICONS = {
    "prepare": "printer",
    "agree": "heart-handshake",
    "change": "pencil",
    "ask": "message-circle-question",
    "calendar": "calendar",
    "remove": "trash",
}

_FIRST = frozenset({"prepare", "agree"})
"""What one comes to a visit's card for."""


class VisitCard(Card):
    """Shows one visit; answers being typed survive a refresh of the page."""

    wanted = Signal(str, object)
    """What is wanted ("prepare", "agree", "change" …) and the VisitTold."""
    page_wanted = Signal(object)
    """UUID: a page that was handed over."""
    change_asked_wanted = Signal(object, object)
    """VisitTold and Asked: a question whose words are to be changed."""
    remove_asked_wanted = Signal(object)
    """Asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self._desk, self._wording = desk, desk.wording
        self._told: VisitTold
        self._before: Visit | None = None
        self._last: KeptRecord | None = None
        self._shown: object = None
        self._rows: dict[UUID, QuestionRow] = {}
        self._facts, self._agreed = Part(), Part()
        self._questions, self._pages = Part(), Part()
        self._does = ButtonRow(self._action_words(), _ICONS, _FIRST)
        self._does.wanted.connect(self._on_wanted)
        for part in (self._facts, self._agreed, self._questions, self._pages, self._does):
            self.body.addWidget(part)

    @property
    def told(self) -> VisitTold:
        """Return the visit that is shown."""
        return self._told

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """Return the questions that can be answered here."""
        return tuple(self._rows.values())

    def _action_words(self) -> dict[str, str]:
        text = self._wording.text
        return {
            "prepare": text("Prepare the page"),
            "agree": text("What did we agree?"),
            "ask": text("They asked us…"),
            "change": text("Change…"),
            "calendar": text("Calendar file…"),
            "remove": text("Remove"),
        }

    def show_visit(
        self, told: VisitTold, before: Visit | None = None, last: KeptRecord | None = None
    ) -> None:
        """Show the visit as it stands.

        `before` is the visit before a coming one, `last` the page that was handed over then.
        """
        today, writes = self._desk.today(), self._desk.can_write
        shown = (told, before, last, today, writes, self._desk.journal.family().strategies)
        if shown == self._shown:
            return
        focused = has_focus_inside(self) and not self.hasFocus()
        self._shown, self._told = shown, told
        coming = is_coming(told.visit, today)
        self._before, self._last = (before, last) if coming else (None, None)
        self.set_title(said.visit_title(self._wording, told.visit, today))
        self._show_facts()
        self._show_agreed()
        self._show_questions()
        self._show_pages()
        self._show_actions()
        if focused and not has_focus_inside(self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self) -> None:
        visit, wording = self._told.visit, self._wording
        bring = wording.own(visit.bring) if visit.bring else ""
        self._facts.show_lines(
            (said.people_said(wording, self._told.people, visit), ""),
            (said.how_said(wording, visit), "muted"),
            (wording.text("Bring: {things}", things=bring) if bring else "", ""),
        )

    def _show_agreed(self) -> None:
        visit, text = self._told.visit, self._wording.text
        strategies = with_distinct_names(self._desk.journal.family(), visit.child).strategies
        begun = [
            said.begun(self._wording, step, strategies[step.strategy], visit)
            for step in self._told.steps
            if step.strategy in strategies
        ]
        before = self._before
        self._agreed.show_told(
            (text("Agreed last time"), (before.agreed_between if before else None) or ""),
            (text("Planned for this visit"), (before.agreed_next if before else None) or ""),
            (text("Between visits"), visit.agreed_between or ""),
            (text("Next visit"), visit.agreed_next or ""),
            (text("What changed with this visit"), "\n".join(begun)),
        )

    def _show_questions(self) -> None:
        asked = {question.id: question for question in self._told.asked}
        for gone in self._rows.keys() - asked.keys():
            self._rows.pop(gone)
        for question in asked.values():
            who = self._who_asked(question)
            if question.id in self._rows:
                self._rows[question.id].show_asked(question, who)
            else:
                self._rows[question.id] = self._new_row(question, who)
        self._questions.show_widgets([self._rows[which] for which in asked])

    def _new_row(self, asked: Asked, who: str) -> QuestionRow:
        row = QuestionRow(self._desk, asked, who, editable=True)
        row.change_wanted.connect(self._on_change_asked)
        row.remove_wanted.connect(self.remove_asked_wanted)
        return row

    def _who_asked(self, asked: Asked) -> str:
        team = self._desk.journal.family().team
        by = team.get(asked.asked_by) if asked.asked_by else None
        return said.asked_by(self._wording, by, self._told.visit)

    def _show_pages(self) -> None:
        text = self._wording.text
        before = (self._last,) if self._last is not None else ()
        rows: list[QWidget] = []
        for head, pages in (
            (text("Handed over at this visit"), self._told.pages),
            (text("What was handed over last time"), before),
        ):
            if pages:
                links = PageLinks(self._wording, pages, self.title())
                links.wanted.connect(self.page_wanted)
                rows += [WrapLabel(head, "small"), links]
        self._pages.show_widgets(rows)

    def _show_actions(self) -> None:
        visit, today = self._told.visit, self._desk.today()
        coming, agrees = is_coming(visit, today), visit.day <= today
        agreed = bool(visit.agreed_between or visit.agreed_next or self._told.steps)
        text = self._wording.text
        words = text("Change what we agreed…") if agreed else text("What did we agree?")
        self._does.button("agree").setText(words)
        set_look(self._does.button("agree"), "chip" if agreed else "")
        possible = {"prepare", "calendar"} if coming else set[str]()
        if self._desk.can_write:
            possible |= {"ask", "change", "remove", *(["agree"] if agrees else [])}
        self._does.show_for(self.title(), possible)

    def _on_wanted(self, does: str) -> None:
        self.wanted.emit(does, self._told)

    def _on_change_asked(self, asked: Asked) -> None:
        self.change_asked_wanted.emit(self._told, asked)
