"""What another home asks to delete is told thing by thing, as the family wrote it."""

from uuid import uuid4

import pytest

from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.domain.safe.deleting_for_good import DeletionPreview, Thing
from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.wording import languages, wording_of
from tests.journals import child, note, practice, strategy

EN = wording_of("en")
MATEO, NOA = child(), child(name="Noa")
WHAT = strategy(MATEO)
ROSA = Helper(id=uuid4(), name="Rosa")


def family(*children):
    return Family(
        children={one.id: one for one in children},
        strategies={WHAT.id: WHAT},
        helpers={ROSA.id: ROSA},
    )


def told(*things, children=(MATEO,), counts=None, wording=EN):
    leaving = DeletionPreview(records=(), counts=counts or {}, first=things)
    return said.things_said(wording, family(*children), leaving)


def things(*records):
    return [Thing(record=record) for record in records]


def test_each_thing_is_told_in_the_words_of_the_family():
    wrote = note(MATEO, "She waved and laughed", helper=ROSA.id)
    assert told(*things(MATEO, WHAT, wrote)) == [
        "Mateo",
        "Strategy: Pause and wait",
        "March 10, 2026 · A moment · She waved and laughed · Rosa",
    ]


def test_with_several_children_each_entry_says_whose_it_is():
    lines = told(*things(NOA, practice(WHAT), note(NOA, "She waved")), children=(MATEO, NOA))
    assert lines[0] == "Noa"
    assert lines[1].endswith(" · Mateo")
    assert lines[2].endswith("She waved · Noa")


def test_of_what_is_not_here_nobody_says_whose_it_is():
    (line,) = told(*things(note(child(), "She waved")), children=(MATEO, NOA))
    assert line.endswith("She waved")


def test_where_only_earlier_words_go_it_says_so():
    (line,) = told(Thing(record=note(MATEO, "once"), whole=False))
    assert line.startswith("What it said before: ")


def test_the_rest_is_counted_and_nothing_is_told_where_nothing_is_read():
    assert told(*things(MATEO), counts={Kind.CHILD: 1, Kind.NOTE: 14})[-1] == "and 14 more"
    assert told(counts={Kind.NOTE: 14}) == []


@pytest.mark.parametrize("language", languages())
def test_who_asks_is_said_in_every_language(language):
    wording = wording_of(language)
    one, nobody, many = (said.asks_said(wording, who) for who in (["Oma"], [None], ["Oma", None]))
    assert "Oma" in one
    assert len({one, nobody, many, said.asks_where(wording), said.kept_here(wording)}) == 5
