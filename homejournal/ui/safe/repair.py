"""Checking the journal whole, and repairing it: where to look, what comes of it, and only then."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import (
    ImportFaultsError,
    JournalDamagedError,
    JournalError,
    KeysDamagedError,
    PackLockedError,
    PasswordNeededError,
    WrongPasswordError,
)
from homejournal.domain.safe.copy_comparison import ALL_WHOLE, RepairReport, RestoredMedia
from homejournal.domain.safe.passwords import SheetTypoError
from homejournal.services.file_kinds import FileKind, kind_of_file
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.backups import counts_said
from homejournal.texts.safe.repair import (
    asks_for_locked_said,
    counted_said,
    damage_said,
    how_repair_works,
    media_said,
    nobody_has_it,
    nobody_has_it_said,
    nothing_found_said,
    report_said,
    show_more_said,
    shown_said,
    sound_said,
    with_media,
    words_sound_said,
    words_wanted_said,
)
from homejournal.this_computer import remembered_places
from homejournal.ui.base.actions import Action
from homejournal.ui.base.files import drives, which_file
from homejournal.ui.base.second_place import chosen_place
from homejournal.ui.base.worker import Task, Worker
from homejournal.ui.help import HelpKey
from homejournal.ui.kit.steps import ProgressRow, Steps
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.button import ShowPasswordButton, make_button
from homejournal.ui.widgets.fields.note_field import LineWithEnter
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row
from homejournal.ui.widgets.layout.dialog import fit, foot_row
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.services.safe.repair.repair import Repair
    from homejournal.storage.journal.check import CheckReport
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class RepairChoice(QWidget):
    """One button; the words are asked only for a sealed file.

    Another one gives up the password, where that leaves something to read.
    """

    chosen = Signal(object)
    """The path of a copy, or of a sealed file whose passphrase is still to be typed."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording
        self._pack: Path | None = None
        elsewhere = wording.text("I have a copy or a file elsewhere…")
        self.choose = make_button(elsewhere, on=self._on_choose)
        self.nobody = make_button(nobody_has_it(wording))
        self.nobody.hide()
        for button in (self.choose, self.nobody):
            button.setAutoDefault(False)  # Enter in a field means the button that looks
        self.words = LineWithEnter()
        self.words.setAccessibleName(wording.text("The words that open the file"))
        self.words.setPlaceholderText(wording.text("The words that open the file"))
        self.words.hide()
        row = FlowRow(self.choose, self.nobody, gap=8)
        in_column(self.words, row, inside=self, gap=12)

    @property
    def pack(self) -> tuple[Path, str] | None:
        """Return the sealed file that is still to be opened, and the passphrase as typed."""
        return None if self._pack is None else (self._pack, self.words.text())

    def show_file(self, name: str) -> None:
        path = Path(name)
        self._pack = path if kind_of_file(path) is FileKind.PACK else None
        self.words.clear()
        self.words.setVisible(self._pack is not None)
        self.chosen.emit(path)

    def opened(self) -> None:
        """Hide the passphrase field: the sealed file was opened."""
        self._pack = None
        self.words.clear()
        self.words.hide()

    def _on_choose(self) -> None:
        text = self._wording.text
        kinds = [text("Files of homejournal (*.hjpack *.hj)"), text("All files (*)")]
        dialog = which_file(self, text("Choose a copy or a file"), kinds, drives())
        dialog.fileSelected.connect(self.show_file)
        dialog.open()


_NOT_OPENED = (KeysDamagedError, PasswordNeededError, SheetTypoError, WrongPasswordError)
"""Failures after which the password is asked for, once more or for the first time."""


