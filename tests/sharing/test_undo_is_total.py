"""Undo of what came in is total: all of it is gone, and what was here is as it was before."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import time
from typing import NamedTuple

import pytest
import sqlcipher3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.records.media_and_papers import kept_with
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.transfer import incoming
from homejournal.services.safe.transfer.sealed_files import pack_of
from tests.journals import note, planned, private_note, projection, rebuilt, revisions
from tests.services.copied import of_the_future
from tests.sharing.computers import Computers
from tests.sharing.pack_lines import jpeg

pytestmark = pytest.mark.unmeasured

WAYS = ("pack", "restored", "conflict copy")


@pytest.fixture
def two(computers):
    return pair(computers)


def pair(computers):
    """Return a laptop and a desk that has the envelope alone of what a note said before."""
    laptop, desk = computers.new("laptop"), computers.new("desk")
    laptop.of, laptop.what = planned(laptop.journal)
    laptop.said = note(laptop.of, "as it was at first")
    laptop.journal.records.save(laptop.said)
    laptop.journal.records.save(replace(laptop.said, text="as it stands"))
    desk.take(laptop.pack(Audience.OWN))
    return laptop, desk


def stands(computer):
    """Return everything that stands, in the tables of the file."""
    with closing(sqlcipher3.connect(computer.place / "journal.hj")) as file:
        asked = "SELECT id, salt, fields FROM revision ORDER BY id"
        waits = "SELECT id, salt, fields FROM newer ORDER BY id"
        said = "SELECT name, value FROM meta WHERE name != 'hashes' AND value != '' ORDER BY name"
        found = [file.execute(one).fetchall() for one in (asked, waits, said)]
    return found, projection(computer.place), computer.journal.drafts.kept()


def is_sound(computer):
    made = projection(computer.place) == rebuilt(computer.journal)
    return made and computer.journal.files.check().is_sound


def bring(way, laptop, desk):
    """Bring all that the laptop has to the desk, earlier versions too; return the step."""
    if way == "heads alone":
        return desk.take(laptop.pack(Audience.OWN))
    if way == "pack":
        wish = laptop.safe.pack_files.wish(Audience.OWN)
        return desk.take(read_plain_pack(plain_pack(pack_of(replace(wish, history=True)))))
    copy = laptop.safe.backups.make().path
    if way == "restored":
        restoring = desk.safe.backups.restoring
        return restoring.restore(copy, restoring.look(copy)).change
    beside = desk.place / "journal (conflicted copy 2026-03-10).hj"
    shutil.copy(copy, beside)
    copies = desk.safe.copies
    return copies.join([copies.look_into(beside)])


def texts(computer, record):
    told = computer.journal.records.history(record.id)
    return [one.record.text if one.record else None for one in told]


@pytest.mark.parametrize("way", WAYS)
def test_content_that_filled_an_envelope_goes_again(two, way):
    laptop, desk = two
    assert texts(desk, laptop.said) == [None, "as it stands"]
    before = stands(desk)
    change = bring(way, laptop, desk)
    whole = stands(desk)
    assert texts(desk, laptop.said) == ["as it was at first", "as it stands"]
    back = desk.journal.undo(change)
    assert stands(desk) == before
    assert is_sound(desk)
    again = desk.journal.undo(back)
    assert stands(desk) == whole
    desk.journal.undo(again)
    assert stands(desk) == before
    assert is_sound(desk)


def hidden_from(dad, mom):
    """Let the record of a photo be an envelope at Dad's alone; return how it is at Mom's."""
    mom.safe.homes.name_ours("With Mom"), dad.safe.homes.name_ours("With Dad")
    shown, hidden = note(mom.of), private_note(mom.of)
    photo = mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", shown)
    mom.journal.records.save(shown, hidden, photo)
    mom.journal.media.add(kept_with(replace(photo, name="park.jpg"), hidden))
    dad.take(mom.pack())
    assert kinds_of(dad) == []
    return photo


def kinds_of(computer):
    return [media.name for media in computer.journal.records.all_of(Kind.MEDIA)]


@pytest.mark.parametrize("way", WAYS)
def test_what_shows_by_content_that_came_is_told_and_hidden_again(two, way):
    mom, dad = two
    hidden_from(dad, mom)
    before = stands(dad)
    change = bring(way, mom, dad)
    assert Kind.MEDIA in change.kinds
    assert kinds_of(dad) == ["park.jpg"]
    back = dad.journal.undo(change)
    assert Kind.MEDIA in back.kinds
    assert kinds_of(dad) == []
    after = stands(dad)
    assert after[0][:2] == before[0][:2]
    assert is_sound(dad)


def test_what_was_written_upon_content_that_came_keeps_all_of_it(two):
    mom, dad = two
    photo = hidden_from(dad, mom)
    change = bring("pack", mom, dad)
    (shown,) = dad.journal.records.all_of(Kind.MEDIA)
    dad.journal.media.add(replace(shown, name="river.jpg"))
    stood = stands(dad)
    with pytest.raises(StaleChangeError):
        dad.journal.undo(change)
    assert stands(dad) == stood
    assert kinds_of(dad) == ["river.jpg"]
    assert photo.id == shown.id


def test_what_was_written_upon_a_later_version_hinders_no_undo(two):
    laptop, desk = two
    change = bring("pack", laptop, desk)
    desk.journal.records.save(replace(laptop.said, text="as the desk says"))
    desk.journal.undo(change)
    assert texts(desk, laptop.said) == [None, "as it stands", "as the desk says"]
    assert is_sound(desk)


def test_what_was_deleted_for_good_meanwhile_is_an_envelope_anyway(two):
    laptop, desk = two
    change = bring("pack", laptop, desk)
    desk.safe.purging.forget_earlier(laptop.said.id)
    back = desk.journal.undo(change)
    desk.journal.undo(back)
    assert texts(desk, laptop.said) == [None, "as it stands"]
    assert is_sound(desk)


@pytest.mark.parametrize("way", WAYS)
def test_what_waits_for_a_newer_homejournal_goes_and_comes_again(two, way):
    laptop, desk = two
    here, strange = map(of_the_future, revisions(laptop.journal)[-2:])
    incoming.take_in(desk.journal._session, Incoming(newer=(here,)), {})
    incoming.take_in(laptop.journal._session, Incoming(newer=(here, strange)), {})
    before = stands(desk)
    change = bring(way, laptop, desk)
    whole = stands(desk)
    assert {one[0] for one in whole[0][1]} == {here.id, strange.id}
    back = desk.journal.undo(change)
    assert stands(desk) == before
    desk.journal.undo(back)
    assert stands(desk) == whole
    assert not bring(way, laptop, desk).came


def test_how_far_another_home_reaches_and_the_settings_of_a_file_go_too(computers):
    mom, fresh, dad = map(computers.new, ("mom", "fresh", "dad"))
    mom.of, _ = planned(mom.journal)
    mom.safe.homes.name_ours("With Mom")
    mom.journal.change_settings(replace(mom.journal.settings, day_end=time(5)))
    planned(dad.journal)
    dad.safe.homes.name_ours("With Dad")
    for computer in (fresh, dad):
        before, told = stands(computer), computer.journal.settings
        change = computer.journal.files.import_json(mom.journal.files.export_json()).change
        whole = stands(computer)
        assert whole[0][2] != before[0][2]
        back = computer.journal.undo(change)
        assert stands(computer) == before
        assert computer.journal.settings == told
        computer.journal.undo(back)
        assert stands(computer) == whole


class Deeds(NamedTuple):
    """What the laptop does to one of three notes, and the way by which all comes to the desk."""

    note: int
    edits: int
    deleted: bool
    way: str


DEEDS = st.builds(
    Deeds,
    note=st.integers(0, 2),
    edits=st.integers(0, 2),
    deleted=st.booleans(),
    way=st.sampled_from((*WAYS, "heads alone", "heads alone")),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=st.lists(DEEDS, min_size=1, max_size=5), here=st.integers(0, 2))
def test_by_whatever_ways_it_came_all_of_it_goes(tmp_path_factory, told, here):
    computers = Computers(tmp_path_factory.mktemp("computers"))
    try:
        laptop, desk = pair(computers)
        notes = [laptop.said, note(laptop.of, "one more"), note(laptop.of, "and one")]
        edit(desk, notes[here], 1)
        steps = [come(laptop, desk, notes[deeds.note], deeds) for deeds in told]
        for before, change in reversed(steps):
            whole = stands(desk)
            back = desk.journal.undo(change)
            assert stands(desk) == before
            assert is_sound(desk)
            again = desk.journal.undo(back)
            assert stands(desk) == whole
            desk.journal.undo(again)
            assert stands(desk) == before
    finally:
        computers.close()


def come(laptop, desk, said, deeds):
    """Let the laptop write, and all come to the desk; return how it stood before, and the step."""
    edit(laptop, said, deeds.edits)
    if deeds.deleted:
        laptop.journal.records.delete(said.id)
    before = stands(desk)
    return before, bring(deeds.way, laptop, desk)


def edit(computer, said, times):
    for _ in range(times):
        words = f"{said.text} {computer.name} {len(revisions(computer.journal))}"
        computer.journal.records.save(replace(said, text=words))
