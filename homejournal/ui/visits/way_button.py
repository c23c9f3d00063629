"""The ways to reach a person, each copied by one click."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, Signal

from homejournal.domain.records.people import Channel, TeamMember, Way
from homejournal.domain.visits import ways_in_order
from homejournal.texts import visits_and_team as said
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.base.clipboard import copy
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import plain

_ICONS = {Channel.EMAIL: "mail", Channel.TEXT: "message-circle", Channel.PHONE: "phone"}
_MOST_LETTERS = 28


class WayRow(FlowRow):
    """The way that a person prefers, and their phone; `copied` says what is on the clipboard."""

    copied = Signal(str)

    def __init__(self, wording: Wording, about: str = "") -> None:
        super().__init__(gap=6)
        self._wording, self._about = wording, about
        self._shown: object = None

    def show_person(self, person: TeamMember, name: str) -> None:
        """Show how to reach a person, who is called so."""
        ways = tuple(quick_ways(person))
        if (ways, name) == self._shown:
            return
        self._shown = ways, name
        self.clear()
        for way in ways:
            self.add(self._button(way, name))
        if self.parentWidget() is not None or not ways:  # alone it would be a window
            self.setVisible(bool(ways))

    def _button(self, way: Way, name: str) -> WordButton:
        value, icon = way.value or "", _ICONS.get(way.way, "copy")
        words = short_name(value, _MOST_LETTERS).replace("&", "&&")
        button = make_button(words, icon, look="chip", about=self._about)
        button.giving(way, self._on_way)
        told = said.copies_way(self._wording, way, name)
        button.setAccessibleName(told)
        button.setToolTip(plain(told))
        return button

    def _on_way(self, way: Way) -> None:
        data = QMimeData()
        data.setText(way.value or "")
        copy(data)
        value = self._wording.own(way.value or "")
        self.copied.emit(self._wording.text("Copied: {words}", words=value))


def quick_ways(person: TeamMember) -> Iterator[Way]:
    """Yield the way to reach a person that comes first, and the phone, as far as both are known."""
    ways = [way for way in ways_in_order(person.ways) if way.value]
    yield from ways[:1]
    phones = [way for way in ways[1:] if way.way is Channel.PHONE]
    if ways and ways[0].way is not Channel.PHONE:
        yield from phones[:1]
