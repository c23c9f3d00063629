"""What is told of a child: dated versions, what can be ticked, and what stands on the page."""

from dataclasses import fields, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import RecordMissingError
from homejournal.domain.papers.about_child import (
    ABOUT_PARTS,
    AboutAsked,
    AboutSheet,
    about_child,
    about_parts,
    about_sheet,
    parts_offered,
    strategies_now,
    version_to_save,
)
from homejournal.domain.records.children import About, Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep, Routine, StepKind, Strategy
from homejournal.domain.sentences.values import AgeInMonths, SuggestedBy

TODAY = date(2026, 3, 22)
DAY = timedelta(days=1)
MAYA = Child(
    id=uuid4(),
    name="Maya",
    surname="Rivera",
    born=date(2024, 9, 14),
    due=date(2024, 10, 20),
    words="We say autistic.",
    communicates=("signs", "her cup"),
)
ADA = Child(id=uuid4(), name="Ada")
DANA = TeamMember(id=uuid4(), name="Dana", discipline="speech")
MEALS = Routine(id=uuid4(), name="Meals", child=MAYA.id)
NEW = UUID(int=7)


def about(days=0, **said):
    told = {"strengths": "She laughs.", "hard": "Loud rooms"} | said
    return About(id=uuid4(), child=MAYA.id, day=TODAY + days * DAY, **told)


def planned(name, by=None, child=MAYA, *kinds):
    strategy = Strategy(id=uuid4(), child=child.id, name=name, suggested_by=by and by.id)
    steps = [
        PlanStep(
            id=uuid4(),
            strategy=strategy.id,
            from_day=TODAY - (5 - place) * DAY,
            step=kind,
            routines=(MEALS.id,) if kind is StepKind.START else (),
        )
        for place, kind in enumerate((StepKind.START, *kinds))
    ]
    return strategy, tuple(steps)


def family(*plans):
    return Family(
        children={one.id: one for one in (MAYA, ADA)},
        team={DANA.id: DANA},
        routines={MEALS.id: MEALS},
        strategies={strategy.id: strategy for strategy, _ in plans},
        steps={strategy.id: steps for strategy, steps in plans},
    )


def told(*versions, child=MAYA, of=None):
    return about_child(
        of or replace(family(), children={child.id: child}), child.id, versions, TODAY
    )


def sheet(*versions, plans=(), **asked):
    of = family(*plans)
    now = strategies_now(of, MAYA.id, TODAY)
    return about_sheet(told(*versions, of=of), now, AboutAsked(child=MAYA.id, **asked), TODAY)


def test_versions_stand_newest_first_and_the_age_is_the_one_of_the_day():
    old, new = about(-30), about(-1)

    found = told(old, new)

    assert (found.versions, found.newest) == ((new, old), new)
    assert found.age == (18, 17)
    assert told().newest is None


def test_an_unknown_child_is_told_apart():
    with pytest.raises(RecordMissingError):
        about_child(family(), NEW, (), TODAY)


@pytest.mark.parametrize(
    ("child", "versions", "empty"),
    [
        (ADA, (), True),
        (ADA, (about(strengths=" ", hard=None),), True),
        (ADA, (about(),), False),
        (replace(ADA, words="We say autistic."), (), False),
        (replace(ADA, communicates=("signs",)), (), False),
    ],
)
def test_a_name_alone_is_nothing_to_hand_over(child, versions, empty):
    assert told(*versions, child=child).empty is empty


def test_what_is_saved_on_another_day_is_a_new_version():
    old = about(-1)

    new = version_to_save(told(old), {"strengths": " She sings. "}, TODAY, NEW)

    assert new == About(id=NEW, child=MAYA.id, day=TODAY, strengths="She sings.")
    assert old.strengths == "She laughs."


@pytest.mark.parametrize("days", [0, 1])
def test_what_is_saved_on_the_same_day_writes_over_it(days):
    mine = about(days)

    again = version_to_save(told(mine), {"needs": "Time"}, TODAY, NEW)

    assert again == replace(mine, strengths=None, hard=None, needs="Time")


def test_what_says_nothing_new_makes_no_version():
    assert version_to_save(told(), {"needs": "  "}, TODAY, NEW) is None
    same = dict(about_parts(about(-9)))
    assert version_to_save(told(about(-9)), same, TODAY, NEW) is None


