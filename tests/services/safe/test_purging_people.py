"""Deleting a child or a person for good, and nothing of anybody else."""

import hashlib
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import sqlcipher3

from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating
from homejournal.domain.records.media_and_papers import KeptPack, Page
from homejournal.domain.records.people import Channel, Contact, Helper, TeamMember
from homejournal.domain.records.plan import Outcome
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope, canonical
from homejournal.domain.records.visits import Asked, Visit
from tests.journals import NOW, TODAY, child, mark, note, practice, private_note, step, strategy
from tests.services.purged import deleted_note, is_sound, purge, without_history
from tests.traces import traces


def sealed_by_a_newer_one(fields):
    """Return a revision of a kind that this version does not know."""
    known = Envelope(kind=Kind.NOTE, record=uuid4(), device="other", at=None)
    sealed = known.seal(b"salt" * 4, canonical(fields))
    envelope = sealed.envelope.replace(b'"kind":"note"', b'"kind":"song"')
    return replace(sealed, envelope=envelope, id=hashlib.sha256(envelope).digest())


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
        left = {record.id for kind in Kind for record in journal.records.all_of(kind)}
        assert left == {stays.id, *(one.id for one in kept)}
        assert list(journal.family().children) == [stays.id]
        assert is_sound(journal)

    def test_what_only_a_newer_homejournal_reads_of_the_child_goes_as_well(self, journal):
        from homejournal.storage.journal.incoming import keep_newer, newer

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
        from homejournal.storage.journal.incoming import keep_newer

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
        counts = journal.safe.purging.count_all()
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
