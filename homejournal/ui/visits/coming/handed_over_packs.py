"""Links to packs that were handed over: one click shows a pack again as it was made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.attachments import KeptPack
from homejournal.exchange.json.pack_json import pack_from_dict
from homejournal.texts.papers.packs import kept_name
from homejournal.texts.wording import Wording
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card_section import Part
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.text.labels import WrapLabel

_SHOWN = 10


class PacksHandedOver(Part):
    """`wanted` carries the record of a pack and the pack; nothing is shown where there are none."""

    wanted = Signal(object, object)
    left = Signal()
    """The link that had the focus is gone."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._records: Sequence[KeptPack] = ()
        self._packs: list[tuple[KeptPack, Pack]] = []
        self.hide()

    def show_packs(self, records: Sequence[KeptPack]) -> None:
        """Show the newest of these packs, which stand newest first."""
        if records == self._records:
            return
        self._records = records
        self._packs = list(_readable(records[:_SHOWN]))
        focused = has_focus_inside(self)
        heading = WrapLabel(self._wording.text("Packs handed over"), "heading")
        self.show_widgets([heading, self._links()] if self._packs else [])
        self.setVisible(bool(self._packs))
        if focused:
            self.left.emit()

    def _links(self) -> FlowRow:
        row = FlowRow(gap=4)
        for place, (_, pack) in enumerate(self._packs):
            link = WordButton(kept_name(self._wording, pack))
            set_look(link, "link")
            set_icon(link, "file-text", "muted", 16)
            link.setProperty("place", place)
            link.clicked.connect(self._on_pack)
            row.add(link)
        return row

    def _on_pack(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton):
            self.wanted.emit(*self._packs[int(link.property("place"))])


def _readable(records: Sequence[KeptPack]) -> Iterator[tuple[KeptPack, Pack]]:
    for record in records:
        try:
            yield record, pack_from_dict(record.pack)
        except InvalidValueError:
            continue  # kept by a newer version with parts that this one does not know
