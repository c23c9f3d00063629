"""Two shared folders of one journal: what is met in one stays with that one."""

from homejournal.services.safe.sharing.sync_run import run
from tests.journals import child, planned


def test_a_computer_that_is_met_in_one_folder_is_known_in_that_one_alone(computers):
    laptop, met = computers.new("laptop"), {}
    planned(laptop.journal)
    sharing = laptop.safe.sharing
    for name in ("desk", "tablet"):
        folder = computers.shared_folder(name)
        shared, other = laptop.begin(folder), computers.new(name)
        other.join(laptop, shared, folder)
        other.journal.records.save(child(name=name))
        other.run()
        met[shared.id] = other.device
    for shared in sharing.all():
        ran = run(sharing.wish(shared, laptop.settings), sharing.folder_of(shared))
        list(sharing.take(ran))
    assert {shared.id: set(shared.known) - {laptop.device} for shared in sharing.all()} == {
        id_: {device} for id_, device in met.items()
    }
