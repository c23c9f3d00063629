"""Links to pages that were handed over: one click shows a page again as it was made."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.records.attachments import Page as KeptRecord
from homejournal.texts import visits_and_team as said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

_SHOWN = 10


class PageLinks(FlowRow):
    """`wanted` carries the id of the page."""

    wanted = Signal(object)

    def __init__(self, wording: Wording, pages: Sequence[KeptRecord], about: str) -> None:
        super().__init__(gap=4)
        for page in pages:
            link = WordButton(said.page_said(wording, page))
            set_look(link, "link")
            set_icon(link, "file-text", "muted", 16)
            link.setProperty("page", str(page.id))
            link.setAccessibleDescription(about)
            link.clicked.connect(self._on_page)
            self.add(link)

    def _on_page(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton):
            self.wanted.emit(UUID(str(link.property("page"))))


class LoosePages(QWidget):
    """Pages that were handed over without a visit; nothing where there are none."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._links: PageLinks | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._column.addWidget(
            WrapLabel(wording.text("Pages handed over without a visit"), "heading")
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
