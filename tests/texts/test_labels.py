"""The closed lists: every choice has a word in every language."""

from dataclasses import replace
from datetime import date

import pytest

from homejournal.domain.records.ladders_and_feelings import Progress
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Channel
from homejournal.domain.records.plan import Area, Often, StepKind, Weekday
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import HELP_LEVELS, WENT_LEVELS, Better, RatingKind
from homejournal.domain.records.visits import VisitHow
from homejournal.domain.sentences.values import NotToday
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import Line, Offer, PagePart
from homejournal.texts import labels
from homejournal.texts.papers.visit_page import kept_name, offer_said, pages_shown, part_title
from homejournal.texts.wording import languages, wording_of
from tests.reports.page_families import DANA, mateo

LISTS = [
    (labels.reason, LeftOutReason), (labels.mark, MarkKind), (labels.area, Area),
    (labels.visit_how, VisitHow), (labels.weekday_name, Weekday), (labels.flag, Flag),
    (labels.step_kind, StepKind), (labels.rating_kind, RatingKind), (labels.better, Better),
    (labels.channel, Channel), (labels.progress, Progress), (part_title, PagePart),
    (labels.level_hint, HELP_LEVELS),
]  # fmt: skip


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("say", "choices"), LISTS)
def test_every_choice_has_a_word_of_its_own(say, choices, language):
    wording = wording_of(language)
    said = [say(wording, choice) for choice in choices]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("language", languages())
def test_every_level_has_a_word_of_its_own(language):
    wording = wording_of(language)
    for kind, levels in ((RatingKind.HELP, HELP_LEVELS), (RatingKind.WENT, WENT_LEVELS)):
        said = {labels.level(wording, kind, level) for level in levels}
        assert len(said) == len(levels)


def test_how_often_is_said_plainly():
    often = Often(times=3, weekdays=(Weekday.SUN,))
    assert labels.how_often(wording_of("en"), often) == "3 times a day on Sunday"


@pytest.mark.parametrize("language", languages())
def test_every_line_of_a_page_is_said_or_named_in_the_list(language):
    wording = wording_of(language)
    told = [offer_said(wording, offer) for offer in offers(mateo())]
    assert all(told)
    assert not set(told) & set(Line)


def test_what_the_family_wrote_is_quoted_with_its_day_and_a_sentence_begins_large():
    wording = wording_of("en")
    note = Offer(key="x", part=PagePart.CONCERNS, says="he gagged {twice}", day=date(2026, 3, 8))
    line = Offer(key="y", part=PagePart.STRATEGY, says=NotToday(2))
    surname = Offer(key="surname", part=PagePart.HEAD, says=Line.SURNAME)
    assert offer_said(wording, note) == "“he gagged {twice}” · Mar 8"
    assert offer_said(wording, line) == "2 not today"
    assert offer_said(wording, surname) == "The last name"


def test_a_kept_page_is_named_by_its_day_and_for_whom():
    page = build_page(mateo(), default_ticks(mateo()))
    wording = wording_of("en")
    assert kept_name(wording, page) == "March 22, 2026 · for the whole team"
    assert kept_name(wording, replace(page, whole_team=False)) == "March 22, 2026"
    page = build_page(theirs := mateo(for_whom=(DANA.id,)), default_ticks(theirs))
    assert kept_name(wording, page) == "March 22, 2026 · for Dana"
    assert pages_shown(wording, 1, 2) == "Page 1 of 2"


def test_an_answer_is_offered_with_its_question_and_who_asked():
    wording = wording_of("en")
    said = {"says": "Does he sleep?", "answer": "Till {five}.", "by": ("Dana",)}
    offer = Offer(key="asked:1", part=PagePart.ASKED, day=date(2026, 3, 8), **said)
    assert offer_said(wording, offer) == "“Does he sleep?” · “Till {five}.” · Dana · Mar 8"
