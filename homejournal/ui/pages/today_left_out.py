"""Leaving out a few days at once: which days, why, one strategy or all."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.numbers import Period
from homejournal.domain.practices import LeftOutReason
from homejournal.domain.text import check_line
from homejournal.texts import words
from homejournal.texts.today import capital
from homejournal.ui.dialogs.form_dialog import FormDialog, Step
from homejournal.ui.pages.today_writing import LeftOutWish, TodayWriting
from homejournal.ui.widgets.choice_row import ChoiceRow
from homejournal.ui.widgets.choose_box import ChooseBox
from homejournal.ui.widgets.day_edit import DayEdit
from homejournal.ui.widgets.form import add_row
from homejournal.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.plan import Strategy
    from homejournal.ui.desk import Desk

_MOST_DAYS = 366


class LeftOutDialog(FormDialog):
    """Writes one mark a day for the days asked for, all of them one step to undo."""

    def __init__(self, desk: "Desk", writing: TodayWriting, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Left out for a few days"), text("Leave out"), parent)
        self._writing = writing
        self._strategies: dict[UUID, Strategy] = {}
        self.start, self.end = DayEdit(writing.day), DayEdit(writing.day)
        self.reason = ChoiceRow(
            [(reason, capital(words.reason(self.wording, reason))) for reason in LeftOutReason],
            text("Why"),
        )
        self.reason.set_choice(LeftOutReason.SICK)
        self.words = QLineEdit()
        self.which = ChooseBox()
        self.form.addRow(
            WrapLabel(
                text("Left out days do not count. They are neither “not today” nor “not written”.")
            )
        )
        add_row(self.form, text("First day"), self.start)
        add_row(self.form, text("Last day"), self.end)
        add_row(self.form, text("Why"), self.reason)
        add_row(self.form, text("In our own words (optional)"), self.words)
        add_row(self.form, text("What"), self.which)
        self.fields = {"period": self.end, "words": self.words}

    def ask_for(self, day: date, strategies: "Sequence[Strategy]", chosen: UUID | None) -> None:
        """Open for a day; `chosen` names the strategy, or None for all of them."""
        self._strategies = {one.id: one for one in strategies}
        names = [(one.id, one.name) for one in strategies]
        self.which.set_choices([(None, self.wording.text("All strategies")), *names], chosen)
        for field in (self.start, self.end):
            field.set_day(day)
        self.ask()

    @override
    def step(self) -> Step:
        wish = self._wish()
        if wish.period.end < wish.period.start:
            raise InvalidValueError("period", Reason.DATES_REVERSED)
        if wish.period.end - wish.period.start >= timedelta(days=_MOST_DAYS):
            raise InvalidValueError("period", Reason.OUT_OF_RANGE, _MOST_DAYS)
        check_line("words", wish.words)
        name = self._strategies[wish.strategy].name if wish.strategy else None
        return self._writing.left_out_words(wish, name), partial(self._writing.left_out, wish)

    def _wish(self) -> LeftOutWish:
        which = self.which.value()
        reason = self.reason.choice()
        return LeftOutWish(
            Period(self.start.day() or self._writing.day, self.end.day() or self._writing.day),
            reason if isinstance(reason, LeftOutReason) else LeftOutReason.OTHER,
            which if isinstance(which, UUID) else None,
            self.words.text().strip() or None,
        )
