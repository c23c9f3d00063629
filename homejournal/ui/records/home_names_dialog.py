"""What this home and this computer are called where several write in one journal."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.changes import Change
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.widgets.fields.form_rows import add_row

if TYPE_CHECKING:
    from homejournal.services.records.homes import Homes
    from homejournal.ui.base.desk import Desk


class NamesDialog(FormDialog):
    """Both names, and where several homes are known, which of them is ours."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("This home and this computer"), text("Save"), parent)
        homes = desk.journal.safe.homes
        ours, computer = homes.ours, homes.computer
        self.home = QLineEdit(ours.name if ours else "")
        self.computer = QLineEdit(computer.name if computer else "")
        self.which = QComboBox()
        self.which.addItem(ours.name if ours else text("A new one"), ours.id if ours else None)
        for other in homes.others():
            self.which.addItem(desk.wording.own(other.name), other.id)
        add_row(self.form, text("The name of this home"), self.home)
        add_row(self.form, text("The name of this computer"), self.computer)
        if homes.others():
            about = text("Only if this journal was begun under the name of another home.")
            add_row(self.form, text("Which home is ours"), self.which, about)
        self.fields = {"home": self.home, "name": self.computer}

    @override
    def step(self) -> Step:
        home, computer = self.home.text().strip(), self.computer.text().strip()
        if not home:
            raise InvalidValueError("home", Reason.EMPTY)
        homes = self.desk.journal.safe.homes
        if self.which.currentIndex() > 0:
            return self.wording.text("Home chosen"), partial(_chosen, homes, self.which)
        return self.wording.text("Names saved"), partial(homes.name_ours, home, computer)


def _chosen(homes: "Homes", which: QComboBox) -> Change:
    return homes.choose_ours(which.currentData())
