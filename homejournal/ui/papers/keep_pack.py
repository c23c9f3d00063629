"""Keeping a pack once it was handed over."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from homejournal.domain.packs.pack import Pack
from homejournal.exchange.json.pack_json import pack_to_dict
from homejournal.texts.papers.packs import kept_name
from homejournal.ui.base.desk import Desk
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind


class HandedOver(Notice):
    """Asks whether the pack that was printed or saved was handed over; hidden until then."""

    kept = Signal(str)
    """What was kept, in words."""

    def __init__(self, desk: Desk, child: UUID) -> None:
        super().__init__("", NoticeKind.INFO, desk.wording.text("Keep this pack"))
        self._desk, self._child = desk, child
        self._pack: Pack | None = None
        self.pressed.connect(self.keep)
        self.hide()

    def offer(self, pack: Pack) -> None:
        """Offer to keep this very pack; in a journal that is only read nothing can be kept."""
        if not self._desk.can_write:
            return
        self._pack = pack
        text = self._desk.wording.text
        words = text("Did you hand it over? Keep a copy here, to see later what you said.")
        self.set_text(words, text("Keep this pack"))
        self.show()

    def keep(self) -> None:
        """Keep the pack as it left, as one step."""
        pack = self._pack
        if pack is None:
            return
        wording = self._desk.wording
        words = wording.text("Pack kept: {pack}", pack=kept_name(wording, pack))
        call = partial(self._desk.journal.packs.keep, self._child, pack_to_dict(pack))
        if self._desk.editing.do(words, call) is not None:
            self._pack = None
            self.hide()
            self.kept.emit(words)
