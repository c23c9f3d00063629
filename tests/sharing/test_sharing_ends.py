"""Deleting for good through a shared folder, and the beginning and end of a sharing."""

import pytest

from homejournal.domain.errors import InvalidValueError, SharingRefusal, SharingRefusedError
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.batch_file import read_batch
from tests.journals import note, planned
from tests.sharing.computers import batches
from tests.sharing.pack_lines import purge
from tests.sharing.test_shared_folder import in_step, two

__all__ = ["two"]


def test_what_was_deleted_for_good_leaves_our_batches_and_our_other_computers(two):
    laptop, desk, folder = two
    said = note(laptop.of, "to be forgotten")
    laptop.journal.records.save(said)
    laptop.run(), desk.run()
    old = batches(folder)
    laptop.journal.records.delete(said.id)
    purge(laptop, said)
    assert laptop.run().written >= 1
    assert old[0] not in batches(folder)
    desk.run()
    for computer in (laptop, desk):
        assert all(version.record is None for version in computer.journal.records.history(said.id))
    for batch in batches(folder):
        told = read_batch(batch.read_bytes(), laptop.shared.key, laptop.shared.journal)
        assert all(b"forgotten" not in (each.fields or b"") for each in told.incoming.revisions)
    laptop.run(), desk.run()  # each tells it on
    assert (laptop.run().written, desk.run().written) == (0, 0)
    assert in_step(laptop, desk)


def test_another_home_is_only_asked_to_delete_for_good(computers):
    folder = computers.shared_folder()
    mom, dad = computers.new("mom"), computers.new("dad")
    mom.safe.homes.name_ours("With Mom")
    dad.safe.homes.name_ours("With Dad")
    of, _ = planned(mom.journal)
    said = note(of, "to be forgotten")
    mom.journal.records.save(said)
    dad.join(mom, mom.begin(folder, Audience.OTHER_HOME), folder)
    mom.run(), dad.run()
    mom.journal.records.delete(said.id)
    purge(mom, said)
    mom.run(), dad.run()
    (asked,) = dad.safe.purging.requests()
    assert (asked.home, asked.counts) == (mom.journal.settings.home, {Kind.NOTE: 1})
    assert any(version.record for version in dad.journal.records.history(said.id))


def test_a_folder_of_another_journal_or_an_older_key_is_refused(two, computers):
    laptop, _, folder = two
    laptop.run()
    stranger = computers.new("stranger")
    with pytest.raises(SharingRefusedError) as refusal:
        stranger.begin(folder)
    assert refusal.value.why is SharingRefusal.OTHER_JOURNAL
    with pytest.raises(SharingRefusedError) as refusal:
        stranger.begin(computers.folder / "nowhere")
    assert refusal.value.why is SharingRefusal.NO_FOLDER
    laptop.safe.sharing.end(laptop.shared, laptop.settings)
    with pytest.raises(SharingRefusedError) as refusal:
        laptop.begin(folder)
    assert refusal.value.why is SharingRefusal.OTHER_KEY


def test_ending_forgets_the_key_here_and_leaves_the_others_what_they_have(two):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    shared, before = laptop.shared, batches(folder)
    laptop.safe.sharing.end(shared, laptop.settings)
    assert laptop.safe.sharing.all() == ()
    assert laptop.safe.sharing.wish(shared, laptop.settings) is None
    assert laptop.safe.sharing.state(shared, laptop.settings).folder is None
    assert list((laptop.settings / "sharing").iterdir()) == []
    assert (batches(folder), len(desk.safe.sharing.all())) == (before, 1)


def test_who_takes_part_again_elsewhere_is_told_nothing_of_the_folder_of_before(two, computers):
    laptop, desk, _ = two
    laptop.run(), desk.run()
    shared = laptop.shared
    desk.safe.sharing.end(shared, desk.settings)
    again = computers.folder / "another"
    again.mkdir()
    desk.join(laptop, shared, again)
    assert desk.safe.sharing.state(shared, desk.settings).arrived == {}
    desk.run()
    assert batches(again)


def test_sharing_with_another_home_needs_the_name_of_ours(computers):
    with pytest.raises(InvalidValueError):
        computers.new("nameless").begin(computers.shared_folder(), Audience.OTHER_HOME)


def test_a_sharing_that_ends_while_a_look_is_under_way_does_not_come_back(two):
    laptop, desk, _ = two
    desk.journal.records.save(note(laptop.of, "from the desk"))
    desk.run()
    sharing, shared = laptop.safe.sharing, laptop.shared
    ran = laptop.run(take=False)
    assert ran.pinned
    sharing.end(shared, laptop.settings)
    list(sharing.take(ran))
    assert sharing.all() == ()
    assert not (laptop.settings / "sharing" / f"{shared.id}.json").exists()
