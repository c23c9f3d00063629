"""Kills the program in the middle of each dialog: the words are there in the next one."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from torture.window_home import KEPT, WORDS_ARE_KEPT, Place, WindowHome, hold

_QUICK = 3
_SAFE = "…"
"""Stands for the unfolded page Keep it safe."""


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog, the page (its key and title) or the command that leads there, and more presses.

    Words are typed in its field; where it has none, everything is to be as it was.
    """

    title: str
    page: str
    presses: Sequence[str] = ()
    field: str = ""

    def open(self, home: WindowHome) -> None:
        """Go there as a family does, and wait until it can be used."""
        keys, _, title = self.page.partition(" ")
        if self.page == _SAFE:
            home.keep_safe()
        elif keys.startswith("ctrl+"):
            home.page(keys, title)
        else:
            home.command(self.page)
        for button in self.presses:
            home.person.press("button", button)
        home.person.look("dialog", self.title, states=["active"])


_OWN_WORDS = "In our own words (optional)"
DIALOGS = (
    Dialog("Add somebody to our team", "ctrl+7 Our team", ["Add somebody"], "Their name"),
    Dialog("Left out for a few days", "Left out for a few days", (), _OWN_WORDS),
    Dialog("A password for the journal", _SAFE, ["Set a password…"]),
    Dialog("Add a strategy", "Add a strategy", (), "What will you do?"),
    Dialog("Add an outcome", "Outcomes", ["Add an outcome"], "What do you hope for?"),
    Dialog("Add a visit", "ctrl+6 Visits", ["Add a visit"], "What to bring (optional)"),
    Dialog("About our child", "ctrl+8 About our child", ["Write about our child"], "What helps"),
    Dialog(
        "Add a part of the day",
        "ctrl+2 Plan",
        ["Parts of the day", "Add a part of the day…"],
        "What you call it",
    ),
    Dialog("Add a child", "Add a child", (), "What do you call your child?"),
    Dialog("What happened in our life", "Life events", ["Add an event…"], "What happened?"),
    Dialog("Who are you?", "People who write here", ["Add somebody…"], "Name"),
    Dialog("Put the journal away", "Put a journal away", (), _OWN_WORDS),
    Dialog("Today for a helper", "Today for a helper"),
    Dialog("Life events", "Life events"),
    Dialog("Bring back from a copy", _SAFE, ["Bring back from a copy…"]),
    Dialog("Save everything", _SAFE, ["Save everything…"]),
    Dialog("Import a file", _SAFE, ["Import a file…"]),
    Dialog("Import an old table", _SAFE, ["Import an old table…"]),
    Dialog("Hand over one child’s journal", _SAFE, ["Hand over one child’s journal…"]),
    Dialog("Move to a new computer", _SAFE, ["Move to a new computer…"]),
    Dialog("Delete the whole journal", _SAFE, ["Delete the whole journal…"]),
)


def kill_amid_each_dialog(place: Place) -> int:
    """Type in each dialog, kill, and look for the words where they were typed."""
    home = place.home("dialogs")
    dialogs = DIALOGS[:_QUICK] if place.scale.quick else DIALOGS
    lost = [what for number, one in enumerate(dialogs) if (what := _killed(home, one, number))]
    hold(not lost, "; ".join(lost))
    return len(dialogs)


def _killed(home: WindowHome, dialog: Dialog, number: int) -> str:
    """Kill amid one dialog; return what is lost."""
    home.started()
    dialog.open(home)
    words = f"Words that stay {number}"
    if dialog.field:
        home.person.focus("text", dialog.field)
        home.person.letters(words)
        time.sleep(WORDS_ARE_KEPT)
    home.picture(f"before the kill, {dialog.title}")
    home.kill()
    stands = home.looked_into()
    if stands.notes != [KEPT]:
        return f"amid “{dialog.title}” something was written: {stands.notes}"
    if not dialog.field:
        return ""
    home.started()
    dialog.open(home)
    typed = home.person.text(dialog.field)
    home.picture(f"after it, {dialog.title}")
    home.quit_anyhow()
    return "" if words in typed else f"“{dialog.title}” has lost what was typed: {typed!r}"
