"""The card on checking the journal whole, and on repairing it where it is damaged."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from typing_extensions import override

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.safe.copy_comparison import ALL_WHOLE, RestoredMedia
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.repair import (
    damage_said,
    media_said,
    sound_said,
    with_media,
    words_sound_said,
)
from homejournal.this_computer import remembered_places
from homejournal.ui.base.actions import Action
from homejournal.ui.base.second_place import chosen_place
from homejournal.ui.kit.progress_row import ProgressRow
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.safe.repair_dialog import RepairDialog
from homejournal.ui.theme import set_look
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.storage.journal.check import CheckReport
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.worker import Task


class RepairCard(SafeCard):
    """Says whether the journal is sound; offers the repair only where it is damaged."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Check and repair"))
        text = self.wording.text
        self._said = WrapLabel("")
        self.check = self.button(text("Check the journal now"))
        self.repair = self.button(text("Repair the journal…"))
        set_look(self.repair, "primary")
        self.work = ProgressRow(text("Stop"))
        row = FlowRow(gap=8)
        row.add(self.repair, self.check)
        how = text(
            "Each entry is compared with its own check sum when it is read. At each start the"
            " newest ones are looked at, and here all of them, as often as you like."
        )
        for part in (self._said, WrapLabel(how, "muted"), row, self.work):
            self.body.addWidget(part)
        self._said.hide()
        self.check.clicked.connect(self._on_check)
        self.repair.clicked.connect(self._on_repair)
        self.work.stopped.connect(self.show_values)

    @override
    def fill(self) -> None:
        """Show the way to the repair where the journal is known to be damaged."""
        damaged = isinstance(self.desk.journal.read_only_because, JournalDamagedError)
        self.repair.setVisible(damaged)
        self.check.setEnabled(not self.work.is_busy)
        if damaged:
            self._say(damage_said(self.wording))

    @override
    def begin(self) -> None:
        """Give the keyboard to the repair where it is needed, else to the check."""
        self.show_values()  # the damage may have been found with the page open
        (self.repair if self.repair.isVisibleTo(self) else self.check).setFocus()

    @override
    def forget_messages(self) -> None:
        self._said.hide()
        super().forget_messages()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def _on_check(self) -> None:
        work = partial(_check, self.desk.journal, chosen_place(self.desk))
        task = self.desk.worker.start(work, self._on_checked, self._on_failed)
        words = self.wording.text("All entries are read. You can go on writing meanwhile.")
        self.work.follow(task, words, self.check)
        self._said.hide()

    def _on_checked(self, checked: "CheckResult | None") -> None:
        self.work.end()
        if checked is None:
            return
        report, came = checked
        if report.is_sound:
            self._say(self._whole_said(report, came))
        else:
            self._found_damage()
        announce(self, self._said.text())
        self.show_values()

    def _whole_said(self, report: "CheckReport", came: RestoredMedia) -> str:
        """Return how much is sound, and what became of damaged photos."""
        is_left = bool(report.media_faults) and (bool(came.gone) or not came.back)
        sound = (words_sound_said if is_left else sound_said)(self.wording, report.records)
        if came.back:
            return with_media(self.wording, sound, came)
        return " ".join(filter(None, (sound, media_said(self.wording, report.media_faults))))

    def _on_failed(self, failure: Exception) -> None:
        self.work.end()
        if isinstance(failure, JournalDamagedError):
            self._found_damage()
        else:
            self._say(explain(self.wording, failure, in_window=False))
        self.show_values()

    def _found_damage(self) -> None:
        """Make the journal read-only, and let the window say so."""
        self.desk.journal.safe.checkup.note_damage()
        self.wants.emit(Action.SHOW_DAMAGE)

    def _on_repair(self) -> None:
        repair = self.desk.journal.safe.repair
        repair.elsewhere.places = remembered_places(self.desk.preferences.file)
        dialog = RepairDialog(self.wording, repair, self.window())
        dialog.repaired.connect(self._on_repaired)
        locking_of(self.window()).begins.connect(dialog.reject)  # it knows the key
        dialog.ask()

    def _on_repaired(self) -> None:
        self.wants.emit(Action.REOPEN)


class CheckResult(NamedTuple):
    """What a check found, and which photos it restored from copies."""

    report: "CheckReport"
    media: RestoredMedia


def _check(
    journal: "FamilyJournal", place: "SecondPlace | None", task: "Task"
) -> "CheckResult | None":
    """Check everything, and restore damaged photos from copies."""
    report = journal.safe.checkup.read_beside(task.tell)
    if report is None:
        return None
    may_write = journal.read_only_because is None
    if not may_write or not report.is_sound or not report.media_faults:
        return CheckResult(report, ALL_WHOLE)
    places = () if place is None else (place.folder.path,)
    return CheckResult(report, journal.safe.backups.media.bring_back(places))
