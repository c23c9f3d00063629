"""Visits: what is coming and what to ask, what was agreed, and what was handed over."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.media_and_papers import KeptPack
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.record import Kind
from homejournal.domain.visits import VisitList, VisitTold
from homejournal.texts.papers import packs as said
from homejournal.texts.plan import visit_name
from homejournal.texts.visits_and_team import more_coming, more_past
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.records.note_dialog import NoteDialog
from homejournal.ui.visits.coming.agreement_dialog import AgreementDialog
from homejournal.ui.visits.coming.calendar_dialog import CalendarDialog, CalendarSaving
from homejournal.ui.visits.coming.handed_over import LoosePages, PacksHandedOver
from homejournal.ui.visits.coming.questions import OpenQuestions, QuestionDialog
from homejournal.ui.visits.coming.visit_card import VisitCard
from homejournal.ui.visits.coming.visit_dialog import VisitDialog
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.card import CardList
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import leave_field
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.visits import Asked, Visit
    from homejournal.domain.today.reminders_and_timer import ReminderTime


class KeptPackDialog(SheetDialog[Pack]):
    """Shows a pack that was handed over; it can only be removed, as one step."""

    FOR_OTHERS: ClassVar[bool] = True

    def __init__(self, desk: Desk, record: KeptPack, pack: Pack, parent: QWidget | None) -> None:
        super().__init__(desk, said.kept_name(desk.wording, pack), parent)
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
        return said.title(self.wording, self._pack.kind), self._pack.child, self._pack.printed

    @override
    def told(self, sheet: Pack) -> str:
        return said.title_of(self.wording, self._pack)

    @override
    def said_of(self, _sheet: Pack, pages: int) -> str:
        day = self.wording.day(self._record.made.date())
        return self.wording.text("This pack was kept on {day}, as it was handed over.", day=day)

    def remove_pack(self) -> None:
        """Remove the pack from the journal, as one step, and close."""
        words = self.wording.text("Removed: {name}", name=said.kept_name(self.wording, self._pack))
        call = partial(self.desk.journal.records.delete, self._record.id)
        if self.desk.editing.do(words, call) is not None:
            self.accept()


_COMING_AT_FIRST, _PAST_AT_FIRST = 5, 10


class VisitsPage(CardPage):
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
        self._add = make_button(text("Add a visit"), "plus", self.new, look="primary")
        self._calendar = make_button(text("Calendar file…"), "calendar", self.save_calendar)
        self._pack = make_button(text("A pack for a meeting…"), "file-text")
        self._pack.giving(Action.PACK, self.wants)
        self._empty = EmptyState("calendar-heart", text("No visits yet"), "")
        self._empty.pressed.connect(self.new)
        self._questions = OpenQuestions(self._wording)
        self._questions.answered.connect(self._on_answered)
        self._questions.add_wanted.connect(self.ask_question)
        later, earlier = (partial(more, self._wording) for more in (more_coming, more_past))
        self._coming = self._cards(text("Coming"), later, _COMING_AT_FIRST)
        self._past = self._cards(text("Past"), earlier, _PAST_AT_FIRST)
        self._loose = LoosePages(self._wording)
        self._loose.wanted.connect(self._on_page)
        self._packs = self._handed_over()
        self._lay_out()

    def _cards(
        self, heading: str, more: Callable[[int], str], most: int
    ) -> CardList[VisitTold, VisitCard]:
        cards = CardList(heading, self._new_card, self._fill, more, most=most)
        cards.left.connect(self._on_left)
        return cards

    def _new_card(self) -> VisitCard:
        card = VisitCard(self.desk)
        card.wanted.connect(self._on_wanted)
        card.page_wanted.connect(self._on_page)
        card.change_asked_wanted.connect(self._on_change_asked)
        card.remove_asked_wanted.connect(self._on_remove_asked)
        return card

    def _fill(self, card: VisitCard, told: VisitTold) -> None:
        card.show_visit(told, self._list.visit_before(told), self._list.last_page_before(told))

    def _handed_over(self) -> PacksHandedOver:
        packs = PacksHandedOver(self._wording)
        packs.wanted.connect(self._on_kept_pack)
        packs.left.connect(self._on_left)
        return packs

    def _lay_out(self) -> None:
        does = FlowRow(self._add, self._calendar, self._pack)
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
        self._coming.show_told({told.visit.id: told for told in visits.coming})
        self._questions.show_questions(visits.questions, writable=self.desk.can_write)
        self._questions.setVisible(not nothing or bool(visits.questions))
        self._past.show_told({told.visit.id: told for told in visits.past})
        self._loose.show_pages(visits.loose_pages)
        self._packs.show_packs(self.desk.journal.packs.kept(self.child))
        self.scroll_to_place()

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
            self.keep_typing()
            self._coming.begin_anew()
            self._past.begin_anew()
        super().set_child(child)

    @override
    def keep_typing(self) -> None:
        leave_field(self)
        super().keep_typing()

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
        AgreementDialog(self.desk, told, self).ask()

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

    def _on_calendar(
        self, visits: "tuple[Visit, ...]", reminders: "tuple[ReminderTime, ...]"
    ) -> None:
        if self.child is not None:
            child = self.desk.journal.family().children[self.child]
            self._saving.ask(child, visits, reminders)

    def _on_answered(self, question: Note) -> None:
        today = self.desk.today()
        words = self._wording.text("Ticked as answered")
        self._do(words, partial(self.desk.journal.visits.tick, question, today))

    def _on_change_asked(self, told: VisitTold, asked: "Asked | None") -> None:
        QuestionDialog(self.desk, told, asked, self).ask()

    def _on_remove_asked(self, asked: "Asked") -> None:
        words = self._wording.text("Question removed")
        self._do(words, partial(self.desk.journal.records.delete, asked.id))

    def _on_kept_pack(self, record: "KeptPack", pack: "Pack") -> None:
        KeptPackDialog(self.desk, record, pack, self).ask()

    def _on_page(self, page: object) -> None:
        self.asks_for.emit("visit_page", page)

    def _on_left(self) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, words: str, call: "Callable[[], Change]") -> None:
        self.desk.editing.do(words, call)
