"""A card (one strategy or one thing, with title, chips and body), and a list of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from homejournal.ui.theme import INNER_RADIUS, RADIUS, paint_box, px, set_icon, tokens
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.typing_area import TypingArea
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, let_go, turn
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from uuid import UUID


class Part(QWidget):
    """A column of widgets that is filled anew; hidden while empty."""

    def __init__(self, gap: int = 2) -> None:
        super().__init__()
        self._column = in_column(gap=gap, inside=self)

    def show_lines(self, *lines: tuple[str, str]) -> None:
        """Show texts, each with its look; empty ones are left out."""
        self.show_widgets([WrapLabel(words, look) for words, look in lines if words])

    def show_told(self, *told: tuple[str, str]) -> None:
        """Show small headings, each with what stands under it; empty ones are left out."""
        widgets: list[QWidget] = []
        for heading, words in told:
            if words:
                label = WrapLabel(heading, "small")
                label.setContentsMargins(0, px(6) if widgets else 0, 0, 0)
                widgets += [label, WrapLabel(words)]
        self.show_widgets(widgets)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these; what was shown before and is not among them is deleted."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in widgets:
                let_go(old)
        for widget in widgets:
            self._column.addWidget(widget)
            widget.show()
        self.setVisible(bool(widgets))


class ButtonRow(FlowRow):
    """The buttons at the foot of a card, by name; those in `main` are of the usual size."""

    wanted = Signal(object)
    """What is wanted, by its name."""

    def __init__(
        self, words: Mapping[str, str], icons: Mapping[str, str], main: Collection[str] = ()
    ) -> None:
        super().__init__(gap=6)
        self._buttons: dict[str, QPushButton] = {}
        for does, said in words.items():
            look = "" if does in main else "chip"
            button = make_button(said, look=look).giving(does, self.wanted)
            self._buttons[does] = button
            set_icon(button, icons[does], "text" if does in main else "muted", 16)
            self.add(button)

    def button(self, does: str) -> QPushButton:
        return self._buttons[does]

    def show_for(self, about: str, possible: Collection[str]) -> None:
        """Show the buttons that are possible now; `about` is their accessible description."""
        for does, button in self._buttons.items():
            button.setVisible(does in possible)
            button.setAccessibleDescription(about)


_TITLE_MOST = 200
_NO_LIMIT = (1 << 24) - 1


class Card(TypingArea):
    """Takes the focus as a whole; ``body`` is the layout under the title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(1)
        self._title = WrapLabel(title, "heading", most=_TITLE_MOST)
        self._chips = FlowRow(gap=6)
        self._chips.hide()
        self._under = in_column(self._title, gap=2)
        self._head = in_row(self._under, grow=self._under)
        self._head.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignTop)
        self.body = in_column()
        self._all = in_column(self._head, self.body, inside=self)
        self._rescale()
        self.set_title(title)

    def title(self) -> str:
        """Return the title as it was given."""
        return self.accessibleName()

    def set_title(self, title: str) -> None:
        """Change the title, which is also the card's name for screen readers."""
        self._title.say(title)
        self.setAccessibleName(title)
        self._arrange()

    def add_chip(self, text: str) -> QLabel:
        """Show a short word beside the title, a routine for example; return its label."""
        chip = RowLabel(text, "chip")
        self.add_corner(chip)
        return chip

    def add_corner(self, widget: QWidget) -> None:
        """Put a small widget where the chips are."""
        self._chips.add(widget)
        self._chips.show()
        self._arrange()

    def add_under_title(self, widget: QWidget) -> None:
        """Put something small under the title, beside what stands in the corner."""
        self._under.addWidget(widget)

    def clear_corner(self) -> None:
        """Take away all chips and corner widgets."""
        self._chips.clear()
        self._chips.hide()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), "surface", "line", (tokens().border, RADIUS))
        if self.hasFocus():
            ring = QRectF(self._title_in_letters()).adjusted(-px(8), -px(4), px(8), px(4))
            paint_box(painter, ring, "", "focus", (tokens().border + 1, INNER_RADIUS))
        painter.end()

    def _title_in_letters(self) -> QRect:
        """Return where the letters of the title are: a ring around all of a card is too loud."""
        place, metrics = self._title.geometry(), QFontMetrics(self._title.font())
        spare = max(0, place.width() - metrics.horizontalAdvance(self._title.text()))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return place.adjusted(spare, 0, 0, 0) if mirrored else place.adjusted(0, 0, -spare, 0)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_all"):
            self._rescale()
            self._arrange()

    def _rescale(self) -> None:
        side = px(20)
        self._all.setContentsMargins(side, px(14), side, px(16))
        self._all.setSpacing(px(6))
        self._head.setSpacing(px(6))
        self.body.setSpacing(px(8))

    def _arrange(self) -> None:
        """Put the chips beside the title, or under it where the two do not fit in one line."""
        metrics = QFontMetrics(self._title.font())
        wanted = metrics.horizontalAdvance(self._title.text()) + self._chips.sizeHint().width()
        # Before it has its place it is as narrow as Qt makes any part, and would turn twice.
        has_place = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        room = self.width() if has_place else _NO_LIMIT
        fits = self._chips.isHidden() or wanted + px(60) <= room
        turn(self._head, across=fits)
        self._head.setAlignment(
            self._chips, Qt.AlignmentFlag.AlignTop if fits else Qt.AlignmentFlag(0)
        )


