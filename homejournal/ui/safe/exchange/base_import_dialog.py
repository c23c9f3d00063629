"""A dialog that takes in a file: which one is chosen, and it is read beside the window's work."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.sharing.sharing import undo_with_folders
from homejournal.ui.base.file_dialogs import which_file
from homejournal.ui.kit.action_dialog import CalmDialog
from homejournal.ui.kit.backup_first import CopyFirst
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.ui.base.background.worker import Task
    from homejournal.ui.base.desk import Desk

_Read = TypeVar("_Read")


class ReadingDialog(CalmDialog):
    """Subclasses say which kinds of file in `asked`, read one in `read_file`, and `take` it in."""

    def __init__(self, desk: "Desk", title: str, do: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, do, parent)
        self.file: Path | None = None
        self.choose = WordButton(self.wording.text("Choose the file…"))
        self.choose.clicked.connect(self.choose_file)
        self.name = WrapLabel("")
        self.copy_first = CopyFirst(desk, self.work, self)
        self.copy_first.ready.connect(self._on_copied)
        self.copy_first.failed.connect(self.show_failure)

    def asked(self) -> tuple[str, str]:
        """Return the title of the choice of a file, and the kinds of file that are offered."""
        raise NotImplementedError

    def say_of_folders(self) -> None:
        """Say what Undo cannot take back, where something is shared through a folder."""
        if self.desk.journal.safe.sharing.all():
            self.say(undo_with_folders(self.wording))

    def read_file(self) -> None:
        """Read the chosen file by `read`."""
        raise NotImplementedError

    def after_choice(self) -> QWidget:
        """Return where one goes on once a file is chosen."""
        return self.do

    def show_file(self, name: str) -> None:
        """Take the file with this name, which somebody chose."""
        self.file = Path(name)
        self.name.setText(self.wording.own(self.file.name))
        self.name.show()
        self.after_choice().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def go_on(self) -> None:
        """Read the chosen file, or let one be chosen."""
        if self.file is None:
            self.choose_file()
        else:
            self.read_file()

    def read(
        self, reads: "Callable[[Path], _Read]", done: "Callable[[_Read], None]", words: str
    ) -> None:
        """Call `reads` with the chosen file on the worker, and then `done` with its answer.

        What it raises becomes a sentence; `words` are shown meanwhile.
        """
        if self.file is not None:
            work = partial(_read, reads, self.file)
            task = self.desk.worker.start(work, done, self.show_failure)
            self.work.follow(task, words, self.do)

    def end_reading(self) -> None:
        """Take notice that the file was read."""
        self.work.end()
        self.do.setEnabled(True)

    def copy_and_take(self) -> None:
        """Make a copy of the journal and work out what comes beside the window's work.

        `take` follows.
        """
        self.copy_first.begin("import", self.do, coming=self.coming())

    def coming(self) -> "Callable[[], object] | None":
        """Return the call that works out on any thread what `take` writes, if there is one."""
        return None

    def take(self) -> None:
        """Take in what was read; JournalError becomes a sentence."""
        raise NotImplementedError

    def _on_copied(self) -> None:
        try:
            self.take()
        except JournalError as failure:
            self.show_failure(failure)

    def choose_file(self) -> None:
        """Let somebody choose a file."""
        title, kinds = self.asked()
        dialog = which_file(self, title, [kinds, self.wording.text("All files (*)")])
        dialog.fileSelected.connect(self.show_file)
        dialog.open()


def _read(reads: "Callable[[Path], _Read]", path: Path, _task: "Task") -> _Read:
    return reads(path)
