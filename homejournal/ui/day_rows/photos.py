"""The photos of a card or an entry, and the ways to add one: a button, a drop, or a paste."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from homejournal.domain.today.day_page import TodayState
from homejournal.domain.today.strategy_cards import entries_of_card
from homejournal.ui.attachments.owners import EntryPhotos, PhotoPlace
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.window_interface import OpenWindow
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from homejournal.domain.records.media_and_papers import Media
    from homejournal.ui.attachments.photo_strip import PhotoStrip


class CardPhotos(QWidget):
    """Shows what is kept with the entries of a card; nothing while there is none.

    `button` stands wherever the card has its buttons. What photos need is loaded with the first.
    """

    def __init__(self, desk: Desk, about: str) -> None:
        super().__init__()
        self._desk = desk
        self._strip: PhotoStrip | None = None
        self._shown = 0
        self.offers = True
        """Whether one may be added here, or looked for."""
        self.button = WordButton(photos_button_words(desk, 0))
        self.button.setAccessibleDescription(about)
        set_look(self.button, "link")
        set_icon(self.button, "photo", "muted", 16)
        self.hide()

    def show_photos(self, photos: "Sequence[Media]") -> None:
        if len(photos) != self._shown:
            self._shown = len(photos)
            self.button.setText(photos_button_words(self._desk, len(photos)))
            set_icon(self.button, "photo", "muted", 16)
        if photos and self._strip is None:
            self._strip = self._made()
        if self._strip is not None:
            self._strip.show_photos(photos)
        self.setVisible(bool(photos))
        self.button.setVisible(self.offers and (self._desk.can_write or bool(photos)))

    def open(self, place: "PhotoPlace") -> None:
        open_photos(self._desk, place, self)

    def take(self, data: "QMimeData", place: "PhotoPlace") -> None:
        take_photos(self._desk, data, place, self)

    def _made(self) -> "PhotoStrip":
        from homejournal.ui.attachments.photo_strip import PhotoStrip

        column = in_column(inside=self)
        strip = PhotoStrip(self._desk, self)
        column.addWidget(strip)
        return strip


class TodayPhotos:
    """Knows the photos by their entries; none before `begin`."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._begun = False
        self._kept: Mapping[UUID, tuple[Media, ...]] = {}

    def begin(self, state: TodayState | None) -> bool:
        """Read photos from now on; return whether this day has any."""
        self._begun = True
        if state is not None:
            self.read(state)
        return bool(self._kept)

    def read(self, state: TodayState) -> None:
        if self._begun:
            entries = [note.id for note in state.moments]
            for card in state.cards:
                entries += entries_of_card(card)
            self._kept = self._desk.journal.media.of_entries(entries) if entries else {}

    def of(self, entries: Iterable[UUID]) -> list["Media"]:
        return [photo for entry in entries for photo in self._kept.get(entry, ())]


def photos_button_words(desk: "Desk", photos: int) -> str:
    """Return what the button says that opens the list of photos."""
    wording = desk.wording
    if not photos:
        return wording.text("Add a photo…")
    return wording.text("Photos ({n})…", n=wording.number(photos))


def open_photos(desk: "Desk", place: "PhotoPlace", near: "QWidget") -> None:
    """Open the list of photos, to add, name and remove them."""
    from homejournal.ui.attachments.files_dialog import FilesDialog
    from homejournal.ui.attachments.owners import EntryPhotos

    FilesDialog(desk, EntryPhotos(desk, place), near.window()).ask()


def take_photos(desk: "Desk", data: "QMimeData", place: "PhotoPlace", near: "QWidget") -> None:
    """Keep what was dropped or pasted; the window tells how it went, and reads a week sheet."""
    from homejournal.ui.attachments.incoming_files import FileAdder, files_dropped

    window, kept, is_sheet = near.window(), desk.journal.sheet_photos.kept(), None
    if kept and isinstance(window, OpenWindow):
        from homejournal.exchange.sheet_photo.reading import holds_sheet

        is_sheet = partial(holds_sheet, kept=kept)
    coming = FileAdder(desk, EntryPhotos(desk, place), window, is_sheet)
    if isinstance(window, OpenWindow):
        coming.sheets.connect(window.window_actions.read_sheets)
    coming.take(files_dropped(data, desk.wording.text("Picture")))
    coming.leave()
