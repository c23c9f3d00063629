"""All children of the home on one day, side by side: twins are written down without switching."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import with_distinct_names
from homejournal.domain.records.family import active_children
from homejournal.domain.records.notes import AnyNote, Note, with_other_privacy
from homejournal.domain.today.day_page import (
    KINDS_SHOWN,
    TogetherDay,
    TogetherRow,
    days_needed,
    together_day,
)
from homejournal.texts import day_page as said
from homejournal.texts.day_page import about_another_day, note_for_several_said
from homejournal.texts.display_names import names_said
from homejournal.texts.wording import short_name
from homejournal.ui.base.actions import Action
from homejournal.ui.base.page import Page
from homejournal.ui.day_rows.dialogs import LeftOutDialog
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import set_icon
from homejournal.ui.together.row_list import TogetherList, TogetherWriting
from homejournal.ui.widgets.button import icon_button, make_button
from homejournal.ui.widgets.cards.notice import EmptyState, Notice, NoticeKind
from homejournal.ui.widgets.day_navigation import (
    DayStepper,
    LateLine,
    take_day_keys,
    take_today_key,
)
from homejournal.ui.widgets.fields.choices import ChildrenRow, PrivateTickBox
from homejournal.ui.widgets.fields.name_search import NameSearch
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside, leave_field
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from homejournal.domain.records.children import Child
    from homejournal.domain.records.record import Kind
    from homejournal.ui.base.desk import Desk


_ALWAYS_SHOWN, _MOST_READY = 2, 8


class TogetherHeader(QWidget):
    """Its signals say what a person asked for."""

    day_wanted = Signal(object)
    days_out_wanted = Signal()
    child_wanted = Signal(object)
    """A child whose own day is to be opened."""
    children_chosen = Signal(object)
    """list[UUID]: who is to be shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._wording = desk, desk.wording
        self._day: TogetherDay | None = None
        self._names: Mapping[UUID, str] = {}
        self._ready: Mapping[UUID, str] = {}
        self._linked: Mapping[UUID, str] = {}
        text = desk.wording.text
        self._title = WrapLabel(text("All children together"), "title")
        self._date = RowLabel("", "strong")
        self._late = LateLine(desk)
        self.before = icon_button("chevron-left", text("The day before"))
        self.after = icon_button("chevron-right", text("The day after"))
        self._today = make_button(text("Go to today"), on=self.go_to_today, look="link")
        self.days_out = make_button(
            text("Left out for a few days"), on=self.days_out_wanted, look="link"
        )
        set_icon(self.days_out, "calendar-event", "muted", 18)
        self._who, self._own_days = FlowRow(), FlowRow(gap=4)
        self._children: ChildrenRow | None = None
        self.before.clicked.connect(self.step_back)
        self.after.clicked.connect(self.step_on)
        days = FlowRow(DayStepper(self.before, self._date, self.after), self._today, gap=6)
        links = FlowRow(self._own_days, self.days_out, gap=4)
        first = TwoEnds(self._title, days)
        in_column(first, self._late, self._who, links, gap=8, inside=self)

    def take_keys(self, page: QWidget) -> None:
        """Let Alt and an arrow go to another day, and Alt and Home to today, from wherever."""
        take_day_keys(page, self.step_back, self.step_on, self._wording.direction)
        take_today_key(page, self.go_to_today)

    def show_day(self, day: TogetherDay) -> None:
        self._day = day
        name = said.day_title(self._wording, day.day, day.today)
        self._date.setText(self._wording.line_of((name, self._wording.day_of_year(day.day))))
        self._late.show_day(day.day)
        self.after.setEnabled(day.day < day.today)
        self._today.setVisible(day.day != day.today)
        self.days_out.setEnabled(self._desk.can_write)

    def show_children(self, names: Mapping[UUID, str], shown: Sequence[UUID]) -> None:
        """Offer the children of the home by these names, and each shown one's own day.

        Of many only those that are shown stand there, and a way to find another one.
        """
        many = len(names) > _MOST_READY
        ready = {one: name for one, name in names.items() if not many or one in shown}
        if (self._names, self._ready) != (names, ready):
            self._names, self._ready = names, ready
            self._offer(shown, many=many)
        if self._children is not None:
            self._children.choose(shown)
        if self._linked != {child: names[child] for child in shown}:
            self._linked = {child: names[child] for child in shown}
            self._link()

    def _offer(self, shown: Collection[UUID], *, many: bool) -> None:
        self._who.clear()
        self._children = None
        self._who.setVisible(len(self._names) > _ALWAYS_SHOWN)
        if len(self._names) <= _ALWAYS_SHOWN:
            return
        about = self._wording.text("Shown on this page")
        row = ChildrenRow(self._wording, self._ready, shown, about, everybody=False)
        row.changed.connect(self._on_children)
        self._who.add(row)
        self._children = row
        row.show()  # a layout shows it only after the next round of events
        if many:
            another = make_button(
                self._wording.text("Another child…"), on=self._on_another, look="link"
            )
            self._who.add(another)
            another.show()

    def _link(self) -> None:
        self._own_days.clear()
        for child, name in self._linked.items():
            text = self._wording.text
            shown = text("Day of {child}", child=short_name(name))
            button = make_button(shown.replace("&", "&&"), look="link")
            button.setAccessibleName(text("Day of {child}", child=name))
            self._own_days.add(button.giving(child, self.child_wanted))
            button.show()

    def _on_another(self) -> None:
        finder = NameSearch(self._wording, self._wording.text("Find a child"), self)
        finder.picked.connect(self._on_found)
        others = [(one, name) for one, name in self._names.items() if one not in self._ready]
        finder.ask(others, None)

    def _on_found(self, child: UUID) -> None:
        self.children_chosen.emit([*self._linked, child])

    def _on_children(self) -> None:
        if self._children is not None:
            self.children_chosen.emit(self._children.chosen())

    def step_back(self) -> None:
        self._step(-1)

    def step_on(self) -> None:
        if self.after.isEnabled():
            self._step(1)

    def go_to_today(self) -> None:
        self.day_wanted.emit(self._desk.today())

    def _step(self, days: int) -> None:
        if self._day is not None:
            self.day_wanted.emit(self._day.day + timedelta(days=days))


