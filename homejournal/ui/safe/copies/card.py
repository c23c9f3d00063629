"""The card on copies: the newest one, making one now, and restoring from one."""

from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.safe.copy_comparison import RestoredMedia
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.backups import (
    how_copies_are_made,
    media_gone,
    not_made_said,
    where_copies_are,
)
from homejournal.texts.safe.repair import with_media
from homejournal.ui.base.second_place import FAILING, CopyResult, chosen_place, copied_here
from homejournal.ui.base.worker import stoppable
from homejournal.ui.kit.steps import ProgressRow
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.safe.copies.second_place_part import SecondPlacePart, place_state
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class BackupsCard(SafeCard):
    """A copy that could not be made is one sentence here, and nothing waits for it."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Copies"))
        text = self.wording.text
        self._not_made, self._lost = WrapLabel("", "problem"), WrapLabel("", "problem")
        self._not_made.hide()
        self.now = self.button(text("Make a copy now"), self._on_now)
        self.back = self.button(text("Bring back from a copy…"), self._on_back)
        self.work = ProgressRow(text("Stop"))
        self.second = SecondPlacePart(self)
        self.offer(self.now)
        for part in (self._not_made, self._lost, self.work):
            self.body.addWidget(part)
        how = WrapLabel(how_copies_are_made(self.wording), "muted")
        self.fold_away(how, FlowRow(self.back), self.second)

    @override
    def fill(self) -> None:
        """Show where copies are, and which photos are whole nowhere."""
        safe, place = self.desk.journal.safe, chosen_place(self.desk)
        self.now.setEnabled(self.desk.can_write and not self.work.is_busy)
        self.back.setEnabled(self.desk.can_write)
        self.second.setEnabled(self.desk.can_write)
        here, there = len(safe.backups.here()), place_state(place)
        self.show_state(where_copies_are(self.wording, here, there))
        self.second.show_values()
        lost = media_gone(self.wording, RestoredMedia(gone=safe.backups.media.lost))
        self._lost.say(" ".join(lost))

    @override
    def follow_password(self) -> None:
        """Let the second place go on if it waited for a password."""
        self.second.follow_password()
        super().follow_password()

    def say_not_made(self, failure: Exception | None) -> None:
        """Say why the last copy could not be made, or nothing."""
        why = "" if failure is None else explain(self.wording, failure, in_window=False)
        self._not_made.say(not_made_said(self.wording, why) if why else "")

    def _on_now(self) -> None:
        work = partial(copied_here, self.desk.journal, chosen_place(self.desk))
        task = self.desk.worker.start(stoppable(work), self._on_made, self._on_failed)
        self.work.follow(task, self.wording.text("A copy is made and read."), self.now)

    def _on_made(self, copied: "CopyResult | None") -> None:
        self.work.end()
        if copied is not None:
            self.desk.preferences.remember(FAILING, None)
        self.say_not_made(None)
        self.show_values()
        if copied is not None:
            words = self.wording.text("The copy is done, and it was checked.")
            self.tells.emit(with_media(self.wording, words, copied.media))
            self.media_restored.emit()

    def _on_failed(self, failure: Exception) -> None:
        self.work.end()
        self.show_values()
        self.say_not_made(failure)
        if isinstance(failure, JournalDamagedError):
            self.show_damage()

    def _on_back(self) -> None:
        dialog = RestoreDialog(self.desk, self.window())
        dialog.restored.connect(self._on_restored)
        dialog.damaged.connect(self.show_damage)
        dialog.ask()

    def _on_restored(self) -> None:
        self.show_values()
        self.media_restored.emit()
