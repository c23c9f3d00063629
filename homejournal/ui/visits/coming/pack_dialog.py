"""A pack as it was handed over, to look at, print or save again."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.attachments import KeptPack
from homejournal.texts.papers import packs as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.paper.preview_dialog import SheetDialog
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.buttons.wrapping_button import WordButton

if TYPE_CHECKING:
    from homejournal.reports.printer import Printed


class KeptPackDialog(SheetDialog):
    """Nothing of it can be changed; it can be removed, with one undo."""

    FOR_OTHERS: ClassVar[bool] = True

    def __init__(self, desk: Desk, record: KeptPack, pack: Pack, parent: QWidget | None) -> None:
        super().__init__(desk, said.kept_name(desk.wording, pack), parent)
        self._record, self._pack = record, pack
        self.remove = WordButton(self.wording.text("Remove"))
        set_icon(self.remove, "trash", "text", 18)
        self.remove.setAutoDefault(False)
        self.remove.setVisible(desk.can_write)
        self.remove.clicked.connect(self.remove_pack)
        self.buttons.put_before(self.remove, self.lock_button)
        self._choices.hide()

    @override
    def add_choices(self) -> None:
        """Add nothing: language and paper are those with which it was handed over."""

    @override
    def sheet(self) -> Pack:
        return self._pack

    @override
    def file_words(self) -> tuple[str, str, date]:
        return said.title(self.wording, self._pack.kind), self._pack.child, self._pack.printed

    @override
    def told(self, sheet: "Printed") -> str:
        return said.title_of(self.wording, self._pack)

    @override
    def said_of(self, sheet: "Printed", pages: int) -> str:
        day = self.wording.day(self._record.made.date())
        return self.wording.text("This pack was kept on {day}, as it was handed over.", day=day)

    def remove_pack(self) -> None:
        """Remove the pack from the journal, as one step, and close."""
        words = self.wording.text("Removed: {name}", name=said.kept_name(self.wording, self._pack))
        call = partial(self.desk.journal.records.delete, self._record.id)
        if self.desk.editing.do(words, call) is not None:
            self.accept()
