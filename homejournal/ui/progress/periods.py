"""The head of the page: its title, and which days are looked back at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import PeriodChoice
from homejournal.texts.progress_page import period_name
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, announce


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
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)

    def _show_parts(self) -> None:
        own, trouble = self.choice is PeriodChoice.OWN, self.trouble
        self._own.setVisible(own)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
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
