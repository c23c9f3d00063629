"""What names a brother or sister is never ticked by itself, on any page or in any pack."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homejournal.domain.names import names_any_of, names_of_others
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.choices import left_off_page, naming_others
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, dated_key, flag_key
from homejournal.reports.visit_page.plain_text import short_text, visit_page_text
from homejournal.texts.papers.visit_page import left_for_others, offer_said
from homejournal.texts.wording import wording_of
from tests.reports.page_families import a_note, mateo

EN = wording_of("en")


def child(number, name, surname=None):
    return Child(id=UUID(int=number), name=name, surname=surname)


def others(*names, own=("Ada", "Ruiz")):
    us = child(1, *own)
    return names_of_others([us, *(child(2 + at, *name) for at, name in enumerate(names))], us)


LUIS = others(("Luís Alberto “Lucho”", "Ruiz"))


@pytest.mark.parametrize(
    "words",
    ["Luis laughed, too", "with LUÍS’s cup", "she waited for lucho.", "Alberto y Ada", "Luis\nate"],
)
def test_each_form_of_a_name_counts_in_whole_words_without_case_and_accents(words):
    assert names_any_of(words, LUIS)


@pytest.mark.parametrize("words", ["Luisa laughed", "Ada Ruiz sang", "a blue cup", "", "💙", "Al"])
def test_parts_of_words_and_what_is_also_the_own_childs_name_count_not(words):
    assert not names_any_of(words, LUIS)
    assert not names_any_of(words, frozenset())


def test_twins_with_a_name_in_common_are_told_by_the_rest_and_equal_names_by_nothing():
    twins = others(("Ana Luz", "Ruiz"), own=("Ana María", "Ruiz"))
    assert not names_any_of("Ana sang", twins)
    assert names_any_of("Luz sang", twins)
    assert names_any_of("ana luz", twins)
    assert others(("ADA",)) == frozenset()
    assert names_any_of("the Ortiz boy", others(("Luis", "Ortiz")))


def test_arabic_joins_small_words_to_a_name():
    assert names_any_of("لعبت وسامي معًا", others(("سامي",)))
    assert not names_any_of("سامية لعبت", others(("سامي",)))


@example("", ["𝐴"])
@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=8).filter(str.strip)))
def test_any_words_can_be_asked_about_any_names(words, names):
    usable = [child(2 + at, f"x{name}".replace("\0", "").split("\n")[0]) for at, name in enumerate(
        name for name in names if name.isprintable()
    )]  # fmt: skip
    known = names_of_others(usable, child(1, "Ada"))
    assert isinstance(names_any_of(words, known), bool)
    assert all(names_any_of(" ".join(name), known) for name in known)


def note(text, *flags, day=15):
    return a_note(text, date(2026, 3, day), *flags)


SAID = note("Luis laughed, too", Flag.CELEBRATION, day=20)
PLAIN = [note(f"She waved {at}", Flag.CELEBRATION, day=10 + at) for at in range(4)]


def material(*notes, **more):
    return mateo(notes=notes, others=others(("Luis",)), **more)


@pytest.mark.parametrize("flag", Flag)
def test_a_note_that_names_another_child_is_offered_and_not_ticked_on_either_page(flag):
    named = note("LUIS laughed, too", flag)
    asked = material(named, questions=(named,) if flag is Flag.QUESTION else ())
    ticks = default_ticks(asked)
    keys = {flag_key(named, flag), dated_key(named)}
    found = {offer.key: offer for offer in offers(asked) if offer.key in keys}

    assert found.keys() == keys
    assert not keys & ticks.keys
    for one in found.values():
        assert one.about_sibling
        assert offer_said(EN, one).endswith("names another child of the family")
    page = build_page(asked, ticks.with_key(SECOND_PAGE_KEY, ticked=True))
    for told in (visit_page_text(page), short_text(page)):
        assert "LUIS" not in told
    by_hand = build_page(asked, ticks.with_key(flag_key(named, flag), ticked=True))
    assert "LUIS laughed, too" in visit_page_text(by_hand)


def test_other_notes_take_its_place_and_it_does_not_wait_for_room():
    asked = material(SAID, *PLAIN)
    page = build_page(asked, default_ticks(asked))
    assert [celebration.text for celebration in page.celebrations] == [
        "She waved 3",
        "She waved 2",
        "She waved 1",
    ]
    assert left_off_page(offers(asked), default_ticks(asked)).notes == 1


def test_without_the_name_or_another_child_all_is_as_before():
    assert default_ticks(replace(material(SAID), others=frozenset())).has(
        flag_key(SAID, Flag.CELEBRATION)
    )
    assert not [offer for offer in offers(material(*PLAIN)) if offer.about_sibling]


def test_how_many_lines_are_left_off_is_said_once_for_each_note():
    both = note("Luis fell", Flag.CELEBRATION, Flag.CONCERN)
    offered = offers(material(SAID, both, *PLAIN))
    assert naming_others(offered, second_page=False) == 2
    assert naming_others(offered, second_page=True) == 2
    plain = note("Luis slept")
    offered = offers(material(plain))
    assert [naming_others(offered, second_page=on) for on in (False, True)] == [0, 1]
    assert left_for_others(EN, 0) == ""
    assert left_for_others(EN, 1) == "1 line names another child of the family and is left off."
