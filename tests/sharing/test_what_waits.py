"""What waits for a newer homejournal as an envelope alone gets its content from whatever has it."""

from contextlib import closing
from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.repair.repair import Repair
from homejournal.services.safe.transfer import incoming
from tests.journals import note, planned, revisions
from tests.services.copied import go_on, texts_in
from tests.sharing.pack_lines import newer_revision
from tests.sharing.test_shared_folder import two
from tests.sharing.test_undo_is_total import WAYS, bring, stands

__all__ = ["two"]


def keep_waiting(computer, *told):
    return incoming.take_in(computer.journal._session, Incoming(newer=told), {})


def envelope_of(revision):
    return replace(revision, salt=None, fields=None)


def waiting(computer):
    """Return what waits with its content, as it stands in the file."""
    with closing(sqlcipher3.connect(computer.place / "journal.hj")) as file:
        return file.execute("SELECT id, salt, fields FROM newer ORDER BY id").fetchall()


def whole(*told):
    return sorted((one.id, one.salt, one.fields) for one in told)


def repaired(computer, damage="SELECT 1"):
    """Spoil a computer's journal, and repair it from its copies."""
    computer.journal.close()
    with closing(sqlcipher3.connect(computer.place / "journal.hj")) as file:
        file.execute(damage)
        file.execute("UPDATE revision SET fields = x'7b7d' WHERE seq = 1")
        file.commit()
    repair = Repair(computer.place, device=computer.device, clock=computer.clock)
    repair.finish(repair.prepare(go_on))
    computer.again()


@pytest.fixture
def apart(computers):
    """Return a laptop on which something waits whole, a desk with its envelope, and what it is."""
    laptop, desk = computers.new("laptop"), computers.new("desk")
    planned(laptop.journal)
    strange = newer_revision()
    keep_waiting(laptop, strange)
    keep_waiting(desk, envelope_of(strange))
    return laptop, desk, strange


@pytest.mark.parametrize("way", WAYS)
def test_content_comes_however_it_is_brought_and_goes_with_undo(apart, way):
    laptop, desk, strange = apart
    before = stands(desk)
    change = bring(way, laptop, desk)
    assert waiting(desk) == whole(strange)
    told = stands(desk)
    back = desk.journal.undo(change)
    assert stands(desk)[0][:2] == before[0][:2]
    desk.journal.undo(back)
    assert stands(desk) == told
    assert not bring(way, laptop, desk).came


def test_it_is_told_before_it_comes_and_an_envelope_takes_nothing_away(apart):
    laptop, desk, strange = apart
    pack = laptop.pack(Audience.OWN)
    assert desk.safe.pack_files.preview(pack).newer == 1
    desk.take(pack)
    assert desk.safe.pack_files.preview(pack).newer == 0
    keep_waiting(desk, envelope_of(strange))
    assert waiting(desk) == whole(strange)


def test_one_pack_that_tells_it_twice_is_enough(apart):
    _, desk, strange = apart
    other = newer_revision(fields=b'{"text":"of a boat"}')
    keep_waiting(desk, envelope_of(other), other, envelope_of(strange), strange)
    assert waiting(desk) == whole(strange, other)


def test_content_comes_through_a_shared_folder_and_is_passed_on(two):
    laptop, desk, _ = two
    strange = newer_revision()
    keep_waiting(laptop, envelope_of(strange))
    keep_waiting(desk, strange)
    laptop.run()
    desk.run()
    laptop.run()
    assert waiting(laptop) == whole(strange)
    assert laptop.pack(Audience.OWN).incoming.newer == (strange,)


def test_what_a_pack_filled_goes_into_the_folder_and_out_of_it_with_undo(two, computers):
    laptop, desk, _ = two
    strange = newer_revision()
    keep_waiting(laptop, envelope_of(strange))
    laptop.run(), desk.run()
    third = computers.new("third")
    planned(third.journal)
    keep_waiting(third, strange)
    change = laptop.take(third.pack(Audience.OWN))
    laptop.run()
    laptop.journal.undo(change)
    laptop.run(), desk.run()
    assert waiting(desk) == waiting(laptop) == whole(envelope_of(strange))


def test_what_was_deleted_for_good_stays_an_envelope(apart):
    laptop, desk, strange = apart
    desk.safe.purging.follow([strange.id])
    assert desk.safe.pack_files.preview(laptop.pack(Audience.OWN)).newer == 0
    change = desk.take(laptop.pack(Audience.OWN))
    assert waiting(desk) == whole(envelope_of(strange))
    assert not change.came.waiting_filled


def test_it_stands_once_it_can_be_read(apart):
    """It waited as an envelope, came whole, and the program that reads it is installed then."""
    laptop, desk, _ = apart
    said = note(planned(desk.journal)[0], "from the future")
    laptop.journal.records.save(said)
    (kept,) = [
        revision for revision in revisions(laptop.journal) if revision.told().record == said.id
    ]
    keep_waiting(desk, envelope_of(kept))
    keep_waiting(desk, kept)
    desk.safe.take_up_newer()
    assert desk.journal.records.get(said.id) == said


def test_one_that_was_taken_up_as_an_envelope_gets_its_content_too(apart):
    laptop, desk, _ = apart
    said = note(planned(laptop.journal)[0], "from the future")
    laptop.journal.records.save(said)
    (kept,) = [
        revision for revision in revisions(laptop.journal) if revision.told().record == said.id
    ]
    keep_waiting(desk, envelope_of(kept))
    desk.safe.take_up_newer()
    assert desk.journal.records.get(said.id) is None
    desk.take(laptop.pack(Audience.OWN))
    assert desk.journal.records.get(said.id) == said
    assert texts_in(desk.journal) == {"from the future"}


@pytest.mark.parametrize("gone", [False, True])
def test_a_repair_takes_it_whole_from_whichever_copy_has_it(computers, gone):
    desk = computers.new("desk")
    planned(desk.journal)
    strange = newer_revision()
    keep_waiting(desk, strange)
    desk.safe.backups.make()
    if gone:
        desk.safe.purging.follow([strange.id])
    repaired(desk, "UPDATE newer SET salt = NULL, fields = NULL")
    assert waiting(desk) == whole(envelope_of(strange) if gone else strange)


STRANGE = (
    {"kind": "note", "schema": 99},
    {"kind": "note", "op": "split"},
    {"kind": "note", "op": "delete"},
    {"kind": "note", "fields": b'{"day":"some day"}'},
    {"kind": "note", "fields": b"[]"},
    {"kind": "practice", "fields": b'{"rating":"in a new way"}'},
    {"kind": "media", "schema": 99},
)
"""What a later homejournal may write of a kind that is known today."""


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("way", [*WAYS, "repair"])
def test_what_is_of_a_known_kind_and_not_understood_waits_wherever_it_goes(computers, way, strange):
    laptop, desk = computers.new("laptop"), computers.new("desk")
    planned(laptop.journal)
    told = newer_revision(**strange)
    keep_waiting(laptop, told)
    if way == "repair":
        laptop.safe.backups.make()
        repaired(laptop)
        desk = laptop
    else:
        bring(way, laptop, desk)
    assert waiting(desk) == whole(told)
    assert desk.journal.files.check().is_sound
    desk.again()
    assert desk.journal.safe.take_up_newer().moves == ()
