"""Photos of a child and a helper, printed sheets and books: whose they are, where they go."""

from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.errors import ImportFaultsError, InvalidValueError
from homejournal.domain.journal.bin import BinSection
from homejournal.domain.records.media_and_papers import Media, kept_with
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import HandOver, Part, chosen
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import read_journal_json, write_journal_json
from tests.journals import child, practice
from tests.younger import younger

FACE, HANDS = b"a face", b"two hands"


@pytest.fixture
def family(journal):
    folder = journal._session.store.own_media()
    made = younger((folder.put(FACE), folder.put(HANDS)))
    journal.records.save(*made.all)
    return made


def standing(journal):
    return {record.id for kind in Kind for record in journal.records.all_of(kind)}


def purged(journal, leaving):
    journal.safe.purging.carry_out(leaving)


def bytes_here(journal, photo):
    return journal._session.store.own_media().size(photo.sha256) is not None


def test_with_a_child_go_its_face_its_sheets_and_its_books(journal, family):
    twin = child(name="Luis", photo=family.photos[0].id)
    other = Media(id=uuid4(), sha256="ef" * 32, name="b.jpg", type="image/jpeg", child=twin.id)
    journal.records.save(twin, other)
    purged(journal, journal.safe.purging.of_child(family.child.id))
    assert standing(journal) == {family.helper.id, family.photos[1].id, twin.id, other.id}
    assert not bytes_here(journal, family.photos[0])
    assert bytes_here(journal, family.photos[1])


@pytest.mark.parametrize("whose", ["child", "helper"])
def test_a_photo_that_somebody_was_ever_shown_by_and_nothing_keeps_goes_along(
    journal, family, whose
):
    loose = Media(id=uuid4(), sha256=family.photos[0].sha256, name="loose.jpg", type="image/jpeg")
    held = kept_with(replace(loose, id=uuid4()), family.practice)
    person = getattr(family, whose)
    journal.records.save(loose, held, replace(person, photo=loose.id))
    journal.records.save(replace(person, photo=held.id))
    purging = journal.safe.purging
    leaving = {"child": purging.of_child, "helper": purging.of_person}[whose](person.id)
    assert loose.id in leaving.records
    assert (held.id in leaving.records) == (whose == "child")  # with the child's own entry


def test_with_a_helper_goes_the_photo_and_nothing_that_they_wrote(journal, family):
    before = standing(journal)
    purged(journal, journal.safe.purging.of_person(family.helper.id))
    assert before - standing(journal) == {family.helper.id, family.photos[1].id}
    assert not bytes_here(journal, family.photos[1])
    assert bytes_here(journal, family.photos[0])


def test_a_helper_who_is_deleted_takes_the_photo_along_and_brings_it_back(journal, family):
    journal.records.delete(family.helper.id)
    assert not standing(journal) & {family.helper.id, family.photos[1].id}
    shown = journal.bin.page(family.child.id, BinSection.PEOPLE).deleted
    assert [one.record for one in shown] == [family.helper]
    assert journal.bin.page(family.child.id, BinSection.FILES).deleted == ()
    journal.records.restore(family.helper.id)
    assert standing(journal) >= {family.helper.id, family.photos[1].id}


def test_who_takes_a_part_over_gets_photos_only_with_the_people_they_show(journal, family):
    twin = child(name="Luis")
    other = Media(id=uuid4(), sha256="ef" * 32, name="b.jpg", type="image/jpeg", child=twin.id)
    records = [record for kind in Kind for record in journal.records.all_of(kind)]
    named = {kind: {record.id for record in journal.records.all_of(kind)} for kind in Kind}
    everything = HandOver(child=family.child.id)
    going = chosen([*records, twin, other], everything)
    assert going & named[Kind.MEDIA] == {photo.id for photo in family.photos}
    assert not going & {other.id, family.sheet.id, family.book.id, family.page.id}
    without = replace(everything, parts=frozenset(Part) - {Part.HELPERS})
    assert chosen(records, without) & named[Kind.MEDIA] == {family.photos[0].id}
    no_pictures = replace(everything, parts=frozenset(Part) - {Part.PICTURES})
    assert not chosen(records, no_pictures) & named[Kind.MEDIA]
    # A helper who only stands in the list is nobody's who takes it over.
    stranger = Helper(id=uuid4(), name="Ana")
    face = replace(family.photos[1], id=uuid4(), helper=stranger.id)
    assert not chosen([*records, stranger, face], everything) & {stranger.id, face.id}


def test_a_photo_of_a_person_is_kept_with_nothing_else(family):
    with pytest.raises(InvalidValueError):
        replace(family.photos[0], private_note=uuid4())
    kept = kept_with(family.photos[0], practice(family.strategy))
    assert (kept.child, kept.helper) == (None, None)


def test_what_a_sheet_names_in_its_rows_must_be_there(family):
    whole = JournalFile(entries=tuple(map(Entry, family.all)))
    read = read_journal_json(write_journal_json(whole))
    assert {entry.record.id for entry in read.entries} == {one.id for one in family.all}
    step = b'"step": "%s"'
    here, nowhere = (step % str(one).encode() for one in (family.by_day.id, uuid4()))
    told = write_journal_json(whole).replace(here, nowhere)
    with pytest.raises(ImportFaultsError) as refused:
        read_journal_json(told)
    assert [fault.place for fault in refused.value.faults] == ["sheets[0].rows[0].step"]


def test_a_file_without_the_sheet_says_that_it_is_elsewhere(family):
    part = JournalFile(entries=tuple(Entry(one) for one in family.all if one is not family.sheet))
    read = read_journal_json(write_journal_json(part))
    assert len(read.entries) == len(part.entries)
