"""Words typed for a page end in the step that keeps it, and come again with its undo."""

from uuid import uuid4

import pytest

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.records.children import Child
from homejournal.domain.records.record import Kind

WORDS, THANKS, OTHER = "visit-page:a:our_words", "visit-page:a:thanks", "visit-page:b:our_words"


@pytest.fixture
def typed(journal):
    of = Child(id=uuid4(), name="Noa")
    journal.records.save(of)
    for place, text in ((WORDS, "He asks!"), (THANKS, "Thank you"), (OTHER, "Later")):
        journal.drafts.keep(place, text)
    return of.id


def keep(journal, child):
    return journal.pages.keep(child, {"our_words": "He asks!"}, drafts=(WORDS, "visit-page:none"))


def test_the_words_of_a_page_end_where_it_is_kept_and_all_others_stay(journal, typed):
    keep(journal, typed)
    assert journal.drafts.kept() == {THANKS: "Thank you", OTHER: "Later"}


def test_undo_brings_the_words_back_and_redo_ends_them_again(journal, typed):
    undone = journal.undo(keep(journal, typed))
    assert journal.drafts.kept()[WORDS] == "He asks!"
    assert journal.records.all_of(Kind.PAGE) == []
    redone = journal.undo(undone)
    assert WORDS not in journal.drafts.kept()
    assert len(journal.records.all_of(Kind.PAGE)) == 1
    journal.undo(redone)
    assert journal.drafts.kept()[WORDS] == "He asks!"


def test_what_was_typed_since_stays_beside_what_comes_back(journal, typed):
    change = keep(journal, typed)
    journal.drafts.keep(WORDS, "He waves!")
    undone = journal.undo(change)
    assert journal.drafts.kept()[WORDS] == "He asks! He waves!"
    journal.undo(undone)
    assert journal.drafts.kept()[WORDS] == "He waves!"


def test_what_was_typed_after_the_undo_stays_where_the_page_is_kept_again(journal, typed):
    undone = journal.undo(keep(journal, typed))
    journal.drafts.keep(WORDS, "He asks! And waves!")
    journal.undo(undone)
    assert journal.drafts.kept()[WORDS] == "He asks! And waves!"


def test_an_undo_that_cannot_be_leaves_the_words_as_they_are(journal, typed):
    change = keep(journal, typed)
    (page,) = journal.records.all_of(Kind.PAGE)
    journal.records.delete(page.id)
    with pytest.raises(StaleChangeError):
        journal.undo(change)
    assert WORDS not in journal.drafts.kept()


def test_words_move_to_another_page_all_at_once(journal, typed):
    journal.drafts.move({WORDS: "visit-page:c:our_words", THANKS: "visit-page:c:thanks"})
    assert journal.drafts.kept() == {
        "visit-page:c:our_words": "He asks!",
        "visit-page:c:thanks": "Thank you",
        OTHER: "Later",
    }
