"""Deleting for good: of the words no byte stays in the journal's folder, and none comes back."""

import hashlib
import json
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
import sqlcipher3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.canonical import canonical
from homejournal.domain.children import LifeEvent
from homejournal.domain.errors import JournalDamagedError, StaleChangeError
from homejournal.domain.kept import KeptPack, Page
from homejournal.domain.ladders import Ladder, LadderRating
from homejournal.domain.notes import PrivateNote
from homejournal.domain.people import Channel, Contact, Helper, TeamMember
from homejournal.domain.plan import Outcome
from homejournal.domain.record import Kind
from homejournal.domain.revisions import Envelope
from homejournal.domain.timeline import TimelineFilter
from homejournal.domain.visits import Asked, Visit
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.opening import create_journal
from homejournal.storage.gathering import gather
from tests.golden.make import KEY
from tests.journals import (
    DEVICE,
    NOW,
    TODAY,
    Clock,
    Opened,
    child,
    mark,
    note,
    practice,
    private_note,
    projection,
    rebuilt,
    revisions,
    step,
    strategy,
    take_in,
)
from tests.traces import traces

WORDS = "zqvkxjwphd uncommon mfgrtbnlsq"


@pytest.fixture
def mateo(journal):
    of = child()
    journal.records.save(of)
    return of


def deleted_note(journal, of, words=WORDS):
    said = note(of, text=words, written=NOW)
    journal.notes.write(said)
    journal.records.delete(said.id)
    return said


def purge(journal, leaving, kept=()):
    return journal.safe.purging.carry_out(leaving, kept)


def is_sound(journal):
    return journal.files.check().is_sound and projection(journal.folder) == rebuilt(journal)


