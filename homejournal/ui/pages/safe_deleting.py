"""The card on deleting for good: a child, a person, the bin, everything; and old copies."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts import purging as said
from homejournal.texts.purging import Going
from homejournal.ui.dialogs.purges import Purges
from homejournal.ui.going import choices_of
from homejournal.ui.pages.safe_card import SafeCard
from homejournal.ui.theme import px
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.purging import OldCopy, PurgeRequest
    from homejournal.ui.desk import Desk


class RequestRow(QWidget):
    """What another home asks to delete, with the two answers."""

    agreed = Signal(object)
    declined = Signal(object)

    def __init__(self, card: SafeCard, request: "PurgeRequest") -> None:
        super().__init__()
        self._home = request.home
        known = card.desk.journal.family().homes.get(request.home)
        words = said.asked_said(card.wording, known.name if known else None, request)
        self.yes = card.button(card.wording.text("Delete it here, too"))
        self.no = card.button(card.wording.text("Keep it here"))
        row = FlowRow(gap=8)
        row.add(self.yes, self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(WrapLabel(words))
        column.addWidget(row)
        for button in (self.yes, self.no):
            button.setAccessibleDescription(words)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)

    def _on_yes(self) -> None:
        self.agreed.emit(self._home)

    def _on_no(self) -> None:
        self.declined.emit(self._home)


class DeletingCard(SafeCard):
    """Each button opens a dialog that tells what goes and what stays; nothing happens before."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Deleting for good"))
        self._copies: tuple[OldCopy, ...] = ()
        self.held = Notice("")
        self.held.hide()
        self.requests: list[RequestRow] = []
        self._asked = QVBoxLayout()
        self._asked.setSpacing(px(10))
        self.buttons = {
            going: self.button(said.button_of(self.wording, going))
            for going in (Going.CHILD, Going.PERSON, Going.BIN, Going.EVERYTHING)
        }
        row = FlowRow(gap=8)
        row.add(*self.buttons.values())
        self.body.addWidget(WrapLabel(said.about(self.wording), "muted"))
        self.body.addLayout(self._asked)
        self.body.addWidget(self.held)
        self.body.addWidget(row)
        self.held.pressed.connect(self._on_held)
        self.purges = Purges(desk, self)
        self.purges.purged.connect(self._on_purged)
        self.purges.found.connect(self._on_found)
        self.purges.cleaned.connect(self._on_cleaned)
        self.purges.brought.connect(self.copied)
        self.buttons[Going.CHILD].clicked.connect(self._on_child)
        self.buttons[Going.PERSON].clicked.connect(self._on_person)
        self.buttons[Going.BIN].clicked.connect(self._on_bin)
        self.buttons[Going.EVERYTHING].clicked.connect(self._on_everything)

    @override
    def fill(self) -> None:
        """Show what can go, what another home asks for, and whether older copies hold any of it."""
        can_write = self.desk.can_write
        for going, button in self.buttons.items():
            there = _is_there(self.desk, going)
            button.setEnabled(can_write and there)
        self._show_requests()
        if can_write:
            self.purges.look()

    def _show_requests(self) -> None:
        for old in self.requests:
            old.hide()
            old.deleteLater()
        asked = self.desk.journal.safe.purging.requests() if self.desk.can_write else ()
        self.requests = [RequestRow(self, one) for one in asked]
        for row in self.requests:
            row.agreed.connect(self._on_agreed)
            row.declined.connect(self._on_declined)
            self._asked.addWidget(row)

    def _on_child(self) -> None:
        self._ask(Going.CHILD)

    def _on_person(self) -> None:
        self._ask(Going.PERSON)

    def _on_bin(self) -> None:
        self._ask(Going.BIN)

    def _ask(self, going: Going) -> None:
        self.purges.ask(going, choices_of(self.desk, going))

    def _on_everything(self) -> None:
        self.asks_for.emit("erase", None)

    def _on_purged(self) -> None:
        self.tells.emit(said.deleted_said(self.wording))
        self.show_values()

    def _on_agreed(self, home: "UUID") -> None:
        try:
            self.desk.journal.safe.purging.agree(home)
        except JournalError as failure:
            self.desk.editing.failed.emit(failure)
        else:
            self.purges.follow()

    def _on_declined(self, home: "UUID") -> None:
        try:
            self.desk.journal.safe.purging.decline(home)
        except JournalError as failure:
            self.desk.editing.failed.emit(failure)
        self.show_values()

    def _on_found(self, copies: "tuple[OldCopy, ...]", asks: bool) -> None:  # noqa: FBT001 - a signal's
        """Tell of the copies; a screen reader hears of the same ones once, here or in a dialog."""
        is_known = copies == self._copies
        self._copies = copies
        self.held.setVisible(bool(copies))
        if copies and not is_known:
            words = said.copies_hold_said(self.wording, copies)
            show = self.held.put_text if asks else self.held.set_text
            show(words, self.wording.text("Show these copies…"))

    def _on_held(self) -> None:
        self.purges.show_copies(self._copies)

    def _on_cleaned(self, count: int) -> None:
        self.tells.emit(said.copies_gone_said(self.wording, count))


def _is_there(desk: "Desk", going: Going) -> bool:
    return going is Going.EVERYTHING or bool(choices_of(desk, going))
