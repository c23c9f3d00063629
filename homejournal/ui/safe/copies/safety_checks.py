"""Keeps the journal safe while its window is open: copies, room on the disk, a look at its file.

All of it begins a while after the start, on the worker, and none of it ever stops anybody.
"""

from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from typing_extensions import override

from homejournal.domain.errors import JournalDamagedError, JournalError
from homejournal.domain.safe.copy_comparison import RestoredMedia
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.backups import (
    carried_said,
    long_without_said,
    long_without_second_said,
    media_gone,
    no_second_said,
    place_left_said,
    reserve_said,
)
from homejournal.texts.safe.deleting_for_good import all_gone_said
from homejournal.ui.base.page import Page
from homejournal.ui.base.second_place import (
    FAILING,
    adopt_places,
    chosen_place,
    may_be_told,
    not_there_since,
    remember_there,
)
from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import Task, on_worker
from homejournal.ui.kit.window_interface import OpenWindow, WindowNotice
from homejournal.ui.widgets.cards.notice import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.storage.file.disk import GoesOn


class LookResult(NamedTuple):
    """Whether the file is sound, and why copies could not be made.

    `failure` is why no copy could be made here, `second` why none could go to the second place,
    where that was `reached`.
    """

    is_sound: bool
    failure: Exception | None = None
    reached: bool = False
    second: Exception | None = None


def look_at(
    journal: "FamilyJournal", place: "SecondPlace | None", task: "Task", *, glance: bool
) -> LookResult:
    """Do what is due; a copy that cannot be made stops nothing and is told in the result."""
    safe = journal.safe
    if glance and not safe.checkup.is_sound_at_first(journal.today(), task.goes_on):
        return LookResult(is_sound=False)
    failure = _failure_of(partial(_copy_here, journal, task.goes_on))
    if isinstance(failure, JournalDamagedError):
        return LookResult(is_sound=False)
    if place is None or not place.is_there:
        safe.backups.media.keep_whole((), task.goes_on)
        return LookResult(is_sound=True, failure=failure)
    second = _failure_of(partial(place.take_if_due, safe.backups.here(), task.goes_on))
    safe.backups.media.keep_whole([place.folder.path], task.goes_on)
    return LookResult(is_sound=True, failure=failure, reached=True, second=second)


def look_first(journal: "FamilyJournal", task: "Task") -> bool:
    """Return whether a large file is as it was written, and reserve disk space.

    Where there is no room, the next look tells.
    """
    if not journal.safe.checkup.is_proved_sound(journal.today(), task.goes_on):
        return False
    if journal.read_only_because is None:
        _failure_of(journal.safe.reserve.hold)
    return True


def _copy_here(journal: "FamilyJournal", goes_on: "GoesOn") -> None:
    journal.safe.reserve.hold()
    journal.safe.backups.make_if_due(goes_on)


def _failure_of(work: "Callable[[], None]") -> Exception | None:
    """Call it, and return the JournalError it raised, if any."""
    try:
        work()
    except JournalError as failure:
        return failure
    return None


ROOM_MS = 1_000
"""When, after the start, disk space is reserved for a disk that gets full."""
FIRST_MS = 15_000
EVERY_MS = 30 * 60_000
QUIET_MS = 5_000
"""How long after the last save the proof of the file is written again, in case of a power cut."""
ERASED = "erased"
"""Preference: a whole journal was deleted, which is still to be said."""
_ASKED = "copies/second_place_asked"
_CARRIED = "copies/carried_told"
_LOST = "copies/lost_photos_told"
_LETTERS = 12
"""So many letters of a hash identify a photo."""
_WEEK = timedelta(days=7)


