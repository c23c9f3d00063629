"""Keeps shared folders in step while the window is open: read often, written now and then.

Folders are read and batches written on the worker; what came is taken in on the window's thread,
in steps so small that nobody who types notices. What another home asks to delete is told after it.
"""

import hashlib
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.records.record import Kind, RevisionId
from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.safe.sharing import children_came, copies_found
from homejournal.ui.base.page import Page
from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import on_worker
from homejournal.ui.kit.window_interface import OpenWindow, WindowNotice
from homejournal.ui.safe.copies.safety_checks import SafetyChecks
from homejournal.ui.widgets.cards.notice import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.safe.deleting_for_good import PurgeRequest
    from homejournal.domain.sharing.outgoing import SharingEntry
    from homejournal.services.safe.sharing.shared_folder import (
        SharedFolder,
        SyncRequest,
        SyncResult,
    )
    from homejournal.ui.base.desk import Desk


FIRST_MS = 5_000
EVERY_MS = 60_000
BETWEEN_BATCHES_S = 600
"""At most one batch in so many seconds, so that a folder of years has thousands of files."""


class SharingSync(QObject):
    """Belongs to one window."""

    looked = Signal()
    """A synchronization ended; the card on sharing shows the new state."""
    brought = Signal()
    """A synchronization ended, and brought something."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[SharingEntry] = []
        self._steps: Iterator[Change] | None = None
        self._kinds: set[Kind] = set()
        self._cloned = self._told = self._again = False
        self._wrote: dict[UUID, float] = {}
        self._more: set[UUID] = set()
        """The sharings of which more photos are still to come."""
        self._children: dict[UUID, UUID | None] = {}
        """New children from other homes, with their home."""
        self.failures: dict[UUID, Exception] = {}
        """Why the last synchronization failed, by sharing."""
        self._running: SharingEntry | None = None
        self._soon, self._next = one_shot(self, self.run), one_shot(self, self._on_next)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.run)
        if not window.is_example:
            self._soon.start(FIRST_MS)
            self._clock.start(EVERY_MS)
        window.closed.connect(self._on_closed)

    def run(self) -> None:
        """Synchronize all shared folders, one after the other."""
        journal = self._window.journal
        if self._running is None and journal.read_only_because is None:
            self._tell_of_copies()
            self._waiting = self._all()
            self._begin()

    def _tell_of_copies(self) -> None:
        """Say once that a sync program made conflict copies of the journal."""
        window, safety = self._window, self._window.findChild(SafetyChecks)
        found = [] if self._told else [copy.name for copy in window.journal.safe.copies.found()]
        if found and isinstance(safety, SafetyChecks):
            self._told = True
            text = window.desk.wording.text
            where = text("You can join it under “Keep it safe”. Nothing is lost by waiting.")
            safety.say(f"{copies_found(window.desk.wording, found)} {where}", NoticeKind.INFO)

    def sync_now(self) -> bool:
        """Synchronize now, also writing what is new; return whether that has begun.

        While a look is under way, which has read some folders already, another one follows it.
        """
        self._again = self._running is not None
        if not self._again:
            self._wrote.clear()
            self.run()
        return not self._again

    def at_closing(self) -> None:
        """Write what is new before the window closes."""
        from homejournal.services.safe.sharing.sync_run import run

        journal = self._window.journal
        if self._running is not None or journal.read_only_because is not None:
            return
        for shared in self._all():
            wish = journal.safe.sharing.wish(shared, self._window.desk.preferences.folder)
            if wish is not None and shared.id in self._wrote:
                try:
                    run(wish, journal.safe.sharing.folder_of(shared))
                except JournalError:  # the next start writes it
                    continue

    def _all(self) -> "list[SharingEntry]":
        """Return the sharings; none if the file cannot be read, which the checks tell."""
        try:
            return list(self._window.journal.safe.sharing.all())
        except JournalError:
            return []

    def _begin(self) -> None:
        self._running = self._waiting.pop(0) if self._waiting else None
        if self._running is None:
            if self._kinds:
                self._window.desk.editing.changed.emit(frozenset(self._kinds))
                self._kinds.clear()
                self.brought.emit()
            self._tell_of_children()
            self._ended()
            return
        desk, shared = self._window.desk, self._running
        sharing = desk.journal.safe.sharing
        wish = sharing.wish(shared, desk.preferences.folder, write=self._may_write(shared))
        if wish is None:
            self._begin()
            return
        work = on_worker(partial(_run, wish, sharing.folder_of(shared)))
        desk.worker.start(work, self._on_ran, self._on_failed)

    def _ended(self) -> None:
        """Emit `looked` once all folders are done, or start again if asked meanwhile."""
        if self._again and self._window.journal.read_only_because is None:
            self.sync_now()
            return
        self._again = False
        if self._more:
            self._soon.start(FIRST_MS)
        self.looked.emit()

    def _tell_of_children(self) -> None:
        """Say once which children are new and from which home."""
        if self._children:
            from homejournal.services.safe.sharing.shared_folder import names_by_home

            desk = self._window.desk
            came = names_by_home(self._children, desk.journal.family())
            said = " ".join(children_came(desk.wording, home, names) for home, names in came)
            if said:
                desk.editing.told.emit(said)
            self._children.clear()

    def _may_write(self, shared: "SharingEntry") -> bool:
        last = None if shared.id in self._more else self._wrote.get(shared.id)
        return last is None or time.monotonic() - last >= BETWEEN_BATCHES_S

    def _on_ran(self, ran: "SyncResult") -> None:
        self.failures.pop(ran.shared.id, None)
        if ran.refusal is not None:  # what came is taken in all the same
            self.failures[ran.shared.id] = ran.refusal
        if ran.written or ran.shared.id not in self._wrote:
            self._wrote[ran.shared.id] = time.monotonic()
        (self._more.add if ran.pictures.more else self._more.discard)(ran.shared.id)
        if ran.pictures.came:
            self._kinds.add(Kind.MEDIA)
        self._cloned = ran.cloned
        self._expect_children(ran)
        self._steps = self._window.journal.safe.sharing.take(ran)
        self._next.start(0)

    def _expect_children(self, ran: "SyncResult") -> None:
        from homejournal.services.safe.sharing.shared_folder import coming_children

        journal = self._window.journal
        folder, ours = journal.safe.sharing.folder_of(ran.shared), journal.settings.home
        self._children |= coming_children(ran, folder, journal.family(), ours)

    def _on_next(self) -> None:
        """Take in one small part, so that the window stays responsive."""
        try:
            change = next(self._steps, None) if self._steps else None
        except JournalError as failure:
            self._on_failed(failure)
            return
        if change is not None:
            self._kinds |= change.kinds
            self._next.start(0)
            return
        self._steps = None
        if self._cloned and self._running is not None:
            self._cloned = False
            self._window.journal.safe.sharing.take_new_device(self._window.desk.preferences.folder)
            self._waiting.insert(0, self._running)
        self._begin()

    def _on_failed(self, failure: Exception) -> None:
        """Remember what stood in the way; the next run tries again."""
        self._steps = None
        if self._running is not None:
            self.failures[self._running.id] = failure
            self._more.discard(self._running.id)
        self._begin()

    def _on_closed(self) -> None:
        for timer in (self._soon, self._clock, self._next):
            timer.stop()


def _run(wish: "SyncRequest", folder: "SharedFolder") -> "SyncResult":
    from homejournal.services.safe.sharing.sync_run import run

    return run(wish, folder)


_TOLD = "sharing/asked_to_delete_told"
"""Preference: the requests that were announced already."""


class DeletionRequestNotice(WindowNotice):
    """Looks for requests after each synchronization of the shared folders."""

    def __init__(self, window: "OpenWindow", runs: "SharingSync") -> None:
        super().__init__(window)
        self._asked: tuple[PurgeRequest, ...] = ()
        runs.looked.connect(self.look)
        runs.brought.connect(self._show_anew)

    def look(self) -> None:
        """Read the requests, and announce new ones."""
        desk = self._window.desk
        try:
            asked = desk.journal.safe.purging.requests() if desk.can_write else ()
        except JournalError:  # the page that shows them says so
            return
        before, self._asked = self._asked, asked
        if asked == before:
            return
        now = _ids(asked)
        mark = hashlib.sha256(b"".join(sorted(now))).hexdigest()[:16] if now else None
        is_new = mark != desk.preferences.remembered(_TOLD) and bool(now - _ids(before))
        desk.preferences.remember(_TOLD, mark)
        if not asked:
            self.forget()
        elif is_new:
            self._tell_who_asks()
        self._show_anew()

    def _show_anew(self) -> None:
        for page in self._window.findChildren(Page):
            page.others_wrote()

    def _tell_who_asks(self) -> None:
        wording = self._window.desk.wording
        sentence = f"{who_asks(self._window.desk, self._asked)} {said.asks_where(wording)}"
        self.tell(sentence, wording.text("Look at it…"))

    @override
    def _on_read(self) -> None:
        super()._on_read()
        self._window.open_page("safe", "deleting")


def who_asks(desk: "Desk", asked: "Collection[PurgeRequest]") -> str:
    """Return a sentence that says which homes ask."""
    homes = desk.journal.family().homes
    known = [homes.get(request.home) for request in asked]
    return said.asks_said(desk.wording, [home.name if home else None for home in known])


def _ids(asked: "Collection[PurgeRequest]") -> "set[RevisionId]":
    return {id_ for request in asked for id_ in request.ids}