class TestNoTrace:
    def test_of_a_deleted_note_no_byte_stays_in_the_folder(self, journal, mateo):
        said = note(mateo, text=WORDS, written=NOW)
        journal.records.save(said, note(mateo, text="stays"))
        changed = replace(said, text=f"{WORDS} and more")
        journal.notes.edit(said, changed)
        journal.drafts.keep(f"journal-note:{said.id}", f"{WORDS} unfinished")
        journal.records.delete(said.id)
        assert traces(journal.folder, WORDS)
        leaving = journal.safe.purging.of_deleted(said.id)
        assert leaving.counts == {Kind.NOTE: 1}
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []
        assert [one.text for one in journal.records.all_of(Kind.NOTE)] == ["stays"]
        assert journal.drafts.kept() == {}
        assert is_sound(journal)

    def test_a_note_that_was_private_once_leaves_nothing_under_its_other_id(self, journal, mateo):
        said = note(mateo, text=WORDS, written=NOW)
        journal.notes.write(said)
        private = private_note(mateo, text=WORDS, written=NOW)
        journal.notes.edit(said, private)
        journal.notes.edit(private, replace(private, text="softer words"))
        journal.records.delete(private.id)
        leaving = journal.safe.purging.of_deleted(private.id)
        assert leaving.counts == {Kind.NOTE: 1, Kind.PRIVATE_NOTE: 1}
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []

    def test_a_deleted_practice_takes_its_notes_and_photos_along(self, journal, mateo):
        what = strategy(mateo)
        done = practice(what)
        said = note(mateo, text=WORDS, practice=done.id)
        photo = journal.media.put_photo(KeptFile(b"%PDF" + WORDS.encode(), PDF), WORDS, done)
        journal.records.save(what, done, said, photo)
        journal.records.delete(done.id)
        leaving = journal.safe.purging.of_deleted(done.id)
        assert leaving.counts == {Kind.PRACTICE: 1, Kind.NOTE: 1, Kind.MEDIA: 1}
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []
        assert list((journal.folder / "media").iterdir()) == []

    def test_what_stands_is_not_deleted_by_the_way(self, journal, mateo):
        said = note(mateo)
        journal.notes.write(said)
        with pytest.raises(StaleChangeError):
            journal.safe.purging.of_deleted(said.id)

    def test_the_whole_bin_can_be_emptied(self, journal, mateo):
        gone = [deleted_note(journal, mateo, f"{WORDS} {number}") for number in range(3)]
        leaving = journal.safe.purging.of_bin()
        assert set(leaving.records) == {one.id for one in gone}
        assert leaving.total == 3
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []
        assert journal.safe.purging.of_bin().counts == {}

    def test_undo_brings_nothing_back(self, journal, mateo):
        said = note(mateo, text=WORDS)
        written = journal.notes.write(said)
        edited = journal.notes.edit(said, replace(said, text="other"))
        deleted = journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        for change in (deleted, edited, written):
            with pytest.raises(StaleChangeError):
                journal.undo(change)

    def test_in_an_encrypted_journal_it_goes_as_well(self, tmp_path):
        journal = create_journal(tmp_path / "sealed", clock=Clock(), device=DEVICE, key=KEY)
        try:
            of, copies = child(), journal.safe.backups
            said = note(of, text=WORDS)
            journal.records.save(of, said)
            held = copies.make()
            journal.records.delete(said.id)
            purge(journal, journal.safe.purging.of_deleted(said.id))
            assert [one.path for one in journal.safe.purging.copies()] == [held.path]
            journal.safe.purging.drop_copies(journal.safe.purging.copies())
            (fresh,) = copies.here()
            for file in (journal.folder / "journal.hj", fresh.path):
                fields = {one.fields for one in gather(file, KEY).revisions}
                assert not any(WORDS.encode() in (one or b"") for one in fields)
            assert journal.files.check().is_sound
        finally:
            journal.close()

    def test_what_a_note_said_before_goes_and_what_it_says_stays(self, journal, mateo):
        said = note(mateo, text=WORDS, written=NOW)
        journal.notes.write(said)
        private = private_note(mateo, text=WORDS, written=NOW)
        journal.notes.edit(said, private)
        now = replace(private, text="softer words")
        journal.notes.edit(private, now)
        purging = journal.safe.purging
        assert len(purging.forget_earlier(private.id)) == 2
        assert traces(journal.folder, WORDS) == []
        assert journal.records.get(private.id) == now
        assert is_sound(journal)
        assert purging.forget_earlier(uuid4()) == frozenset()

    def test_of_two_versions_both_stay(self, journals, journal, mateo):
        other, said = journals.new("other"), note(mateo, text=WORDS)
        journal.notes.write(said)
        take_in(other, revisions(journal))
        for at, words in ((journal, "here"), (other, "there")):
            at.notes.edit(said, replace(said, text=words))
        take_in(journal, revisions(other))
        journal.safe.purging.forget_earlier(said.id)
        assert traces(journal.folder, WORDS) == []
        (entry,) = journal.timeline.page(TimelineFilter(child=mateo.id))
        assert entry.versions == 2

    def test_a_damaged_revision_stops_it_and_nothing_is_deleted(self, journal, mateo):
        said = deleted_note(journal, mateo)
        leaving = journal.safe.purging.of_deleted(said.id)
        journal._store.bare.execute("UPDATE revision SET fields = x'00' WHERE fields LIKE '%zqv%'")
        with pytest.raises(JournalDamagedError):
            purge(journal, leaving)
        assert journal._store.bare.execute("SELECT count(*) FROM purged").fetchone() == (0,)


def words_of(letters, least=12):
    word = st.text(letters, min_size=least, max_size=16)
    return st.lists(word, min_size=1, max_size=4).map(" ".join)


words = words_of("abcdefghijklñé")
others_begin = st.integers(0, 5)
"""Words that stay begin as those that go: the search index keeps such words together."""


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    said=words,
    others=st.lists(st.tuples(others_begin, words_of("mnopqrstuvwxyz")), max_size=4),
    steps=st.lists(st.sampled_from(["edit", "private", "draft", "copy", "again"]), max_size=5),
)
def test_whatever_happened_to_a_note_before_no_byte_of_it_stays(
    tmp_path_factory, said, others, steps
):
    opened = Opened(tmp_path_factory.mktemp("traces"))
    try:
        journal, of = opened.new(), child()
        now = note(of, text=said, written=NOW)
        journal.records.save(of, now, *(note(of, text=said[:at] + one) for at, one in others))
        for number, taken in enumerate(steps):
            journal, now = after(opened, journal, now, taken, f"{number} {said}")
        journal.records.delete(now.id)
        purging = journal.safe.purging
        purge(journal, purging.of_deleted(now.id))
        purging.drop_copies(purging.copies())
        assert traces(journal.folder, said) == []
        assert len(journal.records.all_of(Kind.NOTE)) == len(others)
    finally:
        opened.close()


