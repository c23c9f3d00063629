"""Packs and visit pages that were handed over, as lines of the Visits page, and one pack anew."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.packs.pack import Pack
from homejournal.domain.records.media_and_papers import KeptPack
from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.exchange.kept_papers_json import pack_from_dict
from homejournal.texts import visits_and_team as said
from homejournal.texts.papers import packs as said_of_packs
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.line_buttons import FoldRow

_MOST = 40


class PageLinks(FlowRow):
    """`wanted` carries the id of the page."""

    wanted = Signal(object)

    def __init__(self, wording: Wording, pages: Sequence[KeptRecord], about: str) -> None:
        super().__init__(gap=4)
        for page in pages:
            words = said.page_said(wording, page)
            link = make_button(words, "file-text", look="link", about=about)
            self.add(link.giving(page.id, self.wanted))


class OtherPapers(FoldRow):
    """Pages that were handed over without a visit, and packs; hidden while there are none."""

    page_wanted = Signal(object)
    """UUID."""
    pack_wanted = Signal(object, object)
    """The record of a pack, and the pack."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self._pages: Sequence[KeptRecord] = ()
        self._records: Sequence[KeptPack] = ()
        self._packs: list[tuple[KeptPack, Pack]] = []
        self._links = Part()
        self.hide()

    def show_papers(self, pages: Sequence[KeptRecord], records: Sequence[KeptPack]) -> None:
        """Show the newest of these papers, which come newest first."""
        if (pages, records) == (self._pages, self._records):
            return
        if records != self._records:
            self._packs = list(_readable(records[:_MOST]))
        self._pages, self._records = pages, records
        self.setVisible(bool(pages or self._packs))
        self.say(self._wording.text("Other pages and packs handed over"), "")

    @override
    def body(self) -> QWidget:
        return self._links

    @override
    def show_body(self) -> None:
        pages = PageLinks(self._wording, self._pages[:_MOST], "")
        pages.wanted.connect(self.page_wanted)
        packs = FlowRow(gap=4)
        for handed_over in self._packs:
            name = said_of_packs.kept_name(self._wording, handed_over[1])
            link = make_button(name, "file-text", look="link")
            packs.add(link.giving(handed_over, self._on_pack))
        shown = ((pages, self._pages), (packs, self._packs))
        self._links.show_widgets([links for links, papers in shown if papers])

    def _on_pack(self, handed_over: tuple[KeptPack, Pack]) -> None:
        self.pack_wanted.emit(*handed_over)


def _readable(records: Sequence[KeptPack]) -> Iterator[tuple[KeptPack, Pack]]:
    for record in records:
        try:
            yield record, pack_from_dict(record.pack)
        except InvalidValueError:
            continue  # kept by a newer version with parts that this one does not know


class KeptPackDialog(SheetDialog[Pack]):
    """Shows a pack that was handed over; it can only be removed, as one step."""

    FOR_OTHERS: ClassVar[bool] = True

    def __init__(self, desk: Desk, record: KeptPack, pack: Pack, parent: QWidget | None) -> None:
        super().__init__(desk, said_of_packs.kept_name(desk.wording, pack), parent)
        self._record, self._pack = record, pack
        self.remove = make_button(self.wording.text("Remove"), "trash", self.remove_pack)
        self.remove.setAutoDefault(False)
        self.remove.setVisible(desk.can_write)
        self.buttons.put_before(self.remove, self.lock_button)
        self._choices.hide()

    @override
    def add_choices(self) -> None:
        """Add no choices: language and paper stay those of the handed-over pack."""

    @override
    def sheet(self) -> Pack:
        return self._pack

    @override
    def file_words(self) -> tuple[str, str, date]:
        title = said_of_packs.title(self.wording, self._pack.kind)
        return title, self._pack.child, self._pack.printed

    @override
    def told(self, sheet: Pack) -> str:
        return said_of_packs.title_of(self.wording, self._pack)

    @override
    def said_of(self, _sheet: Pack, pages: int) -> str:
        day = self.wording.day(self._record.made.date())
        return self.wording.text("This pack was kept on {day}, as it was handed over.", day=day)

    def remove_pack(self) -> None:
        """Remove the pack from the journal, as one step, and close."""
        name = said_of_packs.kept_name(self.wording, self._pack)
        words = self.wording.text("Removed: {name}", name=name)
        call = partial(self.desk.journal.records.delete, self._record.id)
        if self.desk.editing.do(words, call) is not None:
            self.accept()
