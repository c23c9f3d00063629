"""A computer that was let go: what of it arrives late, and who knows of it."""

import os
from uuid import UUID

import pytest

from homejournal.domain.sharing.outgoing import Audience, BatchesArrived
from homejournal.exchange.batch_file import Batch, BatchFault, Signer, read_batch
from homejournal.services.safe.sharing.shared_folder import keep_own_part, read_own_part
from tests.journals import TODAY, note, planned
from tests.sharing.computers import batches
from tests.sharing.test_folder_troubles import batch_with
from tests.sharing.test_gone_computers import ask, let_go, lost, state, theirs
from tests.sharing.test_shared_folder import notes, two

__all__ = ["lost", "two"]


@pytest.fixture
def late(lost, tmp_path):
    """Return `lost` after the one was let go, and two parts of it that arrive only now."""
    left, gone, folder = lost
    for number in (2, 3):
        gone.journal.records.save(note(gone.of, f"part {number}"))
        gone.run()
    place = theirs(folder, gone)
    _, *parts = batches(place)
    for part in parts:
        part.rename(tmp_path / part.name)
    left.run()
    assert let_go(left, gone).gone == {gone.device}

    def arrives(number: int) -> None:
        place.mkdir(exist_ok=True)
        name = parts[number - 2].name
        (tmp_path / name).rename(place / name)

    return left, gone, folder, arrives


def missing(computer, other) -> int:
    return computer.run().arrived[other.device].missing


def test_only_what_is_really_missing_is_told_as_missing(late):
    left, gone, _, arrives = late
    arrives(3)
    assert missing(left, gone) == 1
    left.again()
    assert missing(left, gone) == 1
    arrives(2)
    assert missing(left, gone) == 0
    assert {"part 2", "part 3"} <= set(notes(left, gone.of))


def test_it_can_go_again_once_all_of_it_is_here(late):
    left, gone, folder, arrives = late
    arrives(3)
    left.run()
    assert let_go(left, gone).gone == frozenset()
    arrives(2)
    assert left.run().gone == frozenset()  # it was only read now
    assert left.run().gone == {gone.device}
    assert not theirs(folder, gone).exists()
    assert {"part 2", "part 3"} <= set(notes(left, gone.of))


def test_a_computer_that_comes_new_waits_for_nothing_that_went(late, computers):
    left, gone, folder, arrives = late
    tablet = joined(computers, left, folder)
    arrives(2)
    assert missing(tablet, gone) == 0
    tablet.again()
    assert missing(tablet, gone) == 0


def joined(computers, left, folder):
    tablet = computers.new("tablet")
    invitation = left.safe.sharing.invitation(left.shared, left.settings)
    tablet.safe.sharing.join(invitation, folder, tablet.settings)
    tablet.run()
    return tablet


def test_nobody_waits_where_the_one_that_let_it_go_is_gone_as_well(late, computers):
    left, gone, folder, arrives = late
    tablet = joined(computers, left, folder)
    assert let_go(tablet, left).gone == {left.device}
    phone = computers.new("phone")
    invitation = tablet.safe.sharing.invitation(tablet.shared, tablet.settings)
    phone.safe.sharing.join(invitation, folder, phone.settings)
    phone.run()
    arrives(2)
    assert (missing(phone, gone), missing(tablet, gone)) == (0, 0)


def test_it_is_told_anew_after_its_batch_was_written_again(late, computers):
    left, gone, folder, arrives = late
    left.journal.records.delete(gone.later.id)
    left.safe.purging.carry_out(left.safe.purging.of_deleted(gone.later.id))
    left.run()
    tablet = joined(computers, left, folder)
    arrives(2)
    assert missing(tablet, gone) == 0


def test_numbers_go_on_where_it_comes_back(lost):
    left, gone, folder = lost
    let_go(left, gone)
    gone.run()
    gone.journal.records.save(note(gone.of, "found under the bed"))
    gone.run()
    assert [batch.name[:8] for batch in batches(theirs(folder, gone))] == ["00000002"]
    assert left.run().arrived[gone.device] == BatchesArrived(2, 2)
    assert gone.run().written == 0


def test_it_is_not_forgotten_on_closing(late):
    left, gone, _, arrives = late
    arrives(3)
    left.run()
    ask(left, gone)
    left.again()
    assert state(left).going == {gone.device}
    left.run()
    arrives(2)
    left.run(), left.again(), left.run(), left.run()
    assert (state(left).others, state(left).going) == ((), frozenset())


def test_a_wish_that_no_longer_reads_is_none(lost):
    left, gone, _ = lost
    ask(left, gone)
    (wish,) = (left.settings / "sharing").glob("*.going.json")
    wish.write_bytes(b"[7]")
    assert left.run().gone == frozenset()
    assert state(left).others


def test_a_wish_of_which_nothing_lies_there_is_forgotten(lost):
    left, gone, folder = lost
    for batch in batches(theirs(folder, gone)):
        batch.unlink()
    ask(left, gone)
    left.run()
    assert state(left).going == frozenset()


def test_no_other_home_says_what_is_missing_of_ours(computers):
    mom, dad = (computers.new(name) for name in ("mom", "dad"))
    of, _ = planned(mom.journal)
    mom.safe.homes.name_ours("With Mom")
    dad.safe.homes.name_ours("With Dad")
    folder = computers.shared_folder()
    shared = mom.begin(folder, Audience.OTHER_HOME)
    dad.join(mom, shared, folder)
    for number in range(2):
        mom.journal.records.save(note(of, f"{number}"))
        mom.run()
    here = read_own_part(dad.settings, shared.id)
    keep_own_part(dad.settings, shared.id, here.without({mom.device: 1}))
    dad.run()
    batches(theirs(folder, mom))[0].unlink()
    assert dad.run().arrived[mom.device] == BatchesArrived(1, 2)


WHO = UUID(int=2)


@pytest.mark.parametrize("gone", [[], 7, {"../x": 1}, {str(WHO): 0}, {str(WHO): "1"}])
def test_nonsense_about_who_is_gone_is_not_read(gone):
    key, signer = os.urandom(32), Signer(os.urandom(32))
    told = {"home": None, "through": TODAY.isoformat(), "revisions": [], "purged": []}
    read = [
        read_batch(batch_with(told | {"gone": said}, signer, key), key, UUID(int=1))
        for said in ({}, {str(WHO): 5}, gone)
    ]
    assert [isinstance(one, Batch) for one in read] == [True, True, False]
    assert (read[1].gone, read[2]) == ({WHO: 5}, BatchFault.UNREADABLE)
