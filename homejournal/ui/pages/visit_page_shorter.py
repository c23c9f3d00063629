"""What to do where the first page takes more than one sheet: said plainly, decided in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from homejournal.domain.page_material import Offer
from homejournal.domain.page_shortening import Shortening
from homejournal.texts.visit_page import long_note_said, sheets_said, shorter_said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.notice import Notice, NoticeKind

_SHOWN_NOTES = 4
Suggested = tuple[Shortening, bool]


class ShorterPanel(QWidget):
    """`wanted` carries a shortening and whether it is ticked, `note_wanted` a long note's offer.

    It is there while the first page takes more than one sheet, and while something is shortened.
    """

    wanted = Signal(object, bool)
    note_wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._suggested: list[Suggested] = []
        self._notes: list[Offer] = []
        self.boxes: list[QCheckBox] = []
        self.links: list[QPushButton] = []
        self.notice = Notice("", NoticeKind.INFO)
        self.notice.pressed.connect(self._on_pressed)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(px(12), 0, px(12), px(4))
        self._column.setSpacing(px(2))
        hint = wording.text("Look at the page while you choose. A second click takes it back.")
        self._column.addWidget(WrapLabel(hint, "small"))
        self._rows, self._links = FlowRow(gap=12), FlowRow(gap=4)
        self._column.addWidget(self._rows)
        self._column.addWidget(self._links)
        self._list.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(4))
        whole.addWidget(self.notice)
        whole.addWidget(self._list)
        self.hide()

    def show_page(
        self, sheets: int, suggested: Sequence[Suggested], notes: Sequence[Offer]
    ) -> None:
        """Say how many sheets the first page takes, and offer what could make it shorter."""
        shortened = any(on for _, on in suggested)
        self.setVisible(sheets > 1 or shortened)
        if self.isHidden():
            return
        words = sheets_said(self._wording, sheets)
        possible = bool(suggested or notes)
        button = self._wording.text("Make it shorter") if possible and self._list.isHidden() else ""
        if (words, button) != (self.notice.text(), self.notice.button.text()):
            self.notice.set_text(words, button)
        if suggested != self._suggested or notes != self._notes:
            self._suggested, self._notes = list(suggested), list(notes[:_SHOWN_NOTES])
            self._fill()

    def _fill(self) -> None:
        focused = next((one.property("kind") for one in self.boxes if one.hasFocus()), None)
        self._rows.clear()
        self._links.clear()
        self.boxes = [self._box(what, on=on) for what, on in self._suggested]
        self.links = [self._link(place, one) for place, one in enumerate(self._notes)]
        self._rows.add(*self.boxes)
        self._links.add(*self.links)
        for box in self.boxes:
            if box.property("kind") == focused:
                box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, what: Shortening, *, on: bool) -> QCheckBox:
        box = QCheckBox(shorter_said(self._wording, what))
        box.setChecked(on)
        box.setProperty("kind", str(what.kind))
        box.toggled.connect(self._on_box)
        return box

    def _link(self, place: int, note: Offer) -> QPushButton:
        link = QPushButton(long_note_said(self._wording, note))
        set_look(link, "link")
        set_icon(link, "pencil", "muted", 16)
        link.setProperty("place", place)
        link.clicked.connect(self._on_link)
        return link

    def _on_pressed(self) -> None:
        self._list.show()
        self.notice.set_text(self.notice.text())
        if self.boxes:
            self.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_box(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        box = self.sender()
        if isinstance(box, QCheckBox):
            self.wanted.emit(self._suggested[self.boxes.index(box)][0], on)

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton):
            self.note_wanted.emit(self._notes[int(link.property("place"))])
