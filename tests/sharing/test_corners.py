"""What seldom happens between two computers, and must go well then, too."""

import json
from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.errors import ImportFaultsError, StaleChangeError
from homejournal.domain.journal.versions import different_heads
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.people import Home
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope
from homejournal.domain.sharing.incoming import IncomingPreview, incoming_preview
from homejournal.domain.sharing.outgoing import Audience, media_named
from homejournal.exchange.pack_file import read_pack
from homejournal.exchange.revision_lines import read_lines, split_readable
from homejournal.resources import resource
from homejournal.services.safe.sharing import batches as batch_files
from homejournal.services.safe.transfer import incoming
from homejournal.services.safe.transfer.sealed_files import HOW_MANY, suggested_words
from tests.journals import TODAY, note, planned, practice, projection, rebuilt, revisions
from tests.sharing.pack_lines import newer_revision


@pytest.fixture
def here(computers):
    made = computers.new("here")
    made.of, made.what = planned(made.journal)
    return made


def sealed(kind: Kind, fields: bytes):
    made = Envelope(kind=kind, record=uuid4(), device=str(uuid4()), at=None)
    return made.seal(bytes(16), fields)


@pytest.mark.parametrize("language", ["en", "es", "ar", "no list of its own"])
def test_four_words_are_suggested_and_seldom_the_same(language):
    found = {suggested_words(language) for _ in range(20)}
    assert all(len(words.split()) == HOW_MANY for words in found)
    assert len(found) == 20


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_words_are_many_and_each_stands_once(language):
    words = resource("words", f"{language}.txt").read_text(encoding="utf-8").split()
    assert len(set(words)) == len(words) > 250


def test_a_home_that_is_known_can_be_chosen_as_ours(here):
    dads = Home(id=uuid4(), name="With Dad")
    here.safe.homes.name_ours("With Mom")
    here.journal.records.save(dads)
    change = here.safe.homes.choose_ours(dads.id)
    assert here.safe.homes.ours == dads
    assert here.safe.homes.computer.home == dads.id
    assert [one.name for one in here.safe.homes.others()] == ["With Mom"]
    here.journal.undo(change)
    assert here.safe.homes.ours.name == "With Mom"
    here.safe.homes.choose_ours(None)
    assert here.safe.homes.ours is None
    assert here.safe.homes.computer.home is None


def test_a_computer_without_a_name_can_choose_its_home(here):
    dads = Home(id=uuid4(), name="With Dad")
    here.journal.records.save(dads)
    here.safe.homes.choose_ours(dads.id)
    assert (here.safe.homes.ours, here.safe.homes.computer) == (dads, None)


def test_what_comes_changed_is_told_as_changed(here, computers):
    said = note(here.of, "first")
    here.journal.records.save(said)
    there = computers.new("there")
    there.take(here.pack(Audience.OWN))
    here.journal.records.save(replace(said, text="second"))
    told = there.safe.pack_files.preview(here.pack(Audience.OWN))
    assert (told.changed, told.new, told.is_nothing) == ({Kind.NOTE: 1}, {}, False)


def test_a_stub_alone_changes_nothing_that_is_told(here):
    (first, *_) = revisions(here.journal)
    stub = replace(first, salt=None, fields=None)
    assert incoming_preview({}, [stub]) == IncomingPreview()


def test_heads_that_say_nothing_are_no_versions(here):
    (first, *_) = revisions(here.journal)
    assert different_heads([first]) == [first]
    assert different_heads([replace(first, salt=None, fields=None)]) == []


def test_undo_of_a_file_waits_where_somebody_wrote_upon_it(here, computers):
    there = computers.new("there")
    said = note(here.of, "from here")
    here.journal.records.save(said)
    change = there.take(here.pack(Audience.OWN))
    there.journal.records.save(replace(said, text="changed there"))
    before = projection(there.place)
    with pytest.raises(StaleChangeError):
        there.journal.undo(change)
    assert projection(there.place) == before


def test_entries_whose_strategy_is_taken_out_again_stand_without_its_child(here, computers):
    there = computers.new("there")
    done = practice(here.what)
    here.journal.records.save(done)
    entries = here.pack(Audience.OWN, only=frozenset({done.id}))
    there.take(entries)
    change = there.take(here.pack(Audience.OWN, only=frozenset({here.what.id})))
    there.journal.undo(change)
    assert rebuilt(there.journal) == projection(there.place)
    assert there.journal.files.check().is_sound


