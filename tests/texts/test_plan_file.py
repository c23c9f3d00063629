"""What a plan file holds, in words."""

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.plan.plan_files import ImportEffect, PlanItem, preview_plan, records_taken
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Channel, TeamMember, Way
from homejournal.domain.records.plan import (
    Area,
    Ending,
    Often,
    Outcome,
    PlanStep,
    StepKind,
    Strategy,
)
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.exchange.plan_file import read_plan_file
from homejournal.texts.plan import fate_said, item_lines, item_title, preview_summary
from homejournal.texts.wording import wording_of
from tests.exchange.plan_files import HANDWRITTEN, as_bytes

CHILD = UUID(int=1)
ENGLISH = wording_of("en")


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


def a_preview(family=None):
    return preview_plan(read_plan_file(as_bytes(HANDWRITTEN), CHILD), family or Family(), CHILD)


def told(shown):
    return {
        plain(item_title(ENGLISH, item.record)): [
            tuple(map(plain, line)) for line in item_lines(ENGLISH, item, shown.names)
        ]
        for item in shown.items
    }


def test_everything_in_the_file_is_told_line_by_line():
    assert told(a_preview()) == {
        "Person: Dana": [
            ("Discipline", "speech therapy", ""),
            ("How to reach", "e-mail · dana@example.org · preferred", ""),
        ],
        "Outcome: Mateo asks for food.": [("Areas", "Communication", "")],
        "Routine: Snack": [],
        "Strategy: Wait": [
            ("Suggested by", "Dana", ""),
            ("Outcome", "Mateo asks for food.", ""),
        ],
        "Started on March 13, 2026": [
            ("What", "Hold the cup and wait", ""),
            ("Routines", "Snack", ""),
            ("How often", "Twice a day", ""),
            ("What is noted", "How much help?", ""),
        ],
    }


def standing(**changed):
    """Return a family that took the file, with some words changed since."""
    shown = a_preview()
    person, outcome, routine, strategy, step = records_taken(
        shown, {item.record.id for item in shown.items}
    )
    return Family(
        team={person.id: person},
        outcomes={outcome.id: outcome},
        routines={routine.id: routine},
        strategies={strategy.id: replace(strategy, name=changed.get("name", strategy.name))},
        steps={strategy.id: (replace(step, what=changed.get("what", step.what)),)},
    )


def test_of_what_would_change_only_that_is_told_with_what_stands():
    shown = a_preview(standing(what="Wait", name="Pause"))
    assert {title: lines for title, lines in told(shown).items() if lines} == {
        "Strategy: Wait": [("Strategy", "Wait", "Pause")],
        "Started on March 13, 2026": [("What", "Hold the cup and wait", "Wait")],
    }


OTHERWISE = {
    TeamMember: {
        "name": "Sam",
        "discipline": "x",
        "role": "x",
        "coordinator": True,
        "language": "es",
        "interpreter": True,
        "ways": (Way(way=Channel.EMAIL, value="dana@example.org"),),
        "left": date(2026, 3, 1),
    },
    Outcome: {
        "text": "x",
        "areas": (Area.PHYSICAL,),
        "since": date(2026, 3, 1),
        "closed": date(2026, 3, 1),
    },
    Strategy: {"name": "x", "outcome": None, "suggested_by": None, "example": True},
    PlanStep: {
        "from_day": date(2026, 3, 1),
        "step": StepKind.CHANGE,
        "what": "x",
        "how": "x",
        "when_where_who": "x",
        "why": "x",
        "how_we_know": "x",
        "routines": (),
        "often": Often(times=3),
        "rating": RatingPlan(kind=RatingKind.WENT),
        "until": date(2026, 3, 30),
        "until_visit": True,
        "ending": Ending.PART_OF_OUR_DAY,
    },
}
NOT_OF_A_FILE = {"id", "child", "visit", "strategy"}


@pytest.mark.parametrize(
    ("cls", "field"), [(cls, one.name) for cls in OTHERWISE for one in fields(cls)]
)
def test_whatever_would_change_has_its_line(cls, field):
    if field in NOT_OF_A_FILE:
        return
    shown = a_preview()
    record = next(item.record for item in shown.items if isinstance(item.record, cls))
    changed = PlanItem(record=replace(record, **{field: OTHERWISE[cls][field]}), before=record)
    assert item_lines(ENGLISH, changed, shown.names)


def test_the_sentence_above_says_what_taking_would_do():
    new, changed, same = a_preview(), a_preview(standing(what="Wait")), a_preview(standing())
    nothing = replace(new, items=())
    says = [preview_summary(ENGLISH, preview) for preview in (nothing, new, changed, same)]
    assert says == [
        "There is nothing in this file.",
        "5 things are new. Nothing is taken until you say so.",
        "1 would change. Nothing is taken until you say so.",
        "Everything in this file is in your plan already.",
    ]


def test_each_fate_has_its_word():
    assert len({fate_said(ENGLISH, fate) for fate in ImportEffect}) == len(ImportEffect)
