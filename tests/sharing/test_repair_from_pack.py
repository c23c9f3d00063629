"""A sealed file that a family has on a stick or in its mail helps to repair a damaged journal."""

import os
import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from homejournal.domain.errors import ImportFaultsError, PackLockedError, PasswordNeededError
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Op
from homejournal.domain.safe.copy_comparison import Origin
from homejournal.domain.sharing.outgoing import STAYS_AT_HOME, Audience
from homejournal.exchange.pack_file import write_pack
from homejournal.services.opening import open_journal
from homejournal.services.safe.repair.repair import Repair
from tests.damages import spoil
from tests.journals import TODAY, note, planned
from tests.services.copied import a_family, go_on, texts_in
from tests.services.passwords import TYPED, set_password_only
from tests.services.photos import PHOTO, add_photo

WORDS = "four quiet words here"


@pytest.fixture
def sealed(tmp_path):
    """Write a pack into a file, sealed with the words."""

    def write(pack, name="own.hjpack"):
        file = tmp_path / name
        file.write_bytes(write_pack(pack, WORDS))
        return file

    return write


@pytest.fixture
def family(computers):
    """A computer whose home has a name, with notes and a photo."""
    mine = computers.new("mine")
    first = a_family(mine.journal)
    mine.safe.homes.name_ours("With Mom", "Laptop")
    photo = add_photo(mine.journal)
    rest = [one for one in mine.journal.records.all_of(Kind.NOTE) if one not in first]
    return mine, [*first, *rest], photo


def all_is_lost(computer):
    """Let nothing of the journal read any more, and no copy lie beside it."""
    computer.journal.close()
    size = (computer.place / "journal.hj").stat().st_size
    (computer.place / "journal.hj").write_bytes(os.urandom(size))
    for name in ("backups", "media"):
        shutil.rmtree(computer.place / name, ignore_errors=True)


def repair_of(computer, *packs):
    repair = Repair(computer.place, device=computer.device, clock=computer.clock)
    for pack in packs:
        repair.elsewhere.show_pack(pack, WORDS)
    return repair


def repaired(computer, *packs):
    repair = repair_of(computer, *packs)
    report = repair.prepare(go_on)
    repair.finish(report)
    computer.journal = open_journal(computer.place, clock=computer.clock, device=computer.device)
    assert computer.journal.read_only_because is None
    return report


def test_where_nothing_else_is_left_all_comes_from_the_pack(family, sealed):
    mine, notes, photo = family
    settings = mine.journal.settings
    pack = sealed(mine.pack(Audience.OWN))
    all_is_lost(mine)
    with pytest.raises(PasswordNeededError):  # noise may be a locked journal, too
        repair_of(mine).prepare(go_on)
    report = repaired(mine, pack)
    assert [contribution.origin for contribution in report.contributions] == [Origin.PACK]
    assert report.media.back.keys() == {photo.sha256}
    assert texts_in(mine.journal) == {one.text for one in notes}
    assert mine.journal.media.read(photo) == PHOTO
    assert mine.journal.settings == settings


def test_what_the_file_lost_comes_from_the_pack_of_another_computer(family, computers, sealed):
    mine, notes, _ = family
    theirs = computers.new("theirs")
    theirs.take(mine.pack(Audience.OWN))
    late = note(theirs.journal.records.all_of(Kind.CHILD)[0].id, "written on the other computer")
    theirs.journal.records.save(late)
    pack = sealed(theirs.pack(Audience.OWN))
    mine.journal.close()
    spoil(mine.place, "page")
    report = repaired(mine, pack)
    assert report.left_out == 0
    assert texts_in(mine.journal) == {one.text for one in (*notes, late)}
    assert mine.journal.settings.id != theirs.journal.settings.id


def test_photos_alone_come_from_a_pack(family, sealed):
    mine, _, photo = family
    pack = sealed(mine.pack(Audience.OWN))
    mine.journal.close()
    shutil.rmtree(mine.place / "media")
    shutil.rmtree(mine.place / "backups", ignore_errors=True)
    report = repaired(mine, pack)
    assert report.built is None
    assert mine.journal.media.read(photo) == PHOTO


