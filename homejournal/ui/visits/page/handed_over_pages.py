"""The pages that were handed over, to look at, save or print again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.domain.visit_page.page import VisitPage
from homejournal.exchange.kept_papers_json import page_from_dict
from homejournal.texts.papers.visit_page import kept_name
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.boxes import FlowRow, clear, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside, tab_as_read
from homejournal.ui.widgets.wrapping_labels import WrapLabel


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was handed over, with its record."""

    record: KeptRecord
    page: VisitPage


def readable(records: Sequence[object]) -> list[KeptPage]:
    """Return the kept pages that can be shown, newest first."""
    found = []
    for record in records:
        if isinstance(record, KeptRecord):
            try:
                found.append(KeptPage(record, page_from_dict(record.page)))
            except InvalidValueError:
                continue  # kept by a newer version with parts that this one does not know
    return sorted(found, key=lambda kept: kept.record.made, reverse=True)


class KeptPages(QWidget):
    """`wanted` carries the kept page to show, `remove_wanted` the one to remove."""

    wanted = Signal(object)
    remove_wanted = Signal(object)
    left = Signal()
    """The button that had the focus is gone."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._kept: list[KeptPage] | None = None
        self._column = in_column(gap=4, inside=self)
        self.show_pages([], writable=False)

    def show_pages(self, kept: list[KeptPage], *, writable: bool) -> None:
        if kept == self._kept:
            return
        self._kept = kept
        focused = has_focus_inside(self)
        clear(self._column)
        if not kept:
            nothing = self._wording.text("A page that you hand over can be kept here.")
            self._column.addWidget(WrapLabel(nothing, "small"))
        for kept_page in kept:
            self._column.addWidget(self._row(kept_page, writable=writable))
        tab_as_read(self)
        if focused:
            self.left.emit()

    def _row(self, kept: KeptPage, *, writable: bool) -> QWidget:
        name = kept_name(self._wording, kept.page)
        show = make_button(name.replace("&", "&&"), "file-text", look="link")
        row = FlowRow(show.giving(kept, self.wanted), gap=4)
        if writable:
            remove = make_button(self._wording.text("Remove"), look="link", about=name)
            row.add(remove.giving(kept, self.remove_wanted))
        return row
