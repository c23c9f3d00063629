"""Packs and visit pages that were handed over, as lines of the Visits page."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.media_and_papers import KeptPack
from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.exchange.json.kept_papers_json import pack_from_dict
from homejournal.texts import visits_and_team as said
from homejournal.texts.papers.packs import kept_name
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class PageLinks(FlowRow):
    """`wanted` carries the id of the page."""

    wanted = Signal(object)

    def __init__(self, wording: Wording, pages: Sequence[KeptRecord], about: str) -> None:
        super().__init__(gap=4)
        for page in pages:
            words = said.page_said(wording, page)
            link = make_button(words, "file-text", look="link", about=about)
            self.add(link.giving(page.id, self.wanted))


class LoosePages(QWidget):
    """Pages that were handed over without a visit; hidden while there are none."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._links: PageLinks | None = None
        self._column = in_column(
            WrapLabel(wording.text("Pages handed over without a visit"), "heading"),
            gap=4,
            inside=self,
        )
        self.hide()

    def show_pages(self, pages: Sequence[KeptRecord]) -> None:
        """Show the newest of these pages, which stand newest first."""
        if self._links is not None:
            self._links.hide()
            self._links.deleteLater()
        self._links = PageLinks(self._wording, pages[:_SHOWN], "")
        self._links.wanted.connect(self.wanted)
        self._column.addWidget(self._links)
        self.setVisible(bool(pages))


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
        for handed_over in self._packs:
            _, pack = handed_over
            link = make_button(kept_name(self._wording, pack), "file-text", look="link")
            row.add(link.giving(handed_over, self._on_pack))
        return row

    def _on_pack(self, handed_over: tuple[KeptPack, Pack]) -> None:
        self.wanted.emit(*handed_over)


def _readable(records: Sequence[KeptPack]) -> Iterator[tuple[KeptPack, Pack]]:
    for record in records:
        try:
            yield record, pack_from_dict(record.pack)
        except InvalidValueError:
            continue  # kept by a newer version with parts that this one does not know
