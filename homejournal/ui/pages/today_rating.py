"""How a time is rated on its card: levels in a row, a number, tries, or only "did it"."""

from decimal import Decimal
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.ratings import Rating, RatingKind, RatingPlan, Tries, levels_of
from homejournal.texts import words
from homejournal.texts.today import capital
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.number_edit import NumberEdit, TriesEdit
from homejournal.ui.widgets.rating import RatingRow

_MOST = Decimal(999_999)
_FACES = {
    RatingKind.HELP: ("users", "hand-grab", "message-circle", "star"),
    RatingKind.WENT: ("mood-sad", "mood-empty", "mood-smile"),
}


class RatingPart(QWidget):
    """What all ways to rate share: a rating is shown without saying so, and `rated` by a person."""

    rated = Signal(object)
    """Rating or None: what the person has just said."""
    RATES: ClassVar[bool] = True
    """Whether there is something to rate beside having done it."""

    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show what is written, or that nothing is."""
        raise NotImplementedError

    def key(self, digit: int) -> bool:
        """Take a digit typed on the card; return whether it meant something here."""
        raise NotImplementedError


class LevelsPart(RatingPart):
    """Levels of help or of how it went, each one click or one key."""

    def __init__(self, wording: Wording, kind: RatingKind, about: str) -> None:
        super().__init__()
        levels = levels_of(kind)
        names = [capital(words.level(wording, kind, level)) for level in levels]
        self.row = RatingRow(names, about, _FACES[kind], self)
        if kind is RatingKind.HELP:
            for pill in self.row.pills:
                pill.setToolTip(capital(words.level_hint(wording, pill.level)))
        self.row.rated.connect(self._on_rated)
        _only(self, self.row)

    @override
    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show the level."""
        self.row.set_level(rating if isinstance(rating, int) else None)

    @override
    def key(self, digit: int) -> bool:
        """Choose the level."""
        if not 1 <= digit <= len(self.row.pills):
            return False
        self.row.choose(digit)
        return True

    def _on_rated(self, level: int) -> None:
        self.rated.emit(level)


class DidItPart(RatingPart):
    """One button: it was used, nothing is rated."""

    RATES = False

    def __init__(self, wording: Wording, about: str) -> None:
        super().__init__()
        self.button = QPushButton(wording.text("Did it"))
        self.button.setAccessibleDescription(about)
        self.button.setCheckable(True)
        set_icon(self.button, "check")
        self.button.setMinimumHeight(px(44))
        self.button.setMinimumWidth(px(200))
        self.button.toggled.connect(self._on_toggled)
        self._quiet = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)

    @override
    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show whether it was done."""
        self._quiet = True
        self.button.setChecked(written)
        self._quiet = False

    @override
    def key(self, digit: int) -> bool:
        """Take 1 for done."""
        if digit == 1 and not self.button.isChecked():
            self.button.setChecked(True)
        return digit == 1

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._quiet:
            return
        if on:
            self.rated.emit(None)
        else:
            self.show_rating(None, written=True)  # taking away is the menu's, never a slip


class NumberPart(RatingPart):
    """A count or minutes; Enter or Save writes it down, and zero is a value."""

    def __init__(self, wording: Wording, plan: RatingPlan, about: str) -> None:
        super().__init__()
        self._wording = wording
        self._written: Decimal | None = None
        self.edit = NumberEdit()
        self.edit.set_range(Decimal(0), _MOST)
        self.edit.set_unit(plan.unit or "")
        self.edit.field.setAccessibleName(plan.unit or wording.text("Number"))
        self.edit.field.setAccessibleDescription(about)
        self._save = _save_button(wording, about)
        self._problem = WrapLabel("", "problem")
        _field_with_save(self, self.edit, self._save, self._problem)
        self.edit.done.connect(self._on_save)
        self.edit.changed.connect(self._on_changed)
        self.edit.field.editingFinished.connect(self._on_left)
        self._save.clicked.connect(self._on_save)

    @override
    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show the number; unsaved typing stays."""
        number = Decimal(rating) if isinstance(rating, int | Decimal) else None
        if number is None and self._written is None and self.edit.field.hasFocus():
            return
        self._written = number
        self.edit.set_value(number)
        self._on_changed()

    @override
    def key(self, digit: int) -> bool:
        """Begin to type the number."""
        self.edit.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.field.setText(self._wording.number(digit))
        self._on_changed()
        return True

    def _on_changed(self) -> None:
        self._problem.hide()
        self._save.setVisible(
            bool(self.edit.field.text().strip()) and self.edit.value() != self._written
        )

    def _on_left(self) -> None:
        number = self.edit.value()
        if number is not None and number != self._written:
            self.rated.emit(number)

    def _on_save(self) -> None:
        number = self.edit.value()
        if number is not None:
            self.rated.emit(number)
        elif self.edit.field.text().strip():
            self._problem.setText(
                self._wording.text("This is no number yet. Write one such as 12 or 5.5.")
            )
            self._problem.show()


