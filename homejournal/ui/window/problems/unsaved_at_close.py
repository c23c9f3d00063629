"""Holds a window back from closing, once, while words in it could be kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.wording import Wording
    from homejournal.ui.base.page import Page
    from homejournal.ui.base.unsaved_input import Unfinished
    from homejournal.ui.window.frame import WindowFrame


class WordsAtRisk:
    """Remembers which words were already spoken of, so that closing again closes."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        self._told: frozenset[str] = frozenset()

    def hold(self, pages: Collection[Page], frame: WindowFrame, wording: Wording) -> bool:
        """Put every page and form down; say so, and return True, where words would be lost."""
        # The frame is painted before anything of the journal is loaded.
        from homejournal.ui.base.drafts import KeptWords

        for page in pages:
            page.put_down()
        forms = frame.window().findChildren(KeptWords)
        for kept in forms:
            kept.keep()
        of_forms = (one.at_risk() for one in forms)
        of_pages = (page.at_risk() for page in pages)
        words = self._unfinished.pressed().union(*of_pages, *of_forms)
        if words <= self._told:
            return False
        self._told = words
        frame.say_failure(
            wording.text(
                "What you typed or pressed is not saved, and closing now would lose it. Save it"
                " first, after making room on the disk if that is full, or close once more to"
                " leave it."
            ),
            waits=bool(self._unfinished.waits),
        )
        return True
