"""What one home deletes for good: the other is asked and may keep it, and none of it comes back."""

from dataclasses import replace

import pytest

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from tests.journals import TODAY, note, planned, practice, strategy
from tests.sharing.pack_lines import jpeg


class Homes:
    """Mom and Dad share a child with a strategy, an entry and a note, and Mom deletes the child."""

    def __init__(self, computers):
        self.computers = computers
        self.mom, self.dad = computers.new("mom"), computers.new("dad")
        for one in (self.mom, self.dad):
            one.safe.homes.name_ours(f"With {one.name}")
        self.child, self.strategy = planned(self.dad.journal)
        self.entry = practice(self.strategy)
        self.said = note(self.child, "to be forgotten")
        self.dad.journal.records.save(self.entry, self.said)
        self.folder = computers.shared_folder()
        shared = self.dad.begin(self.folder, Audience.OTHER_HOME)
        self.mom.join(self.dad, shared, self.folder)
        self.look()

    def look(self):
        for one in (self.dad, self.mom, self.dad, self.mom):
            one.run()

    def delete_the_child(self):
        purging = self.mom.safe.purging
        purging.carry_out(purging.of_child(self.child.id))
        self.look()

    def stands(self, computer, *records):
        return all(computer.journal.records.get(record.id) for record in records)

    def knows(self, computer, *records):
        history = computer.journal.records.history
        return any(said.record for record in records for said in history(record.id))

    @property
    def told(self):
        return self.child, self.strategy, self.entry, self.said

    def home(self, computer):
        return computer.journal.settings.home


@pytest.fixture
def homes(computers):
    return Homes(computers)


def test_until_it_answers_nothing_goes_in_the_other_home(homes):
    homes.delete_the_child()
    assert not homes.knows(homes.mom, *homes.told)
    assert homes.stands(homes.dad, *homes.told)
    (asked,) = homes.dad.safe.purging.requests()
    assert (asked.counts[Kind.CHILD], asked.counts[Kind.NOTE]) == (1, 1)


def test_what_is_kept_stands_as_it_did_and_is_not_asked_again(homes):
    homes.delete_the_child()
    homes.dad.safe.purging.decline(homes.home(homes.mom))
    homes.look()
    homes.dad.again()
    homes.look()
    assert homes.stands(homes.dad, *homes.told)
    assert homes.dad.safe.purging.requests() == ()
    assert homes.dad.journal.family().children.keys() == {homes.child.id}


def test_what_is_agreed_to_goes_with_all_that_it_ever_said(homes):
    homes.dad.journal.records.save(replace(homes.said, text="said anew"))
    homes.look()
    homes.mom.safe.purging.forget_earlier(homes.said.id)
    homes.look()
    homes.dad.safe.purging.decline(homes.home(homes.mom))
    homes.delete_the_child()
    homes.dad.safe.purging.carry_out(homes.dad.safe.purging.of_request(homes.home(homes.mom)))
    homes.look()
    for computer in (homes.mom, homes.dad):
        assert not homes.stands(computer, homes.child)
        assert not homes.knows(computer, *homes.told)
        assert computer.safe.purging.requests() == ()
        assert computer.journal.files.check().is_sound


def test_words_that_the_home_which_asks_did_not_know_stay(homes):
    purging = homes.mom.safe.purging
    homes.dad.journal.records.save(replace(homes.said, text="and said anew"))
    purging.carry_out(purging.of_child(homes.child.id))
    homes.look()
    homes.dad.safe.purging.carry_out(homes.dad.safe.purging.of_request(homes.home(homes.mom)))
    assert homes.dad.journal.records.get(homes.said.id).text == "and said anew"
    assert not homes.stands(homes.dad, homes.child)


