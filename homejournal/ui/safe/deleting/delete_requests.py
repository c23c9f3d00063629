"""The window's notice that another home asks to delete something here, too."""

import hashlib
from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.safe import deleting_for_good as said
from homejournal.ui.base.page import Page
from homejournal.ui.kit.window_notice import WindowNotice

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.domain.records.record import RevisionId
    from homejournal.domain.safe.deleting_for_good import PurgeRequest
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.kit.window_interface import OpenWindow
    from homejournal.ui.safe.sharing.sync import SharingSync

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
