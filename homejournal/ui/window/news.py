"""What is new, offered once after an update: the program never asks a network for one."""

from typing_extensions import override

from homejournal import __version__
from homejournal.ui.base.actions import Action
from homejournal.ui.kit.window_interface import OpenWindow, WindowNotice

_LAST_VERSION = "version"


class NewsNotice(WindowNotice):
    """Says above the pages that the program was updated; its button opens the page in the help."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        desk = window.desk
        before = desk.preferences.remembered(_LAST_VERSION)
        if before == __version__:
            return
        desk.preferences.remember(_LAST_VERSION, __version__)
        if before is not None:
            text = desk.wording.text
            self.tell(
                text("homejournal was updated to {version}.", version=__version__),
                text("See what’s new"),
            )

    @override
    def _on_read(self) -> None:
        super()._on_read()
        self._window.window_actions.do(Action.NEWS)
