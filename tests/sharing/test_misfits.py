"""One thing in a folder that fits nothing here holds up nothing else, and is told."""

from dataclasses import replace

from tests.journals import note, private_note
from tests.sharing.test_shared_folder import notes, two

__all__ = ["two"]


def two_kinds(laptop, desk):
    """Let one id be a note on the laptop, and a private note on the desk."""
    laptop.run(), desk.run()
    said = note(laptop.of, "a note")
    laptop.journal.records.save(said)
    desk.journal.records.save(replace(private_note(laptop.of), id=said.id, text="a private one"))
    return said.id


def misfits(computer):
    return computer.safe.sharing.state(computer.shared, computer.settings).misfits


def test_before_the_folder_was_looked_at_nothing_in_it_is_called_a_misfit_or_unread(two):
    laptop, _, _ = two
    laptop.run()
    laptop.again()
    told = laptop.safe.sharing.state(laptop.shared, laptop.settings)
    assert (told.misfits, told.unread, told.unreadable) == (0, 0, ())


def test_what_is_of_another_kind_than_its_record_is_here_stays_in_the_folder(two):
    laptop, desk, _ = two
    record = two_kinds(laptop, desk)
    for text in ("first", "second"):
        laptop.journal.records.save(note(laptop.of, text))
        laptop.run()
        desk.run()
        assert text in notes(desk, laptop.of)
    laptop.run()
    assert (misfits(laptop), misfits(desk)) == (1, 1)
    assert desk.journal.records.get(record).text == "a private one"
    assert laptop.journal.records.get(record).text == "a note"
    assert notes(laptop, laptop.of) == ["a note", "first", "second"]
    for computer in (laptop, desk):
        assert computer.journal.files.check().is_sound


def test_where_both_kinds_come_together_the_first_one_stands(two, computers):
    laptop, desk, folder = two
    two_kinds(laptop, desk)
    laptop.journal.records.save(note(laptop.of, "later"))
    laptop.run(), desk.run()
    third = computers.new("third")
    shared = third.safe.sharing.join(
        laptop.safe.sharing.invitation(laptop.shared, laptop.settings), folder, third.settings
    )
    third.run()
    assert third.safe.sharing.state(shared, third.settings).misfits == 1
    assert "later" in notes(third, laptop.of)
    assert len(notes(third, laptop.of)) == 2
    assert third.journal.files.check().is_sound
