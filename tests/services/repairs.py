"""What the tests of repair share: a family that is closed, and its journal repaired."""

import pytest

from homejournal.services.opening import open_journal
from homejournal.services.safe.repair.repair import Repair
from tests.journals import DEVICE
from tests.services.copied import a_family, go_on


def repair_of(folder, clock, key=None):
    return Repair(folder, device=DEVICE, clock=clock, key=key)


@pytest.fixture
def family(journals):
    """A closed journal without a copy, its notes, and its bytes."""
    journal = journals.new()
    notes = a_family(journal)
    journal.drafts.keep("a note", "not yet saved")
    journal.close()
    return journal.folder, notes, (journal.folder / "journal.hj").read_bytes()


def show(repair, copies):
    """Let a repair know of copies that lie elsewhere."""
    for copy in copies:
        assert repair.elsewhere.show(copy.path)


def copy_of(folder, journals):
    journal = journals.again(folder.name)
    journal.safe.backups.make()
    journal.close()


def repaired(folder, journals, key=None):
    repair = repair_of(folder, journals.clock, key)
    report = repair.prepare(go_on)
    repair.finish(report)
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert found.read_only_because is None
    assert found.files.check().is_sound
    return found, report
