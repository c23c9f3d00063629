"""Packs from a journal: who is named in them, what needs a tick of its own, what never leaves."""

import string
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.packs.builder import pack_of
from homejournal.domain.packs.offers import PackLine, pack_offers
from homejournal.domain.packs.pack import FeelingInPack
from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    RoutineRating,
)
from homejournal.domain.records.notes import Flag, PackKind
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Outcome, Routine
from homejournal.domain.records.practices import DayMark, MarkKind
from homejournal.domain.records.visits import Visit
from homejournal.domain.visit_page.material import flag_key
from homejournal.texts.papers.packs import offer_said
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, child, note, planned, practice, private_note, step, strategy
from tests.packs import DAY, PRINTER, TRANSITION, WHOLE, keys_of, made, material_of
from tests.reports.pdf_checks import words_of


@pytest.fixture
def family(journal):
    return planned(journal, born=date(2024, 2, 18))


def test_how_it_is_for_the_family_needs_a_tick_of_its_own(journal, family):
    of, what = family
    bath = Routine(id=uuid4(), name="Bath")
    sure = ConfidenceRating(id=uuid4(), child=of.id, strategy=what.id, day=TODAY, level=2)
    felt = RoutineRating(id=uuid4(), child=of.id, routine=bath.id, day=TODAY, level=4)
    journal.records.save(
        bath,
        sure,
        felt,
        replace(felt, id=uuid4(), day=TODAY - 7 * DAY, level=1),
        replace(felt, id=uuid4(), routine=uuid4()),
        replace(felt, id=uuid4(), day=WHOLE.start - DAY),
    )
    for kind in PackKind:
        assert made(journal, of, kind).feelings == ()
    keys = {f"routine:{bath.id}", f"sure:{what.id}"}
    told = {
        feeling.name: (feeling.sure, feeling.said)
        for feeling in made(journal, of, also=keys).feelings
    }
    assert told == {
        "Bath": (False, ((TODAY - 7 * DAY, 1), (TODAY, 4))),
        "Pause and wait": (True, ((TODAY, 2),)),
    }


def test_people_are_not_compared_in_how_sure_they_feel(journal, family):
    of, what = family
    mom, ana = (Helper(id=uuid4(), name=name) for name in ("Mom", "Ana"))
    bath = Routine(id=uuid4(), name="Bath")

    def sure(who, day, level):
        return ConfidenceRating(
            id=uuid4(), child=of.id, strategy=what.id, day=day, level=level, helper=who
        )

    journal.records.save(
        mom,
        ana,
        bath,
        sure(mom.id, TODAY, 4),
        sure(mom.id, TODAY - 8 * DAY, 3),
        sure(ana.id, TODAY, 2),
        sure(None, TODAY, 5),
        RoutineRating(id=uuid4(), child=of.id, routine=bath.id, day=TODAY, level=1, helper=mom.id),
    )
    material = material_of(journal, of)
    said = {
        offer_said(wording_of("en"), pack_offer): pack_offer.key
        for pack_offer in pack_offers(material)
    }
    hers = said["How sure Mom feels: Pause and wait"]
    assert made(journal, of, also={hers}).feelings == (
        FeelingInPack(
            name="Pause and wait", sure=True, by="Mom", said=((TODAY - 8 * DAY, 3), (TODAY, 4))
        ),
    )
    every = {key for words, key in said.items() if words.startswith("How ")}
    told = made(journal, of, also=every).feelings
    assert [(one.by, one.name) for one in told] == [
        ("", "Pause and wait"),
        ("Mom", "Bath"),
        ("Mom", "Pause and wait"),
        ("Ana", "Pause and wait"),
    ]


def test_a_pack_names_as_writers_only_those_whose_words_and_entries_are_in_it(journal, family):
    of, what = family
    mom, ana, dad, zoe = (Helper(id=uuid4(), name=name) for name in ("Mom", "Ana", "Dad", "Zoe"))
    flag = {"flags": (Flag.CELEBRATION,)}
    hers = note(of, "He laughed", strategy=what.id, helper=ana.id, **flag)
    journal.records.save(
        *(mom, ana, dad, zoe),
        note(of, "He waved", helper=mom.id, **flag),
        hers,
        note(of, "Only a note", helper=zoe.id),
        practice(what, helper=dad.id),
        ConfidenceRating(
            id=uuid4(), child=of.id, strategy=what.id, day=TODAY, level=4, helper=zoe.id
        ),
    )

    def named(**said):
        return made(journal, of, **said).written_by

    key = f"strategy:{what.id}"
    assert named() == ("Mom", "Ana", "Dad")
    assert named(without={flag_key(hers, Flag.CELEBRATION)}) == ("Mom", "Dad")
    assert named(without={"outcome:none"}) == ("Mom",)
    assert named(without={key}) == ("Mom", "Ana")
    assert named(without={f"{key}:numbers"}) == ("Mom", "Ana", "Dad")
    assert named(without={f"{key}:numbers", f"{key}:chart"}) == ("Mom", "Ana")
    assert named(also={f"sure:{what.id}:{zoe.id}"}) == ("Mom", "Ana", "Dad", "Zoe")
    assert named(without={"written_by"}) == ()


