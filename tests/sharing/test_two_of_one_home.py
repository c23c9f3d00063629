"""Two computers of one home in a folder that another home shares, too."""

import pytest

from homejournal.domain.sharing.outgoing import Audience
from tests.journals import note, planned
from tests.sharing.computers import batches
from tests.sharing.test_shared_folder import notes
from tests.sharing.test_under_a_new_id import forget, told_in


@pytest.fixture
def three(computers):
    """Return two computers of Mom's and one of Dad's, and the folder by which alone they share."""
    folder = computers.shared_folder()
    laptop, desk, dad = map(computers.new, ("laptop", "desk", "dad"))
    laptop.safe.homes.name_ours("With Mom"), dad.safe.homes.name_ours("With Dad")
    laptop.of, _ = planned(laptop.journal)
    desk.take(laptop.pack(Audience.OWN))
    assert desk.journal.settings.home == laptop.journal.settings.home
    shared = laptop.begin(folder, Audience.OTHER_HOME)
    for one in (desk, dad):
        one.join(laptop, shared, folder)
    return laptop, desk, dad, folder


def write_and_forget(laptop, desk, dad):
    said = note(laptop.of, "words to go")
    desk.journal.records.save(said, note(laptop.of, "stays"))
    desk.run(), laptop.run(), dad.run()
    forget(laptop, said.id)
    laptop.run(), desk.run()


def test_what_is_deleted_for_good_on_one_is_asked_for_on_the_other(three):
    """Anybody who has the folder's key can say that it is of our home."""
    laptop, desk, dad, folder = three
    write_and_forget(laptop, desk, dad)
    (asked,) = desk.safe.purging.requests()
    assert asked.home == desk.journal.settings.home
    assert sorted(notes(desk, laptop.of)) == ["stays", "words to go"]
    desk.safe.purging.carry_out(desk.safe.purging.of_request(asked.home))
    assert notes(desk, laptop.of) == ["stays"]
    desk.run()
    assert "words to go" not in told_in(desk, folder)
    assert len(batches(folder)) > 1


def test_what_was_kept_is_not_asked_for_again(three):
    laptop, desk, dad, _ = three
    said = note(laptop.of, "words to go")
    desk.journal.records.save(said)
    desk.run(), laptop.run()
    forget(laptop, said.id)
    laptop.run(), desk.run()
    (asked,) = desk.safe.purging.requests()
    desk.safe.purging.decline(asked.home)
    desk.run()
    assert desk.safe.purging.requests() == ()
    assert desk.journal.records.history(said.id)[0].record == said
    assert dad.safe.purging.requests() == ()
