"""Revisions of two homes are joined: both versions are kept, and every order agrees."""

import random
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import StaleChangeError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.children import Child
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Revision
from homejournal.services.family_journal import FamilyJournal
from tests.journals import (
    ELSEWHERE,
    TODAY,
    Opened,
    assert_holds,
    child,
    mark,
    note,
    planned,
    practice,
    practices_on,
    projection,
    revisions,
    step,
    strategy,
    take_in,
)

pytestmark = pytest.mark.unmeasured


def two_homes(journals: Opened) -> tuple[FamilyJournal, FamilyJournal]:
    """Two journals with the same child, strategy and one practice."""
    here, there = journals.new("here"), journals.new("there", ELSEWHERE)
    _of, what = planned(here)
    here.records.save(practice(what))
    take_in(there, revisions(here))
    return here, there


def what_stands(journal: FamilyJournal) -> tuple[Child, Practice]:
    """Return the child and the one practice."""
    (of,) = journal.family().children.values()
    return of, practices_on(journal, of)[0]


def rated_twice(journals: Opened) -> tuple[FamilyJournal, FamilyJournal, Child, Practice]:
    """Two journals of which each rated the practice anew; with it as it was before."""
    here, there = two_homes(journals)
    of, done = what_stands(here)
    here.records.save(replace(done, rating=3))
    there.records.save(replace(done, rating=4))
    return here, there, of, done


def stub(revision: Revision) -> Revision:
    return Revision(id=revision.id, envelope=revision.envelope, salt=None, fields=None)


def test_both_versions_are_kept_and_the_same_one_is_shown_on_both_sides(journals):
    here, there, of, _ = rated_twice(journals)
    take_in(here, revisions(there))
    take_in(there, revisions(here))
    entries = [one.timeline.page(EntryFilter(child=of.id))[0] for one in (here, there)]
    assert entries[0].record == entries[1].record
    assert [entry.versions for entry in entries] == [2, 2]
    assert projection(here.folder) == projection(there.folder)
    assert_holds(here)


def test_two_versions_count_once_and_their_rating_in_neither_count(journals):
    here, there, of, _ = rated_twice(journals)
    take_in(here, revisions(there))
    told = here.numbers.of_child(of.id, Period(TODAY, TODAY), TODAY).strategies[0].total
    assert (told.did_it, told.times, told.n, told.unsettled) == (1, 1, 0, 1)


def test_saving_settles_two_versions_and_undo_brings_both_back(journals):
    here, there, of, done = rated_twice(journals)
    take_in(here, revisions(there))
    settled = here.records.save(replace(done, rating=4))
    head = next(
        revision for revision in revisions(here) if revision.id == settled.moves[0].after[0]
    )
    assert len(head.told().parents) == 2
    assert here.timeline.page(EntryFilter(child=of.id))[0].versions == 1
    again = here.undo(settled)
    assert len(again.moves[0].after) == 2
    assert here.timeline.page(EntryFilter(child=of.id))[0].versions == 2
    here.undo(again)
    assert here.timeline.page(EntryFilter(child=of.id))[0].versions == 1
    assert_holds(here)


def test_restoring_what_stands_in_two_versions_settles_nothing(journals):
    here, there, of, done = rated_twice(journals)
    take_in(here, revisions(there))
    assert here.records.restore(done.id).moves == ()
    assert here.timeline.page(EntryFilter(child=of.id))[0].versions == 2


def test_two_homes_that_say_the_same_make_one_version(journals):
    here, there = two_homes(journals)
    of, done = what_stands(here)
    for one in (here, there):
        one.records.save(replace(done, rating=3))
    take_in(here, revisions(there))
    assert here.timeline.page(EntryFilter(child=of.id))[0].versions == 1


def test_an_edit_elsewhere_beats_a_deletion_here(journals):
    here, there = two_homes(journals)
    of, done = what_stands(here)
    here.records.delete(done.id)
    there.records.save(replace(done, rating=4))
    for one, other in ((here, there), (there, here)):
        take_in(one, revisions(other))
        assert practices_on(one, of)[0].rating == 4
    here.records.delete(done.id)
    assert practices_on(here, of) == ()


def test_joining_the_same_revisions_again_changes_nothing(journals):
    here, there = two_homes(journals)
    before = len(revisions(there))
    assert take_in(there, revisions(here) * 2).moves == ()
    assert len(revisions(there)) == before


