"""Who is named on a page as having written it: only those whose words and entries stand on it."""

from dataclasses import replace
from datetime import date

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, flag_key, strategy_key
from tests.reports.page_families import MOM, a_note, an_id, mateo

ANA, KIM = (Helper(id=an_id(name), name=name) for name in ("Ana", "Kim"))


def by_ana_and_kim():
    """Ana wrote the entries of the strategy, Kim a concern; Mom and Dad wrote nothing."""
    (one,) = mateo().strategies
    concern = a_note("Meals are hard", date(2026, 3, 15), Flag.CONCERN, helper=KIM)
    material = mateo(
        helpers=(MOM, ANA, KIM),
        strategies=(replace(one, wrote=frozenset({ANA.id})),),
        notes=(concern,),
    )
    return material, strategy_key(one), flag_key(concern, Flag.CONCERN)


def test_written_by_names_only_those_whose_words_and_entries_are_ticked():
    material, strategy, concern = by_ana_and_kim()
    ticks = default_ticks(material)

    def named(*unticked):
        chosen = ticks
        for key in unticked:
            chosen = chosen.with_key(key, ticked=False)
        return build_page(material, chosen).written_by

    assert named() == ("Ana", "Kim")
    assert named(concern) == ("Ana",)
    assert named(strategy) == ("Kim",)
    assert named(strategy, concern) == ()
    assert named("written_by") == ()


def test_entries_are_told_by_a_number_a_chart_or_a_larger_chart():
    material, strategy, _ = by_ana_and_kim()
    told = [f"{strategy}:{line}" for line in ("summary", "days", "times", "ratings", "remarks")]
    ticks = default_ticks(material)
    for key in told:
        ticks = ticks.with_key(key, ticked=False)
    assert "Ana" in build_page(material, ticks).written_by
    ticks = ticks.with_key(f"{strategy}:chart", ticked=False)
    assert "Ana" not in build_page(material, ticks).written_by
    assert "Ana" in build_page(material, ticks.with_key(SECOND_PAGE_KEY, ticked=True)).written_by


def test_two_of_one_name_are_named_once():
    material, _, _ = by_ana_and_kim()
    twin = Helper(id=an_id("the other Ana"), name="Ana")
    material = replace(material, helpers=(*material.helpers, twin))
    assert build_page(material, default_ticks(material)).written_by == ("Ana", "Kim")
