"""The card on copies of the journal."""

from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.ui.pages.safe_card import SafeCard
from homejournal.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.desk import Desk


class BackupsCard(SafeCard):
    """Says when the newest copy was made, and makes one now."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Copies of the journal"))
        self._said = WrapLabel("")
        self.now = self.button(self.wording.text("Make a copy now"))
        self.body.addWidget(self._said)
        self.body.addWidget(self.now)
        self.now.clicked.connect(self._on_now)

    @override
    def show_values(self) -> None:
        copies = self.desk.journal.safe.backups.here()
        text = self.wording.text
        if copies:
            made = copies[0].made.astimezone()
            self._said.setText(text("Newest copy: {day}", day=self.wording.day(made.date())))
        else:
            self._said.setText(text("There is no copy of the journal yet."))

    def _on_now(self) -> None:
        self.desk.journal.safe.backups.before("asked")
        self.show_values()
