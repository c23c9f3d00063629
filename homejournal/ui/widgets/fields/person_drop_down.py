"""A drop-down list of people that is searched by typing where there are many of them."""

from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.ui.widgets.fields.drop_down import ChooseBox
from homejournal.ui.widgets.fields.name_search import FindName

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording

MOST_IN_LIST = 13
"""Twelve names and "not said"; more are found by typing."""


class PersonBox(ChooseBox):
    """A few people stand in its list; of many, the letters that are typed leave those meant."""

    def __init__(self, wording: "Wording", title: str) -> None:
        super().__init__()
        self._wording, self._title = wording, title

    @override
    def showPopup(self) -> None:
        if self.count() <= MOST_IN_LIST:
            super().showPopup()
            return

        finder = FindName(self._wording, self._title, self.window())
        finder.picked.connect(self._on_found)
        names = [self.itemText(row) for row in range(self.count())]
        finder.ask(list(zip(self.values, names, strict=True)), self.value())

    def _on_found(self, value: object) -> None:
        if value in self.values:
            self.setCurrentIndex(self.values.index(value))
