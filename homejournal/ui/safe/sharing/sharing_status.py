"""How one sharing stands, with the way to end it, and to let go of a computer that is gone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.errors.error_texts import explain
from homejournal.texts.errors.sharing_errors import misfits_said, unreadable_said
from homejournal.texts.sharing import sharing as said
from homejournal.ui.kit.action_dialog import CalmDialog
from homejournal.ui.theme import px
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.services.safe.sharing.sharing import SharingState
    from homejournal.ui.safe.card import SafeCard


class SharingRow(QWidget):
    """Whom it is with, through which folder, and what has not arrived yet."""

    ended = Signal()
    let_go = Signal(object, object)
    """The files of a computer are to go with the next look into the folder: of which sharing."""

    def __init__(self, card: "SafeCard", state: "SharingState", failure: Exception | None) -> None:
        super().__init__()
        self._card, self._state = card, state
        wording = card.wording
        who = said.audience_name(wording, state.shared.audience)
        place = wording.own(str(state.folder)) if state.folder else wording.text("not here yet")
        title = wording.text("{who}, through the folder {place}", who=who, place=place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(WrapLabel(title, "strong"))
        for line in self._lines(failure):
            column.addWidget(WrapLabel(line, "muted"))
        self.gone = card.button(wording.text("A computer that is gone…"), "link")
        self.gone.clicked.connect(self._on_gone)
        self.end = card.button(wording.text("End this sharing…"), "link")
        self.end.clicked.connect(self._on_end)
        for button in (self.gone, self.end):
            button.setAccessibleDescription(title)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.gone.setVisible(bool(state.others))
        self.gone.setEnabled(card.desk.can_write)

    def _lines(self, failure: Exception | None) -> list[str]:
        wording, state = self._card.wording, self._state
        name_of = self._card.desk.journal.safe.homes.naming()
        lines = [
            said.not_arrived(wording, known.missing, name_of(str(device)))
            for device, known in state.arrived.items()
            if known.missing
        ]
        lines += [said.going_said(wording, name_of(str(device))) for device in state.going]
        if state.unread:
            lines.append(said.unread_said(wording, state.unread))
        if state.unreadable:
            lines.append(unreadable_said(wording, state.unreadable))
        if state.misfits:
            lines.append(misfits_said(wording, state.misfits))
        lines += said.pictures_said(wording, state.pictures)
        if isinstance(failure, JournalError):
            lines.append(explain(wording, failure, in_window=False))
        elif state.arrived and not lines:
            lines.append(wording.text("Everything that is in the folder is here."))
        return lines

    def _on_gone(self) -> None:
        from homejournal.ui.safe.sharing.lost_computer_dialog import GoneComputerDialog

        dialog = GoneComputerDialog(self._card.desk, self._state, self._card.window())
        dialog.let_go.connect(self.let_go)
        dialog.ask()

    def _on_end(self) -> None:
        dialog = _EndDialog(self._card, self._state)
        dialog.accepted.connect(self.ended)
        dialog.ask()


class _EndDialog(CalmDialog):
    """Says plainly what ending means."""

    def __init__(self, card: "SafeCard", state: "SharingState") -> None:
        title = card.wording.text("End this sharing")
        super().__init__(card.desk, title, title, card.window(), careful=True)
        self._state = state
        self.say(said.ending(card.wording))

    @override
    def go_on(self) -> None:
        """End it here."""
        desk = self.desk
        desk.journal.safe.sharing.end(self._state.shared, desk.preferences.folder)
        self.accept()
