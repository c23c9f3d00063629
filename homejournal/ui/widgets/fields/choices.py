"""A few worded choices that flow on, a single tick, and drop-down lists of values and of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from homejournal.texts.wording import Wording, short_name
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.button import Pill, ToggleButton, make_button
from homejournal.ui.widgets.layout.boxes import FlowLayout, FlowRow, in_row
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_button import ENTER
from homejournal.ui.widgets.wrapping_labels import Index, WrapLabel, elided, line_label, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent


class PrivateTickBox(QCheckBox):
    """Only a click or the blank turns it: Enter saves, whatever a desktop does with boxes."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


_TICK_BOX_ROW_SHOWN_LETTERS = 160
_EDGE = 4
"""So many pixels of a box stand around its square: the padding and the ring of the keys."""


class TickRow(QWidget):
    """A box and its words; a click on the words ticks it, too.

    At most so many letters of the words are shown.
    """

    ticked = Signal(str, bool)

    def __init__(
        self,
        key: str,
        words: str,
        about: str,
        look: str = "",
        *,
        most: int = _TICK_BOX_ROW_SHOWN_LETTERS,
    ) -> None:
        super().__init__()
        self._key = key
        self.box = QCheckBox()
        set_look(self.box, "tick")  # its words stand beside it, not in it
        self.box.setAccessibleName(words[:500])
        self.box.setAccessibleDescription(about)
        self.box.toggled.connect(self._on_toggled)
        self._row = row = in_row(inside=self)
        row.setSpacing(px(8) - _EDGE)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._words = WrapLabel(words, look, most=most)
        # So the first of several lines stands beside the middle of the box.
        self._words.setContentsMargins(0, px(8), 0, px(6))
        row.addWidget(self._words, 1)

    def add_word(self, word: str) -> None:
        """Show a short word at the end of the row."""
        self._row.addWidget(line_label(word, "chip"), 0, Qt.AlignmentFlag.AlignVCenter)

    def show_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show whether it is ticked, without saying that a person did it."""
        with QSignalBlocker(self.box):
            self.box.setChecked(ticked)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.ticked.emit(self._key, on)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.box.isEnabled():
            self.box.toggle()
        else:
            super().mouseReleaseEvent(event)


_WHOLE_LETTERS = 48  # our own words stay whole; cutting off a letter or two gains nothing
_SHOWN_LETTERS = 40  # of a longer name

Value = TypeVar("Value")


class MultipleChoice(QWidget, Generic[Value]):
    """Check boxes that look like chips; `changed` comes when a person has switched one.

    A long name is shortened on its chip and whole for screen readers and in the tool tip.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[Value, str]],
        about: str = "",
        icons: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self._chips: list[QPushButton] = []
        tell_as(self, ToldAs.GROUP, about)
        flow = FlowLayout(self, 6)
        for index, (_, words) in enumerate(choices):
            chip = _chip(words, about)
            if icons:
                set_icon(chip, icons[index], size=16)
            chip.toggled.connect(self.changed)
            flow.addWidget(chip)
            self._chips.append(chip)
        if self._chips:
            self.setFocusProxy(self._chips[0])

    @property
    def chips(self) -> Sequence[QPushButton]:
        return tuple(self._chips)

    @property
    def values(self) -> Sequence[Value]:
        return tuple(self._values)

    def chosen(self) -> tuple[Value, ...]:
        return tuple(
            v for v, chip in zip(self._values, self._chips, strict=True) if chip.isChecked()
        )

    def set_chosen(self, values: Iterable[Value]) -> None:
        """Show these values as chosen, without saying that a person chose them."""
        wanted = list(values)
        for value, chip in zip(self._values, self._chips, strict=True):
            with QSignalBlocker(chip):
                chip.setChecked(value in wanted)


def _chip(words: str, about: str) -> ToggleButton:
    short = words if len(words) <= _WHOLE_LETTERS else short_name(words, _SHOWN_LETTERS)
    chip = ToggleButton(short)
    tell_as(chip, ToldAs.TICK, words)
    chip.setAccessibleDescription(about)
    chip.setToolTip("" if short == words else plain(words[:2000]))
    set_look(chip, "chip")
    return chip