MORE_AT_ONCE = 20

Told = TypeVar("Told")
Made = TypeVar("Made", bound=QWidget)


class CardList(QWidget, Generic[Told, Made]):
    """Keeps one card for each thing, so that focus and typing survive a change."""

    GAP: ClassVar[float] = 16
    """What lies between two cards, in pixels at 100 %."""
    left = Signal()
    """The part that had the focus is gone."""

    def __init__(
        self,
        heading: str,
        make: Callable[[], Made],
        fill: Callable[[Made, Told], None],
        more_words: Callable[[int], str],
        *,
        most: int = MORE_AT_ONCE,
    ) -> None:
        super().__init__()
        self._make, self._fill, self._more_words = make, fill, more_words
        self._first_most = self._most = most
        self._told: Mapping[UUID, Told] = {}
        self._cards: dict[UUID, Made] = {}
        self._more = make_button("", "chevron-down", self._on_more)
        self._inner = in_column(gap=self.GAP)
        column = in_column(gap=10, inside=self)
        if heading:
            column.addWidget(WrapLabel(heading, "heading"))
        self._across = in_row(self._inner, gap=self.GAP)
        column.addLayout(self._across)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    @property
    def cards(self) -> tuple[Made, ...]:
        return tuple(self._cards[id_] for id_ in self._shown())

    def card_of(self, id_: UUID) -> Made | None:
        """Return the card of a thing, which is made if it was not shown yet."""
        if id_ not in self._told:
            return None
        place = list(self._told).index(id_)
        if place >= self._most:
            self._most = place + 1
            self.show_told(self._told)
        return self._cards[id_]

    def begin_anew(self) -> None:
        """Show only the first few again: another child follows."""
        self._most = self._first_most

    def show_told(self, told: Mapping[UUID, Told]) -> None:
        """Show these things in their order, each in the card that it has."""
        self._told = told
        shown = self._shown()
        self._drop(set(shown))
        for place, id_ in enumerate(shown):
            card = self._cards.get(id_)
            if card is None:
                card = self._cards[id_] = self._make()
            self._fill(card, told[id_])
            if self._inner.indexOf(card) != place:
                self._inner.insertWidget(place, card)
                card.show()  # at once: a layout by itself would show it only later
        more = len(told) - len(shown)
        self._more.setText(self._more_words(more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(shown))

    def _shown(self) -> list[UUID]:
        return list(self._told)[: self._most]

    def _drop(self, standing: set[UUID]) -> None:
        """Take away the cards that are not shown any more."""
        focused = False
        for gone in self._cards.keys() - standing:
            card = self._cards.pop(gone)
            focused = focused or has_focus_inside(card)
            self._inner.removeWidget(card)
            let_go(card)
        if focused:
            self.left.emit()

    def _on_more(self) -> None:
        before, self._most = self._most, self._most + MORE_AT_ONCE
        self.show_told(self._told)
        self.cards[before].setFocus(Qt.FocusReason.OtherFocusReason)


_BESIDE_FROM = 1280
"""From this width on, in pixels at 100 %, two cards have room beside each other."""


class CardsInTwo(CardList[Told, Made]):
    """The first half in one column and the rest beside it, where there is room for both."""

    ACROSS: ClassVar[float] = CardList.GAP
    """What lies between the two columns, in pixels at 100 %."""

    def __init__(
        self,
        heading: str,
        make: Callable[[], Made],
        fill: Callable[[Made, Told], None],
        more_words: Callable[[int], str],
    ) -> None:
        super().__init__(heading, make, fill, more_words)
        self._rest = in_column(gap=self.GAP)
        self._across.addLayout(self._rest)
        for at, half in enumerate((self._inner, self._rest)):
            half.addStretch(1)
            self._across.setStretch(at, 1)

    @override
    def show_told(self, told: Mapping[UUID, Told]) -> None:
        super().show_told(told)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # One that is made just now may give the list another size before it is in it.
        cards = [self._cards[id_] for id_ in self._shown() if id_ in self._cards]
        beside = self.width() >= px(_BESIDE_FROM) and len(cards) > 1
        half = (len(cards) + 1) // 2 if beside else len(cards)
        for column, mine in ((self._inner, cards[:half]), (self._rest, cards[half:])):
            for place, card in enumerate(mine):
                if column.indexOf(card) != place:
                    column.insertWidget(place, card)
        self._across.setStretch(1, int(beside))
        self._across.setSpacing(px(self.ACROSS) if beside else 0)


class LineList(CardList[Told, Made]):
    """Lines one close under another."""

    GAP = 4


class LinesInTwo(CardsInTwo[Told, Made]):
    """Lines one close under another, in two columns where there is room."""

    GAP, ACROSS = 4, 32
