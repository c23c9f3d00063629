"""The head of a card on Today: why one does it, what is saved, and in which routines."""

from typing import TYPE_CHECKING

from homejournal.domain.today_cards import CardOfDay, written_later
from homejournal.texts import today as said
from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.label import WrapLabel, line_label
from homejournal.ui.widgets.not_saved import NotSaved

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class CardHead:
    """`why` is the line under the title; the rest stands beside the title."""

    def __init__(self, wording: "Wording") -> None:
        self._wording = wording
        self.why = WrapLabel("", "muted", most=400)
        self._corner: tuple[str, ...] = ()

    def show_card(self, widget: Card, card: CardOfDay, unsaved: str | None) -> None:
        """Show the head of a card on its widget; `unsaved` is what waits there, as it was said."""
        wording = self._wording
        whom = said.from_whom(wording, card.suggested_by) if card.suggested_by else ""
        why = wording.own(card.plan.words.why or card.plan.words.what or "")
        self.why.setText(wording.line_of((why, whom)))
        self.why.setVisible(bool(self.why.text()))
        says = unsaved is None and not card.two_versions  # the card leads to these by a button
        saved = said.saved(wording, card, later=written_later(card)) if says else ""
        waiting = "" if unsaved is None else said.not_saved(wording, unsaved)
        slots = {slot.casefold() for slot in card.plan.slots}  # the times say these already
        names = (one.name for one in card.routines if one.name.casefold() not in slots)
        self._show_corner(widget, (saved, waiting, *(wording.own(name) for name in names)))

    def _show_corner(self, widget: Card, words: tuple[str, ...]) -> None:
        if words == self._corner:
            return  # with many cards on a page it takes long to lay all of them out again
        self._corner = words
        widget.clear_corner()
        saved, waiting, *routines = words
        if saved:
            widget.add_corner(line_label(saved, "ok"))
        if waiting:
            widget.add_corner(NotSaved(waiting))
        for routine in routines:
            widget.add_chip(routine)
