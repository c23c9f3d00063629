"""Sentences to begin a visit page with, and the title of a mail with it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.visits import Visit
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.texts.papers.team_messages import mail_subject, openings, thanks_lines
from homejournal.texts.papers.visit_page import words_typed_for
from homejournal.texts.wording import languages, wording_of
from tests.reports.page_families import mateo


@pytest.mark.parametrize("language", languages())
def test_sentences_are_short_and_each_stands_there_once(language):
    wording = wording_of(language)
    for sentences in (openings(wording), thanks_lines(wording)):
        assert len(set(sentences)) == len(sentences) >= 5
        assert all(len(sentence.split()) <= 12 for sentence in sentences)
        assert all(sentence[-1] in ".:?!؟" for sentence in sentences)


def test_the_title_of_a_mail_names_the_visit_and_nobody():
    page = build_page(mateo(), default_ticks(mateo()))
    wording = wording_of("en")
    assert mail_subject(wording, page) == "Our page for the visit on March 23, 2026"
    assert (
        mail_subject(wording_of("es"), page)
        == "Nuestra página para la visita del 23 de marzo de 2026"
    )
    assert mail_subject(wording, replace(page, visit_on=None)) == "A page from our journal"
    assert date(2026, 3, 23) == page.visit_on


def test_words_typed_for_another_page_are_told_by_whom_they_are_for():
    en = wording_of("en")
    visit, dana = Visit(id=uuid4(), child=uuid4(), day=date(2026, 3, 24)), uuid4()
    visit = replace(visit, people=(dana, uuid4()))
    family = Family(team={dana: TeamMember(id=dana, name="Dana")}, visits={visit.id: visit})
    words = {"our_words": "He asks for more at every meal!", "thanks": "Thank you"}
    told = [words_typed_for(en, family, one, words) for one in (visit.id, dana, None, uuid4())]
    assert told == [
        "Visit on March 24, 2026 (Dana) · “He asks for more at ever…”",
        "Dana · “He asks for more at ever…”",
        "The whole team · “He asks for more at ever…”",
        "“He asks for more at ever…”",
    ]