def after(opened, journal, now, taken, words):
    """Return the journal and the note after one more thing happened to it."""
    match taken:
        case "edit":
            journal.notes.edit(now, replace(now, text=words))
            return journal, replace(now, text=words)
        case "private":
            make = note if isinstance(now, PrivateNote) else private_note
            other = make(now.child, text=now.text, written=NOW)
            journal.notes.edit(now, other)
            return journal, other
        case "draft":
            journal.drafts.keep(f"journal-note:{now.id}", words)
        case "copy":
            journal.safe.backups.make()
        case "again":
            journal.close()
            journal = opened.again()
    return journal, now


class TestNothingComesBack:
    def test_not_from_an_export_made_before(self, journal, mateo):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        before = journal.files.export_json()
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        assert journal.files.import_json(before).added == {}
        assert traces(journal.folder, WORDS) == []
        assert journal.records.get(said.id) is None

    def test_not_from_an_export_without_its_history(self, journal, mateo):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        before = journal.files.export_json()
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        assert journal.files.import_json(without_history(before)).added == {}
        assert traces(journal.folder, WORDS) == []

    def test_not_from_a_copy_made_before(self, journal, mateo):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        copy = journal.safe.backups.make()
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        found = gather(copy.path)
        copy.path.unlink()
        take_in(journal, list(found.revisions))
        assert traces(journal.folder, WORDS) == []
        assert is_sound(journal)

    def test_not_even_where_only_the_ids_are_known_when_the_words_arrive(self, journals, journal):
        of, other = child(), journals.new("other")
        other.records.save(of)
        said = deleted_note(other, of)
        held = revisions(other)
        journal.safe.purging.follow(purge(other, other.safe.purging.of_deleted(said.id)))
        take_in(journal, held)
        assert traces(journal.folder, WORDS) == []
        assert journal.records.get(said.id) is None
        assert is_sound(journal)

    def test_another_record_still_comes_from_a_file_without_history(self, journal, mateo):
        deleted, stays = deleted_note(journal, mateo), note(mateo)
        journal.notes.write(stays)
        told = without_history(journal.files.export_json())
        purge(journal, journal.safe.purging.of_deleted(deleted.id))
        journal.records.delete(stays.id)
        journal.files.import_json(told)
        assert journal.records.get(stays.id) == stays

    def test_content_that_was_only_withheld_still_comes(self, journals, journal, mateo):
        other = journals.new("other")
        said = note(mateo)
        journal.notes.write(said)
        whole = revisions(journal)
        take_in(other, [replace(one, salt=None, fields=None) for one in whole])
        take_in(other, whole)
        assert other.records.get(said.id) == said


def sealed_by_a_newer_one(fields):
    """Return a revision of a kind that this version does not know."""
    known = Envelope(kind=Kind.NOTE, record=uuid4(), device="other", at=None)
    sealed = known.seal(b"salt" * 4, canonical(fields))
    envelope = sealed.envelope.replace(b'"kind":"note"', b'"kind":"song"')
    return replace(sealed, envelope=envelope, id=hashlib.sha256(envelope).digest())


def without_history(exported):
    told = json.loads(exported)
    for found in told.values():
        for one in found if isinstance(found, list) else ():
            one.pop("rev", None)
    return json.dumps(told).encode()


