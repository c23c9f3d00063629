"""The earlier versions of an entry in words, for every kind of entry."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from homejournal.domain.journal.versions import Past, PastVersion, child_of, past_versions
from homejournal.domain.records.changes import Version
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper, Home
from homejournal.domain.records.plan import Routine, Strategy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.texts import versions as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")
CHILD, OTHER, DAY = UUID(int=1), UUID(int=2), date(2026, 3, 20)
WAIT = Strategy(id=UUID(int=3), child=CHILD, name="Wait")
OF_OTHER = Strategy(id=UUID(int=4), child=OTHER, name="Wait")
MOM, MEALS = Helper(id=UUID(int=5), name="Mom"), Routine(id=UUID(int=6), name="Meals")
FAMILY = Family(
    helpers={MOM.id: MOM},
    routines={MEALS.id: MEALS},
    strategies={WAIT.id: WAIT, OF_OTHER.id: OF_OTHER},
)
PRACTICE = Practice(
    id=UUID(int=10), strategy=WAIT.id, day=DAY, rating=2, rating_kind=RatingKind.HELP
)
NOTE = Note(id=UUID(int=11), child=CHILD, day=DAY, text="She waited")


def version(record, hour=9, *, deleted=False, at=True):
    moment = datetime(2026, 3, 20, hour, tzinfo=UTC).isoformat() if at else None
    return Version(revision=bytes([hour]), at=moment, device="d", record=record, deleted=deleted)


def told(*versions, child=CHILD):
    return past_versions(versions, FAMILY, child)


def words(*versions):
    return [said.version_what(EN, one) for one in told(*versions)]


def test_versions_stand_newest_first_and_say_what_each_changed():
    changed = replace(PRACTICE, rating=4, helper=MOM.id)
    found = told(version(PRACTICE), version(changed, 10))
    assert [said.version_what(EN, one) for one in found] == [
        "Changed: how it went and who did it",
        "First version",
    ]
    assert [one.now for one in found] == [True, False]
    assert said.version_fields(EN, FAMILY, found[0]) == [
        ("How it went: on own", True),
        ("Who did it: Mom", True),
        ("The day: Friday, March 20, 2026", False),
    ]
    assert ("How it went: some help", False) in said.version_fields(EN, FAMILY, found[1])


def test_what_was_said_before_and_is_not_any_more_is_told():
    found = told(version(replace(PRACTICE, helper=MOM.id)), version(PRACTICE, 10))
    assert ("Who did it: Not chosen", True) in said.version_fields(EN, FAMILY, found[0])


def test_a_version_that_says_nothing_new_is_left_out():
    assert words(version(NOTE), version(replace(NOTE, visit=UUID(int=9)), 10)) == ["First version"]


def test_an_entry_that_says_again_what_it_said_first_stands_like_this_twice():
    found = told(version(NOTE), version(replace(NOTE, text="No"), 10), version(NOTE, 11))
    assert [one.now for one in found] == [True, False, True]


def test_a_deletion_is_told_once_and_what_brought_it_back():
    gone = version(None, 10, deleted=True)
    again = version(NOTE, 12)
    assert words(version(NOTE), gone, version(None, 11, deleted=True), again) == [
        "Brought back",
        "Deleted",
        "First version",
    ]
    assert said.version_fields(EN, FAMILY, told(version(NOTE), gone)[0]) == []


def test_words_that_were_withheld_are_told_as_such():
    assert words(version(None), version(NOTE, 10)) == [
        "First version",
        "What it said then is not in this journal.",
    ]


def test_another_child_s_version_is_never_told():
    theirs = replace(PRACTICE, strategy=OF_OTHER.id, rating=4)
    assert [one.record for one in told(version(theirs), version(PRACTICE, 10))] == [PRACTICE]
    assert told(version(theirs)) == ()
    assert told(version(replace(PRACTICE, strategy=UUID(int=99)))) == ()
    assert child_of(theirs, FAMILY) == OTHER
    assert child_of(NOTE, FAMILY) == CHILD


def test_what_is_no_entry_has_no_versions_to_tell():
    assert told(version(Home(id=UUID(int=8), name="Ours"))) == ()


def test_when_and_on_which_computer():
    at = datetime(2026, 3, 20, 21, 15, tzinfo=UTC)
    one = PastVersion(what=Past.FIRST, at=at, device="d")

    def when(past, computer=None, *, here=False):
        return said.version_when(EN, past, computer, here=here).replace("\u202f", " ")

    assert when(one, here=True) == "March 20, 2026 at 9:15 PM · on this computer"
    assert when(one, "Laptop") == "March 20, 2026 at 9:15 PM · on Laptop"
    assert when(one) == "March 20, 2026 at 9:15 PM · on another computer"
    (of_file,) = told(version(NOTE, at=False))
    assert when(of_file) == "From a file, day not known"


WHOLE = [
    (
        replace(
            PRACTICE,
            slot="breakfast",
            time=time(8, 15),
            routine=MEALS.id,
            helper=MOM.id,
            written_by=UUID(int=77),
        ),
        [
            "How it went: some help",
            "Time of the day: breakfast",
            "The clock time: 8:15 AM",
            "The routine: Meals",
            "Who did it: Mom",
            "Who typed it: somebody whose name is not in the list",
            "The day: Friday, March 20, 2026",
        ],
    ),
    (
        replace(PRACTICE, routine=UUID(int=78)),
        ["How it went: some help", "The day: Friday, March 20, 2026"],
    ),
    (
        DayMark(
            id=UUID(int=12),
            child=CHILD,
            day=DAY,
            mark=MarkKind.LEFT_OUT,
            reason=LeftOutReason.SICK,
            words="a cold",
        ),
        [
            "Not today or left out: left out",
            "The reason: sick",
            "Our own words: a cold",
            "The day: Friday, March 20, 2026",
        ],
    ),
    (
        replace(NOTE, flags=(Flag.CELEBRATION, Flag.QUESTION), answered=DAY, helper=MOM.id),
        [
            "The note: She waited",
            "What the note is for: Celebration and For the next visit",
            "Answered on: Friday, March 20, 2026",
            "Who wrote it: Mom",
            "The day: Friday, March 20, 2026",
        ],
    ),
    (
        PrivateNote(id=UUID(int=13), child=CHILD, day=DAY, text="So tired"),
        ["The note: So tired", "The day: Friday, March 20, 2026"],
    ),
    (
        LifeEvent(id=UUID(int=14), child=CHILD, day=DAY, words="We moved"),
        ["What happened: We moved", "The day: Friday, March 20, 2026"],
    ),
]


@pytest.mark.parametrize(("record", "lines"), WHOLE)
def test_every_kind_of_entry_is_told_field_by_field(record, lines):
    (one,) = told(version(record))
    found = [line.replace("\u202f", " ") for line, _ in said.version_fields(EN, FAMILY, one)]
    assert found == lines
