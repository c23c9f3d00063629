"""Moving to a new computer: one file out here, one file in there, step by step."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.sharing.moving_computer import moving
from homejournal.texts.keys.password import stays_behind
from homejournal.texts.sharing.moved_journal import folders_moving
from homejournal.ui.safe.exchange.base_sealed_dialog import SealingDialog
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.sharing.missing_from_file import Lacking
    from homejournal.ui.base.desk import Desk


class MovingDialog(SealingDialog):
    """The file has all that is written, with earlier versions, private notes and pictures."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Move to a new computer"), text("Save the file…"), parent)
        steps = (
            text("1. Save one sealed file here, best on a USB stick."),
            text("2. Install homejournal on the new computer and start it."),
            text(
                "3. There, choose “I have a file or a copy from another computer”, and type the"
                " words."
            ),
            text("4. Look whether all is there. Then you can delete the journal here for good."),
        )
        lead = text(
            "All that is written goes along, with your private notes, photos and earlier versions."
            " Reminders and how the window looks are set anew."
        )
        self._moving = moving(desk.journal.safe.sharing, desk.preferences.folder)
        folders = folders_moving(self.wording, self._moving.ending, along=bool(self._moving.along))
        password = (stays_behind(self.wording),) if desk.journal.safe.password.is_set else ()
        told = (lead, *password, *steps, *folders)
        self.column.add(*(WrapLabel(line) for line in told), self.words)

    @override
    def file_word(self) -> str:
        # Translators: a part of a file's name, as in "homejournal-new-computer-2026-03-22"
        return self.wording.text("new-computer")

    @override
    def go_on(self) -> None:
        """Ask where to."""
        self.ask_for_file()

    @override
    def write(self, name: str) -> None:
        """Write the file beside the window's work."""
        from homejournal.services.safe.transfer.sealed_files import make_pack

        safe, along, invitation = self.desk.journal.safe, self._moving.along, None
        if along is not None:
            invitation = safe.sharing.invitation(along, self.desk.preferences.folder)
        wish = safe.pack_files.wish(Audience.OWN, invitation=invitation)
        self.seal(partial(make_pack, replace(wish, history=True)), name)

    @override
    def then(self, lacking: "Lacking") -> tuple[str, ...]:
        text = self.wording.text
        if any(lacking):
            return (text("Keep this computer: what is not in the file may be nowhere else."),)
        return (text("Now go to the new computer: step 2. Keep this one until all is there."),)