class TestAChild:
    def test_everything_about_a_child_goes_and_nothing_of_another(self, journal):
        gone, stays = child(name="Zqvkxjwphd"), child(name="Ada")
        everything = about(gone)
        kept = (*about(stays), Helper(id=uuid4(), name="Grandpa"))
        journal.records.save(gone, stays, *everything, *kept)
        journal.records.delete(everything[0].id, everything[-1].id)
        leaving = journal.safe.purging.of_child(gone.id)
        assert set(leaving.records) == {gone.id, *(one.id for one in everything)}
        purge(journal, leaving)
        assert traces(journal.folder, "Zqvkxjwphd") == []
        left = {one.id for kind in Kind for one in journal.records.all_of(kind)}
        assert left == {stays.id, *(one.id for one in kept)}
        assert list(journal.family().children) == [stays.id]
        assert is_sound(journal)

    def test_what_only_a_newer_homejournal_reads_of_the_child_goes_as_well(self, journal):
        from homejournal.storage.arriving import keep_newer, newer

        gone, stays = child(name="Zqvkxjwphd"), child(name="Ada")
        journal.records.save(gone, stays)
        made = [
            sealed_by_a_newer_one({"child": str(of.id), "words": of.name}) for of in (gone, stays)
        ]
        with journal._store.transaction() as connection:
            keep_newer(connection, made)
        purge(journal, journal.safe.purging.of_child(gone.id))
        assert traces(journal.folder, "Zqvkxjwphd") == []
        with journal._store.transaction() as connection:
            keep_newer(connection, made)
            assert [
                one.fields is None for one in sorted(newer(connection), key=lambda one: one.id)
            ] == [one is made[0] for one in sorted(made, key=lambda one: one.id)]

    def test_a_copy_in_which_only_that_waits_for_a_newer_homejournal_is_told(
        self, journal, tmp_path
    ):
        from homejournal.storage.arriving import keep_newer

        gone = child(name="Zqvkxjwphd")
        journal.records.save(gone)
        fields = {"child": str(gone.id), "words": gone.name}
        with journal._store.transaction() as connection:
            keep_newer(connection, [sealed_by_a_newer_one(fields)])
        held = journal.safe.backups.make()
        purge(journal, journal.safe.purging.of_child(gone.id))
        with closing(sqlcipher3.connect(held.path)) as copy, copy:
            copy.execute("UPDATE revision SET salt = NULL, fields = NULL")
        assert held.path in [one.path for one in journal.safe.purging.copies()]
        with closing(sqlcipher3.connect(held.path)) as copy, copy:
            copy.execute("DROP TABLE newer")
        assert journal.safe.purging.copies() == ()

    def test_what_a_file_said_of_the_child_does_not_come_back(self, journal):
        gone = child(name="Zqvkxjwphd")
        journal.records.save(gone, *about(gone))
        before = journal.files.export_json()
        purge(journal, journal.safe.purging.of_child(gone.id))
        for told in (before, without_history(before)):
            assert journal.files.import_json(told).added == {}
        assert traces(journal.folder, "Zqvkxjwphd") == []
        assert journal.family().children == {}

    def test_everything_is_counted_deleted_things_too(self, journal, mateo):
        stays = note(mateo)
        journal.records.save(stays, strategy(mateo))
        deleted_note(journal, mateo)
        counts = journal.safe.purging.of_everything()
        assert counts == {Kind.CHILD: 1, Kind.NOTE: 2, Kind.STRATEGY: 1}

    def test_a_child_that_is_not_known_takes_nothing_along(self, journal, mateo):
        assert journal.safe.purging.of_child(uuid4()).counts == {}


