"""What is offered under a note: who did it, in which routine, and photos."""

from uuid import UUID

from homejournal.domain.names import MOST_READY
from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
from homejournal.texts.display_names import people_to_choose
from homejournal.ui.base.desk import Desk
from homejournal.ui.day_rows.menus import WhereMenu
from homejournal.ui.day_rows.photos import CardPhotos
from homejournal.ui.day_rows.who_did_it import WhoChips
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class NoteExtras:
    """What is offered under a note: who did it, where, and photos."""

    def __init__(self, desk: Desk, about: str, *, offers: bool) -> None:
        self._desk = desk
        self.who = WhoChips(desk.wording, about)
        self.who.new_wanted.connect(self._on_new)
        self.where = WhereMenu(desk, about)
        self.photos = CardPhotos(desk, about)
        self.photos.offers = offers
        self._adds = offers
        self.row = FlowRow(gap=4)
        self.done = make_button(desk.wording.text("Done"), "check", look="link", about=about)
        new = desk.wording.text("Somebody new…")
        self.new = make_button(new, on=self._on_new, look="link", about=about)
        self.row.add(self.who, self.new, self.where, self.photos.button, self.done)

    def show(self, card: CardOfDay, time: TimeOfCard | None, *, stays: bool) -> None:
        """Show what can be said of a time beside its note."""
        practice = time.practice if time else None
        family, wording = self._desk.journal.family(), self._desk.wording
        names = people_to_choose(wording, family, practice.helper) if practice is not None else ()
        if practice is not None:
            self.who.show_names(names, practice.helper, self._desk.helper)
        self.who.setVisible(bool(names))
        self.who.takes_new = self._adds and self._desk.can_write and bool(names)
        self.new.setVisible(self.who.takes_new and len(names) <= MOST_READY)
        self.where.show_practice(card, practice)
        for part in (self.who, self.new, self.where):
            part.setEnabled(self._desk.can_write and not stays)

    def _on_new(self) -> None:
        from homejournal.ui.records.writers_dialog import ask_for_new  # Today is there at once

        ask_for_new(self._desk, self.row.window(), self._choose)

    def _choose(self, helper: UUID) -> None:
        self.who.chosen.emit(helper)
        self.who.focus_choice()
