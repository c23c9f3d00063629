"""One key hides the journal: every window goes away, and a neutral one stands where they were.

It is no lock. Whoever presses the key again, or the button, sees the journal. A lock uses the same
way with a window of its own, which alone can bring the others back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence, QPixmap, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QToolTip, QWidget
from shiboken6 import isValid
from typing_extensions import override

from homejournal.ui.base.clipboard import forget_copied
from homejournal.ui.base.keys import LONGEST_WAY_MS
from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import in_column, let_go
from homejournal.ui.widgets.layout.focus import go_on_in
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.records.plan import Strategy
    from homejournal.domain.today.reminders_and_timer import Reminder
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording


class AnyCover(QWidget):
    """A window that stands in the place of all others."""

    FOR_HELPER: ClassVar[bool] = False
    """Whether somebody who helps writes there."""
    ended = Signal()
    """The computer is being shut down; what is hidden has to end as well."""

    def take_focus(self) -> None:
        """Give the keyboard to what this window is for."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say something that tells nothing of the journal."""
        raise NotImplementedError

    def hear_key(self) -> None:
        """Hear the key that hides, where it does not bring the windows back."""

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            # Somebody closed it in a hurry. What is half typed behind it has to stay.
            event.ignore()
            self.showMinimized()
        else:
            self.ended.emit()
            self.deleteLater()  # and with it a password that was typed


class DayCover(AnyCover):
    """Today for somebody who helps, in the place of all other windows."""

    FOR_HELPER: ClassVar[bool] = True

    @property
    def shows_day(self) -> bool:
        """Return whether it shows the day, and not the neutral window."""
        raise NotImplementedError

    def is_of(self, journal: FamilyJournal) -> bool:
        raise NotImplementedError

    def add_above(self, bar: QWidget) -> None:
        """Put a bar above the day."""
        raise NotImplementedError

    def space_notices(self) -> None:
        """Leave room for what stands above the day, while something does."""
        raise NotImplementedError

    def go_to(self, strategy: Strategy) -> None:
        raise NotImplementedError

    def not_today(self, step: str, reminders: Sequence[Reminder]) -> bool:
        raise NotImplementedError