def test_what_was_deleted_for_good_comes_from_no_pack(family, sealed):
    mine, notes, _ = family
    pack = sealed(mine.pack(Audience.OWN))
    mine.journal.records.delete(notes[0].id)
    purging = mine.safe.purging
    purging.carry_out(purging.of_deleted(notes[0].id))
    mine.journal.close()
    shutil.rmtree(mine.place / "backups", ignore_errors=True)
    spoil(mine.place, "page", seed=5)
    repaired(mine, pack)
    assert texts_in(mine.journal) == {one.text for one in notes[1:]}


def purged_pack(mine, notes):
    """Return a copy from before a note was deleted for good, and a pack from after."""
    copy = shutil.copy(mine.safe.backups.make().path, mine.folder)
    mine.journal.records.delete(notes[0].id)
    mine.safe.purging.carry_out(mine.safe.purging.of_deleted(notes[0].id))
    return copy, mine.pack(Audience.OWN)


def test_what_a_pack_alone_says_was_deleted_for_good_is_refused_for_ever(family, sealed):
    mine, notes, _ = family
    _, pack = purged_pack(mine, notes)
    all_is_lost(mine)
    repaired(mine, sealed(pack))
    assert mine.safe.purging.ids() == pack.purged
    assert texts_in(mine.journal) == {one.text for one in notes[1:]}


def repaired_with_copy(mine, copy, file):
    all_is_lost(mine)
    repair = repair_of(mine, file)
    repair.elsewhere.show(Path(copy))
    repair.finish(repair.prepare(go_on))
    mine.again()


def test_what_a_pack_says_was_deleted_for_good_comes_from_no_copy(family, sealed):
    mine, notes, _ = family
    copy, pack = purged_pack(mine, notes)
    repaired_with_copy(mine, copy, sealed(pack))
    assert texts_in(mine.journal) == {one.text for one in notes[1:]}
    assert mine.safe.purging.ids() == pack.purged
    assert notes[0].text.encode() not in (mine.place / "journal.hj").read_bytes()


def test_what_stands_goes_by_no_pack_before_somebody_agrees(family, sealed):
    mine, notes, _ = family
    copy, pack = purged_pack(mine, notes)
    forged = tuple(
        revision for revision in pack.incoming.revisions if revision.told().op is not Op.DELETE
    )
    pack = replace(pack, incoming=replace(pack.incoming, revisions=forged))
    repaired_with_copy(mine, copy, sealed(pack))
    assert texts_in(mine.journal) == {one.text for one in notes}
    (asked,) = mine.safe.purging.requests()
    mine.safe.purging.carry_out(mine.safe.purging.of_request(asked.home))
    assert texts_in(mine.journal) == {one.text for one in notes[1:]}


def test_of_another_home_nothing_private_comes_though_a_file_has_it(family, sealed):
    mine, notes, _ = family
    (child,) = mine.journal.records.all_of(Kind.CHILD)
    private = PrivateNote(id=uuid4(), child=child.id, day=TODAY, text="I was so tired")
    mine.journal.records.save(private)
    whole = mine.pack(Audience.OWN)
    assert STAYS_AT_HOME & {revision.told().kind for revision in whole.incoming.revisions}
    made = replace(whole, audience=Audience.OTHER_HOME, private=frozenset(), drafts={})
    pack = sealed(made)
    all_is_lost(mine)
    repaired(mine, pack)
    held = {revision.told().kind for revision in mine.pack(Audience.OWN).incoming.revisions}
    assert held >= {Kind.CHILD, Kind.NOTE}
    assert not held & STAYS_AT_HOME
    assert texts_in(mine.journal) == {one.text for one in notes}


def test_what_another_home_deleted_for_good_is_asked(family, computers, sealed):
    mine, notes, _ = family
    theirs = computers.new("theirs")
    theirs.safe.homes.name_ours("With Dad", "Tower")
    theirs.take(mine.pack(Audience.OTHER_HOME))
    (child,) = theirs.journal.records.all_of(Kind.CHILD)
    purging = theirs.safe.purging
    purging.carry_out(purging.of_child(child.id))
    pack = sealed(theirs.pack(Audience.OTHER_HOME))
    mine.journal.close()
    spoil(mine.place, "page")
    repaired(mine, pack)
    assert texts_in(mine.journal) == {one.text for one in notes}
    assert len(mine.safe.purging.requests()) == 1