class TestAPerson:
    def test_the_name_goes_and_what_the_person_wrote_stays(self, journal, mateo):
        helper = Helper(id=uuid4(), name="Zqvkxjwphd")
        said = note(mateo, helper=helper.id)
        journal.records.save(helper, said)
        leaving = journal.safe.purging.of_person(helper.id)
        assert leaving.counts == {Kind.HELPER: 1}
        assert leaving.mentions == 0
        purge(journal, leaving)
        assert traces(journal.folder, "Zqvkxjwphd") == []
        assert journal.records.get(said.id) == said
        assert journal.family().helpers == {}

    def test_a_professional_takes_the_contacts_with_them_along(self, journal, mateo):
        dana, other = (TeamMember(id=uuid4(), name=name) for name in ("Zqvkxjwphd", "Li"))
        calls = [
            Contact(id=uuid4(), team=one.id, day=TODAY, way=Channel.PHONE, words=f"{one.name} rang")
            for one in (dana, other)
        ]
        visit = Visit(id=uuid4(), child=mateo.id, day=TODAY, people=(dana.id, other.id))
        journal.records.save(dana, other, *calls, visit)
        purge(journal, journal.safe.purging.of_person(dana.id))
        assert traces(journal.folder, "Zqvkxjwphd") == []
        assert journal.records.all_of(Kind.CONTACT) == [calls[1]]
        assert journal.records.get(visit.id) == visit

    def test_notes_that_name_the_person_are_counted_and_stay(self, journal, mateo):
        helper = Helper(id=uuid4(), name='Zoë "Z"')
        journal.records.save(helper, note(mateo, text="With zoe z in the park"), note(mateo))
        leaving = journal.safe.purging.of_person(helper.id)
        assert leaving.mentions == 1
        purge(journal, leaving)
        assert len(journal.records.all_of(Kind.NOTE)) == 2

    def test_somebody_who_was_deleted_before_can_still_go_for_good(self, journal):
        helper = Helper(id=uuid4(), name="Zqvkxjwphd")
        journal.records.save(helper)
        journal.records.delete(helper.id)
        purge(journal, journal.safe.purging.of_person(helper.id))
        assert traces(journal.folder, "Zqvkxjwphd") == []


class TestPagesHandedOver:
    @pytest.fixture
    def page(self, journal, mateo):
        told = {"celebrations": [{"text": f" {WORDS}\n "}], "photos": [{"jpeg": "/9j/4A"}]}
        made = Page(id=uuid4(), child=mateo.id, made=NOW, page=told)
        journal.records.save(made)
        return made

    def test_pages_that_hold_the_words_are_told_and_go_only_where_it_is_wanted(
        self, journal, mateo, page
    ):
        other = KeptPack(id=uuid4(), child=mateo.id, made=NOW, pack={"answers": ["other words"]})
        journal.records.save(other)
        said = deleted_note(journal, mateo)
        leaving = journal.safe.purging.of_deleted(said.id)
        (found,) = leaving.kept
        assert (found.id, found.kind, found.child, found.made) == (
            page.id,
            Kind.PAGE,
            mateo.id,
            NOW,
        )
        purge(journal, leaving)
        assert traces(journal.folder, WORDS)
        assert journal.records.get(page.id) == page
        purge(journal, leaving, [page.id])
        assert traces(journal.folder, WORDS) == []
        assert journal.records.all_of(Kind.PACK) == [other]

    def test_pages_of_another_child_stay_whatever_words_they_share(self, journal, mateo, page):
        ada = child(name="Ada")
        journal.records.save(ada, note(ada, text=WORDS))
        leaving = journal.safe.purging.of_child(ada.id)
        assert leaving.kept == ()
        purge(journal, leaving)
        assert journal.records.get(page.id) == page

    def test_words_that_were_shortened_for_the_page_are_found(self, journal, mateo):
        short = Page(
            id=uuid4(), child=mateo.id, made=NOW, page={"notes": [{"text": f"{WORDS[:20]}…"}]}
        )
        named = {"strategies": [{"name": WORDS[:20]}]}
        other = Page(id=uuid4(), child=mateo.id, made=NOW, page=named)
        journal.records.save(short, other)
        said = deleted_note(journal, mateo)
        assert [one.id for one in journal.safe.purging.of_deleted(said.id).kept] == [short.id]

    def test_a_name_is_no_part_of_another_word(self, journal, mateo, page):
        named = Page(id=uuid4(), child=mateo.id, made=NOW, page={"by": ["Alan and (Al)"]})
        unnamed = Page(id=uuid4(), child=mateo.id, made=NOW, page={"by": ["Alan also"]})
        helper = Helper(id=uuid4(), name="Al")
        journal.records.save(named, unnamed, helper)
        leaving = journal.safe.purging.of_person(helper.id)
        assert [one.id for one in leaving.kept] == [named.id]

    def test_a_page_that_was_deleted_holds_them_still(self, journal, mateo, page):
        journal.records.delete(page.id)
        said = deleted_note(journal, mateo)
        assert [one.id for one in journal.safe.purging.of_deleted(said.id).kept] == [page.id]


