"""Answers that are typed: a count, minutes, or so many of so many tries; and "not today"."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedLayout, QWidget
from typing_extensions import override

from homejournal.domain.records.rating_scales import Rating, RatingPlan, Tries
from homejournal.domain.today.reminders_and_timer import TimeUnit, amount
from homejournal.texts import labels as words
from homejournal.texts.timer import unit_of
from homejournal.texts.wording import Wording
from homejournal.ui.day_rows.rating.answers import NO, RatingPart
from homejournal.ui.day_rows.rating.timer import CardTimer, TodayTimer
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.answer_bar import AnswerBar
from homejournal.ui.widgets.fields.number_field import NumberEdit, TriesEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, in_row
from homejournal.ui.widgets.wrapping_labels import announce

if TYPE_CHECKING:
    from datetime import timedelta

    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard

_MOST = Decimal(999_999)


class TypedPart(RatingPart):
    """Numbers that are typed: Enter, Save or leaving the fields writes them down, and only once.

    What is typed stays in its fields until `settle` says that it was written.
    """

    TYPED = True

    def __init__(
        self,
        wording: Wording,
        edit: NumberEdit | TriesEdit,
        fields: tuple[QLineEdit, ...],
        about: str,
    ) -> None:
        super().__init__()
        self._wording, self._fields = wording, fields
        self._shown: Rating | None = None
        self._typed = self._asked = False
        for field in fields:
            field.setAccessibleDescription(about)
            field.editingFinished.connect(self._on_left)
        self._save = make_button(wording.text("Save"), look="primary", about=about)
        self._hint = ("", "")
        self.bar = AnswerBar((wording.text("Not today"),), (NO,), about, self)
        self.bar.answered.connect(self.not_today)
        self.row = FlowRow(gap=8)
        self._beside, self._at_rest = QWidget(), QWidget()
        self._places = QStackedLayout(self._beside)
        self._places.addWidget(self._at_rest)
        self._places.addWidget(self._save)  # in the place of the timer, so that nothing moves
        self.row.add(edit, self._beside, self.bar)
        in_row(self.row, inside=self, grow=self.row)
        edit.done.connect(self._on_save)
        edit.changed.connect(self._on_typed)
        self._save.clicked.connect(self._on_save)

    def said(self) -> Rating | None:
        """Return what is typed, or None if it is no rating."""
        raise NotImplementedError

    def fill(self, rating: Rating | None) -> None:
        raise NotImplementedError

    def what_is_missing(self) -> str:
        """Return the sentence for what is no rating yet; an empty one where nothing is typed."""
        raise NotImplementedError

    @override
    def show_answer(self, rating: Rating | None, *, written: bool, not_today: bool) -> None:
        self.bar.show_chosen(0 if not_today else None)
        if self._typed:
            return
        self._shown = rating
        self.fill(rating)
        self._show_save()

    @override
    def allow(self, *, rate: bool, not_today: bool) -> None:
        for field in self._fields:
            field.setEnabled(rate)
        self._save.setEnabled(rate)
        self.bar.segments[0].setEnabled(not_today)

    @override
    def hint(self) -> tuple[str, str]:
        return self._hint

    @override
    def unsaid(self) -> str:
        if not self._typed or (self._shown is not None and self.said() == self._shown):
            return ""
        typed = "\n".join(field.text() for field in self._fields)
        return typed if typed.strip() else ""

    @override
    def take_up(self, typed: str) -> None:
        if self._typed or not typed:
            return
        lines = typed.split("\n", len(self._fields) - 1)
        for field, line in zip(self._fields, lines, strict=False):
            text = line.replace("\n", " ")  # two people typed in one field
            with QSignalBlocker(field):
                field.setMaxLength(max(field.maxLength(), len(text)))
                field.setText(text)
        self._typed = True
        self._show_save()
        if not self._say_missing():
            said = self._wording.text("Not saved yet: this is what you typed last time.")
            self._hint = said, "muted"

    @override
    def settle(self) -> None:
        """Take notice that what was typed is written: the next rating is for another time."""
        self._typed = self._asked = False

    @override
    def key(self, digit: int) -> bool:
        """Begin to type."""
        first = self._fields[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.setText(self._wording.number(digit))
        self._on_typed()
        return True

    def _on_typed(self) -> None:
        self._typed, self._asked = True, False
        self._show_save()
        self.typed.emit()

    def _show_save(self) -> None:
        self._hint = "", ""
        typed = any(field.text().strip() for field in self._fields)
        waits = typed and self.said() != self._shown
        self._places.setCurrentWidget(self._save if waits else self._at_rest)

    def _on_left(self) -> None:
        if QApplication.focusWidget() in self._fields or self._asked or not self._typed:
            return
        if self.said() is None and any(field.text().strip() for field in self._fields):
            self._on_save()  # which says what is missing
        elif self.said() == self._shown:
            self.settle()
            self.typed.emit()
        elif self.said() is not None:
            self._ask()

    def _on_save(self) -> None:
        if self.said() is not None:
            self._ask()
        elif missing := self._say_missing():
            announce(self, missing)

    def _say_missing(self) -> str:
        """Say why what is typed cannot be written, and return it."""
        missing = "" if self.said() is not None else self.what_is_missing()
        self._hint = missing, "problem"
        if missing:
            self.hinted.emit()
        return missing

    def _ask(self) -> None:
        """Ask to write it down; Enter also leaves the field, which must not ask again."""
        self._asked = True
        self.rated.emit(self.said())


class NumberPart(TypedPart):
    """A count or minutes; zero is a value."""

    def __init__(self, wording: Wording, plan: RatingPlan, about: str) -> None:
        self.edit = NumberEdit(plan.unit or "")
        self.edit.set_range(Decimal(0), _MOST)
        self.edit.field.setAccessibleName(plan.unit or wording.text("Number"))
        super().__init__(wording, self.edit, (self.edit.field,), about)
        self._words = plan.unit
        # In whatever language the family counts minutes or hours.
        self._unit: TimeUnit | None = unit_of(plan.unit) if plan.unit else None
        self._timer: CardTimer | None = None
        if self._unit is not None:
            self._timer = CardTimer(wording, about)
            in_row(self._timer, inside=self._at_rest)

    @override
    def show_timer(self, timer: "TodayTimer", card: "CardOfDay", time: "TimeOfCard | None") -> None:
        if self._timer is not None:
            self._timer.show_time(timer, card, time)

    @override
    def press_timer(self) -> None:
        if self._timer is not None and self._timer.isVisible():
            self._timer.click()

    @override
    def fill_in(self, length: "timedelta | None") -> None:
        if length is None or self._unit is None:
            self.edit.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        number = amount(length, self._unit)
        self.edit.set_value(number)
        self._on_typed()
        announce(self, words.amount(self._wording, number, self._words))
        # Not the field: leaving it would save a number that nobody has looked at.
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def said(self) -> Rating | None:
        return self.edit.value()

    @override
    def fill(self, rating: Rating | None) -> None:
        self.edit.set_value(Decimal(rating) if isinstance(rating, int | Decimal) else None)

    @override
    def what_is_missing(self) -> str:
        """Ask for a number where something else is typed."""
        if not self.edit.field.text().strip():
            return ""
        return self._wording.text("Please type a number, like 12 or 5.5.")


class TriesPart(TypedPart):
    """Took so many of so many; both are written down."""

    def __init__(self, wording: Wording, about: str) -> None:
        # Translators: {took} and {of} are two fields to type a number in
        pattern = wording.text("{took} of {of} tries")
        self.edit = TriesEdit(pattern, (wording.text("How many"), wording.text("Of how many")))
        super().__init__(wording, self.edit, (self.edit.took.field, self.edit.of.field), about)

    @override
    def said(self) -> Rating | None:
        tries = self.edit.value()
        return None if tries is None else Tries(took=tries[0], of=tries[1])

    @override
    def fill(self, rating: Rating | None) -> None:
        self.edit.set_value((rating.took, rating.of) if isinstance(rating, Tries) else None)

    @override
    def what_is_missing(self) -> str:
        """Ask for both numbers."""
        return self._wording.text("Write both numbers; the first cannot be larger than the second.")
