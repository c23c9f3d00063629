"""What lies in a shared folder helps to repair a damaged journal."""

import shutil

from homejournal.domain.repairing import Origin
from homejournal.services.opening import open_journal
from tests.services.copied import a_family, texts_in


def test_what_the_file_lost_comes_from_the_shared_folder(computers):
    mine, theirs = computers.new("mine"), computers.new("theirs")
    notes = a_family(mine.journal)
    cloud = computers.shared_folder()
    shared = mine.begin(cloud)
    theirs.join(mine, shared, cloud)
    mine.run()
    mine.journal.close()
    file = mine.place / "journal.hj"
    said = notes[0].text.encode()
    file.write_bytes(file.read_bytes().replace(said, said.upper()))
    mine.journal = open_journal(mine.place, clock=computers.clock, device=mine.device)
    assert mine.safe.shared_sources() == []  # as long as nobody says where the settings lie
    mine.safe.settings = mine.settings
    shutil.rmtree(mine.place / "backups", ignore_errors=True)
    (source,) = mine.safe.shared_sources()
    mine.safe.checkup.note_damage()
    report = mine.safe.repair.prepare(lambda _done, _of: True, shared=[source])
    assert report.contributions[-1].origin is Origin.SHARED
    mine.safe.repair.finish(report)
    mine.again()
    assert texts_in(mine.journal) == {one.text for one in notes}


def test_a_folder_that_is_not_there_today_holds_nothing(computers):
    mine = computers.new("mine")
    a_family(mine.journal)
    cloud = computers.shared_folder()
    mine.begin(cloud)
    mine.run()
    mine.safe.settings = mine.settings
    shutil.rmtree(cloud)
    (source,) = mine.safe.shared_sources()
    assert source() == ((), frozenset())


def test_a_journal_too_damaged_to_tell_of_its_sharings_names_none(computers):
    mine = computers.new("mine")
    a_family(mine.journal)
    mine.begin(computers.shared_folder())
    mine.safe.settings = mine.settings
    mine.journal.close()
    file = mine.place / "journal.hj"
    mine.journal = open_journal(mine.place, clock=computers.clock, device=mine.device)
    mine.safe.settings = mine.settings
    assert len(mine.safe.shared_sources()) == 1
    raw = file.read_bytes()
    counted = bytes(4) if raw[24:28] != bytes(4) else b"\1" * 4  # so that nothing read is kept
    file.write_bytes(raw[:24] + counted + raw[28:4096] + bytes(len(raw) - 4096))
    assert mine.safe.shared_sources() == []
