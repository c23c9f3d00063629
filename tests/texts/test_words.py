"""The closed lists: every choice has a word in every language."""

import pytest

from homejournal.domain.ladders import Progress
from homejournal.domain.notes import Flag
from homejournal.domain.page_material import Line, Offer, PagePart
from homejournal.domain.people import Channel
from homejournal.domain.plan import Area, Often, StepKind, Weekday
from homejournal.domain.practices import LeftOutReason, MarkKind
from homejournal.domain.ratings import HELP_LEVELS, WENT_LEVELS, Better, RatingKind
from homejournal.domain.sentences import NotToday
from homejournal.domain.visits import VisitHow
from homejournal.texts import words
from homejournal.texts.page_offers import offer_text, part_title
from homejournal.texts.wording import languages, wording_of

LISTS = [
    (words.reason, LeftOutReason), (words.mark, MarkKind), (words.area, Area),
    (words.visit_how, VisitHow), (words.weekday_name, Weekday), (words.flag, Flag),
    (words.step_kind, StepKind), (words.rating_kind, RatingKind), (words.better, Better),
    (words.channel, Channel), (words.progress, Progress), (part_title, PagePart),
    (words.level_hint, HELP_LEVELS),
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
        said = {words.level(wording, kind, level) for level in levels}
        assert len(said) == len(levels)


def test_how_often_is_said_plainly():
    often = Often(times=3, weekdays=(Weekday.SUN,))
    assert words.how_often(wording_of("en"), often) == "3 times a day on Sunday"


@pytest.mark.parametrize("line", list(Line))
def test_every_line_of_the_page_has_a_name_in_the_list(line):
    offer = Offer(key="x", part=PagePart.HEAD, says=line)
    assert offer_text(wording_of("en"), offer)


def test_what_the_family_wrote_and_sentences_are_listed_as_they_are():
    wording = wording_of("en")
    note = Offer(key="x", part=PagePart.CONCERNS, says="he gagged {twice}")
    line = Offer(key="y", part=PagePart.STRATEGY, says=NotToday(2))
    assert offer_text(wording, note) == "he gagged {twice}"
    assert offer_text(wording, line) == "2 not today"
