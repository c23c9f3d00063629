"""Shared folders where a journal moves to a new computer: one goes on there, the rest is told."""

from dataclasses import replace

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.safe.sharing.sharing import InvitedSharing, invited_sharing
from homejournal.services.safe.transfer.sealed_files import pack_of
from tests.journals import note, planned


def moving_of(computer):
    return invited_sharing(computer.safe.sharing, computer.settings)


def test_the_folder_of_our_own_computers_goes_on_on_the_new_one(computers):
    old, new, desk = map(computers.new, ("old", "new", "desk"))
    old.of, _ = planned(old.journal)
    assert moving_of(old) == InvitedSharing(None, 0)
    folder = computers.shared_folder()
    shared = old.begin(folder)
    desk.join(old, shared, folder)
    found = moving_of(old)
    assert found == InvitedSharing(old.shared, 0)
    invitation = old.safe.sharing.invitation(found.along, old.settings)
    wish = old.safe.pack_files.wish(Audience.OWN, invitation=invitation)
    pack = read_plain_pack(plain_pack(pack_of(replace(wish, history=True))))
    new.take(pack)
    new.safe.sharing.join(pack.invitation, folder, new.settings)
    desk.run()
    new.journal.records.save(note(old.of, "from the new computer"))
    new.run(), desk.run()
    assert "from the new computer" in [one.text for one in desk.journal.records.all_of(Kind.NOTE)]


def test_another_home_and_what_was_never_joined_here_do_not_go_along(computers):
    old = computers.new("old")
    planned(old.journal)
    old.safe.homes.name_ours("With Mom")
    old.begin(computers.shared_folder(), Audience.OTHER_HOME)
    assert moving_of(old) == InvitedSharing(None, 1)
    own = old.begin(computers.shared_folder("own"))
    assert moving_of(old) == InvitedSharing(own, 1)
    assert invited_sharing(old.safe.sharing, old.folder / "elsewhere") == InvitedSharing(None, 2)
    old.begin(computers.shared_folder("another"))
    assert moving_of(old) == InvitedSharing(None, 3)  # a file invites to one folder alone
