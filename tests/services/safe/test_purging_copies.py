"""What else holds the words of what was deleted for good: pages handed over, and copies."""

import shutil
from uuid import uuid4

import pytest

from homejournal.domain.records.media_and_papers import KeptPack, Page
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.domain.safe.backups import Place
from homejournal.exchange.media_files import PDF, KeptFile
from tests.journals import NOW, child, note, strategy
from tests.services.passwords import set_password
from tests.services.purged import WORDS, deleted_note, purge
from tests.traces import traces


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
        assert leaving.mentions == 0
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
        assert [path.name for path in (journal.folder / "backups" / "media").iterdir()] == [
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
        set_password(journal)
        stick = tmp_path / "stick"
        stick.mkdir()
        place = journal.safe.backups.second_place(stick)
        place.begin()
        place.take(journal.safe.backups.make())
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        found = journal.safe.purging.copies([place])
        assert {one.place for one in found} == {Place.HERE, Place.SECOND}
        assert [one.sure for one in found] == [True] * 3
        journal.safe.purging.drop_copies(found, [place])
        assert place.copies() == []
        assert len(journal.safe.backups.here()) == 1

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
        assert [path.name for path in (journal.folder / "backups" / "media").iterdir()] == [
            stays.sha256
        ]
