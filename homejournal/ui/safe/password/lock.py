"""Locks an encrypted journal: hides its windows, closes its file and forgets its key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.records.record import Kind
from homejournal.services.safe.unlocking import Unlocking
from homejournal.texts.day_page import kept_at_lock
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.base.files import OpenedFiles
from homejournal.ui.base.second_place import places_of
from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import WhenIdle, Worker, on_worker
from homejournal.ui.hiding import AnyCover, Hiding
from homejournal.ui.safe.password.unlock_form import UnlockForm
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.preferences import Preferences
    from homejournal.ui.kit.window_interface import OpenWindow

LOCK_AFTER = "lock/minutes"
"""Preference: after how many idle minutes the journal locks itself."""
CHOICES = (0, 5, 15, 30, 60)
_MINUTE_MS = 60_000
_AT_WORK = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)


def lock_after(preferences: "Preferences") -> int:
    """Return after how many idle minutes the journal locks itself, 0 for never."""
    said = preferences.remembered(LOCK_AFTER) or ""
    minutes = int(said) if said.isdecimal() else 0
    return minutes if minutes in CHOICES else 0


class LockCover(AnyCover):
    """Replaces all windows while the journal is locked, and asks for the password."""

    def __init__(self, wording: "Wording", unlocking: Unlocking, *, helped: bool) -> None:
        super().__init__()
        text = wording.text
        self._worker = Worker(self)
        self.setWindowTitle(text("homejournal"))
        self._title = text("The journal is locked")
        self.form = UnlockForm(wording, unlocking, self._worker)
        self.leave = OnceButton(text("Close homejournal"))
        set_look(self.leave, "link")
        self.leave.clicked.connect(self.close)
        foot = FlowRow(self.leave, gap=8)
        scroll = ScrollColumn(edge=28, widest=460)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)  # in a wide window, too
        scroll.column.setContentsMargins(px(28), px(16), px(28), px(24))
        scroll.column.insertStretch(0, 1)
        scroll.column.setStretch(1, 2)
        self._said = WrapLabel("", "muted")
        self._said.hide()
        scroll.add(WrapLabel(self._title, "title"), self._said)
        scroll.add(
            WrapLabel(kept_at_lock(wording, helped=helped), "muted"),
            self.form,
            foot,
        )
        in_column(scroll, inside=self, edges=(0, px(24), 0, 0))

    @override
    def take_focus(self) -> None:
        self.form.ask_for_password()
        announce(self, self._title)

    @override
    def tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self, words)

    def end(self) -> None:
        """End the worker that derives keys."""
        self._worker.close()


class Locking(QObject):
    """Locks the journal of one window."""

    begins = Signal()
    """The journal is being locked: dialogs that hold its key close now."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._cover: LockCover | None = None
        self._idle = one_shot(self, self.lock)
        self._until_free = WhenIdle(window.desk.worker, self._close_file, self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._on_window)
        window.closed.connect(self._on_closed)
        self.follow()

    @property
    def is_on(self) -> bool:
        return self._cover is not None

    def follow(self) -> None:
        """Follow the setting after how many idle minutes the journal locks itself."""
        minutes = lock_after(self._window.desk.preferences)
        self._idle.stop()
        if minutes and self._window.journal.safe.password.is_set:
            self._idle.start(minutes * _MINUTE_MS)
            self._on_window(QApplication.focusWindow())

    def tidy(self) -> None:
        """Finish, on the worker, what a killed program left half encrypted."""
        journal = self._window.journal
        self._window.desk.worker.start(
            on_worker(partial(_tidy, journal)), self._on_tidy, self._on_tidy
        )

    def _on_tidy(self, _answer: object) -> None:
        """Ignore it: the next start tries again."""

    def lock(self) -> None:
        """Keep typed text, hide every window, and close the file."""
        if self.is_on or not self._window.journal.safe.password.is_set:
            return
        self._idle.stop()
        self.begins.emit()
        self._keep_words()
        for files in self._window.findChildren(OpenedFiles):
            files.forget()
        window, before = self._window, Hiding.here().cover
        unlocking = Unlocking(window.journal.folder, window.journal.safe.settings)
        helped = before is not None and before.FOR_HELPER
        self._cover = LockCover(window.desk.wording, unlocking, helped=helped)
        self._cover.form.opened.connect(self._on_key)
        self._cover.form.repair_wanted.connect(self._on_repair)
        Hiding.here().lock(self._cover)
        self._until_free.wait()

    def _keep_words(self) -> None:
        """Keep typed text as drafts in the journal; what cannot be kept stays in the windows."""
        if self._window.page is not None:
            self._window.page.keep_typing()
        for widget in QApplication.topLevelWidgets():
            for kept in widget.findChildren(FieldDraft):
                kept.keep()

    def _close_file(self) -> None:
        self._window.journal.safe.password.lock_up()

    def _on_key(self, key: bytes, password: str) -> None:
        service = self._window.journal.safe.password
        self._until_free.stop()
        try:
            if service.is_locked:
                service.unlock(key)
                self._window.desk.editing.changed.emit(frozenset(Kind))
            if password:
                service.change(password, places_of(self._window.desk))
        except JournalError as failure:
            if self._cover is not None:
                self._cover.form.say(failure)
            return
        cover, self._cover = self._cover, None
        if cover is not None:
            cover.end()
        Hiding.here().unlock()
        self._window.follow_day()
        self.follow()

    def _on_repair(self) -> None:
        """Open the journal anew, which leads to its repair."""
        cover = self._cover
        self._window.reopen_wanted.emit(self._window)
        if cover is not None:
            cover.close()

    def _on_window(self, handle: QObject | None) -> None:
        if handle is not None and lock_after(self._window.desk.preferences):
            handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AT_WORK and self._idle.isActive():
            self._idle.start()
        return False

    def _on_closed(self, _window: object) -> None:
        self._idle.stop()
        self._until_free.stop()
        if self._cover is not None:
            self._cover.end()


def _tidy(journal: "FamilyJournal") -> None:
    journal.safe.password.tidy()
    journal.safe.plain_copies.tidy()


def locking_of(window: "OpenWindow | QWidget") -> Locking:
    found = window.findChild(Locking)
    return found if found is not None else Locking(window)  # type: ignore[arg-type]
