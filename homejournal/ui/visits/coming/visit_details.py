"""Visits on a line each, and what is known of one: who, how, agreed, asked, handed over."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import visitor_names, with_distinct_names
from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.media_and_papers import KeptPack
from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.domain.records.visits import Asked, Visit
from homejournal.domain.visits import VisitTold, has_agreed, is_coming
from homejournal.exchange.kept_papers_json import pack_from_dict
from homejournal.texts import visits_and_team as said
from homejournal.texts.papers import packs as said_of_packs
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.records.question_with_answer import QuestionRow
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.cards.card import Card, LineList, Part
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.line_buttons import FoldRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_MOST = 40


class PageLinks(FlowRow):
    """`wanted` carries the id of the page."""

    wanted = Signal(object)

    def __init__(self, wording: Wording, pages: Sequence[KeptRecord], about: str) -> None:
        super().__init__(gap=4)
        for page in pages:
            words = said.page_said(wording, page)
            link = make_button(words, "file-text", look="link", about=about)
            self.add(link.giving(page.id, self.wanted))


class OtherPapers(FoldRow):
    """Pages that were handed over without a visit, and packs; hidden while there are none."""

    page_wanted = Signal(object)
    """UUID."""
    pack_wanted = Signal(object, object)
    """The record of a pack, and the pack."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self._pages: Sequence[KeptRecord] = ()
        self._records: Sequence[KeptPack] = ()
        self._packs: list[tuple[KeptPack, Pack]] = []
        self._links = Part()
        self.hide()

    def show_papers(self, pages: Sequence[KeptRecord], records: Sequence[KeptPack]) -> None:
        """Show the newest of these papers, which come newest first."""
        if (pages, records) == (self._pages, self._records):
            return
        if records != self._records:
            self._packs = list(_readable(records[:_MOST]))
        self._pages, self._records = pages, records
        self.setVisible(bool(pages or self._packs))
        self.say(self._wording.text("Other pages and packs handed over"), "")

    @override
    def body(self) -> QWidget:
        return self._links

    @override
    def show_body(self) -> None:
        pages = PageLinks(self._wording, self._pages[:_MOST], "")
        pages.wanted.connect(self.page_wanted)
        packs = FlowRow(gap=4)
        for handed_over in self._packs:
            name = said_of_packs.kept_name(self._wording, handed_over[1])
            link = make_button(name, "file-text", look="link")
            packs.add(link.giving(handed_over, self._on_pack))
        shown = ((pages, self._pages), (packs, self._packs))
        self._links.show_widgets([links for links, papers in shown if papers])

    def _on_pack(self, handed_over: tuple[KeptPack, Pack]) -> None:
        self.pack_wanted.emit(*handed_over)


def _readable(records: Sequence[KeptPack]) -> Iterator[tuple[KeptPack, Pack]]:
    for record in records:
        try:
            yield record, pack_from_dict(record.pack)
        except InvalidValueError:
            continue  # kept by a newer version with parts that this one does not know


class KeptPackDialog(SheetDialog[Pack]):
    """Shows a pack that was handed over; it can only be removed, as one step."""

    FOR_OTHERS: ClassVar[bool] = True

    def __init__(self, desk: Desk, record: KeptPack, pack: Pack, parent: QWidget | None) -> None:
        super().__init__(desk, said_of_packs.kept_name(desk.wording, pack), parent)
        self._record, self._pack = record, pack
        self.remove = make_button(self.wording.text("Remove"), "trash", self.remove_pack)
        self.remove.setAutoDefault(False)
        self.remove.setVisible(desk.can_write)
        self.buttons.put_before(self.remove, self.lock_button)
        self._choices.hide()

    @override
    def add_choices(self) -> None:
        """Add no choices: language and paper stay those of the handed-over pack."""

    @override
    def sheet(self) -> Pack:
        return self._pack

    @override
    def file_words(self) -> tuple[str, str, date]:
        title = said_of_packs.title(self.wording, self._pack.kind)
        return title, self._pack.child, self._pack.printed

    @override
    def told(self, sheet: Pack) -> str:
        return said_of_packs.title_of(self.wording, self._pack)

    @override
    def said_of(self, _sheet: Pack, pages: int) -> str:
        day = self.wording.day(self._record.made.date())
        return self.wording.text("This pack was kept on {day}, as it was handed over.", day=day)

    def remove_pack(self) -> None:
        """Remove the pack from the journal, as one step, and close."""
        name = said_of_packs.kept_name(self.wording, self._pack)
        words = self.wording.text("Removed: {name}", name=name)
        call = partial(self.desk.journal.records.delete, self._record.id)
        if self.desk.editing.do(words, call) is not None:
            self.accept()


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
