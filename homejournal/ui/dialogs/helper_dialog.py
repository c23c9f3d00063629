"""Before a helper writes on Today: what they will see, what it does not guard, and who it is."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.texts.helping import about_helping
from homejournal.texts.people import people_to_choose
from homejournal.ui.dialogs.calm_dialog import CalmDialog
from homejournal.ui.widgets.choose_box import ChooseBox
from homejournal.ui.widgets.form import add_row, make_form

if TYPE_CHECKING:
    from homejournal.ui.main_window import MainWindow


class HelperDialog(CalmDialog):
    """Says plainly what happens, and asks who is going to write."""

    def __init__(self, window: "MainWindow", child: UUID) -> None:
        desk, text = window.desk, window.desk.wording.text
        super().__init__(desk, text("Today for a helper"), text("Begin"), window)
        self._main, self._child = window, child
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
        chosen = self.who.value()
        self._helper = chosen if isinstance(chosen, UUID) else None
        self.accept()
        QTimer.singleShot(0, self._main, self._begin)

    def _begin(self) -> None:
        from homejournal.ui.helper_cover import ForHelper

        ForHelper(self._main, self._child, self._helper)
