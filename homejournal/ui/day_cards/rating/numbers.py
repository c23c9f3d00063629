"""Ratings that are typed on a card: a count, minutes, or so many of so many tries."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.records.rating_scales import Rating, RatingPlan, Tries
from homejournal.domain.today.reminders_and_timer import amount
from homejournal.texts import labels as words
from homejournal.texts.timer import unit_of
from homejournal.texts.wording import Wording
from homejournal.ui.day_cards.rating.rating_part import RatingPart
from homejournal.ui.day_cards.rating.timer import CardTimer
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.fields.number_field import NumberEdit, TriesEdit
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from datetime import timedelta

    from homejournal.domain.today.reminders_and_timer import TimeUnit
    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.ui.day_cards.rating.timer import TodayTimer

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
        self._save = _save_button(wording, about)
        self._problem = WrapLabel("", "problem")
        self.row = _field_with_save(self, edit, self._save, self._problem)
        edit.done.connect(self._on_save)
        edit.changed.connect(self._on_typed)
        self._save.clicked.connect(self._on_save)

    def said(self) -> Rating | None:
        """Return what is typed, or None if it is no rating."""
        raise NotImplementedError

    def fill(self, rating: Rating | None) -> None:
        """Put what is written into the fields."""
        raise NotImplementedError

    def what_is_missing(self) -> str:
        """Return the sentence for what is no rating yet; an empty one where nothing is typed."""
        raise NotImplementedError

    @override
    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show what is written; unsaved typing stays."""
        if self._typed:
            return
        self._shown = rating
        self.fill(rating)
        self._show_save()

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
            self._say(said, "small")

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
        self._problem.hide()
        typed = any(field.text().strip() for field in self._fields)
        self._save.setVisible(typed and self.said() != self._shown)

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
        """Say under the fields why what is typed cannot be written, and return it."""
        missing = "" if self.said() is not None else self.what_is_missing()
        self._say(missing, "problem")
        return missing

    def _say(self, words: str, look: str) -> None:
        set_look(self._problem, look)
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

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
        self._words, self._about = plan.unit, about
        self._unit: TimeUnit | None = None
        self._timer: CardTimer | None = None
        self._is_asked = False

    @override
    def show_timer(self, timer: "TodayTimer", card: "CardOfDay", time: "TimeOfCard | None") -> None:
        if self._words and not self._is_asked:
            self._is_asked = True
            self._make_timer(timer)
        if self._timer is not None:
            self._timer.show_time(card, time)

    def _make_timer(self, timer: "TodayTimer") -> None:
        """Make the button where the plan counts minutes or hours, in whatever language."""
        self._unit = unit_of(self._words)
        if self._unit is not None:
            self._timer = CardTimer(self._wording, timer, self._about)
            self.row.add(self._timer)

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
        """Return both numbers."""
        tries = self.edit.value()
        return None if tries is None else Tries(took=tries[0], of=tries[1])

    @override
    def fill(self, rating: Rating | None) -> None:
        """Show both numbers."""
        self.edit.set_value((rating.took, rating.of) if isinstance(rating, Tries) else None)

    @override
    def what_is_missing(self) -> str:
        """Ask for both numbers."""
        return self._wording.text("Write both numbers; the first cannot be larger than the second.")


def _save_button(wording: Wording, about: str) -> QPushButton:
    button = OnceButton(wording.text("Save"))
    button.setAccessibleDescription(about)
    set_look(button, "primary")
    button.hide()
    return button


def _field_with_save(
    part: QWidget, field: QWidget, save: QPushButton, problem: WrapLabel
) -> FlowRow:
    row = FlowRow(gap=12)
    row.add(field, save)
    problem.hide()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(6))
    column.addWidget(row)
    column.addWidget(problem)
    return row
