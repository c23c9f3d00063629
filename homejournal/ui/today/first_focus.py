"""Where the keyboard begins on Today, and the scrolling that lets it be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.focus import has_focus_inside, show_focus

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from homejournal.ui.day_cards.card_list import DayCards
    from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn

_NAME_OF_FIRST, _SEEN_OF_FIRST = 42, 150
"""What is seen of the first card below its edge, in pixels at 100 %: its name, and its ratings."""


class FirstFocus(QObject):
    """Lets the first key already mean something: a rating, or a way on from an empty day.

    `wanted` says that the day, the child or the page was changed since the focus was given.
    """

    def __init__(self, cards: DayCards, scroll: ScrollColumn, page: QWidget) -> None:
        super().__init__(page)
        self._list, self._scroll = cards, scroll
        self.wanted = True
        self._part: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._see_first)

    def give(self, others: tuple[QPushButton, ...]) -> None:
        """Give the focus to the first card, or to the first of the other buttons that is shown."""
        if not self.wanted:
            return
        self.wanted = False
        if self._list.cards:
            self._list.focus_first()
            self._soon.start()  # the cards have no place before that
            return
        for button in others:
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def see(self, part: QWidget) -> None:
        """Scroll to a part once it has its place."""
        self._part = part
        self._soon.start()

    def _see_first(self) -> None:
        """Begin at the title of the page, or where what the keys act on can be seen below it.

        In small windows with large text the two may not stand on the screen together.
        """
        part, self._part = self._part, None
        if part is not None:
            self._scroll.show_whole(part)
            if has_focus_inside(part):  # in a window with less room than the part needs
                show_focus(part)
            return
        body = self._scroll.widget()
        if self._list.cards and body is not None:
            top = self._list.cards[0].mapTo(body, QPoint(0, 0)).y()
            bar = self._scroll.verticalScrollBar()
            # A step of the bar is what is in sight; asking for the viewport costs 7 ms (see `nav`).
            if top + px(_NAME_OF_FIRST) <= bar.pageStep():
                bar.setValue(0)
            else:
                self._scroll.ensureVisible(0, top + px(_SEEN_OF_FIRST), 0, 0)
