"""Deleting the whole journal: what goes, and a word to be typed before anything happens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.base.local_settings.second_place import chosen_place
from homejournal.ui.delete_for_good.export_first import LastExport
from homejournal.ui.kit.confirm_dialog import SureDialog
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk


class EraseDialog(SureDialog):
    """`wanted` tells the folders of copies elsewhere that are to go, too; the window does it."""

    wanted = Signal(object)

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        wording = desk.wording
        title = said.title_of(wording, Going.EVERYTHING)
        super().__init__(desk, title, wording.text("Delete the journal"), parent)
        place = chosen_place(desk)
        self._second = place.folder.path if place is not None and place.is_there else None
        copies = len(desk.journal.safe.backups.here())
        counts = desk.journal.safe.purging.of_everything()
        self.column.add(WrapLabel(said.all_goes_said(wording, counts, copies), "heading"))
        words = wording.text("Also delete the copies at the second place: {folder}")
        self.second = TickRow("second", words.format(folder=wording.own(str(self._second))), "")
        self.second.setVisible(self._second is not None)
        shared = [WrapLabel(said.shared_stays(wording))] if desk.journal.safe.sharing.all() else []
        self.column.add(
            self.second,
            *shared,
            WrapLabel(said.way_back_elsewhere(wording)),
            WrapLabel(said.stays_elsewhere(wording, Going.EVERYTHING), "muted"),
            LastExport(desk, self),
        )
        names = [child.name for child in desk.journal.family().children.values()]
        self.set_word(names[0] if len(names) == 1 else wording.text("delete"))

    @override
    def go_on(self) -> None:
        wanted = self._second is not None and self.second.box.isChecked()
        self.wanted.emit((self._second,) if wanted else ())
