"""What is said when looking back: every sentence, with its n, short and plain."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import Grouping
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences import values as told
from homejournal.texts.sentences import say
from homejournal.texts.wording import languages, wording_of
from tests.texts.banned_words import banned_of_numbers
from tests.texts.readable import long_parts

EN = wording_of("en")
HELP, WENT, NUMBER = RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER
VISIT = date(2026, 3, 9)
THREE, FORTY = Decimal(3), Decimal(40)


def short(kind, n, low=None, high=None, **more):
    low = None if low is None else Decimal(low)
    return told.InShort(
        kind=kind, n=n, low=low, high=low if high is None else Decimal(high), **more
    )


def part(one, first, last):
    return told.PartInShort(one, date(2026, 3, first), date(2026, 3, last))


def tries(took, of, n):
    return told.InShort(kind=RatingKind.TRIES, n=n, took=took, of=of)


def days(did_it, planned=None, not_written=0):
    return told.InShort(
        kind=RatingKind.NONE, n=0, days=did_it, planned=planned, not_written=not_written
    )


def group(name, one):
    return told.GroupInShort(name=name, short=one)


def by_visit(before, since):
    return told.BeforeAndSince(VISIT, before, since)


def ups(**more):
    usual = {"signal": True, "weekly": False, "useful": 14, "longest": 4, "longest_allowed": 7,
             "crossings": 6, "fewest_allowed": 4}  # fmt: skip
    return told.UpsAndDowns(**(usual | more))


def session(took, of, low, high):
    return told.OneSession(day=VISIT, took=took, of=of, low=low, high=high)


SPOKEN = [
    (told.MostDays(), "did it on most planned days"),
    (
        told.ThanBefore(told.Verdict.LESS_HELP, VISIT, short(HELP, 9, 1), short(HELP, 8, 2, 3)),
        (
            "less help than before March 9, 2026: a lot of help (9 ratings) before;"
            " between some help and a little help (8 ratings) since"
        ),
    ),
    (
        told.ThanBefore(told.Verdict.MORE_HELP, VISIT, short(HELP, 9, 4), short(HELP, 8, 2)),
        (
            "more help than before March 9, 2026: on own (9 ratings) before;"
            " some help (8 ratings) since"
        ),
    ),
    (
        told.ThanBefore(told.Verdict.MORE_OFTEN, VISIT, days(2, 10, 1), days(9, 10)),
        (
            "more often than before March 9, 2026: did it on 2 of 10 planned days (1 not"
            " written, so 2 to 3)"
            " before; did it on 9 of 10 planned days since"
        ),
    ),
    (
        told.ThanBefore(
            told.Verdict.LESS_HELP, VISIT, short(HELP, 9, 1), short(HELP, 8, 3), date(2026, 2, 20)
        ),
        (
            "less help than in the days before (February 20 to March 8, 2026):"
            " a lot of help (9 ratings) before; a little help (8 ratings) since"
        ),
    ),
    (
        told.ThanBefore(
            told.Verdict.MORE_HELP, VISIT, short(HELP, 9, 4), short(HELP, 8, 2), date(2026, 2, 20)
        ),
        (
            "more help than in the days before (February 20 to March 8, 2026):"
            " on own (9 ratings) before; some help (8 ratings) since"
        ),
    ),
    (
        told.ThanBefore(
            told.Verdict.MORE_OFTEN, VISIT, days(2, 10, 1), days(9, 10), date(2026, 2, 20)
        ),
        (
            "more often than in the days before (February 20 to March 8, 2026):"
            " did it on 2 of 10 planned days (1 not"
            " written, so 2 to 3) before; did it on 9 of 10 planned days"
            " since"
        ),
    ),
    (
        told.ThanBefore(None, VISIT, short(HELP, 3), short(HELP, 8, 2), date(2026, 2, 20)),
        (
            "some help (8 ratings); in the days before"
            " (February 20 to March 8, 2026): too few to sum up (3 ratings)"
        ),
    ),
    (
        told.ThanBefore(
            told.Verdict.LESS_HELP,
            VISIT,
            short(HELP, 9, 1),
            short(HELP, 8, 3),
            plan_changed=VISIT,
        ),
        (
            "less help than before March 9, 2026, the day the plan changed:"
            " a lot of help (9 ratings) before; a little help (8 ratings) since"
        ),
    ),
    (
        told.ThanBefore(
            told.Verdict.MORE_OFTEN,
            VISIT,
            days(2, 10),
            days(9, 10),
            plan_changed=date(2026, 3, 5),
        ),
        (
            "more often than before March 9, 2026, and the plan changed on Mar 5:"
            " did it on 2 of 10 planned days before; did it on 9 of 10 planned days since"
        ),
    ),
    (
        told.ThanBefore(
            told.Verdict.LESS_HELP,
            VISIT,
            short(HELP, 9, 1),
            short(HELP, 8, 3),
            date(2026, 2, 20),
            VISIT,
        ),
        (
            "less help than in the days before (February 20 to March 8, 2026),"
            " and the plan changed on Mar 9:"
            " a lot of help (9 ratings) before; a little help (8 ratings) since"
        ),
    ),
    (
        told.ThanBefore(
            None,
            VISIT,
            short(HELP, 9, 2),
            short(HELP, 8, 2),
            date(2026, 2, 20),
            VISIT,
        ),
        (
            "some help (8 ratings); in the days before (February 20 to March 8, 2026):"
            " some help (9 ratings); the plan changed on Mar 9"
        ),
    ),
    (
        told.ThanBefore(
            told.Verdict.LESS_HELP,
            VISIT,
            replace(short(HELP, 8, 1), counts=((1, 5), (2, 3))),
            replace(short(HELP, 10, 3), counts=((3, 8), (4, 2))),
        ),
        (
            "less help than before March 9, 2026: a lot of help 5 · some help 3 before;"
            " a little help 8 · on own 2 since"
        ),
    ),
    (told.TheDays(date(2026, 5, 9), date(2026, 5, 15)), "May 9 to May 15, 2026"),
    (told.MostOften(HELP, (2,), 12, 27), "most often: some help, 12 of 27 ratings"),
    (
        told.MostOften(WENT, (2, 3), 5, 12),
        "most often: okay and well, each 5 of 12 ratings",
    ),
    (told.NothingRated(), "these days have no rating of this kind"),
    (told.AllLeftOut(), "all planned days were left out"),
    (told.OnlyExtra(), "only used on days it wasn’t planned"),
    (told.NothingFits(), "nothing written down for these days fits the filter"),
    (told.SumsFromTo(THREE, FORTY, Span.WEEK, "words"), "from 3 to 40 written down in a full week"),
    (told.SumsFromTo(THREE, FORTY, Span.MONTH), "from 3 to 40 written down in a full month"),
    (told.SumsFromTo(THREE, FORTY, Span.YEAR), "from 3 to 40 written down in a full year"),
    (told.SumsFromTo(THREE, THREE, Span.WEEK, "words"), "3 words written down in each full week"),
    (told.SumsFromTo(THREE, THREE, Span.MONTH), "3 written down in each full month"),
    (told.SumsFromTo(THREE, THREE, Span.YEAR), "3 written down in each full year"),
    (told.LowestHighest(THREE, FORTY, "minutes"), "from 3 to 40 minutes"),
    (told.LowestHighest(THREE, THREE, "minutes"), "always 3 minutes"),
    (told.WrittenDown(1), "written down 1 time"),
    (told.WrittenDown(1200), "written down 1,200 times"),
    (told.InTheMiddle(short(HELP, 9, 2)), "middle value: some help (9 ratings)"),
    (
        told.InTheMiddle(short(HELP, 4, 2, 3, so_far=True)),
        "middle value: between some help and a little help (4 ratings so far)",
    ),
    (
        told.MiddleByPlan(
            (
                part(short(NUMBER, 6, 40, unit="minutes"), 2, 8),
                part(short(NUMBER, 1, "12.5", unit="minutes", of_days=True), 9, 22),
            )
        ),
        (
            "middle value, March 2 to March 8, 2026: 40 minutes (written down 6 times);"
            " March 9 to March 22, 2026: 12.5 minutes (on 1 day)"
        ),
    ),
    (
        told.MiddleByPlan(
            (
                part(short(HELP, 1), 2, 8),
                part(short(HELP, 0), 9, 10),
                part(short(HELP, 3, 4, so_far=True), 11, 22),
            )
        ),
        (
            "middle value, March 2 to March 8, 2026: too few to sum up (1 rating);"
            " March 9 to March 10, 2026: no rating of this kind;"
            " March 11 to March 22, 2026: on own (3 ratings so far)"
        ),
    ),
    (
        told.MiddleSince(4, short(WENT, 10, 3), date(2026, 3, 9)),
        "the plan changed 4 times; middle value since March 9, 2026: well (10 ratings)",
    ),
    (
        told.MiddleByPlan((part(short(NUMBER, 0, at_least=2), 9, 9),)),
        "middle value, March 9, 2026: only days with a time not written",
    ),
    (
        told.RatedApart(((date(2026, 3, 2), date(2026, 3, 8)), (date(2026, 3, 16),) * 2)),
        "other ratings, not in this chart: March 2 to March 8, 2026 and March 16, 2026",
    ),
    (told.WrittenDown(1, of_days=True), "on 1 day"),
    (told.TooFewInEach(5), "5 ratings: too few to sum up before and after the plan changed"),
    (
        told.DaysFromTo(15, 17, 18),
        "did it on 15 of 18 planned days (2 not written, so 15 to 17)",
    ),
    (
        by_visit(short(HELP, 9, 1), short(HELP, 8, 2, 3)),
        (
            "before the visit on March 9, 2026: middle value a lot of help (9 ratings) · "
            "since then: middle value between some help and a little help (8 ratings)"
        ),
    ),
    (
        by_visit(
            replace(short(NUMBER, 9, 5, unit="words"), least=THREE, most=FORTY),
            replace(short(NUMBER, 2, 3, unit="words"), least=THREE, most=THREE),
        ),
        (
            "before the visit on March 9, 2026: middle value 5 words (written down 9 times),"
            " from 3 to 40 · since then: middle value 3 words (written down 2 times)"
        ),
    ),
    (
        by_visit(short(HELP, 4), short(HELP, 0)),
        (
            "before the visit on March 9, 2026: too few to sum up (4 ratings)"
            " · since then: no rating of this kind"
        ),
    ),
    (
        by_visit(tries(7, 10, 2), tries(9, 10, 1)),
        (
            "before the visit on March 9, 2026: took 7 of 10 (written down 2 times)"
            " · since then: took 9 of 10 (written down 1 time)"
        ),
    ),
    (
        by_visit(days(4, 6), days(5, 9, not_written=2)),
        (
            "before the visit on March 9, 2026: did it on 4 of 6 planned days"
            " · since then: did it on 5 of 9 planned days (2 not written, so 5 to 7)"
        ),
    ),
    (
        by_visit(days(1), days(0, 0)),
        "before the visit on March 9, 2026: did it on 1 day · since then: no planned days",
    ),
    (
        told.SideBySide(
            Grouping.ROUTINE,
            (
                group("dinner", short(NUMBER, 5, 3, unit="words")),
                group("", short(NUMBER, 6, 0, unit="words")),
            ),
        ),
        (
            "dinner: middle value 3 words (written down 5 times) · other: middle value 0 "
            "words (written down 6 times)"
        ),
    ),
    (
        told.SideBySide(Grouping.SLOT, (group("", short(WENT, 5, 3)),)),
        "another time: middle value well (5 ratings)",
    ),
    (told.EachBarIs(Span.MONTH), "each bar is a month, as there are many weeks"),
    (told.EachBarIs(Span.YEAR), "each bar is a year, as there are many months"),
    (
        ups(signal=False),
        "numbers in a row on one side of the middle: 4 at most; the middle crossed: 6",
    ),
    (
        ups(signal=False, weekly=True),
        "weeks in a row on one side of the middle: 4 at most; the middle crossed: 6",
    ),
    (
        ups(longest=9),
        "probably not just ups and downs: 9 in a row are on one side of the middle",
    ),
    (
        ups(crossings=1, weekly=True),
        "probably not just ups and downs of the weeks: they cross the middle only 1 time",
    ),
    (
        ups(longest=9, crossings=2),
        (
            "probably not just ups and downs: 9 in a row are on one side of the middle"
            " and they cross the middle only 2 times"
        ),
    ),
    (ups(crossings=0), "probably not just ups and downs: they never cross the middle"),
    (
        session(7, 10, 40, 90),
        (
            "7 of 10 on March 9, 2026. With so few tries the true rate could be anywhere from about"
            " 40 to 90 of 100"
        ),
    ),
    (
        session(18, 36, 35, 65),
        "18 of 36 on March 9, 2026. The true rate could be anywhere from about 35 to 65 of 100",
    ),
    (
        session(4000, 5000, 80, 80),
        "4,000 of 5,000 on March 9, 2026. The true rate is about 80 of 100",
    ),
    (
        told.LaterIsBetter(visit=VISIT, better=9, same=0),
        (
            "each rating from before the visit on March 9, 2026 makes a pair with each one since."
            " In about 9 of 10 pairs the later one was better"
        ),
    ),
    (
        told.LaterIsBetter(visit=VISIT, better=6, same=3),
        (
            "each rating from before the visit on March 9, 2026 makes a pair with each one since."
            " In about 6 of 10 pairs the later one was better, and in about 3 of 10 the same"
        ),
    ),
    (
        told.NeedsValues(12, 8),
        "12 numbers above or below the middle are needed; there are 8 so far",
    ),
    (
        told.NeedsBothSides(5, 3, 8),
        "5 ratings before the visit and 5 since it are needed; there are 3 and 8 so far",
    ),
    (told.NeedsTries(5), "5 tries in one session are needed, such as one play time"),
    (told.NeedsVisit(), "a visit in these days, with days before it, is needed"),
    (told.NeedsDirection(), "this needs a plan that says if more or less is better"),
    (
        told.RatedInTwoWays(),
        "before and since the visit it was rated in two ways, so there are no pairs",
    ),
    (told.OnlyWithoutFilter(), "this is told only where no filter is on"),
]
SENTENCES = [sentence for sentence, _ in SPOKEN]


@pytest.mark.parametrize(("sentence", "english"), SPOKEN)
def test_every_sentence_is_said_in_plain_english(sentence, english):
    assert say(EN, sentence) == english


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("sentence", "english"), SPOKEN)
def test_every_language_says_the_same_numbers_and_blames_nobody(sentence, english, language):
    said = say(wording_of(language), sentence)
    assert numbers_in(in_figures(said, language)) == numbers_in(english)
    assert banned_of_numbers(said, language) == []
    assert not said.endswith(".")


IN_WORDS = {"ar": {"1": "واحدة?", "2": "(?:مرت|يوم|تقدير)(?:ين|ان)"}}
"""Where one and two are words: Arabic has forms of its own for them."""


def in_figures(said, language):
    for figure, words in IN_WORDS.get(language, {}).items():
        said = re.sub(rf"\b{words}\b", figure, said)
    return said


def numbers_in(said):
    return sorted(re.findall(r"\d[\d.,]*\d|\d", said))


@pytest.mark.parametrize(("sentence", "english"), SPOKEN)
def test_no_part_of_a_sentence_is_long(sentence, english):
    assert long_parts(english) == []


def test_what_the_family_named_is_kept_apart_where_its_direction_differs():
    groups = (group("عشاء", short(NUMBER, 5, 3, unit="كلمات")),)
    said = say(EN, told.SideBySide(Grouping.ROUTINE, groups))
    assert said.startswith("\u2068عشاء\u2069: middle value 3 \u2068كلمات\u2069 (")
