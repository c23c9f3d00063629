"""A computer that is gone for good: what it wrote in a shared folder goes on as ours."""

import pytest

from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.batch_file import Batch, read_batch
from homejournal.services.safe.sharing.batches import own_folder
from tests.journals import note, planned, private_note
from tests.sharing.computers import batches
from tests.sharing.test_media_in_folder import keep_photo, lies_here, sealed
from tests.sharing.test_shared_folder import in_step, notes, two
from tests.sharing.test_stand_ins import take_away

__all__ = ["two"]


@pytest.fixture
def lost(two):
    """Return the computer that is left, the one that is gone, and the folder with what it wrote."""
    left, gone, folder = two
    gone.words = note(left.of, "from the lost one")
    gone.later = note(left.of, "words to go")
    gone.journal.records.save(gone.words, gone.later, private_note(left.of, "ours"))
    gone.of = left.of
    gone.photo = keep_photo(gone)
    gone.run()
    left.run()
    return left, gone, folder


def theirs(folder, gone):
    """Return where in a shared folder a computer wrote."""
    return own_folder(folder, gone.shared.journal, gone.device)


def ask(left, gone):
    left.safe.sharing.drop_computer(left.shared, gone.device, left.settings)


def let_go(left, gone):
    ask(left, gone)
    return left.run()


def state(computer):
    return computer.safe.sharing.state(computer.shared, computer.settings)


def test_it_is_known_with_the_last_day_on_which_it_wrote(lost):
    left, gone, _ = lost
    assert state(left).others == ((gone.device, gone.journal.today()),)
    assert state(left).going == frozenset()


def test_all_of_it_lies_there_as_ours_before_it_goes(lost, computers):
    left, gone, folder = lost
    assert let_go(left, gone).gone == {gone.device}
    assert not theirs(folder, gone).exists()
    assert len(sealed(folder)) == 1
    assert (state(left).others, state(left).going) == ((), frozenset())
    assert left.run().written == 0
    tablet = computers.new("tablet")
    invitation = left.safe.sharing.invitation(left.shared, left.settings)
    tablet.safe.sharing.join(invitation, folder, tablet.settings)
    tablet.run()
    assert {"from the lost one", "words to go", "ours"} <= set(notes(tablet, left.of))
    assert lies_here(tablet, gone.photo)
    assert in_step(left, tablet)


def test_what_was_deleted_for_good_since_goes_with_it(lost):
    left, gone, folder = lost
    left.journal.records.delete(gone.later.id)
    left.safe.purging.carry_out(left.safe.purging.of_deleted(gone.later.id))
    left.run()
    assert b"words to go" in told_in(folder, left)
    left.again()
    let_go(left, gone)
    assert b"words to go" not in told_in(folder, left)
    assert b"from the lost one" in told_in(folder, left)


def told_in(folder, computer) -> bytes:
    shared = computer.shared
    read = [read_batch(batch.read_bytes(), shared.key, shared.journal) for batch in batches(folder)]
    assert all(isinstance(one, Batch) for one in read)
    return b"".join(revision.fields or b"" for each in read for revision in each.incoming.revisions)


def test_should_it_come_back_after_all_it_writes_there_again(lost):
    left, gone, _ = lost
    let_go(left, gone)
    gone.journal.records.save(note(gone.of, "found under the bed"))
    gone.run(), left.run()
    assert "found under the bed" in notes(left, left.of)
    assert [one.device for one in state(left).others] == [gone.device]
    assert in_step(left, gone)


def test_nothing_goes_while_we_may_not_write_there(lost):
    left, gone, folder = lost
    before = batches(folder)
    ask(left, gone)
    assert left.run(write=False).gone == frozenset()
    assert (batches(folder), state(left).going) == (before, {gone.device})
    assert state(left).others == ()
    assert left.run().gone == {gone.device}


def test_what_was_to_go_is_forgotten_with_the_sharing(lost):
    left, gone, folder = lost
    shared = left.shared
    invitation = left.safe.sharing.invitation(shared, left.settings)
    ask(left, gone)
    left.safe.sharing.end(shared, left.settings)
    left.safe.sharing.join(invitation, folder, left.settings)
    assert state(left).going == frozenset()


def test_the_wish_stays_where_something_is_taken_back_before_a_run_is_taken_in(lost, computers):
    left, gone, folder = lost
    stranger = computers.new("stranger")
    planned(stranger.journal, name="Ida")
    change = left.take(stranger.pack(Audience.OWN))
    ask(left, gone)
    newest = max(theirs(folder, gone).glob("*.hjb"))
    whole = newest.read_bytes()
    newest.write_bytes(whole[:-10])  # on its way: the computer cannot go yet
    ran = left.run(take=False)
    left.journal.undo(change)
    list(left.safe.sharing.take(ran))
    assert state(left).going == {gone.device}
    newest.write_bytes(whole)
    assert left.run().gone == {gone.device}
    assert state(left).going == frozenset()