def test_everything_can_be_taken_away_and_stays_readable_before():
    emptied = version_to_save(told(about(-1)), {}, TODAY, NEW)

    assert emptied == About(id=NEW, child=MAYA.id, day=TODAY)


def test_only_what_is_written_is_offered_and_in_the_order_of_the_page():
    with_dana, alone = planned("Sign more", DANA), planned("To bed")
    now = strategies_now(family(with_dana, alone), MAYA.id, TODAY)

    assert parts_offered(told(about()), now) == (
        *("surname", "age", "words", "communicates"),
        *("strengths", "hard", "suggested"),
    )
    assert parts_offered(told(child=ADA), now[1:]) == ()


def test_the_age_is_of_the_day_on_which_it_was_written_or_else_of_the_day_of_print():
    old = sheet(about(-60))
    assert (old.age, old.dated) == (AgeInMonths(16, 15), old.written)
    bare = sheet(about(-60), parts=frozenset({"age", "words"}))
    assert (bare.age, bare.dated) == (AgeInMonths(18, 17), TODAY)


def test_the_page_holds_all_but_the_surname():
    made = sheet(about(), plans=(planned("Sign more", DANA), planned("To bed")))

    assert (made.child, made.surname) == ("Maya", "")
    assert made.age == AgeInMonths(18, 17)
    assert (made.words, made.communicates) == ("We say autistic.", ("signs", "her cup"))
    assert made.parts == (("strengths", "She laughs."), ("hard", "Loud rooms"))
    assert (made.written, made.printed) == (TODAY, TODAY)
    first, second = made.strategies
    assert (first.name, first.routines) == ("Sign more", ("Meals",))
    assert first.suggested == SuggestedBy("Dana", "speech")
    assert second.suggested is None
    assert not made.empty


def test_a_surname_stands_on_it_only_where_it_is_asked_for():
    assert sheet(parts=frozenset({"surname"})).surname == "Rivera"


def test_only_what_is_planned_today_and_of_this_child_is_on_it():
    plans = (
        planned("Now"),
        planned("Paused", None, MAYA, StepKind.PAUSE),
        planned("Finished", None, MAYA, StepKind.FINISH),
        planned("Of Ada", None, ADA),
    )
    assert [strategy.name for strategy in sheet(plans=plans).strategies] == ["Now"]


def test_the_line_about_languages_stands_where_labels_are_in_another():
    def as_written(**said):
        return sheet(**said).as_written

    assert not as_written()
    assert not as_written(language="es")
    assert as_written(language="es", home_language="en")
    assert as_written(second_language="es")
    assert not as_written(home_language="en")


KEYS = ("surname", "age", "words", "communicates", "suggested", *ABOUT_PARTS)


@given(st.frozensets(st.sampled_from(KEYS)), st.booleans())
def test_what_is_not_ticked_is_nowhere_in_the_page(ticked, with_strategy):
    """Each part is marked by a word of its own; no page holds the word of a part that is off."""
    child = replace(MAYA, surname="Qsurname", words="Qwords", communicates=("Qcommunicates",))
    by = replace(DANA, name="Qsuggested")
    version = about(**{part: f"Q{part}" for part in ABOUT_PARTS})
    of = replace(family(planned("Qstrategy", by)), team={by.id: by}, children={child.id: child})
    now = strategies_now(of, child.id, TODAY)
    wanted = frozenset(one.strategy.id for one in now) if with_strategy else frozenset()
    asked = AboutAsked(child=child.id, parts=ticked, strategies=wanted)

    made = about_sheet(about_child(of, child.id, [version], TODAY), now, asked, TODAY)

    said = repr(made)
    for key in set(KEYS) - {"age", "suggested"}:
        assert (f"Q{key}'" in said) is (key in ticked)
    assert (made.age is not None) is ("age" in ticked)
    assert ("Qstrategy" in said) is with_strategy
    assert ("Qsuggested" in said) is (with_strategy and "suggested" in ticked)


def test_a_page_with_a_name_and_an_age_alone_is_empty():
    assert sheet(about(), parts=frozenset({"age", "surname"}), strategies=frozenset()).empty


def test_no_field_of_the_page_can_hold_a_note():
    held = " ".join(str(field.type) for field in fields(AboutSheet))

    assert "Note" not in held
