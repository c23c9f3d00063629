"""Before a helper writes on Today: what they will see, what it does not guard, and who it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.texts.day_page import about_helping
from homejournal.texts.display_names import people_to_choose
from homejournal.ui.base.local_settings.reminder_times import ring_settings
from homejournal.ui.kit.steps import ButtonSteps
from homejournal.ui.records.writers_dialog import WriterDialog
from homejournal.ui.theme import set_look
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.form_rows import add_row, make_form
from homejournal.ui.widgets.layout.flow_layout import FlowRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from homejournal.ui.base.desk import Desk


class HelperDialog(ButtonSteps):
    """Says plainly what happens, and asks who is going to write."""

    begins = Signal(object)
    """The id of who is going to write, or None; once this dialog is gone."""

    def __init__(self, desk: "Desk", parent: QWidget) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Today for a helper"), text("Begin"), parent)
        self.who: DropDown[UUID] = DropDown(most_letters=40)
        self._fill()
        self.other = OnceButton(text("Somebody else…"))
        set_look(self.other, "link")
        self.other.clicked.connect(self._on_other)
        rings = bool(ring_settings(desk).times)
        what, *more = about_helping(
            desk.wording, password=desk.journal.safe.is_encrypted, rings=rings
        )
        self.say(what)
        rows = QWidget()
        add_row(make_form(rows), text("Who is writing?"), self.who)
        row = FlowRow(gap=8)
        row.add(self.other)
        self.column.add(rows, row)
        self.say(*more)

    def _fill(self) -> None:
        """Offer who writes, the one who came last first chosen where somebody was just added."""
        people = people_to_choose(self.wording, self.desk.journal.family())
        is_new = len(people) >= len(self.who.values) > 0
        first = self.who.value() if self.who.values else self._likely([one for one, _ in people])
        chosen = people[-1][0] if is_new else first
        self.who.set_choices([(None, self.wording.text("Not chosen")), *people], chosen)

    def _likely(self, people: "Sequence[UUID]") -> "UUID | None":
        """Return who was chosen last, else the only one beside who usually writes here."""
        known = self.desk.preferences.chosen_to_help
        others = [one for one in people if one != self.desk.helper]
        return known if known in people else others[0] if len(others) == 1 else None

    def _on_other(self) -> None:
        dialog = WriterDialog(self.desk, None, self)
        dialog.accepted.connect(self._fill)
        dialog.ask()

    @override
    def go_on(self) -> None:
        """Begin once this dialog is gone: it would be hidden with all other windows."""
        writers = self.desk.journal.family().writers
        who = next((one for one in writers if one == self.who.value()), None)
        self.desk.preferences.chosen_to_help = who
        self.accept()
        self.begins.emit(who)
