"""What was deleted for good never comes back, and the other computers follow."""

from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.records.record import Kind
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.journals import child, note, revisions, take_in
from tests.services.purged import WORDS, deleted_note, is_sound, purge, without_history
from tests.traces import traces


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
        found = read_genuine_contents(copy.path)
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

    def test_so_does_one_that_was_never_here(self, journals, journal, mateo):
        said, new, other = note(mateo, text=WORDS), note(mateo), journals.new("other")
        journal.notes.write(said)
        take_in(other, revisions(journal))
        other.notes.write(new)
        told = without_history(other.files.export_json())
        journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        assert journal.files.import_json(told).added == {Kind.NOTE: 1}
        assert journal.records.get(new.id) == new

    def test_content_that_was_only_withheld_still_comes(self, journals, journal, mateo):
        other = journals.new("other")
        said = note(mateo)
        journal.notes.write(said)
        whole = revisions(journal)
        take_in(other, [replace(one, salt=None, fields=None) for one in whole])
        take_in(other, whole)
        assert other.records.get(said.id) == said


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
        asked = {request.home: request for request in other.safe.purging.requests()}
        assert asked.keys() == {home, second}
        assert asked[home].counts == {Kind.NOTE: 1}
        other.safe.purging.decline(home)
        other.safe.purging.request(asked[home].ids, home)
        assert [request.home for request in other.safe.purging.requests()] == [second]
        other.safe.purging.carry_out(other.safe.purging.of_request(second))
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
        other.safe.purging.carry_out(other.safe.purging.of_request(home))
        take_in(other, held)
        assert traces(other.folder, WORDS) == []
