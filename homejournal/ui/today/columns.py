"""The column of a day, and what stands beside it in a wide window: the next visit, memories."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from homejournal.texts import day_page as said
from homejournal.ui.base.preferences import TodayExtra
from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import icon_button, make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import in_row, inset
from homejournal.ui.widgets.layout.focus import (
    FirstKeyShows,
    focus_inside,
    has_focus_inside,
    show_focus,
)
from homejournal.ui.widgets.layout.scroll_areas import PAGE_EDGE, ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from homejournal.domain.records.notes import Note
    from homejournal.domain.today.day_page import NextVisit, TodayState
    from homejournal.services.timeline import Remembered
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.today.open_questions import TodayAsked

WIDE_FROM, WIDE = 1320, 330
"""From this width of the window it is there, and how wide it is, in pixels at 100 %."""
_MOST_LETTERS = 220
_FOOT = 56
"""So much stays free under the day: what a toast takes that says what was saved."""


class DayColumn(ScrollColumn):
    """The parts of a day, which is scrolled once they have their places."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        edges = self.column.contentsMargins()
        self.column.setContentsMargins(edges.left(), edges.top(), edges.right(), px(_FOOT))
        self._seen: QWidget | None = None
        self._soon = one_shot(self, self._see)

    def show_soon(self, part: QWidget) -> None:
        """Scroll to a part once it has its place."""
        self._seen = part
        self._soon.start()

    def begin_soon(self) -> None:
        """Begin at the title, unless a part is to be shown; the first key shows what it acts on."""
        self._soon.start()

    def _see(self) -> None:
        part, self._seen = self._seen, None
        if part is not None:
            self.show_whole(part)
            if has_focus_inside(part):  # in a window with less room than the part needs
                show_focus(part)
            return
        self.verticalScrollBar().setValue(0)
        if (focused := focus_inside(self)) is not None:
            FirstKeyShows(focused)


class DayColumns(QObject):
    """The column of a day, and a second one beside it where there is room."""

    visit_page_wanted = Signal()

    def __init__(self, desk: "Desk", page: QWidget, day: DayColumn, asked: "TodayAsked") -> None:
        """`asked` are the open questions, which stand in the second column where there is one."""
        super().__init__(page)
        self._desk, self._page, self._day, self._asked = desk, page, day, asked
        self._row = in_row(day, inside=page, grow=day)
        self._home = 0
        """Where the open questions stand in the day."""
        self._side: SideColumn | None = None

    @property
    def are_two(self) -> bool:
        """Return whether the second column is shown."""
        return self._side is not None and not self._side.isHidden()

    def share(self, *, wide: bool) -> bool:
        """Show two columns or one; return whether that is another number than before."""
        if wide and self._side is None:
            self._side = SideColumn(self._desk, self._page)
            self._side.visit_page_wanted.connect(self.visit_page_wanted)
            self._row.addWidget(self._side)
            self._row.addStretch()
        if self._side is None or wide is not self._side.isHidden():
            return False
        self._side.setVisible(wide)
        self._day.keep_narrow(narrow=wide)
        if wide:
            self._home = self._day.column.indexOf(self._asked)
            self._side.take_questions(self._asked)
        else:
            self._day.column.insertWidget(self._home, self._asked)
        return True

    def show_day(self, child: "UUID", state: "TodayState") -> None:
        if self._side is not None and self.are_two:
            self._side.show_visit(state.next_visit, state.today)
            self._side.look_back(child, state.day)


class SideCard(Card):
    """A heading, a few words, and where they are from."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = WrapLabel("", most=_MOST_LETTERS)
        self.source = WrapLabel("", "small")
        self.body.addWidget(self.words)
        self.body.addWidget(self.source)
        self.hide()

    def show_words(self, words: str, source: str) -> None:
        """Show the words, or nothing where there are none."""
        self.words.setText(words)
        self.source.say(source)
        self.setVisible(bool(words))


class SideColumn(ScrollColumn):
    """At most four things, each only where there is something to say.

    Nothing of a child whose journal is put away, no private note and no concern is among them.
    """

    visit_page_wanted = Signal()

    def __init__(self, desk: "Desk", parent: QWidget) -> None:
        super().__init__(parent, widest=WIDE - PAGE_EDGE, edge=0)
        self.column.setContentsMargins(inset(0, px(16), px(PAGE_EDGE), px(88)))
        self._desk = desk
        text = desk.wording.text
        self._coming = SideCard(text("Next visit"))
        page = make_button(text("See the visit page"), on=self.visit_page_wanted)
        self._coming.body.addWidget(page, 0, Qt.AlignmentFlag.AlignLeading)
        self._celebration = SideCard(text("To celebrate"))
        self._then = SideCard(text("Three months ago you wrote"))
        never = icon_button("x", text("Do not show this any more"))
        never.clicked.connect(self._on_never)
        self._then.add_corner(never)
        self.setFixedWidth(px(WIDE))
        self.add(self._coming, self._celebration, self._then)

    def take_questions(self, asked: "TodayAsked") -> None:
        """Take the open questions of professionals, which stand in the day where that is narrow."""
        self.column.insertWidget(1, asked)

    def show_visit(self, coming: "NextVisit | None", today: "date") -> None:
        """Show the next visit, and what to bring."""
        words = said.visit_said(self._desk.wording, coming, today) if coming else ""
        self._coming.show_words(said.capitalized(words), "")

    def look_back(self, child: "UUID", day: "date") -> None:
        """Look for what was celebrated last, and what was written three months before a day."""
        self._show(self._desk.journal.memories.before(child, day))

    def _show(self, found: "Remembered") -> None:
        self._celebration.show_words(*self._told(found.celebration))
        wanted = self._desk.preferences.is_wanted(TodayExtra.MEMORIES)
        self._then.show_words(*self._told(found.then if wanted else None))

    def _told(self, note: "Note | None") -> tuple[str, str]:
        if note is None:
            return "", ""
        return note.text.strip(), said.capitalized(self._desk.wording.full_day(note.day))

    def _on_never(self) -> None:
        self._desk.preferences.want(TodayExtra.MEMORIES, wanted=False)
        self._then.hide()
