"""What stands around every page: navigation, child, tabs, the sentences above it, the toast."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)
from typing_extensions import override

from homejournal.texts.wording import Wording
from homejournal.ui.kit.window_interface import OpenFrame
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind, Toast
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.layout.focus import has_focus_inside, show_focus, tab_as_read
from homejournal.ui.widgets.layout.scroll_areas import NoticeArea, side_edge
from homejournal.ui.widgets.wrapping_labels import announce, line_label
from homejournal.ui.window.child_switch import ChildSwitch
from homejournal.ui.window.places import PLACES, place_of, tabs_shown
from homejournal.ui.window.side_bar import SideNav

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from homejournal.ui.base.editing import Editing
    from homejournal.ui.base.page import Page


_BESIDE_WORDS = 8
"""What is free beside the words of a tab, in pixels at 100 %; they begin where the page does."""


class PageTabs(QWidget):
    """Hidden for a place with one page; `chosen` carries the name of the page a person wants."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs: tuple[tuple[str, str], ...] = ()
        self.bar = _Bar(self)
        self._row = in_row(self.bar, inside=self)
        self._row.addStretch(1)
        self.bar.currentChanged.connect(self._on_current)
        self.setFocusProxy(self.bar)
        self.setMinimumWidth(1)
        self.hide()

    def show_tabs(self, tabs: "Sequence[tuple[str, str]]", page: str) -> None:
        """Show the pages of a place, each with its words, and which of them is open."""
        with QSignalBlocker(self.bar):
            if tuple(tabs) != self._tabs:
                self._tabs = tuple(tabs)
                self._fill()
            for at, (name, _) in enumerate(tabs):
                if name == page:
                    self.bar.setCurrentIndex(at)
        self.setVisible(bool(tabs))

    def _fill(self) -> None:
        while self.bar.count():
            self.bar.removeTab(0)
        for at, (_, words) in enumerate(self._tabs):
            self.bar.addTab("")
            self.bar.setAccessibleTabName(at, words)
        self._fit()

    def _fit(self) -> None:
        """Give the words one line, or two where there is little room, or else as much as fits."""
        edge = max(0, side_edge(self.width()) - px(_BESIDE_WORDS))
        self._row.setContentsMargins(edge, px(4), edge, 0)
        room = self.width() - 2 * edge
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        if not self._fits(room, lines=1) and not self._fits(room, lines=2):
            self.bar.setElideMode(Qt.TextElideMode.ElideRight)
            self._fits(room, lines=1)
        self.bar.updateGeometry()  # Qt forgets to where it is not shown yet

    def _fits(self, room: int, *, lines: int) -> bool:
        for at, (_, words) in enumerate(self._tabs):
            shown = words if lines == 1 else _in_two_lines(words)
            self.bar.setTabText(at, shown.replace("&", "&&"))
        return self.bar.sizeHint().width() <= room

    def _on_current(self, at: int) -> None:
        if at >= 0:
            self.chosen.emit(self._tabs[at][0])

    @override
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.__dict__.get("_tabs"):
            self._fit()


class _Bar(QTabBar):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of a tab; Qt forgets the second line."""
        lines = 1 + max(self.tabText(at).count("\n") for at in range(self.count()))
        one = super().tabSizeHint(index)
        return one + QSize(0, (lines - 1) * self.fontMetrics().height())

    @override
    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Leave the wheel to what scrolls: nobody means to open another page with it."""
        event.ignore()


def _in_two_lines(words: str) -> str:
    """Return words with a break at the blank that makes both lines about equally long."""
    blanks = [at for at, letter in enumerate(words) if letter == " "]
    if not blanks:
        return words
    middle = min(blanks, key=lambda at: abs(2 * at - len(words)))
    return f"{words[:middle]}\n{words[middle + 1 :]}"


