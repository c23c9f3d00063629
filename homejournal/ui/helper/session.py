"""While a helper writes: who writes at this computer, the window they see, and what comes after."""

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from homejournal.ui.base.desk import Desk
from homejournal.ui.helper.cover_window import HelperCover
from homejournal.ui.helper.saving import HelperDesk
from homejournal.ui.hiding.hide_windows import Hiding
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.today.page import TodayPage

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.ui.kit.window_interface import OpenWindow


class ForHelper(QObject):
    """While it lasts somebody else writes, and what they wrote is told in the end."""

    def __init__(self, window: "OpenWindow", child: "UUID", helper: "UUID | None") -> None:
        super().__init__(window)
        self._window = window
        if window.page is not None:
            window.page.put_down()
        desk = {one.name: getattr(window.desk, one.name) for one in fields(Desk)}
        self._cover: HelperCover | None = HelperCover(HelperDesk(**desk, who=helper), child)
        self._cover.back_wanted.connect(self._on_back)
        self._cover.left.connect(self._on_left)
        self._cover.keys.add_looks(window.menus.lines.values())
        self._written, self._unfinished = 0, dict[str, str]()
        window.installEventFilter(self)
        Hiding.here().turned.connect(self._on_turned)
        Hiding.here().lock(self._cover)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save what is typed before the journal is closed with its window."""
        if event.type() == QEvent.Type.Close and self._cover is not None:
            self._cover.day.put_down()
        return False

    def _on_back(self) -> None:
        """Bring the windows back, after the password where there is one."""
        if self._window.journal.safe.is_encrypted:
            locking_of(self._window).lock()
        else:
            Hiding.here().unlock()

    def _on_left(self) -> None:
        if self._cover is not None:
            self._written, self._unfinished = self._cover.written, self._cover.day.unfinished()
        self._cover = None

    def _on_turned(self, hidden: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Say what was written meanwhile, and show what could not be saved, to be gone on with."""
        if hidden or self._cover is not None:
            return
        self._show(self._unfinished)
        if self._written:
            words = self._window.desk.wording.count(
                "{n} thing was written meanwhile. Undo takes it back.",
                "{n} things were written meanwhile. Undo takes back the last one.",
                self._written,
            )
            self._window.frame.toast.show_text(words)
        self._window.follow_day()
        self.deleteLater()

    def _show(self, unfinished: Mapping[str, str]) -> None:
        """Let Today stand with the words that a helper could not save."""
        if unfinished:
            self._window.open_page("today")
            if isinstance(self._window.page, TodayPage):
                self._window.page.go_on_with(unfinished)
