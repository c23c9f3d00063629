"""Packs: sealed, checked before anything is taken, and without what stays at home."""

import json
from contextlib import closing
from dataclasses import replace
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.records.changes import Change, Received
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Op
from homejournal.domain.sharing.outgoing import STAYS_AT_HOME, Audience
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.exchange.revision_lines import Incoming
from tests.journals import TODAY, note, planned, practice, private_note, revisions
from tests.sharing.pack_lines import dad, jpeg, lines, mom, newer_revision, purge

__all__ = ["dad", "mom"]


# The first letter keeps a word from being one that the file itself has, such as "audience".
private = st.text(
    st.characters(min_codepoint=65, max_codepoint=0x2FF, categories=["L"]), min_size=8, max_size=30
).map("Æ{}".format)


@settings(max_examples=12, deadline=None)
@given(private, private)
def test_what_stays_at_home_is_absent_as_bytes(tmp_path_factory, word, second):
    from tests.sharing.computers import Computers

    with closing(Computers(tmp_path_factory.mktemp("bytes"))) as computers:
        check_bytes(computers.new("mom"), word, second)


def check_bytes(mom, word, second):
    mom.safe.homes.name_ours("With Mom")
    of, what = planned(mom.journal)
    hidden = private_note(of, word)
    photo = mom.journal.media.put_photo(kept_file(jpeg()), f"{second}.jpg", hidden)
    shared = note(of, f"shared {second[::-1]} words")
    mom.journal.records.save(hidden, photo, shared)
    mom.journal.records.save(
        ConfidenceRating(id=uuid4(), child=of.id, strategy=what.id, day=TODAY, level=2)
    )
    # What was said before, and what was deleted, stays at home as well.
    mom.journal.records.save(replace(shared, text=f"{word} said before"))
    mom.journal.records.save(replace(shared, text="now something else"))
    gone = note(of, f"deleted {word}")
    mom.journal.records.save(gone)
    mom.journal.records.delete(gone.id)
    data = b"\n".join(lines(mom))
    for words in (word, second):
        for form in (words.encode(), json.dumps(words)[1:-1].encode(), words.encode("utf-16-le")):
            assert form not in data
    assert str(hidden.id).encode() not in data
    for kind in STAYS_AT_HOME:
        assert b'kind\\":\\"%s\\"' % kind.encode() not in data
    assert b"now something else" in data
    own = b"\n".join(lines(mom, Audience.OWN))
    assert (
        json.dumps(json.dumps(word, ensure_ascii=False)[1:-1], ensure_ascii=False)[1:-1].encode()
        in own
    )


def test_what_stays_is_told_before_it_leaves(mom):
    of, _ = planned(mom.journal)
    mom.journal.records.save(private_note(of), note(of))
    leaving, stays, children = mom.safe.pack_files.leaves(Audience.OTHER_HOME)
    assert (leaving[Kind.NOTE], leaving[Kind.CHILD], stays) == (1, 1, {Kind.PRIVATE_NOTE: 1})
    assert children == (of.name,)
    leaving, stays, _ = mom.safe.pack_files.leaves(Audience.OWN)
    assert (leaving[Kind.PRIVATE_NOTE], stays) == (1, {})


def test_what_is_told_to_leave_is_what_the_other_side_reads_of_it(mom, dad):
    of, _ = planned(mom.journal)
    hidden, shown = private_note(of), note(of)
    photos = [
        mom.journal.media.put_photo(kept_file(jpeg()), f"{at}.jpg", one)
        for at, one in enumerate((hidden, shown))
    ]
    mom.journal.records.save(hidden, shown, *photos)
    leaving, _, children = mom.safe.pack_files.leaves(Audience.OTHER_HOME)
    coming = dad.safe.pack_files.preview(mom.pack())
    assert (coming.new, coming.children) == (leaving, children)
    assert leaving[Kind.MEDIA] == 1


def test_a_file_says_what_the_home_is_called_that_it_comes_from(mom, dad):
    planned(mom.journal)
    mom.safe.homes.name_ours("Mom's new home")
    files = dad.safe.pack_files
    first = mom.pack()
    assert files.home_of(first) == "Mom's new home"
    dad.take(first)
    mom.safe.homes.name_ours("Mom's")
    assert files.home_of(mom.pack()) == "Mom's"
    silent = replace(first, incoming=Incoming())
    assert files.home_of(silent) == "Mom's new home"
    assert files.home_of(replace(silent, sender=replace(first.sender, home=None))) is None
    assert files.home_of(replace(silent, sender=replace(first.sender, home=uuid4()))) is None


def test_what_was_replaced_goes_as_an_envelope_and_the_newest_whole(mom, dad):
    of, _ = planned(mom.journal)
    said = note(of, "first words")
    mom.journal.records.save(said)
    mom.journal.records.save(replace(said, text="second words"))
    dad.take(mom.pack())
    (kept,) = dad.journal.days.between(of.id, TODAY, TODAY).notes
    assert kept.text == "second words"
    assert [version.record is None for version in dad.journal.records.history(said.id)] == [
        True,
        False,
    ]
    assert dad.journal.files.check().is_sound


def test_a_note_that_was_made_private_disappears_in_the_other_home(mom, dad):
    of, _ = planned(mom.journal)
    said = note(of, "soon private")
    mom.journal.records.save(said)
    dad.take(mom.pack())
    mom.journal.notes.edit(said, private_note(of, said.text))
    coming = dad.safe.pack_files.preview(mom.pack())
    assert coming.deleted == {Kind.NOTE: 1}
    dad.take(mom.pack())
    assert dad.journal.days.between(of.id, TODAY, TODAY).notes == ()


