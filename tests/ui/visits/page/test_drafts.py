"""Words and ticks of a page belong to that page: to its visit and to those whom it is for."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from tests.ui.visits.page.visit_pages import choose_way

LATER = date(2026, 3, 30)


@pytest.fixture
def ben(visited):
    """Another professional, with a visit of their own after Dana's."""
    person = TeamMember(id=uuid4(), name="Ben")
    visit = Visit(id=uuid4(), child=visited.child.id, day=LATER, people=(person.id,))
    visited.journal.records.save(person, visit)
    return person


@pytest.fixture
def page(visited, ben, open_visit_page):
    return open_visit_page(visited)


def say(page, field, words):
    for fields in (page.choices.words, page.choices.closing):
        if field in fields.texts():
            fields.edit(field).set_text(words)


def said(page):
    return {**page.choices.words.texts(), **page.choices.closing.texts()}


def choose(page, words):
    box = page.choices.wishes.people
    box.setCurrentIndex(box.findText(words))
    QApplication.processEvents()


def keep(page, hands):
    choose_way(page, "Copy as text")
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    QApplication.processEvents()


def test_the_page_after_a_kept_one_begins_with_empty_fields(page, hands, visited):
    say(page, "our_words", "He asks for more!")
    say(page, "thanks", "Thank you, Dana")
    say(page, "reach_us", "Text us in the evening")
    helped = page.choices.ticks.helped()[visited.ids["Sign more"]]
    helped.edit.set_text("Two spoons")
    keep(page, hands)
    assert said(page) == {"our_words": "", "thanks": "", "reach_us": "Text us in the evening"}
    helped = page.choices.ticks.helped()[visited.ids["Sign more"]]
    assert (helped.edit.text(), helped.add.isHidden()) == ("", False)
    assert page.shown.our_words == ""
    (kept,) = visited.journal.records.all_of(Kind.PAGE)
    assert kept.page["our_words"] == "He asks for more!"
    assert list(visited.journal.drafts.kept().values()) == ["Text us in the evening"]


def test_undo_of_keeping_brings_the_words_back_to_their_fields(page, hands, visited):
    say(page, "our_words", "He asks for more!")
    keep(page, hands)
    page.desk.editing.undo()
    QApplication.processEvents()
    assert said(page)["our_words"] == page.shown.our_words == "He asks for more!"
    page.desk.editing.redo()
    QApplication.processEvents()
    assert said(page)["our_words"] == page.shown.our_words == ""


def test_words_typed_since_stay_beside_those_that_undo_brings_back(page, hands, visited):
    say(page, "our_words", "He asks for more!")
    keep(page, hands)
    say(page, "our_words", "And he waves!")
    page.desk.editing.undo()
    QApplication.processEvents()
    assert said(page)["our_words"] == "He asks for more! And he waves!"
    assert page.shown.our_words == said(page)["our_words"]
    page.keep_typing()
    assert "He asks for more! And he waves!" in visited.journal.drafts.kept().values()


def test_what_was_typed_after_handing_over_stays(page, hands):
    say(page, "our_words", "He asks for more!")
    choose_way(page, "Copy as text")
    say(page, "our_words", "He asks for more, and waves!")
    hands.click(hands.named(page, QPushButton, "Keep this page"))
    assert said(page)["our_words"] == "He asks for more, and waves!"


def test_words_for_one_person_are_not_on_the_page_of_another_one(page):
    say(page, "our_words", "He asks for more!")
    choose(page, "Ben")
    assert said(page)["our_words"] == ""
    assert page.shown.our_words == ""
    say(page, "our_words", "Welcome, Ben")
    choose(page, "The whole team")
    assert said(page)["our_words"] == "He asks for more!"
    choose(page, "Ben")
    assert (said(page)["our_words"], page.shown.our_words) == ("Welcome, Ben", "Welcome, Ben")


def test_words_of_another_page_can_be_taken_over_where_nothing_is_typed(page, visited):
    say(page, "our_words", "He asks for more!")
    say(page, "thanks", "Thank you both")
    assert not page.choices.others.isVisible()
    choose(page, "Ben")
    say(page, "thanks", "Thank you, Ben")
    (line,) = page.choices.others.lines
    assert line.text() == "Visit on March 24, 2026 (Dana) · “He asks for more! Thank …”"
    assert page.choices.others.isVisible()
    line.trigger()
    assert page.shown.our_words == "He asks for more!"
    assert page.shown.thanks == "Thank you, Ben"
    choose(page, "The whole team")
    assert (said(page)["our_words"], said(page)["thanks"]) == ("", "Thank you both")


def test_words_of_a_journal_from_before_are_taken_up_once(visited, ben, open_visit_page):
    drafts, start = visited.journal.drafts, f"visit-page:{visited.child.id}:"
    drafts.keep(f"{start}our_words", "Typed yesterday")
    drafts.keep(f"{start}helped:{visited.ids['Sign more']}", "Two spoons")
    page = open_visit_page(visited)
    assert said(page)["our_words"] == "Typed yesterday"
    assert "Two spoons" in {strategy.helped for strategy in page.shown.strategies}
    choose(page, "Ben")
    assert said(page)["our_words"] == ""
    assert f"{start}our_words" not in drafts.kept()
    assert len(drafts.kept()) == 2


def test_ticks_are_those_of_whom_the_page_is_for(page):
    choose(page, "The whole team")
    page.choices.ticks.rows()["boxes"].box.toggle()
    assert not page.shown.boxes
    choose(page, "Ben")
    assert page.shown.boxes
    choose(page, "The whole team")
    assert not page.shown.boxes


def test_ticks_stay_where_the_window_changes_its_language(page):
    page.choices.ticks.rows()["boxes"].box.toggle()
    window = page.window()
    window.set_language("es")
    QApplication.processEvents()
    assert not window.page.shown.boxes
    choose(window.page, "Ben")
    assert window.page.shown.boxes


def test_words_that_a_full_disk_did_not_take_stay_with_their_page(
    page, visited, monkeypatch, hands
):
    drafts = visited.journal.drafts

    def full(*_args):
        raise DiskFullError(visited.journal.folder)

    say(page, "our_words", "He asks for more!")
    with monkeypatch.context() as refusing:
        refusing.setattr(drafts, "keep", full)
        page.keep_typing()
        assert any("He asks for more!" in words for words in page.at_risk())
        choose(page, "Ben")
        choose(page, "The whole team")
        assert said(page)["our_words"] == "He asks for more!"
    page.keep_typing()
    assert page.at_risk() == frozenset()
    assert "He asks for more!" in drafts.kept().values()


def test_a_disk_that_refuses_to_move_words_says_so(page, visited, monkeypatch):
    say(page, "our_words", "He asks for more!")
    choose(page, "Ben")

    def full(*_args):
        raise DiskFullError(visited.journal.folder)

    monkeypatch.setattr(visited.journal.drafts, "move", full)
    page.choices.others.lines[0].trigger()
    assert page.head.trouble.isVisible()
    assert "He asks for more!" in visited.journal.drafts.kept().values()
