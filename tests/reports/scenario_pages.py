"""The fictional families on a visit page: their own plans filled up to four, with usual notes."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid5

from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from tests.families import eli, imani, jaylen, mateo, noah, owen, sofia
from tests.family import evening
from tests.journals import a_journal

FAMILIES = (mateo, imani, noah, sofia, eli, owen, jaylen)
STRATEGIES = 4
_SPACE = UUID("6f1d2c1e-0000-4000-8000-000000000002")
_LENT = (mateo, eli, sofia, owen)
_USUAL = {
    Flag.CELEBRATION: (
        "Today it was a whole minute. First time without any help!",
        "Grandma does it too, and they looked at each other and laughed.",
        "Waits for us now and does not cry before it starts.",
    ),
    Flag.CONCERN: (
        "Meals with the cousins at the table are hard right now.",
        "Wakes around two at night and stays up for an hour.",
        "Leaving the playground is hard right now.",
    ),
    Flag.QUESTION: (
        "Is five seconds enough, or can we wait longer?",
        "Could Grandma join the next visit by video?",
        "Is it okay to use the tablet pictures at bedtime?",
    ),
}


def with_plans_of_others(family):
    """Return the family's records with strategies of other families, until there are four."""
    records = {record.id: record for record in family.records}
    for lender in (make() for make in _LENT):
        for strategy in lender.strategies:
            many = sum(isinstance(record, Strategy) for record in records.values())
            if lender.name != family.name and many < STRATEGIES:
                lent = _lent(lender, strategy, family.child.id)
                records |= {one.id: one for one in lent if one.id not in records}
    return list(records.values())


def _lent(lender, strategy, child):
    for record in lender.records:
        if isinstance(record, TeamMember | Routine | Helper):
            yield replace(record, child=None) if isinstance(record, Routine) else record
    yield replace(strategy, child=child, outcome=None)
    for record in lender.records:
        if isinstance(record, PlanStep | Practice | DayMark) and record.strategy == strategy.id:
            yield replace(record, child=child) if isinstance(record, DayMark) else record


def usual_notes(family):
    """Yield who writes, and three notes of each flag on the last days."""
    mom = Helper(id=uuid5(_SPACE, family.name), name="Mom")
    yield mom
    for flag, texts in _USUAL.items():
        for before, text in enumerate(texts):
            day = family.period.end - timedelta(days=before)
            told = {"child": family.child.id, "day": day, "helper": mom.id}
            id_ = uuid5(_SPACE, family.name + text)
            yield Note(id=id_, text=text, flags=(flag,), written=evening(day), **told)


def material_of(family, records):
    """Return what a page of the family can be made from, through a real journal."""
    with tempfile.TemporaryDirectory() as folder:
        journal = a_journal(Path(folder))
        try:
            journal.records.save(*records)
            return journal.pages.material(family.child.id, family.period, family.today)
        finally:
            journal.close()
