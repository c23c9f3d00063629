"""A page that was handed over can be kept and read again, and nothing odd is read as a page."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.looking_back import chart_series
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    Chart,
    DotSeries,
    LifeMark,
    PhaseMiddle,
)
from homejournal.domain.records.plan import Often, OftenKind
from homejournal.domain.records.rating_scales import Aim
from homejournal.domain.records.record import is_added
from homejournal.domain.sentences.values import Sentence
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import Ticks
from homejournal.domain.visit_page.page import LargeChart, NoteOnPage, SecondPage
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from homejournal.reports.visit_page.plain_text import visit_page_text
from tests.reports.page_families import mateo, three_months
from tests.reports.sample_charts import ALL

OLD = Path(__file__).parent / "page_of_0_1.json"
NUMBERS = st.decimals(-1000, 1000, places=2)
AIMS = st.builds(Aim, low=st.none() | NUMBERS, high=st.none() | NUMBERS)
st.register_type_strategy(Decimal, NUMBERS)
st.register_type_strategy(Aim, AIMS)
st.register_type_strategy(
    Often,
    st.builds(Often, times=st.integers(1, 4), slots=st.just(()))
    | st.builds(Often, kind=st.just(OftenKind.DAYS_A_WEEK), days=st.integers(1, 6)),
)


def whole_page(material):
    keys = frozenset(offer.key for offer in offers(material))
    which = material.strategies[0].strategy.id
    return build_page(material, Ticks(keys=keys, our_words="Hola 😀", helped={which: "two spoons"}))


@pytest.mark.parametrize("family", [mateo, three_months])
@pytest.mark.parametrize("make", [whole_page, lambda m: build_page(m, default_ticks(m))])
def test_a_page_comes_back_as_it_was(family, make):
    page = make(family(second_language="es", example=True))
    assert page_from_dict(json.loads(json.dumps(page_to_dict(page)))) == page


def test_the_smallest_page_comes_back():
    page = build_page(mateo(), Ticks())
    assert page_from_dict(page_to_dict(page)) == page


def test_sentences_say_which_they_are():
    told = page_to_dict(whole_page(mateo()))
    line = told["strategies"][0]["stretches"][0]["sentences"][0]
    assert line["is"] == "joined"
    assert line["parts"][0] == {"is": "days_from_to", "low": 15, "high": 17, "of": 18}


def test_what_came_later_is_told_only_where_it_says_something():
    """An older version reads on: it refuses a page with a field that it does not know."""
    page = whole_page(mateo())
    (suggested,) = {strategy.suggested for strategy in page.strategies if strategy.suggested}
    told = page_to_dict(page)["strategies"][0]
    assert "visit" not in told["suggested"]
    assert not {"begun", "at_least", "apart", "of_days"} & set(names_in(told))
    met = replace(suggested, visit=date(2026, 3, 2))
    page = replace(page, strategies=(replace(page.strategies[0], suggested=met),))
    assert page_to_dict(page)["strategies"][0]["suggested"]["visit"] == "2026-03-02"
    assert page_from_dict(page_to_dict(page)) == page


def names_in(told):
    """The names of all fields, however deep they lie."""
    if isinstance(told, dict):
        return [*told, *(name for one in told.values() for name in names_in(one))]
    return [name for one in told for name in names_in(one)] if isinstance(told, list) else []


def broken(change):
    told = page_to_dict(whole_page(mateo()))
    change(told)
    return told


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("child"),
        lambda told: told.update(child=7),
        lambda told: told.update(private_notes=[]),
        lambda told: told.update(printed="2026-13-40"),
        lambda told: told.update(printed=20260322),
        lambda told: told.update(paper="legal"),
        lambda told: told.update(period={"from": "2026-03-02"}),
        lambda told: told.update(strategies={}),
        lambda told: told.update(age={"is": "not_today", "days": 1}),
        lambda told: told.update(age={"is": "no_such_sentence"}),
        lambda told: told.update(boxes="yes"),
        lambda told: told["strategies"][0].update(id="no id"),
        lambda told: told["celebrations"].append("text"),
    ],
)
def test_what_is_no_page_is_refused(change):
    with pytest.raises(InvalidValueError):
        page_from_dict(broken(change))


def test_a_page_from_before_a_field_was_added_is_read():
    page = whole_page(mateo())
    told = page_to_dict(page)
    del told["thanks"], told["agreed"]
    assert page_from_dict(told) == replace(page, agreed="")


def test_a_plan_that_no_family_could_make_is_refused_with_what_is_wrong_in_it():
    told = page_to_dict(whole_page(mateo()))
    told["strategies"][0]["planned"]["often"]["times"] = 0
    with pytest.raises(InvalidValueError) as refused:
        page_from_dict(told)
    assert (refused.value.field, refused.value.reason) == ("times", Reason.OUT_OF_RANGE)


def back(page):
    return page_from_dict(json.loads(json.dumps(page_to_dict(page))))


def test_a_second_page_comes_back_as_it_was_with_the_larger_rows():
    page = whole_page(three_months())
    assert [len(chart.rows.rows) for chart in page.second.charts] == [1] * 4
    assert back(page) == page
    assert not any("chart" in one for one in page_to_dict(page)["second"]["charts"])


def with_charts(*charts):
    """A page as it was kept before its larger pictures were rows."""
    large = tuple(LargeChart(strategy="Wait", chart=chart) for chart in charts)
    return replace(build_page(mateo(), Ticks()), second=SecondPage(charts=large))


def test_a_second_page_kept_with_charts_comes_back_as_it_was():
    page = with_charts(ALL["level dots"], ALL["levels"])
    assert {type(chart.chart) for chart in page.second.charts} == {BarSeries, DotSeries}
    assert back(page) == page
    told = page_to_dict(page)["second"]["charts"]
    assert [one["chart"]["is"] for one in told] == ["dot_series", "bar_series"]


@given(chart=st.from_type(Chart))
def test_every_chart_comes_back_as_it_was(chart):
    assert back(with_charts(chart)) == with_charts(chart)


@given(said=st.from_type(Sentence))
def test_every_sentence_comes_back_as_it_was(said):
    chart = DotSeries(kind="help", start=date(2026, 3, 2), end=date(2026, 3, 8))
    second = SecondPage(charts=(LargeChart(strategy="Wait", chart=chart, headline=said),))
    page = replace(build_page(mateo(), Ticks()), second=second)
    assert back(page) == page


@given(notes=st.lists(st.from_type(NoteOnPage)))
def test_every_note_comes_back_as_it_was(notes):
    page = replace(build_page(mateo(), Ticks()), second=SecondPage(notes=tuple(notes)))
    assert back(page) == page


@pytest.mark.parametrize("middle", [None, 2, (1, 3), Decimal("2.5")])
def test_a_middle_is_a_level_a_pair_or_a_number_and_comes_back_as_that(middle):
    day = date(2026, 3, 2)
    phase = PhaseMiddle(start=day, end=day, n=5, middle=middle)
    chart = DotSeries(kind="help", start=day, end=day, phases=(phase,))
    (one,) = back(with_charts(chart)).second.charts
    assert repr(one.chart.phases[0].middle) == repr(middle)


def test_what_came_later_to_charts_says_nothing_in_pages_from_before():
    classes = [one for one in vars(chart_series).values() if is_dataclass(one)]
    later = [field for one in classes for field in fields(one) if is_added(field)]
    assert {"at_least", "apart", "of_days"} <= {field.name for field in later}
    assert not [field.name for field in later if field.default]


@pytest.mark.parametrize("middle", [True, {}, [1], ["1", "2"], "some", 2.5])
def test_what_is_no_middle_is_refused(middle):
    told = page_to_dict(with_charts(ALL["level dots"]))
    told["second"]["charts"][0]["chart"]["phases"][0]["middle"] = middle
    with pytest.raises(InvalidValueError):
        page_from_dict(told)


@pytest.mark.parametrize("chart", [{}, {"is": "days_chart"}, {"is": "not_today", "days": 1}])
def test_what_is_no_chart_is_refused(chart):
    told = page_to_dict(with_charts(ALL["levels"]))
    told["second"]["charts"][0]["chart"] = chart
    with pytest.raises(InvalidValueError):
        page_from_dict(told)


def test_a_page_that_version_0_1_kept_is_read_and_told_on():
    page = page_from_dict(json.loads(OLD.read_text(encoding="utf-8")))
    (one,) = page.strategies
    assert (len(one.chart.bars), page.second) == (3, None)
    assert one.chart.life == (LifeMark(start=date(2026, 3, 10), end=date(2026, 3, 10)),)
    assert "Week of Mar 2: a lot of help 5, some help 4." in visit_page_text(page)
    assert back(page) == page