class SafetyChecks(WindowNotice):
    """Belongs to one window."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._first, self._soon = one_shot(self, self.look_first), one_shot(self, self.look)
        self._quiet = one_shot(self, self._keep_proof)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look)
        self._has_looked = False
        self._known = window.journal.settings.id
        if not window.is_example:
            self._first.start(ROOM_MS if window.journal.safe.checkup.is_proved else 0)
            self._soon.start(FIRST_MS)
            self._clock.start(EVERY_MS)
            self._tell_what_went()
        window.desk.editing.changed.connect(self._on_changed)
        window.desk.editing.told.connect(self._on_told)
        window.desk.editing.failed.connect(self._on_refused)
        window.desk.worker.failed.connect(self._on_work_failed)
        self.show_damage_if_any()

    def look_first(self) -> None:
        """Read a large file whole, and reserve disk space; a later look says what failed."""
        work = partial(look_first, self._window.journal)
        self._window.desk.worker.start(work, self._on_first, self._on_failed)

    def _on_first(self, is_sound: bool) -> None:  # noqa: FBT001 - what the worker answers
        if not is_sound:
            self._on_damage()

    def _on_damage(self) -> None:
        self._window.journal.safe.checkup.note_damage()
        self.show_damage()

    def _on_kept(self, _answer: None) -> None:
        """Say nothing: it is done."""

    def look(self) -> None:
        """Check the file once, reserve disk space, and make the copies that are due."""
        journal = self._window.journal
        self.show_damage_if_any()  # what a page found is said here, too
        if journal.read_only_because is None and journal.safe.can_be_copied:
            place = chosen_place(self._window.desk)
            work = partial(look_at, journal, place, glance=not self._has_looked)
            self._window.desk.worker.start(work, self._on_looked, self._on_failed)

    def show_damage_if_any(self) -> None:
        if isinstance(self._window.journal.read_only_because, JournalDamagedError):
            self.show_damage()

    def show_damage(self) -> None:
        """Say that the journal is damaged, with the way to its repair.

        From then on it is only read, and what is shown is made from what is genuine.
        """
        window, wording = self._window, self._window.desk.wording
        failure = JournalDamagedError(window.journal.folder)
        banner = window.frame.read_only
        sentence = explain(wording, failure, in_window=False)
        if banner.text() != sentence or banner.button.isHidden():
            banner.set_text(sentence, wording.text("Repair the journal…"))
            banner.pressed.connect(self._on_repair, Qt.ConnectionType.UniqueConnection)
            window.journal.safe.checkup.read_what_is_genuine()
        banner.show()
        window.frame.space_notices()
        window.menus.allow(window.page, can_write=False)
        for page in window.findChildren(Page):
            with suppress(JournalDamagedError):  # what does not even read any more is told above
                page.heard(None)  # each shows by itself that it is only read

    def _on_work_failed(self, failure: Exception) -> None:
        """Say that the journal is damaged, where work on the worker found that."""
        if isinstance(failure, JournalDamagedError):
            self.show_damage_if_any()

    def _on_repair(self) -> None:
        self._window.open_page("safe", "repair")

    def _tell_what_went(self) -> None:
        """Say once, in the first window afterwards, that a whole journal was deleted."""
        desk = self._window.desk
        if desk.preferences.remembered(ERASED):
            desk.preferences.remember(ERASED, None)
            self.say(all_gone_said(desk.wording), NoticeKind.INFO)

    def _on_looked(self, looked: "LookResult") -> None:
        is_first, self._has_looked = not self._has_looked, True
        if not looked.is_sound:
            self._on_damage()
            return
        if is_first:
            self._take_up_newer()
        desk, today = self._window.desk, self._window.journal.today()
        preferences = desk.preferences
        if looked.reached:
            remember_there(desk, looked.second)
        if looked.failure is None:
            preferences.remember(FAILING, None)
        elif preferences.remembered(FAILING) is None:
            preferences.remember(FAILING, today.isoformat())
        self._tell_one_thing(today)

    def _take_up_newer(self) -> None:
        """Take up records of a newer version that this one reads, after the copy of the day."""
        try:
            change = self._window.journal.safe.take_up_newer()
        except JournalError:  # it waits on, for the next start
            return
        if change.kinds:
            self._window.desk.editing.changed.emit(change.kinds)

    def _on_failed(self, _failure: Exception) -> None:
        """Ignore it: the next look tries again."""

    def _tell_one_thing(self, today: date) -> None:
        """Say at most one sentence, the first one that is due."""
        desk = self._window.desk
        since = desk.preferences.remembered(FAILING)
        carrier = self._window.journal.safe.carrier
        key = f"{_CARRIED}/{carrier}"
        if since and today - date.fromisoformat(since) >= _WEEK:
            self.say(long_without_said(desk.wording))
        elif second := self._long_without_second(today):
            self.say(second)
        elif lost := self._lost_anew():
            self.say(lost)
        elif carrier is not None and desk.preferences.remembered(key) is None:
            desk.preferences.remember(key, "yes")
            self.say(carried_said(desk.wording, carrier))
        elif self._may_ask_for_second(today):
            desk.preferences.remember(_ASKED, "yes")
            where = desk.wording.text("You can choose such a place under “Keep it safe”.")
            self.say(f"{no_second_said(desk.wording)} {where}", NoticeKind.INFO)

    def _long_without_second(self, today: date) -> str:
        """Return why no copy reached the second place for a week; empty if one did."""
        desk = self._window.desk
        missing = not_there_since(desk)
        if missing and today - missing.since >= _WEEK and may_be_told(desk, missing):
            return long_without_second_said(desk.wording, missing.why)
        return ""

    def _lost_anew(self) -> str:
        """Return which photos are lost everywhere, each only once; empty if none is."""
        desk = self._window.desk
        lost = desk.journal.safe.backups.media.lost
        told = " ".join(sorted(hash_[:_LETTERS] for hash_ in lost)) or None
        if desk.preferences.remembered(_LOST) == told:
            return ""
        desk.preferences.remember(_LOST, told)
        return " ".join(media_gone(desk.wording, RestoredMedia(gone=lost)))

    def _may_ask_for_second(self, today: date) -> bool:
        """Return whether there have been copies for a week, but only on this computer."""
        desk = self._window.desk
        if desk.preferences.remembered(_ASKED) or chosen_place(desk) is not None:
            return False
        oldest = [copy.made.date() for copy in desk.journal.safe.backups.here()][-1:]
        return bool(oldest) and today - oldest[0] >= _WEEK

    def say(self, sentence: str, kind: NoticeKind = NoticeKind.CAREFUL) -> None:
        """Say a sentence above the pages until somebody has read it."""
        self.tell(sentence, self._window.desk.wording.text("OK"), kind)

    def _on_told(self, sentence: str) -> None:
        self.say(sentence, NoticeKind.INFO)

    def _on_changed(self) -> None:
        """Say that the disk is full where a save needed the reserved space."""
        self._follow_id()
        self._quiet.start(QUIET_MS)
        reserve = self._window.journal.safe.reserve
        if reserve.given and not reserve.told:
            reserve.told = True
            self.say(reserve_said(self._window.desk.wording))

    def _on_refused(self, _failure: Exception) -> None:
        """No longer say that all is saved, where by now something is not."""
        if self._notice and self._notice.text() == reserve_said(self._window.desk.wording):
            self.forget()

    def _keep_proof(self) -> None:
        if not self._window.journal.safe.is_encrypted:
            work = on_worker(self._window.journal.safe.checkup.keep_proof)
            self._window.desk.worker.start(work, self._on_kept, self._on_failed)

    def _follow_id(self) -> None:
        """Keep the second place where a restored copy gave the journal another id."""
        before, self._known = self._known, self._window.journal.settings.id
        if before != self._known and not adopt_places(self._window.desk, before):
            self.say(place_left_said(self._window.desk.wording))

    @override
    def _on_closed(self) -> None:
        super()._on_closed()
        for timer in (self._soon, self._first, self._clock, self._quiet):
            timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LocaleChange:
            QTimer.singleShot(0, self, self.show_damage_if_any)
        return super().eventFilter(watched, event)
