"""Keep it safe as a screen reader meets it: its windows, a password, the lock, and the way back."""

import pytest

from outside.walks import TYPED, first_start, newest_window, set_password
from tests.outside.test_pages import stops_heard

WINDOWS = {
    "Set a password…": "A password for the journal",
    "Share with my other computer…": "Share with my other computer",
    "Share with another home…": "Share with another home",
    "Send a file once…": "Send a file once",
    "Add a file from another computer…": "Add a file from another computer",
    "Save everything…": "Save everything",
    "Import a file…": "Import a file",
    "Import an old table…": "Import an old table",
    "Hand over one child’s journal…": "Hand over one child’s journal",
    "Move to a new computer…": "Move to a new computer",
    "Delete a child for good…": "Delete a child for good",
    "Empty the bin for good…": "Empty the bin for good",
    "Delete the whole journal…": "Delete the whole journal",
}
"""The buttons of the page, and the windows that they open."""
MOST_STOPS = 40


@pytest.fixture
def safe(started):
    """Somebody's own journal, at the page Keep it safe."""
    reader = started()
    first_start(reader)
    reader.heard()
    reader.keys("ctrl+shift+k")
    reader.hears("Keep it safe")
    reader.look("button", "Make a copy now")
    return reader


def unfold_everything(reader):
    """Open what a calm first month keeps back, and every fold."""
    reader.keys("ctrl+k")
    reader.look("text", "What do you want to do?", states=["focused"])
    reader.letters("Share with another home")
    reader.keys("Return")
    reader.look("button", "Share with another home…")
    for card in ("Copies", "Import and export", "Delete for good"):
        reader.press("button", "More", about=card)


def faults(parts):
    """Return what has no name, and what cannot be told apart by listening."""
    parts = [part for part in parts if "focusable" in part["states"]]
    told = [(part["role"], part["name"], part["description"]) for part in parts]
    nameless = [role for role, name, _about in told if not name]
    return nameless, {one for one in told if told.count(one) > 1 and one[0] != "list item"}


def goes_around(reader):
    """Return whether Tab comes back to where it was, and to more than one part."""
    reader.heard(0.1)
    reader.keys(*["Tab"] * MOST_STOPS)
    names = stops_heard(reader, MOST_STOPS)
    return len(set(names)) > 1 and names.count(names[0]) > 1


def test_each_window_of_keep_it_safe_is_named_and_left_by_keys(safe):
    unfold_everything(safe)
    found = {"Keep it safe": faults(newest_window(safe))}
    for button, title in WINDOWS.items():
        safe.press("button", button)
        safe.look("dialog", title, states=["active"])
        found[button] = faults(newest_window(safe))
        assert goes_around(safe), button
        safe.keys("Escape")
        safe.gone("dialog", title)
    assert {name: fault for name, fault in found.items() if any(fault)} == {}


def test_a_copy_and_a_check_are_told_and_nothing_that_is_not_there(safe):
    safe.heard()
    safe.press("button", "Make a copy now")
    safe.hears("The copy is done, and it was checked.")
    safe.press("button", "Check now")
    safe.hears("Your journal is whole")
    safe.keys("ctrl+2")
    safe.look("frame", "Plan – homejournal")
    safe.heard()
    safe.keys("ctrl+shift+k")
    safe.look("frame", "Keep it safe – homejournal")
    said = [one["words"] for one in safe.heard(0.5) if one["kind"] == "announcement"]
    assert [words for words in said if words.startswith(("0 ", "A sync program"))] == []


def test_a_password_the_lock_and_the_way_back_by_listening(safe):
    set_password(safe)
    safe.heard()
    safe.keys("ctrl+l")
    safe.hears("The journal is locked")
    safe.look("password text", "Password", states=["focused"])
    safe.unsaid("Maya", "Pause and wait")
    safe.letters("not this one")
    safe.keys("Return")
    safe.hears("This is not the password")
    safe.look("password text", "Password", about="This is not the password")
    safe.keys("ctrl+a")
    safe.letters(TYPED)
    safe.keys("Return")
    safe.look("frame", "Keep it safe – homejournal")
    safe.look("button", "Lock it now")
