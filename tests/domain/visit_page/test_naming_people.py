"""A concern that names who reads the page is offered, and never ticked by itself."""

from dataclasses import replace
from datetime import date

import pytest

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, dated_key, flag_key
from homejournal.texts.papers.visit_page import offer_said
from homejournal.texts.wording import wording_of
from tests.reports.page_families import DANA, SAM, a_note, an_id, mateo

MARIA = TeamMember(id=an_id("maria"), name="Dra. María José del Río")
WILL = TeamMember(id=an_id("will"), name="Will Baker")
GONE = TeamMember(id=an_id("gone"), name="Rosa", left=date(2026, 3, 1))
HELPER = Helper(id=an_id("another dana"), name="Dana")


def concern(text, **said):
    return a_note(text, date(2026, 3, 15), Flag.CONCERN, **said)


def ticked(text, *team, **said):
    note = concern(text)
    material = mateo(notes=(note,), team=team, **said)
    assert flag_key(note, Flag.CONCERN) in {offer.key for offer in offers(material)}
    return flag_key(note, Flag.CONCERN) in default_ticks(material).keys


@pytest.mark.parametrize(
    "text",
    ["Dana talks over us.", "It is hard with DANA’s way", "dana is in a hurry", "¿Y Dána?"],
)
def test_a_concern_that_names_who_reads_it_waits_for_the_family(text):
    assert not ticked(text, DANA, SAM, for_whom=(DANA.id,))
    assert not ticked(text, DANA, SAM)
    assert ticked(text, DANA, SAM, for_whom=(SAM.id,))


@pytest.mark.parametrize("text", ["Maria does not listen", "La señora RIO no llama", "jose came"])
def test_each_part_of_a_name_counts_without_its_accents(text):
    assert not ticked(text, MARIA, for_whom=(MARIA.id,))


@pytest.mark.parametrize(
    "text",
    ["Meals are hard.", "La dra. del barrio", "Bananas and danas", "He will not eat, Mom says"],
)
def test_words_that_are_no_names_change_nothing(text):
    assert ticked(text, DANA, MARIA, WILL)


def test_a_name_of_the_childs_or_a_writers_tells_nothing():
    assert ticked("Mateo is tired", TeamMember(id=an_id("m"), name="Mateo Ruiz"))
    assert ticked("Dana is tired", DANA, helpers=(HELPER,))


def test_who_left_the_team_does_not_read_a_page_for_the_whole_team():
    assert ticked("Rosa was in a hurry", GONE, SAM)
    assert not ticked("Rosa was in a hurry", replace(GONE, left=None), SAM)


def test_the_next_concern_takes_its_place_and_neither_page_tells_it():
    notes = [concern("Dana is late")] + [concern(f"Meal {n}") for n in range(4)]
    strategy = mateo().strategies[0]
    about = concern("Dana said to wait", strategy=strategy)
    praise = a_note("Dana laughed with him", date(2026, 3, 16), Flag.CELEBRATION)
    material = mateo(notes=(*notes, praise))
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    page = build_page(material, ticks)
    assert len(page.concerns) == 3
    named = [
        offer_said(wording_of("en"), offer) for offer in offers(material) if offer.about_reader
    ]
    assert named == ["“Dana is late” · Mar 15 · names somebody who reads the page"]
    assert "Dana is late" not in str(page)
    assert [note.text for note in page.celebrations] == ["Dana laughed with him"]
    assert "Dana is late" in str(
        build_page(material, ticks.with_key(dated_key(notes[0]), ticked=True))
    )
    assert flag_key(about, Flag.CONCERN) in default_ticks(mateo(notes=(about,))).keys