def test_what_is_still_too_new_goes_on_waiting(here):
    from homejournal.exchange.revision_lines import Incoming

    strange = newer_revision()
    incoming.take_in(here.journal._session, Incoming(newer=(strange,)), {})
    assert here.journal.safe.take_up_newer().moves == ()
    assert here.pack(Audience.OWN).incoming.newer == (strange,)


@pytest.mark.parametrize("doublings", [21, 30])
def test_a_file_that_would_stop_the_computer_is_no_pack(doublings):
    with pytest.raises(ImportFaultsError):
        read_pack(b"age-encryption.org/v1\n-> scrypt c2FsdA %d\n" % doublings, "words")


def test_half_a_character_is_no_revision():
    told, faults = read_lines([{"envelope": "\ud800"}])
    assert (told.revisions, len(faults)) == ((), 1)


def test_a_picture_without_a_hash_is_none():
    assert list(media_named([sealed(Kind.MEDIA, b'{"sha256":7}')])) == []


@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.PRACTICE, Kind.PLAN_STEP, Kind.PAGE])
def test_fields_that_pass_the_first_look_and_tell_nothing_wait(kind):
    day = "2026-03-10T00:00:00"
    told = {"day": day, "child": str(uuid4()), "text": "x", "strategy": str(uuid4())}
    fields = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    strange = sealed(kind, fields)
    assert split_readable([strange]).newer == (strange,)
    assert kind in KINDS


def test_a_file_that_went_while_we_looked_is_nothing(tmp_path):
    assert batch_files.bytes_in(tmp_path / "gone", 9) is None
    assert not batch_files._is_id("gone")


def test_another_home_that_has_no_name_asks_for_nothing(here, computers):
    folder = computers.shared_folder()
    here.safe.homes.name_ours("With Mom")
    here.begin(folder, Audience.OTHER_HOME)
    ran = here.run(take=False)
    asked = replace(ran, purged={None: frozenset({bytes(32)})})
    list(here.safe.sharing.take(asked))
    assert here.safe.purging.requests() == ()


def test_what_a_disk_changed_goes_nowhere(here):
    from homejournal.services.safe.transfer.sealed_files import pack_of

    said = note(here.of, "He pointed")
    here.journal.records.save(said)
    store = here.journal._store
    (one,) = [each for each in revisions(here.journal) if each.told().record == said.id]
    changed = one.fields.replace(b"He pointed", b"He p0inted")
    with store.transaction() as connection:
        connection.exec_driver_sql("UPDATE revision SET fields = ? WHERE id = ?", (changed, one.id))
    pack = pack_of(here.safe.pack_files.wish(Audience.OWN))
    assert one.id not in {each.id for each in pack.incoming.revisions}


def test_a_home_and_a_computer_get_their_names_in_one_step(here):
    change = here.safe.homes.name_ours("With Mom", "Mom's laptop")
    assert (here.safe.homes.ours.name, here.safe.homes.computer.name) == (
        "With Mom",
        "Mom's laptop",
    )
    here.journal.undo(change)
    assert (here.safe.homes.ours, here.safe.homes.computer) == (None, None)


def test_what_is_written_after_a_file_was_taken_out_again_is_shared_as_well(here, computers):
    folder, other = computers.shared_folder(), computers.new("other")
    of, _ = planned(other.journal, name="Ida")
    here.begin(folder)
    here.run()
    change = here.take(other.pack(Audience.OWN))
    here.run()
    here.journal.undo(change)
    here.journal.records.save(note(here.of, "since then"))
    here.run()
    third = computers.new("third")
    third.join(here, here.shared, folder)
    third.run()
    texts = {one.text for one in third.journal.days.between(here.of.id, TODAY, TODAY).notes}
    assert texts == {"since then"}
    assert of.id not in third.journal.family().children  # it had been shared before it was undone


def test_two_versions_are_told_before_they_come(here, computers):
    there = computers.new("there")
    said = note(here.of, "first")
    here.journal.records.save(said)
    there.take(here.pack(Audience.OWN))
    here.journal.records.save(replace(said, text="here"))
    there.journal.records.save(replace(said, text="there"))
    assert there.safe.pack_files.preview(here.pack(Audience.OWN)).differing == 1


def test_a_file_that_cannot_be_read_is_none_of_those_that_tell_a_key(here, computers, monkeypatch):
    folder = computers.shared_folder()
    shared = here.begin(folder)
    here.run()
    monkeypatch.setattr(batch_files, "bytes_in", lambda _path, _most: None)
    batch_files.check_folder(folder, shared)
