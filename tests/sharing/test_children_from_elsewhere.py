"""A child whom another home brings is told of once, with the home; our own computers bring none."""

from uuid import uuid4

import pytest

from homejournal.domain.records.children import Child
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.sharing.shared_folder import coming_children, names_by_home

OTHER = Audience.OTHER_HOME


@pytest.fixture
def homes(computers):
    """Mom and Papa with a child each, who share a folder; nothing of Papa's is with Mom yet."""
    folder, mom, papa = computers.shared_folder(), computers.new("mom"), computers.new("papa")
    for one, home, child in ((mom, "With Mom", "Noa"), (papa, "With Papa", "Leo")):
        one.safe.homes.name_ours(home)
        one.journal.records.save(Child(id=uuid4(), name=child))
    papa.join(mom, mom.begin(folder, OTHER), folder)
    papa.run()
    return mom, papa, folder


def who_came(computer):
    """Look into the folder as the window does; return who came from elsewhere."""
    ran = computer.run(take=False)
    known, journal = computer.safe.sharing.folder_of(computer.shared), computer.journal
    coming = coming_children(ran, known, journal.family(), journal.settings.home)
    assert list(names_by_home(coming, journal.family())) == []  # they are not here yet
    list(computer.safe.sharing.take(ran))
    return list(names_by_home(coming, journal.family()))


def test_a_child_of_another_home_is_told_of_once(homes):
    mom, papa, _ = homes
    assert who_came(mom) == [("With Papa", ("Leo",))]
    assert who_came(mom) == []
    (leo,) = [child for child in papa.journal.family().children.values() if child.name == "Leo"]
    papa.journal.records.save(Child(id=leo.id, name="Leonardo"), Child(id=uuid4(), name="Ann"))
    papa.run()
    assert who_came(mom) == [("With Papa", ("Ann",))]  # a new name is no new child


def test_a_child_who_is_deleted_before_we_look_is_not_told_of(homes):
    mom, papa, _ = homes
    (leo,) = [child for child in papa.journal.family().children.values() if child.name == "Leo"]
    papa.journal.records.delete(leo.id)
    papa.run()
    assert who_came(mom) == []


def test_our_own_other_computer_brings_nobody_from_elsewhere(homes, computers):
    mom, _papa, folder = homes
    tablet = computers.new("tablet")
    tablet.take(mom.pack(Audience.OWN))
    tablet.join(mom, mom.shared, folder)
    assert tablet.journal.settings.home == mom.journal.settings.home
    tablet.run()
    tablet.journal.records.save(Child(id=uuid4(), name="Ida"))
    tablet.run()
    assert who_came(mom) == [("With Papa", ("Leo",))]
    assert "Ida" in {child.name for child in mom.journal.family().children.values()}


def test_in_a_folder_of_own_computers_nobody_is_from_elsewhere(computers):
    folder, one, two = computers.shared_folder(), computers.new("one"), computers.new("two")
    two.join(one, one.begin(folder), folder)
    two.journal.records.save(Child(id=uuid4(), name="Ida"))
    two.run()
    one.safe.homes.name_ours("With Mom")  # what the other one wrote was of no home yet
    assert who_came(one) == []
    assert len(one.journal.family().children) == 1


def test_a_home_whose_name_is_not_known_here_is_told_without_one(homes):
    mom, _, _ = homes
    family = mom.journal.family()
    (noa,) = family.children
    assert list(names_by_home({noa: uuid4()}, family)) == [(None, ("Noa",))]
    assert list(names_by_home({noa: None}, family)) == [(None, ("Noa",))]
