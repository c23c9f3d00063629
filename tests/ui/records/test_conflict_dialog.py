"""What two homes or two people wrote beside each other is settled by the family."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import Practice
from homejournal.domain.sharing.outgoing import Audience
from homejournal.ui.records.conflict_dialog import ConflictDialog
from homejournal.ui.records.writers_dialog import HomeNamesDialog
from homejournal.ui.safe.sharing.sync import SharingSync
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.safe.sharing.sharing_homes import card, other, safe, told
from tests.ui.waiting import idle

__all__ = ["other", "safe"]


def two_versions(window, three, other):
    today = window.journal.today()
    said = Note(id=uuid4(), child=three.child.id, day=today, text="He slept. He ate.")
    window.journal.records.save(said)
    window.journal.safe.homes.name_ours("With Mom")
    home = other.settings.home
    told(window.journal, other, Audience.OWN)
    other.change_settings(replace(other.settings, home=home))
    window.journal.records.save(replace(said, text="He slept well. He ate."))
    other.records.save(replace(said, text="He slept. He ate a lot."))
    told(other, window.journal, Audience.OTHER_HOME)
    window.page.refresh()
    return said


@pytest.mark.parametrize("choice", ["ours", "theirs", "joined"])
def test_two_versions_are_settled_side_by_side(safe, three, hands, other, choice):
    said = two_versions(safe, three, other)
    assert "1 entry has two versions" in said_on(hands, safe.page)
    card(safe).two.button.click()
    settling = dialog(safe, ConflictDialog)
    text = said_on(hands, settling)
    assert "Version of this computer" in text
    assert "With Dad" in text
    takes = [
        button for button in settling.findChildren(QPushButton) if button.text() == "Take this one"
    ]
    if choice == "joined":
        assert settling.joined.text() == "He slept well. He ate a lot."
        hands.named(settling, QPushButton, "Use what is here").click()
        expected = "He slept well. He ate a lot."
    else:
        ours, theirs = takes  # this computer's version stands first, whichever is shown elsewhere
        (ours if choice == "ours" else theirs).click()
        expected = "He slept well. He ate." if choice == "ours" else "He slept. He ate a lot."
    assert safe.journal.records.get(said.id).text == expected
    assert "Nothing waits" in said_on(hands, settling)
    settling.reject()
    safe.desk.editing.undo()
    assert len(safe.journal.safe.settling.waiting()) == 1


def test_a_joined_version_that_is_typed_is_there_again_until_it_is_settled(
    safe, three, hands, other
):
    said = two_versions(safe, three, other)
    card(safe).two.button.click()
    dialog(safe, ConflictDialog).joined.insertPlainText(" And a pear.")
    dialog(safe, ConflictDialog).reject()
    card(safe).two.button.click()
    again = dialog(safe, ConflictDialog)
    assert again.joined.text() == "He slept well. He ate a lot. And a pear."
    assert "Not saved yet" in said_on(hands, again)
    hands.named(again, QPushButton, "Use what is here").click()
    assert safe.journal.records.get(said.id).text == "He slept well. He ate a lot. And a pear."
    assert safe.journal.drafts.kept() == {}
    again.reject()


def test_who_listens_hears_what_a_version_says_and_what_is_asked_next(
    safe, three, hands, other, announced
):
    two_versions(safe, three, other)
    card(safe).two.button.click()
    settling = dialog(safe, ConflictDialog)
    ours, theirs = (
        button for button in settling.findChildren(QPushButton) if button.text() == "Take this one"
    )
    assert settling.focusWidget() is ours
    said = [one.accessibleDescription() for one in (ours, theirs)]
    assert said[0] == "Version of this computer\nThe note: He slept well. He ate."
    assert said[1].endswith("The note: He slept. He ate a lot.")
    theirs.click()
    assert "Nothing waits to be settled." in announced
    settling.reject()


def test_names_are_given_and_taken_back(safe, hands, other):
    card(safe).names.click()
    asking = dialog(safe, HomeNamesDialog)
    asking.save()
    assert asking.isVisible()
    asking.home.setText("With Mom")
    asking.computer.setText("Mom's laptop")
    asking.save()
    assert "With Mom" in said_on(hands, safe.page)
    assert "Mom's laptop" in said_on(hands, safe.page)


def test_copies_beside_the_journal_are_joined(safe, hands, qtbot):
    copy = safe.journal.folder / "journal (1).hj"
    copy.write_bytes((safe.journal.folder / "journal.hj").read_bytes())
    safe.page.refresh()
    assert "left 1 copy" in said_on(hands, safe.page)
    for _ in range(2):  # said once above the pages, too
        safe.findChild(SharingSync).run()
        assert said_on(hands, safe.frame).count("Nothing is lost by waiting") == 1
    card(safe).copies.button.click()
    qtbot.waitUntil(lambda: not copy.exists() and idle(safe))
    assert not card(safe).copies.isVisible()
    bad = safe.journal.folder / "journal (2).hj"
    bad.write_bytes(b"no journal")
    safe.page.refresh()
    card(safe).copies.button.click()
    qtbot.waitUntil(lambda: idle(safe) and card(safe).copies.button.isEnabled())
    assert bad.exists()


def test_a_copy_of_which_not_all_reads_is_joined_kept_and_told(safe, three, hands, qtbot):
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="He signed more")
    safe.journal.records.save(said)
    copy = safe.journal.folder / "journal (1).hj"
    sound = (safe.journal.folder / "journal.hj").read_bytes()
    copy.write_bytes(sound.replace(b'"text":"He signed', b'"text":"He sIgned', 1))
    safe.page.refresh()
    card(safe).copies.button.click()
    qtbot.waitUntil(lambda: not copy.exists() and idle(safe))
    told = "1 entry in a copy could not be read. The copy is kept in the folder “quarantine”."
    assert told in said_on(hands, safe.page)
    assert (safe.journal.folder / "quarantine" / copy.name).exists()
    card(safe).partly.button.click()
    assert told not in said_on(hands, safe.page)


def test_one_event_noted_twice_is_a_hint(safe, three, hands):
    people = [Helper(id=uuid4(), name=name) for name in ("Mom", "Dad")]
    today, what = safe.journal.today(), three.ids["Sign more"]
    one, two = (
        Practice(id=uuid4(), strategy=what, day=today, time=time(8, minute), helper=who.id)
        for minute, who in zip((0, 20), people, strict=True)
    )
    safe.journal.records.save(*people, one, two)
    safe.page.refresh()
    assert "Was it one event?" in said_on(hands, safe.page)
    card(safe).twice.button.click()
    assert safe.journal.records.get(two.id) is None
    safe.desk.editing.undo()
    safe.page.refresh()
    card(safe).both.click()
    assert not card(safe).twice.isVisible()
    assert safe.journal.records.get(two.id) is not None


def test_two_versions_are_told_at_the_top_of_the_page_and_said_once(
    safe, three, hands, other, announced
):
    two_versions(safe, three, other)
    words = "1 entry has two versions. Both are kept. You can pick one or combine them."
    safe.page.refresh()
    assert announced.count(words) == 1
    assert safe.page._waiting.two.text() == words
    hands.click(safe.page._waiting.two.button)
    assert card(safe).two.button.hasFocus()
    card(safe).two.button.click()
    hands.named(dialog(safe, ConflictDialog), QPushButton, "Use what is here").click()
    dialog(safe, ConflictDialog).reject()
    safe.page.refresh()
    assert safe.page._waiting.isHidden()
