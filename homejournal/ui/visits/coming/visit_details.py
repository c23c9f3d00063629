"""Visits on a line each, and what is known of one: who, how, agreed, asked, handed over."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.names import visitor_names, with_distinct_names
from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.domain.records.visits import Asked, Visit
from homejournal.domain.visits import VisitTold, has_agreed, is_coming
from homejournal.texts import visits_and_team as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.records.question_with_answer import QuestionRow
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.visits.coming.handed_over import PageLinks
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.cards.card import Card, LineList, Part
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.line_buttons import FoldRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class VisitButtons(FlowRow):
    """What is done with a visit: the usual things by a button, the others behind three dots."""

    wanted = Signal(str, object)
    """What is wanted ("prepare", "agree", "change" …) and the VisitTold."""

    def __init__(self, desk: Desk, *, large: bool = False) -> None:
        super().__init__(gap=8)
        self._desk, self._wording = desk, desk.wording
        self._told: VisitTold
        text = self._wording.text
        look = "primary" if large else "chip"
        self.prepare = make_button(text("Prepare the page"), "printer", look=look)
        self.agree = make_button("", look="chip")
        self._change = make_button(text("Change…"), "pencil", look="chip")
        self.menu = MoreButton(text("More for this visit"))
        self.menu.picked.connect(self._on_wanted)
        self._does = {"prepare": self.prepare, "agree": self.agree, "change": self._change}
        for does, button in self._does.items():
            button.giving(does, self._on_wanted)
        self.add(*self._does.values(), self.menu)

    def show_visit(self, told: VisitTold, about: str) -> None:
        """Offer what is possible with a visit now."""
        self._told, today, writes = told, self._desk.today(), self._desk.can_write
        text, coming, agreed = self._wording.text, is_coming(told.visit, today), has_agreed(told)
        words = text("Change what we agreed…") if agreed else text("What did we agree?")
        self.agree.setText(words)
        set_look(self.agree, "chip" if agreed or coming else "")
        set_icon(self.agree, "heart-handshake", "muted" if agreed else "text", 16)
        self.prepare.setVisible(coming)
        self.agree.setVisible(writes and told.visit.day <= today)
        self._change.setVisible(writes and coming)
        for button in (*self._does.values(), self.menu):
            button.setAccessibleDescription(about)
        lines = (
            ("ask", text("They asked us…"), writes),
            ("change", text("Change…"), writes and not coming),
            ("calendar", text("Calendar file…"), coming),
            ("remove", text("Remove the visit"), writes),
        )
        self.menu.set_lines([(does, words) for does, words, possible in lines if possible])
        self.menu.setVisible(bool(self.menu.lines))

    def _on_wanted(self, does: str) -> None:
        self.wanted.emit(does, self._told)


class AskedRows(Part):
    """What professionals asked, with the answers; what is being typed survives a refresh."""

    change_wanted = Signal(object, object)
    """VisitTold and Asked: a question whose words are to be changed."""
    remove_wanted = Signal(object)
    """Asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._rows: dict[UUID, QuestionRow] = {}
        self._told: dict[UUID, VisitTold] = {}
        self.hide()

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        return tuple(self._rows.values())

    def show_asked(self, asked: "tuple[tuple[VisitTold, Asked], ...]") -> None:
        self._told = {question.id: told for told, question in asked}
        for gone in self._rows.keys() - self._told.keys():
            self._rows.pop(gone).keep_typing()
        rows = {question.id: self._row(told.visit, question) for told, question in asked}
        if tuple(rows) != tuple(self._rows) or not rows:
            self._rows = rows
            self.show_widgets([*rows.values()])

    def _row(self, visit: Visit, asked: Asked) -> QuestionRow:
        team = self._desk.journal.family().team
        by = team.get(asked.asked_by) if asked.asked_by else None
        who = said.asked_by(self._wording, by, visit)
        row = self._rows.get(asked.id)
        if row is not None:
            row.show_asked(asked, who)
            return row
        row = QuestionRow(self._desk, asked, who, editable=True)
        row.change_wanted.connect(self._on_change)
        row.remove_wanted.connect(self.remove_wanted)
        return row

    def _on_change(self, asked: Asked) -> None:
        self.change_wanted.emit(self._told[asked.id], asked)


