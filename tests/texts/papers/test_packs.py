"""What packs, ladders and reviews say."""

from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import First, FirstTime
from homejournal.domain.packs.missing import Missing
from homejournal.domain.packs.offers import PackLine, PackOffer
from homejournal.domain.packs.pack import Pack
from homejournal.domain.plan.outcomes import LadderStep, LadderTold
from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.ladders_and_feelings import LADDER_LEVELS, OutcomeReview, Progress
from homejournal.domain.records.notes import PackKind, PrepQuestion
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.visits import Visit
from homejournal.texts import plan
from homejournal.texts.papers import packs as said
from homejournal.texts.wording import wording_of

EN, ES = wording_of("en"), wording_of("es")
DAY = date(2026, 3, 22)
FIRST = FirstTime(RatingKind.HELP, 4, First(DAY, "dinner"), "Wait")


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        ({"key": "age", "says": PackLine.AGE}, "The age"),
        ({"key": "about", "says": PackLine.ABOUT, "day": DAY}, "About · March 22, 2026"),
        ({"key": "outcome:1", "says": "Asks"}, "Asks"),
        (
            {"key": "first:1", "says": FIRST},
            "First time without help: Sunday, March 22, dinner · Wait",
        ),
        (
            {
                "key": "celebration:1",
                "says": "He waved",
                "day": DAY,
                "line": PackLine.CELEBRATIONS,
            },
            "“He waved” · March 22, 2026",
        ),
        (
            {"key": "life:1", "says": "We moved", "day": DAY, "line": PackLine.LIFE},
            "In our life: We moved · March 22, 2026",
        ),
        (
            {"key": "routine:1", "says": "Bath", "line": PackLine.FEELINGS},
            "How it feels for us: Bath",
        ),
        (
            {"key": "sure:1", "says": "Wait", "line": PackLine.SURE},
            "How sure we feel: Wait",
        ),
        (
            {"key": "routine:1:2", "says": "Bath", "line": PackLine.FEELINGS, "by": "Ana"},
            "How it is for Ana: Bath",
        ),
        (
            {"key": "sure:1:2", "says": "Wait", "line": PackLine.SURE, "by": "Ana"},
            "How sure Ana feels: Wait",
        ),
    ],
)
def test_an_offer_says_what_it_is(offer, words):
    assert said.offer_said(EN, PackOffer(**offer)) == words


def test_everything_has_words_in_every_language():
    for wording in (EN, ES):
        asked = {said.question(wording, prep_question) for prep_question in PrepQuestion}
        assert len(asked) == len(PrepQuestion)
        assert len({said.line(wording, pack_line) for pack_line in PackLine}) == len(PackLine)
        assert len({said.title(wording, pack_kind) for pack_kind in PackKind}) == 2
        assert len({plan.level_label(wording, ladder_level) for ladder_level in LADDER_LEVELS}) == 5


def test_an_empty_pack_is_told_with_what_it_lacks():
    missing = (Missing.ABOUT, Missing.OUTCOMES, Missing.STRATEGIES)
    assert said.missing_said(EN, missing, Pronoun.SHE) == (
        "There is nothing to print yet. What is missing: words about our child, an outcome and"
        " a strategy."
    )
    assert "nuestra hija" in said.missing_said(ES, missing, Pronoun.SHE)
    assert said.missing_said(EN, (Missing.ANSWERS, Missing.ENTRIES), Pronoun.HE).endswith(
        "an answer to one of the questions and something written in these days."
    )
    assert said.missing_said(EN, (), Pronoun.HE) == (
        "Nothing would be on the page. Choose something."
    )


@pytest.mark.parametrize(
    ("kind", "pages", "words"),
    [
        (PackKind.REVIEW, 9, ""),
        (PackKind.TRANSITION, 2, ""),
        (PackKind.TRANSITION, 3, "This takes 3 pages."),
    ],
)
def test_a_history_of_more_than_two_pages_is_said(kind, pages, words):
    assert said.pages_said(EN, kind, pages).startswith(words)
    assert bool(said.pages_said(EN, kind, pages)) == bool(words)


@pytest.mark.parametrize(
    ("level", "sign"), [(2, "+2"), (1, "+1"), (0, "0"), (-1, "−1"), (-2, "−2")]
)
def test_a_level_is_written_as_people_write_it(level, sign):
    assert plan.level_sign(EN, level) == sign


def test_a_sign_stands_before_its_figure_in_text_from_the_right_too():
    arabic = wording_of("ar")
    assert plan.level_sign(arabic, -2) == "\u2066\u22122\u2069"
    assert plan.level_sign(arabic, 0) == "0"


def test_a_ladder_is_told_for_screen_readers():
    told = LadderTold((), (LadderStep(DAY, 0, "Asks"), LadderStep(DAY, 1)))
    assert plan.ladder_said(EN, told) == (
        "A ladder of five levels. March 22, 2026 · 0: Asks;"
        " March 22, 2026 · +1: a little more than we hope for"
    )


def test_a_review_names_its_visit_only_where_it_stands():
    visit = Visit(id=uuid4(), child=uuid4(), day=DAY)
    review = OutcomeReview(
        id=uuid4(), outcome=uuid4(), day=DAY, words=Progress.REACHED, visit=visit.id
    )
    there, gone = {visit.id: visit}, {}
    assert plan.review_said(EN, review, there) == "March 22, 2026, at the visit · reached"
    assert plan.review_said(EN, review, gone) == "March 22, 2026 · reached"


def test_a_level_of_five_is_said_in_words_and_never_as_a_score():
    assert plan.feeling_said(EN, 4, sure=False) == "4 of 5, where 5 is very good"
    assert plan.feeling_scale(EN, sure=True) == "1 is not sure yet, 5 is very sure"
    assert [words for _, words in plan.feeling_choices(EN, sure=True)] == [
        "1 · not sure yet",
        "2",
        "3",
        "4",
        "5 · very sure",
    ]


def test_a_pack_that_was_handed_over_is_listed_by_its_kind_and_its_day():
    pack = Pack(kind=PackKind.REVIEW, child="Noa", period=Period(DAY, DAY), printed=DAY)
    assert said.kept_name(EN, pack) == "Six-month review · March 22, 2026"