class TestOldCopies:
    def test_copies_that_hold_the_words_are_told_and_go_once_a_fresh_one_is_there(
        self, journals, journal, mateo
    ):
        journal.safe.backups.make()
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        held = [journal.safe.backups.make() for _ in range(2)]
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        purging = journal.safe.purging
        found = purging.copies()
        assert [(one.path, one.made, one.sure) for one in found] == [
            (one.path, one.made, True) for one in held
        ]
        assert traces(journal.folder, WORDS)
        purging.drop_copies(found)
        assert purging.copies() == ()
        assert traces(journal.folder, WORDS) == []
        left = journal.safe.backups.here()
        assert len(left) == 2
        assert not {one.path for one in held} & {one.path for one in left}

    def test_pictures_of_copies_that_are_kept_stay_with_them(self, journal, mateo):
        what = strategy(mateo)
        journal.records.save(what)
        photo = journal.media.put(KeptFile(b"%PDF" + WORDS.encode(), PDF), "a.pdf", what.id)
        journal.media.add(photo)
        for _ in range(2):
            journal.safe.backups.make()
        journal.media.remove(photo)
        purge(journal, journal.safe.purging.of_deleted(photo.id))
        first, _ = journal.safe.purging.copies()
        journal.safe.purging.drop_copies([first])
        assert [one.name for one in (journal.folder / "backups" / "media").iterdir()] == [
            photo.sha256
        ]

    def test_no_copy_is_looked_into_before_anything_was_deleted_for_good(self, journal, mateo):
        journal.safe.backups.make()
        assert journal.safe.purging.copies() == ()
        journal.safe.purging.drop_copies(())
        assert len(journal.safe.backups.here()) == 1

    def test_what_was_set_aside_or_lies_beside_the_journal_counts_and_what_cannot_be_read_may(
        self, journal, mateo
    ):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        copy = journal.safe.backups.make().path
        quarantine = journal.folder / "quarantine" / "2026"
        quarantine.mkdir(parents=True)
        for place in (journal.folder / "journal (conflicted copy).hj", quarantine / "journal.hj"):
            shutil.copy(copy, place)
        begun = journal.folder / "backups" / ".new-abc.part"
        shutil.copy(copy, begun)
        shutil.copy(copy, journal.folder / "journal.rebuilt")
        (quarantine / "broken.hj").write_bytes(b"SQLite format 3\0" + WORDS.encode())
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        found = journal.safe.purging.copies()
        assert {one.path.name: one.sure for one in found if one.path != copy} == {
            "journal (conflicted copy).hj": True,
            "journal.hj": True,
            "broken.hj": False,
            "journal.rebuilt": True,
            ".new-abc.part": True,
        }
        journal.safe.purging.drop_copies(found)
        assert traces(journal.folder, WORDS) == []

    def test_copies_at_a_second_place_go_too_where_it_is_there(self, tmp_path, journal, mateo):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        stick = tmp_path / "stick"
        stick.mkdir()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        place.take(journal.safe.backups.make())
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        found = journal.safe.purging.copies([place])
        assert len(found) == 2
        journal.safe.purging.drop_copies(found, [place])
        assert traces(tmp_path, WORDS) == []

    def test_pictures_beside_the_copies_go_with_the_last_that_names_them(self, journal, mateo):
        what = strategy(mateo)
        journal.records.save(what)
        gone, stays = (
            journal.media.put(KeptFile(b"%PDF" + one.encode(), PDF), "a.pdf", what.id)
            for one in (WORDS, "stays")
        )
        journal.media.add(gone, stays)
        journal.safe.backups.make()
        journal.media.remove(gone)
        purge(journal, journal.safe.purging.of_deleted(gone.id))
        assert traces(journal.folder, WORDS)
        journal.safe.purging.drop_copies(journal.safe.purging.copies())
        assert traces(journal.folder, WORDS) == []
        assert [one.name for one in (journal.folder / "backups" / "media").iterdir()] == [
            stays.sha256
        ]


