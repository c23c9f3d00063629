"""The search index where many notes go at once: nothing of them stays, and all others are found."""

from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.records import projection as rows
from tests.journals import child, note, private_note, projection, rebuilt, revisions
from tests.traces import traces

WORDS = "zqvkxjwphd mfgrtbnlsq"
MANY = 110


@pytest.fixture
def mateo(journal):
    """Return a child with many notes."""
    of = child()
    journal.records.save(of, *(note(of, text=f"{WORDS} n{at}x") for at in range(MANY)))
    return of


def found(journal, of, words):
    told = journal.timeline.page(EntryFilter(child=of.id, words=words))
    return sorted(entry.record.text for entry in told)


def delete_child(journal, of):
    journal.safe.purging.carry_out(journal.safe.purging.of_child(of.id))


def is_sound(journal):
    return journal.files.check().is_sound and projection(journal.folder) == rebuilt(journal)


@pytest.mark.parametrize("others", [0, 3, MANY * 3])
def test_of_many_notes_no_byte_stays_however_many_others_there_are(
    journal, mateo, others, monkeypatch
):
    monkeypatch.setattr(rows, "_TIMES", 2)  # in truth thousands of notes have to stay
    ana = child(name="Ana")
    stays = [note(ana, text=f"banana number{at}") for at in range(others)]
    journal.records.save(ana, private_note(ana, text="soft banana"), *stays)
    delete_child(journal, mateo)
    assert traces(journal.folder, WORDS) == []
    assert found(journal, ana, "soft") == ["soft banana"]
    asked = EntryFilter(child=ana.id, words="number")
    assert journal.timeline.count(asked) == others
    assert is_sound(journal)


def test_a_single_note_leaves_nothing_either_after_the_index_was_made_anew(journal, mateo):
    ana = child(name="Ana")
    later = note(ana, text="kqzwxvbnmd")
    journal.records.save(ana, later, note(ana, text="banana"))
    delete_child(journal, mateo)
    journal.records.delete(later.id)
    index = JournalFolder(journal.folder).journal.read_bytes()
    journal.safe.purging.carry_out(journal.safe.purging.of_deleted(later.id))
    assert b"kqzwxvb" in index
    assert traces(journal.folder, "kqzwxvbnmd") == []
    assert found(journal, ana, "ban") == ["banana"]
    assert is_sound(journal)


def test_undo_of_many_notes_takes_them_out_and_redo_brings_them_again(journals, journal, mateo):
    other = journals.new("other")
    with other._session.step() as step:
        step.take_in(revisions(journal))
    assert len(found(other, mateo, "n109x")) == 1
    back = other.undo(step.change)
    assert found(other, mateo, "n109x") == []
    other.undo(back)
    assert len(found(other, mateo, "n109x")) == 1
    assert is_sound(other)


def test_words_of_many_notes_that_change_are_found_as_they_are_now(journal):
    of = child()
    said = [note(of, text=f"apple n{at}x") for at in range(MANY)]
    journal.records.save(of, *said)
    journal.records.save(*(replace(one, text=one.text.replace("apple", "pear")) for one in said))
    assert found(journal, of, "apple") == []
    assert found(journal, of, "n7x") == ["pear n7x"]
    assert is_sound(journal)


def test_a_note_that_a_disk_changed_keeps_its_words_in_the_index(journal, mateo):
    ana = child(name="Ana")
    spoiled = note(ana, text="banana")
    journal.records.save(ana, spoiled)
    leaving = journal.safe.purging.of_child(mateo.id)
    file = sqlcipher3.connect(JournalFolder(journal.folder).journal)
    file.execute(
        "UPDATE revision SET fields = CAST(replace(fields, 'banana', 'bananb') AS BLOB)"
        " WHERE instr(fields, 'banana')"
    )
    file.commit()
    file.close()
    journal.safe.purging.carry_out(leaving)
    told = journal._store.bare.execute(
        "SELECT count(*) FROM note_fts WHERE note_fts MATCH 'banana'"
    ).fetchone()
    assert told == (1,)
    with pytest.raises(JournalDamagedError):
        journal.records.save(replace(spoiled, text="pear"))
