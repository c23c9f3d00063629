"""The next visit on one large card: when, who, what was agreed, what to ask, and its page."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from homejournal.domain.names import names_on_their_own
from homejournal.domain.visits import VisitList, VisitTold
from homejournal.texts import visits_and_team as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.visits.coming.handed_over import PageLinks
from homejournal.ui.visits.coming.our_questions import OurQuestions
from homejournal.ui.visits.coming.visit_details import (
    AskedRows,
    VisitButtons,
    VisitFacts,
    begun_words,
)
from homejournal.ui.visits.way_button import WayRow, quick_ways
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Card, Part
from homejournal.ui.widgets.layout.boxes import TwoEnds
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


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
        self._told: VisitTold | None = None
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

    @property
    def told(self) -> VisitTold | None:
        """Return the visit that is shown."""
        return self._told

    def show_list(self, child: UUID, visits: VisitList) -> None:
        """Show the next visit of a child among all, and what waits for it."""
        self._told = told = visits.next
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
