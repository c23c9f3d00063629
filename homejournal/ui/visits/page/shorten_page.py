"""What to do where the first page takes more than one sheet: said plainly, decided in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.visit_page.builder import Shortening
from homejournal.domain.visit_page.material import Offer
from homejournal.texts.papers.visit_page import long_note_said, sheets_said, shorter_said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import TickRow
from homejournal.ui.widgets.layout.boxes import FlowRow, clear, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_SHOWN_NOTES = 4
Suggested = tuple[Shortening, bool]


class ShorterPanel(QWidget):
    """`wanted` carries a shortening and whether it is ticked, `note_wanted` the id of a long note.

    `notice` stands above the page and says how many sheets it takes; the panel itself stands in the
    list beside the page, which comes with `opened`. The notice goes with the list once the page
    fits; what was shortened can be taken back in the list.
    """

    wanted = Signal(object, bool)
    note_wanted = Signal(object)
    opened = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording, self._open, self._in_list = wording, False, False
        self._sheets = 1
        self._suggested: list[Suggested] = []
        self._notes: list[Offer] = []
        self.rows: dict[str, TickRow] = {}
        self.links: list[QPushButton] = []
        self.notice = Notice("", NoticeKind.INFO)
        self.notice.pressed.connect(self._on_pressed)
        self._column = in_column(gap=4, inside=self)
        self._about = wording.text("A shorter first page")
        self._column.addWidget(WrapLabel(self._about, "heading"))
        hint = wording.text("See what the page becomes. A second click takes it back.")
        self._column.addWidget(WrapLabel(hint, "small"))
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(px(2))
        self._column.addLayout(self._ticks)
        self._of_notes = WrapLabel(wording.text("Shorten a long note for this page:"), "small")
        self._links = FlowRow(gap=4)
        self._column.addWidget(self._of_notes)
        self._column.addWidget(self._links)
        self.hide()

    def show_page(
        self, sheets: int, suggested: Sequence[Suggested], notes: Sequence[Offer]
    ) -> None:
        """Say how many sheets the first page takes, and offer what could make it shorter."""
        self._sheets = sheets
        if (suggested, list(notes)[:_SHOWN_NOTES]) != (self._suggested, self._notes):
            self._suggested, self._notes = list(suggested), list(notes)[:_SHOWN_NOTES]
            self._fill()
        self._say()

    def be_in_list(self, *, shown: bool) -> None:
        """Take notice that the list of all lines is shown, or was left."""
        self._in_list = shown
        self._open = self._open and shown
        self._say()

    def _say(self) -> None:
        shortened, long = any(on for _, on in self._suggested), self._sheets > 1
        possible = bool(self._suggested or self._notes)
        self.setVisible(self._in_list and possible and (shortened or (long and self._open)))
        is_said = long or (shortened and self._in_list)
        words = sheets_said(self._wording, self._sheets) if is_said else ""
        offered = long and possible and not self._open
        button = self._wording.text("Make it shorter") if offered else ""
        if (words, button) != (self.notice.text(), self.notice.button.text()):
            self.notice.set_text(words, button)

    def leave(self) -> None:
        """Be gone while a page is shown that was kept."""
        self.show_page(1, (), ())

    def _fill(self) -> None:
        focused = next(
            (key for key, tick_row in self.rows.items() if tick_row.box.hasFocus()), None
        )
        clear(self._ticks)
        self.rows = {}
        for what, on in self._suggested:
            row = TickRow(what.kind, shorter_said(self._wording, what), self._about)
            row.show_ticked(on)
            row.ticked.connect(self._on_ticked)
            self._ticks.addWidget(row)
            self.rows[what.kind] = row
        if focused in self.rows:
            self.rows[focused].box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill_links()

    def _fill_links(self) -> None:
        self._links.clear()
        self.links = []
        for note in self._notes:
            words = long_note_said(self._wording, note).replace("&", "&&")
            link = make_button(words, "pencil", look="link", about=self._of_notes.text())
            self.links.append(link.giving(note.note, self.note_wanted))
        self._links.add(*self.links)
        self._of_notes.setVisible(bool(self.links))

    def _on_pressed(self) -> None:
        self._open = True
        self.opened.emit()
        parts = [*(row.box for row in self.rows.values()), *self.links]
        parts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ticked(self, kind: str, on: bool) -> None:  # noqa: FBT001 - the signal's own
        for what, _ in self._suggested:
            if what.kind == kind:
                self.wanted.emit(what, on)
