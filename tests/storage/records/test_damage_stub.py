"""A record whose revisions lost their content, or their place, on the disk."""

from contextlib import closing

from homejournal.services.opening import open_journal
from homejournal.storage.file.connection import connect
from tests.journals import DEVICE, Clock, a_journal, note, planned


def test_what_lost_its_content_is_not_shown_and_hinders_nothing(tmp_path):
    journal = a_journal(tmp_path)
    of, _ = planned(journal)
    said, lost = note(of), note(of, "lost on the disk")
    journal.records.save(said, lost)
    journal.close()
    with closing(connect(journal.folder / "journal.hj", write=True)) as file:
        file.execute("UPDATE revision SET fields = NULL WHERE instr(fields, ?)", (b"lost on",))
    again = open_journal(journal.folder, clock=Clock(), device=DEVICE)
    assert again.records.get(lost.id) is None
    assert again.records.get(said.id) == said
    again.close()


def test_words_that_the_disk_moved_to_another_record_are_not_told_as_its_earlier_ones(tmp_path):
    journal = a_journal(tmp_path)
    of, _ = planned(journal)
    said, other = note(of, "of the park"), note(of, "of the bath")
    journal.records.save(said, other)
    journal.close()
    with closing(connect(journal.folder / "journal.hj", write=True)) as file:
        file.execute(
            "UPDATE revision SET record = (SELECT record FROM revision WHERE instr(fields, ?)) "
            "WHERE instr(fields, ?)",
            (b"of the park", b"of the bath"),
        )
    again = open_journal(journal.folder, clock=Clock(), device=DEVICE)
    (version,) = again.history.of(said.id, of.id)
    assert version.record == said
    assert not again.files.check().is_sound
    again.close()
