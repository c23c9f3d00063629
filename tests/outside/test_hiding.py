"""One key takes the journal from the screen and from the screen reader, and brings it back."""

import subprocess
import sys

import pytest

from outside.desktop import line_of
from tests.outside.test_by_keys import first_start


def told(person):
    """Return all that a screen reader could come to."""
    return " ".join(f"{one['name']} {one.get('description', '')}" for one in person.tree())


_READS = """
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
app = QApplication([])
app.processEvents()
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    print(app.clipboard().text(mode))
"""
_COPIES = """
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
app = QApplication([])
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    app.clipboard().setText("from elsewhere", mode)
print("there", flush=True)
app.exec()
"""


def copied(desktop):
    """Return what another program could paste: what was copied, and what is marked."""
    order = [sys.executable, "-c", _READS]
    told = subprocess.run(
        order, env=desktop.environment, check=True, capture_output=True, text=True
    )
    return told.stdout.splitlines()


@pytest.fixture
def with_a_form(started):
    """Somebody is adding a person to the team and has typed half of the name."""
    person = started()
    first_start(person)
    person.keys("ctrl+7")
    person.hears("Our team")
    person.press("button", "Add somebody")
    person.moves_to("Their name")
    person.letters("Mat")
    return person


def test_nothing_of_the_family_is_there_while_it_is_hidden(with_a_form):
    person = with_a_form
    assert "Maya" in told(person)
    person.keys("F9")
    person.look("button", "Show", states=["focused"])
    assert [window["name"] for window in person.windows()] == ["Notes"]
    assert {
        word for word in ("Maya", "Mat", "team", "homejournal") if word in told(person)
    } == set()


def test_the_key_brings_the_form_back_as_it_was(with_a_form):
    person = with_a_form
    person.keys("F9")
    person.look("button", "Show", states=["focused"])
    person.heard()
    person.keys("F9")
    person.moves_to("Their name")
    person.letters("eo")
    assert person.text("Their name") == "Mateo"
    person.keys("Return")
    person.hears("Mateo")


def test_the_button_brings_it_back_too_and_nothing_is_said_meanwhile(with_a_form):
    person = with_a_form
    person.keys("Escape", "Escape")
    # While a form goes, the keyboard belongs to no window: a key reaches nobody.
    person.look("frame", "Our team – homejournal", states=["active"])
    person.keys("F9")
    person.look("button", "Show", states=["focused"])
    person.heard()
    person.keys("2")  # no card is there to be rated
    assert [one for one in person.heard(wait=0.5) if "Pause" in str(one)] == []
    person.keys("space")
    person.gone("button", "Show")
    person.look("button", "Add somebody")
    assert not person.there("button", "Show")


def test_the_key_to_quit_ends_the_program(with_a_form):
    person = with_a_form
    person.keys("Escape", "Escape")
    person.look("frame", "Our team – homejournal", states=["active"])
    person.keys("ctrl+q")
    person.ends()


def test_what_was_copied_or_marked_is_gone_with_the_windows(with_a_form, desktop):
    person = with_a_form
    person.keys("ctrl+a", "ctrl+c")
    assert copied(desktop) == ["Mat", "Mat"]
    person.keys("F9")
    person.look("button", "Show", states=["focused"])
    assert copied(desktop) == ["", ""]


def test_what_another_program_copied_stays(with_a_form, desktop):
    person = with_a_form
    person.keys("ctrl+a", "ctrl+c")
    other = desktop.run([sys.executable, "-c", _COPIES], stdout=subprocess.PIPE)
    assert line_of(other) == "there\n"
    person.keys("F9")
    person.look("button", "Show", states=["focused"])
    assert copied(desktop) == ["from elsewhere", "from elsewhere"]
    desktop.stop(other)
