"""The second page: what can be ticked for it, and that nothing unticked or private is in it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period, Span
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan
from homejournal.domain.sentences.allowed_sentences import joined
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    Line,
    PagePart,
    dated_key,
    large_key,
    strategy_key,
)
from tests.domain.visit_page.test_builder import texts_in
from tests.reports.page_families import (
    DANA,
    MATEO,
    PERIOD,
    SAM,
    VIRUS,
    a_note,
    a_strategy,
    an_id,
    looked_back,
    mateo,
    rows,
    three_months,
)


def with_page(material, *unticked):
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    for key in unticked:
        ticks = ticks.with_key(key, ticked=False)
    return build_page(material, ticks)


def test_there_is_no_second_page_until_it_is_wanted():
    material = mateo()
    assert build_page(material, default_ticks(material)).second is None
    assert with_page(material).second is not None


def test_it_is_offered_with_a_tick_for_each_chart_and_each_note_of_the_period_by_date():
    material = three_months()
    head, *others = [one for one in offers(material) if one.part is PagePart.SECOND_PAGE]
    assert (head.key, head.says, head.by_default) == (SECOND_PAGE_KEY, Line.SECOND_PAGE, False)
    assert all(offer.by_default for offer in others)
    charts, notes = others[:4], others[4:]
    assert [chart.key for chart in charts] == [
        large_key(strategy) for strategy in material.strategies
    ]
    assert [chart.says for chart in charts] == [
        strategy.strategy.name for strategy in material.strategies
    ]
    days = [note.day for note in notes]
    assert (len(days), days) == (len(material.notes), sorted(days))


def test_nothing_is_offered_where_there_is_nothing_to_draw_or_to_tell():
    quiet = a_strategy("Sing", "", period=PERIOD)
    material = mateo(strategies=(quiet,), notes=())
    assert not quiet.total.times
    assert [offer for offer in offers(material) if offer.part is PagePart.SECOND_PAGE] == []
    assert with_page(material).second is None


def test_with_nothing_of_it_ticked_there_is_no_empty_sheet():
    material = mateo()
    keys = [offer.key for offer in offers(material) if offer.part is PagePart.SECOND_PAGE]
    assert with_page(material, *keys[1:]).second is None


def test_the_notes_stand_by_date_with_who_wrote_and_about_what():
    notes = with_page(mateo()).second.notes
    days = [note.day for note in notes]
    assert days == sorted(days)
    last = notes[-1]
    assert (last.by, last.about) == ("Mom", "Pause and wait before giving")
    assert [note.by for note in notes].count("Dad") == 2


def test_a_note_outside_the_period_is_not_offered():
    old = a_note("long ago", date(2026, 1, 1), Flag.CONCERN)
    material = mateo(notes=(old,))
    assert dated_key(old) not in {offer.key for offer in offers(material)}


def test_a_strategy_that_is_off_the_first_page_has_no_larger_chart():
    material = mateo()
    (one,) = material.strategies
    (offer,) = [found for found in offers(material) if found.key == large_key(one)]
    assert offer.needs == strategy_key(one)
    assert with_page(material, strategy_key(one)).second.charts == ()


def test_a_page_for_one_person_has_their_charts_alone():
    theirs = with_page(three_months(for_whom=(SAM.id,))).second.charts
    assert [one.strategy for one in theirs] == [
        "Same four steps to bed, with pictures",
        "Toy one step away along the sofa",
    ]


def test_the_larger_pictures_are_the_rows_with_what_can_be_said_plainly():
    material = three_months()
    page = with_page(material)
    assert [one.rows.axis for one in page.second.charts] == [page.rows.axis] * 4
    assert [one.rows.rows for one in page.second.charts] == [(row,) for row in page.rows.rows]
    told = [joined(one.summary) if one.summary else None for one in material.strategies]
    assert [one.headline for one in page.second.charts] == told
    assert any(told)


def test_what_is_said_plainly_is_on_no_page_once_it_is_unticked():
    material = three_months()
    keys = [strategy_key(one, Line.SUMMARY) for one in material.strategies]
    assert [one.headline for one in with_page(material, *keys).second.charts] == [None] * 4


def test_a_strategy_without_its_picture_on_the_page_can_have_the_larger_one():
    material = mateo()
    (one,) = material.strategies
    page = with_page(material, strategy_key(one, Line.CHART))
    assert page.rows is None
    assert [chart.rows.rows[0].strategy for chart in page.second.charts] == [one.strategy.id]


@pytest.mark.parametrize(("weeks", "span"), [(27, Span.WEEK), (28, Span.MONTH)])
def test_more_than_27_weeks_have_bars_of_months(weeks, span):
    period = Period(
        date(2026, 3, 2), date.fromordinal(date(2026, 3, 2).toordinal() + 7 * weeks - 1)
    )
    assert a_strategy("Wait", "1 2 3", period=period).rows.axis.bars is span


def test_the_row_has_the_changes_and_the_aim():
    aim = Aim(high=Decimal(20))
    plan = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", better=Better.LESS, aim=aim)
    one = a_strategy("Bed", "40", kind=RatingKind.NUMBER, period=PERIOD)
    steps = [
        PlanStep(id=an_id(f"bed {day}"), strategy=one.strategy.id, from_day=date(2026, 3, day),
                 step=kind, rating=plan)
        for day, kind in ((2, StepKind.START), (12, StepKind.CHANGE))
    ]  # fmt: skip
    written = rows("40 42 41 38 39 40 41 | 35 34 33 30 31 30 28 | 25 24", RatingKind.NUMBER)
    (row,) = looked_back(one.strategy, steps, written, PERIOD).rows.rows
    change = date(2026, 3, 12)
    assert row.changes == (change,)
    assert [(phase.start, phase.n) for phase in row.chart.phases] == [
        (PERIOD.start, 10),
        (change, 6),
    ]
    assert row.chart.phases[-1].aim == plan.aim


def test_only_ticked_life_events_and_left_out_days_are_marked():
    material = mateo()
    axis = with_page(material).second.charts[0].rows.axis
    assert [mark.words for mark in axis.events] == [VIRUS.words]
    (band,) = axis.bands
    assert (band.words, band.reason) == ("", LeftOutReason.SICK)
    assert (band.start, band.end) == (date(2026, 3, 10), date(2026, 3, 12))
    assert with_page(material, f"life:{VIRUS.id}").second.charts[0].rows.axis.events == ()


def test_two_things_in_life_on_one_day_are_ticked_apart():
    other = LifeEvent(id=an_id("gran"), child=MATEO.id, day=VIRUS.day, words="Grandma is here")
    one = a_strategy("Wait", "1 2 3 4 1", period=PERIOD, life=(VIRUS, other), who=DANA)
    material = mateo(strategies=(one,), life_events=(VIRUS, other))
    page = with_page(material, f"life:{other.id}")
    for axis in (page.second.charts[0].rows.axis, page.rows.axis):
        assert [mark.words for mark in axis.events] == [VIRUS.words]


@given(st.data())
def test_what_is_not_ticked_is_not_on_the_second_page(data):
    material = mateo()
    (one,) = material.strategies
    keys = [offer.key for offer in offers(material)]
    ticked = frozenset(data.draw(st.sets(st.sampled_from(keys))))
    second = build_page(material, replace(default_ticks(material), keys=ticked)).second
    wanted = {note.text for note in material.notes if dated_key(note) in ticked}
    large = {large_key(one), strategy_key(one)} <= ticked
    if SECOND_PAGE_KEY not in ticked or not (wanted or large):
        assert second is None
        return
    assert {note.text for note in second.notes} == wanted
    assert len(second.charts) == large
    life = f"life:{VIRUS.id}" in ticked
    assert (VIRUS.words in texts_in(second)) == (life and large)
