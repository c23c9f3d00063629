"""The recovery sheet before it is printed or saved."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names import name_outside
from homejournal.domain.safe.passwords import RecoverySheet, groups_of
from homejournal.services.safe.copies.copy_encryption import number_of
from homejournal.texts.passwords import (
    not_there_said,
    number_said,
    own_stick_said,
    where_to_keep,
)
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.second_place import lies_with_copies
from homejournal.ui.kit.paper_preview import SheetDialog


class RecoverySheetDialog(SheetDialog[RecoverySheet]):
    """Offers language and paper size, and says where to keep the sheet."""

    def __init__(self, desk: Desk, secret: bytes, parent: QWidget | None) -> None:
        super().__init__(desk, desk.wording.text("Recovery sheet"), parent)
        self._groups, self._today = groups_of(secret), desk.today()
        self._number = number_of(secret)
        self._output.is_misplaced = partial(lies_with_copies, desk)
        self._output.misplaced.connect(self._on_misplaced)
        self.notice.pressed.connect(self.save_pdf)

    @override
    def add_choices(self) -> None:
        super().add_choices()
        for words in where_to_keep(self.wording)[:2]:
            self.form.add_words(words, "small")
        self.form.add_words(own_stick_said(self.wording), "small")

    @override
    def sheet(self) -> RecoverySheet | None:
        children = self.desk.journal.family().children
        return RecoverySheet(
            groups=self._groups,
            number=self._number,
            children=tuple(name_outside(children, child) for child in children),
            printed=self._today,
            language=self.chosen_language(),
            paper=self.chosen_paper(),
        )

    @override
    def file_words(self) -> tuple[str, str, date]:
        return self.wording.text("Recovery sheet"), "", self._today

    @override
    def told(self, sheet: RecoverySheet) -> str:
        groups = self.wording.text("Recovery sheet: {groups}", groups=" ".join(self._groups))
        return " ".join((groups, number_said(self.wording, self._number)))

    def _on_misplaced(self) -> None:
        """Say that it must not be saved beside the copies, and offer another place."""
        self.notice.set_text(not_there_said(self.wording), self.wording.text("Another place…"))