_SHOWN_AT_FIRST = 4
_CHOSEN = "together_children"
_WIDEST = 1200


class TogetherPage(Page):
    """Shows the children whose journal is not put away; of many, those that were chosen here."""

    SHOWS: ClassVar[frozenset[Kind]] = KINDS_SHOWN

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("All children together"))
        self._wording = desk.wording
        self._writing = TogetherWriting(desk)
        self._shown: TogetherDay | None = None
        self._names: Mapping[UUID, str] = {}
        self._head = TogetherHeader(desk)
        self._other_day = Notice("", NoticeKind.CAREFUL)
        self._idle = WrapLabel("", "muted")
        self.rows = TogetherList(desk, self._writing)
        self._empty = EmptyState("blocks", "", "")
        self._scroll = ScrollColumn(self, widest=_WIDEST)
        self._apart = WrapLabel(
            desk.wording.text(
                "What you press under a name is for that child alone. Each child’s pages stay"
                " apart."
            ),
            "muted",
        )
        self._connect()
        self._scroll.add(
            self._head, self._other_day, self.rows, self._idle, self._apart, self._empty
        )
        self._scroll.fill(self)
        self._head.take_keys(self)

    def _connect(self) -> None:
        self._head.day_wanted.connect(self.set_day)
        self._head.child_wanted.connect(self._on_child)
        self._head.children_chosen.connect(self._on_children)
        self._head.days_out_wanted.connect(self._on_days_out)
        self.rows.days_wanted.connect(self._on_days_wanted)
        self.rows.note_wanted.connect(self._on_note)
        self.rows.reached.connect(self._scroll.show_whole)
        self._empty.pressed.connect(self._on_empty)

    @override
    def refresh(self) -> None:
        journal = self.desk.journal
        family, start = journal.family(), journal.settings.week_start
        children = active_children(family)
        shown = self._chosen(children)
        self._writing.day = self.day
        written = {
            child.id: journal.days.between(child.id, *days_needed(self.day, start))
            for child in shown
        }
        days = (self.day, self.desk.today())
        self._shown = together_day(family, written, shown, days, start)
        self._head.show_day(self._shown)
        self._show_other_day()
        self._names = names_said(self._wording, children)
        self._head.show_children(self._names, [child.id for child in shown])
        self.rows.show_rows(self._shown.rows, self._names)
        self._show_rest()
        self._take_focus()

    def _show_other_day(self) -> None:
        """Say which day is written about where it is not the present one."""
        words = about_another_day(self._wording, self.day)
        other = self.day != self.desk.today() and self.desk.can_write
        if other and words != self._other_day.text():
            self._other_day.set_text(words)
        self._other_day.setVisible(other)

    def _show_rest(self) -> None:
        """Say who has nothing that day, or why the page has nothing to show."""
        state, text = self._shown, self._wording.text
        if state is None:
            return
        idle = [self._names[child.id] for child in state.idle]
        self._idle.setText(said.nothing_planned(self._wording, idle) if idle else "")
        self._idle.setVisible(bool(idle) and bool(state.rows))
        if len(self._names) < 2:
            self._empty.set_texts(
                text("This page is for two or more children"),
                text(
                    "Twins or siblings show up here side by side, so you can fill in both "
                    "children’s day at once."
                ),
                text("Add a child…") if self.desk.can_write else "",
            )
        else:
            self._empty.set_texts(
                text("Nothing is planned for this day"),
                text(
                    "Strategies of each child show up here on the days for which they are planned."
                ),
                text("Open the plan"),
            )
        self._empty.setVisible(not state.rows)
        self._apart.setVisible(bool(state.rows))

    @override
    def set_day(self, day: date) -> None:
        if day != self.day and day <= self.desk.today():
            self._begin_anew()
            super().set_day(day)

    @override
    def page_entered(self) -> None:
        """Show the present day: another one is a choice that is made on the page."""
        self.set_day(self.desk.today())

    @override
    def set_child(self, child: UUID | None) -> None:
        """Take notice of the child that other pages show; here all of them stand."""
        self.child = child

    @override
    def day_turned(self) -> None:
        if self._shown is not None and self.day == self._shown.today and not self.rows.unsaved:
            self.set_day(self.desk.today())
        super().day_turned()

    @override
    def keep_typing(self) -> None:
        leave_field(self)
        self.rows.keep_typing()

    @override
    def at_risk(self) -> frozenset[str]:
        return self._writing.at_risk()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()

    def _take_focus(self) -> None:
        """Focus the first cell, so that keys work at once."""
        if self._shown is None or not self.isVisible() or has_focus_inside(self):
            return
        if not self.rows.focus_first():
            first = self._empty.button if self._empty.button.isVisible() else self._head.before
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_anew(self) -> None:
        """Save what is being typed, and clear the cells."""
        self.keep_typing()
        self.rows.clear()

    def _chosen(self, children: Sequence[Child]) -> tuple[Child, ...]:
        """Return who is shown: those chosen on this computer, else the first few."""
        said_before = (self.desk.preferences.remembered(_CHOSEN) or "").split()
        chosen = tuple(child for child in children if str(child.id) in said_before)
        return chosen if len(children) > 2 and chosen else tuple(children[:_SHOWN_AT_FIRST])

    def _on_children(self, chosen: list[UUID]) -> None:
        if chosen:  # somebody is always shown
            self.desk.preferences.remember(_CHOSEN, " ".join(map(str, chosen)))
        self.refresh()

    def _on_child(self, child: UUID) -> None:
        self.child_wanted.emit(child)
        self.asks_for.emit("today", self.day)

    def _on_empty(self) -> None:
        self.wants.emit(Action.ADD_CHILD if len(self._names) < 2 else Action.PLAN)

    def _on_days_out(self) -> None:
        if self._shown is not None and self._shown.children:
            children = [child.id for child in self._shown.children]
            self._ask_days(children[0], None, children)

    def _on_days_wanted(self, strategy: UUID) -> None:
        child = self.desk.journal.family().strategies[strategy].child
        self._ask_days(child, strategy, [child])

    def _ask_days(self, child: UUID, strategy: UUID | None, children: Sequence[UUID]) -> None:
        dialog = LeftOutDialog(self.desk, self._writing.of(child, self._names[child]), self)
        dialog.choose(children)
        family = with_distinct_names(self.desk.journal.family(), child)
        dialog.ask_for(self.day, family.strategies_of(child), strategy)

    def _on_note(self, row: TogetherRow) -> None:
        NoteForSeveralDialog(self.desk, row, self.day, self).ask()


