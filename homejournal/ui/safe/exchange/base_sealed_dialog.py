"""A dialog that writes a sealed file: its words, where it goes, and how it went."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from homejournal.texts.sharing.import_export import lacking_lines, mending_said
from homejournal.ui.base.file_dialogs import where_to_save
from homejournal.ui.kit.action_dialog import CalmDialog
from homejournal.ui.safe.exchange.passphrase_part import SealWordsPart
from homejournal.ui.widgets.fields.form_rows import show_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.sharing.missing_from_file import Lacking
    from homejournal.services.safe.transfer.sealed_files import Sealed
    from homejournal.ui.base.background.worker import Task
    from homejournal.ui.base.desk import Desk


class _Written(NamedTuple):
    path: Path
    lacking: "Lacking"


class SealingDialog(CalmDialog):
    """Subclasses put `words` where they are to be seen, and answer in `write` and `then`."""

    def __init__(self, desk: "Desk", title: str, do: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, do, parent)
        self.words = SealWordsPart(self.wording)

    def write(self, name: str) -> None:
        """Write the file with this name beside the window's work; `seal` does so."""
        raise NotImplementedError

    def file_word(self) -> str:
        """Return what the file is for, as a part of its name, so that no two are mixed up."""
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
        kind = text("Files for another homejournal (*.hjpack)")
        name = f"homejournal-{self.file_word()}-{self.desk.today().isoformat()}.hjpack"
        # It begins among the documents, and so never in the shared folder.
        dialog = where_to_save(self, text("Save the sealed file"), [kind], name)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def then(self, lacking: "Lacking") -> tuple[str, ...]:
        """Return what is to be done with a file that lacks this."""
        raise NotImplementedError

    def seal(self, make: "Callable[[str], Sealed]", name: str) -> None:
        """Call `make` with the words on the worker, write the file, and show how it went.

        What is raised becomes a sentence.
        """
        work = partial(_write, make, self.words.words, Path(name))
        task = self.desk.worker.start(work, self._on_written, self.show_failure)
        self.work.follow(task, self.wording.text("The file is sealed."), self.do)

    def warn_of(self, lacking: "Lacking") -> None:
        """Say what is not in the file, if anything is not."""
        lines = lacking_lines(self.wording, lacking)
        if lacking.is_unread:
            lines += (mending_said(self.wording),)
        if lines:
            self.warn(" ".join(lines))

    def _on_written(self, written: _Written) -> None:
        """Show where the file is, the words that open it, and what is to be done with it."""
        self.work.end()
        text = self.wording.text
        self.end_with(
            text("The file is written: {file}", file=self.wording.own(str(written.path))),
            text("The words: {words}", words=self.words.words),
            *self.then(written.lacking),
        )
        self.warn_of(written.lacking)


def _write(make: "Callable[[str], Sealed]", words: str, path: Path, _task: "Task") -> _Written:
    from homejournal.exchange.files.safe_save import safe_save

    made = make(words)
    safe_save(path, made.data)
    return _Written(path, made.lacking)
