"""An invitation that is taken twice, and a computer that lost its part, stay who they are."""

import pytest

from homejournal.domain.errors import SharingRefusedError
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.sharing.shared_folder import read_own_part
from tests.journals import note
from tests.sharing.computers import batches
from tests.sharing.test_shared_folder import in_step, notes, two
from tests.sharing.test_under_a_new_id import forget, told_in

__all__ = ["two"]


def part_of(computer):
    return computer.settings / "sharing" / f"{computer.shared.id}.json"


def test_who_opens_an_invitation_again_goes_on_as_before(two):
    laptop, desk, folder = two
    gone = note(laptop.of, "words to go")
    desk.journal.records.save(gone, note(laptop.of, "stays"))
    desk.run()
    device, key = desk.device, read_own_part(desk.settings, desk.shared.id).private
    desk.join(laptop, laptop.shared, folder)
    assert read_own_part(desk.settings, desk.shared.id).private == key
    forget(desk, gone.id)
    desk.run(), laptop.run()
    assert desk.device == device
    assert {batch.parent.name for batch in batches(folder)} == {str(device)}
    assert "words to go" not in told_in(desk, folder)
    assert "stays" in told_in(desk, folder)
    assert in_step(laptop, desk)


def test_it_may_choose_another_folder(two, tmp_path):
    laptop, desk, folder = two
    desk.journal.records.save(note(laptop.of, "from the desk"))
    desk.run()
    other = tmp_path / "other"
    other.mkdir()
    desk.join(laptop, laptop.shared, other)
    desk.run()
    assert len(batches(other)) == 1
    folder.rename(tmp_path / "away")
    other.rename(folder)
    laptop.run()
    assert notes(laptop, laptop.of) == ["from the desk"]


def test_a_computer_that_lost_its_key_comes_again_under_a_new_id(two):
    """Others know it by the key that it lost, also where it never wrote anything."""
    laptop, desk, folder = two
    old = laptop.device
    part_of(laptop).write_bytes(b"")
    desk.run()
    invitation = desk.safe.sharing.invitation(desk.shared, desk.settings)
    laptop.safe.sharing.join(invitation, folder, laptop.settings)
    laptop.journal.records.save(note(laptop.of, "from the laptop"))
    laptop.run()
    ran = desk.run()
    assert laptop.device != old
    assert ran.forged == ()
    assert notes(desk, laptop.of) == ["from the laptop"]


def test_nobody_is_invited_to_a_folder_that_was_never_chosen_here(two):
    laptop, *_ = two
    part_of(laptop).unlink()
    with pytest.raises(SharingRefusedError):
        laptop.safe.sharing.invitation(laptop.shared, laptop.settings)
    assert laptop.safe.sharing.state(laptop.shared, laptop.settings).folder is None
    assert laptop.safe.sharing.wish(laptop.shared, laptop.settings) is None


def test_an_invitation_is_believed_more_than_what_was_known_before(two):
    laptop, desk, folder = two
    desk.join(laptop, laptop.shared, folder)
    assert desk.shared.known[laptop.device] == laptop.shared.known[laptop.device]
    assert desk.shared.known.keys() == {laptop.device, desk.device}
    assert desk.shared.audience is Audience.OWN