class RepairDialog(Steps):
    """Works also where no journal could be opened; nothing is changed before the last step."""

    repaired = Signal()
    """The repaired journal is in place and is to be opened anew."""

    def __init__(
        self,
        wording: "Wording",
        repair: "Repair",
        parent: QWidget | None,
    ) -> None:
        text = wording.text
        super().__init__(wording, Worker(), text("Repair the journal"), parent)
        self._worker.setParent(self)
        self._repair = repair
        self._report: RepairReport | None = None
        self.password = LineWithEnter()
        self.password.setAccessibleName(text("Password or recovery sheet"))
        self.password.setPlaceholderText(text("Password or recovery sheet"))
        self.shown = ShowPasswordButton(wording, self.password)
        self.shown.setAutoDefault(False)  # Enter in the field means the button that looks
        self._lock = QWidget()
        self.choice = RepairChoice(wording)
        self.work.stop.setAutoDefault(False)  # one more Enter than is needed ends nothing
        self._lay_out(self._buttons())
        self.work.stopped.connect(self._on_stopped)
        self.choice.chosen.connect(self._on_chosen)
        self.choice.nobody.clicked.connect(self._on_nobody)
        self.choice.words.returnPressed.connect(self.begin.click)
        self.password.returnPressed.connect(self.begin.click)
        HelpKey(wording, "repair", self)
        self._say(*how_repair_works(wording))

    def _buttons(self) -> FlowRow:
        """Return the buttons; which of them are shown changes with what was found."""
        text = self.wording.text
        self.begin = make_button(text("Look now"), on=self._on_begin, look="primary")
        go_on = text("Go on with the repaired journal")
        self.accept_button = make_button(go_on, on=self._on_accept, look="primary")
        self.leave = make_button(text("Leave it as it is"), on=self.reject)
        self.accept_button.hide()
        self.begin.setDefault(True)
        return foot_row(self.leave, self.begin, self.accept_button)

    def _lay_out(self, buttons: FlowRow) -> None:
        in_row(self.password, self.shown, inside=self._lock, gap=8, grow=self.password)
        self._lock.hide()
        self.lay_out(self._lock, self.choice, self.work, buttons)

    def ask(self, typed: str = "") -> None:
        """Open the dialog, as large as its window allows; `typed` opens the journal or its copies.

        It can be seen that something is typed, and changed.
        """
        self.password.setText(typed)
        self._lock.setVisible(bool(typed))
        fit(self, px(560), px(420))
        self.open()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, *sentences: str) -> None:
        self.clear()
        self.column.add(*(WrapLabel(sentence) for sentence in sentences))
        announce(self, " ".join(sentences))

    def _on_begin(self) -> None:
        typed = self.password.text() if self.password.isVisible() else ""
        self._let_report_go()
        self.choice.nobody.hide()
        work = partial(_prepare, self._repair, self.choice.pack, typed)
        words = self.wording.text("All that still reads is put together.")
        self.run(work, self._on_ready, words, self.begin, self.choice, failed=self._on_failed)

    def _on_nobody(self) -> None:
        """Repair without the password, as far as that goes."""
        self._repair.without_password = True
        self._forget_typed()
        self._on_begin()

    def _on_chosen(self, path: "Path") -> None:
        """Read the chosen file, too; the result that was built without it is discarded."""
        self._let_report_go()
        self.begin.show()
        self.begin.setDefault(True)
        if self.choice.pack is not None:
            self._say(words_wanted_said(self.wording, path.name))
            self.choice.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            self._repair.elsewhere.show(path)
        except JournalError as failure:
            self._say(self.why(failure))
            return
        self._say(shown_said(self.wording, path.name))
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ready(self, report: "RepairReport | None") -> None:
        if report is None:
            self._on_stopped()
            return
        self._report = report
        self.choice.opened()
        text = self.wording.text
        holds = self.wording.list_of(counts_said(self.wording, report.holds))
        aside = [text("The damaged file is in the folder “quarantine”, as it was.")]
        self._say(
            *report_said(self.wording, report),
            counted_said(self.wording),
            *([text("It holds {things}.", things=holds)] if holds else []),
            *(aside if report.quarantine else []),
            *([asks_for_locked_said(self.wording)] if report.locked else []),
        )
        self._ask_for_locked(asks=report.locked > 0)
        self.accept_button.show()
        first = self.password if report.locked else self.accept_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_locked(self, *, asks: bool) -> None:
        """Show or hide the password field for locked copies; Enter in it looks again."""
        self.begin.setVisible(asks)
        self._on_stopped()
        self.begin.setDefault(asks)
        self._forget_typed()
        self._lock.setVisible(asks)

    def _on_failed(self, failure: Exception) -> None:
        self._on_stopped()
        if isinstance(failure, JournalDamagedError):
            self._say(nothing_found_said(self.wording), show_more_said(self.wording))
        elif isinstance(failure, _NOT_OPENED):
            self._ask_for_own(failure)
        else:
            self._say(self.why(failure))
        if isinstance(failure, PackLockedError | ImportFaultsError):
            self.choice.words.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.password.isVisible():
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_own(self, failure: Exception) -> None:
        """Ask for the latest password, and offer the way without it."""
        self.choice.opened()
        self._lock.show()
        self.choice.nobody.setVisible(self._repair.can_be_plain)
        nobody = [nobody_has_it_said(self.wording)] if self._repair.can_be_plain else []
        self._say(self.why(failure), *nobody)

    def _forget_typed(self) -> None:
        """Clear the password field and hide its letters again."""
        self.password.clear()
        self.shown.setChecked(False)

    def _on_stopped(self) -> None:
        self.begin.setEnabled(True)
        self.choice.setEnabled(True)

    def _on_accept(self) -> None:
        report, self._report = self._report, None
        if report is None:
            return
        try:
            self._repair.finish(report)
        except JournalError as failure:
            self._say(self.why(failure))
            self._offer_anew()
            return
        self.repaired.emit()
        self.accept()

    def _offer_anew(self) -> None:
        """Offer to look again; files that were set aside stay, as far as it came."""
        self.accept_button.hide()
        self.begin.show()
        self.begin.setDefault(True)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def done(self, result: int, /) -> None:
        self._worker.close()  # what was being built is gone by then
        self._let_report_go()
        super().done(result)

    def _let_report_go(self) -> None:
        """Discard what was built; it is built again once more copies can be read."""
        report, self._report = self._report, None
        self.accept_button.hide()
        if report is not None:
            self._repair.leave(report)


def _prepare(
    repair: "Repair", pack: "tuple[Path, str] | None", typed: str, task: "Task"
) -> "RepairReport | None":
    """Build the repaired journal; None if it was stopped, with nothing left behind."""
    if pack is not None:
        repair.elsewhere.show_pack(*pack)
    if typed:
        repair.unlock(typed)
    return repair.prepare_beside(task.tell)


class RepairCard(SafeCard):
    """Says whether the journal is sound; offers the repair only where it is damaged."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Check and repair"))
        text = self.wording.text
        self._said = WrapLabel("")
        self.check = self.button(text("Check now"), self._on_check)
        self.repair = self.button(text("Repair the journal…"), self._on_repair)
        set_look(self.repair, "primary")
        self.work = ProgressRow(text("Stop"))
        self.offer(self.repair, self.check, folds=False)
        self.body.addWidget(self._said)
        self.body.addWidget(self.work)
        self._said.hide()
        self.work.stopped.connect(self.show_values)

    @override
    def fill(self) -> None:
        """Show the way to the repair where the journal is known to be damaged."""
        damaged = isinstance(self.desk.journal.read_only_because, JournalDamagedError)
        self.repair.setVisible(damaged)
        self.check.setEnabled(not self.work.is_busy)
        self.show_state("" if damaged else self.wording.text("No damage is known"))
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
        self.show_damage()

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
