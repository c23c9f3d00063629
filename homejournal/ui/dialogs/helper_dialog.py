"""Before a helper writes on Today: what they will see, what it does not guard, and who it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.texts.helping import about_helping
from homejournal.texts.people import people_to_choose
from homejournal.ui.dialogs.calm_dialog import CalmDialog
from homejournal.ui.widgets.choose_box import ChooseBox
from homejournal.ui.widgets.form import add_row, make_form

if TYPE_CHECKING:
    from homejournal.ui.desk import Desk


class HelperDialog(CalmDialog):
    """Says plainly what happens, and asks who is going to write."""

    begins = Signal(object)
    """The id of who is going to write, or None; once this dialog is gone."""

    def __init__(self, desk: "Desk", parent: QWidget) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Today for a helper"), text("Begin"), parent)
        people = people_to_choose(desk.wording, desk.journal.family())
        self.who = ChooseBox(most_letters=40)
        self.who.set_choices([(None, text("Not said")), *people])
        what, *more = about_helping(desk.wording, password=desk.journal.safe.is_encrypted)
        self.say(what)
        if people:
            rows = QWidget()
            add_row(make_form(rows), text("Who is writing?"), self.who)
            self.column.add(rows)
        self.say(*more)

    @override
    def go_on(self) -> None:
        """Begin once this dialog is gone: it would be hidden with all other windows."""
        self.accept()
        self.begins.emit(self.who.value())
