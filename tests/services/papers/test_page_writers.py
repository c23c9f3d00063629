"""Who wrote the entries of each strategy, read from a real journal."""

from datetime import timedelta
from uuid import uuid4

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import flag_key, strategy_key
from tests.journals import TODAY, child, mark, note, planned, practice, step, strategy

WEEK = Period(TODAY - timedelta(days=6), TODAY)


def names(material):
    who = {helper.id: helper.name for helper in material.helpers}
    return {one.strategy.name: {who[wrote] for wrote in one.wrote} for one in material.strategies}


def test_each_strategy_knows_who_wrote_its_entries_and_the_whole_days(journal):
    of, what = planned(journal)
    other = strategy(of, name="Sing")
    journal.records.save(other, step(other))
    mom, dad, ana, kim = (Helper(id=uuid4(), name=name) for name in ("Mom", "Dad", "Ana", "Kim"))
    yesterday = TODAY - timedelta(days=1)
    journal.records.save(
        *(mom, dad, ana, kim),
        practice(what, helper=mom.id),
        practice(other, helper=dad.id),
        practice(other),
        mark(of, strategy=what.id, day=yesterday, helper=ana.id),
        note(of, helper=kim.id),
    )
    material = journal.pages.material(of.id, WEEK, TODAY)
    assert names(material) == {what.name: {"Mom", "Ana"}, "Sing": {"Dad"}}
    (sing,) = (one for one in material.strategies if one.strategy.name == "Sing")
    ticks = default_ticks(material).with_key(strategy_key(sing), ticked=False)
    assert "Dad" not in build_page(material, ticks).written_by

    sick = {"mark": MarkKind.LEFT_OUT, "reason": LeftOutReason.SICK}
    journal.records.save(mark(of, day=WEEK.start, helper=kim.id, **sick))
    assert names(journal.pages.material(of.id, WEEK, TODAY))["Sing"] == {"Dad", "Kim"}


def test_the_names_of_brothers_and_sisters_are_known_to_a_page(journal):
    of, _ = planned(journal)
    said = note(of, "Luis laughed, too", flags=(Flag.CELEBRATION,))
    journal.records.save(child(name="Luís"), said)
    material = journal.pages.material(of.id, WEEK, TODAY)

    assert not default_ticks(material).has(flag_key(said, Flag.CELEBRATION))
    assert [offer for offer in offers(material) if offer.about_sibling and offer.note == said.id]
