"""Visits: the next one and what to ask, the team beside it, and what was agreed before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time as time_of_day
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.journal.calm_month import Later
from homejournal.domain.names import name_outside
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.reminders_and_timer import ReminderTime
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.domain.visits import TeamList, VisitList, VisitTold
from homejournal.texts import visits_and_team as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.plan import visit_name
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.kit.form_dialog import AskingDialog
from homejournal.ui.kit.paper_output import FileWish, PaperOutput, load_printer, plain_file
from homejournal.ui.records.note_dialog import NoteDialog
from homejournal.ui.records.shared_fields import time_fault
from homejournal.ui.theme import px
from homejournal.ui.visits.coming.agreement_dialog import AgreementDialog
from homejournal.ui.visits.coming.next_visit import NextVisitCard, PeopleBeside
from homejournal.ui.visits.coming.visit_details import (
    AskedRows,
    KeptPackDialog,
    OtherPapers,
    VisitButtons,
    VisitDetails,
    VisitLines,
)
from homejournal.ui.visits.coming.visit_dialog import QuestionDialog, VisitDialog
from homejournal.ui.visits.team.message_dialog import write_message
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.cards.notice import Notice
from homejournal.ui.widgets.fields.date_and_time import TimeEdit
from homejournal.ui.widgets.layout.boxes import WithSide, in_column, in_row
from homejournal.ui.widgets.layout.focus import leave_field

if TYPE_CHECKING:
    from homejournal.domain.packs.pack import Pack
    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.media_and_papers import KeptPack
    from homejournal.domain.records.visits import Asked


def calendar_wish(
    desk: Desk, child: UUID, visits: Sequence[Visit], reminders: Sequence[ReminderTime] = ()
) -> FileWish:
    """Return the wish for a calendar file; its name holds no surname."""
    text, today = desk.wording.text, desk.today()
    words = text("Visit") if len(visits) == 1 else text("Visits")
    name = page_file_name(
        words if visits else text("Reminders"),
        name_outside(desk.journal.family().children, child),
        visits[0].day if visits else today,
    )
    data = desk.journal.calendars.file_of(visits, reminders, desk.wording, today)
    title, kind = text("Save as a calendar file"), text("Calendar files (*.ics)")
    return plain_file(title, name, kind, "ics", data)


_LIKE = time_of_day(18, 30)


class CalendarDialog(AskingDialog):
    """Asks what goes into the file; `chosen` carries the visits and the reminders."""

    def __init__(
        self,
        desk: Desk,
        visits: Sequence[Visit],
        times: Sequence[ReminderTime],
        parent: QWidget | None,
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Calendar file"), text("Save the file…"), parent)
        self._visits, self._times = tuple(visits), tuple(times)
        lead = text(
            "Your calendar program can open this file. It holds your child’s first name, who comes,"
            " how you meet, in which language, and what to bring. None of your notes are in it."
        )
        self.form.add_words(lead, "muted")
        coming = QCheckBox(desk.wording.count("{n} coming visit", "{n} coming visits", len(visits)))
        self.visits = self.form.add("visits", text("Visits"), coming)
        nothing = text("Choose the visits, or write a time for a reminder.")
        self.form.faults["visits"] = nothing
        self.visits.setChecked(bool(visits))
        self.visits.setEnabled(bool(visits))
        self.edits: list[TimeEdit] = []
        self._add_times()

    def _add_times(self) -> None:
        text = self.wording.text
        if not self._times:
            return
        self.form.add_section(text("Reminders (optional)"))
        hint = text(
            "Your calendar will remind you at these times until your next visit (up to 8 "
            "weeks). Leave a time empty for no reminder."
        )
        self.form.add_words(hint, "muted")
        for place, time in enumerate(self._times):
            name = self.wording.own(capitalized(time.name)) if time.name else ""
            label = self.wording.line_of((name, self.wording.own(time.strategy.name)))
            edit = self.form.add(f"time{place}", label.replace("&", "&&"), TimeEdit())
            self.form.faults[f"time{place}"] = time_fault(self.wording, _LIKE)
            edit.set_value(time.time)
            self.edits.append(edit)

    @override
    def read(self) -> tuple[tuple[Visit, ...], tuple[ReminderTime, ...]]:
        for place, edit in enumerate(self.edits):
            if not edit.is_readable():
                raise InvalidValueError(f"time{place}", Reason.DOES_NOT_FIT)
        visits = self._visits if self.visits.isChecked() else ()
        rings = tuple(
            replace(time, time=edit.value())
            for time, edit in zip(self._times, self.edits, strict=True)
            if edit.value() is not None
        )
        if not visits and not rings:
            raise InvalidValueError("visits", Reason.EMPTY)
        return visits, rings


_LATER_AT_FIRST, _PAST_AT_FIRST = 4, 8
_AFTER_PAINT_MS = 300
_ADD_WIDE = 252
"""With the three dots it is as wide as what stands beside the next visit, in pixels at 100 %."""


class VisitsPage(CardPage):
    """The next visit whole, every other one as a line that opens."""

    WIDEST: ClassVar[float] = 1160
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
        super().__init__(desk, parent, desk.wording.text("Visits"))
        self._wording = desk.wording
        self._list, self._team = VisitList(), TeamList()
        # The visit page is often next: what draws it loads once this page stands.
        QTimer.singleShot(_AFTER_PAINT_MS, self, self._load_printer)
        self._output = PaperOutput(desk, self)
        self._output.done.connect(self._on_saved)
        self._output.failed.connect(desk.editing.failed)
        self._make_head()
        self.next = NextVisitCard(desk)
        self.people = PeopleBeside(desk)
        self.later = self._lines(self._wording.text("After that"), said.more_coming)
        self.past = self._lines(self._wording.text("Past visits"), said.more_past)
        self.papers = OtherPapers(self._wording)
        self._connect()
        side = QWidget()
        in_column(self._does, self.people, gap=12, inside=side)
        beside = WithSide((self.next, self.later), side)
        self._scroll.add(self._held, beside, self.past, self.papers)
        self._scroll.fill(self)

    def _make_head(self) -> None:
        text = self._wording.text
        self._add = make_button(text("Add a visit"), "plus", self.new)
        self._add.setMaximumWidth(px(_ADD_WIDE))
        self._more = MoreButton(text("More for visits"))
        self._more.picked.connect(self._on_more)
        self._does = in_row(self._add, self._more, grow=self._add, gap=8)
        self._does.setAlignment(self._more, Qt.AlignmentFlag.AlignTrailing)
        self._held = Notice("")
        self._held.pressed.connect(self._on_held)

    def _lines(self, heading: str, more: Callable[..., str]) -> VisitLines:
        most = _LATER_AT_FIRST if more is said.more_coming else _PAST_AT_FIRST
        lines = VisitLines(self.desk, heading, partial(more, self._wording), most)
        lines.made.connect(self._on_made)
        return lines

    def _connect(self) -> None:
        self.next.add_wanted.connect(self.new)
        self.next.page_wanted.connect(self._on_page)
        self.next.tells.connect(self.tells)
        questions = self.next.questions
        questions.answered.connect(self._on_answered)
        questions.change_wanted.connect(self._on_change_question)
        questions.remove_wanted.connect(self._on_remove_question)
        self._hear(self.next.does, self.next.asked)
        self.people.tells.connect(self.tells)
        self.people.team_wanted.connect(self._on_team)
        self.people.message.picked.connect(self._on_message)
        self.papers.page_wanted.connect(self._on_page)
        self.papers.pack_wanted.connect(self._on_kept_pack)

    def _on_made(self, details: VisitDetails) -> None:
        details.page_wanted.connect(self._on_page)
        self._hear(details.does, details.asked)

    def _hear(self, does: VisitButtons, asked: AskedRows) -> None:
        does.wanted.connect(self._on_wanted)
        asked.change_wanted.connect(self._on_change_asked)
        asked.remove_wanted.connect(self._on_remove_asked)

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SAVE_CALENDAR: self.save_calendar}

    def _load_printer(self) -> None:
        load_printer(self.desk.worker)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        today = self.desk.today()
        self._list = visits = self.desk.journal.visits.listed(self.child, today)
        self._team = self.desk.journal.team.listed(self.child, today)
        writes = self.desk.can_write
        self._add.setVisible(writes and visits.next is not None)
        self._show_held(visits.to_agree_on(today) if writes else None)
        self.next.show_list(self.child, visits)
        self.later.show_visits(visits.later)
        self.people.show_team(self._team, writable=writes)
        self.past.show_visits(visits.past)
        self.papers.show_papers(visits.loose_pages, self.desk.journal.packs.kept(self.child))
        self._more.set_lines(self._rarer(self.child))
        self.scroll_to_place()

    def _rarer(self, child: UUID) -> list[tuple[str, str]]:
        """Return what is done now and then; packs wait in a calm first month."""
        text = self._wording.text
        lines = [("calendar", text("Calendar file…"))]
        if self.desk.journal.shows(Later.OUTCOMES, child):
            lines.append(("pack", text("A pack for a meeting…")))
        return lines

    def _show_held(self, told: VisitTold | None) -> None:
        """Ask what was agreed at a visit of the last days, as long as nothing is."""
        self._held.setVisible(told is not None)
        if told is not None:
            text = self._wording.text
            words = text("What did you agree on {day}?", day=self._wording.full_day(told.visit.day))
            self._held.put_text(words, text("What did we agree?"))

    @override
    def card_of(self, record: UUID) -> QWidget | None:
        told = self.next.told
        if told is not None and told.visit.id == record:
            return self.next
        return self.later.row_of(record) or self.past.row_of(record)

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self.keep_typing()
            self.later.begin_anew()
            self.past.begin_anew()
        super().set_child(child)

    @override
    def keep_typing(self) -> None:
        leave_field(self)
        self.next.questions.leave()  # Qt tells no field of a window in the back that it is left
        super().keep_typing()

    def new(self) -> None:
        if self.child is not None and self.desk.can_write:
            VisitDialog(self.desk, self.child, None, self).ask()

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

    def _on_more(self, does: str) -> None:
        if does == "calendar":
            self.save_calendar()
        else:
            self.wants.emit(Action.PACK)

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
        self.next.questions.save()  # what stands above the button goes along, since when ever
        self.asks_for.emit("visit_page", told.visit.id)

    def _agree(self, told: VisitTold) -> None:
        AgreementDialog(self.desk, told, self).ask()

    def _on_held(self) -> None:
        told = self._list.to_agree_on(self.desk.today())
        if told is not None:
            self._agree(told)

    def _change(self, told: VisitTold) -> None:
        VisitDialog(self.desk, told.visit.child, told.visit, self).ask()

    def _ask(self, told: VisitTold) -> None:
        self._on_change_asked(told, None)

    def _save_visit(self, told: VisitTold) -> None:
        self._output.save(calendar_wish(self.desk, told.visit.child, [told.visit]))

    def _on_saved(self, _about: object, words: str, _replaced: object) -> None:
        self.tells.emit(words)

    def _remove(self, told: VisitTold) -> None:
        words = self._wording.text(
            "Removed: {name}", name=visit_name(self._wording, told.visit, ())
        )
        self._do(words, partial(self.desk.journal.visits.remove, told.visit))

    def _on_calendar(self, chosen: "tuple[tuple[Visit, ...], tuple[ReminderTime, ...]]") -> None:
        if self.child is not None:
            self._output.save(calendar_wish(self.desk, self.child, *chosen))

    def _on_answered(self, question: Note) -> None:
        today = self.desk.today()
        words = self._wording.text("Ticked as answered")
        self._do(words, partial(self.desk.journal.visits.tick, question, today))

    def _on_change_question(self, question: Note) -> None:
        NoteDialog(self.desk, question, self, new=False).ask()

    def _on_remove_question(self, question: Note) -> None:
        """Take it away; what the note is besides a question stays in the journal."""
        flags = tuple(flag for flag in question.flags if flag is not Flag.QUESTION)
        if flags or question.practice:
            call = partial(self.desk.journal.notes.edit, question, replace(question, flags=flags))
        else:
            call = partial(self.desk.journal.records.delete, question.id)
        self._do(self._wording.text("Question removed"), call)

    def _on_change_asked(self, told: VisitTold, asked: "Asked | None") -> None:
        QuestionDialog(self.desk, told, asked, self).ask()

    def _on_remove_asked(self, asked: "Asked") -> None:
        words = self._wording.text("Question removed")
        self._do(words, partial(self.desk.journal.records.delete, asked.id))

    def _on_kept_pack(self, record: "KeptPack", pack: "Pack") -> None:
        KeptPackDialog(self.desk, record, pack, self).ask()

    def _on_page(self, page: object) -> None:
        self.asks_for.emit("visit_page", page)

    def _on_team(self) -> None:
        self.asks_for.emit("team", None)

    def _on_message(self, kind: str) -> None:
        if self._team.to_ask is not None and self.child is not None:
            write_message(self.desk, kind, (self.child, self._team.to_ask), self)

    def _do(self, words: str, call: "Callable[[], Change]") -> None:
        self.desk.editing.do(words, call)
