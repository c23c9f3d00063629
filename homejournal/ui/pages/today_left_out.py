"""Leaving out a few days at once: which days, why, one strategy or all."""

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.numbers import Period
from homejournal.domain.practices import LeftOutReason
from homejournal.domain.text import check_line
from homejournal.texts import words
from homejournal.texts.errors import explain
from homejournal.texts.today import capital
from homejournal.ui.pages.today_writing import LeftOutWish, TodayWriting
from homejournal.ui.theme import px
from homejournal.ui.widgets.choice_row import ChoiceRow
from homejournal.ui.widgets.day_edit import DayEdit
from homejournal.ui.widgets.form import add_row, clear_problem, make_form, show_problem
from homejournal.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.plan import Strategy
    from homejournal.ui.desk import Desk

_LONGEST = timedelta(days=365)
_SHOWN_NAME = 60


class LeftOutDialog(QDialog):
    """Asks for the days and writes one mark a day, all of them one step to undo.

    A dialog that cannot save stays open with what was typed.
    """

    def __init__(self, desk: "Desk", writing: TodayWriting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writing, self._wording = writing, desk.wording
        self._strategies: dict[UUID, Strategy] = {}
        text = self._wording.text
        self.setWindowTitle(text("Left out for a few days"))
        self._start, self._end = DayEdit(writing.day), DayEdit(writing.day)
        self._reason = ChoiceRow(
            [(reason, capital(words.reason(self._wording, reason))) for reason in LeftOutReason],
            text("Why"),
        )
        self._reason.set_choice(LeftOutReason.SICK)
        self._words = QLineEdit()
        self._which = QComboBox()
        form = make_form()
        add_row(form, text("First day"), self._start)
        add_row(form, text("Last day"), self._end)
        add_row(form, text("Why"), self._reason)
        add_row(form, text("In our own words (optional)"), self._words)
        add_row(form, text("What"), self._which)
        self._buttons = QDialogButtonBox()
        save = self._buttons.addButton(text("Leave out"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        self._buttons.addButton(text("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addWidget(
            WrapLabel(
                text("Left out days do not count. They are neither “not today” nor “not written”.")
            )
        )
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.resize(px(480), self.sizeHint().height())

    def ask(self, day: date, strategies: "Sequence[Strategy]", chosen: UUID | None) -> None:
        """Open for a day; `chosen` names the strategy, or None for all of them."""
        self._strategies = {one.id: one for one in strategies}
        self._which.clear()
        self._which.addItem(self._wording.text("All strategies"))
        for strategy in strategies:
            self._which.addItem(strategy.name[:_SHOWN_NAME])
        ids: list[UUID | None] = [None, *self._strategies]
        self._which.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        for field in (self._start, self._end):
            field.set_day(day)
        self.open()

    def _wish(self) -> LeftOutWish:
        ids: list[UUID | None] = [None, *self._strategies]
        reason = self._reason.choice()
        return LeftOutWish(
            Period(self._start.day() or self._writing.day, self._end.day() or self._writing.day),
            reason if isinstance(reason, LeftOutReason) else LeftOutReason.OTHER,
            ids[self._which.currentIndex()],
            self._words.text().strip() or None,
        )

    def _on_save(self) -> None:
        wish = self._wish()
        for field in (self._end, self._words):
            clear_problem(field)
        if wish.period.end < wish.period.start:
            said = self._wording.text("The last day comes before the first. Change one of the two.")
            show_problem(self._end, said)
            return
        if wish.period.end - wish.period.start > _LONGEST:
            said = self._wording.text("This is more than a year. Choose fewer days.")
            show_problem(self._end, said)
            return
        try:
            check_line("words", wish.words)
        except InvalidValueError as error:
            show_problem(self._words, explain(self._wording, error))
            return
        name = self._strategies[wish.strategy].name if wish.strategy else None
        if self._writing.leave_out(wish, name):
            self.accept()