def test_a_pack_of_another_family_is_left_out(family, computers, sealed):
    mine, notes, _ = family
    others = computers.new("others")
    planned(others.journal, name="Somebody else")
    pack = sealed(others.pack(Audience.OWN))
    mine.journal.close()
    spoil(mine.place, "page")
    report = repaired(mine, pack)
    assert report.left_out == 1
    assert texts_in(mine.journal) == {one.text for one in notes}
    assert {child.name for child in mine.journal.records.all_of(Kind.CHILD)} == {"Mateo"}


def test_unfinished_texts_come_from_a_pack_where_nothing_else_tells_them(family, sealed):
    mine, _, _ = family
    mine.journal.drafts.keep("note:1", "half a sent")
    pack = replace(mine.pack(Audience.OWN), drafts={"note:1": "half a sentence"})
    file = sealed(pack)
    all_is_lost(mine)
    repaired(mine, file)
    assert mine.journal.drafts.kept() == {"note:1": "half a sentence"}


@pytest.mark.parametrize("words", ["", "other words than these"])
def test_other_words_open_no_pack(family, sealed, words):
    mine, _, _ = family
    pack = sealed(mine.pack(Audience.OWN))
    with pytest.raises(PackLockedError):
        repair_of(mine).elsewhere.show_pack(pack, words)


def test_a_spoiled_pack_is_refused_whole(family, sealed):
    mine, _, _ = family
    pack = mine.pack(Audience.OWN)
    first = pack.incoming.revisions[0]
    spoiled = replace(first, fields=(first.fields or b"{}") + b" ")
    told = replace(pack.incoming, revisions=(spoiled, *pack.incoming.revisions[1:]))
    file = sealed(replace(pack, incoming=told))
    with pytest.raises(ImportFaultsError):
        repair_of(mine).elsewhere.show_pack(file, WORDS)


def test_a_pack_of_a_journal_with_locked_keys_waits_for_what_opens_it(family, sealed):
    mine, _, _ = family
    pack = sealed(mine.pack(Audience.OWN))
    all_is_lost(mine)
    (mine.place / "keys.json").write_text("{}")
    with pytest.raises(PasswordNeededError):
        repair_of(mine, pack).prepare(go_on)


def test_one_that_knows_nobody_is_a_child_of_ours(computers, sealed):
    """Homes without a name are known by what both tell of."""
    mine, theirs = computers.new("mine"), computers.new("theirs")
    mine.journal.records.save(Child(id=uuid4(), name="Maya"))
    theirs.take(mine.pack(Audience.OWN))
    pack = sealed(theirs.pack(Audience.OWN))
    mine.journal.close()
    spoil(mine.place, "page")
    assert repaired(mine, pack).left_out == 0


def test_one_of_our_home_fits_though_both_tell_of_nothing_alike(family, computers, sealed):
    mine, notes, _ = family
    theirs = computers.new("theirs")
    planned(theirs.journal, name="Another child")
    sender = replace(theirs.pack(Audience.OWN).sender, home=mine.journal.settings.home)
    pack = sealed(replace(theirs.pack(Audience.OWN), sender=sender))
    mine.journal.close()
    spoil(mine.place, "page")
    assert repaired(mine, pack).left_out == 0
    assert len(mine.journal.records.all_of(Kind.CHILD)) == 2
    assert texts_in(mine.journal) == {one.text for one in notes}


def test_a_locked_journal_keeps_its_id_and_its_password(family, computers, sealed):
    mine, notes, _ = family
    theirs = computers.new("theirs")
    theirs.take(mine.pack(Audience.OWN))
    pack = sealed(theirs.pack(Audience.OWN))
    known = mine.journal.settings.id
    set_password_only(mine.journal)
    key = mine.journal._store.key
    all_is_lost(mine)
    repair = repair_of(mine, pack)
    repair.unlock(TYPED)
    repair.finish(repair.prepare(go_on))
    mine.journal = open_journal(mine.place, clock=mine.clock, device=mine.device, key=key)
    assert texts_in(mine.journal) == {one.text for one in notes}
    assert mine.journal.settings.id == known