def test_nothing_goes_before_it_stands_in_our_journal(lost):
    left, gone, folder = lost
    gone.journal.records.save(note(gone.of, "only just read"))
    gone.run()
    ask(left, gone)
    before = batches(folder)
    assert [left.run(take=False).gone for _ in range(2)] == [frozenset()] * 2
    assert batches(folder) == before
    assert (left.run().gone, left.run().gone) == (frozenset(), {gone.device})


def test_nothing_goes_while_a_part_has_not_arrived(lost, tmp_path):
    left, gone, folder = lost
    for number in range(2):
        gone.journal.records.save(note(gone.of, f"later {number}"))
        gone.run()
    second = next(batch for batch in batches(folder) if batch.name.startswith("00000002"))
    second.rename(tmp_path / "not here yet")
    assert_stays_until(left, gone, lambda: (tmp_path / "not here yet").rename(second))


def assert_stays_until(left, gone, arrives) -> None:
    """Assert that nothing of a computer goes before something arrives, and all of it then."""
    left.run()
    before = batches(left.safe.sharing.state(left.shared, left.settings).folder)
    theirs = [one for one in before if one.parent.name == str(gone.device)]
    assert [let_go(left, gone).gone, left.run().gone] == [frozenset()] * 2
    assert all(one.exists() for one in theirs)
    assert state(left).going == {gone.device}
    arrives()
    left.run()
    assert left.run().gone or state(left).going == frozenset()
    assert not any(one.exists() for one in theirs)


def test_nothing_goes_while_a_file_of_it_does_not_read(lost):
    left, gone, folder = lost
    gone.journal.records.save(note(gone.of, "on its way"))
    gone.run()
    newest = max(batch for batch in batches(folder) if batch.parent.name == str(gone.device))
    whole = newest.read_bytes()
    newest.write_bytes(whole[:50])
    assert_stays_until(left, gone, lambda: newest.write_bytes(whole))


def test_nothing_goes_while_a_sync_program_keeps_a_file_of_it_elsewhere(lost):
    left, gone, folder = lost
    gone.journal.records.save(note(gone.of, "on its way"))
    gone.run()
    newest = max(batch for batch in batches(folder) if batch.parent.name == str(gone.device))
    assert_stays_until(left, gone, take_away(newest))


def test_what_was_deleted_for_good_there_is_heard_before(lost):
    left, gone, _ = lost
    gone.journal.records.delete(gone.later.id)
    gone.run(), left.run()
    gone.safe.purging.carry_out(gone.safe.purging.of_deleted(gone.later.id))
    gone.run()
    assert let_go(left, gone).gone == frozenset()  # it was only heard now
    assert left.run().gone == {gone.device}
    assert left.safe.purging.ids() == gone.safe.purging.ids()


def test_what_somebody_else_laid_beside_it_stays(lost):
    left, gone, folder = lost
    place = theirs(folder, gone)
    for strange in (place / "letter.txt", place / "media" / "letter.txt"):
        strange.write_text("not ours")
    let_go(left, gone)
    assert sorted(path.name for path in place.rglob("*")) == ["letter.txt", "letter.txt", "media"]


def test_nothing_goes_through_a_link(lost, tmp_path):
    left, gone, folder = lost
    media = theirs(folder, gone) / "media"
    media.rename(tmp_path / "elsewhere")
    media.symlink_to(tmp_path / "elsewhere")
    assert let_go(left, gone).gone == {gone.device}
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


def test_only_computers_of_our_own_home_are_offered(computers):
    mom, laptop, dad = (computers.new(name) for name in ("mom", "laptop", "dad"))
    of, _ = planned(mom.journal)
    mom.safe.homes.name_ours("With Mom")
    dad.safe.homes.name_ours("With Dad")
    folder = computers.shared_folder()
    shared = mom.begin(folder, Audience.OTHER_HOME)
    laptop.take(mom.pack(Audience.OWN))
    for guest in (laptop, dad):
        guest.join(mom, shared, folder)
        guest.journal.records.save(note(of, guest.name))
    for each in (mom, laptop, dad, mom, dad):
        each.run()
    assert [one.device for one in state(mom).others] == [laptop.device]
    assert state(dad).others == ()
    ask(mom, dad)
    assert let_go(mom, laptop).gone == {laptop.device}
    assert {batch.parent.name for batch in batches(folder)} == {str(mom.device), str(dad.device)}
    assert notes(dad, of) == ["dad", "laptop"]
