"""What goes for good is worked out ahead; it is only written where the journal stands as it did."""

from contextlib import closing
from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.record import Kind
from homejournal.storage.journal.prepared_writes import moment_of
from homejournal.storage.records import revisions as reading
from tests.journals import NOW, child, note, practice, projection, rebuilt, step, strategy
from tests.threads import on_another_thread
from tests.traces import traces

WORDS = "zqvkxjwphd mfgrtbnlsq"


@pytest.fixture
def mateo(journal):
    """Return a child with a plan, a practice and notes."""
    of = child()
    what = strategy(of)
    journal.records.save(of, what, step(what), practice(what), note(of, text=WORDS))
    return of


def worked_out(journal, leaving, kept=()):
    return on_another_thread(journal.safe.purging.preparing(leaving, kept))


def is_sound(journal):
    return journal.files.check().is_sound and projection(journal.folder) == rebuilt(journal)


def test_what_was_worked_out_goes_with_every_word(journal, mateo):
    ana = child(name="Ana")
    told = {"celebrations": [{"text": WORDS}]}
    page = Page(id=child().id, child=mateo.id, made=NOW, page=told)
    journal.records.save(ana, note(ana, text="stays"), page)
    purging = journal.safe.purging
    leaving = purging.of_child(mateo.id)
    ahead = worked_out(journal, leaving, [page.id])
    gone = purging.carry_out(leaving, [page.id], ahead)
    assert gone == ahead.made.ids == purging.ids()
    assert traces(journal.folder, WORDS) == []
    assert list(journal.family().children) == [ana.id]
    assert [one.text for one in journal.records.all_of(Kind.NOTE)] == ["stays"]
    assert is_sound(journal)


def test_words_that_were_written_since_go_as_well(journal, mateo):
    said = journal.records.all_of(Kind.NOTE)[0]
    leaving = journal.safe.purging.of_child(mateo.id)
    ahead = worked_out(journal, leaving)
    journal.notes.edit(said, replace(said, text=f"{WORDS} kqzwxvbnmd"))
    gone = journal.safe.purging.carry_out(leaving, ahead=ahead)
    assert len(gone) == len(ahead.made.ids) + 1
    assert traces(journal.folder, "kqzwxvbnmd") == []
    assert is_sound(journal)


def test_what_was_worked_out_for_others_is_not_used(journal, mateo):
    ana = child(name="Ana")
    journal.records.save(ana, note(ana, text="stays"))
    purging = journal.safe.purging
    ahead = worked_out(journal, purging.of_child(ana.id))
    purging.carry_out(purging.of_child(mateo.id), ahead=ahead)
    assert list(journal.family().children) == [ana.id]
    assert traces(journal.folder, WORDS) == []
    assert is_sound(journal)


def test_a_moment_ends_with_each_writing_whoever_wrote(journal, mateo):
    store = journal._store
    begun = moment_of(store)
    journal.records.all_of(Kind.NOTE)
    worked_out(journal, journal.safe.purging.of_child(mateo.id))
    assert moment_of(store) == begun
    journal.records.save(note(mateo))
    later = moment_of(store)
    assert later != begun
    with closing(sqlcipher3.connect(journal.folder / "journal.hj")) as other:
        other.execute("INSERT INTO draft VALUES('elsewhere', 'by another program')")
        other.commit()
    assert moment_of(store) not in {begun, later}


def test_where_a_disk_changed_a_word_nothing_is_worked_out_and_nothing_goes(journal, mateo):
    leaving = journal.safe.purging.of_child(mateo.id)
    with closing(sqlcipher3.connect(journal.folder / "journal.hj")) as file:
        file.execute(
            "UPDATE revision SET fields = CAST(replace(fields, 'zqvk', 'zqvx') AS BLOB)"
            " WHERE instr(fields, 'zqvk')"
        )
        file.commit()
    with pytest.raises(JournalDamagedError):
        worked_out(journal, leaving)
    with pytest.raises(JournalDamagedError):
        journal.safe.purging.carry_out(leaving)
    assert mateo.id in journal.family().children


def test_revisions_of_many_records_are_read_in_parts(journal, mateo, monkeypatch):
    monkeypatch.setattr(reading, "_AT_ONCE", 2)
    leaving = journal.safe.purging.of_child(mateo.id)
    assert leaving.total == 5
    journal.safe.purging.carry_out(leaving, ahead=worked_out(journal, leaving))
    assert traces(journal.folder, WORDS) == []
    assert is_sound(journal)
