"""The first look's texts are the Core statements, and every question goes through an index."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.dialects import sqlite

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.bin import BinSection
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper
from homejournal.storage.records import checked_reads, statements
from homejournal.storage.records.tables import metadata
from tests.journals import TODAY, mark, note, planned, practice

pytestmark = pytest.mark.unmeasured


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (checked_reads.META_SQL, statements.all_meta),
        (checked_reads.DRAFTS_SQL, statements.all_drafts),
        (checked_reads.FAMILY_SQL, statements.family),
        (checked_reads.DAYS_SQL, statements.days),
    ],
    ids=["meta", "drafts", "family", "days"],
)
def test_the_first_look_asks_what_the_core_statements_ask(text, statement):
    compiled = statement.compile(
        dialect=sqlite.dialect(), compile_kwargs={"render_postcompile": True}
    )
    assert flat(text) == flat(str(compiled))


def flat(text: str) -> str:
    """Return a statement without line ends, quotes and brackets, which compilers are free in."""
    return " ".join(re.sub(r"[()]", " ", text.replace('"', "")).split())


BIG = {"revision", "head", "practice", "day_mark", "key", *(t.name for t in metadata.sorted_tables)}
BIG -= {"meta", "draft"}


def plans_of(journal, call) -> list[str]:
    """Return the query plans of everything that a call asks."""
    asked: list[str] = []
    bare = journal._store.bare
    bare.set_trace_callback(asked.append)
    call()
    bare.set_trace_callback(None)
    return [
        row[3]
        for statement in asked
        if statement.startswith("SELECT")
        for row in bare.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]


def bring_back(journal, of):
    done = journal.days.between(of.id, TODAY, TODAY).practices[0]
    journal.records.delete(done.id)
    journal.records.restore(done.id)


QUESTIONS = {
    "family": lambda j, c, s, p: (setattr(j._session, "_family", None), j.family()),
    "days": lambda j, c, s, p: j.days.between(c.id, TODAY - timedelta(days=6), TODAY),
    "timeline": lambda j, c, s, p: j.timeline.page(EntryFilter(child=c.id)),
    "next page": lambda j, c, s, p: j.timeline.page(EntryFilter(child=c.id), before=2**50),
    "strategy": lambda j, c, s, p: j.timeline.page(EntryFilter(child=c.id, strategy=s.id)),
    "helper": lambda j, c, s, p: j.timeline.page(EntryFilter(child=c.id, helper=p)),
    "flag": lambda j, c, s, p: j.timeline.page(EntryFilter(child=c.id, flag=Flag.CONCERN)),
    "words": lambda j, c, s, p: j.timeline.page(EntryFilter(child=c.id, words="ba")),
    "dates": lambda j, c, s, p: j.timeline.page(EntryFilter(child=c.id, start=TODAY, end=TODAY)),
    "numbers": lambda j, c, s, p: j.numbers.of_child(c.id, Period(TODAY, TODAY), TODAY),
    "first day": lambda j, c, s, p: j.numbers.first_day(c.id),
    "deleted": lambda j, c, s, p: j.bin.page(c.id, BinSection.ENTRIES),
    "bring back": lambda j, c, s, p: bring_back(j, c),
    "history": lambda j, c, s, p: j.records.history(s.id),
    "save": lambda j, c, s, p: j.records.save(practice(s)),
    "delete": lambda j, c, s, p: j.records.delete(j.days.between(c.id, TODAY, TODAY).notes[0].id),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_reads_a_big_table_from_end_to_end(journal, question):
    of, what = planned(journal)
    helper = Helper(id=uuid4(), name="Grandpa")
    for _ in range(20):
        done = practice(what, helper=helper.id)
        said = note(of, practice=done.id, strategy=what.id, flags=(Flag.CONCERN,))
        journal.records.save(helper, done, said, mark(of, helper=helper.id))
    journal.family()  # at hand, as in a window
    plans = plans_of(
        journal,
        lambda: QUESTIONS[question](journal, of, what, helper.id),
    )
    assert plans
    scans = [
        plan
        for plan in plans
        if plan.startswith("SCAN") and plan.split()[1] in BIG and "USING" not in plan
    ]
    assert scans == []
    sorts = [plan for plan in plans if "USE TEMP B-TREE FOR ORDER BY" in plan]
    few = {
        "family",
        "numbers",
        "history",
        "save",
        "delete",
        "deleted",
        "bring back",
    }  # few rows to sort
    assert question in few or sorts == []
    assert any(INDEX.get(question, "") in plan for plan in plans), plans


INDEX = {
    "family": "head_small",
    "days": "head_place",
    "timeline": "head_place",
    "next page": "head_place",
    "strategy": "head_strategy",
    "helper": "head_person",
    "flag": "head_flagged",
    "words": "VIRTUAL TABLE INDEX",
    "dates": "head_place",
    "numbers": "practice_strategy",
    "first day": "head_place",
    "deleted": "head_deleted",
}
