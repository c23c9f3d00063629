"""About our child in a real journal: dated versions, one step to undo, drafts, and the page."""

from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.errors import InvalidValueError, RecordMissingError
from homejournal.domain.papers.about_child import AboutAsked
from homejournal.domain.records.children import About, Child
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.record import Kind
from tests.journals import TODAY

MAYA, ADA = Child(id=uuid4(), name="Maya"), Child(id=uuid4(), name="Ada")
PRIVATE, FLAGGED = "Nobody may read this", "A note of a day"


@pytest.fixture
def about(journal):
    journal.records.save(MAYA, ADA)
    return journal.about


def save(journal, child=MAYA, **texts):
    return journal.about.save(child, texts, journal.today())


def test_each_day_keeps_its_own_version_and_undo_takes_one_back(journals, journal, about):
    save(journal, strengths="She laughs.")
    journals.clock.forward(days=3)
    change = save(journal, strengths="She sings.", needs="Time")

    newest, oldest = about.told(MAYA.id, journal.today()).versions
    assert (newest.strengths, newest.needs, oldest.strengths) == (
        "She sings.",
        "Time",
        "She laughs.",
    )
    assert (newest.day - oldest.day).days == 3

    journal.undo(change)
    assert about.told(MAYA.id, journal.today()).versions == (oldest,)


def test_words_and_versions_are_one_step(journal, about):
    told = replace(MAYA, words="We say autistic.", communicates=("signs",))
    change = save(journal, told, hard="Loud rooms")

    assert change.kinds == {Kind.CHILD, Kind.ABOUT}
    journal.undo(change)
    assert journal.family().children[MAYA.id] == MAYA
    assert about.told(MAYA.id, TODAY).empty


def test_what_says_nothing_new_changes_nothing_but_the_draft(journal, about):
    save(journal, needs="Time")
    journal.drafts.keep("here", "half a word")

    change = about.save(MAYA, {"needs": "Time"}, TODAY, drafts=["here"])

    assert change.moves == ()
    assert journal.drafts.kept() == {}


def test_a_text_that_cannot_be_kept_changes_nothing_and_leaves_the_draft(journal, about):
    journal.drafts.keep("here", "half a word")

    with pytest.raises(InvalidValueError) as told:
        about.save(MAYA, {"needs": "x" * 2001}, TODAY, drafts=["here"])

    assert told.value.field == "needs"
    assert about.told(MAYA.id, TODAY).versions == ()
    assert journal.drafts.kept() == {"here": "half a word"}


def test_children_are_told_apart(journal, about):
    save(journal, strengths="She laughs.")
    save(journal, ADA, strengths="She climbs.")

    (found,) = about.told(ADA.id, TODAY).versions
    assert found.strengths == "She climbs."
    with pytest.raises(RecordMissingError):
        about.told(uuid4(), TODAY)


def test_the_page_holds_what_is_told_and_no_note(journal, about):
    strategy = Strategy(id=uuid4(), child=MAYA.id, name="Sign more")
    step = PlanStep(id=uuid4(), strategy=strategy.id, from_day=TODAY)
    other = Strategy(id=uuid4(), child=ADA.id, name="Climb")
    written = {"child": MAYA.id, "day": TODAY, "strategy": strategy.id}
    journal.records.save(
        *(strategy, step, other, PlanStep(id=uuid4(), strategy=other.id, from_day=TODAY)),
        Note(id=uuid4(), text=FLAGGED, **written),
        PrivateNote(id=uuid4(), text=PRIVATE, **written),
        About(id=uuid4(), child=MAYA.id, day=TODAY, helps="Singing"),
    )

    made = about.sheet(AboutAsked(child=MAYA.id), TODAY)

    assert made.parts == (("helps", "Singing"),)
    assert [one.name for one in made.strategies] == ["Sign more"]
    assert not made.example
    for words in (PRIVATE, FLAGGED, "Ada", "Climb"):
        assert words not in repr(made)