class VisitFacts(Part):
    """Who comes, how, and what to bring."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._wording = desk.wording

    def show_visit(self, told: VisitTold) -> None:
        """Show what is known before a visit."""
        visit, wording = told.visit, self._wording
        bring = wording.own(visit.bring) if visit.bring else ""
        who = said.people_said(wording, told.people, visit)
        self.show_lines(
            (wording.line_of((who, said.how_said(wording, visit))), ""),
            (wording.text("Bring: {things}", things=bring) if bring else "", ""),
        )


def begun_words(desk: Desk, told: VisitTold) -> str:
    """Return what changed in the plan with a visit, one change in a line."""
    visit = told.visit
    strategies = with_distinct_names(desk.journal.family(), visit.child).strategies
    return "\n".join(
        said.begun(desk.wording, step, strategies[step.strategy], visit)
        for step in told.steps
        if step.strategy in strategies
    )


class VisitDetails(QWidget):
    """All that is known of one visit, in the opened row of it."""

    page_wanted = Signal(object)
    """UUID: a page that was handed over."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._facts, self._agreed = VisitFacts(desk), Part()
        self.asked, self._pages = AskedRows(desk), Part()
        self.does = VisitButtons(desk)
        in_column(self._facts, self._agreed, self.asked, self._pages, self.does, gap=8, inside=self)

    def show_visit(self, told: VisitTold, about: str) -> None:
        """Show the visit as it is in the journal now; `about` is what it is called."""
        self._facts.show_visit(told)
        self._show_agreed(told)
        # What still waits is answered at the next visit's card: one field for one answer.
        answered = (asked for asked in told.asked if asked.answered is not None)
        self.asked.show_asked(tuple((told, asked) for asked in answered))
        self._show_pages(told.pages, about)
        self.does.show_visit(told, about)

    def _show_agreed(self, told: VisitTold) -> None:
        visit, text = told.visit, self._wording.text
        waits = [asked.text for asked in told.asked if asked.answered is None]
        self._agreed.show_told(
            (text("Agreed"), visit.agreed_between or ""),
            (text("For the next visit"), visit.agreed_next or ""),
            (text("What changed with this visit"), begun_words(self._desk, told)),
            (text("Not answered yet"), "\n".join(waits)),
        )

    def _show_pages(self, pages: tuple[KeptRecord, ...], about: str) -> None:
        rows: list[QWidget] = []
        if pages:
            links = PageLinks(self._wording, pages, about)
            links.wanted.connect(self.page_wanted)
            rows = [WrapLabel(self._wording.text("Handed over"), "small"), links]
        self._pages.show_widgets(rows)


class VisitRow(FoldRow):
    """One visit on one line: when, who, and whether a page was handed over."""

    opened = Signal(object)
    """VisitDetails: they were made just now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.wording)
        self._desk = desk
        self.told: VisitTold
        self._shown: object = None
        self.details: VisitDetails | None = None

    def show_visit(self, told: VisitTold, names: tuple[str, ...]) -> None:
        """Show the visit of these people."""
        today, family = self._desk.today(), self._desk.journal.family()
        shown = (told, names, today, self._desk.can_write, family.strategies)
        if shown == self._shown:
            return
        self._shown, self.told = shown, told
        when = said.line_day(self._wording, told.visit, today)
        self.say(when, said.visit_line(self._wording, told, names, today))

    @override
    def body(self) -> QWidget:
        self.details = VisitDetails(self._desk)
        self.opened.emit(self.details)
        return self.details

    @override
    def show_body(self) -> None:
        if self.details is not None:
            self.details.show_visit(self.told, self.title())


class VisitLines(Card):
    """Some lines, more of them when they are asked for, and a field to find one where many are."""

    made = Signal(object)
    """VisitDetails of a line that was opened first."""

    def __init__(self, desk: Desk, heading: str, more: Callable[[int], str], most: int) -> None:
        super().__init__(heading)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._desk, self._wording, self._most = desk, desk.wording, most
        self._told: Mapping[UUID, VisitTold] = {}
        self._find = QLineEdit()
        self._find.setClearButtonEnabled(True)
        self._find.setPlaceholderText(self._wording.text("Find a visit: a name, a month, a word"))
        self._find.setAccessibleName(self._find.placeholderText())
        self._find.textChanged.connect(self._show)
        self._none = WrapLabel(self._wording.text("No visit has these words."), "muted")
        self._none.hide()
        self.list = LineList("", self._new_row, self._fill, more, most=most)
        self.list.left.connect(self._on_left)
        for part in (self._find, self._none, self.list):
            self.body.addWidget(part)

    def show_visits(self, visits: tuple[VisitTold, ...]) -> None:
        self._told = {told.visit.id: told for told in visits}
        self._find.setVisible(len(visits) > self._most)
        self._show()
        self.setVisible(bool(visits))

    def row_of(self, visit: UUID) -> VisitRow | None:
        """Return the line of a visit, which is opened."""
        if visit not in self._told:
            return None
        if self._find.text():
            self._find.clear()
        row = self.list.card_of(visit)
        if row is not None:
            row.unfold()
        return row

    def begin_anew(self) -> None:
        """Show the first few again: another child follows."""
        self._find.clear()
        self.list.begin_anew()

    def _show(self, _typed: str = "") -> None:
        typed, told = self._find.text().strip(), self._told
        if typed:
            found = (one for one in told.values() if said.finds_visit(self._wording, one, typed))
            told = {one.visit.id: one for one in found}
        self._none.setVisible(bool(typed) and not told)
        self.list.show_told(told)

    def _new_row(self) -> VisitRow:
        row = VisitRow(self._desk)
        row.opened.connect(self._on_made)
        return row

    def _fill(self, row: VisitRow, told: VisitTold) -> None:
        names = visitor_names(told.visit, self._desk.journal.family().team)
        row.show_visit(told, names)

    def _on_made(self, details: VisitDetails) -> None:
        self.made.emit(details)

    def _on_left(self) -> None:
        first = next(iter(self.list.cards), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