def test_content_that_arrives_after_its_stub_takes_its_place(journals):
    here, there = journals.new("here"), journals.new("there")
    of, what = planned(here)
    said = note(of, "First words", strategy=what.id)
    here.records.save(said)
    here.records.save(replace(said, text="Second words"))
    made = revisions(here)
    take_in(there, [stub(one) for one in made])
    assert there.records.get(said.id) is None
    assert_holds(there)
    take_in(there, [stub(made[-1]), *made, stub(made[-1])])
    assert there.records.get(said.id).text == "Second words"
    assert projection(there.folder) == projection(here.folder)
    assert len(revisions(there)) == len(made)
    assert_holds(there)


def test_a_version_with_content_is_shown_before_one_that_is_only_a_stub(journals):
    here, there, of, done = rated_twice(journals)
    withheld = revisions(there)[-1]
    take_in(here, [stub(withheld)])
    entry = here.timeline.page(EntryFilter(child=of.id))[0]
    assert (entry.record.rating, entry.versions) == (3, 1)
    with pytest.raises(StaleChangeError):
        here.undo(here_change(here, done.id, withheld))


def here_change(journal: FamilyJournal, record: UUID, unknown: Revision):
    """A change whose end is not what stands here."""
    from homejournal.domain.records.changes import Change, Move

    return Change((Move(Kind.PRACTICE, record, (), (unknown.id,)),))


@pytest.mark.parametrize("seed", range(6))
def test_parts_that_arrive_in_any_order_make_equal_projections(journals, seed):
    here, there = journals.new("here"), journals.new("there", ELSEWHERE)
    of, what = planned(here)
    done = practice(what)
    here.records.save(done, note(of, practice=done.id, strategy=what.id), mark(of))
    here.records.save(replace(done, day=TODAY - timedelta(days=1), rating=None))
    here.records.delete(done.id)
    other = child(name="Ana")
    here.records.save(other)
    here.records.save(replace(what, child=other.id))
    made = revisions(here)
    random.Random(seed).shuffle(made)
    for one in made:
        take_in(there, [one])
    assert projection(here.folder) == projection(there.folder)
    assert_holds(there)
    assert_holds(here)


def test_a_practice_that_arrives_before_its_strategy_is_found_once_the_strategy_is_there(journals):
    here, there = journals.new("here"), journals.new("there", ELSEWHERE)
    of, what = planned(here)
    here.records.save(practice(what))
    take_in(there, revisions(here)[-1:])
    assert practices_on(there, of) == ()
    assert there.timeline.page(EntryFilter(child=uuid4())) == []
    take_in(there, revisions(here))
    assert len(practices_on(there, of)) == 1


def random_step(choice: random.Random, journal: FamilyJournal, pool: list) -> None:
    """Do one thing that a family might do."""
    of, what = pool[0], pool[1]
    record = choice.choice(pool)
    day = TODAY - timedelta(days=choice.randrange(3))
    match choice.randrange(7):
        case 0:
            pool.append(practice(what, day=day, rating=choice.choice((None, 1, 2, 3, 4))))
            journal.records.save(pool[-1])
        case 1:
            pool.append(note(of, choice.choice(("apple", "banana ápple", "cup")), day=day))
            journal.records.save(pool[-1])
        case 2:
            pool.append(mark(of, day=day))
            journal.records.save(pool[-1])
        case 3 if record not in (of, what):
            journal.records.delete(record.id)
        case 4 if kind_of(record) in {Kind.PRACTICE, Kind.NOTE, Kind.DAY_MARK}:
            words = {"text": choice.choice(("dog", "tree", "cup"))}
            more = words if isinstance(record, Note) else {}
            journal.records.save(replace(record, day=day, **more))
        case 5 if record not in (of, what):
            change = journal.records.delete(record.id)
            if choice.random() < 0.7:
                journal.undo(change)
        case _:
            journal.records.save(replace(of, name=choice.choice(("Mateo", "Matty", "M"))))


@pytest.mark.parametrize("seed", range(8))
def test_three_journals_agree_after_random_histories_and_partial_unions(journals, seed):
    choice = random.Random(seed)
    homes = [journals.new(f"home{number}", uuid4()) for number in range(3)]
    of = child()
    what = strategy(of)
    pool = [of, what]
    homes[0].records.save(of, what, step(what))
    for _ in range(25):
        random_step(choice, choice.choice(homes), pool)
        if choice.random() < 0.3:
            source, target = choice.sample(homes, 2)
            made = revisions(source)
            take_in(target, choice.sample(made, choice.randrange(len(made) + 1)))
    for _ in range(2):
        for source in homes:
            for target in homes:
                made = revisions(source)
                choice.shuffle(made)
                take_in(target, made)
    first = projection(homes[0].folder)
    for home in homes:
        assert projection(home.folder) == first
        assert_holds(home)