def test_who_marked_a_whole_day_wrote_of_every_strategy(journal, family):
    of, _ = family
    dad = Helper(id=uuid4(), name="Dad")
    sick = DayMark(id=uuid4(), child=of.id, day=TODAY, mark=MarkKind.LEFT_OUT, helper=dad.id)
    journal.records.save(dad, sick)
    assert made(journal, of).written_by == ("Dad",)
    assert keys_of(material_of(journal, of), PackLine.WRITTEN_BY) == ["written_by"]


def test_nobody_is_asked_to_be_named_where_nobody_with_a_name_said_anything(journal, family):
    of, _ = family
    journal.records.save(note(of, "He waved", flags=(Flag.CELEBRATION,)))
    assert keys_of(material_of(journal, of), PackLine.WRITTEN_BY) == []


def test_who_left_is_not_on_our_team_but_is_named_at_what_they_suggested(journal, family):
    of, what = family
    dana, ben, ann = (
        TeamMember(id=uuid4(), name=name, left=left)
        for name, left in (("Dana", TODAY), ("Ben", TODAY + DAY), ("Ann", None))
    )
    visit = Visit(id=uuid4(), child=of.id, day=TODAY, people=(ben.id, ann.id))
    journal.records.save(dana, ben, ann, visit, replace(what, suggested_by=dana.id))
    pack = made(journal, of, TRANSITION)
    assert [person.name for person in pack.team] == ["Ben", "Ann"]
    assert pack.outcomes[0].strategies[0].suggested.name == "Dana"


def test_words_stay_as_written_where_labels_are_in_another_language(journal, family):
    of, _ = family

    def told(**said):
        return made(journal, of, home_language="en", **said).notes_as_written

    assert not told()
    assert told(language="es")
    assert told(second_language="es")
    assert made(journal, of, second_language="es").second_language == "es"


words = st.text(string.ascii_lowercase, min_size=6, max_size=9).map("zq{}qz".format)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(words, min_size=5, max_size=5, unique=True), st.sampled_from(PackKind))
def test_nothing_private_and_nothing_of_a_brother_or_sister_is_in_a_pack(journals, made_up, kind):
    # A journal of its own for each case: what one case leaves must not speak in the next.
    journal = journals.new(uuid4().hex)
    private, named, hers, surname, unticked = made_up
    of, what = planned(journal, name="Mateo", surname=surname, born=date(2024, 2, 18))
    other = child(name=named)
    celebration = {"flags": (Flag.CELEBRATION,)}
    theirs = strategy(other, name=hers)
    off = note(of, unticked, **celebration)
    journal.records.save(
        other,
        theirs,
        step(theirs),
        Outcome(id=uuid4(), child=other.id, text=hers),
        practice(what),
        private_note(of, private),
        note(other, hers, **celebration),
        off,
    )
    material = material_of(journal, of, kind)
    everything = {pack_offer.key for pack_offer in pack_offers(material)}
    pack = pack_of(material, everything - {f"celebration:{off.id}"})
    printed = words_of(PRINTER.pdf(pack).pdf)
    for word in (private, named, hers, surname, unticked):
        assert word not in repr(pack)
        assert word not in printed
    journal.close()


@pytest.mark.parametrize("kind", PackKind)
def test_what_names_a_brother_or_sister_needs_a_tick_of_its_own(journal, kind):
    of, _ = planned(journal, name="Mateo", born=date(2024, 2, 18))
    celebration = {"flags": (Flag.CELEBRATION,)}
    said = note(of, "Luis laughed, too", **celebration)
    others = [note(of, text, **celebration) for text in ("He waved", "He sang")]
    journal.records.save(child(name="Luís"), said, *others)
    key = flag_key(said, Flag.CELEBRATION)
    material = material_of(journal, of, kind)
    (offer,) = (pack_offer for pack_offer in pack_offers(material) if pack_offer.key == key)

    assert offer_said(wording_of("en"), offer).endswith("names another child of the family")
    told = {one.text for one in made(journal, of, kind).celebrations}
    assert told == {"He waved", "He sang"}
    assert said.text in {one.text for one in made(journal, of, kind, also=[key]).celebrations}