class TestOtherComputers:
    @pytest.fixture
    def other(self, journals):
        return journals.new("other")

    def test_another_computer_of_the_home_follows_by_itself(self, journal, other, mateo):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        take_in(other, revisions(journal))
        other.drafts.keep(f"journal-note:{said.id}", WORDS)
        journal.records.delete(said.id)
        ids = purge(journal, journal.safe.purging.of_deleted(said.id))
        assert ids == journal.safe.purging.ids()
        other.safe.purging.follow(ids)
        assert traces(other.folder, WORDS) == []
        assert other.records.get(said.id) is None
        take_in(other, revisions(journal))
        other.safe.purging.follow(ids)
        assert other.safe.purging.ids() == ids
        assert is_sound(other)

    def test_an_edit_of_which_the_other_did_not_know_stays(self, journal, other, mateo):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        take_in(other, revisions(journal))
        other.notes.edit(said, replace(said, text="Written meanwhile"))
        journal.records.delete(said.id)
        other.safe.purging.follow(purge(journal, journal.safe.purging.of_deleted(said.id)))
        take_in(other, revisions(journal))
        assert traces(other.folder, WORDS) == []
        assert other.records.get(said.id).text == "Written meanwhile"

    def test_another_home_asks_and_the_family_answers(self, journal, other, mateo):
        kept, given = note(mateo, text=WORDS), note(mateo, text="given")
        journal.records.save(kept, given)
        take_in(other, revisions(journal))
        journal.records.delete(kept.id, given.id)
        home, second = uuid4(), uuid4()
        purging = journal.safe.purging
        for record, asking in ((kept, home), (given, second)):
            ids = purge(journal, purging.of_deleted(record.id))
            other.safe.purging.request(ids, asking)
        asked = {one.home: one for one in other.safe.purging.requests()}
        assert asked.keys() == {home, second}
        assert asked[home].counts == {Kind.NOTE: 1}
        other.safe.purging.decline(home)
        other.safe.purging.request(asked[home].ids, home)
        assert [one.home for one in other.safe.purging.requests()] == [second]
        other.safe.purging.agree(second)
        assert other.safe.purging.requests() == ()
        assert other.records.get(kept.id) == kept
        assert other.records.get(given.id) is None
        other.safe.purging.request(asked[second].ids, second)
        assert other.safe.purging.requests() == ()

    def test_what_was_agreed_to_is_refused_when_it_arrives_later(self, journal, other, mateo):
        said = note(mateo, text=WORDS)
        journal.notes.write(said)
        held = revisions(journal)
        journal.records.delete(said.id)
        home = uuid4()
        other.safe.purging.request(purge(journal, journal.safe.purging.of_deleted(said.id)), home)
        assert other.safe.purging.requests() == ()
        other.safe.purging.agree(home)
        take_in(other, held)
        assert traces(other.folder, WORDS) == []


def about(of):
    """Return something of each kind that can be about a child."""
    name = of.name
    outcome = Outcome(id=uuid4(), child=of.id, text=f"{name} eats")
    what = strategy(of, name=f"{name} waits", outcome=outcome.id)
    ladder = Ladder(id=uuid4(), outcome=outcome.id, levels={"-1": name, "0": "b", "1": "c"})
    visit = Visit(id=uuid4(), child=of.id, day=TODAY, agreed_between=name)
    done = practice(what)
    return (
        outcome,
        what,
        step(what, what=name),
        done,
        mark(of, words=name),
        note(of, text=f"{name} laughed", practice=done.id, strategy=what.id),
        private_note(of, text=name),
        LifeEvent(id=uuid4(), child=of.id, day=TODAY, words=name),
        ladder,
        LadderRating(id=uuid4(), ladder=ladder.id, day=TODAY - timedelta(days=1), level=0),
        visit,
        Asked(id=uuid4(), visit=visit.id, text=name),
        Page(id=uuid4(), child=of.id, made=NOW, page={"child": name}),
        KeptPack(id=uuid4(), child=of.id, made=NOW, pack={"child": name}),
    )
