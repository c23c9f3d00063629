"""Moving to a new computer: one file out here, one file in there, step by step."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from homejournal.domain.sharing import Audience
from homejournal.ui.dialogs.calm_dialog import CalmDialog
from homejournal.ui.dialogs.seal_words_part import SealWordsPart
from homejournal.ui.widgets.form import show_problem
from homejournal.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from homejournal.services.pack_files import PackWish
    from homejournal.ui.desk import Desk
    from homejournal.ui.worker import Task


class Moved(NamedTuple):
    """Where the file is, and how many pictures and hand-outs had no room in it."""

    path: Path
    left_out: int


class MovingDialog(CalmDialog):
    """The file has all that is written, with earlier versions, private notes and pictures."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Move to a new computer"), text("Save the file…"), parent)
        self.words = SealWordsPart(self.wording)
        steps = (
            text("1. Save one sealed file here, best on a USB stick."),
            text("2. Install homejournal on the new computer and start it."),
            text("3. There, choose “I have a file from another computer”, and type the words."),
            text("4. Look whether all is there. Then you can delete the journal here for good."),
        )
        lead = text(
            "All that is written goes along, with your private notes, photos and earlier versions."
            " Reminders and how the window looks are set anew."
        )
        self.column.add(WrapLabel(lead), *(WrapLabel(step) for step in steps), self.words)

    @override
    def go_on(self) -> None:
        """Ask where to."""
        text = self.wording.text
        if not self.words.words.strip():
            show_problem(self.words.field, text("Please write some words."))
            return
        dialog = QFileDialog(self, text("Save the sealed file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("hjpack")
        dialog.setNameFilter(text("Files for another homejournal (*.hjpack)"))
        dialog.selectFile(f"homejournal-{self.desk.today().isoformat()}.hjpack")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write the file beside the window's work."""
        wish = replace(self.desk.journal.safe.pack_files.wish(Audience.OWN), history=True)
        self.do.setEnabled(False)
        work = partial(_write, wish, self.words.words, Path(name))
        task = self.desk.worker.start(work, self._on_written, self.show_failure)
        self.work.follow(task, self.wording.text("The file is sealed."))

    def _on_written(self, moved: Moved) -> None:
        self.work.end()
        text = self.wording.text
        lines = [
            text("The file is written: {file}", file=self.wording.own(str(moved.path))),
            text("The words: {words}", words=self.words.words),
            text("Now go to the new computer: step 2. Keep this one until all is there."),
        ]
        if moved.left_out:
            lines.append(
                self.wording.count(
                    "{n} picture or hand-out had no room in it. Copies at a second place hold them"
                    " all.",
                    "{n} pictures or hand-outs had no room in it. Copies at a second place hold"
                    " them all.",
                    moved.left_out,
                )
            )
        self.end_with(*lines)


def _write(wish: "PackWish", words: str, path: Path, _task: "Task") -> Moved:
    from homejournal.exchange.pack_file import media_named, plain_pack, read_plain_pack, write_pack
    from homejournal.exchange.safe_save import safe_save
    from homejournal.services.pack_files import pack_of

    pack = pack_of(wish)
    went = read_plain_pack(plain_pack(pack))  # also a look whether all of it can be read
    safe_save(path, write_pack(pack, words))
    named = set(media_named(pack.incoming.revisions))
    return Moved(path, len(named & pack.media.keys()) - len(went.media))
