"""Which days a page is about, for whom, in which language and on which paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.names import visitor_names
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.visits import Visit, language_spoken
from homejournal.domain.visits import in_time, is_coming
from homejournal.texts.plan import visit_choice
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.language import page_languages
from homejournal.ui.kit.paper_preview import paper_choice
from homejournal.ui.widgets.button import FoldButton
from homejournal.ui.widgets.fields.choices import DropDown, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

Languages = tuple[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is wanted; `period` None means since the last visit, `visit` None the next one.

    No `people` are the whole team.
    """

    period: Period | None
    people: tuple[UUID, ...]
    visit: UUID | None
    languages: Languages
    paper: Paper


class PageWishes(QWidget):
    """`changed` comes when something else is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = desk.wording
        # The visit that was chosen by hand, or the next one while nobody chose for whom.
        self._visit: UUID | None = None
        self._chosen = self._chosen_people = self._language_by_hand = False
        text = self._wording.text
        self.mode = SingleChoice(
            [(True, text("Since the last visit")), (False, text("Other dates"))], text("Which days")
        )
        self.mode.set_choice(True)
        self.first, self.last = DayEdit(desk.today()), DayEdit(desk.today())
        self._dates = WrapLabel("", "small")
        self.people = DropDown[tuple[UUID, ...]]()
        self._together: tuple[UUID, ...] = ()
        self._offered: dict[UUID, Visit] = {}
        self._team: Sequence[TeamMember] = ()
        self.visit = DropDown[UUID]()
        self.language = DropDown[tuple[str, str | None]]()
        self.language.set_choices(page_languages(), (self._wording.language, None))
        self.paper = paper_choice(self._wording)
        self.form, more = Form(), QWidget(self)
        self.more_form = Form(more)
        words = text("Visit, language, paper"), text("Fewer choices")
        self.more = FoldButton(more, words, text("Visit page"))
        column = in_column(self.form, gap=4, inside=self)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(more)
        self._add_rows()
        self._show_rows()
        self._connect()

    def _connect(self) -> None:
        for signal in (
            self.mode.chosen,
            self.first.changed,
            self.last.changed,
            self.paper.chosen,
        ):
            signal.connect(self._on_changed)
        self.people.picked.connect(self._on_people)
        self.visit.picked.connect(self._on_visit)
        self.language.picked.connect(self._on_language)

    def _add_rows(self) -> None:
        text = self._wording.text
        self.form.add_row(text("Which days"), self.mode)
        self.form.addRow(self._dates)
        self.form.add_row(text("First day"), self.first)
        self.form.add_row(text("Last day"), self.last)
        self.form.add_row(text("For whom"), self.people)
        self.more_form.add_row(text("For which visit"), self.visit)
        self.more_form.show_row(self.visit, shown=False)
        self.more_form.add_row(text("Language of the page"), self.language)
        self.more_form.add_row(text("Paper"), self.paper)

    def offer(self, team: Sequence[TeamMember]) -> None:
        """Offer the people of the team, and those who come together to the visit; keep the choice.

        Who has left the team is not offered.
        """
        self._team = team
        names = {person.id: person.name for person in team}
        together = tuple(who for who in self._together if who in names)
        told: list[tuple[tuple[UUID, ...], str]] = [((), self._wording.text("The whole team"))]
        if len(together) > 1:
            told.append((together, self._wording.list_of([names[who] for who in together])))
        told += [
            ((person.id,), self._wording.line_of((person.name, person.discipline or "")))
            for person in team
        ]
        self.people.set_choices(told, self.people.value())

    def offer_visits(self, family: Family, child: UUID, today: date) -> None:
        """Offer the coming visits of whom somebody chose; a choice only where there are two.

        Until somebody chooses, the page is for the people of the next visit. The visit that it was
        opened for is among them whenever it was.
        """
        mine = [visit for visit in family.visits.values() if visit.child == child]
        coming = sorted((visit for visit in mine if is_coming(visit, today)), key=in_time)
        if not self._chosen:
            self._make_for(next(iter(coming), None))
        asked = self._visit
        people = set(self.people.value() or ()) if self._chosen_people else set()
        self._offered = {
            visit.id: visit
            for visit in sorted(mine, key=in_time)
            if (visit in coming or visit.id == asked)
            and not (people and people.isdisjoint(visit.people))
        }
        told = [
            (visit.id, visit_choice(self._wording, visit, visitor_names(visit, family.team), today))
            for visit in self._offered.values()
        ]
        self.visit.set_choices(told, asked)
        self.more_form.show_row(self.visit, shown=len(told) > 1)

    def choose_visit(self, visit: Visit) -> None:
        """Make the page for one visit: for those who come, in the language spoken with them.

        A language that was chosen by hand stays.
        """
        self._chosen, self._chosen_people = True, False
        self._make_for(visit)

    def _make_for(self, visit: Visit | None) -> None:
        """Make the page for a visit, or for the whole team where there is none."""
        self._visit = visit.id if visit else None
        come = visit.people if visit else ()
        self._together = tuple(one.id for one in self._team if one.id in come)
        self.offer(self._team)
        self.people.set_value(self._together)
        if self._language_by_hand:
            return
        team = {person.id: person for person in self._team}
        spoken = language_spoken(visit, team) if visit else None
        offered = (spoken, None) in self.language.values
        self.language.set_value((spoken if spoken and offered else self._wording.language, None))

    def begin_again(self) -> None:
        """Ask for the days since the last visit: other dates were meant for another child."""
        self._visit = None
        self._together = ()
        self._chosen = self._chosen_people = self._language_by_hand = False
        self.mode.set_choice(value=True)
        self._show_rows()

    def show_period(self, period: Period) -> None:
        """Say which days the page is about, and begin other dates with them."""
        self._dates.setText(self._wording.between(period.start, period.end))
        if self.mode.choice():
            for field, day in ((self.first, period.start), (self.last, period.end)):
                with QSignalBlocker(field):
                    field.set_day(day)

    def wishes(self, today: date) -> Wishes | None:
        """Return what is wanted, or None after saying that the dates are reversed."""
        clear_problem(self.last)
        period = None
        if not self.mode.choice():
            first, last = self.first.day() or today, self.last.day() or today
            if last < first:
                said = self._wording.text(
                    "The last day comes before the first. Change one of the two."
                )
                show_problem(self.last, said)
                return None
            period = Period(first, last)
        return Wishes(
            period=period,
            people=self.people.value() or (),
            visit=self.visit.value(),
            languages=self.language.value() or (self._wording.language, None),
            paper=self.paper.choice() or Paper.LETTER,
        )

    def _show_rows(self) -> None:
        own = not self.mode.choice()
        self.form.show_row(self.first, shown=own)
        self.form.show_row(self.last, shown=own)
        self._dates.setVisible(not own)

    def _on_people(self, _people: object) -> None:
        self._chosen = self._chosen_people = True
        self.changed.emit()

    def _on_visit(self, visit: UUID | None) -> None:
        if visit in self._offered:
            self.choose_visit(self._offered[visit])
        self.changed.emit()

    def _on_language(self, _value: object) -> None:
        self._language_by_hand = True
        self.changed.emit()

    def _on_changed(self, _value: object = None) -> None:
        self._show_rows()
        self.changed.emit()
