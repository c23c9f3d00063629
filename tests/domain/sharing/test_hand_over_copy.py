"""What goes along in a hand-over copy, and what never does."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.records.children import Child
from homejournal.domain.records.kinds import kind_of, references_of
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Contact, Helper, Home, TeamMember
from homejournal.domain.records.plan import PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import STAYS_AT_HOME, HandOver, Part, chosen
from tests.more_families import eli, jaylen, owen
from tests.records import families

parts = st.frozensets(st.sampled_from(Part))


def of(records, cls):
    return [record for record in records if isinstance(record, cls)]


def going(records, **asked):
    child = of(records, Child)[0]
    ids = chosen(records, HandOver(child=child.id, **asked))
    return [record for record in records if record.id in ids]


@settings(max_examples=40, deadline=None)
@given(family=families(), chosen_parts=parts)
def test_nothing_private_and_nothing_of_another_child_ever_goes(family, chosen_parts):
    children = of(family, Child)
    if not children:
        return
    ids = chosen(family, HandOver(child=children[0].id, parts=chosen_parts))
    for record in family:
        if record.id in ids:
            assert kind_of(record) not in STAYS_AT_HOME | {Kind.CONTACT, Kind.DEVICE}
            assert getattr(record, "child", None) in {None, children[0].id}
            others = {child.id for child in children[1:]}
            assert not others & {id_ for _, id_ in references_of(record)}


@pytest.mark.parametrize("family", [jaylen(), eli(), owen()], ids=lambda family: family.name)
def test_with_all_parts_all_that_is_shared_of_the_child_goes(family):
    left = [record for record in family.records if record not in going(family.records)]
    assert {kind_of(one) for one in left} <= STAYS_AT_HOME | {Kind.CONTACT, Kind.PAGE}


def test_days_notes_and_visits_outside_the_days_stay():
    records = jaylen().records
    start, end = date(2026, 3, 5), date(2026, 3, 8)
    went = going(records, start=start, end=end)
    dated = [one for one in went if isinstance(one, Practice | DayMark | Note)]
    assert {one.day for one in dated} <= {start + timedelta(days=at) for at in range(4)}
    assert len(of(went, Practice)) == len(
        [one for one in of(records, Practice) if start <= one.day <= end]
    )


def test_the_plan_that_holds_on_the_first_day_goes_and_a_later_one_does_not():
    records = list(jaylen().records)
    (step,) = of(records, PlanStep)
    later = replace(step, id=uuid4(), from_day=date(2026, 3, 20))
    went = going([*records, later], start=date(2026, 3, 10), end=date(2026, 3, 12))
    assert of(went, PlanStep) == [step]
    assert of(going([*records, later], start=date(2026, 3, 10)), PlanStep) == [step, later]


@pytest.mark.parametrize(
    ("part", "kinds"),
    [
        (Part.DAYS, {Kind.PRACTICE, Kind.DAY_MARK, Kind.HELPER}),  # nobody else wrote
        (Part.NOTES, {Kind.NOTE}),
        (Part.VISITS, {Kind.VISIT, Kind.ASKED}),
        (Part.LIFE_EVENTS, {Kind.LIFE_EVENT}),
        (Part.TEAM, {Kind.TEAM_MEMBER}),
        (Part.HELPERS, {Kind.HELPER}),
    ],
)
def test_a_part_that_is_not_chosen_stays(part, kinds):
    records = jaylen().records
    with_it = {kind_of(one) for one in going(records)}
    without = {kind_of(one) for one in going(records, parts=frozenset(Part) - {part})}
    assert with_it - without == with_it & kinds


def test_pictures_go_with_what_they_are_kept_with():
    records = list(jaylen().records)
    strategy, note = of(records, Strategy)[0], of(records, Note)[0]
    said = {"sha256": "a" * 64, "name": "x.jpg", "type": "image/jpeg"}
    of_strategy = Media(id=uuid4(), strategy=strategy.id, **said)
    of_note = Media(id=uuid4(), note=note.id, **said)
    records += [of_strategy, of_note]
    assert of(going(records), Media) == [of_strategy, of_note]
    assert of(going(records, parts=frozenset({Part.PICTURES})), Media) == [of_strategy]
    assert of(going(records, parts=frozenset({Part.NOTES})), Media) == []


def test_a_photo_that_shows_another_child_stays_though_somebody_who_goes_is_on_it():
    child, other, mom = Child(id=uuid4(), name="Noa"), Child(id=uuid4(), name="Luis"), uuid4()
    helper = Helper(id=mom, name="Mom")
    note = Note(id=uuid4(), child=child.id, day=date(2026, 3, 5), text="Hello", helper=mom)
    said = {"sha256": "a" * 64, "name": "x.jpg", "type": "image/jpeg", "helper": mom}
    shared, others = Media(id=uuid4(), **said), Media(id=uuid4(), child=other.id, **said)
    went = going([child, other, helper, note, shared, others])
    assert of(went, Media) == [shared]


def test_whoever_left_the_team_goes_only_where_something_names_them():
    records = list(jaylen().records)
    gone = TeamMember(id=uuid4(), name="Before", left=date(2026, 1, 1))
    new = TeamMember(id=uuid4(), name="New")
    talk = Contact(id=uuid4(), team=new.id, day=date(2026, 3, 5), way="phone", words="About us")
    went = going([*records, gone, new, talk])
    assert gone not in went
    assert new in went
    assert talk not in went


def test_only_our_own_home_goes_and_only_helpers_who_wrote():
    ours, other = Home(id=uuid4(), name="Ours"), Home(id=uuid4(), name="Another")
    nobody = Helper(id=uuid4(), name="Wrote nothing")
    records = [*jaylen().records, ours, other, nobody]
    went = going(records, home=ours.id)
    assert of(went, Home) == [ours]
    assert nobody not in went


def test_routines_that_all_children_share_go_and_those_of_another_child_do_not():
    records = list(jaylen().records)
    shared = Routine(id=uuid4(), name="Bath")
    others = Routine(id=uuid4(), name="Swimming", child=uuid4())
    went = of(going([*records, shared, others]), Routine)
    assert shared in went
    assert others not in went


def test_somebody_who_only_visits_another_child_stays():
    records = [*jaylen().records, *owen().records]
    went = {one.name for one in of(going(records), TeamMember)}
    assert went == {"Ana", "Lee"}  # Lee coordinates, and no record says for whom
