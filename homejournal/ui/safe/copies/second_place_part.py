"""The part of the card on copies about a second place: a stick, a disk, a cloud folder."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.errors import (
    InvalidValueError,
    JournalDamagedError,
    JournalError,
    JournalMissingError,
)
from homejournal.domain.safe.backups import NoSecondCopyReason
from homejournal.domain.visit_page.choices import in_file_names
from homejournal.services.safe.copies.second_place import SecondPlace, lie_on_one_stick
from homejournal.texts.error_texts import explain
from homejournal.texts.passwords import (
    gets_one_first,
    lies_with_copies_said,
    needs_password_said,
    sheet_title,
)
from homejournal.texts.safe.backups import (
    PlaceState,
    away_said,
    lies_inside_said,
    needs_none_said,
    no_second_said,
    not_copied_said,
    not_there_since_said,
    plain_dropped_said,
    plain_there_said,
    second_said,
)
from homejournal.texts.safe.repair import with_media
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.desk import Desk, PendingSecondPlace
from homejournal.ui.base.files import drives, which_folder
from homejournal.ui.base.second_place import (
    CopyResult,
    choose_place,
    chosen_place,
    copied_here,
    copy_to_second_place,
    not_there_since,
    own_places,
    remember_there,
)
from homejournal.ui.base.worker import Task, stoppable
from homejournal.ui.kit.steps import ProgressRow
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside, show_part
from homejournal.ui.widgets.layout.scroll_areas import lay_out
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.copy_encryption import PlainCopiesDropped
    from homejournal.ui.safe.card import SafeCard


class UnencryptedCopiesPart(QWidget):
    """Offers to remove damaged copies without a password; a new copy is made first."""

    failed = Signal(object)
    """It failed, and nothing was removed."""

    def __init__(self, card: "SafeCard", following: QPushButton) -> None:
        """`following` gets the keyboard focus where this part is hidden afterwards."""
        super().__init__()
        self._card, self._following = card, following
        self._desk, self._wording = card.desk, card.wording
        self.notice = Notice("", NoticeKind.CAREFUL)
        self._why = WrapLabel("", "problem")
        self._why.hide()
        self.work = ProgressRow(self._wording.text("Stop"))
        in_column(self.notice, self._why, self.work, inside=self, gap=8)
        self.notice.pressed.connect(self._on_remove)
        self.work.gave_back.connect(self._hide_if_empty)
        self.hide()

    def show_values(self, place: "SecondPlace | None") -> None:
        """Show unencrypted copies at a place that can be written to; nothing without a place."""
        count = 0 if place is None else len(place.plain())
        if count:
            said = plain_there_said(self._wording, count)
            self.notice.put_text(said, self._wording.count("Remove it", "Remove them", count))
            self.notice.button.setEnabled(not self.work.is_busy)
        self.notice.setVisible(bool(count))
        self._hide_if_empty()

    def _hide_if_empty(self) -> None:
        """Hide it where it is empty and has no keyboard focus."""
        is_empty = self.notice.isHidden() and not self.work.is_busy
        self.setHidden(is_empty and not has_focus_inside(self))

    def _on_remove(self) -> None:
        place = chosen_place(self._desk)
        if place is not None and not self.work.is_busy:
            self._why.hide()
            work = partial(_removed, self._desk.journal, place)
            task = self._desk.worker.start(work, self._on_removed, self._on_failed)
            words = self._wording.text("A copy is made and read, then what is damaged is removed.")
            self.work.follow(task, words, self.notice.button, self._following)

    def _on_removed(self, dropped: "PlainCopiesDropped | None") -> None:
        self.work.end()
        self._card.show_values()
        if dropped is not None:
            said = plain_dropped_said(self._wording, dropped.gone, dropped.kept)
            self._card.tells.emit(said)
            self._why.say(said if dropped.kept else "")

    def _on_failed(self, failure: Exception) -> None:
        self.work.end()
        self.failed.emit(failure)


def _removed(
    journal: "FamilyJournal", place: "SecondPlace", task: "Task"
) -> "PlainCopiesDropped | None":
    made = copied_here(journal, place, task.goes_on)
    return None if made is None else place.drop_plain(made.copy, task.goes_on)


LOOK_MS = 3_000
"""How often the place is looked for."""


class PlaceWatcher(QObject):
    """Looks for a place that is unplugged, while the card that says so is visible."""

    came = Signal()
    """The place is there again."""

    def __init__(self, card: "QWidget", parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self._place: SecondPlace | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        card.installEventFilter(self)

    def wait_for(self, place: "SecondPlace | None") -> None:
        """Look for this place from now on; None stops it."""
        self._place = place
        self._follow()

    @property
    def is_looking(self) -> bool:
        return self._timer.isActive()

    def look(self) -> None:
        """Look once, and emit `came` where the place is there."""
        if self._place is not None and self._place.is_there:
            self.wait_for(None)
            self.came.emit()

    def _follow(self) -> None:
        if self._place is None or not self._card.isVisible():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._follow()
        return False


def place_state(place: "SecondPlace | None") -> PlaceState:
    """Return whether there is a second place, and copies there."""
    if place is None:
        return PlaceState.NONE
    if not place.is_there:
        return PlaceState.AWAY
    return PlaceState.HOLDS if place.copies() else PlaceState.EMPTY


def state_lines(desk: "Desk", place: "SecondPlace | None") -> tuple[str, ...]:
    """Return which place is chosen and its newest copy, and a sheet that should not be there."""
    wording = desk.wording
    if place is None:
        return (" ".join((no_second_said(wording), *_asks_first(desk))),)
    newest = next(iter(place.copies()), None)
    said = second_said(wording, str(place.chosen), newest, there=place.is_there)
    sheets = sheets_at(place.chosen, own_places(desk))
    return (said, *(lies_with_copies_said(wording, sheet) for sheet in sheets[:1]))


def sheets_at(folder: "Path", own: "Iterable[Path]") -> list[str]:
    """Return the names of saved recovery sheets in a folder, or above it on the same stick.

    A sheet is known by its name in any language; nothing is opened. The disks of the `own` files
    of this computer are no sticks.
    """
    titles = tuple(in_file_names(sheet_title(wording_of(language))) for language in languages())
    own, found = tuple(own), list[str]()
    for place in (folder, *(up for up in folder.parents if lie_on_one_stick(up, folder, own))):
        with suppress(OSError):
            found += [file.name for file in sorted(place.glob("*.pdf"))]
    return [name for name in found if name.startswith(titles)]


def _asks_first(desk: "Desk") -> tuple[str, ...]:
    if desk.journal.settings.example:
        return (needs_none_said(desk.wording),)
    is_set = desk.journal.safe.password.is_set
    return () if is_set else (gets_one_first(desk.wording),)


class SecondPlacePart(QWidget):
    """Chooses the place, copies there, and stops that; it deletes nothing there.

    A journal without a password gets one first: what leaves the computer is always encrypted.
    """

    def __init__(self, card: "SafeCard") -> None:
        super().__init__()
        self._card, self._desk = card, card.desk
        self._wording = card.wording
        text = self._wording.text
        self._said = WrapLabel("")
        self._not_there = WrapLabel("", "problem")
        self.choose = card.button("", self._on_choose)
        self.copy = card.button(text("Copy there now"), self.copy_now)
        self.stop = card.button(text("No second place any more"), self._on_stop, look="link")
        self.needs = Notice("")
        self.leave = card.button(text("Not now"), self._on_leave, look="link")
        self.work = ProgressRow(text("Stop"))
        self.plain = UnencryptedCopiesPart(card, self.copy)
        self._leaves = FlowRow(gap=8)
        self._lay_out()
        self.needs.pressed.connect(self._on_needs)
        self.work.gave_back.connect(self._show_all)
        self.plain.failed.connect(self._on_failed)
        self._coming = PlaceWatcher(card, self)
        self._coming.came.connect(self._on_there)

    def _lay_out(self) -> None:
        does = FlowRow(self.choose, self.copy, self.stop, gap=8)
        self._leaves.add(self.leave)
        parts = (self._said, self._not_there, self.plain, does, self.needs, self._leaves, self.work)
        in_column(*parts, inside=self, gap=8, edges=(0, px(8), 0, 0))

    def show_values(self) -> None:
        """Show which place is chosen, what is there, and what prevents copies to it."""
        place, is_set = chosen_place(self._desk), self._desk.journal.safe.password.is_set
        said, *sheet = state_lines(self._desk, place)
        self._said.setText("\n".join((said, *sheet)))
        self._show_not_there()
        self.choose.setEnabled(not self._desk.journal.settings.example)
        for button in (self.copy, self.stop):
            button.setVisible(place is not None)
        text, away = self._wording.text, place is not None and not place.is_there
        self.choose.setText(text("Another place…") if place else text("Choose a second place…"))
        self._coming.wait_for(place if away else None)
        may = place is not None and not away and is_set
        self.copy.setEnabled(may and not self.work.is_busy)
        self._show_need(chosen=place is not None, is_set=is_set)
        self.plain.show_values(place if may else None)
        urgent = (self._not_there, self.needs, self.plain)
        if sheet or not all(part.isHidden() for part in urgent):
            self._card.unfold()

    def _show_not_there(self) -> None:
        """Show since when no copy reached the place; a missing password is said elsewhere."""
        missing = not_there_since(self._desk)
        shown = missing is not None and missing.why is not NoSecondCopyReason.PLAIN
        if missing is not None:
            said = not_there_since_said(self._wording, missing.since, missing.why)
            self._not_there.setText(said)
        self._not_there.setVisible(shown)

    def _show_need(self, *, chosen: bool, is_set: bool) -> None:
        """Show what is needed first, for a folder that waits or for copies to the chosen place."""
        waiting, text = self._desk.second.waiting, self._wording.text
        if not is_set and (chosen or waiting is not None):  # a keyring takes a moment to load
            said = needs_password_said(
                self._wording,
                chosen=chosen,
                remembers=self._desk.journal.safe.password.can_be_remembered,
                waits="" if waiting is None else str(waiting.folder),
            )
            self.needs.put_text(said, text("Set a password…"))
        elif waiting is not None:
            said = explain(self._wording, waiting.why, in_window=False)
            self.needs.put_text(said, text("Try again"))
        self.needs.setVisible(waiting is not None or (chosen and not is_set))
        self._leaves.setVisible(waiting is not None)

    def take(self, folder: Path) -> None:
        """Use a folder as the second place; where something is missing it waits, and says why."""
        self._desk.second.waiting = None
        try:
            self._desk.journal.safe.backups.second_place(folder).begin()
        except InvalidValueError:
            self.show_values()
            self._card.unfold()
            self._said.setText(lies_inside_said(self._wording))
            announce(self, self._said.text())
        except JournalError as failure:
            self._wait(PendingSecondPlace(folder, failure))
        else:
            choose_place(self._desk, folder)
            self.show_values()
            self.copy_now()

    def _wait(self, waiting: PendingSecondPlace) -> None:
        self._desk.second.waiting = waiting
        self.show_values()
        button = self.needs.button
        if button.hasFocus():
            announce(self, self.needs.text())
        else:
            button.setFocus()  # a screen reader says the text with it
        lay_out()
        show_part(self.needs)

    def follow_password(self) -> None:
        """Go on with the folder that waited for a password; forget it where none was set."""
        waiting, self._desk.second.waiting = self._desk.second.waiting, None
        if not self._desk.journal.safe.password.is_set:
            return
        if waiting is not None:
            self.take(waiting.folder)
        else:
            self.copy_now()

    def copy_now(self) -> None:
        """Make a copy now, and put it at the second place."""
        place = chosen_place(self._desk)
        if place is None or self.work.is_busy:
            return
        if not place.is_there:
            self._say_away()
            return
        work = stoppable(partial(copy_to_second_place, self._desk.journal, place))
        task = self._desk.worker.start(work, self._on_copied, self._on_failed)
        words = self._wording.text("A copy is made and brought there.")
        self.work.follow(task, words, self.copy)

    def _on_choose(self) -> None:
        title = self._wording.text("Choose a second place for copies")
        dialog = which_folder(self, title, drives())
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.take(Path(folder))

    def _on_needs(self) -> None:
        """Ask for a password, or where there is one, try the waiting folder again."""
        if self._desk.second.waiting is not None and self._desk.journal.safe.password.is_set:
            self.take(self._desk.second.waiting.folder)
            return
        dialog = SetPasswordDialog(self._desk, self.window(), opens_here=True)
        dialog.finished.connect(self._on_asked)
        dialog.ask()

    def _on_asked(self, _result: int) -> None:
        if self._desk.journal.safe.password.is_set:
            self._card.password_changed.emit()

    def _on_leave(self) -> None:
        self._desk.second.waiting = None
        self.choose.setFocus()
        self.show_values()

    def _on_stop(self) -> None:
        self._desk.second.waiting = None
        choose_place(self._desk, None)
        self.choose.setFocus()
        self.show_values()
        self._card.tells.emit(
            self._wording.text("No copies go there any more. Those that are there stay.")
        )

    def _on_copied(self, copied: "CopyResult | None") -> None:
        self.work.end()
        if copied is not None:
            remember_there(self._desk, None)
        self._card.show_values()
        if copied is not None:
            words = self._wording.text("A copy is at the second place now.")
            self._card.tells.emit(with_media(self._wording, words, copied.media))
            self._card.media_restored.emit()

    def _on_failed(self, failure: Exception) -> None:
        self.work.end()
        self._card.show_values()
        if isinstance(failure, JournalDamagedError):
            self._card.show_damage()
        elif isinstance(failure, JournalMissingError):
            self._say_away()
        else:
            place = chosen_place(self._desk)
            chosen = None if place is None else place.chosen
            self._say_not_there(not_copied_said(self._wording, failure, chosen))

    def _say_away(self) -> None:
        """Say that the place is not there, and focus the button that chooses another one."""
        if has_focus_inside(self):  # what had it cannot be used any more
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_values()
        self._say_not_there(away_said(self._wording))

    def _say_not_there(self, words: str) -> None:
        self._card.unfold()
        self._not_there.setText(words)
        self._not_there.show()
        announce(self, words)
        self._show_all()

    def _on_there(self) -> None:
        """Show that the place is there again, and announce it once."""
        self._card.show_values()
        announce(self, "\n".join(state_lines(self._desk, chosen_place(self._desk))))

    def _show_all(self) -> None:
        """Scroll to this part, if it has the keyboard focus."""
        lay_out()
        show_part(self)
