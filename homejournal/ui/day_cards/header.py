"""The head of a card on Today: why one does it, what is saved, and in which routines."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from homejournal.domain.today.strategy_cards import CardOfDay, written_later
from homejournal.texts import day_page as said
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.cards.notice import NotSaved
from homejournal.ui.widgets.layout.boxes import keep_room
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from homejournal.texts.wording import Wording


class CardHead:
    """`why` is the line under the title; the rest stands beside the title."""

    def __init__(self, wording: "Wording") -> None:
        self._wording = wording
        self.why = WrapLabel("", "muted", most=400)
        self._corner: tuple[str, ...] | None = None
        self._at_most: tuple[str, ...] = ()

    def show_card(
        self, widget: Card, card: CardOfDay, unsaved: str | None, *, typing: bool
    ) -> None:
        """Show the head of a card on its widget; `unsaved` is what waits there, as it was said.

        While somebody is `typing` there, nothing says that all is saved.
        """
        wording = self._wording
        whom = said.from_whom(wording, card.suggested_by) if card.suggested_by else ""
        why = wording.own(card.plan.words.why or card.plan.words.what or "")
        self.why.setText(wording.line_of((why, whom)))
        self.why.setVisible(bool(self.why.text()))
        says = unsaved is None and not card.two_versions  # the card leads to these by a button
        saved = said.saved(wording, card, later=written_later(card), typing=typing) if says else ""
        waiting = "" if unsaved is None else said.not_saved(wording, unsaved)
        slots = {slot.casefold() for slot in card.plan.slots}  # the times say these already
        names = (routine.name for routine in card.routines if routine.name.casefold() not in slots)
        self._at_most = said.saved_at_most(wording, card)
        corner = (saved, waiting, *(wording.own(name) for name in names))
        self._show_corner(widget, corner, typing=typing)

    def _show_corner(self, widget: Card, words: tuple[str, ...], *, typing: bool) -> None:
        if words == self._corner:
            return  # with many cards on a page it takes long to lay all of them out again
        self._corner = words
        widget.clear_corner()
        saved, waiting, *routines = words
        if waiting:
            widget.add_corner(NotSaved(waiting))
        else:
            widget.add_corner(self._saved_label(saved, typing=typing))
        for routine in routines:
            widget.add_chip(routine)

    def _saved_label(self, words: str, *, typing: bool) -> "QLabel":
        """Return what tells that it is saved; it has its place before, so that nothing moves."""
        label = saved_label(words, typing=typing)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.ensurePolished()
        metrics = label.fontMetrics()
        label.setMinimumWidth(max(metrics.horizontalAdvance(one) for one in self._at_most))
        if not words:
            keep_room(label)
            label.hide()
        return label


def saved_label(words: str, *, typing: bool) -> "QLabel":
    """Return the small words that all of a card is saved, or that it is not yet."""
    return line_label(words, "small" if typing else "ok")
