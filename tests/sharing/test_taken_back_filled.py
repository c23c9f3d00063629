"""Content that filled an envelope and was taken back goes from our batches; the envelope stays."""

import pytest

from homejournal.domain.sharing.outgoing import Audience
from tests.sharing.test_undo_is_total import bring, hidden_from, kinds_of, pair


@pytest.fixture
def homes(computers):
    """Mom's computer, and Dad's two, which share a folder; both have an envelope of her photo."""
    mom, dad = pair(computers)
    hidden_from(dad, mom)
    folder = computers.shared_folder()
    shared = dad.begin(folder)
    dad.run()
    tablet = computers.new("tablet")
    tablet.join(dad, shared, folder)
    tablet.run()
    assert (kinds_of(dad), kinds_of(tablet)) == ([], [])
    dad.again()
    return mom, dad, tablet


def filled_and_written(mom, dad):
    """Let Dad take in all that Mom has, and let a run write it in the folder."""
    change = bring("restored", mom, dad)
    assert dad.run().written
    assert kinds_of(dad) == ["park.jpg"]
    return change


@pytest.mark.parametrize("kill", [False, True])
def test_it_does_not_come_again_from_our_own_batches(homes, kill):
    mom, dad, tablet = homes
    dad.journal.undo(filled_and_written(mom, dad))
    if kill:
        dad.again()
    for _ in range(2):
        dad.run(), tablet.run()
        assert (kinds_of(dad), kinds_of(tablet)) == ([], [])
    assert dad.journal.files.check().is_sound


def test_it_comes_again_where_another_computer_took_it_in_meanwhile(homes):
    mom, dad, tablet = homes
    change = filled_and_written(mom, dad)
    tablet.run()
    assert kinds_of(tablet) == ["park.jpg"]
    dad.journal.undo(change)
    dad.run(), tablet.run(), dad.run()
    assert kinds_of(dad) == kinds_of(tablet) == ["park.jpg"]


def test_another_source_that_brought_it_meanwhile_gives_it_again(homes):
    mom, dad, tablet = homes
    change = bring("restored", mom, dad)
    tablet.take(dad.pack(Audience.OWN))
    tablet.run()
    dad.journal.undo(change)
    assert kinds_of(dad) == []
    dad.run()
    assert kinds_of(dad) == ["park.jpg"]


def test_content_that_a_file_brought_is_told_at_the_next_look(homes):
    mom, dad, tablet = homes
    dad.run()
    bring("restored", mom, dad)
    dad.run(), tablet.run()
    assert kinds_of(tablet) == ["park.jpg"]
