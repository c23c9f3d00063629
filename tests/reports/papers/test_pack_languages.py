"""Packs in another language, and in two at once."""

from dataclasses import replace

import pytest

from homejournal.domain.packs.pack import OutcomeInPack
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.visit_page.page import NoteOnPage
from tests.reports.papers.test_packs import DAY, RUNGS, a_history, a_ladder, a_pack, an_outcome
from tests.reports.pdf_checks import conforms, words_of
from tests.reports.visit_page.test_pdf import HOSTILE


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("made", [a_pack, a_history])
def test_a_pack_in_two_languages_conforms_too(printer, made, paper):
    pdf = printer.pdf(made(HOSTILE, paper=paper, language="es", second_language="en"))
    assert pdf.accessible
    assert conforms(pdf.pdf) == []


def test_both_languages_stand_side_by_side_and_the_familys_words_once(printer):
    own = "Zapwords"
    unwritten = replace(a_ladder(""), rungs=tuple((level, "") for level, _ in RUNGS))
    outcomes = (
        an_outcome(own),
        an_outcome("Walks", ladders=(unwritten,)),
        OutcomeInPack(celebrations=(NoteOnPage(text="Waved", day=DAY),)),
    )
    pack = a_pack(own, outcomes=outcomes, second_language="es", notes_as_written=True, example=True)
    told = words_of(printer.pdf(pack).pdf)
    for words in (
        "Celebrations Alegrías",
        "What can Eli do now? ¿Qué puede hacer ahora Eli?",
        "Our meeting: July 2, 2026 Nuestra reunión: 2 de julio de 2026",
        "Strategies without an outcome Estrategias sin",
        "Did it on 3 of 5 planned days",
        "Lo hicimos 3 de 5 días planeados",
        "What the family wrote is left as it was written. Lo que escribió la familia",
        "Bath · How does this routine feel for us? · ¿Cómo nos va con esta rutina?",
        "much less than we hope for",
        "mucho menos",
    ):
        assert words in told
    # Six answers; an outcome, its steps and its strategy at a glance, and once more on its page
    # with a change and a celebration; and two at the end.
    assert told.count(own) == 6 + 4 + 4 + 2
    alone = words_of(printer.pdf(replace(pack, second_language=None)).pdf)
    assert "Alegrías" not in alone
    assert alone.count(own) == told.count(own)
    history = words_of(printer.pdf(a_history(second_language="es")).pdf)
    for words in (
        "Our team Nuestro equipo",
        "Carmen Service coordinator Coordinación de servicios",
        "Strengths Fortalezas He waited",
        "Eli turns three on May 10, 2026. Eli cumple tres años el 10 de mayo de 2026.",
        "Changed on March 2, 2026, at the visit: He waited Cambió",
    ):
        assert words in history


def test_that_words_stand_as_written_is_said_only_where_it_has_to_be(printer):
    said = "What the family wrote is left as it was written."
    assert said not in words_of(printer.pdf(a_pack()).pdf)
    assert said in words_of(printer.pdf(a_pack(notes_as_written=True)).pdf)
