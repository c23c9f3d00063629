"""Restores from a copy, after showing which copies there are and what is in one."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget
from typing_extensions import override

from homejournal.domain.errors import OtherKeyError, PasswordNeededError
from homejournal.domain.safe.passwords import SheetTypoError, place_of_group
from homejournal.services.file_kinds import FileKind, kind_of_file
from homejournal.services.safe.copies.restoring import CopyToRestore, PreparedRestore, Restored
from homejournal.texts.safe.backups import (
    brings_said,
    deleted_said,
    holds_said,
    no_copy_but_sealed,
    no_copy_but_written,
    not_whole_said,
    other_journal_said,
    repair_first_said,
    restored_said,
)
from homejournal.texts.safe.import_export import not_in_a_copy
from homejournal.texts.safe.restoring import chosen_line, copy_lines, explain_copy
from homejournal.ui.base.files import drives, which_file
from homejournal.ui.base.second_place import chosen_place
from homejournal.ui.base.worker import on_worker, stoppable
from homejournal.ui.kit.steps import BackupFirst, Steps
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import ShowPasswordButton, make_button
from homejournal.ui.widgets.fields.choices import TickRow
from homejournal.ui.widgets.fields.note_field import LineWithEnter
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go
from homejournal.ui.widgets.layout.dialog import FootButtons, ReadingOrderDialog, Role, fit
from homejournal.ui.widgets.layout.scroll_areas import SharedHeight
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.domain.records.changes import Change
    from homejournal.domain.safe.copy_comparison import CopySummary
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class CopyPreview(QWidget):
    """What is in the chosen copy, with a tick for deleted entries and a field for its password."""

    changed = Signal()
    """Something was ticked."""
    opened = Signal(str)
    """What was typed to open a locked copy: its password, or the letters of the recovery sheet."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording
        self.look: CopySummary | None = None
        self._tick: TickRow | None = None
        self._said: list[QWidget] = []
        self._password_words = WrapLabel(
            wording.text("This copy is locked. Type its password or its recovery sheet.")
        )
        self.password = LineWithEnter()
        self.password.setAccessibleName(wording.text("Password or recovery sheet"))
        self.unlock = make_button(wording.text("Open the copy"), on=self._on_unlock)
        self.shown = ShowPasswordButton(wording, self.password)
        self._buttons = FlowRow(self.unlock, self.shown, gap=8)
        self._lock = (self._password_words, self.password, self._buttons)
        for part in self._lock:
            part.hide()
        self._column = in_column(*self._lock, inside=self, gap=6)
        self.password.returnPressed.connect(self._on_unlock)

    @property
    def wants_deleted(self) -> bool:
        """Return whether entries deleted since are restored, too."""
        return self._tick is not None and self._tick.box.isChecked()

    def clear(self) -> None:
        """Show nothing; a typed password stays until `forget`."""
        self.look, self._tick = None, None
        for part in self._lock:
            part.hide()
        for said in self._said:
            self._column.removeWidget(said)
            let_go(said)
        self._said = []

    def forget(self) -> None:
        """Clear the password field and hide its letters again."""
        self.password.clear()
        self.shown.setChecked(False)

    def show_look(
        self, look: "CopySummary", *, of_this_journal: bool, unlocked: bool, folders: int
    ) -> None:
        """Show what a copy holds and what of it would be restored.

        `unlocked` is what had a password there and gets none here; `folders` were shared there.
        """
        self.clear()
        self.forget()
        self.look = look
        told = [holds_said(self._wording, look), brings_said(self._wording, look)]
        if not look.whole:
            told.append(not_whole_said(self._wording))
        if not of_this_journal:
            told.append(other_journal_said(self._wording, look))
        told += not_in_a_copy(self._wording, unlocked=unlocked, folders=folders)
        if look.here_damaged:
            told.append(repair_first_said(self._wording))
        for sentence in told:
            self._add(WrapLabel(sentence))
        if look.deleted:
            words = deleted_said(self._wording, look.deleted)
            self._tick = TickRow("deleted", words, "")
            self._tick.ticked.connect(self._on_ticked)
            self._add(self._tick)
        announce(self, " ".join(told))

    def say(self, sentence: str) -> None:
        self.clear()
        self._add(WrapLabel(sentence, "problem"))
        announce(self, sentence)

    def ask_password(self) -> None:
        """Show the password field for a locked copy; the keyboard focus stays."""
        self.clear()
        announce(self, self._password_words.text())
        self._ask()

    def ask_again(self, sentence: str, group: int = 0) -> None:
        """Say why the typed password does not open the copy, and let it be corrected.

        The group of letters that is not as it is printed, if one is known, is typed over.
        """
        self.say(sentence)
        self._ask()
        self.go_to_password()
        if group:
            begin, end = place_of_group(self.password.text(), group)
            self.password.setSelection(begin, end - begin)

    def go_to_password(self) -> None:
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        for part in self._lock:
            part.show()

    def _add(self, part: QWidget) -> None:
        self._said.append(part)
        self._column.addWidget(part)

    def _on_ticked(self) -> None:
        self.changed.emit()

    def _on_unlock(self) -> None:
        if self.password.text():
            self.opened.emit(self.password.text())