def test_a_new_computer_of_the_family_takes_over_how_days_are_counted(mom, computers):
    planned(mom.journal)
    settled = replace(mom.journal.settings, week_start=WeekStart.SUNDAY)
    mom.journal.change_settings(settled)
    laptop = computers.new("laptop")
    laptop.take(mom.pack(Audience.OWN))
    told = laptop.journal.settings
    assert (told.week_start, told.home) == (WeekStart.SUNDAY, mom.journal.settings.home)
    assert told.id != mom.journal.settings.id
    assert laptop.safe.homes.covered() == ()


def test_a_computer_that_was_written_on_learns_its_home_and_nothing_else(mom, computers):
    planned(mom.journal)
    laptop = computers.new("laptop")
    planned(laptop.journal, name="Ida")
    mom.journal.change_settings(replace(mom.journal.settings, week_start=WeekStart.SUNDAY))
    laptop.take(mom.pack(Audience.OWN))
    assert laptop.journal.settings.home == mom.journal.settings.home
    assert laptop.journal.settings.week_start is WeekStart.MONDAY


def test_some_records_alone_can_go(mom, dad):
    of, what = planned(mom.journal)
    mom.journal.records.save(note(of), practice(what))
    dad.take(mom.pack(only=frozenset({of.id, what.id})))
    assert set(dad.journal.family().strategies) == {what.id}
    assert dad.journal.days.between(of.id, TODAY, TODAY).notes == ()


def test_what_was_deleted_for_good_goes_on_our_own_computers_alone(mom, dad, computers):
    of, _ = planned(mom.journal)
    said = note(of, "to be forgotten")
    mom.journal.records.save(said)
    laptop = computers.new("laptop")
    laptop.take(mom.pack(Audience.OWN))
    dad.take(mom.pack())
    mom.journal.records.delete(said.id)
    purge(mom, said)
    laptop.take(mom.pack(Audience.OWN))
    assert all(version.record is None for version in laptop.journal.records.history(said.id))
    dad.take(mom.pack())
    (asked,) = dad.safe.purging.requests()
    assert (asked.home, asked.counts) == (mom.journal.settings.home, {Kind.NOTE: 1})
    dad.safe.purging.carry_out(dad.safe.purging.of_request(asked.home))
    assert all(version.record is None for version in dad.journal.records.history(said.id))


def test_what_was_deleted_for_good_here_never_comes_back(mom, computers):
    of, _ = planned(mom.journal)
    said = note(of, "to be forgotten")
    mom.journal.records.save(said)
    old = mom.pack(Audience.OWN)
    mom.journal.records.delete(said.id)
    purge(mom, said)
    told = mom.safe.pack_files.preview(old)
    assert (told.is_nothing, told.refused) == (True, 1)
    mom.take(old)
    assert all(version.record is None for version in mom.journal.records.history(said.id))
    assert b"forgotten" not in b"\n".join(lines(mom, Audience.OWN))


def test_what_only_a_newer_homejournal_reads_is_kept_and_passed_on(mom, computers):
    planned(mom.journal)
    pack = mom.pack(Audience.OWN)
    strange = newer_revision()
    data = plain_pack(replace(pack, incoming=replace(pack.incoming, newer=(strange,))))
    laptop = computers.new("laptop")
    told = read_plain_pack(data)
    assert laptop.safe.pack_files.preview(told).newer == 1
    laptop.take(told)
    assert laptop.safe.pack_files.preview(told).is_nothing
    assert laptop.journal.files.check().is_sound
    assert laptop.pack(Audience.OWN).incoming.newer == (strange,)
    laptop.safe.homes.name_ours("Here")
    assert laptop.pack(Audience.OTHER_HOME).incoming.newer == ()  # it may be private


def test_what_waited_is_taken_up_once_it_can_be_read(mom, monkeypatch):
    from homejournal.services.safe.transfer import incoming

    of, _ = planned(mom.journal)
    waits = note(of, "from the future")
    other = mom.journal
    other.records.save(waits)
    (kept,) = [revision for revision in revisions(other) if revision.told().record == waits.id]
    mom.journal.undo(Change((), came=Received(fresh=(kept,))))
    incoming.take_in(mom.journal._session, Incoming(newer=(kept,)), {})
    assert mom.journal.records.get(waits.id) is None
    change = mom.journal.safe.take_up_newer()
    assert [move.record for move in change.moves] == [waits.id]
    assert mom.journal.records.get(waits.id) == waits
    assert mom.journal.safe.take_up_newer().moves == ()


def test_a_line_that_comes_twice_counts_once_and_content_beats_its_stub(mom):
    from homejournal.exchange.revision_lines import split_readable

    planned(mom.journal)
    whole = revisions(mom.journal)
    stubs = [replace(one, salt=None, fields=None) for one in whole]
    assert set(split_readable([*stubs, *whole, *stubs]).revisions) == set(whole)
    assert all(
        revision.fields is not None for revision in split_readable([*stubs, *whole]).revisions
    )


def test_a_deletion_comes_along(mom, dad):
    of, _ = planned(mom.journal)
    said = note(of)
    mom.journal.records.save(said)
    dad.take(mom.pack())
    mom.journal.records.delete(said.id)
    dad.take(mom.pack())
    assert dad.journal.records.get(said.id) is None
    deleted = [revision for revision in revisions(dad.journal) if revision.told().op is Op.DELETE]
    assert len(deleted) == 1
