"""A dialog that writes a sealed file: its words, where it goes, and how it went."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from homejournal.ui.dialogs.calm_dialog import CalmDialog
from homejournal.ui.dialogs.seal_words_part import SealWordsPart
from homejournal.ui.widgets.form import show_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.ui.desk import Desk
    from homejournal.ui.worker import Task

_Made = TypeVar("_Made")


class SealingDialog(CalmDialog):
    """Subclasses put `words` where they are to be seen, and answer in `write` and what follows."""

    def __init__(self, desk: "Desk", title: str, do: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, do, parent)
        self.words = SealWordsPart(self.wording)

    def write(self, name: str) -> None:
        """Write the file with this name beside the window's work; `seal` does so."""
        raise NotImplementedError

    def has_words(self) -> bool:
        """Return whether there are words that seal the file, after asking for some if not."""
        has = bool(self.words.words.strip())
        if not has:
            show_problem(self.words.field, self.wording.text("Please write some words."))
        return has

    def ask_for_file(self) -> None:
        """Ask where the file goes, once there are words that seal it."""
        if not self.has_words():
            return
        text = self.wording.text
        dialog = QFileDialog(self, text("Save the sealed file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("hjpack")
        dialog.setNameFilter(text("Files for another homejournal (*.hjpack)"))
        dialog.selectFile(f"homejournal-{self.desk.today().isoformat()}.hjpack")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def seal(
        self,
        make: "Callable[[str, Path], _Made]",
        name: str,
        done: "Callable[[_Made], None]",
    ) -> None:
        """Call `make` with the words and the path on the worker, and then `done` with its answer.

        `make` writes the file; what it raises becomes a sentence.
        """
        self.do.setEnabled(False)
        work = partial(_make, make, self.words.words, Path(name))
        task = self.desk.worker.start(work, done, self.show_failure)
        self.work.follow(task, self.wording.text("The file is sealed."))

    def end_written(self, path: Path, *lines: str) -> None:
        """Show where the file is, the words that open it, and then these lines."""
        self.work.end()
        text = self.wording.text
        self.end_with(
            text("The file is written: {file}", file=self.wording.own(str(path))),
            text("The words: {words}", words=self.words.words),
            *lines,
        )


def _make(make: "Callable[[str, Path], _Made]", words: str, path: Path, _task: "Task") -> _Made:
    return make(words, path)