class SingleChoice(QWidget, Generic[Value]):
    """A radio group of pills; each choice is a value and its words.

    ``chosen`` carries the value that a person has just chosen.
    """

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[Value, str]], about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self._quiet = False
        tell_as(self, ToldAs.GROUP, about)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self)
        for index, (_, words) in enumerate(choices):
            pill = Pill(words, self)
            pill.setAccessibleDescription(about)
            self._group.addButton(pill, index)
            flow.addWidget(pill)
        self._group.idToggled.connect(self._on_toggled)
        self._point_focus()

    @property
    def pills(self) -> Sequence[Pill]:
        return tuple(button for button in self._group.buttons() if isinstance(button, Pill))

    @property
    def values(self) -> Sequence[Value]:
        return tuple(self._values)

    def set_words(self, words: Sequence[str]) -> None:
        """Change the words of the choices; there are as many as before."""
        for pill, said in zip(self.pills, words, strict=True):
            pill.set_words(said)

    def choice(self) -> Value | None:
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def set_choice(self, value: Value | None) -> None:
        """Show a value as chosen, or none, without saying that it was chosen.

        Raises ValueError for a value that is not offered.
        """
        at = (
            -1
            if value is None and None not in self._values
            else list[object](self._values).index(value)
        )
        self._quiet = True
        self._group.setExclusive(False)
        for index, pill in enumerate(self.pills):
            pill.setChecked(index == at)
        self._group.setExclusive(True)
        self._quiet = False
        self._point_focus()

    def _point_focus(self) -> None:
        """Let a label's shortcut and a form's row reach the chosen pill."""
        if self.pills:
            self.setFocusProxy(self.pills[max(0, self._group.checkedId())])

    def _on_toggled(self, index: int, checked: bool) -> None:  # noqa: FBT001
        if checked and not self._quiet:
            self._point_focus()
            self.chosen.emit(self._values[index])


class ChildrenRow(FlowRow):
    """Children to be chosen, one or several; `names` says how each is called.

    `changed` says that a person chose or unchose somebody.
    """

    changed = Signal()

    def __init__(
        self,
        wording: Wording,
        names: Mapping[UUID, str],
        chosen: Collection[UUID],
        about: str,
        *,
        everybody: bool = True,
    ) -> None:
        super().__init__()
        self.buttons: dict[UUID, ToggleButton] = {}
        for child, name in names.items():
            button = ToggleButton(short_name(name))
            tell_as(button, ToldAs.TICK, name)
            button.setToolTip(plain(name))
            button.setAccessibleDescription(about)
            button.setChecked(child in chosen)
            button.toggled.connect(self.changed)
            self.buttons[child] = button
        self.everybody = make_button(
            wording.text("Everybody"), on=self._on_everybody, look="link", about=about
        )
        self.everybody.setAutoDefault(False)
        self.everybody.setVisible(everybody)
        self.add(*self.buttons.values(), self.everybody)
        self.setFocusProxy(next(iter(self.buttons.values()), self.everybody))

    def choose(self, children: Collection[UUID]) -> None:
        """Choose these children and no others, without saying that a person did it."""
        for child, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(child in children)

    def chosen(self) -> list[UUID]:
        return [child for child, button in self.buttons.items() if button.isChecked()]

    def _on_everybody(self) -> None:
        for button in self.buttons.values():
            button.setChecked(True)


_LINE_LETTERS = 60
_LEAST_LETTERS, _MOST_LETTERS = 12, 20
_LEAST_WIDTH = 120


class WrappingLines(QStyledItemDelegate):
    """Gives a line that wraps its whole height, and no more width than its list has.

    Qt rounds the height down, and ends the first row in dots where letters of two writings, as an
    English word in Arabic, make the rows a little higher.
    """

    def __init__(self, lines: QListView) -> None:
        super().__init__(lines)
        self._lines = lines
        lines.setWordWrap(True)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        asked = super().sizeHint(option, index)
        return QSize(min(asked.width(), self._lines.viewport().width()), asked.height() + px(2))