class WindowFrame(OpenFrame):
    """Built anew for each language; knows no journal."""

    own_wanted = Signal()
    """From the example to the family's own journal."""
    again_wanted = Signal()
    """To save once more what the disk refused."""

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        # In its place from the start: Qt looks up the style of each part anew wherever they move.
        super().__init__(parent)
        self._wording, self._waits = wording, False
        text = wording.text
        self.nav = SideNav(text("Pages"), text("open now"), self)
        self._brand = line_label(text("homejournal"), "brand")
        self.switch = ChildSwitch(wording)
        self.nav.top.addWidget(self._brand)
        self.nav.only_wide = self._brand
        self.nav.top.addWidget(self.switch)
        for place in PLACES:
            at_foot = place is PLACES[-1]
            self.nav.add_place(place.name, place.title(wording), place.icon, foot=at_foot)
        self._right = QWidget(self)
        self.tabs = PageTabs(self._right)
        self.stack = QStackedWidget(self._right)
        self._lay_out()
        self.toast = Toast(self._right)

    def _lay_out(self) -> None:
        self._column = in_column(inside=self._right)
        self._column.setSpacing(0)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self.stack, 1)
        row = in_row(inside=self)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self._right, 1)
        self.setMinimumWidth(1)
        self._right.setMinimumWidth(1)

    @cached_property
    def example(self) -> Notice:
        """Return the notice that this is the example family, with the way to an own journal."""
        text = self._wording.text
        own = text("Start our own journal")
        return self._notice(text("Example family. Try everything."), NoticeKind.INFO, own)

    @cached_property
    @override
    def read_only(self) -> Notice:
        return self._notice("", NoticeKind.CAREFUL)

    @cached_property
    def failure(self) -> Notice:
        """Return the notice that says what could not be done."""
        notice = self._notice("", NoticeKind.CAREFUL, self._wording.text("OK"))
        notice.pressed.connect(self._on_failure_read)
        return notice

    @cached_property
    def _above(self) -> NoticeArea:
        """Return the place of what stands above the pages; most windows never need it."""
        area = NoticeArea(self._right)
        area.column.setSpacing(px(8))
        self._column.insertWidget(0, area)
        return area

    def _notice(self, text: str, kind: NoticeKind, button: str = "") -> Notice:
        notice = Notice(text, kind, button, slim=True)
        notice.hide()
        self._above.column.addWidget(notice)
        QWidget.setTabOrder(self.nav.button(PLACES[-1].name), notice.button)  # it is above the tabs
        return notice

    @override
    def add_above(self, bar: QWidget) -> None:
        self._above.column.addWidget(bar)

    def show_notices(self, *, example: bool, read_only: str) -> None:
        """Say above every page that this is an example, or why nothing can be written."""
        if example:
            self.example.show()
            self.example.pressed.connect(self.own_wanted, Qt.ConnectionType.UniqueConnection)
        if read_only:
            self.read_only.set_text(read_only)
        self.space_notices()

    def say_failure(self, sentence: str, *, waits: bool = False) -> None:
        """Say above the page what could not be done and what to do about it.

        Where it `waits` to be saved, the button tries that again.
        """
        self._waits, text = waits, self._wording.text
        self.failure.set_text(sentence, text("Try again") if waits else text("OK"))
        self.toast.dismiss()  # what it says was saved is an earlier step
        self.space_notices()

    @property
    def shows_waiting(self) -> bool:
        """Return whether it stands above the page that something waits to be saved."""
        return self._waits and not self.failure.isHidden()

    def _on_failure_read(self) -> None:
        if self._waits:
            self.again_wanted.emit()
        else:
            self.forget_failure()

    def forget_failure(self) -> None:
        """Take the sentence away: it was read, or something was saved since."""
        if "failure" in self.__dict__:
            self.failure.hide()
        self.space_notices()

    def tell_of(self, editing: "Editing") -> None:
        """Say what is done, taken back and done again from now on."""
        editing.done.connect(self.say_done)
        editing.undone.connect(self.say_undone)
        editing.redone.connect(self.say_redone)

    def say_done(self, words: str) -> None:
        """Say that something was saved, with Undo."""
        self.forget_failure()
        self.toast.show_text(words, self._wording.text("Undo"))

    def say_undone(self, words: str) -> None:
        self.forget_failure()
        self.toast.show_text(self._wording.text("Undone: {step}", step=words))

    def say_redone(self, words: str) -> None:
        self.forget_failure()
        self.toast.show_text(self._wording.text("Done again: {step}", step=words))

    def show_page(self, page: "Page", name: str, waiting: "Collection[str]") -> None:
        """Bring a page to the front and say which it is; the first start has no navigation."""
        in_tabs = self.show_place(name, waiting)
        known = self.stack.currentWidget() is page
        self.stack.setCurrentWidget(page)
        self.space_notices()
        if known:
            return
        announce(self.stack, page.title)
        if in_tabs or not has_focus_inside(page):
            self._leave_hidden(name)

    def show_place(self, name: str, waiting: "Collection[str]") -> bool:
        """Show the place and the tabs of a page; return whether somebody goes through the tabs.

        Pages that are `waiting` have no tab yet.
        """
        place, said = place_of(name), self._wording
        self.nav.setVisible(place is not None)
        self.nav.set_current(place.name if place is not None else "")
        shown = tabs_shown(place, name, waiting) if place is not None else ()
        tabs = [(one, place.tabs[one](said)) for one in shown] if place is not None else []
        had_focus = self.tabs.bar.hasFocus()
        if had_focus and not tabs:
            self.tabs.bar.clearFocus()  # or Qt would give it to whatever comes next
        self.tabs.show_tabs(tabs, name)
        return had_focus and bool(tabs)

    def _leave_hidden(self, name: str) -> None:
        """Take the focus from the field that had it, or Qt would give it to whatever comes first.

        It goes to where it says which page is open: to its tab, or to its place.
        """
        place = place_of(name)
        if place is None or name not in place.tabs:
            return
        if self.tabs.isHidden():
            self.nav.button(place.name).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Let Tab go on as one reads, also to what was made since the page was opened."""
        page = self.stack.currentWidget()
        if page is not None:
            tab_as_read(page)
        moved = super().focusNextPrevChild(next)
        show_focus(self)
        return moved

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.nav.fit(self.width())
        self.space_notices()

    @override
    def space_notices(self) -> None:
        if "_above" not in self.__dict__:
            return
        self._above.setVisible(self._above.holds_any)
        side, bar = side_edge(self._right.width()), self._wide_bar()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (bar, 0) if mirrored else (0, bar)
        self._above.column.setContentsMargins(side + left, px(8), side + right, 0)
        self._above.fit()

    def _wide_bar(self) -> int:
        """Return how wide the bar is that the page scrolls with: its cards end beside it."""
        page, here = self.stack.currentWidget(), Qt.FindChildOption.FindDirectChildrenOnly
        area = page.findChild(QScrollArea, options=here) if page is not None else None
        if area is None:
            return 0
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self.space_notices, Qt.ConnectionType.UniqueConnection)
        return bar.sizeHint().width() if bar.maximum() else 0
