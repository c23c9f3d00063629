"""What narrows looking back: its days, a strategy, and the one filter as far as numbers go."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.looking_back.look_back_values import PeriodChoice
from homejournal.domain.names import with_distinct_names
from homejournal.domain.records.family import Family
from homejournal.texts.progress_page import filter_said, period_name
from homejournal.texts.wording import Wording
from homejournal.ui.kit.filter_bar import FilterBar
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import DropDown, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class PeriodHead(QWidget):
    """`changed` comes when a person has chosen other days; reversed dates choose none."""

    changed = Signal()

    def __init__(self, wording: Wording, title: str, chosen: PeriodChoice, today: Period) -> None:
        super().__init__()
        self._wording = wording
        text = wording.text
        names = [(choice, period_name(wording, choice)) for choice in PeriodChoice]
        self.choices = SingleChoice(names, text("Days to look back at"))
        self.choices.set_choice(chosen)
        self.choices.chosen.connect(self._on_chosen)
        self.first, self.last = DayEdit(today.start), DayEdit(today.end)
        self._own = self._own_row()
        self._trouble = WrapLabel("", "problem")
        self.said = RowLabel("", "small")
        self.said.setParent(self)  # until it has its place: alone it would be a window
        """Says which days are shown; it stands before the filter."""
        self._tells = True
        head = TwoEnds(WrapLabel(title, "title"), self.choices)
        in_column(head, self._own, self._trouble, gap=8, inside=self)
        self._show_parts()

    def _own_row(self) -> QWidget:
        text = self._wording.text
        row = FlowRow(gap=12)
        for words, field in ((text("From"), self.first), (text("Until"), self.last)):
            field.field.setAccessibleName(words)
            field.changed.connect(self._on_day)
            row.add(labelled(words, field))
        return row

    @property
    def choice(self) -> PeriodChoice:
        """Return which of the ready periods is chosen, or OWN."""
        chosen = self.choices.choice()
        return chosen if isinstance(chosen, PeriodChoice) else PeriodChoice.SINCE_VISIT

    def choose(self, choice: PeriodChoice) -> None:
        """Choose a ready period, or own dates, without saying that a person did."""
        self.choices.set_choice(choice)
        self._show_parts()

    def choose_own(self, period: Period) -> None:
        """Choose own dates without saying that a person did."""
        self.choose(PeriodChoice.OWN)
        self._set_days(period)

    def own(self) -> Period | None:
        """Return the own dates, or None while the first is after the last."""
        first, last = self.first.day(), self.last.day()
        return Period(first, last) if first and last and first <= last else None

    @property
    def trouble(self) -> str:
        """Return what is to be said while the own dates are reversed; nothing otherwise."""
        if self.choice is not PeriodChoice.OWN or self.own() is not None:
            return ""
        return self._wording.text("The first day comes after the last one. Change one of the two.")

    def name_choices(self, *, visited: bool) -> None:
        """Call the days since the last visit so only where there was one."""
        names = [
            period_name(self._wording, period_choice, visited=visited)
            for period_choice in PeriodChoice
        ]
        self.choices.set_words(names)

    def tell_days(self, *, tells: bool) -> None:
        """Say which days are shown, or not where nothing is written on any day."""
        self._tells = tells
        self._show_parts()

    def show_period(self, period: Period) -> None:
        """Say which days are shown; own dates begin with these."""
        self.said.setText(self._wording.between(period.start, period.end))
        if self.choice is not PeriodChoice.OWN:
            self._set_days(period)
        self._show_parts()

    def _set_days(self, period: Period) -> None:
        for field, day in ((self.first, period.start), (self.last, period.end)):
            with QSignalBlocker(field):
                field.set_day(day)

    def _show_parts(self) -> None:
        own, trouble = self.choice is PeriodChoice.OWN, self.trouble
        self._own.setVisible(own)
        self._trouble.say(trouble)
        for day in (self.first, self.last):
            day.field.setAccessibleDescription(trouble)
        self.said.setVisible(self._tells and not own)

    def _on_chosen(self, _choice: object) -> None:
        self._on_day(None)

    def _on_day(self, _day: object) -> None:
        self._show_parts()
        if self.trouble:
            announce(self, self.trouble)
        self.changed.emit()


_MOST_LETTERS = 30
PARTS = (
    FilterPart.SUGGESTED_BY,
    FilterPart.ROUTINE,
    FilterPart.HELPER,
    FilterPart.WRITTEN_BY,
)


class ProgressFilterBar(QWidget):
    """`changed` comes when a person has chosen; `asked` says what is wanted."""

    changed = Signal()
    back_wanted = Signal()
    """All strategies are wanted again, after one of them."""
    print_wanted = Signal()

    def __init__(self, desk: "Desk", days: QWidget) -> None:
        """Make it; before the filter stand the words that say which `days` are shown."""
        super().__init__()
        self._wording = desk.wording
        self._offered: UUID | None = None
        self._wanted: UUID | None = None
        text = desk.wording.text
        self.strategy = DropDown[UUID](most_letters=_MOST_LETTERS)
        self.strategy.setAccessibleName(text("Strategy"))
        self.strategy.picked.connect(self.changed)
        self.back = make_button(text("All strategies"), "arrow-left", self.back_wanted, look="link")
        self.bar = FilterBar(desk, PARTS, days, self.back, self.strategy)
        self.bar.changed.connect(self.changed)
        self.print = make_button(text("Print…"), "printer", self.print_wanted, look="link")
        self.bar.row.add(self.print)
        self.hidden = WrapLabel("", "small")
        self.hidden.hide()
        in_column(self.bar, self.hidden, gap=8, inside=self)
        self._show_parts()

    def offer(self, family: Family, child: UUID) -> None:
        """Offer what this child has; keep what is chosen, unless the child is another one."""
        other, self._offered = child != self._offered, child
        self.bar.offer(family, child)
        family = with_distinct_names(family, child)
        by = self.bar.asked.suggested_by if self.bar.asked else None
        mine = [one for one in family.strategies_of(child) if by in (None, one.suggested_by)]
        name = family.children[child].name
        everything = self._wording.text("All of {child}", child=self._wording.own(name))
        chosen = self._wanted or (None if other else self.strategy.value())
        self._wanted = None
        self.strategy.set_choices([(None, everything), *_named(mine)], chosen)
        self._show_parts()

    @property
    def hides(self) -> bool:
        """Return whether anything but the strategy narrows what is shown."""
        return bool(self.bar.chosen)

    def want(self, strategy: UUID) -> None:
        """Choose a strategy as soon as it is offered, and take away what could hide it."""
        if self.bar.asked is not None:
            self.bar.show_filter(self.bar.asked.without(*PARTS))
        self._wanted = strategy

    def choose(self, strategy: UUID | None) -> None:
        """Choose a strategy, or all, without saying that a person did."""
        self.strategy.set_value(strategy)
        self._show_parts()

    def first_stop(self) -> QWidget:
        """Return where the keyboard goes on when what it was on is gone."""
        return self.bar.add if self.strategy.isHidden() else self.strategy

    def choose_as(self, asked: EntryFilter) -> None:
        """Choose what was asked for before, as far as it is offered."""
        others = [part for part in asked.chosen if part not in PARTS]
        self.bar.show_filter(asked.without(*others))
        self._wanted = asked.strategy

    def asked(self, child: UUID, period: Period) -> EntryFilter:
        """Return what is asked for, over these days."""
        narrowed = self.bar.asked or EntryFilter(child=child)
        return narrowed.choosing(FilterPart.DATES, *period).choosing(
            FilterPart.STRATEGY, self.strategy.value()
        )

    def say_hidden(self, asked: EntryFilter, family: Family) -> None:
        """Say plainly that the filter hides something, or nothing if it does not."""
        words = filter_said(self._wording, asked, family)
        self.hidden.setVisible(bool(words))
        if words != self.hidden.text():
            self.hidden.setText(words)
            announce(self, words)

    def _show_parts(self) -> None:
        """Show the list of strategies where one is in view; among all of them its row opens it."""
        for part in (self.back, self.strategy):
            part.setVisible(self.strategy.value() is not None)

    def show_all(self) -> None:
        """Take the filter away; the strategy in view stays."""
        self.bar.clear_all()


class _Named(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def name(self) -> str: ...


def _named(records: Iterable[_Named]) -> list[tuple[UUID, str]]:
    return [(record.id, record.name) for record in records]