class TriesPart(RatingPart):
    """Took so many of so many; both are written down."""

    def __init__(self, wording: Wording, about: str) -> None:
        super().__init__()
        self._wording = wording
        self._written: tuple[int, int] | None = None
        # Translators: {took} and {of} are two fields to type a number in
        pattern = wording.text("{took} of {of} tries")
        self.edit = TriesEdit(pattern, (wording.text("How many"), wording.text("Of how many")))
        for field in (self.edit.took.field, self.edit.of.field):
            field.setAccessibleDescription(about)
        self._save = _save_button(wording, about)
        self._problem = WrapLabel("", "problem")
        _field_with_save(self, self.edit, self._save, self._problem)
        self.edit.done.connect(self._on_save)
        self.edit.changed.connect(self._on_changed)
        for field in (self.edit.took.field, self.edit.of.field):
            field.editingFinished.connect(self._on_left)
        self._save.clicked.connect(self._on_save)

    @override
    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
        """Show both numbers; unsaved typing stays."""
        tries = (rating.took, rating.of) if isinstance(rating, Tries) else None
        typing = self.edit.took.field.hasFocus() or self.edit.of.field.hasFocus()
        if tries is None and self._written is None and typing:
            return
        self._written = tries
        self.edit.set_value(tries)
        self._on_changed()

    @override
    def key(self, digit: int) -> bool:
        """Begin to type how many."""
        self.edit.took.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.took.field.setText(self._wording.number(digit))
        self._on_changed()
        return True

    def _on_changed(self) -> None:
        self._problem.hide()
        value = self.edit.value()
        self._save.setVisible(value is not None and value != self._written)

    def _on_left(self) -> None:
        now = QApplication.focusWidget()
        tries = self.edit.value()
        if tries and tries != self._written and not (now and self.isAncestorOf(now)):
            self._on_save()

    def _on_save(self) -> None:
        tries = self.edit.value()
        if tries is not None:
            self.rated.emit(Tries(took=tries[0], of=tries[1]))
            return
        self._problem.setText(
            self._wording.text("Write both numbers; the first cannot be larger than the second.")
        )
        self._problem.show()


def rating_part(wording: Wording, plan: RatingPlan, about: str) -> RatingPart:
    """Return the part that rates as the plan asks."""
    match plan.kind:
        case RatingKind.HELP | RatingKind.WENT:
            return LevelsPart(wording, plan.kind, about)
        case RatingKind.NUMBER:
            return NumberPart(wording, plan, about)
        case RatingKind.TRIES:
            return TriesPart(wording, about)
        case RatingKind.NONE:
            return DidItPart(wording, about)


def _save_button(wording: Wording, about: str) -> QPushButton:
    button = QPushButton(wording.text("Save"))
    button.setAccessibleDescription(about)
    set_look(button, "primary")
    button.hide()
    return button


def _field_with_save(part: QWidget, field: QWidget, save: QPushButton, problem: WrapLabel) -> None:
    row = QHBoxLayout()
    row.setSpacing(px(12))
    row.addWidget(field)
    row.addWidget(save)
    row.addStretch(1)
    problem.hide()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(6))
    column.addLayout(row)
    column.addWidget(problem)
    part.setFocusProxy(field)


def _only(part: QWidget, child: QWidget) -> None:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(child)
    part.setFocusProxy(child)
