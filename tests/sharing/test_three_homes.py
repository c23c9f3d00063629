"""Three homes: two of them delete the same note for good, and the third is asked by each."""

import pytest

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from tests.journals import note, planned


class Homes:
    """Mom, Dad and Grandma have the same note; Dad and Grandma delete it for good, each at home."""

    def __init__(self, computers):
        self.mom, self.dad, self.grandma = (computers.new(one) for one in ("mom", "dad", "grandma"))
        for one in self.all:
            one.safe.homes.name_ours(f"With {one.name}")
        of, _ = planned(self.mom.journal)
        self.said = note(of, "to be forgotten")
        self.mom.journal.records.save(self.said)

    @property
    def all(self):
        return self.mom, self.dad, self.grandma

    def delete(self, computer):
        computer.journal.records.delete(self.said.id)
        computer.safe.purging.carry_out(computer.safe.purging.of_deleted(self.said.id))

    def asking(self):
        asked = self.mom.safe.purging.requests()
        assert {(*one.counts.items(), *one.shared.items()) for one in asked} <= {
            ((Kind.NOTE, 1), (Kind.NOTE, 1)),
            ((Kind.NOTE, 1),),
        }
        return {one.home for one in asked}

    def home(self, computer):
        return computer.journal.settings.home

    def is_kept(self):
        return self.mom.journal.records.get(self.said.id) == self.said

    def is_gone(self):
        return all(version.record is None for version in self.history())

    def history(self):
        return self.mom.journal.records.history(self.said.id)


@pytest.fixture
def homes(computers):
    return Homes(computers)


@pytest.fixture
def by_folder(homes, computers):
    folder = computers.shared_folder()
    shared = homes.mom.begin(folder, Audience.OTHER_HOME)
    for one in (homes.dad, homes.grandma):
        one.join(homes.mom, shared, folder)
    for one in (*homes.all, *homes.all):
        one.run()
    for one in (homes.dad, homes.grandma):
        homes.delete(one)
        one.run()
    homes.mom.run()
    return homes


def test_through_a_shared_folder_each_of_both_is_heard(by_folder):
    mom, dad, grandma = by_folder.all
    assert by_folder.asking() == {by_folder.home(dad), by_folder.home(grandma)}
    mom.safe.purging.decline(by_folder.home(dad))
    mom.run()
    assert by_folder.asking() == {by_folder.home(grandma)}
    assert by_folder.is_kept()
    mom.safe.purging.carry_out(mom.safe.purging.of_request(by_folder.home(grandma)))
    mom.run()
    assert by_folder.asking() == set()
    assert by_folder.is_gone()


def test_what_goes_for_one_is_gone_for_both_also_when_they_tell_it_again(by_folder):
    mom, dad, _ = by_folder.all
    assert len(by_folder.asking()) == 2
    mom.safe.purging.carry_out(mom.safe.purging.of_request(by_folder.home(dad)))
    assert by_folder.is_gone()
    for one in (*by_folder.all, *by_folder.all):
        one.run()
        assert by_folder.asking() == set()


def test_by_files_that_are_handed_over_each_of_both_is_heard(homes):
    mom, dad, grandma = homes.all
    for one in (dad, grandma):
        one.take(mom.pack())
        homes.delete(one)
    mom.take(dad.pack())
    mom.safe.purging.decline(homes.home(dad))
    mom.take(grandma.pack())
    mom.take(dad.pack())
    assert homes.asking() == {homes.home(grandma)}
    mom.safe.purging.decline(homes.home(grandma))
    mom.take(grandma.pack())
    assert homes.asking() == set()
    assert homes.is_kept()
