"""Several homes ask to delete the same for good: each is heard, and gets an answer of its own."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from homejournal.domain.records.record import Kind
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.journals import ELSEWHERE, note, revisions, take_in
from tests.services.purged import WORDS, is_sound
from tests.traces import traces

DAD, GRANDMA, ROSA = (UUID(int=n) for n in (1, 2, 3))


@pytest.fixture
def said(journal, mateo):
    """A note that was written twice, and others."""
    first = note(mateo, text="Not yet")
    journal.notes.write(first)
    journal.notes.edit(first, replace(first, text=WORDS))
    return first.id


@pytest.fixture
def more(journal, mateo):
    other = note(mateo, text="Another one")
    journal.notes.write(other)
    return other.id


def versions(journal, *records):
    return [version.revision for record in records for version in journal.records.history(record)]


def asking(journal):
    return {
        request.home: (request.counts, request.shared)
        for request in journal.safe.purging.requests()
    }


def kept_of(journal, ids):
    """Return what the journal's file still keeps of requests for these."""
    return [
        one for one in read_genuine_contents(journal.folder / "journal.hj").asked if one.id in ids
    ]


def test_each_is_heard_and_what_several_ask_for_is_counted_once_with_each(journal, said, more):
    purging = journal.safe.purging
    purging.request(versions(journal, said, more), DAD)
    purging.request(versions(journal, said), GRANDMA)
    both = {Kind.NOTE: 1}
    assert asking(journal) == {DAD: ({Kind.NOTE: 2}, both), GRANDMA: (both, both)}
    purging.request(versions(journal, said), ROSA)
    purging.request(versions(journal, said), DAD)
    assert asking(journal)[DAD] == ({Kind.NOTE: 2}, both)
    assert len(asking(journal)) == 3


def test_two_versions_of_one_entry_are_one_entry(journal, said):
    first, second = versions(journal, said)
    journal.safe.purging.request([first], DAD)
    journal.safe.purging.request([second], GRANDMA)
    one = {Kind.NOTE: 1}
    assert asking(journal) == {DAD: (one, one), GRANDMA: (one, one)}


def test_what_only_one_asks_for_is_told_of_nobody_else(journal, said, more):
    journal.safe.purging.request(versions(journal, said), DAD)
    journal.safe.purging.request(versions(journal, more), GRANDMA)
    assert {shared == {} for _, shared in asking(journal).values()} == {True}


def test_what_is_kept_for_one_the_other_still_asks_for(journal, said):
    purging, ids = journal.safe.purging, versions(journal, said)
    purging.request(ids, DAD)
    purging.request(ids, GRANDMA)
    purging.decline(DAD)
    purging.request(ids, DAD)
    assert asking(journal) == {GRANDMA: ({Kind.NOTE: 1}, {})}
    purging.decline(GRANDMA)
    assert asking(journal) == {}
    assert journal.records.get(said).text == WORDS
    purging.request(ids, ROSA)  # who has no answer yet
    assert asking(journal).keys() == {ROSA}


def test_who_asks_after_another_was_answered_is_heard(journal, said):
    purging, ids = journal.safe.purging, versions(journal, said)
    purging.request(ids, DAD)
    purging.decline(DAD)
    purging.request(ids, GRANDMA)
    purging.carry_out(purging.of_request(GRANDMA))
    assert traces(journal.folder, WORDS) == []


@pytest.mark.parametrize("declined", [True, False])
def test_what_is_deleted_for_one_nobody_asks_for_any_more(journal, said, more, declined):
    purging, ids = journal.safe.purging, versions(journal, said)
    purging.request([*ids, *versions(journal, more)], DAD)
    if declined:
        purging.decline(DAD)
    purging.request(ids, GRANDMA)
    purging.carry_out(purging.of_request(GRANDMA))
    assert traces(journal.folder, WORDS) == []
    assert kept_of(journal, ids) == []
    assert asking(journal) == ({} if declined else {DAD: ({Kind.NOTE: 1}, {})})
    purging.request(ids, DAD)
    purging.request(ids, uuid4())
    assert asking(journal) == ({} if declined else {DAD: ({Kind.NOTE: 1}, {})})
    assert journal.records.get(more).text == "Another one"
    assert is_sound(journal)


def test_what_is_deleted_here_by_ourselves_no_home_asks_for(journal, said):
    purging, ids = journal.safe.purging, versions(journal, said)
    purging.request(ids, DAD)
    purging.request(ids, GRANDMA)
    journal.records.delete(said)
    purging.carry_out(purging.of_deleted(said))
    assert asking(journal) == {}
    assert kept_of(journal, ids) == []


def test_what_would_go_is_known_in_its_words_before_the_answer(journal, mateo, said, more):
    purging = journal.safe.purging
    purging.request(versions(journal, said), DAD)
    (thing,) = purging.of_request(DAD).first
    assert (thing.record.text, thing.whole) == (WORDS, True)
    journal.notes.edit(journal.records.get(said), replace(thing.record, text="since"))
    purging.request(versions(journal, more, mateo.id), DAD)
    leaving = purging.of_request(DAD)
    assert leaving.counts == {Kind.CHILD: 1, Kind.NOTE: 2}
    assert [one.record.id for one in leaving.first] == [mateo.id, more, said]
    assert [(one.record.text, one.whole) for one in leaving.first[1:]] == [
        ("Another one", True),
        (WORDS, False),
    ]
    assert (leaving.more, leaving.total) == (0, 3)


def test_of_two_versions_the_one_that_is_shown_is_told_before_the_answer(journal, journals, said):
    there = journals.new("there", ELSEWHERE)
    take_in(there, revisions(journal))
    for one, text in ((journal, "She pointed"), (there, "She clapped")):
        entry = one.records.get(said)
        one.notes.edit(entry, replace(entry, text=text))
    take_in(journal, revisions(there))
    journal.safe.purging.request(versions(journal, said), DAD)
    (thing,) = journal.safe.purging.of_request(DAD).first
    assert thing.record == journal.records.get(said)


def test_of_many_only_the_first_are_read_one_by_one(journal, mateo):
    notes = [note(mateo, text=f"number {n}") for n in range(12)]
    for one in notes:
        journal.notes.write(one)
    journal.safe.purging.request(versions(journal, *(one.id for one in notes)), DAD)
    leaving = journal.safe.purging.of_request(DAD)
    assert (len(leaving.first), leaving.more) == (10, 2)


def test_what_comes_after_somebody_looked_is_not_deleted_unseen(journal, said, more):
    purging = journal.safe.purging
    purging.request(versions(journal, said), DAD)
    seen = purging.of_request(DAD)
    purging.request(versions(journal, more), DAD)
    purging.carry_out(seen, ahead=purging.preparing(seen)())
    assert journal.records.get(said) is None
    assert asking(journal) == {DAD: ({Kind.NOTE: 1}, {})}
    assert journal.records.get(more).text == "Another one"


def test_where_nobody_asks_nothing_goes(journal, said):
    leaving = journal.safe.purging.of_request(DAD)
    assert (leaving.total, leaving.first, leaving.asked) == (0, (), frozenset())
    journal.safe.purging.carry_out(journal.safe.purging.of_request(DAD))
    assert journal.records.get(said).text == WORDS
