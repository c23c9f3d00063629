"""Deletes a child, a person or the bin for good, after saying what goes and what stays."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.names import distinct_team, search_form
from homejournal.domain.records.record import Kind
from homejournal.domain.text_rules import folded
from homejournal.texts.display_names import everybody, names_said
from homejournal.texts.error_texts import explain
from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.safe.deleting_for_good import Going, things_said, type_to_go_on
from homejournal.texts.safe.import_export import last_copy_lacks, last_copy_said
from homejournal.texts.visits_and_team import person_choice
from homejournal.ui.base.files import where_to_save
from homejournal.ui.base.worker import on_worker
from homejournal.ui.kit.steps import BackgroundSteps, Steps
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import DropDown, TickRow
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fit
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from homejournal.domain.records.family import Family
    from homejournal.domain.safe.deleting_for_good import DeletionPreview
    from homejournal.services.safe.deleting import Purging
    from homejournal.storage.journal.prepared_writes import PreparedDeletion
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDTH = 580


class ConfirmDialog(Steps):
    """Subclasses add parts to `column` and answer in `go_on`.

    Where a word is to be typed, the button can be pressed only once it stands there. Enter leads
    from the word to the button, which it then presses; everywhere else it is Cancel.
    """

    def __init__(self, desk: "Desk", title: str, yes: str, parent: QWidget | None) -> None:
        super().__init__(desk.wording, desk.worker, title, parent)
        self.desk = desk
        self._word = ""
        self.typed = QLineEdit()
        self._label = WrapLabel("", "strong")
        self._row = self._typing()
        self._buttons = FootButtons()
        self.yes = self._buttons.add_careful(yes)
        self.cancel = self._buttons.addButton(self.wording.text("Cancel"), Role.RejectRole)
        self._buttons.accepted.connect(self._on_yes)
        self._buttons.rejected.connect(self.reject)
        self.typed.textChanged.connect(self._on_typed)

    def set_word(self, word: str) -> None:
        """Require a word to be typed before the button works; none if it is empty."""
        self._word = word
        self._row.setVisible(bool(word))
        label = type_to_go_on(self.wording, word) if word else ""
        self._label.setText(label)
        self.typed.setAccessibleName(label)
        self.typed.clear()
        self._on_typed()

    def ask(self) -> None:
        self.column.add(self._row)
        self.lay_out(self.work, self.notice, self._buttons)
        self.cancel.setDefault(True)
        self.set_word(self._word)
        height = self.column.column.totalHeightForWidth(px(_WIDTH)) + px(90)
        fit(self, px(_WIDTH), height)
        self.open()

    @override
    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        if event.key() not in _ENTER or not (self.typed.hasFocus() or self.yes.hasFocus()):
            super().keyPressEvent(event)
        elif self.typed.hasFocus():  # closed by it, one would believe that all is deleted
            self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not event.isAutoRepeat():
            self.yes.click()

    def go_on(self) -> None:
        """Do what cannot be taken back. Raises JournalError; the dialog stays open then."""
        raise NotImplementedError

    def can_go_on(self) -> bool:
        """Return whether there is anything to do."""
        return True

    def _typing(self) -> QWidget:
        self._label.setBuddy(self.typed)
        row = QWidget()
        in_column(self._label, self.typed, gap=4, inside=row)
        return row

    def _on_typed(self, *_said: object) -> None:
        is_typed = not self._word or folded(self.typed.text()) == folded(self._word)
        self.yes.setEnabled(is_typed and self.can_go_on())

    def begin(self) -> None:
        """Do it at once; subclasses do long work on the worker first."""
        self.finish()

    def finish(self) -> None:
        """Do it, and close; a failure is shown."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # many years take a moment
        try:
            self.go_on()
        except JournalError as failure:
            self.warn(self.why(failure))
        else:
            self.accept()
        finally:
            QApplication.restoreOverrideCursor()

    def _on_yes(self) -> None:
        self.notice.hide()
        self.begin()


