"""The ladder on the second page: where it was made together, ticked, and in every form."""

import io
import json
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from homejournal.domain.plan.outcomes import OutcomeRecords, RatedLadder
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating
from homejournal.domain.records.plan import Outcome
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, ladder_key
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.texts.papers.visit_page import offer_said
from homejournal.texts.wording import wording_of
from tests.reports.page_families import DANA, FIRST, MATEO, SAM, an_id, mateo

LEVELS = {"-1": "asks at one meal", "0": "asks at two meals", "1": "asks at <every> meal"}
VISIT = an_id("last")


def rated(name="meals", steps=((FIRST, -1), (date(2026, 3, 20), 0)), visit=VISIT):
    ladder = Ladder(id=an_id(f"ladder {name}"), outcome=an_id(name), levels=LEVELS)
    ratings = tuple(
        LadderRating(id=an_id(f"{name} {day}"), ladder=ladder.id, day=day, level=level, visit=visit)
        for day, level in steps
    )
    return RatedLadder(ladder=ladder, ratings=ratings)


def records(name="meals", closed=None, **said):
    text = f"Mateo asks at {name}."
    outcome = Outcome(id=an_id(name), child=MATEO.id, text=text, closed=closed)
    return OutcomeRecords(outcome=outcome, ladders=(rated(name, **said),))


def with_ladders(*outcomes, **changes):
    return mateo(outcomes=outcomes, **changes)


def a_page(material, **untick):
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    for key in untick.get("off", ()):
        ticks = ticks.with_key(key, ticked=False)
    return build_page(material, ticks)


def offered(material):
    keys = {offer.key: offer for offer in offers(material)}
    return [offer for key, offer in keys.items() if "ladder" in key]


def test_a_ladder_rated_at_visits_is_ticked_and_another_one_only_offered():
    (offer,) = offered(with_ladders(records()))
    assert offer.by_default
    assert offer_said(wording_of("en"), offer) == "The ladder: Mateo asks at meals."
    (alone,) = offered(with_ladders(records(visit=None)))
    (never,) = offered(with_ladders(records(steps=())))
    assert (alone.by_default, never.by_default) == (False, False)
    assert offered(with_ladders()) == []


def test_only_ladders_of_whom_the_page_is_for_and_none_that_closed_before():
    (wait,) = mateo().strategies
    theirs = replace(wait, strategy=replace(wait.strategy, outcome=an_id("meals")))
    other = replace(wait, strategy=replace(wait.strategy, id=an_id("x"), suggested_by=SAM.id))
    outcomes = (records(), records("play"), records("bath", closed=date(2026, 3, 1)))
    everybody = with_ladders(*outcomes, strategies=(theirs, other))
    assert [one.says for one in offered(everybody)] == [
        "Mateo asks at meals.",
        "Mateo asks at play.",
    ]
    for_dana = replace(everybody, for_whom=(DANA.id,))
    assert [one.says for one in offered(for_dana)] == ["Mateo asks at meals."]


def test_a_ladder_alone_makes_a_second_page_and_unticked_it_is_nowhere():
    material = with_ladders(records(), strategies=(), notes=())
    page = a_page(material)
    assert [ladder.outcome for ladder in page.second.ladders] == ["Mateo asks at meals."]
    assert a_page(material, off=(ladder_key(rated()),)).second is None
    assert "asks at" not in str(build_page(material, default_ticks(material)))


def test_steps_after_the_days_of_the_page_are_not_told():
    late = (date(2026, 3, 23), 1)
    page = a_page(with_ladders(records(steps=((FIRST, -1), late))))
    assert [step.day for step in page.second.ladders[0].ladder.steps] == [FIRST]


@pytest.mark.parametrize("steps", [((FIRST, -1), (date(2026, 3, 20), 0)), ()])
@pytest.mark.parametrize("second", [None, "es"])
def test_a_ladder_stands_in_every_form(printer, steps, second):
    material = with_ladders(records(steps=steps), second_language=second)
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    page = build_page(material, ticks.with_key(ladder_key(rated()), ticked=True))
    made = printer.pdf(page)
    assert made.accessible
    sheets = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    pdf = "\n".join(sheet.extract_text() for sheet in sheets).replace("\N{NO-BREAK SPACE}", " ")
    text, html = visit_page_text(page), visit_page_html(page).decode()
    for told in (pdf, text, html):
        assert "Where we are on the ladder" in told
        assert "Mateo asks at meals." in told
        assert "asks at two meals" in told
        assert ("March 20, 2026" in told) is bool(steps)
        assert ("En qué peldaño" in told or "mucho más" in told) is (second == "es")
    assert "asks at <every> meal" in pdf
    assert "&lt;every&gt;" in html
    assert page_from_dict(json.loads(json.dumps(page_to_dict(page)))) == page