def where_it_goes_instead(wording: "Wording", chosen: "Path | None") -> str:
    """Return a sentence on where a file that is no copy can be opened; empty for a copy."""
    kind = kind_of_file(chosen) if chosen is not None else None
    if kind is FileKind.PACK:
        return no_copy_but_sealed(wording)
    return no_copy_but_written(wording) if kind in {FileKind.EXPORT, FileKind.PLAN} else ""


_LEAST_HEIGHT = 460


class RestoreDialog(ReadingOrderDialog, Steps):
    """Overwrites nothing; Undo takes the whole step back."""

    restored = Signal()
    damaged = Signal()
    """The journal here was found to be damaged, and is read-only from now on."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk.wording, desk.worker, text("Bring back from a copy"), parent)
        self._desk = desk
        self._copies: list[Path] = []
        self._key: bytes | None = None
        self._chosen_file: Path | None = None
        """A file that was just chosen; its password field gets the focus, but not in the list."""
        self._told: Restored | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(text("Copies"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # its lines wrap anew
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.file = make_button(text("Choose a file…"), on=self._on_choose)
        self.look = CopyPreview(self.wording)
        self._none = WrapLabel(text("There is no copy here. Choose a file."), "muted")
        self._lay_out()
        self._fill()
        self.list.currentRowChanged.connect(self._on_row)
        self.look.opened.connect(self._on_typed)
        self.look.changed.connect(self._show_ready)
        self.work.stopped.connect(self._show_ready)
        self.copy_first = BackupFirst(desk, self.work, self)
        self.copy_first.ready.connect(self._on_before)
        self.copy_first.failed.connect(self._on_not_before)

    def _lay_out(self) -> None:
        text = self.wording.text
        lead = text("Choose a copy to see what is in it. Only what your journal lacks comes back.")
        buttons = FootButtons()
        self.bring = buttons.add_main(text("Bring it back"))
        buttons.addButton(text("Cancel"), Role.RejectRole)
        buttons.accepted.connect(self._on_bring)
        buttons.rejected.connect(self.reject)
        self.bring.setEnabled(False)
        row = FlowRow(self.file, gap=8)
        column = SharedHeight(self, _LEAST_HEIGHT).column
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        parts = (WrapLabel(lead), self.list, self._none, row, self.look, self.work, buttons)
        for part in parts:
            column.addWidget(part, 1 if part is self.list else 0)

    def ask(self) -> None:
        fit(self, px(600), px(640))
        self.open()
        first = self.list if self._copies else self.file
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setCurrentRow(0)  # the focus alone looks at it, but does not show which it is

    def show_file(self, path: Path) -> None:
        """Look at a file that somebody chose."""
        self._chosen_file = path
        if path not in self._copies:
            self._copies.append(path)
            self._add_line(self._line_of(path))
        self.list.setCurrentRow(self._copies.index(path))

    def _fill(self) -> None:
        place = chosen_place(self._desk)
        second = place.copies() if place is not None else []
        backups = self._desk.journal.safe.backups
        copies = [*backups.restorable(), *second]
        self._copies = [copy.path for copy in copies]
        for line in copy_lines(self.wording, copies, backups.with_other_key(copies)):
            self._add_line(line)
        self.list.setVisible(bool(self._copies))
        self._none.setVisible(not self._copies)

    def _line_of(self, path: Path) -> str:
        """Return the line for a chosen file: as for other copies, or its name."""
        backups = self._desk.journal.safe.backups
        copy = backups.restoring.chosen(path)
        if copy is None:
            return self.wording.own(path.name)
        return chosen_line(self.wording, copy, backups.with_other_key([copy]))

    def _add_line(self, words: str) -> None:
        self.list.addItem(words)
        self.list.show()
        self._none.hide()

    def _on_choose(self) -> None:
        text = self.wording.text
        kinds = [text("Copies of a journal (*.hj)"), text("All files (*)")]
        dialog = which_file(self, text("Choose a copy of the journal"), kinds, drives())
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.show_file(Path(name))

    def _on_row(self, _row: int) -> None:
        self._key = None
        self.look.forget()
        self._look_at()

    def _look_at(self) -> None:
        """Read the chosen copy on the worker."""
        copy = self._chosen()
        self.look.clear()
        self.bring.setEnabled(False)
        if copy is None:
            return
        self.stop_work()
        restoring = self._desk.journal.safe.backups.restoring
        work = partial(restoring.look_beside, copy, self._key, elsewhere=self._elsewhere())
        moving = self.focusWidget() is self.list
        words = self.wording.text("The copy is read.")
        self.run(stoppable(work), self._on_looked, words, failed=self._on_not_looked)
        if moving:  # the next press of an arrow belongs to the list, too
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _elsewhere(self) -> tuple[Path, ...]:
        """Return the folders of copies at other places, which may hold photos."""
        place = chosen_place(self._desk)
        return () if place is None else (place.folder.path,)

    def _chosen(self) -> Path | None:
        row = self.list.currentRow()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    def _on_looked(self, look: "CopySummary") -> None:
        of_this = self._desk.journal.safe.backups.restoring.is_of_this_journal(look)
        unlocked = self._key is not None and not self._desk.journal.safe.password.is_set
        folders = self._desk.journal.safe.sharing.unknown_sharings(look.settings)
        self.look.show_look(look, of_this_journal=of_this, unlocked=unlocked, folders=folders)
        if look.here_damaged:
            self._desk.journal.safe.checkup.note_damage()
            self.damaged.emit()
        self._show_ready()

    def _on_not_looked(self, failure: Exception) -> None:
        chosen = self._chosen()
        if other := where_it_goes_instead(self.wording, chosen):
            self.look.say(other)
        elif self._key is not None:
            self._on_no_key(failure)
        elif isinstance(failure, PasswordNeededError | OtherKeyError):
            self.look.ask_password()
            if chosen == self._chosen_file:
                self.look.go_to_password()
        else:
            self.look.say(self.why(failure))
        self._chosen_file = None

    def _on_typed(self, typed: str) -> None:
        """Open the locked copy with what was typed."""
        copy = self._chosen()
        if copy is not None:
            work = on_worker(
                partial(self._desk.journal.safe.backups.restoring.key_for, copy, typed)
            )
            words = self.wording.text("The copy is opened.")
            self.run(work, self._on_key, words, failed=self._on_no_key)

    def _on_key(self, key: bytes) -> None:
        self._key = key
        self._look_at()

    def _on_no_key(self, failure: Exception) -> None:
        self._key = None
        groups = failure.groups if isinstance(failure, SheetTypoError) else ()
        self.look.ask_again(self.why(failure), *groups[:1])

    @override
    def why(self, failure: Exception) -> str:
        copy = self._chosen()
        if copy is None:
            return super().why(failure)
        restoring = self._desk.journal.safe.backups.restoring
        return explain_copy(self.wording, copy, failure, restoring.sheet_number(copy))

    def _show_ready(self) -> None:
        look = self.look.look
        brings = look is not None and (look.brings_anything or self.look.wants_deleted)
        may = self._desk.can_write and not self.work.is_busy
        self.bring.setEnabled(brings and may)

    def _on_bring(self) -> None:
        """Make a copy of the present journal, work out what comes back, and then restore it."""
        copy, look = self._chosen(), self.look.look
        if copy is None or look is None:
            raise RuntimeError("nothing is chosen")
        back = CopyToRestore(
            copy,
            look,
            deleted=self.look.wants_deleted,
            key=self._key,
            elsewhere=self._elsewhere(),
        )
        restoring = self._desk.journal.safe.backups.restoring
        self.copy_first.begin("restore", self.bring, coming=restoring.preparing(back))

    def _on_not_before(self, failure: Exception) -> None:
        self.look.say(super().why(failure))  # of the journal here, and not of the copy
        self._show_ready()

    def _on_before(self) -> None:
        words = self.wording.text("Brought back from a copy")
        if self._desk.editing.do(words, self._restore, toast=False) is not None:
            self._desk.editing.done.emit(self._said() or words)
            self.restored.emit()
            self.accept()
        else:
            self._show_ready()

    def _restore(self) -> "Change":
        ahead = cast("PreparedRestore", self.copy_first.made)
        self._told = self._desk.journal.safe.backups.restoring.bring_back(ahead)
        return self._told.change

    def _said(self) -> str:
        """Return what was restored; empty if nothing is known of it."""
        told = self._told
        return "" if told is None else restored_said(self.wording, told.counts, told.media)

    @override
    def done(self, result: int, /) -> None:
        self.stop_work()
        super().done(result)