class NoteForSeveralDialog(FormDialog):
    """The notes are apart from then on: changing one leaves the others as they are."""

    def __init__(self, desk: Desk, row: TogetherRow, day: date, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Note for several children"), text("Save"), parent)
        self._day = day
        self._strategies = {child.id: card.strategy.id for child, card in row.cards}
        apart = names_said(desk.wording, active_children(desk.journal.family()))
        self._names = {child.id: apart[child.id] for child, _ in row.cards}
        self.form.add_words(row.name, "heading", most=200)
        hint = text("Each child gets this note. A name in it is on the page of each.")
        self.text = self.form.add("text", text("Note"), NoteEdit("", 4, 12), hint)
        place = f"together:{day.isoformat()}:{row.cards[0][1].strategy.id}"
        if self.keep_draft_of(self.text, place):
            self.show_draft_notice(self.form.rowCount())
        children = ChildrenRow(desk.wording, self._names, self._names, text("For whom?"))
        self.children_row = self.form.add("children", text("For whom?"), children)
        self.form.faults["children"] = text("Choose a child.")
        hint = text("For us alone: never on a page or in a file we give")
        private = PrivateTickBox(text("Private"))
        self.private = self.form.add_row(text("Only for us"), private, hint)

    @override
    def step(self) -> Step:
        chosen = self.children_row.chosen()
        if not chosen:
            raise InvalidValueError("children", Reason.EMPTY)
        notes = [self._note(child) for child in chosen]
        names = [self._names[child] for child in chosen]
        call = partial(self.desk.journal.notes.write_together, notes, drafts=self.drafts())
        return note_for_several_said(self.wording, names), call

    def _note(self, child: UUID) -> AnyNote:
        note = Note(
            id=uuid4(),
            child=child,
            day=self._day,
            text=self.text.text().strip(),
            strategy=self._strategies[child],
            helper=self.desk.helper,
        )
        return with_other_privacy(note) if self.private.isChecked() else note
