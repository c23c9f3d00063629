"""Whoever joins another home's shared folder sees what leaves here before anything does."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.sharing.outgoing import Audience
from homejournal.ui.safe.copies.safety_checks import SafetyChecks
from homejournal.ui.safe.sharing import card
from tests.ui.safe.safe_page import said_on
from tests.ui.safe.sharing.sharing_homes import an_invitation, other, safe, see_what_leaves, take
from tests.ui.safe.sharing.test_card import at_rest, look, write
from tests.ui.waiting import idle

__all__ = ["other", "safe"]
CAME = "A child from “With Dad” is in your journal now, too: Noa."


@pytest.fixture
def joining(safe, three, hands, qtbot, tmp_path, other):
    """A journal with a child and notes of its own, up to what would leave; the folder, too."""
    today, child = safe.journal.today(), three.child.id
    safe.journal.records.save(
        Note(id=uuid4(), child=child, day=today, text="with a new partner"),
        PrivateNote(id=uuid4(), child=child, day=today, text="for me alone"),
    )
    other.records.save(Child(id=uuid4(), name="Noa"))
    path, folder = an_invitation(other, tmp_path, Audience.OTHER_HOME)
    taking = take(safe, qtbot, path, folder)
    taking.home.setText("With Mom")
    coming = said_on(hands, taking)
    assert "About: Noa" in coming
    assert "Sharing goes both ways" not in coming
    see_what_leaves(taking, qtbot)
    return taking, folder


def all_in(folder):
    return sorted((path, path.is_file() and path.read_bytes()) for path in folder.rglob("*"))


def names(journal):
    return sorted(child.name for child in journal.family().children.values())


def joined(window):
    return window.journal.safe.sharing.all()


def test_it_is_told_by_name_and_number_and_agreed_to(safe, three, hands, qtbot, joining):
    taking, folder = joining
    told = said_on(hands, taking)
    for words in (
        "the other home reads this journal, too",
        f"About: {three.child.name}",
        "1 note and the names of homes and computers",
        "All children are shared",
        "This stays here: 1 private note.",
        "Add it and share",
    ):
        assert words in told
    assert "About: Noa" not in told
    assert not (folder / str(safe.journal._store.device)).exists()
    taking.do.click()
    qtbot.waitUntil(lambda: len(joined(safe)) == 1 and idle(safe))
    at_rest(safe, qtbot)
    assert names(safe.journal) == sorted(["Noa", three.child.name])
    assert safe.journal.safe.homes.ours.name == "With Mom"


def test_cancel_takes_in_nothing_and_writes_nothing(safe, three, hands, qtbot, joining):
    taking, folder = joining
    before = all_in(folder)
    assert taking.cancel.hasFocus()
    hands.press(Qt.Key.Key_Return)  # Enter alone is Cancel
    qtbot.waitUntil(lambda: idle(safe))
    look_into_all_folders(safe, qtbot)
    assert joined(safe) == ()
    assert names(safe.journal) == [three.child.name]
    assert safe.journal.safe.homes.ours is None
    assert all_in(folder) == before


def look_into_all_folders(window, qtbot):
    window.findChild(card.SharingSync).sync_now()
    at_rest(window, qtbot)


def test_it_can_be_taken_in_without_sharing(safe, three, qtbot, joining):
    taking, folder = joining
    before = all_in(folder)
    taking.alone.click()
    qtbot.waitUntil(lambda: len(names(safe.journal)) == 2 and idle(safe))
    look_into_all_folders(safe, qtbot)
    assert joined(safe) == ()
    assert all_in(folder) == before


def test_a_child_who_came_with_a_file_is_told_of_until_it_is_read(safe, hands, qtbot, joining):
    taking, _ = joining
    taking.do.click()
    qtbot.waitUntil(lambda: len(joined(safe)) == 1 and idle(safe))
    at_rest(safe, qtbot)
    assert CAME in said_on(hands, safe)
    safe.findChild(SafetyChecks)._on_read()
    assert CAME not in said_on(hands, safe)


def test_a_child_who_comes_through_the_folder_is_told_of_once(
    safe, three, hands, qtbot, tmp_path, joining, other
):
    taking, _ = joining
    taking.do.click()
    qtbot.waitUntil(lambda: len(joined(safe)) == 1 and idle(safe))
    at_rest(safe, qtbot)
    safe.findChild(SafetyChecks)._on_read()
    other.records.save(Child(id=uuid4(), name="Leo"))
    write(other, tmp_path / "other settings")
    words = "A child from “With Dad” is in your journal now, too: Leo."
    safe.open_page("safe", "sharing")
    safe.page.cards["sharing"].look.click()
    qtbot.waitUntil(lambda: words in said_on(hands, safe))
    safe.findChild(SafetyChecks)._on_read()
    look(safe, hands, qtbot, "Everything that is in the folder is here")
    at_rest(safe, qtbot)
    assert words not in said_on(hands, safe)