class DropDown(QComboBox, Generic[Value]):
    """Choices are values and words; `picked` carries the value that a person has just chosen.

    It asks for room for its longest choice, but for no more than `most_letters`.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, most_letters: int = _MOST_LETTERS) -> None:
        super().__init__(parent)
        self._values: list[Value | None] = []
        self._most_letters = most_letters
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(self._on_index)
        self.is_from_list = False
        """Whether what was picked last was picked in the open list, and not passed by an arrow."""

    def set_choices(
        self, choices: Sequence[tuple[Value | None, str]], chosen: Value | None = None
    ) -> None:
        """Offer these choices; the first is chosen where `chosen` is not among them."""
        with QSignalBlocker(self):
            self.clear()
            self._values = [value for value, _ in choices]
            for place, (_, words) in enumerate(choices):
                short = short_name(words, _LINE_LETTERS)
                self.addItem(short.replace("\n", " "))
                if short != words:
                    self.setItemData(place, plain(words[:2000]), Qt.ItemDataRole.ToolTipRole)
            self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else 0)
            # A letter counts as wide as an X, so a little less than the longest line is enough.
            longest = max((len(words) for _, words in choices), default=0) - 2
            self.setMinimumContentsLength(max(_LEAST_LETTERS, min(self._most_letters, longest)))

    @property
    def values(self) -> Sequence[Value | None]:
        return tuple(self._values)

    def value(self) -> Value | None:
        """Return the chosen value, or None if nothing is offered."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Value | None) -> None:
        """Show a value as chosen without saying that a person chose it."""
        if value in self._values:
            with QSignalBlocker(self):
                self.setCurrentIndex(self._values.index(value))

    @override
    def showPopup(self) -> None:
        # Qt's own delegate of a drop-down list knows nothing of the heights in the style sheet.
        lines = self.view()
        if isinstance(lines, QListView) and not isinstance(self.itemDelegate(), WrappingLines):
            self.setItemDelegate(WrappingLines(lines))
            lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        # Qt asks how high the lines are before they get their width, on which that hangs.
        whole, around = lines.window(), lines.window().layout()
        whole.ensurePolished()
        whole.resize(self.width(), whole.height())
        if around is not None:
            around.activate()
        super().showPopup()

    @override
    def hidePopup(self) -> None:
        if self.view().isVisible():
            self.is_from_list = True  # Qt tells of the choice after this
        super().hidePopup()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self.is_from_list = False
        super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_WIDTH), super().minimumSizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Let a choice that has no room end in dots: Qt cuts through its last letter."""
        painter, shown = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(shown)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, shown, part, self)
        shown.currentText = elided(self.fontMetrics(), shown.currentText, room.width() - px(4))
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Let the page scroll: a wheel that passes over must change nothing."""
        event.ignore()

    def _on_index(self, at: int) -> None:
        if 0 <= at < len(self._values):
            self.picked.emit(self._values[at])


MOST_IN_LIST = 13
"""Twelve names and "not said"; more are found by typing."""


class PersonDropDown(DropDown[Value]):
    """A list of people; from thirteen names on, they are found by typing."""

    def __init__(self, wording: Wording, title: str) -> None:
        super().__init__()
        self._wording, self._title = wording, title

    @override
    def showPopup(self) -> None:
        if self.count() <= MOST_IN_LIST:
            super().showPopup()
            return
        from homejournal.ui.widgets.fields.name_search import NameSearch

        finder = NameSearch(self._wording, self._title, self.window())
        finder.picked.connect(self._on_found)
        names = [self.itemText(row) for row in range(self.count())]
        finder.ask(list(zip(self.values, names, strict=True)), self.value())

    def _on_found(self, value: Value | None) -> None:
        if value in self.values:
            self.setCurrentIndex(self.values.index(value))