class ExportBeforeDeleting(QWidget):
    """A button that exports the journal, and says what the file does not hold."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        words = self._wording.text("Save a last copy as a file first…")
        self.button = make_button(words, "device-floppy", look="link")
        self._photos = len(desk.journal.records.all_of(Kind.MEDIA))
        self._said = WrapLabel(last_copy_said(self._wording, self._photos), "small")
        row = FlowRow(self.button)
        in_column(row, self._said, inside=self, gap=4)
        self.button.clicked.connect(self._on_button)

    def save(self, path: Path) -> None:
        """Save everything as JSON, and say whether it is there."""
        from homejournal.exchange.read_and_save import safe_save

        try:
            safe_save(path, self._desk.journal.files.export_json())
        except JournalError as failure:
            self._say(explain(self._wording, failure, in_window=False))
        else:
            name = self._wording.own(path.name)
            said = self._wording.text("Saved: {name}. Private notes are in it.", name=name)
            self._say(" ".join(filter(None, (said, last_copy_lacks(self._wording, self._photos)))))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)

    def _on_button(self) -> None:
        text = self._wording.text
        title, kind = text("Save everything as a file"), text("Files of a journal (*.json)")
        name = f"homejournal-{self._desk.today().isoformat()}.json"
        dialog = where_to_save(self, title, [kind], name)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.save(Path(name))


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be deleted: its label, what goes with it, and the word to type first."""

    words: str
    look: "Callable[[], DeletionPreview]"
    typed: str = ""


def choices_of(desk: "Desk", going: Going) -> list[Choice]:
    """Return what can be deleted; nothing if there is none.

    The child that the window shows is the first. Before a child goes, its name has to be typed.
    """
    family, purging = desk.journal.family(), desk.journal.safe.purging
    match going:
        case Going.CHILD:
            names = names_said(desk.wording, family.children.values())
            shown = desk.preferences.child
            return [
                Choice(names[child.id], partial(purging.of_child, child.id), child.name)
                for child in sorted(family.children.values(), key=lambda child: child.id != shown)
            ]
        case Going.PERSON:
            people = [*everybody(desk.wording, family), *_team(desk.wording, family)]
            return [Choice(name, partial(purging.of_person, id_)) for id_, name in people]
        case Going.BIN:
            return [Choice(desk.wording.text("The bin"), purging.of_bin)]
        case Going.ENTRY | Going.ASKED | Going.EVERYTHING:
            return []


def _team(wording: "Wording", family: "Family") -> "list[tuple[UUID, str]]":
    """Return the people of the team, told apart from those who write where names are the same."""
    writers = {search_form(helper.name) for helper in family.helpers.values()}
    told = []
    for id_, person in distinct_team(family.team).items():
        words = person_choice(wording, person)
        if search_form(family.team[id_].name) in writers and words == wording.own(person.name):
            words = wording.text("Our team: {name}", name=words)
        told.append((id_, words))
    return told


FEW = 500
"""Up to so many records are deleted at once, without the worker."""