def opened_over(cover: QWidget) -> list[QWidget]:
    """Return what has opened over a window and is on the screen: dialogs and menus."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [window for window in shown if window is not cover and window_below(window) is cover]


def window_below(window: QWidget) -> QWidget:
    """Return the window that a dialog belongs to, or the window itself."""
    while (parent := window.parentWidget()) is not None:
        window = parent.window()
    return window


class Cover(AnyCover):
    """An empty window with a button to come back; its title says nothing of a journal."""

    back_wanted = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        blank = QPixmap(16, 16)
        blank.fill(Qt.GlobalColor.transparent)
        self.setWindowIcon(QIcon(blank))
        self.setWindowTitle(wording.text("Notes"))
        self.setAccessibleName(self.windowTitle())
        self.button = OnceButton(wording.text("Show"))
        self.button.clicked.connect(self.back_wanted)
        self._said = WrapLabel("", "muted")
        self._said.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._said.hide()
        column = in_column(edges=(px(24), px(24), px(24), px(24)), inside=self)
        column.addStretch(1)
        column.addWidget(self._said)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTrailing)

    @override
    def tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self, words)

    @override
    def take_focus(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


HIDE_KEY = "F9"
_FILLS_SCREEN = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


class Hiding(QObject):
    """There is one for all windows of the program; `here` returns it."""

    turned = Signal(bool)
    """Whether the windows are hidden now."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._hidden: list[QWidget] = []
        self._front: QWidget | None = None
        self._focus: QWidget | None = None
        self._was_in_front = False
        self._cover: AnyCover | None = None
        self._is_lock = False
        self._wording: Wording | None = None
        # A window is not taken away while Qt is still bringing it.
        self._late = one_shot(self, self._hide_late)
        # What was typed before the key is still on its way.
        self._moment = one_shot(self, self._on_moment, LONGEST_WAY_MS)
        self._key = QAction(self)
        self._key.setShortcut(QKeySequence(HIDE_KEY))
        # Heard over an open menu, too. A dialog shadows the window below, so each gets the key.
        self._key.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self._key.triggered.connect(self.turn)
        app.focusWindowChanged.connect(self._on_window)

    @classmethod
    def here(cls) -> Hiding:
        """Return the one of this program, which listens to the key from the first call on."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError(app)
        return app.findChild(cls) or cls(app)

    @property
    def is_on(self) -> bool:
        return self._cover is not None

    @property
    def cover(self) -> AnyCover | None:
        """Return what stands in the place of the windows, while they are hidden."""
        return self._cover

    def listen(self, window: QWidget, wording: Wording) -> None:
        """Listen to the key in a window and whatever opens over it, and speak its language."""
        self._wording = wording
        self._add_key(window)

    def turn(self) -> None:
        """Hide the windows, or bring them back unless they are locked."""
        if self.is_on:
            self.show_again()
        elif self._wording is not None:
            self.hide(self._wording)

    def hide(self, wording: Wording) -> None:
        """Put a neutral window in the place of all others; they keep what is typed in them."""
        if self.is_on:
            self.come_forward()
            return
        cover = Cover(wording)
        cover.back_wanted.connect(self.show_again)
        self._take_all_away(cover)

    def lock(self, cover: AnyCover) -> None:
        """Put a window in the place of all others that stays until `unlock`."""
        self._is_lock = True
        before, self._cover = self._cover, cover if self.is_on else None
        if before is None:
            self._take_all_away(cover)
            return
        forget_copied()  # a helper writes in what stood there
        cover.ended.connect(self._on_ended)
        self._add_key(cover)
        self._stand_like(before)
        for window in (*opened_over(before), before):
            window.hide()
        before.deleteLater()
        self.come_forward()

    def unlock(self) -> None:
        """Bring all windows back that a lock took away."""
        self._is_lock = False
        self.show_again()

    def _take_all_away(self, cover: AnyCover) -> None:
        _close_popups()
        QToolTip.hideText()
        forget_copied()
        self._front, self._focus = QApplication.activeWindow(), QApplication.focusWidget()
        self._was_in_front = False
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        self._hidden = sorted(shown, key=_depth)
        self._cover = cover
        self._cover.ended.connect(self._on_ended)
        self._add_key(self._cover)
        self._stand_like(window_below(self._front or self._hidden[0]))
        # Only now: the program ends with the last window on the screen.
        for window in reversed(self._hidden):
            window.hide()
        self._moment.start()
        self.come_forward()
        self.turned.emit(True)

    def come_forward(self) -> None:
        """Bring the neutral window to the front, as a second start of the program asks for."""
        if self._cover is not None:
            self._cover.setWindowState(self._cover.windowState() & ~Qt.WindowState.WindowMinimized)
            self._cover.raise_()
            self._cover.activateWindow()
            self._cover.take_focus()

    def show_again(self) -> None:
        """Bring back every window, the one that was in front, and the focus in it."""
        if self._is_lock and self._cover is not None:
            self._cover.hear_key()
            self.come_forward()
            return
        cover, self._cover = self._cover, None
        if cover is None:
            return
        # A dialog may have ended meanwhile, when its work was done.
        windows = [window for window in self._hidden if isValid(window)]
        for window in windows:
            _bring_back(window)
        let_go(cover)
        if windows:
            front = self._front if self._front in windows else windows[-1]
            front.raise_()
            front.activateWindow()
        if self._focus is not None and isValid(self._focus):
            go_on_in(self._focus)
        self._forget()
        self.turned.emit(False)

    def _stand_like(self, window: QWidget) -> None:
        if self._cover is not None:
            self._cover.setGeometry(window.geometry())
            self._cover.setWindowState(window.windowState())
            self._cover.show()

    def _forget(self) -> None:
        self._moment.stop()
        self._hidden, self._front, self._focus = [], None, None

    def _on_ended(self) -> None:
        windows, self._cover = self._hidden, None
        self._is_lock = False
        self._forget()
        for window in windows:
            if isValid(window) and isinstance(window, QMainWindow):
                window.close()

    def _on_window(self, window: QWindow | None) -> None:
        for widget in QApplication.topLevelWidgets():
            if window is not None and widget.windowHandle() is window:
                self._add_key(widget)
                if self._is_of_cover(widget):
                    self._was_in_front = True
                elif self.is_on:
                    self._late.start()

    def _hide_late(self) -> None:
        """Hide what has come up since, such as a dialog for a page that was still being made."""
        if self.is_on:
            self._hide_shown()
            self._moment.start()
            self.come_forward()

    def _hide_shown(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is None or not self._is_of_cover(popup):
            _close_popups()
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        for window in (widget for widget in shown if not self._is_of_cover(widget)):
            self._hidden.append(window)
            self._front, self._focus = window, None
            window.hide()

    def _is_of_cover(self, window: QWidget) -> bool:
        """Return whether it is the neutral window, or what has opened over it."""
        return self._cover is not None and window_below(window) is self._cover

    def _on_moment(self) -> None:
        """Remove hidden windows from the screen reader, and take the keyboard focus if needed.

        A hidden window is still announced; one that is destroyed is not.
        """
        QCoreApplication.sendPostedEvents()  # the last letters may have come just now
        cover = self._cover
        if cover is None:
            return
        self._hide_shown()  # such as a menu that the last letter opened
        # All of them: a dialog that comes up makes the window below it anew.
        for window in reversed(self._hidden):
            if isValid(window):
                window.destroy()
        if not self._was_in_front and not cover.isMinimized():
            self.come_forward()

    def _add_key(self, window: QWidget) -> None:
        """Let a window hear the key; a menu would show it as a line, and hears it by its window."""
        if not isinstance(window, QMenu) and self._key not in window.actions():
            window.addAction(self._key)


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _bring_back(window: QWidget) -> None:
    """Show a hidden window again in its old place and size.

    The window manager takes it for a new window and does not know them.
    """
    state, usual = window.windowState(), window.normalGeometry()
    if state & _FILLS_SCREEN:
        window.setWindowState(state & ~_FILLS_SCREEN)
        window.setGeometry(usual)
    else:
        window.move(window.pos())
    window.show()
    window.setWindowState(state)


def _depth(window: QWidget) -> int:
    """Return how many windows stand below a window: they are shown before it."""
    parent = window.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())
