"""What comes in is worked out ahead; it is only written where the journal stands as it did."""

import shutil
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3

from homejournal.domain.errors import InvalidValueError, JournalDamagedError
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.journal_json import read_journal
from homejournal.exchange.media_files import kept_file
from homejournal.services.safe.copies.restoring import CopyToRestore
from tests.journals import note, planned, practice, private_note, projection, rebuilt
from tests.services.copied import texts_in
from tests.sharing.pack_lines import jpeg
from tests.threads import on_another_thread

WORDS = "He reached for the cup"


@pytest.fixture
def computers_of_two(computers):
    """Return two computers of one home: of the first notes stand on both, and it wrote more."""
    desk, laptop = computers.new("desk"), computers.new("laptop")
    of, what = planned(desk.journal)
    first = note(of, text="First words")
    desk.journal.records.save(first)
    laptop.take(desk.pack(Audience.OWN))
    done = practice(what)
    desk.journal.records.save(done, note(of, text=WORDS, practice=done.id))
    desk.journal.notes.edit(first, replace(first, text="Edited words"))
    return desk, laptop, first


def by_pack(here, there):
    pack, files = there.pack(Audience.OWN), here.safe.pack_files
    return files.preparing(pack), partial(files.take_in, pack)


def by_file(here, there):
    files = here.journal.files
    file = read_journal(there.journal.files.export_json(), files.known().get)
    return files.preparing(file), partial(files.take, file)


def by_copy_beside(here, there):
    copies, beside = here.safe.copies, here.place / "journal (1).hj"
    shutil.copy(there.place / "journal.hj", beside)
    looked = [copies.look_into(beside)]
    return partial(copies.preparing(), looked), partial(copies.join, looked)


def by_copy(here, there):
    restoring, copy = here.safe.backups.restoring, there.safe.backups.make().path
    return restoring.preparing(
        CopyToRestore(copy, restoring.look(copy), deleted=False)
    ), restoring.bring_back


DOORS = pytest.mark.parametrize("door", [by_pack, by_file, by_copy_beside, by_copy])


@contextmanager
def asked_of(journal):
    """Give the questions for revisions of records that are put to the journal's own connection."""
    asked = []

    def hear(statement):
        if "revision.record IN" in statement:
            asked.append(statement)

    journal._store.bare.set_trace_callback(hear)
    yield asked
    journal._store.bare.set_trace_callback(None)


def is_sound(journal):
    return journal.files.check().is_sound and projection(journal.folder) == rebuilt(journal)


@DOORS
def test_what_was_worked_out_is_only_written(computers_of_two, door):
    desk, laptop, _ = computers_of_two
    work, take = door(laptop, desk)
    ahead = on_another_thread(work)
    with asked_of(laptop.journal) as asked:
        told = take(ahead)
    assert asked == []
    assert texts_in(laptop.journal) == {WORDS, "Edited words"}
    assert is_sound(laptop.journal)
    laptop.journal.undo(getattr(told, "change", told))
    assert texts_in(laptop.journal) == {"First words"}
    assert is_sound(laptop.journal)


@DOORS
def test_it_is_worked_out_anew_where_something_was_written_since(computers_of_two, door):
    desk, laptop, first = computers_of_two
    work, take = door(laptop, desk)
    ahead = on_another_thread(work)
    laptop.journal.notes.edit(first, replace(first, text="In other words"))
    with asked_of(laptop.journal) as asked:
        take(ahead)
    assert asked
    (two,) = laptop.safe.settling.waiting()
    assert {record.text for record in two.records} == {"Edited words", "In other words"}
    assert is_sound(laptop.journal)


def test_what_was_worked_out_of_another_pack_is_not_used(computers_of_two):
    desk, laptop, first = computers_of_two
    work, _ = by_pack(laptop, desk)
    ahead = on_another_thread(work)
    desk.journal.records.save(note(first.child, text="Later words"))
    _, take = by_pack(laptop, desk)
    take(ahead)
    assert texts_in(laptop.journal) == {WORDS, "Edited words", "Later words"}


def test_it_tells_what_came_back_as_if_it_were_worked_out_then(computers_of_two):
    desk, laptop, _ = computers_of_two
    work, take = by_copy(laptop, desk)
    told = take(on_another_thread(work))
    assert (told.counts.entries, told.counts.notes, told.counts.records) == (1, 2, 3)


def test_with_it_pictures_are_laid_down_and_again_where_they_went_meanwhile(computers_of_two):
    desk, laptop, first = computers_of_two
    photo = desk.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", first)
    desk.journal.records.save(photo)
    for door in (by_pack, by_copy):
        work, take = door(laptop, desk)
        ahead, lies = on_another_thread(work), laptop.place / "media" / photo.sha256
        before = lies.stat().st_mtime_ns
        change = take(ahead)
        change = getattr(change, "change", change)
        assert lies.stat().st_mtime_ns == before
        laptop.journal.undo(change)
        ahead = on_another_thread(work)
        laptop.journal.records.save(note(first.child))
        lies.unlink()
        change = take(ahead)
        assert lies.is_file()
        laptop.journal.undo(getattr(change, "change", change))
        lies.unlink()


def test_of_what_a_copy_refuses_only_the_envelope_comes(computers_of_two, computers):
    desk, _, _ = computers_of_two
    copy = desk.safe.backups.make().path
    with closing(sqlcipher3.connect(copy)) as file:
        file.execute(
            "INSERT INTO purged SELECT id FROM revision WHERE instr(fields, ?)", (WORDS.encode(),)
        )
        file.commit()
    fresh = computers.new("bought anew")
    restoring = fresh.safe.backups.restoring
    ahead = on_another_thread(
        restoring.preparing(CopyToRestore(copy, restoring.look(copy), deleted=False))
    )
    restoring.bring_back(ahead)
    assert texts_in(fresh.journal) == {"Edited words"}
    assert WORDS.encode() not in Path(fresh.place / "journal.hj").read_bytes()
    assert is_sound(fresh.journal)


def test_what_it_says_of_private_photos_is_remembered(computers_of_two):
    desk, laptop, first = computers_of_two
    hidden = private_note(first.child)
    photo = desk.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", hidden)
    desk.journal.records.save(hidden, photo)
    pack = desk.pack(Audience.OWN)
    (id_,) = [
        revision.id for revision in pack.incoming.revisions if revision.told().record == photo.id
    ]
    laptop.safe.purging.follow([id_])
    laptop.safe.pack_files.take_in(pack, on_another_thread(laptop.safe.pack_files.preparing(pack)))
    laptop.safe.homes.name_ours("With Mom")
    told = laptop.pack(Audience.OTHER_HOME).incoming.revisions
    assert photo.id not in {one.told().record for one in told}


def test_what_is_not_genuine_here_or_there_is_told_and_nothing_comes(computers_of_two):
    desk, laptop, _ = computers_of_two
    pack = desk.pack(Audience.OWN)
    bad = replace(pack.incoming.revisions[0], fields=b"{}")
    forged = replace(pack, incoming=replace(pack.incoming, revisions=(bad,)))
    files = laptop.safe.pack_files
    with pytest.raises(InvalidValueError):
        on_another_thread(files.preparing(forged))
    with closing(sqlcipher3.connect(laptop.place / "journal.hj")) as file:
        file.execute("UPDATE revision SET fields = CAST(upper(fields) AS BLOB)")
        file.commit()
    with pytest.raises(JournalDamagedError):
        on_another_thread(files.preparing(pack))
    with pytest.raises(JournalDamagedError):
        files.take_in(pack)