@pytest.mark.parametrize("by", ["folder", "file"])
def test_what_the_other_home_writes_on_about_it_stays_away(homes, by):
    homes.delete_the_child()
    homes.dad.safe.purging.decline(homes.home(homes.mom))
    new = strategy(homes.child, name="Another one"), note(homes.child, "and more of it")
    again = replace(homes.child, name="Anew"), replace(homes.said, text="said again")
    homes.dad.journal.records.save(*again, *new)
    on_it = practice(new[0])
    homes.dad.journal.records.save(on_it)
    if by == "folder":
        homes.look()
        homes.mom.again()
        homes.look()
    else:
        pack = homes.dad.pack()
        assert homes.mom.safe.pack_files.preview(pack).new == {}
        homes.mom.take(pack)
    assert not homes.knows(homes.mom, *homes.told, *new, on_it)
    assert homes.mom.journal.family().children == {}
    assert homes.mom.journal.days.between(homes.child.id, TODAY, TODAY).notes == ()
    assert homes.mom.journal.files.check().is_sound


def test_no_photo_of_it_comes_and_none_stays(homes):
    homes.delete_the_child()
    anew = note(homes.child, "with a photo")
    photo = homes.dad.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", anew)
    homes.dad.journal.records.save(anew, photo)
    homes.look()
    assert homes.stands(homes.dad, photo)
    assert not homes.knows(homes.mom, anew, photo)
    assert not homes.mom.journal._session.store.own_media().size(photo.sha256)


def test_another_child_of_the_other_home_comes_as_before(homes):
    homes.delete_the_child()
    other, what = planned(homes.dad.journal, name="Noa")
    said = note(other, "She waved")
    homes.dad.journal.records.save(said, practice(what))
    homes.look()
    assert homes.stands(homes.mom, other, what, said)


def test_what_only_waits_in_the_bin_can_come_back_from_the_other_home(homes):
    homes.mom.journal.records.save(replace(homes.said, text="in the bin"))
    homes.look()
    homes.mom.safe.purging.forget_earlier(homes.said.id)
    homes.mom.journal.records.delete(homes.said.id)
    gone = note(homes.child, "to be deleted for good")
    homes.mom.journal.records.save(gone)
    homes.mom.journal.records.delete(gone.id)
    homes.mom.safe.purging.carry_out(homes.mom.safe.purging.of_deleted(gone.id))
    homes.look()
    homes.dad.journal.records.save(replace(homes.said, text="and back"))
    homes.look()
    assert homes.mom.journal.records.get(homes.said.id).text == "and back"


def test_what_our_other_computer_said_without_knowing_stands(homes):
    desk = homes.computers.new("desk")
    desk.take(homes.mom.pack(Audience.OWN))
    desk.join(homes.mom, homes.mom.shared, homes.folder)
    homes.delete_the_child()
    desk.journal.records.save(replace(homes.said, text="the desk knew nothing"))
    desk.run(), homes.mom.run()
    assert homes.mom.journal.records.get(homes.said.id).text == "the desk knew nothing"


@pytest.mark.parametrize("by", ["folder", "file"])
def test_what_came_first_as_an_envelope_comes_whole_once_its_content_is_there(homes, by):
    """Parts come in any order: only what is about something deleted for good stays away."""
    homes.delete_the_child()
    other, _ = planned(homes.dad.journal, name="Noa")
    said = note(other, "She waved")
    homes.dad.journal.records.save(said)
    pack = homes.dad.pack()
    bare = [revision.without_content() for revision in pack.incoming.revisions]
    homes.mom.take(replace(pack, incoming=replace(pack.incoming, revisions=tuple(bare))))
    assert not homes.stands(homes.mom, said)
    homes.look() if by == "folder" else homes.mom.take(pack)
    assert homes.stands(homes.mom, other, said)


def test_what_was_written_and_deleted_before_it_came_can_come_later(homes):
    homes.delete_the_child()
    other, what = planned(homes.dad.journal, name="Noa")
    entry = practice(what)
    homes.look()
    homes.dad.journal.records.save(entry)
    deleted = homes.dad.journal.records.delete(entry.id)
    homes.look()
    homes.dad.journal.undo(deleted)
    said = note(other, "after lunch", practice=entry.id)
    homes.dad.journal.records.save(said)
    homes.mom.take(homes.dad.pack())
    assert homes.stands(homes.mom, entry, said)
