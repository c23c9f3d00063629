"""Visits: what is coming and what to ask, what was agreed, and what was handed over."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.record import Kind
from homejournal.domain.visits.visit_list import VisitList, VisitTold
from homejournal.texts.plan.plan_page import visit_name
from homejournal.texts.visits_and_team import more_coming, more_past
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.card_page import CardsPage
from homejournal.ui.records.note_dialog import NoteDialog
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.visits.coming.agreement_dialog import AgreeDialog
from homejournal.ui.visits.coming.calendar_dialog import CalendarDialog
from homejournal.ui.visits.coming.calendar_file import CalendarSaving
from homejournal.ui.visits.coming.handed_over_packs import PacksHandedOver
from homejournal.ui.visits.coming.handed_over_pages import LoosePages
from homejournal.ui.visits.coming.open_questions import OpenQuestions
from homejournal.ui.visits.coming.pack_dialog import KeptPackDialog
from homejournal.ui.visits.coming.question_dialog import AskedDialog
from homejournal.ui.visits.coming.visit_card import VisitCard
from homejournal.ui.visits.coming.visit_dialog import VisitDialog
from homejournal.ui.visits.coming.visit_list import VisitCards
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.empty_page import EmptyState
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import leave_field
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.packs.pack import Pack
    from homejournal.domain.records.attachments import KeptPack
    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.visits import Asked

_COMING_AT_FIRST, _PAST_AT_FIRST = 5, 10


class VisitsPage(CardsPage):
    """Cards of visits; the coming ones first, then the open questions, then the past ones."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHILD,
            Kind.TEAM_MEMBER,
            Kind.STRATEGY,
            Kind.PLAN_STEP,
            Kind.NOTE,
            Kind.VISIT,
            Kind.ASKED,
            Kind.PAGE,
            Kind.PACK,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._list = VisitList()
        self._saving = CalendarSaving(desk, self)
        self._saving.done.connect(self.tells)
        text = self._wording.text
        self._add = WordButton(text("Add a visit"))
        set_look(self._add, "primary")
        set_icon(self._add, "plus", "accent_text", 18)
        self._add.clicked.connect(self.new)
        self._calendar = WordButton(text("Calendar file…"))
        set_icon(self._calendar, "calendar", "text", 18)
        self._calendar.clicked.connect(self.save_calendar)
        self._pack = WordButton(text("A pack for a meeting…"))
        set_icon(self._pack, "file-text", "text", 18)
        self._pack.clicked.connect(self._on_pack)
        self._empty = EmptyState("calendar-heart", text("No visits yet"), "")
        self._empty.pressed.connect(self.new)
        self._questions = OpenQuestions(self._wording)
        self._questions.answered.connect(self._on_answered)
        self._questions.add_wanted.connect(self.ask_question)
        later, earlier = (partial(one, self._wording) for one in (more_coming, more_past))
        self._coming = self._cards(text("Coming"), later, _COMING_AT_FIRST)
        self._past = self._cards(text("Past"), earlier, _PAST_AT_FIRST)
        self._loose = LoosePages(self._wording)
        self._loose.wanted.connect(self._on_page)
        self._packs = self._handed_over()
        self._lay_out()

    def _cards(self, heading: str, more: Callable[[int], str], most: int) -> VisitCards:
        cards = VisitCards(self.desk, heading, more, most)
        cards.wanted.connect(self._on_wanted)
        cards.page_wanted.connect(self._on_page)
        cards.change_asked_wanted.connect(self._on_change_asked)
        cards.remove_asked_wanted.connect(self._on_remove_asked)
        cards.left.connect(self._on_left)
        return cards

    def _handed_over(self) -> PacksHandedOver:
        packs = PacksHandedOver(self._wording)
        packs.wanted.connect(self._on_kept_pack)
        packs.left.connect(self._on_left)
        return packs

    def _lay_out(self) -> None:
        does = FlowRow()
        does.add(self._add, self._calendar, self._pack)
        self._scroll.add(WrapLabel(self._wording.text("Visits"), "title"), does, self._empty)
        self._scroll.add(self._coming, self._questions, self._past, self._loose, self._packs)
        self._scroll.fill(self)

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SAVE_CALENDAR: self.save_calendar}

    @property
    @override
    def title(self) -> str:
        return self._wording.text("Visits")

    @property
    def cards(self) -> tuple[VisitCard, ...]:
        """Return the cards from top to bottom."""
        return (*self._coming.cards, *self._past.cards)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        visits = self.desk.journal.visits.listed(self.child, self.desk.today())
        self._list = visits
        nothing = not (visits.coming or visits.past)
        self._show_head(nothing=nothing)
        self._coming.show_visits(visits.coming, visits)
        self._questions.show_questions(visits.questions, writable=self.desk.can_write)
        self._questions.setVisible(not nothing or bool(visits.questions))
        self._past.show_visits(visits.past, visits)
        self._loose.show_pages(visits.loose_pages)
        self._packs.show_packs(self.desk.journal.packs.kept(self.child))
        self.seek_place()

    def _show_head(self, *, nothing: bool) -> None:
        text = self._wording.text
        self._add.setVisible(self.desk.can_write and not nothing)
        self._calendar.setVisible(not nothing)
        self._empty.setVisible(nothing)
        self._empty.set_texts(
            text("No visits yet"),
            text(
                "Write down when somebody from your team comes. Then the page for the visit, your"
                " questions and what you agree on find their place here."
            ),
            text("Add a visit") if self.desk.can_write else "",
        )

    @override
    def card_of(self, record: UUID) -> VisitCard | None:
        return self._coming.card_of(record) or self._past.card_of(record)

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self.put_down()
            self._coming.begin_anew()
            self._past.begin_anew()
        super().set_child(child)

    @override
    def put_down(self) -> None:
        leave_field(self)
        super().put_down()

    def new(self) -> None:
        """Ask for a new visit."""
        if self.child is not None and self.desk.can_write:
            VisitDialog(self.desk, self.child, None, self).ask()

    def ask_question(self) -> None:
        """Begin a question of the family for the next visit."""
        if self.child is None:
            return
        blank = Note(
            id=uuid4(),
            child=self.child,
            day=self.desk.today(),
            text="…",  # a note cannot be empty; the form begins with an empty field
            flags=(Flag.QUESTION,),
            helper=self.desk.helper,
        )
        NoteDialog(self.desk, blank, self, new=True).ask()

    def save_calendar(self) -> None:
        """Ask what goes into a calendar file, and where it is saved."""
        if self.child is None:
            return
        calendars, today = self.desk.journal.calendars, self.desk.today()
        visits = calendars.coming(self.child, today)
        times = calendars.reminder_times(self.child, today)
        dialog = CalendarDialog(self.desk, visits, times, self)
        dialog.chosen.connect(self._on_calendar)
        dialog.ask()

    def _on_wanted(self, does: str, told: VisitTold) -> None:
        calls: dict[str, Callable[[VisitTold], None]] = {
            "prepare": self._prepare,
            "agree": self._agree,
            "change": self._change,
            "ask": self._ask,
            "calendar": self._save_visit,
            "remove": self._remove,
        }
        calls[does](told)

    def _prepare(self, told: VisitTold) -> None:
        self.asks_for.emit("visit_page", told.visit.id)

    def _agree(self, told: VisitTold) -> None:
        AgreeDialog(self.desk, told, self).ask()

    def _change(self, told: VisitTold) -> None:
        VisitDialog(self.desk, told.visit.child, told.visit, self).ask()

    def _ask(self, told: VisitTold) -> None:
        self._on_change_asked(told, None)

    def _save_visit(self, told: VisitTold) -> None:
        child = self.desk.journal.family().children[told.visit.child]
        self._saving.ask(child, [told.visit])

    def _remove(self, told: VisitTold) -> None:
        words = self._wording.text(
            "Removed: {name}", name=visit_name(self._wording, told.visit, ())
        )
        self._do(words, partial(self.desk.journal.visits.remove, told.visit))

    def _on_calendar(self, visits: object, reminders: object) -> None:
        family = self.desk.journal.family()
        if self.child is not None and isinstance(visits, tuple):
            times = reminders if isinstance(reminders, tuple) else ()
            self._saving.ask(family.children[self.child], visits, times)

    def _on_answered(self, question: Note) -> None:
        today = self.desk.today()
        words = self._wording.text("Ticked as answered")
        self._do(words, partial(self.desk.journal.visits.tick, question, today))

    def _on_change_asked(self, told: VisitTold, asked: "Asked | None") -> None:
        AskedDialog(self.desk, told, asked, self).ask()

    def _on_remove_asked(self, asked: "Asked") -> None:
        words = self._wording.text("Question removed")
        self._do(words, partial(self.desk.journal.records.delete, asked.id))

    def _on_pack(self) -> None:
        self.wants.emit(Action.PACK)

    def _on_kept_pack(self, record: "KeptPack", pack: "Pack") -> None:
        KeptPackDialog(self.desk, record, pack, self).ask()

    def _on_page(self, page: object) -> None:
        self.asks_for.emit("visit_page", page)

    def _on_left(self) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, words: str, call: "Callable[[], Change]") -> None:
        self.desk.editing.do(words, call)
