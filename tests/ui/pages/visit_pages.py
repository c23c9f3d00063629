"""What the tests of the Visit page share: writing notes, and the ways a page leaves."""

from datetime import date
from uuid import uuid4

from PySide6.QtWidgets import QApplication

from homejournal.domain.notes import Note

FIRST = date(2026, 3, 10)


def note(house, text, day=FIRST, kind=Note, **said):
    made = kind(id=uuid4(), child=house.child.id, day=day, text=text, **said)
    house.journal.notes.write(made)
    return made


def settled(page, qtbot):
    """Wait until what is shown is what was drawn."""
    render = page._render
    qtbot.waitUntil(
        lambda: render._drawing is None and render._done and render._done[0] == page.shown,
        timeout=20_000,
    )


def choose_way(page, words):
    (line,) = [one for one in page.head.more.lines if one.text() == words]
    line.trigger()


def of_kind(page, kind):
    """The one dialog of that kind which is open."""
    QApplication.processEvents()
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found
