"""What lies in a shared folder helps to repair a damaged journal."""

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from homejournal.domain.safe.copy_comparison import Origin
from homejournal.services.opening import open_journal
from homejournal.services.safe.repair.repair import Repair
from tests.services.copied import a_family, go_on, texts_in


@pytest.fixture
def shared(computers):
    """A computer that shares a folder, which holds all of its notes; its journal is closed."""
    mine, theirs = computers.new("mine"), computers.new("theirs")
    notes = a_family(mine.journal)
    cloud = computers.shared_folder()
    theirs.join(mine, mine.begin(cloud), cloud)
    mine.run()
    mine.journal.close()
    return mine, notes, cloud


def lose(mine, note):
    file = mine.place / "journal.hj"
    said = note.text.encode()
    file.write_bytes(file.read_bytes().replace(said, said.upper()))


def repair_of(mine, computers):
    repair = Repair(mine.place, device=mine.device, clock=computers.clock)
    repair.elsewhere.computer = mine.settings
    return repair


def test_what_the_file_lost_comes_from_the_shared_folder(shared, computers):
    mine, notes, _ = shared
    lose(mine, notes[0])
    shutil.rmtree(mine.place / "backups", ignore_errors=True)
    mine.journal = open_journal(mine.place, clock=computers.clock, device=mine.device)
    mine.safe.checkup.note_damage()
    report = mine.safe.repair.prepare(go_on)
    assert report.contributions[-1].origin is Origin.OWN  # nobody says where the settings lie
    mine.safe.repair.leave(report)
    mine.safe.settings = mine.settings
    report = mine.safe.repair.prepare(go_on)
    assert report.contributions[-1].origin is Origin.SHARED
    mine.safe.repair.finish(report)
    mine.again()
    assert texts_in(mine.journal) == {note.text for note in notes}


def test_a_folder_that_is_not_there_today_holds_nothing(shared, computers):
    mine, notes, cloud = shared
    lose(mine, notes[0])
    shutil.rmtree(cloud)
    repair = repair_of(mine, computers)
    report = repair.prepare(go_on)
    assert [contribution.origin for contribution in report.contributions] == [Origin.OWN]
    repair.leave(report)


def test_a_copy_tells_of_the_folder_where_the_journal_does_no_more(shared, computers):
    mine, notes, _ = shared
    mine.journal = open_journal(mine.place, clock=computers.clock, device=mine.device)
    mine.safe.backups.make()
    late = replace(notes[0], id=uuid4(), text="a note after the copy")
    mine.journal.records.save(late)
    mine.run()
    mine.journal.close()
    (mine.place / "journal.hj").write_bytes(b"")
    repair = repair_of(mine, computers)
    report = repair.prepare(go_on)
    assert [contribution.origin for contribution in report.contributions] == [
        Origin.COPY,
        Origin.SHARED,
    ]
    repair.finish(report)
    mine.again()
    assert texts_in(mine.journal) == {one.text for one in (*notes, late)}


def test_what_the_folder_says_was_deleted_for_good_comes_from_no_copy(shared, computers):
    mine, notes, _ = shared
    mine.journal = open_journal(mine.place, clock=computers.clock, device=mine.device)
    kept = shutil.copy(mine.safe.backups.make().path, mine.folder)
    purging = mine.safe.purging
    mine.journal.records.delete(notes[0].id)
    purging.carry_out(purging.of_deleted(notes[0].id))
    mine.run()
    mine.journal.close()
    (mine.place / "journal.hj").write_bytes(b"")
    shutil.rmtree(mine.place / "backups", ignore_errors=True)
    repair = repair_of(mine, computers)
    repair.elsewhere.show(Path(kept))
    repair.finish(repair.prepare(go_on))
    mine.again()
    assert texts_in(mine.journal) == {note.text for note in notes[1:]}
    assert mine.safe.purging.ids()
    assert notes[0].text.encode() not in (mine.place / "journal.hj").read_bytes()
