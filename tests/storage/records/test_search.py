"""Finding notes by the words in them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.notes import Flag
from homejournal.storage.file.connection import connect
from tests.journals import TODAY, child, note, planned, practice, private_note


def found(journal, of, words: str, **more) -> list[str]:
    return [
        entry.record.text
        for entry in journal.timeline.page(EntryFilter(child=of.id, words=words, **more))
    ]


@pytest.fixture
def of(journal):
    return planned(journal)[0]


@pytest.mark.parametrize(
    "words",
    [
        "b",
        "ba",
        "bana",
        "BANANA",
        "banana pointed",
        "  he   ban ",
        '"banana"',
        "banana?",
        "(banana",
        "he -ban",
    ],
)
def test_the_beginnings_of_words_are_enough_in_any_order_and_case(journal, of, words):
    journal.notes.write(note(of))
    assert found(journal, of, words) == ["He pointed at the banana"]


@pytest.mark.parametrize("words", ["anana", "banana cup", "text:banana", "b NOT"])
def test_what_is_not_there_is_not_found(journal, of, words):
    journal.notes.write(note(of))
    assert found(journal, of, words) == []


@pytest.mark.parametrize(
    "words", ['"', "*", "?!", "^", "q\x00z", "\x00", "\ud800", "' OR 1=1 --", "{x}", "+"]
)
def test_signs_are_no_language_of_their_own(journal, of, words):
    journal.notes.write(note(of))
    assert found(journal, of, words) == []
    assert journal.timeline.count(EntryFilter(child=of.id, words=words)) == 0


@pytest.mark.parametrize("words", ["pina", "piña", "PIÑATA", "cafe", "café", "над", "ה"])
def test_accents_do_not_matter_and_every_script_is_found(journal, of, words):
    text = "Piñata in the Café, надежда, האכלה"
    journal.notes.write(note(of, text))
    assert found(journal, of, words) == [text]


def test_newest_day_stands_first_and_pages_follow_each_other(journal, of):
    for back in (3, 1, 2, 0):
        day = TODAY - timedelta(days=back)
        journal.notes.write(note(of, f"word {back}", day=day))
    asked = EntryFilter(child=of.id, words="word")
    first = journal.timeline.page(asked, limit=2)
    rest = journal.timeline.page(asked, before=first[-1].place)
    assert [entry.record.text for entry in (*first, *rest)] == [f"word {n}" for n in range(4)]
    assert journal.timeline.count(asked) == 4


def test_words_can_be_narrowed_by_dates_strategy_and_flag(journal):
    of, what = planned(journal)
    journal.notes.write(note(of, "word plain"))
    journal.notes.write(note(of, "word old", day=TODAY - timedelta(days=9)))
    journal.notes.write(note(of, "word asked", strategy=what.id, flags=(Flag.QUESTION,)))
    assert len(found(journal, of, "word")) == 3
    assert found(journal, of, "word", start=TODAY - timedelta(days=9), end=TODAY) != []
    assert found(journal, of, "word", end=TODAY - timedelta(days=1)) == ["word old"]
    assert found(journal, of, "word", strategy=what.id) == ["word asked"]
    assert found(journal, of, "word", flag=Flag.QUESTION) == ["word asked"]
    assert found(journal, child(), "word") == []


def test_private_notes_and_notes_on_a_practice_are_found_too(journal):
    of, what = planned(journal)
    done = practice(what)
    journal.records.save(done)
    journal.notes.write(private_note(of, "word of mine"))
    journal.notes.write(note(of, "word on it", practice=done.id, strategy=what.id))
    assert set(found(journal, of, "word")) == {"word of mine", "word on it"}


def test_old_words_are_not_found_after_an_edit_and_none_after_a_deletion(journal, of):
    said = note(of, "zebra")
    journal.notes.write(said)
    journal.notes.edit(said, replace(said, text="giraffe", day=TODAY - timedelta(days=1)))
    assert found(journal, of, "zebra") == []
    assert found(journal, of, "giraffe") == ["giraffe"]
    change = journal.records.delete(said.id)
    assert found(journal, of, "giraffe") == []
    journal.undo(change)
    assert found(journal, of, "giraffe") == ["giraffe"]


def test_the_search_index_keeps_no_trace_of_deleted_words(journal, of):
    for number in range(30):
        journal.notes.write(note(of, f"ordinary words {number}"))
    said = note(of, "unmistakable")
    journal.notes.write(said)
    assert b"unmistakable" in index_bytes(journal)
    journal.records.delete(said.id)
    assert b"unmistakable" not in index_bytes(journal)


def index_bytes(journal) -> bytes:
    """Return the raw bytes of the file, but for the revisions, which keep what was said."""
    file = connect(journal.folder / "journal.hj", write=False)
    try:
        return b"".join(block for (block,) in file.execute("SELECT block FROM note_fts_data"))
    finally:
        file.close()


def test_no_trace_is_left_in_the_pages_that_the_file_does_not_use_any_more(journal, of):
    said = note(of, "unmistakable")
    journal.notes.write(said)
    journal.records.delete(said.id)
    revisions = journal._store.bare.execute(
        "SELECT sum(instr(fields, CAST('unmistakable' AS BLOB)) > 0) FROM revision"
    ).fetchone()[0]
    raw = (journal.folder / "journal.hj").read_bytes()
    assert raw.count(b"unmistakable") == revisions


def test_a_draft_that_was_dropped_is_not_in_the_file_any_more(journal):
    for number in range(40):
        journal.drafts.keep(f"place {number}", "ordinary words " * 20)
    journal.drafts.keep("here", "unmistakable " * 300)
    assert b"unmistakable" in (journal.folder / "journal.hj").read_bytes()
    journal.drafts.drop("here")
    assert b"unmistakable" not in (journal.folder / "journal.hj").read_bytes()
