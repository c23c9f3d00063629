"""How a time is rated on its card: levels in a row, a number, tries, or only "did it"."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.records.rating_scales import Rating, RatingKind, RatingPlan, levels_of
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.wording import Wording
from homejournal.ui.day_cards.rating.rating_part import RatingPart
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.fields.rating_pills import RatingPill, RatingRow
from homejournal.ui.widgets.wrapping_labels import plain

_FACES = {
    RatingKind.HELP: ("users", "hand-grab", "message-circle", "star"),
    RatingKind.WENT: ("mood-sad", "mood-empty", "mood-smile"),
}
_SHORT = 16
"""The letters of a professional's word that find room beside ours on a pill."""


class LevelsPart(RatingPart):
    """Levels of help or of how it went, each one click or one key."""

    def __init__(self, wording: Wording, plan: RatingPlan, about: str) -> None:
        super().__init__()
        kind, levels = plan.kind, levels_of(plan.kind)
        beside = plan.words if all(len(word) <= _SHORT for word in plan.words) else ()
        names = [capitalized(labels.level(wording, kind, level, beside)) for level in levels]
        self.row = RatingRow(names, about, _FACES[kind], self)
        if kind is RatingKind.HELP:
            for pill in self.row.pills:
                pill.setToolTip(capitalized(labels.level_hint(wording, pill.level)))
        if plan.words and not beside:
            for pill in self.row.pills:
                self._say_long_word(wording, pill, plan.word(pill.level), about)
        self.row.rated.connect(self._on_rated)
        _only(self, self.row)

    @staticmethod
    def _say_long_word(wording: Wording, pill: RatingPill, word: str, about: str) -> None:
        """Tell a word that has no room on a pill in its tool tip, and to people who listen."""
        said = wording.line_of((pill.toolTip(), wording.own(word)))
        pill.setToolTip(plain(said))
        pill.setAccessibleDescription(wording.line_of((about, said)))

    @override
    def show_rating(self, rating: Rating | None, *, written: bool) -> None:
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
        self.button = OnceButton(wording.text("Did it"))
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


def rating_part(wording: Wording, plan: RatingPlan, about: str) -> RatingPart:
    """Return the part that rates as the plan asks."""
    match plan.kind:
        case RatingKind.HELP | RatingKind.WENT:
            return LevelsPart(wording, plan, about)
        case RatingKind.NONE:
            return DidItPart(wording, about)
    # Most days nothing is typed, and Today is there sooner without it.
    from homejournal.ui.day_cards.rating.numbers import NumberPart, TriesPart

    if plan.kind is RatingKind.NUMBER:
        return NumberPart(wording, plan, about)
    return TriesPart(wording, about)


def _only(part: QWidget, child: QWidget) -> None:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(child)
    part.setFocusProxy(child)
