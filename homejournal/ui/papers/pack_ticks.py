"""Every line that can stand in a pack, each with a box to tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.packs.offers import PackOffer
from homejournal.texts.papers.packs import offer_said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px
from homejournal.ui.widgets.fields.tick_box_row import TickRow

_INDENT = 24


class PackTicks(QWidget):
    """What needs another line stands further in, and can be ticked only with that one."""

    ticked = Signal(str, bool)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._offers: tuple[PackOffer, ...] = ()
        self.rows: dict[str, TickRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))

    def show_offers(self, offers: Sequence[PackOffer], keys: Collection[str]) -> None:
        """Show what can be ticked and what is; built anew only where the offers changed."""
        if tuple(offers) != self._offers:
            self._build(tuple(offers))
        possible: set[str] = set()
        for offer in self._offers:
            row, free = self.rows[offer.key], not offer.needs or offer.needs in possible
            row.setEnabled(free)
            row.show_ticked(offer.key in keys)
            if free and offer.key in keys:
                possible.add(offer.key)

    def _build(self, offers: tuple[PackOffer, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._offers, self.rows = offers, {}
        depth: dict[str, int] = {}
        said: dict[str, str] = {}
        for offer in offers:
            depth[offer.key] = depth[offer.needs] + 1 if offer.needs else 0
            said[offer.key] = offer_said(self._wording, offer)
            look = "" if depth[offer.key] else "strong"
            row = TickRow(offer.key, said[offer.key], said.get(offer.needs, "")[:200], look)
            row.setContentsMargins(px(_INDENT) * depth[offer.key], 0, 0, 0)
            row.ticked.connect(self.ticked)
            self.rows[offer.key] = row
            self._column.addWidget(row)
