"""Two versions of anything side by side: what differs is told, and in words."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.journal.versions import PossibleDuplicate
from homejournal.domain.records.children import Child, Pronoun, ShownName
from homejournal.domain.records.codec import to_fields
from homejournal.domain.records.family import Family
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating, Ladder
from homejournal.domain.records.notes import PackKind, Preparation, PrepQuestion
from homejournal.domain.records.people import Channel, Contact, Helper, TeamMember
from homejournal.domain.records.plan import Ending, Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Kind, is_added
from homejournal.domain.records.revisions import canonical
from homejournal.domain.records.visits import Visit
from homejournal.texts import versions
from homejournal.texts.wording import wording_of
from tests.journals import practice, step
from tests.records import records

EN = wording_of("en")
DAY = date(2026, 3, 15)
RAW = ("UUID(", "Often(", "RatingPlan(", "Way(", "datetime.", "<Area", "<Weekday", "None")
"""How values look that nobody put into words."""
MOMENT = datetime(2026, 3, 15, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (Child(id=uuid4(), name="Noa", pronoun=Pronoun.SHE), "She or he: she"),
        (Child(id=uuid4(), name="Noa", shown_name=ShownName.OUR_CHILD), "On papers: our child"),
        (Helper(id=uuid4(), name="Nana", color="#aa5500"), "Color: #aa5500"),
        (step(uuid4(), until=DAY), "Paused until: Sunday, March 15, 2026"),
        (step(uuid4(), until_visit=True), "Paused until the next visit: yes"),
        (
            step(uuid4(), ending=Ending.PART_OF_OUR_DAY),
            "How it ended: we do this without thinking now",
        ),
        (
            step(uuid4(), rating=RatingPlan(kind=RatingKind.NUMBER, unit="minutes", per=Per.TIME)),
            "Rated by: A number: minutes each time",
        ),
    ],
)
def test_what_came_later_is_told_in_words(one, line):
    later = {field.name for field in fields(one) if is_added(field)}
    plain = replace(one, **{name: type(one).__dataclass_fields__[name].default for name in later})
    if plain == one:
        plain = replace(one, rating=replace(one.rating, per=Per.DAY))
    lines = versions.version_lines(EN, Family(), one, [plain])
    assert ("".join(c for c in lines[0][0] if c not in "\u2068\u2069"), lines[0][1]) == (line, True)


@pytest.mark.parametrize("kind", list(Kind))
@settings(max_examples=40)
@given(data=st.data())
def test_what_differs_is_always_told_in_words(kind, data):
    one, other = data.draw(records(kind)), data.draw(records(kind))
    if one == other:
        return
    for wording in (EN, wording_of("ar")):
        told = versions.version_lines(wording, Family(), one, [other])
        said = [line for line, differs in told if differs]
        assert said
        written = canonical(to_fields(one)).decode()  # somebody may be called “None”
        raw = [sign for sign in RAW if sign not in written]
        assert not any(sign in line for line in said for sign in raw)


def test_what_is_named_by_another_record_is_told_by_its_name():
    child = uuid4()
    wait = Strategy(id=uuid4(), child=child, name="Wait")
    eat = Outcome(id=uuid4(), child=child, text="Noa eats with us")
    seen = Visit(id=uuid4(), child=child, day=DAY)
    family = Family(strategies={wait.id: wait}, outcomes={eat.id: eat}, visits={seen.id: seen})
    one = Strategy(id=uuid4(), child=child, name="Pause", outcome=eat.id)
    assert ("Outcome: Noa eats with us", True) in versions.version_lines(
        EN, family, one, [replace(one, outcome=None)]
    )
    step = PlanStep(id=uuid4(), strategy=wait.id, from_day=DAY, visit=seen.id)
    assert ("Visit: March 15, 2026", True) in versions.version_lines(
        EN, family, step, [replace(step, visit=None)]
    )
    feels = ConfidenceRating(id=uuid4(), child=child, strategy=wait.id, day=DAY, level=3)
    lines = versions.version_lines(EN, family, feels, [replace(feels, strategy=uuid4(), level=4)])
    assert {"Strategy: Wait", "Level: 3"} == {line for line, _ in lines}


def test_what_is_called_alike_is_told_by_its_number_in_versions_and_in_the_bin():
    child, other = uuid4(), uuid4()
    waits = [Strategy(id=uuid4(), child=child, name="Wait") for _ in range(2)]
    people = [Helper(id=uuid4(), name="Ana") for _ in range(2)]
    team = [TeamMember(id=uuid4(), name="Dana") for _ in range(2)]
    baths = [Routine(id=uuid4(), name="Bath", child=one) for one in (child, None, other)]
    groups = (waits, people, team, baths)
    known = [{one.id: one for one in group} for group in groups]
    strategies, helpers, members, routines = known
    family = Family(strategies=strategies, helpers=helpers, team=members, routines=routines)
    step = PlanStep(id=uuid4(), strategy=waits[1].id, from_day=DAY, routines=(baths[0].id,))
    told = versions.version_lines(EN, family, step, [replace(step, strategy=uuid4(), routines=())])
    assert {line for line, _ in told} == {"Strategy: Wait (2)", "Routines: Bath (1)"}
    feels = ConfidenceRating(
        id=uuid4(), child=child, strategy=waits[0].id, day=DAY, level=3, helper=people[1].id
    )
    told = versions.version_lines(EN, family, feels, [replace(feels, helper=None)])
    assert ("Who: Ana (2)", True) in told
    met = Contact(id=uuid4(), team=team[1].id, day=DAY, way=Channel.PHONE, words="a call")
    assert versions.deleted_line(EN, family, met).endswith("Dana (2)")
    done = practice(waits[1], day=DAY, helper=people[1].id, routine=baths[1].id)
    told = versions.version_lines(EN, family, done, [replace(done, helper=None, routine=None)])
    assert {line for line, differs in told if differs} >= {
        "Who did it: Ana (2)",
        "The routine: Bath (2)",
    }
    twice = PossibleDuplicate(one=done, other=done)
    assert "both noted “Wait (2)” on" in versions.possible_duplicate_hint(EN, family, twice)


def test_the_moment_of_writing_is_told_where_nothing_else_differs():
    one = practice(Strategy(id=uuid4(), child=uuid4(), name="Wait"), written=MOMENT)
    lines = versions.version_lines(EN, Family(), one, [replace(one, written=None)])
    assert (f"Written: {EN.day(DAY)} · {EN.time(MOMENT.time())}", True) in lines
    ladder = Ladder(id=uuid4(), outcome=uuid4(), levels={"-1": "no", "0": "some", "1": "all"})
    (told, _), *_ = versions.version_lines(
        EN, Family(), ladder, [replace(ladder, levels={"-1": "no", "0": "one", "1": "all"})]
    )
    assert told == "Level: \u22121: no · 0: some · +1: all"


def test_what_is_kept_of_a_visit_without_words_of_its_own_is_said_to_differ():
    seen = Visit(id=uuid4(), child=uuid4(), day=DAY)
    told = versions.version_lines(EN, Family(), seen, [replace(seen, held=True)])
    assert told == [("They differ in something that is not shown here.", True)]
    other = replace(seen, held=True, interpreter=True)
    told = versions.version_lines(EN, Family(), seen, [other])
    assert told == [("With an interpreter: no", True)]
    told = versions.version_lines(EN, Family(), other, [seen])
    assert told == [("With an interpreter: yes", True)]


def test_the_answers_of_a_preparation_are_told_one_after_the_other():
    asked, wished = list(PrepQuestion)[:2]
    one = Preparation(
        id=uuid4(),
        child=uuid4(),
        pack=PackKind.REVIEW,
        day=DAY,
        answers={asked: "He eats with us", wished: "More words"},
    )
    told = versions.version_lines(EN, Family(), one, [replace(one, answers={})])
    assert told == [("Answer: He eats with us · More words", True)]
