"""Which computer is gone for good, so that its files in a shared folder can go, too."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.texts.sharing import sharing as said
from homejournal.ui.kit.action_dialog import CalmDialog
from homejournal.ui.widgets.fields.drop_down import ChooseBox
from homejournal.ui.widgets.fields.form_rows import add_row, make_form

if TYPE_CHECKING:
    from homejournal.services.safe.sharing.sharing import SharingState
    from homejournal.ui.base.desk import Desk


class GoneComputerDialog(CalmDialog):
    """Says plainly what it means, and asks which one it is."""

    let_go = Signal(object, object)
    """The sharing, and the computer whose files are to go."""

    def __init__(self, desk: "Desk", state: "SharingState", parent: QWidget | None) -> None:
        text = desk.wording.text
        title, do = text("A computer that is gone"), text("Take its files away")
        super().__init__(desk, title, do, parent, careful=True)
        self._state = state
        name_of = desk.journal.safe.homes.naming()
        self.which = ChooseBox(most_letters=40)
        self.which.set_choices(
            [
                (one, said.other_computer(desk.wording, name_of(str(one.device)), one.through))
                for one in state.others
            ]
        )
        what, *more = said.letting_go(desk.wording)
        self.say(what)
        rows = QWidget()
        add_row(make_form(rows), text("Which computer"), self.which)
        self.column.add(rows)
        self.say(*more)

    @override
    def go_on(self) -> None:
        """Let its files go with the next look into the folder."""
        desk, chosen = self.desk, self._state.others[self.which.currentIndex()]
        sharing = desk.journal.safe.sharing
        sharing.let_go(self._state.shared, chosen.device, desk.preferences.folder)
        self.accept()
        self.let_go.emit(self._state.shared, chosen)