class DeleteForGoodDialog(ConfirmDialog):
    """Emits `purged` once it is done."""

    purged = Signal()

    def __init__(
        self, desk: "Desk", going: Going, choices: "Sequence[Choice]", parent: QWidget | None
    ) -> None:
        text = desk.wording.text
        title = said.title_of(desk.wording, going)
        super().__init__(desk, title, text("Delete for good"), parent)
        self._going = going
        self._leaving: DeletionPreview | None = None
        self.choose: DropDown[Choice] = DropDown(most_letters=40)
        self.choose.set_choices([(choice, choice.words) for choice in choices])
        self._goes, self._stays = WrapLabel("", "strong"), WrapLabel("")
        self._things = WrapLabel("")
        self.kept: TickRow | None = None
        self.export = ExportBeforeDeleting(desk, self)
        self._kept_place = in_column()
        self._ticks = QWidget()
        self._ticks.setLayout(self._kept_place)
        self.column.add(
            *self._which(choices),
            self._goes,
            self._things,
            self._stays,
            self._ticks,
            WrapLabel(said.no_way_back(self.wording)),
            WrapLabel(said.stays_elsewhere(self.wording, going), "muted"),
            self.export,
        )
        self.ahead = BackgroundSteps(desk, self.work, self)
        self.ahead.ready.connect(self._on_ahead)
        self.ahead.failed.connect(self._on_not_ahead)
        self.work.stopped.connect(self._show_ready)
        self.choose.picked.connect(self._on_picked)
        self._look()

    def _which(self, choices: "Sequence[Choice]") -> tuple[QWidget, QWidget]:
        """Return the only choice's name, and the list of choices; one of the two is shown."""
        name, chooser = WrapLabel(choices[0].words, "heading", most=200), QWidget()
        Form(chooser).add_row(said.chooser_of(self.wording, self._going), self.choose)
        # Never shown here: without a parent it would be a window of its own for a moment.
        (name if len(choices) > 1 else chooser).hide()
        return name, chooser

    @override
    def can_go_on(self) -> bool:
        return self._leaving is not None and self._leaving.total > 0

    @override
    def begin(self) -> None:
        """Work out on the worker what goes; a few records of a small journal go at once."""
        leaving, purging = self._leaving, self._purging
        if leaving is None or (len(leaving.records) <= FEW and not purging.takes_a_moment):
            self.finish()
            return
        text = self.wording.text
        work = on_worker(purging.preparing(leaving, self._kept()))
        first = text("Gathering what will be deleted.")
        last = text("One moment. It is being deleted.")
        self.ahead.start([(first, work)], last, self.column, self.yes)

    @override
    def go_on(self) -> None:
        leaving, ahead = self._leaving, self.ahead.made
        if leaving is not None:
            self._purging.carry_out(leaving, self._kept(), cast("PreparedDeletion | None", ahead))
            self.purged.emit()

    @property
    def _purging(self) -> "Purging":
        return self.desk.journal.safe.purging

    def _kept(self) -> list[UUID]:
        """Return the kept pages and packs that are to go, too."""
        wanted = self.kept is not None and self.kept.box.isChecked()
        return [record.id for record in self._leaving.kept] if self._leaving and wanted else []

    def _on_ahead(self) -> None:
        self.finish()
        self._show_ready()

    def _on_not_ahead(self, failure: Exception) -> None:
        self._show_ready()
        self.warn(self.why(failure))

    def _show_ready(self) -> None:
        self.column.setEnabled(True)
        self._on_typed()

    def _on_picked(self, _choice: object) -> None:
        self._look()
        announce(self, self._goes.text())

    def _look(self) -> None:
        choice = self.choose.value()
        if not isinstance(choice, Choice):
            return
        self._leaving = leaving = choice.look()
        self._goes.setText(said.goes_said(self.wording, self._going, leaving))
        things = things_said(self.wording, self.desk.journal.family(), leaving)
        self._things.setText("\n".join(f"• {thing}" for thing in things))
        self._things.setVisible(bool(things))
        stays = said.stays_said(self.wording, self._going, leaving)
        self._stays.say(stays)
        if self._going is Going.ASKED:  # kept pages stay there, and it is said so
            self._ticks.hide()
        else:
            self._offer_kept(leaving)
        self.set_word(choice.typed)

    def _offer_kept(self, leaving: "DeletionPreview") -> None:
        """Offer to delete pages and packs with the same words, too.

        With one entry they are ticked; where much goes at once, the family ticks them itself.
        """
        if self.kept is not None:
            let_go(self.kept)
            self.kept = None
        self._ticks.setVisible(bool(leaving.kept))
        if leaving.kept:
            self.kept = TickRow("kept", said.kept_said(self.wording, leaving), "")
            self.kept.show_ticked(self._going is Going.ENTRY)
            self._kept_place.addWidget(self.kept)
