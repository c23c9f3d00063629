"""One note of the chosen entry: what it is for, its words, its photos, and what can be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from homejournal.domain.records.notes import AnyNote
from homejournal.ui.attachments.photo_strip import PhotoStrip
from homejournal.ui.kit.note_icons import signs_of
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.records.media_and_papers import Media
    from homejournal.ui.base.desk import Desk


class NoteBox(QWidget):
    """A note read whole; each signal carries the note."""

    change_wanted = Signal(object)
    delete_wanted = Signal(object)
    versions_wanted = Signal(object)

    def __init__(self, desk: "Desk", note: AnyNote, photos: "Sequence[Media]") -> None:
        super().__init__()
        self._desk, self._note = desk, note
        self._column = in_column(gap=4, edges=(0, px(8), 0, 0), inside=self)
        signs = FlowRow(gap=10)
        for icon, word in signs_of(desk.wording, note):
            picture = QLabel()
            set_icon(picture, icon, "muted", 16)
            signs.add(picture, line_label(word, "small"))
        self._column.addWidget(signs)
        self._column.addWidget(whole_text(note.text))
        strip = PhotoStrip(desk, self)
        strip.show_photos(photos)
        self._column.addWidget(strip)

    def offer(self, *, versions: bool) -> None:
        """Offer to change the note, to delete it, and where there are some its earlier versions."""
        text = self._desk.wording.text
        buttons = FlowRow(gap=4)
        buttons.add(
            self._button(text("Change the note…"), "pencil", self.change_wanted),
            self._button(text("Delete the note"), "trash", self.delete_wanted),
        )
        if versions:
            buttons.add(self._button(text("Earlier versions…"), "clock", self.versions_wanted))
        self._column.addWidget(buttons)

    def _button(self, words: str, icon: str, wanted: SignalInstance) -> QPushButton:
        button = make_button(words, icon, look="link", about=self._note.text[:100])
        return button.giving(self._note, wanted)


def whole_text(text: str) -> WrapLabel:
    """Return a label for words of any length that can be marked and copied."""
    label = WrapLabel(text, most=20_000)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
