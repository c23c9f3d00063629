"""Moving to a new computer: one file out here, one file in there, step by step."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.sharing import Audience
from homejournal.ui.dialogs.sealing_dialog import SealingDialog
from homejournal.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from homejournal.services.pack_files import PackWish
    from homejournal.ui.desk import Desk


class Moved(NamedTuple):
    """Where the file is, and how many pictures and hand-outs had no room in it."""

    path: Path
    left_out: int


class MovingDialog(SealingDialog):
    """The file has all that is written, with earlier versions, private notes and pictures."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Move to a new computer"), text("Save the file…"), parent)
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
        self.ask_for_file()

    @override
    def write(self, name: str) -> None:
        """Write the file beside the window's work."""
        wish = replace(self.desk.journal.safe.pack_files.wish(Audience.OWN), history=True)
        self.seal(partial(_write, wish), name, self._on_written)

    def _on_written(self, moved: Moved) -> None:
        text = self.wording.text
        lines = [text("Now go to the new computer: step 2. Keep this one until all is there.")]
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
        self.end_written(moved.path, *lines)


def _write(wish: "PackWish", words: str, path: Path) -> Moved:
    from homejournal.exchange.pack_file import media_named, plain_pack, read_plain_pack, write_pack
    from homejournal.exchange.safe_save import safe_save
    from homejournal.services.pack_files import pack_of

    pack = pack_of(wish)
    went = read_plain_pack(plain_pack(pack))  # also a look whether all of it can be read
    safe_save(path, write_pack(pack, words))
    named = set(media_named(pack.incoming.revisions))
    return Moved(path, len(named & pack.media.keys()) - len(went.media))
